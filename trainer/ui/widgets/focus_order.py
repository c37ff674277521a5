"""Tab goes in reading order, also where widgets were made in another."""

from __future__ import annotations

from itertools import pairwise

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
    """Have Tab go through the parts in this order, and through each as it did before."""
    ordered = [widget for part in parts for widget in focusable(part)]
    for before, after in pairwise(ordered):
        QWidget.setTabOrder(before, after)
