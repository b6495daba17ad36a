"""What a check is: one generator function under a decorator, in a file named after its rule."""

import sys
from collections.abc import Callable, Iterator, Mapping

from provenance.model.dossier import Dossier
from provenance.model.finding import NOTHING, Level, Value
from provenance.model.record import record
from provenance.model.rule import Example, Need, Rule
from provenance.model.text import Span


@record
class Observation:
    """What a check saw. The engine makes it a finding of the check's rule.

    `message` and `values` choose and fill one of the rule's messages; `level` and `confidence` default to the rule's
    level and certainty; `safe` allows `fix` to apply the replacement unseen; `related` are the other places compared,
    `in_origin` the one in the text of the origin; `cause` names what such damage comes from where more places show it.
    """

    span: Span
    message: str = "found"
    values: Mapping[str, Value] = NOTHING
    replacement: str | None = None
    safe: bool = False
    confidence: float = 1.0
    level: Level | None = None
    related: tuple[Span, ...] = ()
    in_origin: Span | None = None
    cause: str | None = None


@record
class Abstention:
    """A check that looked and could not decide says why, with one of the rule's messages."""

    message: str
    values: Mapping[str, Value] = NOTHING


Examine = Callable[[Dossier], Iterator[Observation | Abstention]]


@record
class Check:
    rule: Rule
    examine: Examine


def check(
    *,
    level: str,
    since: str,
    messages: Mapping[str, Mapping[str, str]],
    examples: tuple[Example, ...],
    needs: tuple[Need, ...] = (),
    languages: tuple[str, ...] = (),
) -> Callable[[Examine], Check]:
    """Declare a rule. Its id is the function's name, its page the module's docstring (first line the summary).

    `messages` holds one template for each key and locale: `{"found": {"en": "…{name}…", "fr": "…"}}`.
    """

    def declare(examine: Examine) -> Check:
        page = (sys.modules[examine.__module__].__doc__ or "").strip()
        rule = Rule(
            id=examine.__name__.replace("_", "-"),
            level=Level(level),
            summary=page.partition("\n")[0],
            page=page,
            since=since,
            messages=messages,
            examples=examples,
            needs=frozenset(needs),
            languages=languages,
        )
        return Check(rule, examine)

    return declare
