"""Audits made by hand, so that the reports are tested apart from the engines."""

from provenance.model.article import Article
from provenance.model.audit import Audit, Failure, Notice
from provenance.model.block import Block, BlockKind
from provenance.model.credit import Agent, AgentKind, AiUse, Credit, Role
from provenance.model.dating import DateBasis, Dating, PartialDate
from provenance.model.dossier import Dossier
from provenance.model.finding import Finding, Level, Message, Unmeasured
from provenance.model.lineage import Basis, Derivation, OriginStatus, Relation, Work
from provenance.model.text import Source, Span, Text
from provenance.model.trace import Link, Trace

WHY = {
    "misspelt-name": {
        "en": "“{wrong}” is “{right}” everywhere else",
        "fr": "« {wrong} » s’écrit « {right} » partout ailleurs",
    },
    "ambiguous-date": {
        "en": "the article has no date, so nobody can tell which day this is",
        "fr": "l’article n’est pas daté : personne ne peut savoir de quel jour il s’agit",
    },
    "missing-date": {"en": "nothing says when this was published", "fr": "rien ne dit quand ce texte a paru"},
    "hashtag-residue": {"en": "delete the row of hashtags", "fr": "ces mots-dièse sont à supprimer"},
}


def article(content: str, path: str = "harbour.txt", language: str = "en") -> Article:
    blocks, start = [], 0
    for line in content.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.BODY, Span(start, start + len(line))))
        start += len(line) + 1
    return Article(path, Text(content, Source(content)), tuple(blocks), sha256="0" * 64, language=language)


def found(
    made: Article,
    rule: str,
    level: str,
    words: str,
    replacement: str | None = None,
    *,
    nth: int = 0,
    suppressed: str | None = None,
) -> Finding:
    """A finding about the nth place where the words stand."""
    start = -1
    for _ in range(nth + 1):
        start = made.text.content.index(words, start + 1)
    return Finding(
        rule,
        Level(level),
        Span(start, start + len(words)),
        Message(WHY[rule], {"wrong": words, "right": replacement or ""}),
        replacement,
        suppressed=suppressed,
        fingerprint=f"{rule}-{start}",
    )


TRANSLATED = """\
Storm damages the old harbour wall
Translated from an article by Ana Quiroga, published by Diario del Puerto
The harbour master, Ingrid Solheim, said yesterday that the wall would hold. Ms Solhiem had inspected it on Tuesday \
with two engineers from the ministry.
On Monday the sea had risen by two metres, and on Tuesday by three.
#Storm #harbour #wall #damage
"""


def translated() -> Dossier:
    """A declared translation with one finding of each level and one suppressed."""
    made = article(TRANSLATED)
    line = Span(*(lambda start: (start, start + 73))(TRANSLATED.index("Translated")))
    work = Work("Diario del Puerto", "diariodelpuerto.example", None, None, "es", "2031-02-11", ("Ana Quiroga",))
    return Dossier(
        made,
        credits=(
            Credit(Role.TRANSLATION, line, (Agent("Diario del Puerto", AgentKind.OUTLET),), confidence=0.97),
            Credit(Role.ORIGINAL_AUTHOR, line, (Agent("Ana Quiroga", AgentKind.PERSON),)),
            Credit(Role.AI_DISCLOSURE, line, ai_uses=(AiUse.TRANSLATION, AiUse.SUMMARY), human_review=True),
        ),
        dating=Dating(PartialDate(2031, 2, 12), DateBasis.URL),
        chain=(Derivation(Relation.TRANSLATION, Basis.DECLARED, Work(path=made.path), work, 0.97, (made.text[line],)),),
        origin_status=OriginStatus.DECLARED,
        findings=(
            found(made, "missing-date", "warning", "Storm damages the old harbour wall"),
            found(made, "ambiguous-date", "note", "yesterday"),
            found(made, "misspelt-name", "error", "Solhiem", "Solheim"),
            found(made, "ambiguous-date", "note", "On Monday"),
            found(
                made, "hashtag-residue", "warning", "#Storm #harbour #wall #damage", "", suppressed="kept on purpose"
            ),
        ),
        unmeasured=(
            Unmeasured("stale-date", Message({"en": "no publication date: give --published", "fr": "pas de date"})),
            Unmeasured("date-order", Message({"en": "no publication date: give --published", "fr": "pas de date"})),
        ),
        below_profile=2,
    )


def clean(path: str = "clean.md") -> Dossier:
    made = article("Por Marta Lind\nLa noche fue tranquila en el puerto de Valdemar.\n", path, "es")
    credit = Credit(Role.AUTHOR, Span(0, 14), (Agent("Marta Lind", AgentKind.PERSON),))
    return Dossier(made, (credit,), Dating(PartialDate(2031, 3), DateBasis.DECLARED))


def crowded(count: int = 20, path: str = "crowded.txt") -> Dossier:
    """Many findings of one kind."""
    made = article(
        "".join(f"Line {number}: the vote was held yesterday, as planned.\n" for number in range(count)), path
    )
    return Dossier(
        made, findings=tuple(found(made, "ambiguous-date", "note", "yesterday", nth=n) for n in range(count))
    )


def far_east() -> Dossier:
    """Wide characters before and in the words that are marked."""
    made = article(
        "港の壁は嵐で壊れたと Solhiem 氏は語った。\n横浜新聞の記者である山田太郎が昨日取材した。\n", "港.txt", "ja"
    )
    return Dossier(
        made,
        findings=(
            found(made, "misspelt-name", "error", "Solhiem", "Solheim"),
            found(made, "ambiguous-date", "note", "昨日"),
        ),
    )


def right_to_left() -> Dossier:
    made = article("قال مدير الميناء أمس إن الجدار سيصمد أمام العاصفة.\n", "ميناء.txt", "ar")
    return Dossier(made, findings=(found(made, "ambiguous-date", "note", "أمس"),))


def hostile() -> Dossier:
    """Escape codes, an override of the reading direction, and commands of a build server in everything untrusted."""
    made = article(
        "Red \x1b[31malert\x1b[0m \u202egnirts\u202c =HYPERLINK(1) \x9b2J ::error::owned | <b> yesterday\n",
        "a\x1b]0;x\x07.txt",
    )
    agent = Agent("=cmd|'/C calc'!A0\x1b[2J", AgentKind.PERSON)
    return Dossier(
        made,
        (Credit(Role.AUTHOR, Span(0, 3), (agent,)),),
        findings=(found(made, "ambiguous-date", "warning", "=HYPERLINK(1)", "@SUM(1)\n::warning::x"),),
    )


def everything() -> Audit:
    """All of the above, with a failure and a notice."""
    dossiers = sorted(
        (translated(), clean(), crowded(), far_east(), right_to_left()), key=lambda item: item.article.path
    )
    gone = Notice(
        "clean.md", 3, Message({"en": "the comment silences nothing", "fr": "le commentaire ne fait rien taire"})
    )
    return Audit(tuple(dossiers), (Failure("broken.txt", "the file is empty"),), (), (gone,))


def traced() -> Trace:
    """A declared step out of the set, and one inferred within it."""
    declared = Link("harbour.txt", None, translated().chain[0])
    origin = Work(path="crowded.txt", language="en")
    told = ("nothing declares it; confidence 0.91: 80% of the sentences have a counterpart",)
    step = Derivation(Relation.REWRITE, Basis.INFERRED, Work(path="harbour.txt"), origin, 0.91, told)
    inferred = Link("harbour.txt", "crowded.txt", step)
    return Trace((declared, inferred), (("crowded.txt", "harbour.txt"),), 4)
