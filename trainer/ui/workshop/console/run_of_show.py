"""The run of show: every segment with its minutes, and the steps of the one that is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Dress, QuietButton
from trainer.ui.widgets.card import paint_surface
from trainer.ui.widgets.words import Heading, SoftLabel
from trainer.ui.workshop.console.pieces import Tall, minutes
from trainer.workshop.telling.console_view import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from trainer.workshop.telling.console_view import Clocks, Row

_MARK = 18
_STANDINGS = {
    Standing.DONE: ("check", "soft"),
    Standing.NOW: ("play", "teal"),
    Standing.TO_COME: ("", "ink"),
}


class _Line(Tall):
    """One line: a mark, words that wrap, and at the far end a number of minutes.

    Enter and a double click press it; a click and the space bar only mark it.

    Signals:
        marked(): it was marked.
    """

    marked = Signal()

    corner = 8
    pad_x, pad_y = 8, 6
    role = Role.NOTE

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segment, self.beat = 0, 0
        self._mark, self._tone, self._end, self._inset = "", "ink", "", 0
        self.is_here = False

    def show_line(
        self, words: str, end: str, mark: str, tone: str, *, here: bool, inset: int = 0
    ) -> None:
        """Show other words."""
        said = (words, end, mark, tone, here, inset)
        if said == (self._words, self._end, self._mark, self._tone, self.is_here, self._inset):
            return
        self._end, self._mark, self._tone = end, mark, tone
        self.is_here, self._inset = here, inset
        theme.set_role(self, Role.NOTE_STRONG if here else Role.NOTE)
        self.set_words(words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark it: one click by accident must not take the room anywhere."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.marked.emit()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do no more than the press did."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Press it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.click()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark it with the space bar."""
        if event.key() == Qt.Key.Key_Space:
            self.marked.emit()
        else:
            super().keyPressEvent(event)

    def _end_width(self) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(self._end) if self._end else 0

    def _beside(self) -> int:
        return theme.px(2 * self.pad_x + _MARK + 6 + self._inset) + self._end_width() + theme.px(4)

    def dress(self) -> Dress:
        """Washed where the workshop is."""
        palette = theme.colours()
        over = self.underMouse() or self.isDown()
        fill = palette.wash if self.is_here else palette.well if over else palette.card
        return Dress(fill, fill, getattr(palette, self._tone))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface, mark, words and minutes."""
        dress = self.dress()
        painter = QPainter(self)
        paint_surface(
            painter, QRectF(self.rect()), fill=dress.fill, border=dress.border, corner=self.corner
        )
        pad, mark = theme.px(self.pad_x), theme.px(_MARK)
        line = QFontMetrics(self.font()).height()
        top = theme.px(self.pad_y)
        left = pad + theme.px(self._inset)
        if self._mark:
            size = theme.px(14)
            box = QRectF(self._side(QRect(left, top + (line - size) // 2, size, size)))
            icons.paint(painter, self._mark, box, dress.text)
        left += mark + theme.px(6)
        wide = self.width() - self._beside()
        painter.setFont(self.font())
        painter.setPen(QColor(dress.text))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self._side(QRect(left, top, wide, self.height())), int(flags), self._words)
        end = QRect(self.width() - pad - self._end_width(), top, self._end_width() + 1, line)
        painter.drawText(self._side(end), int(Qt.AlignmentFlag.AlignVCenter), self._end)
        if self.hasFocus():
            self._paint_ring(painter)

    def _side(self, box: QRect) -> QRect:
        if self.isRightToLeft():
            box.moveRight(self.width() - 1 - box.left())
        return box


class _Going(QWidget):
    """What goes to the line that is marked, and what becomes of a story that is in the middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), margins=(32, 2, 8, 6), spacing=4)
        self.button = QuietButton(_("Go there"), self, icon="arrow-right")
        self.said = SoftLabel("", self, role=Role.SMALL)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.said)
        self.hide()

    def show_story(self, title: str) -> None:
        """Say that a story is not lost by going; nothing where none is in the middle."""
        known = {"story": title}
        said = _("“%(story)s” keeps its place: Page Up leads back to it.") % known if title else ""
        if said != self.said.text():
            self.said.setText(said)
        self.said.setVisible(bool(said))
        self.button.setAccessibleDescription(said)


