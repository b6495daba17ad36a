"""Publishers, agencies and sites, as the registry knows them."""

from enum import StrEnum

from provenance.model.record import record


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


@record
class Outlet:
    """One publisher or agency, with its registered domains, language (BCP 47) and country (ISO 3166)."""

    name: str
    kind: OutletKind
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    language: str | None = None
    country: str | None = None
