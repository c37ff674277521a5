"""Where something leads: a scene by its name, which is made on the spot if it is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.authoring.forms import writing
from trainer.authoring.forms.known import has_scene
from trainer.authoring.scenes import making
from trainer.language import N_, _
from trainer.ui import theme
from trainer.ui.authoring.form.rows import Row
from trainer.ui.authoring.form.scene_edit import SceneEdit
from trainer.ui.authoring.form.tool import Tool
from trainer.ui.widgets.buttons import LinkButton

if TYPE_CHECKING:
    from trainer.authoring.source.nodes import Data


class SceneRow(Row):
    """A scene that follows."""

    doing = N_("Choose “%(field)s”")

    def make(self) -> QWidget:
        """Make the line, and what goes there or makes it."""
        holder = QWidget(self)
        row = theme.lay(QHBoxLayout(holder), spacing=4)
        self.edit = SceneEdit(self.writer.bench, holder)
        self.edit.named.connect(self.write)
        self.edit.wanted.connect(self._make_scene)
        row.addWidget(self.edit, 1)
        self.go = Tool("arrow-right", "", self._go, holder)
        row.addWidget(self.go)
        self.making = LinkButton("", self, icon="plus")
        self.making.clicked.connect(self._make_named)
        self.making.hide()
        return holder

    def lay_out(self) -> None:
        """Put what makes the scene below its name."""
        self.column.insertWidget(2, self.making)

    def stop(self) -> QWidget:
        """The line."""
        return self.edit

    def name_it(self) -> None:
        """Say whose links they are, too."""
        super().name_it()
        self.go.call(_("%(field)s: go there") % {"field": self.spoken()})

    def show_value(self, value: Data) -> None:
        """Show where it leads."""
        name = value.strip() if isinstance(value, str) else ""
        missing = bool(name) and not has_scene(self.writer.document, name)
        self.edit.show_name(name, missing=missing)
        self.making.setVisible(missing)
        self.go.setEnabled(bool(name) and not missing)
        words = (
            _("Create the scene “%(name)s”") % {"name": self.writer.bench.names.scene(name)}
            if missing
            else ""
        )
        if words and words != self.making.words():
            self.making.set_words(words)

    def _make_named(self) -> None:
        self._make_scene(self.edit.meant())

    def _make_scene(self, name: str) -> None:
        """Make the scene, and lead there, as one step."""
        if not name:
            return
        scene = self.writer.bench.scene
        with self.writer.step(
            _("Create the scene “%(name)s”") % {"name": self.writer.bench.names.scene(name)},
            self.path,
        ) as step:
            if self.writer.data(self.path) != name:
                writing.write(step, self.writer.document, self.path, name)
            making.create(step, self.writer.document, name, scene)
        if has_scene(self.writer.document, name):
            said = _("The scene “%(name)s” is there now, still to be written.") % {
                "name": self.writer.bench.names.scene(name)
            }
            self.writer.bench.context.announce(said)
            self.edit.setFocus()

    def _go(self) -> None:
        name = self.edit.meant()
        if has_scene(self.writer.document, name):
            self.writer.bench.write_at(("scenes", name))
