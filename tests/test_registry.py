"""Who is who, offline: hosts, outlets by name and domain, addresses and what they tell."""

import socket
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.lexicon.tables import WORLD, languages, rows, table
from provenance.model.article import Article
from provenance.model.dating import PartialDate
from provenance.model.outlet import OutletKind
from provenance.model.record import replace
from provenance.readers.plain import read
from provenance.registry.articles import articles
from provenance.registry.forms import forms
from provenance.registry.hosts import Suffixes, host_of, is_cheap, registered_domain, suffix_library, suffixes
from provenance.registry.mentions import mentions
from provenance.registry.outlets import is_image_agency, outlet_named, outlet_of, outlets
from provenance.registry.urls import addresses, url_facts


def article(text: str, language: str = "fr") -> Article:
    return replace(read((text or ".").encode(), "a.txt")[0], language=language)


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.bbc.co.uk/news", "bbc.co.uk"),
        ("www.bbc.co.uk", "bbc.co.uk"),
        ("user@mail.example.com.br:80", "example.com.br"),
        ("xn--bcher-kva.de", "bücher.de"),
        ("BÜCHER.de", "bücher.de"),
        ("reuters.com.co", "reuters.com.co"),
        ("a.b.example.museum", "example.museum"),
        ("co.uk", None),
        ("not a url", None),
        ("192.168.0.1", None),
        ("http://[::1]/x", None),
        ("", None),
        ("-x.com", None),
    ],
)
def test_registered_domain(address: str, domain: str | None) -> None:
    assert registered_domain(address) == domain


@given(st.text(max_size=80))
def test_any_text_is_an_address_or_none(text: str) -> None:
    found = registered_domain(text)
    assert found is None or "." in found


def test_the_small_table_agrees_with_the_suffix_list() -> None:
    known: Suffixes = suffixes()
    for suffix in (*known.complete, *known.second):
        host = f"www.example.{suffix}"
        assert is_cheap(host)
        found = suffix_library()(host)
        assert registered_domain(host) == f"{found.domain}.{found.suffix}"


def test_nothing_asks_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise AssertionError("a look-up asked the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    suffix_library.cache_clear()
    assert registered_domain("www.example.museum") == "example.museum"


def test_common_domains_do_not_load_the_suffix_library() -> None:
    import subprocess

    code = (
        "from provenance.registry.urls import url_facts; url_facts('https://www.lemonde.fr/2025/01/06/x');"
        "import sys; sys.exit('tldextract' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("New York Times", "The New York Times"),
        ("le Guardian", "The Guardian"),
        ("Forbes", "Forbes US"),
        ("AFP", "Agence France-Presse"),
        ("L’Équipe", "L'Équipe"),
        ("lemonde.fr", "Le Monde"),
        ("Die Welt", "Die Welt"),
        ("Ann Morel", None),
        ("", None),
    ],
)
def test_outlet_named(name: str, canonical: str | None) -> None:
    found = outlet_named(name)
    assert (found.name if found else None) == canonical


def test_a_host_belongs_to_the_outlet_of_the_domain_above() -> None:
    host = outlet_of("edition.cnn.com")
    other = outlet_of("timesofindia.indiatimes.com")
    assert host is not None
    assert other is not None
    assert (host.name, other.name) == ("CNN", "The Times of India")
    assert outlet_of("example.com") is None


def test_image_agencies_are_no_news_agencies() -> None:
    assert is_image_agency("Getty Images")
    assert not is_image_agency("AFP")


@pytest.mark.parametrize(
    ("url", "published", "language"),
    [
        (
            "https://harbour-gazette.com/news/2031/02/11/la-grua-del-puerto-vuelve-a-girar-con-el-viento-del-norte/",
            "2031-02-11",
            "es",
        ),
        ("https://harbour-gazette.com/news/cnn-spanish/2031/02/11/x", "2031-02-11", "es"),
        ("https://www.theguardian.com/world/2024/oct/17/bridge", "2024-10-17", "en"),
        ("https://exemple.org/a/20240229-titre.html", "2024-02-29", None),
        ("https://exemple.org/a/20230229-titre.html", None, None),
        ("https://www.lemonde.fr/archives/2024/10/", "2024-10", "fr"),
        ("https://www.nytimes.com/es/x", None, "es"),
        ("https://www.example.at/123456789", None, "de"),
        ("https://x.com/ann/status/1234567890123", None, None),
    ],
)
def test_url_facts(url: str, published: str | None, language: str | None) -> None:
    facts = url_facts(url)
    assert (str(facts.published) if facts.published else None, facts.language) == (published, language)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "Voir www.lemonde.fr, ou (https://fr.wikipedia.org/wiki/Pont_(jeu)).",
            ["www.lemonde.fr", "https://fr.wikipedia.org/wiki/Pont_(jeu)"],
        ),
        ("Photo(s) : harbour-gazette.com", ["harbour-gazette.com"]),
        ("Le p.ex.Le mot, la semaine.la suivante, README.md et M.Dupont restent.", []),
        ("Écrire à ann@lemonde.fr ou au 3.5 de la rue, cf. i.e. et U.S. aussi.", []),
    ],
)
def test_addresses(text: str, printed: list[str]) -> None:
    found = addresses(article(text))
    assert [text[address.span.start : address.span.end] for address in found] == printed