class RunOfShow(QWidget):
    """Lists the plan. Up and Down go through it, Enter goes there with the room.

    Signals:
        jump(int, int): go to a segment and one of its beats.
        turned(): what can be reached by key is otherwise than before.
    """

    jump = Signal(int, int)
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), margins=(8, 14, 8, 14), spacing=2)
        head = theme.lay(QVBoxLayout(), margins=(8, 0, 8, 6), spacing=4)
        self.heading = Heading(_("Run of show"), self)
        self._clock = SoftLabel("", self, role=Role.SMALL)
        head.addWidget(self.heading)
        head.addWidget(self._clock)
        column.addLayout(head)
        self._lines = theme.lay(QVBoxLayout(), spacing=1)
        column.addLayout(self._lines)
        column.addStretch(1)
        self.going = _Going(self)
        self.going.button.clicked.connect(self._go)
        self._marked: _Line | None = None
        self._every: list[_Line] = []
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show the plan as it stands."""
        if rows == self._rows:
            return
        self._rows = rows
        self._unmark()
        wanted = sum(1 + (len(row.steps) if _unfolds(row) else 0) for row in rows)
        while len(self._every) < wanted:
            line = _Line(self)
            line.clicked.connect(self._pressed)
            line.marked.connect(self._mark)
            self._lines.addWidget(line)
            self._every.append(line)
        at = 0
        for row in rows:
            at = self._show_row(row, at)
        focus = self._focused()
        for number, line in enumerate(self._every):
            line.setVisible(number < wanted)
        if focus is not None and focus >= wanted:
            self._every[wanted - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_row(self, row: Row, at: int) -> int:
        line = self._every[at]
        line.segment, line.beat = row.segment, 0
        mark, tone = _STANDINGS[row.standing]
        end = _("%(minutes)d′") % {"minutes": row.minutes}
        line.show_line(row.title, end, mark, tone, here=row.standing is Standing.NOW)
        line.setAccessibleName(_named(row))
        if not _unfolds(row):
            return at + 1
        for beat, words in enumerate(row.steps):
            step = self._every[at + 1 + beat]
            step.segment, step.beat = row.segment, beat
            here = beat == row.at
            step.show_line(words, "", "play" if here else "", "ink" if here else "soft", here=False,
                           inset=10)  # fmt: skip
            said = _("Here now: %(step)s") if here else _("Step: %(step)s")
            step.setAccessibleName(said % {"step": words})
        return at + 1 + len(row.steps)

    def show_clocks(self, clocks: Clocks) -> None:
        """Show the time of the segment that is on."""
        times = clocks.times
        said = _("This part: %(gone)s of %(planned)s") % {
            "gone": minutes(times.segment_gone),
            "planned": minutes(times.segment_planned),
        }
        if said != self._clock.text():
            self._clock.setText(said)

    def lines(self) -> Sequence[_Line]:
        """Lines in view, the first one first."""
        return [line for line in self._every if not line.isHidden()]

    def _focused(self) -> int | None:
        return next((n for n, line in enumerate(self._every) if line.hasFocus()), None)

    def walk(self, by: int) -> None:
        """Go through the lines with the keyboard."""
        at, lines = self._focused(), self.lines()
        here = next((n for n, one in enumerate(self._every) if one.is_here), 0)
        to = here if at is None else min(len(lines) - 1, max(0, at + by))
        self._unmark()
        lines[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the lines with the arrows."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walk(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def show_story(self, title: str) -> None:
        """Say with what is marked that this story keeps its place; empty where none is on."""
        self.going.show_story(title)

    def _mark(self) -> None:
        """Offer below a line to go there."""
        line = self.sender()
        if isinstance(line, _Line) and line is not self._marked:
            self._marked = line
            self._lines.removeWidget(self.going)
            self._lines.insertWidget(self._lines.indexOf(line) + 1, self.going)
            known = {"part": line.words()}
            self.going.button.setAccessibleName(_("Go there: %(part)s") % known)
            self.going.show()
            self.turned.emit()

    def _unmark(self) -> None:
        if self._marked is not None:
            if self.going.button.hasFocus():
                self._marked.setFocus(Qt.FocusReason.OtherFocusReason)
            self._marked = None
            self.going.hide()
            self.turned.emit()

    def _go(self) -> None:
        if self._marked is not None:
            self.jump.emit(self._marked.segment, self._marked.beat)

    def _pressed(self) -> None:
        line = self.sender()
        if isinstance(line, _Line):
            self.jump.emit(line.segment, line.beat)


def _unfolds(row: Row) -> bool:
    return row.at is not None and len(row.steps) > 1


def _named(row: Row) -> str:
    long = ngettext("%(count)d minute", "%(count)d minutes", row.minutes) % {"count": row.minutes}
    words = {"title": row.title, "minutes": long}
    if row.standing is Standing.DONE:
        return _("Done: %(title)s, %(minutes)s") % words
    if row.standing is Standing.NOW:
        return _("Now: %(title)s, %(minutes)s") % words
    return _("To come: %(title)s, %(minutes)s") % words
