"""One of one's own files as a card: what it is, how far it is, and going on with it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.authoring import formats, own
from trainer.authoring.called import in_words
from trainer.language import _, ngettext
from trainer.scenario.kinds import Status
from trainer.ui import dates
from trainer.ui.authoring.frame.bar import MoreButton
from trainer.ui.authoring.home.kinds import kind_words
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel, breakable_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.shelf import Mine


class FileCard(Card):
    """One file.

    Signals:
        write_wanted(object): it shall be written on; its path.
        practise_wanted(str): it shall be played; its id.
        lead_wanted(object): a group shall go through it.
        ready_wanted(object): a workshop with the plan shall be got ready.
        copy_wanted(object): another like it shall lie beside it.
        away_wanted(object): a copy shall lie in another place.
        delete_wanted(object): it shall go.
    """

    write_wanted = Signal(object)
    practise_wanted = Signal(str)
    lead_wanted = Signal(object)
    ready_wanted = Signal(object)
    copy_wanted = Signal(object)
    away_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(
        self,
        mine: Mine,
        *,
        state: str,
        playable: str = "",
        kept: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, spacing=4)
        self.mine, self.playable = mine, playable
        self.name = title = mine.title or in_words(mine.path.stem)
        self.body.addWidget(Heading(breakable_name(title), self))
        self.body.addWidget(SoftLabel(facts(mine, counted=not kept), self, role=Role.NOTE_STRONG))
        self.body.addWidget(SoftLabel(state, self, role=Role.NOTE))
        self.body.addWidget(SoftLabel(_changed(mine, kept), self, role=Role.SMALL))
        is_own = own.is_own(mine.path)
        if not is_own:
            folder = breakable_name(mine.path.parent.name)
            where = _("In the folder %(folder)s") % {"folder": folder}
            self.body.addWidget(SoftLabel(where, self, role=Role.SMALL))
        self.body.addStretch(1)
        self.body.addSpacing(6)
        acts = FlowLayout(spacing=8)
        self.write = PrimaryButton(_("Go on writing"), self, icon="pencil")
        self.write.setAccessibleDescription(title)
        self.write.clicked.connect(self._write)
        acts.addWidget(self.write)
        if playable:
            self.practise = QuietButton(_("Play it"), self, icon="play")
            self.practise.setAccessibleDescription(title)
            self.practise.clicked.connect(self._practise)
            acts.addWidget(self.practise)
        if mine.format == formats.PLAN and is_ready(mine):
            self.ready = QuietButton(_("Get ready"), self)  # An icon would push the menu away.
            self.ready.setAccessibleDescription(title)
            self.ready.clicked.connect(self._get_ready)
            acts.addWidget(self.ready)
        self.more = MoreButton(self)
        self.more.set_words("")  # Beside two others there is no room for a word.
        self.more.set_tip(self.more.accessibleName())
        self.more.setAccessibleDescription(_("Opens a menu: %(title)s") % {"title": title})
        why = _("there is still something to mend")
        if mine.format == formats.SCENARIO:
            words, may = _("Lead a workshop with it …"), bool(playable)
            self.more.offer(words, self._lead, possible=lambda: may, why_not=lambda: why)
        if mine.format == formats.PLAN:
            words, may = _("Get ready …"), is_ready(mine)
            self.more.offer(words, self._get_ready, possible=lambda: may, why_not=lambda: why)
        self.more.offer(_("Duplicate"), self._copy)
        self.more.offer(_("Give away a copy …"), self._give_away)
        if is_own:
            self.more.offer(_("Delete"), self._delete)
        acts.addWidget(self.more)
        self.body.addLayout(acts)

    def _lead(self) -> None:
        self.lead_wanted.emit(self.mine)

    def _get_ready(self) -> None:
        self.ready_wanted.emit(self.mine)

    def _copy(self) -> None:
        self.copy_wanted.emit(self.mine)

    def _give_away(self) -> None:
        self.away_wanted.emit(self.mine)

    def _delete(self) -> None:
        self.delete_wanted.emit(self.mine)

    def _write(self) -> None:
        self.write_wanted.emit(self.mine.path)

    def _practise(self) -> None:
        self.practise_wanted.emit(self.playable)


def is_ready(mine: Mine) -> bool:
    """Whether nothing in a file that is no story is still to be written or mended."""
    return mine.readable and not mine.unwritten and not mine.errors


def facts(mine: Mine, *, counted: bool = True) -> str:
    """Say what it is, and how many scenes it has, unless what is kept may have others."""
    kind = kind_words(mine.format)
    if mine.scenes is None or not counted:
        return kind
    scenes = ngettext("%(n)d scene", "%(n)d scenes", mine.scenes) % {"n": mine.scenes}
    return _("%(kind)s · %(scenes)s") % {"kind": kind, "scenes": scenes}


def state(mine: Mine, *, errors: int, unsaved: bool, waits: bool = False) -> str:
    """Say how far it is: the first of these that holds.

    Args:
        mine: the file.
        errors: how many it has, as far as that is known.
        unsaved: whether more was written than is saved.
        waits: whether it is not known yet if it has errors.

    """
    if unsaved:
        return _("All that you wrote is kept here, and not saved yet")
    if not mine.readable:
        return _("Cannot be read at the moment; its text can be mended")
    if mine.unwritten:
        texts = ngettext("%(n)d text is still to be written", "%(n)d texts are still to be written",
                         mine.unwritten)  # fmt: skip
        return texts % {"n": mine.unwritten}
    if errors:
        return ngettext("%(n)d thing to mend", "%(n)d things to mend", errors) % {"n": errors}
    if waits:
        return _("It is being looked at")
    if mine.status == Status.REVIEWED.value:
        return _of_the_review(mine)
    if mine.status == Status.RETIRED.value:
        return _("No longer in use")
    return _("Draft") if mine.status else _("Ready to use")


def _of_the_review(mine: Mine) -> str:
    """Say what holds of a review that a file tells of."""
    if mine.changed_since:
        return _("Changed since it was reviewed")
    if mine.changed_since is None:
        return _("Said to be reviewed; whether it was changed since shows when you open it")
    if mine.review is not None and not mine.review.by:
        return _("Marked as reviewed; nothing says by whom")
    if mine.review is not None and mine.review.ended:
        return _("Its review has ended")
    return _("Reviewed")


def _changed(mine: Mine, kept: int) -> str:
    try:
        when = datetime.fromtimestamp((kept or mine.changed) / 1e9, UTC)
    except (OverflowError, ValueError, OSError):
        return mine.path.name
    if kept:
        return _("Last written on %(day)s") % {"day": dates.moment(when)}
    return _("Last changed on %(day)s") % {"day": dates.moment(when)}
