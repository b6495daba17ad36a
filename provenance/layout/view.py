"""How a report is to be shown: the choices of the reader, none of the audit's."""

from provenance.model.record import record


@record
class View:
    """`width` is in columns of the terminal; `table` is one of articles, findings, credits, chain (CSV only).

    `excel` writes CSV as Excel opens it; `limit` caps the annotations of a continuous-integration run; `summary` asks
    for the closing line; `online` tells that pages were fetched.
    """

    version: str = ""
    locale: str = "en"
    width: int = 80
    color: bool = False
    table: str = "articles"
    profile: str = "gate"
    excel: bool = False
    limit: int | None = None
    summary: bool = True
    online: bool = False
