"""Lines at the end of an article, as newsrooms print them: who is credited with what, and which lines credit nobody."""

import pytest

from provenance.model.credit import Credit
from provenance.model.settings import Profile, Settings
from provenance.pipeline import audit_bytes

BODIES = {
    "en": "The fishing club counted more than four hundred young eels below the weir this week, more than ever before. "
    "The council paid for a ladder of bristles.",
    "de": "Der Verein hat in dieser Woche mehr als vierhundert junge Aale unterhalb des Wehrs gezählt. "
    "Die Stadt hatte vor zwei Jahren eine Leiter aus Borsten bezahlt.",
    "nl": "De vereniging telde deze week meer dan vierhonderd jonge palingen onder de stuw. "
    "De gemeente betaalde twee jaar geleden een ladder van borstels.",
}


def credits_of(line: str, language: str, suffix: str = "txt") -> tuple[Credit, ...]:
    text = f"{BODIES[language]}\n\n{BODIES[language]}\n\n{BODIES[language]}\n\n{line}\n"
    settings = Settings(profile=Profile.EDITOR)
    (dossier,) = audit_bytes(text.encode(), f"a.{suffix}", settings)
    return tuple(credit for credit in dossier.credits if credit.role != "citation")


def told(line: str, language: str, suffix: str = "txt") -> set[str]:
    found = credits_of(line, language, suffix)
    return {f"{credit.role}: {', '.join(agent.name for agent in credit.agents)}" for credit in found}


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "Von Nora Kessler (Text) und Martin Albers (Fotos)", {"author: Nora Kessler", "image: Martin Albers"}),
        ("de", "Dieser Artikel wurde von Nora Kessler ins Deutsche übersetzt.", {"translator: Nora Kessler"}),
        ("de", "Weitere Quellen • AP", {"agency: AP"}),
        ("de", "Mit dpa-Material", {"agency: dpa"}),
        ("en", "Additional sources • AP", {"agency: AP"}),
        ("en", "Story by Laura Abbott, photography by Peter Hale", {"author: Laura Abbott", "image: Peter Hale"}),
        (
            "en",
            "With reporting by Laura Abbott and the Associated Press",
            {
                "agency: Laura Abbott, the Associated Press",
                "contributor: Laura Abbott",
            },
        ),
        (
            "en",
            "Laura Abbott in Tokyo and Peter Hale in Seoul contributed to this report.",
            {
                "contributor: Laura Abbott, Peter Hale",
            },
        ),
        ("de", "Von Nora Kessler (dpa)", {"author: Nora Kessler, dpa", "agency: dpa"}),
        ("de", "Nora Kessler (mit dpa)", {"author: Nora Kessler", "agency: dpa"}),
        ("de", "Dieser Beitrag erschien zuerst in der BRIGITTE 7/31.", {"republication: BRIGITTE"}),
        ("nl", "Redactie Binnenland", {"author: Redactie Binnenland"}),
        ("nl", "M.m.v. Peter Smit", {"contributor: Peter Smit"}),
        ("nl", "Redactie/ANP", {"agency: Redactie, ANP"}),
    ],
)
def test_line_credits(language: str, line: str, expected: set[str]) -> None:
    assert told(line, language) == expected


def test_a_dateline_may_stand_on_a_line_of_its_own() -> None:
    body = "El faro de la bahía reabrirá en junio tras dos años de obras, dijo ayer la alcaldesa ante los vecinos."
    text = f"El faro reabre en junio\n\nVALDEMAR, 12 May. 2031 (EUROPA PRESS) -\n\n{body}\n"
    (dossier,) = audit_bytes(text.encode(), "a.txt", Settings())
    datelines = [credit for credit in dossier.credits if credit.role == "dateline"]
    assert [[agent.name for agent in credit.agents] for credit in datelines] == [["EUROPA PRESS"]]


def test_people_before_their_wire_sign() -> None:
    assert told("Laura Abbott and Peter Hale, Associated Press", "en") == {
        "author: Laura Abbott, Peter Hale, Associated Press",
        "agency: Associated Press",
    }


def test_what_a_place_stands_beside_is_a_wire_and_no_photographer() -> None:
    assert told("Berlin / dpa", "de") == {"agency: dpa"}


def test_what_somebody_says_of_a_machine_is_no_disclosure() -> None:
    assert told("The image was made with artificial intelligence, the mayor said.", "en") == set()
    assert told("Das Bild wurde mit künstlicher Intelligenz erstellt, sagte die Polizei.", "de") == set()


def test_link_behind_a_named_work_is_no_further_source() -> None:
    found = credits_of("This article first appeared on Undark. Read the original here: https://lake.example/a1/b", "en")
    assert [str(credit.role) for credit in found] == ["republication"]


def test_title_of_the_original_has_its_author_behind_it() -> None:
    line = "Article translated from French, [Pumps - A Guide](https://lake.example/a1) by [Laura Abbott](https://abbott.example)"
    assert "original-author: Laura Abbott" in told(line, "en", "md")


def test_wire_beside_a_person_has_a_credit_of_its_own() -> None:
    assert "agency: dpa" in told("Martin Albers und dpa", "de")


def test_link_to_a_named_source_goes_with_it() -> None:
    line = "Source: Yahoo News. [Read it on Yahoo News](https://lake.example/a1)"
    assert [credit.url for credit in credits_of(line, "en", "md") if credit.role == "source"][:1] == [
        "https://lake.example/a1"
    ]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Interview with Laura Abbott"),
        ("en", "In an interview with Laura Abbott, the minister denied everything."),
        ("en", "The photographs were taken by Peter Hale, who lived on the island for a year."),
        ("de", "Interview mit Nora Kessler"),
        ("de", "Nach einem Bericht der New York Times wird die Brücke im Mai gesperrt."),
        ("de", "Das Original von Jan Steen hängt im Rijksmuseum."),
        ("nl", "Interview met Anna Brouwer"),
        ("nl", "Recensie: De stille haven"),
    ],
)
def test_look_alikes_credit_nobody(language: str, line: str) -> None:
    assert not credits_of(line, language)


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("en", "With files from Reuters and PA.", ["Reuters", "PA"]),
        ("de", "Mit Material von dpa, AFP und Reuters", ["dpa", "AFP", "Reuters"]),
        ("nl", "Met informatie van ANP en Belga", ["ANP", "Belga"]),
    ],
)
def test_each_wire_of_a_line_has_a_credit_of_its_own(language: str, line: str, names: list[str]) -> None:
    assert [credit.organisation for credit in credits_of(line, language)] == names


def test_a_source_named_like_the_site_it_is_linked_to_is_no_person() -> None:
    (credit,) = credits_of("Bron: [Wieske Bode](https://www.wieskebode.nl/nieuws/rokerij)", "nl", "md")
    assert (credit.role, credit.people, credit.domain) == ("source", (), "wieskebode.nl")
