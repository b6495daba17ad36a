"""Plain text and Markdown: blocks, front matter, comments, encodings, and the way back to the file."""

import gzip
import time
from pathlib import PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.article import Article
from provenance.model.block import BlockKind
from provenance.model.errors import ReadError
from provenance.readers.shelf import reader_for

NOTE = """---
title: "Le \\"grand\\" moulin"   # provisoire
authors:
  - name: Anna Vidal
    url: https://petitcanal.example/anna
  - 'Paul d''Oz'
date: 2025-03-04
lang: fr-FR
source: https://source.example/x
original:
  author: Helen Roe
tags: [eau, "bois, pierre"]
description: >
  auteur: pas une clé
provenance: {ignore: [spacing]}
---
# Le moulin *rouvre*

Par **Anna Vidal** et [Paul d'Oz](https://petitcanal.example/paul)
Source : https://source.example/x

<!-- provenance: ignore[spacing] voulu -->
Le vieux moulin du canal rouvre ses portes après dix ans de travaux et
de patience, a dit Martin de Boer &amp; fils, qui a \\*tout\\* vu.

> Une joie pour tout
> le village.

1. premier
- second

![Le moulin](m.png "Jan Boer / Agence")
*Photo prise en mars*

| a | b |
|---|---|
| c | d |

```
code  ici
```
Fin[^1] du <b>texte</b> snake_case_name.

[^1]: une note
Suite
-----
"""


def article(data: bytes | str, name: str) -> Article:
    data = data.encode() if isinstance(data, str) else data
    return reader_for(PurePath(name), data)(data, name)[0]


def texts(read: Article, kind: BlockKind) -> list[str]:
    return [read.text[block.span] for block in read.blocks_of(frozenset({kind}))]


def test_markdown_blocks_hold_the_text_without_its_marks() -> None:
    note = article(NOTE, "note.md")
    assert note.headline == "Le moulin rouvre"
    assert texts(note, BlockKind.BODY) == [
        "Par Anna Vidal et Paul d'Oz",
        "Source : https://source.example/x",
        "Le vieux moulin du canal rouvre ses portes après dix ans de travaux et de patience,"
        " a dit Martin de Boer & fils, qui a *tout* vu.",
        "Fin du texte snake_case_name.",
    ]
    assert texts(note, BlockKind.QUOTE) == ["Une joie pour tout le village."]
    assert texts(note, BlockKind.ITEM) == ["premier", "second"]
    assert texts(note, BlockKind.CAPTION) == ["Le moulin", "Jan Boer / Agence", "Photo prise en mars"]
    assert texts(note, BlockKind.TABLE) == ["a", "b", "c", "d"]
    assert texts(note, BlockKind.CODE) == ["code  ici"]
    assert texts(note, BlockKind.FOOTER) == ["une note"]
    assert texts(note, BlockKind.HEADING) == ["Suite"]


def test_a_name_inside_marks_maps_to_the_file() -> None:
    note = article(NOTE, "note.md")
    start = note.text.content.index("Anna Vidal")
    line, column, end_line, end_column = note.text.position(type(note.blocks[0].span)(start, start + 10))
    assert NOTE.split("\n")[line - 1][column - 1 : end_column - 1] == "Anna Vidal"
    assert line == end_line
    assert [(note.text[link.span], link.url) for link in note.links] == [
        ("Paul d'Oz", "https://petitcanal.example/paul")
    ]


def test_front_matter_is_positioned_metadata() -> None:
    note = article(NOTE, "note.md")
    values = [(datum.name, datum.value) for datum in note.metadata if datum.syntax == "front-matter"]
    assert values == [
        ("headline", 'Le "grand" moulin'),
        ("author", "Anna Vidal"),
        ("author.url", "https://petitcanal.example/anna"),
        ("author", "Paul d'Oz"),
        ("datePublished", "2025-03-04"),
        ("inLanguage", "fr-FR"),
        ("isBasedOn.url", "https://source.example/x"),
        ("isBasedOn.author", "Helen Roe"),
        ("tags", "eau"),
        ("tags", "bois, pierre"),
        ("provenance", "{ignore: [spacing]}"),
    ]
    assert note.language == "fr"
    assert all(note.text[datum.span] == datum.value for datum in note.metadata)


def test_comments_are_no_text_but_are_found() -> None:
    note = article(NOTE, "note.md")
    assert "ignore" not in " ".join(texts(note, BlockKind.BODY))
    assert [datum.value for datum in note.declared("comment")] == ["provenance: ignore[spacing] voulu"]


def test_toml_front_matter() -> None:
    note = article('+++\ntitle = "Un titre"\n[params]\nauthor = "Anna Vidal"\n+++\nTexte.\n', "a.md")
    assert [(datum.name, datum.value) for datum in note.metadata] == [
        ("headline", "Un titre"),
        ("author", "Anna Vidal"),
    ]


