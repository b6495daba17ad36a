"""What is known of an article, in words: who wrote it, where it comes from, how it got here, what was found."""

from collections import Counter
from collections.abc import Iterable, Iterator

from provenance.layout.display import one_line
from provenance.layout.wording import Wording
from provenance.model.audit import Audit
from provenance.model.credit import Credit, Role
from provenance.model.dating import DateBasis
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding, Level, Unmeasured
from provenance.model.lineage import Derivation, OriginStatus, Relation, Work

LEVELS = (Level.ERROR, Level.WARNING, Level.NOTE)
SOURCE = "source-mismatch"
"""The rule whose measure needs the page of a source."""
SIGNING = (Role.AUTHOR, Role.ORIGINAL_AUTHOR, Role.AGENCY, Role.TRANSLATOR)


def told(dossier: Dossier) -> list[Finding]:
    """The findings that were not suppressed."""
    return [finding for finding in dossier.findings if finding.suppressed is None]


def suppressed(dossier: Dossier) -> list[Finding]:
    return [finding for finding in dossier.findings if finding.suppressed is not None]


def tally(dossiers: Iterable[Dossier]) -> Counter[Level]:
    return Counter(finding.level for dossier in dossiers for finding in told(dossier))


def counts(found: Counter[Level], words: Wording) -> str:
    """`2 errors, 1 note`, or that nothing was found."""
    parts = [words.count(level, found[level]) for level in LEVELS if found[level]]
    return ", ".join(parts) or words("nothing-found")


def signed_by(dossier: Dossier, role: Role) -> list[str]:
    """The names that sign in a role, each once, in reading order."""
    credits = [credit for credit in dossier.credits if credit.role is role]
    return list(dict.fromkeys(one_line(agent.name) for credit in credits for agent in credit.agents))


def authors(dossier: Dossier, words: Wording) -> str:
    """Who wrote the article, as far as it says."""
    parts, told_apart = [], {name for role in SIGNING[1:] for name in signed_by(dossier, role)}
    for role in SIGNING:
        names = [name for name in signed_by(dossier, role) if role is not Role.AUTHOR or name not in told_apart]
        parts += [words(f"signed.{role}", names=", ".join(names))] if names else []
    return words("semicolon").join(parts) or words("unstated")


def named(work: Work) -> str | None:
    """A work by the name it goes by."""
    known = work.name or work.domain or work.url or work.path
    return one_line(known) if known else None


def origin(dossier: Dossier, words: Wording) -> str:
    """Where the article comes from, with what that rests on."""
    publisher = dossier.article.publisher or dossier.publisher_domain
    if dossier.origin_status is OriginStatus.ORIGINAL and publisher:
        return words("origin.original-of", name=one_line(publisher))
    names = list(dict.fromkeys(name for step in written(dossier) if (name := origin_name(step.origin, words))))
    status = words(f"origin.{dossier.origin_status}")
    return f"{words('semicolon').join(names)} ({status})" if names else status


def origin_name(work: Work, words: Wording) -> str | None:
    """An origin as a reader would name it; authors alone where their outlet is never named."""
    if name := named(work):
        return name
    return words("unnamed-outlet", names=", ".join(map(one_line, work.authors))) if work.authors else None


def written(dossier: Dossier) -> Iterator[Derivation]:
    """The steps of the text; where pictures come from is another matter."""
    return (step for step in dossier.chain if step.relation is not Relation.IMAGE)


def step_text(step: Derivation, words: Wording, *, with_authors: bool = True) -> str:
    """One step: `translated from example.com (Spanish, 2031-01-06), by Ana Ruiz`."""
    work = step.origin
    details = [detail for detail in (words.language(work.language), work.published) if detail]
    name = named(work) or words("unnamed")
    text = words.behind(f"relation.{step.relation}", name + (f" ({', '.join(details)})" if details else ""))
    if work.authors and with_authors:
        text += words("by", names=", ".join(map(one_line, work.authors)))
    return text if step.basis == "declared" else f"{text} [{words(f'basis.{step.basis}')}]"


def chain(dossier: Dossier, words: Wording) -> list[str]:
    """How the article got here, step by step from the article backwards."""
    lines = []
    for step in dossier.chain:
        is_further = step.made.path != dossier.article.path and named(step.made)
        lead = words("further", name=named(step.made)) if is_further else ""
        lines.append(lead + step_text(step, words))
    return lines


def ai_use(dossier: Dossier, words: Wording) -> str:
    """What the article discloses about the use of AI; that it says nothing is no sign that none was used."""
    disclosures = [credit for credit in dossier.credits if credit.role is Role.AI_DISCLOSURE]
    if not disclosures:
        return words("ai.none")
    uses = dict.fromkeys(use for credit in disclosures for use in credit.ai_uses)
    text = words(
        "ai.disclosed", uses=", ".join(words(f"ai.uses.{use}") for use in uses) or words("ai.uses.unspecified")
    )
    review = _review(disclosures)
    return text if review is None else text + words("semicolon") + words("ai.reviewed" if review else "ai.unreviewed")


def _review(disclosures: list[Credit]) -> bool | None:
    stated = [credit.human_review for credit in disclosures if credit.human_review is not None]
    return all(stated) if stated else None


def published(dossier: Dossier, words: Wording) -> str:
    """When it was published and how that is known; a date that only the source has is said to be that."""
    date, basis = dossier.dating.published, dossier.dating.basis
    if date is None or basis is None:
        return words("unstated")
    phrase = words(f"dated.{basis}", date=date)
    return words("unstated") + words("semicolon") + phrase if basis is DateBasis.SOURCE_URL else f"{date} ({phrase})"


def missed(dossier: Dossier) -> list[Unmeasured]:
    """What a person would expect to have been measured and was not."""
    return [item for item in dossier.unmeasured if item.asked]


def unchecked(dossier: Dossier, locale: str) -> list[str]:
    """Why declared sources could not be verified online."""
    return [item.reason.text(locale) for item in dossier.unmeasured if item.rule == SOURCE]


def own_date(dossier: Dossier) -> str | None:
    """The article's date where it is its own: that of its source only helps to count."""
    date = dossier.dating.published
    return str(date) if date and dossier.dating.basis is not DateBasis.SOURCE_URL else None


def unmeasured(dossier: Dossier, locale: str) -> list[tuple[str, str]]:
    """The rules that could not be applied, together by the reason why."""
    rules: dict[str, list[str]] = {}
    for item in missed(dossier):
        rules.setdefault(one_line(item.reason.text(locale)), []).append(item.rule)
    return [(", ".join(dict.fromkeys(names)), reason) for reason, names in rules.items()]


def summary(audit: Audit, words: Wording, profile: str) -> str:
    """The run in one line."""
    parts = [words.count("article", len(audit.dossiers))]
    if audit.dossiers:
        parts.append(counts(tally(audit.dossiers), words))
    if silenced := sum(len(suppressed(dossier)) for dossier in audit.dossiers):
        parts.append(words.count("suppressed", silenced))
    if below := sum(dossier.below_profile for dossier in audit.dossiers):
        parts.append(f"{words.count('below', below)} {words(f'below-profile.{profile}')}".rstrip())
    if unknown := sum(len(missed(dossier)) for dossier in audit.dossiers):
        parts.append(words.count("unmeasured", unknown))
    if audit.failures:
        parts.append(words.count("failed", len(audit.failures)))
    return f"{parts[0]}{words('colon')}{words('semicolon').join(parts[1:])}"
