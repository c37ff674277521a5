"""In which order the scenes stand: said, and put right where somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _, ngettext
from trainer.ui.widgets.buttons import LinkButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.outline import Outline
    from trainer.ui.authoring.workbench import Workbench


class OrderButton(LinkButton):
    """Puts the scenes in order; it shows only while they are not."""

    def __init__(self, bench: Workbench, tree: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(_("Put in order"), parent)
        self.setAccessibleDescription(
            _("Lets the scenes stand as the story goes, where ways have changed")
        )
        self._bench = bench
        self._tree = tree
        self.hide()
        self.clicked.connect(self.put_in_order)

    @property
    def is_needed(self) -> bool:
        """Whether some scenes stand elsewhere than the story has them."""
        return self._bench.document is not None and self._bench.outline().kept

    def put_in_order(self) -> None:
        """Let the scenes stand as the story goes; what is selected stays selected."""
        self._bench.put_in_order()
        self._bench.context.announce(_("The scenes stand as the story goes."))

    def offer(self, *, room: bool) -> None:
        """Show while it is needed, and where there is room."""
        shown = room and self.is_needed
        if not shown and self.hasFocus():
            self._tree.setFocus()
        self.setVisible(shown)


def order_of(outline: Outline) -> str:
    """Say how many scenes there are, and in which order they stand."""
    count, strays = len(outline.scenes), len(outline.strays)
    said = ngettext("%(n)d scene", "%(n)d scenes", count) % {"n": count}
    if count < 2:
        return said
    if outline.kept:
        return _("%(scenes)s, left where they were while you write") % {"scenes": said}
    if not strays:
        return _("%(scenes)s, as the story goes") % {"scenes": said}
    rest = ngettext(
        "%(scenes)s, as the story goes; %(n)d that nothing leads to comes last",
        "%(scenes)s, as the story goes; %(n)d that nothing leads to come last",
        strays,
    )
    return rest % {"scenes": said, "n": strays}
