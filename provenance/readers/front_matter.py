"""The front matter of a Markdown file: simple YAML or TOML, each value with its place.

Read line by line without a YAML library: scalars, quoted strings, lists in both notations, block texts, one nested
level. What is more than that is passed over, never an error.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from provenance.model.patterns import pattern
from provenance.readers.composing import Declared, Fragment, joined, verbatim
from provenance.readers.vocabulary import schema_name, schema_names

FENCE = pattern(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n")
LINE = pattern(r"([ \t]*)([^\r\n]*)(?:\r\n|\n|\r|$)")
KEY = r"""(?:"([^"\r\n]{1,80})"|'([^'\r\n]{1,80})'|([^\s:=#\-\[\]{}"'][^:=\r\n]{0,80}?))"""
ENTRY = pattern(KEY + r"""\s*([:=])(?:[ \t]+|$|(?=["'\[{]))""")
PAIR = pattern(KEY + r"""\s*:[ \t]*("(?:[^"\\]|\\.)*+"|'[^']*+'|[^,{}\[\]"'][^,{}\[\]]*+)""")
SECTION = pattern(r"\[{1,2}\s*([\w.-]+)\s*\]{1,2}\s*$")
QUOTED = pattern(r'"((?:[^"\\]|\\.)*+)"|\'((?:[^\']|\'\')*+)\'')
SPACES = pattern(r"[ \t]*")
COMMENT = pattern(r"(?:^|[ \t])#.*$")
ESCAPE = pattern(r"\\.")
ESCAPED = {"\\n": " ", "\\t": " ", '\\"': '"', "\\\\": "\\", "\\/": "/"}
BLOCK_TEXTS = frozenset({"|", ">", "|-", ">-", "|+", ">+"})
FENCES = frozenset({"---", "+++", "..."})
OWN = "provenance"
"""Our own key, which is handed on as it is written."""
WRAPPERS = frozenset({"params", "extra", "meta", "metadata", "article", "page"})
"""Tables in which site generators keep a page's own keys."""
NULLS = frozenset({"", "~", "null", "none", "[]", "{}"})


def body_start(source: str) -> int:
    """The offset behind the front matter; 0 where there is none."""
    if not (fence := FENCE.match(source)):
        return 0
    closing = re.compile(rf"^{re.escape(fence[1])}[ \t]*\r?$|^\.\.\.[ \t]*\r?$", re.M).search(source, fence.end())
    if not closing:
        return 0
    inside = source[fence.end() : closing.start()]
    if inside.strip() and not any(ENTRY.match(line.strip()) for line in inside.splitlines()[:20]):
        return 0
    return min(len(source), closing.end() + 1)


def declared(source: str, end: int) -> Iterator[Declared]:
    """Every value of the front matter that ends at `end`, under its schema.org name or, without one, its own."""
    for key, value, group in entries(source, end):
        if value.text.strip().lower() not in NULLS:
            yield Declared(_name(key, value), value, "front-matter", None, group)


def _name(key: str, value: Fragment) -> str:
    whole = key.lower().replace("-", "_")
    if name := schema_name("front_matter", whole, value):
        return name
    parent, _, child = whole.rpartition(".")
    if parent in WRAPPERS:
        return schema_name("front_matter", child, value) or key
    outer = schema_names("front_matter").get(parent)
    if outer and child in ("name", "nom", "title", "nombre", "naam", "value"):
        return f"{outer}.name" if outer in ("isBasedOn", "translationOfWork") else outer
    if outer:
        return f"{outer}.{schema_names('front_matter').get(child, child)}"
    return key


@dataclass
class Reading:
    """Where in the nesting of the front matter the reading is."""

    source: str
    parents: list[tuple[int, str]] = field(default_factory=list)
    list_key: str = ""
    group: int = 0
    passed_over: int | None = None
    """The indent of a key whose block text is passed over."""

    def line(self, indent: int, text: str, start: int) -> Iterator[tuple[str, Fragment, int]]:
        if self.passed_over is not None and indent > self.passed_over:
            return
        self.passed_over = None
        if section := SECTION.match(text):
            self.parents = [(-1, section[1])]
            self.group += 1
            return
        if text.startswith("-"):
            offset = len(text) - len(text[1:].lstrip())
            text, start = text[offset:], start + offset
            self.group += 1
            if not ENTRY.match(text):
                yield from self._found(self.list_key, start, start + len(text))
                return
            self.parents = [(depth, name) for depth, name in self.parents if depth < indent or name == self.list_key]
            indent += offset
        if entry := ENTRY.match(text):
            yield from self._entry(entry, indent, start, start + len(text))

    def _entry(self, entry: re.Match[str], indent: int, start: int, end: int) -> Iterator[tuple[str, Fragment, int]]:
        self.parents = [(depth, name) for depth, name in self.parents if depth < indent]
        own = (entry[1] or entry[2] or entry[3]).strip()
        key = ".".join([*(name for _, name in self.parents), own])
        if not self.parents:
            self.group += 1
        start += entry.end()
        written = self.source[start:end].strip()
        if not written or written.startswith("#"):
            self.parents.append((indent, own))
            self.list_key = key
        elif written in BLOCK_TEXTS:
            self.passed_over = indent
        else:
            yield from self._found(key, start, end)

    def _found(self, key: str, start: int, end: int) -> Iterator[tuple[str, Fragment, int]]:
        if self.source[start:end].lstrip().startswith("{") and not key.startswith(OWN):
            for pair in PAIR.finditer(self.source, start, end):
                inner = f"{key}.{(pair[1] or pair[2] or pair[3]).strip()}"
                yield from ((inner, value, self.group) for value in _scalar(self.source, *pair.span(4)))
        else:
            yield from ((key, value, self.group) for value in _values(self.source, start, end))


def entries(source: str, end: int) -> Iterator[tuple[str, Fragment, int]]:
    """Key (dotted where nested), value, and the number of the entry it belongs to."""
    fence = FENCE.match(source)
    at = fence.end() if fence else end
    reading = Reading(source)
    while at < end:
        line = LINE.match(source, at)
        if line is None or line.end() == at:
            return
        at = line.end()
        text = line[2].rstrip()
        if text and not text.startswith("#") and text not in FENCES:
            yield from reading.line(len(line[1]), text, line.start(2))


def _values(source: str, start: int, end: int) -> Iterator[Fragment]:
    """The value or values written between two offsets."""
    text = source[start:end]
    if text.strip().startswith("[") and "]" in text:
        inner = start + text.index("["), start + text.rindex("]")
        at = inner[0] + 1
        while at < inner[1]:
            item = QUOTED.match(source, SPACES.match(source, at, inner[1]).end())  # type: ignore[union-attr]
            comma = source.find(",", item.end() if item else at, inner[1])
            stop = comma if comma >= 0 else inner[1]
            yield from _scalar(source, at, stop)
            at = stop + 1
        return
    yield from _scalar(source, start, end)


def _scalar(source: str, start: int, end: int) -> Iterator[Fragment]:
    text = source[start:end]
    lead = len(text) - len(text.lstrip())
    if quoted := QUOTED.match(source, start + lead, end):
        group = 1 if quoted[1] is not None else 2
        value = verbatim(source, *quoted.span(group))
        if group == 1 and "\\" in value.text:
            value = value.replace(ESCAPE, lambda written: ESCAPED.get(written, written))
        elif group == 2 and "''" in value.text:
            value = value.replace(re.compile("''"), lambda _: "'")
    else:
        if comment := COMMENT.search(text):
            end = start + comment.start()
        value = verbatim(source, start, end).strip()
    yield value if value.text else joined(())
