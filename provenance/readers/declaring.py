"""The article's own headline, address, publisher and language, from the best of what its file declares."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from provenance.model.article import Metadatum
from provenance.model.patterns import pattern

SYNTAXES = ("front-matter", "record", "feed", "json-ld", "meta", "link", "microdata", "attribute", "time")
SITE_IN_TITLE = pattern(r"\s+([|–—·•»:-])\s+([^|–—·•»]{2,60})$")
LANGUAGE = pattern(r"([a-zA-Z]{2,3})(?:[-_][\w-]+)?$")
UNDETERMINED = frozenset({"und", "mul", "zxx", "mis", "utf"})
"""Codes that name no language, and the encoding that some pages declare in its place."""

LANGUAGE_NAMES = {
    "french": "fr", "français": "fr", "francais": "fr", "english": "en", "anglais": "en", "spanish": "es",
    "español": "es", "espanol": "es", "german": "de", "deutsch": "de", "italian": "it", "italiano": "it",
    "portuguese": "pt", "português": "pt", "portugues": "pt", "dutch": "nl", "nederlands": "nl",
}  # fmt: skip


def ranked(metadata: Iterable[Metadatum], *names: str) -> list[Metadatum]:
    """The values of some properties, the most trustworthy way of declaring first."""
    found = [datum for datum in metadata if datum.name in names and datum.value.strip()]
    return sorted(found, key=lambda datum: (names.index(datum.name), _rank(datum.syntax)))


def _rank(syntax: str) -> int:
    return SYNTAXES.index(syntax) if syntax in SYNTAXES else len(SYNTAXES)


def primary_language(declared: str) -> str | None:
    """The primary BCP 47 tag of `fr-FR`, `en_US`, `fr, en` or a language's own name."""
    first = declared.strip().split(",")[0].strip()
    if named := LANGUAGE_NAMES.get(first.casefold()):
        return named
    found = LANGUAGE.match(first)
    code = found[1].lower() if found else None
    return None if code in UNDETERMINED else code


def best_language(metadata: tuple[Metadatum, ...]) -> str | None:
    """What most declarations agree on; of equals, the page's own `lang` before a site-wide setting."""
    order = ("front-matter", "record", "feed", "attribute", "json-ld", "microdata", "meta")
    said = [datum for datum in metadata if datum.name == "inLanguage" and datum.syntax in order]
    said.sort(key=lambda datum: order.index(datum.syntax))
    codes = [code for datum in said if (code := primary_language(datum.value))]
    return max(codes, key=lambda code: codes.count(code)) if codes else None


def best_headline(metadata: tuple[Metadatum, ...], visible: str, titles: Iterable[str] = ()) -> str | None:
    """The headline the reader sees; without one the declared headline or the page's title, less the site's name."""
    if visible.strip():
        return visible.strip()
    declared = [datum.value.strip() for datum in ranked(metadata, "headline", "name")]
    for title in (*declared, *titles):
        if title.strip():
            return without_site(title.strip(), best_publisher(metadata))
    return None


def without_site(title: str, publisher: str | None) -> str:
    """`Title | Outlet` without the outlet: its name, or the shorter end beside a bar."""
    if found := SITE_IN_TITLE.search(title):
        is_site = _letters(found[2]) == _letters(publisher or "") or found[1] in "|•·»"
        if is_site and len(found[2]) < found.start():
            return title[: found.start()].strip()
    return title


def _letters(name: str) -> str:
    return re.sub(r"\W+", "", name).casefold()


def best_url(metadata: tuple[Metadatum, ...]) -> str | None:
    """The article's own address. Where canonical and og:url lead to different hosts, canonical names the origin."""
    own = [datum.value.strip() for datum in ranked(metadata, "url") if _host(datum.value)]
    canonical = [datum.value.strip() for datum in ranked(metadata, "canonical") if _host(datum.value)]
    if canonical and (not own or _host(own[0]) == _host(canonical[0])):
        return canonical[0]
    return own[0] if own else None


def best_publisher(metadata: tuple[Metadatum, ...]) -> str | None:
    values = [datum for datum in ranked(metadata, "publisher", "provider") if not _host(datum.value)]
    return values[0].value.strip() if values else None


def _host(address: str) -> str | None:
    try:
        host = urlsplit(address.strip()).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None
