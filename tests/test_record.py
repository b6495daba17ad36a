"""Records behave as frozen dataclasses do."""

import pickle
from collections.abc import Mapping

import pytest

from provenance.model.dating import PartialDate
from provenance.model.record import fresh, record, replace


@record
class Note:
    text: str
    words: tuple[str, ...] = ()
    facts: dict[str, int] = fresh(default_factory=dict, compare=False)


@record(order=True)
class Place:
    line: int
    column: int = 1


@record(slots=False)
class Loose:
    text: str


def test_values_defaults_and_names() -> None:
    note = Note("a", words=("b",))
    assert (note.text, note.words, note.facts) == ("a", ("b",), {})
    assert Note("a").facts is not Note("a").facts
    assert repr(note) == "Note(text='a', words=('b',), facts={})"
    match note:
        case Note(text, words):
            assert (text, words) == ("a", ("b",))


@pytest.mark.parametrize(("values", "named"), [((), {}), (("a", (), {}, 1), {}), (("a",), {"unknown": 1})])
def test_wrong_values_are_refused(values: tuple[object, ...], named: Mapping[str, object]) -> None:
    with pytest.raises(TypeError, match="argument"):
        Note(*values, **named)  # type: ignore[arg-type]


def test_equality_hash_and_order() -> None:
    assert Note("a", facts={"b": 1}) == Note("a") != Note("b")
    assert hash(Note("a", facts={"b": 1})) == hash(Note("a"))
    assert Note("a") != Loose("a")
    assert sorted([Place(2), Place(1, 5), Place(1, 2)]) == [Place(1, 2), Place(1, 5), Place(2)]
    assert Place(1) <= Place(1) >= Place(1)
    assert Place(1) < Place(2) > Place(1)


@pytest.mark.parametrize("held", [Note("a"), Loose("a"), PartialDate(2031, 3)])
def test_a_record_never_changes_and_travels(held: object) -> None:
    name = type(held).__match_args__[0]  # type: ignore[attr-defined]
    for change in (lambda: setattr(held, name, 1), lambda: delattr(held, name), lambda: setattr(held, "other", 1)):
        with pytest.raises(AttributeError, match="frozen"):
            change()
    assert pickle.loads(pickle.dumps(held)) == held  # noqa: S301


def test_a_changed_copy() -> None:
    assert replace(Note("a", ("b",)), text="c") == Note("c", ("b",))
    with pytest.raises(TypeError, match="unknown"):
        replace(Note("a"), unknown=1)
