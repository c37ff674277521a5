"""Look again: the very moment of an earlier decision, what it did, and the way to play on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer import language
from trainer.errors import KeepingError, ScenarioError
from trainer.language import _
from trainer.practice.rewalk import rewalk
from trainer.practice.standing import Options
from trainer.practice.view import decision_view, scene_passage
from trainer.practice.wording import scene_name
from trainer.progress.looking_back import look_again, versions
from trainer.progress.looking_back.versions import Source
from trainer.ui import dates, theme
from trainer.ui.page import KeyHelp, Page
from trainer.ui.practice.feedback_view import FeedbackPanel
from trainer.ui.practice.looking_up import look_up
from trainer.ui.practice.scene_view import Reading
from trainer.ui.progress.decision_rows import told
from trainer.ui.progress.kept_decision import KeptDecisionCard
from trainer.ui.theme import Role
from trainer.ui.widgets import enter
from trainer.ui.widgets.bars.back_button import BackButton
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.two_columns import EDGE, TwoColumns
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.method.ds import D
    from trainer.practice.rewalk import Walked
    from trainer.progress.looking_back.look_again import Made, WayThere
    from trainer.progress.looking_back.versions import Version
    from trainer.ui.context import Context

_LAID_OUT = 60
"""Milliseconds after which a page that has just been opened stands where it will."""


class LookAgainPage(Fits, Page):
    """Opened with ``number``, the number of a decision in the history."""

    name: ClassVar[str] = "look-again"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._way: WayThere | None = None
        self._version: Version | None = None
        self._walked: Walked | None = None
        self._is_gone = self._fresh = False
        self._back = BackButton(context)
        self._columns = TwoColumns(
            self._make_left(), self._make_right(), head=self._make_head(), foot=self._make_foot()
        )
        theme.lay(QVBoxLayout(self)).addWidget(self._columns)

    def _make_head(self) -> QWidget:
        self._says = SoftLabel(role=Role.BODY)
        return self._says

    def _make_left(self) -> QWidget:
        left = QWidget()
        column = theme.lay(QVBoxLayout(left), spacing=12)
        self._scene, self._done = Reading(left), Reading(left)
        self._then = Heading(_("What you did"), left, role=Role.SUBHEADING)
        self._then.setContentsMargins(EDGE, theme.px(8), 0, 0)
        for widget in (self._scene, self._then, self._done):
            column.addWidget(widget)
        column.addStretch(1)
        return left

    def _make_right(self) -> QWidget:
        right = QWidget()
        column = theme.lay(QVBoxLayout(right))
        self.feedback = FeedbackPanel(right)
        self.feedback.opened.connect(self.context.announce)
        self.feedback.more_wanted.connect(self._look_up)
        self.kept = KeptDecisionCard(right)
        column.addWidget(self.feedback)
        column.addWidget(self.kept)
        column.addStretch(1)
        return right

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        flow = FlowLayout(foot, margins=(EDGE, 8, 0, 16), spacing=14)
        self._again = PrimaryButton(_("Play again from here"), foot, icon="repeat", keys=_("Enter"))
        self._again.clicked.connect(self.play_again)
        self._list = LinkButton("", foot)
        self._list.clicked.connect(self._mark)
        flow.addWidget(self._again)
        flow.addWidget(self._list)
        return foot

    # Page

    def title(self) -> str:
        """Title of the scenario."""
        if self._way is None:
            return _("Look again")
        return _("Look again: %(title)s") % {"title": _title(self._way.made)}

    def way_back(self) -> QWidget:
        """Lead back to where one came from."""
        return self._back

    def open(self, **what: Any) -> None:
        """Show a decision."""
        self._back.show_way()
        self._way = self._version = self._walked = None
        self._is_gone, self._fresh = False, True
        try:
            self._way = look_again.way_to(self.context.store, what["number"])
            self._walk(self._way)
        except LookupError:
            self._is_gone = True
        except KeepingError as error:
            self.context.tell(error)
        self.title_changed.emit()
        if self._way is not None:
            self._show(self._way)

    def shown(self) -> None:
        """Read first, then press; whoever comes back stands where they were."""
        if self._way is None:
            self.context.open_page("progress")
            if self._is_gone:
                self.context.notice(_("This decision is not kept any more."))
            return
        if not self._fresh:
            return
        self._fresh = False
        first = self._scene if self._scene.isVisibleTo(self) else self._list
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        # What has the focus is scrolled to once it is laid out; above it stands when this was.
        QTimer.singleShot(_LAID_OUT, self._columns, self._columns.to_top)

    def fit(self) -> None:
        """Stand level with what is read, in one column as in two."""
        edge = theme.px(EDGE) if self._columns.is_one else 0
        mirrored = self.isRightToLeft()
        self._says.setContentsMargins(0 if mirrored else edge, 0, edge if mirrored else 0, 0)

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("Enter"), _("Play again from here")),
            (_("Backspace"), _("Back to where you came from")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter plays again, Backspace leads back."""
        if enter.is_enter(event) and not event.isAutoRepeat():
            self.play_again()
        elif event.key() == Qt.Key.Key_Backspace and not event.isAutoRepeat():
            self.context.go_back()
        elif not self._columns.scroll_by_key(event):
            super().keyPressEvent(event)

    # Finding

    def _walk(self, way: WayThere) -> None:
        """Stand where the decision was made, in its version or one that is near."""
        made, context = way.made, self.context
        try:
            self._version = versions.find(
                context.store,
                context.library,
                made.scenario,
                made.content_hash,
                language.code(),
            )
        except ScenarioError:
            return
        options = Options(soften=context.settings.soften, timed=context.settings.timed)
        self._walked = rewalk(
            self._version.scenario, made.run, way.decisions, skipped=way.skipped, options=options
        )

    # Showing

    def _show(self, way: WayThere) -> None:
        walked = self._walked
        whole = walked is not None and walked.whole
        self._says.setText(self._said(way.made))
        for widget in (self._scene, self._then, self._done, self.feedback):
            widget.setVisible(whole)
        self.kept.setVisible(not whole)
        self._again.setVisible(walked is not None)
        self._again.set_words(
            _("Play again from here") if whole else _("Play on from the nearest place")
        )
        if walked is not None and whole:
            self._show_moment(walked)
        else:
            self.kept.tell(way.made, told(way.made, None))
        self._show_listed(way.made)

    def _show_moment(self, walked: Walked) -> None:
        session, decision = walked.session, walked.session.last
        if decision is None:
            return
        passage, view = scene_passage(session, decision.scene), decision_view(session, decision)
        self._scene.show_passage(None, passage.text, passage.lines)
        then = view.consequence
        self._done.show_passage(view.made, then.text, then.lines)
        self._done.setAccessibleName(_("What you did"))
        nothing = view.made is None and not then.text and not then.lines
        self._then.setVisible(not nothing)
        self._done.setVisible(not nothing)
        self.feedback.tell(view)

    def _said(self, made: Made) -> str:
        """Say when it was, and which version this is."""
        when = {"day": dates.day(made.at)}
        if self._version is None or self._walked is None:
            return (
                _(
                    "You decided this on %(day)s. The scenario is gone, and its version from then "
                    "was not kept. What you decided is still here."
                )
                % when
            )
        if not self._walked.whole:
            return (
                _(
                    "You decided this on %(day)s. The scenario has changed since, and this moment "
                    "is not in it any more. What you decided is still here."
                )
                % when
            )
        return self._said_of_version(self._version) % when

    def _said_of_version(self, version: Version) -> str:
        if version.source is Source.SAME:
            return _("You decided this on %(day)s.")
        if version.source is Source.TODAY:
            return _(
                "You decided this on %(day)s. The scenario has changed since, and its version "
                "from then was not kept: this is today’s."
            )
        if self.context.library.card(version.scenario.id) is None:
            return _(
                "You decided this on %(day)s. The scenario is gone since; this is how it was then."
            )
        return _(
            "You decided this on %(day)s. The scenario has changed since; this is how it was then."
        )

    def _show_listed(self, made: Made) -> None:
        self._list.set_words(
            _("Take it off the list") if made.listed else _("Put it on the list to look at again")
        )

    # Acting

    def play_again(self) -> None:
        """Play on from here, as a run of its own."""
        if self._walked is not None:
            session = self._walked.play_on(self.context.recorder)
            self.context.open_page("practice", session=session)

    def _mark(self) -> None:
        """Put it on the list, or take it off; pressed again, it is as before."""
        if self._way is None:
            return
        number, listed = self._way.made.number, self._way.made.listed
        try:
            look_again.mark(self.context.store, number, look=not listed)
            self._way = look_again.way_to(self.context.store, number)
        except LookupError:
            return
        except KeepingError as error:
            self.context.tell(error)
            return
        self._show_listed(self._way.made)
        self.context.announce(
            _("It is off the list.") if listed else _("It is on the list to look at again.")
        )

    def _look_up(self, d: D | None) -> None:
        look_up(self.context, d)


def _title(made: Made) -> str:
    return made.title or scene_name(made.scenario)
