"""What is left over in a text: page furniture, assistants' replies, repeated passages, quotation marks, spaces."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.finding import Finding
from provenance.model.settings import Declared, Profile, Settings
from provenance.pipeline import audit_bytes
from provenance.words.quotations import is_quoted, quotations
from provenance.words.quote_marks import quoting

RULES = frozenset(
    {
        "leftover-boilerplate",
        "assistant-residue",
        "hashtag-residue",
        "repeated-text",
        "spacing",
        "mixed-quotes",
        "unbalanced-quotes",
    }
)


def told(text: str, language: str, rule: str | None = None, path: str = "a.txt") -> list[tuple[str, Finding]]:
    select = frozenset({rule}) if rule else RULES
    research = Settings(profile=Profile.RESEARCH, select=select, declared=Declared(language))
    (dossier,) = audit_bytes(text.encode(), path, research)
    return [(dossier.article.text[finding.span], finding) for finding in dossier.findings]


def sure(text: str, language: str, rule: str, path: str = "a.txt") -> list[str]:
    """What an editor is told."""
    minimum = Profile.EDITOR.minimum_confidence
    return [words for words, finding in told(text, language, rule, path) if finding.confidence >= minimum]


MARKS = st.text(st.sampled_from("«»“”„\"'’‚‘ .,!?:;#[]{}<>|`\u00a0\nabÉ1"), max_size=120)


@settings(deadline=None)
@given(MARKS, st.sampled_from(["fr", "en", "de", "nl", None]))
def test_no_text_breaks_a_rule_and_every_span_is_inside(text: str, language: str | None) -> None:
    research = Settings(profile=Profile.RESEARCH, select=RULES, declared=Declared(language))
    (dossier,) = audit_bytes(f"a {text}".encode(), "a.txt", research)
    size = len(dossier.article.text.content)
    for finding in dossier.findings:
        assert 0 <= finding.span.start < finding.span.end <= size
        assert all(0 <= place.start < place.end <= size for place in finding.related)
        finding.message.text("en")
        finding.message.text("fr")


@settings(deadline=None)
@given(MARKS)
def test_quotations_are_in_order_and_stay_in_their_block(text: str) -> None:
    (dossier,) = audit_bytes(f"a {text}".encode(), "a.txt", Settings(select=RULES))
    found = quotations(dossier.article)
    assert list(found) == sorted(found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    for span in found:
        assert any(block.span.contains(span) for block in dossier.article.own)
        assert is_quoted(dossier.article, span)


@settings(deadline=None)
@given(MARKS)
def test_applied_spacing_is_stable(text: str) -> None:
    """A replaced place is right afterwards: the rule never undoes or repeats itself on it."""
    for words, finding in told(f"a {text}", "fr", "spacing"):
        if finding.replacement is not None:
            assert finding.replacement != words
            assert finding.replacement not in {again for again, _ in told(finding.replacement, "fr", "spacing")}


@pytest.mark.parametrize(
    ("text", "language", "lines"),
    [
        ("Le lac gèle.\nPlus\n", "fr", ["Plus"]),
        ("Le lac gèle. Il gèle plus fort.\nPlus fort que jamais\n", "fr", []),
        ("Le lac gèle.\n1 an, 6 numéros : 24 €\n", "fr", []),
        ("Le lac gèle.\nNewsletter du lac\nRecevez chaque jour le niveau du lac.\n", "fr", None),
        ("Table of Contents\nDer See friert zu.\n", "de", ["Table of Contents"]),
        ("Home > News > Sport\nThe lake froze.\n", "en", ["Home > News > Sport"]),
        ("The lake froze.\n12 comments\n", "en", ["12 comments"]),
        ("Il lago gela.\nFacebook Twitter WhatsApp\n", "it", ["Facebook Twitter WhatsApp"]),
        ("De stuw.\nIMG_2041.jpg\nundefined\n", "nl", ["IMG_2041.jpg", "undefined"]),
        ("O lago, disse {{name}}, gelou.\n", "pt", ["{{name}}"]),
    ],
)
def test_leftover_lines(text: str, language: str, lines: list[str] | None) -> None:
    expected = lines if lines is not None else text.strip().split("\n")[1:]
    assert sure(text, language, "leftover-boilerplate") == expected


def test_a_page_around_the_article_is_no_leftover() -> None:
    page = (
        "<html><body><nav><p>Menu</p></nav><article><h1>Le lac</h1><p>Le lac gèle depuis mardi matin.</p>"
        "<p>Abonnez-vous à notre newsletter</p><div class='share-bar'><p>Partager</p></div></article>"
        "<aside><p>Lire aussi : la digue</p></aside><footer><p>Mentions légales</p></footer></body></html>"
    )
    assert sure(page, "fr", "leftover-boilerplate", "a.html") == ["Abonnez-vous à notre newsletter"]


def test_template_fields_shown_as_code_are_silent() -> None:
    assert sure("Write `{{name}}` in the letter.\n", "en", "leftover-boilerplate", "a.md") == []
    assert sure("Write {{name}} in the letter.\n", "en", "leftover-boilerplate", "a.md") == ["{{name}}"]


def test_a_fence_around_a_markdown_article() -> None:
    fenced = "```markdown\n# The lake\n\nThe lake froze on Tuesday morning.\n```\n"
    assert len(sure(fenced, "en", "assistant-residue", "a.md")) == 1
    code = "# The lake\n\nRun this:\n\n```python\nprint(1)\n```\n\nIt froze.\n"
    assert sure(code, "en", "assistant-residue", "a.md") == []


def test_offers_of_help_count_only_at_the_end() -> None:
    body = "The lake froze.\nLet me know if you see a duck, the keeper asks.\n" + "The ice is thick.\n" * 4
    assert sure(body, "en", "assistant-residue") == []
    assert sure("The lake froze.\nLet me know if you'd like any changes!\n", "en", "assistant-residue")


@pytest.mark.parametrize(
    "text",
    [
        "« Le lac gèle.\n« Il gèle vite.\n« Il gèle bien », dit Ana.\n",
        '"Le lac gèle.\nIl gèle bien", dit Ana.\n',
        'Il mesure 6\'2" et pêche une truite de 14" au lac.\n',
        "“Le lac gèle”, dit Ana. « Il gèle “bien” », ajoute Jo.\n",
    ],
)
def test_balanced(text: str) -> None:
    assert sure(text, "fr", "unbalanced-quotes") == []


def test_quotation_marks_in_every_direction() -> None:
    texts = {"«a b»": 1, "»a b«": 1, "“a b”": 1, "„a b“": 1, "„a b”": 1, "”a b”": 1, '"a b"': 1, '"a “b” c"': 1}
    for text, count in texts.items():
        (dossier,) = audit_bytes(f"Er sagte {text} heute.".encode(), "a.txt", Settings(declared=Declared("de")))
        if text != "»a b«":
            assert len(quoting(dossier.article).quotations) == count, text
            assert not quoting(dossier.article).orphans, text


def test_a_live_ticker_and_refrains_may_repeat() -> None:
    line = "Der Stand bleibt unverändert bei null zu null in diesem zähen Spiel."
    assert not sure("\n".join(f"{hour}.00 Uhr {line}" for hour in range(10, 16)), "de", "repeated-text")
    assert not sure(
        "\n\n".join(["Los.", "Ja.", "Gut.", *[f"{line}\n\nStrophe {n}." for n in range(3)]]), "de", "repeated-text"
    )


def test_house_style_is_told_once() -> None:
    text = " ".join(f"Vraiment{number}! Oui{number}?" for number in range(6))
    found = told(text, "fr", "spacing")
    assert len(found) == 1
    assert found[0][1].confidence < Profile.EDITOR.minimum_confidence


def test_swiss_and_canadian_french_set_no_space() -> None:
    assert told("Le lac gèle!", "fr-CH", "spacing") == []
    assert told("Le lac gèle!", "fr-CA", "spacing") == []
    assert told("Le lac gèle!", "fr-FR", "spacing")
