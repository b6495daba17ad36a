"""Credits that metadata declares."""

import json

import pytest

from provenance.attribution.metadata import read_metadata
from provenance.model.article import Article
from provenance.model.credit import AgentKind, AiUse, Credit, Role
from provenance.pipeline import read_articles

TEXT = "<article><h1>Harbour closes</h1><p>The harbour closes for nine days; divers check the breakwater.</p></article>"


def page(head: str = "", body: str = "", **declared: object) -> Article:
    thing = {"@type": "NewsArticle", "headline": "Harbour closes", "url": "https://gazette.example.org/a"} | declared
    script = f'<script type="application/ld+json">{json.dumps(thing)}</script>' if declared else ""
    html = f"<html lang=en><head><title>Harbour closes</title>{head}{script}</head><body>{TEXT}{body}</body></html>"
    return read_articles(html.encode(), "page.html")[0]


def credits(article: Article, role: Role) -> list[Credit]:
    return [credit for credit in read_metadata(article) if credit.role is role]


def test_a_declared_author_has_the_span_of_its_value() -> None:
    article = page(author={"@type": "Person", "name": "Nora Whitfield"})
    (credit,) = credits(article, Role.AUTHOR)
    assert credit.basis == "metadata"
    assert credit.people == ("Nora Whitfield",)
    assert article.text[credit.span] == "Nora Whitfield"


def test_an_agency_declared_as_a_person_is_an_agency() -> None:
    (credit,) = credits(page(author={"@type": "Person", "name": "AFP"}), Role.AGENCY)
    assert [agent.kind for agent in credit.agents] == [AgentKind.AGENCY]


def test_the_site_itself_is_an_outlet_and_no_person() -> None:
    article = page(
        author={"@type": "Person", "name": "Harbour Courant"},
        publisher={"@type": "Organization", "name": "Harbour Courant"},
    )
    (credit,) = credits(article, Role.AUTHOR)
    assert [agent.kind for agent in credit.agents] == [AgentKind.OUTLET]


@pytest.mark.parametrize("value", ["admin", "https://www.facebook.com/someone", "webmaster", "(Image: Getty Images)"])
def test_accounts_and_addresses_are_nobody(value: str) -> None:
    article = page(f'<meta name="author" content="{value}">')
    assert credits(article, Role.AUTHOR) == []
    assert credits(article, Role.AGENCY) == []


def test_the_same_author_in_two_syntaxes_is_one_credit_with_two_places() -> None:
    article = page(
        '<meta name="author" content="Nora Whitfield">', author={"@type": "Person", "name": "Nora Whitfield"}
    )
    (credit,) = credits(article, Role.AUTHOR)
    assert [article.text[span] for span in credit.also] == ["Nora Whitfield"]


def test_a_translated_work_names_outlet_language_and_authors() -> None:
    work = {
        "@type": "NewsArticle",
        "url": "https://www.lemonde.fr/port",
        "inLanguage": "fr",
        "author": {"@type": "Person", "name": "Lucie Ferrand"},
        "publisher": {"@type": "Organization", "name": "Le Monde"},
    }
    article = page(translationOfWork=work, translator={"@type": "Person", "name": "Colin Reyes"})
    (translation,) = credits(article, Role.TRANSLATION)
    assert (translation.organisation, translation.domain, translation.language) == ("Le Monde", "lemonde.fr", "fr")
    assert credits(article, Role.ORIGINAL_AUTHOR)[0].people == ("Lucie Ferrand",)
    assert credits(article, Role.TRANSLATOR)[0].people == ("Colin Reyes",)


def test_a_work_based_on_itself_is_no_source() -> None:
    assert credits(page(isBasedOn="https://gazette.example.org/a"), Role.SOURCE) == []


def test_a_canonical_address_on_another_site_is_a_republication() -> None:
    head = '<link rel="canonical" href="https://www.theguardian.com/port"><meta property="og:url" content="https://courant.com/a">'
    (credit,) = credits(page(head), Role.REPUBLICATION)
    assert credit.domain == "theguardian.com"


def test_the_counter_of_the_conversation_is_a_republication() -> None:
    counter = '<img src="https://counter.theconversation.com/content/270911/count.gif" width="1" height="1">'
    (credit,) = credits(page(body=counter), Role.REPUBLICATION)
    assert credit.organisation == "The Conversation"


def test_a_generated_work_is_an_ai_disclosure_and_a_denial_is_none() -> None:
    kind = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    (credit,) = credits(page(digitalSourceType=kind), Role.AI_DISCLOSURE)
    assert credit.ai_uses == (AiUse.WRITING,)
    assert credits(page('<meta name="ai-disclosure" content="none">'), Role.AI_DISCLOSURE) == []


def test_picture_and_rights_credits() -> None:
    article = page(
        image={"@type": "ImageObject", "url": "https://gazette.example.org/a.jpg", "creditText": "Nora Whitfield/AFP"},
        copyrightHolder={"@type": "Organization", "name": "Harbour Courant"},
    )
    (image,) = credits(article, Role.IMAGE)
    assert [agent.name for agent in image.agents] == ["Nora Whitfield", "AFP"]
    (rights,) = credits(article, Role.RIGHTS)
    assert rights.organisation == "Harbour Courant"


def test_front_matter_declares_too() -> None:
    text = "---\ntitle: Harbour closes\nauthor: Nora Whitfield\ntranslator: Colin Reyes\n---\n\nThe harbour closes.\n"
    (article,) = read_articles(text.encode(), "a.md")
    assert credits(article, Role.AUTHOR)[0].people == ("Nora Whitfield",)
    assert credits(article, Role.TRANSLATOR)[0].people == ("Colin Reyes",)


@pytest.mark.parametrize(
    ("declared", "people"),
    [
        ("Nora Whitfield, nora-whitfield", ("Nora Whitfield",)),
        ("Nora Whitfield, Nora.whitfield", ("Nora Whitfield",)),
        ("Nora Whitfield, Twitter", ("Nora Whitfield",)),
        ("© Nora Whitfield", ("Nora Whitfield",)),
        ("Creative Commons Namensnennung, Nora Whitfield", ("Nora Whitfield",)),
        ("Nora Whitfield, Tom Bell", ("Nora Whitfield", "Tom Bell")),
    ],
)
def test_account_network_and_licence_beside_an_author_sign_nothing(declared: str, people: tuple[str, ...]) -> None:
    (credit,) = credits(page(f'<meta name="author" content="{declared}">'), Role.AUTHOR)
    assert credit.people == people


def test_an_encoding_is_no_language() -> None:
    html = f'<html lang="utf-8"><body>{TEXT}</body></html>'
    assert read_articles(html.encode(), "page.html")[0].language != "utf"
