"""Two spellings in one article that look like one name, and the evidence for which is right.

What the article itself shows comes first: how often each stands, whether the same given name or surname stands beside
both, the full form, the declared values and the address. The frequent words of the language only tell whether a
spelling exists at all. Two people with similar names, forms of one word and related words are left alone.
"""

import re
from itertools import islice
from typing import NamedTuple

from provenance.lexicon.tables import first_column, is_common, languages, table
from provenance.model.article import Article, derived
from provenance.model.house import KnownName, Learnt
from provenance.words.figures import are_variants
from provenance.words.house_names import archived_as, is_learnt
from provenance.words.inflection import is_compound, is_inflection, is_name_form, is_verbal
from provenance.words.names import Mention, capitalised, declared_words, mentions
from provenance.words.namesakes import (
    are_joined,
    are_namesakes,
    are_people,
    are_told_apart,
    are_told_in_full,
    are_two_people,
    is_nickname,
    known_given_names,
    names_after,
    titles,
)
from provenance.words.near_spellings import BRIEF, SHORTEST, near_pairs
from provenance.words.nearness import LONG, Slip, bare

FAINT = frozenset((Slip.DOUBLED, Slip.SWAPPED))
"""Slips that turn a surname into what only seems to be a compound."""

HANDS = frozenset((Slip.SWAPPED, Slip.MOVED))
"""Slips that are the hand's, whatever else the text says."""

BRIEF_NOUN = 6
"""Letters up to which two nouns are often one letter apart."""

DETERMINER = 16
"""Characters before a word in which an article stands."""

MOST_PAIRS = 500
"""Near pairs looked at: no article has more, and time must stay bounded."""


class Twins(NamedTuple):
    """Two spellings of what seems to be one name; `wrong` is the less founded one.

    `accepted`: both are spellings of one well-known figure. `rivals`: the wrong one is a frequent word; `known`: the
    right one is. `shared`: the same name stands beside both. `full`: the right one stands after a given name; `apart`:
    only the wrong one does. `elsewhere`: the wrong one is a frequent word of another language. `listed`: one stands in
    a list. `archived`: the learnt name of which the right one is part.
    """

    wrong: str
    right: str
    slips: tuple[Mention, ...]
    models: tuple[Mention, ...]
    kind: Slip
    accepted: bool
    rivals: bool
    known: bool
    shared: bool
    full: bool
    apart: bool
    elsewhere: bool
    listed: bool
    archived: KnownName | None

    @property
    def is_majority(self) -> bool:
        return len(self.models) >= 3 * len(self.slips) or (len(self.slips) == 1 and len(self.models) >= 2)

    @property
    def is_short(self) -> bool:
        return is_short(self.wrong, self.right)

    @property
    def is_decided(self) -> bool:
        """Whether the evidence tells which of the two is right."""
        return not self.accepted and self.kind is not Slip.ACCENT and (self.known or self.is_majority)


def twins(article: Article, learnt: Learnt) -> tuple[Twins, ...]:
    """Every pair of the article, in the order in which the wrong spelling first stands."""
    language = (article.language or "").split("-")[0]
    if language not in languages():
        return ()
    found = _found(article)
    if learnt.digest not in found:
        near = islice(near_pairs(article), MOST_PAIRS)
        pairs = [twin for pair in near if (twin := compared(article, language, learnt, pair))]
        found[learnt.digest] = tuple(sorted(pairs, key=lambda twin: twin.slips[0].start))
    return found[learnt.digest]


@derived
def _found(_article: Article) -> dict[str, tuple[Twins, ...]]:
    """Filled by `twins`, for the house file that is asked for."""
    return {}


def compared(article: Article, language: str, learnt: Learnt, pair: tuple[str, str, Slip]) -> Twins | None:
    """The pair with its evidence, or None where it is two words and not two spellings of one."""
    one, other, kind = pair
    accepted = are_variants(one, other)
    if differ_in_kind(one, other, kind):
        return None
    inflected = not accepted and kind is not Slip.ACCENT and is_inflection(bare(one), bare(other), language)
    firm = inflected and table(language, "names")["firm"]
    if firm and is_name_form(bare(one), bare(other), language):
        return None
    known_one, known_other = (is_known(language, learnt, word) for word in (one, other))
    if not accepted and (stands_small(article, one) or stands_small(article, other)):
        return None
    wrong, right = directed(article, language, (one, known_one), (other, known_other))
    rivals = is_known(language, learnt, wrong)
    beside = beside_both(mentions(article, wrong), mentions(article, right), language)
    apart = not accepted and kind is not Slip.ACCENT
    if apart and are_nouns(article, language, learnt, beside, inflected=inflected):
        return None
    if are_two(article, language, (wrong, right, kind), beside, inflected=inflected, rivals=rivals):
        return None
    slips, models, given, other_given, shared = beside
    if kind is Slip.MOVED and min(len(one), len(other)) < LONG and not shared:
        return None
    if any(is_learnt(learnt, place.before, wrong.lower()) for place in slips):
        return None
    known = known_one or known_other
    elsewhere, right_elsewhere = is_common_elsewhere(wrong, language), is_common_elsewhere(right, language)
    if (is_short(one, other) and not (shared or known)) or (kind is Slip.OPENING and elsewhere):
        return None
    return Twins(
        wrong,
        right,
        slips,
        models,
        kind,
        accepted=accepted,
        rivals=rivals,
        known=known or (right_elsewhere and not elsewhere),
        shared=shared,
        full=bool(other_given),
        apart=bool(given) and not other_given,
        elsewhere=elsewhere,
        listed=any(place.listed for place in (*slips, *models)),
        archived=archived_as(learnt, right),
    )


