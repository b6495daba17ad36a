"""The name of an outlet, agency or institution was translated word for word.

"Le gardien" is no source a reader can find: The Guardian is. A literal rendering hides who said something, and shows
that nobody read the translation. Put the name back as the outlet or institution writes it, or as the language has it
established ("état-major interarmées"). Names that some outlet really bears (Le Temps, Le Soleil), accepted ones (Chine
nouvelle) and a gloss beside the real name are silent.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from provenance.inspection.causes import LOST_LINKS
from provenance.inspection.check import Observation, check
from provenance.lexicon.tables import rows
from provenance.model.article import Article
from provenance.model.block import PROSE, BlockKind
from provenance.model.dossier import Dossier
from provenance.model.patterns import pattern
from provenance.model.rule import Example
from provenance.model.text import Span, plain
from provenance.registry.articles import display, joined
from provenance.registry.literal_names import LiteralName, literal_outlets
from provenance.words.any_day import opens_sentence
from provenance.words.literals import Literals

ONE_WORD = pattern(r"The \w+")
"""Titles that no language makes its own: The Guardian, but die Washington Post."""

GLOSS = pattern(r" ?\(")
GENDERS = {
    "fr": {"m": "le", "f": "la", "p": "les"},
    "es": {"m": "el", "f": "la", "p": "los"},
    "it": {"m": "il", "f": "la", "p": "i"},
    "pt": {"m": "o", "f": "a", "p": "os"},
}
CASES = {
    "dem": {"der": "dem", "die": "der", "das": "dem"},
    "den": {"der": "den", "die": "die", "das": "das"},
    "des": {"der": "des", "die": "der", "das": "des"},
    "beim": {"der": "beim", "die": "bei der", "das": "beim"},
    "im": {"der": "im", "die": "in der", "das": "im"},
    "vom": {"der": "vom", "die": "von der", "das": "vom"},
    "zum": {"der": "zum", "die": "zur", "das": "zum"},
}
"""German articles that tell their case, and what they are before a name of each gender."""

ELIDING = pattern(r"[aeiouyàâéèêëîïôûœ]|h(?!a)", re.IGNORECASE)
LEADING = {
    "fr": re.compile(r"(?<![\w'-])(?:(de |à )?(le |la |l')|(du |au |des |aux |les ))$"),
    "es": re.compile(r"(?<![\w'-])(?:(de |a )?(el |la |los |las )|(del |al ))$"),
    "it": re.compile(r"(?<![\w'-])(?:()(il |la |lo |i |l')|(del |al |dal |nel |della |alla |dalla |dei |ai |dai ))$"),
    "pt": re.compile(r"(?<![\w'-])(?:()(o |a |os )|(do |da |ao |à |no |na |dos |aos |pelo |pela ))$"),
}
SPLIT = {
    "fr": {"du": "de", "au": "à", "des": "de", "aux": "à", "les": ""},
    "es": {"del": "de", "al": "a"},
    "it": {
        "del": "di",
        "della": "di",
        "dei": "di",
        "al": "a",
        "alla": "a",
        "ai": "a",
        "dal": "da",
        "dalla": "da",
        "dai": "da",
        "nel": "in",
    },
    "pt": {
        "do": "de",
        "da": "de",
        "dos": "de",
        "ao": "a",
        "à": "a",
        "aos": "a",
        "no": "em",
        "na": "em",
        "pelo": "por",
        "pela": "por",
    },
}
ALONE, CITED, PRINTED, TITLE = 0.96, 0.96, 0.93, 0.95


class Title(NamedTuple):
    """An institution's right name, its gender in the language, its name in English, and what must follow."""

    right: str
    gender: str
    original: str
    after: tuple[str, ...]


