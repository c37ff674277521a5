"""Two people in one scene: each place that both have changed is decided by itself."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authoring.files import document, read, shipped
from trainer.authoring.comparing.sides import MOST_ASKED, questions
from trainer.authoring.keeping import by_place
from trainer.authoring.keeping.merging import Merged, merge
from trainer.authoring.source.nodes import is_same

if TYPE_CHECKING:
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data

BASE = """\
format: scenario/1
title: A day
cast:
  lin: {name: Mrs. Lin, role: targeted}
scenes:
  aboard:  # where it begins
    # ask Ana
    text: |
      The bus is half full.

      It rains.
    check: Two riders look over.
    lines:
      - lin: Please
      - Nobody moves.
      - lin: Leave me alone.
    choices:
      - id: ask
        say: Which stop is it?
        d: distract
        fit: strong
        feedback: {headline: Good, why: It is 'indirect'.}
        next: end
      - id: film  # perhaps
        act: Film it.
        d: document
        next: end
  end:
    text: Rain.
"""
SCENE = ("scenes", "aboard")


def put(text: str, *puts: tuple[Path, Any]) -> str:
    made = document(text)
    for path, data in puts:
        if data is not None or made.data((*SCENE, *path)) is not None:
            made.apply(made.put((*SCENE, *path), data))
    return made.text


def scene(merged: Merged | str) -> Any:
    return document(merged if isinstance(merged, str) else merged.text).data(SCENE)


def keys(merged: Merged) -> list[tuple[str, ...]]:
    return [clash.key[2:] for clash in merged.clashes]


def test_a_number_sign_in_a_text_is_no_comment() -> None:
    ours = put(BASE, (("check",), "Mine"))
    theirs = BASE.replace("It rains.", "It rains at stop # 2.").replace("Two riders", "Three")
    found = merge(BASE, ours, theirs)
    assert keys(found) == [("check",)]  # And not all of the scene.
    assert "stop # 2." in merge(BASE, ours, theirs, {(*SCENE, "check"): False}).text


def test_only_the_place_that_both_changed_is_asked_about() -> None:
    ours = put(BASE, (("check",), "Mine"), (("choices", 0, "feedback", "why"), "Mine"))
    theirs = put(BASE, (("check",), "Theirs"), (("choices", 0, "say"), "Theirs"))
    assert keys(merge(BASE, ours, theirs)) == [("check",)]
    for takes, said in ((True, "Theirs"), (False, "Mine")):
        found = merge(BASE, ours, theirs, {(*SCENE, "check"): takes})
        assert not found.clashes
        told = scene(found)
        assert told["check"] == said
        assert told["choices"][0]["say"] == "Theirs"
        assert told["choices"][0]["feedback"] == {"headline": "Good", "why": "Mine"}
        for kept in ("# where it begins", "# ask Ana", "# perhaps", "headline: Good"):
            assert kept in found.text


def test_each_place_is_decided_by_itself() -> None:
    ours = put(BASE, (("check",), "M1"), (("choices", 0, "say"), "M2"))
    theirs = put(BASE, (("check",), "T1"), (("choices", 0, "say"), "T2"))
    asked = merge(BASE, ours, theirs)
    assert keys(asked) == [("check",), ("choices", "ask", "say")]
    for one, other in product((True, False), repeat=2):
        first, second = (clash.key for clash in asked.clashes)
        told = scene(merge(BASE, ours, theirs, {first: one, second: other}))
        assert (told["check"], told["choices"][0]["say"]) == (
            "T1" if one else "M1",
            "T2" if other else "M2",
        )


def test_choices_that_each_has_added_or_moved_are_known_by_their_ids() -> None:
    new = {"id": "wait", "act": "Wait.", "d": "wait", "next": "end"}
    mine, other = {**new, "id": "mine"}, {**new, "id": "theirs"}
    ours = put(BASE, (("check",), "M"), (("choices", 2), mine))
    theirs = put(BASE, (("check",), "T"), (("choices", 2), other), (("choices", 0), None))
    ours_made, theirs_made = scene(ours), scene(theirs)
    assert [one["id"] for one in ours_made["choices"]] == ["ask", "film", "mine"]
    assert [one["id"] for one in theirs_made["choices"]] == ["film", "theirs"]
    told = scene(merge(BASE, ours, theirs, {(*SCENE, "check"): False}))
    assert [one["id"] for one in told["choices"]] == ["film", "theirs", "mine"]


def test_a_choice_that_one_took_out_and_the_other_changed_is_asked_about() -> None:
    ours, theirs = put(BASE, (("choices", 1), None)), put(BASE, (("choices", 1, "act"), "Zoom."))
    for mine, other, key_taken in ((ours, theirs, True), (theirs, ours, False)):
        asked = merge(BASE, mine, other)
        assert keys(asked) == [("choices", "film")]
        told = scene(merge(BASE, mine, other, {asked.clashes[0].key: key_taken}))
        assert [one["id"] for one in told["choices"]] == ["ask", "film"]
        told = scene(merge(BASE, mine, other, {asked.clashes[0].key: not key_taken}))
        assert [one["id"] for one in told["choices"]] == ["ask"]


def test_lines_and_paragraphs_that_do_not_touch_are_put_together() -> None:
    first, last = ("lines", 0, "lin"), ("lines", 2, "lin")
    text = scene(BASE)["text"]
    ours = put(BASE, (("check",), "M"), (first, "Oh"), (("text",), text.replace("half", "all")))
    theirs = put(BASE, (("check",), "T"), (last, "Go."), (("text",), text + "\nIt is late.\n"))
    found = merge(BASE, ours, theirs)
    assert keys(found) == [("check",)]
    assert scene(found)["lines"] == [{"lin": "Oh"}, "Nobody moves.", {"lin": "Go."}]
    assert scene(found)["text"].startswith("The bus is all full.")
    assert "It is late." in scene(found)["text"]


@pytest.mark.parametrize(
    ("path", "mine", "other", "key"),
    [
        (("lines", 0, "lin"), "Oh", "No", ("lines",)),
        (("text",), "Mine", "Theirs", ("text",)),
        (("choices", 0, "next"), "aboard", [{"to": "end"}], ("choices", "ask", "next")),
    ],
)
def test_what_is_one_to_whoever_reads_the_form_is_one_question(
    path: Path, mine: Any, other: Any, key: tuple[str, ...]
) -> None:
    assert keys(merge(BASE, put(BASE, (path, mine)), put(BASE, (path, other)))) == [key]


def test_of_two_keys_that_exclude_each_other_both_are_never_there() -> None:
    ours = put(BASE, (("choices", 0, "say"), None), (("choices", 0, "act"), "Ask."))
    theirs = put(BASE, (("choices", 0, "say"), "Theirs"), (("choices", 0, "fit"), "fair"))
    asked = merge(BASE, ours, theirs)
    assert keys(asked) == [("choices", "ask")]
    for takes in (True, False):
        choice = scene(merge(BASE, ours, theirs, {asked.clashes[0].key: takes}))["choices"][0]
        assert ("say" in choice) is takes
        assert ("act" in choice) is not takes


@pytest.mark.parametrize(
    ("old", "new"),
    [("# ask Ana", "# ask Sam"), ("    check", "    # new\n    check")],
)
def test_where_a_comment_of_theirs_would_go_the_scene_is_asked_about_as_a_whole(
    old: str, new: str
) -> None:
    ours = put(BASE, (("check",), "Mine"), (("text",), "Mine"))
    theirs = put(BASE, (("check",), "Theirs")).replace(old, new)
    assert keys(merge(BASE, ours, theirs)) == [()]


def test_where_a_comment_of_ones_own_would_go_it_is_asked_about_as_a_whole() -> None:
    ours = put(BASE, (("check",), "Mine")).replace("# perhaps", "# surely")
    theirs = put(BASE, (("check",), "Theirs"), (("choices", 1), None))
    assert keys(merge(BASE, ours, theirs)) == [()]
    theirs = put(BASE, (("check",), "Theirs"), (("choices", 0), None))
    assert keys(merge(BASE, ours, theirs)) == [("check",)]


def test_what_was_asked_is_asked_until_it_is_answered() -> None:
    key = (*SCENE, "check")
    ours, theirs = put(BASE, (("check",), "M")), put(BASE, (("check",), "T"))
    asked = frozenset({key})
    assert [one.key for one in merge(BASE, BASE, theirs, None, asked).clashes] == [key]
    other = put(BASE, (("text",), "Mine"))
    assert [one.key for one in merge(BASE, other, theirs, None, asked).clashes] == [key]
    told = scene(merge(BASE, other, theirs, {key: False}, asked))
    assert (told["check"], told["text"].strip()) == ("Two riders look over.", "Mine")
    assert merge(BASE, ours, ours, None, asked).clashes == ()


def test_a_choice_that_was_asked_about_as_a_whole_stays_the_question() -> None:
    key = (*SCENE, "choices", "ask")
    theirs = put(BASE, (("choices", 0, "say"), "Theirs"), (("choices", 0, "fit"), "fair"))
    found = merge(BASE, BASE, theirs, None, frozenset({key}))
    assert [clash.key for clash in found.clashes] == [key]
    assert scene(merge(BASE, BASE, theirs, {key: False}, frozenset({key}))) == scene(BASE)


def test_another_order_of_theirs_is_not_lost() -> None:
    turned = scene(BASE)["choices"][::-1]
    ours = put(BASE, (("choices", 0, "say"), "Mine"))
    theirs = put(BASE, (("choices",), [{**turned[0], "act": "Zoom."}, turned[1]]))
    assert keys(merge(BASE, ours, theirs)) == [("choices",)]
    people = "cast:\n  lin: {name: Mrs. Lin}\n  grey: {name: Man}\n"
    mine = people.replace("Mrs. Lin", "Lin")
    other = "cast:\n  grey: {name: Man}\n  lin: {name: Mrs. L.}\n"
    assert [clash.key for clash in merge(people, mine, other).clashes] == [("cast",)]


@pytest.mark.parametrize(
    ("kind", "key"), [("drills/1", "drills"), ("help/1", "entries"), ("plan/1", "segments")]
)
def test_files_that_are_no_stories_are_asked_about_by_place_too(kind: str, key: str) -> None:
    path = next(one for one in shipped() if f"format: {kind}" in read(one)[:400])
    base = read(path)
    first, second = list(document(base).data((key,)))[:2]
    field = {"drills": "line", "entries": "name", "segments": "title"}[key]

    def made(words: str, other: str) -> str:
        one = document(base)
        one.apply(one.put((key, first, field), words))
        one.apply(one.put((key, other, field), f"Also {words}"))
        return one.text

    ours, theirs = made("Mine", second), made("Theirs", first)
    asked = merge(base, ours, theirs)
    assert [clash.key for clash in asked.clashes] == [(key, first, field)]
    told = questions(path, base, ours, theirs, asked.clashes)[0]
    assert told.mine.lines[0].spoken.endswith("put in: Mine")
    assert key not in told.where
    found = merge(base, ours, theirs, {(key, first, field): True})
    data = document(found.text).data((key,))
    assert (data[first][field], data[second][field]) == ("Also Theirs", "Also Mine")


def test_of_thousands_of_places_the_rest_are_decided_together() -> None:
    base = "scenes:\n" + "".join(f"  s{at}: {{text: a, next: s0}}\n" for at in range(100))
    ours, theirs = base.replace("text: a", "text: b"), base.replace("text: a", "text: c")
    asked = merge(base, ours, theirs)
    told = questions(document(base).path, base, ours, theirs, asked.clashes)
    assert len(told) == MOST_ASKED
    decided = {key for one in told for key in (one.clash.key, *one.also)}
    assert decided == {clash.key for clash in asked.clashes}
    assert told[-1].mine.more == 100 - MOST_ASKED + 1


PLACES: tuple[Path, ...] = (
    ("check",), ("text",), ("lines", 1), ("choices", 0, "say"), ("choices", 0, "feedback", "why"),
    ("choices", 1, "act"), ("choices", 1), ("choices", 0, "feedback"), ("facilitator",),
)  # fmt: skip
changes = st.dictionaries(st.sampled_from(PLACES), st.sampled_from(["A", "B", None]), max_size=4)


@settings(max_examples=15, deadline=None)
@given(changes, changes, st.booleans())
def test_nothing_of_either_is_lost_where_only_one_has_changed(
    mine: dict[Path, str | None], other: dict[Path, str | None], takes: bool
) -> None:
    ours, theirs = (put(BASE, *sorted(one.items(), key=str, reverse=True)) for one in (mine, other))
    asked = merge(BASE, ours, theirs)
    found = merge(BASE, ours, theirs, {clash.key: takes for clash in asked.clashes})
    assert not found.clashes
    told, base, here, there = (scene(one) for one in (found, BASE, ours, theirs))
    for name in {**base, **here, **there}:
        sides = base.get(name), here.get(name), there.get(name)
        if is_same(sides[1], sides[2]) or is_same(sides[0], sides[2]):
            assert is_same(told.get(name), sides[1])
        elif is_same(sides[0], sides[1]):
            assert is_same(told.get(name), sides[2])
        elif name not in ("choices", "lines", "text"):
            assert is_same(told.get(name), sides[2 if takes else 1])
    assert len(questions_of(ours, theirs, asked)) == len(asked.clashes)


def questions_of(ours: str, theirs: str, asked: Merged) -> tuple[Any, ...]:
    told = questions(document(BASE).path, BASE, ours, theirs, asked.clashes)
    for one in told:
        assert one.where
        assert one.mine.lines or one.theirs.lines or one.mine.writing
    return told


def test_each_question_says_what_each_side_has_made_of_the_place() -> None:
    ours = put(BASE, (("check",), "Two riders look away."), (("choices", 1), None))
    theirs = put(BASE, (("check",), "All riders look over."), (("choices", 1, "act"), "Zoom."))
    first, second = questions_of(ours, theirs, merge(BASE, ours, theirs))
    assert first.where == "Scene “Aboard” · What one sees around"
    assert first.mine.lines[0].spoken.endswith("taken out: over; put in: away")
    assert first.theirs.lines[0].spoken.endswith("taken out: Two; put in: All")
    assert second.mine.lines[0].where.endswith("Taken out: the choice “Film it.”")
    assert second.theirs.lines[0].spoken.endswith("taken out: Film it.; put in: Zoom.")


def test_what_would_not_say_what_both_have_made_of_it_is_never_written() -> None:
    put = by_place.Put(("title",), "c", "")
    for summary, text in (("b", "title: c\nsummary: b\n"), ("not b", None)):
        ours: Data = {"title": "a", "summary": summary}
        mine = document("title: a\nsummary: b\n")
        assert by_place._written(mine, (), ours, [put]) == text
