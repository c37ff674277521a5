"""Earlier versions of a file: when, what has changed, a look at one, and the way back to it."""

from __future__ import annotations

import sys
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, Signal

from trainer.authoring.comparing.comparing import compared
from trainer.authoring.document import Document
from trainer.authoring.keeping import versions
from trainer.authoring.keeping.differing import difference
from trainer.authoring.keeping.versions import Why
from trainer.errors import UpstanderError
from trainer.language import _, pgettext
from trainer.ui import dates
from trainer.ui.authoring.keeping.changes import Changes
from trainer.ui.authoring.keeping.rows import FramedRows
from trainer.ui.authoring.keeping.text_view import TextView
from trainer.ui.authoring.keeping.words import in_number, in_short
from trainer.ui.authoring.marked import As, Run
from trainer.ui.dialogs import AskSheet, Sheet
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from trainer.authoring.arrangement import Arrangement
    from trainer.authoring.comparing.comparing import Comparison
    from trainer.authoring.keeping.kept import Kept
    from trainer.authoring.keeping.versions import Version
    from trainer.ui.authoring.keeping.writer import Writer
    from trainer.ui.context import Context

_AT_A_TIME: Final = 60
"""Versions that are listed at first, and then each time more are wanted."""

_SWITCH: Final = 0.0005
"""Seconds after which the window gets its turn while a thread looks."""

_SMALL: Final = 60_000
"""Bytes of a packed version that is looked at without waiting."""


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


class _Look(NamedTuple):
    """What a version holds, and what differs from what is there now; None if it is damaged."""

    content: versions.Content | None
    found: Comparison | None = None


