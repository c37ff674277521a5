"""A page as one document: nothing of it is left out, and nothing is said that is not so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from trainer import paths
from trainer.pages import telling
from trainer.pages.collection import Collection
from trainer.pages.model import Page, Section, Source
from trainer.scenario import reviews
from trainer.scenario.files.gathering import Placed, origin_words
from trainer.scenario.model import Review, Status

PAGES = Collection().pages()
ONE = Section("one", "One", "Text of *one*.", sources=("guide",))
GUIDE = Source("guide", "A guide", "https://example.org/g_u_i_d_e", "2026-11-29")
PAGE = Page(
    "page", "Title", "Summary.", "en", 1, Status.DRAFT, ("Upstander",), "CC-BY-4.0",
    (ONE,), Path(), sources={"guide": GUIDE},
)  # fmt: skip


def placed(page: Page, folder: Path | None = None, *, overrides: bool = False) -> Placed[Page]:
    return Placed(page, Path("page.yaml"), folder, overrides)


@pytest.mark.parametrize("built_in", PAGES, ids=lambda one: one.content.id)
def test_every_text_and_every_source_is_in_the_document(built_in: Placed[Page]) -> None:
    told, page = telling.markdown(built_in, ""), built_in.content
    assert told.startswith(f"# {page.title}\n\n{page.summary}\n")
    for section in page.sections:
        assert f"\n## {section.heading}\n" in told
        assert section.text.strip() in told
    for source in page.sources.values():
        assert source.title in told
        assert (source.url or "") in told


def test_an_address_is_a_link_and_the_day_stands_behind_it() -> None:
    said = "Source: A guide, <https://example.org/g_u_i_d_e>, read on 2026-11-29"
    assert telling.source_words(GUIDE) == said
    plain = Source("a", "A", "http://example.org/a_b_c")
    assert telling.source_words(plain) == "Source: A, http://example.org/a_b_c"
    assert telling.source_words(Source("a", "A")) == "Source: A"


@pytest.mark.parametrize(
    ("section", "words"),
    [
        (ONE, ""),
        (replace(ONE, ours=True), "Partly in our own words"),
        (replace(ONE, sources=(), ours=True), "In our own words"),
    ],
)
def test_own_words_are_said_to_be_own_words(section: Section, words: str) -> None:
    told = telling.markdown(placed(replace(PAGE, sections=(section,))), "")
    assert telling.ours_words(section) == words
    assert ("our own words" in told) == bool(words)
    assert words in told


def test_a_disagreement_stands_above_the_text() -> None:
    one = replace(ONE, disagreement=True)
    told = telling.markdown(placed(replace(PAGE, sections=(one,))), "")
    assert "## One\n\n*Sources disagree here*\n\nText of *one*." in told
    assert telling.spoken(PAGE, one) == "Sources disagree here\nText of one."
    assert "disagree" not in telling.markdown(placed(PAGE), "")


def test_who_reviewed_it_is_said_and_whose_folder_it_is_from() -> None:
    review = Review("A house of *ours*", "2026-11-29", "2097-11-29")
    reviewed = replace(PAGE, status=Status.REVIEWED, reviewed=review)
    said = reviews.told(reviewed.status, reviewed.reviewed)
    assert said == "Reviewed by A house of ours"
    assert "\n\nReviewed by A house of ours\n\n" in telling.markdown(placed(reviewed), said)
    said = reviews.told(PAGE.status, PAGE.reviewed)
    assert f"\n\n{said}\n\n" in telling.markdown(placed(PAGE), said)
    assert said == "Not yet reviewed by a community organisation"
    assert reviews.told("reviewed", None) == "Marked as reviewed; nothing says by whom"
    assert origin_words(placed(PAGE)) == ""
    house = Path("/somewhere/Our house")
    assert origin_words(placed(PAGE, house)) == "From the folder Our house"
    assert "in place of" in origin_words(placed(PAGE, house, overrides=True))
    for own in (paths.own_scenarios(), paths.own_plans()):
        assert origin_words(placed(PAGE, own)) == "From your own folder"
        said = origin_words(placed(PAGE, own, overrides=True))
        assert said == "From your own folder, in place of what comes with Upstander"
