"""A graph of chains as an SVG picture: origins on the left, what was made from them on the right."""

from collections.abc import Iterable, Mapping
from html import escape

from provenance.layout.display import by_parts, cut, wrap
from provenance.layout.graph import Graph, Key, Node
from provenance.model.record import record

WIDTH, GAP, ROW, MARGIN = 232, 148, 26, 12
"""Pixels: a box, the room between two columns, the room between two boxes, and around the picture."""
PADDING, TITLE, LINE = 12, 18, 16
TITLE_COLUMNS, COLUMNS, MOST_TITLE_LINES = 25, 30, 3
DEEPEST = 50


@record
class Box:
    """Where a node stands, and its lines as they fit."""

    node: Node
    x: int
    y: int
    height: int
    title: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def middle(self) -> int:
        return self.y + self.height // 2


def picture(graph: Graph, title: str, description: str, name: str = "chain", style: str = "") -> str:
    """The SVG element. It holds no colours of its own beyond `style`: classes `article`, `work`, `unknown` on boxes and
    `declared`, `inferred`, `verified` on arrows. `name` keeps its ids apart from those of another picture on a page."""
    boxes, top = dict[Key, Box](), MARGIN
    for nodes in components(graph):
        placed = arranged(graph, nodes, top)
        boxes |= {box.node.key: box for box in placed}
        top = max(box.y + box.height for box in placed) + ROW
    width = max((box.x for box in boxes.values()), default=0) + WIDTH + MARGIN
    height = top - ROW + MARGIN if boxes else 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chain" role="img" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" aria-labelledby="{name}-title {name}-description">',
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-description">{escape(description)}</desc>',
        f"<style>{style}</style>" if style else "",
        f'<defs><marker id="{name}-tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
        'orient="auto-start-reverse"><path class="tip" d="M0 0 10 5 0 10z"/></marker></defs>',
        *arrows(graph, boxes, name),
        *(drawn(box) for box in boxes.values()),
        "</svg>",
    ]
    return "\n".join(filter(None, parts))


def components(graph: Graph) -> list[list[Node]]:
    """The nodes that hang together, each group in the order of the graph."""
    group: dict[Key, int] = {node.key: number for number, node in enumerate(graph.nodes)}
    members = {number: [node.key] for number, node in enumerate(graph.nodes)}
    for edge in graph.edges:
        kept, given = sorted((group[edge.origin], group[edge.made]))
        if kept != given:
            members[kept] += members.pop(given)
            group |= dict.fromkeys(members[kept], kept)
    rank = {node.key: number for number, node in enumerate(graph.nodes)}
    return [[graph.nodes[number] for number in sorted(map(rank.__getitem__, keys))] for keys in members.values()]


def arranged(graph: Graph, nodes: list[Node], top: int) -> list[Box]:
    """The boxes of one group: a column for each step back, each column centred."""
    depth = depths(graph, {node.key for node in nodes})
    deepest = max(depth.values())
    columns: list[list[Node]] = [[] for _ in range(deepest + 1)]
    for node in nodes:
        columns[deepest - depth[node.key]].append(node)
    sizes = [[size(node) for node in column] for column in columns]
    heights = [sum(column) + ROW * (len(column) - 1) for column in sizes]
    tallest, boxes = max(heights), []
    for number, (column, own) in enumerate(zip(columns, sizes, strict=True)):
        y = top + (tallest - heights[number]) // 2
        for node, height in zip(column, own, strict=True):
            boxes.append(Box(node, MARGIN + number * (WIDTH + GAP), y, height, title_of(node), lines_of(node)))
            y += height + ROW
    return boxes


def depths(graph: Graph, keys: Iterable[Key]) -> Mapping[Key, int]:
    """How many steps each node lies behind the articles nothing was made from; a circle ends somewhere."""
    depth = dict.fromkeys(keys, 0)
    edges = [edge for edge in graph.edges if edge.origin in depth and edge.origin != edge.made]
    for _ in range(min(len(depth), DEEPEST)):
        moved = False
        for edge in edges:
            if depth[edge.origin] <= depth[edge.made] < len(depth) - 1:
                depth[edge.origin], moved = depth[edge.made] + 1, True
        if not moved:
            return depth
    used = {each: number for number, each in enumerate(sorted(set(depth.values())))}
    return {key: used[each] for key, each in depth.items()}


def title_of(node: Node) -> tuple[str, ...]:
    lines = wrap(node.title, TITLE_COLUMNS) if " " in node.title else by_parts(node.title, TITLE_COLUMNS)
    if len(lines) > MOST_TITLE_LINES:
        lines = [*lines[: MOST_TITLE_LINES - 1], cut(" ".join(lines[MOST_TITLE_LINES - 1 :]), TITLE_COLUMNS)]
    return tuple(lines)


def lines_of(node: Node) -> tuple[str, ...]:
    return tuple(line for detail in node.details for line in wrap(cut(detail, 3 * COLUMNS), COLUMNS))


def size(node: Node) -> int:
    return 2 * PADDING + TITLE * len(title_of(node)) + LINE * len(lines_of(node))


def drawn(box: Box) -> str:
    x, y = box.x + PADDING + 4, box.y + PADDING
    texts = []
    for number, line in enumerate(box.title, 1):
        texts.append(f'<text class="title" x="{x}" y="{y + number * TITLE - 4}">{escape(line)}</text>')
    y += len(box.title) * TITLE
    for number, line in enumerate(box.lines, 1):
        texts.append(f'<text x="{x}" y="{y + number * LINE - 3}">{escape(line)}</text>')
    return (
        f'<g class="node {box.node.kind}"><rect x="{box.x}" y="{box.y}" width="{WIDTH}" height="{box.height}" rx="8"/>'
        f'<rect class="edge-of" x="{box.x}" y="{box.y + 8}" width="4" height="{box.height - 16}" rx="2"/>'
        f"{''.join(texts)}</g>"
    )


def arrows(graph: Graph, boxes: Mapping[Key, Box], name: str) -> Iterable[str]:
    """An arrow for each edge, its words above its beginning, where no other arrow runs."""
    for edge in graph.edges:
        origin, made = boxes[edge.origin], boxes[edge.made]
        x1, y1, x2, y2 = origin.x + WIDTH, origin.middle, made.x, made.middle
        forward = x2 > x1
        bend = GAP // 2 if forward else GAP
        path = f"M{x1} {y1} C{x1 + bend} {y1} {x2 - bend} {y2} {x2 - 3} {y2}"
        yield f'<path class="arrow {edge.basis}" d="{path}" marker-end="url(#{name}-tip)"/>'
        x = x1 + 10
        if edge.label:
            yield f'<text class="relation" x="{x}" y="{y1 - 8}">{escape(edge.label)}</text>'
        if edge.basis_label:
            yield f'<text class="basis" x="{x}" y="{y1 + 18}">{escape(edge.basis_label)}</text>'
