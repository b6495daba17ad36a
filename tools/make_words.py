"""Make the lists of frequent words again: `python tools/make_words.py` (needs `pip install wordfreq==3.1.1`).

Writes `provenance/lexicon/<language>/words.txt.gz`. Byte-identical for the same wordfreq.
"""

import gzip
import re
import unicodedata

from wordfreq import top_n_list  # type: ignore[import-not-found, unused-ignore]

from provenance.lexicon.tables import HERE

LANGUAGES = ("fr", "en", "es", "de", "it", "pt", "nl")
SIZE = 80_000
"""Words a language. The rarest then occurs about once in six million words; below that lie mostly slips."""

LATIN_WORD = re.compile(r"[a-zß-öø-ÿ\u0100-\u024f]{2,}+(?:['-][a-zß-öø-ÿ\u0100-\u024f]++)*+")


def frequent_words(language: str) -> list[str]:
    ranked = (unicodedata.normalize("NFC", word).replace("’", "'") for word in top_n_list(language, 4 * SIZE))
    chosen = list(dict.fromkeys(word for word in ranked if LATIN_WORD.fullmatch(word)))[:SIZE]
    if language == "de":
        # The source folds ß to ss, so both spellings stand for each of its words.
        chosen += [word.replace("ss", "ß") for word in chosen if "ss" in word]
    return sorted(set(chosen))


def main() -> None:
    for language in LANGUAGES:
        packed = gzip.compress("\n".join(frequent_words(language)).encode(), 9, mtime=0)
        (HERE / language / "words.txt.gz").write_bytes(packed)
        print(f"{language}: {len(packed) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
