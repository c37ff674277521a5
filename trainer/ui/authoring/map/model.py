"""What the map shows of the workbench: boxes, where they stand, and which one is current."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from trainer.authoring.layout import tangled
from trainer.authoring.layout.graph import (
    Ends,
    Graph,
    changed,
    folded_away,
    graph_of,
    renewed,
    ways_through,
    without,
)
from trainer.authoring.layout.marks import counted, lost_in, marks_of
from trainer.authoring.layout.places import Places
from trainer.authoring.outline import Outline
from trainer.authoring.source.parts import SPLIT
from trainer.practice.map_layout import lay_out
from trainer.ui.authoring.map.layouter import Layouter
from trainer.ui.authoring.map.picture import Picture
from trainer.ui.slices import Soon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from trainer.authoring.arrangement import Arrangement
    from trainer.authoring.desk import Change
    from trainer.authoring.layout.marks import Marks
    from trainer.practice.map_layout import MapLayout, Place
    from trainer.ui.authoring.workbench import Workbench

EMPTY: Final = graph_of(Outline({}, ""))

FEW: Final = 300
"""Scenes up to which everything is done at once."""


class MapModel(QObject):
    """The scenes of what is shown on the workbench, as the map shows them.

    Attributes:
        graph: all scenes and ways; ``shown`` is what is not folded away.
        places: where the boxes stand.
        marks: what is marked, by scene.
        behind: by folded scene, what hides behind it.
        current: name of the box that has the keyboard; empty if none has.
        followed: the lines on ways through the scene that is followed; None if none is.
        note: key of the note that has the keyboard; empty if none has.

    Signals:
        opened(): another document is shown; its boxes have their first places.
        renewed(): boxes or their places are others.
        marked(): what is marked or written in them is.
        laid(): the boxes were laid out anew, and may go there at leisure.
        current_changed(): another box, or note, is current.

    """

    opened = Signal()
    renewed = Signal()
    marked = Signal()
    laid = Signal()
    current_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.graph: Graph = EMPTY
        self.shown: Graph = EMPTY
        self.places = Places()
        self.marks: dict[str, Marks] = {}
        self._told: dict[str, Marks] = {}
        self._lost: frozenset[str] | None = None
        self.behind: dict[str, frozenset[str]] = {}
        self.current = self.note = ""
        self.followed: frozenset[Ends] | None = None
        self._follows = ""
        self._outline: Outline | None = None
        self._arranged: Arrangement | None = None
        self.layouter = Layouter(self)
        self.layouter.laid_out.connect(self._take)
        self._soon = Soon(self)
        self._soon.due.connect(self.renew)
        self._tidies = QTimer(self, singleShot=True)
        self._tidies.timeout.connect(self.tidy)
        bench.opened.connect(self._open)
        bench.changed.connect(self._changed)
        bench.selected.connect(self._selected)
        self._marking = Soon(self)
        self._marking.due.connect(self._mark)
        bench.problems_changed.connect(self._marking.start)
        if bench.document is not None:
            self._open()

    # What there is

    @property
    def pins(self) -> Mapping[str, Place]:
        """Places of boxes that were dragged."""
        return {} if self.bench.document is None else self.bench.document.arrangement.pins

    def hides(self, name: str) -> str:
        """Give the folded scene that a scene hides behind; empty if it shows."""
        return next((one for one, behind in self.behind.items() if name in behind), "")

    def _hidden(self) -> set[str]:
        nothing: set[str] = set()
        return nothing.union(*self.behind.values())

    def picture(self, *, mirrored: bool) -> Picture:
        """Make the picture of it."""
        made = Picture(self.shown, mirrored=mirrored)
        for _step in self.filling(made):
            pass
        return made

    def filling(self, picture: Picture) -> Iterator[None]:
        """Put all of it into a picture, some at each step; what is marked is as of the end."""
        graph, marks = self.shown, self.marks
        yield from picture.filling(self.places, marks, self.pins, self._how_many_behind())
        if self.shown is not graph or self.marks is not marks:
            picture.mark(self.shown, self.marks)

    def bring_up(self, picture: Picture) -> None:
        """Let a picture show what there is now; in what is as it was, nothing is made anew."""
        picture.renew(self.shown, self.places, self.marks, self.pins, self._how_many_behind())

    def _how_many_behind(self) -> dict[str, int]:
        return {name: len(names) for name, names in self.behind.items()}

    # Following the workbench

    def _open(self) -> None:
        self.places, self.current, self.note = Places(), "", ""
        self._follows, self.followed, self._told = "", None, {}
        self._read()
        self._lay_first()
        self.marks = self._marks()
        self.opened.emit()

    def _lay_first(self) -> None:
        """Have something to look at, until it is laid out well."""
        self.layouter.give_up()
        first = self.bench.first() if self.graph.lines else None
        if first is not None and self.shown is first.graph:
            self.places = first.places.copy()
        elif self.graph.lines:
            shown = self.shown
            self.places.take(lay_out(shown.names(), shown.edges(), shown.start, quick=True))
        self.places.renew(self.graph, self.pins)
        if self.graph.lines:
            self.layouter.ask(self.shown)

    def _changed(self, changes: Sequence[Change]) -> None:
        # Once for everything that happens in one go.
        self._soon.start()
        if not changes:
            self._marking.start()  # What was told of a text that was not read yet has its places.

    def renew(self) -> None:
        """Show what has changed; what is there keeps its place."""
        self._soon.stop()
        had = bool(self.graph.lines)
        if self._only_words():
            self.marked.emit()
            return
        before = self.shown
        self._read()
        if not had and self.graph.lines:
            # A long text was read in the meantime, or the first scene was written.
            self._lay_first()
            self.marks = self._marks()
            self.opened.emit()
            return
        self.places.renew(self.graph, self.pins)
        self.marks = self._marks()
        self._untangle(before)
        gone = self.current and self.current not in self.shown.names()
        if gone:
            self.current = self.hides(self.current)
            self.current_changed.emit()
        self.renewed.emit()
        if self.current in self.shown.lines and self.current not in before.lines:
            self.current_changed.emit()  # It was selected before its box was there.

    def _untangle(self, before: Graph) -> None:
        """Lay a small map out anew when what has come made it harder to read than need be."""
        names = self.shown.names()
        if len(names) > tangled.MOST:
            return
        edges = list(self.shown.edges())
        if set(edges) == set(before.edges()):
            return
        now = tangled.faults(names, edges, self.places.at, set(self.places.routes))
        if not now:
            return
        anew = Places()
        anew.take(lay_out(names, edges, self.shown.start))
        anew.renew(self.shown, self.pins)
        if tangled.faults(names, edges, anew.at, set(anew.routes)) < now:
            self._tidies.start(0)

    def _only_words(self) -> bool:
        """Take what was written into scenes; tell whether all else is as it was."""
        document = self.bench.document
        if document is None or not self.bench.has_scenes() or self._outline is None:
            return False
        if document.arrangement is not self._arranged:
            return False
        outline = self.bench.outline()
        graph = renewed(self.graph, outline)
        if graph is None:
            return False
        whole, gone = self.shown is self.graph, self._hidden()
        self._outline, self.graph = outline, graph
        self.shown = graph if whole else without(graph, gone)
        return True

    def _read(self) -> None:
        self._lost = None
        document = self.bench.document
        if document is None or not self.bench.has_scenes():
            self.graph = self.shown = EMPTY
            self._outline, self.behind, self._arranged = None, {}, None
            return
        self._arranged = document.arrangement
        outline = self.bench.outline()
        if outline is not self._outline:
            first = self.bench.first()
            self._outline = outline
            self.graph = changed(self.graph, outline) if first is None else first.graph
            self._lost = None if first is None else first.lost
        self.behind = folded_away(self.graph, document.arrangement.folded)
        self.shown = without(self.graph, self._hidden())
        self._follow_again()

    def _mark(self) -> None:
        document = self.bench.document
        if document is not None and not (self.bench.is_broken or document.stale):
            self._told = counted(self.bench.lines())
        found = self._marks()
        if found != self.marks:
            self.marks = found
            self.marked.emit()

    def _marks(self) -> dict[str, Marks]:
        """Give the marks as of now."""
        if self._lost is None:
            self._lost = lost_in(self.graph)
        return marks_of(self.graph, self._told, self._lost)

    def _selected(self) -> None:
        name = self.bench.scene or ""
        if name and self._soon.is_waiting and len(self.graph.lines) <= FEW:
            self.renew()  # Of many, in a turn of its own.
        name = self.hides(name) or name
        if name != self.current or (name and self.note):
            self.current, self.note = name, ""
            self.current_changed.emit()

    def _take(self, layout: MapLayout) -> None:
        if not self.graph.lines:
            return
        self.places.take(layout)
        self.places.renew(self.graph, self.pins)
        self.laid.emit()

    # Acts that change nothing

    def stand_on(self, name: str) -> None:
        """Let a box be current; a scene is selected, too."""
        self.note = ""
        if name in self.graph.lines:
            if self.bench.scene == name and self.current == name:
                self.current_changed.emit()
                return
            self.current = name
            self.bench.select((SPLIT, name))
        else:
            self.current = name
        self.current_changed.emit()

    def stand_on_note(self, key: str) -> None:
        """Let a note be current."""
        self.note = key
        self.current_changed.emit()

    def tidy(self) -> None:
        """Have everything that shows laid out anew."""
        self.layouter.ask(self.shown)

    def follow(self, name: str) -> None:
        """Show all ways through a scene; an empty name ends that."""
        self._follows = name
        self._follow_again()
        self.renewed.emit()

    @property
    def follows(self) -> str:
        """Name of the scene that is followed."""
        return self._follows

    def _follow_again(self) -> None:
        if self._follows not in self.shown.lines:
            self._follows = ""
        self.followed = ways_through(self.shown, self._follows) if self._follows else None
