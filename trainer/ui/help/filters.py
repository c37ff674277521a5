"""What is looked for: the person decides; where, in which language, for what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.help import looking, words
from trainer.help.looking import Wish
from trainer.help.model import Need
from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import FilterChip
from trainer.ui.widgets.fields import CheckBox, Dropdown
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.tree_dropdown import TreeDropdown
from trainer.ui.widgets.words import Heading, LineLabel, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.help.directory import Directory
    from trainer.ui.context import Context


class YouDecide(Card):
    """Two sentences, and the filter that goes with them.

    Signals:
        toggled(bool): only ways without the police, or all.
    """

    toggled = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=(18, 14, 18, 14), spacing=6)
        self._context = context
        self.body.addWidget(Heading(_("You decide"), role=Role.SUBHEADING))
        self.body.addWidget(
            Words(
                _(
                    "What happens next is up to the person it happened to. "
                    "There are ways with the police, and ways without."
                ),
                role=Role.NOTE,
            )
        )
        self.without = CheckBox(_("Only ways without police"), self)
        self.without.toggled.connect(self.toggled)
        self.body.addWidget(self.without)
        what = LinkButton(_("What a hate crime is, and is not"), self, icon="book-open")
        what.clicked.connect(self._open_page)
        self.body.addWidget(what, 0, Qt.AlignmentFlag.AlignLeft)

    def _open_page(self) -> None:
        self._context.open_page("method", page="hate-crime")


class Filters(QWidget):
    """Everything that narrows the list down.

    Signals:
        changed(object): a :class:`Wish`, by the person.
    """

    changed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wish = Wish()
        column = theme.lay(QVBoxLayout(self), spacing=theme.GAP)
        self.decide = YouDecide(context, self)
        self.decide.toggled.connect(self._police_toggled)
        column.addWidget(self.decide)
        card = Card(margins=(18, 14, 18, 16), spacing=6)
        self._fill(card.body)
        column.addWidget(card)
        column.addStretch(1)

    def _fill(self, column: QVBoxLayout) -> None:
        self.place = TreeDropdown(_("Where"), self)
        self.place.chosen.connect(self._place_chosen)
        self.language = Dropdown(_("Language"), self)
        self.language.chosen.connect(self._language_chosen)
        self._kept = LineLabel(role=Role.SMALL, tone="soft")
        self._label(column, _("Where"), self.place, self._kept)
        self._label(column, _("Language"), self.language)
        kinds = SoftLabel(_("Kind of help"), role=Role.NOTE_STRONG)
        kinds.setContentsMargins(0, theme.px(4), 0, 0)
        column.addWidget(kinds)
        chips = FlowLayout(spacing=6, line_spacing=6)
        self._chips: dict[Need, FilterChip] = {}
        for need in Need:
            chip = FilterChip(words.need(need), self)
            chip.clicked.connect(self._need_clicked)
            chips.addWidget(chip)
            self._chips[need] = chip
        column.addLayout(chips)

    @staticmethod
    def _label(
        column: QVBoxLayout, words: str, control: Dropdown, note: LineLabel | None = None
    ) -> None:
        label = LineLabel(words, role=Role.NOTE_STRONG, tone="soft")
        label.setBuddy(control)
        line = FlowLayout(spacing=8, line_spacing=0)
        line.addWidget(label)
        if note is not None:
            line.add_stretch()
            line.addWidget(note)
        column.addLayout(line)
        column.addWidget(control)

    # What there is to choose from

    def offer(self, directory: Directory) -> None:
        """Offer the places, languages and kinds of help that the directory has."""
        self.place.clear()
        self.place.add(_("Anywhere"), "")
        for place, level in looking.in_reading_order(directory):
            outer = directory.place(place.within or "")
            known = {"place": place.name, "outer": outer.name if outer else ""}
            spoken = _("%(place)s, in %(outer)s") % known if outer else place.name
            self.place.add_in(place.name, place.key, level=level, spoken=spoken)
        self.language.clear()
        self.language.add(_("Any language"), "")
        codes = looking.languages(directory.entries())
        named = sorted((words.language(code), code) for code in codes)
        for said, code in named:
            self.language.add(said, code)
        offered = {need for one in directory.entries() for need in one.entry.needs}
        for need, chip in self._chips.items():
            chip.setVisible(need in offered)

    def show_wish(self, wish: Wish) -> None:
        """Show what is looked for."""
        self._wish = wish
        self.place.choose(wish.place)
        self.language.choose(wish.language)
        for need, chip in self._chips.items():
            chip.setChecked(need in wish.needs)
        self.decide.without.blockSignals(True)
        self.decide.without.setChecked(wish.without_police)
        self.decide.without.blockSignals(False)
        self._kept.setVisible(bool(wish.place))
        self._kept.setText(
            _("Chosen again at the next start.")
            if self._context.keeps
            else _("Forgotten when you close the window.")
        )

    # What the person does

    def _change(self, wish: Wish) -> None:
        self.show_wish(wish)
        self.changed.emit(wish)

    def _place_chosen(self, key: object) -> None:
        self._change(replace(self._wish, place=str(key)))

    def _language_chosen(self, code: object) -> None:
        self._change(replace(self._wish, language=str(code)))

    def _need_clicked(self) -> None:
        picked = (need for need, chip in self._chips.items() if chip.isChecked())
        self._change(replace(self._wish, needs=frozenset(picked)))

    def _police_toggled(self, on: bool) -> None:
        self._change(replace(self._wish, without_police=on, even_unknown=False))
