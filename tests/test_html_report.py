"""The HTML report as a file: what it admits, what it escapes, what it marks. How it behaves is tested in `browser/`."""

import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser
from typing import Any

import pytest
import sample_audits
from hypothesis import given
from hypothesis import strategies as st

from provenance.layout.graph import graph_of
from provenance.layout.picture import picture
from provenance.layout.view import View
from provenance.layout.wording import wording
from provenance.model.audit import Audit
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding, Level, Message
from provenance.model.lineage import Basis, Derivation, OriginStatus, Relation, Work
from provenance.model.text import Span
from provenance.model.trace import Link
from provenance.terminal.outputs import render

LOADING = {"src", "srcset", "data", "action", "formaction", "poster", "background", "style", "ping", "xlink:href"}
VOID = {"meta", "input", "br", "link", "img", "hr", "source", "base"}


class Page(HTMLParser):
    """The page as a browser meets it: elements, ids, the places links lead to, and the text."""

    def __init__(self, report: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(report)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.texts.append(data)

    @property
    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.elements if "id" in attributes]


def shown(audit: Audit, **choices: Any) -> str:
    return render(audit, "html", View(version="0.1", **choices))


@pytest.fixture(scope="module")
def report() -> str:
    return shown(sample_audits.everything())


def test_the_policy_admits_the_own_style_and_script_and_nothing_else(report: str) -> None:
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', report)
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", report, re.DOTALL)
        digest = b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert not re.search(r"unsafe|\*|https?:", policy)
    assert report.index("Content-Security-Policy") < report.index("<style>")


def test_nothing_is_loaded_from_anywhere(report: str) -> None:
    page = Page(report)
    for tag, attributes in page.elements:
        assert not LOADING & set(attributes), (tag, attributes)
        assert tag not in {"img", "link", "iframe", "object", "embed", "base"}
        assert not any(name.startswith("on") for name in attributes)
        if "href" in attributes:
            assert str(attributes["href"]).startswith("#")
    assert "@import" not in report
    assert "url(" not in re.sub(r"url\(#[\w-]+\)", "", report)


def test_links_lead_somewhere_and_ids_are_unique(report: str) -> None:
    page = Page(report)
    assert len(page.ids) == len(set(page.ids))
    for _, attributes in page.elements:
        for target in (attributes.get("href") or "").removeprefix("#").split():
            assert target in page.ids
        for target in (attributes.get("aria-describedby") or "").split() + (attributes.get("data-of") or "").split():
            assert target in page.ids


def test_text_of_an_article_stays_text() -> None:
    evil = "</p></script><script>alert(1)</script> <img src=x onerror=alert(2)> \"'><svg onload=x> yesterday"
    made = sample_audits.article(evil, 'a"><img>.txt')
    told = Finding("misspelt-name", Level.ERROR, Span(4, 30), Message({"en": evil}), evil, suppressed=None)
    work = Work(name=evil, url='javascript:alert("3")', authors=(evil,))
    step = Derivation(Relation.SOURCE, Basis.DECLARED, Work(path=made.path), work, 1.0, (evil,))
    page = Page(shown(Audit((Dossier(made, findings=(told,), chain=(step,)),))))
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert "img" not in {tag for tag, _ in page.elements}
    assert [attributes for tag, attributes in page.elements if tag == "svg" and "onload" in attributes] == []
    assert "<script>alert(1)</script>" in "".join(page.texts)


@given(st.text(min_size=1, max_size=200), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=6))
def test_marks_cut_the_text_and_lose_nothing_of_it(content: str, places: list[tuple[int, int]]) -> None:
    made = sample_audits.article(content)
    spans = [Span(*sorted((min(one, len(content)), min(other, len(content))))) for one, other in places]
    findings = tuple(Finding("spacing", Level.NOTE, span, Message({"en": "why"})) for span in spans)
    plain, marked = (
        re.sub(r"<sup>\d+</sup>|‸", "", shown(Audit((Dossier(made, findings=each),)))) for each in ((), findings)
    )
    reading = re.compile(r'<div class="reading" lang="[^"]*">(.*?)<div class="sayings">', re.DOTALL)
    before, after = (re.sub("<[^>]*>", "", reading.findall(each)[0]) for each in (plain, marked))
    assert before == after
    Page(marked)


def test_every_finding_and_credit_is_marked_in_the_text(report: str) -> None:
    page = Page(report)
    marked = {name for _, attributes in page.elements for name in (attributes.get("data-of") or "").split()}
    for dossier in sample_audits.everything().dossiers:
        assert dossier.article.path in report
    listed = {name for name in page.ids if re.fullmatch(r"a\d+[fcs]\d+", name)}
    assert listed <= marked


def test_the_page_speaks_french() -> None:
    page = shown(sample_audits.everything(), locale="fr")
    assert '<html lang="fr">' in page
    assert "Examen de 5 articles" in page
    assert "partout ailleurs" in page


def test_the_chain_tells_language_date_and_basis() -> None:
    (chain,) = re.findall(r"<svg.*?</svg>", shown(Audit((sample_audits.translated(),))), re.DOTALL)
    words = re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", chain))
    for told in ("Diario del Puerto", "Ana Quiroga", "Spanish · 2031-02-11", "translated", "declared", "English"):
        assert told in words


def test_nothing_known_is_drawn_as_unknown() -> None:
    made = Dossier(sample_audits.article("Nothing.\n"), origin_status=OriginStatus.UNKNOWN)
    assert 'class="node unknown"' in shown(Audit((made,)))


def test_a_circle_is_drawn_and_ends() -> None:
    one, other = sample_audits.article("One.\n", "a.txt"), sample_audits.article("Two.\n", "b.txt")
    links = [
        Link(made, origin, Derivation(Relation.REWRITE, Basis.DECLARED, Work(path=made), Work(path=origin), 1.0))
        for made, origin in (("a.txt", "b.txt"), ("b.txt", "a.txt"), ("a.txt", "a.txt"))
    ]
    graph = graph_of([Dossier(one), Dossier(other)], links, wording("en"))
    drawn = picture(graph, "title", "description")
    assert drawn.count('class="node article"') == 2
    assert drawn.count('class="arrow') == 3
