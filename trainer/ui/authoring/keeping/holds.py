"""Files that this window holds to write: nobody else's window writes them meanwhile."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from trainer.authoring.keeping import kept

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from trainer.authoring.keeping.holding import Hold
    from trainer.authoring.keeping.kept import Kept

MOST_HELD: Final = 100
"""Files that are held at one time; a system lets a program have some hundreds open."""


class Holds:
    """Lets go of all of them when ``owner`` is gone, or the program ends."""

    def __init__(self, owner: QObject) -> None:
        self._holds: list[Hold] = []
        let_go = partial(_let_go, self._holds)
        owner.destroyed.connect(let_go)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(let_go)

    @property
    def has_room(self) -> bool:
        """Whether one more can be held."""
        return len(self._holds) < MOST_HELD

    def take(self, one: Kept) -> None:
        """Try to hold a file to write; one that comes along is never held."""
        if not kept.comes_along(one.place) and kept.take_hold(one) and one.hold:
            self._holds.append(one.hold)

    def release(self, one: Kept) -> None:
        """Let others hold a file."""
        if one.hold is not None:
            self._holds.remove(one.hold)
            one.release()


def _let_go(holds: list[Hold]) -> None:
    while holds:
        holds.pop().release()
