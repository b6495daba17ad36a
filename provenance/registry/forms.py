"""The ways texts write the names of outlets: whole, short, without their article, and inflected."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from provenance.lexicon.prepared import Prepared
from provenance.model import text
from provenance.model.outlet import Outlet, OutletKind
from provenance.model.patterns import pattern
from provenance.model.text import plain
from provenance.registry import outlets as outlets_module
from provenance.registry.outlets import guarded_forms, outlet_at, outlets
from provenance.words.literals import Literals

OWN_ARTICLE = pattern(r"(?:The|Le|La|Les|El|Los|La|Il|Lo|I|O|A|Os|Der|Die|Das|De|Het|de|der) |L'")


class Form(NamedTuple):
    """One way to write an outlet: whether it needs an article before it, and whether context must vouch for it.

    `language`: in texts of another language this form is too short to mean the outlet.
    """

    outlet: Outlet
    needs_article: bool = False
    guarded: bool = False
    strictly: bool = False
    language: str | None = None


def rows_of_forms() -> dict[str, tuple[int, bool, bool, bool, str | None]]:
    """Every way to write every outlet, with its row in the registry and the rest of its `Form`; whole names outrank
    aliases, both outrank what an article was cut from."""
    marked = guarded_forms()
    known: dict[str, tuple[int, bool, bool, bool, str | None]] = {}
    cut: dict[str, tuple[int, bool, bool, bool, str | None]] = {}
    for number, outlet in enumerate(outlets()):
        if outlet.kind in (OutletKind.SITE, OutletKind.PLATFORM):
            continue
        for printed in (outlet.name, *outlet.aliases):
            strictly = f"{printed}!" in marked
            guarded = strictly or printed in marked
            for written in (plain(printed), *inflected(printed, outlet.language)):
                known.setdefault(written, (number, False, guarded, strictly, None))
                core = OWN_ARTICLE.sub("", written, count=1) if OWN_ARTICLE.match(written) else ""
                if core[:1].isupper():
                    alone = " " not in core and "-" not in core
                    cut.setdefault(core, (number, alone, guarded, strictly, outlet.language if guarded else None))
    return {**cut, **known}


FORMS = Prepared("outlet-forms", rows_of_forms, (__file__, outlets_module.__file__, text.__file__))


@cache
def forms() -> Mapping[str, Sequence[Any]]:
    """`rows_of_forms`, prepared."""
    known: Mapping[str, Sequence[Any]] = FORMS.load()
    return known


@cache
def form_of(written: str) -> Form:
    """One way to write an outlet."""
    number, *rest = forms()[written]
    return Form(outlet_at(number), *rest)


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
