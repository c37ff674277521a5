"""The stage: a scene on the left, on the right what can be done in it or what it did.

It shows what a :class:`~trainer.practice.session.Session` holds and says what was pressed;
it decides nothing. Its widgets are made once and filled anew from scene to scene.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import _
from trainer.practice.snapshot import Phase
from trainer.practice.transcript import feedback_text
from trainer.practice.view import feedback_view, scene_view
from trainer.scenario.model import Kind
from trainer.ui import theme
from trainer.ui.practice.check_first import CheckFirst
from trainer.ui.practice.choices import Choices, Dealt
from trainer.ui.practice.feedback_view import FeedbackPanel
from trainer.ui.practice.own_words import OwnWords
from trainer.ui.practice.recap import Recap
from trainer.ui.practice.scene_view import HardPart, Reading, heard
from trainer.ui.widgets import enter
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.pictures.picture import ScenePicture
from trainer.ui.widgets.two_columns import EDGE, TwoColumns
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.practice.session import Session
    from trainer.practice.view import FeedbackView
    from trainer.scenario.model import Choice

_PEEK: Final = 5
"""Lines of what can be done that show below what is said, where there is room for them."""

_PICTURE: Final = 0.3
"""Part of the height that a picture may have, however much is said."""


class Stage(Fits, QWidget):
    """Shows a session.

    Signals:
        chosen(object): a choice was pressed, own words excepted.
        said(object): own words: (choice, words, ticked).
        drafted(object): own words half written: (choice, words).
        go_on(): on to the next scene, or to the debrief.
        try_another(): back to the decision whose feedback shows.
        skip_wanted(): the hard part of this scene shall be left out.
        opened(str): something came in view on demand; its plain text.
        more_wanted(object): what the method says about a D, or about checking first if None.
    """

    chosen = Signal(object)
    said = Signal(object)
    drafted = Signal(object)
    go_on = Signal()
    try_another = Signal()
    skip_wanted = Signal()
    opened = Signal(str)
    more_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spoken = ""
        self._phase: Phase | None = None
        self.end_words = _("See the debrief")
        self.lines_in_view = 4
        """Lines of a scene that the picture leaves in view where all stands in one column."""
        self.words_first = False
        self._bars: list[QWidget] = []
        self._at_end: QWidget | None = None
        self._scene_shown: tuple[str, str] | None = None
        self._columns = TwoColumns(self._make_left(), self._make_right(), foot=self._make_foot())
        self._columns.arranged.connect(self.fit)
        theme.lay(QVBoxLayout(self)).addWidget(self._columns)

    # Making

    def _make_left(self) -> QWidget:
        left = QWidget()
        column = theme.lay(QVBoxLayout(left), spacing=16)
        self._picture = ScenePicture()
        self._hard = HardPart()
        self._hard.skip_wanted.connect(self.skip_wanted)
        self.reading = Reading()
        above = theme.lay(QVBoxLayout(), margins=(EDGE, 0, 0, 0), spacing=16)
        self._notices = theme.lay(QVBoxLayout(), spacing=8)
        above.addLayout(self._notices)
        # Of a box, what stands in it would be laid out as narrow as a picture may be.
        across = theme.lay(QHBoxLayout())
        across.addWidget(self._picture, 1)
        across.addStretch(0)
        above.addLayout(across)
        above.addWidget(self._hard)
        column.addLayout(above)
        column.addWidget(self.reading)
        return left

    def _make_right(self) -> QWidget:
        right = QWidget()
        column = theme.lay(QVBoxLayout(right))
        self.choices = Choices()
        self.choices.chosen.connect(self._card_pressed)
        self.own_words = OwnWords()
        self.own_words.said.connect(self.said)
        self.own_words.given_up.connect(self.back_to_choices)
        self.own_words.drafted.connect(self.drafted)
        self.feedback = FeedbackPanel()
        self.feedback.opened.connect(self.opened)
        self.feedback.more_wanted.connect(self.more_wanted)
        self.recap = Recap()
        self.check = CheckFirst()
        self.check.opened.connect(self.opened)
        self.check.more_wanted.connect(self._look_up_checking)
        self._promise = SoftLabel()
        above = self._above = theme.lay(QVBoxLayout(), margins=(EDGE, 0, 0, 0), spacing=12)
        for widget in (self.choices, self.own_words, self.recap):
            above.addWidget(widget)
        column.addLayout(above)
        column.addWidget(self.feedback)
        column.addStretch(1)
        below = theme.lay(QVBoxLayout(), margins=(EDGE, 16, 0, 0), spacing=12)
        below.addWidget(self.check)
        below.addWidget(self._promise)
        column.addLayout(below)
        return right

    def _make_foot(self) -> QWidget:
        self._foot = QWidget()
        row = theme.lay(QHBoxLayout(self._foot), margins=(EDGE, 10, 0, 22), spacing=10)
        self._another = QuietButton(_("Try another choice"), self._foot)
        self._another.clicked.connect(self.try_another)
        self._on = PrimaryButton(_("Go on"), self._foot, keys=_("Enter"))
        self._on.clicked.connect(self.go_on)
        row.addWidget(self._another)
        row.addWidget(self._on, 1)
        return self._foot

    def add_notice(self, bar: QWidget) -> None:
        """Put a bar at the top of the scene."""
        self._notices.addWidget(bar)
        self._bars.append(bar)

    def add_at_end(self, widget: QWidget) -> None:
        """Show something at an end, above what was done."""
        self._at_end = widget
        self._above.insertWidget(self._above.count() - 1, widget)

    # Showing

    def show_session(self, session: Session, *, show_d_names: bool) -> None:
        """Show where the session stands, and put the keyboard where reading begins."""
        self._phase = session.phase
        # It has the focus while the scene is laid out; a name is said then, and no more.
        self.setAccessibleName(session.scenario.title)
        # What is shown bit by bit is laid out at each bit: out of sight it is filled at once.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._columns.hide()
        view = feedback_view(session) if session.phase is Phase.FEEDBACK else None
        self._show_left(session, view)
        self._show_right(session, view, show_d_names=show_d_names)
        self._order_tabs()
        self._columns.show()
        if self._columns.is_one:
            # Only then it is known how high the words of now are.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self.fit()
        self._take_focus(view is not None)
        self._place()
        draft = session.draft
        if draft is not None:
            choice = next(one for one in session.offered if one.id == draft.choice)
            self._write(choice, draft.words)

    def _place(self) -> None:
        """Begin at the top; where all stands in one column, at the words that are new."""
        self._columns.to_top()
        followed = self._phase is Phase.FEEDBACK
        if not self._columns.is_one or not (followed or self.words_first):
            return
        # Only then everything has its place.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if followed:
            self._columns.show_top_of(self.reading)
            return
        deciding = self._phase is Phase.DECIDING
        self._columns.show_widget(self.choices.cards()[0] if deciding else self._foot)
        self._columns.show_widget(self.reading)

    def fit(self) -> None:
        """Leave room for the words below the picture where all stands in one column."""
        if not self._columns.is_one:
            self._picture.setMaximumWidth(theme.ANY_SIZE)
            return
        line = QFontMetrics(theme.font(theme.Role.SCENE)).lineSpacing()
        room = self.height() - theme.px(22 + 16)
        # What is said shows, and that there is something to do below it; but people show, too.
        hard = 0 if self._hard.isHidden() else self._hard.sizeHint().height()
        said = hard + self.reading.heightForWidth(self.reading.width()) + _PEEK * line
        words = max(self.lines_in_view * line, min(said, room - round(room * _PICTURE)))
        self._picture.limit(room - words)

    def _show_right(
        self, session: Session, view: FeedbackView | None, *, show_d_names: bool
    ) -> None:
        deciding = session.phase is Phase.DECIDING
        self.choices.setVisible(deciding)
        self.own_words.hide()
        self.feedback.setVisible(view is not None)
        ended = session.phase is Phase.ENDED
        # At an end there is something to look back on, or nothing to say.
        self.recap.setVisible(session.phase is Phase.READING or (ended and bool(session.decisions)))
        if self._at_end is not None:
            self._at_end.setVisible(ended)
        self.check.setVisible(deciding)
        self._promise.setVisible(deciding)
        self._foot.setVisible(not deciding)
        self._another.setVisible(view is not None)
        if deciding:
            self._deal(session, show_d_names)
        elif view is not None:
            self.feedback.tell(view)
            self.spoken = feedback_text(view)
        else:
            self.recap.tell(session)
        self._on.set_words(self.end_words if ended else _("Go on"))

    def _show_left(self, session: Session, view: FeedbackView | None) -> None:
        here = (session.scenario.content_hash, session.scene.id)
        if here != self._scene_shown:
            self._picture.show_scene(session.scenario, session.scene)
            self._scene_shown = here
        if view is not None:
            self._hard.hide()
            # What was done comes first, then what followed.
            self.reading.show_passage(view.made, view.consequence.text, view.consequence.lines)
            return
        scene = scene_view(session)
        self._hard.tell(scene.content_notes, can_skip=scene.can_skip, skipped=scene.skipped)
        self.reading.show_passage(None, scene.text, scene.lines)
        self.spoken = heard(scene.text, scene.lines)

    def _deal(self, session: Session, show_d_names: bool) -> None:
        tried = session.tried
        self.choices.deal(
            [
                Dealt(
                    choice,
                    number,
                    choice.d if show_d_names or choice.id in tried else None,
                    choice.id in tried,
                )
                for number, choice in enumerate(session.offered, 1)
            ]
        )
        view = scene_view(session)
        self.check.ask(view.questions, view.facts)
        self._promise.setText(
            _("Nothing you choose here leaves this computer.")
            if view.seconds is not None
            else _("No time limit. Nothing you choose here leaves this computer.")
        )

    def _order_tabs(self) -> None:
        """Let Tab go as the eye does, also through what was made later than the rest."""
        chain(
            *self._bars,
            self._hard,
            self.reading,
            *self.choices.cards(),
            self.own_words,
            self.feedback,
            *([self._at_end] if self._at_end is not None else []),
            self.check,
            self._foot,
        )

    def _take_focus(self, feedback: bool) -> None:
        # In one column what followed stands above what it did, and is read first.
        widget = self.feedback if feedback and not self._columns.is_one else self.reading
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    # Acting

    def look_up(self) -> None:
        """Ask for what the method says about what is in view now."""
        if self._phase is Phase.FEEDBACK:
            self.feedback.look_up()
        elif self._phase is Phase.DECIDING:
            self._look_up_checking()

    def _look_up_checking(self) -> None:
        self.more_wanted.emit(None)

    def back_to_choices(self) -> None:
        """Close own words; what was written stays for the next time."""
        self.own_words.hide()
        self.choices.show()
        self.check.show()
        self.choices.walk(1)

    @property
    def is_writing(self) -> bool:
        """Whether own words are open."""
        return not self.own_words.isHidden()

    def _card_pressed(self, choice: Choice) -> None:
        if choice.kind is not Kind.OWN_WORDS:
            self.chosen.emit(choice)
            return
        self._write(choice)

    def _write(self, choice: Choice, words: str = "") -> None:
        self.choices.hide()
        self.check.hide()
        self.own_words.start(choice, words)
        self.own_words.show()

    def key(self, event: QKeyEvent) -> bool:
        """Take a digit, an arrow or Enter; False for any other key."""
        key = event.key()
        deciding = self._phase is Phase.DECIDING and not self.is_writing
        if deciding and Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and not event.isAutoRepeat():
            return self.choices.press(key - Qt.Key.Key_0)
        if deciding and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.choices.walk(1 if key == Qt.Key.Key_Down else -1)
            return True
        if enter.is_enter(event) and not event.isAutoRepeat():
            if deciding:
                # Enter never chooses what nobody has looked at: it goes to the first card.
                self.choices.walk(1)
            elif not self.is_writing:
                self.go_on.emit()
            return True
        return self._columns.scroll_by_key(event)
