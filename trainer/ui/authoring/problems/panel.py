"""What is wrong, why, and what mends it; and how it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer.authoring import hints
from trainer.authoring.checking.state import State
from trainer.authoring.plainly.told import Kind
from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.authoring.frame.tabs import Tabs
from trainer.ui.authoring.problems import told
from trainer.ui.authoring.problems.fix_bar import FixBar
from trainer.ui.authoring.problems.listing import ProblemList
from trainer.ui.authoring.problems.rows import MOST, NAMES, Row, Rows, rows
from trainer.ui.authoring.problems.watch import Watch
from trainer.ui.slices import Slices
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.chips import FilterChip
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.two_columns import is_narrow
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.fixes.fix import Fix
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.workbench import Workbench

_OFTEN: Final = 60
"""Milliseconds in which the list is written anew once at most."""

_MANY: Final = 8
"""Problems among which one is looked for."""

_TIGHT: Final = 64
"""Digits of our text that the panel is wide, below which its rows need all the room."""

PROBLEMS, WRITING = range(2)


class _Filter(TextField):
    """Lower than others, so that it keeps off the line above and costs no row."""

    def restyled(self) -> None:
        """Leave little air above and below."""
        theme.set_role(self, Role.NOTE)
        self.setTextMargins(theme.px(10), theme.px(4), theme.px(10), theme.px(4))


class ProblemsPanel(Fits, QWidget):
    """The problems of what is shown, and hints on how the scene that is selected reads.

    Signals:
        called(str): what it holds now, in a word or two.
    """

    called = Signal(str)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.watch = Watch(bench, self)
        self.tabs = Tabs(_("Problems and hints"), (_("Problems"), _("Writing")))
        self.coverage = SoftLabel(wrap=False)
        self.list = ProblemList()
        self.bar = FixBar()
        self.filter = _Filter(_("Find among the problems"), hint=_("Find"))
        self.chips = {kind: FilterChip(_(NAMES[kind])) for kind in NAMES}
        self.nothing = SoftLabel()
        self.left = LinkButton("")
        self._rows: list[Row] = []
        self._made = Rows()
        self._tight = False
        self._announcing = told.Announcing()
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._renew_soon)
        self._slices = Slices(self)
        self._writing: QWidget | None = None
        self._lay_out()
        self._connect()
        self.restyled()

    def _lay_out(self) -> None:
        head = QWidget(self)
        line = FlowLayout(head, margins=(12, 0, 12, 0), spacing=8, line_spacing=4)
        line.addWidget(self.tabs)
        line.addWidget(self.bar.more)
        line.addWidget(self.coverage)
        for chip in self.chips.values():
            line.addWidget(chip)
        line.add_stretch()  # It stands still, however much is said before it.
        line.addWidget(self.filter)
        page = QWidget(self)
        column = theme.lay(QVBoxLayout(page))
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self.bar)
        row = theme.lay(QHBoxLayout(), margins=(16, 0, 16, 0))
        row.addWidget(self.left)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(0)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(page)
        whole = theme.lay(QVBoxLayout(self))
        whole.addWidget(head)
        whole.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.bench.opened.connect(self._opened)
        self.bench.problems_changed.connect(self._soon)
        self.filter.textChanged.connect(self.renew)
        for chip in self.chips.values():
            chip.toggled.connect(self.renew)
        self.list.went.connect(self.go)
        self.list.fixed.connect(self.fix)
        self.list.chosen.connect(self._tell_of_row)
        self.bar.went.connect(self.go)
        self.bar.picked.connect(self._pick)
        self.left.clicked.connect(self.ask_again)
        self.tabs.currentChanged.connect(self._turn)

    def restyled(self) -> None:
        """Take the colour of the cards, and let what is said stand below the tabs."""
        aside, above = theme.px(16), theme.px(8)
        self.nothing.setContentsMargins(aside, above, aside, above)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.colours().card))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        super().restyled()

    def fit(self) -> None:
        """With very little room, the rows have it: what else there is, is left off."""
        tight = is_narrow(self, _TIGHT)
        if tight is not self._tight:
            self._tight = tight
            self._tell_counts()
        self.bar.set_tight(tight)
        self._tell_head()

    def _tell_head(self) -> None:
        """Say how far it is checked, where that takes no row its room."""
        self.coverage.setHidden(self._tight and bool(self._rows))

    # Showing

    def _opened(self) -> None:
        self._slices.stop()
        self._announcing.begin()
        self._soon()

    def _soon(self) -> None:
        if not self._clock.isActive():
            self._clock.start(_OFTEN)

    def renew(self) -> None:
        """Show what is wrong now."""
        self._slices.stop()
        if self.bench.document is not None:
            self._show(self._made_rows(self.bench.document))

    def _renew_soon(self) -> None:
        """Show it as soon as the words are there; of many, they are found in slices."""
        if self.bench.document is not None:
            self._slices.begin(self._renewing(self.bench.document))

    def _made_rows(self, document: Document) -> list[Row]:
        return self._made.rows(document, self.bench.lines(), waits=self.bench.waits)

    def _renewing(self, document: Document) -> Iterator[None]:
        made = self._made_rows(document)
        yield
        for row in made[:MOST]:
            self.list.measure(row)
            yield
        self._show(made)

    def _show(self, made: list[Row]) -> None:
        self._rows = made
        self._tell_counts()
        wanted = {kind for kind, chip in self.chips.items() if chip.isChecked()}
        letters = self.filter.text().strip().casefold()
        shown = [
            row
            for row in self._rows
            if (not wanted or row.kind in wanted) and (not letters or row.has(letters))
        ]
        self.list.show_rows(shown)
        self.list.setVisible(bool(shown))
        if self._tight and self.list.current() is None:
            self.list.choose(0)  # The button for what can be done stands before the list.
        self.filter.setVisible(len(self._rows) > _MANY or bool(letters))
        self.nothing.setText(self._empty_words(len(shown)))
        self.nothing.setVisible(bool(self.nothing.text()))
        self._tell_left()
        self._tell_of_row()
        news = self._announcing.news(self._rows, self.bench.checking)
        if news:
            self.bench.context.announce(news)

    def _empty_words(self, shown: int) -> str:
        if shown:
            return self.list.rows.more_words()
        if self._rows:
            return _("None of the problems is like that.")
        if self.bench.checking is State.CHECKING:
            return _("It is being checked.")
        if self.bench.checking is State.FAILED:
            return _(
                "It could not be checked as a whole. Nothing is lost; it is tried again "
                "after the next change."
            )
        return _("Nothing to mend.")

    def _tell_counts(self) -> None:
        kinds = [row.kind for row in self._rows]
        words = told.tab_words(kinds)
        if self.tabs.words(PROBLEMS) != words:
            self.tabs.setTabText(PROBLEMS, words)
        self.called.emit(told.part_words(kinds))
        several = len(set(kinds)) > 1 and not self._tight
        for kind, chip in self.chips.items():
            self._tell_chip(chip, kind, kinds.count(kind), several=several)
        bench = self.bench
        errors, unwritten = kinds.count(Kind.ERROR), kinds.count(Kind.UNWRITTEN)
        state = told.state_words(
            bench.checking, waits=bench.waits, errors=errors, unwritten=unwritten
        )
        self._tell_head()
        said = [told.coverage(bench.analysis), state]
        self.coverage.setText(" · ".join(filter(None, said)))

    @staticmethod
    def _tell_chip(chip: FilterChip, kind: Kind, count: int, *, several: bool) -> None:
        chip.set_words(_("%(name)s %(n)d") % {"name": _(NAMES[kind]), "n": count})
        chip.setVisible((bool(count) and several) or chip.isChecked())

    def _tell_of_row(self) -> None:
        row = self.list.current() if self.list.isVisibleTo(self) else None
        self.bar.show_row(row)

    def _tell_left(self) -> None:
        """Say how many hints are left as they are; pressed, they are told again."""
        count = len(self.bench.left)
        self.left.setVisible(bool(count))
        if count:
            said = ngettext(
                "%(n)d thing is left as it is. Show it again",
                "%(n)d things are left as they are. Show them again",
                count,
            )
            self.left.set_words(said % {"n": count})

    def ask_again(self) -> None:
        """Tell again of the hints that were left as they are."""
        document = self.bench.document
        if document is None:
            return
        with self.bench.step(_("Show again what was left"), ()) as step:
            hints.ask_again(step, document)
        self.watch.look()
        self.renew()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, page: int) -> None:
        if page == WRITING and self._writing is None:
            # Only whoever asks how it reads needs what works that out.
            from trainer.ui.authoring.problems.writing import WritingHints

            self._writing = WritingHints(self.bench)
            self.pages.addWidget(self._writing)
        self.pages.setCurrentIndex(page)

    def preferred(self) -> QWidget | None:
        """Give the list, if it shows: who comes here by F6 comes for it, wherever they were."""
        return self.list if self.list.isVisible() else None

    # Doing

    def go(self) -> None:
        """Go where the chosen problem is."""
        row = self.list.current()
        if row is not None:
            self.bench.write_at(row.path)

    def fix(self) -> None:
        """Mend the chosen problem, where it is certain how."""
        row = self.list.current()
        if row is not None and row.fixes:
            self._do_by_letter(row)
        elif row is not None:
            self.bench.context.announce(_("Only you know what was meant here. Enter goes there."))

    def fix_here(self) -> None:
        """Mend the first problem of what is selected that can be mended."""
        document = self.bench.document
        if document is None:
            return
        if not self.bench.has_told():
            self.watch.look()
        at = self.bench.path
        here = [row for row in rows(document, self.bench.problems) if _meet(row.path, at)]
        here.sort(key=lambda row: -len(row.path))
        row = next((row for row in here if row.fixes), None)
        if row is None:
            self.bench.say(_("There is nothing here that can be mended by itself."), passing=True)
        else:
            self._do_by_letter(row)

    def _do_by_letter(self, row: Row) -> None:
        fix = row.fixes[0]
        if fix.by_letter:
            self._do(fix, row.path)
        else:
            said = _("No key alone takes a review away. If you mean it, press “%(what)s” itself.")
            self.bench.say(said % {"what": fix.words}, passing=True)

    def _pick(self, fix: Fix) -> None:
        row = self.list.current()
        if row is not None:
            self._do(fix, row.path)

    def _do(self, fix: Fix, path: Path) -> None:
        """Mend what is at a path: undoing shows and names that, and not what is selected."""
        document = self.bench.document
        if document is None:
            return
        before = document.version, document.arrangement
        with self.bench.step(fix.words, path) as step:
            fix.act(step, document)
        if (document.version, document.arrangement) == before:
            return
        self.watch.look()
        self.renew()
        self.bench.context.announce(
            _("Done: %(what)s. Ctrl Z takes it back.") % {"what": fix.words}
        )


def _meet(path: tuple[str | int, ...], at: tuple[str | int, ...]) -> bool:
    """Whether one of two paths leads on from the other."""
    shorter = min(len(path), len(at))
    return bool(shorter) and path[:shorter] == at[:shorter]
