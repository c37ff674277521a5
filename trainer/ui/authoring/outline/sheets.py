"""What the outline asks for: a name, a choice, where a scene is cut, what a deletion leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from trainer.authoring import as_typed
from trainer.authoring.called import Names, in_words, meant
from trainer.authoring.forms import fields
from trainer.authoring.scenes import cutting, usage
from trainer.authoring.scenes.naming import Sort, free_name, numbered
from trainer.language import N_, _, ngettext
from trainer.method.ds import D
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets.fields import Dropdown, TextField
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.labelled import add_labelled
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.authoring.document import Document
    from trainer.ui.context import Context

_SHOWN = 6
"""Places that a sheet lists before it only counts the rest."""


_CHOICES: Final = {
    "act": (N_("What one does"), N_("Such as: Sit down beside her and ask about her grandson.")),
    "say": (
        N_("What one says, word for word"),
        N_("Such as: How is your grandson? No quotation marks; they come by themselves."),
    ),
    "own_words": (
        N_("Whoever practises finds words of their own"),
        N_("Such as: Say something to her in your own words."),
    ),
}
"""What a choice can be, and an example of its words. What one does comes first: a sentence that is
shown as something done is never put into anybody's mouth."""


class Asking(Sheet):
    """A sheet with something to fill in; Enter in a field does the act.

    Signals:
        answered(): the act was chosen, with an answer that is fine.
    """

    answered = Signal()

    def add_answers(self, act: str, icon: str = "check") -> None:
        """Add the buttons below."""
        self.end_with(act, self._answer, icon=icon)
        self.go.setAutoDefault(True)
        chain(self)

    def _answer(self) -> None:
        if self.go.isEnabled():
            self.accept()
            self.answered.emit()


class NameSheet(Asking):
    """Asks for a few words, which become a name.

    ``name`` is the present one when something is renamed; ``taken`` are those of others;
    ``said`` gives how something of a name is called.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        heading: str,
        label: str,
        act: str,
        taken: Collection[str],
        *,
        sort: Sort = "scene",
        name: str = "",
        said: Callable[[str], str] = in_words,
        sentences: Sequence[str] = (),
    ) -> None:
        super().__init__(context, heading, parent)
        self._taken, self._sort, self._old = set(taken) - {name}, sort, name
        self._said = said
        for sentence in sentences:
            self.body.addWidget(SoftLabel(sentence, self))
        self.field = add_labelled(self.body, TextField(label, self))
        self._told = SoftLabel("", self)
        self.body.addWidget(self._told)
        self.add_answers(act)
        self.field.setText(said(name) if name else "")
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._answer)
        self._look()
        self.field.selectAll()
        self.field.setFocus()

    @property
    def name(self) -> str:
        """What it shall be called."""
        words = self.field.text().strip()
        if self._old and words in (self._old, self._said(self._old)):
            return self._old
        return free_name(words, self._taken, self._sort)

    @property
    def typed(self) -> str:
        """What was typed for it; of a name that is there already, with the number behind."""
        words = self.field.text().strip()
        return as_typed.of_copy(words, self.name, self._sort) if self._is_there() else words

    def _is_there(self) -> bool:
        words = self.field.text().strip()
        return bool(words) and meant(words, self._taken, self._sort, self._said) in self._taken

    def _look(self) -> None:
        words = self.field.text().strip()
        fine = bool(words) and words not in (self._old, self._said(self._old))
        self.go.setEnabled(fine)
        there = fine and self._is_there()
        said = _("That name is there already. This one becomes “%(name)s”.") if there else ""
        if said:
            said %= {"name": as_typed.shown(self.name, self.typed)}
        self._told.setText(said)
        self._told.setVisible(bool(said))
        self.field.setAccessibleDescription(said)


class ChoiceSheet(Asking):
    """Asks for a new choice: its words, its D, and where it leads."""

    NEW = "\n"
    """Stands among the names of scenes for one that is not there yet."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        scene: str,
        scenes: Sequence[str],
        said: Callable[[str], str] = in_words,
    ) -> None:
        heading = _("A new choice in “%(scene)s”") % {"scene": said(scene)}
        super().__init__(context, heading, parent)
        self.kind = Dropdown(_("What it is"), self)
        for kind, (words, _example) in _CHOICES.items():
            self.kind.add(_(words), kind)
        self.words = TextField(_("The words of the choice"), self)
        self.d = Dropdown(_("Which D it is"), self)
        self.d.add(_("I will say that later"), "")
        for d in D:
            self.d.add(fields.of_list("d", d.value), d.value)
        self.to = Dropdown(_("Where it leads"), self)
        self.to.add(_("I will say that later"), "")
        self.to.add(_("To a new scene"), self.NEW)
        for name in scenes:
            self.to.add(said(name), name)
        for field in (self.words, self.kind, self.d, self.to):
            add_labelled(self.body, field)
            if field is self.words:
                self.example = SoftLabel("", self)
                self.body.addWidget(self.example)
        self.kind.chosen.connect(self._exemplify)
        self._exemplify()
        self.add_answers(_("Add the choice"), "plus")
        self.words.textChanged.connect(self._look)
        self.words.returnPressed.connect(self._answer)
        self._look()
        self.words.setFocus()

    def _look(self) -> None:
        self.go.setEnabled(bool(self.words.text().strip()))

    def _exemplify(self, _kind: object = None) -> None:
        """Say how the words of such a choice read."""
        said = _(_CHOICES[str(self.kind.value())][1])
        self.example.setText(said)
        self.words.setAccessibleDescription(said)


