"""What can be taken along, each with what is in the file and what can be set about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.ui import theme
from trainer.ui.along.passphrase import Chosen
from trainer.ui.theme import Role
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from trainer.progress.export.export import Form
    from trainer.ui.context import Context


class Part(QWidget):
    """One thing that can be taken along.

    Signals:
        changed(): something was set otherwise, so that it may be longer or shorter.
    """

    changed = Signal()
    ending = ""
    name = ""
    """Name of a file that is suggested."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.column = theme.lay(QVBoxLayout(self), spacing=10)

    def filters(self) -> str:
        """Kinds of file that the system's dialog offers."""
        raise NotImplementedError

    def wrong(self) -> str:
        """Say why it cannot be saved as it is set; empty if it can."""
        return ""

    def steps(self, out: Path) -> Generator[float, None, Any]:
        """Write the file step by step."""
        raise NotImplementedError

    def say(self, sentence: str, *, soft: bool = False) -> Words:
        """Add a sentence."""
        label = SoftLabel(sentence, self) if soft else Words(sentence, self)
        self.column.addWidget(label)
        return label


def _papers(context: Context) -> tuple[bool, bool]:
    """Tell whether there are papers, and whether they are locked."""
    from trainer.progress.papers import paper_rows
    from trainer.progress.papers.papers import counts

    with context.store.reading() as connection:
        return any(counts(connection)), paper_rows.has_lock(connection)


class EverythingPart(Part):
    """Everything, for Upstander on another computer."""

    ending, name = "upstander", "upstander-everything"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.say(
            _(
                "One file with your runs and what you wrote in them, your answers, what is asked"
                " again, and how sure you felt. On the other computer, take it in under Settings."
            )
        )
        there, locked = _papers(context)
        self.papers = CheckBox(_("With my safety plan and records of what happened"), self)
        self.papers.setChecked(True)
        self.papers.setVisible(there)
        self.column.addWidget(self.papers)
        if there and locked:
            self.say(_("They stay locked with their own passphrase."), soft=True)
        self.seal = CheckBox(_("Lock the file with a passphrase"), self)
        self.seal.toggled.connect(self._seal_turned)
        self.column.addWidget(self.seal)
        self._risk = self.say("", soft=True)
        self.passphrase = Chosen(self)
        self.column.addWidget(self.passphrase)
        self._seal_turned(False)

    def _seal_turned(self, on: bool) -> None:
        self._risk.setText(
            _("Without this passphrase nobody can read the file, and we cannot either.")
            if on
            else _("Without a passphrase, whoever has the file can read what is in it.")
        )
        self.passphrase.setVisible(on)
        self.passphrase.forget()
        if on:
            self.passphrase.fields[0].setFocus()
        self.changed.emit()

    def filters(self) -> str:
        """Ours alone."""
        return _("Everything of Upstander (*.upstander)")

    def wrong(self) -> str:
        """The passphrase, if one is wanted."""
        return self.passphrase.wrong() if self.seal.isChecked() else ""

    def steps(self, out: Path) -> Generator[float, None, Any]:
        """Write everything."""
        from trainer.progress.carry import taking

        passphrase = self.passphrase.typed()[0] if self.seal.isChecked() else ""
        papers = self.papers.isChecked()
        return taking.write(
            self.context.store, out, passphrase=passphrase, papers=papers, force=True
        )


class OthersPart(Part):
    """What other programs read."""

    def __init__(self, context: Context, about: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.say(about)
        there, locked = _papers(context)
        self.papers = CheckBox(_("Also my safety plan and records of what happened"), self)
        self.papers.setVisible(there and not locked)
        self.column.addWidget(self.papers)
        if there and locked:
            self.say(_("Your safety plan and records are locked, and stay out of it."), soft=True)
        self.say(_("Whoever has the file can read what is in it."), soft=True)

    def form(self) -> Form:
        """Form of the file."""
        raise NotImplementedError

    def steps(self, out: Path) -> Generator[float, None, Any]:
        """Write it, at one go."""
        yield 0.0
        papers = self.papers.isChecked()
        self.context.store.export(out, self.form(), papers=papers, force=True)


class TablePart(OthersPart):
    """Tables for a spreadsheet."""

    ending, name = "zip", "upstander-tables"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        about = _(
            "A zip file with one table (CSV) for each: decisions, answers, what is asked again,"
            " and how sure you felt. Any spreadsheet opens them."
        )
        super().__init__(context, about, parent)

    def filters(self) -> str:
        """Zip files."""
        return _("Tables in a zip file (*.zip)")

    def form(self) -> Form:
        """Form of the file."""
        from trainer.progress.export.export import Form

        return Form.CSV


class DataPart(OthersPart):
    """Data for other programs."""

    ending, name = "json", "upstander-data"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        about = _(
            "One JSON file with your runs, answers, what is asked again, and how sure you felt."
            " What each part means is in the documents of Upstander (docs/data.md)."
        )
        super().__init__(context, about, parent)

    def filters(self) -> str:
        """JSON files."""
        return _("JSON (*.json)")

    def form(self) -> Form:
        """Form of the file."""
        from trainer.progress.export.export import Form

        return Form.JSON


def heading(part: Part, words: str) -> None:
    """Put a small heading into a part."""
    part.column.addWidget(Words(words, part, role=Role.NOTE_STRONG))