class VersionsSheet(Sheet):
    """Lists the versions of a file, the latest first.

    Signals:
        wanted(object): a :class:`versions.Content` to return to.
    """

    wanted = Signal(object)

    def __init__(
        self,
        context: Context,
        kept: Kept,
        keeps: bool,
        looker: Writer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, _("Earlier versions"), parent, width=760)
        self._kept = kept
        self._looker = looker
        self._there = versions.every(kept.place)
        self._look = _Look(None)
        self._row = 0
        self._closed = False
        self.finished.connect(self._close)
        if self._there:
            self._lay_out()
        else:
            self._say_none(keeps, context.guest)
        close = QuietButton(_("Close"), self)
        close.clicked.connect(self.reject)
        self.buttons.addWidget(close)
        if self._there:
            self.back = PrimaryButton(_("Return to this one"), self, icon="undo-2")
            self.back.clicked.connect(self._return)
            self.buttons.addWidget(self.back)
            self._list_more()
            self.list.setCurrentRow(0)
            chain(self)
            self.list.setFocus()

    def _close(self) -> None:
        self._closed = True

    def _say_none(self, keeps: bool, guest: bool) -> None:
        said = _("As soon as you write and save, you can return to what was before.")
        if not keeps and guest:
            said = _(
                "Upstander keeps nothing of a guest, so there are no earlier versions. The file "
                "itself stays."
            )
        elif not keeps:
            said = _(
                "Upstander keeps nothing of what you do now, so there are no earlier versions. The "
                "file itself stays."
            )
        elif not versions.can_be_listed(self._kept.place):
            said = _("The earlier versions cannot be read at the moment. They stay where they are.")
        self.body.addWidget(Words(said, self))
        if not keeps and not guest:
            self.change = QuietButton(_("Change what is kept …"), self, icon="settings")
            self.change.clicked.connect(self._change_what_is_kept)
            self.buttons.addWidget(self.change)

    def _change_what_is_kept(self) -> None:
        self.reject()
        assert self.context is not None
        self.context.open_page("settings", section="keeping")

    def _lay_out(self) -> None:
        self.rows = FramedRows(_("Earlier versions, the latest first"), self, most=200, keeps=True)
        self.list = self.rows.list
        self.more = LinkButton(_("Show older ones, too"), self)
        self.what = Words("", self)
        self.changes = Changes(_("What would become of the file"), self)
        self.as_text = LinkButton(_("Show the file’s text"), self)
        self.view = TextView(_("The text of this version"), "", self, lines=9)
        self.forget = LinkButton(_("Forget all earlier versions …"), self)
        said = SoftLabel(_("They lie on this computer only, the oldest for thirty days."), self)
        for one in (self.rows, self.more, self.what, self.changes, self.as_text, self.view, said):
            self.body.addWidget(one)
        self.body.addWidget(self.forget)
        for link in (self.more, self.as_text, self.forget):
            self.body.setAlignment(link, Qt.AlignmentFlag.AlignLeft)
        self.view.hide()
        self.list.currentRowChanged.connect(self._show)
        self.more.clicked.connect(self._list_more)
        self.as_text.clicked.connect(self._turn_text)
        self.forget.clicked.connect(self._ask_to_forget)

    # The list

    def _list_more(self) -> None:
        """List some more; of what has changed in each, a thread tells."""
        first = self.list.count()
        those = self._there[first : first + _AT_A_TIME]
        for one in those:
            self._tell_row(first, one, "", add=True)
        self.rows.fit()
        self.more.setVisible(self.list.count() < len(self._there))
        older = self._there[first : first + _AT_A_TIME + 1]
        told = partial(self._say_changed, first)
        self._looker.do(partial(_changed, older), told, _nobody_asks)

    def _say_changed(self, first: int, said: list[str]) -> None:
        if self._closed:
            return
        for row, words in enumerate(said, first):
            if words:
                self._tell_row(row, self._there[row], words)
        self.rows.fit()

    def _tell_row(self, row: int, version: Version, what: str, *, add: bool = False) -> None:
        known = {"when": dates.moment(version.at), "why": why_in_words(version.why), "what": what}
        runs = [Run(_("%(when)s, %(why)s") % known, As.STRONG)]
        if what:
            runs.append(Run(_(" · %(what)s") % known, As.SOFT))
        spoken = "".join(run.text for run in runs)
        if add:
            self.list.add_row(runs, spoken)
        else:
            self.list.tell_row(row, runs, spoken)

    # The one that is looked at

    def _show(self, row: int) -> None:
        self._row = row
        version, document = self._there[row], self._kept.document
        if not document.waits and versions.size(version) <= _SMALL:
            self._shown(row, _looked(version, document, document.arrangement))
            return
        look = partial(
            _read_and_looked, version, document.path, document.text, document.arrangement
        )
        self._look = _Look(None)
        self.back.setEnabled(False)
        self.what.setText(_("Looking at what differs …"))
        self.changes.hide()
        self._looker.do(partial(self._look_if_wanted, row, look), self._shown_if, _nobody_asks)

    def _look_if_wanted(self, row: int, look: Callable[[], _Look]) -> tuple[int, _Look | None]:
        """Look in the thread, unless another one is wanted by now."""
        return row, look() if row == self._row and not self._closed else None

    def _shown_if(self, found: tuple[int, _Look | None]) -> None:
        row, look = found
        if not self._closed and row == self._row and look is not None:
            self._shown(row, look)

    def _shown(self, row: int, look: _Look) -> None:
        self._look = look
        found = look.found
        if found is None:
            said = _("This version is damaged and cannot be read.")
        elif found.is_nothing:
            said = _("Nothing in it differs from what you see now.")
        elif found.unread:
            said = _("It cannot be told place by place: one of the two cannot be read just now.")
        else:
            said = in_number(found)
        self.what.setText(said)
        if self.context is not None:
            self.context.announce(said)
        differs = found is not None and not found.is_nothing
        self.changes.setVisible(differs)
        if found is not None and differs:
            self.changes.show_comparison(found)
        self.as_text.setVisible(look.content is not None)
        unread = found is not None and bool(found.unread)
        self._show_text(shown=unread or not self.view.isHidden())
        self.back.setEnabled(differs and not self._kept.document.fixed)
        self.fit()

    def _turn_text(self) -> None:
        self._show_text(shown=self.view.isHidden())
        self.fit()

    def _show_text(self, *, shown: bool) -> None:
        content = self._look.content
        shown = shown and content is not None
        self.view.setVisible(shown)
        self.as_text.set_words(_("Hide the file’s text") if shown else _("Show the file’s text"))
        if shown and content is not None:
            now = self._kept.document.text
            self.view.show_text(content.text, None if content.text == now else now)

    def _return(self) -> None:
        content = self._look.content
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
        self.accept()
        try:
            versions.forget(self._kept.place)
        except OSError as error:
            assert self.context is not None
            self.context.tell(
                UpstanderError(
                    _("Not all earlier versions could be deleted."),
                    _("The file itself is as it was."),
                    _("Try again later, or look at the rights of the folder that is named below."),
                    str(error),
                )
            )


def _changed(those: Sequence[Version]) -> list[str]:
    """Say of each version but the last what was changed since the one before, in short."""
    summaries = [versions.summary_of(one) for one in those]
    return [in_short(difference(old, new)) if old else "" for new, old in pairwise(summaries)]


def _looked(version: Version, now: Document, lies: Arrangement) -> _Look:
    content = versions.read(version)
    if content is None:
        return _Look(None)
    return _Look(
        content, compared(now, Document(now.path, content.text), (lies, content.arrangement))
    )


def _read_and_looked(version: Version, file: Path, text: str, lies: Arrangement) -> _Look:
    """Look in a thread, at documents of its own; the window gets its turn often meanwhile."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(min(_SWITCH, before))
    try:
        return _looked(version, Document(file, text), lies)
    finally:
        sys.setswitchinterval(before)


def _nobody_asks(_error: Exception) -> None:
    """What cannot be told of a version is left out."""
