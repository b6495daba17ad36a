"""Learn names and outlets from an archive into a small readable file that audits then use."""

import argparse
from functools import partial
from pathlib import Path

from provenance import __version__
from provenance.gate.configuration import Configuration
from provenance.gate.house_file import USUAL_NAME, load, written
from provenance.gate.verdict import CLEAN, INCOMPLETE
from provenance.inputs import Input, is_address
from provenance.layout.display import neutral
from provenance.learning.sightings import Sighting, sighting
from provenance.learning.tally import Tally, merged
from provenance.model.audit import Failure
from provenance.model.errors import ReadError, UsageError
from provenance.model.house import House, Learnt
from provenance.model.record import replace
from provenance.model.settings import Settings
from provenance.pipeline import audit_data, content_of, each
from provenance.terminal.options import adapt, add_articles, add_running
from provenance.terminal.outputs import put, say
from provenance.terminal.progress import Progress
from provenance.terminal.run import prepare
from provenance.terminal.settling import configuration

MEANINGLESS = frozenset({"--published", "--url", "--origin", "--online", "--cache-dir", "--no-cache"})
"""Options of an audit that mean nothing where names are learnt, and are not in the help."""
HELP = {"paths": "a file, a folder, or - for standard input"}

Lesson = tuple[list[Sighting], list[Failure]]


def register(parser: argparse.ArgumentParser) -> None:
    add_articles(parser)
    output = parser.add_argument_group("the house file")
    add_running(output)
    output.add_argument("-o", "--output", metavar="FILE", help=f"write here ({USUAL_NAME}); what is there is kept")
    output.add_argument("--config", metavar="FILE", help="this configuration instead of the nearest provenance.toml")
    adapt(parser, MEANINGLESS, HELP)
    parser.set_defaults(select=None, ignore=None, fail_on=None, baseline=None, show_settings=False, today=None)
    parser.set_defaults(profile=None, house="")


def run(options: argparse.Namespace) -> int:
    if options.online or any(map(is_address, options.paths)):
        raise UsageError("learn reads files and no pages of the web: save them, and learn from those")
    config = configuration(options)
    target = Path(options.output) if options.output else usual_target(config)
    old = load(target) if target.exists() else Learnt()
    options.output = []
    ready = prepare(options, format="table", fail_on=None, version=__version__)
    if ready is None:
        return CLEAN
    tally, failures = Tally(), list[Failure]()
    settings = replace(ready.settings, house=House())
    progress = Progress(len(ready.inputs), ready.words("progress.learning"), shown=not options.quiet)
    lessons = each(partial(lesson, settings), ready.inputs, settings.jobs, lost)
    for item, (sightings, failed) in zip(ready.inputs, lessons, strict=True):
        for seen in sightings:
            tally.add(seen)
        failures += failed
        progress(item.path)
    progress.close()
    for failure in failures:
        say(f"{neutral(failure.path)}{ready.words('colon')}{ready.words.reason(neutral(failure.reason))}")
    if not tally.contents:
        return INCOMPLETE
    learnt = merged(old, tally.learnt())
    put(written(learnt, target.name), str(target))
    if not options.quiet:
        told = {"names": ready.words.count("name", len(learnt.names)), "path": neutral(str(target))}
        articles = ready.words.count("article", len(tally.contents))
        say(ready.words("learn.written", **told, articles=articles))
        if not (learnt.names or learnt.outlets):
            say(ready.words("learn.nothing"))
        if "house" not in config.values:
            say(ready.words("learn.name-it", name=target.name))
    return INCOMPLETE if failures else CLEAN


def usual_target(config: Configuration) -> Path:
    """The file the configuration names, else one beside it, else one where we are."""
    named: Path | None = config.values.get("house")
    return named or (config.path.parent if config.path else Path()) / USUAL_NAME


def lesson(settings: Settings, item: Input) -> Lesson:
    """What the articles of an input teach: read and credited, but judged by no rule."""
    try:
        data = content_of(item)
    except ReadError as error:
        return [], [Failure(item.path, str(error))]
    dossiers, failures = audit_data(data, item.path, settings, ())
    return [sighting(dossier) for dossier in dossiers], failures


def lost(item: Input) -> Lesson:
    return [], [Failure(item.path, "the process that read it died")]
