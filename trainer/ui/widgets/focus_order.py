"""Tab goes in reading order, also where widgets were made in another.

Qt's own chain is never asked for here: ``nextInFocusChain`` of PySide makes the widget that it
gives a child of the one it was asked, and a dialog that so belongs to its own button is
collected while it shows.

Nor is a layout asked for its items: PySide keeps what it made of an item for as long as the
layout is there. Qt deletes the item with its widget, and puts something else in its place in
memory; PySide then takes the one for the other, and the program ends.
"""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter
from typing import Final

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget

from trainer.ui.widgets.flow import FlowLayout

_Policy: Final = Qt.FocusPolicy
_HELD: Final = (QWidget, QLayout)
_PLACE: Final = itemgetter(0)
_TAKES_TAB: Final = frozenset({_Policy.TabFocus, _Policy.StrongFocus, _Policy.WheelFocus})


def focusable(root: QWidget) -> list[QWidget]:
    """Widgets in ``root``, itself included, that Tab stops at, in reading order.

    That is the order of the layouts; where a widget has none, that of its making. What is
    ``ordered_when_shown`` is passed by while it is hidden: whoever shows it asks again.
    """
    found: list[QWidget] = []
    _walk(root, found)
    return found


def chain(*parts: QWidget) -> None:
    """Have Tab go through the parts in this order, and through each in reading order."""
    ordered = [widget for part in parts for widget in focusable(part)]
    if len(ordered) < 2:
        return
    # Qt does nothing when asked to put a widget after the last one of a window: so for a
    # moment another one is the last.
    last = QWidget(ordered[0].window())
    last.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(ordered):
        QWidget.setTabOrder(before, after)
    shiboken6.delete(last)


def _walk(widget: QWidget, found: list[QWidget]) -> None:
    """Add what Tab stops at in a widget. It is asked of a thousand at a time: plain loops."""
    if getattr(widget, "ordered_when_shown", False) and widget.isHidden():
        return
    takes_tab = widget.focusPolicy() in _TAKES_TAB
    if takes_tab:
        found.append(widget)
    layout = widget.layout()
    if layout is not None:
        _walk_layout(layout, found)
    elif takes_tab:
        # What a control is made of is its own business; a region lays out what it holds.
        return
    elif isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            _walk(inside, found)
    elif not isinstance(widget, QAbstractScrollArea):
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                _walk(child, found)


def _walk_layout(layout: QLayout, found: list[QWidget]) -> None:
    for one in layout.widgets() if isinstance(layout, FlowLayout) else _held(layout):
        if isinstance(one, QLayout):
            _walk_layout(one, found)
        else:
            _walk(one, found)


def _held(layout: QLayout) -> list[QWidget | QLayout]:
    """Give what a layout holds, by its place."""
    parent = layout.parentWidget()
    beside = parent.children() if parent is not None else []
    found: list[tuple[int, QWidget | QLayout]] = []
    for one in (*beside, *layout.children()):
        if isinstance(one, _HELD) and one is not layout:
            index = layout.indexOf(one)
            if index >= 0:
                found.append((index, one))
    found.sort(key=_PLACE)
    return [one for _index, one in found]
