"""A text that was changed after somebody reviewed it is nowhere called reviewed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.authoring.checking.breaking import FULL
from tests.scenes import Stage
from tests.ui.authoring.test_home import home_page
from tests.ui.practice.hands import Hands
from trainer import paths
from trainer.authoring import reviewed_since
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import Document
from trainer.authoring.keeping import side
from trainer.authoring.reviewing import set_reviewed
from trainer.ui import card_painter, reviewed
from trainer.ui.practice.review_note import ReviewSheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


def laid(name: str = "mine") -> tuple[Path, str]:
    """Lay a reviewed file among one's own, as the editor saves it; give its text, too."""
    path = paths.own_scenarios() / name / f"{name}.yaml"
    path.parent.mkdir(parents=True)
    desk, made = Desk(), Document(path, FULL.replace("id: small", f"id: {name}"))
    day = date.today()
    with desk.step("Review", Place(made, ())) as step:
        set_reviewed(step, made, "Joan Lee", day, day)
    path.write_text(made.text, "utf-8")
    side.write(path, made.arrangement)
    return path, made.text


def test_what_nobody_has_read_is_not_called_reviewed(qapp: QApplication) -> None:
    with Stage() as stage:
        path, text = laid()
        stage.shell.show()
        hands = Hands(stage)
        library = stage.shell.context.library
        library.refresh()
        (card,) = (one for one in library.cards() if one.path == path)
        assert card_painter.spoken(card, None).count("eviewed") == 0
        assert home_page(stage).files[0].mine.changed_since is False
        assert "Reviewed" in hands.seen()
        path.write_text(text.replace("It rains.", "It snows."), "utf-8")
        library.refresh()
        (card,) = (one for one in library.cards() if one.path == path)
        assert "Changed since it was reviewed" in card_painter.spoken(card, None)
        stage.shell.open_page("home")
        page = home_page(stage)
        assert page.files[0].mine.changed_since
        assert "Changed since it was reviewed" in hands.seen(page)
        stage.shell.open_page("practice", scenario=card.id)
        hands.settle()
        hands.button("Changed since Joan Lee reviewed it").click()
        hands.settle()
        sheet = hands.sheet()
        assert isinstance(sheet, ReviewSheet)
        assert "have not read what stands there now" in hands.seen()
        assert "good until" not in hands.seen(sheet)
        sheet.reject()
        told = library.load(card.id)
        assert reviewed.told(told.status, told.reviewed, None) == "Reviewed by Joan Lee"
        path.write_text(f"# Noted\n{text}", "utf-8")
        assert reviewed.told(told.status, told.reviewed, path) == "Reviewed by Joan Lee"


def test_what_cannot_be_known_is_not_said(stage: Stage) -> None:
    path, text = laid()
    side.place(path).write_text("{", "utf-8")
    assert reviewed_since.changed(path) is False
    side.place(path).unlink()
    assert reviewed_since.changed(path) is False
    path, text = laid("large")
    path.write_text(text + "# " + "x" * 500_000, "utf-8")
    assert reviewed_since.changed(path) is None
    told = stage.shell.context.library
    told.refresh()
    scenario = told.load("large")
    words = reviewed.told(scenario.status, scenario.reviewed, path)
    assert words == "Said to be reviewed by Joan Lee"
    path.write_bytes(b"\xff")
    assert reviewed_since.changed(path) is None
    path.unlink()
    assert reviewed_since.changed(path) is False
