"""Playing what is being written, and what of that is remembered until the window closes.

It hears from the page that plays, walks the last way again after each change, and knows what was
met by hand.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from trainer.authoring import following
from trainer.authoring.called import Names
from trainer.authoring.following import scenes_of
from trainer.authoring.trying.answering import GoesStill, HowReached
from trainer.authoring.trying.excerpt import excerpt
from trainer.authoring.trying.following import Again, HandWay, first_changed, leading, renamed
from trainer.authoring.trying.reaching import Reached
from trainer.authoring.trying.sentences import path_of
from trainer.authoring.trying.starting import Start, Values
from trainer.authoring.trying.tally import Met, met_by_hand
from trainer.language import _
from trainer.ui.authoring.playing import reader
from trainer.ui.authoring.playing.asker import Asker, Failure
from trainer.ui.authoring.playing.play import Play
from trainer.ui.authoring.playing.reader import Reader
from trainer.ui.authoring.playing.waiting import WaitingLine
from trainer.ui.authoring.playing.way_line import WayLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.authoring.trying.answering import Answer
    from trainer.authoring.trying.readable import Playable
    from trainer.scenario.model import Value
    from trainer.scenario.problems import Problem
    from trainer.ui.authoring.frame.bar import MoreButton
    from trainer.ui.authoring.workbench import Workbench

_AFTER: Final = 500
"""Milliseconds after the last change after which the last way is walked again."""


class Playing(QObject):
    """Plays; ``line`` says how the last way goes now."""

    def __init__(self, bench: Workbench, page: QWidget) -> None:
        super().__init__(page)
        self.bench = bench
        self._page = page
        self.line = WayLine(page)
        self.asker = Asker(self)
        self.reader = Reader(self.asker, self)
        said = _("Reading the story …")
        self.waiting = WaitingLine(self.asker, reader.KEY, page, words=said, in_page=True)
        looks = _("Looking for the ways to this scene …")
        self.looking = WaitingLine(self.asker, "reached", page, words=looks, in_page=True)
        self.way: HandWay | None = None
        self.again: Again | None = None
        self.by_hand: dict[Document, Met] = {}
        self._written: dict[str, Data] = {}
        self._scenes: list[str] = []
        self._has_changed = False
        self._whole: HandWay | None = None
        self._starts: dict[tuple[Document, str], Values] = {}
        self._of: Document | None = None
        self._soon = QTimer(self, singleShot=True, interval=_AFTER)
        self._soon.timeout.connect(self._walk_again)
        bench.changed.connect(self._changed)
        bench.opened.connect(self._opened)
        self.line.there_wanted.connect(self._go_there)
        self.line.replay_wanted.connect(self.replay)
        self.line.close_line.clicked.connect(self._forget)

    def offer(self, menu: MoreButton) -> None:
        """Offer in a menu what can be tried."""
        menu.offer(
            _("How one comes to this scene"), self.how_reached, possible=self.can_tell_how_reached
        )
        menu.offer(
            _("Try it all out"), self.try_all, keys=_("Ctrl T"), possible=self.bench.has_scenes
        )

    # Playing

    def play_here(self) -> None:
        """Play from the scene that is selected, or from the first one."""
        document = self.bench.document
        scene = self.bench.scene or ""
        if not self.bench.has_scenes():
            self.bench.context.announce(_("Only a scenario can be played."))
        elif document is not None:
            self._play(document, lambda found: self._read(document, found, scene))

    def play_from(self, start: Start) -> None:
        """Play from a scene with these values."""
        document = self.bench.document
        if document is None:
            return
        self._starts[document, start.scene] = start.values
        self._play(document, lambda found: self._begin(document, found, start))

    def replay(self) -> None:
        """Play the last way again, to what has changed on it, or else as far as it goes."""
        document, way = self.bench.document, self.way
        if document is not None and way is not None:
            self._play(document, lambda found: self._begin(document, found, way.start, way))

    def _play(self, document: Document, then: Callable[[Playable], object]) -> None:
        """Read a document, then play it, unless somebody has gone on to something else."""
        in_view = self._page.isVisible()

        def read(found: Playable) -> None:
            self.waiting.end()
            if document is self.bench.document and self._page.isVisible() is in_view:
                then(found)

        self.reader.read(document, read, self.waiting.begin)

    def _read(self, document: Document, found: Playable, scene: str) -> None:
        scenario = found.scenario
        if not scene and scenario is not None:
            scene = scenario.start
        if scenario is None or scene not in scenario.scenes:
            self._cannot(document, found)
        elif not scenario.state or scene == scenario.start:
            self._begin(document, found, Start(scene))
        else:
            self._look(document, found, scene)

    def _look(self, document: Document, found: Playable, scene: str) -> None:
        """Find out how one comes to a scene; the person is asked only where that can differ."""
        in_view = self._page.isVisible()

        def answered(answer: Answer | Failure) -> None:
            self.looking.end()
            if document is not self.bench.document or self._page.isVisible() is not in_view:
                return
            reached = answer if isinstance(answer, Reached) else None
            if reached is None or reached.count > 1:
                self._ask(document, found, scene, reached)
                return
            values = reached.arrivals[0].values if reached.arrivals else ()
            self._begin(document, found, Start(scene, values))
            if not reached.count:
                self.bench.say(_("No way leads to this scene yet."), passing=True)

        self.looking.begin()
        self.asker.ask("reached", document, HowReached(scene), answered)

    def _ask(
        self, document: Document, found: Playable, scene: str, reached: Reached | None
    ) -> None:

        from trainer.ui.authoring.playing.start_sheet import StartSheet

        assert found.scenario is not None
        state = found.scenario.state
        remembered = _fitting(self._starts.get((document, scene)), state)
        sheet = StartSheet(
            self.bench.context,
            Names(document),
            scene,
            state,
            remembered,
            reached,
            self._page.window(),
        )

        def begin(start: Start) -> None:
            self._starts[document, scene] = start.values
            self._begin(document, found, start)

        sheet.begun.connect(begin)
        sheet.open()

    def _begin(
        self, document: Document, found: Playable, start: Start, way: HandWay | None = None
    ) -> None:
        try:
            play = Play(document, found, start)
        except LookupError:
            self._cannot(document, found)
            return
        if way is not None:
            play.walk(way, first_changed(way, self._written, partial(_scene, document)))
        self._whole = way
        self.bench.context.open_page("author-play", play=play, playing=self)

    def _cannot(self, document: Document, found: Playable) -> None:
        if document.broken is not None:
            said = _("The text cannot be read at the moment. Mend it in the text first.")
            self.bench.say(said)
            return
        first = next(iter(found.errors), None)
        if first is None:
            self.bench.say(_("This scene cannot be played yet."))
            return
        self.bench.say(_("This cannot be played yet: the text cannot be understood."))
        self.show_problem(document, first)

    # Trying all of it

    def try_all(self) -> None:
        """Open the page on which all of it can be tried."""
        if self.bench.has_scenes():
            self.bench.context.open_page("author-try", playing=self)

    def how_reached(self) -> None:
        """Show how the scene that is selected is reached, and when its choices are offered."""
        from trainer.ui.authoring.playing.reach_sheet import ReachSheet

        scene, document = self.bench.scene, self.bench.document
        if scene is None or document is None or not self.bench.has_scenes():
            return
        path = self.bench.path
        choice = ""
        if len(path) > 3 and path[2] == "choices":
            known = document.data((*path[:4], "id"))
            choice = known if isinstance(known, str) else f"choice-{path[3]}"
        sheet = ReachSheet(self, scene, choice, self._page.window())
        sheet.begun.connect(self.play_from)
        sheet.choice_wanted.connect(
            lambda of: self.write_at(document, path_of(document, scene, of))
        )
        sheet.open()

    def can_tell_how_reached(self) -> bool:
        """Tell whether a scene of a scenario is selected."""
        return self.bench.scene is not None and self.bench.has_scenes()

    # From the page that plays

    def went(self, play: Play) -> None:
        """Note how far somebody has come by hand."""
        self.by_hand[play.document] = self.met(play.document) | met_by_hand(play.session)
        way = play.way
        if self._whole is not None and self._whole.begins_with(way):
            way = self._whole
        if self.way is None or self._of is not play.document or self._has_changed:
            self._written.clear()
        self.way, self._of = way, play.document
        self._scenes = scenes_of(play.document) or []
        for scene in way.scenes:
            if scene not in self._written:
                self._written[scene] = _scene(play.document, scene)
        self.again = Again(way.scenes)
        self.bench.show_way(way.scenes)
        self.line.tell(self.again, Names(self.bench.document))
        self._settle()

    def _settle(self) -> None:
        """Say no more about the last way until something is changed."""
        self._has_changed = False
        self.line.hide()

    def met(self, document: Document) -> Met:
        """Give what was met by hand in a file, since it was opened."""
        return self.by_hand.get(document, Met())

    def write_at(self, document: Document, path: Path) -> None:
        """Write at a place."""
        if document is not self.bench.document:
            self.bench.show(document)
        self.bench.write_at(path)

    def show_problem(self, document: Document, problem: Problem) -> None:
        """Select what a problem is about."""
        lines = document.text.split("\n", problem.mark.line)
        before = sum(len(line) + 1 for line in lines[: problem.mark.line - 1])
        self.write_at(document, document.path_at(before + problem.mark.column - 1))

    # The last way

    @property
    def is_waiting(self) -> bool:
        """Whether something is still to be found out."""
        return self._soon.isActive() or self.asker.is_busy

    def _opened(self) -> None:
        same = self._of is self.bench.document
        self.line.setVisible(same and self._has_changed)
        if same and self.way is not None:
            self._soon.start()

    def _changed(self) -> None:
        if self.way is not None and self._of is not None and self._of is self.bench.document:
            self._has_changed = True
            self._follow(scenes_of(self._of))
            self._soon.start()

    def _follow(self, scenes: list[str] | None) -> None:
        """Call a scene of the way as it is called now: with another name it is no other scene."""
        if scenes is None:
            return
        names = following.renamed(self._scenes, scenes)
        self._scenes = scenes
        if names is None or self.way is None:
            return
        old, new = names
        self.way = renamed(self.way, old, new)
        self._whole = None if self._whole is None else renamed(self._whole, old, new)
        self._written = {
            new if scene == old else scene: leading(what, old, new)
            for scene, what in self._written.items()
        }

    def _walk_again(self) -> None:
        if self.way is not None and self._of is not None:
            question = GoesStill(self.way, excerpt(self._of, self.way.scenes))
            self.asker.ask("again", self._of, question, self._walked)

    def _walked(self, answer: Answer | Failure) -> None:
        if self._of is not self.bench.document or self.way is None or isinstance(answer, Failure):
            return
        self.again = answer if isinstance(answer, Again) else None
        if self.again is not None:
            self.bench.show_way(self.again.scenes)
        news = self.line.tell(self.again, Names(self.bench.document))
        self.line.setVisible(self._has_changed)
        if news and self._has_changed:
            self.bench.context.announce(self.line.said)

    def _go_there(self) -> None:
        again = self.again
        if again is not None and self._of is not None and again.turn is not None:
            choice = again.choice or ""
            self.write_at(self._of, path_of(self._of, again.scene, choice))
            self._settle()

    def _forget(self) -> None:
        self.way = self.again = self._of = self._whole = None
        self.asker.drop("again")
        self.bench.show_way(())


def _scene(document: Document, name: str) -> Data:
    """Give what stands in a scene."""
    return document.data(("scenes", name))


def _fitting(remembered: Values | None, state: Mapping[str, Value]) -> Values | None:
    """Leave out of remembered values what the story does not remember any more."""
    if remembered is None:
        return None
    return tuple(
        (name, value) for name, value in remembered if type(state.get(name)) is type(value)
    )
