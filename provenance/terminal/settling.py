"""From options and configuration to the settings in force: an option outranks the configuration, that the defaults."""

import argparse
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from provenance.cache.store import usual_folder
from provenance.gate.configuration import WEB_KEYS, Configuration, find, load
from provenance.gate.values import NEVER
from provenance.model.errors import ConfigError
from provenance.model.finding import Level
from provenance.model.house import House, Learnt
from provenance.model.record import replace
from provenance.model.settings import Declared, Profile, Settings, Web
from provenance.terminal import surroundings


def configuration(options: argparse.Namespace) -> Configuration:
    """The configuration --config names, else the one nearest to the articles, else the one nearest to where we are."""
    if options.config:
        if not (named := Path(options.config)).is_file():
            raise ConfigError(f"{named}: there is no such configuration file")
        return load(named)
    for start in (common_folder(options.paths), Path.cwd()):
        if start and (found := find(start)):
            return load(found)
    return Configuration()


def common_folder(paths: list[str]) -> Path | None:
    """The deepest folder that holds all the paths; None for standard input alone."""
    real = [os.path.abspath(path) for path in paths if path != "-" and "://" not in path]
    if not real:
        return None
    try:
        shared = Path(os.path.commonpath(real))
    except ValueError:
        return None
    return shared if shared.is_dir() else shared.parent


def settle(options: argparse.Namespace, config: Configuration, fail_on: Level | None) -> Settings:
    """The settings of the run; `fail_on` is the default of the command."""
    said = config.values
    config_ignored, pardons = said.get("ignore", (frozenset(), ()))
    return Settings(
        profile=options.profile or said.get("profile", Profile.GATE),
        select=said.get("select", frozenset()) if options.select is None else options.select,
        ignore=config_ignored if options.ignore is None else options.ignore,
        fail_on=level(options.fail_on, said, fail_on),
        declared=Declared(options.language or said.get("language"), options.published, options.url),
        house=replace(
            said.get("outlet", House()), learnt=learnt(said.get("house") if options.house is None else options.house)
        ),
        jobs=options.jobs,
        locale=options.locale or said.get("locale") or surroundings.locale(),
        pardons=pardons,
        include=tuple(options.include or said.get("include", ())),
        exclude=(*(options.exclude or ()), *said.get("exclude", ())),
        today=options.today or date.today(),
        origins=tuple(options.origin),
        cache=None if options.no_cache else options.cache_dir or usual_folder(),
        online=options.online,
        web=said.get("web", Web()),
    )


def learnt(path: str | Path | None) -> Learnt:
    """What a house file holds; nothing where none is named, or an empty name."""
    if not path:
        return Learnt()
    from provenance.gate.house_file import load as load_house  # most runs have none

    return load_house(Path(path))


def level(option: str | None, said: Mapping[str, Any], usual: Level | None) -> Level | None:
    if option is not None:
        return None if option == NEVER else Level(option)
    found: Level | None = said.get("fail-on", usual)
    return found


def shown(settings: Settings, config: Configuration) -> str:
    """What is in force, as the configuration that would bring it about."""
    from json import dumps

    said = settings.declared
    values: dict[str, Any] = {
        "profile": settings.profile.value,
        "select": sorted(settings.select),
        "ignore": sorted(settings.ignore),
        "fail-on": settings.fail_on.value if settings.fail_on else NEVER,
        "language": said.language,
        "locale": settings.locale,
        "include": list(settings.include),
        "exclude": list(settings.exclude),
        "house": settings.house.learnt.path or None,
    }
    lines = [f"# from {config.path}" if config.path else "# no configuration file; these are the defaults and options"]
    lines += [f"{key} = {dumps(value, ensure_ascii=False)}" for key, value in values.items() if value is not None]
    given = {"--published": said.published, "--url": said.url, "--jobs": settings.jobs, "--cache-dir": settings.cache}
    lines += [f"# {option} {value}" for option, value in given.items() if value is not None]
    outlet = {"names": list(settings.house.names), "domains": list(settings.house.domains)}
    lines += ["", "[outlet]", *(f"{key} = {dumps(value, ensure_ascii=False)}" for key, value in outlet.items())]
    web = {name: getattr(settings.web, name) for name in WEB_KEYS if getattr(settings.web, name) is not None}
    lines += ["", "[web]", *(f"{key} = {dumps(value, ensure_ascii=False)}" for key, value in web.items())]
    for pardon in settings.pardons:
        lines += ["", "[[ignore]]"]
        for key in ("path", "rule", "text", "reason"):
            if (value := getattr(pardon, key)) is not None:
                lines.append(f"{key} = {dumps(value, ensure_ascii=False)}")
        lines += [f"until = {pardon.until}"] if pardon.until else []
    return "\n".join(lines) + "\n"
