"""What shall be printed, on which paper, and how: ticked card by card, saved as PDF."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.drills import wording
from trainer.drills.hand import Part, cards
from trainer.drills.model import Drill
from trainer.language import _, ngettext
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.drills.faces import Chosen
from trainer.ui.paper import printing
from trainer.ui.paper.pdf_sheet import PdfSheet
from trainer.ui.settings.row import SettingRow
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Divider
from trainer.ui.widgets.fields import CheckBox, Dropdown
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from trainer.drills.hand import Card
    from trainer.drills.model import Deck
    from trainer.scenario.files.gathering import Placed
    from trainer.ui.context import Context
    from trainer.ui.paper.printing import Paper

Ticked = tuple[str, Part, str]
"""A card that shall be printed: the file's id, which part of it, the card's key."""

PAGES, CARDS = "pages", "cards"

_LIST_WIDTH = 290


class Group(QWidget):
    """The cards of one file, to be ticked; folded until somebody wants to choose among them.

    Signals:
        changed(): other cards are ticked now.
        unfolded(): its cards show.
    """

    changed = Signal()
    unfolded = Signal()

    def __init__(
        self,
        placed: Placed[Deck],
        part: Part,
        ticked: Collection[Ticked],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        deck = placed.content
        self.deck, self.path, self.part = deck, placed.path, part
        self._cards = cards(deck, part)
        self._on = {key for key in self._cards if (deck.id, part, key) in ticked}
        self._boxes: dict[str, CheckBox] = {}
        column = theme.lay(QVBoxLayout(self), spacing=2)
        column.addWidget(Heading(plain(deck.title), self, role=Role.SUBHEADING))
        row = QWidget(self)
        flow = FlowLayout(row, spacing=14)
        self._count = SoftLabel("", row, wrap=False)
        self._all = LinkButton(_("All of them"), row)
        self._choose = LinkButton(_("Choose"), row, icon="chevron-down")
        self._all.setAccessibleDescription(plain(deck.title))
        self._choose.setAccessibleDescription(plain(deck.title))
        for widget in (self._count, self._all, self._choose):
            flow.addWidget(widget)
        column.addWidget(row)
        self._column = theme.lay(QVBoxLayout(), margins=(0, 2, 0, 4), spacing=2)
        column.addLayout(self._column)
        self._all.clicked.connect(self._tick_all)
        self._choose.clicked.connect(self._choose_pressed)
        if self._on:
            self.unfold()
        self._tell()

    def ticked(self) -> Iterator[tuple[Ticked, Card]]:
        """Give the ticked cards, in the order of their file."""
        for key, card in self._cards.items():
            if key in self._on:
                yield (self.deck.id, self.part, key), card

    def unfold(self) -> None:
        """Show each card with a box to tick. What hurts is not shown, but where it is said."""
        self._choose.hide()
        for key, card in self._cards.items():
            words = plain(card.who if isinstance(card, Drill) else card.ask)
            box = self._boxes[key] = CheckBox(words, self)
            box.setChecked(key in self._on)
            box.toggled.connect(self._toggled)
            self._column.addWidget(box)
            box.show()
        self.unfolded.emit()

    def _choose_pressed(self) -> None:
        self.unfold()
        next(iter(self._boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """The first box that is ticked, or what chooses."""
        ticked = (box for key, box in self._boxes.items() if key in self._on)
        return next(ticked, self._choose)

    def _toggled(self) -> None:
        self._on = {key for key, box in self._boxes.items() if box.isChecked()}
        self._tell()
        self.changed.emit()

    def _tick_all(self) -> None:
        self._on = set() if len(self._on) == len(self._cards) else set(self._cards)
        for key, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(key in self._on)
            box.blockSignals(False)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        known = {"ticked": len(self._on), "many": wording.how_many(self.part, len(self._cards))}
        self._count.setText(_("%(ticked)d of %(many)s") % known)
        whole = len(self._on) == len(self._cards)
        self._all.set_words(_("None of them") if whole else _("All of them"))


class PrintSheet(PdfSheet):
    """Choose, then save as PDF.

    Signals:
        printed(object): a tuple of what was ticked, once it was saved.
    """

    printed = Signal(object)

    def __init__(
        self,
        context: Context,
        decks: Sequence[Placed[Deck]],
        ticked: Collection[Ticked],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, _("Print"), parent, width=680)
        self._make_form()
        self._nothing = SoftLabel(_("Tick what shall be printed."), self)
        self.body.addWidget(self._nothing)
        self.groups: list[Group] = []
        for part in Part:
            for deck in decks:
                if cards(deck.content, part):
                    self._add(Group(deck, part, ticked, self))
        self.add_buttons()
        self._changed()
        first = next((group for group in self.groups if any(group.ticked())), None)
        (first.first() if first is not None else self.form).setFocus()

    def _make_form(self) -> None:
        self.form = Dropdown(_("How"), self)
        self.form.add(_("A page each"), PAGES)
        self.form.add(_("Cards to cut, four on a page"), CARDS)
        self.form.chosen.connect(self._form_chosen)
        for name, control in ((_("How"), self.form), (_("Paper"), self.make_paper())):
            self.body.addWidget(SettingRow(name, control, parent=self))
            theme.fix(control, width=_LIST_WIDTH, at_least=True)
        self._cutting = SoftLabel(
            _(
                "Each sheet has a back. Print on both sides, turned on the long edge and at "
                "full size, then cut along the lines."
            ),
            self,
        )
        self._cutting.hide()
        self.body.addWidget(self._cutting)
        if self._context.settings.soften:
            self.body.addWidget(SoftLabel(_("Strong language is softened, as on the page."), self))

    def _add(self, group: Group) -> None:
        self.body.addWidget(Divider(self))
        self.body.addWidget(group)
        self.groups.append(group)
        group.changed.connect(self._changed)
        group.unfolded.connect(self._order)

    def chosen(self) -> list[Chosen]:
        """Everything that is ticked, in the order of the files."""
        soften = self._context.settings.soften
        return [
            Chosen(group.deck, card, soften, group.path)
            for group in self.groups
            for _ticked, card in group.ticked()
        ]

    def save(self) -> None:
        """Ask where, then write the file."""
        chosen = self.chosen()
        if not chosen:
            return
        name = f"{chosen[0].card.key}.pdf" if len(chosen) == 1 else "reply-drills.pdf"
        where = self.ask_where(name)
        if not where:
            return
        ticked = tuple(one for group in self.groups for one, _card in group.ticked())
        form, paper = self.form.value(), self.chosen_paper()
        self.accept()
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            made = _pdf(chosen, paper, cut=form == CARDS)
        finally:
            QGuiApplication.restoreOverrideCursor()
        if printing.save_pdf(self._context, where, lambda: made):
            self.printed.emit(ticked)

    def _form_chosen(self, form: object) -> None:
        self._cutting.setVisible(form == CARDS)

    def _changed(self) -> None:
        count = len(self.chosen())
        self.go.setEnabled(bool(count))
        self._nothing.setVisible(not count)
        self._context.announce(ngettext("%(n)d ticked", "%(n)d ticked", count) % {"n": count})

    def _order(self) -> None:
        chain(self)


def _pdf(chosen: Sequence[Chosen], paper: Paper, *, cut: bool) -> bytes:
    # Only whoever prints needs what draws it.
    from trainer.ui.drills import sheets

    put = sheets.put_cards if cut else sheets.put_pages
    margin = 0 if cut else printing.MARGIN
    return printing.pdf(_("Reply drills"), partial(put, chosen), paper=paper, margin=margin)
