"""A rename changes every reference, and not one character more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.authoring.files import document, read, shipped
from trainer.authoring.arrangement import Arrangement
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import CannotChangeError, Document
from trainer.authoring.scenes import renaming, usage
from trainer.authoring.scenes.naming import from_words, member_names, scene_names, variable_names
from trainer.scenario import translation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STORY = """\
# one is where it starts; lin, calm
format: scenario/1
id: story
title: "one, lin and calm"
cast:
  # lin
  "lin": {name: lin, role: targeted} # lin
  one: {name: One, role: ally}
state: {calm: 2, calm_2: 3}
start: 'one'  # one
scenes:
  one: # one
    text: one, two, lin and calm
    lines:
    - lin: lin  # lin
      soft: one
    - one: lin
    - "lin": 'one'
    present: [one, "lin"]
    timer: {seconds: 10, then: one}
    choices:
      - id: one
        say: one
        d: delegate
        to: lin
        when: calm>=1 and not (calm_2 > 2 or calm == 3)
        set: {calm: 1, "calm_2": 2}
        change: {calm: 1}  # calm
        feedback: {lin: one, headline: lin}
        consequence:
          lines: [one, {lin: lin}]
        next: "one"
      - id: lin
        act: calm
        d: wait
        when: "calm\\x3e1"
        next:
          - {when: 'calm > 1', to: one}
          # one
          - when: >-
              calm > 1
            to: >-
              one
          - to: "\\x6fne"
  later: {text: one, next: [{when: calm > 1, to: one}, {to: later}]}
"""


def step_on(doc: Document, act: Callable[..., object], *what: object) -> Desk:
    """Do one act in a step of its own; give the desk, for undoing it."""
    desk = Desk()
    desk.add(doc)
    with desk.step("act", Place(doc, ())) as step:
        act(step, doc, *what)
    return desk


def test_a_scene_is_renamed_where_it_is_meant_and_nowhere_else() -> None:
    """Speakers, people, words, comments and ids that look like it stay."""
    doc = document(STORY)
    doc.arrangement = Arrangement({"one": (1.0, 2.0), "later": (0.0, 0.0)}, frozenset({"one"}))
    desk = step_on(doc, renaming.rename_scene, "one", "first")
    wanted = (
        STORY.replace("start: 'one'", "start: 'first'")
        .replace("  one: # one", "  first: # one")
        .replace("then: one}", "then: first}")
        .replace('next: "one"', 'next: "first"')
        .replace("to: one}", "to: first}")
        .replace("to: >-\n              one", "to: >-\n              first")
        .replace('to: "\\x6fne"', 'to: "first"')
    )
    assert doc.text == wanted
    assert doc.arrangement == Arrangement(
        {"first": (1.0, 2.0), "later": (0.0, 0.0)}, frozenset({"first"})
    )
    assert usage.of_scene(doc, "one") == []
    desk.undo()
    assert doc.text == STORY
    assert doc.arrangement.folded == {"one"}


def test_a_person_is_renamed_where_they_speak_and_are_spoken_of() -> None:
    """What the person is called stays; so do scenes and choices of the same name."""
    doc = document(STORY)
    step_on(doc, renaming.rename_member, "lin", "mrs-lin")
    wanted = (
        STORY.replace('  "lin": {name', '  "mrs-lin": {name')
        .replace("- lin: lin  #", "- mrs-lin: lin  #")
        .replace("- \"lin\": 'one'", "- \"mrs-lin\": 'one'")
        .replace('[one, "lin"]', '[one, "mrs-lin"]')
        .replace("to: lin\n", "to: mrs-lin\n")
        .replace("{lin: one,", "{mrs-lin: one,")
        .replace("{lin: lin}", "{mrs-lin: lin}")
    )
    assert doc.text == wanted


def test_what_is_remembered_is_renamed_inside_conditions() -> None:
    """A longer name that begins like it is another one."""
    doc = document(STORY)
    step_on(doc, renaming.rename_variable, "calm", "heat")
    wanted = (
        STORY.replace("{calm: 2, calm_2", "{heat: 2, calm_2")
        .replace("calm>=1 and", "heat>=1 and")
        .replace("or calm == 3", "or heat == 3")
        .replace("set: {calm:", "set: {heat:")
        .replace("change: {calm:", "change: {heat:")
        .replace('"calm\\x3e1"', '"heat\\x3e1"')
        .replace("'calm > 1'", "'heat > 1'")
        .replace("              calm > 1", "              heat > 1")
        .replace("when: calm > 1,", "when: heat > 1,")
    )
    assert doc.text == wanted


@pytest.mark.parametrize(
    ("act", "what"),
    [
        (renaming.rename_scene, ("one", "later")),
        (renaming.rename_scene, ("one", "null")),
        (renaming.rename_scene, ("one", "with blank")),
        (renaming.rename_scene, ("nobody", "somebody")),
        (renaming.rename_member, ("lin", "you_think")),
        (renaming.rename_member, ("lin", "one")),
        (renaming.rename_variable, ("calm", "with-hyphen")),
        (renaming.rename_variable, ("calm", "not")),
        (renaming.rename_choice, ("one", 0, "lin")),
        (renaming.rename_choice, ("one", 9, "free")),
    ],
)
def test_a_name_that_is_taken_or_none_changes_nothing(
    act: Callable[..., None], what: tuple[object, ...]
) -> None:
    """Two things of one name could not be told apart again."""
    doc = document(STORY)
    with pytest.raises(CannotChangeError):
        step_on(doc, act, *what)
    assert doc.text == STORY


def test_there_and_back_gives_the_same_bytes() -> None:
    """In a whole scenario that comes with the program; words of the story are not touched."""
    path = next(one for one in shipped() if one.stem == "morning-train")
    doc = document(read(path))
    before = doc.data()
    for names, act in (
        (scene_names, renaming.rename_scene),
        (member_names, renaming.rename_member),
        (variable_names, renaming.rename_variable),
    ):
        name = names(doc)[0]
        step_on(doc, act, name, "zz")
        assert doc.data() != before
        step_on(doc, act, "zz", name)
        assert doc.text == read(path)


PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# one/text
msgctxt "one/text"
msgid "one/text"
msgstr "eins"

msgctxt ""
"one/one"
"/say"
msgid "one"
msgstr "eins"

msgctxt "cast/one/name"
msgid "One"
msgstr "Eins"

#~ msgctxt "one/text"
#~ msgid "old"
#~ msgstr "alt"

msgctxt "one/one/feedback/lin"
msgid "one"
msgstr "eins"
"""


