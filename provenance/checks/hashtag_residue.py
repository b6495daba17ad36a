"""A row of hashtags was left in the text.

Copied posts carry the title once more as hashtags, one a word. A reader stumbles over it, and it shows that nobody read
the page before it went out. Delete the row. One or two hashtags in a sentence are quoted or meant and stay silent.
"""

import re
from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.block import BlockKind
from provenance.model.dossier import Dossier
from provenance.model.patterns import pattern
from provenance.model.rule import Example
from provenance.model.text import Span
from provenance.words.quotations import is_quoted

TAG = r"#[^\W\d_][\w-]*+"
ROW = pattern(rf"(?:(?<=\s)|^){TAG}(?:[\s,]++#[^\W_][\w-]*+){{3,}}+", re.MULTILINE)
LINE = pattern(rf"{TAG}(?:[\s,;|·•]++{TAG})++[\s.]*+")
"""A line of nothing but hashtags, from two on."""

TRAIL = pattern(rf"(?<=[.!?…»”\"] ){TAG}(?:[\s,]++{TAG}){{2}}(?=[\s.]*\Z| [A-ZÀ-ÖØ-Þ])")
"""Three behind a sentence, before the next one or none; more are a row anyway."""

CERTAIN, LIKELY = 0.95, 0.8


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
        Example("« #Budget #commune #vote #report #jeudi », a-t-elle écrit.", "fr"),
        Example("Le vote est reporté.\n⟦#Budget #Commune⟧", "fr"),
        Example("The vote is postponed. ⟦#Budget #Council #Vote⟧", "en"),
        Example("The vote is postponed.\n⟦#Everything #we #know #about #the #vote⟧", "en"),
        Example("She posted under #FixOurRoads and #PotholeWatch on Monday.", "en"),
        Example("Ranked #4 in doubles and #11 in singles, she won.", "en"),
        Example("La votación se aplaza.\n⟦#Todo #lo #que #sabemos #del #voto⟧", "es"),
        Example("Publicó con #BachesYa y #CallesSanas el lunes.", "es"),
        Example("Quedó #1, #2 y #3 en las listas.", "es"),
        Example("Die Wahl ist verschoben.\n⟦#Alles #was #wir #zur #Wahl #wissen⟧", "de"),
        Example("Unter #Schlagloch und #Radweg wird gestritten.", "de"),
        Example("Raum #4 und Raum #5 bleiben zu.", "de"),
        Example("Il voto è rinviato.\n⟦#Tutto #quello #che #sappiamo #sul #voto⟧", "it"),
        Example("Ha scritto con #BasiBuche e #StradeSane.", "it"),
        Example("È il brano #1 e #2 in classifica.", "it"),
        Example("A votação foi adiada.\n⟦#Tudo #o #que #sabemos #da #votação⟧", "pt"),
        Example("Publicou com #BuracosJá e #RuaSegura.", "pt"),
        Example("Ficou em #1 e #2 nas listas.", "pt"),
        Example("De stemming is uitgesteld.\n⟦#Alles #wat #we #weten #over #de #stemming⟧", "nl"),
        Example("Ze schreef onder #KuilWacht en #VeiligeStraat.", "nl"),
        Example("Zaal #4 en zaal #5 zijn dicht.", "nl"),
    ),
)
def hashtag_residue(dossier: Dossier) -> Iterator[Observation]:
    text = dossier.article.text
    for block in dossier.article.own:
        line = text[block.span]
        if "#" not in line or block.kind is BlockKind.QUOTE:
            continue
        if LINE.fullmatch(line):
            count = line.count("#")
            yield Observation(block.span, values={"count": str(count)}, confidence=CERTAIN if count > 2 else LIKELY)
            continue
        for trail in TRAIL.finditer(line):
            span = Span(block.span.start + trail.start(), block.span.start + trail.end())
            if not is_quoted(dossier.article, span):
                yield Observation(span, values={"count": "3"}, confidence=LIKELY)
        for row in ROW.finditer(text.content, *block.span):
            if not is_quoted(dossier.article, Span(*row.span())):
                yield Observation(Span(*row.span()), values={"count": str(row.group().count("#"))}, confidence=CERTAIN)
