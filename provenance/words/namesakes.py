"""What the text around two near spellings says against one name: two people, two words side by side, a nickname."""

import re
from bisect import bisect_right
from functools import cache

from provenance.lexicon.tables import WORLD, first_column, is_common, table
from provenance.model.article import Article, derived
from provenance.model.patterns import pattern
from provenance.words.names import NEARBY, Mention
from provenance.words.nearness import bare, slip

INTRODUCED = 4
"""Words before a surname, the given name among them, in which one may introduce another person."""

KIN = 2
"""Words before a given name in which one of kinship says whose it is ("his father, Ruben")."""

PARAGRAPH = 500
"""Characters within which nobody writes a full name again, unless it is another one."""

BRIEFEST = 3
"""Letters that a word has at the most when it is no title."""

MOST_PLACES = 50
"""Places of a word looked at: time must stay bounded."""

APPOSED = pattern(r", ((?:[^\W_]+[ '-]){0,2}[^\W_]+)")
TRADE = pattern(r", (?:l[aeo'] ?|il |el |os? |as? |the |an? |une? |u[mn]a? |der |die |das |eine? |de |het |een )\w+")
SENTENCE_BEFORE = pattern(r"[.!?] ")
QUOTES = frozenset("\"“”«»„'‘’")


@cache
def known_given_names() -> frozenset[str]:
    return first_column("given_names")


@cache
def titles(language: str) -> frozenset[str]:
    """Words before a name that are no given name."""
    return frozenset((*table(language, "names")["titles"], *table(language, "language")["stop_words"]))


def names_after(places: tuple[Mention, ...]) -> set[str]:
    return {place.after for place in places if len(place.after) > 1}


@cache
def saying(language: str) -> frozenset[str]:
    """The verbs of saying, and others of which people are the subject."""
    said = (phrase for name in ("speech", "says") for phrase in table(language, "citations")[name])
    return frozenset((*table(language, "names")["acts"], *(verb for verb in said if " " not in verb))) - titles(
        language
    )


def are_people(article: Article, places: tuple[Mention, ...], language: str) -> bool:
    """Whether the name says something at each place, or stands after a title ("Forscherin Ehlers")."""
    return all(_is_person(article, place, language) for place in places)


def _is_person(article: Article, place: Mention, language: str) -> bool:
    following = article.text.folded[place.span.end : place.span.end + NEARBY].split(" ", 2)
    if len(following) > 1 and not following[0] and following[1].strip(",.") in saying(language):
        return True
    before = place.before
    is_title = before in table(language, "names")["titles"] or (len(before) > BRIEFEST and is_common(language, before))
    return is_title and before not in known_given_names() | set(table(language, "language")["stop_words"])


def are_two_people(slips: tuple[Mention, ...], models: tuple[Mention, ...]) -> bool:
    """Whether the names that go on from both differ as little as they do themselves: "Veronica Quishpe" and
    "Veronika Quispe" differ twice, so they are two."""
    return any(
        one != other and slip(bare(one), bare(other)) is not None
        for one in names_after(slips)
        for other in names_after(models)
        if one not in names_after(models)
    )


def are_namesakes(wrong: str, slips: tuple[Mention, ...], models: tuple[Mention, ...]) -> bool:
    """Whether two given names, each a name of its own, stand before different surnames ("Daniil", "Daniel")."""
    return bool(names_after(slips) and names_after(models)) and wrong.lower() in known_given_names()


def are_joined(article: Article, slips: tuple[Mention, ...], models: tuple[Mention, ...], language: str) -> bool:
    """Whether the two stand side by side, as two do ("Hasan et Hassan")."""
    joins, plain = table(language, "names")["joins"], article.text.plain
    for place in slips[:MOST_PLACES]:
        for model in models[:MOST_PLACES]:
            first, last = (place, model) if place.start < model.start else (model, place)
            if last.start - first.span.end < 12:
                between = plain[first.span.end : last.start].strip(" ,/-")
                if not between or between in joins:
                    return True
    return False


