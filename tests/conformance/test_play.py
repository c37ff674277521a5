"""``play``: a scenario run without a window."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.conformance.story import GOOD, changed, choice, end, fork, go, story

if TYPE_CHECKING:
    from tests.conformance.story import Command

AWAY = {"scene": "look-up", "id": "away", "d": "distract", "fit": "fair"}
LOOK = {"scene": "look-up", "id": "look", "d": "delay", "fit": "fair"}


def test_from_start_to_end(upstander: Command) -> None:
    assert upstander.play(GOOD, "2,1") == {
        "scenes": ["look-up", "aboard", "beside", "her-stop"],
        "offered": [["look", "away"], ["ask", "tell", "own"]],
        "choices": [AWAY, {"scene": "aboard", "id": "ask", "d": "distract", "fit": "strong"}],
        "state": {"calm": 3, "helped": True},
        "ending": {"scene": "her-stop", "outcome": "supported"},
    }


def test_numbers_count_what_is_offered(upstander: Command) -> None:
    """Having looked, ask is not offered: tell is the first one."""
    told = upstander.play(GOOD, "1,1")
    assert told["offered"] == [["look", "away"], ["tell", "own"]]
    assert told["choices"][1] == {"scene": "aboard", "id": "tell", "d": "delegate", "fit": "fair"}
    assert told["scenes"] == ["look-up", "aboard", "beside", "her-stop"]
    assert told["state"] == {"calm": 2, "helped": True}
    told = upstander.play(GOOD, "2,2")
    assert told["scenes"] == ["look-up", "aboard", "she-leaves"]
    assert told["ending"] == {"scene": "she-leaves", "outcome": "mixed"}


def test_own_words(upstander: Command) -> None:
    told = upstander.play(GOOD, "2,3")
    assert told["choices"][1] == {"scene": "aboard", "id": "own", "d": "direct", "fit": None}
    assert told["scenes"][-1] == "her-stop"


def test_a_run_that_is_not_over(upstander: Command) -> None:
    """The decision that is open is offered too, and there is no ending yet."""
    told = upstander.play(GOOD, "1")
    assert told == {
        "scenes": ["look-up", "aboard"],
        "offered": [["look", "away"], ["tell", "own"]],
        "choices": [LOOK],
        "state": {"calm": 2, "helped": True},
        "ending": None,
    }


def test_scenes_that_are_only_read(upstander: Command) -> None:
    scenes: dict[str, Any] = {
        "a": go("b"),
        "b": go([{"when": "n > 3", "to": "f"}, {"to": "c"}]),
        "c": fork(choice("x", "d", change={"n": 20}), choice("y", "d", change={"n": -20})),
        "d": go([{"when": "n == 10", "to": "e"}, {"when": "n == 0", "to": "f"}, {"to": "a"}]),
        "e": end("supported"),
        "f": end("harmed"),
    }
    text = story(scenes, {"n": 3})
    told = upstander.play(text, "1")
    assert told["scenes"] == ["a", "b", "c", "d", "e"]
    assert told["offered"] == [["x", "y"]]
    assert told["state"] == {"n": 10}
    assert told["ending"] == {"scene": "e", "outcome": "supported"}
    told = upstander.play(text, "2")
    assert told["scenes"] == ["a", "b", "c", "d", "f"]
    assert told["state"] == {"n": 0}


def test_scenes_again_and_again(upstander: Command) -> None:
    scenes = {
        "a": fork(choice("stay", "a", change={"n": 4}), choice("out", "e", when="n > 4")),
        "e": end(),
    }
    text = story(scenes, {"n": 0})
    told = upstander.play(text, "1,1,1,2")
    assert told["scenes"] == ["a", "a", "a", "a", "e"]
    assert told["offered"] == [["stay"], ["stay"], ["stay", "out"], ["stay", "out"]]
    assert [made["id"] for made in told["choices"]] == ["stay", "stay", "stay", "out"]
    assert told["state"] == {"n": 10}


def test_set_comes_before_change_and_next_after(upstander: Command) -> None:
    one = choice("x", [{"when": "n == 6 and told", "to": "b"}, {"to": "e"}],
                 change={"n": 1}, set={"n": 5, "told": True})  # fmt: skip
    text = story({"a": fork(one), "b": end("supported"), "e": end()}, {"n": 0, "told": False})
    told = upstander.play(text, "1")
    assert told["state"] == {"n": 6, "told": True}
    assert told["ending"] == {"scene": "b", "outcome": "supported"}


def test_a_scene_that_ends_at_once(upstander: Command) -> None:
    told = upstander.play(story({"a": go("e"), "e": end()}), "")
    assert told == {
        "scenes": ["a", "e"], "offered": [], "choices": [], "state": {},
        "ending": {"scene": "e", "outcome": "mixed"},
    }  # fmt: skip


def test_no_choice_yet(upstander: Command) -> None:
    told = upstander.play(GOOD, "")
    assert told["scenes"] == ["look-up"]
    assert told["offered"] == [["look", "away"]]
    assert (told["choices"], told["ending"]) == ([], None)


@pytest.mark.parametrize("outcome", ["supported", "mixed", "unresolved", "harmed"])
def test_outcomes(upstander: Command, outcome: str) -> None:
    told = upstander.play(story({"a": fork(choice("x", "e")), "e": end(outcome)}), "1")
    assert told["ending"] == {"scene": "e", "outcome": outcome}


@pytest.mark.parametrize(
    ("choose", "step"),
    [("3", "1"), ("0", "1"), ("1,3", "2"), ("2,4", "2"), ("2,1,1", "3"), ("1,1,1", "3"),
     ("9,1", "1"), ("2,1,1,1", "3")],
)  # fmt: skip
@pytest.mark.parametrize("shape", [[], ["--json"]])
def test_a_number_that_is_not_offered(
    upstander: Command, choose: str, step: str, shape: list[str]
) -> None:
    path = upstander.put("bus.yaml", GOOD)
    status, out, err = upstander.run("play", path, "--choose", choose, *shape)
    assert status == 2
    assert out == ""
    assert step in err
    assert "Traceback" not in err


@pytest.mark.parametrize("choose", ["x", "1,,2", "1;2", "1.5", "-1"])
def test_what_are_no_numbers(upstander: Command, choose: str) -> None:
    path = upstander.put("bus.yaml", GOOD)
    status, out, err = upstander.run("play", path, f"--choose={choose}")
    assert status == 2
    assert out == ""
    assert err


def test_spaces_between_numbers(upstander: Command) -> None:
    assert upstander.play(GOOD, "2, 1")["ending"] is not None


def test_a_file_with_errors(upstander: Command) -> None:
    text = changed(("    next: her-stop", "    next: her-stopp"), ("minutes: 8", "minutes: 99"))
    path = upstander.put("bus.yaml", text)
    status, out, err = upstander.run("play", path, "--choose", "1")
    assert status == 1
    for code in ("[unknown-scene]", "[bad-value]"):
        assert code in out + err
    assert ": error: " in out + err
    status, out, err = upstander.run("play", path, "--choose", "1", "--json")
    assert status == 1
    assert "unknown-scene" in out + err


def test_errors_that_only_exploring_finds(upstander: Command) -> None:
    scenes = {"a": fork(choice("x", "b"), choice("y", "e")), "b": go("b"), "e": end()}
    path = upstander.put("bus.yaml", story(scenes))
    status, out, err = upstander.run("play", path, "--choose", "2", "--json")
    assert status == 1
    assert "endless" in out + err


def test_errors_of_text(upstander: Command) -> None:
    path = upstander.put("bus.yaml", changed(("Rain runs", "Rain <b> runs")))
    status, out, err = upstander.run("play", path, "--choose", "2")
    assert status == 1
    assert "[unsafe-markup]" in out + err


def test_warnings_do_not_stop_it(upstander: Command) -> None:
    told = upstander.play(changed(("  helped: false", "  helped: false\n  tired: 1")), "2,1")
    assert told["state"] == {"calm": 3, "helped": True, "tired": 1}


def test_a_draft_with_a_stub_ends_there(upstander: Command) -> None:
    """The stub is only a warning in a draft, and no ending."""
    scenes = {"a": fork(choice("x", "s"), choice("y", "e")), "s": {"stub": True}, "e": end()}
    told = upstander.play(story(scenes), "1")
    assert told["scenes"] == ["a", "s"]
    assert told["ending"] is None


def test_a_file_that_is_not_there(upstander: Command) -> None:
    status, out, err = upstander.run("play", upstander.folder / "nowhere.yaml", "--choose", "1")
    assert status == 2
    assert out == ""
    assert err


def test_the_transcript(upstander: Command) -> None:
    path = upstander.put("bus.yaml", GOOD)
    status, out, err = upstander.run("play", path, "--choose", "2,1")
    assert (status, err) == (0, "")
    for piece in (
        "You look up from your phone.", "Look away again.", "You missed it.",
        "The bus is half full.", "Man in grey", "Why don't you go back?",
        "Mrs. Lin", "Please leave me alone.", "Two riders look up.",
        "Excuse me, which stop is best?", "You gave her your attention.",
        "She had a reason to turn away.", "She turns to you.", "Rain.", "Someone sat down.",
    ):  # fmt: skip
        assert piece in " ".join(out.split())
    assert "He tells her to go back." not in out


def test_a_consequence_is_seen(upstander: Command) -> None:
    scenes = {
        "a": fork(choice("x", "e", consequence={"text": "It helps.", "lines": [{"lin": "Oh."}]})),
        "e": end(),
    }
    path = upstander.put("bus.yaml", story(scenes))
    _status, out, _err = upstander.run("play", path, "--choose", "1")
    assert out.index("It helps.") < out.index("Oh.") < out.index("Home.")


def recorded(upstander: Command) -> list[str]:
    status, out, _err = upstander.run("progress", "list")
    assert status == 0
    return [row for row in out.splitlines() if "bus-small" in row or "Shouting on the bus" in row]


def test_a_run_is_kept_only_when_asked_for(upstander: Command) -> None:
    path = upstander.put("bus.yaml", GOOD)
    assert upstander.run("play", path, "--choose", "2,1")[0] == 0
    assert recorded(upstander) == []
    status, out, _err = upstander.run("play", path, "--choose", "2,1", "--record", "--json")
    assert status == 0
    assert json.loads(out)["ending"] == {"scene": "her-stop", "outcome": "supported"}
    assert len(recorded(upstander)) == 1
    assert upstander.run("play", path, "--choose", "2", "--record")[0] == 0
    assert len(recorded(upstander)) == 2


def test_wrong_numbers_keep_nothing(upstander: Command) -> None:
    path = upstander.put("bus.yaml", GOOD)
    assert upstander.run("play", path, "--choose", "9", "--record")[0] == 2
    assert recorded(upstander) == []
