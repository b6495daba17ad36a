"""A page inside another file: what it says keeps its place in the file that holds it."""

from provenance.model.article import Metadatum
from provenance.model.block import Block, BlockKind
from provenance.model.record import replace
from provenance.model.text import Source, Span, Text
from provenance.readers.composing import Composer, Fragment

WHOLE = ("<html", "<body", "<article", "<main")
ARTICLE = "<article>"
"""What a piece of a page stands in, so that its paragraphs are not taken for the frame around an article."""


def write_page(
    composer: Composer, page: Fragment, path: str, title: Fragment | None
) -> tuple[str | None, tuple[Metadatum, ...]]:
    """Writes what a page says, below the title where it shows no headline of its own; the headline that a reader sees,
    and what the page declares."""
    from provenance.readers.html.page import article_on  # paid for when the first page is read

    lead = "" if any(tag in page.text.lower() for tag in WHOLE) else ARTICLE
    article = article_on(Source(lead + page.text), path)
    own = next((article.text[block.span] for block in article.blocks if block.kind is BlockKind.HEADLINE), None)
    if title and not own:
        composer.blocks.append(Block(BlockKind.HEADLINE, composer.append(title), 1))
        composer.insert("\n")
    base = composer.size

    def moved(span: Span) -> Span:
        return Span(span.start + base, span.end + base)

    write_nested(composer, article.text, page, len(lead))
    composer.blocks += [replace(block, span=moved(block.span)) for block in article.blocks]
    composer.links += [replace(link, span=moved(link.span)) for link in article.links]
    composer.marks += [replace(mark, span=moved(mark.span)) for mark in article.marks]
    metadata = tuple(replace(datum, span=moved(datum.span)) for datum in article.metadata)
    return own or (title.text if title else article.headline), metadata


def write_nested(composer: Composer, text: Text, page: Fragment, lead: int) -> None:
    """A text whose file is itself a value of the file that is read, behind so many characters that are not in it."""
    for start, length, raw_start, raw_length in text.stretches:
        words, at = text.content[start : start + length], raw_start - lead
        if not raw_length:
            composer.insert(words)
        elif length == raw_length:
            for run, place, size in page.runs(at, at + raw_length):
                composer.write(run, place, size)
        else:
            composer.write(words, *page.raw(at, at + raw_length))
