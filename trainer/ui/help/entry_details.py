"""The rest of a service: what it takes, what follows, every way to reach it, where it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.help import telling, words
from trainer.help.model import Channel
from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui import dates, icons, theme
from trainer.ui.help import told
from trainer.ui.theme import Role
from trainer.ui.widgets.address import AddressLink
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Divider
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.help.directory import Directory, Listed
    from trainer.help.model import Reach
    from trainer.ui.context import Context

_LABEL, _SIDE_BY_SIDE = 150, 460


class DetailRow(Fits, QWidget):
    """A label, and what it is about beside it; below it where room is short."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        theme.lay(self._line, spacing=12)
        self._label = Words(label, self, role=Role.NOTE_STRONG, tone="soft")
        self._line.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        self.body: QVBoxLayout = theme.lay(QVBoxLayout(), spacing=6)
        self._line.addLayout(self.body, 1)
        self._widest = self._label.maximumWidth()

    def fit(self) -> None:
        """Stack where room is short."""
        wide = self.width() >= theme.px(_SIDE_BY_SIDE)
        theme.turn(self._line, beside=wide)
        theme.lay(self._line, spacing=12 if wide else 2)
        self._label.setMinimumWidth(theme.px(_LABEL) if wide else 0)
        self._label.setMaximumWidth(theme.px(_LABEL) if wide else self._widest)


class _Icon(QWidget):
    """An icon in front of a line; the words beside it say what it is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        theme.fix(self, width=18, height=30)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the middle of its height."""
        side = theme.px(18)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        icons.paint(QPainter(self), self._name, box, theme.colours().soft)


class ReachRow(QWidget):
    """One way to get in touch, in full, with a button that copies it."""

    def __init__(self, context: Context, reach: Reach, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._reach = context, reach
        row = theme.lay(QHBoxLayout(self), spacing=10)
        row.addWidget(_Icon(told.ICONS[reach.channel], self), 0, Qt.AlignmentFlag.AlignTop)
        column = theme.lay(QVBoxLayout(), spacing=0)
        row.addLayout(column, 1)
        column.addWidget(self._value(), 0, Qt.AlignmentFlag.AlignLeft)
        if reach.about:
            about = StoryText(role=Role.NOTE, tone="soft")
            about.set_markdown(reach.about)
            column.addWidget(about)
        if reach.channel is not Channel.NOTE:
            copy = QuietButton(_("Copy"), self, icon="copy")
            copy.pad_y = 5
            copy.setAccessibleName(_("Copy %(text)s") % {"text": reach.value})
            copy.clicked.connect(self._copy)
            row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)

    def _value(self) -> QWidget:
        reach = self._reach
        shown, url = words.way(reach), told.url(reach)
        if url:
            return AddressLink(shown, url, self, role=Role.STRONG)
        if reach.channel is Channel.NOTE:
            note = StoryText(role=Role.BODY)
            note.set_markdown(reach.value)
            return note
        return Words(shown, self, role=Role.STRONG)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._reach.value)
        self._context.notice(_("Copied: %(text)s") % {"text": self._reach.value})


class EntryDetails(QWidget):
    """Everything about a service that its short card leaves out."""

    def __init__(
        self, context: Context, directory: Directory, listed: Listed, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._directory, self._listed = context, directory, listed
        self._column = theme.lay(QVBoxLayout(self), margins=(18, 0, 18, 16), spacing=10)
        self._column.addWidget(Divider(self))
        reach = self._row(_("How to reach it"))
        for one in listed.entry.reach:
            reach.addWidget(ReachRow(context, one, self))
        for fact in telling.facts(listed):
            self._story(fact.label, fact.text)
        self._plain(_("Languages"), telling.all_languages(listed))
        self._source()
        self._foot()

    def _row(self, label: str) -> QVBoxLayout:
        row = DetailRow(label, self)
        self._column.addWidget(row)
        return row.body

    def _story(self, label: str, text: str) -> None:
        story = StoryText(role=Role.BODY)
        story.setAccessibleName(label)
        story.set_markdown(text)
        self._row(label).addWidget(story)

    def _plain(self, label: str, text: str) -> None:
        self._row(label).addWidget(Words(text))

    def _source(self) -> None:
        column = self._row(_("Source"))
        column.addWidget(SoftLabel(telling.read_on(self._listed, dates.full)))
        for address in self._listed.entry.source:
            column.addWidget(AddressLink(address, address, self), 0, Qt.AlignmentFlag.AlignLeft)

    def _foot(self) -> None:
        flow = FlowLayout(spacing=8)
        copy = QuietButton(_("Copy all of this as text"), self, icon="copy")
        copy.clicked.connect(self._copy)
        flow.addWidget(copy)
        self._column.addLayout(flow)

    def _copy(self) -> None:
        text = telling.as_text(self._directory, self._listed, dates.full)
        QGuiApplication.clipboard().setText(text)
        name = plain(self._listed.entry.name)
        self._context.notice(_("Copied as text: %(name)s") % {"name": name})
