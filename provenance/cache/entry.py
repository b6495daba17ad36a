"""One entry of the cache: the dossiers of a file, before profile, suppressions and baseline.

What the file says anyway is not kept again: the text of an article that is the decoded file costs nothing.
"""

import json
import zlib
from collections.abc import Sequence
from itertools import chain
from typing import Any

from provenance.cache.coding import coding
from provenance.inspection.inspect import fingerprinted
from provenance.model.article import Article
from provenance.model.dossier import Dossier
from provenance.model.house import House
from provenance.model.lineage import Derivation, Work
from provenance.model.record import replace
from provenance.model.text import Source, Stretch, Text

LARGEST = 64 * 1024 * 1024
"""Bytes an entry may unfold to: a foreign one must not fill the memory."""
BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, LookupError, RecursionError, zlib.error)
"""What reading an entry raises that is none, or one of another make."""
NO_TEXT = Text("", Source(""))


def packed(key: str, path: str, data: bytes, dossiers: Sequence[Dossier]) -> bytes:
    """The entry of a file's dossiers. They must be light: nothing that was remembered on the way is kept."""
    write = coding(Dossier).to_json
    sheets = []
    for dossier in dossiers:
        bare = replace(dossier, article=replace(dossier.article, text=NO_TEXT, facts={}), house=House())
        sheets.append([write(bare), written_text(dossier.article.text, data)])
    kept = json.dumps([key, path, sheets], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(kept.encode("utf-8", "surrogatepass"), 1)


def unpacked(entry: bytes, key: str, path: str, data: bytes, house: House) -> list[Dossier] | None:
    """The dossiers as an audit of the same bytes under this path would make them; None where the entry is broken."""
    try:
        unfolding = zlib.decompressobj()
        kept = unfolding.decompress(entry, LARGEST)
        if not unfolding.eof or unfolding.unused_data:
            return None
        made_for, old_path, sheets = json.loads(kept.decode("utf-8", "surrogatepass"))
        if made_for != key:
            return None
        read = coding(Dossier).from_json
        return [restored(read(sheet), read_text(text, data), house, (old_path, path)) for sheet, text in sheets]
    except BROKEN:
        return None


def restored(dossier: Dossier, text: Text, house: House, paths: tuple[str, str]) -> Dossier:
    old, new = paths
    dossier = replace(dossier, article=replace(dossier.article, text=text), house=house)
    return dossier if old == new else moved(dossier, old, new)


def moved(dossier: Dossier, old: str, new: str) -> Dossier:
    """The dossier of the same file in another place."""

    def place(path: str) -> str:
        return new + path[len(old) :] if path.startswith(old) else path

    def work(named: Work) -> Work:
        return replace(named, path=place(named.path)) if named.path else named

    def step(one: Derivation) -> Derivation:
        return replace(one, made=work(one.made), origin=work(one.origin))

    article: Article = replace(dossier.article, path=place(dossier.article.path))
    dossier = replace(dossier, article=article, chain=tuple(map(step, dossier.chain)))
    return replace(dossier, findings=fingerprinted(dossier, dossier.findings))


def written_text(text: Text, data: bytes) -> list[Any]:
    """Encoding, decoded file, content, stretches; None for what can be had from the file or from the one before."""
    source = text.source
    return [
        source.encoding,
        None if decoded(data, source.encoding) == source.content else source.content,
        None if text.content == source.content else text.content,
        list(chain.from_iterable(text.stretches)),
    ]


def read_text(kept: Any, data: bytes) -> Text:
    encoding, decoded_file, content, numbers = kept
    if decoded_file is None:
        decoded_file = decoded(data, encoding)
    source = Source(word(decoded_file), word(encoding))
    values = iter(map(int, numbers))
    stretches = tuple(map(Stretch._make, zip(values, values, values, values, strict=True)))
    return Text(word(source.content if content is None else content), source, stretches)


def word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def decoded(data: bytes, encoding: str) -> str | None:
    """The file as text without its byte order mark, or None where it is not plainly text in that encoding."""
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeDecodeError, LookupError):
        return None
