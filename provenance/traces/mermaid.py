"""The chains as a Mermaid flowchart, which many wikis and code hosts draw."""

from collections.abc import Iterator

from provenance.layout.graph import Graph, graph_of
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.model.audit import Audit
from provenance.model.patterns import pattern
from provenance.model.trace import Trace

ARROWS = {"declared": "-->", "verified": "==>", "inferred": "-.->", "unknown": "-.->"}
ACTING = pattern(r"[^\w .,;:!?’'«»“”()/·–—…-]")


def render(audit: Audit, trace: Trace, view: View) -> str:
    graph = graph_of(audit.dossiers, trace.links, wording(view.locale))
    failures = (f"%% {escaped(failure.path)}: {escaped(failure.reason)}" for failure in audit.failures)
    return "".join(f"{line}\n" for line in ["flowchart LR", *lines(graph), *failures])


def lines(graph: Graph) -> Iterator[str]:
    names = {node.key: f"n{number}" for number, node in enumerate(graph.nodes)}
    for node in graph.nodes:
        words = "<br/>".join(map(escaped, (node.title, *node.details)))
        shape = ('["', '"]') if node.kind == "article" else ('("', '")')
        yield f"  {names[node.key]}{shape[0]}{words}{shape[1]}"
    for edge in graph.edges:
        label = " · ".join(filter(None, (edge.label, edge.basis_label)))
        told = f'|"{escaped(label)}"|' if label else ""
        yield f"  {names[edge.origin]} {ARROWS[edge.basis]}{told} {names[edge.made]}"
    if articles := [names[node.key] for node in graph.nodes if node.kind == "article"]:
        yield "  classDef article stroke-width:2px,font-weight:bold"
        yield f"  class {','.join(articles)} article"


def escaped(words: str) -> str:
    """Every sign Mermaid might act on as the entity it reads."""
    return ACTING.sub(lambda found: f"#{ord(found.group())};", words)
