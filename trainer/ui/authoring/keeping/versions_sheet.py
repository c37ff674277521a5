"""Earlier versions of a file: when, what has changed, a look at one, and the way back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from trainer.authoring.keeping import versions
from trainer.authoring.keeping.differing import difference, summary
from trainer.authoring.keeping.versions import Why
from trainer.language import _, pgettext
from trainer.ui import dates, theme
from trainer.ui.authoring.keeping.text_view import Framed, TextView
from trainer.ui.authoring.keeping.words import in_short, sentences
from trainer.ui.dialogs import AskSheet, Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.keeping.kept import Kept
    from trainer.authoring.keeping.versions import Version
    from trainer.ui.context import Context


def why_in_words(why: Why) -> str:
    """Say why a version was kept."""
    return {
        Why.OPENED: pgettext("why a version was kept", "before you wrote"),
        Why.SAVED: pgettext("why a version was kept", "saved"),
        Why.WORK: pgettext("why a version was kept", "while you wrote"),
        Why.THEIRS: pgettext("why a version was kept", "changed elsewhere"),
        Why.MINE: pgettext("why a version was kept", "yours, before it was put together"),
        Why.UNSAVED: pgettext("why a version was kept", "not saved"),
    }[why]


class VersionsSheet(Sheet):
    """Lists the versions of a file, the latest first.

    Signals:
        wanted(object): a :class:`versions.Content` to return to.
    """

    wanted = Signal(object)

    def __init__(
        self, context: Context, kept: Kept, keeps: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, _("Earlier versions"), parent, width=760)
        self._kept = kept
        self._now = summary(kept.document.text)
        self._there = versions.every(kept.place)
        self._content: versions.Content | None = None
        if self._there:
            self._lay_out()
        else:
            self._say_none(keeps)
        close = QuietButton(_("Close"), self)
        close.clicked.connect(self.reject)
        self.buttons.addWidget(close)
        if self._there:
            self.back = PrimaryButton(_("Return to this one"), self, icon="undo-2")
            self.back.clicked.connect(self._return)
            self.buttons.addWidget(self.back)
            self.list.setCurrentRow(0)
            chain(self)
            self.list.setFocus()

    def _say_none(self, keeps: bool) -> None:
        said = _("As soon as you write and save, you can return to what was before.")
        if not keeps:
            said = _("Earlier versions are kept only where Upstander keeps what you do.")
        self.body.addWidget(Words(said, self))

    def _lay_out(self) -> None:
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Earlier versions, the latest first"))
        self.list.setWordWrap(True)
        theme.set_role(self.list, Role.BODY)
        self.list.setSpacing(2)
        framed = Framed(self.list, self)
        summaries = [versions.summary_of(one) for one in self._there]
        for one, new, old in zip(self._there, summaries, [*summaries[1:], {}], strict=True):
            self.list.addItem(_row(one, in_short(difference(old, new)) if old else ""))
        theme.fix(framed, height=min(200, 40 + 32 * len(self._there)))
        self.body.addWidget(framed)
        self.what = Words("", self)
        self.view = TextView(_("The text of this version"), "", self, lines=9)
        self.forget = LinkButton(_("Forget all earlier versions …"), self)
        self.body.addWidget(self.what)
        self.body.addWidget(self.view)
        said = _("They lie on this computer only, the oldest for thirty days.")
        self.body.addWidget(SoftLabel(said, self))
        self.body.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.currentRowChanged.connect(self._show)
        self.forget.clicked.connect(self._ask_to_forget)

    def _show(self, row: int) -> None:
        self._content = versions.read(self._there[row])
        content = self._content
        if content is None:
            said, text, same = _("This version is damaged and cannot be read."), "", True
        else:
            text = content.text
            same = (text, content.arrangement) == (
                self._kept.document.text,
                self._kept.document.arrangement,
            )
            said = _("It is what you see now.")
            if not same:
                found = difference(self._now, summary(text))
                lines = [_("If you return to it:"), *sentences(found)]
                said = "\n".join(lines)
        self.what.setText(said)
        self.view.show_text(text, None if same else self._kept.document.text)
        self.back.setEnabled(not same and not self._kept.document.fixed)

    def _return(self) -> None:
        content = self._content
        self.accept()
        if content is not None:
            self.wanted.emit(content)

    def _ask_to_forget(self) -> None:
        assert self.context is not None
        sentences_ = (
            _("All earlier versions of %(name)s go.") % {"name": self._kept.place.name},
            _("The file itself stays as it is. This cannot be undone."),
        )
        act = _("Forget them")
        asked = AskSheet(self.context, _("Forget earlier versions?"), sentences_, act, self)
        asked.agreed.connect(self._forget)
        asked.open()

    def _forget(self) -> None:
        versions.forget(self._kept.place)
        self.accept()


def _row(version: Version, changed: str) -> QListWidgetItem:
    known = {"when": dates.moment(version.at), "why": why_in_words(version.why), "what": changed}
    said = _("%(when)s, %(why)s · %(what)s") if changed else _("%(when)s, %(why)s")
    item = QListWidgetItem(said % known)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said % known)
    return item
