"""The field of a picture: its words in a list, and a button that shows all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring import formats
from trainer.language import _
from trainer.scenario.files import assets, pictures
from trainer.scenario.files.tables import Picture
from trainer.ui.authoring.form.picks import PickRow
from trainer.ui.authoring.tables.pickers.words import words_for
from trainer.ui.widgets.buttons import LinkButton

if TYPE_CHECKING:
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.scenario.files.assets import PictureFolder
    from trainer.ui.authoring.form.picks import Offers


class PictureRow(PickRow):
    """A picture that comes along, or a file beside the scenario."""

    def lay_out(self) -> None:
        """Add the way to the grid."""
        self.look = LinkButton(_("Look at the pictures …"), self)
        self.look.clicked.connect(self.open_grid)
        self.column.insertWidget(2, self.look)

    def show_value(self, value: Data) -> None:
        """Show what is picked; the note tells what shows where nothing is, or is in the file."""
        super().show_value(value)
        note = _(self.field.note) if self.field.note and not self.value() else self._empty()
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.name_it()

    def _empty(self) -> str:
        """Say that nothing is in the picture's file, which only its writer need know."""
        name = self.value()
        folder = self.writer.document.path.parent
        if "." not in name or assets.wrong_with(name, folder) is not None:
            return ""
        if pictures.wrong_inside(folder / name.replace("\\", "/")) != "empty":
            return ""
        return _("Nothing is in the file “%(name)s” yet, so no picture shows.") % {"name": name}

    @property
    def folder(self) -> PictureFolder:
        """Which pictures can stand there."""
        kind = formats.type_at(self.writer.document.format, self.path)
        return kind.folder if isinstance(kind, Picture) else "backdrops"

    def offers(self) -> Offers:
        """Every picture, by what it shows."""
        folder = self.folder
        found = [(one, words_for(folder, one)) for one in assets.built_in(folder)]
        return sorted(found, key=lambda one: one[1])

    def open_grid(self) -> None:
        """Show all of them in a grid."""
        from trainer.ui.authoring.tables.pickers.sheet import PictureSheet

        beside = self.writer.document.path.parent
        context = self.writer.bench.context
        self._asked: Path = self.path
        sheet = PictureSheet(context, self.window(), self.folder, beside, self.value())
        sheet.picked.connect(self._picked)
        sheet.open()

    def _picked(self, name: str) -> None:
        if self.path == self._asked:
            self.write(name)

    def name_it(self) -> None:
        """Say whose pictures they are, too."""
        super().name_it()
        known = {"field": self.spoken()}
        self.look.setAccessibleName(_("%(field)s: look at the pictures") % known)
