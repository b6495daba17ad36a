"""The one conductor: knows the order of the stations and holds no rule of its own.

bytes -> reader -> Article -> attribution -> dating -> lineage -> checks -> Dossier
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import PurePath
from typing import TypeVar

from provenance.attribution.find import find_credits
from provenance.attribution.indicators import find_indicators
from provenance.cache.memory import memory
from provenance.dating.resolve import resolve_dating
from provenance.gate.assess import assess
from provenance.gate.baseline import Baseline
from provenance.inputs import OFFLINE, Input, is_address, read
from provenance.inspection.check import Check
from provenance.inspection.inspect import inspect
from provenance.inspection.rulebook import chosen
from provenance.lineage.declared import declared_chain
from provenance.model.article import Article
from provenance.model.audit import Audit, Failure
from provenance.model.dossier import Dossier
from provenance.model.errors import ReadError
from provenance.model.page import Fetch, Page
from provenance.model.record import replace
from provenance.model.settings import Settings
from provenance.model.text import Text
from provenance.readers.opening import holds_many, largest, opened
from provenance.readers.shelf import format_of, sought
from provenance.registry.hosts import registered_domain
from provenance.registry.outlets import outlet_named


def read_articles(data: bytes, path: str, page: Page | None = None) -> list[Article]:
    """The articles in a file, or on the page it was fetched from; raises ReadError where there is none."""
    found = list(opened(data, path, page))
    articles = [one for one in found if isinstance(one, Article)]
    if not articles:
        raise ReadError(next(one.reason for one in found if isinstance(one, Failure)))
    return articles


def audit_article(
    article: Article,
    settings: Settings,
    checks: Iterable[Check],
    origins: Sequence[Dossier] = (),
    fetch: Fetch | None = None,
) -> Dossier:
    """The belt, for one article, held against the origins that were given for it and, where pages can be fetched,
    against those it declares."""
    said = settings.declared
    article = replace(article, language=said.language or article.language, url=said.url or article.url, facts={})
    credits = find_credits(article, settings.house)
    dating = resolve_dating(article, credits, said)
    chain, status = declared_chain(article, credits, dating, settings.house)
    domain = publisher_domain(article)
    dossier = Dossier(article, credits, dating, chain, status, house=settings.house, publisher_domain=domain)
    dossier = replace(dossier, indicators=find_indicators(article))
    if origins:
        from provenance.fidelity.compare import with_comparison  # only an explicit --origin pays for the comparison
        from provenance.lineage.given import with_origins

        dossier = with_comparison(with_origins(dossier, origins), origins)
    if fetch:
        dossier = checked_online(dossier, origins, settings, fetch)
    return inspect(dossier, checks)


def checked_online(dossier: Dossier, origins: Sequence[Dossier], settings: Settings, fetch: Fetch) -> Dossier:
    """The dossier with its declared sources fetched and compared, and what they name as theirs. An origin that was
    given stays the one it is held against."""
    from provenance.fidelity.compare import with_comparison
    from provenance.lineage.following import followed

    dossier, pages = followed(dossier, partial(fetched_dossier, settings=settings, fetch=fetch))
    return with_comparison(dossier, pages) if pages and not origins else dossier


def fetched_dossier(url: str, settings: Settings, fetch: Fetch) -> tuple[Dossier, str]:
    """The article at an address, judged by no rule, and the day it was fetched; raises ReadError."""
    page = fetch(url)
    try:
        article = read_articles(page.data, url, page)[0]
        return audit_article(article, Settings(house=settings.house), ()), page.day
    except ReadError:
        raise
    except Exception as error:
        raise ReadError(fault(error)) from error


def given_origins(settings: Settings, fetch: Fetch | None = None) -> tuple[Dossier, ...]:
    """The articles given as origins, read through the same belt but judged by no rule; raises ReadError."""
    apart = Settings(house=settings.house)
    found: list[Dossier] = []
    for path in settings.origins:
        try:
            item = brought(Input(path), fetch)
            found += (audit_article(article, apart, ()) for article in read_articles(content_of(item), path, item.page))
        except ReadError as error:
            raise ReadError(f"the origin {path}: {error}") from error
    return tuple(found)


def publisher_domain(article: Article) -> str | None:
    """The registered domain the article stands under: its own address's, else its publisher's where that is known."""
    if article.url:
        return registered_domain(article.url)
    outlet = outlet_named(article.publisher) if article.publisher else None
    return outlet.domains[0] if outlet and outlet.domains else None


def audit_bytes(data: bytes, path: str, settings: Settings, origins: Sequence[Dossier] = ()) -> Iterator[Dossier]:
    """The dossiers of every article in a file; raises ReadError where it cannot be read."""
    checks = chosen(settings.select, settings.ignore)
    for article in read_articles(data, path):
        yield audit_article(article, settings, checks, origins)


Outcome = tuple[list[Dossier], list[Failure]]
Made = TypeVar("Made")


def audit_inputs(
    inputs: Sequence[Input],
    settings: Settings,
    *,
    baseline: Baseline | None = None,
    advance: Callable[[str], object] = str,
    fetch: Fetch | None = None,
) -> Audit:
    """The whole run, in the order of the inputs for any number of processes. `advance` hears of each input done."""
    checks = chosen(settings.select, settings.ignore)
    dossiers: list[Dossier] = []
    failures: list[Failure] = []
    for item, (audited, failed) in zip(inputs, outcomes(inputs, settings, fetch), strict=True):
        dossiers += audited
        failures += failed
        advance(item.path)
    return assess(dossiers, failures, tuple(check.rule for check in checks), settings, baseline)


@contextmanager
def network(settings: Settings) -> Iterator[Fetch | None]:
    """What fetches pages, as long as it is open; nothing where the settings keep the run offline."""
    if not settings.online:
        yield None
        return
    from provenance.web.door import opened  # only --online pays for it

    with opened(settings.web, settings.cache) as fetch:
        yield fetch


def outcomes(inputs: Sequence[Input], settings: Settings, fetch: Fetch | None) -> Iterator[Outcome]:
    """What became of each input. A run that fetches pages is one process: it waits for sites and not for processors,
    and several would ask one site at a time each."""

    def lost(item: Input) -> Outcome:
        return [], [Failure(item.path, "the process that audited it died")]

    return each(partial(in_worker, settings, fetch), inputs, 1 if fetch else settings.jobs, lost)


def each(
    work: Callable[[Input], Made], inputs: Sequence[Input], jobs: int, lost: Callable[[Input], Made]
) -> Iterator[Made]:
    """What the work makes of each input, in their order, in so many processes (0: one a processor); `lost` speaks for
    an input whose process died."""
    jobs = min(jobs or os.cpu_count() or 1, len(inputs))
    if jobs < 2:
        yield from map(work, inputs)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    yield work(inputs[0])  # what it loads, a process that is forked need not load again
    inputs, done = inputs[1:], 0
    with ProcessPoolExecutor(jobs) as pool:
        try:
            for made in pool.map(work, inputs, chunksize=max(1, min(4, len(inputs) // jobs // 4))):
                yield made
                done += 1
        except BrokenProcessPool:
            yield from map(lost, inputs[done:])


def in_worker(settings: Settings, fetch: Fetch | None, item: Input) -> Outcome:
    return audit_input(item, settings, chosen(settings.select, settings.ignore), fetch)


def audit_input(item: Input, settings: Settings, checks: tuple[Check, ...], fetch: Fetch | None = None) -> Outcome:
    """The dossiers of one input and what failed in it: from the cache where that knows them, else from an audit, which
    is kept if nothing failed. What comes in on standard input is neither kept nor looked for, nor is a file of many
    articles."""
    known = memory(settings, tuple(check.rule.id for check in checks)) if item.data is None else None
    try:
        item = brought(item, fetch)
        data = content_of(item)
    except ReadError as error:
        return [], [Failure(item.path, str(error))]
    if known is None or holds_many(item.path, data):
        return audit_data(data, item.path, settings, checks, item.page, fetch)
    reader = format_of(PurePath(item.path), data)
    if (dossiers := known.recall(data, item.path, reader)) is not None:
        return dossiers, []
    dossiers, failures = audit_data(data, item.path, settings, checks)
    if not failures:
        known.keep(data, item.path, reader, dossiers)
    return dossiers, failures


def audit_data(
    data: bytes,
    path: str,
    settings: Settings,
    checks: tuple[Check, ...],
    page: Page | None = None,
    fetch: Fetch | None = None,
) -> Outcome:
    """The dossiers of one file and what failed in it. A fault in one article is its failure and stops no other."""
    dossiers: list[Dossier] = []
    failures: list[Failure] = []
    try:
        found = list(opened(data, path, page))
        origins = given_origins(settings, fetch)
    except ReadError as error:
        return [], [Failure(path, str(error))]
    except Exception as error:
        return [], [Failure(path, fault(error))]
    for article in found:
        if isinstance(article, Failure):
            failures.append(article)
            continue
        try:
            dossiers.append(light(audit_article(article, settings, checks, origins, fetch)))
        except Exception as error:
            failures.append(Failure(article.path, fault(error)))
    return dossiers, failures


def brought(item: Input, fetch: Fetch | None) -> Input:
    """The input, with its page where it is an address; raises ReadError where that cannot be had."""
    if item.reason or item.data is not None or not is_address(item.path):
        return item
    if fetch is None:
        raise ReadError(OFFLINE)
    page = fetch(item.path)
    return replace(item, data=page.data, page=page)


def content_of(item: Input) -> bytes:
    """The bytes of an input; raises ReadError with the reason in plain words."""
    if item.reason is not None:
        raise ReadError(item.reason)
    if item.data is not None:
        return item.data
    try:
        return read(item.path, largest(item.path))
    except OSError as error:
        raise ReadError(f"it cannot be read: {(error.strerror or str(error)).lower()}") from error


def fault(error: Exception) -> str:
    """A fault of the tool in one sentence, with the place that whoever mends it needs."""
    place, trace = "", error.__traceback__
    while trace:
        file = PurePath(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(PurePath(__file__).parent):
            place = f" in {file.relative_to(PurePath(__file__).parent).as_posix()}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return f"the audit of this article broke off ({type(error).__name__}{place}): please report it"


def light(dossier: Dossier) -> Dossier:
    """The dossier without what was only remembered on the way, so that a long run stays small."""
    text = dossier.article.text
    source = replace(text.source)
    article = replace(dossier.article, text=Text(text.content, source, text.stretches), facts={})
    return replace(dossier, article=article)


def known_suffixes() -> tuple[str, ...]:
    """The endings of the files that are articles, for a folder."""
    return sought()
