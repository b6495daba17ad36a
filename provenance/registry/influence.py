"""Sites that public reports attribute to influence operations, with the report that says so."""

from functools import cache

from provenance.lexicon.tables import rows
from provenance.model.record import record
from provenance.registry.hosts import host_of


@record
class Report:
    """A public report: who published it, the name it gives the network, its date (ISO 8601, perhaps partial), where."""

    author: str
    network: str
    date: str
    url: str


@cache
def reports() -> dict[str, Report]:
    return {name: Report(*told) for name, *told in rows("influence_reports")}


@cache
def sites() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("influence_sites")}


def report_on(address: str) -> Report | None:
    """The report that names the host of an address, or a domain above it."""
    host = host_of(address)
    while host and "." in host:
        if host in sites():
            return reports()[sites()[host]]
        host = host.partition(".")[2]
    return None
