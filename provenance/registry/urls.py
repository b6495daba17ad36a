"""What an address says of the page behind it, and the addresses printed in an article."""

import re
from functools import cache

from provenance.model.article import Article, derived
from provenance.model.block import ARTICLE
from provenance.model.dating import PartialDate
from provenance.model.patterns import pattern
from provenance.model.record import record
from provenance.model.span_index import SpanIndex
from provenance.model.text import Span
from provenance.registry.address_languages import language_of_address
from provenance.registry.hosts import host_of, is_cheap, registered_domain
from provenance.registry.outlets import outlet_of
from provenance.words.languages import stop_words

URL = pattern(r"(?:https?://|www\.)[^\s<>\"“”«»|\\^{}]{1,2000}+", re.IGNORECASE)
BARE = pattern(
    r"(?<![\w@./:#-])(?:[^\W_][\w-]{0,62}\.){1,5}[^\W\d_]{2,18}(?:/[^\s<>\"“”«»|\\^{}]{0,2000}+)?(?![\w@-]|\.\w)"
)
INNER_DOT = pattern(r"\.[^\W\d_]")
"""What every bare domain holds: a dot before a name."""

TRAILING = ".,;:!?…'’*_~»”\""
PAIRS = {")": "(", "]": "["}
FILE_SUFFIXES = frozenset({"md", "py", "rs", "zip", "sh", "pl", "ps", "so", "mov", "cc", "gz", "bz", "ts", "js", "vi"})
CREDIT_LINE = 60
"""Characters up to which a line is a label and its value, where a two-letter word after a dot is a domain."""


@record
class Address:
    """A URL or bare domain printed in the text."""

    span: Span
    url: str | None
    domain: str


@record
class UrlFacts:
    domain: str | None = None
    published: PartialDate | None = None
    language: str | None = None


@derived
def addresses(article: Article) -> tuple[Address, ...]:
    """The URLs and bare domains printed in the article, in reading order."""
    text = article.text.content
    found: list[Address] = []
    has_urls = "://" in text or "www." in article.text.folded
    if not has_urls and not INNER_DOT.search(text):
        return ()
    for block in article.blocks_of(ARTICLE):
        whole_ones = URL.finditer(text, *block.span) if has_urls else ()
        taken = [address for hit in whole_ones if (address := _full(text, hit.start(), hit.end()))]
        found.extend(taken)
        if not INNER_DOT.search(text, *block.span):
            continue
        whole = SpanIndex(address.span for address in taken)
        for hit in BARE.finditer(text, *block.span):
            if not whole.overlaps(Span(*hit.span())) and (address := _bare(article, Span(*hit.span()), block.span)):
                found.append(address)
    return tuple(sorted(found, key=lambda address: address.span))


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of an address without the punctuation of the sentence around it."""
    while end > start:
        last = text[end - 1]
        unpaired = last in PAIRS and text.count(last, start, end) > text.count(PAIRS[last], start, end)
        if not unpaired and last not in TRAILING:
            break
        end -= 1
    return end


def _full(text: str, start: int, end: int) -> Address | None:
    end = _trimmed(text, start, end)
    url = text[start:end]
    domain = registered_domain(url)
    if domain is None:
        return None
    return Address(Span(start, end), url if "://" in url else None, domain)


def _bare(article: Article, span: Span, around: Span) -> Address | None:
    """A domain without scheme: lower-case suffix, no file name, no missing blank after a full stop."""
    text = article.text.content
    end = _trimmed(text, *span)
    printed = text[span.start : end]
    name, slash, _path = printed.partition("/")
    host = host_of(name)
    suffix = name.rpartition(".")[2]
    if host is None or suffix != suffix.lower() or not suffix.isascii():
        return None
    known = outlet_of(host) is not None
    if not known and not _plausible(article, host, bool(slash), around):
        return None
    domain = registered_domain(host)
    return Address(Span(span.start, end), None, domain) if domain else None


def _plausible(article: Article, host: str, has_path: bool, around: Span) -> bool:
    label, suffix = host.split(".")[-2:]
    if suffix in FILE_SUFFIXES:
        return has_path
    if len(label) < 2 and not has_path:
        return False
    words = stop_words().get(suffix, ()) if len(suffix) < 4 else ()
    language = (article.language or "").split("-")[0]
    if words and (not language or language in words) and not has_path:
        return around.end - around.start <= CREDIT_LINE
    return is_cheap(host) or len(suffix) >= 3 or has_path or around.end - around.start <= CREDIT_LINE


DATE_IN_PATH = pattern(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[/_-](?P<month>0?[1-9]|1[0-2])(?:[/_-](?P<day>0?[1-9]|[12]\d|3[01]))?(?!\d)"
)
DATE_COMPACT = pattern(r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")
DATE_NAMED = pattern(r"/(?P<year>20\d\d)/(?P<month>[a-z]{3})/(?P<day>\d\d?)(?=/|$)", re.IGNORECASE)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@cache
def url_facts(url: str) -> UrlFacts:
    """Registered domain, date in the path, language of slug, path or host (in this order of strength)."""
    host = host_of(url)
    domain = registered_domain(url)
    if host is None or domain is None:
        return UrlFacts()
    from urllib.parse import unquote, urlsplit  # most articles print no address, and their start need not pay for it

    parts = urlsplit(url if "//" in url else f"//{url}")
    segments = [unquote(segment) for segment in parts.path.split("/") if segment]
    return UrlFacts(domain, _date_in(parts.path), language_of_address(host, segments))


def _date_in(path: str) -> PartialDate | None:
    """The date a path carries, if it is one of the calendar; a year and month alone are kept as such."""
    if (named := DATE_NAMED.search(path)) and named["month"].lower() in MONTHS:
        path = f"{named['year']}-{MONTHS.index(named['month'].lower()) + 1:02}-{int(named['day']):02}"
    best: PartialDate | None = None
    for found in (*DATE_IN_PATH.finditer(path), *DATE_COMPACT.finditer(path)):
        whole = [int(part) for part in found.groups() if part]
        if len(whole) == 2 and path[found.end() : found.end() + 1] not in ("", "/"):
            continue
        parsed = PartialDate.parse("-".join([f"{whole[0]:04}", *(f"{part:02}" for part in whole[1:])]))
        if parsed and (best is None or (parsed.is_day and not best.is_day)):
            best = parsed
    return best
