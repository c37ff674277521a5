"""A drive is pulled while many files are saved: one error, a true word, and undo is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes.authoring_scenes import own_copy
from tests.ui.authoring.keeping.opened import light
from tests.ui.authoring.keeping.test_bad_days import replaced, told
from trainer.errors import UpstanderError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


def test_a_drive_that_is_pulled_is_one_error_that_names_what_is_not_saved(
    qapp: QApplication, tmp_path: Path
) -> None:
    with light(own_copy()) as page:
        drive = tmp_path / "drive"
        drive.mkdir()
        there = own_copy("blue-tape")
        pulled = [drive / f"{number}.yaml" for number in range(7)]
        for one in pulled:
            one.write_bytes(there.read_bytes())
        before = there.read_bytes()
        replaced(page, there, *pulled)
        said, elsewhere = told(page), list[UpstanderError]()
        page.keeping.keeper.not_saved.connect(elsewhere.append)
        drive.rename(tmp_path / "pulled")
        page.save()
        page.keeping.keeper.writer.flush()
        # One error, and a true word on what was done.
        assert [one.what for one in said] == [
            "7 of 8 files could not be saved: 0.yaml, 1.yaml, 2.yaml, 3.yaml, 4.yaml and 2 more."
        ]
        assert said[0].safe == "What you have written in them is kept."
        assert not elsewhere  # What is looked at was saved: another place is no answer.
        assert b" thy " in there.read_bytes()
        # The drive is there again: the next time saves the rest; undo is right in all of them.
        (tmp_path / "pulled").rename(drive)
        page.save()
        page.keeping.keeper.writer.flush()
        assert all(b" thy " in one.read_bytes() for one in pulled)
        assert len(said) == 1
        page.bench.undo()
        page.save()
        page.keeping.keeper.writer.flush()
        assert {one.read_bytes() for one in (there, *pulled)} == {before}
