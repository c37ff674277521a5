"""A line in which a scene is named, with those that there are offered while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QCompleter

from trainer.authoring.scenes.naming import from_words, is_name
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.form.own_undo import leave_undo_to_the_page, small
from trainer.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from trainer.ui.authoring.workbench import Workbench

_MOST: Final = 60
"""Scenes that are offered at a time."""

_BEGINS: Final = 48
"""Characters of a scene's first words that are shown beside its name."""


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
        self._create = ""
        small(self)
        leave_undo_to_the_page(self)
        self._completer: QCompleter | None = None
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._finished)

    def show_name(self, name: str, *, missing: bool) -> None:
        """Show the name of a scene; one that is not there is marked."""
        if missing != self.is_missing:
            self.is_missing = missing
            self.update()
        if name != self._shown or not self.hasFocus():
            self._shown = name
            if name != self.text().strip():
                self.setText(name)
                self.setCursorPosition(0)

    def meant(self) -> str:
        """Give the name that is meant by what is typed: a scene's, or one that could be one's."""
        typed = self.text().strip()
        if not typed:
            return ""
        there = self.bench.outline().scenes
        if typed in there:
            return typed
        folded = typed.casefold()
        same = next((name for name in there if name.casefold() == folded), None)
        return same or (typed if is_name(typed) else from_words(typed, ()))

    # Offering

    def _typed(self, _text: str) -> None:
        self._offer(self.text().strip())

    def _offer(self, typed: str) -> None:
        """Offer the scenes that what is typed may mean, and one that could be made."""
        said: list[str] = []
        self._offered, self._create = [], ""
        for name, words in self._matching(typed):
            self._offered.append(name)
            known = {"name": name, "words": words}
            said.append(_("%(name)s: %(words)s") % known if words else name)
        meant = self.meant()
        if meant and meant not in self.bench.outline().scenes:
            self._create = meant
            said.append(_("Create the scene “%(name)s”") % {"name": meant})
        completer = self._set_up()
        model = completer.model()
        assert isinstance(model, QStringListModel)
        model.setStringList(said)
        if said:
            completer.complete()
        else:
            self._list().hide()

    def _matching(self, typed: str) -> Iterator[tuple[str, str]]:
        folded = typed.casefold()
        begins, holds, says = [], [], []
        for name, line in self.bench.outline().scenes.items():
            words = _beginning(line.words)
            where = name.casefold()
            if where.startswith(folded):
                begins.append((name, words))
            elif folded in where:
                holds.append((name, words))
            elif folded in line.words.casefold():
                says.append((name, words))
        yield from (begins + holds + says)[:_MOST]

    def _set_up(self) -> QCompleter:
        if self._completer is None:
            made = QCompleter(QStringListModel(self), self)
            made.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            made.setMaxVisibleItems(8)
            made.setWidget(self)
            made.activated.connect(self._picked)
            self._completer = made
            popup = self._list()
            popup.setAccessibleName(_("Scenes"))
            popup.installEventFilter(self)
            small(popup)
        return self._completer

    def _list(self) -> QAbstractItemView:
        popup = self._set_up().popup()
        assert popup is not None
        return popup

    def _picked(self, _said: str) -> None:
        row = self._list().currentIndex().row()
        if row < len(self._offered):
            self._take(self._offered[row])
        elif self._create:
            name, self._create = self._create, ""
            self._shown = name
            self.setText(name)
            self.wanted.emit(name)

    def _take(self, name: str) -> None:
        self.setText(name)
        if name != self._shown:
            self._shown = name
            self.named.emit(name)

    def _finished(self) -> None:
        if self._completer is not None and self._list().isVisible():
            return
        meant = self.meant()
        if meant != self._shown:
            self._take(meant)

    # Keys and looks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer every scene with the arrow down."""
        if event.key() == Qt.Key.Key_Down and not event.modifiers():
            self._offer("")
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count an Esc that closes the list."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.bench.context.escape_pressed()
        return super().eventFilter(watched, event)

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


def _beginning(words: str) -> str:
    first = " ".join(words.split())
    return first if len(first) <= _BEGINS else first[: _BEGINS - 1].rstrip() + "…"
