"""What fields write, and acts on choices and lines: nothing else in the file is touched."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.authoring.files import document, read, shipped
from trainer.authoring.desk import Desk, Place
from trainer.authoring.forms import effects, entries, fields, places, switching, writing
from trainer.authoring.forms.effects import Effect, How
from trainer.authoring.outline import Kind
from trainer.checking.files import check_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.scenario.problems import Problem

HEAD = "format: scenario/1\nid: a\nscenes:\n"
SCENE = (
    HEAD + "  one:\n    text: Hello  # said\n    lines:\n      - lin: Hi\n        soft: H\n"
    "      # the reply\n      - you: Yes\n      - plain\n    choices:\n"
    "      # the first\n      - id: a\n        say: Word\n        fit: fair\n"
    "        feedback:\n          headline: x\n        next: two\n"
    "      - {id: b, act: Do, next: two}  # second\n  two: {stub: true}\n"
)
ONE: Path = ("scenes", "one")


def done(text: str, act: Callable[..., Any], *args: Any) -> Document:
    """Do one act on a text; it can be undone to the last character."""
    desk, made = Desk(), document(text)
    with desk.step("act", Place(made, ())) as step:
        act(step, made, *args)
    after = made.text
    desk.undo()
    assert made.text == text
    desk.redo()
    assert made.text == after
    assert made.broken is None
    return made


def test_what_a_field_stands_in_is_made_for_it_and_goes_with_it() -> None:
    made = done(SCENE, writing.write, (*ONE, "timer", "seconds"), "40")
    assert made.data((*ONE, "timer")) == {"seconds": "40"}
    assert done(made.text, writing.write, (*ONE, "timer", "seconds"), None).text == SCENE


def test_what_must_be_there_stays_empty_handed() -> None:
    text = HEAD + "  one: {ending: {outcome: mixed}}\n"
    path = ("scenes", "one", "ending", "outcome")
    made = done(text, writing.write, path, None)
    assert made.data(("scenes", "one")) is None or made.data(("scenes", "one")) == {}
    assert made.data(("scenes",)) is not None


def test_an_empty_holder_is_written_over() -> None:
    text = HEAD + "  one:\n    text: a\n    ending:\n"
    made = done(text, writing.write, ("scenes", "one", "ending", "view"), "Fine")
    assert made.data(("scenes", "one", "ending")) == {"view": "Fine"}


def test_lines_change_places_with_their_comments() -> None:
    made = done(SCENE, entries.move, (*ONE, "lines", 1), -1)
    assert made.data((*ONE, "lines")) == [{"you": "Yes"}, {"lin": "Hi", "soft": "H"}, "plain"]
    assert "      # the reply\n      - you: Yes\n      - lin: Hi" in made.text
    assert sorted(made.text) == sorted(SCENE)
    assert done(made.text, entries.move, (*ONE, "lines", 0), 1).text == SCENE


def test_an_entry_cannot_leave_its_list() -> None:
    assert done(SCENE, entries.move, (*ONE, "choices", 1), 5).text == SCENE


@pytest.mark.parametrize("ends", ["\n", "", "\r\n"])
def test_the_last_entry_moves_whatever_ends_the_file(ends: str) -> None:
    text = "format: page/1\nsections:\n  - {id: a}\n  - id: b"
    text = text.replace("\n", ends or "\n") + ends
    made = done(text, entries.move, ("sections", 1), -1)
    assert made.data(("sections",)) == [{"id": "b"}, {"id": "a"}]
    assert ("\r" in made.text) == ("\r" in ends)


def test_entries_of_one_line_move_too() -> None:
    made = done("format: page/1\nsections: [{id: a}, {id: b}]\n", entries.move, ("sections", 0), 1)
    assert made.text == "format: page/1\nsections: [{id: b}, {id: a}]\n"


def test_an_entry_is_there_twice_as_it_is_written() -> None:
    made = done(SCENE, entries.double, (*ONE, "choices", 0))
    assert len(made.data((*ONE, "choices"))) == 3
    assert made.data((*ONE, "choices", 0)) == made.data((*ONE, "choices", 1))
    assert made.text.count("# the first\n") == 2


def test_every_choice_that_comes_along_moves_there_and_back() -> None:
    for file in shipped()[:6]:
        text = read(file)
        made, desk = document(text), Desk()
        for name in list(made.scenes())[:4]:
            path = ("scenes", name, "choices")
            there = made.data(path)
            if not isinstance(there, list) or len(there) < 2:
                continue
            with desk.step("m", Place(made, path)) as step:
                at = entries.move(step, made, (*path, 0), len(there))
            assert made.data(path) == [*there[1:], there[0]]
            with desk.step("m", Place(made, path)) as step:
                entries.move(step, made, at, -len(there))
            assert made.text == text


@pytest.mark.parametrize("kind", switching.WAYS_ON)
def test_a_scene_goes_on_in_one_way_only(kind: Kind) -> None:
    made = done(SCENE, switching.way_on, ONE, kind)
    scene = made.data(ONE)
    assert [one for one in switching.WAYS_ON if one.value in scene] == [kind]
    assert scene["text"] == "Hello"


def test_a_planned_scene_that_goes_on_has_a_place_for_its_text() -> None:
    made = done(SCENE, switching.way_on, ("scenes", "two"), Kind.ENDING)
    assert made.data(("scenes", "two")) == {"text": "", "ending": {"outcome": ""}}


def test_a_timer_goes_with_the_choices() -> None:
    text = SCENE.replace("    choices:", "    timer: {seconds: 5, then: two}\n    choices:")
    assert "timer" not in done(text, switching.way_on, ONE, Kind.NEXT).data(ONE)


def test_words_of_a_choice_stay_whether_said_or_done() -> None:
    path = (*ONE, "choices", 0)
    made = done(SCENE, switching.made, path, "own_words")
    choice = made.data(path)
    assert choice["own_words"] == "Word"
    assert "say" not in choice
    assert "fit" not in choice
    back = done(made.text, switching.made, path, "act")
    assert back.data(path)["act"] == "Word"


def test_a_choice_that_is_made_two_ways_is_made_one_way() -> None:
    text = SCENE.replace("say: Word", "say: Word\n        act: Do it")
    choice = done(text, switching.made, (*ONE, "choices", 0), "act").data((*ONE, "choices", 0))
    assert (choice.get("say"), choice["act"]) == (None, "Do it")


def test_somebody_else_says_the_same() -> None:
    path = (*ONE, "lines", 0)
    made = done(SCENE, switching.spoken_by, path, "grey")
    assert made.data(path) == {"grey": "Hi", "soft": "H"}
    assert made.text == SCENE.replace("- lin: Hi", "- grey: Hi")
    assert done(SCENE, switching.spoken_by, path, "").data(path) == "Hi"
    assert done(SCENE, switching.spoken_by, (*ONE, "lines", 2), "lin").data((*ONE, "lines", 2)) == {
        "lin": "plain"
    }


def test_changes_are_one_list() -> None:
    choice = {"set": {"near": "true", "heat": "3"}, "change": {"calm": "-2", "x": "+1"}}
    found = effects.read(choice)
    assert found == (
        Effect("near", How.BECOMES, "true"),
        Effect("heat", How.BECOMES, "3"),
        Effect("calm", How.DOWN, "2"),
        Effect("x", How.UP, "1"),
    )
    assert effects.written(found) == (choice["set"], {"calm": "-2", "x": "1"})
    assert effects.written(()) == (None, None)


def test_a_quoted_nothing_is_written_over_without_quotes() -> None:
    made = document(HEAD + '  one:\n    text: ""\n')
    desk = Desk()
    for said in ("T", "Th", "The", "The end"):
        with desk.step("type", Place(made, ONE), "text") as step:
            writing.write(step, made, (*ONE, "text"), said)
    assert made.text == HEAD + "  one:\n    text: The end\n"


def test_a_problem_is_shown_at_what_it_is_about() -> None:
    text = SCENE.replace("next: two}  # second", "next: film}  # second")
    made = document(text)
    (checked,) = check_text(made.text.encode(), made.path, date(2026, 1, 1))
    found = places.of_problems(made, checked.problems, ONE)
    there = {(one.path, one.problems[0].code) for one in found}
    assert ((*ONE, "choices", 0, "d"), "missing-key") in there
    assert ((*ONE, "choices", 1, "fit"), "missing-key") in there
    assert ((*ONE, "choices", 1, "next"), "unknown-scene") in there
    assert all(one.path[:2] == ONE for one in found)
    assert places.nearest((*ONE, "lines", 0, "lin"), {(*ONE, "lines", 0): 1, ONE: 2}) == (
        *ONE,
        "lines",
        0,
    )


def test_what_is_kept_of_the_problems_of_a_thing_is_what_is_wrong_in_it_now() -> None:
    made = document(SCENE.replace("next: two}  # second", "next: film}  # second"))
    kept = places.Placed()
    things: list[Path] = [(), ("scenes",), ONE, (*ONE, "choices", 1), ("cast", "lin")]

    def told(checked: tuple[Problem, ...]) -> list[list[tuple[Path, str]]]:
        return [
            sorted((one.path, one.problems[0].code) for one in found)
            for thing in things
            for found in (
                kept.inside(made, checked, thing),
                places.of_problems(made, checked, thing),
            )
        ]

    for title in ("", "One", "Some more"):
        if title:
            made.apply(made.put(("title",), title))  # All below stands elsewhere then.
        (checked,) = check_text(made.text.encode(), made.path, date(2026, 1, 1))
        for problems in (checked.problems, checked.problems[:2], ()):
            found = told(tuple(problems))
            assert found[::2] == found[1::2]
            assert bool(found[0]) == bool(problems)
    # The same ones in other lines now: what they say is not right any more, and told alike.
    problems = tuple(checked.problems)
    before = told(problems)
    made.apply(made.put(("scenes", "one", "text"), "Hello\nand more\nof it"))
    found = told(problems)
    assert found[::2] == found[1::2] != before[::2]


def test_every_pick_has_words_of_its_own() -> None:
    for one in (*fields.OF_CHOICE, fields.D_FIELD, fields.FIT):
        path: Path = ("scenes", "a", "choices", 0, *one.path)
        for value, words in fields.options("scenario/1", path):
            assert words != value
    assert fields.options("scenario/1", ("scenes", "a", "ending", "outcome"))
