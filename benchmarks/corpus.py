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


MENU = '<li class="menu-item"><a href="/{word}/{number}.html" data-section="{word}" tabindex="0">{word}</a></li>\n'
SCRIPT = '<script>window.dataLayer.push({{"section": "{word}", "id": {number}, "tags": ["{word}"]}});</script>\n'


def write_pages(folder: Path, *, pages: int, size: int, language: str = "fr", seed: int = 1) -> int:
    """Write that many saved pages of about `size` bytes: an article of a few kB, the rest scripts and menus, as in the
    pages of newspapers; returns the bytes written."""
    chance, pool, total = random.Random(seed), sentences(language), 0  # noqa: S311
    words = sorted({word for sentence in pool for word in WORD.findall(sentence)})
    for number in range(pages):
        body = "".join(f"<p>{chance.choice(pool)} {chance.choice(pool)}</p>\n" for _ in range(20))
        furniture, length = [], len(body.encode())
        while length < size:
            form = MENU if chance.random() < 0.3 else SCRIPT
            furniture.append(form.format(word=chance.choice(words), number=len(furniture)))
            length += len(furniture[-1].encode())
        half = len(furniture) // 2
        head = f'<title>Le pont {number}</title>\n<meta name="author" content="Odile Vasseur">'
        article = f"<article><h1>Le pont {number}</h1>\n{body}</article>"
        menu, footer = (
            f"<nav><ul>{''.join(furniture[:half])}</ul></nav>",
            f"<footer>{''.join(furniture[half:])}</footer>",
        )
        html = f'<html lang="{language}"><head>{head}</head>\n<body>{menu}\n{article}\n{footer}</body></html>\n'
        (folder / f"page-{number:05}.html").write_text(html, "utf-8")
        total += len(html.encode())
    return total
