"""The place inside a text, however YAML lets it be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conformance.story import GOOD, changed, marked

if TYPE_CHECKING:
    from tests.conformance.story import Command

BESIDE = "  beside:\n    text: She turns to you.\n    next: her-stop\n"

STYLES = {
    "plain": "    text: Rain «<b> falls.\n",
    "plain, several lines": "    text: Rain falls\n      and stays\n\n      here «<b> now\n",
    "plain, below its key": "    text:\n      Rain falls\n      and «<b> stays\n",
    "plain, spaces between lines": "    text: Rain falls   \n        and «<b> stays\n",
    "plain, with a comment": "    text: Rain «<b> falls.\n    # more\n",
    "literal": "    text: |\n      Rain falls.\n\n      It «<b> stays.\n",
    "literal, first line": "    text: |\n      «<b> Rain falls.\n",
    "literal, kept": "    text: |+\n      Rain falls.\n\n\n      It «<b> stays.\n\n",
    "literal, stripped": "    text: |-\n      Rain falls.\n      It «<b> stays.\n",
    "literal, deeper": "    text: |\n      Rain falls.\n        - and «<b> stays.\n",
    "literal, indent given": "    text: |2\n        Rain falls.\n      It «<b> stays.\n",
    "literal, chomped": "    text: |2-\n        Rain falls.\n      It «<b> stays.\n",
    "literal, header comment": "    text: |   # why\n      Rain falls.\n      It «<b> stays.\n",
    "literal, blank at first": "    text: |\n\n\n      It «<b> stays.\n",
    "literal, deep indent": "    text: |\n           Rain.\n           It «<b> stays.\n",
    "literal, lines of spaces": "    text: |\n      Rain.\n   \n      \n      It «<b> stays.\n",
    "literal, comment below": "    text: |\n      It «<b> stays.\n    # why\n",
    "folded": "    text: >\n      Rain falls\n      and «<b> stays.\n",
    "folded, paragraphs": "    text: >\n      Rain\n      falls.\n\n\n      It «<b> stays.\n",
    "folded, stripped": "    text: >-\n      Rain\n      falls\n      and «<b> stays.\n",
    "folded, deeper lines": "    text: >\n      Rain\n        * «<b> more\n\n      x\n",
    "double": '    text: "Rain «<b> falls."\n',
    "double, quotation marks": '    text: "\\"Rain\\" \\\\ «<b> falls."\n',
    "double, escapes": '    text: "\\u00e9\\x41\\U0001F600\\t\\/\\_ «<b> falls."\n',
    "double, escaped itself": '    text: "Rain «\\u003cb> falls."\n',
    "double, line break escaped": '    text: "Rain\\n\\nfalls «<b> here."\n',
    "double, several lines": '    text: "Rain\n      falls\n\n      and «<b> stays."\n',
    "double, joined lines": '    text: "Rain\\\n      \\ falls\\\n      and «<b> stays."\n',
    "double, trailing spaces": '    text: "Rain  \n        falls «<b> here."\n',
    "single": "    text: 'Rain «<b> falls.'\n",
    "single, quotation marks": "    text: 'It''s ''rain'' «<b> falls.'\n",
    "single, several lines": "    text: 'Rain\n      falls\n\n      and it''s «<b> here.'\n",
    "quoted key": '    "text": Rain «<b> falls.\n',
    "spaces before the value": "    text:     Rain «<b> falls.\n",
    "a tab before": "    text: Rain\t\t«<b> falls.\n",
    "a tab after the key": "    text:\tRain «<b> falls.\n",
    "beyond the basic plane": "    text: 😀 𝒳𝒴 «<b> falls.\n",
    "beyond it, quoted": '    text: "😀 \\U0001F600 «<b> falls."\n',
    "beyond it, literal": "    text: |\n      😀😀\n      😀 «<b> falls.\n",
    "combining marks": "    text: cafe\u0301 «<b> falls.\n",
    "an explicit key": "    ? text\n    : Rain «<b> falls.\n",
}
"""How ``text`` of the scene beside is written."""


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("style", STYLES)
def test_markup_is_told_at_its_place(upstander: Command, style: str, ending: str) -> None:
    scene = f"  beside:\n{STYLES[style]}    next: her-stop\n"
    text, (place,) = marked(changed((BESIDE, scene)))
    told = upstander.check(text.replace("\n", ending))
    assert told.places == [("unsafe-markup", *place)]
    assert told.analysis is not None


@pytest.mark.parametrize(
    "scene",
    [
        "  beside: {text: Rain «<b> falls., next: her-stop}\n",
        '  beside: {"text": "Rain «<b> falls.", "next": "her-stop"}\n',
        '  beside: {"text":"Rain «<b> falls.","next":"her-stop"}\n',
        "  beside: {text: 'It''s «<b> falls.', next: her-stop}\n",
        "  beside: {\n    text: Rain\n      falls «<b> here,\n    next: her-stop\n  }\n",
        '  beside:\n    {text: "Rain\n    \\"falls\\" «<b> here",\n    next: her-stop}\n',
        "  beside: {lines: [Rain, {lin: It «<b> falls}], next: her-stop}\n",
    ],
)
def test_markup_inside_brackets(upstander: Command, scene: str) -> None:
    text, (place,) = marked(changed((BESIDE, scene)))
    assert upstander.check(text).places == [("unsafe-markup", *place)]


def test_a_byte_order_mark_moves_nothing(upstander: Command) -> None:
    text, (place,) = marked(changed((BESIDE, f"  beside:\n{STYLES['double']}    next: her-stop\n")))
    told = upstander.check(b"\xef\xbb\xbf" + text.encode())
    assert told.places == [("unsafe-markup", *place)]
    told = upstander.check("\ufeff" + GOOD.replace("format: scenario/1", "fromat: scenario/1"))
    assert told.places == [("unknown-key", 1, 1)]


def test_several_places_in_one_text(upstander: Command) -> None:
    scene = """\
  beside:
    text: >
      Rain «<b> falls,
      and it «![stays](x.png) here.

      Read «[this](http://example.org) or [that](https://example.org).
    next: her-stop
"""
    text, places = marked(changed((BESIDE, scene)))
    assert upstander.check(text).places == [("unsafe-markup", *place) for place in places]


CONDITIONS = {
    "plain": "when: calm >= 1 and not «zebra\n",
    "plain, several lines": "when: calm >= 1\n          and not\n          «zebra\n",
    "double": 'when: "calm >= 1 and not «zebra"\n',
    "double, escapes": 'when: "calm\\x20>=\\u00201 and not «zebra"\n',
    "single": "when: 'calm >= 1 and not «zebra'\n",
    "literal": "when: |\n          calm >= 1\n          and not «zebra\n",
    "folded": "when: >-\n          calm >= 1\n          and\n          not «zebra\n",
    "spaces": "when:    calm   >=   1   and   not   «zebra\n",
    "tabs": "when: calm >= 1 and\tnot\t«zebra\n",
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("style", CONDITIONS)
def test_a_condition_is_told_at_its_place(upstander: Command, style: str, ending: str) -> None:
    old = "when: calm >= 1 and not helped\n"
    text, (place,) = marked(changed((old, CONDITIONS[style])))
    told = upstander.check(text.replace("\n", ending))
    assert told.places == [("unknown-variable", *place)]
    text, (place,) = marked(changed((old, CONDITIONS[style].replace("zebra", "(helped"))))
    told = upstander.check(text.replace("\n", ending))
    assert told.codes == ["bad-condition"]
    assert told.one["line"] in {place[0], place[0] + 1}


@pytest.mark.parametrize(
    "arm",
    [
        "- {when: helped and «zebra, to: beside}",
        '- {"when": "helped and «zebra", "to": "beside"}',
        "- {to: beside, when: helped and «zebra}",
        "- to: beside\n            when: helped and «zebra",
        "-   when: 'helped and «zebra'\n              to: beside",
    ],
)
def test_a_condition_of_an_arm(upstander: Command, arm: str) -> None:
    text, (place,) = marked(changed(("- {when: helped, to: beside}", arm)))
    assert upstander.check(text).places == [("unknown-variable", *place)]


VALUES = [
    ("    next: her-stop", "    next:    «zebra"),
    ("    next: her-stop", "    next:\n      «zebra"),
    ("    next: her-stop", '    next: «"zebra"'),
    ("    next: her-stop", "    next: «'zebra'  # where to"),
    ("    next: her-stop", "    next: «|-\n      zebra"),
    ("    next: her-stop", "    next: «>-\n      zebra"),
    ("    next: her-stop", "    ? next\n    : «zebra"),
    ("    next: her-stop", '    "next": «zebra'),
    ("    next: her-stop", "    next:\n      - {when: helped, to: «zebra}\n      - {to: «zebra}"),
    ("    next: her-stop", "    next: [{when: helped, to: «zebra}, {to: «zebra}]"),
    ("    next: her-stop", "    next:\n    - when: helped\n      to: «zebra\n    - to: «zebra"),
    ("    next: her-stop", "    next:\n    # 😀\n\n    -\n      to: «zebra"),
    ("    next: her-stop", "    next: [ {to: her-stop, when: helped}, {to:    «zebra}]"),
]


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("old", "new"), VALUES, ids=[new for _, new in VALUES])
def test_a_value_is_told_at_its_place(upstander: Command, old: str, new: str, ending: str) -> None:
    text, places = marked(changed((old, new)))
    told = upstander.check(text.replace("\n", ending))
    assert told.places == [("unknown-scene", *place) for place in places]


def test_problems_are_sorted_by_line_then_column(upstander: Command) -> None:
    new = "    next: [{when: «zebra, to: «nowhere}, {when: not «zebra, to: «there}, {to: her-stop}]"
    text, places = marked(changed(("    next: her-stop", new)))
    codes = ["unknown-variable", "unknown-scene"] * 2
    told = upstander.check(text)
    assert told.places == [(code, *place) for code, place in zip(codes, places, strict=True)]


def test_places_of_what_is_missing(upstander: Command) -> None:
    """The first line of the mapping that lacks the key, after comments and blank lines."""
    text = "# first\n\n---\n# second\n" + changed(("title: Shouting on the bus\n", ""))
    told = upstander.check(text)
    assert told.places == [("missing-key", 5, 1)]
    told = upstander.check(changed(("      - id: tell\n", "      -\n\n        # whom\n")))
    line = GOOD[: GOOD.index("      - id: tell")].count("\n") + 1
    (found,) = [p for p in told.problems if p["code"] == "missing-key"]
    assert found["line"] == line + 3
