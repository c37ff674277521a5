"""What stands on paper of a story: all of it, in words, however unfinished."""

from __future__ import annotations

from pathlib import Path

from trainer import paths
from trainer.authoring.document import Document
from trainer.authoring.on_paper import mark, story
from trainer.authoring.prose import pieces

DRAFT = """\
format: scenario/1
title: The *chair*
summary:
cast:
  ada: {name: Ada, role: targeted, note: Comes every week.}
  him: {role: harming}
state: {greeted: false}
start: in-the-room
scenes:
  lost: {text: Nobody comes here.}
  at-the-door: {stub: true}
  in-the-room:
    lines:
      - him: Out!
        soft: He sends her out.
      - ada:
    choices:
      - id: one
        say: Sit here.
        d: distract
        fit: strong
        when: not greeted
        set: {greeted: true}
        feedback: {headline: She sat down., ada: A place for me., why: It is kind.}
        next:
          - {when: greeted, to: home}
          - {to: at-the-door}
      - id: two
        act:
        d: delegate
        to: him
        next: nowhere
      - id: three
        act: Wait.
    timer: {seconds: 40, then: home}
  home:
    text: Rain.
    ending: {outcome: supported}
"""


def of(text: str) -> Document:
    document = Document(Path("chair.yaml"), text)
    document.settle()
    return document


def test_a_draft_is_told_in_the_storys_order_with_all_that_is_missing() -> None:
    told = story.tell(of(DRAFT))
    first, door, home, lost = told.scenes
    assert [one.title for one in told.scenes] == ["In the room", "At the door", "Home", "Lost"]
    assert told.numbers()["home"] == 3
    assert (lost.stray, door.stray, door.planned, lost.planned) == (True, False, True, False)
    out, soft, missing = first.told
    assert (out.label, out.words, out.is_said) == ("Whoever harms", "Out!", True)
    assert (soft.label, soft.words) == ("In softer words", "He sends her out.")
    assert (missing.label, missing.missing) == ("Ada", True)
    say, act, wait = first.choices
    assert say.made.is_said
    assert (say.meant, say.offered) == ("Distract · Strong fit", "“Greeted” is not so")
    assert [(one.label, one.words) for one in say.told] == [
        ("What it did, in one line", "She sat down."),
        ("For Ada", "A place for me."),
        ("Why it fits as it does", "It is kind."),
        ("What the story remembers", "From here on, “Greeted” is so."),
    ]
    assert [(one.to, one.when) for one in say.ways] == [
        ("home", "if “Greeted” is so"),
        ("at-the-door", "otherwise"),
    ]
    assert act.made.missing
    assert act.meant == "Delegate · to Whoever harms"
    assert [one.to for one in act.ways] == ["nowhere"]
    assert wait.ways == ()
    assert [(one.to, one.when) for one in first.ways] == [
        ("home", "after 40 seconds, where a clock runs")
    ]
    assert [one.words for one in home.ending] == ["Supported", ""]
    assert told.people == (
        ("You", ""),
        ("Ada", "targeted · Comes every week."),
        ("Whoever harms", "harming"),
    )
    lines = dict(line.split(": ", 1) for line in told.missing)
    assert list(lines) == ["About the story", "1. In the room", "2. At the door", "3. Home"]
    assert "Who says what" in lines["1. In the room"]
    assert lines["2. At the door"] == "all of it"


def test_nothing_that_can_be_read_in_a_story_is_left_out() -> None:
    for path in sorted(paths.built_in_scenarios().glob("*/*.yaml"))[:3]:
        document = of(path.read_text("utf-8"))
        told = story.tell(document)
        assert told.missing == ()
        assert {one.name for one in told.scenes} == set(document.scenes())
        said = repr(told)
        for piece in pieces(document):
            if piece.path[0] == "scenes":
                assert repr(piece.node.value.strip())[1:-1] in said, piece.path
        for scene in told.scenes:
            for ways in (scene.ways, *(choice.ways for choice in scene.choices)):
                assert all(way.to in told.numbers() for way in ways)


def test_whatever_stands_there_is_told_somehow() -> None:
    story.tell(of("format: scenario/1\n"))
    story.tell(of("scenes: [1, 2]\ncast: x\nyou: 3\n"))
    odd = "scenes:\n  a: {choices: [1, {say: [x]}], lines: x, timer: {then: 3}, ending: x}\n  b:\n"
    told = story.tell(of(odd))
    assert {one.name for one in told.scenes} == {"a", "b"}


def test_the_mark_is_of_what_is_read_and_of_nothing_else() -> None:
    before = mark.mark_of(of(DRAFT))
    assert mark.mark_of(of(DRAFT + "# A comment\nstatus: draft\n")) == before
    document = of(DRAFT.replace("Sit here.", "Sit there."))
    assert mark.mark_of(document) != before
    assert mark.is_of(of(DRAFT), f" {before.lower().replace(' ', '-')} ")
    assert not mark.is_of(document, before)
    assert not mark.is_of(of("a: ["), "")
    assert mark.mark_of(of("a: [")) == ""


def test_a_story_that_changes_while_it_is_told_is_told_from_the_start() -> None:
    document = Document(Path("a.yaml"), DRAFT)
    steps = story.telling(document)
    parts = [next(steps), next(steps)]
    assert 0 < parts[0] < parts[1] < 1
    document.apply(document.put(("scenes", "lost", "text"), "Somebody comes."))
    told = story.ended(steps)
    assert told == story.tell(document)
    (lost,) = (one for one in told.scenes if one.name == "lost")
    assert lost.told[0].words == "Somebody comes."
