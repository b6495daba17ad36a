"""What is in force for a run, after defaults, configuration and options."""

from datetime import date
from enum import StrEnum

from provenance.model.finding import Level
from provenance.model.house import House
from provenance.model.record import record


class Profile(StrEnum):
    """Presets of the confidence a finding must have to be told."""

    GATE = "gate"
    EDITOR = "editor"
    RESEARCH = "research"

    @property
    def minimum_confidence(self) -> float:
        return {"gate": 0.9, "editor": 0.6, "research": 0.0}[self.value]


@record
class Declared:
    """What the person at the terminal says about the article: outranks the file."""

    language: str | None = None
    published: str | None = None
    url: str | None = None


@record
class Pardon:
    """One `[[ignore]]` of the configuration: what is silenced where, why and until when.

    `path` is a glob, `rule` a rule id, `text` words the finding's words must hold; what is None does not restrict.
    """

    path: str | None = None
    rule: str | None = None
    text: str | None = None
    reason: str | None = None
    until: date | None = None


@record
class Web:
    """How pages are fetched with --online: `delay` seconds between two requests to one host, `patience` seconds and
    `largest` MB a page may take, `fresh` hours before a kept page is asked for again; sites are told the `contact`."""

    contact: str | None = None
    delay: float = 1.0
    patience: float = 20.0
    largest: float = 8.0
    fresh: float = 24.0


@record
class Settings:
    """The settings of one run. `fail_on` None means never; empty `select` means every rule; `today` ends pardons;
    `cache` is the folder where results are kept, None for none."""

    profile: Profile = Profile.GATE
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    fail_on: Level | None = None
    declared: Declared = Declared()
    house: House = House()
    jobs: int = 1
    online: bool = False
    locale: str = "en"
    pardons: tuple[Pardon, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    today: date | None = None
    origins: tuple[str, ...] = ()
    cache: str | None = None
    web: Web = Web()
