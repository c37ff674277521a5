"""One field of a form: its words, what is written or picked in, a note, and what is wrong there.

A row is made once and bound to another place when another thing is shown, so that going from
scene to scene makes no widgets. It shows a value only if that is another one than it holds:
whoever types keeps the cursor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from trainer.authoring.forms.fields import Field, value_in
from trainer.language import N_, _, ngettext
from trainer.ui import theme
from trainer.ui.authoring.form.box import FormBox
from trainer.ui.authoring.form.names_text import NamesText
from trainer.ui.authoring.form.own_undo import leave_undo_to_the_page, small
from trainer.ui.authoring.form.unselected import UnselectedLine
from trainer.ui.authoring.form.wrong import Wrong
from trainer.ui.theme import Role
from trainer.ui.widgets.fields import CheckBox, TextBox
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from trainer.authoring.fixes.fix import Fix
    from trainer.authoring.plainly.told import Told
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.writer import Writer


LONGEST_LINE: Final = 20_000
"""Letters that a field of one line holds."""


class Row(QWidget):
    """A field. A subclass makes what is written in, shows a value there, and writes it."""

    label_shows = True
    keeps = False
    """Whether an empty text stays, though the field need not be there everywhere."""
    doing = N_("Write in “%(field)s”")
    """What is done, as for undoing it."""

    def __init__(self, field: Field, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.writer = writer
        self.base: Path = ()
        self._whose = ""
        self._where = ""
        self.column = theme.lay(QVBoxLayout(self), spacing=4)
        self.label = SoftLabel(_(field.words), self, role=Role.SMALL)
        self.label.setVisible(self.label_shows)
        self.column.addWidget(self.label)
        self.column.addWidget(self.make())
        self.note = SoftLabel(_(field.note) if field.note else "", self, role=Role.SMALL)
        self.note.setVisible(bool(field.note))
        self.column.addWidget(self.note)
        self.wrong = Wrong(self)
        self.wrong.mending_wanted.connect(self._mend)
        self.column.addWidget(self.wrong)
        self.lay_out()
        self.name_it()

    # What a kind of field is

    def make(self) -> QWidget:
        """Make what is written or picked in."""
        raise NotImplementedError

    def lay_out(self) -> None:
        """Add what else there is, once the rest is there."""

    def stop(self) -> QWidget:
        """Give what takes the focus."""
        raise NotImplementedError

    def show_value(self, value: Data) -> None:
        """Show a value, if it is another one than what shows."""
        raise NotImplementedError

    # Where it stands

    @property
    def path(self) -> Path:
        """Where in the file it stands."""
        return (*self.base, *self.field.path)

    def places(self) -> list[Path]:
        """Give every place that it shows."""
        return [self.path]

    def bind(self, base: Path, whose: str = "") -> None:
        """Stand at another place; ``whose`` is said before its name ("Choice 2")."""
        self.base = base
        if whose != self._whose:
            self._whose = whose
            self.name_it()

    def show_in(self, holder: Data) -> None:
        """Show what stands in what holds it, which is plain data."""
        self.show_value(value_in(holder, self.field.path))

    def is_filled(self, holder: Data) -> bool:
        """Whether something stands there."""
        return value_in(holder, self.field.path) not in (None, "", "false")

    def call(self, words: str) -> None:
        """Have it called something else; words that are looked up already."""
        if words != self.label.text():
            self.label.setText(words)
            self.name_it()

    def ask(self, question: str) -> None:
        """Ask something while nothing is written there; empty asks nothing."""

    def name_it(self) -> None:
        """Tell a screen reader what it is called, and its note."""
        for stop in self.stops():
            stop.setAccessibleName(self.spoken())
            stop.setAccessibleDescription(self._described())

    def stand_in(self, where: str) -> None:
        """Tell a screen reader in what one writes here, where one may have come from elsewhere."""
        if where != self._where:
            self._where = where
            self.name_it()

    def _described(self) -> str:
        said = self._where, self.note.text(), self.wrong.words()
        return " ".join(one for one in said if one)

    def spoken(self) -> str:
        """Give its name as a screen reader says it."""
        if not self._whose:
            return self.label.text()
        known = {"whose": self._whose, "field": self.label.text()}
        return _("%(whose)s: %(field)s") % known

    def stops(self) -> list[QWidget]:
        """Give all that takes the focus."""
        return [self.stop()]

    # Writing

    def write(self, data: Data, *, typed: bool = False) -> None:
        """Let something else stand there; an empty text as the field has it."""
        if data in (None, "", []):
            data = "" if self.field.kept or self.keeps else None
        self.writer.write(self.path, data, self.act(), typed=typed)

    def act(self) -> str:
        """Say what is done, as for undoing it."""
        return _(self.doing) % {"field": self.label.text()}

    def _fix(self) -> Fix | None:
        """Give what surely mends what is wrong there, as the text is now."""
        worst, bench = self.wrong.worst, self.writer.bench
        if worst is None or bench.document is None or worst not in bench.problems:
            return None
        from trainer.authoring.fixes.fixing import fixes_for

        return next(iter(fixes_for(bench.document, worst)), None)

    def _mend(self) -> None:
        fix = self._fix()
        if fix is None:
            return
        with self.writer.step(fix.words, self.path) as step:
            fix.act(step, self.writer.document)
        self.stop().setFocus()

    def show_problems(self, found: list[Told]) -> None:
        """Show what is wrong there."""
        if not found and self.wrong.worst is None:
            return  # As almost everywhere, for every scene that one goes to.
        self.wrong.show_problems(found)
        fix = self._fix()
        self.wrong.offer(fix.words if fix is not None else "")
        said = self._described()
        for stop in self.stops():
            if stop.accessibleDescription() != said:
                stop.setAccessibleDescription(said)


class LineRow(Row):
    """A text of one line, such as a title."""

    def make(self) -> QWidget:
        """Make the line."""
        self.edit = UnselectedLine("", self)
        small(self.edit)
        leave_undo_to_the_page(self.edit)
        self.edit.setMaxLength(LONGEST_LINE)
        self.edit.inputRejected.connect(self._tell_full)
        self.edit.textEdited.connect(self._typed)
        self.edit.editingFinished.connect(self.writer.pause)
        return self.edit

    def ask(self, question: str) -> None:
        """Ask it in the line."""
        self.edit.setPlaceholderText(question)

    def stop(self) -> QWidget:
        """The line."""
        return self.edit

    def _tell_full(self) -> None:
        """Say that what was pasted is not all there."""
        said = ngettext(
            "A line holds %(n)d letter. The rest of what came is not in it.",
            "A line holds %(n)d letters. The rest of what came is not in it.",
            LONGEST_LINE,
        )
        self.writer.bench.context.notice(said % {"n": LONGEST_LINE})

    def show_value(self, value: Data) -> None:
        """Show the text."""
        said = as_line(value)
        if said != self.edit.text().strip():
            put_in_line(self.edit, said)

    def _typed(self, text: str) -> None:
        self.write(text.strip(), typed=True)


class TextRow(Row):
    """Several lines."""

    def ask(self, question: str) -> None:
        """Ask it in the box."""
        self.box.ask(question)

    def make(self) -> QWidget:
        """Make the box."""
        self.box = FormBox(self, lines=self.field.lines)
        self.box.edited.connect(self._typed)
        self.box.edit.installEventFilter(self)
        return self.box

    def stop(self) -> QWidget:
        """What is written in."""
        return self.box.edit

    def show_value(self, value: Data) -> None:
        """Show the text."""
        said = value.rstrip("\n") if isinstance(value, str) else ""
        if said.rstrip() != self.box.text().rstrip():
            put_in_box(self.box, said)

    def _typed(self) -> None:
        self.write(self.box.text().rstrip(), typed=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let what is typed after coming back be another step."""
        if event.type() == QEvent.Type.FocusOut:
            self.writer.pause()
        return super().eventFilter(watched, event)


