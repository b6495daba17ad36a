"""The HTML report in a real browser: `make test-browser`. Needs Chromium; CHROMIUM names one that is elsewhere."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from provenance.api import audit, render
from provenance.model.audit import Audit

FIXTURES = Path(__file__).parent.parent / "fixtures" / "articles"
WORDY = "fr-leftovers-of-a-web-page.txt"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as tool:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        chromium = tool.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def many() -> Audit:
    return audit(FIXTURES, profile="research")


def opened(browser: Browser, folder: Path, report: str, scheme: str = "light") -> Page:
    """The page; whatever it complains of or asks the network for fails the test."""
    file = folder / "report.html"
    file.write_text(report, "utf-8")
    page = browser.new_context(color_scheme=scheme, viewport={"width": 1360, "height": 1000}).new_page()
    page.on("console", lambda message: pytest.fail(message.text))
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.on("request", lambda request: request.url.startswith("file:") or pytest.fail(request.url))
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en", "fr"])
def test_no_barrier_that_axe_knows(browser: Browser, many: Audit, tmp_path: Path, scheme: str, locale: str) -> None:
    page = opened(browser, tmp_path, render(many, "html", locale=locale), scheme)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    found = Axe().run(page)
    assert [
        (issue["id"], [node["html"][:200] for node in issue["nodes"][:3]]) for issue in found.response["violations"]
    ] == []


def test_sorting_by_findings(browser: Browser, many: Audit, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, render(many, "html"))
    page.get_by_role("button", name="Findings").click()
    rows = page.locator("#overview tbody tr")
    values = [int(rows.nth(number).locator("td").last.get_attribute("data-v")) for number in range(rows.count())]
    assert values == sorted(values, reverse=True)
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Findings")


def test_filters(browser: Browser, many: Audit, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, render(many, "html"))
    page.select_option("select[name=rule]", "misspelt-name")
    told = sum(any(finding.rule == "misspelt-name" for finding in dossier.findings) for dossier in many.dossiers)
    assert page.locator("#overview tbody tr:visible").count() == told > 0
    page.select_option("select[name=rule]", "")
    page.fill("input[name=search]", WORDY)
    assert page.locator("#articles > details:visible").count() == 1
    page.locator("#articles > details:visible > summary").click()
    page.locator(".chip.warning").click()
    assert page.locator("details[open] .findings > li.warning:visible").count() == 0
    assert page.locator("details[open] .findings > li.error:visible").count() > 0


def test_the_why_by_pointer_and_by_keyboard(browser: Browser, many: Audit, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, render(many, "html"))
    page.locator(f"#overview a:has-text('{WORDY}')").click()
    mark = page.locator("details[open] .m.f").first
    mark.hover()
    why = page.locator("#why")
    assert "missing-attribution" in why.inner_text()
    page.keyboard.press("Escape")
    assert why.is_hidden()
    mark.focus()
    page.keyboard.press("Tab")
    assert why.is_visible()
    page.keyboard.press("Enter")
    assert page.locator("li:target").count() == 1


def test_a_link_opens_its_article(browser: Browser, many: Audit, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, render(many, "html"))
    page.evaluate("location.hash = 'a3f1'")
    page.wait_for_function("document.getElementById('a3').open || !document.getElementById('a3f1')")


def test_text_of_an_article_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "a<img src=x onerror=alert(1)>.txt"
    file.write_text("<script>document.title='owned'</script><img src=https://x.example/a.png onerror=alert(1)>\n" * 3)
    page = opened(browser, tmp_path, render(audit(file, profile="research"), "html"))
    assert "owned" not in page.title()
    assert page.locator("img").count() == 0
    assert "<script>" in page.locator(".reading").inner_text()


def test_a_thousand_articles_stay_usable(browser: Browser, many: Audit, tmp_path: Path) -> None:
    audits = Audit((many.dossiers * 40)[:1000], (), many.rules)
    page = opened(browser, tmp_path, render(audits, "html"))
    took = page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
    assert took < 5000
    assert (
        page.evaluate("(() => { const start = performance.now(); filter(); return performance.now() - start })()") < 500
    )


def test_on_paper_everything_is_open(browser: Browser, many: Audit, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, render(many, "html"))
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#articles > details:not([open])").count() == 0
    assert page.locator("#filters").is_hidden()
