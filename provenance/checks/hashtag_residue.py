"""A row of hashtags was left in the text.

Copied posts carry the title once more as hashtags, one a word. A reader stumbles over it, and it shows that nobody read
the page before it went out. Delete the row. One or two hashtags in a sentence are quoted or meant and stay silent.
"""

import re
from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.dossier import Dossier
from provenance.model.rule import Example
from provenance.model.text import Span

ROW = re.compile(r"(?:(?<=\s)|^)#[^\W\d_][\w-]*+(?:[\s,]++#[^\W_][\w-]*+){3,}+", re.MULTILINE)


@check(
    level="warning",
    since="0.1",
    messages={
        "found": {
            "en": "{count} hashtags in a row were left in the article: delete them",
            "fr": "{count} mots-dièse d’affilée sont restés dans l’article : à supprimer",
        }
    },
    examples=(
        Example("Le vote est reporté à jeudi.\n⟦#Budget #commune #vote #report #jeudi⟧", "fr"),
        Example("Le mot-dièse #Budget2031 a été repris par #TousUnis samedi.", "fr"),
        Example("Il est classé #1 puis #2, #3 et #4 au championnat.", "fr"),
        Example("The vote is postponed.\n⟦#Everything #we #know #about #the #vote⟧", "en"),
        Example("She posted under #FixOurRoads and #PotholeWatch on Monday.", "en"),
        Example("Ranked #4 in doubles and #11 in singles, she won.", "en"),
    ),
)
def hashtag_residue(dossier: Dossier) -> Iterator[Observation]:
    text = dossier.article.text
    for block in dossier.article.own:
        if "#" not in text[block.span]:
            continue
        for row in ROW.finditer(text.content, *block.span):
            yield Observation(Span(*row.span()), values={"count": str(row.group().count("#"))})