@given(st.text(alphabet="aé.:/w(h)tps \n»’ABC-lemonde.fr", max_size=120))
def test_addresses_stand_where_they_say(text: str) -> None:
    for address in addresses(article(text)):
        printed = text[address.span.start : address.span.end]
        assert printed == printed.strip()
        assert registered_domain(printed) == address.domain
        assert url_facts(printed).domain == address.domain


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("Le temps presse et le monde change ; la croix tombe.", "fr", []),
        ("Le journal Le Temps le dit, et « Libération » aussi.", "fr", ["Le Temps", "Libération"]),
        ("Il a reçu Le Figaro, CNN et la BBC.", "fr", ["Le Figaro", "CNN", "BBC"]),
        ("Die Zeit heilt die Welt, und das Bild hängt schief.", "de", []),
        ("People say time flies in nature.", "en", []),
        ("Le Financial Timesrappelant un vote", "fr", ["Financial Times"]),
        ("cnn.com et @CNN", "fr", []),
    ],
)
def test_mentions(text: str, language: str, named: list[str]) -> None:
    found = mentions(article(text, language))
    assert [text[mention.span.start : mention.span.end] for mention in found] == named


@given(
    st.lists(
        st.sampled_from([*sorted(forms())[::40], "le ", "selon ", " a rapporté", ". ", "\n", "«", "»"]), max_size=12
    )
)
def test_mentions_are_in_order_and_apart(parts: list[str]) -> None:
    found = mentions(article("".join(parts) or "."))
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))


def domains() -> list[str]:
    return [domain for outlet in outlets() for domain in outlet.domains]


def test_registry_rows_are_sound() -> None:
    names = [outlet.name for outlet in outlets()]
    assert len(names) == len(set(names))
    assert len(domains()) == len(set(domains()))
    for outlet in outlets():
        assert outlet.kind in OutletKind
        assert outlet.name not in outlet.aliases
        assert outlet.country is None or len(outlet.country) == 2
        assert all(host_of(domain) == domain for domain in outlet.domains)


def test_guarded_forms_are_forms_of_their_row() -> None:
    for subject in ("outlets", "agencies"):
        for name, _kind, _domains, _language, _country, aliases, guarded in rows(subject):
            for form in filter(None, guarded.split("|")):
                assert form.removesuffix("!") in (name, *aliases.split("|"))


@pytest.mark.parametrize("language", languages())
def test_names_with_articles_are_known(language: str) -> None:
    unknown = [name for name in articles(language) if outlet_named(name) is None]
    assert not unknown


@pytest.mark.parametrize("language", languages())
def test_literal_names_lead_to_outlets_and_are_no_outlet(language: str) -> None:
    seen: set[str] = set()
    for literal, outlet, use in rows("literal_outlets", language):
        assert outlet_named(outlet) is not None
        assert use in ("anywhere", "misspelt", "cited", "alone", "apposed")
        assert literal.casefold() not in seen
        seen.add(literal.casefold())
    wrong = [row[0] for row in rows("institutions", language)]
    assert wrong == sorted(set(wrong))
    for row in rows("institutions", language):
        assert row[0] == row[0].lower() != row[1].lower()


@pytest.mark.parametrize("subject", ["suffixes", "addresses", "lookalikes", "brands"])
def test_world_tables_are_there(subject: str) -> None:
    assert table(WORLD, subject)


def test_sites_of_influence_operations_have_a_report_and_are_no_outlets() -> None:
    known = {name for name, *_told in rows("influence_reports")}
    domains = [domain for domain, _report in rows("influence_sites")]
    assert domains == sorted(set(domains))
    assert {report for _domain, report in rows("influence_sites")} == known
    assert all(host_of(domain) == domain and outlet_of(domain) is None for domain in domains)
    for _name, author, network, date, url in rows("influence_reports"):
        assert author
        assert network
        assert PartialDate.parse(date) is not None
        assert url.startswith("https://")
