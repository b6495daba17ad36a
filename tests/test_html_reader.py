"""Web pages: what is visible, where it stands in the file, and what is declared."""

import gzip
import time
from contextlib import suppress
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.article import Article
from provenance.model.block import BlockKind
from provenance.model.errors import ReadError
from provenance.readers.html.page import read

PAGE = """<!doctype html>
<html lang="fr-FR"><head><meta charset="utf-8">
<title>Le moulin rouvre | Le Petit Canal</title>
<meta property="og:title" content="Le moulin &amp; la rivi&egrave;re rouvrent">
<meta property="og:site_name" content="Le Petit Canal">
<meta name="author" content="Anna Vidal">
<meta property="article:published_time" content="2025-03-04T10:00:00+01:00">
<link rel="canonical" href="https://petitcanal.example/2025/moulin">
<link rel="alternate" hreflang="en" href="https://petitcanal.example/en/mill">
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
 {"@type": "NewsArticle", "headline": "Le moulin & la rivi\\u00e8re rouvrent", "url": "https://petitcanal.example/2025/moulin",
  "author": [{"@id": "#anna"}, {"@type": "Person", "name": "Paul L&#039;H\\u00f4te"}],
  "isBasedOn": {"@type": "NewsArticle", "url": "https://source.example/x", "author": {"name": "Helen Roe"}},
  "image": {"creditText": "Jan Boer / Agence"}, },
 {"@type": "Person", "@id": "#anna", "name": "Anna Vidal", "jobTitle": "Reporter"},
 {"@type": "NewsArticle", "headline": "Tout autre chose", "url": "https://petitcanal.example/autre", "author": "Un Autre"}
]}
</script><script>var x = "<p>not text</p>";</script><style>p {color: red}</style></head>
<body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article>
<h1>Le moulin &amp; la rivière<br>rouvrent</h1>
<div class="article__byline">Par <a rel="author" href="/auteurs/anna">Anna&nbsp;Vidal</a>, le <time datetime="2025-03-04">4 mars</time></div>
<figure><img src="m.jpg" alt=""><figcaption>Le moulin. <span class="credit">Jan Boer / Agence</span></figcaption></figure>
<p>Le vieux   moulin
du canal rouvre ses portes apr&egrave;s dix ans de travaux, a dit <b>Mar</b>tin&#x27;s amie&hellip;</p>
<p hidden>Cach&eacute;</p><p style="display: none">Caché aussi</p><template><p>Jamais</p></template>
<blockquote><p>« Une joie pour tout le village et pour ses enfants », a dit la maire.</p></blockquote>
<ul><li>Un premier point sur les travaux</li><li>Un second point sur le prix</li></ul>
<pre>a  b
 c</pre>
<h2>La suite</h2><p>Le chantier a coûté deux millions d’euros et occupé douze personnes.</p>
<div class="related-articles"><a href="/x">Lire aussi : un autre article</a></div>
<footer class="article-footer"><p>Traduit de l’anglais par Léa Morel</p></footer>
</article></main>
<footer><p>Mentions légales</p></footer></body></html>"""  # noqa: E501


@pytest.fixture(scope="module")
def page() -> Article:
    return read(PAGE.encode(), "moulin.html")[0]


def texts(article: Article, kind: BlockKind) -> list[str]:
    return [article.text[block.span] for block in article.blocks_of(frozenset({kind}))]


def raw(article: Article, start: int, end: int) -> str:
    span = article.text.raw(type(article.blocks[0].span)(start, end))
    return article.text.source.content[span.start : span.end]


