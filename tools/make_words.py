"""Make the lists of frequent words again: `python tools/make_words.py` (needs `pip install wordfreq==3.1.1`).

Writes `provenance/lexicon/<language>/words.txt.gz` and the first of them to `everyday.tsv`. Byte-identical for the same
wordfreq.
"""

import gzip
import re
import unicodedata

from wordfreq import top_n_list  # type: ignore[import-not-found, unused-ignore]

from provenance.lexicon.tables import HERE, rows

LANGUAGES = ("fr", "en", "es", "de", "it", "pt", "nl")
SIZE = 80_000
"""Words a language. The rarest then occurs about once in six million words; below that lie mostly slips."""

EVERYDAY = 8_000
"""Words a language that hardly anybody's name consists of alone."""

LATIN_WORD = re.compile(r"[a-zß-öø-ÿ\u0100-\u024f]{2,}+(?:['-][a-zß-öø-ÿ\u0100-\u024f]++)*+")


HEADER = """# The most frequent words in lower case without given names: no person's name consists of such words alone.
# Source: wordfreq 3.1.1 by Robyn Speer, data CC BY-SA 4.0 (see README.md above this folder); changed by selection
# and sorting. Made by tools/make_words.py.
word
"""


def frequent_words(language: str) -> list[str]:
    ranked = (unicodedata.normalize("NFC", word).replace("’", "'") for word in top_n_list(language, 4 * SIZE))
    chosen = list(dict.fromkeys(word for word in ranked if LATIN_WORD.fullmatch(word)))[:SIZE]
    if language == "de":
        # The source folds ß to ss, so both spellings stand for each of its words.
        chosen += [word.replace("ss", "ß") for word in chosen if "ss" in word]
    return sorted(set(chosen))


def everyday_words(language: str) -> list[str]:
    """The most frequent words, given names left out."""
    names = {row[0] for row in rows("given_names")}
    ranked = (unicodedata.normalize("NFC", word) for word in top_n_list(language, 2 * EVERYDAY))
    return sorted([word for word in ranked if LATIN_WORD.fullmatch(word) and word not in names][:EVERYDAY])


def main() -> None:
    for language in LANGUAGES:
        packed = gzip.compress("\n".join(frequent_words(language)).encode(), 9, mtime=0)
        (HERE / language / "words.txt.gz").write_bytes(packed)
        everyday = HEADER + "\n".join(everyday_words(language)) + "\n"
        (HERE / language / "everyday.tsv").write_text(everyday, "utf-8")
        print(f"{language}: {len(packed) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
