"""Where something is used: told in a line, listed in a sheet, gone to from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from trainer.language import _, ngettext
from trainer.ui.dialogs import AskSheet, Sheet
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.authoring.scenes.usage import Use
    from trainer.ui.context import Context

_MOST: Final = 100
SHOWN: Final = 6
"""Places that are listed where something is asked about."""


def count_words(count: int) -> str:
    """Say in how many places something is used."""
    if not count:
        return _("Used nowhere yet")
    return ngettext("Used in %(n)d place", "Used in %(n)d places", count) % {"n": count}


def listed(uses: Sequence[Use]) -> list[str]:
    """Give the words of the first places, and how many more there are."""
    return cut_short([use.words for use in uses])


def cut_short(every: Sequence[str]) -> list[str]:
    """Give the first of some lines, and how many more there are."""
    said = list(every[:SHOWN])
    if len(every) > SHOWN:
        more = ngettext("and %(n)d more", "and %(n)d more", len(every) - SHOWN)
        said.append(more % {"n": len(every) - SHOWN})
    return said


def ask_removal(
    context: Context,
    window: QWidget,
    name: str,
    uses: Sequence[Use],
    elsewhere: Sequence[str] = (),
) -> AskSheet:
    """Make what asks before something is taken out that is used: it shows where.

    ``elsewhere`` are the titles of other files that name it.
    """
    left = ngettext(
        "%(n)d place names “%(name)s” and stays as it is. It will show among the problems:",
        "%(n)d places name “%(name)s” and stay as they are. They will show among the problems:",
        len(uses),
    ) % {"n": len(uses), "name": name}
    others = ngettext(
        "%(n)d other file of yours points to it, and would point to nothing then:",
        "%(n)d other files of yours point to it, and would point to nothing then:",
        len(elsewhere),
    ) % {"n": len(elsewhere)}
    said = [left, *listed(uses)] if uses else []
    said += [others, *cut_short(elsewhere)] if elsewhere else []
    return AskSheet(
        context,
        _("Take “%(name)s” out") % {"name": name},
        [*said, _("Ctrl Z brings “%(name)s” back.") % {"name": name}],
        _("Take it out"),
        window,
    )


class UsesSheet(Sheet):
    """The places, each to be gone to.

    Signals:
        wanted(object): the path of the place to go to.
    """

    wanted = Signal(object)

    def __init__(
        self, context: Context, parent: QWidget, heading: str, uses: Sequence[Use]
    ) -> None:
        super().__init__(context, heading, parent, width=640)
        self._by_link: dict[LinkButton, Use] = {}
        for use in uses[:_MOST]:
            link = LinkButton(use.words, self)
            link.clicked.connect(self._go)
            self._by_link[link] = use
            self.body.addWidget(link)
        if len(uses) > _MOST:
            more = ngettext("and %(n)d more", "and %(n)d more", len(uses) - _MOST)
            self.body.addWidget(SoftLabel(more % {"n": len(uses) - _MOST}, self))
        close = PrimaryButton(_("Close"), self)
        close.clicked.connect(self.reject)
        self.buttons.addWidget(close)
        chain(self)
        next(iter(self._by_link), close).setFocus()

    def _go(self) -> None:
        link = self.sender()
        if isinstance(link, LinkButton):
            self.accept()
            self.wanted.emit(self._by_link[link].path)