class NamesRow(TextRow):
    """Several short texts, with commas between them; they wrap where one line is too short."""

    def make(self) -> QWidget:
        """Make a box that is one line high until there is more."""
        self._said = NamesText()
        self.box = FormBox(self, lines=1)
        self.box.edited.connect(self._typed)
        self.box.edit.installEventFilter(self)
        return self.box

    def show_value(self, value: Data) -> None:
        """Show the texts."""
        there = list(map(_on_one_line, texts(value)))
        if there != self._said.names():
            put_in_box(self.box, self._said.show(there))

    def _typed(self) -> None:
        self.write(self._said.typed(self.box.text()), typed=True)


class SentencesRow(TextRow):
    """Several texts, each in a line of its own."""

    def show_value(self, value: Data) -> None:
        """Show the texts."""
        there = texts(value)
        if list(map(_on_one_line, there)) != self._lines():
            put_in_box(self.box, "\n".join(map(_on_one_line, there)))

    def _lines(self) -> list[str]:
        return [one for line in self.box.text().split("\n") if (one := line.strip())]

    def _typed(self) -> None:
        # What was not touched stays as it is written, line breaks within it included.
        before = {_on_one_line(one): one for one in texts(self.writer.data(self.path))}
        wanted = [before.get(one, one) for one in self._lines()]
        alone = isinstance(self.writer.data(self.path), str) and len(wanted) == 1
        self.write(wanted[0] if alone else wanted, typed=True)


