"""Playing what is being written, in the view in which people will practise it.

Nothing of it is kept. Esc, or "Back to writing", leads to where one was; from any sentence one
goes back to the field in which it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.called import Names
from trainer.authoring.trying import sentences
from trainer.language import _, ngettext
from trainer.practice.snapshot import Phase
from trainer.ui import theme
from trainer.ui.authoring.playing.aside_page import AsidePage
from trainer.ui.authoring.playing.behind import Behind
from trainer.ui.authoring.playing.end_card import EndCard
from trainer.ui.practice.looking_up import look_up
from trainer.ui.practice.narrow import fit_bar
from trainer.ui.practice.stage import Stage
from trainer.ui.theme import Role
from trainer.ui.widgets.bars.text_menu import TextMenu
from trainer.ui.widgets.buttons import LinkButton, QuietButton
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.two_columns import is_narrow
from trainer.ui.widgets.words import LineLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from trainer.authoring.trying.sentences import Sentence
    from trainer.method.ds import D
    from trainer.scenario.model import Choice
    from trainer.ui.authoring.playing.play import Play
    from trainer.ui.authoring.playing.playing import Playing
    from trainer.ui.context import Context
    from trainer.ui.page import KeyHelp


_UNWRITTEN: Final = frozenset({"empty-text", "missing-key"})
"""Codes of what is not there yet, rather than wrong."""

_TALL: Final = 52
"""Height, in sizes of the body's type, from which a page has room for what stands behind."""


