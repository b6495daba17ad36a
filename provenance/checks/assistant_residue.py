"""A chat assistant's reply is left in the article.

"Here is the translation:", "Sorry, I cannot translate this content", a code fence around the text, a citation mark or
a "[insert name]" are words between a writer and a machine. Printed, they tell readers that nobody read the text before
it went out. Delete them, and read the rest against the original once more. Articles about assistants quote such
sentences: what stands in quotation marks or in the middle of prose is silent.
"""

import re
from collections import deque
from collections.abc import Iterator

from provenance.inspection.check import Observation, check
from provenance.model.article import Article
from provenance.model.block import Block, BlockKind
from provenance.model.dossier import Dossier
from provenance.model.patterns import pattern
from provenance.model.rule import Example
from provenance.model.text import Span
from provenance.words.quotations import is_quoted
from provenance.words.stock_phrases import OPENING, Sighting, stock_phrases
from provenance.words.tokens import sentence_at

CITATION = pattern(
    r":?contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[?oaicite:\d+\]?"
    r"|\ue200?(?:cite)?\ue202?turn\d+(?:search|view|news|image)\d+\ue201?"
    r"|【\d+(?::\d+)?†[^】\n]{0,60}】|\[cite(?:_start|_end|: ?\d[\d, ]*)\]"
    r"|</?think(?:ing)?>|<\|[a-z_]{2,20}\|>|\[attached_file:\d+\]"
    r"|grok_card[^\s]{0,60}"
)
CITATION_SIGNS = ("oaicite", "turn0", "turn1", "†", "[cite", "think", "<|", "attached_file", "grok_card")
FENCE = pattern(r"^ {0,3}(?:```+|~~~+) ?(markdown|md|html|text|txt|plaintext|plain|article)?\s*$", re.MULTILINE | re.I)
OPENING_FENCE = pattern(r"(?:```+|~~~+) ?([a-z]*)\s*\Z", re.I)
NAMES_OF_PROSE = ("markdown", "md", "article", "text", "txt", "html")
EDGE = 3
OFFER = "offer"
"""The section of phrases that people say too: told only in the article's last lines."""

REPLY_END = 220
"""Characters above which a block that opens like a reply is rather a paragraph of prose."""


TOLD_BEFORE = 8
"""Passages told before one, of which one may hold it."""


@check(
    level="error",
    since="0.1",
    messages={
        "reply": {
            "en": "this is a chat assistant’s reply, not the article: delete it",
            "fr": "c’est la réponse d’un assistant conversationnel, pas l’article : à supprimer",
        },
        "placeholder": {
            "en": "a placeholder was never filled in: fill it in or delete it",
            "fr": "un champ à compléter est resté vide : à compléter ou à supprimer",
        },
        "citation": {
            "en": "a chat assistant's internal mark was left in the text: delete it",
            "fr": "une marque interne d’un assistant conversationnel est restée dans le texte : à supprimer",
        },
        "fence": {
            "en": "a code fence was left around the article: delete it",
            "fr": "une balise de bloc de code est restée autour de l’article : à supprimer",
        },
    },
    examples=(
        Example("⟦Voici la traduction de l’article en français :⟧\nLe phare sera repeint en juin.", "fr"),
        Example("Le phare sera repeint en juin.\n⟦N’hésitez pas à me demander une version plus courte.⟧", "fr"),
        Example("⟦```markdown⟧\nLe phare sera repeint.\n⟦```⟧", "fr"),
        Example("Le gardien, ⟦[insérer le nom]⟧, est ravi.", "fr"),
        Example("« En tant que modèle de langage, je n’ai pas d’avis », a répondu le robot du musée.", "fr"),
        Example("Voici la traduction de la lettre que le maire a reçue jeudi de Norvège.", "fr"),
        Example("Le maire [socialiste] a souri. « N’hésitez pas à me dire non », a-t-il lancé.", "fr"),
        Example("⟦Certainly! Here is the translated article:⟧\nThe lighthouse will be painted in June.", "en"),
        Example("The lighthouse opens. ⟦As an AI language model, I cannot confirm the date.⟧", "en"),
        Example("The lighthouse is white.⟦:contentReference[oaicite:3]⟧", "en"),
        Example("“I'm sorry, but I can't help with that,” the museum's chatbot answered visitors.", "en"),
        Example("As an AI language model, Lumo reads ships' logs faster than the keeper does.", "en"),
        Example("⟦Hier ist die Übersetzung ins Deutsche:⟧\nDer Leuchtturm wird gestrichen.", "de"),
        Example("Als Sprachmodell hat Lumo die Logbücher gelesen.", "de"),
        Example("„Ich hoffe, das hilft“, sagte der Wärter. Natürlich half es.", "de"),
        Example("⟦Lo siento, pero no puedo traducir este contenido.⟧\nEl faro se pintará en junio.", "es"),
        Example("Aquí está la traducción que el museo encargó a Elena Prat.", "es"),
        Example("«Lo siento, no puedo ayudarte», repetía el programa del museo.", "es"),
        Example("⟦Ecco l’articolo tradotto in italiano:⟧\nIl faro sarà ridipinto a giugno.", "it"),
        Example("Ecco il testo della lettera che il custode ha spedito.", "it"),
        Example("«Mi dispiace, non posso aiutarti», rispondeva il programma del museo.", "it"),
        Example("⟦Claro! Segue a tradução do seu texto:⟧\nO farol será pintado em junho.", "pt"),
        Example("Segue a tradição do farol: todos pintam uma pedra.", "pt"),
        Example("“Desculpe, não posso ajudar”, repetia o programa do museu.", "pt"),
        Example("⟦Hier is de vertaling in het Nederlands:⟧\nDe vuurtoren wordt in juni geschilderd.", "nl"),
        Example("Als taalmodel heeft Lumo de logboeken gelezen.", "nl"),
        Example("“Het spijt me, maar ik kan dat niet”, antwoordde het programma.", "nl"),
    ),
)
def assistant_residue(dossier: Dossier) -> Iterator[Observation]:
    article = dossier.article
    phrases = stock_phrases("assistant", (article.language or "en").split("-")[0])
    yield from citations(article)
    edges, last = edge_spans(article), {block.span for block in [*article.own][-EDGE:]}
    for block in article.own:
        if phrases.line(article, block) and article.text[block.span].rstrip().endswith(":"):
            yield Observation(block.span, "reply", confidence=0.98)
            continue
        seen: deque[Span] = deque(maxlen=TOLD_BEFORE)
        for sighting in phrases.within(article, block):
            span = told(article, block, sighting)
            if sighting.phrase.section == OFFER and block.span not in last:
                continue
            if span and not any(other.contains(span) for other in seen):
                seen.append(span)
                message = "placeholder" if sighting.phrase.section == "placeholder" else "reply"
                yield Observation(span, message, confidence=confidence_of(sighting, block.span in edges))
    yield from fences(article)


