"""A plain figure for somebody of whom there is no picture, with letters of the name or a shape.

It has no face, no skin, no age and no sex: whoever was not described is not described by us.
"""

from __future__ import annotations

from collections import Counter
from itertools import count, product
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainterPath, QPen, QPolygonF, QTextLayout

from trainer.ui import theme
from trainer.ui.widgets.pictures.picture_layout import BOX_HEIGHT, BOX_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QPainter

_HEAD, _HEAD_AT = 26.0, 48.0
_SHOULDERS, _TOP, _FOOT = 43.0, 81.0, 36.0
"""Half as wide as the body is above and below, and where it begins, in units of the box."""

_EDGE: Final = 4.0
_LETTERS_AT: Final = 122.0
_LARGEST: Final = 38.0
_ROOM: Final = 66.0
"""Where the letters stand, their size, and how wide they may be."""


_SHAPES: Final[dict[str, tuple[tuple[float, float], ...]]] = {
    "●": (),
    "■": ((0, 0), (1, 0), (1, 1), (0, 1)),
    "▲": ((0.5, 0), (1, 1), (0, 1)),
    "◆": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "▬": ((0, 0.3), (1, 0.3), (1, 0.7), (0, 0.7)),
}
"""Corners of what is drawn in place of letters; a circle has none."""

_ARTICLES: Final = frozenset({"the", "der", "die", "das", "ein", "eine"})
"""Those after which people write nouns with a capital, too; after others the end tells."""

_BETWEEN: Final = frozenset(
    {"with", "in", "on", "at", "by", "from", "near", "who", "the", "With"}
    | {"mit", "im", "am", "aus", "vor", "Mit"}
)
"""Words that stand in the middle of no name. Of "da", "van" and "of", names are full."""

_LONGEST: Final = 60
_MARKS: Final = 4
"""Characters of a word that are looked at, and of one letter with its marks that are shown."""


def letters_of(names: Mapping[str, str]) -> dict[str, str]:
    """Give letters to each name, by its key; they differ, and are the same every time.

    Usually they are the first letters of its first and of its last word. Names that would have
    the same get more of their last word, then a number.
    """
    found: dict[str, str] = {}
    for many in (1, 2, 3):
        texts = {key: _letters(name, many) for key, name in names.items() if key not in found}
        shared = Counter(texts.values())
        found |= {
            key: text
            for key, text in texts.items()
            if text and shared[text] == 1 and text not in found.values()
        }
    for key, name in names.items():
        if key not in found:
            text = _letters(name, 1)
            numbered = (f"{text}{number}" for number in count(1))
            found[key] = next(one for one in numbered if one not in found.values())
    return {key: found[key] for key in names}


def marks_of(names: Mapping[str, str]) -> dict[str, str]:
    """Give letters to each name; a shape to what is no name, or where no font here has these."""
    drawn = _shapes()
    letters = letters_of({key: name for key, name in names.items() if not _is_described(name)})
    known = {key: text for key, text in letters.items() if _can_show(text)}
    return {key: known[key] if key in known else next(drawn) for key in names}


def _is_described(name: str) -> bool:
    """Whether somebody is described, not named: the letters of that could spell anything.

    "The woman with the red bag" has an article, words in lower case at its beginning or end, or
    between them one that no name has. Where letters have no case, that cannot be told, and it
    counts as a name; nor can it of "Bus Driver", which is written as a name is.
    """
    words = ["".join(found) for word in name.split() if (found := _signs(word))]
    if not words:
        return False
    article = len(words) > 1 and words[0].casefold() in _ARTICLES
    small = any(word[0].islower() for word in (words[0], words[-1]))
    return article or small or any(word in _BETWEEN for word in name.split()[1:-1])


def _shapes() -> Iterator[str]:
    """Give what tells people apart whose letters no font here has: a shape each, then two."""
    for many in count(1):
        yield from map("".join, product(_SHAPES, repeat=many))


def _can_show(text: str) -> bool:
    """Whether a font here has all of these letters; else boxes would stand there."""
    if text.isascii():
        return True
    layout = QTextLayout(text, _font(text))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return not any(0 in run.glyphIndexes() for run in layout.glyphRuns())


