"""A correct file becomes the model that it describes, whole and frozen."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from tests.scenario.sample import GOOD, TODAY, only, read, seen
from trainer.method.ds import D, Fit
from trainer.scenario import keys
from trainer.scenario.files import near, resources, tables
from trainer.scenario.model import Arm, Kind, Line, Mark, Outcome, Review, Scenario, Timer, You
from trainer.scenario.problems import Severity, problem, sentence
from trainer.scenario.reading import read_bytes, read_file


@pytest.fixture
def scenario() -> Scenario:
    read_one = read(GOOD).content
    assert read_one is not None
    return read_one


def test_the_head(scenario: Scenario) -> None:
    assert scenario.id == "bus-shouting"
    assert scenario.minutes == 8
    assert scenario.you == You("rider", "Sam", "You are on your way.", False)
    assert list(scenario.cast) == ["lin", "grey", "driver"]
    assert [member.name for member in scenario.targeted()] == ["Mrs. Lin"]
    assert scenario.cast["grey"].mark == Mark(22, 3)
    assert scenario.state == {"calm": 2, "helped": False}
    assert scenario.state_marks["helped"] == Mark(26, 3)
    assert scenario.reviewed == Review("A body", "2026-01-31", "2027-01-31")
    assert scenario.questions == ("When did you first notice?",)
    assert scenario.leaves_out == {"document": "Nobody is helping yet."}
    assert (scenario.start, scenario.start_mark) == ("aboard", Mark(27, 8))
    assert scenario.folder == Path("nowhere")
    assert len(scenario.content_hash) == 64


def test_a_scene(scenario: Scenario) -> None:
    scene = scenario.scenes["aboard"]
    assert scene.text == "The bus is *half* full, see [the line](https://example.org)."
    assert scene.lines == (
        Line("grey", "Why don't you go back?", "He tells her to go."),
        Line("lin", "Please leave me alone."),
        Line("you_think", "My heart speeds up."),
        Line(None, "Two riders look up, and down again."),
    )
    assert scene.timer == Timer(40, "home")
    assert scene.mark == Mark(29, 3)
    assert scenario.scenes["beside"].next == (Arm("later"),)
    assert scenario.scenes["later"].stub
    ending = scenario.scenes["home"].ending
    assert ending is not None
    assert ending.outcome is Outcome.SUPPORTED


def test_choices(scenario: Scenario) -> None:
    ask, tell, own = scenario.scenes["aboard"].choices
    assert (ask.kind, ask.words) == (Kind.SAY, "Excuse me, which stop is best?")
    assert (ask.d, ask.fit, ask.helping) == (D.DISTRACT, Fit.STRONG, True)
    assert ask.when is not None
    assert ask.when.holds({"calm": 1, "helped": False})
    assert ask.when.names == {"calm", "helped"}
    assert (ask.set, ask.change) == ({"helped": True}, {"calm": -1})
    assert ask.feedback is not None
    assert list(ask.feedback.about) == ["lin", "you"]
    assert ask.consequence is not None
    assert ask.consequence.lines == (Line("lin", "Three more."),)
    assert ask.mark == Mark(49, 9)
    assert (tell.asks, tell.contacts, tell.shares, tell.to) == (
        "help", "security", "recording", "driver",
    )  # fmt: skip
    assert [(arm.to, arm.when is None) for arm in tell.next] == [("home", False), ("beside", True)]
    assert (own.kind, own.fit, own.points) == (
        Kind.OWN_WORDS, None, ("Names what happened", "Short"),
    )  # fmt: skip


def test_without_the_optional_keys_it_is_shorter() -> None:
    text = """\
format: scenario/1
id: a
title: A
summary: A
language: en
setting: work
severity: verbal
minutes: 1
authors: [A]
licence: CC0-1.0
status: draft
cast: {a: {name: A, role: targeted}}
start: a
scenes:
  a: {text: A, ending: {outcome: mixed}}