def test_an_html_link_in_markdown_is_a_link() -> None:
    data = b'It was reported in <a class="x" href="https://paper.example/a?b=1&amp;c=2">The Paper</a> <b>first</b>.'
    (note,) = (read for read in reader_for(PurePath("n.md"), data)(data, "n.md") if isinstance(read, Article))
    assert [(note.text[link.span], link.url) for link in note.links] == [
        ("The Paper", "https://paper.example/a?b=1&c=2")
    ]
    assert "<" not in note.text.content


def test_lines_of_markdown_that_were_not_wrapped_stay_apart() -> None:
    note = article("Traduit par Anna Vidal\nSource : Le Petit Canal\nPhoto : Jan Boer\n", "a.md")
    assert len(texts(note, BlockKind.BODY)) == 3


PLAIN = (
    "Le moulin du canal rouvre enfin ses portes\n"
    "Par Anna Vidal et Jan de Boer\n"
    "Le vieux moulin du canal rouvre ses portes après dix ans de travaux. La commune y a mis deux millions d’euros,"
    " et douze personnes y ont travaillé, a dit la maire.\n"
    "Une suite attendue\n"
    "- Source : https://source.example/x\n"
    "Traduction : Léa Morel\n"
    "© Agence du Canal\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_plain_text_in_any_encoding(encoding: str, ending: str) -> None:
    read = article(PLAIN.replace("\n", ending).encode(encoding), "a.txt")
    assert read.headline == "Le moulin du canal rouvre enfin ses portes"
    assert texts(read, BlockKind.HEADING) == ["Une suite attendue"]
    assert texts(read, BlockKind.ITEM) == ["- Source : https://source.example/x"]
    assert [block.kind for block in read.blocks][1] is BlockKind.BODY
    assert texts(read, BlockKind.BODY)[-2:] == ["Traduction : Léa Morel", "© Agence du Canal"]


CREDIT_LINES = ["Par Anna Vidal", "Article traduit de Forbes US – Auteure : Anna Vidal", "Von Jan de Boer, dpa"]


@pytest.mark.parametrize("line", CREDIT_LINES)
def test_an_attribution_line_is_no_headline(line: str) -> None:
    assert article(f"{line}\n{'Le texte est assez long pour en être un. ' * 8}\n", "a.txt").headline is None


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04zip", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 20], ids=str)
def test_what_is_no_text_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(ReadError):
        article(data, name)


def test_a_gzipped_text_is_named_for_what_it_is() -> None:
    with pytest.raises(ReadError, match="gzip"):
        article(gzip.compress(b"texte"), "a.txt")


def test_valid_utf8_outranks_a_stale_declaration_and_damage_does_not_spread() -> None:
    assert "été" in article('<meta charset="windows-1252"><p>été'.encode(), "a.html").text.content
    damaged = "l’été à l’abri des tempêtes".encode() + b"\xed\xa0\x80" + " très bien protégé".encode()
    assert article(damaged, "a.txt").text.content.startswith("l’été à l’abri")


VOCABULARY = "* ** _ __ ~~ ` ``` [ ]( ) ![ ] [^1] <!-- --> <b> <br> &amp; \\* # - > | --- === mot été 1. : +++ ' \" {"
MARKS = st.lists(st.sampled_from([*VOCABULARY.split(), "\n", "\r\n", "\u00a0"]), max_size=50).map(" ".join) | st.text(
    max_size=60
)


@settings(max_examples=400, deadline=None)
@given(MARKS, st.sampled_from(["a.md", "a.txt"]), st.sampled_from(["", "---\n"]))
def test_any_text_is_read_with_spans_inside_it(text: str, name: str, opening: str) -> None:
    try:
        read = article((opening + text + "x").encode("utf-8", "replace"), name)
    except ReadError:
        return
    content, source = read.text.content, read.text.source.content
    for block in read.blocks:
        assert 0 <= block.span.start < block.span.end <= len(content)
        raw = read.text.raw(block.span)
        assert 0 <= raw.start <= raw.end <= len(source)
        assert content[block.span.start] == source[raw.start] or source[raw.start] in "&\\"
    for link in read.links:
        assert 0 <= link.span.start < link.span.end <= len(content)


SIGNS = ("[", "*a", "`", "[a](", "<!--", "> ", "**a", "| ", "a\n", "![", "<a", "[a]: b\n", "- ", "\\")
HOSTILE = [
    *(sign * 60_000 for sign in SIGNS),
    "---\n" + "- " * 60_000 + "\n---\n",
    "---\n" + "a:\n" * 60_000 + "---\n",
    "x" * 5_000_000,
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile[:12])
def test_hostile_markdown_is_read_in_bounded_time(hostile: str) -> None:
    started = time.process_time()
    article(hostile, "a.md")
    assert time.process_time() - started < 20
