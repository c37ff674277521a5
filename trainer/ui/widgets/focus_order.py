"""Tab goes in reading order, also where widgets were made in another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focusable(root: QWidget) -> list[QWidget]:
    """Widgets in ``root``, itself included, that Tab stops at, in the order in which it does."""
    found: list[QWidget] = []
    widget = root
    while True:
        inside = widget is root or root.isAncestorOf(widget)
        if inside and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
        following = widget.nextInFocusChain()
        if following is None or following is root:
            return found
        widget = following


def chain(*parts: QWidget) -> None:
    """Have Tab go through the parts in this order, and through each as it did before.

    The first one takes the place of whichever Tab came to first. Qt does nothing when it is
    asked to put a widget after the last one of a window, so nothing is moved backwards here.
    """
    ordered = [widget for part in parts for widget in focusable(part)]
    if len(ordered) < 2:
        return
    before = ordered[0].window()
    following: QWidget | None = before
    while following is not None and following not in ordered:
        before, following = following, following.nextInFocusChain()
    for widget in ordered:
        _put_after(before, widget)
        before = widget


def _put_after(before: QWidget, widget: QWidget) -> None:
    if before.nextInFocusChain() is widget:
        return
    policy = before.focusPolicy()
    if policy == Qt.FocusPolicy.NoFocus:
        # Qt orders only what takes the focus.
        before.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    QWidget.setTabOrder(before, widget)
    before.setFocusPolicy(policy)
