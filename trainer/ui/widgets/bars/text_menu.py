"""How the text is shown, at hand while practising: its size, its strength, the D names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup

from trainer.language import _
from trainer.settings import TEXT_SIZES
from trainer.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class TextMenu(QuietButton):
    """A button that opens a short menu; everything in it is a setting as well.

    ``d_names`` offers to show the D's before a choice, where there are choices.
    """

    def __init__(
        self, context: Context, parent: QWidget | None = None, *, d_names: bool = True
    ) -> None:
        super().__init__(_("Text"), parent, icon="a-large-small")
        self._context = context
        self._d_names = d_names
        self.setAccessibleDescription(
            _("Opens a menu: text size, strong language, D names")
            if d_names
            else _("Opens a menu: text size, strong language")
        )
        self.clicked.connect(self._open)

    def _open(self) -> None:
        from trainer.ui.widgets.menu import Menu

        menu = Menu(self.words(), self)
        settings = self._context.settings
        sizes = QActionGroup(menu)
        for size in TEXT_SIZES:
            said = _("%(size)d %%") % {"size": size}
            action = menu.add(said, checked=size == settings.text_size)
            action.setData(size)
            sizes.addAction(action)
        sizes.triggered.connect(self._size_chosen)
        menu.addSeparator()
        soften = menu.add(_("Soften strong language"), checked=settings.soften)
        soften.toggled.connect(self._soften)
        if self._d_names:
            names = menu.add(_("Show the D of each choice"), checked=settings.show_d_names)
            names.toggled.connect(self._show_names)
        menu.drop(self)

    def _size_chosen(self, action: QAction) -> None:
        self._context.change(text_size=action.data())

    def _soften(self, wanted: bool) -> None:
        self._context.change(soften=wanted)

    def _show_names(self, wanted: bool) -> None:
        self._context.change(show_d_names=wanted)
