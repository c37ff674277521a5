"""Ctrl K: finds a scenario, help, the method, a page or a setting, by keyboard alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QWidget

from trainer.language import N_, _, ngettext
from trainer.letters import alike
from trainer.scenario.texts.markup import plain
from trainer.ui import icons, pages, scenario_words, theme
from trainer.ui.dialogs import Sheet
from trainer.ui.settings.sections import SECTIONS
from trainer.ui.slices import Slices
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.scroll_bar import SlimScrollBar
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from trainer.scenario.libraries.searching import Found as OnDisk
    from trainer.ui.context import Context

_ROWS = 7
_MOST = 50

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Found:
    """Something to go to. ``haystack`` is what it is searched by, casefolded.

    What is a ``part`` of something else comes behind the rest, unless its name begins with the
    word that is sought: "train" means a train before it means training.
    """

    words: str
    beside: str
    icon: str
    page: str
    what: tuple[tuple[str, str], ...]
    haystack: str
    part: bool = False


def everything(context: Context) -> list[Found]:
    """All that is at hand at once: pages and settings first, then scenarios."""
    found = [
        Found(_(words), _("Page"), icon, name, (), _page_haystack(name, words))
        for name, words, icon in (*pages.RAIL, *pages.FOUND)
    ]
    for section in SECTIONS:
        heading, words = _(section.heading), _(section.words)
        what = (("section", section.key),)
        haystack = f"{heading} {words}".casefold()
        found.append(Found(heading, _("Settings"), "settings", "settings", what, haystack))
    for card in context.library.cards():
        facts = scenario_words.facts(card)
        # Whoever looks for "train" does not know that it is called "The 8:10 to Harbor".
        name = card.id.replace("-", " ")
        haystack = " ".join((card.title, name, card.summary, facts, *card.goals)).casefold()
        what = (("scenario", card.id),)
        found.append(Found(card.title, facts, "play", "practice", what, haystack))
    return found


_SOUGHT: Final = MappingProxyType(
    {
        "author-home": N_(
            "write make create my own story what happened to me it happened to me tell my story "
            "a scenario of my own"
        ),
    }
)
"""By page, words by which somebody looks for it who does not know what it is called."""


def _page_haystack(name: str, words: str) -> str:
    more = _(_SOUGHT[name]) if name in _SOUGHT else ""
    return f"{_(words)} {more}".casefold()


def _drills(context: Context) -> list[Found]:
    """Reply drills and cards to think about; a line is found by its words and not quoted."""
    icon, found = "message-square-quote", []
    if context.drills.decks():
        words = _("Reply drills")
        found.append(Found(words, _("Page"), icon, "drills", (), words.casefold()))
    for placed in context.drills.decks():
        deck = placed.content
        title, here = plain(deck.title), (("file", deck.id),)
        beside = _("Reply drills") if deck.drills else _("Cards to think about")
        haystack = f"{title} {deck.summary}".casefold()
        found.append(Found(title, beside, icon, "drills", here, haystack))
        of = _("Reply drill · %(title)s") % {"title": title}
        for drill in deck.drills.values():
            haystack = " ".join((title, drill.who, drill.line, drill.soft or "")).casefold()
            there = (*here, ("drill", drill.key))
            who = plain(drill.who)
            found.append(Found(who, of, icon, "drills", there, haystack, part=True))
        for card in deck.reflections.values():
            ask, there = plain(card.ask), (*here, ("drill", card.key))
            beside = _("Cards to think about")
            found.append(Found(ask, beside, icon, "drills", there, ask.casefold(), part=True))
    return found


def _own_files() -> list[Found]:
    """Files that one writes, to go on writing."""
    from trainer.authoring import own

    every = sorted(own.files(), key=lambda one: (-one.modified, one.file))
    return [_to_write_on(one) for one in every]


def added_files(context: Context, found: list[Found]) -> Iterator[None]:
    """Find what lies in added folders to write on, one file after another, for whoever has time."""
    from trainer.authoring import own

    for one in own.added_files(map(Path, context.settings.folders)):
        found.append(_to_write_on(one))
        yield


def _to_write_on(mine: OnDisk) -> Found:
    from trainer.authoring import shelf

    title = plain(shelf.title_of(mine)) or mine.path.name
    haystack = f"{title} {mine.path.stem.replace('-', ' ')}".casefold()
    here = (("path", mine.file),)
    return Found(title, _("Go on writing"), "feather", "author", here, haystack)


def read_later(context: Context) -> list[Found]:
    """All that lies in files that may not have been read yet."""
    from trainer.ui.help.finding import services
    from trainer.ui.learn.finding import method_pages

    return [*_drills(context), *method_pages(context), *services(context), *_own_files()]


def fitting(everything: Sequence[Found], sought: str) -> list[Found]:
    """Those that hold every word sought, whatever their marks; whose name begins so come first."""
    words = alike(sought).split()
    if not words:
        return list(everything[:_MOST])
    fits = [found for found in everything if all(word in alike(found.haystack) for word in words)]

    def rank(found: Found) -> int:
        name = alike(found.words)
        if found.part:
            return 0 if name.split()[:1] == words[:1] else 3
        return 0 if name.startswith(words[0]) else 1 if words[0] in name else 2

    return sorted(fits, key=rank)[:_MOST]


class _Results(QAbstractListModel):
    """What fits what is typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.found: list[Found] = []

    def show(self, found: list[Found]) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count what was found."""
        return 0 if parent is not None and parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the words, the spoken words, or the thing itself."""
        if not index.isValid():
            return None
        found = self.found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return found.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("%(name)s, %(kind)s") % {"name": found.words, "kind": found.beside}
        return found if role == Qt.ItemDataRole.UserRole else None


