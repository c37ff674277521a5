"""Two people in one file: what both have written stays, and what cannot be decided is asked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authoring.files import ODD, read, shipped
from trainer.authoring.keeping.merging import Clash, merge
from trainer.authoring.keeping.pieces import WHOLE, splices_to, split
from trainer.authoring.source.splices import all_spliced, in_turn

BASE = (
    "# of the clinic\nformat: scenario/1\ntitle: A day\nscenes:\n"
    + "".join(
        f"  s{n}:\n    text: Words {n}\n    goes: on\n    and: on\n    next: s{n + 1}\n\n"
        for n in range(4)
    )
    + "debrief:\n  questions: [a]\n"
)


def edited(text: str, scenes: dict[str, str]) -> str:
    """Let scenes have other first lines; an empty one goes, a new one comes first or last."""
    for name, words in scenes.items():
        start = text.find(f"  {name}:\n")
        if not words:
            end = text.index("\n\n", start) + 2
            text = text[:start] + text[end:]
        elif start < 0:
            at = "scenes:\n" if "first" in name else "debrief:\n"
            made = f"  {name}:\n    text: {words}\n\n"
            text = text.replace(at, at + made if "first" in name else made + at)
        else:
            old = text[start : text.index("\n", text.index("text:", start))]
            text = text.replace(old, f"  {name}:\n    text: {words}")
    return text


words = st.text("abcxyz ", min_size=1, max_size=9).map(lambda text: f"W{text}W")
ours_only = st.dictionaries(st.sampled_from(["s0", "s2", "ours-first", "ours"]), words)
theirs_only = st.dictionaries(st.sampled_from(["s1", "s3", "theirs-first", "theirs"]), words)


@given(st.text("a:-#\n\r {}", max_size=60), st.text("a:-#\n\r {}", max_size=60))
@settings(max_examples=60)
def test_where_only_one_has_changed_something_it_is_as_there_to_the_byte(a: str, b: str) -> None:
    assert merge(a, b, a) == (b, ())
    assert merge(a, a, b) == (b, ())
    assert merge(a, b, b) == (b, ())


@given(ours_only, theirs_only, st.booleans(), st.booleans())
@settings(max_examples=60)
def test_scenes_of_both_are_kept(
    ours: dict[str, str], theirs: dict[str, str], crlf: bool, open_end: bool
) -> None:
    base = BASE.removesuffix("\n") if open_end else BASE
    base = base.replace("\n", "\r\n") if crlf else base
    mine, other = edited(BASE, ours), edited(BASE, theirs)
    if open_end:
        mine, other = mine.removesuffix("\n"), other.removesuffix("\n")
    if crlf:
        mine, other = mine.replace("\n", "\r\n"), other.replace("\n", "\r\n")
    found = merge(base, mine, other)
    assert not found.clashes
    pieces = {one.key: one.text for one in split(found.text) or ()}
    for name, said in {**ours, **theirs}.items():
        assert f"text: {said}" in pieces["scenes", name]
    both = edited(edited(BASE, ours), theirs)
    both = both.removesuffix("\n") if open_end else both
    assert sorted(found.text.split()) == sorted(both.split())
    assert ("\r\n" in found.text) is crlf
    assert found.text.endswith("\n") is not open_end


def test_lines_of_one_scene_are_put_together() -> None:
    ours = BASE.replace("text: Words 1", "text: ours")
    theirs = BASE.replace("next: s2", "next: s0")
    found = merge(BASE, ours, theirs)
    assert found == (ours.replace("next: s2", "next: s0"), ())


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (edited(BASE, {"s1": "ours"}), edited(BASE, {"s1": "theirs"})),
        (edited(BASE, {"s1": "ours"}), edited(BASE, {"s1": ""})),
        (edited(BASE, {"s1": ""}), edited(BASE, {"s1": "theirs"})),
        (edited(BASE, {"new": "ours"}), edited(BASE, {"new": "theirs"})),
    ],
)
def test_what_both_changed_is_asked_and_each_answer_holds(ours: str, theirs: str) -> None:
    ours, theirs = ours.replace("A day", "Ours"), theirs.replace("[a]", "[theirs]")
    [clash] = merge(BASE, ours, theirs).clashes
    for takes in (True, False):
        found = merge(BASE, ours, theirs, {clash.key: takes})
        assert not found.clashes
        pieces = {one.key: one.text for one in split(found.text) or ()}
        assert pieces.get(clash.key[:2]) == (clash.theirs if takes else clash.ours)
        assert "Ours" in found.text
        assert "[theirs]" in found.text


@pytest.mark.parametrize("name", ODD)
def test_odd_files_are_put_together_or_asked_about(name: str) -> None:
    base = ODD[name]
    ours, theirs = base.replace("id: a", "id: ours"), base.replace("text: a", "text: theirs")
    found = merge(base, ours, theirs)
    if not found.clashes:
        for change, text in (("ours", ours), ("theirs", theirs)):
            assert (change in found.text) is (change in text)


def test_what_would_be_no_file_is_asked_as_a_whole() -> None:
    ours, theirs = BASE.replace("A day", "'A day"), edited(BASE, {"s1": "x"})
    assert merge(BASE, ours, theirs) == (ours, (Clash(WHOLE, ours, theirs),))
    assert merge(BASE, ours, theirs, {WHOLE: True}).text == theirs
    assert merge(BASE, ours, theirs, {WHOLE: False}).text == ours


def test_a_text_that_lacks_a_piece_is_not_taken() -> None:
    ours, theirs = f"{BASE}licence: x\n", f"{BASE}...\n"
    assert merge(BASE, ours, theirs) == (ours, (Clash(WHOLE, ours, theirs),))


def test_an_order_that_one_has_changed_holds() -> None:
    first, rest = BASE.index("  s0:"), BASE.index("  s1:")
    last = BASE.index("debrief")
    moved = BASE[:first] + BASE[rest:last] + BASE[first:rest] + BASE[last:]
    mine = edited(BASE, {"s2": "mine"})
    for found in (merge(BASE, mine, moved), merge(BASE, moved, mine)):
        assert found == (edited(moved, {"s2": "mine"}), ())


@given(theirs_only, st.sampled_from([*ODD.values(), BASE]), st.sampled_from([*ODD.values(), BASE]))
@settings(max_examples=30)
def test_splices_make_one_text_of_another(some: dict[str, str], old: str, new: str) -> None:
    for one, other in ((old, new), (BASE, edited(BASE, some))):
        assert all_spliced(one, in_turn(splices_to(one, other))) == other


def test_splices_touch_only_what_differs() -> None:
    text = read(shipped()[-1])
    changed = text.replace("\n", "\nx: 1\n", 1) + "y: 2\n"
    assert sum(len(one.new) for one in splices_to(text, changed)) <= len("x: 1\ny: 2\n") + 2
    assert splices_to(text, text) == []


def marked(text: str, old: str, new: str, base: str = "") -> str:
    """Give a text in which another merge could not choose between two lines."""
    return text.replace(old, f"<<<<<<< HEAD\n{old}{base}=======\n{new}>>>>>>> theirs\n")


@pytest.mark.parametrize("base", ["", "||||||| base\n    text: W\n"])
def test_what_another_merge_has_left_stands_beside_what_is_not_saved(base: str) -> None:
    """Whatever that merge has put together stays, and so do both sides of what it could not."""
    ours = edited(BASE, {"s0": "Mine"})
    theirs = marked(edited(BASE, {"s3": "Theirs"}), "    text: Words 1\n", "    text: O\n", base)
    wanted = marked(
        edited(edited(BASE, {"s0": "Mine"}), {"s3": "Theirs"}),
        "    text: Words 1\n",
        "    text: O\n",
        base,
    )
    assert merge(BASE, ours, theirs) == (wanted, ())
    also = edited(BASE, {"s1": "Mine"})
    assert merge(BASE, also, theirs).clashes == (Clash(WHOLE, also, theirs),)
    assert merge(BASE, also, theirs, {WHOLE: True}) == (theirs, ())
    both = edited(BASE, {"s3": "Mine"})
    (clash,) = merge(BASE, both, theirs).clashes
    assert merge(BASE, both, theirs, {clash.key: True}).text == theirs
