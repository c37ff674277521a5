"""Markup, files beside the scenario, and texts that YAML cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conformance.story import changed, choice, end, fork, marked, story

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conformance.story import Command

UNSAFE = [
    "Rain «<b>runs</b> down",
    "Rain «<b>runs</b> and «<i>falls</i> down",
    "Rain «<b>«<i>runs</i></b> down",
    'Rain «<span class="x">runs</span> down',
    "Rain «<br> down",
    "Rain «<br/> down",
    "Rain «</b> down",
    "Rain «<B>runs</b> down«</b>",
    "Rain «<b>runs</b> and «<b>falls</b> down",
    "Rain «![x](<a b.png>) down",
    "Rain «<script>alert(1)</script> down",
    'Rain «<img src="x.png"> down',
    "Rain «<!-- hidden --> down",
    'Rain «<a href="https://example.org">here</a> down',
    "Rain «![x](y.png) down",
    "Rain «![x](https://example.org/y.png) down",
    "Rain «![](y.png) down",
    "Rain «![x][pic] down",
    "Rain «[x](http://example.org) down",
    "Rain «[x](ftp://example.org) down",
    "Rain «[x](javascript:alert) down",
    "Rain «[x](JavaScript:alert) down",
    "Rain «[x](file:///etc/passwd) down",
    "Rain «[x](data:text/html,x) down",
    "Rain «[x](other.md) down",
    "Rain «[x](/etc/passwd) down",
    "Rain «[x](//example.org) down",
    "Rain «[x](#there) down",
    "Rain «[x](<http://example.org>) down",
    'Rain «[x](http://example.org "title") down',
    "Rain «[**x**](http://example.org) down",
    "Rain «<http://example.org> down",
    "Rain «<javascript:alert> down",
    "Rain [fine](https://example.org) «[x](http://example.org) down",
    "Rain *«<b>runs</b>* down",
]


def unsafe(text: str) -> str:
    return changed(("      Rain runs down the window.", f"      {text} the window."))


@pytest.mark.parametrize("text", UNSAFE)
def test_unsafe_markup(upstander: Command, text: str) -> None:
    """One message for each thing that is not allowed, at where it begins."""
    if "[pic]" in text:
        text += "\n\n      [pic]: y.png\n\n     "
    clean, places = marked(unsafe(text))
    told = upstander.check(clean)
    wrong = [p for p in told.problems if p["code"] == "unsafe-markup"]
    assert [(p["line"], p["column"]) for p in wrong][: len(places)] == places
    assert len(wrong) == len(places) or "[pic]" in text
    assert {p["severity"] for p in told.problems} == {"error"}
    assert told.status == 1
    assert told.analysis is not None


SAFE = [
    "Rain <3 down",
    "Rain is 3 < 5 and 7 > 2 down",
    "Rain -> down <- here",
    "Rain & sun &amp; more &lt;b&gt;",
    "Rain [x](https://example.org) down",
    "Rain [x](HTTPS://example.org) down",
    "Rain [x](https://example.org/a_(b)) down",
    "Rain [x](mailto:help@example.org) down",
    "Rain [x](tel:+15551234567) down",
    'Rain [x](https://example.org "A title") down',
    "Rain <https://example.org> down",
    "Rain *runs* **down** _here_ __now__",
    "Rain \\<b> down",
    "Rain [in brackets] down",
    "Rain [in brackets] (and these) down",
    "Rain! [In brackets] down",
    "Rain (see note) down",
    "Rain `code` down",
    "Rain > down | there ~ here",
    "- Rain\n      - down",
    "1. Rain\n      2. down",
    "Rain\\\n      down",
]


@pytest.mark.parametrize("text", SAFE)
def test_safe_markup(upstander: Command, text: str) -> None:
    assert upstander.check(unsafe(text)).codes == []


PLACES = [
    ("- grey: Why don't you go back?", "- grey: Why «<b>don't</b> you go back?"),
    ("        soft: He tells", "        soft: He «<b>tells</b>"),
    ("- Two riders look up.", "- Two «<b>riders</b> look up."),
    ("    check: Two riders", "    check: Two «<b>riders</b>"),
    ("    text: She turns to you.", "    text: She.\n    soft: She «<b>turns</b>."),
    ("    text: She turns to you.", "    text: She.\n    skip: She «<b>turns</b>."),
    ("headline: You saw it.,", "headline: You «<b>saw</b> it.,"),
    ("          why: You do not", "          why: You «<b>do</b> not"),
    ("lin: Nobody yet.", "lin: Nobody «<b>yet</b>."),
    ("        points: [Short, Calm]",
     "        points: [Short]\n        consequence: {text: So «<b>it</b> goes.}"),
    ("        points: [Short, Calm]",
     "        points: [Short]\n        consequence: {lines: [lin: So «<b>it</b> goes.]}"),
    ("      view: Someone sat", "      view: Someone «<b>sat</b>"),
    ("        say: Excuse me", "        say: Excuse «<b>me</b>"),
    ("        act: Walk", "        act: «<b>Walk</b>"),
    ("    text: She turns to you.", "    text: She.\n    facilitator: She «<b>turns</b>."),
    ("    text: She turns to you.", "    text: She.\n    discuss:\n      - Why «<b>now</b>?"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), PLACES, ids=[new for _, new in PLACES])
def test_where_markup_is_looked_at(upstander: Command, old: str, new: str) -> None:
    text, (place,) = marked(changed((old, new)))
    assert upstander.check(text).places == [("unsafe-markup", *place)]


def test_a_file_that_is_not_there(upstander: Command) -> None:
    for name in ("here.png", "pictures/here.jpg", "here.webp", "a b.png"):
        text, (place,) = marked(changed(("status: draft", f"status: draft\nbackdrop: «{name}")))
        told = upstander.check(text)
        assert told.places == [("missing-asset", *place)]
        assert told.analysis is not None
    text, (place,) = marked(changed(("grey: {name", "grey: {picture: «grey.png, name")))
    assert upstander.check(text).places == [("missing-asset", *place)]
    text, (place,) = marked(changed(("    text: She turns", "    backdrop: «b.png\n    text: She")))
    assert upstander.check(text).places == [("missing-asset", *place)]


@pytest.mark.parametrize(
    "name",
    ["../there.png", "/etc/there.png", "a/../../there.png", "..\\there.png", "C:\\there.png",
     "C:/there.png", "\\\\host\\there.png", "file:///there.png", "https://example.org/x.png",
     "~/there.png", "./../there.png"],
)  # fmt: skip
def test_a_path_that_leaves_the_folder(upstander: Command, name: str) -> None:
    upstander.put("../there.png", picture())
    text, (place,) = marked(changed(("status: draft", f"status: draft\nbackdrop: «'{name}'")))
    told = upstander.check(text)
    assert (told.one["line"], told.one["column"]) == place
    assert told.one["code"] == ("unsafe-path" if name[0] != "~" else told.one["code"])
    assert told.one["code"] in {"unsafe-path", "missing-asset"}
    assert told.analysis is not None


def picture() -> bytes:
    """The smallest PNG: one grey pixel."""
    return bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
        "3a7e9b550000000a49444154789c6368000000820081dd436af4"
        "0000000049454e44ae426082"
    )


def test_a_file_that_is_there(upstander: Command) -> None:
    for name in ("here.png", "in/here.png", "a b.png"):
        upstander.put(name, picture())
        quoted = f"'{name}'" if " " in name else name
        text = changed(("status: draft", f"status: draft\nbackdrop: {quoted}"))
        assert upstander.check(text).codes == []


def link(upstander: Command, name: str, to: Path) -> None:
    try:
        (upstander.folder / name).symlink_to(to)
    except OSError:
        pytest.skip("no links here")


def test_a_link_out_of_the_folder(upstander: Command) -> None:
    outside = upstander.put("../outside.png", picture())
    link(upstander, "link.png", outside)
    link(upstander, "folder", outside.parent)
    for name in ("link.png", "folder/outside.png"):
        text, (place,) = marked(changed(("status: draft", f"status: draft\nbackdrop: «{name}")))
        assert upstander.check(text).places == [("unsafe-path", *place)]
    inside = upstander.put("inside.png", picture())
    link(upstander, "fine.png", inside)
    assert (
        upstander.check(changed(("status: draft", "status: draft\nbackdrop: fine.png"))).codes == []
    )


def test_a_drawing_is_for_built_in_pictures_only(upstander: Command) -> None:
    upstander.put("here.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    for name in ("here.svg", "here.gif", "here.txt"):
        upstander.put(name, picture())
        text, (place,) = marked(changed(("status: draft", f"status: draft\nbackdrop: «{name}")))
        told = upstander.check(text)
        assert told.one["severity"] == "error"
        assert (told.one["line"], told.one["column"]) == place


CUT = [
    ("    text: She turns to you.", "    text: «She turns to you. # or not"),
    ("    text: She turns to you.", "    text: «She turns to bus #22 and back."),
    ("    text: She turns to you.", "    text: «She turns\n      to you # or not"),
    ("- Two riders look up.", "- «Two riders look up at #2."),
    ("- lin: Please leave me alone.", "- lin: «Please leave me alone #please"),
    ("say: Excuse me, which stop is best?", "say: «Is this bus #22?"),
    ("          headline: A clear ask.", "          headline: «A clear ask. # yes"),
    ("      view: Someone sat down.", "      view: «Someone sat down. #1"),
]


@pytest.mark.parametrize(("old", "new"), CUT, ids=[new for _, new in CUT])
def test_a_text_cut_by_a_number_sign(upstander: Command, old: str, new: str) -> None:
    text, ((line, column),) = marked(changed((old, new)))
    told = upstander.check(text)
    assert told.places == [("cut-text", line, column)]
    assert told.one["severity"] == "warning"
    assert told.status == 0


NOT_CUT = [
    ("    text: She turns to you.", "    text: 'She turns.' # or not"),
    ("    text: She turns to you.", '    text: "She # turns." # or not'),
    ("    text: She turns to you.", "    text: She turns to bus#22."),
    ("    text: She turns to you.", "    # or not\n    text: She turns to you."),
    ("    text: She turns to you.", "    text: She turns to you.\n    # or not"),
    ("    text: She turns to you.", "    text: | # or not\n      She # turns."),
    ("    text: She turns to you.", "    text: >-  # or not\n      She # turns."),
    ("    next: her-stop", "    next: her-stop # at last"),
    ("start: look-up", "start: look-up   # first"),
    ("minutes: 8", "minutes: 8 # about"),
    ("    over: true", "    over: true # she is off"),
    ("id: bus-small", "id: bus-small   # unique"),
    ("        d: delegate", "        d: delegate # one of five"),
    ("when: calm >= 1 and not helped", "when: calm >= 1 and not helped # so far"),
    ("authors: [Upstander]", "authors: [Upstander] # us"),
    ("content_notes: [racist language]", "content_notes: [racist language, shouting]"),
    ("points: [Short, Calm]", "points: [Names what happened, Short, Turns to her afterwards]"),
    ("    text: She turns to you.", "    text: She.\n    present: [lin, grey, driver]"),
    ("    ending: {outcome: mixed, view: I walked the rest.}",
     "    ending: {outcome: mixed, view: 'I walked, and walked.'}"),
    ("    ending: {outcome: mixed, view: I walked the rest.}",
     "    ending: {view: I walked the rest., outcome: mixed}"),
    ('questions: ["When did you notice?"]', 'questions: ["When, and where?", "Who, if any?"]'),
    ("goals:\n  - Notice early", "goals:\n  - Notice early, before it gets loud"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), NOT_CUT, ids=[new for _, new in NOT_CUT])
def test_what_is_not_cut(upstander: Command, old: str, new: str) -> None:
    assert upstander.check(changed((old, new))).codes == []


COMMAS = [
    ("    ending: {outcome: mixed, view: I walked the rest.}",
     "    ending: {outcome: mixed, view: «I walked, and walked.}"),
    ("{headline: You missed it., lin: Nobody.}", "{headline: «You missed it, sadly., lin: No.}"),
    ("{role: rider, note: You are on your way to work.}",
     "{role: rider, note: «You are tired, and late for work.}"),
    ("goals:\n  - Notice early", "goals: [«Notice early, before it gets loud]"),
    ('questions: ["When did you notice?"]', "questions: [«When did you notice, and how?]"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), COMMAS, ids=[new for _, new in COMMAS])
def test_a_text_cut_by_its_comma(upstander: Command, old: str, new: str) -> None:
    """One message, and not one of a key that nobody meant."""
    text, ((line, _column),) = marked(changed((old, new)))
    told = upstander.check(text)
    assert told.codes == ["cut-text"]
    assert told.one["severity"] == "warning"
    assert told.one["line"] == line


def test_the_lines_of_a_short_story_are_cut_too(upstander: Command) -> None:
    text = story({"a": fork(choice("x", "e")), "e": end()})
    text += "debrief:\n  questions: [What now, and then?, Who?]\n"
    assert upstander.check(text).codes == ["cut-text"]
