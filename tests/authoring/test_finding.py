"""Finding in what people read, and replacing in many files as one step."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

import pytest

from tests.authoring import files
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import Document
from trainer.authoring.finding import looking, matching
from trainer.authoring.finding.asking import Asked, AskedWronglyError, Finder
from trainer.authoring.finding.looking import Unread
from trainer.authoring.finding.replacing import Replacing

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
format: scenario/1
title: lin's day   # lin is not read here
cast:
  lin: {name: Mrs. Lin, role: targeted}
scenes:
  lin:
    text: |
      Lin waits. A dog barks, and Lin looks up.
      Linda does not.
    lines:
      - lin: 'It''s Lin'
      - "Say \\"Lin\\""
    next: lin
"""


def found(asked: Asked, text: str = TEXT) -> list[looking.Found]:
    return looking.in_document(asked, files.document(text))


def test_only_what_people_read_is_found_each_in_its_sentence() -> None:
    here = found(Asked("lin"))
    assert [one.path for one in here] == [
        ("title",),
        ("cast", "lin", "name"),
        *[("scenes", "lin", "text")] * 3,
        ("scenes", "lin", "lines", 0, "lin"),
        ("scenes", "lin", "lines", 1),
    ]
    second = here[3]
    assert (second.before, second.words, second.behind) == (
        "A dog barks, and ",
        "Lin",
        " looks up.",
    )
    assert len(found(Asked("lin", everywhere=True))) == 8  # ``next`` as well; never a key.


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (Asked("Lin", case=True), 6),
        (Asked("lin", words=True), 6),
        (Asked("Lin", case=True, words=True), 5),
        (Asked("l.n", pattern=False), 0),
        (Asked("It's"), 1),
        (Asked(r"Lin(da)?\b", pattern=True, case=True), 6),
    ],
)
def test_whole_words_case_and_expressions(asked: Asked, count: int) -> None:
    assert len(found(asked)) == count


def test_curved_quotation_marks_are_found_by_straight_ones() -> None:
    assert Finder(Asked("can't")).find("I can’t") == [(2, 7, "")]


@pytest.mark.parametrize(
    ("sought", "instead", "text", "becomes"),
    [
        ("the man", "a boy", "The man. THE MAN, the man", "A boy. A BOY, a boy"),
        ("Lin", "kim", "Lin LIN lin", "kim KIM kim"),
        ("a", "an old", "A", "An old"),
        ("USA", "States", "USA", "States"),
        ("x", "", "X x", " "),
    ],
)
def test_capitals_stay_where_they_were_not_asked_for(
    sought: str, instead: str, text: str, becomes: str
) -> None:
    for start, end, new in reversed(Finder(Asked(sought, instead)).find(text)):
        text = text[:start] + new + text[end:]
    assert text == becomes
    assert Finder(Asked("the man", "he", case=True)).find("The man, the man") == [(9, 16, "he")]


def test_a_sentence_goes_on_behind_mrs_and_the_like() -> None:
    text = "title: He said. Then Mrs. Lin and Dr. Vo met J. Kim today. She left.\n"
    (one,) = found(Asked("met"), text)
    assert (one.before, one.behind) == ("Then Mrs. Lin and Dr. Vo ", " J. Kim today.")


@pytest.mark.parametrize("sought", ["(", "a{99999999999}", "(" * 300, "a" * 501])
def test_what_cannot_be_looked_for_is_said(sought: str) -> None:
    with pytest.raises(AskedWronglyError):
        Finder(Asked(sought, pattern=True))


def test_what_names_a_group_that_is_not_there_is_said() -> None:
    with pytest.raises(AskedWronglyError):
        Finder(Asked("(a)", r"\2", pattern=True))


