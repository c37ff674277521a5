"""Rules about ways: each fires with a way, stays silent, and follows conditions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.scenario.rules.story import Scenes, choice, codes, ending, found, good, scene, written
from trainer.scenario.exploring.space import explore
from trainer.scenario.reading import read_bytes
from trainer.scenario.rules import findings

NEVER = "calm > 5"
TOLD: dict[str, Any] = {"set": {"told": True}}


def _way(story: Scenes, code: str) -> str:
    (one,) = [one for one in found(story) if one.code == code]
    return str(one.params["way"])


def _step(*choices: dict[str, Any], **more: Any) -> dict[str, Any]:
    return scene(*choices, lines=[{"lin": "Please."}], **more)


# --- direct-required


def _two_ends(**direct: Any) -> Scenes:
    story = good()
    story["beside"]["choices"] = [
        choice("stop", "direct", "end", **direct),
        choice("sit", "delay", "sad"),
        choice("note", "document", "sad", asks="recording"),
    ]
    return story | {"sad": ending("mixed")}


def test_direct_required_fires_where_only_direct_ends_well() -> None:
    assert codes(_two_ends()) == ["direct-required"]
    assert _way(_two_ends(), "direct-required") == "aboard → beside → end"


def test_direct_required_is_silent_without_a_good_end_to_reach() -> None:
    story = _two_ends()
    story["end"]["ending"]["outcome"] = "unresolved"
    assert codes(story) == []


@pytest.mark.parametrize(("when", "expected"), [("told", ["direct-required"]), ("not told", [])])
def test_direct_required_follows_conditions(when: str, expected: list[str]) -> None:
    """The indirect way out is offered only to who was Direct before, or only to who was not."""
    story = _two_ends()
    story["aboard"]["choices"].append(choice("call-out", "direct", "beside", **TOLD))
    story["beside"]["choices"].append(choice("walk", "distract", "end", when=when))
    assert codes(story) == expected


def test_own_words_and_poor_choices_are_direct_as_well() -> None:
    story = _two_ends(fit="poor")
    story["beside"]["choices"].append(choice("own", "direct", "end", own_words="Say it"))
    assert codes(story) == ["direct-required"]


# --- filming-first


def _filming(**film: Any) -> Scenes:
    """A first decision in which one can film."""
    story = good()
    more = {"asks": "recording"} | film
    story["aboard"]["choices"].append(choice("film", "document", "beside", **more))
    return story


def test_filming_first_fires_and_names_the_way() -> None:
    assert codes(_filming()) == ["filming-first"]
    assert _way(_filming(), "filming-first") == "aboard"


@pytest.mark.parametrize("change", [{"fit": "poor"}, {"when": NEVER}])
def test_filming_first_is_silent_about(change: dict[str, Any]) -> None:
    assert codes(_filming(**change)) == []


@pytest.mark.parametrize("sign", ["helping", "over"])
def test_a_scene_can_say_that_somebody_helps(sign: str) -> None:
    story = _filming()
    story["aboard"][sign] = True
    assert codes(story) == []


def test_help_on_the_very_choice_comes_too_late() -> None:
    assert codes(_filming(helping=True)) == ["filming-first"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ({"d": "distract"}, []),
        ({"d": "delegate"}, []),
        ({"d": "direct"}, []),
        ({"d": "direct", "fit": "poor"}, ["filming-first"]),
        ({"d": "delay"}, ["filming-first"]),
        ({"d": "wait"}, ["filming-first"]),
        ({"d": "wait", "fit": "poor", "helping": True}, []),
    ],
)
def test_what_counts_as_help_before(before: dict[str, Any], expected: list[str]) -> None:
    story = good()
    one = choice("first", before["d"], "beside") | before
    story = {"on": _step(one), **story}
    del story["aboard"]
    del story["beside"]["helping"]
    story["beside"]["choices"] += [choice("turn", "distract"), choice("call", "delegate")]
    assert [code for code in codes(story) if code != "direct-required"] == expected


@pytest.mark.parametrize(("when", "expected"), [("told", []), ("not told", ["filming-first"])])
def test_filming_first_follows_conditions(when: str, expected: list[str]) -> None:
    story = {
        "on": _step(choice("help", "distract", "aboard", **TOLD), choice("no", "delay", "aboard")),
        **_filming(when=when),
    }
    assert codes(story) == expected
    if expected:
        assert _way(story, "filming-first") == "on → aboard"


def test_a_timer_is_a_way_as_well() -> None:
    story = good()
    story["aboard"]["timer"] = {"seconds": 30, "then": "late"}
    story["late"] = _step(choice("film", "document", asks="recording"), choice("sit", "delay"))
    assert codes(story) == ["filming-first"]
    assert _way(story, "filming-first") == "aboard → late"


# --- recording-not-asked


def test_a_recording_is_shared_and_nobody_asked() -> None:
    story = good()
    story["beside"]["choices"].append(choice("post", "delegate", shares="recording"))
    assert codes(story) == ["recording-not-asked"]
    assert _way(story, "recording-not-asked") == "aboard → beside"


@pytest.mark.parametrize(
    "change", [{"fit": "poor"}, {"asks": "recording"}, {"when": NEVER}, {"when": "told"}]
)
def test_sharing_is_fine_when(change: dict[str, Any]) -> None:
    story = good()
    if "when" in change:
        story["aboard"]["choices"][0] |= {**TOLD, "asks": "recording"}
    story["beside"]["choices"].append(choice("post", "delegate", shares="recording", **change))
    assert codes(story) == []


def test_sharing_is_found_on_the_one_way_on_which_nobody_asked() -> None:
    story = good()
    story["aboard"]["choices"][0] |= {**TOLD, "asks": "recording"}
    story["beside"]["choices"].append(
        choice("post", "delegate", shares="recording", when="not told")
    )
    assert codes(story) == ["recording-not-asked"]


def test_a_good_end_after_a_recording_that_nobody_asked_about() -> None:
    story = good()
    del story["beside"]["choices"][0]["asks"]
    (one,) = found(story)
    assert (one.code, one.case, one.params["scene"]) == ("recording-not-asked", "ending", "end")
    assert one.params["way"] == "aboard → beside → end"


def test_the_way_to_a_good_end_goes_by_the_recording() -> None:
    """The shortest way to the end is another one; the one that is told holds the recording."""
    story = good()
    del story["beside"]["choices"][0]["asks"]
    story["beside"]["choices"][0]["next"] = "after"
    story["after"] = scene(choice("sit", "delay", "end"), over=True)
    assert _way(story, "recording-not-asked") == "aboard → beside → after → end"


@pytest.mark.parametrize("spoil", ["poor", "asked-before", "asked-after", "mixed"])
def test_a_good_end_is_fine_after(spoil: str) -> None:
    story = good()
    film = story["beside"]["choices"][0]
    del film["asks"]
    if spoil == "poor":
        film["fit"] = "poor"
    if spoil == "asked-before":
        for one in story["aboard"]["choices"]:
            one["asks"] = "recording"
    if spoil == "asked-after":
        film["next"] = "after"
        story["after"] = scene(choice("ask", "delay", "end", asks="recording"), over=True)
    if spoil == "mixed":
        film["next"] = "sad"
        story["sad"] = ending("mixed")
    assert codes(story) == []


# --- police-not-asked


def _police(**change: Any) -> Scenes:
    story = good()
    story["beside"]["choices"].append(
        choice("call", "delegate", **({"contacts": "police"} | change))
    )
    return story


def test_police_not_asked_fires_and_names_the_way() -> None:
    assert codes(_police()) == ["police-not-asked"]
    assert _way(_police(), "police-not-asked") == "aboard → beside"


@pytest.mark.parametrize(
    "change", [{"asks": "police"}, {"fit": "poor"}, {"when": NEVER}, {"contacts": "security"}]
)
def test_police_are_fine_when(change: dict[str, Any]) -> None:
    assert codes(_police(**change)) == []


def test_an_emergency_needs_no_asking() -> None:
    story = _police()
    story["beside"]["emergency"] = True
    assert codes(story) == []


@pytest.mark.parametrize(("when", "expected"), [("told", []), ("calm == 0", ["police-not-asked"])])
def test_police_asked_on_every_way(when: str, expected: list[str]) -> None:
    story = _police(when=when)
    story["aboard"]["choices"][0] |= {**TOLD, "asks": "police"}
    assert codes(story) == expected


def test_asking_about_something_else_is_not_asking_about_the_police() -> None:
    assert codes(_police(asks="help")) == ["police-not-asked"]


# --- wait-closes-delay


def _waiting(to: str = "end", **change: Any) -> Scenes:
    story = good()
    story["aboard"]["choices"].append(choice("wait", "wait", to, **change))
    return story


def test_wait_closes_delay_fires_and_names_the_way() -> None:
    assert codes(_waiting()) == ["wait-closes-delay"]
    assert _way(_waiting(), "wait-closes-delay") == "aboard"


@pytest.mark.parametrize("change", [{"fit": "poor"}, {"when": NEVER}, {"to": "beside"}])
def test_wait_is_fine_when(change: dict[str, Any]) -> None:
    assert codes(_waiting(**change)) == []


def test_a_poor_wait_beside_one_that_fits_is_not_told() -> None:
    story = _waiting("beside")
    story["aboard"]["choices"].append(choice("walk-on", "wait", "end", fit="poor"))
    assert codes(story) == []


def test_where_exploring_stopped_rules_about_ways_are_silent() -> None:
    """What was not explored may hold the Delay, so nothing is said of its absence."""
    reading = read_bytes(written(_waiting()).encode(), Path("story.yaml"))
    assert reading.content is not None
    assert [one.code for one in findings(explore(reading.content))] == ["wait-closes-delay"]
    assert findings(explore(reading.content, limit=2)) == []


def test_wait_is_fine_beside_a_delay_and_after_one() -> None:
    beside = _waiting()
    beside["aboard"]["choices"].append(choice("ask", "delay", "beside"))
    assert codes(beside) == []
    after = {"on": _step(choice("ask", "delay", "aboard")), **_waiting()}
    assert codes(after) == []


def test_delay_made_before_counts_on_that_way_only() -> None:
    story = {
        "on": _step(choice("ask", "delay", "aboard"), choice("turn", "distract", "aboard")),
        **_waiting(),
    }
    assert codes(story) == ["wait-closes-delay"]
    assert _way(story, "wait-closes-delay") == "on → aboard"


@pytest.mark.parametrize(("when", "expected"), [("told", ["wait-closes-delay"]), ("not told", [])])
def test_wait_looks_for_a_delay_that_is_offered_then(when: str, expected: list[str]) -> None:
    story = _waiting("beside")
    story["beside"]["choices"][2]["when"] = when
    story["aboard"]["choices"][0] |= TOLD
    assert codes(story) == expected


def test_a_delay_that_a_timer_leads_to_is_in_reach() -> None:
    story = _waiting("later")
    story["later"] = scene(
        choice("turn", "distract", fit="fair"),
        choice("stop", "direct"),
        timer={"seconds": 30, "then": "beside"},
    )
    assert codes(story) == []


# --- silent-target


def _speaking_in(number: int) -> Scenes:
    """Decisions in a row; Mrs. Lin first speaks before the one of that number, from 0."""
    story = good()
    first = story["aboard"].pop("lines")
    steps: Scenes = {}
    for at in range(6):
        to = f"s{at + 1}" if at < 5 else "aboard"
        steps[f"s{at}"] = scene(choice("a", "distract", to), choice("b", "delay", to))
        if at == number:
            steps[f"s{at}"]["lines"] = first
    return steps | story


@pytest.mark.parametrize(
    ("number", "expected"), [(0, []), (3, []), (4, ["silent-target"]), (9, ["silent-target"])]
)
def test_silent_target_counts_decisions(number: int, expected: list[str]) -> None:
    assert codes(_speaking_in(number)) == expected


def test_scenes_that_only_go_on_are_no_decisions() -> None:
    story = _speaking_in(3)
    passing: Scenes = {f"p{at}": {"text": "On.", "next": f"p{at + 1}"} for at in range(5)}
    passing["p4"]["next"] = "s1"
    for one in story["s0"]["choices"]:
        one["next"] = "p0"
    assert codes(story | passing) == []


@pytest.mark.parametrize(("at", "expected"), [(2, []), (3, ["silent-target"])])
def test_what_is_said_after_a_choice_counts(at: int, expected: list[str]) -> None:
    story = _speaking_in(9)
    story[f"s{at}"]["choices"][0]["consequence"] = {"lines": [{"lin": "Thank you."}]}
    assert codes(story) == expected


def test_words_of_others_and_inner_words_are_not_the_targeted_persons() -> None:
    story = _speaking_in(9)
    story["s0"]["lines"] = [{"driver": "Sit down."}, {"you_think": "No."}, {"you": "Hm."}, "Rain."]
    assert codes(story) == ["silent-target"]


def test_a_targeted_learner_speaks_by_saying_something() -> None:
    you = {"role": "rider", "targeted": True}
    assert codes(_speaking_in(9), you=you) == []
    story = _speaking_in(9)
    for at in range(6):
        for one in story[f"s{at}"]["choices"]:
            one["act"] = one.pop("say")
    assert codes(story, you=you) == ["silent-target"]


@pytest.mark.parametrize(("when", "expected"), [(NEVER, ["silent-target"]), ("calm == 0", [])])
def test_a_line_behind_a_choice_that_is_never_offered_is_not_heard(
    when: str, expected: list[str]
) -> None:
    story = _speaking_in(9)
    story["aside"] = {"lines": [{"lin": "I am here."}], "next": "s1"}
    story["s0"]["choices"].append(choice("c", "distract", "aside", when=when))
    assert codes(story) == expected
