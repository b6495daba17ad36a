"""The credit line in the article's own language, from the pieces in `lexicon/<language>/credit_line.toml`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from provenance.crediting.established import Established, Party
from provenance.layout.display import one_line
from provenance.lexicon.tables import table
from provenance.model.credit import AiUse
from provenance.model.dating import PartialDate
from provenance.model.lineage import Derivation, Relation, Work

FALLBACK = "en"
Pieces = Mapping[str, Any]


def pieces_of(language: str | None) -> Pieces:
    """The pieces of a language; English ones where there are none."""
    return table((language or FALLBACK).split("-")[0], "credit_line") or table(FALLBACK, "credit_line")


def credit_line(facts: Established) -> list[str]:
    """The lines to print, each a statement; a gap stands in brackets."""
    pieces = pieces_of(facts.language)
    return [one_line(line) for line in lines(facts, pieces)]


def gap(name: str, pieces: Pieces) -> str:
    return str(pieces["gap"]).format(name=pieces["missing"][name], fill=pieces["missing"]["fill"])


def lines(facts: Established, pieces: Pieces) -> Iterator[str]:
    if facts.authors or "author" in facts.missing:
        yield pieces["author"].format(names=listed(facts.authors, pieces) or gap("author", pieces))
    if facts.origin is not None:
        tell = translation if facts.is_translation else reuse
        yield from tell(facts, facts.origin, pieces)
    if facts.agencies:
        yield pieces["agency"].format(names=listed(facts.agencies, pieces))
    if facts.origin is not None and facts.origin.origin.url:
        yield pieces["source"].format(url=address(facts.origin))
    elif "url" in facts.missing:
        yield pieces["source"].format(url=gap("url", pieces))
    if facts.ai_uses:
        used = pieces["ai_translated" if AiUse.TRANSLATION in facts.ai_uses else "ai_used"]
        yield f"{used}, {pieces['reviewed']}" if facts.human_review else used


def address(step: Derivation) -> str:
    """Where the original stands, behind its outlet where no other line names that: `Le Soir, https://…`."""
    work = step.origin
    named = step.relation is Relation.SOURCE and work.name
    return f"{work.name}, {work.url}" if named else str(work.url)


def translation(facts: Established, step: Derivation, pieces: Pieces) -> Iterator[str]:
    work = step.origin
    language = pieces["languages"].get((work.language or "").split("-")[0])
    names = listed(facts.translators, pieces) or (gap("translator", pieces) if "translator" in facts.missing else "")
    if language and names:
        yield pieces["translated"].format(language=language, names=names)
    elif language:
        yield pieces["translated_from"].format(language=language)
    elif names:
        yield pieces["translated_by"].format(names=names)
    yield outlet_line(work, pieces, "translation_of")
    if work.authors or "original" in facts.missing:
        yield pieces["original"].format(names=joined(work.authors, pieces) or gap("original", pieces))


def reuse(facts: Established, step: Derivation, pieces: Pieces) -> Iterator[str]:
    work = step.origin
    if step.relation is Relation.SOURCE:
        if not work.url and (name := work.name or work.domain):
            yield pieces["agency"].format(names=name)
        if work.authors:
            yield pieces["original"].format(names=joined(work.authors, pieces))
        return
    yield outlet_line(work, pieces, "published")
    if work.authors or "original" in facts.missing:
        yield pieces["original"].format(names=joined(work.authors, pieces) or gap("original", pieces))


def outlet_line(work: Work, pieces: Pieces, key: str) -> str:
    outlet = work.name or work.domain or gap("outlet", pieces)
    date = written_date(work.published, pieces) if work.published else gap("date", pieces)
    return str(pieces[f"{key}_on"]).format(outlet=outlet, date=date)


def written_date(iso: str, pieces: Pieces) -> str:
    """`13 octobre 2030`; the year alone where no more is known."""
    if not (date := PartialDate.parse(iso)):
        return iso
    form = pieces["date"]
    if date.month is None:
        return str(date.year)
    month = form["months"][date.month - 1]
    if date.day is None:
        return str(form["month"]).format(month=month, year=date.year)
    return str(form["day"]).format(day=form["first"] if date.day == 1 else date.day, month=month, year=date.year)


def listed(parties: Iterable[Party], pieces: Pieces) -> str:
    return joined([party.name for party in parties], pieces)


def joined(names: Iterable[str], pieces: Pieces) -> str:
    """`A, B and C` in the language of the line."""
    *first, last = [*names] or [""]
    return f"{', '.join(first)} {pieces['and']} {last}" if first else last
