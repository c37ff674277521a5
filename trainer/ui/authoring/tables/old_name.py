"""In how many places the words of a story still have the name that somebody had before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.finding.renamed import left_behind
from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.authoring.finding.search import Search
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from trainer.authoring.document import Document
    from trainer.authoring.finding.asking import Asked
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.finding.search import Answer
    from trainer.ui.authoring.workbench import Workbench

_PAUSE: Final = 700
"""Milliseconds after the last key until it is looked where the old name stands."""


class OldName(QWidget):
    """Offers to look at the places; nothing shows where there are none. Changes nothing itself."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._of: Document | None = None
        self._path: Path = ()
        self._old = self._name = ""
        self._olds: dict[Path, str] = {}
        self._version = -1
        self._asked: Asked | None = None
        self._search = Search(self)
        self._search.answered.connect(self._answered)
        self._clock = QTimer(self, singleShot=True, interval=_PAUSE)
        self._clock.timeout.connect(self._look)
        column = theme.lay(QVBoxLayout(self), spacing=2)
        self.said = SoftLabel("", self, role=Role.NOTE)
        column.addWidget(self.said)
        row = FlowLayout(spacing=12, line_spacing=2)
        self.look = LinkButton(_("Look at them …"), self)
        self.leave = LinkButton(_("Leave them as they are"), self)
        for button, act in ((self.look, self._show), (self.leave, self._leave)):
            button.clicked.connect(act)
            row.addWidget(button)
        column.addLayout(row)
        self.hide()

    def follow(self, document: Document, path: Path, name: object) -> None:
        """Know what somebody is called now, whose name stands at a path."""
        name = name.strip() if isinstance(name, str) else ""
        if self._of is not document or self._path != path:
            # What the file's text calls somebody may go with the old name, and come back.
            self._olds = {**self._olds, self._path: self._old} if self._of is document else {}
            self._of, self._path, self._old = document, path, self._olds.get(path, name)
            self._version = -1
        if (name, document.version) == (self._name, self._version):
            return
        self._name, self._version = name, document.version
        self._asked = left_behind(self._old, name) if self._old and name != self._old else None
        if self._asked is None:
            self._clock.stop()
            self._search.stop()
            self.hide()
        else:
            self._clock.start()

    def _look(self) -> None:
        document, asked = self._of, self._asked
        if document is not None and asked is not None:
            path = document.path
            self._search.ask(asked, lambda: [path], {path: document.text})

    def _answered(self, answer: Answer) -> None:
        asked = self._asked
        found = [one for one in answer.found if one.path != self._path]
        count, names = len(found), sum(one.is_name for one in found)
        if asked is None or not count:
            self.hide()
            return
        known = {"old": asked.sought, "n": count}
        said = ngettext(
            "“%(old)s” still stands in %(n)d place of the story.",
            "“%(old)s” still stands in %(n)d places of the story.",
            count,
        )
        said %= known
        if names:
            known["names"] = names
            some = ngettext(
                "%(names)d of them is in a name: of a scene, of what the story remembers, or in "
                "the file’s text.",
                "%(names)d of them are in names: of scenes, of what the story remembers, or in "
                "the file’s text.",
                names,
            )
            said = _("%(one)s %(other)s") % {"one": said, "other": some % known}
        if any(one.path == ("title",) for one in found):
            title = _("The title has it, too: it is read on paper, in Practice and in a workshop.")
            said = _("%(one)s %(other)s") % {"one": said, "other": title}
        self.said.setText(said)
        self.look.setAccessibleName(_("Look where “%(old)s” still stands") % known)
        self.leave.setAccessibleName(_("Leave “%(old)s” where it stands") % known)
        if self.isHidden():
            self._bench.context.announce(said)
        self.show()

    def _show(self) -> None:
        if self._asked is not None:
            self._bench.find_wanted.emit(self._asked)

    def _leave(self) -> None:
        """The name that counts as the old one is that of now."""
        self._old, self._asked = self._name, None
        self.hide()
        self._bench.wanted.emit(self._path)
