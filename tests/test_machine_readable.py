"""What pages declare for machines: names in parts, twins of disclosures, counters, manifests of Content Credentials."""

import gzip
import json

import pytest

from provenance.model.credit import AgentKind, AiUse, Role
from provenance.model.dossier import Dossier
from provenance.model.settings import Profile, Settings
from provenance.pipeline import audit_bytes

TEXT = "<article><h1>Harbour closes</h1><p>The harbour closes for nine days; divers check the breakwater.</p></article>"
GUARDIAN = "https://www.theguardian.com/world/2026/mar/01/harbour"


def audited(head: str = "", body: str = TEXT, **declared: object) -> Dossier:
    thing = {"@type": "NewsArticle", "headline": "Harbour closes", "url": "https://gazette.example.org/a"} | declared
    script = f'<script type="application/ld+json">{json.dumps(thing)}</script>' if declared else ""
    html = f"<html lang=en><head><title>Harbour closes</title>{head}{script}</head><body>{body}</body></html>"
    (dossier,) = audit_bytes(html.encode(), "page.html", Settings(profile=Profile.RESEARCH))
    return dossier


def named(dossier: Dossier, role: Role) -> list[tuple[str, AgentKind]]:
    found = [credit for credit in dossier.credits if credit.role is role and credit.basis == "metadata"]
    return [(agent.name, agent.kind) for credit in found for agent in credit.agents]


def test_a_name_declared_in_two_parts_is_one() -> None:
    dossier = audited(author={"@type": "Person", "givenName": "Nora", "familyName": "Whitfield"})
    assert named(dossier, Role.AUTHOR) == [("Nora Whitfield", AgentKind.PERSON)]


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="Nora Whitfield">',
        '<meta name="DC.creator" content="Nora Whitfield">',
        '<meta name="parsely-author" content="Nora Whitfield">',
        '<meta name="parsely-page" content=\'{"title": "Harbour", "author": "Nora Whitfield"}\'>',
        '<meta name="sailthru.author" content="Nora Whitfield">',
        '<meta property="og:article:author" content="Nora Whitfield">',
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Nora Whitfield">',
        '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Nora Whitfield">',
    ],
)
def test_every_vocabulary_names_the_author_where_the_value_stands(head: str) -> None:
    dossier = audited(head)
    (credit,) = (credit for credit in dossier.credits if credit.role is Role.AUTHOR)
    assert credit.people == ("Nora Whitfield",)
    position = dossier.article.text.position(credit.span)
    line = dossier.article.text.source.content.splitlines()[position.line - 1]
    assert line[position.column - 1 : position.end_column - 1] == "Nora Whitfield"


def test_a_graph_is_read_by_its_ids() -> None:
    graph = [
        {"@type": "Person", "@id": "#nora", "name": "Nora Whitfield"},
        {"@type": "Organization", "@id": "#wire", "name": "Reuters"},
        {
            "@type": "NewsArticle",
            "headline": "Harbour closes",
            "author": {"@id": "#nora"},
            "sourceOrganization": {"@id": "#wire"},
            "copyrightHolder": {"@id": "#wire"},
        },
    ]
    script = json.dumps({"@context": "https://schema.org", "@graph": graph})
    dossier = audited(f'<script type="application/ld+json">{script}</script>')
    assert named(dossier, Role.AUTHOR) == [("Nora Whitfield", AgentKind.PERSON)]
    assert named(dossier, Role.AGENCY) == [("Reuters", AgentKind.AGENCY)]
    assert named(dossier, Role.RIGHTS) == [("Reuters", AgentKind.AGENCY)]


@pytest.mark.parametrize(("name", "role"), [("isBasedOn", Role.SOURCE), ("translationOfWork", Role.TRANSLATION)])
def test_a_work_given_by_its_address_names_a_known_outlet(name: str, role: Role) -> None:
    assert named(audited(**{name: {"@type": "NewsArticle", "url": GUARDIAN}}), role)[0][0] == "The Guardian"


