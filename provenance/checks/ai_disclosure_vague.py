"""The AI disclosure does not say what the machine did.

"Written with the help of AI" leaves the reader guessing: researched, written, translated, illustrated? and did a person
check it? Say what the tool did and who reviewed the result. Since 2 August 2026 article 50(4) of the EU AI Act asks for
the disclosure of generated text on matters of public interest unless a person reviewed it and answers for it.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.credit import AiUse, Role
from provenance.model.dossier import Dossier
from provenance.model.rule import Example


@check(
    level="note",
    since="0.1",
    messages={
        "found": {
            "en": "the disclosure does not say what the AI did, nor whether a person reviewed it",
            "fr": "la mention ne dit ni ce que l’IA a fait, ni si une personne a relu",
        },
        "use": {
            "en": "the disclosure says that a person reviewed the text, but not what the AI did",
            "fr": "la mention dit qu’une personne a relu, mais pas ce que l’IA a fait",
        },
    },
    examples=(
        Example("Le pont rouvrira lundi.\n⟦Cet article a été réalisé avec l’aide de l’IA.⟧", "fr"),
        Example("Le pont rouvrira lundi.\nCet article a été traduit par une IA et relu par la rédaction.", "fr"),
        Example("Le maire veut former les agents à l’IA dès lundi.", "fr"),
        Example("The bridge will reopen.\n⟦This article was produced with the help of AI.⟧", "en"),
        Example("The bridge will reopen.\nThis article was translated by AI and reviewed by an editor.", "en"),
        Example("The city uses AI to plan its bridges.", "en"),
        Example("⟦Dieser Text wurde mit Hilfe von KI erstellt.⟧", "de"),
        Example("Dieser Text wurde mit KI übersetzt und von der Redaktion geprüft.", "de"),
        Example("Die Stadt plant Brücken mit KI.", "de"),
        Example("⟦Este artículo se ha elaborado con ayuda de inteligencia artificial.⟧", "es"),
        Example("Este artículo fue traducido con inteligencia artificial y revisado por la redacción.", "es"),
        Example("La ciudad planea puentes con IA.", "es"),
        Example("⟦Articolo realizzato con l’aiuto dell’intelligenza artificiale.⟧", "it"),
        Example("Articolo tradotto con l’intelligenza artificiale e rivisto dalla redazione.", "it"),
        Example("La città progetta ponti con l’IA.", "it"),
        Example("⟦Conteúdo produzido com auxílio de inteligência artificial.⟧", "pt"),
        Example("Artigo traduzido com inteligência artificial e revisto pela redação.", "pt"),
        Example("A cidade planeia pontes com IA.", "pt"),
        Example("⟦Dit artikel is gemaakt met behulp van AI.⟧", "nl"),
        Example("Dit artikel is vertaald met AI en nagekeken door de redactie.", "nl"),
        Example("De stad plant bruggen met AI.", "nl"),
    ),
)
def ai_disclosure_vague(dossier: Dossier) -> Iterator[Observation]:
    for credit in dossier.credits:
        if credit.role is Role.AI_DISCLOSURE and set(credit.ai_uses) <= {AiUse.UNSPECIFIED}:
            if credit.human_review is None:
                yield Observation(credit.span, related=credit.also)
            else:
                yield Observation(credit.span, "use", related=credit.also, confidence=0.7)
