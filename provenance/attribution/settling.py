"""Settles what several phrases found: the longer of two rival readings, twins in two languages, whose byline it is."""

from collections import defaultdict, deque
from collections.abc import Iterable

from provenance.model.article import Article, blocks_over
from provenance.model.credit import AgentKind, Credit, Role
from provenance.model.patterns import pattern
from provenance.model.record import replace
from provenance.model.text import Span

TOGETHER = frozenset(
    {
        Role.AI_DISCLOSURE,
        Role.TRANSLATION,
        Role.TRANSLATOR,
        Role.REPUBLICATION,
        Role.ORIGINAL_AUTHOR,
        Role.CONTACT,
        Role.CORRECTION,
    }
)
"""Roles of which one statement may hold several."""

SHARED = frozenset({Role.AUTHOR, Role.IMAGE})
"""One byline may say who wrote and who took the pictures."""

PICTURED = frozenset({Role.AI_DISCLOSURE, Role.IMAGE})
"""A picture's credit may say that a machine made it."""

SIGNED_WITH = frozenset({Role.AUTHOR, Role.AGENCY})
"""A byline may name the agency whose copy went into the text."""

HELPED = frozenset({Role.AGENCY, Role.CONTRIBUTOR})
"""An agency may be named among the people who helped."""

MADE_BY = frozenset({Role.SOURCE, Role.ORIGINAL_AUTHOR})
"""A source may be named with who wrote it."""

TWINS = frozenset({Role.AI_DISCLOSURE, Role.CONTACT, Role.REPUBLICATION, Role.TRANSLATION})
BESIDE = frozenset({Role.CONTACT, Role.CORRECTION, Role.RIGHTS, Role.DATELINE})
"""Roles of statements that stand beside a note's."""

DIVIDED = frozenset({Role.TRANSLATOR, Role.EDITOR})
"""Roles whose phrases may take the next label's names for their own."""

SHARPER = frozenset(
    {
        (Role.AUTHOR, Role.ORIGINAL_AUTHOR),
        (Role.SOURCE, Role.TRANSLATION),
        (Role.SOURCE, Role.REPUBLICATION),
        (Role.REPUBLICATION, Role.TRANSLATION),
        (Role.IMAGE, Role.AGENCY),
    }
)
"""The role in which a phrase saw somebody, and the one in which a note of the same run knows better."""

BESIDE_IT = 3
"""Characters between a statement and the sentence that leads to what it names."""

MOST_BESIDE = 4
STRETCH = 512
"""Characters of the stretches in which credits are compared."""

MOST_TWINS = 30
"""Statements of a role before one among which its twin is looked for."""

ARTICLE = pattern(r"(?:l'|(?:the|les?|la|el|il|der|die|das|de|het) )")
WORKS = frozenset({Role.TRANSLATION, Role.REPUBLICATION})
MADE_FROM = WORKS | {Role.TRANSLATOR}
CERTAIN = 0.6


def settle(article: Article, credits: Iterable[Credit], notes: Iterable[Credit] = ()) -> tuple[Credit, ...]:
    """The credits that stand, in reading order; of a phrase and a note on one run, the one that tells more."""
    kept = _without_echoes(_with_notes(_without_rivals(credits), notes))
    return _bylines_of_origin(_twins_merged(article, sorted(kept, key=lambda credit: (credit.span, credit.role))))


