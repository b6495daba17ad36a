"""What a phrase can name: the shape of each slot in the text."""

from provenance.model.record import record

CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽȘȚ"
"""Capital letters of Western languages (and a few small ones between them, which no name opens with)."""

WORD = r"(?:[\w&+-]|'(?!s\b))"
PROPER = rf"(?:[{CAPITAL}\d@]{WORD}*+(?:\.\w{WORD}*+)*+|[a-z]{{1,2}}[{CAPITAL}]{WORD}++)"
"""One capitalised word, with the dots inside it (`L.A.`, `nytimes.com`, `iHeart`)."""

INITIALS = rf"(?:(?:[{CAPITAL}]\.-?){{1,3}}|(?:St|Ste|Dr|Mr|Mrs|Ms|Jr|Sr|Mc|Me)\.)"
PARTICLE = (
    r"(?:de|du|des|d'|da|do|dos|das|del|della|dei|degli|di|von|van|vom|zu|zur|zum|der|den|dem|die|das|ten|ter|te|het|'t|of"
    r"|the|and|&|la|le|les|las|los|el|al|bin|ibn|ben|y|e|et|und|en|für|for|l')"
)
LINK_WORD = (
    r"(?:[Dd]e|du|des|da|do|dos|das|del|della|di|[Vv]on|[Vv]an|vom|zu|zur|der|den|ten|ter|[Ll]a|[Ll]e|el|al|bin|ibn"
    r"|ben|af|y)"
)

PERSON = rf"(?:{PROPER}|{INITIALS}|d'{PROPER})(?: ?(?:{LINK_WORD} ){{0,3}}(?:d'|l')?(?:{INITIALS}|{PROPER})){{0,5}}"
PEOPLE = (
    rf"{PERSON}(?:(?: ?, ?(?:(?:and|et|und|y|e|en|i) )?| ?[/;] ?| (?:and|et|und|y|e|en|i|&|mit|with) ){PERSON}){{0,7}}"
)
NAME = rf"{PROPER}(?: (?:{PARTICLE} ){{0,2}}(?:d'|l')?{PROPER}){{0,7}}"

HOST = r"(?:[a-z0-9][a-z0-9-]{0,40}\.){1,4}[a-z]{2,15}(?![\w@-])"
URL_END = r"[^\s<>\"»”|.,;:)\]!?*_]"
URL = rf"(?:https?://[^\s<>\"»”|]{{3,400}}{URL_END}|www\.{HOST}(?:/[^\s<>\"»”|)\]]*{URL_END})?)"
WORDS_OF_LINK = r"\[[^\[\]\n]{1,150}(?:\[[^\[\]\n]{1,60}\][^\[\]\n]{0,60})?\]"
LINK = rf"(?:{WORDS_OF_LINK}(?:\([^()\n]{{0,400}}\)?)?|{URL}|(?i:{HOST})(?:/\S*\w)?)"
LOWER = r"[a-z]\w{1,20}(?: [a-z]\w{1,15}){0,2}+(?=[\s.,)*_]*(?:\n|\Z))"
"""A name somebody wrote without capitals, at the end of its line."""

RUN = r"(?:[^\n|•·⟦⟧()]|\([^()\n]{0,100}\)){1,220}?"
QUOTED = r"(?:[\"«“„»][^\"«»“”„\n]{2,160}[\"»”“«]|[*_'][^*_\n]{2,160}?[*_'](?!\w))"
DATE = (
    r"(?:[^\W\d_]{2,12}\.?,? )?"
    r"(?:\d{1,2}(?:er|[.ºª]|st|nd|rd|th)?[ ./-](?:de |of |d')?[^\W_]{1,12}\.?[ ./,-]{1,2}(?:de |del )?\d{2,4}"
    r"|[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d\d-\d\d|[^\W\d_]{3,10}\.? (?:de )?(?:19|20)\d\d"
    r"|(?:19|20)\d\d)"
)
MOMENT = r"[^\n.:!?;|\d]{0,20}\d{1,2}(?:\.(?= [^\W\d_]))?+(?:[^\n.:!?;|]|[.:](?=\d)){0,30}?"
"""A day or an hour, the year of which may be missing."""

LICENCE = r"(?:(?i:creative commons(?: attribution)?|cc)[ -]?(?i:by(?:-(?:nc|nd|sa)){0,3}|0|zero)?(?: ?\d\.\d)?)"


