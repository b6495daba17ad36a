"""RSS and Atom: what each entry says and declares, and what its feed declares for all of them."""

from collections.abc import Iterator

from provenance.model.article import Article
from provenance.model.audit import Failure
from provenance.model.errors import ReadError
from provenance.model.patterns import pattern
from provenance.model.text import Source
from provenance.readers.composing import Declared, Fragment
from provenance.readers.decoding import decode
from provenance.readers.records.elements import Element, children, text_of
from provenance.readers.records.record import composed

ENTRIES = frozenset({"item", "entry"})
AROUND = frozenset({"rss", "feed", "rdf:RDF", "channel"})
BODIES = ("content:encoded", "content", "description", "summary")
"""Where the text stands, the fullest first."""
DECLARED = {
    "title": "headline",
    "author": "author",
    "dc:creator": "author",
    "pubDate": "datePublished",
    "published": "datePublished",
    "dc:date": "datePublished",
    "updated": "dateModified",
    "dc:language": "inLanguage",
    "media:credit": "image.creditText",
    "rights": "copyrightNotice",
    "dc:rights": "copyrightNotice",
    "source": "isBasedOn.name",
}
DEEPEST = 3
"""`rss` around `channel` around entries, and one to spare."""
OF_FEED = {"title": "publisher", "language": "inLanguage", "dc:language": "inLanguage"}
ENCODING = pattern(r"<\?xml[^>]{0,80}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})")
WITH_ADDRESS = pattern(r"\S+@\S+\s+\((.+)\)$")
"""`redaction@gazette.example (Maud Ferlin)`, as RSS asks for an author."""


def read(data: bytes, path: str) -> list[Article | Failure]:
    """The entries of the feed, each called by its number."""
    encoding = ENCODING.match(data[:200].decode("latin-1").lstrip("\ufeffï»¿ \r\n"))
    source = decode(data, encoding[1] if encoding else None)
    entries: list[Element] = []
    shared: list[Declared] = []
    for element in below(source.content, 0, len(source.content)):
        if element.name in ENTRIES:
            entries.append(element)
        elif name := OF_FEED.get(element.name):
            shared.append(Declared(name, text_of(source.content, element), "feed"))
    found: list[Article | Failure] = []
    for number, entry in enumerate(entries, 1):
        member = f"{path}#{number}"
        try:
            found.append(article_of(entry, shared, source, member))
        except ReadError as error:
            found.append(Failure(member, str(error)))
    return found


def below(content: str, start: int, end: int, depth: int = 0) -> Iterator[Element]:
    """The elements of a feed, those of its channel included."""
    for element in children(content, start, end):
        if element.name in AROUND and depth < DEEPEST:
            yield from below(content, element.start, element.end, depth + 1)
        else:
            yield element


def article_of(entry: Element, shared: list[Declared], source: Source, path: str) -> Article:
    parts = list(children(source.content, entry.start, entry.end))
    declared = [datum for part in parts for datum in declarations(source.content, part)]
    own = {datum.name for datum in declared}
    declared += [datum for datum in shared if datum.name not in own]
    said = {part.name: text_of(source.content, part) for part in reversed(parts)}
    body = next((said[name] for name in BODIES if name in said and said[name].text.strip()), None)
    if not body:
        raise ReadError("the entry holds no text")
    return composed(body, [datum for datum in declared if datum.value.text], source, path, "feed")


def declarations(content: str, part: Element) -> Iterator[Declared]:
    """What one element of an entry declares."""
    if part.name == "link":
        address = part.attributes.get("href") or text_of(content, part)
        if (relation := part.attributes.get("rel")) is None or relation.text == "alternate":
            yield Declared("url", address, "feed")
        return
    if not (name := DECLARED.get(part.name)):
        return
    inner = {child.name: child for child in children(content, part.start, part.end)}
    if part.name == "source":
        link = inner.get("link")
        origin = part.attributes.get("url") or (link.attributes.get("href") if link else None)
        if origin:
            yield Declared("isBasedOn.url", origin, "feed")
    named = inner.get("name") or inner.get("title")
    yield Declared(name, person(text_of(content, named or part)), "feed")


def person(value: Fragment) -> Fragment:
    """A value without the address that stands before a name in brackets."""
    found = WITH_ADDRESS.match(value.text)
    return value.cut(*found.span(1)) if found else value
