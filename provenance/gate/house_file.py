"""The house file: names and outlets learnt from an archive, a line each, to be read and mended by hand."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from provenance.layout.nearest import did_you_mean
from provenance.model.errors import ConfigError
from provenance.model.house import KnownName, Learnt
from provenance.model.record import record
from provenance.words.nearness import bare

USUAL_NAME = "provenance-house.toml"
HEADER = """\
# Names as your newsroom spells them, with the number of articles of your archive in which each stood. Written by
# `provenance learn`, which also renews it; audits use it where provenance.toml says: house = "{name}".
# Delete a line that is wrong and put its name into left-out, so that it is not learnt again. Add a name with 0.
"""
TABLES = ("names", "outlets")
ACCEPTED = {"names": ("articles", "variants"), "outlets": ("articles", "variants", "domains")}
LEFT_OUT = "left-out"


@record
class Sheet:
    """The file while it is read: its path and text, to say in which line something is wrong."""

    path: Path
    text: str

    def wrong(self, key: str, sentence: str) -> ConfigError:
        spelt = {key, json.dumps(key, ensure_ascii=False), f"'{key}'"}
        lines = enumerate(self.text.split("\n"), 1)
        number = next((number for number, line in lines if line.partition("=")[0].strip(" []\t\r") in spelt), 1)
        return ConfigError(f"{self.path}, line {number}: {sentence}")


def load(path: Path) -> Learnt:
    """What the file holds; raises ConfigError with one sentence that names the line."""
    import tomllib

    try:
        data = path.read_bytes()
        sheet = Sheet(path, data.decode("utf-8-sig"))
        said = tomllib.loads(sheet.text)
    except OSError as error:
        raise ConfigError(f"the house file {path} cannot be read: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"the house file {path} is not UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}, {broken(str(error))}") from error
    for key in said:
        if key not in (*TABLES, LEFT_OUT):
            raise sheet.wrong(key, f"unknown key '{key}'{did_you_mean(key, (*TABLES, LEFT_OUT))}")
    left_out = texts(said.get(LEFT_OUT, []), LEFT_OUT, sheet)
    names, outlets = (tuple(known_names(said.get(table, {}), table, sheet)) for table in TABLES)
    return Learnt(path.as_posix(), hashlib.sha256(data).hexdigest(), names, outlets, left_out)


def broken(message: str) -> str:
    """`line 3: expected '=' after a key ...`: what the TOML reader says, with the line in front."""
    found = re.fullmatch(r"(.*?) \(at (?:line (\d+), column \d+|end of document)\)", message, re.DOTALL)
    reason, line = (found[1], found[2]) if found else (message, None)
    return f"{f'line {line}' if line else 'at its end'}: not valid TOML: {reason[:1].lower()}{reason[1:]}"


def known_names(table: object, title: str, sheet: Sheet) -> Iterator[KnownName]:
    if not isinstance(table, dict):
        raise sheet.wrong(title, f"{title} must be a table, [{title}]")
    for name, value in table.items():
        if not re.search(r"[^\W\d_]", name):
            raise sheet.wrong(name, f"'{name}' is no name")
        yield known_name(name, value if isinstance(value, dict) else {"articles": value}, title, sheet)


def known_name(name: str, said: Mapping[str, Any], title: str, sheet: Sheet) -> KnownName:
    for key in said:
        if key not in ACCEPTED[title]:
            raise sheet.wrong(name, f"unknown key '{key}'{did_you_mean(key, ACCEPTED[title])}")
    articles = said.get("articles", 0)
    if type(articles) is not int or articles < 0:
        raise sheet.wrong(name, f"behind '{name}' stands no number of articles, as in \"{name}\" = 12")
    lists = {key: texts(said[key], name, sheet) for key in said if key != "articles"}
    return KnownName(name, articles, **lists)


def texts(value: object, key: str, sheet: Sheet) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise sheet.wrong(key, f'\'{key}\' needs a list of texts, as in ["one", "two"]')
    return tuple(value)


def written(learnt: Learnt, name: str) -> str:
    """The file as text, the same for the same names; `name` is that of the file."""
    lines = [HEADER.format(name=name)]
    if learnt.left_out:
        lines += [f"{LEFT_OUT} = {listed(in_order(learnt.left_out))}", ""]
    for title, known in zip(TABLES, (learnt.names, learnt.outlets), strict=True):
        lines += [f"[{title}]", *map(line_of, sorted(known, key=lambda one: order(one.name))), ""]
    return "\n".join(lines)


def line_of(known: KnownName) -> str:
    more = {"variants": known.variants, "domains": known.domains}
    parts = [f"{key} = {listed(in_order(values))}" for key, values in more.items() if values]
    told = f"{{ articles = {known.articles}, {', '.join(parts)} }}" if parts else str(known.articles)
    return f"{quoted(known.name)} = {told}"


def listed(values: Iterable[str]) -> str:
    return f"[{', '.join(map(quoted, values))}]"


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def in_order(values: Iterable[str]) -> list[str]:
    return sorted(set(values), key=order)


def order(name: str) -> tuple[str, str]:
    return bare(name), name
