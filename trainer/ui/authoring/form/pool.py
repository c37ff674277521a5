"""Widgets for the entries of a list: made once, shown for as many entries as there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.ui.authoring.form.writer import Writer

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
    ) -> None:
        super().__init__(parent)
        self._make, self._writer = make, writer
        self._all: list[W] = []
        self._count = 0
        self._column = theme.lay(QVBoxLayout(self), spacing=spacing)
        self.hide()

    def need(self, count: int) -> list[W]:
        """Show so many, and give them."""
        if len(self._all) < count:
            self._writer.grown.emit()
        while len(self._all) < count:
            made = self._make()
            self._column.addWidget(made)
            self._all.append(made)
        if count != self._count:
            self._count = count
            for at, one in enumerate(self._all):
                one.setVisible(at < count)
            self.setVisible(count > 0)
        return self._all[:count]

    @property
    def shown(self) -> list[W]:
        """Those that show now."""
        return self._all[: self._count]

    @property
    def spare(self) -> list[W]:
        """Those that are hidden now."""
        return self._all[self._count :]
