"""A text that was changed after somebody reviewed it is nowhere called reviewed."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import trainer
from tests.authoring.checking.breaking import FULL
from tests.scenes import Stage
from tests.ui.authoring.home.test_home import home_page
from tests.ui.practice.hands import Hands
from trainer import paths
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import Document
from trainer.authoring.keeping import side
from trainer.authoring.reviews import reviewed_since
from trainer.authoring.reviews.reviewing import set_reviewed
from trainer.authoring.source.splices import Splice
from trainer.ui import reviewed
from trainer.ui.authoring.home import file_card
from trainer.ui.authoring.page import AuthorPage
from trainer.ui.library import card_painter
from trainer.ui.practice.review_note import ReviewSheet
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from trainer.ui.context import Notice


def laid(name: str = "mine", lead: str = "") -> tuple[Path, str]:
    """Lay a reviewed file among one's own, as the editor saves it; give its text, too."""
    path = paths.own_scenarios() / name / f"{name}.yaml"
    path.parent.mkdir(parents=True)
    desk, made = Desk(), Document(path, lead + FULL.replace("id: small", f"id: {name}"))
    assert made.settle()
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
        assert reviewed.told(told, None) == "Reviewed by Joan Lee"
        path.write_text(f"# Noted\n{text}", "utf-8")
        assert reviewed.told(told, path) == "Reviewed by Joan Lee"


def test_what_cannot_be_known_is_not_said(stage: Stage) -> None:
    path, text = laid()
    side.place(path).write_text("{", "utf-8")
    assert reviewed_since.changed(path) is False
    side.place(path).unlink()
    assert reviewed_since.changed(path) is False
    path, text = laid("large", "# " + "x" * 500_000 + "\n")
    assert reviewed_since.changed(path) is False
    path.write_text(f"# Noted\n{text}", "utf-8")
    assert reviewed_since.changed(path) is None
    library = stage.shell.context.library
    library.refresh()
    assert reviewed.told(library.load("large"), path) == "Said to be reviewed by Joan Lee"
    (card,) = (one for one in library.cards() if one.path == path)
    assert reviewed.of_card(card) == "Said to be reviewed"
    (mine,) = (one for one in home_page(stage).files if one.mine.path == path)
    assert mine.mine.changed_since is None
    assert any(one.text().startswith("Said to be reviewed;") for one in mine.findChildren(Words))
    path.write_bytes(b"\xff")
    assert reviewed_since.changed(path) is None
    path.unlink()
    assert reviewed_since.changed(path) is False


def test_what_an_older_version_kept_of_a_review_counts(stage: Stage) -> None:
    path, text = laid()
    kept = json.loads(side.place(path).read_text("utf-8"))
    assert kept["review"].pop("whole")
    side.place(path).write_text(json.dumps(kept), "utf-8")
    assert reviewed_since.changed(path) is False
    path.write_text(text.replace("It rains.", "It snows."), "utf-8")
    assert reviewed_since.changed(path) is True


def test_also_what_lies_in_a_folder_of_others_is_told_of(home: Path, tmp_path: Path) -> None:
    path, text = laid()
    theirs = tmp_path / "theirs"
    shutil.move(path.parent, theirs)
    path = theirs / path.name
    assert reviewed_since.changed(path) is False
    path.write_text(text.replace("It rains.", "It snows."), "utf-8")
    assert reviewed_since.changed(path) is True


def test_a_review_that_has_ended_or_names_nobody_is_told_on_every_card(stage: Stage) -> None:
    path, text = laid()
    today = date.today().isoformat()
    library = stage.shell.context.library

    def said() -> tuple[str, str]:
        library.refresh()
        (card,) = (one for one in library.cards() if one.path == path)
        (mine,) = home_page(stage).files
        return reviewed.of_card(card), file_card.state(mine.mine, errors=0, unsaved=False)

    assert said() == ("", "Reviewed")
    path.write_text(re.sub(f"until: .?{today}", "until: 2020-01-02", text), "utf-8")
    assert said() == ("Its review has ended", "Its review has ended")
    path.write_text(re.sub("(?m)^reviewed:(.*\n  .*)*.*\n", "", text), "utf-8")
    nobody = "Marked as reviewed; nothing says by whom"
    assert said() == (nobody, nobody)
    assert reviewed.told(library.load("mine"), path) == nobody


def test_a_copy_that_is_given_away_or_made_carries_no_review_it_has_not_had(
    stage: Stage, tmp_path: Path
) -> None:
    path, text = laid()
    page, given = home_page(stage), tmp_path / "for-her.yaml"
    page.acts.ask = lambda *_asked: str(given)
    page.acts.give_away(page.files[0].mine)
    assert given.read_text("utf-8") == text
    path.write_text(text.replace("It rains.", "It snows."), "utf-8")
    page.acts.give_away(page.files[0].mine)
    copied = given.read_text("utf-8")
    assert "It snows." in copied
    assert "status: draft" in copied
    assert "Joan Lee" not in copied
    page.acts.copy(page.files[0].mine)
    (copy,) = (one.mine for one in page.files if one.mine.path != path)
    assert copy.status == "draft"
    assert side.read(copy.path)[0].review is None


def test_only_one_place_says_who_reviewed_something() -> None:
    """What knows nothing of the text that is there now cannot tell of its review."""
    says = re.compile(r"\breviews\.(told|name_of)\b")
    code = Path(trainer.__file__).parent
    found = [one for one in code.rglob("*.py") if says.search(one.read_text())]
    assert [str(one.relative_to(code)) for one in found] == ["ui/reviewed.py"]


def test_whoever_changes_it_where_one_writes_is_told_once(qapp: QApplication) -> None:
    with Stage() as stage:
        path, text = laid()
        stage.shell.show()
        told: list[Notice] = []
        stage.context.noticed.connect(told.append)
        stage.shell.open_page("author", path=path)
        page = stage.shell.page()
        assert isinstance(page, AuthorPage)
        stage.rest()
        document = page.bench.document
        assert document is not None
        assert told == []
        for words in ("It snows.", "It hails."):
            with page.bench.step("write") as step:
                at = document.text.index("It ")
                step.splice(document, [Splice(at, at + 9, words)])
            stage.rest()
        assert [one.text.partition(".")[0] for one in told] == [
            "Joan Lee reviewed the text as it was"
        ]
        assert told[0].act is not None
        # Ctrl Z takes words back: it does not stand by what shows the review.
        assert not stage.shell.notices._act._keys_shown
        told[0].act()
        assert page.bench.path == ("status",)
        page.undo()
        page.undo()
        stage.rest()
        assert document.text == text
        other, text = laid("other")
        other.write_text(text.replace("It rains.", "It snows."), "utf-8")
        stage.shell.open_page("author", path=other)
        stage.rest()
        with page.bench.step("write") as step:
            assert page.bench.document is not None
            step.splice(page.bench.document, [Splice(len(text), len(text), "# more\n")])
        stage.rest()
        # It was changed before, which its problems say.
        assert len([one for one in told if one is not None and "Joan" in one.text]) == 1
