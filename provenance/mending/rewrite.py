"""The file with its replacements: the same encoding, byte order mark and line ends, and nothing else changed."""

import codecs
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from provenance.mending.quoted import is_someone_elses
from provenance.mending.replacement import Replacement, replacement_of
from provenance.model.article import Article
from provenance.model.finding import Finding
from provenance.model.record import record
from provenance.model.text import Source, Span

MARKS = (b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class Left(StrEnum):
    """Why a replacement is not written."""

    QUOTATION = "quotation"
    UNSAFE = "unsafe"
    SPELT = "spelt"


@record
class Rewriting:
    """The new bytes, what was replaced, and how many replacements were left for which reason."""

    data: bytes
    made: tuple[Replacement, ...]
    left: Counter[Left]


def rewrite(data: bytes, article: Article, findings: Iterable[Finding], *, unsafe: bool) -> Rewriting:
    """Apply what may be applied. `data` are the bytes the article was read from."""
    source, left = article.text.source, Counter[Left]()
    mark = mark_of(data, source)
    made: list[tuple[Finding, Replacement]] = []
    for finding in findings:
        if finding.replacement is None or finding.suppressed is not None:
            continue
        replacement = replacement_of(article, finding)
        if is_someone_elses(article, finding.span):
            left[Left.QUOTATION] += 1
        elif not finding.safe and not unsafe:
            left[Left.UNSAFE] += 1
        elif mark is None or replacement is None or not fits(replacement.words, source.encoding):
            left[Left.SPELT] += 1
        else:
            made.append((finding, replacement))
    chosen = without_overlaps(made)
    if mark is None or not chosen:
        return Rewriting(data, (), left)
    return Rewriting(mark + written(source.content, chosen).encode(source.encoding), chosen, left)


def mark_of(data: bytes, source: Source) -> bytes | None:
    """The byte order mark with which the text makes exactly these bytes; None where it cannot, as in a damaged file or
    a member of an archive."""
    try:
        encoded = source.content.encode(source.encoding)
    except (UnicodeEncodeError, LookupError):
        return None
    return next((mark for mark in MARKS if len(mark) + len(encoded) == len(data) and mark + encoded == data), None)


def fits(words: str, encoding: str) -> bool:
    try:
        words.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def without_overlaps(made: Sequence[tuple[Finding, Replacement]]) -> tuple[Replacement, ...]:
    """The replacements in the order of the file. Where two meet, the more certain one is made, then the shorter; two
    that touch wait for each other, because the second may rest on what the first changes."""
    chosen: list[Replacement] = []
    order = sorted(made, key=lambda pair: (-pair[0].confidence, pair[1].raw.end - pair[1].raw.start, pair[1].raw))
    for _, replacement in order:
        at = bisect_left(chosen, replacement.raw, key=lambda other: other.raw)
        if all(apart(other.raw, replacement.raw) for other in chosen[max(at - 1, 0) : at + 1]):
            chosen.insert(at, replacement)
    return tuple(chosen)


def apart(one: Span, other: Span) -> bool:
    return one.end < other.start or other.end < one.start


def written(content: str, replacements: Iterable[Replacement]) -> str:
    parts, end = [], 0
    for replacement in replacements:
        parts += [content[end : replacement.raw.start], replacement.words]
        end = replacement.raw.end
    return "".join([*parts, content[end:]])
