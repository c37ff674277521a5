"""About this scenario: the few things that are asked before a new file is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from trainer.authoring import shelf
from trainer.authoring.forms import licences
from trainer.authoring.templates.making import Asked
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.scenario import kind_words
from trainer.scenario.kinds import Setting
from trainer.ui import theme
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.fields import Dropdown, TextField
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.labelled import add_labelled
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

    from trainer.authoring.templates.catalogue import Template
    from trainer.ui.context import Context

_LONGEST = 120


class NewSheet(Sheet):
    """Asks, and lays the file among one's own.

    Before the first story (``is_first``) there is a word to whoever it happened to.

    Signals:
        made(object, object): the path of the new file, and the template that it began as.
    """

    made = Signal(object, object)

    def __init__(
        self,
        context: Context,
        template: Template,
        taken: Collection[str],
        parent: QWidget | None = None,
        *,
        is_first: bool = False,
    ) -> None:
        heading = _("About this scenario") if template.story else _(template.words)
        super().__init__(context, heading, parent, width=620)
        self._context, self._template, self._taken = context, template, taken
        said = _("All of it can be changed later.")
        self.body.addWidget(SoftLabel(said, self))
        if template.story and is_first:
            self.body.addWidget(Words(_to_whom_it_happened(), self, role=Role.NOTE))
        said = _(
            "Did it happen to somebody? Change what could let others recognise them, in the title, "
            "too: it is read on paper, and the file is called after it."
        )
        if template.story:  # Above the title and the names: it is read before one is typed.
            self.body.addSpacing(theme.px(6))
            self.body.addWidget(Words(said, self, role=Role.NOTE_STRONG))
        self.titled = self._field(_("Title"), _("What would you call it?"))
        self.setting: Dropdown | None = None
        self.targeted = self.harming = None
        if template.story:
            self.setting = self._settings()
            self.targeted = self._field(
                _("Who is targeted?"), _("A made-up name, such as Mrs. Lin")
            )
            for field in (self.titled, self.targeted):
                field.setAccessibleDescription(said)
            self.harming = self._field(
                _("Who harms?"), _("A few words, such as: the man in the grey coat")
            )
        self.author = self._field(
            _("Who writes it?"), _("“Anonymous” if left out; a group’s name will do")
        )
        note = _(
            "Whoever gets the file reads it. It need not be your own name: a group’s will do, too."
        )
        self.author.setAccessibleDescription(note)
        self.author.setText(context.settings.author_name)
        self.licence = self._licences()
        self._answers()
        chain(self)
        self.titled.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answers(self) -> None:
        self.end_with(_("Begin writing"), self.begin, icon="pencil")

    def _label(self, field: QWidget) -> None:
        self.body.addSpacing(theme.px(6))
        add_labelled(self.body, field)

    def _field(self, words: str, hint: str) -> TextField:
        field = TextField(words, self, hint=hint)
        field.setMaxLength(_LONGEST)
        field.returnPressed.connect(self.begin)
        self._label(field)
        return field

    def _settings(self) -> Dropdown:
        picked = Dropdown(_("Where does it happen?"), self)
        for one in Setting:
            picked.add(kind_words.setting(one.value), one.value)
        picked.choose(Setting.COMMUNITY.value)
        self._label(picked)
        return picked

    def _licences(self) -> Dropdown:
        picked = Dropdown(_("What may others do with it?"), self)
        for licence, words in licences.offers():
            picked.add(words, licence)
        self._label(picked)
        return picked

    def begin(self) -> None:
        """Make the file, if it has a title."""
        if not self.titled.text().strip():
            self.titled.setFocus(Qt.FocusReason.OtherFocusReason)
            self._context.announce(_("Give it a title first."))
            return
        author = self.author.text().strip()
        asked = Asked(
            self.titled.text(),
            self._setting(),
            self.targeted.text() if self.targeted is not None else "",
            self.harming.text() if self.harming is not None else "",
            author or _("Anonymous"),
            str(self.licence.value()),
        )
        try:
            path = shelf.lay(self._template, asked, self._taken)
        except UpstanderError as error:
            self._context.tell(error)
            return
        self._context.change(author_name=author)
        self.accept()
        self.made.emit(path, self._template)

    def _setting(self) -> Setting | None:
        return None if self.setting is None else Setting(str(self.setting.value()))


def _to_whom_it_happened() -> str:
    """Say once, before somebody writes, what holds if it happened to them."""
    return _(
        "If it happened to you: you may stop whenever you want, and what is written waits here. It "
        "can be small; one scene is a story. Under “Get help” are people to talk to."
    )
