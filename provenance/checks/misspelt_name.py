"""A name is spelt in a way that the rest of the article contradicts.

A misspelt name is the slip readers and the people concerned hold against a newsroom first, and general spelling
checkers call right names wrong far more often than wrong ones. So the article is the witness: a spelling that stands
once beside one that stands several times, or beside a well-known one, one slip of the hand apart and with no given name
of its own. Two people with similar names, forms of one word and a nickname in quotes stay silent.

Check the name against its bearer's own page, then correct every place. Advice: IFCN and most style books ask that names
be spelt the way their bearers spell them.
"""

from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.article import Article
from provenance.model.dossier import Dossier
from provenance.model.finding import Level, Value
from provenance.model.house import Learnt
from provenance.model.rule import Example, Need
from provenance.model.span_index import SpanIndex
from provenance.words.figures import figure_slips
from provenance.words.house_names import house_slips
from provenance.words.nearness import Slip
from provenance.words.spellings import A_KNOWN_SPELLING, counted, known_from
from provenance.words.twins import Twins, twins

FIGURE = 0.92
"""Confidence of a slip in a well-known name that nothing in the article contradicts."""

SURE = frozenset((Slip.SWAPPED, Slip.DOUBLED, Slip.MOVED))
"""Slips that hardly ever tell two real names apart."""

SAFE = 0.9
"""Confidence above which a majority with a known spelling or the full name makes an error of it."""

LIKELY = 0.85
"""Confidence of a slip in a full name that only the archive knows."""

LONG_OPENING = 5
"""Letters from which a word hardly becomes another name by its first letter."""

HINT = 0.7
"""Confidence of what an editor wants to look at."""

GUESS = 0.5
"""Confidence of what only a researcher wants to see."""


@check(
    level="warning",
    since="0.1",
    needs=(Need.LANGUAGE,),
    languages=("fr", "en", "es", "de", "it", "pt", "nl"),
    messages={
        "majority": {
            "en": "the article has “{right}” {often_right}{archive}, “{wrong}” {often_wrong}: probably a slip",
            "fr": "l’article écrit « {right} » {rights} fois{archive}, « {wrong} » {wrongs} fois : probablement une "
            "coquille",
        },
        "known": {
            "en": "“{right}” ({often_right}) is {known}, “{wrong}” ({often_wrong}) is not: probably a slip",
            "fr": "« {right} » ({rights} fois) est {known}, « {wrong} » ({wrongs} fois) ne l’est pas : probablement "
            "une coquille",
        },
        "archive": {
            "en": "“{name}” is {known}, “{wrong}” is not: probably a slip",
            "fr": "« {name} » est {known}, « {wrong} » ne l’est pas : probablement une coquille",
        },
        "figure": {
            "en": "“{wrong}” is a frequent slip: the name of this public figure is spelt “{right}”",
            "fr": "« {wrong} » est une faute fréquente : le nom de cette personnalité s’écrit « {right} »",
        },
    },
    examples=(
        Example(
            "La maire, Odile Grandvaux, répond lundi. Selon Odile Grandvaux, tout tient. ⟦Grandvuax→Grandvaux⟧ doute.",
            "fr",
        ),
        Example("Le navire part de Springfield. À ⟦Sprinfield→Springfield⟧, la foule attend.", "fr"),
        Example("Gilles Morvand a signé. Puis Morvand est parti. ⟦Morvande→Morvand⟧ se tait depuis lundi.", "fr"),
        Example("Qu’on se le dise. Qu’en pense-t-elle ? Qu’en dira-t-on ? Qu’en sait-il ?", "fr"),
        Example("Le gérant, Ruven Mathis, sourit. Son père Ruben Mathis dirigea la ligne.", "fr"),
        Example("Farkhad Akhmedov a divorcé. Tatiana Akhmedova a fait appel.", "fr"),
        Example("Le comité surnomme le ministre Darmanin « Darminan » depuis un an. Darmanin s’en amuse.", "fr"),
        Example("Les Ukrainiens attendent. Un Ukrainien sur deux veut voter, dit un sondage en Ukraine.", "fr"),
        Example(
            "Judge Mary Abernethy ruled on Monday. Abernethy gave no reason. ⟦Abernehty→Abernethy⟧ then left.", "en"
        ),
        Example("Mr Hollis and the Hollises met in Bolivia. Many Bolivians came.", "en"),
        Example("Owen Thrale scored. His opposite number, Owen Thralle, is no kin. Thrale saved one.", "en"),
        Example("Elowen Hicks fishes off Port Lowen. The town of Port Lowen grows.", "en"),
        Example("Anna Petrova won; Ivan Petrov lost in the final.", "en"),
        Example("La alcaldesa Nuria Echevarne habló ayer. Echevarne dimite. ⟦Echevanre→Echevarne⟧ no volverá.", "es"),
        Example("Habló Mirna Zotalque. Su socia, Myrna Sotalque, firma así por su abuela.", "es"),
        Example("Ganó Supercopas y una Supercopa.", "es"),
        Example("Mikel Zubarte entrenó a Jon Zubarta.", "es"),
        Example("Die Vernetzung hilft. Wegen Verhetzung wird ermittelt. Die Vernetzung wächst.", "de"),
        Example(
            "Wirtin Jutta Hollfeld kam. Dann ging Jutta Hollfeld nach Kiel. ⟦Holfeld→Hollfeld⟧ verwies auf den Rat.",
            "de",
        ),
        Example("Onderzoeker Els Kamphuis sprak. Els Kamphuis ging. Onderzoeker ⟦Kamphuys→Kamphuis⟧ bleef.", "nl"),
        Example("Habla Ásta Hallsson. Ásta Hallsson firma. Luego, Asta ⟦Halson→Hallsson⟧ se va.", "es"),
        Example(
            "Bürgermeisterin Ilse Kranzmoser sprach zuerst. Kranzmoser ging. ⟦Kranzmsoer→Kranzmoser⟧ blieb stumm.", "de"
        ),
        Example("Wirt Ruven Matthies kam. Sein Vater Ruben Matthies blieb zu Hause und schlief.", "de"),
        Example("Kranzmosers Rede war kurz. Die Rede von Ilse Kranzmoser gefiel. Kranzmoser ging.", "de"),
        Example("Die Hydrologie hilft. Ein Hydrologe misst. Die Hydrologie ist alt. Die Hydrologie lehrt.", "de"),
        Example("Die Käuze rufen. Eine Katze schläft. Die Katze lebt. Die Katze frisst.", "de"),
        Example("Der Impfstoffs wegen kam Ada. Ada Impfstoffe gab es nie. Impfstoffe fehlen. Impfstoffe helfen.", "de"),
        Example("Die Kläger siegten. Mit den Klägern feierte ein Klägeranwalt.", "de"),
        Example(
            "La sindaca Carla Bellandini ha parlato. Bellandini ha firmato. ⟦Bellandiin→Bellandini⟧ non torna.", "it"
        ),
        Example("Il Senato tace. Davanti al Senate Committee parla il giudice.", "it"),
        Example("Marco Guidi ha battuto Paolo Guido.", "it"),
        Example(
            "La maestra Carla Bellandini abita qui. Di fronte sta Carla Bellandoni, la sarta. Bellandini ride.", "it"
        ),
        Example("A prefeita Lúcia Mendrosa falou ontem. Mendrosa saiu. ⟦Mendorsa→Mendrosa⟧ não volta.", "pt"),
        Example("Luís Costa e Luísa Costa votaram. Luís Costa ganhou o sorteio.", "pt"),
        Example("João Farinha e Joana Farinho correram.", "pt"),
        Example("Os Pinellas chegaram. Um Pinella ficou.", "pt"),
        Example("Burgemeester Anneke Vroomstra sprak eerst. Vroomstra ging weg. ⟦Vroomtsra→Vroomstra⟧ zweeg.", "nl"),
        Example("Rector Inge Taresen sprak. Inge Taresen lachte. Volgens ⟦Taressen→Taresen⟧ komt het goed.", "nl"),
        Example("Vroomstras plan was klaar. Anneke Vroomstra zweeg.", "nl"),
        Example("Daniil Kwast won van Daniel Kroon.", "nl"),
    ),
)
def misspelt_name(dossier: Dossier) -> Iterator[Observation]:
    article, learnt = dossier.article, dossier.house.learnt
    seen = list(by_comparison(article, learnt))
    for search in (by_figures(article), by_archive(article, learnt)):
        told = SpanIndex(observation.span for observation in seen)
        seen += (observation for observation in search if not told.overlaps(observation.span))
    yield from seen


