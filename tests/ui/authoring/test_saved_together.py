"""Several files that are saved by one act: it is told to its end, and so is what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.scenes import Stage
from tests.scenes.authoring_scenes import own_copy
from tests.ui.authoring.keeping.opened import shown
from tests.ui.looking import press
from tests.until import until
from trainer.authoring.checking.state import State
from trainer.authoring.keeping import holding
from trainer.authoring.scenes import renaming
from trainer.authoring.source.splices import Splice
from trainer.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from trainer.ui.context import Notice

PLAIN = Settings(keep=True, motion="reduced")
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "aboard/text"
msgid "Something"
msgstr "Etwas"
"""


def test_what_is_said_of_translations_is_looked_at_again_once_they_are_saved(
    qapp: QApplication,
) -> None:
    path = own_copy()
    beside = path.with_name("morning-train.de.po")
    beside.write_text(PO)
    with Stage(PLAIN) as stage:
        notices: list[Notice | None] = []
        stage.context.noticed.connect(notices.append)
        page = shown(stage, path)
        bench = page.bench
        assert bench.document is not None
        with bench.step("rename", ()) as step:
            renaming.rename_scene(step, bench.document, "aboard", "tea")

        def told() -> bool:
            return any(one.case == "gone" for one in bench.problems)

        until(lambda: bench.checking is State.CHECKED and told())
        assert holding.is_held(beside)
        page.save()
        until(lambda: not told())
        assert 'msgctxt "tea/text"' in beside.read_text()
        said = [None if one is None else one.text for one in notices]
        assert said[-2:] == ["2 files are being saved.", "2 files are saved."] or said[-3:] == [
            "2 files are being saved.",
            None,
            "2 files are saved.",
        ]
        until(lambda: not holding.is_held(beside))
        assert holding.is_held(path)


def test_what_cannot_be_read_while_one_types_does_not_take_the_keyboard(qapp: QApplication) -> None:
    with Stage(PLAIN) as stage:
        page = shown(stage, own_copy())
        stage.shell.activateWindow()
        bench = page.bench
        bench.write_at(("scenes", "aboard"))
        stage.settle(0.05)
        before = qapp.focusWidget()
        assert before is not None
        assert page.form.isAncestorOf(before)
        assert bench.document is not None
        with bench.step("typed", ()) as step:
            step.splice(bench.document, [Splice(0, 0, "a: [\n")])
        stage.settle(0.1)
        focused = qapp.focusWidget()
        assert focused is not None
        assert focused is page.problems or page.problems.isAncestorOf(focused)
        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert bench.document.broken is None
