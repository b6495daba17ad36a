"""What is left of a name when it is carried into another language: its consonants.

Vowels, doublings and endings change from language to language ("Selenskyj", "Zelensky", "Zelenski"); the row of
consonants hardly does. Between scripts even voiced and voiceless fall together, so there is a coarse row as well.
"""

from functools import lru_cache

DIGRAPHS = (
    ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("dj", "s"), ("sh", "s"), ("ch", "s"), ("ph", "f"), ("th", "t"),
    ("gh", "g"), ("kh", "k"), ("zh", "s"), ("ck", "k"), ("qu", "k"), ("ts", "s"), ("tz", "s"),
)  # fmt: skip
SOFT = (("dge", "s"), ("ge", "je"), ("gi", "ji"), ("ce", "se"), ("ci", "si"))
FINE = dict(zip("bdfgklmnrstcqzjpvw", "bdbgklmnrstkkssbbb", strict=True)) | {"x": "ks"}
COARSE = dict(zip("bpfvdtkgcqhxszjlrmn", "pppptTkkkkkksssrrnn".lower(), strict=True))


@lru_cache(maxsize=262_144)
def consonants(word: str) -> str:
    """The consonants of a bare Latin word, letters of one sound alike, doublings once: `zelensky` -> `slnsk`."""
    for letters, sound in DIGRAPHS:
        if letters in word:
            word = word.replace(letters, sound)
    return _row(word, FINE)


@lru_cache(maxsize=262_144)
def consonant_classes(word: str) -> str:
    """The consonants in six classes, for names that changed script: `trump`, `te lang pu` -> `trnp`."""
    for letters, sound in (*DIGRAPHS, *SOFT):
        if letters in word:
            word = word.replace(letters, sound)
    return _row(word[:1] + word[1:].replace("h", ""), COARSE)


def _row(word: str, classes: dict[str, str]) -> str:
    row = ""
    for letter in word:
        sound = classes.get(letter, "")
        if sound and row[-1:] != sound:
            row += sound
    return row
