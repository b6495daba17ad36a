"""The ways texts write the names of outlets: whole, short, without their article, and inflected."""

import re
from functools import cache
from typing import NamedTuple

from provenance.model.outlet import Outlet, OutletKind
from provenance.model.text import plain
from provenance.registry.outlets import guarded_forms, outlets
from provenance.words.literals import Literals

OWN_ARTICLE = re.compile(r"(?:The|Le|La|Les|El|Los|La|Il|Lo|I|O|A|Os|Der|Die|Das|De|Het|de|der) |L'")


class Form(NamedTuple):
    """One way to write an outlet: whether it needs an article before it, and whether context must vouch for it.

    `language`: in texts of another language this form is too short to mean the outlet.
    """

    outlet: Outlet
    needs_article: bool = False
    guarded: bool = False
    strictly: bool = False
    language: str | None = None


@cache
def forms() -> dict[str, Form]:
    """Every way to write every outlet; whole names outrank aliases, both outrank what an article was cut from."""
    marked = guarded_forms()
    known: dict[str, Form] = {}
    cut: dict[str, Form] = {}
    for outlet in outlets():
        if outlet.kind in (OutletKind.SITE, OutletKind.PLATFORM):
            continue
        for printed in (outlet.name, *outlet.aliases):
            strictly = f"{printed}!" in marked
            form = Form(outlet, guarded=strictly or printed in marked, strictly=strictly)
            for written in (plain(printed), *inflected(printed, outlet.language)):
                known.setdefault(written, form)
                core = OWN_ARTICLE.sub("", written, count=1) if OWN_ARTICLE.match(written) else ""
                if core[:1].isupper():
                    alone = " " not in core and "-" not in core
                    only = outlet.language if form.guarded else None
                    cut.setdefault(core, form._replace(needs_article=alone, language=only))
    return {**cut, **known}


def inflected(name: str, language: str | None) -> list[str]:
    """German names that open with an adjective: `Süddeutsche Zeitung` is `Süddeutschen Zeitung` after a preposition."""
    words = name.split()
    if language != "de" or len(words) < 2:
        return []
    changed = [f"{word}n" if len(word) > 4 and word.endswith("e") else word for word in words[:-1]]
    last = f"{words[-1]}n" if words[-1].endswith(("gemeine", "deutsche", "fälische")) else words[-1]
    return [" ".join([*changed, last])] if [*changed, last] != words else []


@cache
def names() -> Literals[str]:
    return Literals((written, written) for written in forms())
