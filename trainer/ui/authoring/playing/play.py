"""One play of what is being written: from a scene on, as often as one likes, kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.trying.following import Changed, HandWay, hand_way
from trainer.authoring.trying.starting import Start, begun
from trainer.practice.session import Options, Session
from trainer.practice.snapshot import Phase

if TYPE_CHECKING:
    from trainer.authoring.document import Document
    from trainer.authoring.trying.readable import Playable
    from trainer.scenario.model import Scenario
    from trainer.scenario.problems import Problem


class Play:
    """A scenario as it was when it was read, and a session of it that nobody keeps.

    Args:
        document: what it was read from; its text may change meanwhile.
        found: what can be played of it.
        start: where it begins.

    Raises:
        LookupError: the scene to begin with cannot be played.

    """

    def __init__(self, document: Document, found: Playable, start: Start) -> None:
        scenario = None if found.scenario is None else begun(found.scenario, start)
        if scenario is None:
            raise LookupError(start.scene)
        self.document = document
        self.start = start
        self.errors: tuple[Problem, ...] = found.errors
        self.bridged = found.bridged
        self.scenario: Scenario = scenario
        self.session = self._new()

    def _new(self) -> Session:
        # Without a recorder nothing of it is ever kept.
        return Session(self.scenario, options=Options())

    def again(self) -> None:
        """Begin once more."""
        self.session = self._new()

    def walk(self, way: HandWay, to: Changed | None = None) -> None:
        """Go a way that was gone before, as far as it still goes, or to what has changed on it."""
        session = self.session
        for number, step in enumerate(way.steps):
            if to == Changed(number, after=False):
                return
            if session.scene.id != step.scene or session.phase is Phase.ENDED:
                return
            if step.choice is not None:
                if all(one.id != step.choice for one in session.offered):
                    return
                session.choose(step.choice)
                if to == Changed(number, after=True):
                    return
            elif session.phase is not Phase.READING:
                return
            session.go_on()

    @property
    def way(self) -> HandWay:
        """The way that was gone until now."""
        return hand_way(self.session, self.start)
