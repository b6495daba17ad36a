"""What the names of meta elements stand for."""

import re
from functools import cache

from provenance.lexicon.tables import WORLD, table
from provenance.model.patterns import pattern
from provenance.readers.composing import Fragment

WEB_ADDRESS = pattern(r"(?:https?:)?//|www\.", re.I)


@cache
def schema_names(vocabulary: str) -> dict[str, str]:
    """Each name of a vocabulary (`meta`, `front_matter`) with its schema.org property."""
    entries = table(WORLD, "metadata-names")[vocabulary]
    return {key: name for name, keys in entries.items() for key in keys}


def schema_name(vocabulary: str, key: str, value: Fragment) -> str | None:
    """The property a name stands for; of an agent or a work given as an address, its `url`."""
    name = schema_names(vocabulary).get(key.strip().lower())
    if name in ("author", "publisher", "translator", "contributor", "copyrightHolder"):
        return f"{name}.url" if WEB_ADDRESS.match(value.text) else name
    if name in ("isBasedOn", "translationOfWork"):
        return f"{name}.url" if WEB_ADDRESS.match(value.text) else f"{name}.name"
    return name
