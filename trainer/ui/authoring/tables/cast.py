"""The people of a scenario: each with what there is to say of them, folded away."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.called import of_person
from trainer.authoring.forms import of_file
from trainer.authoring.forms.questions import question
from trainer.authoring.scenes import counting, renaming, usage
from trainer.authoring.scenes.naming import member_names
from trainer.language import N_, _
from trainer.scenario.kinds import Role
from trainer.ui import theme
from trainer.ui.authoring.form.making import add_rows
from trainer.ui.authoring.form.pool import Pool
from trainer.ui.authoring.form.tool import Fold
from trainer.ui.authoring.outline.sheets import NameSheet
from trainer.ui.authoring.tables.named import Named, add_button
from trainer.ui.authoring.tables.old_name import OldName
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.scroller import Scroller
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from trainer.authoring.scenes.counting import Counts
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.rows import Row
    from trainer.ui.authoring.form.writer import Writer

_SETTLES: Final = 600
"""Milliseconds in which what has opened finds its height."""


_BESIDE: Final = MappingProxyType(
    {
        Role.TARGETED.value: N_("it happens to them"),
        Role.HARMING.value: N_("harms"),
        Role.BYSTANDER.value: N_("is there, too"),
        Role.AUTHORITY.value: N_("works there, or is in charge"),
        Role.ALLY.value: N_("stands by them"),
    }
)
"""What somebody is in what happens, beside their name: nobody is called by what is done to them."""


class _PersonFold(Fold):
    """A person's line."""

    def __init__(self, words: str, parent: QWidget | None = None, *, spacing: int = 12) -> None:
        super().__init__(words, parent, spacing=spacing)
        self.beside = SoftLabel("", self, role=theme.Role.SMALL, wrap=False)
        line = FlowLayout(spacing=10, line_spacing=0)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.removeWidget(self.link)
        line.addWidget(self.link)
        line.addWidget(self.beside)
        whole.insertLayout(0, line)

    def describe(self, role: object) -> None:
        """Say beside the name what the person is in what happens."""
        words = _BESIDE.get(role) if isinstance(role, str) else None
        self.beside.setText(_(words) if words else "")
        self.beside.setVisible(bool(words))

    def call(self, words: str) -> None:
        """Say who it is."""
        if words != self._words:
            self._words = words
            self._say()


