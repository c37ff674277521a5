"""A card with a figure, a sentence about it, and the same as a table on one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.charts.view import View
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import LineLabel, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.ui.charts.figure import Figure
    from trainer.ui.charts.table import TableView


_INSET = 4


class ChartCard(Card):
    """Shows a figure, or says what will be there. Where a screen reader runs, a table first.

    Signals:
        turned(): it shows a table now, or a figure again.
    """

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        # A figure has room around it for its ring; what is read stands level with what it shows.
        super().__init__(parent, spacing=10, margins=(16, 18, 16, 20))
        head = QWidget(self)
        flow = FlowLayout(head, margins=(_INSET, 0, _INSET, 0), spacing=12)
        self._heading = LineLabel("", head, role=Role.HEADING)
        self._switch = LinkButton(_("As a table"), head, icon="table-2")
        self._switch.clicked.connect(self.turn)
        flow.addWidget(self._heading)
        flow.add_stretch()
        flow.addWidget(self._switch)
        self.body.addWidget(head)
        self.view = View(self)
        self._table: TableView | None = None
        self._empty, self._note, self._legend = Words(role=Role.NOTE), SoftLabel(), SoftLabel()
        self.body.addWidget(self.view)
        inset = self._inset = theme.lay(QVBoxLayout(), margins=(_INSET, 0, _INSET, 0), spacing=10)
        for widget in (self._empty, self._legend, self._note):
            inset.addWidget(widget)
        self.body.addLayout(inset)
        self.body.addStretch(1)
        self._figure: Figure | None = None
        self._as_table = QAccessible.isActive()
        self._arrange()

    @property
    def table(self) -> TableView:
        """The table; made when it is first asked for, as most look at the figure."""
        if self._table is None:
            from trainer.ui.charts.table import TableView

            self._table = TableView(self)
            self._table.hide()
            self._inset.insertWidget(1, self._table)
        return self._table

    def offer(self, button: QWidget) -> None:
        """Put something to press below all of it."""
        self._inset.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def as_table(self) -> bool:
        """Whether the table shows."""
        return self._as_table

    def tell(
        self,
        heading: str,
        figure: Figure | None,
        note: str = "",
        empty: str = "",
        legend: str = "",
    ) -> None:
        """Show a figure with a sentence below it; without one, what will be there.

        ``legend`` says how to read the figure, and is not there beside the table.
        """
        self._heading.setText(heading)
        self._empty.setText(empty)
        self._note.setText(note)
        self._legend.setText(legend)
        self._figure = figure
        if figure is not None:
            self.view.show_figure(figure)
        self._arrange()

    def set_as_table(self, wanted: bool) -> None:
        """Show the table, or the figure."""
        if wanted == self._as_table:
            return
        had_focus = self.view.hasFocus() or (self._table is not None and self._table.hasFocus())
        self._as_table = wanted
        self._arrange()
        if had_focus:
            shown = self.table if wanted else self.view
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def turn(self) -> None:
        """Show the other of the two."""
        self.set_as_table(not self._as_table)

    def _arrange(self) -> None:
        there = self._figure is not None
        if self._figure is not None and self._as_table:
            self.table.show_table(self._figure.name, self._figure.table)
        self.view.setVisible(there and not self._as_table)
        if self._table is not None:
            self._table.setVisible(there and self._as_table)
        self._switch.setVisible(there)
        self._empty.setVisible(not there)
        self._note.setVisible(there and bool(self._note.text()))
        self._legend.setVisible(there and not self._as_table and bool(self._legend.text()))
        self._switch.set_words(_("As a chart") if self._as_table else _("As a table"))
        about = {"heading": self._heading.text()}
        self._switch.setAccessibleName(
            _("As a chart: %(heading)s") % about
            if self._as_table
            else _("As a table: %(heading)s") % about
        )
