"""The chains as a graph in the DOT language, for Graphviz."""

from collections.abc import Iterator

from provenance.layout.display import neutral
from provenance.layout.graph import Graph, graph_of
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.model.audit import Audit
from provenance.model.trace import Trace

STYLES = {"declared": "solid", "verified": "bold", "inferred": "dashed", "unknown": "dashed"}


def render(audit: Audit, trace: Trace, view: View) -> str:
    graph = graph_of(audit.dossiers, trace.links, wording(view.locale))
    failures = (f"  // {neutral(failure.path)}: {neutral(failure.reason)}" for failure in audit.failures)
    frame = ("digraph provenance {", '  rankdir=LR; node [shape=box, style=rounded, fontname="Helvetica"];')
    return "".join(f"{line}\n" for line in [*frame, *lines(graph), *failures, "}"])


def lines(graph: Graph) -> Iterator[str]:
    names = {node.key: f"n{number}" for number, node in enumerate(graph.nodes)}
    for node in graph.nodes:
        extra = {"article": ", penwidth=2", "unknown": ', style="rounded,dashed"'}.get(node.kind, "")
        yield f"  {names[node.key]} [label={quoted(node.title, *node.details)}{extra}];"
    for edge in graph.edges:
        label = quoted(*filter(None, (edge.label, edge.basis_label)))
        yield f"  {names[edge.origin]} -> {names[edge.made]} [label={label}, style={STYLES[edge.basis]}];"


def quoted(*words: str) -> str:
    """One quoted string, each part on a line of its own."""
    return '"' + "\\n".join(part.replace("\\", "\\\\").replace('"', '\\"') for part in words) + '"'
