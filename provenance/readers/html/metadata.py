"""What a page declares about its article, each value with its place in the file.

Names that are given (syntax in brackets):
- of the article [json-ld, meta, microdata]: headline, alternativeHeadline, name, author, creator, contributor, editor,
  translator, publisher, provider, producer, sponsor, accountablePerson, sourceOrganization, copyrightHolder,
  datePublished, dateModified, dateCreated, inLanguage, url, creditText, copyrightNotice, copyrightYear, license,
  usageInfo, digitalSourceType, dateline, correction, backstory, publishingPrinciples, contentLocation, isPartOf.name;
- of an agent, in one `group` with it: author.url, author.sameAs, author.jobTitle, author.affiliation, author.worksFor
  (and so for every agent); an author given only as an address is author.url;
- of a work: isBasedOn, translationOfWork, workTranslation, citation, exampleOfWork, each with .name .url .headline
  .datePublished .inLanguage .author .author.url .publisher .translator .license;
- of an image: image.creditText, image.copyrightNotice, image.copyrightHolder, image.author, image.creator,
  image.caption, image.license, image.acquireLicensePage, image.digitalSourceType, image.url;
- under the name they have in the page: canonical, amphtml, alternate (type = hreflang), original-source,
  syndication-source [link, meta], dc.source, articleSource, tdm-reservation, googlebot-news, AIGC [meta],
  ai-disclosure [meta, attribute], republication-counter (address of a counting image) [image], c2pa-manifest [script,
  link, attribute], comment (holding `provenance:`) [comment], inLanguage of the html element [attribute];
- of the `time` elements at the head of the article [time], type = itemprop or class: the first is datePublished,
  revisions are dateModified, further ones time.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import count
from urllib.parse import urljoin

from bs4.element import PageElement, Tag

from provenance.model.patterns import pattern
from provenance.readers.composing import Declared, Fragment, joined, verbatim
from provenance.readers.html import article_object, jsonld
from provenance.readers.html.tokens import REFERENCE, attribute_place
from provenance.readers.html.tree import Remark, Words
from provenance.readers.vocabulary import schema_name

LINKS = frozenset({"canonical", "amphtml", "alternate", "original-source", "syndication-source", "license", "author"})
COUNTERS = pattern(r"counter\.theconversation\.com/content/|republication-pixel=|republish_pixel", re.I)
CREDENTIALS = pattern(r"c2pa|content-?credentials")
CREDIT_SIGN = pattern(r"[:©|/]|\(c\)", re.I)
ITEM_PROPERTIES = {
    "author": "author",
    "creator": "author",
    "editor": "editor",
    "translator": "translator",
    "contributor": "contributor",
    "publisher": "publisher",
    "datepublished": "datePublished",
    "datemodified": "dateModified",
    "datecreated": "dateCreated",
    "dc:date": "datePublished",
    "dc:created": "dateCreated",
    "headline": "headline",
    "copyrightholder": "copyrightHolder",
    "sourceorganization": "sourceOrganization",
    "provider": "provider",
    "isbasedon": "isBasedOn.url",
    "isbasedonurl": "isBasedOn.url",
    "license": "license",
    "inlanguage": "inLanguage",
    "credittext": "creditText",
    "digitalsourcetype": "digitalSourceType",
}
REVISED = ("updated", "modified", "modif", "actualis", "update", "aktualisiert", "aggiornat")
LONGEST_ITEM = 200
MOST_NODES = 60
"""Nodes below an element that may make up a declared value."""


def attribute(source: str, tag: Tag, name: str) -> Fragment:
    """The decoded value of an attribute with its place; empty where there is none."""
    place = attribute_place(source, tag.sourcepos or 0, name)
    if not place:
        return joined(())
    value = verbatim(source, *place)
    return (value.replace(REFERENCE, unescape) if "&" in value.text else value).strip()


def inside(tag: Tag) -> Iterator[PageElement]:
    """The first nodes below an element, in document order."""
    open_elements = [iter(tag.contents)]
    for _ in range(MOST_NODES):
        while open_elements and (node := next(open_elements[-1], None)) is None:
            open_elements.pop()
        if not open_elements or node is None:
            return
        yield node
        if isinstance(node, Tag):
            open_elements.append(iter(node.contents))


def words_of(tag: Tag) -> Fragment:
    """The text inside an element, white space trimmed, as it stands in the file."""
    runs: list[tuple[str, int, int]] = []
    for node in inside(tag):
        if type(node) is Words:
            runs.extend((piece.text, piece.start, piece.end - piece.start) for piece in node.pieces)
    return joined(runs).strip()


class Declarations:
    """The declared values of one page, gathered from its elements in document order."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.values: list[Declared] = []
        self.scripts: list[Fragment] = []
        self.groups = count(1)
        self.base: str | None = None
        self.titles: list[str] = []
        self.labels: dict[str, str] = {}

    def read(self, tag: Tag) -> None:
        """Takes what one element declares."""
        name, attrs = tag.name, tag.attrs
        if name == "meta":
            self._meta(tag)
        elif name == "link":
            self._link(tag)
        elif name == "script":
            self._script(tag)
        elif name == "html":
            self._add("inLanguage", tag, "lang" if attrs.get("lang") else "xml:lang", "attribute")
        elif name == "base":
            self.base = self.base or str(attrs.get("href") or "") or None
        elif name == "img":
            if COUNTERS.search(str(attrs.get("src") or "")):
                self._add("republication-counter", tag, "src", "image")
            for key in attrs:
                if CREDENTIALS.search(key):
                    self._add("c2pa-manifest", tag, key, "attribute")
        elif name == "title" and not self.titles:
            self.titles.append(words_of(tag).text)
        if "ai-disclosure" in attrs:
            self._add("ai-disclosure", tag, "ai-disclosure", "attribute")

    def item(self, tag: Tag) -> None:
        """Takes a microdata or RDFa property of the article's own part of the page."""
        key = str(tag.attrs.get("itemprop") or tag.attrs.get("property") or "").lower()
        for word in key.split():
            if name := ITEM_PROPERTIES.get(word.removeprefix("schema:")):
                self._item(tag, name)

    def picture(self, tag: Tag) -> None:
        """Takes the title or the description of a picture without a caption where a credit may close it."""
        figure = tag.find_parent("figure")
        if figure is not None and figure.find("figcaption"):
            return
        for name in ("title", "alt"):
            if CREDIT_SIGN.search(str(tag.attrs.get(name) or "")):
                self._add("image.caption", tag, name, "attribute", "ImageObject")
                return

    def times(self, tags: Iterable[Tag]) -> None:
        """Takes the `time` elements that stand at the head of the article: the first that is no revision dates it."""
        is_dated = False
        for tag in tags:
            hint = str(tag.attrs.get("itemprop") or tag.attrs.get("class") or "").lower()
            is_revision = any(word in hint for word in REVISED)
            name = "dateModified" if is_revision else "time" if is_dated else "datePublished"
            is_dated = is_dated or not is_revision
            self._add(name, tag, "datetime" if "datetime" in tag.attrs else "title", "time", hint or None)

    def _item(self, tag: Tag, name: str) -> None:
        if tag.name == "meta" and "property" in tag.attrs and "itemprop" not in tag.attrs:
            return
        attribute_name = next((a for a in ("content", "datetime") if tag.attrs.get(a)), None)
        nodes = () if attribute_name else inside(tag)
        inner = next((node for node in nodes if isinstance(node, Tag) and node.attrs.get("itemprop") == "name"), None)
        if inner is not None:
            tag = inner
            attribute_name = "content" if tag.attrs.get("content") else None
        value = attribute(self.source, tag, attribute_name) if attribute_name else words_of(tag)
        if 0 < len(value.text) <= LONGEST_ITEM:
            self.values.append(Declared(name, value, "microdata", _item_type(tag), next(self.groups)))

    def _add(self, name: str, tag: Tag, attribute_name: str, syntax: str, kind: str | None = None) -> None:
        if (value := attribute(self.source, tag, attribute_name)).text:
            self.values.append(Declared(name, value, syntax, kind, next(self.groups)))

    def _meta(self, tag: Tag) -> None:
        attrs = tag.attrs
        for naming in ("property", "name", "itemprop", "http-equiv"):
            if not (key := str(attrs.get(naming) or "").strip().lower()):
                continue
            holder = "content" if "content" in attrs else "value"
            value = attribute(self.source, tag, holder)
            if key.startswith("twitter:label"):
                self.labels[key.replace("label", "data")] = value.text
            key = self.labels.get(key, key).casefold()
            if key == "parsely-page":
                self._parsely(value)
            elif value.text and len(value.text) <= article_object.LONGEST_VALUE:
                if name := schema_name("meta", key, value):
                    self.values.append(Declared(name, value, "meta", key, next(self.groups)))
                    if name == "headline":
                        self.titles.append(value.text)
                elif naming == "itemprop":
                    self.item(tag)
            return

    def _parsely(self, page: Fragment) -> None:
        """The authors of the JSON that an older Parse.ly tag holds."""
        for thing in jsonld.parse(page):
            if isinstance(thing, dict):
                for author in (*jsonld.strings(thing.get("author")), *jsonld.strings(thing.get("authors"))):
                    self.values.append(Declared("author", author, "meta", "parsely-page", next(self.groups)))

    def _link(self, tag: Tag) -> None:
        for rel in str(tag.attrs.get("rel") or "").lower().split():
            language = str(tag.attrs.get("hreflang") or "")
            if rel == "alternate" and not language:
                continue
            if rel == "c2pa-manifest":
                self._add(rel, tag, "href", "link")
            elif rel in LINKS:
                self._add("author.url" if rel == "author" else rel, tag, "href", "link", language or None)

    def _script(self, tag: Tag) -> None:
        kind = str(tag.attrs.get("type") or "").lower()
        if "ld+json" in kind:
            self.scripts.append(words_in(tag))
        elif kind.startswith("application/c2pa"):
            self._add("c2pa-manifest", tag, "type", "script")
        elif COUNTERS.search(str(tag.attrs.get("data-counter") or "")):
            self._add("republication-counter", tag, "data-counter", "image")

    def remark(self, remark: Remark) -> None:
        if "provenance:" in remark:
            value = joined((piece.text, piece.start, piece.end - piece.start) for piece in remark.pieces).strip()
            self.values.append(Declared("comment", value, "comment", None, next(self.groups)))

    def base_address(self) -> str | None:
        """What relative links are relative to."""
        page = next(iter(self.addresses()), None)
        return (urljoin(page, self.base) if page else self.base) if self.base else page

    def addresses(self) -> list[str]:
        return [datum.value.text for datum in self.values if datum.name in ("canonical", "url")]

    def of_article(self, headline: str | None) -> Iterator[Declared]:
        """Everything, the article's own JSON-LD object first."""
        graph = article_object.Graph([value for script in self.scripts for value in jsonld.parse(script)])
        titles = [*self.titles, *([headline] if headline else [])]
        if (own := graph.own_article(titles, self.addresses())) is not None:
            yield from article_object.declared(graph, own, self.groups)
        yield from self.values


def words_in(tag: Tag) -> Fragment:
    """The raw text of a script."""
    runs = [
        (piece.text, piece.start, piece.end - piece.start)
        for child in tag.contents
        if type(child) is Words
        for piece in child.pieces
    ]
    return joined(runs)


def _item_type(tag: Tag) -> str | None:
    kind = str(tag.attrs.get("itemtype") or "")
    return kind.rpartition("/")[2] or None