def test_blocks_are_what_the_reader_sees(page: Article) -> None:
    assert texts(page, BlockKind.HEADLINE) == ["Le moulin & la rivière rouvrent"]
    assert texts(page, BlockKind.BYLINE) == ["Par Anna\u00a0Vidal, le 4 mars"]
    assert texts(page, BlockKind.CAPTION) == ["Le moulin. Jan Boer / Agence"]
    assert texts(page, BlockKind.BODY) == [
        "Le vieux moulin du canal rouvre ses portes après dix ans de travaux, a dit Martin's amie…",
        "Le chantier a coûté deux millions d’euros et occupé douze personnes.",
    ]
    assert texts(page, BlockKind.QUOTE) == ["« Une joie pour tout le village et pour ses enfants », a dit la maire."]
    assert texts(page, BlockKind.ITEM) == ["Un premier point sur les travaux", "Un second point sur le prix"]
    assert texts(page, BlockKind.CODE) == ["a  b", " c"]
    assert texts(page, BlockKind.HEADING) == ["La suite"]
    assert texts(page, BlockKind.FOOTER) == ["Traduit de l’anglais par Léa Morel"]
    assert texts(page, BlockKind.RELATED) == ["Lire aussi : un autre article"]
    assert texts(page, BlockKind.CHROME) == ["Accueil", "Sport", "Mentions légales"]


def test_what_is_hidden_is_no_text(page: Article) -> None:
    visible = page.text.content
    assert not [word for word in ("Cach", "Jamais", "not text", "color") if word in visible]


def test_declared_values_describe_the_article(page: Article) -> None:
    assert (page.headline, page.language) == ("Le moulin & la rivière rouvrent", "fr")
    assert (page.url, page.publisher) == ("https://petitcanal.example/2025/moulin", "Le Petit Canal")
    assert [datum.value for datum in page.declared("author")] == ["Anna Vidal", "Paul L'Hôte", "Anna Vidal"]
    assert [datum.value for datum in page.declared("isBasedOn.url")] == ["https://source.example/x"]
    assert [datum.value for datum in page.declared("isBasedOn.author")] == ["Helen Roe"]
    assert [datum.value for datum in page.declared("image.creditText")] == ["Jan Boer / Agence"]
    assert [(datum.value, datum.type) for datum in page.declared("alternate")] == [
        ("https://petitcanal.example/en/mill", "en")
    ]


def test_values_of_one_object_share_a_group(page: Article) -> None:
    groups = {datum.group for datum in page.metadata if datum.value in ("Helen Roe", "https://source.example/x")}
    assert len(groups) == 1


def test_another_articles_object_declares_nothing(page: Article) -> None:
    assert "Un Autre" not in [datum.value for datum in page.metadata]


def test_declared_values_point_into_the_file(page: Article) -> None:
    for datum in page.metadata:
        assert page.text[datum.span] == datum.value
    hote = next(datum for datum in page.metadata if datum.value == "Paul L'Hôte")
    assert raw(page, *hote.span) == "Paul L&#039;H\\u00f4te"
    title = next(datum for datum in page.metadata if datum.name == "headline" and datum.syntax == "meta")
    assert raw(page, *title.span) == "Le moulin &amp; la rivi&egrave;re rouvrent"


def test_spans_cover_entities_and_tags_of_the_file(page: Article) -> None:
    content = page.text.content
    name = content.index("Martin's amie…")
    assert raw(page, name, name + len("Martin's amie…")) == "Mar</b>tin&#x27;s amie&hellip;"
    start = content.index("après")
    assert raw(page, start, start + 5) == "apr&egrave;s"
    line, column = page.text.source.line_and_column(page.text.raw(page.blocks[0].span).start)
    assert PAGE.split("\n")[line - 1][column - 1 :].startswith("Accueil")


def test_links_are_absolute_and_span_their_words(page: Article) -> None:
    links = {page.text[link.span]: link for link in page.links}
    assert links["Anna\u00a0Vidal"].url == "https://petitcanal.example/auteurs/anna"
    assert links["Anna\u00a0Vidal"].rel == {"author"}


def test_line_breaks_end_lines_and_paragraphs_need_no_end_tag() -> None:
    markup = b"<article><h1>Un titre assez long</h1><p>Texte un<br>Source : X<p>Texte deux<ul><li>a<li>b</ul></article>"
    article = read(markup, "a.html")[0]
    lines = [article.text[block.span] for block in article.blocks]
    assert lines[1:] == ["Texte un", "Source : X", "Texte deux", "a", "b"]


