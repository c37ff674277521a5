"""Where the keyboard stands when what it stood on goes away: on "Next", and nowhere by accident."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from trainer.ui.workshop.console.body import Body


@contextmanager
def kept(body: Body) -> Iterator[None]:
    """Look after the keyboard while what is inside changes what can be pressed.

    The window is asked, and not the application: a sheet may still be in front of it.
    """
    before = body.window().focusWidget()
    yield
    if before is None or not body.isAncestorOf(before):
        return
    gone = not (before.isVisibleTo(body) and before.isEnabled())
    if gone and not _stays_near(body, before, body.window().focusWidget()):
        to_next(body)


def _stays_near(body: Body, before: QWidget, now: QWidget | None) -> bool:
    """Tell whether a part has put it on the next of its own: another pause, the vote's next act."""
    parts = (body.pauses, body.vote, body.vote.pinned)
    return now is not None and any(
        one.isAncestorOf(before) and one.isAncestorOf(now) for one in parts
    )


def to_next(body: Body) -> None:
    """Put the keyboard on what is pressed most."""
    foot = body.foot
    button = foot.report if foot.next.isHidden() else foot.next
    button.setFocus(Qt.FocusReason.OtherFocusReason)
