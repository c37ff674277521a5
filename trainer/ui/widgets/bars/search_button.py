"""The way into the search, in the bar at the top."""

from __future__ import annotations

from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import Button, Dress


class SearchButton(Button):
    """Opens the search; looks like soft words with a key behind them."""

    role = Role.NOTE
    pad_x = 10

    def dress(self) -> Dress:
        """No surface until the mouse is over it."""
        palette = theme.colours()
        over = self.underMouse() or self.isDown()
        fill = palette.well if over else palette.card
        return Dress(fill, fill, palette.soft)
