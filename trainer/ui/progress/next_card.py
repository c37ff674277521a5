"""What to try next: a few tiles, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import N_, _
from trainer.practice.wording import scene_name
from trainer.progress.looking_back.next_steps import Why
from trainer.scenario import kind_words
from trainer.ui import dates, scenario_words, theme
from trainer.ui.context import Wanted
from trainer.ui.learn.tile import Tile
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.tiles import Tiles
from trainer.ui.widgets.words import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.progress.looking_back.look_again import Made
    from trainer.progress.looking_back.next_steps import Next
    from trainer.ui.progress.decision_rows import Told

_REASONS = {
    Why.POOR_FIT: N_("Your choice here was a poor fit. Others fit better, here and now."),
    Why.MARKED: N_("You wanted to look at this again."),
    Why.NEW_SCENARIO: N_("This one is new to you."),
}


def reason(one: Next) -> str:
    """Say why something is suggested."""
    if one.why is Why.BEGUN and one.run is not None:
        known = {"day": dates.day(one.run.touched)}
        return (
            _("You began it, and were here last on %(day)s. It goes on where you stopped.") % known
        )
    if one.why is Why.NEW_PLACE and one.card is not None:
        place = {"place": kind_words.setting(one.card.setting)}
        return _("A kind of place that is new to you: %(place)s.") % place
    return _(_REASONS[one.why])


def title(one: Next) -> str:
    """Title of the scenario that it is about."""
    if one.card is not None:
        return one.card.title
    return (one.made.title or scene_name(one.made.scenario)) if one.made is not None else ""


def _tile(one: Next) -> Tile:
    """Make a tile that leads there."""
    if one.made is not None:
        wanted, note = Wanted("look-again", {"number": one.made.number}), dates.day(one.made.at)
    elif one.run is not None:
        wanted, note = Wanted("practice", {"run": one.run.run}), ""
    else:
        card = one.card
        wanted = Wanted("practice", {"scenario": card.id if card is not None else ""})
        note = scenario_words.facts(card) if card is not None else ""
    return Tile(wanted, title(one), reason(one), [note])


class NextTiles(QWidget):
    """The tiles, under a heading; not there without any.

    Signals:
        opened(object): a ``Wanted``.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = theme.lay(QVBoxLayout(self), spacing=12)
        self._column.addWidget(Heading(_("What to try next")))
        self._inside: QWidget | None = None
        self._steps: Sequence[Next] = ()
        self._words: dict[int, str] = {}
        self.tiles: list[Tile] = []

    def tell(self, steps: Sequence[Next]) -> None:
        """Show what there is to try."""
        take_out(self._column, self._inside)
        self._inside = QWidget(self)
        layout = Tiles(self._inside, least=300)
        self._steps = steps
        self.tiles = [_tile(one) for one in steps]
        for tile in self.tiles:
            tile.opened.connect(self.opened)
            layout.addWidget(tile)
        self._column.addWidget(self._inside)
        self._quote()
        self._inside.show()
        self.setVisible(bool(steps))

    def say(self, made: Made, words: Told) -> None:
        """Say which choice a reason is about, once it is known."""
        self._words[made.number] = words.short
        self._quote()

    def _quote(self) -> None:
        for one, tile in zip(self._steps, self.tiles, strict=True):
            if one.made is not None and one.made.number in self._words:
                tile.say("\n".join([self._words[one.made.number], reason(one)]))
