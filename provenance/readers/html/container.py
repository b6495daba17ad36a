"""Where on the page the article is: the element that holds its text, and the wider one with headline and credits."""

from collections.abc import Iterator
from itertools import islice

from bs4.element import Tag

from provenance.readers.html.article_object import folded as folded_title
from provenance.readers.html.parts import Weight, naming, parts_named
from provenance.readers.html.tree import Page

ENOUGH = 0.15
"""Share of the page's running text that an element named as the article's body must hold."""
MOST = 0.6
"""Share of its parent's running text that a child must hold to be the place where the text is."""
HALF = 0.5
MOST_HEADINGS = 30
"""Headings of one level that are held against the declared title."""

SHORTEST_HEADLINE = 12
"""Characters below which an only first-level heading may be the name of the site."""
NEAR = 3
"""Levels above the article within which a part that says so still belongs to it."""
MOST_CANDIDATES = 40
MOST_AROUND_PICTURE = 6
CAPTION_LENGTH = 500
NO_BOXES = frozenset({"a", "li", "article", "body", "main", "header", "section"})
"""Elements that hold more than a picture, however little their text."""
SHORTEST_PART = 80
NOT_THE_ARTICLE = frozenset({"related", "chrome", "others"})


class Layout:
    """The page's elements that matter: `body`, `scope` around it, and the `headline`."""

    def __init__(self, page: Page, tags: list[Tag], weights: dict[int, Weight], titles: list[str]) -> None:
        self.weights = weights
        self.total = weights[id(page)].running
        self.pictured = self._pictured(tags)
        self.headline = self._headline(tags, titles)
        self.body = self._body(page, tags)
        self.scope = self._scope(page)
        self._holding = {id(tag) for start in (self.body, self.headline) for tag in _upwards(start)}
        self._between = False
        self.has_begun = False
        around = [tag for tag in _upwards(self.scope.parent) if tag is not page and tag.name not in ("body", "html")]
        self.near = around[min(NEAR, len(around)) - 1] if around else None

    def holds(self, tag: Tag) -> bool:
        """Whether the element is around the article's text or headline, and so no part beside it."""
        return id(tag) in self._holding or self.running(tag) > HALF * max(1, self.total)

    def reaches(self, tag: Tag) -> bool:
        """Whether the article begins with this element; to be asked of each element in document order.

        What stands between headline and text (a byline, a date) belongs to the article wherever it hangs in the tree.
        """
        if tag is self.headline and id(self.scope) not in {id(above) for above in _upwards(tag)}:
            self._between = True
        elif tag is self.body:
            self._between = False
            self.has_begun = True
        return tag is self.scope or self._between

    def running(self, tag: Tag) -> int:
        return self.weights[id(tag)].running

    def _pictured(self, tags: list[Tag]) -> set[int]:
        """The `id()` of every element that holds a picture and little text: its caption, if any."""
        found: set[int] = set()
        for tag in tags:
            if tag.name in ("img", "picture", "amp-img"):
                for above in islice(_upwards(tag.parent), MOST_AROUND_PICTURE):
                    if self.weights[id(above)].all > CAPTION_LENGTH or above.name in NO_BOXES:
                        break
                    found.add(id(above))
        return found

    def _headline(self, tags: list[Tag], titles: list[str]) -> Tag | None:
        """The heading that says what the page declares as its title; else its only first-level heading."""
        keys = [key for key in map(folded_title, titles) if len(key) > 8]
        firsts = [tag for tag in tags if tag.name == "h1" and self.weights[id(tag)].all]
        others = [tag for tag in tags if tag.name in ("h2", "h3") and self.weights[id(tag)].all][:MOST_HEADINGS]
        for exact in (True, False):
            for tag in (*firsts[:MOST_HEADINGS], *others) if exact else firsts[:MOST_HEADINGS]:
                key = folded_title(tag.get_text())
                if len(key) > 8 and any(key == title if exact else key in title or title in key for title in keys):
                    return tag
        return firsts[0] if len(firsts) == 1 and self.weights[id(firsts[0])].all >= SHORTEST_HEADLINE else None

    def _body(self, page: Page, tags: list[Tag]) -> Tag:
        named, articles, mains = [], [], []
        for tag in tags:
            running = self.running(tag)
            if running < SHORTEST_PART:
                continue
            parts = parts_named(naming(tag))
            if str(tag.attrs.get("itemprop") or "").lower() == "articlebody" and running >= ENOUGH * self.total:
                return tag
            if "body" in parts and not parts & NOT_THE_ARTICLE:
                named.append(tag)
            elif tag.name == "article" and not parts & NOT_THE_ARTICLE:
                articles.append(tag)
            elif tag.name == "main" or tag.attrs.get("role") == "main":
                mains.append(tag)
        for candidates in (named, articles):
            if candidates and max(map(self.running, candidates)) >= ENOUGH * self.total:
                return self._around_siblings(max(candidates, key=self.running), candidates[:MOST_CANDIDATES])
        return self._densest(mains[0] if mains else page)

    def _around_siblings(self, best: Tag, candidates: list[Tag]) -> Tag:
        """The element itself or, where the text is cut into several like it, the one around them all."""
        around = {id(tag) for tag in _upwards(best)}
        beside = []
        for tag in candidates:
            if id(tag) not in around and not any(above is best for above in _upwards(tag)):
                beside.append(tag)
        whole = self.running(best) + sum(map(self.running, beside))
        if best.name == "article" or whole < self.running(best) / MOST:
            return best
        for tag in _upwards(best.parent):
            if tag.name in ("body", "html"):
                break
            if self.running(tag) >= HALF * (whole + self.running(best)):
                return tag
        return best

    def _densest(self, tag: Tag) -> Tag:
        """Down from an element for as long as one child holds most of the running text."""
        while True:
            inner = max((child for child in tag.contents if isinstance(child, Tag)), key=self.running, default=None)
            if inner is None or inner.name in ("p", "pre", "ul", "ol", "blockquote", "table"):
                return tag
            if self.running(inner) < MOST * max(1, self.running(tag)):
                return tag
            tag = inner

    def _scope(self, page: Page) -> Tag:
        """The nearest element around the body that is an article or holds the headline too."""
        above_headline = {id(tag) for tag in _upwards(self.headline)}
        scope = self.body
        for tag in _upwards(self.body):
            if tag is page or tag.name in ("body", "html"):
                break
            if tag.name in ("article", "main"):
                scope = tag
            if id(tag) in above_headline:
                return tag if self.running(tag) <= 1.5 * self.running(self.body) + 300 else scope
        return scope


def _upwards(tag: Tag | None) -> Iterator[Tag]:
    """The element and those around it."""
    while tag is not None:
        yield tag
        tag = tag.parent
