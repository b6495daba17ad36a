"""The headline is all in capitals.

Capitals read as shouting and hide which words are names. Write the headline as a sentence.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.block import BlockKind
from provenance.model.dossier import Dossier
from provenance.model.rule import Example


@check(
    level="note",
    since="0.2",
    messages={"found": {"en": "the headline shouts", "fr": "le titre crie"}},
    examples=(
        Example("# ⟦LE PHARE ROUVRE EN JUIN⟧", "fr", format="md"),
        Example("# Le phare rouvre en juin", "fr", format="md"),
        Example("# L’ONU au phare", "fr", format="md"),
    ),
)
def shouting_headline(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    for block in article.blocks_of(frozenset({BlockKind.HEADLINE})):
        if article.text[block.span].isupper():
            yield Observation(block.span)
