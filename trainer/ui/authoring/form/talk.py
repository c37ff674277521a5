"""Dialogue: who speaks, and what is said, one line below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.authoring.checking import not_yet
from trainer.authoring.forms import entries, in_picture, switching, writing
from trainer.authoring.forms.fields import Field, Is
from trainer.language import N_, _
from trainer.ui import theme
from trainer.ui.authoring.form.box import FormBox
from trainer.ui.authoring.form.own_undo import small
from trainer.ui.authoring.form.pick_list import PickList
from trainer.ui.authoring.form.pool import MANY, Pool
from trainer.ui.authoring.form.rows import Row, put_in_box
from trainer.ui.authoring.form.tool import Tool
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from trainer.authoring.forms.known import Known
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.writer import Writer

LINE: Final = Field((), N_("Line"), Is.TEXT)


class TalkLine(Row):
    """One line.

    Signals:
        moved(int): it shall go so many places down.
        removed(): it shall go.
        followed(): a line shall come behind it.
    """

    label_shows = False
    moved = Signal(int)
    removed = Signal()
    followed = Signal()

    def make(self) -> QWidget:
        """Make who, what, and what else can be done."""
        self._speakers: list[tuple[str, str]] = []
        self._who = ""
        holder = QWidget(self)
        column = theme.lay(QVBoxLayout(holder), spacing=4)
        head = theme.lay(QHBoxLayout(), spacing=0)
        self.who = PickList("", holder)
        small(self.who)
        self.who.chosen.connect(self._spoken_by)
        head.addWidget(self.who, 1)
        head.addSpacing(theme.px(4))
        self.soften = Tool("feather", "", self._soften, holder)
        self.up = Tool("arrow-up", "", self._up, holder)
        self.down = Tool("arrow-down", "", self._down, holder)
        self.remove = Tool("x", "", self.removed.emit, holder)
        for tool in (self.soften, self.up, self.down, self.remove):
            head.addWidget(tool)
        column.addLayout(head)
        self.box = self._box(holder)
        self.box.edited.connect(self._typed)
        column.addWidget(self.box)
        self.soft_label = SoftLabel(_("In softer words"), holder, role=Role.SMALL)
        self.soft = self._box(holder)
        self.soft.edited.connect(self._soft_typed)
        column.addWidget(self.soft_label)
        column.addWidget(self.soft)
        return holder

    def _box(self, parent: QWidget) -> FormBox:
        box = FormBox(parent, lines=1)
        box.edit.installEventFilter(self)
        return box

    def stop(self) -> QWidget:
        """What is said."""
        return self.box.edit

    def ask(self, question: str) -> None:
        """Ask it where what is said is written."""
        self.box.ask(question)

    def name_it(self) -> None:
        """Name every control by the line that it is of."""
        whose = self._whose or self.label.text()
        for control, words in (
            (self.who, _("%(whose)s: who speaks")),
            (self.box.edit, _("%(whose)s: what is said")),
            (self.soft.edit, _("%(whose)s: in softer words")),
        ):
            control.setAccessibleName(words % {"whose": whose})
        for tool, words in (
            (self.soften, _("%(whose)s: say it in softer words, too")),
            (self.up, _("%(whose)s: move up")),
            (self.down, _("%(whose)s: move down")),
            (self.remove, _("%(whose)s: delete")),
        ):
            tool.call(words % {"whose": whose})

    def know(self, known: Known) -> None:
        """Offer who can speak."""
        self._speakers = known.speakers()

    def show_line(self, value: Data, *, first: bool, last: bool) -> None:
        """Show a line; what leads nowhere cannot be pressed."""
        who = switching.speaker(value)
        said = value.get(who) if isinstance(value, dict) and who else value
        soft = value.get("soft") if isinstance(value, dict) else None
        self._fill_who(who)
        for box, text in ((self.box, said), (self.soft, soft)):
            shown = text.rstrip("\n") if isinstance(text, str) else ""
            if shown.rstrip() != box.text().rstrip():
                put_in_box(box, shown)
        has_soft = soft is not None or (bool(who) and self.soft.edit.hasFocus())
        for one in (self.soft_label, self.soft):
            one.setVisible(has_soft)
        self.soften.setVisible(bool(who) and not has_soft)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def _fill_who(self, who: str) -> None:
        there = [(self.who.itemData(at), self.who.itemText(at)) for at in range(self.who.count())]
        known = {key for key, _name in self._speakers}
        wanted = [*self._speakers, *([] if who in known else [(who, who)])]
        if there != wanted:
            self.who.clear()
            for key, name in wanted:
                self.who.add(name, key)
        self._who = who
        self.who.choose(who)

    def show_value(self, value: Data) -> None:
        """Nothing: the list says which line it is."""

    # Changing

    def _said_at(self, key: str) -> Path:
        return (*self.base, key) if key else self.base

    def _typed(self) -> None:
        said = self.box.text().rstrip()
        path = self._said_at(self._who)
        self.writer.write(path, said, _("Write in the dialogue"), typed=True)

    def _soft_typed(self) -> None:
        said = self.soft.text().rstrip()
        act = _("Write in softer words")
        self.writer.write((*self.base, "soft"), said or None, act, typed=True)

    def _soften(self) -> None:
        self.writer.write((*self.base, "soft"), "", _("Say it in softer words, too"))
        self.soft.setFocus()

    def _harden(self) -> None:
        """Leave it at what is said, if no softer words were found."""
        if self.writer.data((*self.base, "soft")) is not None:
            self.writer.write((*self.base, "soft"), None, _("Write in softer words"))
        for one in (self.soft_label, self.soft):
            one.hide()
        self.soften.setVisible(bool(self._who))

    def _spoken_by(self, who: object) -> None:
        with self.writer.step(_("Change who speaks"), self.base) as step:
            switching.spoken_by(step, self.writer.document, self.base, str(who or ""))
            in_picture.come_in(step, self.writer.document, self.base, str(who or ""))
        if not self.box.text().strip():
            # Who speaks was chosen first: now what is said.
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _up(self) -> None:
        self.moved.emit(-1)

    def _down(self) -> None:
        self.moved.emit(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on to the next line; Alt and an arrow move this one."""
        if event.type() == QEvent.Type.FocusOut:
            self.writer.pause()
            if watched is self.soft.edit and not self.soft.text().strip():
                self._harden()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._by_key(event)
        return super().eventFilter(watched, event)

    def _by_key(self, event: QKeyEvent) -> bool:
        key, with_ = event.key(), event.modifiers()
        if enter.is_enter(event) and not with_:
            self.followed.emit()
            return True
        if with_ == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
            return True
        return False


