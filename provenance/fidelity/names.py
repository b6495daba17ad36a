"""Names in an article and in its origin: what each passage holds beside its counterpart, and what the whole holds."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice

from provenance.fidelity.alignment import Alignment, Pair
from provenance.fidelity.name_words import Passage, Word, calendar_names, passages, together
from provenance.fidelity.sides import Side
from provenance.fidelity.spellings import may_render
from provenance.lexicon.tables import is_common, languages, rows
from provenance.model.record import record
from provenance.words.namesakes import known_given_names
from provenance.words.nearness import bare
from provenance.words.scripts import Script, script_of

LATIN_SHARE, READ = 0.9, 2_000
"""Share of Latin letters of a text whose names are compared letter by letter, and how much of it is read."""

MOST_NAMES = 500
"""Distinct names of an article that a word is held against: no article has more, and time must stay bounded."""

CAPITALISING = frozenset({"de"})
"""Languages that write every noun with a capital."""

DEMONYMS = ("an", "ans", "ic", "ics", "ish", "ese", "ist", "ists", "er", "ers", "ism", "cy", "ity")
"""Endings of words that are translated though they have a capital."""


@record(slots=False, eq=False)
class Whole:
    """One article: the words of each sentence and of all, how often each stands there, which in small letters, and its
    names by their length, each once."""

    language: str
    sentences: Sequence[Passage]
    text: Passage
    counted: Counter[str]
    small: frozenset[str]
    names: Mapping[int, Sequence[Word]]

    def around(self, numbers: range) -> Passage:
        """The words of some sentences and of their neighbours."""
        return together(self.sentences[max(0, numbers.start - 1) : numbers.stop + 1])


@record(slots=False, eq=False)
class Beside:
    """A passage of the article and the one of the origin that it renders."""

    pair: Pair
    said: Passage
    meant: Passage
    around: Passage
    around_meant: Passage


@record(slots=False, eq=False)
class Names:
    article: Whole
    origin: Whole
    beside: Sequence[Beside]


def is_latin(side: Side) -> bool:
    letters = [letter for letter in side.article.text.plain[:READ] if letter.isalpha()]
    latin = sum(script_of(letter) is Script.LATIN for letter in letters)
    return bool(letters) and latin >= LATIN_SHARE * len(letters)


def names_of(alignment: Alignment) -> Names:
    article, origin = (whole(passages(side), side.language) for side in (alignment.article, alignment.origin))
    return Names(article, origin, [beside(article, origin, pair) for pair in alignment.pairs])


def whole(sentences: Sequence[Passage], language: str) -> Whole:
    text = together(sentences)
    distinct = {word.bare: word for word in reversed(text.words) if word.is_name}
    names = defaultdict(list)
    for word in islice(sorted(distinct.values(), key=lambda word: word.start), MOST_NAMES):
        names[len(word.bare)].append(word)
    return Whole(
        language,
        sentences,
        text,
        Counter(word.bare for word in text.words),
        frozenset(word.bare for word in text.words if word.text[0].islower()),
        names,
    )


def beside(article: Whole, origin: Whole, pair: Pair) -> Beside:
    return Beside(
        pair,
        together(article.sentences[number] for number in pair.made),
        together(origin.sentences[number] for number in pair.source),
        article.around(pair.made),
        origin.around(pair.source),
    )


def stands_in(word: str, passage: Passage) -> bool:
    """Whether a bare word has a counterpart in a passage."""
    return word in passage.bare or any(may_render(word, other) for other in passage.bare)


@cache
def everyday(language: str) -> frozenset[str]:
    """The few thousand words of a language that are no name, bare."""
    return frozenset(bare(word) for (word,) in rows("everyday", language)) if language in languages() else frozenset()


def is_known(word: Word, language: str) -> bool:
    return is_common(language, word.text.lower())


def is_given(word: str) -> bool:
    return word in known_given_names()


def is_translated(word: str) -> bool:
    return word.endswith(DEMONYMS)


def is_date(word: Word, language: str) -> bool:
    return word.bare in calendar_names(language)
