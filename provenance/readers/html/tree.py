"""The page as a Beautiful Soup tree in which every element and every text knows its place in the file.

The only door to bs4. Strings of a soup carry no position and hold decoded entities, so the builder hands each string
the pieces it was made of; `Tag.sourcepos` is the offset of the tag in the file.
"""

from collections.abc import Iterator, Set
from io import StringIO

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.element import Comment, NavigableString, PageElement

from provenance.model.errors import ReadError
from provenance.readers.html import tokens
from provenance.readers.html.elements import CLOSED_BY, CLOSES_PARAGRAPH
from provenance.readers.html.tokens import Piece


class Words(NavigableString):
    """A text of the page with the pieces it was read from."""

    pieces: tuple[Piece, ...] = ()


class Remark(Comment):
    """An HTML comment with its place."""

    pieces: tuple[Piece, ...] = ()


class Builder(HTMLTreeBuilder):
    """Feeds positioned tokens to the soup, with the end tags a browser would supply."""

    def feed(self, markup: str) -> None:  # type: ignore[override]
        soup: Page = self.soup  # type: ignore[assignment]
        empty: Set[str] = self.empty_element_tags or frozenset()
        for token in tokens.tokens(markup):
            if isinstance(token, Piece):
                soup.waiting.append(token)
            elif isinstance(token, tokens.StartTag):
                soup.endData()
                name = token.name
                soup.close_implied(name)
                soup.handle_starttag(name, None, None, token.attributes, sourcepos=token.start)
                if name in empty:
                    soup.handle_endtag(name)
            elif isinstance(token, tokens.EndTag):
                if token.name not in empty:
                    soup.handle_endtag(token.name)
            else:
                soup.endData()
                soup.waiting.append(token.piece)
                soup.endData(Comment)


class Page(BeautifulSoup):
    """A soup that gives its strings their pieces."""

    waiting: list[Piece]

    def __init__(self, content: str) -> None:
        builder = Builder(multi_valued_attributes=None, string_containers={}, preserve_whitespace_tags=set())  # type: ignore[arg-type]
        # A file object, because bs4 warns of strings that look like a path or an address.
        super().__init__(StringIO(content, newline=""), builder=builder)

    def reset(self) -> None:
        self.waiting = []
        super().reset()

    def endData(self, containerClass: type[NavigableString] | None = None) -> None:  # noqa: N802, N803
        if not self.waiting:
            return
        container = Remark if containerClass is Comment else Words
        string = container("".join([piece.text for piece in self.waiting]))
        string.pieces = tuple(self.waiting)
        self.waiting = []
        self.object_was_parsed(string)

    def close_implied(self, name: str) -> None:
        current = self.currentTag
        if current is None:
            return
        if current.name == "p" and name in CLOSES_PARAGRAPH:
            self.popTag()
            current = self.currentTag
        if closed := CLOSED_BY.get(name):
            while current is not None and current.name in closed:
                self.popTag()
                current = self.currentTag


def parse(content: str) -> Page:
    """The tree of a page; raises ReadError where there is nothing that could be markup."""
    try:
        return Page(content)
    except (AssertionError, ValueError) as error:
        raise ReadError("the page's markup cannot be parsed") from error


def nodes(page: Page) -> Iterator[PageElement]:
    """Every element and string of the page, in document order."""
    node: PageElement | None = page.contents[0] if page.contents else None
    while node is not None:
        yield node
        node = node.next_element
