"""Plays in the real program, from within its process: keys as a person presses them.

Nothing of this is in the product: a test starts a process that imports this and then runs
the program as ever. What it prints is what the window has acknowledged.
"""

from __future__ import annotations

import itertools
import json
import random
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.ui.practice.hands import SMALL_BUS, Key
from trainer.practice.snapshot import Phase, to_json
from trainer.ui.practice.debrief.page import DebriefPage
from trainer.ui.practice.page import PracticePage
from trainer.ui.window.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.practice.session import Session


def when_shown(act: Callable[[Shell], None]) -> None:
    """Have ``act`` done as soon as the program's window shows its first page."""

    def look() -> None:
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, Shell)]
        ready = bool(windows) and windows[0].isVisible() and windows[0].context.reading is None
        QTimer.singleShot(150 if ready else 10, lambda: act(windows[0]) if ready else look())

    made = QApplication.__init__

    def make(self: QApplication, *arguments: object) -> None:
        made(self, *arguments)
        QTimer.singleShot(0, look)

    QApplication.__init__ = make  # type: ignore[method-assign, assignment]


def press(shell: Shell, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(shell.focusWidget() or shell, key)
        QApplication.processEvents()


def write(shell: Shell, text: str) -> None:
    focused: QWidget = shell.focusWidget() or shell
    QTest.keyClicks(focused, text)


def session(shell: Shell) -> Session:
    page = shell.page()
    assert isinstance(page, PracticePage)
    assert page._session is not None
    return page._session


def there(run: str) -> None:
    print("there", run, flush=True)


def begin(shell: Shell) -> None:
    shell.open_page("practice", scenario=SMALL_BUS, again=True)
    press(shell, Key.Key_Return, Key.Key_Return)


def own_words(shell: Shell) -> None:
    begin(shell)
    press(shell, Key.Key_6)
    write(shell, "Mrs. Lin, would you like to")
    there(session(shell).run_id)


def to_the_debrief(shell: Shell) -> tuple[DebriefPage, str]:
    begin(shell)
    press(shell, Key.Key_1, Key.Key_Return, Key.Key_1, Key.Key_Return)
    run = session(shell).run_id
    press(shell, Key.Key_Return)
    page = shell.page()
    assert isinstance(page, DebriefPage)
    return page, run


def note(shell: Shell) -> None:
    page, run = to_the_debrief(shell)
    next(iter(page.reflection._boxes.values())).setFocus()
    write(shell, "I froze, and")
    there(run)


def saving(shell: Shell) -> None:
    _page, run = to_the_debrief(shell)
    QTimer.singleShot(100, lambda: there(run))
    QFileDialog.getSaveFileName(shell, "Save", "debrief.pdf")


def play_for_ever(shell: Shell) -> None:
    """Play run after run; say each place once it shows, until somebody kills the process."""
    chance = random.Random(int(sys.argv[1]))
    shell.open_page("practice", scenario=SMALL_BUS)
    for step in itertools.count():
        page = shell.page()
        now = page._session if isinstance(page, PracticePage) else None
        if now is not None and step and now.snapshot().begun:
            print("place", to_json(now.snapshot()), flush=True)
        if now is None:
            press(shell, Key.Key_Return)
        elif now.phase is Phase.DECIDING:
            press(shell, chance.choice((Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_Backspace)))
        elif now.phase is Phase.ENDED:
            shell.open_page("practice", scenario=SMALL_BUS, again=True)
        else:
            press(shell, Key.Key_Return)


def outside(shell: Shell) -> list[str]:
    """Controls that show and cannot be reached: beyond the edge of all that scrolls."""
    found = []
    for widget in shell.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        left = widget.mapTo(shell, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > shell.width():
            found.append(f"{type(widget).__name__} {left} {widget.width()}")
    return found


def look_at_every_page(width: int, height: int) -> Callable[[Shell], None]:
    """Go through the pages in a window of this size; say what lies outside of it."""

    def say(shell: Shell) -> None:
        for _round in range(5):
            QApplication.processEvents()
        print(json.dumps({"page": shell.page().name, "outside": outside(shell)}), flush=True)

    def look(shell: Shell) -> None:
        shell.resize(width, height)
        say(shell)
        begin(shell)
        say(shell)
        press(shell, Key.Key_1)
        say(shell)
        press(shell, Key.Key_Return, Key.Key_1, Key.Key_Return)
        say(shell)
        press(shell, Key.Key_Return)
        say(shell)
        for page in ("past-runs", "settings"):
            shell.open_page(page)
            say(shell)
        shell.close()

    return look


def author_writing(shell: Shell) -> None:
    """Open one's own story, change its title, and be asked what becomes of something else."""
    from trainer import paths

    path = next(paths.own_scenarios().glob("*.yaml"))
    shell.open_page("author", path=path)
    page: Any = shell.page()
    with page.bench.step("writing", ()) as step:
        step.put(page.bench.document, ("title",), "The power goes")
    page.find_everywhere()
    there(str(path))
