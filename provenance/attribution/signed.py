"""Who signs an article: what its visible byline says, held against what its metadata declares."""

from collections.abc import Iterable, Sequence

from provenance.model.credit import Agent, AgentKind, Credit, Role

SIGNING = frozenset({Role.AUTHOR, Role.AGENCY})
BYLINE_LENGTH = 300
"""Characters within which the lines of one byline stand."""


def signers(credits: Iterable[Credit]) -> tuple[Agent, ...]:
    """The agents who sign, each once, in the order they are printed.

    People sign, with the wires named beside them; without people, wires, desks and last the outlet itself. A visible
    byline outranks metadata that names nobody it names only where the metadata names no people; where both share a
    name they complete each other. Without an author, the authors of the original sign.
    """
    found = sorted(credits, key=lambda credit: credit.span)
    visible = [credit for credit in found if credit.basis == "text" and credit.role in SIGNING]
    said = _most_reliable([credit for credit in found if credit.basis != "text" and credit.role in SIGNING])
    shown = _one_byline(visible, said)
    if chosen := _weighed(shown, said):
        return chosen
    originals = [agent for credit in found if credit.role is Role.ORIGINAL_AUTHOR for agent in credit.agents]
    return _signing(originals)


def _most_reliable(declared: Sequence[Credit]) -> list[Agent]:
    """The agents of the most reliable syntax that declares any."""
    best = max((credit.confidence for credit in declared), default=0.0)
    return [agent for credit in declared if credit.confidence == best for agent in credit.agents]


def _one_byline(visible: Sequence[Credit], said: Sequence[Agent]) -> list[Agent]:
    """The agents of the first byline, or of the first that shares a name with the metadata; others are of teasers."""
    anchor = next((credit for credit in visible if _shared(credit.agents, said)), None)
    anchor = anchor or next((credit for credit in visible if credit.people), None) or next(iter(visible), None)
    if anchor is None:
        return []
    near = (credit for credit in visible if abs(credit.span.start - anchor.span.start) <= BYLINE_LENGTH)
    return [agent for credit in near for agent in credit.agents]


def _weighed(shown: Sequence[Agent], said: Sequence[Agent]) -> tuple[Agent, ...]:
    if not _people(said):
        return _signing(shown) if _people(shown) else _signing(said) or _signing(shown)
    if not _people(shown):
        return _signing([*said, *(agent for agent in shown if agent.kind is AgentKind.AGENCY)])
    if not _shared(shown, said):
        return _signing(said)
    misread = [agent for agent in shown if any(_is_part(agent, other) for other in said)]
    return _signing([*said, *(agent for agent in shown if agent not in misread)])


def _people(agents: Iterable[Agent]) -> list[Agent]:
    return [agent for agent in agents if agent.kind is AgentKind.PERSON]


def _signing(agents: Sequence[Agent]) -> tuple[Agent, ...]:
    """People with the wires beside them, else everyone, each once."""
    if _people(agents):
        agents = [agent for agent in agents if agent.kind in (AgentKind.PERSON, AgentKind.AGENCY)]
    once: dict[str, Agent] = {}
    for agent in agents:
        once.setdefault(key(agent), agent)
    return tuple(
        agent for name, agent in once.items() if not any(set(name.split()) < set(other.split()) for other in once)
    )


def _shared(some: Iterable[Agent], others: Sequence[Agent]) -> bool:
    return any(key(agent) == key(other) or _is_part(agent, other) for agent in some for other in others)


def _is_part(agent: Agent, other: Agent) -> bool:
    """Whether one printing of a name goes on where the other ends: a line break or a control was read with it."""
    short, long = sorted((agent.name.casefold(), other.name.casefold()), key=len)
    return short != long and len(short) > 5 and long.startswith(short)


def key(agent: Agent) -> str:
    """Two printings of one name: case and order of its words do not matter ("McCARTHY, Bill")."""
    return " ".join(sorted("".join(char if char.isalnum() else " " for char in agent.name).casefold().split()))
