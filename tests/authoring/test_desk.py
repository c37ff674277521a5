"""One stack of steps: what is done as one is undone as one, in all files."""

from __future__ import annotations

from pathlib import Path as File
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.authoring.arrangement import Arrangement
from trainer.authoring.desk import MOST, Change, Desk, Place
from trainer.authoring.document import CannotChangeError, Document
from trainer.authoring.plain_file import PlainFile
from trainer.authoring.source.splices import Splice

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = "format: scenario/1\ntitle: One\nscenes:\n  one: {text: A, next: one}\n"


def opened(name: str = "a.yaml") -> Document:
    made = Document(File(name), TEXT)
    made.settle()
    return made


def title(desk: Desk, made: Document, words: str, typing: str = "") -> None:
    with desk.step("a title", Place(made, ("title",)), typing) as step:
        step.put(made, ("title",), words)


def test_what_is_typed_in_one_go_is_one_step() -> None:
    desk, made = Desk(), opened()
    for words in ("O", "On", "Only"):
        title(desk, made, words, "title")
    desk.undo()
    assert made.text == TEXT
    desk.redo()
    title(desk, made, "Only one", "title")
    desk.pause()
    title(desk, made, "Only one more", "title")
    desk.undo()
    assert made.data(("title",)) == "Only one"


def test_acts_without_typing_are_steps_of_their_own() -> None:
    desk, made = Desk(), opened()
    title(desk, made, "Two")
    title(desk, made, "Three")
    desk.undo()
    assert made.data(("title",)) == "Two"


def test_after_undoing_typing_goes_on_as_a_step_of_its_own() -> None:
    desk, made = Desk(), opened()
    title(desk, made, "Two", "title")
    title(desk, made, "Three", "other")
    desk.undo()
    desk.undo()
    desk.redo()
    title(desk, made, "Four", "title")
    desk.undo()
    assert made.data(("title",)) == "Two"


def test_a_new_step_forgets_what_was_undone() -> None:
    desk, made = Desk(), opened()
    title(desk, made, "Two")
    desk.undo()
    title(desk, made, "Three")
    assert desk.redoes is None
    assert desk.redo() is None


def test_a_step_over_files_and_the_map_is_undone_as_one() -> None:
    desk, first, second = Desk(), opened("a.yaml"), opened("b.yaml")
    told: list[tuple[str, ...]] = []

    def listen(changes: Sequence[Change], at: Place) -> None:
        told.append(tuple(one.document.path.name for one in changes))

    desk.listeners.append(listen)
    pins = Arrangement(pins=MappingProxyType({"one": (1.0, 2.0)}))
    with desk.step("all", Place(first, ())) as step:
        step.put(first, ("title",), "Two")
        step.put(second, ("title",), "Two")
        step.arrange(second, pins)
    assert second.arrangement == pins
    desk.undo()
    assert (first.text, second.text, second.arrangement) == (TEXT, TEXT, Arrangement())
    desk.redo()
    assert (second.data(("title",)), second.arrangement) == ("Two", pins)
    assert told == [
        ("a.yaml", "b.yaml", "b.yaml"),
        ("b.yaml", "b.yaml", "a.yaml"),
        ("a.yaml", "b.yaml", "b.yaml"),
    ]


def test_of_a_step_that_fails_nothing_was_done() -> None:
    desk, made = Desk(), opened()

    def fail() -> None:
        with desk.step("two", Place(made, ())) as step:
            step.put(made, ("title",), "Two")
            step.put(made, ("title", "inside"), "three")

    with pytest.raises(CannotChangeError):
        fail()
    assert made.text == TEXT
    assert desk.undoes is None


def test_a_step_that_changes_nothing_is_none() -> None:
    desk, made = Desk(), opened()
    title(desk, made, "One")
    assert desk.undoes is None
    assert not made.is_changed


def test_saved_is_saved_also_after_undoing_and_redoing() -> None:
    desk, made = Desk(), opened()
    title(desk, made, "Two")
    made.saved = made.text
    desk.undo()
    assert made.is_changed
    desk.redo()
    assert not made.is_changed


def test_so_many_steps_can_be_undone_and_the_oldest_go_first() -> None:
    desk, made = Desk(), opened()
    for number in range(MOST + 3):
        with desk.step("a line", Place(made, ())) as step:
            step.splice(made, [Splice(len(made.text), len(made.text), f"# {number}\n")])
    undone = 0
    while desk.undo() is not None:
        undone += 1
    assert undone == MOST
    assert made.text == f"{TEXT}# 0\n# 1\n# 2\n"


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 4), st.text("ab\n😀", max_size=3)), max_size=12
    )
)
def test_typing_in_one_go_comes_back_as_it_was_however_it_jumped(
    given: list[tuple[int, int, str]],
) -> None:
    desk, made = Desk(), opened()
    for start, size, new in given:
        start = min(start, len(made.text))
        with desk.step("typing", Place(made, ()), "text") as step:
            step.splice(made, [Splice(start, min(start + size, len(made.text)), new)])
    after = made.text
    desk.undo()
    assert made.text == TEXT
    desk.redo()
    assert made.text == after


