"""Playing in a terminal, one line after another, as a screen reader likes it.

No boxes, no colours, nothing drawn over: what is new is always at the end. A line is
read in answer to every question; a letter alone is a command.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from functools import partial
from typing import TYPE_CHECKING

from trainer.errors import KeepingError, SnapshotError
from trainer.language import N_, _
from trainer.method import ds
from trainer.practice import resume
from trainer.practice.debrief import debrief, times
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.practice.transcript import feedback_text, spoken_text
from trainer.practice.view import check_questions, feedback_view, scene_view
from trainer.practice.wording import resource_name, scene_name
from trainer.scenario.markup import plain
from trainer.scenario.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from trainer.practice.session import Options
    from trainer.progress.store import Store
    from trainer.scenario.model import Choice, Scenario

_WIDTH = 88
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control characters: a story must not steer the terminal."""

_HELP = (
    N_("A number makes that choice."),
    N_("Enter goes on."),
    N_("b: step back to the last decision"),
    N_("a: try another choice, while its feedback shows"),
    N_("c: check first, before you choose"),
    N_("s: skip the hard part of a scene"),
    N_("r: read this again"),
    N_("q: leave"),
)


class _Left(Exception):  # noqa: N818 - no error, a way out
    """The learner has left, by ``q``, by the end of the input or by Ctrl+C."""


