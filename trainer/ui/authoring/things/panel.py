"""The outline of drills, help, a plan or a page: what is in it, and all that can be done to that.

It stands where the scenes of a scenario do. The form shows what is chosen here.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QWidget

from trainer.authoring import formats
from trainer.authoring.forms import things, used
from trainer.authoring.forms.formats_fields import WHOLES
from trainer.authoring.forms.listing import listing
from trainer.language import N_, _
from trainer.ui import theme
from trainer.ui.authoring import readying
from trainer.ui.authoring.form.things import thing_acts
from trainer.ui.authoring.form.writer import Writer
from trainer.ui.authoring.on_paper.offered import PRINTED, print_shown
from trainer.ui.authoring.things.rows import ThingRows
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from trainer.authoring.forms.things import Sort
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.plans.model import Kind
    from trainer.ui.authoring.workbench import Workbench
    from trainer.ui.page import KeyHelp


_LINES = 14
"""Lines of text that there must be room for, for more than what is in the file."""


_SEEN: Final = {
    formats.DRILLS: N_("Try it out"),
    formats.HELP: N_("See it as others will"),
    formats.PLAN: N_("Get ready …"),
}
"""Formats of which something can be looked at as it will be, or used, with the words for that."""


class ThingsPanel(Fits, QWidget):
    """The things of the file that is shown, if it is no scenario.

    Signals:
        ready_wanted(): a workshop with the plan shall be got ready.
    """

    ready_wanted = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.writer = Writer(bench, self)
        self.rows = ThingRows(self)
        self.note = SoftLabel("", self, role=Role.SMALL)
        self.double = QuietButton(_("Duplicate"), self, icon="copy")
        self.delete = QuietButton(_("Take out"), self, icon="trash-2")
        self.try_out = QuietButton("", self, icon="play")
        self.print = QuietButton(_("Print …"), self, icon="printer")
        self.adds: list[QuietButton] = []
        self._format = ""
        self._due = False
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        theme.lay(self._whole, margins=(16, 10, 16, 10), spacing=10)
        self._whole.addWidget(self.rows, 1)
        self._whole.addWidget(self.note)
        self._flow = FlowLayout(spacing=8, line_spacing=8)
        self._whole.addLayout(self._flow)
        self.more = QuietButton("", self, icon="ellipsis")
        self.more.setAccessibleName(_("What can be done"))
        self.more.setAccessibleDescription(_("Opens a menu"))
        self.more.set_tip(_("What can be done"))
        for button in (self.double, self.delete, self.try_out, self.print, self.more):
            self._flow.addWidget(button)
        self._connect()

    def _connect(self) -> None:
        bench, rows = self.bench, self.rows
        bench.opened.connect(self._anew)
        bench.changed.connect(self.renew)
        bench.problems_changed.connect(self.renew)
        bench.selected.connect(self._selected)
        rows.chosen.connect(self._choose)
        rows.moved.connect(self._move)
        rows.removed.connect(self._remove)
        rows.doubled.connect(self._double)
        rows.entered.connect(self.write)
        self.double.clicked.connect(self._double_chosen)
        self.delete.clicked.connect(self._remove_chosen)
        self.print.clicked.connect(self._print)
        self.try_out.clicked.connect(self._try_out)
        self.more.clicked.connect(self._open_menu)

    def fit(self) -> None:
        """With very little room, what can be done is in a menu."""
        line = QFontMetrics(theme.font()).height()
        tight = self.height() < _LINES * line
        # Beside the list then: below it, it would take a row away.
        theme.turn(self._whole, beside=tight)
        top = Qt.AlignmentFlag.AlignTop if tight else Qt.AlignmentFlag(0)
        self._whole.setAlignment(self._flow, top)
        theme.lay(self._whole, margins=(16, 2, 8, 0) if tight else (16, 10, 16, 10), spacing=10)
        self.note.setHidden(tight)
        for button in self._offered():
            button.setHidden(tight)
        self.more.setVisible(tight)

    def _offered(self) -> list[QuietButton]:
        last = [self.print] if self._format in PRINTED else []
        last += [self.try_out] if self._format in _SEEN else []
        return [*self.adds, self.double, self.delete, *last]

    def _open_menu(self) -> None:
        from trainer.ui.widgets.menu import Menu

        menu = Menu(_("What can be done"), self)
        for button in self._offered():
            menu.add(button.words(), button.click, enabled=button.isEnabled())
        menu.drop(self.more)

    # Showing

    def _anew(self) -> None:
        document = self.bench.document
        if document is None or document.is_scenario:
            return
        if document.format != self._format:
            self._format = document.format
            self._offer(WHOLES[document.format].sorts)
        self.renew()

    def _offer(self, sorts: tuple[Sort, ...]) -> None:
        """Offer to add what a file of this format has."""
        take_out(self._flow, *self.adds)
        self.adds = []
        for at, sort in enumerate(sorts):
            asks = sort.key == "segments"
            button = QuietButton(_("Add a part …") if asks else _(sort.add), self, icon="plus")
            button.clicked.connect(partial(self._add, sort))
            self._flow.insert_widget(at, button)
            self.adds.append(button)
        self.print.setVisible(self._format in PRINTED)
        self.try_out.setVisible(self._format in _SEEN)
        self.try_out.set_words(_(_SEEN.get(self._format, "")) if self._format in _SEEN else "")
        self.fit()
        said = _("Drag it, or press Alt and an arrow key, to move it.")
        self.note.setText(said)

    def renew(self) -> None:
        """Show what there is now."""
        document = self.bench.document
        self._due = not self.isVisible()
        if document is None or document.is_scenario or document.waits or self._due:
            return
        document.settle()
        self.rows.show_listing(listing(document, self.bench.problems))
        self.writer.saw()
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed since it was last in view."""
        super().showEvent(event)
        if self._due:
            self.renew()

    def _selected(self) -> None:
        document = self.bench.document
        if document is not None and not document.is_scenario:
            self._follow()

    def _follow(self) -> None:
        """Stand on what is selected, wherever that was done."""
        self.rows.stand_on(self.bench.path)
        some = bool(self.rows.path())
        self.double.setEnabled(some)
        self.delete.setEnabled(some)

    def enter(self) -> None:
        """Go into the list."""
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def key_help(self) -> KeyHelp:
        """Keys of the list."""
        return [
            (_("Arrow keys"), _("Choose, in the list")),
            (_("Enter"), _("Write in it, in the list")),
            (_("Alt and an arrow key"), _("Move it, in the list")),
            (_("Delete"), _("Take it out, in the list")),
            (_("Ctrl D"), _("Duplicate it, in the list")),
        ]

    # Acts

    def _choose(self, path: Path) -> None:
        if path != self.bench.path[:2] or not path:
            self.bench.select(path)

    def write(self) -> None:
        """Write in what is chosen."""
        self.bench.write_at(self.rows.path())

    def _move(self, path: Path, by: int) -> None:
        at = thing_acts.move(self.writer, path, by)
        keys = things.keys_of(self.writer.data(path[:1]))
        if at < len(keys):
            self.bench.select((path[0], keys[at]))

    def _remove(self, path: Path) -> None:
        """Take it out; where others name it, in this file or in another, show them, and ask."""
        found, elsewhere = used.of(self.writer.document, path), self._elsewhere(path)
        if not found and not elsewhere:
            self._take_out(path)
            return
        from trainer.ui.authoring.tables.uses import ask_removal

        thing = things.top(WHOLES[self._format], self.writer.document, path)
        name = things.called(thing.sort, self.writer.data(path))
        sheet = ask_removal(self.bench.context, self.window(), name, found, elsewhere)
        sheet.agreed.connect(partial(self._take_out, path))
        sheet.open()

    def _elsewhere(self, path: Path) -> list[str]:
        """Give the titles of one's other files that name an entry of help."""
        if path[:1] != ("entries",):
            return []
        from trainer.authoring.giving.belonging import titles_naming

        texts = {file: one.text for file, one in self.bench.desk.documents.items()}
        return titles_naming(self.writer.document.path, {("help", str(path[1]))}, texts)

    def _take_out(self, path: Path) -> None:
        keys = things.keys_of(self.writer.data(path[:1]))
        at = keys.index(path[1])
        self.writer.document.gone[path] = str(path[1])  # Whoever names it was asked about.
        if thing_acts.remove(self.writer, path):
            left = things.keys_of(self.writer.data(path[:1]))
            self.bench.select((path[0], left[min(at, len(left) - 1)]) if left else ())
            self.enter()

    def _remove_chosen(self) -> None:
        if self.rows.path():
            self._remove(self.rows.path())

    def _double(self, path: Path) -> None:
        made = thing_acts.double(self.writer, path)
        if made != path:
            self.bench.select(made)
            self.enter()

    def _double_chosen(self) -> None:
        if self.rows.path():
            self._double(self.rows.path())

    def _add(self, sort: Sort) -> None:
        if sort.key == "segments":
            self._ask_kind(sort)
        else:
            self._put(sort, None)

    def _put(self, sort: Sort, fresh: Data) -> None:
        """Add one behind the one that is chosen, if that is its like, and write in it."""
        chosen = self.rows.path()
        after = chosen[1] if chosen[:1] == (sort.key,) else None
        made = thing_acts.add(self.writer, sort, (sort.key,), fresh=fresh, after=after)
        if made is not None:
            self.bench.write_at(made)

    def _print(self) -> None:
        print_shown(self.bench, self.window())

    def _try_out(self) -> None:
        if readying.is_plan(self.bench):
            self.ready_wanted.emit()
            return
        from trainer.ui.authoring.things import as_seen

        as_seen.show(self.bench, self.window())

    def _ask_kind(self, sort: Sort) -> None:
        from trainer.ui.authoring.things.kind_sheet import KindSheet

        sheet = KindSheet(self.bench.context, self.window())
        sheet.picked.connect(partial(self.insert, sort))
        sheet.open()

    def insert(self, sort: Sort, kind: Kind) -> None:
        """Add a part of a kind to a plan."""
        from trainer.authoring.forms.new_parts import new_part

        self._put(sort, new_part(kind, self.writer.data((sort.key,))))