class PlayPage(Fits, AsidePage):
    """Opened with ``play``, and ``playing``, which hears of what is done."""

    name: ClassVar[str] = "author-play"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._playing: Playing | None = None
        self._play: Play | None = None
        self._folded: bool | None = None
        self._build()

    def _build(self) -> None:
        column = theme.lay(QVBoxLayout(self))
        self.step = QuietButton(_("Step back"), icon="undo-2")
        self.step.clicked.connect(self._step_back)
        self.bar.add_right(self.step, short=_("Back"))
        self.anew = QuietButton(_("Start again"), icon="rotate-ccw")
        self.anew.clicked.connect(self._again)
        self.bar.add_right(self.anew, short=_("Again"))
        self.bar.add_right(TextMenu(self.context))
        column.addWidget(self.bar)
        self.stage = Stage()
        self.stage.end_words = _("Back to writing")
        # It is tried for its words, and what stands behind the scene needs room, too.
        self.stage.lines_in_view, self.stage.words_first = 8, True
        self.stage.own_words.promise(keeps=False)
        self.stage.add_notice(self._make_note())
        self.end = EndCard()
        self.stage.add_at_end(self.end)
        column.addWidget(self.stage, 1)
        self.behind = Behind(self)
        self.behind.write_wanted.connect(self._write)
        self.behind.folded.connect(self._fold)
        column.addWidget(self.behind)
        self.stage.chosen.connect(self._choose)
        self.stage.said.connect(self._say)
        self.stage.go_on.connect(self._go_on)
        self.stage.try_another.connect(self._try_another)
        self.stage.skip_wanted.connect(self._skip)
        self.stage.opened.connect(self.context.announce)
        self.stage.more_wanted.connect(self._look_up)

    def _make_note(self) -> QWidget:
        self.note = QWidget()
        flow = FlowLayout(self.note, spacing=10)
        self._note_words = LineLabel("", self.note, role=Role.NOTE)
        self._show_error = LinkButton(_("Show the first"), self.note)
        self._show_error.clicked.connect(self._go_to_error)
        flow.addWidget(self._note_words)
        flow.addWidget(self._show_error)
        return self.note

    # Page

    def title(self) -> str:
        """Say that it is being tried."""
        return _("Trying it out")

    def open(self, **what: Any) -> None:
        """Play something."""
        play: Play | None = what.get("play")
        if play is None:
            return
        self._play, self._playing = play, what["playing"]
        self.bar.set_title(play.scenario.title)
        self._tell_errors(play)

    def _tell_errors(self, play: Play) -> None:
        count = len(play.errors)
        self.note.setVisible(bool(count))
        if all(one.code in _UNWRITTEN for one in play.errors):
            said = ngettext(
                "A draft: %(n)d thing is still to be written.",
                "A draft: %(n)d things are still to be written.",
                count,
            )
        else:
            said = ngettext(
                "A draft: %(n)d thing is missing or wrong.",
                "A draft: %(n)d things are missing or wrong.",
                count,
            )
        self._note_words.setText(said % {"n": count})

    def shown(self) -> None:
        """Show where it stands."""
        if self._play is None:
            self.context.open_page("home")
            return
        self.fit()
        self._show()

    def order_tabs(self) -> None:
        """Bar, scene, what stands behind it."""
        chain(self.bar, self.stage, self.behind)

    def fit(self) -> None:
        """Leave the room to the scene."""
        fit_bar(self.bar)
        roomy = not is_narrow(self) and self.height() >= _TALL * theme.font().pixelSize()
        self.behind.set_open(roomy if self._folded is None else not self._folded)

    def _fold(self, folded: bool) -> None:
        self._folded = folded

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("1 to 9"), _("Make the choice with this number")),
            (_("Up, Down"), _("Move between the choices")),
            (_("Enter"), _("Go on; on a choice, make it")),
            (_("Backspace"), _("Step back to the latest decision")),
            (_("Ctrl R"), _("Start again")),
            (_("Ctrl E"), _("Back to where this scene is written")),
            (_("Esc"), _("Back to writing")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, arrows, Enter, Backspace, and the ways back."""
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key == Qt.Key.Key_R:
            self._again()
        elif control and key == Qt.Key.Key_E:
            self._write_scene()
        elif key == Qt.Key.Key_Backspace:
            self._step_back()
        elif not self.stage.key(event):
            super().keyPressEvent(event)

    # Acting

    def _do(self, act: Callable[[], object]) -> None:
        act()
        self._show()

    def _choose(self, choice: Choice) -> None:
        if self._play is not None and self._play.session.phase is Phase.DECIDING:
            self._play.session.choose(choice.id)
            self._show()

    def _say(self, said: tuple[Choice, str, tuple[int, ...]]) -> None:
        choice, words, ticked = said
        if self._play is not None and self._play.session.phase is Phase.DECIDING:
            self._play.session.choose(choice.id, words=words, ticked=ticked)
            self._show()

    def _go_on(self) -> None:
        if self._play is None:
            return
        phase = self._play.session.phase
        if phase is Phase.ENDED:
            self.go_back()
        elif phase in (Phase.READING, Phase.FEEDBACK):
            self._do(self._play.session.go_on)

    def _try_another(self) -> None:
        if self._play is not None and self._play.session.phase is Phase.FEEDBACK:
            self._do(self._play.session.try_another)

    def _step_back(self) -> None:
        if self.stage.is_writing:
            self.stage.back_to_choices()
        elif self._play is not None and self._play.session.can_step_back:
            self._do(self._play.session.step_back)

    def _skip(self) -> None:
        if self._play is not None and self._play.session.can_skip:
            self._do(self._play.session.skip_part)

    def _again(self) -> None:
        if self._play is not None:
            self._do(self._play.again)

    def _look_up(self, d: D | None) -> None:
        look_up(self.context, d)

    # Back to writing

    def _write(self, at: Sentence) -> None:
        if self._play is None or self._playing is None:
            return
        path = sentences.path_of(self._play.document, at.scene, at.choice, at.tail)
        self.go_back()
        self._playing.write_at(self._play.document, path)

    def _write_scene(self) -> None:
        if self._play is not None:
            scene = self._play.session.scene
            tail = ("text",) if scene.text else ()
            self._write(sentences.Sentence("", "", scene.id, tail=tail))

    def _go_to_error(self) -> None:
        if self._play is not None and self._playing is not None and self._play.errors:
            self.go_back()
            self._playing.show_problem(self._play.document, self._play.errors[0])

    # Showing

    def _show(self) -> None:
        play = self._play
        if play is None or self._playing is None:
            return
        shows_names = self.context.settings.show_d_names
        if play.session.phase is Phase.ENDED:
            self.end.tell(play.session)
        self.stage.show_session(play.session, show_d_names=shows_names)
        self.behind.tell(play.session, Names(play.document))
        self.step.setEnabled(play.session.can_step_back)
        self.order_tabs()
        self.context.announce(self.stage.spoken)
        self._playing.went(play)
