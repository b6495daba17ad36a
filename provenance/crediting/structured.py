"""The same facts for machines: schema.org JSON-LD for the page, and front matter for the file."""

import json
from collections.abc import Iterator
from typing import Any

from provenance.crediting.established import Established, Party
from provenance.model.lineage import Work

Record = dict[str, Any]


def json_ld(facts: Established) -> str:
    """A NewsArticle. What is not established has no key: an empty value would be a statement."""
    record: Record = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": facts.headline,
        "inLanguage": facts.language,
        "url": facts.url,
        "datePublished": facts.published,
        "author": [agent(party) for party in facts.authors],
        "translator": [agent(party) for party in facts.translators],
        "sourceOrganization": [agent(party) for party in facts.agencies],
        "publisher": {"@type": "NewsMediaOrganization", "name": facts.publisher} if facts.publisher else None,
    }
    if facts.origin is not None and (made_from := work_record(facts.origin.origin)):
        record["translationOfWork" if facts.is_translation else "isBasedOn"] = made_from
    return json.dumps(without_gaps(record), ensure_ascii=False, indent=2)


def agent(party: Party) -> Record:
    return {"@type": "Person" if party.is_person else "Organization", "name": party.name}


def work_record(work: Work) -> Record | None:
    outlet = work.name or work.domain
    record = without_gaps(
        {
            "author": [{"@type": "Person", "name": name} for name in work.authors],
            "publisher": {"@type": "Organization", "name": outlet} if outlet else None,
            "inLanguage": work.language,
            "datePublished": work.published,
            "url": work.url,
        }
    )
    return {"@type": "NewsArticle", **record} if record else None


def without_gaps(record: Record) -> Record:
    return {key: value for key, value in record.items() if value not in (None, [], "")}


def front_matter(facts: Established, fill: str) -> str:
    """YAML between its rules; each gap is a key without a value and a comment."""
    return "\n".join(["---", *front_matter_lines(facts, fill), "---"])


def front_matter_lines(facts: Established, fill: str) -> Iterator[str]:
    yield from given("title", facts.headline)
    yield from given("lang", facts.language)
    yield from given("date", facts.published)
    yield from given("author", names(facts.authors), "author" in facts.missing, fill)
    yield from given("translator", names(facts.translators), "translator" in facts.missing, fill)
    yield from given("agency", names(facts.agencies))
    if facts.origin is None:
        return
    work, missing = facts.origin.origin, facts.missing
    yield "source:"
    yield from given("  relation", str(facts.origin.relation))
    yield from given("  author", list(work.authors), "original" in missing, fill)
    yield from given("  publisher", work.name or work.domain, "outlet" in missing, fill)
    yield from given("  lang", work.language, "language" in missing, fill)
    yield from given("  date", work.published, "date" in missing, fill)
    yield from given("  url", work.url, "url" in missing, fill)


def given(key: str, value: str | list[str] | None, is_gap: bool = False, fill: str = "") -> Iterator[str]:
    """A line of YAML; JSON strings are YAML strings, whatever they hold."""
    if value:
        one = value[0] if isinstance(value, list) and len(value) == 1 else value
        yield f"{key}: {json.dumps(one, ensure_ascii=False)}"
    elif is_gap:
        yield f"{key}:  # {fill}"


def names(parties: tuple[Party, ...]) -> list[str]:
    return [party.name for party in parties]