class Terminal:
    """One run in a terminal.

    Args:
        scenario: what is played.
        store: where it is kept, or None to keep nothing.
        options: how it is shown.
        source: where answers are read from, line by line.
        target: where everything is written to.

    """

    def __init__(
        self,
        scenario: Scenario,
        store: Store | None,
        options: Options,
        source: TextIO,
        target: TextIO,
    ) -> None:
        self._scenario = scenario
        self._store = store
        self._options = options
        self._source = source
        self._target = target
        self._wraps = target.isatty()
        self._echoes = not source.isatty()
        self._asked: set[str] = set()
        self._retrying = False
        self._session = Session(scenario, recorder=store, options=options)

    def play(self) -> None:
        """Play until the end, or until the learner leaves."""
        try:
            if self._store is not None:
                self._store.name_scenario(self._scenario.id, self._scenario.title)
            self._welcome()
            while True:
                self._turn()
        except (_Left, KeyboardInterrupt):
            self._say("")
            self._farewell()

    # Before and after

    def _welcome(self) -> None:
        scenario = self._scenario
        self._say(plain(scenario.title))
        self._say(plain(scenario.summary))
        if scenario.you.note:
            self._say(plain(scenario.you.note))
        if scenario.content_notes:
            notes = "; ".join(plain(note) for note in scenario.content_notes)
            self._say(_("What comes up in it: %(notes)s.") % {"notes": notes})
        if self._has_skips():
            self._say(_("Wherever it gets hard, s skips that part."))
        self._say(_("No time limit. Nothing you choose here leaves this computer."))
        self._resume()
        self._answer(_("Enter begins, q leaves, ? helps: "))

    def _resume(self) -> None:
        if self._store is None:
            return
        mine = [run for run in self._store.unfinished() if run.scenario == self._scenario.id]
        if not mine:
            return
        if self._answer(_("You were in the middle of it. Enter goes on there, n starts anew: ")):
            return
        try:
            place = self._store.place(mine[0].run)
            found = Session.resume(self._scenario, place, recorder=self._store)
        except SnapshotError as error:
            self._say(str(error))
            return
        self._session = found.session
        changed = resume.sentence(found)
        if changed:
            self._say(changed)

    def _has_skips(self) -> bool:
        return any(scene.skip for scene in self._scenario.scenes.values())

    def _farewell(self) -> None:
        if self._session.phase is Phase.ENDED or not self._session.steps:
            self._say(_("Take care."))
        elif self._store is not None:
            self._say(_("Your place is kept. Next time you can go on from here. Take care."))
        else:
            self._say(_("Nothing was kept. Take care."))

    # One turn: what shows, a question, an act

    def _turn(self) -> None:
        match self._session.phase:
            case Phase.READING:
                self._scene()
                self._on()
            case Phase.DECIDING:
                # After trying, the scene has only just been read.
                if not self._retrying:
                    self._scene()
                self._retrying = False
                self._decide()
            case Phase.FEEDBACK:
                self._feedback()
                self._on()
            case Phase.ENDED:
                self._end()

    def _scene(self) -> None:
        self._ask_ahead()
        view = scene_view(self._session)
        self._say("")
        if view.text:
            self._say(plain(view.text))
        for line in view.lines:
            self._say(spoken_text(line))

    def _ask_ahead(self) -> None:
        """Ask once before a hard part; after it was printed a skip would come too late."""
        scene = self._session.scene
        if not (self._session.can_skip and scene.content_notes) or scene.id in self._asked:
            return
        self._asked.add(scene.id)
        notes = "; ".join(plain(note) for note in scene.content_notes)
        self._say("")
        ask = _("Coming up: %(notes)s. Enter reads it, s skips it: ") % {"notes": notes}
        if self._answer(ask) == "s":
            self._try(self._session.skip_part)

    def _choices(self) -> None:
        self._say("")
        self._say(_("What do you do?"))
        for number, choice in enumerate(self._session.offered, start=1):
            words = _to_do(choice.kind, choice.words)
            if choice.id in self._session.tried:
                words = _("%(choice)s (tried)") % {"choice": words}
            self._say(f"{number}. {words}")

    def _decide(self) -> None:
        self._choices()
        last = len(self._session.offered)
        ask = _("Your choice, 1 to %(last)s; c checks first, ? helps: ") % {"last": last}
        while True:
            answer = self._answer(ask)
            if answer.isascii() and answer.isdecimal() and len(answer) < 4:
                if 1 <= int(answer) <= last:
                    self._choose(self._session.offered[int(answer) - 1])
                    return
                self._say(_("%(number)s is not among them.") % {"number": answer})
            elif self._command(answer):
                return

    def _choose(self, choice: Choice) -> None:
        words, ticked = "", list[int]()
        if choice.kind is Kind.OWN_WORDS:
            words = self._line(_("Your words: "))
            self._say(_("Which of these did your words hold? You decide."))
            for index, point in enumerate(choice.points):
                ask = _("%(point)s: y for yes, Enter for no: ") % {"point": plain(point)}
                if self._line(ask).lower().startswith(_("y")):
                    ticked.append(index)
        self._try(partial(self._session.choose, choice.id, words=words, ticked=ticked))

    def _feedback(self) -> None:
        view = feedback_view(self._session)
        if view is None:
            return
        self._say("")
        if view.made is not None:
            self._say(spoken_text(view.made))
        self._say(feedback_text(view))
        if view.alternatives:
            self._say(_("What else would have fitted:"))
        for one in view.alternatives:
            known = {"d": ds.name(one.d), "words": _to_do(one.kind, one.words)}
            self._say(_("- %(d)s. %(words)s") % known)
            self._say(f"  {plain(one.why)}")

    def _on(self) -> None:
        """Ask for going on, in a scene that only leads on or while the feedback shows."""
        feedback = self._session.phase is Phase.FEEDBACK
        ask = _("Enter goes on, a tries another choice: ") if feedback else _("Enter goes on: ")
        while True:
            answer = self._answer(ask)
            if not answer:
                self._try(self._session.go_on)
                return
            if answer == "a" and feedback:
                self._try(self._session.try_another)
                self._retrying = self._session.phase is Phase.DECIDING
                return
            if self._command(answer):
                return

    def _command(self, answer: str) -> bool:
        """Heed a command; tell whether what shows has to be shown anew."""
        session = self._session
        match answer:
            case "b" if session.can_step_back:
                return self._try(session.step_back)
            case "b":
                self._say(_("This is where it starts."))
            case "s" if session.can_skip and session.phase is not Phase.FEEDBACK:
                return self._try(session.skip_part)
            case "s":
                self._say(_("There is nothing to skip here."))
            case "c":
                self._check()
            case "r":
                return True
            case "":
                self._say(_("A number chooses; ? shows what else there is."))
            case _other:
                self._say(_("“%(answer)s” means nothing here. ? helps.") % {"answer": answer})
        return False

    def _check(self) -> None:
        for question in check_questions(self._scenario):
            self._say(question)
        facts = self._session.scene.check
        if facts and self._session.phase is Phase.DECIDING:
            self._say(plain(facts))

    # The end

    def _end(self) -> None:
        self._scene()
        found = debrief(self._session)
        self._say("")
        if found.outcome is None:
            self._say(_("The story is not written further than this."))
        if found.view:
            name = {"name": found.view_of}
            self._say(_("How it was for %(name)s:") % name if found.view_of else _("How it was:"))
            self._say(plain(found.view))
        self._say(_("The five D’s you used:"))
        for use in (*found.ds, *found.beside):
            if use.count:
                self._say(_("%(d)s: %(times)s") % {"d": use.name, "times": times(use.count)})
        for one in found.try_next:
            where = {"number": one.step + 1, "scene": scene_name(one.scene), "reason": one.reason}
            self._say(_("To try next: decision %(number)s, %(scene)s. %(reason)s") % where)
        if found.resources:
            self._say(_("Where to get help:"))
        for key in found.resources:
            self._say(f"- {resource_name(key)}")
        self._questions()
        answer = self._answer(_("b steps back, Enter leaves: "))
        while answer and not self._command(answer):
            answer = self._answer(_("b steps back, Enter leaves: "))
        if not answer:
            raise _Left

    def _questions(self) -> None:
        open_ones = [one for one in self._scenario.questions if one not in self._asked]
        if open_ones:
            self._say("")
            self._say(_("To think about. Write a line if you like, or go on with Enter."))
        for question in open_ones:
            self._asked.add(question)
            self._say(plain(question))
            text = self._line("> ")
            if text:
                self._try(partial(self._session.note, question, text))

    # Reading and writing

    def _try(self, act: Callable[[], object]) -> bool:
        """Do something that is kept; if it cannot be, say so and stay. Always True."""
        try:
            act()
        except KeepingError as error:
            self._say("")
            self._say(str(error))
            self._say(_("You are where you were; q leaves."))
        return True

    def _answer(self, ask: str) -> str:
        """Ask, and give a command in small letters, or a number, or nothing for Enter."""
        while True:
            answer = self._line(ask).lower()
            if answer == "q":
                raise _Left
            if answer not in ("?", "h", "help"):
                return answer
            for line in _HELP:
                self._say(_(line))

    def _line(self, ask: str) -> str:
        """Ask, and give the line that was written, without space around it."""
        print(ask, end="", file=self._target, flush=True)
        line = self._source.readline()
        if self._echoes or not line:
            # Nobody pressed Enter on this screen.
            print(file=self._target)
        if not line:
            raise _Left
        return line.strip()

    def _say(self, text: str) -> None:
        for line in text.split("\n"):
            shown = _UNSHOWABLE.sub("\ufffd", line)
            print(self._wrapped(shown) if self._wraps else shown, file=self._target)

    def _wrapped(self, line: str) -> str:
        width = min(_WIDTH, shutil.get_terminal_size().columns)
        return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


def _to_do(kind: Kind, words: str) -> str:
    """Tell apart what is said from what is done."""
    if kind is Kind.SAY:
        return _("Say: “%(words)s”") % {"words": plain(words)}
    return plain(words)