# The second has no end even on an empty text.
@pytest.mark.parametrize("sought", ["(a+)+$", "(?:|){60}x"])
def test_an_expression_without_end_is_given_up(sought: str) -> None:
    began = monotonic()
    with pytest.raises(AskedWronglyError, match="too long"):
        matching.find(Asked(sought, pattern=True), ["a" * 60 + "!"], patience=0.3)
    assert monotonic() - began < 30


def test_an_expression_that_finds_all_of_it_ends_at_the_most() -> None:
    with matching.Matcher(Asked(".", r"\g<0>\g<0>", pattern=True)) as matcher:
        first, second, third = matcher.find(["a" * matching.MOST, "bcd", "e"])
        assert (len(first), second, third) == (matching.MOST, [(0, 1, "bb")], [])
        assert matcher.find(["f"]) == [[(0, 1, "ff")]]
        with pytest.raises(AskedWronglyError, match="too long"):
            matching.find(Asked("(?s).+", r"\g<0>" * 100, pattern=True), ["a" * 400_000])
    with pytest.raises(AskedWronglyError, match="invalid group reference 99"):
        matching.find(Asked("a", r"\g<99>", pattern=True), ["a"])
    assert len(matching.find(Asked("e"), ["e" * 9000])[0]) == matching.MOST + 1


def replaced(desk: Desk, places: list[looking.Found]) -> Replacing:
    work = Replacing(places, desk)
    for _piece in work.steps():
        pass
    assert work.do("Replace", Place(places[0].document, ()))
    return work


def test_all_files_change_in_one_step_and_come_back_to_the_byte(tmp_path: Path) -> None:
    texts = [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        files.ODD["emoji"].replace(" a ", " Lin ").replace(" A ", " Lin "),
    ]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.yaml").write_bytes(text.encode())
    (tmp_path / "broken.yaml").write_text("scenes: [")
    desk = Desk()
    open_ = Document(tmp_path / "0.yaml", TEXT.replace("Linda", "Lindsay"))
    desk.add(open_)
    asked = Asked("Lin", "A: #b 'c'", case=True, words=True)
    given = list(
        looking.in_files(asked, looking.files_beside(open_.path), {open_.path: open_.text})
    )
    assert [one.file.name for one in given if isinstance(one, Unread)] == ["broken.yaml"]
    places = [place for one in given if isinstance(one, list) for place in one]
    work = replaced(desk, places[:-1])  # One is left out.
    assert (work.count, work.left) == (len(places) - 1, 0)
    assert len(desk.documents) == 3
    assert open_.data(("scenes", "lin", "lines", 0, "lin")) == "It's A: #b 'c'"
    assert open_.data(("scenes", "lin", "lines", 1)) == "Say \"A: #b 'c'\""
    assert "Lindsay" in open_.text
    assert "  lin:\n" in open_.text
    windows = desk.documents[tmp_path / "1.yaml"]
    assert windows.text.count("\n") == windows.text.count("\r\n")
    last = desk.documents[tmp_path / "2.yaml"]
    assert last.data(("title",)) == "A: #b 'c' 😀 day"
    assert last.data(("scenes", "one", "text")) == "😀 Lin 😀 b"
    desk.undo()
    assert [desk.documents[tmp_path / f"{number}.yaml"].text for number in (1, 2)] == texts[1:]
    assert desk.undoes is None


def test_what_was_written_meanwhile_is_not_overwritten() -> None:
    desk, document = Desk(), files.document(TEXT)
    desk.add(document)
    places = looking.in_document(Asked("Linda", "Lydia"), document)
    with desk.step("typing", Place(document, ())) as step:
        step.put(document, ("scenes", "lin", "text"), "Nobody")
    work = Replacing(places, desk)
    list(work.steps())
    assert (work.count, work.left) == (0, 1)
    late = Replacing(looking.in_document(Asked("Nobody", "All"), document), desk)
    list(late.steps())
    with desk.step("typing", Place(document, ())) as step:
        step.put(document, ("title",), "Other")
    assert not late.do("Replace", Place(document, ()))
    assert "Nobody" in document.text
