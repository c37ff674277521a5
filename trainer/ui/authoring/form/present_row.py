"""Who is in the picture of a scene: what shows if nobody is ticked, and who would be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.forms import fields, in_picture
from trainer.language import _
from trainer.ui.authoring.form.picks import PeopleRow
from trainer.ui.widgets.buttons import LinkButton

if TYPE_CHECKING:
    from trainer.authoring.forms.known import Known, Person
    from trainer.authoring.plainly.told import Told
    from trainer.authoring.source.nodes import Data


class PresentRow(PeopleRow):
    """Ticks, and a way to put somebody in who is targeted and would not be seen."""

    def lay_out(self) -> None:
        """Add the way, below what is said."""
        self.put_in = LinkButton("", self, icon="plus")
        self.put_in.clicked.connect(self._put_in)
        self.column.addWidget(self.put_in)
        self.put_in.hide()
        self._missing = ""

    def show_scene(self, scene: dict[str, Data], known: Known) -> None:
        """Say who is seen in a scene, and offer whoever is not."""
        missing = in_picture.missing(scene, known)
        self.say(_who_is_there(scene, known, missing))
        self._missing = missing.key if missing is not None else ""
        if missing is not None:
            self.put_in.set_words(_("Put %(name)s in the picture") % {"name": missing.name})
        self._offer()

    def show_problems(self, found: list[Told]) -> None:
        """Show what is wrong; what mends it there is not offered a second time."""
        super().show_problems(found)
        self._offer()

    def _offer(self) -> None:
        wanted = bool(self._missing) and (self.wrong.isHidden() or self.wrong.mend.isHidden())
        if self.put_in.isVisibleTo(self) != wanted:
            self.put_in.setVisible(wanted)
            self.writer.grown.emit()

    def _put_in(self) -> None:
        scene = self.writer.data(self.base)
        if isinstance(scene, dict) and self._missing:
            key = self._missing
            self.write([*in_picture.seen(scene), key])
            if key in self.chips:
                self.chips[key].setFocus()


def _who_is_there(scene: dict[str, Data], known: Known, missing: Person | None) -> str:
    """Say who is in the picture, unless all that one would miss are ticked."""
    seen = in_picture.seen(scene)
    if missing is not None and scene.get("present"):
        return _("%(name)s is not ticked, so nobody sees them here.") % {"name": missing.name}
    if missing is not None and seen:
        said = _("Nobody ticked: whoever speaks. %(name)s says nothing, so nobody sees them here.")
        return said % {"name": missing.name}
    if scene.get("present"):
        return ""
    if set(seen) & {one.key for one in known.cast}:
        return _(fields.PRESENT.note)
    return _("Nobody is ticked, and nobody speaks: the picture is without people.")