class DeleteSheet(Asking):
    """What leads to a scene that shall go, and where it may lead from then on."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        document: Document,
        name: str,
        others: Sequence[str],
    ) -> None:
        names = Names(document)
        super().__init__(context, _("Delete “%(scene)s”") % {"scene": names.scene(name)}, parent)
        uses = [one for one in usage.of_scene(document, name) if one.path[1:2] != (name,)]
        many = ngettext("%(n)d place leads there:", "%(n)d places lead there:", len(uses))
        self.body.addWidget(Words(many % {"n": len(uses)}, self))
        for use in uses[:_SHOWN]:
            self.body.addWidget(SoftLabel(use.words, self))
        if len(uses) > _SHOWN:
            more = ngettext("and %(n)d more", "and %(n)d more", len(uses) - _SHOWN)
            self.body.addWidget(SoftLabel(more % {"n": len(uses) - _SHOWN}, self))
        self.to = Dropdown(_("From then on they lead"), self)
        self.to.add(_("nowhere, until you say where"), "")
        for other in others:
            self.to.add(names.scene(other), other)
        add_labelled(self.body, self.to)
        self.add_answers(_("Delete the scene"), "trash-2")
        self.to.setFocus()


class SplitSheet(Asking):
    """Where a scene shall be cut, and what the rest is called."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        document: Document,
        name: str,
        taken: Collection[str],
    ) -> None:
        self._said = Names(document).scene
        heading = _("Cut “%(scene)s” in two") % {"scene": self._said(name)}
        super().__init__(context, heading, parent)
        self._taken = taken
        said = _("The rest becomes a scene of its own, with the choices. This one leads there.")
        self.body.addWidget(SoftLabel(said, self))
        self.at = Dropdown(_("The new scene begins with"), self)
        self._places = cutting.places_to_split(document, name)
        for at, place in enumerate(self._places):
            self.at.add(cutting.words_at(document, name, place), at)
        self.words = TextField(_("What the new scene is called"), self)
        for field in (self.at, self.words):
            add_labelled(self.body, field)
        self.add_answers(_("Cut the scene"))
        new = numbered(name, taken)
        self.words.setText(as_typed.shown(new, as_typed.of_copy(self._said(name), new, "scene")))
        self.words.textChanged.connect(self._look)
        self.words.returnPressed.connect(self._answer)
        self.at.setFocus()

    @property
    def place(self) -> tuple[str, int]:
        """Where the scene is cut."""
        return self._places[self.at.currentIndex()]

    @property
    def name(self) -> str:
        """Name of the new scene."""
        return free_name(self.words.text(), self._taken)

    @property
    def typed(self) -> str:
        """What was typed for it; of a name that is there already, with the number behind."""
        words = self.words.text().strip()
        there = meant(words, self._taken, said=self._said) in self._taken
        return as_typed.of_copy(words, self.name, "scene") if there else words

    def _look(self) -> None:
        self.go.setEnabled(bool(self.words.text().strip()))
