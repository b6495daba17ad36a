"""The command line. To be replaced by the real one."""

import argparse
import sys
from pathlib import Path

from provenance import __version__
from provenance.model.audit import Audit, Failure
from provenance.model.dossier import Dossier
from provenance.model.errors import ReadError
from provenance.model.settings import Declared, Profile, Settings
from provenance.pipeline import audit_bytes
from provenance.reports.json import render


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--format")
    parser.add_argument("--profile", default="gate")
    parser.add_argument("--published")
    parser.add_argument("--language")
    options = parser.parse_args()
    settings = Settings(
        profile=Profile(options.profile), declared=Declared(language=options.language, published=options.published)
    )
    dossiers: list[Dossier] = []
    failures: list[Failure] = []
    for path in sorted(options.paths):
        try:
            dossiers.extend(audit_bytes(Path(path).read_bytes(), path, settings))
        except ReadError as error:
            failures.append(Failure(path, str(error)))
    sys.stdout.write(render(Audit(tuple(dossiers), tuple(failures)), version=__version__))
    return 0
