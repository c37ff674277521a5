"""A line in which a scene is named, with those that there are offered while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractScrollArea

from trainer.authoring import as_typed
from trainer.authoring.called import meant
from trainer.authoring.source.parts import SPLIT
from trainer.authoring.typing.completing import Offer
from trainer.language import _
from trainer.letters import alike
from trainer.shortening import shortened
from trainer.ui import theme
from trainer.ui.authoring.form.own_undo import leave_undo_to_the_page, small
from trainer.ui.authoring.text.popup import Popup
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.focus_order import chain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from trainer.ui.authoring.workbench import Workbench

_MOST: Final = 60
"""Scenes that are offered at a time."""

_BEGINS: Final = 90
"""Characters of a scene's first words that are shown with its name."""

_MOVES: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 7,
    Qt.Key.Key_PageUp: -7,
}


class SceneEdit(TextField):
    """Names a scene.

    Signals:
        named(str): this scene was named; it need not be there.
        wanted(str): this one was named, and shall be made, for it is not there.
    """

    named = Signal(str)
    wanted = Signal(str)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setPlaceholderText(_("Type a scene’s name"))
        self.bench = bench
        self.is_missing = False
        self._shown = ""
        self._offered: list[str] = []
        self._create = self._asked = ""
        self.popup: Popup | None = None
        small(self)
        leave_undo_to_the_page(self)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._finished)

    def show_name(self, name: str, *, missing: bool) -> None:
        """Show the name of a scene; one that is not there is marked."""
        if missing != self.is_missing:
            self.is_missing = missing
            self.update()
        if name != self._shown or not self.hasFocus():
            self._shown = name
            if self._said(name) != self.text().strip():
                self.setText(self._said(name))
                self.setCursorPosition(0)

    def meant(self) -> str:
        """Give the name that is meant by what is typed: a scene's, or one that could be one's."""
        typed = self.text().strip()
        if self._shown and typed == self._said(self._shown):
            return self._shown  # Of two that read alike, the one that stands there.
        return meant(typed, self.bench.outline().scenes, said=self._said)

    def _said(self, name: str) -> str:
        """Give how a scene is called; of one that is not there, as it was typed last."""
        return self.bench.names.scene(name) if name else ""

    def _keep_typed(self, name: str) -> None:
        """Let a scene that is not there yet be called as it was typed."""
        document = self.bench.document
        if document is not None and name and name not in self.bench.outline().scenes:
            document.meant[SPLIT, name] = as_typed.clean(self.text())

    # Offering

    @property
    def is_open(self) -> bool:
        """Whether scenes are offered."""
        return self.popup is not None and not self.popup.isHidden()

    def _typed(self, text: str) -> None:
        self._offer(text.strip())

    def _offer(self, typed: str) -> None:
        """Offer the scenes that what is typed may mean, and one that could be made."""
        found = list(self._matching(typed))
        self._offered = [name for name, _words in found]
        offers = [Offer(self._said(name), words) for name, words in found]
        name = self.meant()
        self._create = name if name and name not in self.bench.outline().scenes else ""
        if self._create:
            known = {"name": as_typed.shown(name, typed)}
            offers.append(Offer(_("Create the scene “%(name)s”") % known))
        popup = self._set_up()
        if not offers:
            popup.hide()
            return
        # Nothing is marked that was not meant: Enter is for what is typed, Down marks another.
        popup.offer(tuple(offers), choose=False)
        if typed and name in self._offered:
            popup.list.setCurrentRow(self._offered.index(name))
        elif self._create and not found:
            popup.list.setCurrentRow(0)
        self._make_room(popup)
        self._place(popup)
        popup.show()
        popup.raise_()

    def _make_room(self, popup: Popup) -> None:
        """Scroll up as far as the list needs, so that it covers nothing that stands above."""
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, QAbstractScrollArea):
            holder = holder.parentWidget()
        if holder is None:
            return
        window = self.window().rect()
        foot = self.mapTo(self.window(), QPoint(0, self.height())).y()
        lacks = popup.wanted_height(window) + theme.px(4) - (window.bottom() - foot)
        above = self.mapTo(holder, QPoint(0, 0)).y() - 2 * self.height()
        if 0 < lacks <= above:
            bar = holder.verticalScrollBar()
            bar.setValue(bar.value() + lacks)

    def _place(self, popup: Popup) -> None:
        window = self.window()
        field = QRect(self.mapTo(window, QPoint(0, 0)), self.size())
        label = QFontMetrics(theme.font(Role.NOTE)).height() + theme.px(8)
        # Where it stands above, what the field is called shows still.
        popup.place(field.adjusted(0, -label, 0, 0), window.rect())

    def _matching(self, typed: str) -> Iterator[tuple[str, str]]:
        folded = alike(typed)
        begins, holds, says = [], [], []
        for name, line in self.bench.outline().scenes.items():
            words = shortened(line.words, _BEGINS)
            where = alike(line.title)
            if where.startswith(folded):
                begins.append((name, words))
            elif folded in where or folded in name.casefold():
                holds.append((name, words))
            elif folded in alike(line.words):
                says.append((name, words))
        yield from (begins + holds + says)[:_MOST]

    def _set_up(self) -> Popup:
        """Give the list; it lies over the whole window, so that a low field has room for it."""
        if self.popup is None or self.popup.parentWidget() is not self.window():
            self.popup = Popup(self.window())
            self.popup.list.setAccessibleName(_("Scenes"))
            self.popup.taken.connect(self._picked)
        return self.popup

    def _picked(self) -> None:
        popup = self._set_up()
        row = popup.list.currentRow()
        popup.hide()
        if 0 <= row < len(self._offered):
            self._take(self._offered[row])
        elif self._create:
            name, self._create = self._create, ""
            self._keep_typed(name)
            self._shown = name
            self.setText(self._said(name))
            self.wanted.emit(name)

    def _is_new(self) -> bool:
        name = self.meant()
        return bool(name) and name != self._shown and name not in self.bench.outline().scenes

    def _ask(self) -> None:
        """Ask whether what was typed, as it is, shall be a new scene; others have its letters."""
        from trainer.ui.dialogs import AskSheet
        from trainer.ui.widgets.read_first import ReadFirst

        self._close()
        self._asked = self._create
        self._keep_typed(self._asked)
        known = {"name": self._said(self._asked)}
        sheet = AskSheet(
            self.bench.context,
            _("Create the scene “%(name)s”?") % known,
            [],
            _("Create it"),
            self.window(),
            icon="plus",
        )
        sheet.agreed.connect(self._agreed)
        sheet.rejected.connect(self._declined)
        told = ReadFirst(_("There is no scene of that name yet."), sheet)
        sheet.body.addWidget(told)
        chain(sheet)
        sheet.open()
        # Enter says yes, as it can be undone; whoever types on says nothing with a space.
        sheet.go.setDefault(True)
        told.setFocus()

    def _agreed(self) -> None:
        self._shown, self._asked = self._asked, ""
        self.setText(self._said(self._shown))
        self.wanted.emit(self._shown)

    def _declined(self) -> None:
        """Lead where it led before; what was typed stays to be typed on."""
        self._asked = ""
        self.setFocus()
        self.selectAll()

    def _take(self, name: str) -> None:
        self._keep_typed(name)
        self.setText(self._said(name))
        if name != self._shown:
            self._shown = name
            self.named.emit(name)

    def _finished(self) -> None:
        self._close()
        if self._asked:
            return  # What was typed is not what is meant, until that is answered.
        name = self.meant()
        if name != self._shown:
            self._take(name)

    def _close(self) -> None:
        if self.popup is not None:
            self.popup.hide()

    # Keys and looks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer every scene with the arrow down; choose among what is offered."""
        key, plain = Qt.Key(event.key()), not event.modifiers()
        if self.is_open and self._by_key(event):
            return
        if key == Qt.Key.Key_Down and plain:
            self._offer("")
        elif enter.presses(event) and self._is_new():
            self._create = self.meant()
            self._ask()
        else:
            super().keyPressEvent(event)

    def _by_key(self, event: QKeyEvent) -> bool:
        popup, key = self._set_up(), Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            popup.hide()
            self.bench.context.escape_pressed()
        elif key in _MOVES:
            popup.move_by(_MOVES[key])
            self._place(popup)
            self.bench.context.announce(popup.said())
        elif enter.presses(event) and popup.chosen() is not None:
            self._picked()
        elif enter.presses(event) and self._create:
            self._ask()
        else:
            return False
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing any more."""
        super().focusOutEvent(event)
        self._close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and a wave below the name of a scene that is not there."""
        super().paintEvent(event)
        if not self.is_missing or not self.text():
            return
        metrics = QFontMetrics(self.font())
        margins = self.textMargins()
        wide = min(
            metrics.horizontalAdvance(self.text()), self.width() - margins.left() - margins.right()
        )
        left = margins.left() + 2
        if self.isRightToLeft():
            left = self.width() - margins.right() - 2 - wide
        below = (self.height() + metrics.height()) / 2 - metrics.descent() + theme.px(3)
        paint_wave(QPainter(self), left, below, wide)


def paint_wave(painter: QPainter, left: float, below: float, wide: float) -> None:
    """Paint the wave below what leads nowhere."""
    step, high = theme.px(3), theme.px(2)
    path = QPainterPath()
    path.moveTo(left, below)
    at, up = left, True
    while at < left + wide:
        path.lineTo(at + step, below - high if up else below)
        at, up = at + step, not up
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.colours().direct), 1.4))
    painter.drawPath(path)
