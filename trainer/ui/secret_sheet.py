"""A sheet that asks for a passphrase, or for a new one twice, and waits while a key is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from trainer.language import _
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.labelled import add_labelled
from trainer.ui.widgets.secret_field import SecretField
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context


class SecretSheet(Sheet):
    """Says what it means first, then asks; it stays until it is done.

    A sheet of this kind implements :meth:`typed`, and may add to ``body`` before it calls
    :meth:`close_with` for the buttons.

    Args:
        context: what the pages share.
        heading: what it is about.
        sentences: what it means, before anything is typed.
        now: words beside the field for the passphrase of now; empty where none is asked for.
        new: whether a new one is asked for, twice.
        parent: the window.

    """

    def __init__(
        self,
        context: Context,
        heading: str,
        sentences: Sequence[str],
        *,
        now: str = "",
        new: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, heading, parent, width=560)
        self._context = context
        for sentence in sentences:
            self.body.addWidget(Words(sentence, self))
        self.now = self._field(now) if now else None
        self.new = self._field(_("New passphrase")) if new else None
        self.again = self._field(_("The same again")) if new else None
        show = CheckBox(_("Show what I type"), self, role=Role.NOTE)
        show.toggled.connect(self._show)
        self.body.addWidget(show)
        self.said = Words("", self)
        # Its room is there from the start, so that nothing is pushed out of view by it.
        self.said.setMinimumHeight(self.said.fontMetrics().lineSpacing())
        self.body.addWidget(self.said)
        # Whoever listens hears what it means as they come to where they type.
        self.fields()[0].setAccessibleDescription(" ".join(sentences))

    def _field(self, name: str) -> SecretField:
        field = add_labelled(self.body, SecretField(name, self))
        field.returnPressed.connect(self.go_on)
        field.textEdited.connect(self._typing)
        return field

    def close_with(self, words: str, icon: str) -> None:
        """Set the buttons below: one that goes no further, and one that does it."""
        self._words = words
        self.end_with(words, self.go_on, icon=icon)

    def fields(self) -> list[SecretField]:
        """Where something is typed, from top to bottom."""
        return [field for field in (self.now, self.new, self.again) if field is not None]

    def done(self, result: int) -> None:
        """Forget what was typed, however it ends."""
        for field in self.fields():
            field.clear()
        super().done(result)

    # Going on

    def go_on(self) -> None:
        """Go on with what is typed, if it allows that."""
        if not self.go.isEnabled():
            return
        empty = next((field for field in self.fields() if not field.text()), None)
        if empty is not None:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.again is not None and self.again.text() != self.new_one():
            self.refuse(self.again, _("The two are not the same. Type it again."))
        else:
            self.typed()

    def typed(self) -> None:
        """Do it: every field is filled, and the new passphrase was typed twice."""
        raise NotImplementedError

    def new_one(self) -> str:
        """Give the new passphrase; empty where none is asked for."""
        return self.new.text() if self.new is not None else ""

    def wait(self, wait: bool) -> None:
        """Say that it is being worked on, or stop saying so."""
        self.go.setEnabled(not wait)
        self.go.set_words(_("Working …") if wait else self._words)
        if wait:
            self.say("")

    def refuse(self, field: SecretField | None, why: str) -> None:
        """Say why it goes no further, and let a field be typed anew."""
        self.wait(False)
        self.say(why)
        if field is not None:
            field.selectAll()
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, text: str) -> None:
        """Say something about what was typed."""
        self.said.setText(text)
        if text:
            self._context.announce(text)
            # Once it has its place: with large text it may lie below the edge.
            QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        self.scroller.ensureWidgetVisible(self.said)

    def _typing(self) -> None:
        """Take back what was said of what is typed anew now."""
        self.say("")

    def _show(self, shown: bool) -> None:
        for field in self.fields():
            field.show_letters(shown)
