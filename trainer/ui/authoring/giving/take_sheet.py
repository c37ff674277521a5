"""What somebody gave: what is in it, how it stands to what is here, and taking it in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication

from trainer.authoring import formats
from trainer.authoring.forms import licences
from trainer.authoring.giving import taking
from trainer.authoring.giving.taking import Stands
from trainer.authoring.reviews import reviewing
from trainer.errors import UpstanderError
from trainer.help import words as help_words
from trainer.help.model import Channel, Reach
from trainer.language import _, ngettext
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.authoring.home.kinds import kind_words
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from trainer.authoring.giving.taking import Came
    from trainer.authoring.source.nodes import Data
    from trainer.ui.context import Context

_MOST, _FEW = 8, 3
"""Places of a list, and ways to reach one, that are shown before it is taken in."""

_LONGEST: Final = 200
"""Characters of what came that are shown in one place."""


def take(context: Context, path: Path, taken: Collection[str], window: QWidget) -> TakeSheet | None:
    """Look at what somebody gave, and show it; None after telling why it is not taken in."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        came = taking.look(path, taken)
    except UpstanderError as error:
        QGuiApplication.restoreOverrideCursor()
        context.tell(error)
        return None
    QGuiApplication.restoreOverrideCursor()
    sheet = TakeSheet(context, path.name, came, window)
    sheet.open()
    return sheet


class TakeSheet(Sheet):
    """Each file with what is said of it; one press takes all of them in.

    Signals:
        taken(object): paths of the files that are here now.
    """

    taken = Signal(object)

    def __init__(
        self, context: Context, name: str, came: Sequence[Came], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, _("Take in what somebody gave you"), parent, width=640)
        self._context, self._came = context, list(came)
        self.body.addWidget(SoftLabel(name, self))
        for one in came:
            self.body.addSpacing(theme.px(6))
            self.body.addWidget(Heading(one.title, self, role=Role.SUBHEADING))
            self.body.addWidget(SoftLabel(facts(one), self))
            for said in (*stands(one), *numbers(one)):
                self.body.addWidget(Words(said, self, role=Role.NOTE))
        new = [one for one in came if one.stands is not Stands.SAME]
        if new:
            self.body.addSpacing(theme.px(6))
            self.body.addWidget(Words(_foot(new), self))
        self.body.addStretch(1)
        if new:
            self.end_with(_("Take it in"), self.take, icon="download")
            chain(self)
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.end_with_close()

    def take(self) -> None:
        """Lay all of it among one's own."""
        try:
            paths = taking.lay(self._came)
        except UpstanderError as error:
            self._context.tell(error)
            self.reject()
            return
        self.accept()
        (first, *_others) = (one for one in self._came if one.stands is not Stands.SAME)
        known = {"title": first.title, "n": len(paths)}
        said = ngettext(
            "“%(title)s” is among your files now.", "%(n)d files more are among yours now.",
            len(paths),
        )  # fmt: skip
        self.taken.emit(paths)
        self._context.notice(said % known)


def facts(one: Came) -> str:
    """Say what a file is, how long, by whom, and what lies beside it."""
    document = one.document
    said = [kind_words(document.format)]
    if document.broken is not None:
        return _(" · ").join([*said, _("cannot be read at the moment; its text can be mended")])
    scenes = len(document.scenes()) if document.format == formats.SCENARIO else 0
    translations = sum(name.endswith(".po") for name in one.beside)
    pictures = len(one.beside) - translations
    for n, words in (
        (scenes, ngettext("%(n)d scene", "%(n)d scenes", scenes)),
        (pictures, ngettext("%(n)d picture", "%(n)d pictures", pictures)),
        (translations, ngettext("%(n)d translation", "%(n)d translations", translations)),
    ):
        if n:
            said.append(words % {"n": n})
    authors = document.data(("authors",))
    names = [name for name in authors if isinstance(name, str)] if isinstance(authors, list) else []
    if names:
        said.append(_("written by %(names)s") % {"names": _(", ").join(names[:5])})
    return _(" · ").join(said)


def stands(one: Came) -> list[str]:
    """Say how it stands to what is here, and what it says of itself."""
    if one.stands is Stands.SAME:
        return [_("It is here already, just as it came.")]
    said = []
    known = {"title": one.as_title, "other": one.other}
    if one.stands is Stands.ANOTHER and one.as_title != one.title:
        said.append(
            _("You have another one: “%(other)s”. It stays. This one is called “%(title)s” here.")
            % known
        )
    elif one.stands is Stands.ANOTHER:
        said.append(_("You have another one: “%(other)s”. It stays as it is.") % known)
    elif one.as_title != one.title:
        said.append(_("Something here has this title. This one is called “%(title)s”.") % known)
    if one.left_out:
        names = {"names": _(", ").join(one.left_out[:5])}
        said.append(_("Too large to be taken in: %(names)s.") % names)
    licence = one.document.data(("licence",))
    if isinstance(licence, str) and licence.strip():
        said.append(licences.to_taker(" ".join(licence.split())[:_LONGEST]))
    told = reviewing.told(one.document, date.today())
    if told.by:
        said.append(_("It says that %(name)s reviewed it.") % {"name": told.by})
    return said


def numbers(one: Came) -> list[str]:
    """Say of a list of help how its places are reached: whoever takes it in looks at that."""
    entries = one.document.data(("entries",)) if one.document.format == formats.HELP else None
    said = []
    for entry in entries.values() if isinstance(entries, dict) else ():
        known = {"name": _said(entry, "name"), "ways": ", ".join(_ways(entry))}
        if known["name"] and known["ways"]:
            said.append(_("%(name)s: %(ways)s") % known)
    more = len(said) - _MOST
    if more > 0:
        left = ngettext("and %(n)d place more", "and %(n)d places more", more) % {"n": more}
        return [*said[:_MOST], left]
    return said


def _ways(entry: Data) -> list[str]:
    given = entry.get("reach") if isinstance(entry, dict) else None
    ways = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    found = ((channel, _said(way, channel)) for way in ways for channel in Channel)
    return [help_words.way(Reach(channel, value)) for channel, value in found if value][:_FEW]


def _said(holder: Data, key: str) -> str:
    said = holder.get(key) if isinstance(holder, dict) else None
    return " ".join(plain(said).split())[:_LONGEST] if isinstance(said, str) else ""


def _foot(new: Sequence[Came]) -> str:
    """Say what taking it in means."""
    said = _("It comes among your own files. You can read and change it; theirs stays as it is.")
    if any(one.document.format == formats.HELP for one in new):
        said += " " + _("What it says of help shows on Get help: look at its numbers first.")
    return said
