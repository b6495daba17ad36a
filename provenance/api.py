"""The library's door: the same audits and reports as on the command line, without a configuration file unless given."""

import os
from collections.abc import Iterable
from pathlib import Path

from provenance import __version__
from provenance.gate import values
from provenance.gate.configuration import Configuration, load
from provenance.inputs import Choice, collect
from provenance.layout.view import View
from provenance.model.audit import Audit
from provenance.model.comparison import Kind
from provenance.model.errors import ReadError, UsageError
from provenance.model.house import House
from provenance.model.record import replace
from provenance.model.settings import Declared, Profile, Settings, Web
from provenance.pipeline import audit_inputs, known_suffixes, network
from provenance.results import AuditResult, DossierResult, result_of
from provenance.terminal.outputs import FORMATS, TABLES
from provenance.terminal.outputs import render as rendered
from provenance.terminal.settling import learnt


def audit(
    paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    *,
    profile: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    declared: Declared | None = None,
    config: str | os.PathLike[str] | None = None,
    jobs: int = 1,
    online: bool = False,
) -> AuditResult:
    """Audit files and folders. `online` lets pages be fetched: those among the paths, and the sources that articles
    declare. `config` is a configuration file; without one the defaults hold. `declared` is what you
    know of the article and its file need not say: language, day of publication, address.

    Raises UsageError and ConfigError for wrong arguments; inputs that cannot be read are in `Audit.failures`.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    said = (load(Path(config)) if config else Configuration()).values
    ignored, pardons = said.get("ignore", (frozenset(), ()))
    settings = Settings(
        profile=values.profile_name(profile) if profile else said.get("profile", Profile.GATE),
        select=frozenset(map(values.rule_name, select)) or said.get("select", frozenset()),
        ignore=frozenset(map(values.rule_name, ignore)) or ignored,
        declared=declared or Declared(),
        house=replace(said.get("outlet", House()), learnt=learnt(said.get("house"))),
        jobs=jobs,
        pardons=pardons,
        online=online,
        web=said.get("web", Web()),
    )
    choice = Choice(known_suffixes(), said.get("include", ()), said.get("exclude", ()))
    with network(settings) as fetch:
        return result_of(audit_inputs(collect([os.fspath(path) for path in given], choice), settings, fetch=fetch))


def compare(
    article: str | os.PathLike[str],
    origin: str | os.PathLike[str],
    *,
    profile: str = "research",
    declared: Declared | None = None,
) -> DossierResult:
    """Hold an article against the origin it was made from. `comparison` of the result holds the aligned sentences and
    the differences, `findings` what the rules of fidelity tell.

    Raises ReadError where one of the two cannot be read, UsageError for wrong arguments.
    """
    settings = Settings(
        profile=values.profile_name(profile),
        select=frozenset(kind.value for kind in Kind),
        declared=declared or Declared(),
        origins=(os.fspath(origin),),
    )
    audited = result_of(audit_inputs(collect([os.fspath(article)], Choice(known_suffixes())), settings))
    if audited.failures:
        raise ReadError(f"{audited.failures[0].path}: {audited.failures[0].reason}")
    if len(audited.dossiers) != 1:
        raise UsageError(f"{os.fspath(article)} is not one article")
    return audited.dossiers[0]


def render(audit: Audit, format: str = "table", *, locale: str = "en", width: int = 80, table: str = "articles") -> str:
    """A report of an audit, in any format of `docs/formats.md`. `table` is one of the four of CSV."""
    values.one_of("format", format, FORMATS)
    values.one_of("table", table, TABLES)
    values.locale_name(locale)
    return rendered(audit, format, View(version=__version__, locale=locale, width=width, table=table))
