"""Real pages with known authors, titles, dates, wire credits and picture credits.

`python -m evaluation.pages CORPORA [--errors]` prints the figures, and with `--errors` each page whose authors differ.

Some of the truth is wrong, and no honest reader can reach it. Corrected here, with the entries named below: places and
addresses among authors, and two wires that sign visibly but are missing in the table, with one that belongs to a teaser
of another article. Left as it is, and counted against us:

- authors of hand-annotated pages that are the press contact below the text (unendlich-viel-energie, baumev), the
  photographer (btv.de, volksblatt), the person the text is about (lostiempos), the label of a button glued to the name
  (redtri), one of two who sign (standard.co.uk), a category (der-erfolg-gibt-recht, anglerboard), or the site where the
  page itself declares a person (greator, she-works, fluessiggas, battery-news) or nobody (daheim-solar,
  oekologisch-bauen, emotion);
- visible bylines with their labels in Japanese or Greek (bookwalker, infoq, gr.euronews), with the label of a button
  (biorxiv) or with two names glued by the extraction (investmentexecutive), and one of two authors (se.pl, superbiz);
- authors of the fundus pages that are read back from the same JSON-LD: the wire beside two people is left out there
  (GlobalNews, EuronewsDE), the outlet beside a person is not (MDR, TOnline); signs of staff members (SRF, Postillon);
- picture credits as whole strings: "X via Y" and "X - Y" are one name there and two agents here (SRF, ElPais,
  TheMirror, LaVanguardia), a label or a phrase is part of the name ("Bild SN", "Video EPV", "Photo illustration by",
  "Cedida por", "Tous droits réservés", "Styling: ..."), and words that name nobody count ("File", "Archiv", "Pool",
  "Supplied", "Sithunyelwe"). Pictures within the text are often left out, so that their right credits count as false
  (Heise, SeznamZpravy, ZwanzigMinuten, EuronewsEN).
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from evaluation.scorers import scorer
from provenance.attribution.signed import signers
from provenance.model.credit import AgentKind, Credit, Role
from provenance.model.dossier import Dossier
from provenance.model.errors import ReadError
from provenance.model.settings import Profile, Settings
from provenance.pipeline import audit_bytes
from provenance.registry.outlets import outlet_named

Page = dict[str, Any]

CORPORA = ("mercury", "traf", "fundus", "frx", "htmldate")
KEPT = {"F1": "authors", "exact": "authors_exact", "title": "title", "date": "date"}
NOT_AUTHORS = frozenset({"Nairobi", "Sweidah", "Lille", "新間", "https://www.facebook.com/asahicom/"})
"""Places, fragments and addresses that the truth lists among authors; its README names them."""
TRUE_AUTHORS = {"AFP, MANILA": "AFP"}
WIRES = {
    "fundus/at/SalzburgerNachrichten_2025_06_05": "APA",
    "fundus/lu/Tageblatt_2026_01_13": "DPA",
    "fundus/es/ElDiario_2025_05_29": "",
}
"""Wires as the pages print them, where the table of wire credits has none, or that of a teaser."""
NO_WIRE = frozenset({Role.IMAGE, Role.RIGHTS, Role.CITATION})
"""Roles of credits that name an agency without saying that the text is its."""


@dataclass
class Found:
    """What was found on one page."""

    page: Page
    dossier: Dossier

    @property
    def credits(self) -> tuple[Credit, ...]:
        return self.dossier.credits

    @property
    def prediction(self) -> Page:
        published = self.dossier.dating.published
        return {
            "page": self.page["page"],
            "authors": [agent.name for agent in signers(self.credits)],
            "title": self.dossier.article.headline,
            "date": str(published) if published else None,
        }

    def credited(self, kind: AgentKind) -> set[str]:
        """The agents of a kind that the visible text credits with more than a picture, by their usual names."""
        text = (credit for credit in self.credits if credit.basis == "text" and credit.role not in NO_WIRE)
        return {usual(agent.name) for credit in text for agent in credit.agents if agent.kind is kind}

    @property
    def image_credits(self) -> list[str]:
        return [agent.name for credit in self.credits if credit.role is Role.IMAGE for agent in credit.agents]


def usual(name: str) -> str:
    """One name for all printings of an outlet's."""
    outlet = outlet_named(name)
    return outlet.name.lower() if outlet else name.strip().lower()


