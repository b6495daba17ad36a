"""Names learnt from the newsroom's own archive, and names of an article that are one slip from one of them.

Only a full name counts: a word alone that is near a learnt name is more often another name than a slip of it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from provenance.lexicon.tables import is_common
from provenance.model.article import Article, derived
from provenance.model.house import KnownName, Learnt
from provenance.model.record import record
from provenance.model.text import Span, lower, plain
from provenance.words.inflection import is_inflection
from provenance.words.names import NEARBY, Mention, capitalised, mentions
from provenance.words.namesakes import known_given_names
from provenance.words.nearness import LONG, Slip, bare, slip

SHORTEST = 5
"""Letters of a name that is looked at: shorter ones have too many neighbours."""

FAMILIAR = 25
"""Articles of the archive from which a name is so familiar that a frequent word or one letter less in its place is a
slip as well: nobody else of that given name is in the news."""


@record
class Index:
    """What was learnt, by parts in lower case: whole names; their words, each with the best known name that has it; the
    given names; what stands behind one, by its first letter; what stands before a surname."""

    whole: frozenset[str]
    words: Mapping[str, KnownName]
    givens: frozenset[str]
    behind: Mapping[tuple[str, str], tuple[tuple[str, KnownName], ...]]
    before: Mapping[str, tuple[tuple[str, KnownName], ...]]


@record
class HouseSlip:
    """Words of the article that are one slip from part of a learnt name, and how that part is spelt."""

    span: Span
    right: str
    known: KnownName
    kind: Slip


@cache
def index(learnt: Learnt) -> Index:
    whole, words = set[str](), dict[str, KnownName]()
    behind: defaultdict[tuple[str, str], list[tuple[str, KnownName]]] = defaultdict(list)
    before: defaultdict[str, list[tuple[str, KnownName]]] = defaultdict(list)
    for known in sorted((*learnt.names, *learnt.outlets), key=lambda known: (-known.articles, known.name)):
        for spelling in (known.name, *known.variants):
            whole.add(lower(plain(spelling)))
            for word in spelling.replace("-", " ").split(" "):
                words.setdefault(lower(plain(word)), known)
    for known in learnt.names:
        for spelling in (known.name, *known.variants):
            given, blank, rest = spelling.partition(" ")
            if blank:
                behind[lower(plain(given)), bare(rest)[:1]].append((rest, known))
                before[lower(plain(rest))].append((given, known))
    return Index(
        frozenset(whole),
        words,
        frozenset(given for given, _ in behind),
        {key: tuple(rests) for key, rests in behind.items()},
        {key: tuple(givens) for key, givens in before.items()},
    )


def archived_as(learnt: Learnt, word: str) -> KnownName | None:
    """The best known learnt name of which a word is part."""
    return index(learnt).words.get(word.lower()) if learnt.digest else None


def is_learnt(learnt: Learnt, given: str, rest: str) -> bool:
    """Whether the two, in lower case, are a learnt name."""
    return bool(learnt.digest) and f"{given} {rest}" in index(learnt).whole


def house_slips(article: Article, learnt: Learnt) -> tuple[HouseSlip, ...]:
    """The slips in full names of the article, in reading order."""
    if not learnt.digest or article.language is None:
        return ()
    found = _found(article)
    if learnt.digest not in found:
        found[learnt.digest] = tuple(sorted(_slips(article, learnt), key=lambda seen: seen.span))
    return found[learnt.digest]


@derived
def _found(_article: Article) -> dict[str, tuple[HouseSlip, ...]]:
    """Filled by `house_slips`, for the house file that is asked for."""
    return {}


def _slips(article: Article, learnt: Learnt) -> Iterator[HouseSlip]:
    known, language = index(learnt), (article.language or "").split("-")[0]
    for word in capitalised(article):
        small = word.lower()
        if small in known.givens:
            for place in mentions(article, word):
                yield from _behind(article, place, known, language)
        if small in known.before and small not in known_given_names():
            for place in mentions(article, word):
                yield from _before(article, place, known, language)


def _behind(article: Article, given: Mention, known: Index, language: str) -> Iterator[HouseSlip]:
    """A surname that is one slip from the one learnt behind this given name."""
    start = given.span.end + 1
    text = article.text.plain[start : start + NEARBY]
    if article.text.plain[given.span.end : start] != " " or not text[:1].isupper():
        return
    near = known.behind.get((given.text.lower(), bare(text[0])), ())
    found = {
        (length, rest, one): kind
        for rest, one in near
        if (length := end_of(text, rest.count(" ") + 1))
        and (kind := differs(text[:length], rest, language, familiar=one.articles >= FAMILIAR))
    }
    if len({one for _, _, one in found}) == 1:
        ((length, rest, one), kind), *_ = found.items()
        small = text[:length].lower()
        if small not in known.words and f"{given.text.lower()} {small}" not in known.whole:
            yield HouseSlip(Span(start, start + length), rest, one, kind)


def _before(article: Article, surname: Mention, known: Index, language: str) -> Iterator[HouseSlip]:
    """A given name that is none, one slip from the one learnt before this surname."""
    plain_text = article.text.plain
    if not surname.before or surname.before in known_given_names() or plain_text[surname.start - 1] != " ":
        return
    start = surname.start - 1 - len(surname.before)
    wrong, near = plain_text[start : surname.start - 1], known.before[surname.text.lower()]
    found = {(given, one): kind for given, one in near if (kind := differs(wrong, given, language, familiar=False))}
    if len(found) == 1 and plain_text[start - 1 : start] != "-":
        ((given, one), kind), *_ = found.items()
        yield HouseSlip(Span(start, surname.start - 1), given, one, kind)


def end_of(text: str, count: int) -> int:
    """Where so many words end; 0 where they are fewer, or the name goes on behind them."""
    words = text.split(" ", count)
    last = words[count - 1] if len(words) >= count else ""
    kept = last.rstrip(".,;:!?)»”\"'…-\n").partition("\n")[0].removesuffix("'s")
    length = len(" ".join(words[: count - 1])) + (count > 1) + len(kept)
    goes_on = kept == last and len(words) > count and words[count][:1].isupper()
    is_name = kept[:1].isupper() and kept.replace("-", "").replace("'", "").isalpha()
    return length if is_name and not goes_on else 0


def differs(wrong: str, right: str, language: str, *, familiar: bool) -> Slip | None:
    """The slip that tells the two apart, where it can be nothing else."""
    small, other = bare(wrong), bare(right)
    if min(len(small), len(other)) < SHORTEST - familiar or wrong.isupper():
        return None
    kind = slip(small, other)
    if kind is Slip.MOVED and min(len(small), len(other)) < LONG:
        return None
    if kind in (None, Slip.ACCENT, Slip.OPENING) or is_inflection(small, other, language):
        return None
    return kind if familiar or not is_common(language, wrong.lower()) else None
