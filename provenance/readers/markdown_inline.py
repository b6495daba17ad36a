"""Inside a Markdown paragraph: marks taken out of the text, links kept, every character still mapped to the file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from provenance.model.patterns import pattern
from provenance.readers.composing import Fragment, joined

Runs = list[tuple[str, int, int]]

TOKEN = pattern(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?P<ticks>`++)(?P<inside>[^`]++)(?P=ticks)(?!`))"
    r"|(?P<comment><!--)"
    r"|(?P<auto><(?P<address>(?:https?://|mailto:)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,200})>)"
    r"|(?P<br><br\s*/?>)"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,1000}>)"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?P<note>\[\^[^\s\]]{1,60}\])"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\](?:\(\s*(?:<(?P<angled>[^<>\n]{0,2000})>|(?P<url>[^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()<>]{0,500}){0,3}))"
    r"(?:\s+(?:\"(?P<title>[^\"]{0,1000})\"|'(?P<title2>[^']{0,1000})'))?\s*\)|\[(?P<label>[^\[\]]{0,200})\])?)"
    r"|(?P<mark>\*++|_++|~~)",
    re.S,
)

ANCHOR = pattern(
    r"<a\s(?:[^<>]{0,500}?\s)?href\s*=\s*(?P<quote>[\"'])(?P<url>[^\"'<>\s]{1,2000})(?P=quote)", re.IGNORECASE
)


@dataclass
class Inline:
    """What a paragraph says: its lines (broken where the writer broke them), links in them, and what it hides."""

    lines: list["Line"] = field(default_factory=list)
    images: list[tuple[Fragment, Fragment, str]] = field(default_factory=list)
    comments: list[Fragment] = field(default_factory=list)


@dataclass
class Line:
    runs: Runs = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    """Start and end within the line, and address."""
    size: int = 0

    def add(self, runs: Runs) -> None:
        self.runs.extend(runs)
        self.size += sum(len(text) for text, _, _ in runs)


@dataclass
class Cut:
    """A run of marks in the source text, and what it does when it is matched."""

    start: int
    end: int
    kind: str
    value: str = ""
    drop: int = 0
    """Characters of the run that are marks; of a closing run from its start, of an opening one from its end."""
    opens: bool = False
    found: re.Match[str] | None = None


def read(text: Fragment, references: Mapping[str, str]) -> Inline:
    return _composed(text, _cuts(text.text, references))


def _cuts(text: str, references: Mapping[str, str]) -> list[Cut]:
    cuts: list[Cut] = []
    brackets: list[Cut] = []
    marks: list[Cut] = []
    at, last_comment_end = 0, text.rfind("-->")
    while found := TOKEN.search(text, at):
        at = found.end()
        kind = next(name for name in KINDS if found[name] is not None)
        cut = Cut(found.start(), found.end(), kind, found=found)
        if kind == "comment":
            if at > last_comment_end:
                continue
            at = text.index("-->", at) + 3
            at = cut.end = at + (text[at : at + 1] == " " == text[cut.start - 1 : cut.start])
        elif kind == "open":
            brackets.append(cut)
        elif kind == "close":
            if not _closes_link(cut, brackets, text, references):
                continue
        elif kind == "tag":
            _mark_anchor(cut)
        elif kind == "mark":
            _match_marks(cut, marks, text)
        cuts.append(cut)
    return [cut for cut in cuts if cut.kind != "open" and (cut.kind != "mark" or cut.drop)]


KINDS = ("escape", "code", "comment", "auto", "br", "tag", "entity", "note", "open", "close", "mark")


def _closes_link(cut: Cut, brackets: list[Cut], text: str, references: Mapping[str, str]) -> bool:
    if not brackets or cut.found is None:
        return False
    opener, found = brackets.pop(), cut.found
    url = found["angled"] or found["url"]
    if (url is None and found["label"] is not None) or (url is None and found.group() == "]"):
        label = (found["label"] or text[opener.end : cut.start]).strip().casefold()
        url = references.get(label)
    if url is None:
        return False
    cut.value = opener.value = url
    opener.kind = "image" if text[opener.start] == "!" else "link"
    cut.kind = "image-end" if opener.kind == "image" else "link-end"
    return True


def _mark_anchor(cut: Cut) -> None:
    """Makes a link of a tag that opens or closes one, as Markdown lets HTML stand."""
    tag = cut.found["tag"] if cut.found else ""
    if opened := ANCHOR.match(tag):
        cut.kind, cut.value = "link", unescape(opened["url"])
    elif tag.rstrip("> ").lower() == "</a":
        cut.kind = "link-end"


def _match_marks(cut: Cut, waiting: list[Cut], text: str) -> None:
    """Pairs emphasis marks as CommonMark does, without its rule of three."""
    before = text[cut.start - 1] if cut.start else " "
    after = text[cut.end] if cut.end < len(text) else " "
    size, sign = cut.end - cut.start, text[cut.start]
    opens = not after.isspace() and (sign != "_" or not before.isalnum())
    closes = not before.isspace() and (sign != "_" or not after.isalnum())
    if closes:
        for depth in range(len(waiting) - 1, max(-1, len(waiting) - 12), -1):
            opener = waiting[depth]
            if text[opener.start] != sign or opener.end - opener.start == opener.drop:
                continue
            taken = min(opener.end - opener.start - opener.drop, size - cut.drop)
            opener.drop += taken
            cut.drop += taken
            del waiting[depth + (opener.end - opener.start > opener.drop) :]
            if cut.drop == size:
                return
    if opens and not cut.drop:
        cut.opens = True
        waiting.append(cut)


def _composed(text: Fragment, cuts: list[Cut]) -> Inline:
    result = Inline([Line()])
    at, link_start, image_start, address = 0, -1, -1, ""
    for cut in cuts:
        line = result.lines[-1]
        if image_start < 0:
            line.add(text.runs(at, cut.start))
        at = cut.end
        match cut.kind:
            case "image":
                image_start = cut.end
            case "image-end":
                result.images.append((text.cut(image_start, cut.start), _title(text, cut), cut.value))
                image_start = -1
            case "link":
                link_start, address = line.size, cut.value
            case "link-end":
                if link_start >= 0 and image_start < 0:
                    line.links.append((link_start, line.size, address))
                    link_start = -1
            case _ if image_start >= 0:
                continue
            case "escape":
                line.add(text.runs(cut.start + 1, cut.end))
            case "code" if cut.found:
                line.add(text.runs(*cut.found.span("inside")))
            case "auto" if cut.found:
                start = line.size
                line.add(text.runs(*cut.found.span("address")))
                line.links.append((start, line.size, cut.found["address"]))
            case "entity":
                written = text.text[cut.start : cut.end]
                line.add([(unescape(written), *text.raw(cut.start, cut.end))])
            case "comment":
                result.comments.append(text.cut(cut.start + 4, text.text.rindex("-->", 0, cut.end)).strip())
            case "br":
                result.lines.append(Line())
                link_start = -1
            case "mark":
                kept = (cut.start, cut.end - cut.drop) if cut.opens else (cut.start + cut.drop, cut.end)
                line.add(text.runs(*kept))
    if image_start < 0:
        result.lines[-1].add(text.runs(at, len(text.text)))
    return result


def _title(text: Fragment, cut: Cut) -> Fragment:
    group = next((name for name in ("title", "title2") if cut.found and cut.found[name]), None)
    return text.cut(*cut.found.span(group)) if group and cut.found else joined(())