def are_told_apart(article: Article, language: str, slips: tuple[Mention, ...], models: tuple[Mention, ...]) -> bool:
    """Whether the text itself says that the other spelling is another person.

    Either a word of kinship or of office introduces the full name after the first one ("his neighbour, ...") or follows
    it, or the paragraph says that the two are not related, or one is a person's given name and the other ends that
    of a place.
    """
    folded, first = article.text.folded, models[0]
    given = known_given_names() | {model.before for model in models}
    relation, denials = told_by(language, "relations"), not_related(article)
    if stand_apart(slips, models) or stand_apart(models, slips) or are_of_one_family(article, relation, slips, models):
        return True
    for place in slips[:MOST_PLACES]:
        if not place.before or (place.before not in given and is_common(language, place.before)):
            continue
        apposed = APPOSED.match(folded, place.span.end) if place.start > first.start else None
        if apposed and relation.search(apposed[1]):
            return True
        near = max(0, place.start - 2 * NEARBY)
        line = folded.rfind("\n", near, place.start) + 1
        sentence = SENTENCE_BEFORE.split(folded[max(line, near) : place.start])[-1]
        before = " ".join(sentence.split()[-INTRODUCED:])
        if place.start > first.start and relation.search(before):
            return True
        after = bisect_right(denials, place.start)
        for denial in denials[max(0, after - 1) : after + 1]:
            if folded.find("\n", min(denial, place.start), max(denial, place.start)) < 0:
                return True
    return False


def stand_apart(people: tuple[Mention, ...], places: tuple[Mention, ...]) -> bool:
    """Whether one always opens a name and the other always ends the name of a place ("Elowen Hicks", "Port Lowen")."""
    openers = table(WORLD, "place-words")["openers"]
    return all(one.after for one in people) and all(other.before in openers for other in places)


def are_of_one_family(
    article: Article, relation: re.Pattern[str], slips: tuple[Mention, ...], models: tuple[Mention, ...]
) -> bool:
    """Whether two given names stand before one surname and a word of kinship right before the later ("his father")."""
    shared, folded = names_after(slips) & names_after(models), article.text.folded
    for ones, others in ((slips, models), (models, slips)):
        for place in ones[:MOST_PLACES]:
            before = " ".join(folded[max(0, place.start - NEARBY) : place.start].split()[-KIN:])
            if place.after in shared and place.start > others[0].start and relation.search(before):
                return True
    return False


def are_told_in_full(
    article: Article, slips: tuple[Mention, ...], models: tuple[Mention, ...], *, is_word: bool
) -> bool:
    """Whether both stand after the same given name so near each other that nobody would write the full name again.

    That is in one paragraph; where the better founded one `is_word` of the language, in one sentence or with a trade of
    its own ("Aldo Ferretto, the baker").
    """
    for place in slips[:MOST_PLACES]:
        for model in models[:MOST_PLACES]:
            first, last = sorted((place.start, model.start))
            shared = place.before == model.before and place.before in known_given_names()
            if shared and last - first <= PARAGRAPH:
                between = article.text.content[first:last]
                told = max(place, model, key=lambda mention: mention.start).span.end
                again = is_word and SENTENCE_BEFORE.search(between) and not TRADE.match(article.text.folded, told)
                if "\n" not in between and not again:
                    return True
    return False


@derived
def not_related(article: Article) -> list[int]:
    """Where the article says that people of one name are not related."""
    said = told_by((article.language or "").split("-")[0], "distinct")
    return [found.start() for found in said.finditer(article.text.folded)]


@cache
def told_by(language: str, name: str) -> re.Pattern[str]:
    words = sorted(table(language, "names")[name], key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


def is_nickname(article: Article, place: Mention) -> bool:
    """Whether the word stands alone in quotes: it is meant as it is."""
    content, (start, end) = article.text.content, place.span
    opened, closed = content[max(0, start - 2) : start].strip()[-1:], content[end : end + 2].strip()[:1]
    return opened in QUOTES and closed in QUOTES