class Beside(NamedTuple):
    """The places of two spellings, the given names before each, and whether the same name stands beside both."""

    slips: tuple[Mention, ...]
    models: tuple[Mention, ...]
    given: set[str]
    other_given: set[str]
    shared: bool

    @property
    def established(self) -> bool:
        """Whether only the right one stands with a given name, and more often."""
        return bool(self.other_given) and not self.given and len(self.models) > len(self.slips)


def beside_both(slips: tuple[Mention, ...], models: tuple[Mention, ...], language: str) -> Beside:
    given, other_given = given_names(slips, language), given_names(models, language)
    is_given = not {bare(name) for name in given}.isdisjoint(map(bare, other_given))
    shared = bool(is_given or names_after(slips) & names_after(models) or names_before_both(slips, models, language))
    return Beside(slips, models, given, other_given, shared)


def names_before_both(slips: tuple[Mention, ...], models: tuple[Mention, ...], language: str) -> set[str]:
    """What stands before both and is no everyday word: a given name, though it may be in the list of frequent words.

    Before a word and its plural stands no name ("Ryder Cup", "Ryder Cups").
    """
    one, other = sorted((slips[0].text, models[0].text), key=len)
    if other == f"{one}s":
        return set()
    before = {place.before for place in slips} & {place.before for place in models}
    rare = before - first_column("everyday", language) - titles(language)
    return {name for name in rare if len(name) >= BRIEF}


def are_two(
    article: Article, language: str, pair: tuple[str, str, Slip], beside: Beside, *, inflected: bool, rivals: bool
) -> bool:
    """Whether what stands beside two near spellings, or how they are formed, shows two names or two words."""
    wrong, right, kind = pair
    slips, models, given, other_given, shared = beside
    accepted, accent, established = are_variants(wrong, right), kind is Slip.ACCENT, beside.established
    firm = inflected and table(language, "names")["firm"]
    is_same = established and is_repeated(models, other_given) and are_people(article, slips, language)
    if (
        rivals
        and not (accepted or accent or are_surnames(wrong, right, beside, language))
        and not (is_same and (kind in FAINT or wrong.lower() not in first_column("everyday", language)))
    ):
        return True
    if (firm and not established) or (min(len(wrong), len(right)) < SHORTEST and not shared):
        return True
    if kind is Slip.WRONG and is_verbal(wrong.lower(), language) and is_verbal(right.lower(), language):
        return True
    if kind not in HANDS and are_told_apart(article, language, slips, models):
        return True
    if (
        not accepted
        and kind in (Slip.WRONG, Slip.MISSING)
        and are_told_in_full(article, slips, models, is_word=is_common(language, right.lower()))
    ):
        return True
    if any(is_nickname(article, place) for place in slips) or (not accepted and are_two_people(slips, models)):
        return True
    return not (shared or accepted or (established and firm)) and (
        (inflected and not (established and is_misheard(wrong, right)))
        or (accent and rivals and is_common(language, right.lower()))
        or bool(given and other_given)
        or are_namesakes(wrong, slips, models)
        or (not given and not (established and (kind in FAINT or is_same)) and is_formed(wrong, right, language))
        or are_joined(article, slips, models, language)
    )


def are_nouns(article: Article, language: str, learnt: Learnt, beside: Beside, *, inflected: bool) -> bool:
    """Whether two spellings are nouns, in a language in which every noun has a capital: forms of one word, or short
    ones behind an article, and no given name, form of address or learnt name shows otherwise.

    Two forms of one word need a name before both.
    """
    said = table(language, "names")
    if not said.get("capital_nouns"):
        return False
    addressed = known_given_names() | set(said["addresses"])
    spellings = (beside.slips, beside.models)
    named = [any(place.before.split("-")[0] in addressed for place in places) for places in spellings]
    if any(archived_as(learnt, places[0].text) for places in spellings) or (all(named) if inflected else any(named)):
        return False
    is_brief = len(beside.slips[0].text) == len(beside.models[0].text) <= BRIEF_NOUN
    return inflected or (is_brief and any(word_before(article, place) in said["determiners"] for place in beside.slips))