def _without_rivals(credits: Iterable[Credit]) -> list[Credit]:
    """The credits but those that a longer one tells better; only what stands in the same stretches is compared."""
    kept: list[Credit] = []
    nearby: defaultdict[int, list[Credit]] = defaultdict(list)
    for credit in sorted(credits, key=_rank):
        stretches = range(credit.span.start // STRETCH, credit.span.end // STRETCH + 1)
        if not any(_rival(credit, other) for stretch in stretches for other in nearby.get(stretch, ())):
            kept.append(credit)
            for stretch in stretches:
                nearby[stretch].append(credit)
    return kept


def _with_notes(phrased: list[Credit], notes: Iterable[Credit]) -> list[Credit]:
    """What a note tells besides the phrases found in it; a phrase stands where both say the same."""
    kept, by_span = phrased, dict[Span, list[Credit]]()
    for credit in notes:
        by_span.setdefault(credit.span, []).append(credit)
    for span, told in by_span.items():
        rivals = [credit for credit in kept if credit.span.overlaps(span) and credit.role not in BESIDE]
        for credit in told:
            weaker = [other for other in rivals if _gives_way(other, credit, told)]
            rivals = [other for other in rivals if other not in weaker]
            if weaker or not any(_says_already(other, credit, told) for other in rivals):
                kept = [*(other for other in kept if other not in weaker), credit]
    return kept


def _without_echoes(credits: list[Credit]) -> list[Credit]:
    """The credits but those that only lead, right behind it, to the work that another one names."""
    kept, works = list[Credit](), deque[Credit](maxlen=MOST_BESIDE)
    for credit in sorted(credits, key=lambda credit: (credit.span.start, credit.role is not Role.TRANSLATION)):
        if any(_echoes(credit, work) for work in works):
            continue
        kept.append(credit)
        if credit.role in WORKS:
            works.append(credit)
    return kept


def _echoes(credit: Credit, work: Credit) -> bool:
    """Whether a credit stands in or right behind another's statement and names no other work."""
    leads = credit.role is Role.SOURCE or (credit.role is Role.REPUBLICATION and work.role is Role.TRANSLATION)
    if not leads or credit.span.start - work.span.end > BESIDE_IT:
        return False
    same_place = credit.domain is None or credit.domain == work.domain
    return same_place and (not credit.agents or _names(credit) == _names(work))


def _gives_way(phrased: Credit, noted: Credit, told: list[Credit]) -> bool:
    """Whether a note says better what a phrase saw: of the original, how it was used, whom it names."""
    if phrased.role is noted.role:
        own, named = _names(noted), _names(phrased)
        divided = noted.role in DIVIDED and own < named <= frozenset[str]().union(*map(_names, told))
        misread = not own & named and named <= frozenset[str]().union(*(_names(other) for other in told))
        fuller = own == named and any(getattr(noted, fact) and not getattr(phrased, fact) for fact in ("url", "date"))
        return bool(own) and (divided or misread or fuller or not named)
    return (phrased.role, noted.role) in SHARPER


def _says_already(phrased: Credit, noted: Credit, told: list[Credit]) -> bool:
    """Whether a phrase credits what the note does, be it in another role that the note does not give."""
    if phrased.role is noted.role:
        return True
    again = frozenset[str]().union(*(_names(other) for other in told if other.role is phrased.role))
    own, named = _names(noted), _names(phrased)
    spelt = all(any(name in other or other in name for other in named) for name in own)
    return bool(own) and spelt and not own <= again


def _names(credit: Credit) -> frozenset[str]:
    """Whom a credit names: its agents, or the site that stands for them."""
    named = frozenset(ARTICLE.sub("", agent.name.lower()) for agent in credit.agents)
    return named or frozenset({credit.domain} if credit.domain else ())


def _rank(credit: Credit) -> tuple[int, bool, float, Span, str]:
    return (
        credit.span.start - credit.span.end,
        credit.role not in (Role.IMAGE, Role.DATELINE),
        -credit.confidence,
        credit.span,
        credit.role,
    )


def _rival(credit: Credit, other: Credit) -> bool:
    if not credit.span.overlaps(other.span):
        return False
    roles = {credit.role, other.role}
    if roles in (SHARED, HELPED, MADE_BY) and credit.evidence == other.evidence:
        return False
    return credit.role is other.role or not any(roles <= friends for friends in (TOGETHER, PICTURED, SIGNED_WITH))


def _twins_merged(article: Article, credits: list[Credit]) -> list[Credit]:
    """One statement printed in two languages in one paragraph is one credit with a second place."""
    merged: list[Credit] = []
    near: dict[Role, deque[int]] = {role: deque(maxlen=MOST_TWINS) for role in TWINS}
    for credit in credits:
        if credit.role not in TWINS:
            merged.append(credit)
            continue
        at = next((number for number in near[credit.role] if _is_twin(article, merged[number], credit)), None)
        if at is None:
            near[credit.role].append(len(merged))
            merged.append(credit)
        else:
            twin = merged[at]
            merged[at] = replace(
                twin,
                also=(*twin.also, credit.span),
                ai_uses=twin.ai_uses if len(twin.ai_uses) >= len(credit.ai_uses) else credit.ai_uses,
                human_review=credit.human_review if twin.human_review is None else twin.human_review,
            )
    return merged


def _is_twin(article: Article, one: Credit, other: Credit) -> bool:
    if _language(one) == _language(other):
        return False
    between = blocks_over(article, Span(one.span.end, other.span.start + 1))
    return not any(one.span.end <= block.span.start for block in between)


def _language(credit: Credit) -> str:
    return credit.evidence.partition("]")[0]


def _bylines_of_origin(credits: list[Credit]) -> tuple[Credit, ...]:
    """The byline of a declared translation or republication names the authors of the original, unless the article names
    those elsewhere: then whoever signs made this version."""
    copied = any(credit.role in MADE_FROM and credit.confidence >= CERTAIN for credit in credits)
    named = any(credit.role is Role.ORIGINAL_AUTHOR for credit in credits)
    if not copied or named:
        return tuple(credits)
    return tuple(_of_the_original(credit) if credit.role is Role.AUTHOR else credit for credit in credits)


def _of_the_original(byline: Credit) -> Credit:
    people = tuple(agent for agent in byline.agents if agent.kind is not AgentKind.AGENCY)
    return replace(byline, role=Role.ORIGINAL_AUTHOR, agents=people or byline.agents)
