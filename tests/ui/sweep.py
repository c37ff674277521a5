"""Looks over a whole window for what any page can get wrong. Each function gives complaints.

``names``: something takes the focus and a screen reader has nothing to call it.
``tab_order``: Tab goes backwards on the page.
``cut``: words that do not fit, or that reach out of what holds them.
``untranslated``: words that did not go through gettext (under the pseudo language).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from trainer.language import CLOSE, OPEN
from trainer.ui.authoring.frame.ordering import Ordering
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.focus_order import focusable
from trainer.ui.widgets.key_cap import KeyCap

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from tests.scenes import Stage


_PATIENCE = 100
"""Turns of a fiftieth of a second."""

_DATE = re.compile(r"[A-Z][a-z]{2} \d{1,2}(, .*)?")
"""A date alone: Qt writes it in the reader's language."""


def visible(root: QWidget) -> list[QWidget]:
    """Every widget that shows in ``root``."""
    return [widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root)]


def called(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def described(widget: QWidget) -> str:
    """What a screen reader says of a widget besides; its tooltip, if it has nothing else."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Description) if interface else ""


def _what(widget: QWidget) -> str:
    return f"{type(widget).__name__} {called(widget)!r}"


def _plain(said: str) -> str:
    return re.sub("<[^>]*>", "", said).strip(" .…").casefold()


def names(root: QWidget) -> list[str]:
    """What takes the focus and has no name, or says it twice; items of lists included."""
    found = []
    for widget in focusable(root):
        if not widget.isVisibleTo(root):
            continue
        if not called(widget):
            chain, up = [], widget.parentWidget()
            while up is not None and up is not root:
                chain.append(type(up).__name__)
                up = up.parentWidget()
            found.append(f"{type(widget).__name__} in {' in '.join(chain)}")
        if "<qt>" in described(widget):
            found.append(f"{_what(widget)} is described with tags")
        if called(widget) and _plain(described(widget)) == _plain(called(widget)):
            found.append(f"{_what(widget)} is described by its name: it is said twice")
        if isinstance(widget, QAbstractItemView):
            model = widget.model()
            for row in range(model.rowCount()):
                if not model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole):
                    found.append(f"row {row} of {_what(widget)}")
    return found


def _place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def tab_stops(root: QWidget) -> list[QWidget]:
    """Where Tab stops, by pressing it, from the first control until it comes round."""
    root.activateWindow()
    QTest.qWaitForWindowActive(root)
    controls = [widget for widget in focusable(root) if widget.isVisibleTo(root)]
    if not controls:
        return []
    first = min(controls, key=lambda one: _place(one, root).topLeft().manhattanLength())
    first.setFocus()
    stops: list[QWidget] = []
    for _step in range(3 * len(controls)):
        now = QApplication.focusWidget()
        if now is None or now in stops:
            break
        stops.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return stops


def tab_order(root: QWidget) -> list[str]:
    """Where Tab goes up, or back in a line, other than into a column further on.

    And what it never comes to.
    """
    for part in (root, *root.findChildren(QWidget)):
        if isinstance(ordering := getattr(part, "ordering", None), Ordering):
            ordering.now()  # As whoever presses Tab finds it.
    # Before a key is pressed: Qt takes Tab from the other buttons of a group as it comes to one.
    wanted = [widget for widget in focusable(root) if not _goes_by_arrows(widget)]
    stops = tab_stops(root)
    reached = set(stops)
    found = [
        f"{_what(widget)} is never reached"
        for widget in wanted
        if isValid(widget) and widget.isVisibleTo(root) and widget.isEnabled()
        if widget not in reached
    ]
    back = [
        f"{_what(before)} at {_place(before, root)} then {_what(after)} at {_place(after, root)}"
        for before, after in zip(stops, [*stops[1:], *stops[:1]], strict=True)
        if _goes_back(_seen(before, after, root), _seen(after, before, root))
    ]
    # The stops are a ring: once it has to go back to where reading begins.
    return found + (back if len(back) > 1 else [])


def _goes_by_arrows(widget: QWidget) -> bool:
    """Whether it is one of several of which one is chosen: Tab comes to that, arrows to these."""
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable():
        return False
    group = widget.group()
    return group.exclusive() if group is not None else widget.autoExclusive()


def _goes_back(here: QRect, there: QRect) -> bool:
    same_line = here.top() < there.bottom() and there.top() < here.bottom()
    goes_up = there.bottom() <= here.top() and there.left() < here.right()
    return goes_up or (same_line and there.right() <= here.left())


def _scroller(widget: QWidget) -> QScrollArea | None:
    up = widget.parentWidget()
    while up is not None and not isinstance(up, QScrollArea):
        up = up.parentWidget()
    return up


def _seen(widget: QWidget, other: QWidget, root: QWidget) -> QRect:
    """Place of a widget as compared with another, however far a page is scrolled.

    Beside what lies outside its scrolling place, it stands where that place does.
    """
    scroller = _scroller(widget)
    if scroller is not None and not scroller.isAncestorOf(other):
        return _place(scroller, root)
    return _place(widget, root)


def cut_at_rest(stage: Stage) -> list[str]:
    """What is cut once the layouts have come to rest, which takes longer on a busy machine."""
    for _turn in range(_PATIENCE):
        if not cut(stage.top()):
            return []
        stage.settle(0.02)
    return cut(stage.top())


def all_of_it(stage: Stage) -> list[str]:
    """What is wrong with names, with the way of Tab, and with what shows, once it rests."""
    return [*names(stage.top()), *tab_order(stage.top()), *cut_at_rest(stage)]


def _needs(widget: QWidget) -> tuple[int, int]:
    """Least width and height that show all of a widget's words."""
    if isinstance(widget, Button | CheckBox) or (isinstance(widget, QLabel) and widget.wordWrap()):
        return widget.minimumSizeHint().width(), widget.heightForWidth(widget.width())
    if isinstance(widget, QAbstractButton | QComboBox | QLineEdit):
        return widget.minimumSizeHint().width(), widget.minimumSizeHint().height()
    return widget.sizeHint().width(), widget.sizeHint().height()


def _holder(widget: QWidget, root: QWidget) -> QWidget:
    """Nearest widget that clips: the parent, or the content of a scrolling place."""
    parent = widget.parentWidget()
    return parent if parent is not None else root


def cut(root: QWidget) -> list[str]:
    """Widgets too small for their words, or that reach out of what holds them."""
    found = []
    for widget in visible(root):
        kinds = (QLabel, QAbstractButton, QComboBox, QLineEdit)
        if not isinstance(widget, kinds):
            continue
        if isinstance(widget, QLabel) and not widget.text():
            continue
        wide, tall = _needs(widget)
        if widget.width() < wide or widget.height() < tall:
            found.append(f"{_what(widget)}: {widget.width()}×{widget.height()} of {wide}×{tall}")
        holder = _holder(widget, root)
        if not isinstance(holder, QScrollArea) and not holder.rect().contains(widget.geometry()):
            found.append(f"{_what(widget)} reaches out of {type(holder).__name__}")
        if _place(widget, root).right() > root.width():
            found.append(f"{_what(widget)} reaches out of the window")
    return found


def untranslated(root: QWidget, data: Collection[str] = ()) -> list[str]:
    """Words that show, or are spoken, without the brackets of the pseudo language.

    ``data`` are texts that are not ours to translate: of scenarios, of files, of the person.
    """
    reads: tuple[Callable[[QWidget], str], ...] = (
        called,
        lambda one: one.text() if isinstance(one, QLabel | QAbstractButton) else "",
        lambda one: one.placeholderText() if isinstance(one, QLineEdit) else "",
        lambda one: one.tip() if isinstance(one, Button) and one.tip() else one.toolTip(),
        lambda one: one.accessibleDescription(),
    )
    found, known = [], [one for one in data if one]
    whole = "\0".join(known)
    for widget in visible(root):
        if isinstance(widget, KeyCap) and widget.text() in {"Esc", "F1"}:
            continue
        for read in reads:
            # Long words carry places at which they may break.
            said = read(widget).replace("&&", "&").replace("\u200b", "").strip()
            if not said or _ours(said) or _DATE.fullmatch(said):
                continue
            if said not in whole and not any(one in said for one in known):
                found.append(f"{type(widget).__name__}: {said!r}")
    return sorted(set(found))


def _ours(text: str) -> bool:
    return OPEN in text and CLOSE in text
