"""What may be printed about where an article comes from: only what it declares, and what is missing of it."""

from provenance.model.credit import AgentKind, AiUse, Credit, Role
from provenance.model.dating import DateBasis
from provenance.model.dossier import Dossier
from provenance.model.lineage import Basis, Derivation, Relation
from provenance.model.record import record, replace

MADE_FROM = (Relation.TRANSLATION, Relation.REPUBLICATION, Relation.REWRITE, Relation.SOURCE)
"""Relations a credit line speaks of, the one that says most first."""


@record
class Party:
    """Somebody to be named: a person, or an organisation."""

    name: str
    is_person: bool


@record
class Established:
    """The facts of one article. `origin` is the step back to what it was made from; `missing` names the gaps in the
    order they would be printed: author, language, translator, original, outlet, date, url."""

    headline: str | None
    language: str | None
    published: str | None
    publisher: str | None
    url: str | None
    authors: tuple[Party, ...]
    translators: tuple[Party, ...]
    agencies: tuple[Party, ...]
    origin: Derivation | None
    ai_uses: tuple[AiUse, ...]
    human_review: bool | None
    missing: tuple[str, ...]

    @property
    def is_translation(self) -> bool:
        return self.origin is not None and self.origin.relation is Relation.TRANSLATION


def established(dossier: Dossier) -> Established:
    article, dating, origin = dossier.article, dossier.dating, main_step(dossier)
    agencies = tuple({**wires(dossier), **{party.name: party for party in parties(dossier, Role.AGENCY)}}.values())
    of_origin = set(origin.origin.authors) if origin else set()
    authors = tuple(party for party in parties(dossier, Role.AUTHOR) if party.name not in of_origin)
    translators = parties(dossier, Role.TRANSLATOR)
    uses = tuple(dict.fromkeys(use for credit in disclosures(dossier) for use in credit.ai_uses))
    said = [credit.human_review for credit in disclosures(dossier) if credit.human_review is not None]
    if origin and origin.origin.name in {agency.name for agency in agencies}:
        origin = None  # an agency is credited by its name alone
    dated = dating.published is not None and dating.basis is not DateBasis.SOURCE_URL
    return Established(
        headline=article.headline,
        language=article.language,
        published=str(dating.published) if dated else None,
        publisher=article.publisher,
        url=article.url,
        authors=tuple(party for party in authors if party not in translators and party not in agencies),
        translators=translators,
        agencies=agencies,
        origin=origin,
        ai_uses=uses,
        human_review=all(said) if said else None,
        missing=gaps(origin, bool(authors or agencies), bool(translators) or AiUse.TRANSLATION in uses),
    )


def main_step(dossier: Dossier) -> Derivation | None:
    """The declared step that says most of where the text comes from; what was only inferred is not printed.

    Authors named apart from the one work that is named are that work's.
    """
    steps = [
        step for step in dossier.chain if step.basis is not Basis.INFERRED and step.made.path == dossier.article.path
    ]
    told = [step for step in steps if step.relation in MADE_FROM]
    named = [step for step in told if step.origin.url or step.origin.name]
    main = min(named or told, key=lambda step: MADE_FROM.index(step.relation), default=None)
    authors = tuple(name for step in told if step not in named for name in step.origin.authors)
    if main is None or len(named) != 1 or main.origin.authors or not authors:
        return main
    return replace(main, origin=replace(main.origin, authors=authors))


def parties(dossier: Dossier, role: Role) -> tuple[Party, ...]:
    agents = (agent for credit in dossier.credits if credit.role is role for agent in credit.agents)
    named = {agent.name: Party(agent.name, agent.kind is AgentKind.PERSON) for agent in agents}
    return tuple(named.values())


def wires(dossier: Dossier) -> dict[str, Party]:
    """The agencies that datelines name."""
    datelines = (credit for credit in dossier.credits if credit.role is Role.DATELINE)
    agents = (agent for credit in datelines for agent in credit.agents if agent.kind is AgentKind.AGENCY)
    return {agent.name: Party(agent.name, is_person=False) for agent in agents}


def disclosures(dossier: Dossier) -> list[Credit]:
    return [credit for credit in dossier.credits if credit.role is Role.AI_DISCLOSURE]


def gaps(origin: Derivation | None, signed: bool, translated: bool) -> tuple[str, ...]:
    if origin is None:
        return () if signed else ("author",)
    work, is_translation = origin.origin, origin.relation is Relation.TRANSLATION
    known = {
        "language": bool(work.language) or not is_translation,
        "translator": translated or not is_translation,
        "original": bool(work.authors) or origin.relation is Relation.SOURCE,
        "outlet": bool(work.name or work.domain),
        "date": bool(work.published) or origin.relation is Relation.SOURCE,
        "url": bool(work.url),
    }
    return tuple(name for name, is_known in known.items() if not is_known)
