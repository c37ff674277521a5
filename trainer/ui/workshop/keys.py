"""Keys of a workshop: the same on the console, on the projector, and for a clicker.

Clickers send Page Up, Page Down, ``.`` and ``b``; some send F5 and Esc by turns with one button.
So neither of these two does anything here: they never end, start or uncover anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt

from trainer.language import _
from trainer.workshop import asking
from trainer.workshop.doing import voting, walking
from trainer.workshop.state import Phase

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.ui.page import KeyHelp
    from trainer.workshop.making import Making
    from trainer.workshop.state import State


class Wish(StrEnum):
    """What a key asks for."""

    NEXT = "next"
    BACK = "back"
    BLANK = "blank"
    FREEZE = "freeze"
    REJOIN = "rejoin"
    VOTE = "vote"
    RESULT = "result"
    ANSWER = "answer"
    TIMER = "timer"
    BREATHE = "breathe"
    AGREEMENTS = "agreements"
    CALM = "calm"
    SWAP = "swap"
    CONSOLE = "console"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A key's wish; ``answer`` is the number of the answer to play, from 1."""

    wish: Wish
    answer: int = 0


USUAL_TIMER: Final = 90
"""Seconds of the discussion timer that T starts."""

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

_PLAIN: Final = {
    Qt.Key.Key_PageDown: Wish.NEXT,
    Qt.Key.Key_Right: Wish.NEXT,
    Qt.Key.Key_Space: Wish.NEXT,
    Qt.Key.Key_Return: Wish.NEXT,
    Qt.Key.Key_Enter: Wish.NEXT,
    Qt.Key.Key_PageUp: Wish.BACK,
    Qt.Key.Key_Left: Wish.BACK,
    Qt.Key.Key_Backspace: Wish.BACK,
    Qt.Key.Key_Period: Wish.BLANK,
    Qt.Key.Key_B: Wish.BLANK,
    Qt.Key.Key_F: Wish.FREEZE,
    Qt.Key.Key_V: Wish.VOTE,
    Qt.Key.Key_R: Wish.RESULT,
    Qt.Key.Key_T: Wish.TIMER,
    Qt.Key.Key_P: Wish.BREATHE,
    Qt.Key.Key_A: Wish.AGREEMENTS,
    Qt.Key.Key_S: Wish.SWAP,
}
_WITH_SHIFT: Final = {Qt.Key.Key_F: Wish.REJOIN}
_WITH_CTRL_SHIFT: Final = {Qt.Key.Key_H: Wish.CALM, Qt.Key.Key_C: Wish.CONSOLE}


def pressed(event: QKeyEvent) -> Pressed | None:
    """Give what a key asks for; None for any other key, and for one that is held down."""
    if event.isAutoRepeat():
        return None
    key = Qt.Key(event.key())
    # The digits beside the letters and those of the block are the same.
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == _CTRL_SHIFT:
        found = _WITH_CTRL_SHIFT.get(key)
    elif modifiers == Qt.KeyboardModifier.ShiftModifier:
        found = _WITH_SHIFT.get(key)
    elif modifiers == _NONE:
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            return Pressed(Wish.ANSWER, key - Qt.Key.Key_0)
        found = _PLAIN.get(key)
    else:
        found = None
    return None if found is None else Pressed(found)


def act(making: Making, state: State, asked: Pressed) -> tuple[str, dict[str, Any]] | None:
    """Give the act that fulfils a wish, for :meth:`Workshop.do`.

    None where there is nothing to do, and for what is the windows' own: SWAP and CONSOLE.
    """
    flags = {
        Wish.BLANK: ("blank", not state.blank),
        Wish.BREATHE: ("breathe", not state.breathe),
        Wish.AGREEMENTS: ("agreements", not state.agreements),
        Wish.FREEZE: ("freeze", state.room is None),
        # Only ever on: who needs it has no mind for what was on before.
        Wish.CALM: ("blank", True),
    }
    if asked.wish in flags:
        name, on = flags[asked.wish]
        return name, {"on": on}
    if asked.wish is Wish.ANSWER:
        offered = _offered(making, state)
        known = 0 < asked.answer <= len(offered)
        return ("play", {"choice": offered[asked.answer - 1]}) if known else None
    if asked.wish is Wish.VOTE:
        return ("close" if voting.open_here(making, state) else "open", {})
    if asked.wish is Wish.REJOIN:
        return None if state.room is None else ("rejoin", {})
    if asked.wish is Wish.TIMER:
        return "timer", {"seconds": 0 if state.timer else USUAL_TIMER}
    if asked.wish is Wish.NEXT and state.began is None:
        return "begin", {}
    return _SIMPLE.get(asked.wish)


def hint(making: Making, state: State, asked: Pressed) -> str:
    """Say what to do instead of a key that does nothing here; empty where nobody would wonder."""
    at = state.at
    if asked.wish is not Wish.ANSWER or at.run is None or at.phase not in _PAST_ANSWER:
        return ""
    played = any(
        one.phase is Phase.FEEDBACK and (one.segment, one.beat) == (at.segment, at.beat)
        for one in state.past
    )
    return _("To play another answer, go back to the answer first (PgUp).") if played else ""


_PAST_ANSWER: Final = frozenset({Phase.SCENE, Phase.ENDING})

_SIMPLE: Final[dict[Wish, tuple[str, dict[str, Any]]]] = {
    Wish.NEXT: ("next", {}),
    Wish.BACK: ("back", {}),
    Wish.RESULT: ("show", {}),
}


def _offered(making: Making, state: State) -> list[str]:
    """Give the answers that can be played, as the room counts them; also after one was played."""
    at = state.at
    if at.phase is Phase.FEEDBACK:
        at = walking.another_place(making, state)
    if at.phase not in (Phase.ASK, Phase.RESULT, Phase.COMPARE):
        return []
    return [one.id for one in asking.offered(making, at)]


def key_help() -> KeyHelp:
    """List the keys, for F1 and for paper."""
    return [
        (_("Page Down"), _("go on; also Space, Enter and the clicker")),
        (_("Page Up"), _("go back; also Backspace and the clicker")),
        (_("B or ."), _("calm screen on and off")),
        (_("Ctrl Shift H"), _("both screens neutral at once, also while you write")),
        (_("P"), _("a breathing pause on and off")),
        (_("A"), _("show what you agreed on, and again to go on")),
        (_("F"), _("hold the room’s screen; again, and the room follows to where you look")),
        (_("Shift F"), _("while it is held: back to what the room sees")),
        (_("V"), _("open the vote, close it, vote again")),
        (_("R"), _("show the room the result")),
        (_("1 to 9"), _("play an answer")),
        (_("T"), _("start the discussion timer, or stop it")),
        (_("S"), _("swap the screens")),
        (_("Ctrl Shift C"), _("back to the console, where only one screen is there")),
    ]
