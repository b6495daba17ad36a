"""Who signs an article: what its visible byline says, held against what its metadata declares."""

from collections.abc import Callable, Iterable, Sequence

from provenance.model.credit import Agent, AgentKind, Credit, Role

SIGNING = frozenset({Role.AUTHOR, Role.AGENCY})
MARKED = "byline"
"""The evidence of bylines that the page itself marks as such."""
SURE = 1.0
BYLINE_LENGTH = 300
"""Characters within which the lines of one byline stand."""


def signers(credits: Iterable[Credit]) -> tuple[Agent, ...]:
    """The agents who sign, each once, in the order they are printed.

    People sign, with the wires named beside them; without people, wires, desks and last the outlet itself. Where the
    visible byline and the metadata share a name they complete each other, and where they do not, metadata that names
    people outranks the byline, which may be another article's. Without an author, the authors of the original sign.
    """
    found = sorted(credits, key=lambda credit: credit.span)
    declared = [credit for credit in found if credit.basis != "text" and credit.role in SIGNING]
    best = max((credit.confidence for credit in declared), default=0.0)
    said = [agent for credit in declared if credit.confidence == best for agent in credit.agents]
    visible = [
        credit for credit in found if credit.basis == "text" and _signs(credit, said if best >= SURE else _people(said))
    ]
    shown = _one_byline(visible, said)
    if chosen := _weighed(shown, said, sure=best >= SURE):
        return chosen
    originals = [agent for credit in found if credit.role is Role.ORIGINAL_AUTHOR for agent in credit.agents]
    return _signing(originals)


def _signs(credit: Credit, beside: Sequence[Agent]) -> bool:
    """A wire named as a source or at the end signs only where nobody else is declared to."""
    return credit.role is Role.AUTHOR or (credit.role is Role.AGENCY and (credit.evidence == MARKED or not beside))


def _one_byline(visible: Sequence[Credit], said: Sequence[Agent]) -> list[Agent]:
    """The agents of the first byline, or of the first that shares a name with the metadata; others are of teasers."""
    choices: tuple[Callable[[Credit], object], ...] = (
        lambda credit: credit.people and _shared(credit.agents, said),
        lambda credit: credit.people and credit.evidence == MARKED,
        lambda credit: credit.people,
        lambda credit: bool(credit.agents),
    )
    anchor = next((credit for choice in choices for credit in visible if choice(credit)), None)
    if anchor is None:
        return []
    alike = [credit for credit in visible if credit.evidence == MARKED or anchor.evidence != MARKED]
    near = (credit for credit in alike if abs(credit.span.start - anchor.span.start) <= BYLINE_LENGTH)
    return [agent for credit in near for agent in credit.agents]


def _weighed(shown: Sequence[Agent], said: Sequence[Agent], *, sure: bool) -> tuple[Agent, ...]:
    """`sure` metadata describe this article alone and complete its byline; other metadata only correct its spelling."""
    if not _people(said):
        wires = [agent for agent in shown if agent.kind is AgentKind.AGENCY and not _shared([agent], said)]
        if _people(shown):
            return _signing(shown)
        return _signing(wires) or (_signing(said) if sure else ()) or _signing(shown) or _signing(said)
    if not _people(shown):
        return _signing([*said, *(agent for agent in shown if agent.kind is AgentKind.AGENCY)])
    if not _shared(shown, said):
        return _signing(said)
    accounts = [agent for agent in said if " " not in agent.name and any(_is_part(agent, other) for other in shown)]
    spelt = [agent for agent in said if agent not in accounts]
    well_read = [agent for agent in shown if not any(_is_part(agent, other) for other in spelt)]
    if sure or len(well_read) < len(shown) or len(_people(said)) > len(_people(shown)) + 1:
        return _signing([*spelt, *well_read])
    return _signing(well_read)


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
    """Whether one printing goes on where the other ends, by a further name or by words that were read with it, or is
    an account made of the other ("arianneschmidt")."""
    short, long = sorted((agent.name.casefold(), other.name.casefold()), key=len)
    if short == long:
        return False
    begins = long.startswith(short) and (len(short) > 5 or long.startswith(f"{short} "))
    return begins or (" " not in short and key(agent, "") == key(other, ""))


def key(agent: Agent, between: str = " ") -> str:
    """Two printings of one name: case and order of its words do not matter ("McCARTHY, Bill")."""
    words = "".join(char if char.isalnum() else " " for char in agent.name).casefold().split()
    return between.join(sorted(words) if between else words)