"""
    scenario = read(text).content
    assert scenario is not None
    assert scenario.you == You("")
    assert scenario.state == {}


def test_a_file_is_read_from_disk_with_its_pictures(tmp_path: Path) -> None:
    path = tmp_path / "bus.yaml"
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "bus.png").write_bytes(b"\x89PNG")
    path.write_text(GOOD.replace("backdrop: bus", "backdrop: own/bus.png"), "utf-8")
    reading = read_file(path, today=TODAY)
    assert reading.problems == ()
    assert reading.content is not None
    assert reading.content.backdrop == "own/bus.png"
    assert (reading.id, reading.id_mark) == ("bus-shouting", Mark(2, 5))


def test_a_link_out_of_the_folder_is_unsafe(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out.png"
    inside.mkdir()
    outside.write_bytes(b"")
    (inside / "link.png").symlink_to(outside)
    (inside / "real.png").write_bytes(b"")
    (inside / "fine.png").symlink_to(inside / "real.png")
    (inside / "loop.png").symlink_to(inside / "loop.png")
    for name, code in (("link", "unsafe-path"), ("loop", "missing-asset")):
        reading = read(GOOD.replace("backdrop: bus", f"backdrop: {name}.png", 1), inside)
        assert [one[0] for one in seen(reading)] == [code]
    assert read(GOOD.replace("backdrop: bus", "backdrop: fine.png", 1), inside).problems == ()
    assert (
        read(GOOD.replace("backdrop: bus", "backdrop: ./a/../real.png", 1), inside).problems == ()
    )


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "bus.png").mkdir()
    problem = only(read(GOOD.replace("backdrop: bus", "backdrop: bus.png", 1), tmp_path))
    assert problem.code == "missing-asset"


def test_a_file_in_a_folder_that_is_not_there_is_missing(tmp_path: Path) -> None:
    assert only(read_file(tmp_path / "a" / "b")).case == "missing"
    assert read(GOOD.replace("backdrop: bus", "backdrop: a/b.png", 1), tmp_path).problems


def test_the_collector_is_left_as_it_was() -> None:
    gc.disable()
    try:
        read(GOOD)
        assert not gc.isenabled()
    finally:
        gc.enable()
    read_bytes(b"\xff", Path("x"))
    assert gc.isenabled()


def test_a_long_or_odd_word_of_an_author_is_shown_short_and_in_one_line() -> None:
    words = sentence(problem("unknown-cast", Mark(), name="a\x1b[31m\n" + "b" * 500))
    assert words.isprintable()
    assert len(words) < 120


def test_a_severity_may_be_chosen() -> None:
    chosen = problem("stub-reached", Mark(), severity=Severity.WARNING, scene="a", way="b")
    assert chosen.severity is Severity.WARNING
    assert problem("stub-reached", Mark(), scene="a", way="b").severity is Severity.ERROR


def test_looking_for_near_words_gives_up_before_it_takes_long() -> None:
    finder = near.Finder()
    known = tuple(f"word-{number}" for number in range(60_000))
    assert finder.near("wort-59", known) is not None
    assert finder.near("wort-58", known[1:]) is not None
    assert finder.near("wort-59999", known[2:]) is None
    assert finder.near("", known) is None
    assert finder.near("w" * 100, known) is None


def test_the_help_directory_knows_its_names() -> None:
    assert "stop-aapi-hate" in resources.known(Path("nowhere")).entries


def test_the_page_for_authors_names_every_key_and_value() -> None:
    page = (Path(__file__).parent.parent.parent / "docs" / "format.md").read_text("utf-8")
    for shape in keys.SHAPES.values():
        for name, key in shape.keys.items():
            assert name in page, (shape.name, name)
            if isinstance(key.type, tables.OneOf):
                for word in key.type.words:
                    assert f"`{word}`" in page or f": {word}" in page, (name, word)
