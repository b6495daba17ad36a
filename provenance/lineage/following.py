"""An article held against the pages it names as its origin, and those against the ones they name in turn.

A page that holds the text makes the step verified. One that cannot be fetched or compared leaves it declared, and says
why; one that holds another text casts doubt on it, but pages change: that is no verdict.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from provenance.layout.wording import wording
from provenance.lineage.given import RELATIONS, held_against
from provenance.lineage.links import address_key
from provenance.model.article import Article, blocks_over
from provenance.model.block import ARTICLE
from provenance.model.credit import Role
from provenance.model.dating import AnchorKind, DateBasis, PartialDate
from provenance.model.dossier import Dossier, Origin
from provenance.model.errors import ReadError
from provenance.model.finding import Unmeasured, Value, filled
from provenance.model.lineage import Basis, Derivation, Relation, Work
from provenance.model.record import replace
from provenance.model.text import Span
from provenance.registry.hosts import registered_domain
from provenance.registry.outlets import outlet_named
from provenance.words.language_names import LOCALES

Look = Callable[[str], tuple[Dossier, str]]
"""Brings the page at an address as a dossier that no rule judged, and the day it was fetched; raises ReadError."""

RULE = "source-mismatch"
HOPS, SOURCES = 3, 3
"""Pages in a row that are followed, and sources of one article that are fetched."""
LEAST_TEXT = 300
"""Characters of running text below which nothing can be compared: a notice, a form, the start of an article."""
DOUBT = 0.5
"""What is left of the confidence in a copy or a translation whose page holds another text."""
MADE_FROM = frozenset(RELATIONS.values())
FAILED = {
    "en": "the source declared, {url}, could not be checked: {reason}",
    "fr": "la source déclarée, {url}, n’a pas pu être vérifiée : {reason}",
}
ANOTHER = {
    "en": "the source declared, {url}, holds another text, “{headline}” ({day}): the page changed or the link is wrong",
    "fr": "la source déclarée, {url}, porte un autre texte, « {headline} » ({day}) : page changée ou lien erroné",
}
LATER = {
    "en": "the source declared, {url}, was changed on {day}, after this article: what differs is not told",
    "fr": "la source déclarée, {url}, a été modifiée le {day}, après cet article : les écarts ne sont pas relevés",
}
TOO_SHORT = "the page shows too little text to compare"
ONLY_SITE = "the address names a site and no page"
ENOUGH = "only the first sources of an article are fetched"


class Followed(NamedTuple):
    """A dossier with its steps checked, and the pages it was made from that have not changed since."""

    dossier: Dossier
    pages: tuple[Dossier, ...]


class Checked(NamedTuple):
    """What became of a step: it with those behind it, why it was not verified, and the page it was made from."""

    steps: tuple[Derivation, ...]
    unmeasured: tuple[Unmeasured, ...] = ()
    pages: tuple[Dossier, ...] = ()
    origins: tuple[Origin, ...] = ()


def followed(dossier: Dossier, look: Look, hops: int = HOPS, passed: frozenset[str] = frozenset()) -> Followed:
    """The dossier with each declared step checked that has an address, and the steps behind those that are verified.
    `passed` are the pages that led here, which a chain that closes does not read again."""
    article = dossier.article
    passed |= {address_key(url) for url in (article.url, article.path) if url}
    results: list[Checked] = []
    fetched = 0
    for step in dossier.chain:
        url = address_of(step, article)
        if url is None or address_key(url) in passed:
            results.append(Checked((step,)))
            continue
        fetched += 1
        results.append(checked(step, url, dossier, look if fetched <= SOURCES else refuse, hops, passed))
    made = replace(
        dossier,
        chain=tuple(step for result in results for step in result.steps),
        unmeasured=(*dossier.unmeasured, *(item for result in results for item in result.unmeasured)),
        origins=(*dossier.origins, *(origin for result in results for origin in result.origins)),
    )
    return Followed(made, tuple(page for result in results for page in result.pages))


def refuse(_url: str) -> tuple[Dossier, str]:
    raise ReadError(ENOUGH)


def address_of(step: Derivation, article: Article) -> str | None:
    """The address to read for a declared step: its own, else the one page of its site that the article links."""
    if step.relation is Relation.IMAGE or step.basis is not Basis.DECLARED:
        return None
    if step.origin.url:
        return step.origin.url
    outlet = outlet_named(step.origin.name) if step.origin.name else None
    domains = {step.origin.domain, *(outlet.domains if outlet else ())}
    linked = {address_key(link.url): link.url for link in article.links if is_own(article, link.span)}
    pages = [url for url in linked.values() if "://" in url and not is_site(url) and registered_domain(url) in domains]
    return pages[0] if len(pages) == 1 else None


def checked(step: Derivation, url: str, dossier: Dossier, look: Look, hops: int, passed: frozenset[str]) -> Checked:
    is_stated = step.origin.url is not None  # an address we only guess proves something, but its failure nothing
    try:
        if is_site(url):
            raise ReadError(ONLY_SITE)
        page, day = look(url)
        origin = held_against(dossier, page)
        if not origin.matches and len(running_text(page.article)) < LEAST_TEXT:
            raise ReadError(TOO_SHORT)
    except ReadError as error:
        return Checked((step,), (unmeasured(FAILED, url=url, reason=in_each_locale(str(error))),) if is_stated else ())
    if origin.matches:
        step = verified(step, origin, page, url, day)
        behind = followed(page, look, hops - 1, passed).dossier.chain if hops > 1 else page.chain
        steps = (step, *further(step.origin, page, behind))
        if changed := changed_since(page, dossier):
            return Checked(steps, (unmeasured(LATER, url=url, day=str(changed)),))
        return Checked(steps, (), (page,), (origin,))
    if not is_stated:
        return Checked((step,))
    headline = page.article.headline or page.article.text[page.article.first_line]
    return Checked((doubted(step, origin, url, day),), (unmeasured(ANOTHER, url=url, day=day, headline=headline[:80]),))


def verified(step: Derivation, origin: Origin, page: Dossier, url: str, day: str) -> Derivation:
    """The step with what its page tells of itself; a source that holds the whole text says more than its name."""
    said, found = step.origin, origin.work
    signed = tuple(name for credit in page.credits if credit.role is Role.AUTHOR for name in credit.people)
    return replace(
        step,
        relation=step.relation if step.relation in MADE_FROM else origin.relation,
        basis=Basis.VERIFIED,
        origin=Work(
            name=said.name or found.name,
            domain=said.domain or found.domain,
            url=url,
            path=found.path,
            language=found.language or said.language,
            published=found.published or said.published,
            authors=said.authors or signed,
        ),
        confidence=max(step.confidence, origin.confidence),
        evidence=(*step.evidence, f"compared with {url} as it was on {day}", *origin.evidence),
        likeness=origin.likeness,
    )


def doubted(step: Derivation, origin: Origin, url: str, day: str) -> Derivation:
    found = f"{url} held another text on {day}: {len(origin.likeness.passages)} sentences have a counterpart"
    certainty = step.confidence * (DOUBT if step.relation in MADE_FROM else 1.0)
    return replace(step, confidence=round(certainty, 2), evidence=(*step.evidence, found))


def further(origin: Work, page: Dossier, chain: tuple[Derivation, ...]) -> Iterator[Derivation]:
    """The steps behind a page, without the places in its text, which is not at hand."""
    for step in chain:
        if step.relation is not Relation.IMAGE:
            made = origin if step.made.path == page.article.path else step.made
            yield replace(step, made=made, spans=())


def changed_since(page: Dossier, dossier: Dossier) -> PartialDate | None:
    """The last day the page says it was changed or published, where that is after the article appeared."""
    own = dossier.dating.published if dossier.dating.basis is not DateBasis.SOURCE_URL else None
    kinds = (AnchorKind.PUBLISHED, AnchorKind.MODIFIED)
    days = [anchor.date for anchor in page.dating.anchors if anchor.kind in kinds and anchor.date.is_day]
    last = max(days, key=lambda day: day.first, default=None)
    return last if own and last and last.first > own.last else None


def is_site(url: str) -> bool:
    """Whether an address names a site and none of its pages."""
    return "/" not in address_key(url)


def is_own(article: Article, span: Span) -> bool:
    return any(block.kind in ARTICLE for block in blocks_over(article, span))


def running_text(article: Article) -> str:
    return " ".join(article.text[block.span] for block in article.prose)


def unmeasured(templates: dict[str, str], **values: Value) -> Unmeasured:
    return Unmeasured(RULE, filled(templates, values))


def in_each_locale(reason: str) -> dict[str, str]:
    return {locale: wording(locale).reason(reason) for locale in LOCALES}
