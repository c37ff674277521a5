"""The whitelist of Markdown: what is drawn, what is refused, and what hostile text costs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.scenario.texts.markup import (
    Break,
    Emphasis,
    Item,
    Items,
    Link,
    Paragraph,
    Part,
    Strong,
    Text,
    blocks,
    plain,
    unsafe,
)

MARKS = st.text('ab *_[]()<>!\\\n-1.:/"#`é' + "https", max_size=60)
LINKS = st.lists(
    st.sampled_from(
        ["[a](https://b.c)", "[", "](", "(", ")", "![", "<https://x>", "<b>", "[x](http://y)", "*",
         "**", "a", " ", "\n", "- ", "javascript:", "[x]: data:a\n", "\\", "<mailto:a@b>"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


def only_part(text: str) -> Part:
    (block,) = blocks(text)
    assert isinstance(block, Paragraph)
    (part,) = block.parts
    return part


def walk(parts: tuple[Part, ...]) -> list[Part]:
    found: list[Part] = []
    waiting = list(parts)
    while waiting:
        part = waiting.pop()
        found.append(part)
        if isinstance(part, (Emphasis, Strong, Link)):
            waiting.extend(part.parts)
    return found


def every_part(text: str) -> list[Part]:
    found: list[Part] = []
    for block in blocks(text):
        inner = block.items if isinstance(block, Items) else (block,)
        for one in inner:
            found += walk(one.parts)
    return found


def test_emphasis_and_links_with_their_places() -> None:
    assert only_part("*a*") == Emphasis((Text("a", 1),), 0)
    assert only_part("__a__") == Strong((Text("a", 2),), 0)
    assert only_part("***a***") == Emphasis((Strong((Text("a", 3),), 1),), 0)
    assert only_part("[a](https://b.c)") == Link((Text("a", 1),), "https://b.c", 0)
    assert only_part('[a](tel:988 "call")') == Link((Text("a", 1),), "tel:988", 0)
    assert only_part("<https://b.c>") == Link((Text("https://b.c", 1),), "https://b.c", 0)
    assert only_part("<a@b.org>") == Link((Text("a@b.org", 1),), "mailto:a@b.org", 0)
    assert only_part("[a](https://b.c/d_(e))") == Link((Text("a", 1),), "https://b.c/d_(e)", 0)


def test_paragraphs_and_lists() -> None:
    found = blocks("One\ntwo  \nthree\n\n- a\n  b\n  - c\n\n1. d\n\nEnd")
    assert found[0] == Paragraph(
        (Text("One", 0), Text(" ", 3), Text("two", 4), Break(9), Text("three", 10)), 0
    )
    assert isinstance(found[1], Items)
    assert [(item.level, item.number, item.at) for item in found[1].items] == [
        (0, None, 17), (1, None, 27), (0, 1, 32),
    ]  # fmt: skip
    assert isinstance(found[1].items[0], Item)
    assert found[2] == Paragraph((Text("End", 38),), 38)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a *b* **c** [d](https://e.f)", "a b c d (https://e.f)"),
        ("<https://e.f>", "https://e.f"),
        ("- a\n- b\n  1. c", "• a\n• b\n  1. c"),
        ("One\ntwo\n\nThree\\\nfour", "One two\n\nThree\nfour"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("**open and *never closed", "**open and *never closed"),
        ("\\*not\\* \\[a\\]", "*not* [a]"),
        ("[a [b](https://c.d) e](https://f.g)", "[a b (https://c.d) e](https://f.g)"),
        ("[a](http://b.c) ![d](e.png) <b>", "[a](http://b.c) ![d](e.png) <b>"),
        ("<http://b.c> <file:///d> <javascript:e>", "<http://b.c> <file:///d> <javascript:e>"),
        ("# no heading\n\n> no quote\n\n`no code`", "# no heading\n\n> no quote\n\n`no code`"),
        ("****a****", "****a****"),
        ("*a **b* c**", "a **b c**"),
        ("[*a](https://b.c)*", "*a (https://b.c)*"),
        ("] alone", "] alone"),
        ("", ""),
        ("-\n- a", "• \n• a"),
    ],
)
def test_plain_text(text: str, told: str) -> None:
    assert plain(text) == told


@pytest.mark.parametrize(
    ("text", "kind", "at"),
    [
        ("a <b>x", "html", 2),
        ("a </b>", "html", 2),
        ("<!-- a", "html", 0),
        ("<!DOCTYPE a", "html", 0),
        ("<?a", "html", 0),
        ("a <img src=x", "html", 2),
        ("a ![b](c.png)", "picture", 2),
        ("a ![b][c]", "picture", 2),
        ("a [b](http://c)", "link", 2),
        ("a [b](c.html)", "link", 2),
        ("a [b]()", "link", 2),
        ("a [b](javascript:c)", "link", 2),
        ("a [b](https&colon;//c)", "link", 2),
        ("a [b]( <javascript:c> )", "link", 2),
        ("a [b](https://c d)", "link", 2),
        ("a <ftp://b>", "link", 2),
        ("a\n[b]: file:///c", "link", 2),
        ("a\n [b]: <data:c> 'd'", "link", 3),
        ("a [[b](http://c)](https://d)", "link", 3),
    ],
)
def test_what_no_text_may_hold(text: str, kind: str, at: int) -> None:
    assert [(found.kind, found.at) for found in unsafe(text)] == [(kind, at)]


@pytest.mark.parametrize(
    "text",
    [
        "a < b, I <3 you, <-- see", "[sighs] (quietly)", "wow![1] and [a][b]", "\\<b>", "\\[a](b)",
        "[a](HTTPS://b.c)", "[a](mailto:a@b.c)", "<tel:988>", "<a@b.c>", "[Driver]: Stop!",
    ],
)  # fmt: skip
def test_what_is_no_danger(text: str) -> None:
    assert unsafe(text) == ()


@given(MARKS | LINKS)
@settings(max_examples=200, deadline=None)
def test_whatever_is_written_only_safe_links_are_made(text: str) -> None:
    for part in every_part(text):
        if isinstance(part, Link):
            assert part.url.lower().startswith(("https://", "mailto:", "tel:"))
    assert isinstance(plain(text), str)
    for found in unsafe(text):
        assert 0 <= found.at < len(text)


@given(MARKS | LINKS)
@settings(max_examples=200, deadline=None)
def test_letters_stand_where_they_say(text: str) -> None:
    for part in every_part(text):
        if isinstance(part, Text) and not part.text.isspace():
            assert text.startswith(part.text, part.at), (part, text)


@pytest.mark.parametrize(
    "piece",
    ["*a ", "[", "[](", "](a \"", "<", "[a](https://", "_a*", "- ", "\\", "[x]: \n", " ", "1. x\n",
     "![", "<a@", "(https://", "**[_"],
)  # fmt: skip
@pytest.mark.parametrize("size", [20_000, pytest.param(100_000, marks=pytest.mark.soak)])
def test_a_long_hostile_text_ends(piece: str, size: int) -> None:
    text = "a" + piece * (size // len(piece)) + "b"
    blocks(text)
    unsafe(text)
    assert plain(text)