def test_letters_one_after_the_other_are_one_change() -> None:
    desk, made = Desk(), opened()
    at = made.text.index("One")
    for place, letter in enumerate("Only "):
        with desk.step("typing", Place(made, ()), "text") as step:
            step.splice(made, [Splice(at + place, at + place, letter)])
    for _each in range(2):
        with desk.step("typing", Place(made, ()), "text") as step:
            step.splice(made, [Splice(at + 3, at + 4, "")])
    assert desk.undoes is not None
    (change,) = desk.undoes.changes
    assert change.splices == (Splice(at, at, "Onl"),)
    with desk.step("typing", Place(made, ()), "text") as step:
        step.splice(made, [Splice(0, 0, "# far away\n")])
    assert len(desk.undoes.changes) == 2


def test_lines_are_counted_in_the_text_as_it_is() -> None:
    _desk, made = Desk(), opened()
    for change in (Splice(0, 0, "# one\n"), Splice(0, 0, "{"), Splice(0, 1, "# two\n")):
        made.lines_before()
        made.apply([change])
        counts = [made.text.count("\n", 0, part.start) for part in made.parts]
        assert made.broken is not None or made.lines_before() == counts


def titles(*made: Document) -> list[object]:
    return [one.data(("title",)) for one in made]


def test_what_is_undone_is_of_the_file_that_is_looked_at() -> None:
    desk, first, second = Desk(), opened("a.yaml"), opened("b.yaml")
    title(desk, first, "First")
    desk.here = second
    assert desk.undoes is None
    assert desk.undo() is None
    title(desk, second, "Second")
    title(desk, second, "Second again")
    desk.here = first
    desk.undo()
    assert titles(first, second) == ["One", "Second again"]
    assert desk.undo() is None
    desk.here = second
    assert desk.redoes is None
    desk.undo()
    desk.here = first
    desk.redo()
    assert titles(first, second) == ["First", "Second"]


def test_what_was_done_here_to_other_files_is_undone_here() -> None:
    desk, first, second = Desk(), opened("a.yaml"), opened("b.yaml")
    desk.here = first
    with desk.step("replace", Place(first, ())) as step:
        step.put(second, ("title",), "Two")
    desk.undo()
    assert titles(second) == ["One"]


def test_what_was_done_since_in_one_of_its_files_goes_before_a_step_over_files() -> None:
    desk, first, second = Desk(), opened("a.yaml"), opened("b.yaml")
    with desk.step("all", Place(first, ())) as step:
        step.put(first, ("title",), "Two")
        step.put(second, ("title",), "Two")
    title(desk, second, "Two more")
    desk.here = first
    desk.undo()
    assert titles(first, second) == ["Two", "Two"]
    desk.undo()
    assert titles(first, second) == ["One", "One"]
    desk.redo()
    desk.here = second
    desk.redo()
    assert titles(first, second) == ["Two", "Two more"]


def test_what_changes_a_translation_is_undone_from_any_file() -> None:
    desk, first = Desk(), opened()
    beside = desk.add(PlainFile(File("a.vi.po"), "a"))
    desk.here = first
    with desk.step("go on", Place(beside, ())) as step:
        step.splice(beside, [Splice(0, 1, "b")])
    desk.undo()
    assert beside.text == "a"


def test_what_is_typed_at_the_same_place_of_two_files_is_two_steps() -> None:
    desk, first, second = Desk(), opened("a.yaml"), opened("b.yaml")
    title(desk, first, "Two", "title")
    title(desk, second, "Two", "title")
    desk.here = second
    desk.undo()
    assert titles(first, second) == ["Two", "One"]


FILES = 3
_acts = st.one_of(
    st.tuples(st.just("look"), st.integers(0, FILES - 1)),
    st.tuples(st.just("undo"), st.none()),
    st.tuples(st.just("redo"), st.none()),
    st.tuples(st.just("do"), st.sets(st.integers(0, FILES - 1), min_size=1)),
)


@given(st.lists(_acts, max_size=30))
@settings(max_examples=60, deadline=None)
def test_in_whatever_file_one_undoes_each_is_as_it_was(acts: list[tuple[str, object]]) -> None:
    desk, files = Desk(), [opened(f"{number}.yaml") for number in range(FILES)]
    desk.here = files[0]
    for number, (act, what) in enumerate(acts):
        if act == "look":
            desk.here = files[int(str(what))]
        elif act == "do":
            assert isinstance(what, set)
            with desk.step("do", Place(desk.here, ())) as step:
                for one in sorted(what):
                    step.put(files[one], ("title",), f"{number} {'more ' * number}")
        else:
            (desk.undo if act == "undo" else desk.redo)()
    done = [one.text for one in files]
    for one in files:
        desk.here = one
        while desk.undo() is not None:
            pass
        assert one.text == TEXT
    assert [one.text for one in files] == [TEXT] * FILES
    for one in files[::-1]:
        desk.here = one
        while desk.redo() is not None:
            pass
    if not any(act == "undo" for act, _what in acts):
        assert [one.text for one in files] == done