class _Row(QStyledItemDelegate):
    """Paints one result: icon, words, and softly what it is."""

    @staticmethod
    def tall() -> int:
        words = QFontMetrics(theme.font(Role.BODY)).height()
        return words + QFontMetrics(theme.font(Role.SMALL)).height() + theme.px(18)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and air."""
        return QSize(theme.px(100), self.tall())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it; on a teal surface while it is the one that Enter takes."""
        given: Any = option
        found: Found = index.data(Qt.ItemDataRole.UserRole)
        view = self.parent()
        chosen = isinstance(view, QListView) and index == view.currentIndex()
        palette = theme.colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = given.rect.adjusted(1, 1, -1, -1)
        if chosen:
            corner = theme.px(theme.CONTROL_CORNER)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.teal))
            painter.drawRoundedRect(box, corner, corner)
        size = theme.px(18)
        place = QRect(box.left() + theme.px(12), box.center().y() - size // 2, size, size)
        inner = box.adjusted(theme.px(42), theme.px(6), -theme.px(12), -theme.px(6))
        if given.direction == Qt.LayoutDirection.RightToLeft:
            place.moveRight(box.right() - theme.px(12))
            inner = box.adjusted(theme.px(12), theme.px(6), -theme.px(42), -theme.px(6))
            painter.setLayoutDirection(given.direction)
        ink, soft = (palette.on_teal,) * 2 if chosen else (palette.ink, palette.soft)
        icons.paint(painter, found.icon, place.toRectF(), soft)
        self._write(painter, inner, found.words, Role.BODY, ink)
        inner.setTop(inner.top() + QFontMetrics(theme.font(Role.BODY)).height() + theme.px(2))
        self._write(painter, inner, found.beside, Role.SMALL, soft)
        painter.restore()

    @staticmethod
    def _write(painter: QPainter, box: QRect, text: str, role: Role, colour: str) -> None:
        painter.setFont(theme.font(role, of=text))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignTop), shown)


class _Field(TextField):
    """Writes what is sought; the arrows and Enter go to the list."""

    def __init__(self, list_view: QListView, parent: QWidget) -> None:
        super().__init__(_("Search"), parent, hint=_("Scenario, help, page or setting"))
        self._list = list_view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list without leaving the field."""
        walks = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        if event.key() in (*walks, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)


class _ResultList(QListView):
    """The list of results; Enter takes the current one."""

    def sizeHint(self) -> QSize:
        """Several rows."""
        return QSize(theme.px(300), _ROWS * _Row.tall() + 2)

    def minimumSizeHint(self) -> QSize:
        """Two rows at least."""
        return QSize(theme.px(160), 2 * _Row.tall() + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take with Enter."""
        if enter.is_enter(event):
            self.clicked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class FindSheet(Sheet):
    """The search: a field, and what fits below it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Search"), parent, width=600)
        self._context = context
        self._everything = everything(context)
        self._all_read = False
        self._slices = Slices(self)
        self._list = _ResultList(self)
        self._list.setAccessibleName(_("Found"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setVerticalScrollBar(SlimScrollBar(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_Row(self._list))
        self._model = _Results(self)
        self._list.setModel(self._model)
        self.field = _Field(self._list, self)
        self.body.addWidget(self.field)
        self._count = SoftLabel("", self, role=Role.SMALL)
        self.body.addWidget(self._count)
        self.whole.insertWidget(1, self._list, 1)
        self.field.textChanged.connect(self._search)
        self._list.clicked.connect(self._take)
        # The sheet shows first: nobody types before it does.
        QTimer.singleShot(30, self, self._read_all)
        self._search("")
        chain(self.field, self._list)
        self.field.setFocus()

    def below_height(self) -> int:
        """Height of the list, which scrolls by itself."""
        return self._list.sizeHint().height() + self.whole.spacing()

    def _read_all(self) -> None:
        if not self._all_read:
            self._all_read = True
            self._everything += read_later(self._context)
            self._slices.begin(self._read_added())
            self._search(self.field.text())

    def _read_added(self) -> Iterator[None]:
        """Find what lies in added folders, too; what stands there meanwhile stays chosen."""
        found: list[Found] = []
        yield from added_files(self._context, found)
        if not found:
            return
        chosen = self._list.currentIndex().data(Qt.ItemDataRole.UserRole)
        self._everything += found
        self._search(self.field.text())
        if chosen in self._model.found:
            self._list.setCurrentIndex(self._model.index(self._model.found.index(chosen)))

    def _search(self, sought: str) -> None:
        if sought and not self._all_read:
            self._read_all()
            return
        found = fitting(self._everything, sought)
        self._model.show(found)
        if found:
            self._list.setCurrentIndex(self._model.index(0))
            said = ngettext("%(n)d found", "%(n)d found", len(found)) % {"n": len(found)}
        else:
            said = _("Nothing is called that. Try fewer letters.")
        self._count.setText(said if sought else _("Arrows walk the list, Enter opens."))
        if sought:
            self._context.announce(said)

    def _take(self, index: Index) -> None:
        if not index.isValid():
            return
        found = self._model.found[index.row()]
        self.accept()
        self._context.open_page(found.page, **dict(found.what))
