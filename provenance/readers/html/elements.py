"""The elements of HTML, by how a browser shows them."""


def names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


CLOSES_PARAGRAPH = names(
    "address article aside blockquote center details dialog dir div dl dt fieldset figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table ul"
)
"""Elements before which a browser closes an open paragraph."""
CLOSED_BY = {
    "li": names("li"),
    "dt": names("dt dd"),
    "dd": names("dt dd"),
    "option": names("option"),
    "td": names("td th"),
    "th": names("td th"),
    "tr": names("td th tr"),
    "body": names("head"),
}
"""Elements that the start of another one closes where their end tag was left out."""
NEVER_SEEN = names(
    "head script style template noscript svg math object audio video canvas iframe datalist noembed noframes map area"
    " param source track title meta link base"
)
BREAKS = names(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section"
    " select summary table tbody td textarea tfoot th thead tr ul"
)
"""Elements that begin on a line of their own."""
HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
FURNITURE = names("nav form select textarea search menu dialog option button")
FURNITURE_ROLES = names("navigation banner contentinfo complementary search dialog alertdialog menu menubar")
LIST_ITEMS = names("li dt dd")
