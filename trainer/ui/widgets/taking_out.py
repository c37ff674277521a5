"""Taking widgets out of view for good, and putting others in their place.

``deleteLater`` alone is not enough: until Qt's next turn the old one would stand where it was,
over what comes now, or take room beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout, QWidget

WidgetT = TypeVar("WidgetT", bound="QWidget")


def take_out(layout: QLayout, *widgets: QWidget | None) -> None:
    """Take widgets out of the layout that holds them, and out of view, and delete them soon."""
    for widget in widgets:
        if widget is not None:
            layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()


def empty(layout: QLayout) -> None:
    """Take everything out of a layout, what keeps its widgets apart included."""
    while (item := layout.takeAt(0)) is not None:
        take_out(layout, item.widget())


def put_instead(layout: QLayout, before: QWidget, after: WidgetT) -> WidgetT:
    """Put a widget where another one stands, and give it.

    It shows before the other one hides: else the focus would pass by whatever is next to both.
    """
    layout.replaceWidget(before, after)
    after.show()
    take_out(layout, before)
    return after
