"""What messages say of two spellings: how often each stands, and from where the right one is known."""

from collections.abc import Sequence

from provenance.model.finding import Value

A_KNOWN_SPELLING = {"en": "a known spelling", "fr": "une graphie connue"}
FROM_THE_HOUSE_FILE = {"en": "known from your house file", "fr": "une graphie de votre fichier maison"}
FROM_ONE = {"en": "known from one article of your archive", "fr": "une graphie d’un article de vos archives"}


def counted(wrong: str, wrongs: Sequence[object], right: str, rights: Sequence[object]) -> dict[str, Value]:
    """The two spellings, with the number of places of each as a figure and as English words."""
    return {
        "wrong": wrong,
        "wrongs": str(len(wrongs)),
        "often_wrong": how_often(wrongs),
        "right": right,
        "rights": str(len(rights)),
        "often_right": how_often(rights),
    }


def how_often(places: Sequence[object]) -> str:
    """The number of places in English words: once, twice, 7 times."""
    return {1: "once", 2: "twice"}.get(len(places), f"{len(places)} times")


def known_from(articles: int) -> dict[str, str]:
    """Where a learnt name is known from; one put in by hand stood in no article."""
    if articles < 2:
        return FROM_ONE if articles else FROM_THE_HOUSE_FILE
    return {
        "en": f"known from {articles} articles of your archive",
        "fr": f"une graphie de {articles} articles de vos archives",
    }
