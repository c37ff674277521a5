"""Widgets for the entries of a list: made once, shown for as many entries as there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import ngettext
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trainer.ui.authoring.form.writer import Writer

MANY: Final = 100
"""Entries of a list that are shown where each takes room; thousands would stop the window."""

W = TypeVar("W", bound=QWidget)


class Pool(QWidget, Generic[W]):
    """One widget below the other; those that are not needed now are hidden, and kept."""

    def __init__(
        self,
        make: Callable[[], W],
        writer: Writer,
        parent: QWidget | None = None,
        *,
        spacing: int = 8,
        most: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._writer = make, writer
        self._all: list[W] = []
        self._count = 0
        self._most = most
        self._more: SoftLabel | None = None
        self._column = theme.lay(QVBoxLayout(self), spacing=spacing)
        self.hide()

    def need(self, count: int) -> list[W]:
        """Show so many, and give them; no more than the most, and then say how many more."""
        count = self._capped(count)
        while len(self._all) < count:
            self._add()
        if count != self._count:
            self._count = count
            for at, one in enumerate(self._all):
                one.setVisible(at < count)
            self.setVisible(count > 0)
        return self._all[:count]

    def _add(self) -> None:
        self._writer.grown.emit()
        made = self._make()
        self._column.insertWidget(len(self._all), made)
        self._all.append(made)

    def ahead(self, count: int) -> Iterator[None]:
        """Make so many before they are needed, one at each step; they are hidden."""
        while len(self._all) < count:
            self._add()
            self._all[-1].hide()
            yield

    def _capped(self, count: int) -> int:
        most = self._most
        more = 0 if most is None else max(0, count - most)
        if more and self._more is None:
            self._more = SoftLabel("", self, role=Role.SMALL)
            self._column.addWidget(self._more)
        if self._more is not None:
            said = ngettext(
                "%(n)d more is there; it can be written in the text.",
                "%(n)d more are there; they can be written in the text.",
                more,
            )
            self._more.setText(said % {"n": more})
            self._more.setVisible(more > 0)
        return count - more

    @property
    def shown(self) -> list[W]:
        """Those that show now."""
        return self._all[: self._count]

    @property
    def spare(self) -> list[W]:
        """Those that are hidden now."""
        return self._all[self._count :]
