"""Something that has a name and is referred to: shown with where, renamed, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring import called
from trainer.authoring.called import in_words
from trainer.authoring.scenes import usage
from trainer.language import N_, _, ngettext
from trainer.ui import theme
from trainer.ui.authoring.outline.sheets import NameSheet
from trainer.ui.authoring.tables.uses import UsesSheet, ask_removal, count_words
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, QuietButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from trainer.authoring.scenes.counting import Counts
    from trainer.authoring.scenes.naming import Sort
    from trainer.authoring.scenes.usage import Use
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.form.writer import Writer


class Named(QWidget):
    """An entry of the cast, or of what the story remembers.

    ``top`` is the key in the file that holds such entries, and what they are to the names.
    """

    top: Sort = "cast"
    renames, asks = N_("Rename …"), N_("What it is called from now on")

    def __init__(self, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.writer = writer
        self.name = ""
        self.column = theme.lay(QVBoxLayout(self), spacing=8)

    def add_acts(self) -> None:
        """Add what tells where it is used, and what renames it or takes it away."""
        self.told = SoftLabel("", self, role=Role.SMALL)
        self.column.addWidget(self.told)
        row = FlowLayout(spacing=12, line_spacing=2)
        self.show_uses = LinkButton(_("Where"), self)
        self.rename = LinkButton(_(self.renames), self)
        self.remove = LinkButton(_("Take out …"), self)
        for button, act in (
            (self.show_uses, self.open_uses),
            (self.rename, self.ask_name),
            (self.remove, self.ask_removal),
        ):
            button.clicked.connect(act)
            row.addWidget(button)
        self.column.addLayout(row)

    @property
    def path(self) -> Path:
        """Where it stands."""
        return (self.top, self.name)

    def called(self) -> str:
        """What people call it."""
        return in_words(self.name)

    def in_file(self, name: str) -> str:
        """Give how something of its kind is called whose name in the file is asked for."""
        return called.of(self.writer.document, name, self.top)

    # What a subclass knows

    def uses(self) -> list[Use]:
        """Give where it is used."""
        return usage.of_member(self.writer.document, self.name)

    def count(self, counts: Counts) -> int:
        """Give in how many places it is used."""
        return counts.people[self.name]

    def taken(self) -> list[str]:
        """Give the names of its kind."""
        there = self.writer.data((self.top,))
        return list(there) if isinstance(there, dict) else []

    def rename_to(self, new: str, typed: str) -> None:
        """Give it another name, everywhere; ``typed`` are the words of that."""
        raise NotImplementedError

    # Telling and doing

    def tell_uses(self, counts: Counts) -> None:
        """Say in how many places it is used."""
        count = self.count(counts)
        self.told.setText(count_words(count))
        self.show_uses.setEnabled(bool(count))
        known = {"name": self.called()}
        self.show_uses.setAccessibleName(_("Where %(name)s is used") % known)
        self.rename.setAccessibleName(_("Rename %(name)s") % known)
        self.remove.setAccessibleName(_("Take %(name)s out") % known)

    def renew_uses(self, counts: Counts) -> None:
        """Say anew in how many places it is used, if that shows."""
        raise NotImplementedError

    def open_uses(self) -> None:
        """List the places."""
        bench = self.writer.bench
        heading = _("Where %(name)s is used") % {"name": self.called()}
        sheet = UsesSheet(bench.context, self.window(), heading, self.uses())
        sheet.wanted.connect(bench.write_at)
        sheet.open()

    def ask_name(self) -> None:
        """Ask for another name in the file."""
        count = len(self.uses())
        follow = ngettext(
            "%(n)d place follows.", "%(n)d places follow.", count
        ) % {"n": count}  # fmt: skip
        self._sheet = NameSheet(
            self.writer.bench.context,
            self.window(),
            _("Rename “%(name)s”") % {"name": self.called()},
            _(self.asks),
            _("Rename"),
            self.taken(),
            sort=self.top,
            name=self.name,
            said=self.in_file,
            sentences=[follow] if count else [],
        )
        self._sheet.answered.connect(self._name_given)
        self._sheet.open()

    def _name_given(self) -> None:
        self.rename_to(self._sheet.name, self._sheet.typed)

    def ask_removal(self) -> None:
        """Take it out; where it is used, show where, and ask."""
        uses = self.uses()
        if not uses:
            self.take_out()
            return
        sheet = ask_removal(self.writer.bench.context, self.window(), self.called(), uses)
        sheet.agreed.connect(self.take_out)
        sheet.open()

    def take_out(self) -> None:
        """Take it out of the file, and remember by which name it was known."""
        called = self.called()
        words = _("Take out “%(name)s”") % {"name": called}
        self.writer.document.gone[self.path] = called
        self.writer.write(self.path, None, words)
        self.writer.bench.context.announce(
            _("“%(name)s” is gone. Ctrl Z brings it back.") % {"name": called}
        )


def add_button(words: str, parent: QWidget) -> QuietButton:
    """Make a button that adds an entry."""
    return QuietButton(words, parent, icon="plus")
