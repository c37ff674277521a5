"""A plan in another language: what is translated, what is missing, what no longer fits."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from tests.checking.marking import read
from tests.plans.sample import GOOD
from tests.scenario.good_file import put
from trainer.authoring.keeping import own_copies
from trainer.checking.files import check_paths
from trainer.plans import translation
from trainer.plans.reading import PLANS
from trainer.scenario.files import reading as files
from trainer.scenario.translation import catalogues, parse

if TYPE_CHECKING:
    from pathlib import Path


def po(*entries: tuple[str, str, str]) -> str:
    """The text of a PO file with these (context, text, translation)."""
    return "".join(
        f'msgctxt "{context}"\nmsgid "{text}"\nmsgstr "{said}"\n\n'
        for context, text, said in entries
    )


def test_every_text_that_somebody_reads_can_be_translated() -> None:
    plan = read(GOOD, PLANS).content
    assert plan is not None
    every = list(translation.texts(plan))
    catalogue = parse(po(*((at, text, f"<{text}>") for at, text in every)), "ko")
    told = translation.translate(plan, catalogue)
    assert told.language == "ko"
    assert list(translation.texts(told)) == [(at, f"<{text}>") for at, text in every]
    told_words = {text for _at, text in translation.texts(plan)}
    for words in (
        "We are *here*.", "Ask her.", "Slowly.", "Where is it?", "A shove.", "It hurts.", "Watch",
        "You are her.", "Somebody laughs at her.", "What did you see?", "Help.", "Back at seven.",
        "You may step out.", "Breathe.", "Goodbye", "What happens on Thursday.",
    ):  # fmt: skip
        assert words in told_words
    assert [(one.key, one.minutes) for one in told.segments.values()] == [
        (one.key, one.minutes) for one in plan.segments.values()
    ]


def test_what_is_not_translated_stays_and_what_no_longer_fits_is_told(tmp_path: Path) -> None:
    path = put(tmp_path / "thursday.yaml", GOOD)
    put(
        tmp_path / "small-plan.ko.po",
        po(
            ("close/title", "Goodbye", "안녕"),
            ("close/text", "Thanks.", "x"),
            ("no/text", "A", "b"),
        ),
    )
    (one,) = check_paths([path], datetime.date(2026, 6, 1))
    assert [(found.code, found.case, found.params["where"]) for found in one.problems] == [
        ("stale-translation", "", "close/text"), ("stale-translation", "gone", "no/text"),
    ]  # fmt: skip


def test_a_copy_of_ones_own_keeps_what_was_translated(tmp_path: Path) -> None:
    path = put(tmp_path / "pack" / "thursday.yaml", GOOD)
    put(tmp_path / "pack" / "thursday.ko.po", po(("close/title", "Goodbye", "안녕")))
    plan = read(GOOD, PLANS).content
    assert plan is not None
    made = own_copies.copy(path, {plan.id})
    copied = files.read_file(made, (PLANS,)).content
    assert copied is not None
    assert copied.id != plan.id
    (beside,) = catalogues(made, copied.id).values()
    told = translation.translate(copied, parse(beside.read_text("utf-8"), "ko"))
    assert told.segments["close"].title == "안녕"
