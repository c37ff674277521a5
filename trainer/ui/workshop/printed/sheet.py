"""What of a workshop shall be printed, on which paper, and where the PDF goes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication

from trainer.errors import UpstanderError
from trainer.language import _
from trainer.plans.model import Care, Kind
from trainer.ui.paper import printing
from trainer.ui.paper.pdf_sheet import PdfSheet
from trainer.ui.settings.row import SettingRow
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.number_field import NumberField
from trainer.ui.widgets.words import Words
from trainer.ui.workshop.printed import parts
from trainer.ui.workshop.printed.cards import Door
from trainer.ui.workshop.printed.parts import Part, Wish

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

    from trainer.plans.model import Plan
    from trainer.ui.context import Context
    from trainer.ui.workshop.ready.preparing import Preparation
    from trainer.workshop.material import Material


PEOPLE: Final = 60
"""People in a room, as long as nobody has counted them."""


class Room(NamedTuple):
    """What is known of the room: how phones find it, if it is open; how many people are in it."""

    door: Door | None = None
    people: int | None = None


def print_plan(
    context: Context,
    plan: Plan,
    parent: QWidget,
    ticked: Collection[Part] = parts.USUAL,
    room: Room | None = None,
) -> PrintSheet | None:
    """Ask what of a plan shall be printed; None after telling what it lacks.

    Args:
        context: what the pages share.
        plan: as it stands, saved or not.
        parent: the window.
        ticked: parts that are ticked to begin with.
        room: what is known of it.

    """
    from trainer.workshop import material

    try:
        made = material.gather(plan, "", context.library, context.method, context.help)
    except UpstanderError as error:
        context.tell(error)
        return None
    sheet = PrintSheet(context, made, ticked, room or Room(), parent)
    sheet.open()
    return sheet


def print_ready(context: Context, preparation: Preparation, parent: QWidget) -> PrintSheet | None:
    """Ask what shall be printed just before: cards first, with the address if the room is open."""
    led, door = preparation.led, None
    if led is not None and led.room is not None and led.room.is_open:
        code = led.room.door.code
        door = Door(led.room.url, code, f"{led.room.url}#{code}")
    care = Care(*preparation.care) if preparation.care is not None else None
    plan = replace(preparation.plan, care=care)
    ticked = (Part.ROLES, Part.JOIN, Part.NUMBERS)
    sheet = print_plan(context, plan, parent, ticked, Room(door, preparation.people))
    if sheet is not None:
        sheet.cards_saved.connect(preparation.cards_saved)
    return sheet


def print_notes(context: Context, preparation: Preparation, parent: QWidget) -> PrintSheet | None:
    """Ask the same with the run of show alone, for whoever leads without a screen of their own."""
    return print_plan(context, preparation.plan, parent, (Part.RUN,))


class PrintSheet(PdfSheet):
    """Parts to tick, then a PDF.

    Signals:
        cards_saved(): there were cards in it.
    """

    cards_saved = Signal()

    def __init__(
        self,
        context: Context,
        material: Material,
        ticked: Collection[Part],
        room: Room,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, _("Print the workshop"), parent, width=680)
        self.material, self._door = material, room.door
        self._people = room.people or PEOPLE
        self.boxes: dict[Part, CheckBox] = {}
        self._rows: dict[Part, SettingRow] = {}
        for part in parts.there(material.plan):
            box = self.boxes[part] = CheckBox(parts.name(part), self)
            box.setChecked(part in ticked)
            box.toggled.connect(self._changed)
            self.body.addWidget(box)
        self.all = LinkButton("", self)
        self.all.clicked.connect(self._tick_all)
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self._make_counts()
        self._warning = Words(
            _("Notes and stories are for you alone: keep those pages with you."),
            self,
            role=Role.NOTE,
        )
        self.body.addWidget(self._warning)
        self.add_buttons()
        self._changed()
        next(iter(self.boxes.values())).setFocus()

    def _make_counts(self) -> None:
        self.groups, self.join, self.numbers = (
            self._count(Part.ROLES, _("Groups that get role cards"), self._group_count()),
            self._count(
                Part.JOIN, _("Cards to vote, one a person; a page has eight"), self._people
            ),
            self._count(Part.NUMBERS, _("People who get numbers, a page each"), 10),
        )
        self.body.addWidget(SettingRow(_("Paper"), self.make_paper(), parent=self))

    def _group_count(self) -> int:
        sizes = [one.size or 2 for one in self.material.plan.segments.values()
                 if one.kind is Kind.GROUPS]  # fmt: skip
        return -(-self._people // min(sizes, default=3))

    def _count(self, part: Part, words: str, usual: int) -> NumberField:
        number = NumberField(words, self, least=1, most=300)
        number.set_number(usual)
        self._rows[part] = SettingRow(words, number, parent=self)
        self.body.addWidget(self._rows[part])
        return number

    def ticked(self) -> tuple[Part, ...]:
        """Give the parts that shall be printed, in the order of the sheet."""
        return tuple(part for part, box in self.boxes.items() if box.isChecked())

    def _changed(self) -> None:
        ticked = self.ticked()
        self.go.setEnabled(bool(ticked))
        self.go.setAccessibleDescription("" if ticked else _("Tick what shall be printed."))
        self.all.set_words(
            _("None of them") if len(ticked) == len(self.boxes) else _("All of them")
        )
        for part, row in self._rows.items():
            row.setVisible(part in ticked)
        self._warning.setVisible(bool(parts.FOR_YOU & set(ticked)))

    def _tick_all(self) -> None:
        on = len(self.ticked()) < len(self.boxes)
        for box in self.boxes.values():
            box.setChecked(on)

    def wish(self) -> Wish:
        """Give all that was answered here."""
        return Wish(
            self.ticked(),
            self.groups.value(),
            self.join.value(),
            self.numbers.value(),
            self._door,
        )

    def save(self) -> None:
        """Ask where, then write the file."""
        wish = self.wish()
        if not wish.parts:
            return
        name = re.sub(r"[^a-z0-9-]", "", self.material.plan.id) or "workshop"
        where = self.ask_where(f"{name}.pdf")
        if not where:
            return
        paper = self.chosen_paper()
        self.accept()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            made = parts.pdf(self.material, wish, paper)
        finally:
            QGuiApplication.restoreOverrideCursor()
        is_there = printing.save_pdf(self._context, where, lambda: made)
        if is_there and {Part.ROLES, Part.JOIN, Part.NUMBERS} & set(wish.parts):
            self.cards_saved.emit()
