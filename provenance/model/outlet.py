"""Publishers, agencies and sites, as the registry knows them."""

from dataclasses import dataclass
from enum import StrEnum


class OutletKind(StrEnum):
    NEWSPAPER = "newspaper"
    MAGAZINE = "magazine"
    BROADCASTER = "broadcaster"
    ONLINE = "online"
    AGENCY = "agency"
    IMAGE_AGENCY = "image-agency"
    PRESS_RELEASE = "press-release"
    AGGREGATOR = "aggregator"
    SYNDICATOR = "syndicator"
    PLATFORM = "platform"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One publisher or agency, with its registered domains, language (BCP 47) and country (ISO 3166)."""

    name: str
    kind: OutletKind
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    language: str | None = None
    country: str | None = None
