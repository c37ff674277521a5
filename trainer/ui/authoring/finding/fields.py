"""What is looked for, what shall stand instead, where, and how exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trainer.authoring.finding.asking import Asked
from trainer.authoring.finding.names import with_short
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.finding.where import BESIDE, HERE, OWN
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.fields import CheckBox, Dropdown, TextField
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import LineLabel, SoftLabel

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QBoxLayout


class Fields(QWidget):
    """The fields of the sheet.

    Signals:
        changed(): something else is asked for now.
        entered(): Enter was pressed in a field.
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self, parent: QWidget, asked: Asked, where: str, names: Collection[str] = ()
    ) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=10)
        self._grid = theme.lay(QGridLayout(), spacing=8)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self._names, self._chosen, self._guessed = names, asked.words, False
        self._short = False
        self.sought = self._field(_("Find"), asked.sought)
        self.instead = self._field(_("Replace with"), asked.instead)
        self.where = self._where(where)
        self._tight = False
        row = QWidget(self)
        flow = FlowLayout(row, spacing=16)
        self.words = CheckBox(_("Whole words only"), row, role=Role.NOTE)
        self.case = CheckBox(_("Capitals as written here"), row, role=Role.NOTE)
        self.out = CheckBox(_("Take the words out"), row, role=Role.NOTE)
        self.out.setAccessibleDescription(_("Nothing comes in their place."))
        self._more = LinkButton(_("More ways to look"), row)
        for one in (self.words, self.case, self.out, self._more):
            flow.addWidget(one)
        column.addWidget(row)
        self._make_more(column)
        self._begin(asked)
        for tick in (self.words, self.case, self.everywhere, self.unmarked, self.pattern, self.out):
            tick.toggled.connect(self.changed)
        self._more.clicked.connect(self._fold)
        self.words.clicked.connect(self._choose_words)
        self.sought.textChanged.connect(self._guess)
        self.instead.textChanged.connect(self._offer_out)
        self._offer_out()

    def _begin(self, asked: Asked) -> None:
        """Tick what was ticked."""
        self._begun = asked
        if asked.everywhere or asked.pattern or asked.unmarked:
            self._fold()
        self.words.setChecked(asked.words)
        self.case.setChecked(asked.case)
        self.everywhere.setChecked(asked.everywhere)
        self.pattern.setChecked(asked.pattern)
        self.unmarked.setChecked(asked.unmarked)
        self._guess()

    def _choose_words(self) -> None:
        self._chosen = True

    def _guess(self) -> None:
        """A name of somebody is looked for as a word, until somebody has chosen otherwise."""
        is_name = self.sought.text().strip().casefold() in self._names
        if not self._chosen and is_name is not self._guessed:
            self._guessed = is_name
            self.words.setChecked(is_name)

    def _offer_out(self) -> None:
        """Words can be taken out where none shall stand instead."""
        self.out.setEnabled(not self.instead.text())

    def takes_out(self) -> bool:
        """Tell whether what is found shall go, and nothing come in its place."""
        return self.out.isChecked() and not self.instead.text()

    def _make_more(self, column: QBoxLayout) -> None:
        self.more = QWidget(self)
        self._notes: list[SoftLabel] = []
        below = theme.lay(QVBoxLayout(self.more), spacing=4)
        self.everywhere = CheckBox(
            _("Also where a choice leads, and what it depends on"), self.more, role=Role.NOTE
        )
        self._note(
            below,
            self.everywhere,
            _(
                "This renames nothing. To give a scene another name everywhere, press F2 on it "
                "in the outline."
            ),
        )
        self.unmarked = CheckBox(_("Whatever their marks"), self.more, role=Role.NOTE)
        self._note(below, self.unmarked, _("Phuc then also finds Phúc, and phòng finds phong."))
        self.pattern = CheckBox(_("Look for a pattern of letters"), self.more, role=Role.NOTE)
        self._note(
            below,
            self.pattern,
            _("For those who know regular expressions: gr[ae]y finds gray and grey."),
        )
        self.more.hide()
        column.addWidget(self.more)

    def _note(self, below: QVBoxLayout, tick: CheckBox, words: str) -> None:
        below.addWidget(tick)
        note = theme.lay(QVBoxLayout(), margins=(34, 0, 0, 4))
        label = SoftLabel(words, self.more, role=Role.SMALL)
        note.addWidget(label)
        below.addLayout(note)
        self._notes.append(label)
        tick.setAccessibleDescription(words)

    def _field(self, name: str, text: str) -> TextField:
        field = TextField(name, self)
        field.setText(text)
        field.textChanged.connect(self.changed)
        field.returnPressed.connect(self.entered)
        self._add(name, field)
        return field

    def _add(self, name: str, widget: QWidget) -> QWidget:
        row = self._grid.rowCount()
        label = LineLabel(name, self, role=Role.NOTE_STRONG, tone="soft")
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(widget, row, 1)
        return label

    def _where(self, where: str) -> Dropdown:
        made = Dropdown(_("Where"), self)
        for words, value in (
            (_("In this file"), HERE),
            (_("In all files of its folder"), BESIDE),
            (_("In all my files"), OWN),
        ):
            made.add(words, value)
        made.choose(where)
        made.chosen.connect(self.changed)
        self._where_label = self._add(_("Where"), made)
        self._grid.setAlignment(made, Qt.AlignmentFlag.AlignLeft)
        return made

    def set_tight(self, tight: bool) -> None:
        """Where there is little room, also show where, and what else counts, only when asked."""
        if tight is not self._tight:
            self._tight = tight
            self._show_usual()

    def _show_usual(self) -> None:
        shown = not self._tight or not self.more.isHidden()
        for one in (self.words, self.case, self.out, self.where, self._where_label):
            one.setVisible(shown)
        for note in self._notes:
            note.setVisible(not self._tight)  # It is the tick's description, too.

    def _fold(self) -> None:
        """Show the rarer ways, or fold them away; folded away they do not count."""
        shows = self.more.isHidden()
        self.more.setVisible(shows)
        self._show_usual()
        self._more.set_words(_("Fewer ways to look") if shows else _("More ways to look"))
        if not shows:
            for tick in (self.everywhere, self.unmarked, self.pattern):
                tick.setChecked(False)
        self.changed.emit()

    def asked(self) -> Asked:
        """Give what is asked for now; of somebody's old name, what names had of it, too."""
        begun = self._begun
        is_old = (self.sought.text(), self.instead.text()) == (begun.sought, begun.instead)
        asked = Asked(
            self.sought.text(),
            self.instead.text(),
            case=self.case.isChecked(),
            words=self.words.isChecked(),
            pattern=self.pattern.isChecked(),
            everywhere=self.everywhere.isChecked(),
            unmarked=self.unmarked.isChecked(),
            name=begun.name if is_old else "",
            named=begun.named if is_old else "",
        )
        return with_short(asked) if self._short and not asked.pattern else asked

    def look_in_short_names(self) -> None:
        """Look in all names from now on, also in those that only the file's text shows."""
        self._short = True
        self.changed.emit()
