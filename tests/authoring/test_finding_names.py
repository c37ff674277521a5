"""Names are found and replaced like what is read; letters are letters however they are stored."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.authoring import called
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import Document
from trainer.authoring.finding import looking
from trainer.authoring.finding.asking import Asked, Finder
from trainer.authoring.finding.renamed import left_behind
from trainer.authoring.finding.replacing import Replacing
from trainer.letters import composed

PLACE = Path("/nowhere/story.yaml")
STORY = """\
format: scenario/1
cast:
  mr-phuc: {name: Bác Tư, role: targeted}
state:
  ngoi_canh_bac_phuc: false  # ngồi cạnh bác Phúc
start: one
scenes:
  one:
    text: Mr. Phúc waits.
    choices:
      - id: ask-phuc
        say: How are you?
        set: {ngoi_canh_bac_phuc: true}
        next: phuc-goes
  phuc-goes:
    lines:
      - mr-phuc: Go.
"""


def replaced(text: str, asked: Asked) -> str:
    """Replace everywhere, as one step; undone it is as it was."""
    desk = Desk()
    doc = desk.add(Document(PLACE, text))
    work = Replacing(looking.in_document(asked, doc), desk)
    for _each in work.steps():
        pass
    assert work.do("act", Place(doc, ()))
    after = doc.text
    desk.undo()
    assert doc.text == text
    return after


def test_after_another_name_none_of_the_old_one_stays_in_the_file() -> None:
    asked = left_behind("Mr. Phúc", "Bác Tư")
    assert asked is not None
    after = replaced(STORY, asked)
    assert "phuc" not in after.casefold()
    assert "Phúc" not in after
    doc = Document(PLACE, after)
    assert doc.settle()
    assert called.memory(doc, "ngoi_canh_bac_Tu") == "ngồi cạnh bác Tư"
    assert doc.data(("scenes", "one", "choices", 0)) == {
        "id": "ask-tu",
        "say": "How are you?",
        "set": {"ngoi_canh_bac_Tu": "true"},
        "next": "tu-goes",
    }
    assert doc.data(("scenes", "tu-goes", "lines")) == [{"mr-tu": "Go."}]


def test_the_words_of_names_are_found_but_not_what_only_the_text_shows() -> None:
    doc = Document(PLACE, STORY)
    found = looking.in_document(Asked("phúc"), doc)
    assert [(one.path, one.is_name) for one in found] == [
        (("state", "ngoi_canh_bac_phuc"), True),
        (("scenes", "one", "text"), False),
    ]
    assert looking.in_document(Asked("Ph[u]c", pattern=True), doc) == []


def test_names_that_only_the_text_shows_are_counted_till_they_are_looked_through() -> None:
    def counted(asked: Asked) -> list[int]:
        given = looking.in_files(asked, [PLACE], {PLACE: STORY})
        return [one.count for one in given if isinstance(one, looking.Short)]

    # What was typed for a name is found with its words: it is none of them.
    assert counted(Asked("phúc")) == [3]
    assert counted(Asked("goes")) == [1]
    assert counted(Asked("waits")) == counted(Asked("phuc", pattern=True)) == []
    assert counted(Asked("phuc", name="phuc", named="tu")) == []


def apart(text: str) -> str:
    """Write letters and their marks as characters of their own, as some programs do."""
    return unicodedata.normalize("NFD", text)


DECOMPOSED = apart("Mr. Phúc, phòng đợi; Phuc. 한국")


@pytest.mark.parametrize(
    ("asked", "after"),
    [
        (Asked("Phúc", "Tư"), DECOMPOSED.replace(apart("Phúc"), "Tư")),
        (Asked(apart("Phúc"), "Tư"),
         DECOMPOSED.replace(apart("Phúc"), "Tư")),
        (Asked("phong doi", "x", unmarked=True), apart("Mr. Phúc, x; Phuc. 한국")),
        (Asked("Phu", "x"), apart("Mr. Phúc, phòng đợi; ") + "xc. "
         + apart("한국")),
        (Asked("한", "x"), apart("Mr. Phúc, phòng đợi; Phuc. x국")),
    ],
)  # fmt: skip
def test_what_is_replaced_leaves_every_other_character(asked: Asked, after: str) -> None:
    text = DECOMPOSED
    for start, end, new in reversed(Finder(asked).find(text)):
        text = text[:start] + new + text[end:]
    assert text == after


LETTERS = st.text("aáậđ \u0301\u0323e한", max_size=12)


@settings(max_examples=150, deadline=None)
@given(LETTERS, st.booleans(), st.booleans())
def test_a_text_is_found_in_itself_however_it_is_stored(
    sought: str, is_apart: bool, unmarked: bool
) -> None:
    told = (apart if is_apart else composed)(f"x{sought}y")
    found = Finder(Asked(sought, unmarked=unmarked)).find(told)
    kept = [one for one in sought if unicodedata.combining(one) == 0]
    if sought and unicodedata.combining(sought[0]) == 0 and kept:
        assert any(told[start:end] == told[1:-1] for start, end, _new in found)
