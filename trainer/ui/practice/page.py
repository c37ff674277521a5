"""The practice page: from "Begin" through every scene to the debrief.

It holds the session, carries out what the stage says was pressed, and says what went
wrong. Whatever shows on it is kept already: the session moves only after its recorder
returned.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from trainer.errors import KeepingError, UpstanderError
from trainer.language import _
from trainer.practice.session import Options, Session
from trainer.practice.snapshot import Phase
from trainer.practice.view import feedback_view, scene_view
from trainer.practice.way import Ahead
from trainer.ui import theme
from trainer.ui.page import KeyHelp, Page
from trainer.ui.practice import runs
from trainer.ui.practice.bars import KeepingBar, Strip
from trainer.ui.practice.begin import BeginPanel
from trainer.ui.practice.keys import practice_keys
from trainer.ui.practice.looking_up import look_up
from trainer.ui.practice.narrow import fit_bar
from trainer.ui.practice.read_aloud import ReadAloud
from trainer.ui.practice.remembering import Remembering
from trainer.ui.practice.stage import Stage
from trainer.ui.practice.timer_bar import TimerBar
from trainer.ui.widgets import enter
from trainer.ui.widgets.bars.text_menu import TextMenu
from trainer.ui.widgets.bars.top_bar import TopBar
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.progress import SegmentedBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from trainer.method.ds import D
    from trainer.scenario.model import Choice, Scenario
    from trainer.settings import Settings
    from trainer.ui.context import Context


class PracticePage(Fits, Page):
    """Opened with ``scenario`` (an id; an unfinished run goes on, unless ``again`` is True),
    with ``run`` (a run of the history), or with ``session`` (one made for playing again).
    """  # noqa: D205 - one sentence of three cases

    name: ClassVar[str] = "practice"
    immersive: ClassVar[bool] = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._scenario: Scenario | None = None
        self._session: Session | None = None
        self._ahead: Ahead | None = None
        self._again: Callable[[], object] | None = None
        self._stale = self._d_names = False
        self._unkept: tuple[Choice, str] | None = None
        self._remembering = Remembering(context, self)
        self._build()
        context.settings_changed.connect(self._settings_changed)
        context.left_quickly.connect(self._be_still)
        for keys, act in (("Alt+P", self._timer.toggle), ("Alt+M", self._stage.look_up)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _build(self) -> None:
        column = theme.lay(QVBoxLayout(self))
        column.addWidget(self._make_bar())
        self._keeping, self._strip, self._timer = KeepingBar(), Strip(), TimerBar()
        self._keeping.try_again.connect(self._try_again)
        self._keeping.go_on_anyway.connect(self._go_on_anyway)
        self._keeping.stop.connect(self._to_library)
        self._timer.ran_out.connect(self._time_out)
        column.addWidget(self._timer)
        self._layers = QStackedLayout()
        column.addLayout(self._layers, 1)
        self._begin, self._stage = BeginPanel(self.context), Stage()
        self._stage.add_notice(self._keeping)
        self._stage.add_notice(self._strip)
        self._layers.addWidget(self._begin)
        self._layers.addWidget(self._stage)
        self._begin.begin.connect(self._begin_run)
        self._begin.choose_another.connect(self._to_library)
        self._stage.chosen.connect(self._choose)
        self._stage.said.connect(self._say)
        self._stage.drafted.connect(self._draft)
        self._stage.go_on.connect(self._go_on)
        self._stage.try_another.connect(self._try_another)
        self._stage.skip_wanted.connect(self._skip)
        self._stage.opened.connect(self.context.announce)
        self._stage.more_wanted.connect(self._look_up)

    def _make_bar(self) -> TopBar:
        self._bar = TopBar(self.context)
        library = QuietButton(_("Library"), icon="arrow-left")
        library.clicked.connect(self._to_library)
        self._bar.add_left(library, before_title=True)
        self._segments = SegmentedBar()
        self._bar.add_left(self._segments)
        self._back = QuietButton(_("Step back"), icon="undo-2")
        self._back.clicked.connect(self._step_back)
        self._bar.add_right(self._back, short=_("Back"))
        self._read_aloud = ReadAloud(self.context)
        self._bar.add_right(self._read_aloud, short=_("Read"))
        self._text = TextMenu(self.context)
        self._bar.add_right(self._text)
        return self._bar

    # Page

    def title(self) -> str:
        """Title of the scenario."""
        return self._scenario.title if self._scenario is not None else _("Practice")

    def open(self, **what: Any) -> None:
        """Open a scenario, a run, or a session."""
        self._strip.say("")
        self._keeping.hide()
        self._timer.stop()
        self._again = None
        self._stage.own_words.promise(keeps=self.context.keeps)
        try:
            self._open(what)
        except UpstanderError as error:
            self._scenario = self._session = None
            self.context.tell(error)

    def _open(self, what: dict[str, Any]) -> None:
        opened = runs.opened(self.context, what, self._session)
        self._use(opened.scenario)
        if opened.session is None:
            self._show_begin()
        else:
            self._stand(opened.session)
            self._strip.say(opened.said)

    def shown(self) -> None:
        """Let the time run on only when asked; the place is the one that was left."""
        if self._scenario is None:
            self.context.open_page("home")
        elif self._layers.currentWidget() is self._begin:
            offered = self._begin.offer()
            if offered:
                self.context.announce(offered)
            self._begin.focus_begin()
        elif self._stale:
            self._show()

    def left(self) -> None:
        """Fall silent, hold the time, and keep what waits."""
        self._be_still()
        # What cannot be kept now waits, so that leaving loses nothing.
        self.context.recorder.go_on_anyway()
        self._stage.own_words.keep()
        if self._unkept is not None:
            self._draft(self._unkept)
        self.context.recorder.try_again()
        self._remembering.keep()
        self.context.runs_changed.emit()

    def fit(self) -> None:
        """Leave the room to the scene."""
        fit_bar(self._bar, self._segments)

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return practice_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, arrows, Enter and Backspace."""
        if self._layers.currentWidget() is self._begin:
            if enter.is_enter(event):
                if not event.isAutoRepeat():
                    self._begin_run(False)
            elif not self._begin.scroll_by_key(event):
                super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Backspace:
            self._step_back()
        elif not self._stage.key(event):
            super().keyPressEvent(event)

    # Beginning

    def _use(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._session = None
        self._ahead = Ahead(scenario)
        self._bar.set_title(scenario.title)

    def _show_begin(self) -> None:
        if self._scenario is None:
            return
        self._begin.show_scenario(self._scenario)
        self._layers.setCurrentWidget(self._begin)
        for widget in (self._segments, self._back, self._read_aloud):
            widget.hide()

    def _begin_run(self, without_hard_parts: bool) -> None:
        if self._scenario is None:
            return
        self.context.noticed.emit(None)
        settings = self.context.settings
        options = Options(settings.soften, without_hard_parts, settings.timed)
        self._stand(Session(self._scenario, recorder=self.context.recorder, options=options))

    def _stand(self, session: Session) -> None:
        """Show a session from now on."""
        self._session = session
        wished = self._wished(session.options, self.context.settings)
        if wished != session.options:
            self._do(lambda: session.set_options(wished))
        self._remembering.play(session.scenario)
        self._layers.setCurrentWidget(self._stage)
        self._segments.show()
        self._back.show()
        self._read_aloud.offer()
        self._show()

    @staticmethod
    def _wished(options: Options, settings: Settings) -> Options:
        return replace(options, soften=settings.soften, timed=settings.timed)

    # Acting

    def _do(self, act: Callable[[], object]) -> bool:
        """Carry out an act of the session; tell whether it was kept and so happened."""
        try:
            act()
        except KeepingError as error:
            self._again = act
            self._timer.pause()
            self._keeping.refused(error)
            self.context.announce(str(error))
            return False
        self._again = None
        self._remembering.decided()
        self._keeping.waiting(self.context.recorder.waiting)
        return True

    def _step(self, act: Callable[[], object]) -> None:
        self._stage.own_words.keep()
        if self._do(act):
            self._strip.say("")
            self._show()

    def _choose(self, choice: Choice) -> None:
        session = self._session
        if session is not None and session.phase is Phase.DECIDING:
            self._step(lambda: session.choose(choice.id))

    def _say(self, said: tuple[Choice, str, tuple[int, ...]]) -> None:
        session, (choice, words, ticked) = self._session, said
        if session is not None and session.phase is Phase.DECIDING:
            self._step(lambda: session.choose(choice.id, words=words, ticked=ticked))

    def _draft(self, draft: tuple[Choice, str]) -> None:
        session, (choice, words) = self._session, draft
        if session is None or all(one.id != choice.id for one in session.offered):
            return  # a moment after the last letter one may stand elsewhere
        # The words still stand in their box; what cannot be kept is told when they are said.
        self._unkept = draft
        with suppress(KeepingError):
            session.keep_draft(choice.id, words)
            self._unkept = None

    def _go_on(self) -> None:
        session = self._session
        if session is None:
            return
        if session.phase is Phase.ENDED:
            self.context.open_page("debrief", session=session)
        elif session.phase in (Phase.READING, Phase.FEEDBACK):
            self._step(session.go_on)

    def _try_another(self) -> None:
        if self._session is not None and self._session.phase is Phase.FEEDBACK:
            self._step(self._session.try_another)

    def _step_back(self) -> None:
        if self._stage.is_writing:
            self._stage.back_to_choices()
        elif self._session is not None and self._session.can_step_back:
            self._step(self._session.step_back)

    def _skip(self) -> None:
        if self._session is not None and self._session.can_skip:
            self._step(self._session.skip_part)

    def _time_out(self) -> None:
        session = self._session
        if session is None or session.phase is not Phase.DECIDING:
            return

        def act() -> None:
            # Between deciding and going on the disk may have filled up.
            (session.go_on if session.phase is Phase.FEEDBACK else session.time_out)()

        if self._do(act):
            self._show()
            view = feedback_view(session)
            self._strip.say(view.headline if view is not None else "")

    def _try_again(self) -> None:
        if self._again is not None:
            self._step(self._again)
        else:
            self.context.recorder.try_again()
            self._keeping.waiting(self.context.recorder.waiting)

    def _go_on_anyway(self) -> None:
        self.context.recorder.go_on_anyway()
        self._try_again()

    def _look_up(self, d: D | None) -> None:
        look_up(self.context, d)

    def _to_library(self) -> None:
        self.context.open_page("home")

    # Showing

    def _show(self) -> None:
        session = self._session
        if session is None or self._ahead is None:
            return
        self._be_still()
        self._stale = False
        self._d_names = self.context.settings.show_d_names
        self._stage.show_session(session, show_d_names=self._d_names)
        done = len(session.decisions)
        self._segments.show_steps(done, done + self._ahead.decisions_left(session))
        self._back.setEnabled(session.can_step_back)
        self._read_aloud.set_text(self._stage.spoken, session.scenario.language)
        self.context.announce(self._stage.spoken)
        seconds = scene_view(session).seconds
        if seconds is not None:
            self._timer.start(seconds)
        else:
            self._timer.stop()

    def _be_still(self) -> None:
        self._read_aloud.stop()
        self._timer.pause()

    def _settings_changed(self, settings: Settings) -> None:
        session = self._session
        if session is None:
            return
        wished = self._wished(session.options, settings)
        if wished != session.options:
            self._stale = self._do(lambda: session.set_options(wished))
        self._stale |= settings.show_d_names != self._d_names
        if self._stale and self.isVisible():
            self._show()
