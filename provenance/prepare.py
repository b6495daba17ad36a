"""Compile the language data and everything that is computed from it: `python -m provenance.prepare`."""

from provenance.attribution.phrases import HEADS
from provenance.attribution.word_classes import notes_of
from provenance.cache.stamp import write_stamp
from provenance.lexicon.compile import compile_all
from provenance.lexicon.tables import languages, written
from provenance.registry.forms import FORMS
from provenance.registry.outlets import NAMES
from provenance.words.stock_phrases import spelt

PREPARED = (
    HEADS,
    NAMES,
    FORMS,
    *(spelt(subject, language) for subject in ("boilerplate", "assistant") for language in languages()),
    *(notes_of(language) for language in languages()),
)


def prepare_all() -> int:
    """Write the compiled tables, then those computed from them, and the stamp of it all; returns how many tables."""
    compiled = compile_all()
    written.cache_clear()
    for table in PREPARED:
        table.write()
    write_stamp()
    return len(compiled) + len(PREPARED)


if __name__ == "__main__":
    print(f"prepared {prepare_all()} tables")
