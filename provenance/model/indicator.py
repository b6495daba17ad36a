"""Signs of how an article was made that a page carries for machines, told as they stand and verified by nobody."""

from provenance.model.record import record


@record
class Indicator:
    """One sign: its id, whether the article has it, and where that shows, in words for people."""

    id: str
    met: bool
    evidence: str
