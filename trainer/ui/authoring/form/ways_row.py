"""Where a choice or a scene leads: to one scene, or to several, by what has happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.authoring.forms import fields
from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.form.pool import Pool
from trainer.ui.authoring.form.target import SceneRow
from trainer.ui.authoring.form.tool import Tool
from trainer.ui.authoring.form.when import WhenRow
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from trainer.authoring.forms.fields import Field
    from trainer.authoring.forms.known import Known
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.writer import Writer


class WayCard(Card):
    """One way, with what has to be so for it.

    Signals:
        removed(): it shall go.
    """

    removed = Signal()

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="well", margins=(10, 8, 10, 10), spacing=6)
        head = theme.lay(QHBoxLayout(), spacing=4)
        self.title = Words("", self, role=Role.SMALL_STRONG)
        head.addWidget(self.title, 1)
        self.remove = Tool("x", "", self.removed.emit, self)
        head.addWidget(self.remove)
        self.body.addLayout(head)
        self.when = WhenRow(fields.WAY_IF, writer, self)
        self.when.label.hide()
        self.to = SceneRow(fields.WAY_TO, writer, self)
        self.body.addWidget(self.when)
        self.body.addWidget(self.to)

    def show_way(self, base: Path, way: Data, known: Known, whose: str, *, last: bool) -> None:
        """Show a way."""
        at = base[-1]
        assert isinstance(at, int)
        title = _("Else") if last and at != 0 else _("If")
        self.title.setText(title)
        numbered = _("%(whose)s, way %(n)d") % {"whose": whose, "n": at + 1}
        self.remove.call(_("%(whose)s: delete") % {"whose": numbered})
        for row in (self.when, self.to):
            row.bind(base, numbered)
        self.when.know(known)
        self.when.show_in(way)
        self.when.setVisible(not last or self.when.is_filled(way))
        self.to.show_in(way)


class WaysRow(QWidget):
    """Where something leads."""

    def __init__(self, field: Field, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.writer = field, writer
        self._base: Path = ()
        self._whose = ""
        self._ways: list[Data] = []
        column = theme.lay(QVBoxLayout(self), spacing=6)
        self.single = SceneRow(field, writer, self)
        self.label = Words(_(field.words), self, role=Role.SMALL, tone="soft")
        self.cards: Pool[WayCard] = Pool(self._card, writer, self)
        self.split = LinkButton(_("It depends on what happened"), self, icon="route")
        self.split.clicked.connect(self._split)
        for one in (self.single, self.label, self.cards, self.split):
            column.addWidget(one)

    def _card(self) -> WayCard:
        card = WayCard(self.writer, self)
        card.removed.connect(self._removed)
        return card

    @property
    def path(self) -> Path:
        """Where in the file it stands."""
        return (*self._base, *self.field.path)

    def bind(self, base: Path, whose: str = "") -> None:
        """Stand at another place."""
        self._base, self._whose = base, whose
        self.single.bind(base, whose)

    def show_in(self, holder: Data, known: Known) -> None:
        """Show where it leads."""
        value = holder.get(self.field.path[-1]) if isinstance(holder, dict) else None
        self._ways = value if isinstance(value, list) else []
        many = isinstance(value, list)
        self.single.setVisible(not many)
        self.single.base = () if many else self._base
        self.label.setVisible(many)
        if not many:
            self.single.show_in(holder)
        said = _(self.field.words)
        whose = _("%(whose)s: %(field)s") % {"whose": self._whose, "field": said}
        whose = whose if self._whose else said
        for at, card in enumerate(self.cards.need(len(self._ways))):
            last = at == len(self._ways) - 1
            card.show_way((*self.path, at), self._ways[at], known, whose, last=last)
        for card in self.cards.spare:
            card.when.bind(())
            card.to.bind(())
        words = _("Add a way") if many else _("It depends on what happened")
        if words != self.split.words():
            self.split.set_words(words, icon="plus" if many else "route")
        self.split.setAccessibleName(_("%(whose)s: %(act)s") % {"whose": whose, "act": words})

    def stop(self) -> QWidget:
        """What takes the focus first."""
        shown = self.cards.shown
        return shown[0].when.stop() if shown else self.single.stop()

    def _split(self) -> None:
        """Add a way before the last; one that stood alone becomes what holds otherwise."""
        act = _("Add a way")
        if self._ways:
            at = max(0, len(self._ways) - 1)
            with self.writer.step(act, self.path) as step:
                step.insert(self.writer.document, (*self.path, at), {"when": "", "to": ""})
        else:
            alone = self.writer.data(self.path)
            to = alone if isinstance(alone, str) else ""
            self.writer.write(self.path, [{"when": "", "to": ""}, {"to": to}], act)
            at = 0
        if at < len(self.cards.shown):
            self.cards.shown[at].when.stop().setFocus()

    def _removed(self) -> None:
        """Take a way out; the last one that is left stands alone again."""
        card = self.sender()
        at = next((at for at, one in enumerate(self.cards.shown) if one is card), None)
        if at is None:
            return
        left = [*self._ways[:at], *self._ways[at + 1 :]]
        act = _("Delete a way")
        if len(left) == 1 and isinstance(left[0], dict):
            self.writer.write(self.path, left[0].get("to", ""), act)
        else:
            with self.writer.step(act, (*self.path, at)) as step:
                step.put(self.writer.document, (*self.path, at), None)
        self.stop().setFocus()