def test_translations_follow_names_and_undo_takes_them_back(tmp_path: Path) -> None:
    """The same entries, under the new name; what only looks like the name stays."""
    beside = tmp_path / "story.de.po"
    beside.write_text(PO, "utf-8")
    doc = Document(tmp_path / "story.yaml", STORY)
    doc.settle()

    desk = step_on(doc, renaming.rename_scene, "one", "first")
    lying = desk.documents[beside]
    assert lying.text == PO.replace('\nmsgctxt "one/', '\nmsgctxt "first/').replace(
        '""\n"one/one"\n"/say"', '"first/one/say"'
    )
    for act, what in (
        (renaming.rename_choice, ("first", 0, "ask")),
        (renaming.rename_member, ("lin", "mrs-lin")),
    ):
        with desk.step("act", Place(doc, ())) as step:
            act(step, doc, *what)
    contexts = {context for context, _said in translation.parse(lying.text, "de").texts}
    assert contexts == {
        "first/text",
        "first/ask/say",
        "cast/one/name",
        "first/ask/feedback/mrs-lin",
    }
    assert lying.is_changed
    while desk.undo():
        pass
    assert lying.text == PO


def test_a_translation_that_another_program_has_written_is_not_overwritten(tmp_path: Path) -> None:
    """It is looked at anew; undoing what was before then touches no file."""
    beside = tmp_path / "story.de.po"
    beside.write_text(PO, "utf-8")
    doc = Document(tmp_path / "story.yaml", STORY)
    desk = step_on(doc, renaming.rename_scene, "one", "first")
    desk.documents[beside].saved = desk.documents[beside].text
    beside.write_text(PO.replace("eins", "Eins").replace('"one/', '"first/'), "utf-8")
    with desk.step("act", Place(doc, ())) as step:
        renaming.rename_scene(step, doc, "first", "second")
    assert "eins" not in desk.documents[beside].text
    assert 'msgctxt "second/text"' in desk.documents[beside].text


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("At the front desk", "at-the-front-desk"),
        ("Über uns’re Tür!", "uber-unsre-Tur"),
        ("3rd floor", "scene-3rd-floor"),
        ("대기실", "scene"),
        ("null", "null-2"),
        ("later", "later-2"),
        ("LATER", "LATER-2"),
        ("Ask Lena", "ask-Lena"),
        ("MRI room", "MRI-room"),
        ("later 2", "later-2"),
        ("a" * 90, "a" * 40),
        ("word " * 20, "word-word-word-word-word-word-word-word"),
    ],
)
def test_a_name_is_made_of_words(words: str, name: str) -> None:
    """Letters and hyphens, not too long, and never one that is taken."""
    assert from_words(words, ["later", "one"]) == name