def _letters(name: str, many: int) -> str:
    """Give the first letter of the first word, and the first ``many`` of the last one."""
    words = [found for word in name.split() if (found := _signs(word))]
    if not words:
        return ""
    last = words[-1]
    first = words[0][:1] if len(words) > 1 else []
    return "".join([*map(_upper, first), _upper(last[0]), *last[1:many]])


def _upper(sign: str) -> str:
    capital = sign.upper()
    return capital if len(capital) == len(sign) else sign


def _signs(word: str) -> list[str]:
    """Give the first letters and digits of a word, with the marks that belong to them."""
    word = word[:_LONGEST]
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word)
    # Qt counts in halves of what lies beyond the first plane of characters.
    halves = word.encode("utf-16-le", "replace")
    found, start = [], 0
    while (end := finder.toNextBoundary()) >= 0:
        sign = halves[2 * start : 2 * end].decode("utf-16-le", "replace")
        start = end
        if sign[:1].isalnum():
            found.append(sign[:_MARKS])
    return found


def paint(painter: QPainter, box: QRectF, letters: str) -> None:
    """Paint it into a box of the proportion of people, standing on the floor."""
    colours = theme.colours()
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / BOX_WIDTH, box.height() / BOX_HEIGHT)
    # Nobody's skin is of this colour: gray, black or white would be taken for one.
    fill, edge = QColor(colours.teal), QColor(colours.on_teal)
    pen = QPen(edge, 2 * _EDGE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    shape = _shape()
    painter.strokePath(shape, pen)
    painter.fillPath(shape, fill)
    painter.setPen(edge)
    painter.setFont(_font(letters))
    if letters and set(letters) <= set(_SHAPES):
        _paint_shapes(painter, letters, edge)
        painter.restore()
        return
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
    room = QRectF(0, _LETTERS_AT - _LARGEST, BOX_WIDTH, 2 * _LARGEST)
    painter.drawText(room, int(flags), letters)
    painter.restore()


def _paint_shapes(painter: QPainter, shapes: str, colour: QColor) -> None:
    """Paint shapes where the letters would stand."""
    side = min(_LARGEST * 0.7, _ROOM / len(shapes) * 0.8)
    gap = side * 0.25
    left = (BOX_WIDTH - len(shapes) * side - (len(shapes) - 1) * gap) / 2
    for place, shape in enumerate(shapes):
        box = QRectF(left + place * (side + gap), _LETTERS_AT - side / 2, side, side)
        path = QPainterPath()
        if shape == "●":
            path.addEllipse(box)
        else:
            corners = [(box.left() + x * side, box.top() + y * side) for x, y in _SHAPES[shape]]
            path.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
            path.closeSubpath()
        painter.fillPath(path, colour)


def _font(letters: str) -> QFont:
    font = QFont(theme.font(theme.Role.HEADING, of=letters))
    font.setPixelSize(round(_LARGEST))
    wide = QFontMetricsF(font).horizontalAdvance(letters)
    if wide > _ROOM:
        font.setPixelSize(max(1, int(_LARGEST * _ROOM / wide)))
    return font


def _shape() -> QPainterPath:
    """Give a head, and a body like that of a wooden piece of a game."""
    middle, floor = BOX_WIDTH / 2, BOX_HEIGHT - _EDGE
    left, right = middle - _SHOULDERS, middle + _SHOULDERS
    body = QPainterPath(QPointF(left, _TOP + 34))
    body.cubicTo(left, _TOP + 10, left + 14, _TOP, left + 32, _TOP)
    body.lineTo(right - 32, _TOP)
    body.cubicTo(right - 14, _TOP, right, _TOP + 10, right, _TOP + 34)
    body.lineTo(middle + _FOOT, floor - 12)
    body.quadTo(middle + _FOOT, floor, middle + _FOOT - 12, floor)
    body.lineTo(middle - _FOOT + 12, floor)
    body.quadTo(middle - _FOOT, floor, middle - _FOOT, floor - 12)
    body.closeSubpath()
    body.addEllipse(QPointF(middle, _HEAD_AT), _HEAD, _HEAD)
    return body