class PersonPart(Named):
    """A person of the cast. What is written in is made when it is first opened.

    Signals:
        made(): there is more to be written in now.
    """

    made = Signal()
    top = "cast"
    renames, asks = N_("Short name …"), N_("Short name of this person in the file")

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(writer, parent)
        self.fold = _PersonFold("", self, spacing=10)
        self.column.addWidget(self.fold)
        self.rows: list[Row] = []
        self.old_name: OldName | None = None
        self._shown: Data = None
        self._whose = ""
        self._coming = QTimer(self, singleShot=True)
        self._follows = False
        self.fold.opened.connect(self._opened)

    def called(self) -> str:
        """What the person is called."""
        return of_person(self._shown, self.name)

    def show_person(self, name: str, there: Data) -> None:
        """Show what stands there now."""
        before, self.name, self._shown = (self.name, self._whose), name, there
        data = there if isinstance(there, dict) else {}
        role = data.get("role")
        self._whose = self.called()
        self.fold.call(self._whose)
        # What they are in what happens stands beside the name of a person, not in it.
        self.fold.describe(role)
        for row in self.rows:
            if before != (self.name, self._whose):
                row.bind(self.path, self._whose)
            row.show_in(data)
        if self.old_name is not None:
            self.old_name.follow(self.writer.document, (*self.path, "name"), data.get("name"))

    def _opened(self, on: bool) -> None:
        if on and not self.rows:
            self.rows = add_rows(of_file.PERSON, self.writer, self.fold.body, self.fold.column)
            for row in self.rows:
                row.bind(self.path, self.called())
                row.ask(question(self.writer.document, row.path))
                row.show_in(self._shown if isinstance(self._shown, dict) else {})
            self._add_old_name()
            inner = QWidget(self.fold.body)
            self.fold.column.addWidget(inner)
            column, self.column = self.column, theme.lay(QVBoxLayout(inner), spacing=4)
            self.add_acts()
            self.column = column
            self.made.emit()
        if on:
            self.tell_uses(counting.of_document(self.writer.document))
            self._coming.start(_SETTLES)
            self._come_into_view()

    def _add_old_name(self) -> None:
        """Below the name: where the one that was there before still stands in the story."""
        there = self._shown if isinstance(self._shown, dict) else {}
        self.old_name = OldName(self.writer.bench, self.fold.body)
        at = self.fold.column.indexOf(self.rows[0]) + 1
        self.fold.column.insertWidget(at, self.old_name)
        self.old_name.follow(self.writer.document, (*self.path, "name"), there.get("name"))

    def _come_into_view(self) -> None:
        """Scroll what has opened into view, which may be at the foot."""
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, Scroller):
            holder = holder.parentWidget()
        if holder is None or not self.fold.is_open or not self._coming.isActive():
            return
        if not self._follows:
            self._follows = True
            holder.bar.rangeChanged.connect(self._come_into_view)  # There is more room to scroll.
        holder.show_widget(self)

    def renew_uses(self, counts: Counts) -> None:
        """Say anew in how many places the person is met, if that shows."""
        if self.rows and self.fold.is_open:
            self.tell_uses(counts)

    def uses(self) -> list[usage.Use]:
        """Give where the person is met."""
        return usage.of_member(self.writer.document, self.name)

    def rename_to(self, new: str, typed: str) -> None:
        """Give the person another name in the file."""
        del typed  # People are called by their names.
        words = _("Rename “%(old)s” to “%(new)s”") % {"old": self.name, "new": new}
        with self.writer.step(words, ()) as step:
            renaming.rename_member(step, self.writer.document, self.name, new)


class CastTable(QWidget):
    """Everybody, and a button for one more.

    Signals:
        arranged(): there are others, or more to be written in.
    """

    arranged = Signal()

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.writer = writer
        column = theme.lay(QVBoxLayout(self), spacing=8)
        column.addWidget(Heading(_("Who is in it"), self, role=theme.Role.SUBHEADING))
        self.none = SoftLabel(_("Nobody yet. Whoever it happens to comes first."), self)
        column.addWidget(self.none)
        self.people: Pool[PersonPart] = Pool(self._part, writer, self)
        column.addWidget(self.people)
        self.add = add_button(_("Person"), self)
        self.add.clicked.connect(self.ask)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def _part(self) -> PersonPart:
        part = PersonPart(self.writer)
        part.made.connect(self.arranged)
        return part

    def show_cast(self, there: Data) -> None:
        """Show who is there now."""
        cast = there if isinstance(there, dict) else {}
        self.none.setVisible(not cast)
        parts = self.people.need(len(cast))
        for part, (name, told) in zip(parts, cast.items(), strict=True):
            part.show_person(name, told)

    def stand(self, path: Path) -> None:
        """Stand on what is written of somebody, opened; or on what adds somebody."""
        part = next((one for one in self.people.shown if one.name == path[1]), None)
        if part is None:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        part.fold.open()
        row = next((one for one in part.rows if one.path == path), part.rows[0])
        row.stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Ask for somebody new."""
        self._sheet = NameSheet(
            self.writer.bench.context,
            self.window(),
            _("One more person"),
            _("What the person is called"),
            _("Add the person"),
            member_names(self.writer.document),
            sort="cast",
            sentences=[_("A made-up name protects whoever it happened to, and you.")],
        )
        self._sheet.answered.connect(self._named)
        self._sheet.open()

    def _named(self) -> None:
        self.add_person(self._sheet.field.text().strip(), self._sheet.name)

    def add_person(self, words: str, name: str) -> None:
        """Put somebody into the cast, and open what there is to say."""
        told = _("Add “%(name)s”") % {"name": words}
        self.writer.write(("cast", name), {"name": words, "role": "bystander"}, told)
        for part in self.people.shown:
            if part.name == name:
                part.fold.open()
                part.rows[0].stop().setFocus()