def confidence_of(sighting: Sighting, at_edge: bool) -> float:
    """In the middle of an article, `Here is the translation` may present a letter that was translated."""
    return 0.98 if at_edge or sighting.phrase.place != OPENING else 0.92


def edge_spans(article: Article) -> set[Span]:
    """The first and last lines, where a reply stands around a text."""
    spans = [block.span for block in article.own]
    return {*spans[:EDGE], *spans[-EDGE:]}


def citations(article: Article) -> Iterator[Observation]:
    """Marks by which an assistant points to its sources or opens its thoughts."""
    content = article.text.content
    if any(sign in content for sign in CITATION_SIGNS):
        for block in article.own:
            for found in CITATION.finditer(content, *block.span):
                yield Observation(Span(*found.span()), "citation", confidence=0.99)


def told(article: Article, block: Block, sighting: Sighting) -> Span | None:
    """The sentence to delete, or None where the phrase is quoted or only looks like a reply."""
    span, phrase = sighting
    if block.kind is BlockKind.CODE or is_quoted(article, span):
        return None
    if phrase.section == "placeholder":
        end = article.text.content.find("]", span.end, min(block.span.end, span.end + 80))
        return Span(span.start, end + 1) if end > 0 else None
    sentence = sentence_at(article, block, span.start) or block.span
    if phrase.place != OPENING:
        return sentence
    if block.span.end - block.span.start > REPLY_END or article.text.plain[block.span.start] in "-–—\"'":
        return None
    return block.span if span.start - block.span.start < 3 else sentence


def fences(article: Article) -> Iterator[Observation]:
    """Code fences around the article, where the file is no technical text with code of its own."""
    source = article.text.source.content
    if "```" not in source and "~~~" not in source:
        return
    edges = edge_spans(article)
    for block in article.own:
        fence = FENCE.fullmatch(article.text[block.span])
        if fence and (block.span in edges or (fence[1] or "").lower() in NAMES_OF_PROSE):
            yield Observation(block.span, "fence", confidence=0.98)
    if article.format != "markdown":
        return
    before: Block | None = None
    for block in article.own:
        if block.kind is BlockKind.CODE and (before is None or before.kind is not BlockKind.CODE):
            fence = OPENING_FENCE.search(source, 0, article.text.raw(block.span).start)
            named = (*NAMES_OF_PROSE, "") if before is None else NAMES_OF_PROSE
            if fence and (fence[1] or "").lower() in named:
                yield Observation(block.span, "fence", confidence=0.98)
        before = block
