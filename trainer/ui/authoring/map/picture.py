"""What the map paints: boxes, and the curves between them, in units of a zoom of 100 %."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from trainer.authoring.called import in_words
from trainer.authoring.layout import signs as layout_signs
from trainer.authoring.layout.marks import NONE, Marks
from trainer.authoring.layout.places import HIGH, TALL, WIDE, Places
from trainer.ui.authoring.map import titles, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from trainer.authoring.layout.graph import Ends, Graph
    from trainer.authoring.outline import SceneLine
    from trainer.practice.map_layout import Place

_SQUARE: Final = 512.0
_BENT: Final = 110.0
"""How far a way that leads back swings out."""

_HEAD: Final = (8.0, 4.5)

SIGN: Final = 22.0
"""Side of the sign of a D."""
_ROUND: Final = 13.0
"""Units above and below a box that its chips take."""
_RING: Final = 9.0
"""Units beside a box that its ring takes."""
_STEP: Final = 6.0
"""Units between two places at which signs can stand."""
_LONG: Final = 160.0
"""Length of a way along which signs are looked for."""

_SOME: Final = 100
"""Boxes that are made in one go."""


def _lead(path: QPainterPath, one: QPointF, two: QPointF) -> None:
    """Go on from a point to another, level at both."""
    middle = (one.x() + two.x()) / 2
    path.cubicTo(QPointF(middle, one.y()), QPointF(middle, two.y()), two)


@dataclass(slots=True)
class Box:
    """A scene, or one that does not exist (``line`` is None)."""

    name: str
    line: SceneLine | None
    rect: QRectF
    marks: Marks = NONE
    starts: bool = False
    pinned: bool = False
    behind: int = 0

    @property
    def detail(self) -> str:
        """How it goes on."""
        return words.detail(self.line)

    @property
    def called(self) -> str:
        """How the scene is called."""
        return _called(self.name, self.line)

    @property
    def title(self) -> tuple[str, ...]:
        """Its name, in the lines that it needs."""
        return titles.lines(self.called)


def _called(name: str, line: SceneLine | None) -> str:
    return in_words(name) if line is None else line.title


def _shows(line: SceneLine | None) -> tuple[object, ...]:
    """Give what is seen of a scene on the map; of what is written in it, nothing is."""
    return () if line is None else (line.typed, line.kind, line.choices, line.outcome, line.ways)


class Picture:
    """All boxes that show, where they lie, and which lie near a place.

    ``mirrored`` where reading goes from right to left.
    """

    def __init__(self, graph: Graph, *, mirrored: bool = False) -> None:
        self.graph = graph
        self.mirrored = mirrored
        self.boxes: dict[str, Box] = {}
        self._places = Places()
        self._routes: object = None
        """The bends of the ways by which :attr:`_paths` were made."""
        self._stood: dict[str, Place] = {}
        self._paths: dict[Ends, QPainterPath] = {}
        self._squares: dict[tuple[int, int], dict[str, None]] = {}
        self._moved: set[str] = set()
        self._extent: QRectF | None = None
        self._signs: dict[tuple[tuple[Ends, int], ...], list[Place]] = {}

    def filling(
        self,
        places: Places,
        marks: Mapping[str, Marks],
        pins: Mapping[str, object],
        behind: Mapping[str, int],
    ) -> Iterator[None]:
        """Make the boxes, some at each step."""
        self._places, self._routes = places, places.routes
        for count, name in enumerate(self.graph.names(), 1):
            self.boxes[name] = self._box(name, places.at(name))
            self._tell(name, marks, pins, behind)
            if not count % _SOME:
                yield
        yield
        self.extent()

    def renew(
        self,
        graph: Graph,
        places: Places,
        marks: Mapping[str, Marks],
        pins: Mapping[str, object],
        behind: Mapping[str, int],
    ) -> None:
        """Show what there is now: only a box that comes, or stands elsewhere, is made anew."""
        had, names = self.boxes, graph.names()
        self.graph, self._places = graph, places
        stay = {name for name in names if name in had and self._stays(had[name], name in pins)}
        self._forget(had.keys() - stay)
        if len(stay) < max(len(had), len(names)):
            self._extent = None
        self.boxes = {
            name: had[name] if name in stay else self._box(name, places.at(name)) for name in names
        }
        for name in names:
            self._tell(name, marks, pins, behind)

    def _stays(self, box: Box, pinned: bool) -> bool:
        """Whether a box, and each way that is painted at it, is as it was."""
        name = box.name
        line = self.graph.lines.get(name)
        if self._places.at(name) != self._stood[name] or name in self._moved:
            return False
        if box.pinned is not pinned:
            return False  # The ways at a pinned one do not bend.
        return line is box.line or box.called == _called(name, line)

    def _box(self, name: str, place: Place) -> Box:
        line = self.graph.lines.get(name)
        self._stood[name] = place
        self._squares.setdefault(self._square(place), {})[name] = None
        return Box(name, line, self._rect(place, titles.high(_called(name, line))))

    def _tell(
        self,
        name: str,
        marks: Mapping[str, Marks],
        pins: Mapping[str, object],
        behind: Mapping[str, int],
    ) -> None:
        box = self.boxes[name]
        box.line, box.starts = self.graph.lines.get(name), name == self.graph.start
        box.marks, box.pinned = marks.get(name, NONE), name in pins
        box.behind = behind.get(name, 0)

    def _forget(self, gone: Collection[str]) -> None:
        """Leave nothing of where some boxes were, nor of the ways at them."""
        for name in gone:
            del self._squares[self._square(self._stood.pop(name))][name]
        if self._moved or self._routes is not self._places.routes:
            self._paths.clear()
        for ends in [one for one in self._paths if one[0] in gone or one[1] in gone]:
            del self._paths[ends]
        self._routes = self._places.routes
        self._moved.clear()
        self._signs.clear()

    def _square(self, place: Place) -> tuple[int, int]:
        x = -place[0] if self.mirrored else place[0]
        return int(x // _SQUARE), int(place[1] // _SQUARE)

    def mark(self, graph: Graph, marks: Mapping[str, Marks]) -> bool:
        """Show other marks and words in the same boxes; tell whether any looks otherwise now."""
        self.graph = graph
        otherwise = False
        for name, box in self.boxes.items():
            line, its = graph.lines.get(name), marks.get(name, NONE)
            if line is not box.line:
                otherwise = otherwise or _shows(line) != _shows(box.line)
                before, box.line = box.called, line
                if box.called != before:
                    middle = box.rect.center()
                    box.rect.setHeight(titles.high(box.called))
                    box.rect.moveCenter(middle)
            if its is not box.marks:
                otherwise = otherwise or its != box.marks
                box.marks = its
        return otherwise

    def _rect(self, place: Place, high: float) -> QRectF:
        x = -place[0] if self.mirrored else place[0]
        return QRectF(x - WIDE / 2, place[1] - high / 2, WIDE, high)

    def move(self, name: str, place: QPointF) -> None:
        """Show a box elsewhere for now: it is being dragged, or on its way."""
        self.boxes[name].rect.moveCenter(place)
        graph = self.graph
        for ends in [(name, to) for to in graph.out.get(name, ())] + [
            (one, name) for one in graph.into.get(name, ())
        ]:
            self._paths.pop(ends, None)
        self._moved.add(name)
        self._extent = None
        self._signs.clear()

    def unit(self, point: QPointF) -> Place:
        """Give the place, as it is kept, of a point of the picture."""
        return (-point.x() if self.mirrored else point.x()), point.y()

    def point(self, place: Place) -> QPointF:
        """Give the point of the picture of a place as it is kept."""
        return QPointF(-place[0] if self.mirrored else place[0], place[1])

    # Looking

    def extent(self) -> QRectF:
        """Give the rectangle around everything."""
        if not self.boxes:
            return QRectF()
        if self._extent is None:
            rects = [box.rect for box in self.boxes.values()]
            left, top = min(one.left() for one in rects), min(one.top() for one in rects)
            right, bottom = max(one.right() for one in rects), max(one.bottom() for one in rects)
            self._extent = QRectF(left, top, right - left, bottom - top)
        return self._extent

    def within(self, area: QRectF) -> list[Box]:
        """Give the boxes in an area."""
        grown = area.adjusted(-WIDE / 2, -TALL / 2, WIDE / 2, TALL / 2)
        left, right = int(grown.left() // _SQUARE), int(grown.right() // _SQUARE)
        top, bottom = int(grown.top() // _SQUARE), int(grown.bottom() // _SQUARE)
        if (right - left + 1) * (bottom - top + 1) > len(self._squares):
            names: Iterable[str] = self.boxes
        else:
            names = [
                name
                for column in range(left, right + 1)
                for row in range(top, bottom + 1)
                for name in self._squares.get((column, row), ())
            ]
        if self._moved:
            names = dict.fromkeys([*names, *self._moved])
        boxes = self.boxes
        return [boxes[name] for name in names if boxes[name].rect.intersects(area)]

    def at(self, point: QPointF, slack: float = 0.0) -> Box | None:
        """Give the box at a point."""
        area = QRectF(
            point.x() - slack - 0.5, point.y() - slack - 0.5, 2 * slack + 1, 2 * slack + 1
        )
        found = self.within(area)
        return found[-1] if found else None

    def path(self, ends: Ends) -> QPainterPath:
        """Give the curve from a box to another."""
        path = self._paths.get(ends)
        if path is None:
            path = self._paths[ends] = self._curve(ends)
        return path

    def signs(self, ways: tuple[tuple[Ends, int], ...]) -> list[Place]:
        """Give the middle of the signs at some ways, each with how many it has."""
        found = self._signs.get(ways)
        if found is None:
            lines = [self._line(ends, SIGN * count) for ends, count in ways]
            xs = [x for line in lines for x, _y in line.points]
            ys = [y for line in lines for _x, y in line.points]
            boxes = self._blocks(QRectF(min(xs), min(ys), max(xs) - min(xs) + 1,
                                        max(ys) - min(ys) + 1)) if xs else []  # fmt: skip
            found = self._signs[ways] = layout_signs.place(lines, SIGN, boxes)
        return found

    def _line(self, ends: Ends, wide: float) -> layout_signs.Line:
        # Asked for points along a curve, Qt measures all of it for each.
        corners = [(one.x(), one.y()) for one in self.path(ends).toSubpathPolygons()[0].toList()]
        long = min(_LONG, layout_signs.length(corners) - _HEAD[0])
        count = max(2, round(long / _STEP))
        points = layout_signs.along(corners, long / count, count + 1)
        return layout_signs.Line(points, long / count, wide)

    def _blocks(self, area: QRectF) -> list[layout_signs.Rect]:
        """Give the boxes near an area, with the chips at their edges."""
        near = self.within(area.adjusted(-SIGN, -3 * SIGN, SIGN, 3 * SIGN))
        rects = (box.rect.adjusted(-_RING, -_ROUND, _RING, _ROUND) for box in near)
        return [
            layout_signs.Rect(one.left(), one.top(), one.right(), one.bottom()) for one in rects
        ]

    def _curve(self, ends: Ends) -> QPainterPath:
        start, end = self.boxes[ends[0]].rect, self.boxes[ends[1]].rect
        on = -1 if self.mirrored else 1
        leave = QPointF(start.left() if self.mirrored else start.right(), start.center().y())
        arrive = QPointF(end.right() if self.mirrored else end.left(), end.center().y())
        path = QPainterPath(leave)
        if ends[0] == ends[1]:
            self._loop(path, start, leave, on)
            arrive = QPointF(start.center().x(), start.top())
            path.moveTo(arrive + QPointF(-_HEAD[1], -_HEAD[0]))
            path.lineTo(arrive)
            path.lineTo(arrive + QPointF(_HEAD[1], -_HEAD[0]))
            return path
        if (arrive.x() - leave.x()) * on < 0:
            self._back(path, leave, arrive, on)
        else:
            bends = () if self._moved else self._places.bends(ends)
            half = QPointF(WIDE / 2 * on, 0)
            one = leave
            for bend in map(self.point, bends):
                # Level as far as a box is wide: sooner up or down, it would cut a corner of one.
                _lead(path, one, bend - half)
                one = bend + half
                path.lineTo(one)
            _lead(path, one, arrive)
        path.moveTo(arrive + QPointF(-_HEAD[0] * on, -_HEAD[1]))
        path.lineTo(arrive)
        path.lineTo(arrive + QPointF(-_HEAD[0] * on, _HEAD[1]))
        return path

    @staticmethod
    def _loop(path: QPainterPath, box: QRectF, leave: QPointF, on: int) -> None:
        path.cubicTo(
            leave + QPointF(60 * on, 0),
            QPointF(box.center().x(), box.top() - 70),
            QPointF(box.center().x(), box.top()),
        )

    @staticmethod
    def _back(path: QPainterPath, leave: QPointF, arrive: QPointF, on: int) -> None:
        """Swing out below or above, so that it is not drawn through both boxes."""
        side = HIGH * (1 if arrive.y() >= leave.y() else -1)
        out, home = QPointF(_BENT * on, side), QPointF(-_BENT * on, -side if side > 0 else side)
        if abs(arrive.y() - leave.y()) < HIGH:
            home = QPointF(-_BENT * on, side)
        path.cubicTo(leave + out, arrive + home, arrive)
