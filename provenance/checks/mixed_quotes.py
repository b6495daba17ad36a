"""Two systems of quotation marks are used side by side for the same purpose.

« One », “two” and "three" in one article mostly mean that it was pasted together from several sources, or translated
in pieces. Choose the system of the house and use it throughout. Quotations inside quotations take the second system of
the language: that is correct and silent. Apostrophes of two kinds are the same defect at a smaller scale.
"""

from collections import defaultdict
from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.lexicon.tables import table
from provenance.model.article import Article
from provenance.model.dossier import Dossier
from provenance.model.patterns import pattern
from provenance.model.rule import Example
from provenance.model.text import Span
from provenance.words.quotations import LONGEST
from provenance.words.quote_marks import STRAIGHT, quoting
from provenance.words.tokens import WORD

NICKNAME = 2
"""Words up to which a quoted run may be a nickname or a word of someone's, which some houses mark in their own way."""

TITLE_WORDS = 8
ANNOUNCED = 60
"""Characters before a title in which its kind is named."""

BY_SOMEBODY = pattern(r",? (?:di|de|von|by|van|do|da|par|d') ?(?=[^\W\d_a-z])")
"""What follows a title and names its author."""

SHOWN = 12
"""Other places named at the most."""


@check(
    level="note",
    since="0.1",
    messages={
        "found": {
            "en": "quotation marks are mixed: {minority} here, {majority} elsewhere ({counts})",
            "fr": "guillemets mélangés : {minority} ici, {majority} ailleurs ({counts})",
        },
        "apostrophes": {
            "en": "apostrophes are mixed: {minority} here, {majority} elsewhere ({counts})",
            "fr": "apostrophes mélangées : {minority} ici, {majority} ailleurs ({counts})",
        },
    },
    examples=(
        Example("« Il pleut », dit Ana. « Rentrons », dit Jo. Le toit a ⟦“encore tenu”⟧, note Luc.", "fr"),
        Example("« Il pleut “à verse” depuis lundi », dit Ana. « Rentrons. »", "fr"),
        Example('"Il pleut", dit Ana. "Rentrons", dit Jo.', "fr"),
        Example("« Il pleut », dit Ana. « Rentrons », dit Jo. Son roman “Sous la pluie” paraît lundi.", "fr"),
        Example('“It rains,” Ana said. “Let\'s go in,” said Jo. The roof ⟦"held again"⟧, Luc said.', "en"),
        Example("“It rains 'in buckets' here,” Ana said.", "en"),
        Example('The 6" pipe burst. “It rains,” Ana said.', "en"),
        Example('„Es regnet“, sagte Ana. „Gehen wir“, sagte Jo. Das Dach ⟦"hielt wieder"⟧, so Luc.', "de"),
        Example("„Es regnet ‚wie aus Eimern‘ hier“, sagte Ana.", "de"),
        Example("»Es regnet«, sagte Ana. »Gehen wir«, sagte Jo.", "de"),
        Example("«Llueve», dijo Ana. «Entremos», dijo Jo. El techo ⟦“aguantó”⟧, según Luc.", "es"),
        Example("«Llueve “a cántaros” aquí», dijo Ana.", "es"),
        Example("“Llueve”, dijo Ana. “Entremos”, dijo Jo.", "es"),
        Example('«Piove», dice Ana. «Entriamo», dice Jo. Il tetto ⟦"ha retto"⟧, nota Luca.', "it"),
        Example("«Piove “a catinelle” qui», dice Ana.", "it"),
        Example("“Piove”, dice Ana. “Entriamo”, dice Jo.", "it"),
        Example('“Chove”, disse Ana. “Entremos”, disse Jo. O telhado ⟦"aguentou"⟧, nota Luís.', "pt"),
        Example("“Chove 'a potes' aqui”, disse Ana.", "pt"),
        Example("«Chove», disse Ana. «Entremos», disse Jo.", "pt"),
        Example('“Het regent”, zei Ana. “Naar binnen”, zei Jo. Het dak ⟦"hield weer"⟧, aldus Luc.', "nl"),
        Example("“Het regent ‘pijpenstelen’ hier”, zei Ana.", "nl"),
        Example("„Het regent”, zei Ana. „Naar binnen”, zei Jo.", "nl"),
    ),
)
def mixed_quotes(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    systems = places_of_systems(article)
    usual = usual_system(article)
    if len(systems) > 1:
        systems = without_titles(article, systems, usual)
    if len(systems) > 1:
        ranked = sorted(systems, key=lambda system: (len(systems[system]), system == usual, system))
        minority, majority = ranked[0], ranked[-1]
        places = sorted(place for system in ranked[:-1] for place in systems[system])
        yield Observation(
            systems[minority][0] if len(ranked) == 2 else places[0],
            values={
                "minority": minority,
                "majority": majority,
                "counts": ", ".join(f"{system} {len(systems[system])}" for system in reversed(ranked)),
            },
            confidence=confidence_of(article, systems[minority], len(systems[majority])),
            related=tuple(place for place in places if place != systems[minority][0])[:SHOWN],
        )
    yield from mixed_apostrophes(article)


def places_of_systems(article: Article) -> dict[str, list[Span]]:
    """The outermost quotations by system; a pair of two systems counts for neither."""
    found = quoting(article)
    mismatched = set(found.mismatched)
    systems: dict[str, list[Span]] = defaultdict(list)
    for span, system in found.quotations:
        if span not in mismatched and 2 < span.end - span.start <= LONGEST:
            systems[system].append(span)
    return systems


def without_titles(article: Article, systems: dict[str, list[Span]], usual: str) -> dict[str, list[Span]]:
    """The systems without the rarer ones that only set titles of works, as many houses do, and set all of them."""
    most = max(systems, key=lambda system: (len(systems[system]), system == usual))
    if any(is_title(article, place) for place in systems[most]):
        return systems
    return {
        system: places
        for system, places in systems.items()
        if system == most or not all(is_title(article, place) for place in places)
    }


def is_title(article: Article, place: Span) -> bool:
    """Whether a quoted run is short, opens with a capital and is announced as a work ("his novel ...") or stands inside
    a sentence, where speech would open small."""
    text, start = article.text.content[place.start + 1 : place.end - 1].strip(), place.start
    if not text[:1].isupper() or len(text.split()) > TITLE_WORDS or text[-1] in ".,!?…":
        return False
    ahead = article.text.plain[max(0, start - 2) : start]
    if ahead[-1:] == " " and ahead[:1].isalpha() and len(text.split()) > 1:
        return True
    words = table((article.language or "en").split("-")[0], "typography").get("work_words", ())
    before = WORD.findall(article.text.folded, max(0, start - ANNOUNCED), start)
    is_apposed = ahead == ", " or BY_SOMEBODY.match(article.text.plain, place.end) is not None
    near = before if is_apposed else before[-3:]
    return not set(near).isdisjoint(words)


def usual_system(article: Article) -> str:
    """The first system of the article's language, which a tie is decided for."""
    language = (article.language or "en").split("-")[0]
    return str(table(language, "typography").get("quotation_marks", STRAIGHT))


def confidence_of(article: Article, minority: list[Span], majority: int) -> float:
    """Several whole quotations are sure; one quoted word may be meant as a name or come from a quoted title."""
    if len(minority) > 1 and majority > 1:
        return 0.9
    words = max((article.text[place].split() for place in minority), key=len)
    if len(words) <= NICKNAME:
        return 0.5
    return 0.8 if len(words) > 2 or majority > 2 else 0.65


def mixed_apostrophes(article: Article) -> Iterator[Observation]:
    """Straight and curly apostrophes inside words, where one kind is clearly the article's own."""
    content = article.text.content
    straight, curly = content.count("'"), content.count("’")
    if not straight or not curly:
        return
    places: dict[str, list[Span]] = {"'": [], "’": []}
    for block in article.own:
        for sign, found in places.items():
            at = content.find(sign, *block.span)
            while at >= 0:
                if at > block.span.start and content[at - 1].isalpha() and content[at + 1 : at + 2].isalpha():
                    found.append(Span(at - 1, at + 2))
                at = content.find(sign, at + 1, block.span.end)
    minority, majority = sorted(places, key=lambda sign: len(places[sign]))
    if not places[minority] or len(places[majority]) < 2 * len(places[minority]):
        return
    yield Observation(
        places[minority][0],
        "apostrophes",
        {
            "minority": minority,
            "majority": majority,
            "counts": f"{majority} {len(places[majority])}, {minority} {len(places[minority])}",
        },
        confidence=0.55,
        related=tuple(places[minority][1 : SHOWN + 1]),
    )