@pytest.mark.parametrize(
    ("value", "use"),
    [
        ("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia", AiUse.WRITING),
        ("TrainedAlgorithmicMediaDigitalSource", AiUse.WRITING),
        ("https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource", AiUse.UNSPECIFIED),
        ("digitalCapture", None),
    ],
)
def test_kinds_of_digital_sources_disclose_the_use_of_machines(value: str, use: AiUse | None) -> None:
    for dossier in (
        audited(digitalSourceType=value),
        audited(f'<meta property="Iptc4xmpExt:DigitalSourceType" content="{value}">'),
    ):
        found = [credit.ai_uses for credit in dossier.credits if credit.role is Role.AI_DISCLOSURE]
        assert found == ([(use,)] if use else [])


@pytest.mark.parametrize(
    "body",
    [
        '<img src="https://counter.theconversation.com/content/1/count.gif" alt="">',
        '<script src="https://theconversation.com/hook.js" data-counter="https://counter.theconversation.com/content/1/c">'
        "</script>",
    ],
)
def test_both_counters_of_republished_articles_are_read(body: str) -> None:
    assert named(audited(body=TEXT + body), Role.REPUBLICATION) == [("The Conversation", AgentKind.OUTLET)]


def test_a_declared_dateline_names_its_wire_and_a_date_is_none() -> None:
    assert named(audited(dateline="PARIS (AFP)"), Role.DATELINE) == [("AFP", AgentKind.AGENCY)]
    assert not [credit for credit in audited(dateline="3 March 2026").credits if credit.role is Role.DATELINE]


def test_the_account_in_a_declared_picture_credit_is_named() -> None:
    assert (
        named(audited(image={"@type": "ImageObject", "creditText": "harbourlight"}), Role.IMAGE)[0][0] == "harbourlight"
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<link rel="c2pa-manifest" href="/a.c2pa">', TEXT),
        ('<script type="application/c2pa">AAAA</script>', TEXT),
        ("", TEXT + '<img src="a.jpg" data-c2pa="a.c2pa" alt="">'),
        ("", TEXT.replace("breakwater.", "breakwater.\ufeff" + "\ufe01" * 20)),
        ("", TEXT.replace("<p>", "<figure><figcaption>The pier. Content Credentials</figcaption></figure><p>")),
    ],
)
def test_content_credentials_are_told_as_present_and_not_verified(head: str, body: str) -> None:
    (indicator,) = audited(head, body).indicators
    assert (indicator.id, indicator.met) == ("content-credentials", True)
    assert "not verified" in indicator.evidence


def test_a_page_without_credentials_tells_nothing_of_them() -> None:
    assert audited().indicators == ()


def test_hidden_credentials_of_a_plain_text_are_told() -> None:
    text = "Harbour closes\n\nThe harbour closes for nine days.\ufeff" + "\ufe02" * 20
    (dossier,) = audit_bytes(text.encode(), "a.txt", Settings())
    assert [indicator.id for indicator in dossier.indicators] == ["content-credentials"]


def test_text_and_metadata_that_disagree_are_both_kept_and_told() -> None:
    body = TEXT.replace("<p>", '<p class="byline">By Nora Whitfield</p><p>')
    dossier = audited('<meta name="author" content="Oscar Lindqvist">', body)
    assert {credit.people for credit in dossier.credits if credit.role is Role.AUTHOR} == {
        ("Nora Whitfield",),
        ("Oscar Lindqvist",),
    }
    assert "credit-conflict" in {finding.rule for finding in dossier.findings}


def test_a_packed_page_says_what_the_page_says() -> None:
    html = (
        f'<html lang=en><head><meta name="author" content="Nora Whitfield"></head><body>{TEXT}</body></html>'.encode()
    )
    (plain,) = audit_bytes(html, "a.html", Settings())
    (packed,) = audit_bytes(gzip.compress(html), "a.html.gz", Settings())
    assert packed.credits == plain.credits