def word_before(article: Article, place: Mention) -> str:
    """The word directly before a mention, in lower case."""
    words = article.text.folded[max(0, place.start - DETERMINER) : place.start].split()
    return words[-1] if words else ""


def is_repeated(places: tuple[Mention, ...], given: set[str]) -> bool:
    """Whether the full name stands twice or more."""
    return sum(place.before in given for place in places) > 1


def is_short(one: str, other: str) -> bool:
    return min(len(one), len(other)) <= SHORTEST


def is_known(language: str, learnt: Learnt, word: str) -> bool:
    """Whether a spelling is a frequent word of the language or part of a learnt name."""
    return is_common(language, word.lower()) or archived_as(learnt, word) is not None


def is_common_elsewhere(word: str, language: str) -> bool:
    return any(is_common(code, word.lower()) for code in languages() if code != language)


def differ_in_kind(one: str, other: str, kind: Slip) -> bool:
    """Whether a slip of the hand cannot explain the two: an apostrophe, a second capital, ä for ae."""
    if ("'" in one) != ("'" in other) or is_mixed(one) != is_mixed(other):
        return True
    return kind is not Slip.ACCENT and spelt_out(one) == spelt_out(other)


def is_mixed(word: str) -> bool:
    return not word[1:].islower()


def spelt_out(word: str) -> str:
    """The bare word with one spelling of the letters that some write with an umlaut and some with an e."""
    return bare(word).replace("ae", "a").replace("oe", "o").replace("ue", "u")


def stands_small(article: Article, word: str) -> bool:
    """Whether the word also stands in lower case, addresses and hashtags aside: then it is a common noun."""
    small, plain = word[0].lower() + word[1:], article.text.plain
    return small in plain and re.search(rf"(?<![\w/@#.-]){small}(?![\w/@-])", plain) is not None


def directed(article: Article, language: str, one: tuple[str, bool], other: tuple[str, bool]) -> tuple[str, str]:
    """The less founded spelling and the better founded one."""

    def foundation(spelling: tuple[str, bool]) -> tuple[int | bool, ...]:
        word, known = spelling
        places = capitalised(article)[word]
        declared = word in declared_words(article) or is_in_address(article, word)
        return (
            len(places),
            known,
            is_common_elsewhere(word, language),
            declared,
            is_compound(word.lower(), language),
            len(word),  # a letter is more often left out than put in
            -places[0],
        )

    wrong, right = sorted((one, other), key=foundation)
    return wrong[0], right[0]


def is_in_address(article: Article, word: str) -> bool:
    return article.url is not None and bare(word) in bare(article.url)


def given_names(places: tuple[Mention, ...], language: str) -> set[str]:
    """The names directly before a spelling; a common word there only opens the sentence."""
    before = {place.before for place in places if len(place.before) > 1} - titles(language)
    if not before:
        return before
    nouns_have_capitals = table(language, "names").get("capital_nouns", False)
    known = known_given_names()
    return {name for name in before if name in known or not (nouns_have_capitals or is_common(language, name))}


def are_surnames(wrong: str, right: str, beside: Beside, language: str) -> bool:
    """Whether two frequent words are surnames and nothing else, and what stands beside them holds them together."""
    words = (wrong.lower(), right.lower())
    if not first_column("everyday", language).isdisjoint(words):
        return False
    if beside.shared:
        given = names_after(beside.slips) and not beside.given
        formed = is_inflection(bare(wrong), bare(right), language)
        return not (given and (formed or known_given_names().issuperset(words)))
    if not beside.established or min(map(len, words)) <= SHORTEST or table(language, "names").get("capital_nouns"):
        return False
    follows = sum(bool(place.before) for place in beside.models) > 1
    is_surname = follows and not (names_after(beside.slips) or names_after(beside.models))
    return is_surname or known_given_names().isdisjoint(words)


def is_misheard(one: str, other: str) -> bool:
    """Whether two forms differ in a silent letter, as surnames are misheard, and in no plural or feminine."""
    return {bare(one), bare(other)} in [{stem, f"{stem}e"} for stem in (bare(one), bare(other))]


def is_formed(wrong: str, right: str, language: str) -> bool:
    """Whether the spelling explains itself: a compound of frequent words, or a frequent word with an -s."""
    small = wrong.lower()
    plural = small.endswith("s") and small[:-1] != right.lower()[:-1] and is_common(language, small[:-1])
    return plural or is_compound(small, language)
