"""What an article speaks of, in a form that no language changes: places, offices, institutions, weekdays."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from provenance.lexicon.tables import HERE, rows
from provenance.model.patterns import pattern
from provenance.words.literals import Literals
from provenance.words.nearness import bare

SUBJECTS = ("concepts", "places")
MEANINGS = "meanings"
ENGLISH = "en"
LATIN = frozenset({"en", "fr", "es", "de", "it", "pt", "nl"})
UNSPACED = frozenset({"ar", "zh"})
"""Languages whose words are found anywhere in a text: they are written together, or small words onto them."""

WORD = pattern(r"[^\W\d_]++")
SHORTEST_STEM, LONGEST_STEM = 2, 14


@cache
def columns(subject: str) -> tuple[str, ...]:
    text = (HERE / "world" / f"{subject}.tsv").read_text("utf-8")
    return tuple(next(line for line in text.splitlines() if not line.startswith("#")).split("\t"))


@cache
def finder(language: str) -> Callable[[str], frozenset[str]] | None:
    """What finds the concepts in a text of a language, each by its English name; None where there is no data."""
    entries: list[tuple[str, str]] = []
    for subject in SUBJECTS:
        if language not in columns(subject):
            continue
        column = columns(subject).index(language)
        for row in rows(subject):
            concept = row[0].partition("|")[0]
            cell = (row[column] if column < len(row) else "") or (row[0] if language in LATIN else "")
            entries += [(form, concept) for form in cell.split("|") if form]
    if language in UNSPACED:
        entries += [(form, concept) for form, concept in meanings(language) if form]
    if not entries:
        return None
    return _whole_words(entries) if language in LATIN else _anywhere(entries)


def _whole_words(entries: list[tuple[str, str]]) -> Callable[[str], frozenset[str]]:
    literals = Literals(entries)
    return lambda text: frozenset(name for hit in literals.find(text) for name in hit.payloads)


def _anywhere(entries: list[tuple[str, str]]) -> Callable[[str], frozenset[str]]:
    literals = Literals([(form.lower(), concept) for form, concept in entries], overlapping=True)
    return lambda text: frozenset(
        name for hit in literals.find(text.lower(), whole_words=False) for name in hit.payloads
    )


@cache
def meanings(language: str) -> tuple[tuple[str, str], ...]:
    """The common words of a language, stems with a hyphen behind them, each with what it means."""
    if language not in columns(MEANINGS):
        return ()
    column = columns(MEANINGS).index(language)
    return tuple((form, row[0].partition("|")[0]) for row in rows(MEANINGS) for form in row[column].split("|"))


@cache
def whole_and_stems(language: str) -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """What each whole word means and what each stem does, both bare."""
    whole: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for form, meaning in meanings(language) if language not in UNSPACED else ():
        (stems if form.endswith("-") else whole).setdefault(bare(form.removesuffix("-")), set()).add(meaning)
    return tuple({form: frozenset(found) for form, found in kind.items()} for kind in (whole, stems))  # type: ignore[return-value]


@lru_cache(maxsize=131_072)
def meaning(word: str, language: str) -> frozenset[str]:
    """What a word in any case means, by what it is or how it begins: the longest stem counts."""
    whole, stems = whole_and_stems(language)
    plain = bare(word)
    found = whole.get(plain, frozenset())
    for length in range(min(len(plain), LONGEST_STEM), SHORTEST_STEM - 1, -1):
        if plain[:length] in stems:
            return found | stems[plain[:length]]
    return found


def concepts(text: str, language: str | None) -> frozenset[str]:
    """The concepts named in a text (with its capitals), by their English names."""
    code = (language or "").split("-")[0]
    return named(text, code).union(*(meaning(word, code) for word in set(WORD.findall(text))))


def named(text: str, language: str) -> frozenset[str]:
    """The concepts in a text without those that single words mean."""
    found = finder(language)
    return found(text) if found else frozenset()
