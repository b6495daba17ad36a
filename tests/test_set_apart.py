"""Names that a page sets in elements of their own: authors in bylines, credits in and beside captions."""

import pytest

from provenance.attribution.find import find_credits
from provenance.attribution.signed import signers
from provenance.model.article import Article
from provenance.model.credit import AgentKind, Role
from provenance.model.house import House
from provenance.pipeline import read_articles

PROSE = "<p>" + "The harbour closes for nine days while divers check the breakwater, the town said. " * 3 + "</p>"


def page(byline: str = "", body: str = "", head: str = "", language: str = "en") -> Article:
    html = (
        f"<html lang={language}><head><title>Harbour closes for nine days</title>{head}</head><body><article>"
        f"<h1>Harbour closes for nine days</h1>{byline}{PROSE}{body}{PROSE}</article></body></html>"
    )
    return read_articles(html.encode(), "page.html")[0]


def signed(article: Article) -> list[str]:
    return [agent.name for agent in signers(find_credits(article, House()))]


def pictured(article: Article) -> list[str]:
    found = [credit for credit in find_credits(article, House()) if credit.role is Role.IMAGE]
    return [agent.name for credit in found for agent in credit.agents]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        (
            '<div class="byline"><span>Nora Whitfield</span> <span>Oscar Lindqvist</span></div>',
            ["Nora Whitfield", "Oscar Lindqvist"],
        ),
        (
            '<div class="byline"><span>Nora Whitfield</span><span>Oscar Lindqvist</span></div>',
            ["Nora Whitfield", "Oscar Lindqvist"],
        ),
        (
            '<p class="post-meta">By <span class="author">Tilda</span> | Published: 3 May | Leave a comment</p>',
            ["Tilda"],
        ),
        (
            '<p class="meta">By <span class="author">Nora_W</span> <span class="date">Published on 3 May</span></p>',
            ["Nora_W"],
        ),
        (
            '<p class="byline"><a href="/author/nora">Nora Whitfield</a> <span>Houston</span></p>',
            ["Nora Whitfield"],
        ),
        (
            '<div class="post-info"><a href="/author/nora"><img src="n.jpg" alt=""><p>Nora Whitfield</p></a></div>',
            ["Nora Whitfield"],
        ),
        ('<div class="submitted">Submitted by <span class="username">Nora Whitfield</span> on 3 May</div>', None),
        ('<p class="byline">Nora Kaiser</p>', ["Nora Kaiser"]),
        ('<p class="author"><a href="/author/k">Nora Whitfield - Lund</a></p>', ["Nora Whitfield - Lund"]),
        ('<p class="byline">A report by</p><p class="byline">Nora Whitfield</p>', ["Nora Whitfield"]),
    ],
)
def test_the_elements_of_a_byline_say_where_names_end(byline: str, names: list[str] | None) -> None:
    assert signed(page(byline)) == (names or ["Nora Whitfield"])


@pytest.mark.parametrize(
    "byline",
    [
        '<blockquote class="embed"><p>A post shared by Nora Whitfield <time>3 May</time></p></blockquote>',
        '<ul class="twitter-authors"><li>Nora Whitfield @noraw</li></ul>',
        '<p class="byline">Trackback https://gazette.example.org/2026/harbour.htm/trackback</p>',
        '<div class="post-info"><a href="/category/people">People</a></div>',
    ],
)
def test_other_names_near_the_title_sign_nothing(byline: str) -> None:
    assert signed(page(byline)) == []


def test_an_element_ends_the_name_a_phrase_begins() -> None:
    article = page('<p>By <span class="author">Nora Whitfield</span> <span>Published today</span></p>')
    assert signed(article) == ["Nora Whitfield"]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (
            "<figure><img src=a.jpg><figcaption><span>The breakwater in June</span>"
            '<span class="c__credit">Nora Whitfield/Studio Lumen</span></figcaption></figure>',
            ["Nora Whitfield", "Studio Lumen"],
        ),
        (
            "<figure><img src=a.jpg><figcaption><span>The breakwater in June</span>"
            "<span>Nora Whitfield</span></figcaption></figure>",
            ["Nora Whitfield"],
        ),
        (
            "<figure><img src=a.jpg><figcaption><span class=credit>Photo by harbourlight</span> /"
            "<span class=distributor>Getty Images</span></figcaption></figure>",
            ["harbourlight", "Getty Images"],
        ),
        (
            "<div><picture><img src=a.jpg></picture><div>The breakwater in June</div><div>REUTERS</div></div>",
            ["REUTERS"],
        ),
        ('<p><img src=a.jpg title="The breakwater in June | AP/Nora Whitfield"></p>', ["AP", "Nora Whitfield"]),
        ('<p><img src=a.jpg alt="The breakwater in June (Photo: Nora Whitfield)"></p>', ["Nora Whitfield"]),
        (
            "<figure><img src=a.jpg><figcaption>The breakwater <cite>Nora Whitfield/Copyright 2026 The AP. All rights"
            " reserved.</cite></figcaption></figure>",
            ["Nora Whitfield"],
        ),
        ("<figure><img src=a.jpg><footer>Studio Lumen</footer></figure>", ["Studio Lumen"]),
    ],
)
def test_a_pictures_credit_stands_in_an_element_of_its_own(body: str, names: list[str]) -> None:
    assert pictured(page(body=body)) == names


@pytest.mark.parametrize(
    "body",
    [
        "<figure><img src=a.jpg><figcaption><b>The breakwater</b> <i>seen from the pier</i></figcaption></figure>",
        '<figure><img src=a.jpg><figcaption><address rel="author">By Nora Whitfield</address></figcaption></figure>',
        '<figure><video></video><figcaption>The harbour <span class="credit">03:07 Min.</span></figcaption></figure>',
        '<div><a href="/b"><img src=b.jpg><p>By <b>Nora Whitfield</b></p></a></div>',
        '<p><img src=a.jpg alt="The breakwater in June"></p>',
    ],
)
def test_other_words_beside_a_picture_credit_nobody(body: str) -> None:
    assert pictured(page(body=body)) == []


def test_signs_of_staff_members_stand_beside_their_wire() -> None:
    article = page(head='<meta name="author" content="now/dpa">', language="de")
    credits = [credit for credit in find_credits(article, House()) if credit.basis == "metadata"]
    assert [(agent.name, agent.kind) for credit in credits for agent in credit.agents] == [
        ("now", AgentKind.PERSON),
        ("dpa", AgentKind.AGENCY),
    ]


def test_every_mark_covers_the_words_of_its_element() -> None:
    article = page('<p class="byline">By <a class="fn" href="/author/n">Nora &amp; Whitfield</a></p>')
    assert [article.text[mark.span] for mark in article.marks if "fn" in mark.names] == ["Nora & Whitfield"]
