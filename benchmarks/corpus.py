"""A deterministic corpus of any size, mixed from the sentences of `fixtures/articles`: no two files alike."""

import random
import re
from pathlib import Path

ARTICLES = Path(__file__).parent.parent / "fixtures" / "articles"
SENTENCE = re.compile(r"[^.!?\n]{40,}[.!?]")
WORD = re.compile(r"\b[a-zà-ÿ]{5,}\b")


def sentences(language: str) -> list[str]:
    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob(f"{language}-*.txt")) if _is_utf8(path)]
    return [sentence.strip() for text in texts for sentence in SENTENCE.findall(text)]


def _is_utf8(path: Path) -> bool:
    try:
        path.read_text("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def write(folder: Path, *, files: int, size: int, language: str = "fr", seed: int = 1) -> int:
    """Write that many text files of about `size` bytes; returns the bytes written."""
    chance, pool, total = random.Random(seed), sentences(language), 0  # noqa: S311
    words = sorted({word for sentence in pool for word in WORD.findall(sentence)})
    for number in range(files):
        lines, length = [f"Par Odile Vasseur\nPublié le {1 + number % 28} mars 2031\n"], 0
        while length < size:
            sentence = WORD.sub(
                lambda found: chance.choice(words) if chance.random() < 0.3 else found[0], chance.choice(pool)
            )
            lines.append(sentence + (" " if chance.random() < 0.7 else "\n\n"))
            length += len(lines[-1].encode())
        text = "".join(lines)
        (folder / f"{language}-{number:05}.txt").write_text(text, "utf-8")
        total += len(text.encode())
    return total
