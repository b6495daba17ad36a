"""What a language is called in each language of the interface, to fill a message."""

from collections.abc import Mapping

from provenance.lexicon.tables import table

LOCALES = ("en", "fr")


def language_name(code: str) -> Mapping[str, str]:
    """`{"en": "Spanish", "fr": "espagnol"}` for `es-MX`; the code itself where it has no name."""
    base = code.split("-")[0].lower()
    return {locale: str(table(locale, "interface")["languages"].get(base, code)) for locale in LOCALES}