class Talk(QWidget):
    """All lines of a dialogue, and what adds one."""

    def __init__(self, field: Field, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.writer = field, writer
        self._base: Path = ()
        self._whose = ""
        column = theme.lay(QVBoxLayout(self), spacing=6)
        self.label = SoftLabel(_(field.words), self, role=Role.SMALL)
        self.lines: Pool[TalkLine] = Pool(self._line, writer, self, spacing=12, most=MANY)
        self.add = LinkButton(_("Add a line"), self, icon="plus")
        self.add.clicked.connect(self._append)
        self.hard = SoftLabel("", self, role=Role.SMALL)
        self.hard.setText(
            _(
                "Nothing in this story has softer words yet: who softens strong language reads it "
                "as it stands. The feather beside a line makes room for them."
            )
        )
        for one in (self.label, self.lines, self.hard, self.add):
            column.addWidget(one)
        self.hard.hide()

    def _line(self) -> TalkLine:
        line = TalkLine(LINE, self.writer, self)
        line.moved.connect(self._moved)
        line.removed.connect(self._removed)
        line.followed.connect(self._followed)
        return line

    @property
    def path(self) -> Path:
        """Where in the file it stands."""
        return (*self._base, *self.field.path)

    def bind(self, base: Path, whose: str = "") -> None:
        """Stand at another place."""
        self._base, self._whose = base, whose
        said = _("Add a line")
        named = _("%(whose)s: %(act)s") % {"whose": whose, "act": said} if whose else said
        self.add.setAccessibleName(named)

    def show_lines(self, value: Data, known: Known) -> None:
        """Show the lines."""
        given = value if isinstance(value, list) else []
        self.label.setVisible(bool(given))
        last = len(given) - 1
        for at, line in enumerate(self.lines.need(len(given))):
            numbered = _("Line %(n)d") % {"n": at + 1}
            if self._whose:
                numbered = _("%(whose)s, line %(n)d") % {"whose": self._whose, "n": at + 1}
            line.bind((*self.path, at), numbered)
            line.know(known)
            line.show_line(given[at], first=at == 0, last=at == last)
        for line in self.lines.spare:
            line.bind(())
        self._tell_hard(given, known)

    def _tell_hard(self, given: list[Data], known: Known) -> None:
        """Say where somebody who harms speaks if nothing in the story has softer words."""
        harming = {one.key for one in known.cast if one.harming}
        speaks = any(switching.speaker(one) in harming for one in given)
        hard = speaks and not_yet.unsoftened(self.writer.document) is not None
        if self.hard.isHidden() is hard:
            self.hard.setVisible(hard)
            self.writer.grown.emit()

    def _at(self) -> int | None:
        line = self.sender()
        return next((at for at, one in enumerate(self.lines.shown) if one is line), None)

    def _append(self) -> None:
        there = self.writer.data(self.path)
        self._insert(len(there) if isinstance(there, list) else 0)

    def _followed(self) -> None:
        at = self._at()
        if at is not None:
            self._insert(at + 1)

    def _insert(self, at: int) -> None:
        """Put a line there, said by whoever spoke before the one above, as people take turns."""
        spoke = [one.who.value() for one in self.lines.shown[:at]]
        who = str(spoke[-2] or "") if len(spoke) > 1 else ""
        path = (*self.path, at)
        with self.writer.step(_("Add a line"), path) as step:
            data = {who: ""} if who else ""
            if self.lines.shown:
                step.insert(self.writer.document, path, data)
            else:
                writing.write(step, self.writer.document, self.path, [data])
        if at < len(self.lines.shown):
            line = self.lines.shown[at]
            (line.box.edit if who else line.who).setFocus(Qt.FocusReason.OtherFocusReason)

    def _moved(self, by: int) -> None:
        at = self._at()
        if at is None:
            return
        focused = self.window().focusWidget()
        of_box = focused is self.lines.shown[at].box.edit
        with self.writer.step(_("Move a line"), (*self.path, at)) as step:
            to = entries.move(step, self.writer.document, (*self.path, at), by)[-1]
        assert isinstance(to, int)
        if to >= len(self.lines.shown):
            return  # It has gone where no lines are shown any more.
        line = self.lines.shown[to]
        stop = line.box.edit if of_box else line.up if by < 0 else line.down
        if not stop.isEnabled():
            stop = line.down if by < 0 else line.up
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        known = {"n": to + 1, "count": len(self.lines.shown)}
        self.writer.bench.context.announce(_("Now line %(n)d of %(count)d.") % known)

    def _removed(self) -> None:
        at = self._at()
        if at is None:
            return
        with self.writer.step(_("Delete a line"), (*self.path, at)) as step:
            writing.take(step, self.writer.document, (*self.path, at))
        shown = self.lines.shown
        stop: QWidget = shown[min(at, len(shown) - 1)].remove if shown else self.add
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.writer.bench.context.announce(_("The line is gone. Ctrl Z brings it back."))
