"""The gate over a whole run: suppressions, baseline and profile, in that order."""

from collections.abc import Iterable

from provenance.gate.baseline import Baseline, forgive
from provenance.gate.suppressions import suppress
from provenance.gate.verdict import within_profile
from provenance.layout.globs import matches
from provenance.model.audit import Audit, Failure, Notice
from provenance.model.dossier import Dossier
from provenance.model.finding import Message
from provenance.model.rule import Rule
from provenance.model.settings import Pardon, Settings

UNUSED = {
    "en": "[[ignore]] {what} silences nothing in these articles: remove it",
    "fr": "[[ignore]] {what} ne fait rien taire dans ces articles : à retirer",
}
EXPIRED = {
    "en": "[[ignore]] {what} ended on {until}: renew or remove it",
    "fr": "[[ignore]] {what} a pris fin le {until} : à renouveler ou à retirer",
}
CONFIGURATION = "provenance.toml"


def assess(
    dossiers: Iterable[Dossier],
    failures: Iterable[Failure],
    rules: tuple[Rule, ...],
    settings: Settings,
    baseline: Baseline | None,
) -> Audit:
    """The audit as it is told: answered findings suppressed, uncertain ones counted, vain suppressions named."""
    in_force = {rule.id for rule in rules}
    expired = [pardon for pardon in settings.pardons if is_over(pardon, settings)]
    pardons = [pardon for pardon in settings.pardons if pardon not in expired]
    judged, notices, used = [], list[Notice](), set[Pardon]()
    for dossier in dossiers:
        dossier, own, spent = suppress(dossier, pardons, in_force)
        used |= spent
        notices += own
        if baseline:
            dossier, gone = forgive(dossier, baseline, in_force)
            notices += gone
        judged.append(within_profile(dossier, settings.profile))
    notices += [
        Notice(CONFIGURATION, None, Message(EXPIRED, {"what": name(pardon), "until": str(pardon.until)}))
        for pardon in expired
    ]
    notices += [
        Notice(CONFIGURATION, None, Message(UNUSED, {"what": name(pardon)}))
        for pardon in pardons
        if pardon not in used and concerns(pardon, judged, in_force)
    ]
    return Audit(tuple(judged), tuple(failures), rules, tuple(notices), settings.house.learnt)


def is_over(pardon: Pardon, settings: Settings) -> bool:
    return pardon.until is not None and settings.today is not None and pardon.until < settings.today


def concerns(pardon: Pardon, dossiers: list[Dossier], in_force: set[str]) -> bool:
    """Whether this run could have used the pardon: its rule was in force and its articles were among the inputs."""
    if pardon.rule is not None and pardon.rule not in in_force:
        return False
    return any(pardon.path is None or matches(dossier.article.path, [pardon.path]) for dossier in dossiers)


def name(pardon: Pardon) -> str:
    given = {"path": pardon.path, "rule": pardon.rule, "text": pardon.text}
    return ", ".join(f'{key} = "{value}"' for key, value in given.items() if value is not None)
