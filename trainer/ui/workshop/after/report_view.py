"""The report on the page: its parts as cards, the same sentences and tables as in the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.ui import theme
from trainer.ui.charts.figure import Table
from trainer.ui.charts.table import TableView
from trainer.ui.theme import Role
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.words import Heading, SoftLabel, Words
from trainer.workshop.after import written

if TYPE_CHECKING:
    from trainer.workshop.after.model import Report
    from trainer.workshop.after.written import Block, Part, SayDay


class ReportView(QWidget):
    """Shows a report, but for what is left for later: that can be changed, and has a card."""

    def __init__(self, report: Report, say_day: SayDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), spacing=theme.GAP)
        for part in written.parts(report, say_day, later=False):
            column.addWidget(_card(part, self))


def _card(part: Part, parent: QWidget) -> Card:
    card = Card(parent, spacing=10)
    card.body.addWidget(Heading(part.title, card))
    for block in part.blocks:
        _put(block, card)
    return card


def _put(block: Block, card: Card) -> None:
    if block.title:
        card.body.addWidget(Words(block.title, card, role=Role.STRONG))
    for said in block.said:
        card.body.addWidget(Words(said, card))
    if block.table is not None:
        view = TableView(card)
        view.show_table(block.table.name, Table(block.table.columns, block.table.rows))
        card.body.addWidget(view)
    for said in block.below:
        card.body.addWidget(SoftLabel(said, card))
