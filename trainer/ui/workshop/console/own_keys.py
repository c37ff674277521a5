"""Keys of the console beside those of every workshop, and how all of them reach it.

Most are shortcuts: then they work whatever has the focus, a clicker's above all; fields that are
written in keep their letters. Enter and Space press the button that has the focus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from trainer.language import _
from trainer.ui.workshop import keys

if TYPE_CHECKING:
    from trainer.ui.page import KeyHelp
    from trainer.ui.workshop.console.page import ConsolePage

SHARED: Final = (
    "PgDown", "PgUp", "Right", "Left", ".", "B", "F", "V", "R", "T", "P", "A", "Backspace",
    "S", "Shift+F", "Ctrl+Shift+H", "Ctrl+Shift+C", *map(str, range(1, 10)),
)  # fmt: skip
"""Keys of :mod:`trainer.ui.workshop.keys` that hold whatever button has the focus."""

_TABS: Final = {"Alt+N": "now", "Alt+O": "run", "Alt+V": "vote", "Alt+Q": "asked",
                "Alt+L": "later", "Alt+R": "room"}  # fmt: skip


def add(page: ConsolePage) -> None:
    """Give the console its keys."""
    for sequence in SHARED:
        _shortcut(page, sequence).activated.connect(page.shared_key)
    _shortcut(page, "H").activated.connect(page.hands)
    _shortcut(page, "N").activated.connect(page.next_question)
    _shortcut(page, "C").activated.connect(page.tell_vote)
    _shortcut(page, "Alt+S").activated.connect(page.see_to_first)
    _shortcut(page, "Alt+P").activated.connect(page.around.open_again)
    for sequence in _TABS:
        _shortcut(page, sequence).activated.connect(page.tab_key)
    for sequence in ("Alt+1", "Alt+2", "Alt+3"):
        _shortcut(page, sequence).activated.connect(page.offer_key)
    _shortcut(page, "Alt+E").activated.connect(page.leave_key)


def _shortcut(page: ConsolePage, sequence: str) -> QShortcut:
    made = QShortcut(QKeySequence(sequence), page)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.setAutoRepeat(False)
    # Whatever the key does, what stands in a field counts first.
    made.activated.connect(page.settle)
    return made


def pressed(shortcut: QShortcut) -> keys.Pressed | None:
    """Give what a shortcut asks for, by the one table of the keys of a workshop."""
    combination = _combination(shortcut)
    event = QKeyEvent(QEvent.Type.KeyPress, combination.key(), combination.keyboardModifiers(), "")
    return keys.pressed(event)


def _combination(shortcut: QShortcut) -> QKeyCombination:
    found: QKeyCombination = shortcut.key()[0]  # type: ignore[index]
    return found


def tab(shortcut: QShortcut) -> str:
    """Give the tab that a shortcut brings to the front."""
    return _TABS[shortcut.key().toString()]


def number(shortcut: QShortcut) -> int:
    """Give the digit of a shortcut."""
    return _combination(shortcut).key() - Qt.Key.Key_0


def key_help() -> KeyHelp:
    """List them."""
    return [
        (_("1 to 9"), _("while a vote is open: begin to type the hands of that answer")),
        (_("H"), _("type hands: 2 14 and Enter are 14 hands for answer 2")),
        (_("N"), _("the next of several questions")),
        (_("C"), _("have the vote read aloud by a screen reader")),
        (_("Alt S"), _("the pause that has waited longest is seen to")),
        (_("Alt P"), _("after a crash: open the room for phones again")),
        (_("Alt 1 to 3"), _("take an offer to shorten a part")),
        (_("Alt E"), _("late inside a story: end it here")),
        (_("Alt N"), _("to your notes; Up and Down scroll them")),
        (_("Alt O, V, Q, L, R"), _("run of show, vote, questions, later, room")),
        (_("Up, Down"), _("go through the run of show; Enter goes there with the room")),
    ]