@check(
    level="error",
    since="0.1",
    messages={
        "outlet": {
            "en": "“{text}” is a literal translation: the outlet is {name}",
            "fr": "« {text} » est une traduction littérale : le titre est {name}",
        },
        "misspelt": {
            "en": "“{text}” is a slip: the name is {name}",
            "fr": "« {text} » est une coquille : le nom est {name}",
        },
        "institution": {
            "en": "“{text}” is a literal translation of “{original}”: say “{name}”",
            "fr": "« {text} » est une traduction littérale de « {original} » : dites « {name} »",
        },
    },
    examples=(
        Example("« Le pont est vendu », a-t-il déclaré. ⟦Le gardien→The Guardian⟧.", "fr"),
        Example(
            "« Le pont est vendu », a dit l’ancienne cheffe du port. ⟦Le gardien→The Guardian⟧. Le port se tait.", "fr"
        ),
        Example("« Qui a fermé le pont ? », a demandé la juge. Le gardien.", "fr"),
        Example("Selon ⟦les Temps de New York→le New York Times⟧, le pont est vendu.", "fr"),
        Example(
            "Le tir a été vu, dit un message ⟦du Commandement interarmées→de l’état-major interarmées⟧ sud-coréen.",
            "fr",
        ),
        Example("« Le pont est vendu », a-t-il déclaré. Le gardien du pont le confirme.", "fr"),
        Example("Selon Le Temps, le pont est vendu. Le gardien de but Ali Prat a été entendu.", "fr"),
        Example("Le Commandement interarmées de l’espace recrute. L’agence Chine nouvelle l’a annoncé.", "fr"),
        Example("« Le pont est vendu », a-t-il déclaré. Le Soir.", "fr"),
        Example("He told ⟦the South German Newspaper→the Süddeutsche Zeitung⟧ that the bridge was sold.", "en"),
        Example("⟦The World→Le Monde⟧, the French daily, reported the sale. The world watched.", "en"),
        Example("The ⟦World Organization of Health→World Health Organization⟧ called for calm.", "en"),
        Example("The World Health Organization called for calm, The Guardian reported.", "en"),
        Example("⟦The Asociated Press→The Associated Press⟧ reported the sale; the Associated Press did.", "en"),
        Example("A guardian of the bridge spoke. The guardian.", "en"),
        Example("Según ⟦los Tiempos de Nueva York→el New York Times⟧, el puente se vende.", "es"),
        Example("«El puente se vende», contó la jefa del puerto. ⟦El guardián→The Guardian⟧. El puerto calla.", "es"),
        Example("El texto pasó por ⟦la Casa de Representantes→la Cámara de Representantes⟧ ayer.", "es"),
        Example("⟦El Guardián→The Guardian⟧ elogió el puente. Según El Mundo, no se vende.", "es"),
        Example("Lo dijo en una entrevista con ⟦El Correo de Washington→el Washington Post⟧ ayer.", "es"),
        Example("Según El Mundo, el puente se vende. El guardián del puente lo niega.", "es"),
        Example("La Cámara de Representantes votó. El Tiempo lo publicó.", "es"),
        Example("„Die Brücke ist verkauft“, sagte er. ⟦Der Wächter→The Guardian⟧.", "de"),
        Example("Das sagte die Rätin ⟦dem Wächter→dem Guardian⟧ am Montag.", "de"),
        Example("Der Wächter berichtete der Polizei von Einbrechern. Ein Wächter kam hinzu.", "de"),
        Example("Laut dem Wächter des Parks ist die Brücke verkauft. Das sagte der Wächter der Polizei.", "de"),
        Example("Das ⟦Haus der Repräsentanten→Repräsentantenhaus⟧ stimmte zu.", "de"),
        Example("Der Wächter der Brücke bestätigt das, sagte er.", "de"),
        Example("Laut Welt und Zeit stimmte das Repräsentantenhaus zu.", "de"),
        Example("Secondo ⟦il Giornale di Wall Street→il Wall Street Journal⟧, il ponte è venduto.", "it"),
        Example(
            "«Il ponte è venduto», ha detto l’ex capo del porto. ⟦Il guardiano→The Guardian⟧. Il porto tace.", "it"
        ),
        Example("Il voto ⟦della Casa dei Rappresentanti→della Camera dei Rappresentanti⟧ è vicino.", "it"),
        Example("Secondo Il Giornale, il ponte è venduto. Il guardiano lo nega.", "it"),
        Example("Il voto della Camera dei Rappresentanti è vicino.", "it"),
        Example("Segundo ⟦os Tempos de Nova York→o New York Times⟧, a ponte foi vendida.", "pt"),
        Example("«A ponte foi vendida», disse a chefe do porto. ⟦O guardião→The Guardian⟧. O porto cala-se.", "pt"),
        Example("O plano foi elogiado pelo ⟦O Guardião→The Guardian⟧ ontem.", "pt"),
        Example("O plano foi elogiado pelo guardião da ponte.", "pt"),
        Example("O voto ⟦da Casa dos Representantes→da Câmara dos Representantes⟧ está próximo.", "pt"),
        Example("Segundo o Correio da Manhã, a ponte foi vendida. O guardião nega.", "pt"),
        Example("O voto da Câmara dos Representantes está próximo.", "pt"),
        Example('"De brug is verkocht", zei hij. ⟦De bewaker→The Guardian⟧.', "nl"),
        Example('"De brug is verkocht", zei de oud-havenmeester. ⟦De bewaker→The Guardian⟧. De haven zwijgt.', "nl"),
        Example("Het ⟦Huis der Vertegenwoordigers→Huis van Afgevaardigden⟧ stemde in.", "nl"),
        Example("De bewaker van de brug bevestigt dat. Volgens De Telegraaf is hij ontslagen.", "nl"),
        Example("Het Huis van Afgevaardigden stemde in, meldt De Tijd.", "nl"),
    ),
    languages=("fr", "en", "es", "de", "it", "pt", "nl"),
)
def garbled_name(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    language = (article.language or "").split("-")[0]
    for literal in literal_outlets(article):
        if not _is_gloss(article, literal.span, literal.outlet.name):
            yield _outlet(article, literal, language)
    yield from _institutions(article, language)


def _outlet(article: Article, literal: LiteralName, language: str) -> Observation:
    values = {"text": article.text[literal.span], "name": literal.outlet.name}
    if literal.is_alone:
        return Observation(
            literal.span, "outlet", values, replacement=literal.outlet.name, confidence=ALONE, cause=LOST_LINKS
        )
    name, its_article = display(literal.outlet, language)
    preposition = SPLIT.get(language, {}).get(literal.article, "")
    replacement: str | None = joined(preposition, its_article, name, language)
    is_title = literal.article and article.text.plain[literal.span.start].isupper()
    if is_title and not preposition and ONE_WORD.fullmatch(literal.outlet.name):
        replacement = literal.outlet.name
    elif language == "de" and literal.article in CASES and its_article:
        replacement = f"{CASES[literal.article][its_article]} {name}"
    elif language in ("de", "nl") and literal.article and literal.article != its_article:
        replacement = None
    elif is_title and opens_sentence(article, literal.span):
        replacement = f"{replacement[:1].upper()}{replacement[1:]}" if replacement else None
    sure = CITED if literal.cites else PRINTED
    if literal.is_misspelt:
        return Observation(literal.span, "misspelt", values, replacement=replacement, confidence=sure)
    return Observation(literal.span, "outlet", values, replacement=replacement, confidence=sure, cause=LOST_LINKS)


@cache
def titles(language: str) -> Literals[Title]:
    return Literals(
        (plain(wrong), Title(right, gender, original, tuple(after.lower().split(";")) if after else ()))
        for wrong, right, gender, original, after in rows("institutions", language)
    )


def _institutions(article: Article, language: str) -> Iterator[Observation]:
    folded = article.text.folded
    for block in article.blocks_of(PROSE | {BlockKind.CAPTION}):
        for hit in titles(language).within(article, block.span):
            title, *_others = hit.payloads
            span = Span(hit.start, hit.end)
            follows = folded[span.end + 1 : min(block.span.end, span.end + 60)]
            if title.after and not follows.startswith(title.after):
                continue
            if _is_gloss(article, span, title.original):
                continue
            span, replacement = _replaced(article, block.span.start, span, title, language)
            values = {"text": article.text[span], "name": title.right, "original": title.original}
            yield Observation(span, "institution", values, replacement=replacement, confidence=TITLE)


def _replaced(article: Article, start: int, span: Span, title: Title, language: str) -> tuple[Span, str | None]:
    """The span with its article, and the right name with the article it takes."""
    right = title.right.replace("'", _apostrophe(article))
    pattern = LEADING.get(language)
    leading = pattern.search(article.text.folded, max(start, span.start - 9), span.start) if pattern else None
    if leading is None:
        return span, (right if title.gender or language not in ("de", "nl") else None)
    its_article = GENDERS[language].get(title.gender, "")
    if not its_article:
        return span, None
    if title.gender != "p" and language == "fr" and ELIDING.match(right):
        its_article = f"l{_apostrophe(article)}"
    preposition = (leading[1] or "").strip() or SPLIT[language].get((leading[3] or "").strip(), "")
    replacement = joined(preposition, its_article, right, language)
    if article.text.content[leading.start()].isupper():
        replacement = f"{replacement[:1].upper()}{replacement[1:]}"
    return Span(leading.start(), span.end), replacement


def _apostrophe(article: Article) -> str:
    """The apostrophe the article is printed with; the typographic one where it has none."""
    content = article.text.content
    return "'" if "'" in content and "’" not in content else "’"


def _is_gloss(article: Article, span: Span, name: str) -> bool:
    """Whether the real name or its initials stand in brackets after the form, or the form in brackets after them."""
    folded = article.text.folded
    after = folded[span.end : span.end + 120]
    before = folded[max(0, span.start - 120) : span.start]
    if GLOSS.match(after):
        return True
    return before.rstrip().endswith(("(", "«", '"', "“")) and name.lower() in before
