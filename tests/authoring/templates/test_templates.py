"""What a new file begins as: right from the start, with what was asked, and nobody's name in it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from trainer import paths
from trainer.authoring import shelf
from trainer.authoring.document import Document
from trainer.authoring.prose import pieces
from trainer.authoring.templates.catalogue import BY_NAME, EVERY, Template
from trainer.authoring.templates.making import Asked, id_of, text_of
from trainer.authoring.templates.shape import shape_of
from trainer.checking.files import check_paths
from trainer.drills.collection import Collection
from trainer.help import directory
from trainer.plans.collection import Collection as Plans
from trainer.scenario.kinds import Setting
from trainer.scenario.libraries.library import Library

if TYPE_CHECKING:
    from pathlib import Path

TODAY = datetime.date(2031, 3, 4)
ASKED = Asked(
    "The waiting: #1 room", Setting.HEALTH_CARE, "Mrs. Phan's aunt", "A man: loud", "Ana", "MIT"
)
MUST_HAVE = {
    "empty": ["d-missing"] * 4,
    "two-step": ["d-missing"],
    "plan": ["no-care"],
    "help": ["empty-text", "missing-key", *["empty-text"] * 9],
}
"""What is missing in a template because only its author can add it, once all texts are written.

An entry of help must not be shown to somebody who needs help before somebody has written it."""


def codes(path: Path) -> list[str]:
    return [found.code for one in check_paths([path], TODAY) for found in one.problems]


@pytest.mark.parametrize("template", EVERY, ids=lambda one: one.name)
def test_a_new_file_has_what_was_asked_and_no_mistake(template: Template, tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    path.write_text(text_of(template, ASKED, "new-one"))
    assert set(codes(path)) - {"missing-key"} == {"empty-text"}
    document = Document(path, path.read_text())
    assert document.settle()
    unwritten = [one.path for one in pieces(document) if not one.node.value]
    if template.name != "help":
        for place in unwritten:
            document.apply(document.put(place, "Ana writes this herself."))
        path.write_text(document.text)
    assert codes(path) == MUST_HAVE.get(template.name, [])
    assert document.data(("id",)) == "new-one"
    assert document.data(("title",)) == ASKED.title
    assert document.data(("status",)) in ("draft", None)
    assert document.data(("reviewed",)) is None
    if template.name != "help":
        assert document.data(("authors",)) == ["Ana"]
        assert document.data(("licence",)) == "MIT"
    if template.story:
        assert document.data(("setting",)) == "health-care"
        names = {one["role"]: one["name"] for one in document.data(("cast",)).values()}
        assert (names["targeted"], names["harming"]) == ("Mrs. Phan's aunt", "A man: loud")


def test_an_entry_of_help_that_nobody_has_written_is_shown_to_nobody(tmp_path: Path) -> None:
    path = tmp_path / "help" / "new.yaml"
    path.parent.mkdir()
    path.write_text(text_of(BY_NAME["help"], ASKED, "new-one"))
    there = directory.read([tmp_path])
    assert there.entry("first-place") is None
    assert [one.path.name for one in there.broken] == ["new.yaml"]


@pytest.mark.parametrize(
    "template",
    [one for one in EVERY if one.name != "help"],
    ids=lambda one: one.name,
)
def test_what_nobody_has_written_is_played_to_nobody(template: Template, home: Path) -> None:
    path = shelf.lay(template, ASKED, ())
    if template.story:
        library = Library([paths.own_scenarios()], None)
        assert library.cards() == ()
        assert [one.path for one in library.broken()] == [path]
    else:
        kind = Collection if template.name == "drills" else Plans
        assert [one.path for one in kind([paths.own_scenarios()]).broken] == [path]
    text = path.read_text()
    asks = [line.strip() for line in text.splitlines() if line.endswith("?")]
    # What is asked is for the group to hear; nothing is asked of the author.
    assert all(line.startswith(("- ", "title: ")) for line in asks)


def test_what_was_not_answered_stays_as_a_question(tmp_path: Path) -> None:
    text = text_of(BY_NAME["two-step"], Asked("\x07 \n"), "a")
    assert text == BY_NAME["two-step"].path.read_text().replace("id: two-step", "id: a")


@pytest.mark.parametrize("setting", Setting)
def test_a_story_begins_where_it_happens(setting: Setting) -> None:
    text = text_of(BY_NAME["two-step"], Asked("There", setting), "there")
    made = Document(paths.own_scenarios() / "there.yaml", text)
    made.settle()
    picture = made.data(("backdrop",))
    assert (picture is None) is (setting is Setting.COMMUNITY)
    assert picture is None or (paths.assets() / "backdrops" / f"{picture}.svg").is_file()
    assert setting is not Setting.TRANSIT or picture == "bus"


@pytest.mark.parametrize("template", EVERY, ids=lambda one: one.name)
def test_what_is_about_one_story_or_place_is_nobodys_but_the_authors(template: Template) -> None:
    made = Document(template.path, template.path.read_text("utf-8"))
    made.settle()
    for one in (made.data(("cast",)) or {}).values():
        assert not one["name"]
    for one in (made.data(("places",)) or {}).values():
        assert not one["name"]
    for one in (made.data(("entries",)) or {}).values():
        empty = ("", [""], [{"phone": ""}])
        said = {key for key, value in one.items() if value not in empty}
        assert said == {"police", "confirmed", "unconfirmed"}
        assert (one["police"], one["confirmed"]) == ("unknown", "false")
    assert made.data(("content_notes",)) in ([""], None)
    assert made.data(("authors",)) in (["Anonymous"], None)
    assert bool(template.brings) == ("Why" in template.brings or template.name == "plan")
    assert ("why:" in made.text) == ("Why" in template.brings)
    assert not {"they", "them", "their", "you"} & set(_whys(made).casefold().split())


def _whys(made: Document) -> str:
    """Give the reasons of a template: they are of any story, so they speak of nobody in it."""
    return " ".join(one.node.value for one in pieces(made) if one.path[-1] == "why")


@pytest.mark.parametrize("template", [one for one in EVERY if one.story])
def test_what_somebody_says_or_does_is_nobodys_but_the_authors(template: Template) -> None:
    made = Document(template.path, template.path.read_text("utf-8"))
    made.settle()
    for name in made.scenes():
        told = made.data(("scenes", name))
        assert isinstance(told, dict)
        assert not told.get("text")
        for choice in told.get("choices", ()):
            assert not any(choice.get(key) for key in ("say", "act", "think")), choice["id"]
            assert not any(choice["feedback"].get(key) for key in ("headline", "targeted"))


def test_an_id_is_made_of_the_title_and_is_nobody_elses() -> None:
    assert id_of("Mrs. Lin’s Éclair & Co.", ()) == "mrs-lins-eclair-co"
    assert id_of("The bus", {"the-bus", "the-bus-2"}) == "the-bus-3"
    assert id_of("대기실", {"story"}) == "story-2"
    assert len(id_of("word " * 100, ())) <= 60


def test_shapes_are_those_of_the_files() -> None:
    drawn = shape_of(BY_NAME["two-step"])
    assert [len(column) for column in drawn.columns] == [1, 2, 2]
    assert drawn.endings == {"together", "left-alone"}
    assert ("notice", "beside-them") in drawn.ways


def test_a_new_file_replaces_none(home: Path) -> None:
    first = shelf.lay(BY_NAME["empty"], Asked("One"), ())
    first.write_text("mine")
    second = shelf.lay(BY_NAME["empty"], Asked("One"), {"one-2"})
    assert second.name == "one-3.yaml"
    assert first.read_text() == "mine"


def test_the_shelf_tells_what_each_file_is(home: Path) -> None:
    lying = shelf.Shelf()
    assert lying.files() == []
    path = shelf.lay(BY_NAME["two-step"], Asked("One"), ())
    drills = shelf.lay(BY_NAME["drills"], Asked("Two"), ())
    broken = paths.own_scenarios() / "broken.yaml"
    broken.write_text('title: "Half\nformat: scenario/1\nscenes:\n  a:\n   b: [\n  c: 1\nx: 1\n')
    (paths.own_scenarios() / "odd.yaml").write_bytes(b"title: \xff\xfe")
    found = {one.path.name: one for one in lying.files()}
    assert (found[path.name].title, found[path.name].scenes) == ("One", 5)
    assert (found[path.name].status, found[path.name].readable) == ("draft", True)
    assert (found[drills.name].format, found[drills.name].scenes) == ("drills/1", None)
    assert (found["broken.yaml"].title, found["broken.yaml"].scenes) == ("Half", 2)
    assert not found["broken.yaml"].readable
    assert not found["odd.yaml"].readable
    path.write_text(path.read_text().replace("title: One", "title: Other"))
    assert {one.title for one in lying.files()} >= {"Other", "Two"}
