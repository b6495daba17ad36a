"""How often each rule found something: the most frequent first."""

from collections import Counter

from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.model.audit import Audit
from provenance.model.finding import Level

COLUMNS = ("rule", "level", "findings", "safe", "suppressed")


def statistics(audit: Audit, view: View) -> str:
    """A row for each rule and level, gravest and most frequent first; what was suppressed is counted apart."""
    from tabulate import tabulate

    words = wording(view.locale)
    told, safe, silenced = Counter[tuple[str, Level]](), Counter[tuple[str, Level]](), Counter[tuple[str, Level]]()
    for dossier in audit.dossiers:
        for finding in dossier.findings:
            key = finding.rule, finding.level
            (told if finding.suppressed is None else silenced)[key] += 1
            safe[key] += finding.suppressed is None and finding.safe and finding.replacement is not None
    order = sorted({*told, *silenced}, key=lambda key: (-key[1].rank, -told[key], key[0]))
    if not order:
        return f"{words('nothing-found')}\n"
    rows = [(key[0], words(f"levels.{key[1]}"), told[key], safe[key], silenced[key]) for key in order]
    heads = [words(f"headings.{name}") for name in COLUMNS]
    return tabulate(rows, heads, tablefmt="simple", colalign=("left", "left", "right", "right", "right")) + "\n"
