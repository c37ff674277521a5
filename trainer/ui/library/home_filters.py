"""Filters over the library: setting as chips; length, intensity and language as lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer.language import _
from trainer.scenario import kind_words
from trainer.scenario.kinds import Setting, Severity
from trainer.ui import scenario_words
from trainer.ui.theme import Role
from trainer.ui.widgets.chips import FilterChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from trainer.scenario.libraries.library import Card

_LENGTHS: Final = (5, 10, 20)
"""Minutes that the length can be limited to."""


class ListChip(FilterChip):
    """A chip that drops a list down; its words are those of what is picked.

    Signals:
        picked(): something else is picked now.
    """

    picked = Signal()

    def __init__(self, words_for_any: str, parent: QWidget | None = None) -> None:
        super().__init__(words_for_any, parent, icon="chevron-down", checkable=False)
        self._any = words_for_any
        self._options: list[tuple[Any, str]] = []
        self.value: Any = None
        self.clicked.connect(self._drop)

    def offer(self, options: list[tuple[Any, str]], *, least: int = 2) -> None:
        """Offer values with their words, and "any"; hide where there are fewer than ``least``."""
        self._options = options
        if self.value not in [value for value, _words in options]:
            self.value = None
            self.set_words(self._any)
        self.setVisible(len(options) >= least)

    def _drop(self) -> None:
        # Late: the first page shows without it.
        from trainer.ui.widgets.menu import Menu

        menu = Menu(self._any, self)
        for value, words in [(None, self._any), *self._options]:
            menu.add(words, checked=value == self.value).setData(value)
        menu.triggered.connect(self._pick)
        menu.drop(self)

    def _pick(self, action: QAction) -> None:
        self.value = action.data()
        words = dict(self._options).get(self.value, self._any)
        self.set_words(words)
        self.picked.emit()


class LibraryFilters(QWidget):
    """The line above the cards: only what there is to choose from is offered.

    Signals:
        changed(): other cards fit now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, margins=(0, 6, 0, 0))
        self._flow.addWidget(LineLabel(_("Library"), self, role=Role.HEADING))
        self._all = FilterChip("", self)
        self._settings: dict[str, FilterChip] = {}
        self._chip_count = 0
        self._flow.add_stretch()
        self._length = ListChip(_("Length: any"), self)
        self._severity = ListChip(_("Intensity: any"), self)
        self._language = ListChip(_("Language: any"), self)
        for chip in (self._length, self._severity, self._language):
            self._flow.addWidget(chip)
            chip.picked.connect(self.changed)
        self._add_chip(self._all)
        self._all.setChecked(True)

    def offer(self, cards: Sequence[Card]) -> None:
        """Offer the settings, lengths, intensities and languages of these scenarios."""
        self._all.set_words(_("All %(n)d") % {"n": len(cards)})
        self._offer_settings({card.setting for card in cards})
        shortest = min((card.minutes for card in cards), default=0)
        longest = max((card.minutes for card in cards), default=0)
        lengths = [limit for limit in _LENGTHS if shortest <= limit < longest]
        self._length.offer(
            [(limit, _("Length: up to %(n)d min") % {"n": limit}) for limit in lengths],
            least=1,
        )
        severities = {card.severity for card in cards}
        self._severity.offer(
            [
                (kind, _("Intensity: %(kind)s") % {"kind": kind_words.severity(kind)})
                for kind in Severity
                if kind in severities
            ]
        )
        languages = sorted({card.language for card in cards})
        self._language.offer(
            [
                (code, _("Language: %(name)s") % {"name": scenario_words.language_name(code)})
                for code in languages
            ]
        )

    def chosen(self, cards: Sequence[Card]) -> Sequence[Card]:
        """Give those of the cards that fit."""
        setting = next((name for name, chip in self._settings.items() if chip.isChecked()), None)
        longest, severity = self._length.value, self._severity.value
        code = self._language.value
        return [
            card
            for card in cards
            if (setting is None or card.setting == setting)
            and (longest is None or card.minutes <= longest)
            and (severity is None or card.severity == severity)
            and (code is None or card.language == code)
        ]

    def _offer_settings(self, there: set[Setting]) -> None:
        wanted = [kind.value for kind in Setting if kind in there] if len(there) > 1 else []
        if wanted == list(self._settings):
            return
        take_out(self._flow, *self._settings.values())
        self._settings, self._chip_count = {}, 1
        self._all.setChecked(True)
        before = self._all
        for name in wanted:
            chip = FilterChip(kind_words.setting(name), self)
            self._settings[name] = chip
            self._add_chip(chip)
            QWidget.setTabOrder(before, chip)
            before = chip

    def _add_chip(self, chip: FilterChip) -> None:
        # No QButtonGroup: with one Tab stops only at the chip that is checked.
        chip.clicked.connect(self._setting_picked)
        self._flow.insert_widget(self._chip_count + 1, chip)
        self._chip_count += 1
        chip.show()

    def _setting_picked(self) -> None:
        picked = self.sender()
        for chip in (self._all, *self._settings.values()):
            chip.setChecked(chip is picked)
        self.changed.emit()
