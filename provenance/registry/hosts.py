"""Hosts and registered domains, offline. The only door to tldextract."""


def registered_domain(address: str) -> str | None:
    """`https://www.bbc.co.uk/news` or `www.bbc.co.uk` -> `bbc.co.uk`; None where it is no public host name."""
    return None
