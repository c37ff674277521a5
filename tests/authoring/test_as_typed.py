"""What somebody typed as a name stays with it, in the file, and is never another name's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authoring.files import document
from tests.authoring.scenes.test_renaming import step_on
from trainer.authoring import as_typed, called
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import Document
from trainer.authoring.forms import conditions
from trainer.authoring.keeping.differing import difference, summary
from trainer.authoring.layout import finding
from trainer.authoring.on_paper import story as on_paper
from trainer.authoring.outline import Outliner
from trainer.authoring.plainly import labels
from trainer.authoring.scenes import cutting, making, renaming
from trainer.authoring.scenes.naming import Sort, from_words, is_name, numbered, scene_names
from trainer.authoring.trying import words
from trainer.ui.find import Found, fitting

STORY = """\
format: scenario/1
state:
  calm: 2  # from 0 to 10
  ngoi_canh_bac_phuc: false  # ngồi cạnh bác Phúc # asked of Lan
start: cho
scenes:
  cho:  # Chỗ
    text: |
      One.

      Two.
    next: ma-den
  ma-den:  # Má đến
    text: Three.
    next: ma-den-2
  ma-den-2: {stub: true}  # Mã đền
  waits:  # here she waits
    next: "# no"
"""


def story() -> Document:
    return document(STORY)


def test_a_name_is_called_as_it_was_typed_and_other_comments_are_nobodys_name() -> None:
    doc = story()
    names = called.Names(doc)
    assert [names.scene(name) for name in scene_names(doc)] == [
        "Chỗ", "Má đến", "Mã đền", "Waits",
    ]  # fmt: skip
    assert names.memory("ngoi_canh_bac_phuc") == "ngồi cạnh bác Phúc"
    assert names.memory("calm") == "Calm"
    outline = Outliner(doc).outline()
    assert outline.scenes["cho"].title == outline.title("cho") == "Chỗ"
    assert dict(as_typed.all_kept(doc)) == {
        ("state", "ngoi_canh_bac_phuc"): "ngồi cạnh bác Phúc",
        ("scenes", "cho"): "Chỗ",
        ("scenes", "ma-den"): "Má đến",
        ("scenes", "ma-den-2"): "Mã đền",
    }
    doc.apply(doc.rename(("scenes", "ma-den"), "the-park"))
    assert called.scene(doc, "the-park") == "The park", "renamed by hand it has no old words"


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("cho", "waits here"), ("cho", "cho"), ("cho", "Cho"), ("cho", "…"), ("scene-2", "— !"),
        ("cho", ""), ("forty--one", "forty-one"), ("scene", "Scene"), ("cho", "chó sói"),
    ],
)  # fmt: skip
def test_what_does_not_make_the_name_or_says_no_more_is_not_its_words(
    name: str, comment: str
) -> None:
    assert as_typed.kept_in(comment, name, "scene") is None


def test_a_comment_of_the_authors_own_stays_whatever_the_name_becomes() -> None:
    doc, path = story(), ("state", "ngoi_canh_bac_phuc")
    step_on(doc, renaming.rename_variable, path[1], "ngoi_canh_bac_tu", "ngồi cạnh bác Tư")
    assert "  ngoi_canh_bac_tu: false  # ngồi cạnh bác Tư # asked of Lan\n" in doc.text
    step_on(doc, renaming.rename_variable, "ngoi_canh_bac_tu", "near", "near")
    assert "  near: false  # asked of Lan\n" in doc.text
    step_on(doc, renaming.rename_variable, "calm", "yen", "yên")
    assert "  yen: 2  # yên # from 0 to 10\n" in doc.text
    step_on(doc, renaming.rename_scene, "waits", "she-waits", "she waits")
    assert "  she-waits:  # here she waits\n" in doc.text


def test_marks_can_be_put_on_a_name_that_stays_the_same() -> None:
    doc = document("scenes:\n  ma-den:\n    stub: true\n")
    step_on(doc, renaming.rename_scene, "ma-den", "ma-den", "Má đến")
    assert doc.text == "scenes:\n  ma-den:  # Má đến\n    stub: true\n"
    step_on(doc, renaming.rename_scene, "ma-den", "ma-den", "Mã đền")
    assert doc.text == "scenes:\n  ma-den:  # Mã đền\n    stub: true\n"


def test_scenes_made_copied_cut_moved_and_joined_keep_their_words() -> None:
    doc = story()
    step_on(doc, making.create_from_words, "等待室", "cho")
    assert "\n  scene:  # 等待室\n    stub: true\n" in doc.text
    step_on(doc, making.duplicate, "cho", numbered("cho", scene_names(doc)))
    assert called.scene(doc, "cho-2") == "Chỗ 2"
    step_on(doc, making.duplicate, "ma-den-2", "ma-den-3")
    assert called.scene(doc, "ma-den-3") == "Mã đền 3"
    step_on(doc, cutting.split, "cho", ("text", 1), "phan-sau", "Phần sau")
    assert called.scene(doc, "phan-sau") == "Phần sau"
    step_on(doc, making.move, "waits", -2)
    assert called.scene(doc, "ma-den-3") == "Mã đền 3"
    step_on(doc, cutting.merge, "cho")
    assert "phan-sau" not in scene_names(doc)
    assert called.scene(doc, "phan-sau") == "Phần sau", "what has gone is still called so"
    assert called.scene(doc, "cho") == "Chỗ"
    assert "#" not in document("title: a\n").text


def test_a_rename_with_words_is_a_rename_to_earlier_versions() -> None:
    doc = story()
    before = summary(doc.text)
    step_on(doc, renaming.rename_scene, "ma-den", "ba-den", "Bà đến")
    assert difference(before, summary(doc.text)).renamed == (("ma-den", "ba-den"),)


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        ("state: {calm: 2, so: '# #'}\n", ("state", "calm"), "state: {calm: 2, so: '# #'}  # X\n"),
        ("state:\r\n  calm: 2 \r\n", ("state", "calm"), "state:\r\n  calm: 2  # X\r\n"),
        ("scenes:\n  calm:\n", ("scenes", "calm"), "scenes:\n  calm:  # X\n"),
        ("scenes:\n  calm: {text: a\n    b}\n", ("scenes", "calm"), ""),
        ("{scenes: {calm: {text: 'a #b'}}}\n", ("scenes", "calm"),
         "{scenes: {calm: {text: 'a #b'}}}  # X\n"),
        ("? scenes\n: calm: {text: a}\n", ("scenes", "calm"), "? scenes\n: calm: {text: a}  # X\n"),
        ('scenes:\n  "calm" :   #MeToo\n    text: a\n', ("scenes", "calm"),
         'scenes:\n  "calm" :  # X # MeToo\n    text: a\n'),
    ],
)  # fmt: skip
def test_it_is_written_where_a_comment_can_stand(
    text: str, path: tuple[str, str], after: str
) -> None:
    doc = document(text)
    step_on(doc, lambda step, made: as_typed.keep(step, made, path, "Çalm"))
    assert doc.text == (after or text).replace("# X", "# Çalm")
    assert called.of(doc, "calm", as_typed.sort_of(path)) == ("Çalm" if after else "Calm")


def test_two_names_in_one_line_each_find_their_words() -> None:
    doc = document("state: {ma_den: 1, di_dau: 2}\n")
    step_on(doc, lambda step, made: as_typed.keep(step, made, ("state", "ma_den"), "Má đến"))
    step_on(doc, lambda step, made: as_typed.keep(step, made, ("state", "di_dau"), "Đi đâu"))
    assert called.memory(doc, "ma_den") == "Má đến"
    assert called.memory(doc, "di_dau") == "Đi đâu"


SORTS: tuple[Sort, ...] = ("scene", "state")
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@settings(max_examples=150, deadline=None)
@given(WORDS, st.sampled_from(SORTS), st.integers(0, 2))
def test_any_words_come_back_from_the_file_they_were_kept_in(
    words: str, sort: Sort, taken: int
) -> None:
    names: list[str] = []
    for _each in range(taken + 1):
        names.append(from_words(words, names, sort))
    name, top = names[-1], "scenes" if sort == "scene" else "state"
    assert is_name(name, sort)
    doc = document(f"{top}:\n  other: 1\n  {name}: 2\n")
    desk = Desk()
    desk.add(doc)
    before = doc.text
    with desk.step("act", Place(doc, ())) as step:
        as_typed.keep(step, doc, (top, name), words)
    shown = called.of(doc, name, sort)
    if as_typed.makes(as_typed.clean(words), name, sort):
        assert shown == as_typed.shown(name, words)
    read = Document(Path("/nowhere.yaml"), doc.text)
    assert read.settle()
    assert read.data() == {top: {"other": "1", name: "2"}}
    assert called.of(read, name, sort) == shown
    if desk.undoes is not None:
        desk.undo()
    assert doc.text == before


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["Má đến", "Đi đâu đó", "Straße", "ilk gün", "等待室", "غرفة", "Room #3"]))
def test_typed_again_it_is_the_same_scene(words: str) -> None:
    doc = document("scenes:\n  one: {stub: true}\n")
    step_on(doc, making.create_from_words, words)
    names = scene_names(doc)
    said = called.Names(doc).scene
    for typed in (words, words.upper().lower() if words != "Straße" else words, f" {words} "):
        assert called.meant(typed, names, said=said) == names[1]


def test_whatever_speaks_of_a_name_says_it_as_it_was_typed() -> None:
    doc = story()
    names, outline = called.Names(doc), Outliner(doc).outline()
    assert words.values({"ngoi_canh_bac_phuc": True}, names) == "ngồi cạnh bác Phúc: yes"
    assert labels.place(doc, ("scenes", "ma-den", "text")).startswith("Scene “Má đến”")
    assert finding.matches(doc, outline, "ma den") == ["ma-den", "ma-den-2"]
    assert [one.title for one in on_paper.tell(doc).scenes][:2] == ["Chỗ", "Má đến"]
    assert conditions.in_words("ngoi_canh_bac_phuc", names) == "“ngồi cạnh bác Phúc” is so"
    assert from_words("Phòng 2", ["phong-2"]) == "phong-2-2"
    assert as_typed.kept_in("Phòng 2", "phong-2-2", "scene") == as_typed.Kept("Phòng 2")


def test_the_search_takes_no_notice_of_marks() -> None:
    story = Found("Phòng đợi", "", "play", "practice", (), "phòng đợi đi đâu")
    for typed in ("phong doi", "phòng đợi", "DI DAU", "pho\u0300ng"):
        assert fitting([story], typed) == [story]
    assert fitting([story], "mong") == []
