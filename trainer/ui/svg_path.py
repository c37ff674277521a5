"""The path language of SVG, as far as the icons and the drawn people use it."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)")
_ARC = re.compile(
    r"\s*,?\s*([-+]?(?:\d+\.?\d*|\.\d+))[\s,]*([-+]?(?:\d+\.?\d*|\.\d+))"
    r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+))[\s,]*([01])[\s,]*([01])"
    r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+))[\s,]*([-+]?(?:\d+\.?\d*|\.\d+))"
)
_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}

Point = tuple[float, float]


def _numbers(command: str, text: str) -> list[float]:
    """Numbers behind a command; the flags of an arc may stand without a space."""
    if command == "A":
        return [float(part) for match in _ARC.findall(text) for part in match]
    return [float(match[1]) for match in _TOKEN.findall(text)]


def arc_curves(
    start: Point, radii: Point, turn: float, large: bool, sweep: bool, end: Point
) -> list[tuple[float, ...]]:
    """Cubic curves (six numbers each) for an elliptical arc; ``turn`` is in degrees.

    The way from endpoints to centre is that of SVG 1.1, appendix F.6.
    """
    (x1, y1), (x2, y2), (rx, ry) = start, end, (abs(radii[0]), abs(radii[1]))
    if rx == 0 or ry == 0 or start == end:
        return [(x1, y1, x2, y2, x2, y2)]
    phi = math.radians(turn)
    cos, sin = math.cos(phi), math.sin(phi)
    dx, dy = (x1 - x2) / 2, (y1 - y2) / 2
    px, py = cos * dx + sin * dy, -sin * dx + cos * dy
    stretch = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * stretch, ry * stretch
    below = (rx * py) ** 2 + (ry * px) ** 2
    root = math.sqrt(max(0.0, (rx * ry) ** 2 - below) / below) * (-1 if large == sweep else 1)
    qx, qy = root * rx * py / ry, -root * ry * px / rx
    cx, cy = cos * qx - sin * qy + (x1 + x2) / 2, sin * qx + cos * qy + (y1 + y2) / 2
    first = math.atan2((py - qy) / ry, (px - qx) / rx)
    last = math.atan2((-py - qy) / ry, (-px - qx) / rx)
    span = (last - first) % (2 * math.pi) if sweep else -((first - last) % (2 * math.pi))
    pieces = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
    step = span / pieces
    reach = 4 / 3 * math.tan(step / 4)

    def place(along: float, out: float, angle: float) -> Point:
        x = rx * (math.cos(angle) * along - math.sin(angle) * out)
        y = ry * (math.sin(angle) * along + math.cos(angle) * out)
        return cx + cos * x - sin * y, cy + sin * x + cos * y

    curves: list[tuple[float, ...]] = []
    for piece in range(pieces):
        here, there = first + piece * step, first + (piece + 1) * step
        curves.append((*place(1, reach, here), *place(1, -reach, there), *place(1, 0, there)))
    return curves


class _Pen:
    """Where the drawing stands; adds one command after another to a path."""

    def __init__(self, path: QPainterPath) -> None:
        self.path = path
        self.at: Point = (0.0, 0.0)
        self.began: Point = (0.0, 0.0)
        self.handle: Point | None = None
        self.kind = ""

    def _mirrored(self, kinds: str) -> Point:
        if self.handle is None or self.kind not in kinds:
            return self.at
        return 2 * self.at[0] - self.handle[0], 2 * self.at[1] - self.handle[1]

    def draw(self, letter: str, given: list[float]) -> None:
        """Draw one command with exactly its count of numbers."""
        kind = letter.upper()
        ox, oy = self.at if letter.islower() else (0.0, 0.0)
        if kind == "A":
            end = (given[5] + ox, given[6] + oy)
            flags = bool(given[3]), bool(given[4])
            for curve in arc_curves(self.at, (given[0], given[1]), given[2], *flags, end):
                self.path.cubicTo(*curve)
            self._stand(kind, end, None)
            return
        if kind == "H":
            given = [given[0] + ox, self.at[1]]
        elif kind == "V":
            given = [self.at[0], given[0] + oy]
        else:
            given = [value + (oy if index % 2 else ox) for index, value in enumerate(given)]
        self._line_or_curve(kind, given)

    def _line_or_curve(self, kind: str, given: list[float]) -> None:
        end = (given[-2], given[-1])
        handle: Point | None = None
        if kind == "M":
            self.path.moveTo(*end)
            self.began = end
        elif kind in "LHV":
            self.path.lineTo(*end)
        elif kind in "CS":
            first = (given[0], given[1]) if kind == "C" else self._mirrored("CS")
            handle = (given[-4], given[-3])
            self.path.cubicTo(*first, *handle, *end)
        else:
            handle = (given[0], given[1]) if kind == "Q" else self._mirrored("QT")
            self.path.quadTo(*handle, *end)
        self._stand(kind, end, handle)

    def _stand(self, kind: str, at: Point, handle: Point | None) -> None:
        self.kind, self.at, self.handle = kind, at, handle

    def close(self) -> None:
        """Draw back to where this part began."""
        self.path.closeSubpath()
        self._stand("Z", self.began, None)


def add_path(path: QPainterPath, data: str) -> None:
    """Add what the ``d`` of an SVG path says; a broken tail is left out."""
    pen = _Pen(path)
    for letter, text in _COMMAND.findall(data):
        if letter in "Zz":
            pen.close()
            continue
        count = _COUNT[letter.upper()]
        numbers = _numbers(letter.upper(), text)
        for start in range(0, len(numbers) - count + 1, count):
            pen.draw(letter, numbers[start : start + count])
            if letter == "M":
                letter = "L"
            elif letter == "m":
                letter = "l"
