"""What empty fields ask: in place of a template's words, and never a text of the story."""

from __future__ import annotations

import pytest

from tests.authoring.files import document
from trainer.authoring.desk import Desk, Place
from trainer.authoring.forms.known import Known, Person
from trainer.authoring.forms.questions import question
from trainer.authoring.prose import pieces
from trainer.authoring.scenes import making
from trainer.authoring.templates.catalogue import EVERY, Template


@pytest.mark.parametrize("template", [one for one in EVERY if one.story], ids=lambda one: one.name)
def test_every_text_that_is_to_be_written_asks_for_something(template: Template) -> None:
    made = document(template.path.read_text("utf-8"))
    empty = [one.path for one in pieces(made) if not one.node.value]
    asked = {path: question(made, path) for path in empty}
    silent = {path[-1] for path, said in asked.items() if not said}
    assert silent == {"headline"}  # Its label says it.
    text = made.text
    assert not [said for said in asked.values() if said and said in text]


def test_a_question_fits_what_it_stands_in() -> None:
    made = document(EVERY[1].path.read_text("utf-8"))
    scene, end = ("scenes", "notice"), ("scenes", "together")
    choice = (*scene, "choices", 0)
    for path, begins in (
        ((*scene, "text"), "Where are you?"),
        (("scenes", "beside-them", "text"), "What happens now?"),
        ((*end, "text"), "How does it end?"),
        ((*scene, "lines", 0), "What do they say, in their own words?"),
        ((*scene, "lines", 1, "targeted"), "What do they say?"),
        ((*end, "lines", 0), "What do they say at the end?"),
        ((*choice, "say"), "What could you say to the person, about something else?"),
        ((*scene, "choices", 1, "act"), "To whom do you go"),
        ((*choice, "act"), "What do you do to be with"),
        ((*choice, "feedback", "targeted"), "What did it do for them?"),
        ((*choice, "feedback", "you"), "What did it do for you?"),
        ((*choice, "feedback", "why"), "Why does it fit"),
        ((*end, "ending", "view"), "How was it for the person"),
        (("summary",), "In one or two sentences"),
    ):
        assert question(made, path).startswith(begins), path
    assert question(made, ("title",)) == question(made, (*choice, "id")) == ""
    made.apply(made.put((*choice, "d"), ""))
    assert question(made, (*choice, "say")) == "What do you say, word for word?"


def test_a_scene_that_is_planned_says_nothing_yet() -> None:
    made = document(EVERY[0].path.read_text("utf-8"))
    with Desk().step("plan", Place(made, ())) as step:
        making.create(step, made, "later")
        assert made.data(("scenes", "later")) == {"stub": "true"}
        making.write_out(step, made, "later")
        assert made.data(("scenes", "later")) == {"text": "", "present": ["targeted"]}


def test_an_ending_is_asked_for_by_name_of_each_to_whom_it_happened() -> None:
    ana, bo = Person("ana", "Ana", targeted=True), Person("bo", "Bo", targeted=True)
    one, two = Known((ana, Person("man", "A man"))), Known((ana, bo))
    assert (one.seen_by(), one.left_for()) == ("How Ana sees it", "What is left for Ana")
    assert two.seen_by() == "How Ana and Bo see it, each of them"
    assert two.left_for() == "What is left for Ana and Bo"
    unnamed = Known((ana, bo._replace(named=False)))
    assert unnamed.seen_by() == "How the person who is targeted sees it"
    assert Known((), None, you_targeted=True).seen_by() == "How the person practising sees it"
