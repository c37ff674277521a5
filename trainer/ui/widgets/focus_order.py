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
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget

from trainer.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_TAB: Final = Qt.FocusPolicy.TabFocus.value

_HELD: Final = (QWidget, QLayout)


def focusable(root: QWidget) -> list[QWidget]:
    """Widgets in ``root``, itself included, that Tab stops at, in reading order.

    That is the order of the layouts; where a widget has none, that of its making.
    """
    return [widget for widget in _walk(root) if _takes_tab(widget)]


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


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & _TAB)


def _walk(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    layout = widget.layout()
    if layout is None and _takes_tab(widget):
        # What a control is made of is its own business; a region lays out what it holds.
        return
    if layout is not None:
        yield from _walk_layout(layout)
    elif isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield from _walk(inside)
    elif not isinstance(widget, QAbstractScrollArea):
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from _walk(child)


def _walk_layout(layout: QLayout) -> Iterator[QWidget]:
    if isinstance(layout, FlowLayout):
        held: Sequence[QWidget | QLayout] = layout.widgets()
    else:
        held = _held(layout)
    for one in held:
        yield from (_walk_layout(one) if isinstance(one, QLayout) else _walk(one))


def _held(layout: QLayout) -> list[QWidget | QLayout]:
    """Give what a layout holds, by its place."""
    parent = layout.parentWidget()
    beside = parent.children() if parent is not None else []
    found: list[tuple[int, QWidget | QLayout]] = []
    for one in (*beside, *layout.children()):
        if one is not layout and isinstance(one, _HELD):
            found.append((layout.indexOf(one), one))
    return [one for index, one in sorted(found, key=itemgetter(0)) if index >= 0]