ARTICLE = (
    r"(?:(?:l'|de l'|d'|dell'|all'|nell'|sull'|(?:la|le|les|the|el|los|las|der|die|das|den|dem|il|lo|gli|i|o|a"
    r"|os|as"
    r"|de|het|'t|our|notre|nos|su|sua|seu"
    r"|unserer|unserem|ons|onze|website|site|blog|portal|portail|magazine|magazin|tijdschrift|krant|journal|newspaper|revista"
    r"|rivista|revue|diario|jornal|zeitung|nachrichtenagentur|Blog|Magazin|Portal|Website|Zeitschrift"
    r"|Tageszeitung|Wochenzeitung|Onlinemagazin|Nachrichtenportal|Wochenmagazin"
    r"|Nachrichtenmagazin|Fachmagazin|agence|agencia|agência|agenzia|agency) ){0,3})"
)
"""Articles and common nouns that stand before an outlet's name, in lower case."""


@record
class SlotShape:
    """How a slot's text looks; an `open` one runs to where its statement closes; what stands `before` is not in it.

    `signs` are characters of which every such text holds one.
    """

    regex: str
    open: bool = False
    before: str = ""
    signs: str = ""


SLOTS = {
    "agents": SlotShape(RUN, open=True),
    "agency": SlotShape(RUN, open=True),
    "people": SlotShape(PEOPLE),
    "outlet": SlotShape(NAME, before=ARTICLE),
    "url": SlotShape(LINK, signs=".[/"),
    "host": SlotShape(rf"(?i:{HOST})", signs="."),
    "date": SlotShape(DATE),
    "moment": SlotShape(MOMENT),
    "year": SlotShape(r"(?:19|20)\d\d(?:[-–/](?:\d{4}|\d\d))?"),
    "title": SlotShape(QUOTED),
    "language": SlotShape(r"[^\W\d_]{4,14}(?:-[^\W\d_]{2,12})?"),
    "licence": SlotShape(LICENCE),
    "house": SlotShape(NAME, before=ARTICLE),
    "imagery": SlotShape(RUN, open=True),
    "city": SlotShape(NAME),
    "email": SlotShape(r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}", signs="@"),
    "venue": SlotShape(rf"(?:{LINK}|{QUOTED}|{NAME}|{LOWER})", before=ARTICLE),
    "software": SlotShape(rf"(?:{NAME}|{LOWER})"),
    "employer": SlotShape(NAME, before=ARTICLE),
}

LABEL = rf"[{CAPITAL}][\w/.-]{{2,24}}(?:\(\w{{1,4}}\))?(?: [a-zà-ÿ]\w{{1,14}}){{0,2}}"
DATE_AHEAD = (
    r"(?! ?\d{1,2} (?:Ore|Hora|Heure|Minut|D[ií]as|News))"
    r",? ?(?:[a-zà-ÿ]{2,3} (?:[^\W\d_]{3,13},? )?"
    r"|(?:[^\W\d_]{3,7}(?:day|tag|dag|woch|abend|di|nes|coles|ves)|[a-zà-ÿ]{5,10}), )?"
    r"(?:\d{1,2}(?:[./:]|h\d|\.? (?:de )?[^\W\d_]{3,10})|[^\W\d_]{3,9}\.? \d{1,2},? \d{4}|\d{4}-\d)"
)
"""A date behind a name, whatever word for the day of the week or preposition opens it; not "Il Sole 24 Ore"."""

CLOSING = (
    r"(?:(?!\w)(?= {0,3}(?:[.,;:]?[)\]*_\"»”'>]{0,4}[.]? {0,3}(?:\n|$)|[|•·]|[–—-] |  |[)\]]"
    rf"| @\w|(?<![ .][{CAPITAL}])(?<! Dr)(?<! Prof)(?:[.!?] +[{CAPITAL}\"«“(\[©]|[.;] )"
    rf"|,? ?{LABEL} ?: |, [a-zà-ÿ]\w{{3,14}} ?: |{DATE_AHEAD}"
    r"|,? ?(?:(?:Last )?[Uu]pdated|[Pp]ublished|[Pp]ubliée?|[Mm]ise? à jour|Stand|hide caption)\b))"
    rf"|(?<=[a-zà-ÿ])(?={LABEL} ?: ?))"
)
CLOSED = rf"(?:{CLOSING}|(?= ?\())"


def closing(slot: str) -> str:
    """What must follow a slot that nothing else bounds."""
    return CLOSING if SLOTS[slot].open else r"(?!\w)"
