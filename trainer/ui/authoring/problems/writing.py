"""Hints on the scene that is selected: how it reads, and its choices side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer.authoring import called
from trainer.authoring.writing_hints import choices, reading
from trainer.language import _, ngettext
from trainer.method import ds
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.chips import DChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trainer.authoring.document import Document
    from trainer.authoring.writing_hints.choices import Line
    from trainer.ui.authoring.workbench import Workbench

_SOON: Final = 250
"""Milliseconds after the last key until the hints are looked at again."""

_BAR_HEIGHT: Final = 10


class LengthBar(QWidget):
    """How long a choice is beside the longest one; the number stands in words beside it."""

    def __init__(self, share: float, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = share
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A thin line across."""
        return QSize(theme.px(80), theme.px(_BAR_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar from where reading begins."""
        palette = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        radius = box.height() / 2
        painter.setBrush(QColor(palette.well))
        painter.drawRoundedRect(box, radius, radius)
        width = max(box.height(), box.width() * self._share)
        left = box.right() - width if self.isRightToLeft() else box.left()
        painter.setBrush(QColor(palette.teal))
        painter.drawRoundedRect(QRectF(left, box.top(), width, box.height()), radius, radius)


class ChoicesCompared(QWidget):
    """The choices of the scene that is selected: length, D and fit of each beside the others."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._column = theme.lay(QVBoxLayout(self), spacing=10)
        self._inside: QWidget | None = None
        self._shown: tuple[Line, ...] | None = None

    def show_scene(self) -> None:
        """Show the choices as they are now."""
        document, scene = self._bench.document, self._bench.scene
        data = None if document is None or scene is None else document.data(("scenes", scene))
        lines = choices.compared(data)
        if lines == self._shown:
            return
        self._shown = lines
        take_out(self._column, self._inside)
        self._inside = QWidget(self)
        column = theme.lay(QVBoxLayout(self._inside), spacing=10)
        if lines:
            column.addWidget(Heading(_("Choices compared"), role=Role.SUBHEADING))
        for one in lines:
            column.addWidget(_choice(one, self._inside))
        for remark in choices.remarks(lines):
            column.addWidget(Words(remark, self._inside, role=Role.NOTE))
        if len(lines) > 1 and choices.strongest(lines) and not choices.remarks(lines):
            said = _("The best choice does not show by its place, its length or its signs.")
            column.addWidget(SoftLabel(said, self._inside))
        self._column.addWidget(self._inside)
        self._inside.show()


def _choice(line: Line, parent: QWidget) -> QWidget:
    block = QWidget(parent)
    column = theme.lay(QVBoxLayout(block), spacing=3)
    column.addWidget(Words(line.words or _("Nothing is written yet."), block, role=Role.NOTE))
    facts = QWidget(block)
    row = FlowLayout(facts, spacing=12, line_spacing=2)
    if line.d is not None:
        row.addWidget(DChip(line.d, facts))
    if line.fit is not None:
        row.addWidget(SoftLabel(ds.fit_name(line.fit), facts, wrap=False))
    said = ngettext("%(n)d letter", "%(n)d letters", line.length) % {"n": line.length}
    row.addWidget(SoftLabel(said, facts, wrap=False))
    column.addWidget(facts)
    column.addWidget(LengthBar(line.share, _("Length: %(length)s") % {"length": said}, block))
    return block


class WritingHints(QWidget):
    """All hints on the scene that is selected."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.scroller = Scroller(self)
        self.none = SoftLabel(_("Choose a scene, and this says how it reads."))
        self.scene = Heading(role=Role.SUBHEADING)
        self.length, self.ease, self.sentences = (Words(role=Role.NOTE) for _each in range(3))
        self.choices = ChoicesCompared(bench)
        theme.lay(QVBoxLayout(self)).addWidget(self.scroller)
        column = theme.lay(QVBoxLayout(self.scroller.content), margins=(16, 8, 16, 12), spacing=8)
        for part in (self.none, self.scene, self.length, self.ease, self.sentences, self.choices):
            column.addWidget(part)
        column.addStretch(1)
        self._counter: reading.Counter | None = None
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self.renew)
        for told in (bench.opened, bench.selected, bench.changed):
            told.connect(self._soon)
        self.renew()

    def _soon(self) -> None:
        self._clock.start(_SOON if self.isVisible() else 0)

    def renew(self) -> None:
        """Say how the scene that is selected reads now."""
        document, name = self._bench.document, self._bench.scene
        data = None if document is None or name is None else document.data(("scenes", name))
        there = document is not None and isinstance(data, dict)
        self.none.setVisible(not there)
        self.choices.setVisible(there)
        self.choices.show_scene()
        told = ("", "", "", "")
        if there and document is not None:
            language = document.data(("language",))
            said = language if isinstance(language, str) else ""
            reads = reading.of_scene(data, said, self._before(document, name or ""))
            told = (
                _("Scene: %(name)s") % {"name": called.scene(document, name or "")},
                reading.length_words(reads),
                reading.ease_words(reads),
                _longest(reads),
            )
        for label, words in zip(
            (self.scene, self.length, self.ease, self.sentences), told, strict=True
        ):
            label.setText(words)
            label.setVisible(bool(words))

    def _before(self, document: Document, scene: str) -> int:
        """Count the words that one has read since the last decision."""
        if self._counter is None or self._counter.document is not document:
            self._counter = reading.Counter(document)
        return self._counter.before(self._bench.outline(), scene)


def _longest(reads: reading.Reads) -> str:
    if not reads.longest:
        return ""
    head = _("Long sentences to look at:")
    told = [
        ngettext("%(text)s (%(n)d word)", "%(text)s (%(n)d words)", one.words)
        % {"text": one.text, "n": one.words}
        for one in reads.longest
    ]
    return "\n".join([head, *told])