def pages(folder: Path) -> Iterator[tuple[Page, Path]]:
    """The truth of every page that is stored."""
    for name in ("truth.jsonl", "fr_extra_truth_dev.jsonl"):
        for line in (folder / name).read_text("utf-8").splitlines():
            page = json.loads(line)
            stored = folder / page.get("file", f"{page['page'].replace('/', '__', 1)}.html.gz")
            extra = (
                folder
                / page["page"].split("/")[0]
                / f"{'__'.join(page['page'].split('/')[1:]).removesuffix('.html')}.html.gz"
            )
            path = next((path for path in (stored, extra) if path.exists()), None)
            if path:
                yield corrected(page), path


def corrected(page: Page) -> Page:
    """The page without the known errors of its truth; where nothing true is left, its authors are not scored."""
    listed = page.get("authors")
    if not listed or not any(name in NOT_AUTHORS or name in TRUE_AUTHORS for name in listed):
        return page
    authors = [TRUE_AUTHORS.get(name, name) for name in listed if name not in NOT_AUTHORS]
    return page | {"authors": authors or None}


def found_in(folder: Path, corpora: Iterable[str]) -> Iterator[Found]:
    wanted = set(corpora)
    settings = Settings(profile=Profile.RESEARCH, select=frozenset({"missing-author"}))
    for page, path in pages(folder):
        if page["corpus"] in wanted:
            with suppress(ReadError):
                for dossier in audit_bytes(path.read_bytes(), path.name, settings):
                    yield Found(page, dossier)


def measure(corpora: Path, only: Iterable[str] = CORPORA, errors: bool = False) -> dict[str, float]:
    folder = corpora / "pages"
    module = scorer(folder / "score_metadata.py")
    by_corpus: dict[str, list[Page]] = {}
    invented, everything = 0, []
    for found in found_in(folder, only):
        row = module.score_page(found.page, found.prediction)
        by_corpus.setdefault(found.page["corpus"], []).append(row)
        if found.page["corpus"] == "mercury" and found.page.get("authors") == []:
            invented += bool(found.prediction["authors"])
        if found.page["corpus"] == "fundus":
            everything.append(found)
        if errors:
            show(found, row)
    figures: dict[str, float] = {"invented_authors_errors": float(invented)}
    for corpus, rows in by_corpus.items():
        summary = module.summarise(rows)
        figures |= {f"{corpus}_{name}": summary[key] for key, name in KEPT.items() if key in summary}
    if everything:
        figures |= wire_figures(everything, folder / "wire_credits_fundus_dev.tsv", errors)
        figures |= image_figures(everything, module, errors)
    return figures


def show(found: Found, row: Page) -> None:
    if "a" in row and not row["a"][3]:
        print(f"AUTHORS {found.page['page']}\n  true {found.page['authors']}\n  told {found.prediction['authors']}")
    if "d" in row and not row["d"][0]:
        print(f"DATE {found.page['page']}\n  true {found.page['date']}  told {found.prediction['date']}")


def wire_figures(pages: list[Found], table: Path, errors: bool) -> dict[str, float]:
    listed = dict(line.split("\t")[:2] for line in table.read_text("utf-8").splitlines()[1:] if line)
    truth = {name: wires for name, wires in (listed | WIRES).items() if wires}
    hit = false = 0
    for found in pages:
        name = found.page["page"]
        told = found.credited(AgentKind.AGENCY)
        wanted = {usual(wire) for wire in truth.get(name, "").split(";") if wire.strip()}
        alike = wanted & (told | found.credited(AgentKind.GROUP))
        hit += bool(alike)
        false += bool(told) and not wanted
        if errors and (bool(told) != bool(wanted) or (wanted and not alike)):
            print(f"WIRE {name}\n  true {sorted(wanted)}\n  told {sorted(told)}")
    return {"wires_found": hit / len(truth), "false_wires_errors": float(false)}


@dataclass
class Tally:
    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.false + self.missed)


def image_figures(pages: list[Found], module: ModuleType, errors: bool) -> dict[str, float]:
    """Micro-averaged over the pages that have picture credits."""
    tally = Tally()
    for found in pages:
        credited = [name for image in found.page.get("images") or () for name in image.get("authors") or ()]
        wanted, told = module.author_keys(credited), module.author_keys(found.image_credits)
        if not wanted:
            continue
        tally.right += len(wanted & told)
        tally.false += len(told - wanted)
        tally.missed += len(wanted - told)
        if errors and wanted != told:
            print(f"IMAGE {found.page['page']}\n  missed {sorted(wanted - told)}\n  false {sorted(told - wanted)}")
    return {"image_credits": tally.f1}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--only", default=",".join(CORPORA), help="corpora, joined by commas")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    for name, value in measure(options.corpora, options.only.split(","), options.errors).items():
        print(f"{name:30} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
