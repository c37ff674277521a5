"""Find and replace: in this file, in those beside it, or in all of one's own, with a look first."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from trainer.authoring.desk import Place
from trainer.authoring.finding import looking
from trainer.authoring.finding.asking import Asked
from trainer.authoring.finding.replacing import Replacing
from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.authoring.finding.places import SHOWN, Places
from trainer.ui.authoring.finding.search import Search
from trainer.ui.authoring.finding.where import BESIDE, HERE, OWN
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.fields import CheckBox, Dropdown, TextField
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import LineLabel, SoftLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from trainer.ui.authoring.finding.search import Answer
    from trainer.ui.authoring.workbench import Workbench

_REST, _SLICE = 250, 0.012
_last: dict[str, str] = {"sought": "", "instead": ""}
"""What was looked for last, for the next time."""


class FindSheet(Sheet):
    """Find, look at each place, replace.

    Signals:
        wanted(object): the :class:`Found` that shall be shown.
    """

    wanted = Signal(object)

    def __init__(
        self, bench: Workbench, parent: QWidget | None, *, where: str = HERE, sought: str = ""
    ) -> None:
        super().__init__(bench.context, _("Find and replace"), parent, width=720)
        self.bench = bench
        self._asked: Asked | None = None
        self._replacing: Replacing | None = None
        self._steps: Iterator[None] | None = None
        self._search = Search(self)
        self._search.answered.connect(self._answered)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._go_on)
        self._make(sought or _last["sought"], where)
        self.finished.connect(self._search.stop)
        self._soon.start(0)

    def _make(self, sought: str, where: str) -> None:
        fields = theme.lay(QGridLayout(), spacing=8)
        self.sought = self._field(fields, _("Find"), sought)
        self.instead = self._field(fields, _("Replace with"), _last["instead"])
        self.body.addLayout(fields)
        self.where = Dropdown(_("Where"), self)
        for words, value in (
            (_("In this file"), HERE),
            (_("In all files of its folder"), BESIDE),
            (_("In all my files"), OWN),
        ):
            self.where.add(words, value)
        self.where.choose(where)
        self.body.addWidget(self.where, 0, Qt.AlignmentFlag.AlignLeft)
        row = QWidget(self)
        flow = FlowLayout(row, spacing=16)
        self.case = CheckBox(_("Same capitals"), row, role=Role.NOTE)
        self.words = CheckBox(_("Whole words"), row, role=Role.NOTE)
        self.pattern = CheckBox(_("Regular expression"), row, role=Role.NOTE)
        self.everywhere = CheckBox(_("Also in names and conditions"), row, role=Role.NOTE)
        for tick in (self.case, self.words, self.pattern, self.everywhere):
            flow.addWidget(tick)
            tick.toggled.connect(self._asks)
        self.body.addWidget(row)
        self.said = SoftLabel("", self)
        self.body.addWidget(self.said)
        self.places = Places(self)
        self.whole.insertWidget(1, self.places, 2)
        self.whole.setStretchFactor(self.scroller, 3)
        self.none = LinkButton(_("Leave all out"), self)
        self.none.clicked.connect(self._tick_none)
        self.show_ = QuietButton(_("Show the place"), self)
        self.show_.clicked.connect(self.places.show_current)
        self.replace = PrimaryButton(_("Replace"), self)
        self.replace.clicked.connect(self._replace)
        close = QuietButton(_("Close"), self)
        close.clicked.connect(self.reject)
        for button in (self.none, close, self.show_, self.replace):
            self.buttons.addWidget(button)
        self.places.ticked.connect(self._count)
        self.places.wanted.connect(self._show_place)
        self.where.chosen.connect(self._asks)
        chain(self)
        self.sought.setFocus()
        self.sought.selectAll()
        self._count()

    def _field(self, fields: QGridLayout, name: str, text: str) -> TextField:
        row = fields.rowCount()
        fields.addWidget(LineLabel(name, self, role=Role.NOTE_STRONG, tone="soft"), row, 0)
        field = TextField(name, self)
        field.setText(text)
        field.textChanged.connect(self._asks)
        field.returnPressed.connect(self._to_places)
        fields.addWidget(field, row, 1)
        return field

    def below_height(self) -> int:
        """Height of the list, which scrolls by itself."""
        return self.places.sizeHint().height() + self.whole.spacing()

    # Looking

    def asked(self) -> Asked:
        """Give what is asked for now."""
        return Asked(
            self.sought.text(),
            self.instead.text(),
            case=self.case.isChecked(),
            words=self.words.isChecked(),
            pattern=self.pattern.isChecked(),
            everywhere=self.everywhere.isChecked(),
        )

    def _asks(self) -> None:
        _last.update(sought=self.sought.text(), instead=self.instead.text())
        self.replace.setEnabled(False)
        self._soon.start(_REST)

    def _look(self) -> None:
        document = self.bench.document
        self._asked = self.asked()
        if document is None or not self._asked.sought:
            self._show_answer([], _("Write what you look for."))
            return
        texts = {path: one.text for path, one in self.bench.desk.documents.items()}
        self._search.ask(self._asked, self._files(document.path), texts)

    def _files(self, here: Path) -> Callable[[], Iterable[Path]]:
        where = self.where.value()
        if where == BESIDE:
            return lambda: looking.files_beside(here)
        return looking.own_files if where == OWN else lambda: [here]

    def _answered(self, answer: Answer) -> None:
        if answer.error is not None:
            self._show_answer([], str(answer.error))
            return
        files = len({one.document.path for one in answer.found})
        count = len(answer.found)
        said = [ngettext("%(n)d place", "%(n)d places", count) % {"n": count}]
        if files > 1:
            known = {"places": said[0], "n": files}
            said = [
                ngettext("%(places)s in %(n)d file", "%(places)s in %(n)d files", files) % known
            ]
        if not count:
            said = [_("Found nowhere.")]
        if count > SHOWN or not answer.is_all:
            some = _("The first %(n)d are shown; replace them, then look again.")
            said.append(some % {"n": SHOWN})
        if answer.unread:
            count = len(answer.unread)
            some = ngettext(
                "%(n)d file could not be read: %(files)s",
                "%(n)d files could not be read: %(files)s",
                count,
            )
            names = ", ".join(one.file.name for one in answer.unread[:5])
            said.append(some % {"n": count, "files": names})
        self._show_answer(answer.found, "\n".join(said))

    def _show_answer(self, found: list[looking.Found], said: str) -> None:
        files = self.where.value() != HERE
        # What replaces nothing is only looked at until one writes what shall stand there.
        self.places.show_found(found, replaces=True, files=files)
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.fit()
        self.bench.context.announce(said)
        self._count()

    def _count(self) -> None:
        count = len(self.places.chosen())
        words = ngettext("Replace at %(n)d place", "Replace at %(n)d places", count)
        self.replace.set_words(words % {"n": count})
        self.replace.setEnabled(count > 0 and self._asked == self.asked())
        self.show_.setEnabled(self.places.count() > 0)
        self.none.set_words(_("Leave all out") if count else _("Tick all"))
        self.none.setEnabled(self.places.count() > 0)

    def _tick_none(self) -> None:
        self.places.tick(not self.places.chosen())

    def _to_places(self) -> None:
        if self.places.count():
            self.places.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_place(self, found: object) -> None:
        self.accept()
        self.wanted.emit(found)

    # Replacing

    def _replace(self) -> None:
        self.replace.setEnabled(False)
        self._replacing = Replacing(self.places.chosen(), self.bench.desk)
        self._steps = self._replacing.steps()
        self.said.setText(_("Replacing…"))
        self._turn.start(0)

    def _go_on(self) -> None:
        end = time.monotonic() + _SLICE
        for _piece in self._steps or ():
            if time.monotonic() > end:
                return
        self._turn.stop()
        self._do()

    def _do(self) -> None:
        work, document = self._replacing, self.bench.document
        if work is None or document is None:
            return
        known = {"sought": self.sought.text(), "instead": self.instead.text()}
        words = _("Replace “%(sought)s” with “%(instead)s”") % known
        if not work.do(words, Place(document, self.bench.path)):
            self._soon.start(0)
            return
        self.accept()
        self.bench.context.notice(" ".join(_done(work)))


def _done(work: Replacing) -> Iterator[str]:
    """Say what was done, and what can be done about it."""
    known = {"n": work.count}
    if work.files > 1:
        said = ngettext(
            "Replaced at %(n)d place in %(files)d files; they are not saved yet.",
            "Replaced at %(n)d places in %(files)d files; they are not saved yet.",
            work.count,
        )
        yield said % {**known, "files": work.files}
        yield _("Ctrl S saves them all, Ctrl Z takes it back.")
    else:
        said = ngettext("Replaced at %(n)d place.", "Replaced at %(n)d places.", work.count)
        yield said % known
        yield _("Ctrl Z takes it back.")
    if work.left:
        said = ngettext(
            "%(n)d place stayed: it can only be changed in the text.",
            "%(n)d places stayed: they can only be changed in the text.",
            work.left,
        )
        yield said % {"n": work.left}
