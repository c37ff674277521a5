"""What differs between two texts of a file: nothing is missed, and nothing is made up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authoring.files import ODD, document, read, shipped
from trainer.authoring.arrangement import Arrangement, Note, ReviewOf
from trainer.authoring.comparing.comparing import Comparison, compare
from trainer.authoring.comparing.walking import What
from trainer.authoring.comparing.words import How
from trainer.authoring.document import CannotChangeError, Document
from trainer.authoring.source.nodes import is_same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.source.lines import Path as Place

FILE = Path("a.yaml")
FORMATS = {path.parts[-1]: path for path in shipped()}
STORY = FORMATS["morning-train.yaml"]
SMALL = sorted(shipped(), key=lambda path: path.stat().st_size)[:12]


def told(old: str, new: str) -> list[str]:
    return [line.spoken for line in compare(FILE, old, new).lines]


def changed(text: str, *puts: tuple[Place, Any]) -> str:
    """Give a text with other things at some places."""
    made = document(text)
    for path, data in puts:
        made.apply(made.put(path, data))
    return made.text


def places(data: Any, path: Place = ()) -> Iterator[Place]:
    if path:
        yield path
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from places(value, (*path, key))


AMISS: tuple[Any, ...] = (
    "zebra",
    ["zebra"],
    {"zebra": "x"},
    "7",
    [{"id": "zebra"}],
    {},
    [],
    [["q"]],
    "",
    None,
)


@settings(max_examples=18, deadline=None)
@given(st.data())
def test_whatever_is_changed_stands_in_a_line(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(SMALL))
    old = read(path)
    one = Document(path, old)
    one.settle()
    place = data.draw(st.sampled_from(list(places(one.data()))))
    before = one.data()
    try:
        one.apply(one.put(place, data.draw(st.sampled_from(AMISS))))
    except CannotChangeError:
        return
    if one.broken is not None:
        return
    for found in (compare(path, old, one.text), compare(path, one.text, old)):
        assert bool(found.lines) == (not is_same(before, one.data()))
        assert found.is_nothing == (old == one.text)
        assert all(line.where.strip() for line in found.lines)
        if place[0] != "format":  # Another format has other words for all of it.
            assert {line.path[0] for line in found.lines} <= {place[0]}


def test_a_change_is_told_in_the_place_and_the_words_of_the_form() -> None:
    old = read(STORY)
    text = document(old).data(("scenes", "aboard", "text"))
    new = changed(
        old,
        (("minutes",), "12"),
        (("scenes", "aboard", "text"), text.replace("half full", "nearly full")),
        (("scenes", "aboard", "choices", 0, "next"), "at-you"),
        (("scenes", "aboard", "choices", 0, "fit"), "strong"),
        (("scenes", "aboard", "choices", 2), None),
        (("scenes", "corridor"), {"text": "It is quiet.", "next": "aboard"}),
        (("cast", "sam"), {"name": "Sam", "role": "ally"}),
    )
    found = "\n".join(told(old, new))
    assert "Scene “Aboard” · What happens: taken out: half; put in: nearly" in found
    assert "· Leads to: taken out: Looming; put in: At you" in found
    assert "Scene “Aboard” · Taken out: the choice “Tell the woman" in found
    assert "Put in: the scene “Corridor”: It is quiet." in found
    assert "Put in: the person “Sam”" in found
    assert "The story as a whole · Minutes that one run takes: taken out: 10; put in: 12" in found
    assert len(told(old, new)) == 7
    back = "\n".join(told(new, old))
    assert "Put in: the choice “Tell the woman" in back
    assert "Taken out: the scene “Corridor”" in back


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("next: a", "next: [{when: calm > 1, to: b}, {to: a}]", "If “Calm” is more than 1: B"),
        ("next: a", "next: a\n        set: {helped: true}", "“Helped” is so from now on"),
        ("next: a", "next: a\n        change: {calm: -1}", "“Calm” falls by 1"),
        ("next: a", "next: a\n        when: not helped", "“Helped” is not so"),
        ("- lin: Hi", "- lin: Ho", "Who says what: taken out: Hi; put in: Ho"),
        ("- lin: Hi", "- you_think: Hi", "You think"),
        ("over: true", "over: false", "The harm is over.: taken out: yes; put in: no"),
        ("calm: 1", "calm: 2", "What the story remembers: Calm"),
        ("next: a", "next: b", "taken out: A; put in: B"),
    ],
)
def test_what_is_no_prose_is_told_as_the_form_shows_it(old: str, new: str, said: str) -> None:
    text = (
        "format: scenario/1\nstate: {calm: 1, helped: false}\ncast: {lin: {name: Lin}}\nscenes:\n"
        "  a:\n    over: true\n    lines:\n      - lin: Hi\n    choices:\n      - id: x\n"
        "        say: Hello\n        next: a\n  b: {stub: true}\n"
    )
    assert text.count(old) == 1
    found = told(text, text.replace(old, new))
    assert len(found) == 1
    assert said in found[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: A\n", "title: 'A'\n"),
        ("title: A\n", "title: A # why\n"),
        ("title: A\nid: b\n", "id: b\ntitle: A\n"),
        ("title: A\n", "# first\ntitle: A\n"),
        ("title: A\n", "title: A\r\n"),
        ("title: A\n", "title: A"),
        ("title: A\nid: b\n", "title: A\n\nid: b\n"),
        ("scenes:\n  a: {text: x}\n", "scenes: {a: {text: x}}\n"),
    ],
)
def test_what_says_the_same_is_told_as_writing(old: str, new: str) -> None:
    found = compare(FILE, old, new)
    assert found.lines == ()
    assert found.writing
    assert not found.is_nothing


def test_a_comment_that_changed_beside_words_is_told_too() -> None:
    found = compare(FILE, "title: A\n# why\n", "title: B\n# because\n")
    assert (len(found.lines), found.writing) == (1, 1)
    assert compare(FILE, "title: A\n# why\n", "title: B\n# why\n").writing == 0
    # In a text it is a word of the story.
    assert compare(FILE, "title: |\n  A\n  # 1\n", "title: |\n  B\n  # 2\n").writing == 0
    # At the end of a line may stand what a scene is called, which is told as that.
    before = "scenes:\n  a: # A place\n    text: A\n"
    assert compare(FILE, before, before.replace("# A", "# The").replace(": A", ": B")).writing == 0


@pytest.mark.parametrize("text", [*ODD.values(), "", "just words\n"])
def test_the_same_is_nothing(text: str) -> None:
    assert compare(FILE, text, text) == Comparison()


def test_scenes_and_choices_in_another_order_are_told_so() -> None:
    old = "scenes:\n  a: {text: x}\n  b: {text: y}\n"
    found = compare(FILE, old, "scenes:\n  b: {text: y}\n  a: {text: x}\n")
    assert [(line.what, line.path) for line in found.lines] == [(What.ORDER, ("scenes",))]
    assert "in another order: B, A" in found.lines[0].spoken
    one = "scenes:\n  a:\n    choices:\n      - {id: x, say: X}\n      - {id: y, say: Y}\n"
    two = "scenes:\n  a:\n    choices:\n      - {id: y, say: Y}\n      - {id: x, say: X}\n"
    assert told(one, two) == ["Scene “A” · Choices: in another order"]


def test_people_in_another_order_are_told_so() -> None:
    old = "cast:\n  a: {name: Ana}\n  b: {name: Ben}\n"
    new = "cast:\n  b: {name: Ben}\n  a: {name: Ana}\n"
    assert told(old, new) == ["The story as a whole · Who is in it: in another order: Ben, Ana"]


def test_what_the_form_shows_alike_is_told_as_it_is_written() -> None:
    old = "scenes:\n  a:\n    over: true\n    text: x\n"
    [said] = told(old, old.replace("true", "yes"))
    assert said.endswith("taken out: true; put in: yes")


def test_a_choice_is_known_by_its_id_rather_than_by_its_words() -> None:
    one = "scenes:\n  a:\n    choices:\n      - {id: x, say: Go there now please}\n"
    two = one.replace("Go there now please", "Shout") + "      - {id: y, say: Go there now}\n"
    assert told(one, two) == [
        "Scene “A” · “Shout” · What is said: taken out: Go there now please; put in: Shout",
        "Scene “A” · Put in: the choice “Go there now”",
    ]


def test_a_choice_that_moved_and_changed_is_the_same_choice() -> None:
    one = "scenes:\n  a:\n    choices:\n      - {id: x, say: Go there}\n"
    two = "scenes:\n  a:\n    choices:\n      - {id: n, act: Wait}\n      - {id: x, say: Go home}\n"
    assert told(one, two) == [
        "Scene “A” · Put in: the choice “Wait”",
        "Scene “A” · “Go home” · What is said: taken out: there; put in: home",
    ]


@pytest.mark.parametrize("kind", ["drills/1", "help/1", "plan/1", "page/1"])
def test_other_files_are_told_in_their_own_words(kind: str) -> None:
    path = next(one for one in shipped() if f"format: {kind}" in read(one)[:400])
    one = Document(path, read(path))
    one.settle()
    lists = {"drills/1": "drills", "help/1": "entries", "plan/1": "segments", "page/1": "sections"}
    key = lists[kind]
    given = one.data((key,))
    first = next(iter(given)) if isinstance(given, dict) else 0
    one.apply(one.put((key, first), None))
    one.apply(one.put(("title",), "Another title"))
    found = compare(path, read(path), one.text).lines
    assert [line.what for line in found] == [What.FIELD, What.WENT]
    assert "Title" in found[0].where
    assert found[1].where.startswith("Taken out: ")
    assert key not in found[1].where


def test_what_cannot_be_read_says_why() -> None:
    found = compare(FILE, "title: A\n", "title: [A\n")
    assert found.unread
    assert not found.lines
    assert compare(FILE, "title: [A\n", "title: A\n").unread
    assert compare(FILE, "title: [A\n", "title: [A\n").is_nothing


def test_the_map_is_told_in_sentences() -> None:
    def lies(x: float, text: str, *folded: str) -> Arrangement:
        notes = {"n": Note(0, 0, text)} if text else {}
        pins = MappingProxyType({"a": (x, 0.0)})
        return Arrangement(pins, frozenset(folded), MappingProxyType(notes))

    one, two = lies(1, "Ask Ana"), lies(2, "Ask Sam", "a")
    found = compare(FILE, "a: 1\n", "a: 1\n", (one, two))
    assert [line.spoken for line in found.lines] == [
        "1 scene is elsewhere on the map",
        "1 branch of the map is folded or unfolded",
        "A note on the map: taken out: Ana; put in: Sam",
    ]
    assert not found.is_nothing
    assert compare(FILE, "a: 1\n", "a: 1\n", (one, one)).is_nothing
    reviewed, left = replace(one, review=ReviewOf("a", "b")), replace(one, left={"x": 1})
    for other in (reviewed, left):
        assert len(compare(FILE, "a: 1\n", "a: 1\n", (one, other)).lines) == 1
    assert len(compare(FILE, "a: [\n", "a: 1\n", (one, two)).lines) == 3


def test_of_very_many_the_rest_are_counted() -> None:
    old = "scenes:\n" + "".join(f"  s{at}: {{text: a}}\n" for at in range(260))
    found = compare(FILE, old, old.replace("text: a", "text: b"))
    assert (len(found.lines), found.more) == (200, 60)
    assert all(line.pieces[0].how is How.OUT for line in found.lines)
