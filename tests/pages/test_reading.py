"""A file becomes a page; what it says without a source is told at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.checking.marking import Case, read, seen
from tests.pages.sample import GOOD
from trainer.method.ds import D
from trainer.pages.model import Section, Source
from trainer.pages.reading import PAGES
from trainer.scenario.model import Mark
from trainer.scenario.problems import hint, sentence

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.pages.model import Page
    from trainer.scenario.files.reading import Reading

LONG = " ".join(["word"] * 120)

CASES = [
    Case("unsupported-format", "page/1", "‸pages/1"),
    Case("missing-key", "order: 3\n", "", at=(1, 1)),
    Case("wrong-type", "order: 3", "order: ‸third"),
    Case("unknown-key", "order: 3", "‸oder: 3"),
    Case("unknown-picture", "order: 3\npicture: own.png", "order: 3\npicture: ‸no-such"),
    Case("missing-asset", "distract\n    picture: own.png", "distract\n    picture: ‸other.png"),
    Case("unsafe-path", "distract\n    picture: own.png", "distract\n    picture: ‸../own.png"),
    Case("review-missing", "status: draft", "status: ‸reviewed", "warning"),
    # sources
    Case("bad-value", "  book:\n", "  ‸The_Guide: {title: X}\n  book:\n"),
    Case("missing-key", "    title: A book\n", "    url: https://example.org/\n", at=(14, 5)),
    Case("bad-value", '"https://example.org/guide"', '‸"www.example.org/guide"'),
    Case("bad-value", "read: 2026-01-31", "read: ‸January 2026"),
    Case("unknown-source", "[guide, book]", "[guide, book, ‸bok]"),
    Case("unused-source", "  book:\n", "  other: {title: X}\n  book:\n", "warning", (13, 3)),
    # sections
    Case("duplicate-id", "id: second", "id: ‸first"),
    Case("missing-key", "    heading: The second\n", "", at=(24, 5)),
    Case("missing-key", "    ours: true\n", "", at=(24, 5)),
    Case("bad-value", "ours: true", "ours: ‸false"),
    Case("bad-value", "[guide, book]\n    disagreement: true", "[guide, book]\n    d: ‸harm",
         at=None),
    Case("bad-value", "sources: [guide, book]", "sources: ‸[]"),
    Case("wrong-type", "disagreement: true", "disagreement: ‸some"),
    Case("unsafe-markup", "*something else*", "‸![x](y.png)"),
    Case("unsafe-markup", "Our own words.", "‸<br>"),
    # the method
    Case("long-section", "Our own words.", f"{LONG} more.", "warning", (24, 5)),
    Case("unsourced-figure", "Our own words.", "Surely ‸60 percent know.", "method"),
    Case("unsourced-figure", "Our own words.", "Surely ‸three out of four know.", "method"),
    Case("unsourced-figure", "Our own words.", "Some ‸11,467 people know.", "method"),
    Case("unsourced-figure", "Our own words.", "Some ‸11467 people know.", "method"),
    Case("unsourced-figure", "heading: The second", "heading: ‸1 in 3", "method"),
]  # fmt: skip


def _read(text: str, folder: Path) -> Reading[Page]:
    (folder / "own.png").write_bytes(b"")
    return read(text, PAGES, folder)


def test_a_good_file_becomes_a_page(tmp_path: Path) -> None:
    reading = _read(GOOD, tmp_path)
    assert reading.problems == ()
    page = reading.content
    assert page is not None
    assert (page.id, page.order, page.picture, page.folder) == (
        "small-page", 3, "own.png", tmp_path,
    )  # fmt: skip
    assert list(page.sources.values()) == [
        Source("guide", "A guide", "https://example.org/guide", "2026-01-31"),
        Source("book", "A book"),
    ]
    first, second = page.sections
    assert (first.d, first.sources, first.disagreement) == (D.DISTRACT, ("guide", "book"), True)
    assert second == Section("second", "The second", "Our own words.", ours=True)
    assert second.mark == Mark(24, 5)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_one_mistake_is_one_message_at_its_place(case: Case, tmp_path: Path) -> None:
    text, place = case.applied(GOOD)
    if "d: harm" in text:
        text = text.replace("    d: distract\n", "")
        place = (place[0] - 1, place[1])
    reading = _read(text, tmp_path)
    assert seen(reading) == [(case.code, case.severity, place)]
    for found in reading.problems:
        assert "%(" not in sentence(found) + (hint(found) or "")


@pytest.mark.parametrize(
    "words",
    [f"{LONG}.", "In 2021 and on page 1234.", "Call 988 or 911.", "Two people in two rooms.",
     "The five D's, in 2015.", "See 24/7 and 1.10.", "One in a hundred thousand ways."],
)  # fmt: skip
def test_what_is_no_figure_and_what_is_not_too_long(words: str, tmp_path: Path) -> None:
    assert _read(GOOD.replace("Our own words.", words), tmp_path).problems == ()


def test_a_section_may_rest_on_sources_and_on_us(tmp_path: Path) -> None:
    text = GOOD.replace("    ours: true\n", "    ours: true\n    sources: [book]\n")
    page = _read(text.replace("Our own words.", "One in five."), tmp_path).content
    assert page is not None
    assert (page.sections[1].ours, page.sections[1].sources) == (True, ("book",))


def test_a_page_of_our_own_words_needs_no_sources(tmp_path: Path) -> None:
    text = GOOD[: GOOD.index("sources:")] + "sections:\n" + GOOD[GOOD.index("  - id: second") :]
    assert _read(text, tmp_path).problems == ()
    named = text.replace("    ours: true\n", "    sources: [guide]\n")
    assert [one.code for one in _read(named, tmp_path).problems] == ["unknown-source"]


def test_several_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("order: 3", "order: x").replace("guide, book", "gide")
    text = text.replace("id: second", "id: first").replace("own words", "own words, 5 %,")
    assert [one.code for one in _read(text, tmp_path).problems] == [
        "wrong-type", "unknown-source", "duplicate-id", "unsourced-figure",
    ]  # fmt: skip
