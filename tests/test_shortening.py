"""Somebody's words inside of ours leave ours as they are."""

from __future__ import annotations

from tests.authoring.files import document
from trainer.authoring import called
from trainer.shortening import shortened, upright

EVIL = "The \u202e8:10\u2066"


def test_what_turns_letters_round_is_no_part_of_a_name() -> None:
    assert upright(EVIL) == shortened(EVIL) == called.in_words(EVIL) == "The 8:10"
    assert called.of_person({"name": EVIL}, "x") == "The 8:10"
    assert called.title_of(document(f"title: {EVIL}\n")) == "The 8:10"


def test_letters_that_run_the_other_way_stay() -> None:
    assert upright("שלום \u200fעולם 1") == "שלום \u200fעולם 1"
