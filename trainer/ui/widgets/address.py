"""An address, shown in full: pressing it shows it again, and asks before it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy

from trainer.ui import theme
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.words import breakable_address, pieces

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class AddressLink(LinkButton):
    """``shown`` is what is read, ``url`` what the sheet shows; long addresses break anywhere."""

    def __init__(
        self, shown: str, url: str, parent: QWidget | None = None, *, role: Role = Role.NOTE
    ) -> None:
        self.role = role
        super().__init__(breakable_address(shown) if "://" in url or "@" in url else shown, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.url = url
        self.setAccessibleName(shown)
        self.clicked.connect(self._ask)

    def _wide(self) -> int:
        # Places to break keep letters from drawing together: a line is a little wider.
        return super()._wide() + theme.px(len(self._words) // 8)

    def _narrow(self) -> int:
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(one) for one in pieces(self._words)), default=0)
        return longest + 2 + self._beside()

    def _ask(self) -> None:
        from trainer.ui.widgets.link_sheet import LinkSheet

        LinkSheet(QUrl(self.url), self.window()).open()
