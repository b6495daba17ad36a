"""Apply safe replacements in place: never inside a quotation, and nothing but the words they name."""

import argparse
import difflib
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from provenance import __version__
from provenance.gate.verdict import exit_code
from provenance.inputs import STDIN, Input, is_address
from provenance.layout.display import neutral
from provenance.layout.wording import Wording
from provenance.mending.rewrite import Left, rewrite
from provenance.model.errors import UsageError
from provenance.model.patterns import pattern
from provenance.model.record import replace
from provenance.model.settings import Settings
from provenance.pipeline import audit_inputs, content_of
from provenance.terminal.options import adapt, add_articles, add_rules, add_running
from provenance.terminal.outputs import STDOUT, put, say
from provenance.terminal.rewriting import replace_file
from provenance.terminal.run import prepare

MEANINGLESS = frozenset({"--online"})
HELP = {"paths": "a file, a folder, or - for standard input"}
ROUNDS = 10
"""Passes over one file: a replacement may make room for another. More than a few means they undo each other."""
LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass
class Mending:
    """One file: what it was, what it becomes, and what was left."""

    path: str
    old: bytes
    new: bytes
    before: str = ""
    after: str = ""
    made: int = 0
    left: Counter[Left] = field(default_factory=Counter)
    restless: bool = False


def register(parser: argparse.ArgumentParser) -> None:
    add_articles(parser)
    add_rules(parser)
    output = parser.add_argument_group("what is written")
    output.add_argument("--diff", action="store_true", help="only show what would change")
    output.add_argument("--unsafe", action="store_true", help="apply every replacement, not only the safe ones")
    add_running(output)
    adapt(parser, MEANINGLESS, HELP)


def run(options: argparse.Namespace) -> int:
    if STDIN in options.paths and not options.diff:
        raise UsageError("fix changes files in place; of standard input it can only show the --diff")
    if any(map(is_address, options.paths)):
        raise UsageError("fix changes files in place; a page on the web is not ours to change")
    ready = prepare(options, format="text", fail_on=None, version=__version__)
    if ready is None:
        return 0
    audit = ready.audit(bar=False)
    readable = {dossier.article.path for dossier in audit.dossiers}
    mendings = [mend(item, ready.settings, unsafe=options.unsafe) for item in ready.inputs if item.path in readable]
    for item in ready.inputs:
        if any(path.startswith(f"{item.path}#") for path in readable):
            say(ready.words("fix.members", path=neutral(item.path)))
    for mending in mendings:
        if mending.restless:
            say(ready.words("fix.restless", path=neutral(mending.path)))
    changed = [mending for mending in mendings if mending.new != mending.old]
    if options.diff:
        put("".join(line for mending in changed for line in difference(mending)), STDOUT)
    else:
        changed = [mending for mending in changed if written(mending, ready.words)]
    for failure in audit.failures:
        say(f"{neutral(failure.path)}{ready.words('colon')}{ready.words.reason(neutral(failure.reason))}")
    if ready.view.summary:
        line = account(mendings, changed, ready.words, only_shown=options.diff)
        say(line) if options.diff else put(line + "\n", STDOUT)
    return exit_code(audit, ready.settings.fail_on)


def mend(item: Input, settings: Settings, *, unsafe: bool) -> Mending:
    """Rewrite until nothing is left to do, so that a second run changes nothing."""
    data = content_of(item)
    mending = Mending(item.path, data, data)
    seen = {data}
    for _ in range(ROUNDS):
        audit = audit_inputs([Input(item.path, data=mending.new)], replace(settings, jobs=1))
        if len(audit.dossiers) != 1:
            return mending
        (dossier,) = audit.dossiers
        result = rewrite(mending.new, dossier.article, dossier.findings, unsafe=unsafe)
        mending.left = result.left
        mending.after = dossier.article.text.source.content
        mending.before = mending.before or mending.after
        if not result.made:
            return mending
        if result.data in seen:
            break
        seen.add(result.data)
        mending.new, mending.made = result.data, mending.made + len(result.made)
    return Mending(item.path, data, data, left=mending.left, restless=True)


def written(mending: Mending, words: Wording) -> bool:
    if replace_file(mending.path, mending.old, mending.new):
        return True
    say(words("fix.changed", path=neutral(mending.path)))
    return False


def difference(mending: Mending) -> Iterator[str]:
    """A unified diff as `patch` reads it, with the line ends of the file."""
    before, after = LINE.findall(mending.before), LINE.findall(mending.after)
    on_terminal = sys.stdout.isatty()
    for line in difflib.unified_diff(before, after, f"a/{mending.path}", f"b/{mending.path}"):
        whole = line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n"
        yield f"{neutral(whole.rstrip())}\n" if on_terminal else whole


def account(mendings: list[Mending], changed: list[Mending], words: Wording, *, only_shown: bool) -> str:
    """`3 replacements in 2 files; left as they are: 1 in quotations`."""
    made = words.count("replacement", sum(mending.made for mending in changed))
    files = words.count("file", len(changed))
    line = words("fix.would" if only_shown else "fix.done", made=made, files=files) if changed else words("fix.nothing")
    left = sum((mending.left for mending in mendings), Counter[Left]())
    told = [words(f"fix.{reason}", n=left[reason]) for reason in Left if left[reason]]
    return line + (f"{words('semicolon')}{words('fix.left')}{words('colon')}{', '.join(told)}" if told else "")