def test_a_gzipped_page_reads_like_the_page(page: Article) -> None:
    assert read(gzip.compress(PAGE.encode()), "moulin.html.gz")[0].text.content == page.text.content


@pytest.mark.parametrize(
    "data",
    [
        b"",
        gzip.compress(b"x" * 40_000_000),
        gzip.compress(PAGE.encode())[:-30],
        b"\x1f\x8bnothing",
        b"%PDF-1.7 something",
        bytes(range(256)) * 40,
    ],
    ids=["empty", "bomb", "cut short", "no gzip", "pdf", "binary"],
)
def test_what_is_no_page_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "x.html.gz")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 50_000 + "texte" + "</div>" * 50_000,
        "<b>" * 50_000 + "texte",
        "<div itemprop=author>" * 20_000 + "x",
        '<p class="author">' * 20_000 + "x",
        "<a <a " * 200_000,
        '<a b=">" ' * 200_000,
        "<!--" * 300_000,
        "<![CDATA[" * 200_000,
        "&#" * 500_000,
        "&amp" * 300_000,
        "</" * 500_000,
        "x" * 5_000_000,
        "<script>" * 100_000,
        '<script type="application/ld+json">' + '{"a":[' * 300_000,
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"' + "\\u00e9&amp;" * 50_000 + '"}',
        "<table><tr><td>" * 20_000,
        "<pre>" + "a\n" * 200_000,
        "<meta name=author content='" + "&amp;" * 200_000 + "'>",
    ],
    ids=lambda hostile: hostile[:24],
)
def test_hostile_pages_are_read_in_bounded_time(hostile: str) -> None:
    started = time.process_time()
    read(hostile.encode(), "x.html")
    assert time.process_time() - started < 20


LEGACY = b"<p>caf\xe9</p>"
DECLARED = '<meta charset="iso-8859-1"><p>café</p>'.encode()


@pytest.mark.parametrize("data", [LEGACY, DECLARED, "<p>café</p>".encode("utf-16")])
def test_encodings(data: bytes) -> None:
    assert "café" in read(data, "x.html")[0].text.content


VOCABULARY = (
    "<p> </p> <b> </b> <div> </div> <br> <!-- --> &amp; &eacute; &#233; &nbsp; &bogus; & < > <a@href=x> </a> <h1> </h1>"
    " <pre> </pre> <li> <table> <td> <script> </script> <title> </title> \" ' = mot été naïf « » \0 \ufeff 😀"
)
MARKUP = st.lists(
    st.sampled_from([*VOCABULARY.split(), " ", "\n", "\r\n", "\u00a0"]) | st.text(max_size=5), max_size=40
).map(lambda parts: "".join(parts).replace("<a@", "<a "))


@settings(max_examples=300, deadline=None)
@given(MARKUP)
def test_every_character_comes_from_its_place_in_the_file(markup: str) -> None:
    try:
        article = read(("<!doctype html>" + markup).encode("utf-8", "surrogatepass"), "x.html")[0]
    except ReadError:  # too many control characters
        return
    source, covered = article.text.source.content, 0
    for start, length, raw_start, raw_length in article.text.stretches:
        assert start == covered
        covered += length
        shown, written = article.text.content[start : start + length], source[raw_start : raw_start + raw_length]
        assert 0 <= raw_start <= raw_start + raw_length <= len(source)
        if raw_length == 0:
            assert shown in ("\n", " ", "")
        else:
            assert shown.split() == unescape(written).replace("\0", "\ufffd").split()
    assert covered == len(article.text.content)
    for block in article.blocks:
        assert 0 <= block.span.start <= block.span.end <= covered


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for prefix in (b"", b"<html><p>"):
        with suppress(ReadError):
            assert read(prefix + data, "x.html")[0].format == "html"
