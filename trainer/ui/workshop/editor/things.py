"""A list of a part as a form: slides, rungs, cards, answers; each can be moved or taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import N_, _
from trainer.plans.editing import fields, fresh
from trainer.plans.editing.fields import Is
from trainer.plans.model import Slide
from trainer.ui import theme
from trainer.ui.authoring.form.previews import SlidePreview
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel, Words
from trainer.ui.workshop.editor.field_row import FieldRow
from trainer.ui.workshop.editor.offers import offers

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.ui.context import Context

_HEADINGS: Final = {
    "slides": (N_("Slides"), N_("Slide %(n)d")),
    "rungs": (N_("What is sorted"), N_("Line %(n)d")),
    "cards": (N_("Role cards"), N_("Card %(n)d")),
    "answers": (N_("Answers"), N_("Answer %(n)d")),
    "contacts": (N_("Where there is help"), N_("Entry %(n)d")),
    "agreements": (N_("What we agree on"), N_("Agreement %(n)d")),
}
_ADD: Final = {
    "rungs": N_("Add a line"),
    "cards": N_("Add a card"),
    "answers": N_("Add an answer"),
    "contacts": N_("Add an entry"),
    "agreements": N_("Add an agreement"),
}


class ThingCard(Card):
    """One thing of a list.

    Signals:
        changed(object, str): it is this now; and which field was typed in.
        moved(int): it shall go so many places down.
        removed(): it shall go.
    """

    changed = Signal(object, str)
    moved = Signal(int)
    removed = Signal()

    def __init__(
        self, context: Context, name: str, thing: Any, place: tuple[int, int], parent: QWidget
    ) -> None:
        asked = fields.of_slide(thing) if name == "slides" else fields.OF_LIST[name]
        bare = len(asked) == 1
        margins = (8, 6, 8, 6) if bare else (14, 10, 14, 14)
        super().__init__(parent, fill="well", margins=margins, spacing=8)
        self.thing = thing
        self._context, self._name = context, name
        self._whose = _(_HEADINGS[name][1]) % {"n": place[0] + 1}
        self.rows: list[FieldRow] = []
        row = theme.lay(QHBoxLayout(), spacing=6)
        self.body.addLayout(row)
        if not bare:
            row.addWidget(Words(self._whose, self, role=Role.NOTE_STRONG), 1)
        for field in asked:
            self._add(field, row if bare else self.body, bare=bare)
        self._buttons(row, place)
        self._preview: SlidePreview | None = None
        if name == "slides" and thing.page is not None:
            self._preview = SlidePreview(context, self)
            self._preview.show_slide(thing)
            self.body.insertWidget(self.body.count() - 1, self._preview)

    def _buttons(self, row: QHBoxLayout, place: tuple[int, int]) -> None:
        at, count = place
        self.up = self._button("arrow-up", _("Move up: %(name)s"), self._up)
        self.up.setEnabled(at > 0)
        self.down = self._button("arrow-down", _("Move down: %(name)s"), self._down)
        self.down.setEnabled(at < count - 1)
        self.remove = self._button("x", _("Remove: %(name)s"), self.removed.emit)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)

    def _button(self, icon: str, name: str, act: Callable[[], object]) -> QuietButton:
        button = QuietButton("", self, icon=icon)
        said = name % {"name": self._whose}
        button.setAccessibleName(said)
        button.setToolTip(said)
        button.setObjectName(icon)
        button.clicked.connect(act)
        return button

    def _add(self, field: fields.Field, into: QBoxLayout, *, bare: bool) -> None:
        there = offers(self._context, field.offers, self.thing) if field.offers else ()
        value = fields.value(self.thing, field.name)
        row = FieldRow(field, value, self._whose, there, self, bare=bare)
        row.changed.connect(self._changed)
        self.rows.append(row)
        into.addWidget(row, 1 if bare else 0)

    def _changed(self, to: object) -> None:
        row = self.sender()
        if not isinstance(row, FieldRow):
            return
        self.thing = fields.with_value(self.thing, row.field.name, to)
        if row.field.name == "page":
            self.thing = fields.with_value(self.thing, "section", None)
        if self._name == "slides" and row.field.name in ("page", "section"):
            # What it said in other words was said of another section.
            self.thing = replace(self.thing, title=None, text=None)
        typed = row.field.name or "text" if row.field.kind in (Is.LINE, Is.TEXT) else ""
        if self._preview is not None:
            self._preview.show_slide(self.thing)
        self.changed.emit(self.thing, typed)

    def _up(self) -> None:
        self.moved.emit(-1)

    def _down(self) -> None:
        self.moved.emit(1)


class ThingList(QWidget):
    """All things of a list, and what adds one.

    Signals:
        changed(object, str): the things as they are now, a tuple; and what was typed in.
        arranged(str): there are others, or in another order; the object name of what shall have
            the focus.
    """

    changed = Signal(object, str)
    arranged = Signal(str)

    def __init__(
        self, context: Context, name: str, things: tuple[Any, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self.name = context, name
        self._things = list(things)
        column = theme.lay(QVBoxLayout(self), spacing=8)
        column.addWidget(Heading(_(_HEADINGS[name][0]), self, role=Role.SUBHEADING))
        if name == "slides":
            said = _("A page about the method, or words of your own. Use few words: people in the "
                     "last row have to read them, too.")  # fmt: skip
            column.addWidget(SoftLabel(said, self))
        self.cards: list[ThingCard] = []
        for at, thing in enumerate(things):
            self._card(at, thing, column)
        foot = QWidget(self)
        flow = FlowLayout(foot)
        for words, icon, act in self._adds():
            button = QuietButton(words, foot, icon=icon)
            button.setObjectName(f"{name}.add")
            button.clicked.connect(act)
            flow.addWidget(button)
        column.addWidget(foot)

    def _card(self, at: int, thing: Any, column: QVBoxLayout) -> None:
        card = ThingCard(self._context, self.name, thing, (at, len(self._things)), self)
        card.changed.connect(self._card_changed)
        card.moved.connect(self._card_moved)
        card.removed.connect(self._card_removed)
        for row in card.rows:
            row.stop().setObjectName(f"{self.name}.{at}.{row.field.name}")
        for button in (card.up, card.down, card.remove):
            button.setObjectName(f"{self.name}.{at}.{button.objectName()}")
        column.addWidget(card)
        self.cards.append(card)

    def _adds(self) -> list[tuple[str, str, Callable[[], object]]]:
        if self.name == "slides":
            return [
                (_("Add from a page"), "book-open", self._add_page),
                (_("Add words of your own"), "plus", self._add_own),
            ]
        return [(_(_ADD[self.name]), "plus", self._add)]

    def _put(self, things: list[Any], focus: str) -> None:
        self.changed.emit(tuple(things), "")
        self.arranged.emit(focus)

    def _append(self, thing: Any) -> None:
        at = len(self._things)
        asked = fields.of_slide(thing) if self.name == "slides" else fields.OF_LIST[self.name]
        self._put([*self._things, thing], f"{self.name}.{at}.{asked[0].name}")

    def _add_page(self) -> None:
        pages = self._context.method.pages()
        used = next((one.page for one in reversed(self._things) if one.page), None)
        first = used or (pages[0].content.id if pages else "")
        self._append(Slide(page=first))

    def _add_own(self) -> None:
        self._append(Slide(text=""))

    def _add(self) -> None:
        made: Any = ""
        if self.name == "rungs":
            made = fresh.rung(self._things)
        elif self.name == "cards":
            made = fresh.card(self._things)
        elif self.name == "answers":
            made = fresh.answer(self._things)
        elif self.name == "contacts":
            there = [one.entry.key for one in self._context.help.entries()]
            made = next((one for one in there if one not in self._things), "")
        self._append(made)

    def _card_changed(self, thing: object, typed: str) -> None:
        at = self._at()
        if at is not None:
            self._things[at] = thing
            self.changed.emit(tuple(self._things), f"{at}.{typed}" if typed else "")

    def _card_moved(self, by: int) -> None:
        at = self._at()
        if at is None or not 0 <= at + by < len(self._things):
            return
        things = list(self._things)
        things.insert(at + by, things.pop(at))
        self._put(things, f"{self.name}.{at + by}.{'arrow-up' if by < 0 else 'arrow-down'}")

    def _card_removed(self) -> None:
        at = self._at()
        if at is None:
            return
        left = [*self._things[:at], *self._things[at + 1 :]]
        self._put(left, f"{self.name}.{min(at, len(left) - 1)}.x" if left else f"{self.name}.add")

    def _at(self) -> int | None:
        card = self.sender()
        return self.cards.index(card) if isinstance(card, ThingCard) else None


def focus_on(root: QWidget, name: str) -> None:
    """Put the keyboard on what has an object name; the nearest control where it cannot go."""
    found = root.findChild(QWidget, name)
    if isinstance(found, QWidget):
        if not found.isEnabled():
            other = "arrow-down" if name.endswith("arrow-up") else "arrow-up"
            found = root.findChild(QWidget, name.rsplit(".", 1)[0] + f".{other}") or found
        found.setFocus(Qt.FocusReason.OtherFocusReason)
