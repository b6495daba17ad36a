"""Files that hold many articles: JSON Lines, tables, feeds, archives. Every place is one of the file people open."""

import gzip
import io
import json
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.cli import main
from provenance.model.article import Article
from provenance.model.audit import Failure
from provenance.model.block import BlockKind
from provenance.readers.opening import opened

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>La Gazette du lac</title><language>fr-FR</language>
<item><title>Le phare &amp; le pont</title><link>https://gazette.example/phare</link>
<author>desk@gazette.example (Odile Vasseur)</author><pubDate>Mon, 03 Mar 2031 10:00:00 GMT</pubDate>
<source url="https://courrier.example/rss">Le Courrier</source>
<content:encoded><![CDATA[<p>Le phare rouvre.</p><p>C&rsquo;est <b>s&ucirc;r</b>.</p>]]></content:encoded></item>
<item><title>Deux</title><description>Le pont &lt;b&gt;ferme&lt;/b&gt;.</description></item>
<item></item>
</channel></rss>
"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Het Meer</title>
<entry><title>De brug</title><link rel="self" href="https://meer.example/x"/><link href="https://meer.example/brug"/>
<author><name>Jan de Boer</name></author><published>2031-03-04T08:00:00Z</published>
<content type="html">&lt;p&gt;De brug is dicht.&lt;/p&gt;</content></entry></feed>
"""


def found_in(content: str | bytes, name: str) -> list[Article | Failure]:
    return list(opened(content.encode() if isinstance(content, str) else content, name))


def articles_in(content: str | bytes, name: str) -> list[Article]:
    return [one for one in found_in(content, name) if isinstance(one, Article)]


def shown(article: Article) -> list[str]:
    return [article.text[block.span] for block in article.blocks if block.kind is not BlockKind.METADATA]


def at_place(article: Article, words: str, content: str) -> str:
    """What stands in the file where the words of the article are said to stand."""
    start = article.text.content.index(words)
    line, column, end_line, end_column = article.text.position(type(article.first_line)(start, start + len(words)))
    assert line == end_line
    return content.split("\n")[line - 1][column - 1 : end_column - 1]


def test_lines_of_json_are_articles_with_their_places() -> None:
    record = {
        "id": "a7",
        "headline": "Le « phare »",
        "text": 'Il dit "oui".\n\nC’est sûr 🦊.',
        "authors": ["Odile Vasseur"],
    }
    content = '{"id": 1, "text": "Un."}\n\n' + json.dumps(record) + "\n"
    first, second = articles_in(content, "a.jsonl")
    assert (first.path, second.path) == ("a.jsonl#1", "a.jsonl#a7")
    assert shown(second) == ["Le « phare »", 'Il dit "oui".', "C’est sûr 🦊."]
    assert second.headline == "Le « phare »"
    assert at_place(second, 'Il dit "oui".', content) == r"Il dit \"oui\"."
    assert at_place(second, "sûr 🦊", content) == r"s\u00fbr \ud83e\udd8a"
    assert [datum.value for datum in second.declared("author")] == ["Odile Vasseur"]
    assert first.sha256 != second.sha256


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nothing", "it is not a JSON object"),
        ('["text"]', "it is not a JSON object"),
        ('{"text": "a"} {"text": "b"}', "it is not a JSON object"),
        ('{"text": ' + "[" * 100_000, "it is not a JSON object"),
        ('{"title": "Only that"}', "it has neither 'text' nor 'html'"),
        ('{"text": " "}', "it has neither 'text' nor 'html'"),
    ],
)
def test_a_line_that_is_no_article_is_a_failure_of_its_own(line: str, reason: str) -> None:
    failure, article = found_in(f'{line}\n{{"text": "Le phare rouvre."}}\n', "a.jsonl")
    assert failure == Failure("a.jsonl#1", reason)
    assert isinstance(article, Article)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", '{"id": "x", "text": "Le phare."}\n{"id": "x", "text": "Le pont."}\n'),
        ("a.csv", "id,text\nx,Le phare.\nx,Le pont.\n"),
    ],
)
def test_the_second_record_of_one_id_is_a_failure_by_its_line(name: str, content: str) -> None:
    first, second = found_in(content, name)
    assert isinstance(first, Article)
    assert first.path == f"{name}#x"
    assert second == Failure(f"{name}#{name.count('csv') + 2}", "the id x stands twice in the file")


def test_a_page_in_a_line_keeps_its_structure_and_places() -> None:
    page = (
        '<html><head><meta name="author" content="Maud Ferlin"></head><body><p>Le &eacute;tang gèle.</p></body></html>'
    )
    content = json.dumps({"html": page})
    (article,) = articles_in(content, "a.jsonl")
    assert "Le étang gèle." in shown(article)
    assert at_place(article, "étang gèle", content) == r"&eacute;tang g\u00e8le"
    assert at_place(article, "Maud Ferlin", content) == "Maud Ferlin"


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), max_size=4), st.booleans())
def test_any_text_comes_back_out_of_a_line(texts: list[str], ascii_only: bool) -> None:
    content = "".join(json.dumps({"text": text}, ensure_ascii=ascii_only) + "\n" for text in ["Un.", *texts])
    for one, text in zip(found_in(content, "a.jsonl"), ["Un.", *texts], strict=True):
        assert isinstance(one, Failure) or one.text.content.strip() in text or any(mark in text for mark in "<&")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_rows_of_a_table_are_articles_with_their_places(delimiter: str) -> None:
    cells = [
        ["id", "text", "authors"],
        ["a7", '"Il dit ""oui"".\n\nC’est sûr."', "Odile Vasseur|Jan Brun"],
        ["a8", "Deux.", ""],
    ]
    content = "".join(delimiter.join(row) + "\r\n" for row in cells)
    first, second = articles_in(content, "a.csv")
    assert (first.path, second.path) == ("a.csv#a7", "a.csv#a8")
    assert shown(first) == ['Il dit "oui".', "C’est sûr."]
    assert at_place(first, 'dit "oui"', content) == 'dit ""oui""'
    assert second.text.position(second.first_line)[:2] == (5, 4)
    assert [datum.value for datum in first.declared("author")] == ["Odile Vasseur", "Jan Brun"]


def test_a_table_of_something_else_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sales.csv").write_text("year,sum\n2031,4\n", "utf-8")
    assert main(["gate", str(tmp_path / "sales.csv")]) == 3
    assert "the table has no column 'text' or 'html'" in capsys.readouterr().out


def test_a_table_in_a_folder_is_not_taken_for_an_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "audit.csv").write_text("path,status\na.txt,ok\n", "utf-8")
    (tmp_path / "a.jsonl").write_text('{"text": "Par Odile Vasseur\\n\\nLe phare rouvre."}\n', "utf-8")
    main(["audit", str(tmp_path), "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    assert [article["path"].rpartition("/")[2] for article in found["articles"]] == ["a.jsonl#1"]
    assert found["failures"] == []


def test_fix_says_that_it_leaves_a_file_of_many_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Par Odile Vasseur\\n\\nLe phare rouvre , dit-elle."}\n', "utf-8")
    main(["fix", str(tmp_path / "a.jsonl")])
    assert "a file of many articles holds is not changed" in capsys.readouterr().err


def test_entries_of_a_feed_are_articles_with_what_they_declare() -> None:
    first, second, third = found_in(RSS, "feed.xml")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert shown(first) == ["Le phare & le pont", "Le phare rouvre.", "C’est sûr."]
    assert (first.path, first.language, first.url) == ("feed.xml#1", "fr", "https://gazette.example/phare")
    assert (first.publisher, first.headline) == ("La Gazette du lac", "Le phare & le pont")
    declared = {datum.name: datum.value for datum in first.metadata}
    assert declared["author"] == "Odile Vasseur"
    assert declared["isBasedOn.name"] == "Le Courrier"
    assert declared["isBasedOn.url"] == "https://courrier.example/rss"
    assert at_place(first, "C’est sûr", RSS) == "C&rsquo;est <b>s&ucirc;r"
    assert "Le pont ferme." in shown(second)
    assert third == Failure("feed.xml#3", "the entry holds no text")


def test_an_entry_with_only_a_title_holds_no_text() -> None:
    entry = "<rss><channel><item><title>Le pont ferme</title></item></channel></rss>"
    assert found_in(entry, "feed.rss") == [Failure("feed.rss#1", "the entry holds no text")]


def test_atom_too() -> None:
    (entry,) = articles_in(ATOM, "news.atom")
    assert shown(entry) == ["De brug", "De brug is dicht."]
    assert (entry.url, entry.publisher) == ("https://meer.example/brug", "Het Meer")
    assert [datum.value for datum in entry.declared("author")] == ["Jan de Boer"]


@pytest.mark.parametrize(
    "opening", ["<!--", "<![CDATA[", "<item ", "<item>", "<item/>", "<channel>", "&amp;", '<item a="', "</item>"]
)
def test_a_hostile_feed_is_read_in_time(opening: str) -> None:
    start = time.process_time()
    found = found_in(
        f"<rss><channel><title>A</title><item><title>Un</title><description>Un.</description>{opening * 40_000}",
        "feed.rss",
    )
    assert isinstance(found[0], Article)
    assert time.process_time() - start < 20


def zipped(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def test_an_archive_is_searched_like_a_folder() -> None:
    files = {
        "2031/a.txt": b"Le phare rouvre.",
        "2031/b.md": b"# Le pont\n\nIl ferme.",
        "2031/photo.png": b"\x89PNG\r\n",
        "__MACOSX/2031/._a.txt": b"\0\0",
        "more.jsonl": b'{"id": "x", "text": "Le lac."}',
        "empty.txt": b"",
        "inner.zip": zipped({"c.txt": b"Non."}),
    }
    found = found_in(zipped(files), "a.zip")
    assert [one.path for one in found if isinstance(one, Article)] == [
        "a.zip#2031/a.txt",
        "a.zip#2031/b.md",
        "a.zip#more.jsonl#x",
    ]
    assert [one for one in found if isinstance(one, Failure)] == [
        Failure("a.zip#empty.txt", "the file is empty"),
        Failure("a.zip#inner.zip", "an archive inside another is not opened: take it out first"),
    ]


def test_a_bomb_in_an_archive_goes_off_outside() -> None:
    bomb, article = found_in(zipped({"a.txt": b"a" * (33 * 1024 * 1024), "b.txt": b"Le phare."}), "a.zip")
    assert bomb == Failure("a.zip#a.txt", "it is larger than 32 MB when unpacked")
    assert isinstance(article, Article)


@pytest.mark.parametrize("name", ["a.zip", "a.warc", "a.warc.gz", "a.jsonl", "a.csv", "a.rss"])
@pytest.mark.parametrize(
    "data", [b"nothing of the kind", b"PK\x03\x04 cut", b"\x1f\x8b\x08", b"\xff\xfe\x00", b"<", b"\n\n"]
)
def test_a_broken_file_is_one_sentence(
    name: str, data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert main(["audit", str(tmp_path / name), "--format", "json"]) == 3
    told = capsys.readouterr()
    assert len(json.loads(told.out)["failures"]) == 1
    assert told.err == ""


def crawl(*pages: tuple[str, str, bytes]) -> bytes:
    records = []
    for number, (status, kind, body) in enumerate(pages):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
            f"WARC-Record-ID: <urn:uuid:{number:032}>\r\nWARC-Target-URI: https://gazette.example/{number}\r\n"
            f"WARC-Date: 2031-03-04T10:00:00Z\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + answer + b"\r\n\r\n"))
    return b"".join(records)


def test_pages_of_a_crawl_are_articles_where_they_stood() -> None:
    page = "<html><body><article><p>Le phare rouvre, écrit-elle.</p></article></body></html>".encode("cp1252")
    data = crawl(
        ("200 OK", "text/html; charset=windows-1252", page),
        ("404 Not Found", "text/html", b"<p>Rien"),
        ("200 OK", "image/png", b"\x89PNG"),
    )
    (article,) = articles_in(data, "a.warc.gz")
    assert (article.path, article.url) == ("a.warc.gz#0", "https://gazette.example/0")
    assert shown(article) == ["Le phare rouvre, écrit-elle."]
