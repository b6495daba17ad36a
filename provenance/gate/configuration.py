"""The configuration file: found, read and proved, key by key."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from provenance.gate.values import fail_level, language_code, locale_name, profile_name, rule_name
from provenance.layout.nearest import did_you_mean
from provenance.model.errors import ConfigError, UsageError
from provenance.model.house import House
from provenance.model.patterns import pattern
from provenance.model.record import fresh, record
from provenance.model.settings import Pardon, Web

OWN_FILE, SHARED_FILE, TABLE = "provenance.toml", "pyproject.toml", "provenance"
MAYBE_OURS = pattern(rf"tool[\"' ]*\.[\"' ]*{TABLE}|\[[\"' ]*tool[\"' ]*\]|^[\"' ]*tool[\"' ]*=", re.MULTILINE)
"""Where our table may stand in a shared file: most have none, and need not be read as TOML."""

PARDON_KEYS = ("path", "rule", "text", "reason", "until")
OUTLET_KEYS = ("names", "domains")
WEB_KEYS = ("contact", "delay", "patience", "largest", "fresh")


@record(slots=False)
class Configuration:
    """What a configuration file says; `path` is None where there is none. Values are proved, keys those of `KEYS`."""

    path: Path | None = None
    values: Mapping[str, Any] = fresh(default_factory=dict)


def find(start: Path) -> Path | None:
    """The nearest configuration from a folder upwards; the search stops at the root of the git repository."""
    for folder in (start, *start.parents):
        if (own := folder / OWN_FILE).is_file():
            return own
        if (shared := folder / SHARED_FILE).is_file() and speaks_of_us(shared):
            return shared
        if (folder / ".git").exists():
            return None
    return None


def speaks_of_us(shared: Path) -> bool:
    """Whether a shared file has our table; one that is none of ours may be as broken as it likes."""
    try:
        return MAYBE_OURS.search(shared.read_text("utf-8", errors="replace")) is not None and _table(shared) is not None
    except OSError:
        return False


def load(path: Path) -> Configuration:
    """The configuration in a file; raises ConfigError with the file, the key and the nearest known one."""
    table = _table(path) if path.name == SHARED_FILE else _read(path)
    values: dict[str, Any] = {}
    for key, value in (table or {}).items():
        if key not in KEYS:
            raise ConfigError(f"{path}: unknown key '{key}'{did_you_mean(key, KEYS)}")
        try:
            values[key] = KEYS[key](value)
        except (ValueError, UsageError) as error:
            raise ConfigError(f"{path}: {key}: {error}") from error
    if "house" in values:
        values["house"] = path.parent / values["house"]
    return Configuration(path, values)


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error


def _table(path: Path) -> dict[str, Any] | None:
    table = _read(path).get("tool", {}).get(TABLE)
    return table if isinstance(table, dict) else None


def strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError('must be a list of texts, as in ["one", "two"]')
    return tuple(value)


def text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError('must be a text, as in "one"')
    return value


def rules(value: object) -> frozenset[str]:
    return frozenset(map(rule_name, strings(value)))


def ignored(value: object) -> tuple[frozenset[str], tuple[Pardon, ...]]:
    """`ignore = ["rule"]` switches rules off, `[[ignore]]` tables silence single findings."""
    if not isinstance(value, list):
        raise ValueError("must be a list of rules, or [[ignore]] tables")
    tables = [item for item in value if isinstance(item, dict)]
    return rules([item for item in value if not isinstance(item, dict)]), tuple(map(pardon, tables))


def pardon(table: Mapping[str, Any]) -> Pardon:
    known(table, PARDON_KEYS)
    if not {"path", "rule", "text"} & set(table):
        raise ValueError("an [[ignore]] needs a path, a rule or a text")
    texts = {key: text(table[key]) for key in PARDON_KEYS[:-1] if key in table}
    if not texts.get("reason", "").strip():
        raise ValueError("an [[ignore]] needs a reason: say why the finding is right as it is")
    if "rule" in texts:
        rule_name(texts["rule"])
    return Pardon(**texts, until=day(table["until"]) if "until" in table else None)


def day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value)
    raise ValueError("must be a day, as in 2031-12-31")


def house(value: object) -> House:
    if not isinstance(value, dict):
        raise ValueError("must be a table, [outlet]")
    known(value, OUTLET_KEYS)
    domains = strings(value.get("domains", []))
    return House(strings(value.get("names", [])), tuple(domain.lower().removeprefix("www.") for domain in domains))


def web(value: object) -> Web:
    if not isinstance(value, dict):
        raise ValueError("must be a table, [web]")
    known(value, WEB_KEYS)
    said: dict[str, Any] = {
        key: contact(given) if key == "contact" else number(key, given) for key, given in value.items()
    }
    return Web(**said)


def contact(value: object) -> str:
    """What is told to sites, in a line that may be sent as it is."""
    if not (said := text(value)).isascii() or not said.isprintable():
        raise ValueError('contact must be an address, as in "desk@gazette.example"')
    return said


def number(key: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e6:
        raise ValueError(f"{key} must be a number, as in 2.5")
    return float(value)


def known(table: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    for key in table:
        if key not in keys:
            raise ValueError(f"unknown key '{key}'{did_you_mean(key, keys)}")


KEYS: dict[str, Callable[[object], Any]] = {
    "profile": lambda value: profile_name(text(value)),
    "select": rules,
    "ignore": ignored,
    "fail-on": lambda value: fail_level(text(value)),
    "language": lambda value: language_code(text(value)),
    "locale": lambda value: locale_name(text(value)),
    "include": strings,
    "exclude": strings,
    "outlet": house,
    "house": lambda value: Path(text(value)),
    "web": web,
}