def by_figures(article: Article) -> Iterator[Observation]:
    for slip in figure_slips(article):
        values = {"right": slip.right, "wrong": article.text[slip.span]}
        yield Observation(slip.span, "figure", values, replacement=slip.right, confidence=FIGURE)


def by_archive(article: Article, learnt: Learnt) -> Iterator[Observation]:
    for near in house_slips(article, learnt):
        values: dict[str, Value] = {"wrong": article.text[near.span], "name": near.known.name}
        values["known"] = known_from(near.known.articles)
        sure = HINT if near.kind is Slip.WRONG else LIKELY
        yield Observation(near.span, "archive", values, replacement=near.right, confidence=sure)


def by_comparison(article: Article, learnt: Learnt) -> Iterator[Observation]:
    for pair in twins(article, learnt):
        if not pair.is_decided:
            continue
        sure = confidence(pair)
        founded = pair.is_majority and (pair.known or pair.full) and sure > SAFE
        for place in pair.slips:
            yield Observation(
                place.span,
                "majority" if pair.is_majority else "known",
                values=told_of(pair),
                replacement=pair.right,
                safe=founded,
                confidence=sure,
                level=Level.ERROR if founded else None,
                related=tuple(model.span for model in pair.models[:3]),
            )


def told_of(pair: Twins) -> dict[str, Value]:
    values = counted(pair.wrong, pair.slips, pair.right, pair.models)
    source = known_from(pair.archived.articles) if pair.archived else A_KNOWN_SPELLING
    in_brackets = {locale: f" ({words})" for locale, words in source.items()} if pair.archived else ""
    return {**values, "known": source, "archive": in_brackets}


def confidence(pair: Twins) -> float:
    """How sure the pair is one name: what stands beside both counts most, then a majority, then a known spelling."""
    if pair.elsewhere and not (pair.shared and pair.is_majority):
        return HINT if pair.is_majority and pair.full and not (pair.apart or pair.listed or pair.is_short) else GUESS
    if pair.rivals and not pair.listed:
        return HINT
    if pair.listed:
        long_and_known = pair.known and len(pair.wrong) > 5 and (pair.kind is Slip.MISSING or not pair.apart)
        return HINT if pair.shared or pair.is_majority or pair.kind in SURE or long_and_known else GUESS
    if pair.kind is Slip.OPENING:
        long_enough = len(pair.wrong) >= LONG_OPENING and (pair.known or pair.is_majority)
        return 0.9 if pair.shared else HINT if long_enough else GUESS
    if pair.is_short:
        return 0.9 if pair.shared else HINT if pair.is_majority and pair.kind is not Slip.WRONG else GUESS
    if pair.is_majority:
        return 0.97 if pair.known or pair.shared else 0.92
    if pair.shared:
        return 0.94
    if pair.apart or (pair.kind is Slip.WRONG and len(pair.wrong) <= 6):
        return HINT
    return 0.9
