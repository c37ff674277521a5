"""Find and replace: in this file, in those beside it, or in all of one's own, with a look first."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from trainer.authoring.desk import Place
from trainer.authoring.finding import looking
from trainer.authoring.finding.asking import Asked
from trainer.authoring.finding.renamed import names_in
from trainer.authoring.finding.replacing import Replacing
from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.authoring.finding.fields import Fields
from trainer.ui.authoring.finding.places import Places
from trainer.ui.authoring.finding.search import SHOWN, Answer, Search
from trainer.ui.authoring.finding.where import BESIDE, HERE, OWN
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from trainer.ui.authoring.finding.places import Key
    from trainer.ui.authoring.workbench import Workbench

_REST, _SLICE = 250, 0.012
_LEAST, _TALLEST = 74, 330
"""Height of the list, at the least and at the most, in pixels at 100 %."""

_TIGHT = 440
"""Height of the window, in the same, below which what is seldom chosen is folded away."""

_NOTHING: Final = Answer()


class Left(NamedTuple):
    """What was looked for, where, in which row one was, and which places were left out."""

    asked: Asked
    where: str = HERE
    row: int = 0
    out: frozenset[Key] = frozenset()


class FindSheet(Sheet):
    """Find, look at each place, replace.

    Signals:
        wanted(object): the :class:`Found` that shall be shown.
    """

    wanted = Signal(object)

    def __init__(
        self,
        bench: Workbench,
        parent: QWidget | None,
        *,
        where: str = HERE,
        left: Left | None = None,
    ) -> None:
        super().__init__(bench.context, _("Find and replace"), parent, width=720)
        self.bench = bench
        self._asked: Asked | None = None
        self._replacing: Replacing | None = None
        self._steps: Iterator[None] | None = None
        self._search = Search(self)
        self._search.answered.connect(self._answered)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._look)
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._go_on)
        self._left = left
        self._in_short = 0
        begun = left or Left(Asked(""), where)
        self._make(begun.asked, begun.where)
        self.finished.connect(self._search.stop)
        self._soon.start(0)

    def _make(self, asked: Asked, where: str) -> None:
        document = self.bench.document
        names = frozenset[str]() if document is None else names_in(document)
        self.fields = Fields(self, asked, where, names)
        self.body.addWidget(self.fields)
        self.said = SoftLabel("", self)
        row = theme.lay(QHBoxLayout(), spacing=16)
        row.addWidget(self.said, 1)
        self.body.addLayout(row)
        self.places = Places(self)
        self.short = LinkButton(_("Look in short names, too"), self)
        self.short.clicked.connect(self.fields.look_in_short_names)
        self.short.hide()
        self.body.addWidget(self.short, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.places)
        self.none = LinkButton(_("Leave all out"), self)
        self.none.clicked.connect(self._tick_none)
        row.addWidget(self.none)
        self.show_ = QuietButton(_("Show the place"), self)
        self.show_.clicked.connect(self.places.show_current)
        self.replace = PrimaryButton(_("Replace"), self)
        self.replace.clicked.connect(self._replace)
        close = QuietButton(_("Close"), self)
        close.clicked.connect(self.reject)
        for button in (close, self.show_, self.replace):
            self.buttons.addWidget(button)
        self.fields.changed.connect(self._asks)
        self.fields.entered.connect(self._to_places)
        self.places.ticked.connect(self._count)
        self.places.wanted.connect(self._show_place)
        chain(self)
        self.fields.sought.setFocus()
        self.fields.sought.selectAll()
        self._count()

    def fit(self) -> None:
        """Give the list what it needs, as far as there is room; below that, the sheet scrolls."""
        parent = self.parentWidget()
        room = parent.height() if parent is not None else self.screen().availableSize().height()
        self._set_tight(room < theme.px(_TIGHT))
        self.places.hide()
        super().fit()
        least, most = theme.px(_LEAST), theme.px(_TALLEST)
        free = room - self.height() - self.body.spacing() - 4
        tall = self.places.wanted_height(min(most, max(free, least)))
        self.places.setVisible(tall > 0)
        self.places.setFixedHeight(max(tall, 1))
        super().fit()

    def _set_tight(self, tight: bool) -> None:
        """Leave the room to what was found, where there is little."""
        self.heading.setVisible(not tight)  # The window is called so.
        edge, between = (6, 8) if tight else (20, 16)
        theme.lay(self.whole, margins=(24, edge, 24, edge), spacing=between)
        theme.lay(self.body, spacing=4 if tight else 10)
        self.fields.set_tight(tight)
        self.show_.set_words(_("Show it") if tight else _("Show the place"))

    # Looking

    def _asks(self) -> None:
        self.replace.setEnabled(False)
        self._soon.start(_REST)

    def _look(self) -> None:
        document = self.bench.document
        self._asked = self.fields.asked()
        if document is None or not self._asked.sought:
            self._show_answer(_NOTHING, _("Write what you look for."))
            return
        texts = {path: one.text for path, one in self.bench.desk.documents.items()}
        self._search.ask(self._asked, self._files(document.path), texts)

    def _files(self, here: Path) -> Callable[[], Iterable[Path]]:
        where = self.fields.where.value()
        if where == BESIDE:
            return lambda: looking.files_beside(here)
        added = tuple(map(Path, self.bench.context.settings.folders))
        return partial(looking.own_files, here, added) if where == OWN else lambda: [here]

    def _answered(self, answer: Answer) -> None:
        if answer.error is not None:
            self._show_answer(_NOTHING, str(answer.error))
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
        if answer.short:
            some = ngettext(
                "It also stands in %(n)d short name: that is in the file, and in what you give"
                " away.",
                "It also stands in %(n)d short names: they are in the file, and in what you give"
                " away.",
                answer.short,
            )
            said.append(some % {"n": answer.short})
        self._show_answer(answer, "\n".join(said))

    def _show_answer(self, answer: Answer, said: str) -> None:
        files = self.fields.where.value() != HERE
        self.places.show_found(answer.found, answer.where, files=files)
        self.said.setText(said)
        self.said.setVisible(bool(said))
        if self.short.hasFocus() and not answer.short:
            self.fields.sought.setFocus()
        self.short.setVisible(answer.short > 0)
        self._in_short = answer.short
        self.fit()
        self.bench.context.announce(said)
        self._stand_as_left()
        self._count()

    def left(self) -> Left:
        """Give how the sheet is now, for the next time."""
        out = self.places.left_out()
        where = str(self.fields.where.value())
        return Left(self.fields.asked(), where, self.places.currentRow(), out)

    def _stand_as_left(self) -> None:
        """Stand once where one was when the sheet was closed, if the same is looked for."""
        left = self._left
        if left is not None and self.places.count():
            self._left = None
            if left.asked == self._asked:
                self.places.stand_as_left(left.row, left.out)

    def _count(self) -> None:
        count = len(self.places.chosen())
        takes_out, has_words = self.fields.takes_out(), bool(self.fields.instead.text())
        words = _("Replace")
        if has_words:
            words = ngettext("Replace at %(n)d place", "Replace at %(n)d places", count)
        elif takes_out:
            words = ngettext("Take out at %(n)d place", "Take out at %(n)d places", count)
        self.replace.set_words(words % {"n": count} if has_words or takes_out else words)
        is_known = count > 0 and self._asked == self.fields.asked()
        self.replace.setEnabled(is_known and (has_words or takes_out))
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
        self.said.setText(_("Replacing …"))
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
        asked = self.fields.asked()
        known = {"sought": asked.sought, "instead": asked.instead}
        words = (
            _("Replace “%(sought)s” with “%(instead)s”") % known
            if asked.instead
            else _("Take out “%(sought)s”") % known
        )
        if not work.do(words, Place(document, self.bench.path)):
            self._soon.start(0)
            return
        self.accept()
        self.bench.say(" ".join((*_done(work), *_still(asked.sought, self._in_short))))


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
    if work.closed:
        said = ngettext(
            "%(n)d file stayed as it is: it comes with Upstander, or is open elsewhere.",
            "%(n)d files stayed as they are: they come with Upstander, or are open elsewhere.",
            work.closed,
        )
        yield said % {"n": work.closed}
    if work.left:
        said = ngettext(
            "%(n)d place stayed: it can only be changed in the text.",
            "%(n)d places stayed: they can only be changed in the text.",
            work.left,
        )
        yield said % {"n": work.left}


def _still(sought: str, short: int) -> Iterator[str]:
    """Say in how many short names it is left, which were not looked through."""
    if short:
        said = ngettext(
            "“%(words)s” still stands in %(n)d short name: that is in the file, and in what you"
            " give away. “Find and replace” can look there, too.",
            "“%(words)s” still stands in %(n)d short names: they are in the file, and in what you"
            " give away. “Find and replace” can look there, too.",
            short,
        )
        yield said % {"words": sought, "n": short}
