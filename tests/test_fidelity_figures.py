"""Figures in other units: what a conversion says is no change, what it does not say is one."""

import pytest

from provenance.fidelity.agreement import converted
from provenance.words.quantities import quantities


@pytest.mark.parametrize(
    ("origin", "article", "language", "faithful"),
    [
        ("temperatures that dropped to 14 degrees Fahrenheit", "com os 10 graus negativos de janeiro", "pt", True),
        ("temperatures that dropped to 14 degrees Fahrenheit", "avec 10 degrés au-dessous de zéro", "fr", True),
        ("temperatures that rose to 50 degrees Fahrenheit", "mit 10 Grad", "de", True),
        ("temperatures that rose to 86 degrees Fahrenheit", "avec 40 degrés", "fr", False),
        ("a path of five miles", "un sentier de huit kilomètres", "fr", True),
        ("a path of five miles", "un sentier de cinq kilomètres", "fr", False),
    ],
)
def test_a_conversion_is_no_change(origin: str, article: str, language: str, faithful: bool) -> None:
    theirs, mine = list(quantities(origin, "en")), list(quantities(article, language))
    assert any(converted(one, other) for one in mine for other in theirs) is faithful
