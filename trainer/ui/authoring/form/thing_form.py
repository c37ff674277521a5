"""The form of a thing of a file, or of the file itself, made from its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.authoring.forms import things
from trainer.language import _
from trainer.plans import keys as plan_keys
from trainer.plans.model import Kind
from trainer.ui import theme
from trainer.ui.authoring.form import thing_acts
from trainer.ui.authoring.form.either_row import EitherRow
from trainer.ui.authoring.form.form import Form
from trainer.ui.authoring.form.making import add_rows
from trainer.ui.authoring.form.thing_list import ThingList
from trainer.ui.authoring.form.tool import Tool
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.words import Heading

if TYPE_CHECKING:
    from collections.abc import Collection

    from trainer.authoring.forms.known import Known
    from trainer.authoring.forms.things import Sort
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.rows import Row
    from trainer.ui.authoring.form.writer import Writer


class ThingForm(Form):
    """Fields of one thing, and the lists of what it has."""

    def __init__(self, sort: Sort, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(writer, parent)
        writer = self.writer
        self.sort = sort
        self._head()
        self.either: EitherRow | None = None
        if sort.either is not None:
            self.either = EitherRow(sort.either, writer, self)
            self.column.addWidget(self.either)
        self.plain: list[Row] = add_rows(sort.fields, writer, self, self.column)
        self.lists = [ThingList(one, writer, self) for one in sort.sorts]
        for one in self.lists:
            self.column.addWidget(one)
        self.more = self.fold(_("More"))
        self.others = add_rows(sort.more, writer, self.more.body, self.more.column)
        self.more.setVisible(bool(sort.more))
        self.column.addWidget(self.more)
        self.column.addStretch(1)

    def _head(self) -> None:
        head = theme.lay(QVBoxLayout(), spacing=6)
        self.back = LinkButton("", self, icon="arrow-left")
        self.back.setAccessibleDescription(_("Back to what has it"))
        self.back.clicked.connect(self.go_back)
        head.addWidget(self.back)
        row = theme.lay(QHBoxLayout(), spacing=0)
        self.heading = Heading(_(self.sort.heading), self)
        row.addWidget(self.heading, 1)
        self.tools = (
            Tool("arrow-up", _("Move up"), self._up, self),
            Tool("arrow-down", _("Move down"), self._down, self),
            Tool("trash-2", _("Remove"), self._remove, self),
        )
        for tool in self.tools:
            row.addWidget(tool)
            tool.setVisible(bool(self.sort.key))
        head.addLayout(row)
        self.back.setVisible(bool(self.sort.key))
        self.column.addLayout(head)

    def rows(self) -> dict[Path, Row]:
        """Also of the file itself, whose place is empty."""
        return {row.path: row for row in (*self.plain, *self.others, *self._either_rows())}

    def _either_rows(self) -> list[Row]:
        return [] if self.either is None else [self.either.text]

    def bind(self, base: Path) -> None:
        """Be of another thing."""
        super().bind(base)
        for row in (*self.plain, *self.others):
            row.bind(base, self.whose)
        if self.either is not None:
            self.either.bind(base, self.whose)

    @property
    def place(self) -> int:
        """Its place among its like."""
        keys = things.keys_of(self.writer.data(self.base[:-1])) if self.base else []
        return keys.index(self.base[-1]) if self.base and self.base[-1] in keys else 0

    @property
    def whose(self) -> str:
        """How a screen reader says whose the fields are; nothing for the file itself."""
        return _(self.sort.one) % {"n": self.place + 1} if self.sort.key else ""

    def refresh(self, known: Known) -> None:
        """Show what stands there now."""
        del known
        data = self.writer.data(self.base)
        there = data if isinstance(data, dict) else {}
        shown = _allowed(there) if self.sort.key == "segments" else None
        for row in (*self.plain, *self.others):
            row.show_in(there)
            key = str(row.field.path[0])
            row.setVisible(shown is None or key in shown or key in there)
        for one in self.lists:
            one.show_in(self.base, there)
            one.setVisible(shown is None or one.sort.key in shown or one.sort.key in there)
        if self.either is not None:
            self.either.show_in(there)
        self.more.tell_filled(sum(row.is_filled(there) for row in self.others))
        if self.sort.key:
            self._show_head()

    def _show_head(self) -> None:
        keys = things.keys_of(self.writer.data(self.base[:-1]))
        self.heading.setText(self.whose)
        self.tools[0].setEnabled(self.place > 0)
        self.tools[1].setEnabled(self.place < len(keys) - 1)
        known = {"name": _(self.sort.heading)}
        self.back.set_words(_("All of these: %(name)s") % known)

    def first(self) -> QWidget:
        """Writing begins with the first field."""
        return self.either.text.stop() if self.either is not None else self.plain[0].stop()

    # Changing

    def go_back(self) -> None:
        """Show what has it, on its card."""
        self.writer.bench.select(self.base[:-2])
        self.writer.bench.wanted.emit(self.base)

    def stand_on(self, path: Path) -> bool:
        """Put the keyboard on the card of something that it has; tell whether it has it."""
        inside = path[len(self.base) :]
        for one in self.lists:
            if len(inside) == 2 and inside[0] == one.sort.key:
                one.stand_on(one.place_of(inside[1]))
                return True
        return False

    def _moved(self, by: int, tool: Tool) -> None:
        at = thing_acts.move(self.writer, self.base, by)
        key = things.keys_of(self.writer.data(self.base[:-1]))[at]
        self.writer.bench.select((*self.base[:-1], key))
        stop = tool if tool.isEnabled() else self.tools[1 if tool is self.tools[0] else 0]
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _up(self) -> None:
        self._moved(-1, self.tools[0])

    def _down(self) -> None:
        self._moved(1, self.tools[1])

    def _remove(self) -> None:
        base = self.base
        if thing_acts.remove(self.writer, base):
            self.writer.bench.write_at(base[:-2])


def _allowed(part: dict[str, Data]) -> Collection[str] | None:
    """Give the keys that a part of a plan of its kind may have."""
    try:
        return plan_keys.keys_of(Kind(str(part.get("kind"))))
    except ValueError:
        return None
