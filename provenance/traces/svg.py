"""The chains as an SVG picture, to look at and to print."""

from provenance.layout.graph import graph_of
from provenance.layout.picture import picture
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.model.audit import Audit
from provenance.model.trace import Trace
from provenance.traces.tree import render as tree

STYLE = """
.chain { background: #fff; font: 12px system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
text { fill: #5c584f; } .title { fill: #1d1c1a; font-size: 14px; font-weight: 600; }
.node rect { fill: #fff; stroke: #c9c4b8; } .article rect { fill: #f3f7fb; stroke: #1b4f80; }
.node .edge-of { fill: #2a6238; stroke: none; } .article .edge-of { fill: #1b4f80; }
.unknown rect { stroke: #77736a; stroke-dasharray: 5 4; } .unknown .edge-of { fill: none; }
.arrow { fill: none; stroke: #5c584f; stroke-width: 1.6; } .arrow.verified { stroke-width: 2.6; }
.arrow.inferred, .arrow.unknown { stroke-dasharray: 5 4; } .tip { fill: #5c584f; }
.relation { fill: #1d1c1a; font-weight: 600; }
"""


def render(audit: Audit, trace: Trace, view: View) -> str:
    words = wording(view.locale)
    title = words("html.many", count=words.count("article", len(audit.dossiers)))
    graph = graph_of(audit.dossiers, trace.links, words)
    return picture(graph, title, tree(audit, trace, view), style=STYLE) + "\n"
