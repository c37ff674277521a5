"""Which scenario to start from, of those that come along."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QWidget

from trainer.authoring.document import Document
from trainer.authoring.formats import SCENARIO
from trainer.language import _, ngettext
from trainer.letters import alike
from trainer.scenario import kinds
from trainer.ui import scenario_words, theme
from trainer.ui.authoring.tables.pickers.words import found_by
from trainer.ui.dialogs import Sheet
from trainer.ui.library.card_painter import practises
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.surface_button import SurfaceButton
from trainer.ui.widgets.tiles import Tiles
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QKeyEvent

    from trainer.scenario.libraries.library import Card
    from trainer.ui.context import Context

_CAST: Final = re.compile(r"^cast:.*?(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_PAD: Final = 14
_WIDE: Final = 96
_TALL: Final = 54
_LEAST: Final = 480
"""One below the other: a title is read, not looked for."""


def _step(event: QKeyEvent) -> int:
    """Say which way an arrow leads in the list; 0 for any other key."""
    return {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)


class _Find(TextField):
    """What is sought; the arrows go on to what was found.

    Signals:
        walked(int): to the next, or the one before.
    """

    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with the arrows; what lies around would scroll."""
        if step := _step(event):
            self.walked.emit(step)
        else:
            super().keyPressEvent(event)


class _Choice(SurfaceButton):
    """One scenario: where it happens as a picture, and its words beside that.

    Signals:
        walked(int): to the next, or the one before.
    """

    walked = Signal(int)

    def __init__(self, card: Card, parent: QWidget) -> None:
        count = ngettext("%(n)d scene", "%(n)d scenes", card.scenes) % {"n": card.scenes}
        said = _("%(part)s · %(more)s") % {"part": scenario_words.facts(card), "more": count}
        about = practises(card)
        edges = (_PAD + _WIDE + _PAD, 12, _PAD, 14)
        super().__init__(card.title, f"{said}\n{about}", parent, margins=edges, spacing=2)
        self.card = card
        self._shown = f"{card.title} {said} {about}"
        self._picture: QPixmap | None = None
        self.add(Words(card.title, self, role=Role.HEADING))
        self.add(SoftLabel(said, self))
        if about:
            self.add(SoftLabel(about, self, role=Role.SMALL))
        self.add_stretch()

    @cached_property
    def haystack(self) -> str:
        """All words by which it is found; read once somebody looks for one."""
        card = self.card
        words = (self._shown, card.summary, *card.goals, *card.content_notes, *_targeted(card))
        return alike(" ".join(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the field above: they look for a story and begin none."""
        if step := _step(event):
            self.walked.emit(step)
        elif event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def heightForWidth(self, width: int) -> int:
        """Never lower than its picture."""
        return max(super().heightForWidth(width), theme.px(_TALL + 2 * _PAD))

    def paint_on(self, painter: QPainter) -> None:
        """Paint the picture where reading begins; it is drawn when it is first seen."""
        from trainer.ui.widgets.pictures.picture import render_backdrop

        pad, size = theme.px(_PAD), QSize(theme.px(_WIDE), theme.px(_TALL))
        if self._picture is None:
            folder = self.card.path.parent
            ratio = self.devicePixelRatioF()
            self._picture = render_backdrop(self.card.backdrop, folder, size, ratio)
        left = self.width() - pad - size.width() if self.isRightToLeft() else pad
        place = QRectF(left, pad, size.width(), size.height())
        shape = QPainterPath()
        shape.addRoundedRect(place, theme.px(6), theme.px(6))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(shape)
        painter.drawPixmap(place.topLeft(), self._picture)
        painter.restore()


def _targeted(card: Card) -> Iterator[str]:
    """Give what a story says of those who are targeted: their names, notes and pictures."""
    with suppress(OSError, ValueError):
        text = card.path.read_text("utf-8-sig")
        cast = _CAST.search(text)
        document = Document(card.path, f"format: {SCENARIO}\n{cast[0] if cast else ''}")
        people = document.data(("cast",)) if document.settle() else None
        for one in people.values() if isinstance(people, dict) else ():
            if isinstance(one, dict) and one.get("role") == kinds.Role.TARGETED:
                yield from (str(one.get(key, "")) for key in ("name", "note"))
                yield found_by("people", str(one.get("picture", "")))


class CopySheet(Sheet):
    """A list to choose from, by title; what is typed looks for one.

    Signals:
        picked(object): the ``Card`` of a scenario.
    """

    picked = Signal(object)

    def __init__(
        self, context: Context, cards: Sequence[Card], parent: QWidget | None = None
    ) -> None:
        heading = _("Start from a ready-made story")
        super().__init__(context, heading, parent, width=760)
        said = _("You get a copy of your own. The original stays as it is.")
        self.body.addWidget(SoftLabel(said, self))
        self.field = _Find(
            _("Find a story"), self, hint=_("Find by title, place, skill, or who is in it")
        )
        self.field.textChanged.connect(self._sought)
        self.field.walked.connect(self._walk)
        self.body.addWidget(self.field)
        place = QWidget(self)
        self._tiles = Tiles(place, least=_LEAST, spacing=10)
        ordered = sorted(cards, key=lambda card: card.title.casefold())
        self.choices = [_Choice(card, place) for card in ordered]
        for choice in self.choices:
            choice.clicked.connect(self._picked)
            choice.walked.connect(self._walk)
            self._tiles.addWidget(choice)
        self.body.addWidget(place)
        self._none = SoftLabel(_("No ready-made story has these words."), self)
        self._none.hide()
        self.body.addWidget(self._none)
        self.body.addStretch(1)
        cancel = QuietButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.buttons.addWidget(cancel)
        chain(self)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> list[_Choice]:
        """Give the stories that have what is sought, in their order."""
        return [choice for choice in self.choices if not choice.isHidden()]

    def _sought(self) -> None:
        words = alike(self.field.text()).split()
        for choice in self.choices:
            choice.setVisible(all(word in choice.haystack for word in words))
        self._tiles.invalidate()
        found = len(self.shown())
        self._none.setVisible(not found)
        self.scroller.bar.setValue(0)
        if self.context is not None:
            said = ngettext("%(n)d story", "%(n)d stories", found) % {"n": found}
            self.context.announce(said if found else self._none.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type into the field from anywhere."""
        typed = event.text()
        if typed.strip() and typed.isprintable() and not self.field.hasFocus():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.insert(typed)
        elif enter.is_enter(event):
            event.accept()  # In the field it begins nothing.
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        shown = self.shown()
        at = next((n for n, one in enumerate(shown) if one.hasFocus()), -1)
        to = at + by
        if to < 0:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif to < len(shown):
            shown[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked(self) -> None:
        choice = self.sender()
        if isinstance(choice, _Choice):
            self.accept()
            self.picked.emit(choice.card)
