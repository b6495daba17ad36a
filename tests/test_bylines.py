"""Bylines that no phrase introduces, picture credits in captions, and who signs."""

import json

import pytest

from provenance.attribution.find import find_credits
from provenance.attribution.signed import signers
from provenance.model.article import Article
from provenance.model.credit import Credit, Role
from provenance.model.house import House
from provenance.pipeline import read_articles

PROSE = (
    "The harbour will close for nine days from Monday while divers check the eastern breakwater, the port authority "
    "announced after a long meeting with the owners of the fishing fleet and the town council."
)


def page(head: str, body: str, meta: str = "") -> Article:
    html = (
        f"<html lang=en><head><title>Harbour closes</title>{meta}</head><body><article><h1>Harbour closes</h1>{head}"
        f"<p>{PROSE}</p><p>{PROSE}</p>{body}</article></body></html>"
    )
    return read_articles(html.encode(), "page.html")[0]


def credits(article: Article, role: Role) -> list[Credit]:
    return [credit for credit in find_credits(article, House()) if credit.role is role]


def names(article: Article) -> list[str]:
    return [agent.name for agent in signers(find_credits(article, House()))]


def test_a_marked_byline_is_an_author_with_its_span() -> None:
    article = page('<p class="byline">Nora Whitfield and Colin Reyes | 3 May 2031</p>', "")
    (credit,) = credits(article, Role.AUTHOR)
    assert credit.people == ("Nora Whitfield", "Colin Reyes")
    assert article.text[credit.span] == "Nora Whitfield and Colin Reyes"


def test_links_to_authors_pages_name_them() -> None:
    article = page('<div class="byline"><a href="/author/nora">Nora Whitfield</a>Twitter</div>', "")
    assert names(article) == ["Nora Whitfield"]


@pytest.mark.parametrize(
    "line",
    [
        '<p class="byline">Photo: Nora Whitfield</p>',
        '<p class="byline">3 May 2031, 10:15</p>',
        '<p class="byline">Share this story</p>',
        '<div class="comment"><p class="comment-author author">Nora Whitfield</p></div>',
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert names(page(line, "")) == []


def test_teasers_below_do_not_sign() -> None:
    teaser = '<p class="byline">Otto Kranz</p>'
    article = page('<p class="byline">Nora Whitfield</p>', f"<p>{PROSE}</p><p>{PROSE}</p>{teaser}")
    assert names(article) == ["Nora Whitfield"]


def test_plain_text_is_signed_below_the_title_or_at_the_end() -> None:
    for text in (
        f"Harbour closes\nNora Whitfield\n\n{PROSE}\n{PROSE}\n",
        f"Harbour closes\n\n{PROSE}\n{PROSE}\n\nNora Whitfield\n",
    ):
        (article,) = read_articles(text.encode(), "a.txt")
        assert names(article) == ["Nora Whitfield"], text


def test_a_person_the_text_is_about_does_not_sign() -> None:
    text = (
        f"Nora Whitfield\nNora Whitfield\n\n{PROSE} Whitfield welcomed the decision of the harbour council.\n{PROSE}\n"
    )
    (article,) = read_articles(text.encode(), "a.txt")
    assert names(article) == []


def test_a_wire_alone_on_its_line_is_an_agency() -> None:
    (credit,) = credits(page("", "<p>sak/Reuters</p>"), Role.AGENCY)
    assert credit.organisation == "Reuters"


def test_a_caption_credits_everyone_behind_its_label() -> None:
    figure = (
        "<figure><img src=a.jpg><figcaption>The breakwater. Foto: Nora Whitfield/AFP | Handout</figcaption></figure>"
    )
    (credit,) = credits(page("", figure), Role.IMAGE)
    assert [agent.name for agent in credit.agents] == ["Nora Whitfield", "AFP", "Handout"]


def test_byline_and_metadata_are_both_kept_and_complete_each_other() -> None:
    people = [{"@type": "Person", "name": name} for name in ("Nora Whitfield", "Colin Reyes")]
    thing = json.dumps({"@type": "NewsArticle", "headline": "Harbour closes", "author": people})
    meta = f'<script type="application/ld+json">{thing}</script>'
    article = page('<p class="byline">Nora Whitfield</p>', "", meta)
    assert {credit.basis for credit in credits(article, Role.AUTHOR)} == {"text", "metadata"}
    assert sorted(names(article)) == ["Colin Reyes", "Nora Whitfield"]


def test_an_agency_signs_behind_the_last_sentence() -> None:
    article = page("", f"<p>{PROSE} (AFP)</p>")
    (credit,) = credits(article, Role.AGENCY)
    assert credit.organisation == "AFP"
    assert article.text[credit.span] == "(AFP)"


def test_an_agency_the_last_sentence_speaks_of_does_not_sign() -> None:
    assert not credits(page("", f"<p>{PROSE.rstrip('.')} and the AFP</p>"), Role.AGENCY)


def test_a_photographer_and_the_agency_are_both_credited_with_the_label() -> None:
    article = page(
        "", "<figure><img src=a.jpg><figcaption>The pier. Photograph: Nora Whitfield/Reuters</figcaption></figure>"
    )
    (credit,) = credits(article, Role.IMAGE)
    assert [agent.name for agent in credit.agents] == ["Nora Whitfield", "Reuters"]
    assert article.text[credit.span] == "Photograph: Nora Whitfield/Reuters"


@pytest.mark.parametrize(
    ("caption", "people"),
    [("The pier. File photo", []), ("The pier. File photo. © Nora Whitfield / Reuters", ["Nora Whitfield"])],
)
def test_a_kind_of_picture_is_credited_unless_its_maker_is(caption: str, people: list[str]) -> None:
    article = page("", f"<figure><img src=a.jpg><figcaption>{caption}</figcaption></figure>")
    (credit,) = credits(article, Role.IMAGE)
    assert list(credit.people) == people


@pytest.mark.parametrize("line", ["By =SUM(A1) Whitfield", "By {{author}} Whitfield"])
def test_formulas_and_code_sign_nothing(line: str) -> None:
    assert not credits(page(f'<p class="byline">{line}</p>', ""), Role.AUTHOR)


def test_front_matter_names_its_source_where_the_name_stands() -> None:
    text = f"---\nsource: The Guardian\nsource_url: https://www.theguardian.com/uk/pier\n---\n\n# Pier\n\n{PROSE}\n"
    article = read_articles(text.encode(), "page.md")[0]
    (credit,) = credits(article, Role.SOURCE)
    assert (credit.organisation, credit.domain) == ("The Guardian", "theguardian.com")
    assert article.text[credit.span] == "The Guardian"