class TickRow(Row):
    """Something that is so, or not."""

    doing = N_("Tick “%(field)s”")
    label_shows = False

    def make(self) -> QWidget:
        """Make the box to tick."""
        self.tick = CheckBox(_(self.field.words), self, role=Role.NOTE)
        self.tick.toggled.connect(self._ticked)
        return self.tick

    def stop(self) -> QWidget:
        """The box to tick."""
        return self.tick

    def show_value(self, value: Data) -> None:
        """Show whether it is so."""
        self.tick.blockSignals(True)
        self.tick.setChecked(value == "true")
        self.tick.blockSignals(False)

    def _ticked(self, on: bool) -> None:
        self.write("true" if on else "false" if self.field.kept else None)


def as_line(value: Data) -> str:
    """Give a text on one line; what is no text shows as none."""
    return _on_one_line(value) if isinstance(value, str) else ""


def _on_one_line(text: str) -> str:
    return " ".join(text.split("\n")).strip()


def texts(value: Data) -> list[str]:
    """Give the texts of a list; a single text counts as a list of it."""
    given: list[Any] = value if isinstance(value, list) else [value]
    return [one for one in given if isinstance(one, str) and one.strip()]


def put_in_line(edit: QLineEdit, text: str) -> None:
    """Show another text in a line, with the cursor where it was.

    Of one that no line can hold the beginning shows, and it is not changed here.
    """
    is_whole = len(text) <= LONGEST_LINE
    shown = text if is_whole else f"{text[: LONGEST_LINE - 1]}…"
    said = "" if is_whole else _("It is too long to be changed here. Ctrl 3 shows the whole text.")
    edit.setReadOnly(not is_whole)
    edit.setToolTip(said)
    if shown != edit.text():
        at = edit.cursorPosition() if edit.hasFocus() else 0
        edit.setText(shown)
        edit.setCursorPosition(min(at, len(shown)))


def put_in_box(box: TextBox, text: str) -> None:
    """Show another text in a box, with the cursor where it was, and without a signal."""
    edit = box.edit
    at, top = edit.textCursor().position(), edit.verticalScrollBar().value()
    for one in (edit, box):
        one.blockSignals(True)
    box.set_text(text)
    for one in (edit, box):
        one.blockSignals(False)
    box.restyled()
    cursor = edit.textCursor()
    cursor.setPosition(min(at, max(0, edit.document().characterCount() - 1)))
    edit.setTextCursor(cursor)
    edit.verticalScrollBar().setValue(top)
