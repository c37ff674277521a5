"""Which files go along with one that is given away: those that it names, and others if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring import own, shelf
from trainer.authoring.called import in_words
from trainer.authoring.giving import belonging
from trainer.errors import UpstanderError
from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.authoring.giving.giving import only_ours
from trainer.ui.authoring.home.kinds import kind_words
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from trainer.authoring.giving.belonging import Parcel
    from trainer.ui.context import Context

_MOST: Final = 60
"""Other files that are offered: who has more gives them one by one."""


class GiveSheet(Sheet):
    """A box for each file that goes along; the file itself always does.

    Signals:
        agreed(object): a list of all ``Parcel`` that go, the file itself first.
    """

    agreed = Signal(object)

    def __init__(
        self, context: Context, parcels: Sequence[Parcel], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, _("Give away a copy"), parent, width=620)
        self._context = context
        self._first, *named = parcels
        said = _("All of it goes into one file. Whoever has Upstander can take it in whole.")
        self.body.addWidget(Words(said, self))
        self.body.addWidget(Heading(self._first.title, self, role=Role.SUBHEADING))
        self.body.addWidget(SoftLabel(facts(self._first), self))
        self.boxes: dict[Path, CheckBox] = {}
        self._parcels = {one.path: one for one in parcels}
        self._added: dict[Path, list[Parcel]] = {}
        if named:
            self.body.addSpacing(theme.px(4))
            self.body.addWidget(
                Words(_("It uses these, so they go along:"), self, role=Role.NOTE_STRONG)
            )
        for one in named:
            self._add(self.body, one.path, one.title, facts(one), ticked=True)
        self.more = LinkButton(_("Something else, too"), self, icon="chevron-down")
        self.more.clicked.connect(self._unfold)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._others = QWidget(self)
        self._column = theme.lay(QVBoxLayout(self._others), spacing=4)
        self._others.hide()
        self.body.addWidget(self._others)
        self.ours = Words("", self, role=Role.NOTE)
        self.body.addWidget(self.ours)
        self.body.addStretch(1)
        self.end_with(_("Choose where it goes …"), self._agree, icon="download")
        self._tell()
        chain(self)
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, column: QVBoxLayout, path: Path, title: str, said: str, *, ticked: bool) -> None:
        box = self.boxes[path] = CheckBox(
            _("%(title)s (%(what)s)") % {"title": title, "what": said}, self
        )
        box.setChecked(ticked)
        box.toggled.connect(self._tell)
        column.addWidget(box)

    def _unfold(self) -> None:
        """Offer all other files of one's own."""
        self.more.hide()
        every = sorted(own.files(), key=lambda one: (-one.modified, one.file))
        others = [one for one in every if one.path not in self._parcels][:_MOST]
        if not others:
            self._column.addWidget(SoftLabel(_("There is nothing else of your own."), self))
        for one in others:
            head = shelf.head_of(one)
            title = shelf.title_of(one) or in_words(one.path.stem)
            self._add(
                self._column, one.path, title, kind_words(head[0] if head else ""), ticked=False
            )
        self._others.show()
        self.fit()
        chain(self)
        first = next((self.boxes[one.path] for one in others), self.go)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ticked(self) -> list[Parcel]:
        """Give what goes; of what was added, what it names goes along, unless that was unticked."""
        goes = {self._first.path: self._first}
        for path, box in self.boxes.items():
            if not box.isChecked():
                continue
            if path in self._parcels:
                goes[path] = self._parcels[path]
                continue
            for one in self._with_named(path):
                if one.path == path or one.path not in self.boxes:
                    goes.setdefault(one.path, one)
        return list(goes.values())

    def _with_named(self, path: Path) -> list[Parcel]:
        if path not in self._added:
            self._added[path] = belonging.with_named(path)
        return self._added[path]

    def _tell(self) -> None:
        """Say which of them are only for the group."""
        try:
            ours = [one.title for one in self._ticked() if one.only_ours]
        except UpstanderError:
            return  # It is told once somebody wants to give it.
        self.ours.setText("\n".join(only_ours(title) for title in ours))
        self.ours.setVisible(bool(ours))
        if self.isVisible():
            self.fit()

    def _agree(self) -> None:
        self._added.clear()  # As they are now.
        try:
            goes = self._ticked()
        except UpstanderError as error:
            self._context.tell(error)
            return
        self.accept()
        self.agreed.emit(goes)


def facts(one: Parcel) -> str:
    """Say what a file is, and what lies beside it."""
    said = [kind_words(one.format)]
    for n, words in (
        (one.pictures, ngettext("%(n)d picture", "%(n)d pictures", one.pictures)),
        (one.translations, ngettext("%(n)d translation", "%(n)d translations", one.translations)),
    ):
        if n:
            said.append(words % {"n": n})
    return _(" · ").join(said)
