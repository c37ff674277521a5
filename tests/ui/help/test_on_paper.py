"""The list as it is filtered, on paper: readable, dated, with what is not confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trainer.help import looking
from trainer.help.looking import Wish
from trainer.help.model import Need
from trainer.ui.help.save_list import document
from trainer.ui.paper import printed_text
from trainer.ui.paper.printing import Paper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.ui.practice.hands import Hands
    from trainer.errors import UpstanderError
    from trainer.ui.help.page import HelpPage

    Opened = Callable[..., HelpPage]

WISH = Wish("us-ca-sf", "zh", frozenset({Need.COMPANY}))


def answer(path: str) -> Callable[[QWidget, str, str, str], str]:
    def ask(parent: QWidget, title: str, suggested: str, filters: str) -> str:
        return path

    return ask


@pytest.mark.parametrize(
    ("paper", "box"),
    [(Paper.A4, b"595.000000 842.000000"), (Paper.LETTER, b"612.000000 792.000000")],
)
def test_the_list_is_saved_as_pdf_on_the_paper_that_was_chosen(
    hands: Hands, opened: Opened, tmp_path: Path, paper: Paper, box: bytes
) -> None:
    page = opened(WISH)
    page.save.ask = answer(str(tmp_path / "list"))
    page.save.save_pdf(paper)
    data = (tmp_path / "list.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"MediaBox [0 0 " + box in data
    assert "Saved as " in hands.seen()


def test_on_paper_stands_what_is_shown_and_nothing_else(hands: Hands, opened: Opened) -> None:
    opened(WISH)
    directory = hands.context.help
    text = printed_text.document(
        document(directory, WISH, looking.look(directory, WISH))
    ).toPlainText()
    for said in (
        "Get help: San Francisco",
        "Chinese, Company on the way",
        "Printed from Upstander on ",
        "1 service",
        "San Francisco Community Ambassadors Program",
        "• Call 415-531-7201 (Lead of the Mission team.)",
        "• https://sf.gov/information/community-ambassadors-program",
        "• Not confirmed: Hours, and the numbers of the other teams.",
        "• Read on Nov 29, 2026",
    ):
        assert said in text
    assert "CA vs Hate" not in text
    assert "**" not in text
    assert "\\" not in text


def test_who_closes_the_question_saves_nothing(opened: Opened, tmp_path: Path) -> None:
    page = opened(WISH)
    page.save.ask = answer("")
    page.save.save_pdf()
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_list_that_cannot_be_saved_is_told(hands: Hands, opened: Opened, tmp_path: Path) -> None:
    page = opened(WISH)
    told: list[UpstanderError] = []
    hands.context.told.connect(told.append)
    page.save.ask = answer(str(tmp_path / "no" / "such" / "list.pdf"))
    page.save.save_pdf()
    assert "could not be saved" in told[0].what
    hands.sheet().close()
