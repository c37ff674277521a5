"""The outbox as a list: what waits, what has gone, what was not taken and why."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.errors import KeepingError
from trainer.language import _
from trainer.progress.organisation import outbox
from trainer.ui import dates, theme
from trainer.ui.dialogs import Sheet
from trainer.ui.organisation import telling
from trainer.ui.organisation.preview import Preview
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Divider
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from trainer.progress.organisation.outbox import Item
    from trainer.ui.context import Context

_MOST = 200


class _Row(QWidget):
    """A completion, or choices that went together; the bytes show on demand."""

    def __init__(self, items: list[Item], title: str, parent: QWidget) -> None:
        super().__init__(parent)
        item = items[0]
        # As they go: the oldest first.
        self._statements = [one.statement for one in reversed(items)]
        self._preview: Preview | None = None
        self._column = theme.lay(QVBoxLayout(self), margins=(0, 4, 0, 4), spacing=4)
        what = _what(item, title)
        self._column.addWidget(Words(what, self, role=Role.STRONG))
        when = _("%(when)s, %(state)s") % {
            "when": dates.moment(item.made),
            "state": telling.state(item.state),
        }
        self._column.addWidget(SoftLabel(when, self))
        if item.said:
            said = _("The store said: %(words)s") % {"words": item.said}
            self._column.addWidget(Words(said, self, role=Role.NOTE))
        self._show = LinkButton(_("Show it"), self)
        self._show.setAccessibleName(_("Show it: %(what)s") % {"what": what})
        self._show.clicked.connect(self._fold)
        self._column.addWidget(self._show, 0, Qt.AlignmentFlag.AlignLeft)

    def _fold(self) -> None:
        if self._preview is None:
            self._preview = Preview(_("What goes, to the letter"), self)
            self._preview.show_statements(self._statements)
            self._column.addWidget(self._preview)
        else:
            self._preview.setVisible(self._preview.isHidden())
        hidden = self._preview.isHidden()
        self._show.set_words(_("Show it") if hidden else _("Hide it"))


def _what(item: Item, title: str) -> str:
    known = {"title": title}
    if _is_completion(item):
        return _("That you completed “%(title)s”") % known
    return _("Your choices in “%(title)s”") % known


def _is_completion(item: Item) -> bool:
    return b"/verbs/completed" in item.statement


def _together(item: Item) -> tuple[object, ...]:
    """Give what parts the rows of the list."""
    return (item.run, _is_completion(item), item.state, item.said)


class OutboxSheet(Sheet):
    """Lists the latest of the outbox."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, _("What waits, and what has gone"), parent, width=680)
        self._context = context
        self._titles: dict[str, str] = {}
        try:
            self._fill(outbox.listed(context.store, _MOST + 1), telling.waiting(context.store))
        except KeepingError as error:
            self.body.addWidget(Words(str(error), self))
        self.end_with_close()

    def _fill(self, items: list[Item], said: tuple[str, ...]) -> None:
        for sentence in said:
            self.body.addWidget(Words(sentence, self))
        if not items:
            self.body.addWidget(
                Words(_("Nothing yet. What you complete from now on shows here."), self)
            )
        for (run, *_rest), found in groupby(items[:_MOST], _together):
            self.body.addWidget(Divider(self))
            self.body.addWidget(_Row(list(found), self._title(str(run)), self))
        if len(items) > _MOST:
            self.body.addWidget(SoftLabel(_("What is older does not show here."), self))

    def _title(self, run: str) -> str:
        if run not in self._titles:
            try:
                found = self._context.store.run(run).summary
                self._titles[run] = found.title or found.scenario
            except LookupError:
                self._titles[run] = run
        return self._titles[run]
