"""Folders whose scenarios are in the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer import paths
from trainer.language import _
from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.taking_out import empty
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from trainer.settings import Settings
    from trainer.ui.context import Context


class FolderRow(QWidget):
    """One added folder, and the button that takes it out.

    Signals:
        removed(object): the folder, as text.
    """

    removed = Signal(object)

    def __init__(self, folder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._folder = folder
        flow = FlowLayout(self, spacing=12)
        flow.addWidget(SoftLabel(folder, self, role=Role.BODY, wrap=False))
        flow.add_stretch()
        button = QuietButton(_("Remove"), self, icon="x")
        button.setAccessibleName(_("Remove the folder %(folder)s") % {"folder": folder})
        button.clicked.connect(self._remove)
        flow.addWidget(button)

    def _remove(self) -> None:
        self.removed.emit(self._folder)


class FoldersCard(Card):
    """The person's own folder, those they added, and adding one more."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._before: tuple[str, ...] = ()
        self.body.addWidget(Heading(_("Scenario folders")))
        self.body.addWidget(
            Words(
                _(
                    "Scenario files in these folders stand in the library, and in Author, where "
                    "only what you write changes them. Links that lead out of a folder are "
                    "passed over."
                )
            )
        )
        self.body.addWidget(SoftLabel(str(paths.own_scenarios()), role=Role.BODY))
        self._inside = QWidget(self)
        self._rows = theme.lay(QVBoxLayout(self._inside), spacing=8)
        self.body.addWidget(self._inside)
        buttons = FlowLayout()
        add = QuietButton(_("Add a folder"), icon="folder-plus")
        add.clicked.connect(self._pick)
        again = QuietButton(_("Look again"), icon="rotate-ccw")
        again.clicked.connect(self._look_again)
        buttons.addWidget(add)
        buttons.addWidget(again)
        self.body.addLayout(buttons)

    def show_settings(self, settings: Settings) -> None:
        """Show the folders in use."""
        empty(self._rows)
        for folder in settings.folders:
            row = FolderRow(folder, self._inside)
            row.removed.connect(self._remove)
            self._rows.addWidget(row)
        self._inside.setVisible(bool(settings.folders))

    def add(self, folder: Path) -> None:
        """Add a folder; one that is there already is not added twice."""
        folders = self._context.settings.folders
        if str(folder) not in folders:
            self._context.change(folders=(*folders, str(folder)))

    def _pick(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        picked = QFileDialog.getExistingDirectory(self.window(), _("Add a folder of scenarios"))
        if picked:
            self.add(Path(picked))

    def _remove(self, folder: object) -> None:
        self._before = self._context.settings.folders
        rest = tuple(one for one in self._before if one != folder)
        self._context.change(folders=rest)
        self._context.notice(
            _("The folder is no longer in the library. Its files are untouched."),
            _("Undo"),
            self._bring_back,
        )

    def _bring_back(self) -> None:
        self._context.change(folders=self._before)

    def _look_again(self) -> None:
        self._context.read_library()
        self._context.open_page("home")
