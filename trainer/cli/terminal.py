"""Playing in a terminal: a line is read in answer to every question.

A number chooses, a letter alone is a command.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from trainer.cli import looking_back
from trainer.cli.lines import Lines
from trainer.errors import KeepingError, SnapshotError
from trainer.language import N_, _
from trainer.method import ds
from trainer.practice import resume
from trainer.practice.debrief import debrief
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.practice.transcript import feedback_text, spoken_text
from trainer.practice.view import check_questions, feedback_view, scene_view
from trainer.practice.wording import choice_words
from trainer.scenario.model import Kind
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TextIO

    from trainer.practice.session import Options
    from trainer.progress.store import Store
    from trainer.scenario.model import Choice, Scenario

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
    """The learner has left, by ``q`` or at the end."""


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
        self._lines = Lines(source, target)
        self._announced: set[str] = set()
        self._asked: set[str] = set()
        self._retrying = False
        self._session = Session(scenario, recorder=store, options=options)

    def play(self) -> None:
        """Play until the end, or until the learner leaves."""
        try:
            if self._store is not None:
                self._store.name_scenario(
                    self._scenario.id, self._scenario.title, self._scenario.setting
                )
            self._welcome()
            while True:
                self._turn()
        except (_Left, EOFError, KeyboardInterrupt):
            self._lines.say("")
            self._farewell()

    # Before and after

    def _welcome(self) -> None:
        scenario = self._scenario
        self._lines.say(plain(scenario.title))
        self._lines.say(plain(scenario.summary))
        if scenario.you.note:
            self._lines.say(plain(scenario.you.note))
        if scenario.content_notes:
            notes = "; ".join(plain(note) for note in scenario.content_notes)
            self._lines.say(_("What comes up in it: %(notes)s.") % {"notes": notes})
        if self._has_skips():
            self._lines.say(_("Wherever it gets hard, s skips that part."))
        self._lines.say(_("No time limit. Nothing you choose here leaves this computer."))
        self._resume()
        self._answer(_("Enter begins, q leaves, ? helps: "))

    def _resume(self) -> None:
        if self._store is None:
            return
        mine = self._store.unfinished(limit=1, scenario=self._scenario.id)
        if not mine or not self._goes_on():
            return
        try:
            place = self._store.place(mine[0].run)
            place = replace(place, soften=place.soften or self._options.soften)
            found = Session.resume(self._scenario, place, recorder=self._store)
        except SnapshotError as error:
            self._lines.say(str(error))
            return
        self._session = found.session
        changed = resume.sentence(found)
        if changed:
            self._lines.say(changed)

    def _goes_on(self) -> bool:
        """Ask whether to go on where the run was left."""
        answer = "?"
        while answer not in ("", "n"):
            ask = _("You were in the middle of it. Enter goes on there, n starts anew: ")
            answer = self._answer(ask)
        return not answer

    def _has_skips(self) -> bool:
        return any(scene.skip for scene in self._scenario.scenes.values())

    def _farewell(self) -> None:
        if self._session.phase is Phase.ENDED or not self._session.steps:
            self._lines.say(_("Take care."))
        elif self._store is not None:
            self._lines.say(_("Your place is kept. Next time you can go on from here. Take care."))
        else:
            self._lines.say(_("This run is not kept; starting with --record keeps one. Take care."))

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
        self._lines.say("")
        if view.text:
            self._lines.say(plain(view.text))
        for line in view.lines:
            self._lines.say(spoken_text(line))

    def _ask_ahead(self) -> None:
        """Ask once before a hard part; after it was printed a skip would come too late."""
        scene = self._session.scene
        if not (self._session.can_skip and scene.content_notes) or scene.id in self._announced:
            return
        self._announced.add(scene.id)
        notes = "; ".join(plain(note) for note in scene.content_notes)
        self._lines.say("")
        ask = _("Coming up: %(notes)s. Enter reads it, s skips it: ") % {"notes": notes}
        if self._answer(ask) == "s":
            self._try(self._session.skip_part)

    def _choices(self) -> None:
        self._lines.say("")
        self._lines.say(_("What do you do?"))
        for number, choice in enumerate(self._session.offered, start=1):
            words = choice_words(choice.kind, choice.words)
            if choice.id in self._session.tried:
                words = _("%(choice)s (tried)") % {"choice": words}
            self._lines.say(f"{number}. {words}")

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
                self._lines.say(_("%(number)s is not among them.") % {"number": answer})
            elif self._command(answer):
                return

    def _choose(self, choice: Choice) -> None:
        words, ticked = "", list[int]()
        if choice.kind is Kind.OWN_WORDS:
            again = _("Nothing is written. Enter again to leave it empty. Your words: ")
            words = self._lines.ask(_("Your words: ")) or self._lines.ask(again)
            # Also without words: they may have been said aloud.
            ticked = self._ticked(choice.points)
        self._try(partial(self._session.choose, choice.id, words=words, ticked=ticked))

    def _ticked(self, points: Iterable[str]) -> list[int]:
        """Ask which points the words held; the learner decides."""
        self._lines.say(_("Which of these did your words hold? You decide."))
        ticked: list[int] = []
        for index, point in enumerate(points):
            ask = _("%(point)s: y for yes, Enter for no: ") % {"point": plain(point)}
            if self._lines.ask(ask).lower().startswith(_("y")):
                ticked.append(index)
        return ticked

    def _feedback(self) -> None:
        view = feedback_view(self._session)
        if view is None:
            return
        self._lines.say("")
        if view.made is not None:
            self._lines.say(spoken_text(view.made))
        self._lines.say(feedback_text(view))
        if view.alternatives:
            self._lines.say("")
            self._lines.say(_("What else would have fitted:"))
        for one in view.alternatives:
            known = {"d": ds.name(one.d), "words": choice_words(one.kind, one.words)}
            self._lines.say(_("- %(d)s. %(words)s") % known)
            self._lines.say(f"  {plain(one.why)}")

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
                if self._try(session.step_back):
                    self._lines.say(self._where())
                return True
            case "b":
                self._lines.say(_("This is where it starts."))
            case "s" if session.can_skip and session.phase is not Phase.FEEDBACK:
                self._try(session.skip_part)
                return True
            case "s" if session.skipped:
                self._lines.say(_("The hard part is left out here already."))
            case "s":
                self._lines.say(_("There is nothing to skip here."))
            case "c":
                self._check()
            case "r":
                return True
            case "":
                self._lines.say(_("A number chooses; ? shows what else there is."))
            case _other:
                self._lines.say(_("“%(answer)s” means nothing here. ? helps.") % {"answer": answer})
        return False

    def _where(self) -> str:
        """Say where stepping back has led."""
        if self._session.phase is not Phase.DECIDING:
            return _("Back to the scene before.")
        number = len(self._session.decisions) + 1
        return _("Back to decision %(number)s.") % {"number": number}

    def _check(self) -> None:
        for question in check_questions(self._scenario):
            self._lines.say(question)
        facts = self._session.scene.check
        if facts and self._session.phase is Phase.DECIDING:
            self._lines.say(plain(facts))

    # The end

    def _end(self) -> None:
        self._scene()
        for line in looking_back.lines(debrief(self._session)):
            self._lines.say(line)
        self._questions()
        answer = self._answer(_("b steps back, Enter leaves: "))
        while answer and not self._command(answer):
            answer = self._answer(_("b steps back, Enter leaves: "))
        if not answer:
            raise _Left

    def _questions(self) -> None:
        open_ones = [one for one in self._scenario.questions if one not in self._asked]
        if open_ones:
            self._lines.say("")
            self._lines.say(_("To think about. Write a line if you like, or go on with Enter."))
            if self._store is None:
                self._lines.say(_("What you write here is not kept."))
        for question in open_ones:
            self._asked.add(question)
            self._lines.say(plain(question))
            text = self._lines.ask("> ")
            if text:
                self._try(partial(self._session.note, question, text))

    # Reading and writing

    def _try(self, act: Callable[[], object]) -> bool:
        """Do something that is kept, and tell whether it was; if not, say so and stay."""
        try:
            act()
        except KeepingError as error:
            self._lines.say("")
            self._lines.say(str(error))
            self._lines.say(_("You are where you were; q leaves."))
            return False
        return True

    def _answer(self, ask: str) -> str:
        """Ask, and give a command in small letters, or a number, or nothing for Enter."""
        while True:
            answer = self._lines.ask(ask).lower()
            if answer == "q":
                raise _Left
            if answer not in ("?", "h", "help"):
                return answer
            for line in _HELP:
                self._lines.say(_(line))
