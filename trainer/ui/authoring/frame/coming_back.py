"""Where one stands when something is there again that had been taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.page import AuthorPage


class ComingBack(QObject):
    """Brings the focus to what has come back, in the part in which one is.

    In the text it is left alone, and on the bar: whoever steps back by its buttons goes on.
    """

    def __init__(self, page: AuthorPage) -> None:
        super().__init__(page)
        self._page = page
        page.bench.returned.connect(self._stand)

    def _stand(self, path: Path) -> None:
        page = self._page
        if not page.isVisible():
            return
        part = page.rounds.at
        if part is page.form:
            page.form.stand_on(path)
        elif part is page.outline:
            page.outline.tree.setFocus()
        elif part is page.things:
            page.things.enter()
        elif part is page.map:
            page.map.enter()
