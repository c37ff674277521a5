"""The picture above a scene: where it is, and who is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from trainer.ui import theme
from trainer.ui.widgets.pictures import drawings, own_picture, picture_words
from trainer.ui.widgets.pictures.figure import marks_of
from trainer.ui.widgets.pictures.picture_label import PictureLabel
from trainer.ui.widgets.pictures.picture_layout import HEIGHT, WIDTH, Place, arrange, posture

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from trainer.scenario.model import CastMember, Scenario, Scene

_NARROWEST: Final = 300


def render_backdrop(name: str | None, folder: Path | None, size: QSize, dpr: float) -> QPixmap:
    """Give a backdrop without people that fills ``size`` (logical pixels), as cards show it.

    ``name`` is a built-in name, or with a dot a picture in ``folder``. Without a name, or
    if it cannot be shown, a calm fallback. Corners are square: a card rounds its own.
    """
    shown = drawings.backdrop(name, folder, size, dpr) if name else None
    return shown or drawings.calm_backdrop(size, dpr)


def people_of(scenario: Scenario, scene: Scene) -> tuple[CastMember, ...]:
    """Who is in the picture of a scene: who is present, else whoever speaks.

    They come in the order of the cast, so that nobody changes places between scenes.
    """
    keys = scene.present or tuple(line.speaker for line in scene.lines if line.speaker)
    return tuple(member for key, member in scenario.cast.items() if key in keys)


def pictures_of(scenario: Scenario) -> dict[str, str]:
    """Picture of each person of the cast; empty where none is named that we have.

    Nobody is given one by chance: it would put a face, an age and a skin on somebody whom the
    author never described.
    """
    known = drawings.names(drawings.PEOPLE)
    named = {key: member.picture or "" for key, member in scenario.cast.items()}
    return {
        key: name if own_picture.is_file_name(name) or name in known else ""
        for key, name in named.items()
    }


class ScenePicture(PictureLabel):
    """Paints the backdrop of a scene and the people present, as wide as it is given room.

    The height follows the width. Screen readers are told who is there, where, and who is
    turned towards whom.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: tuple[CastMember, ...] = ()
        self._pictures: Mapping[str, str] = {}
        self._letters: Mapping[str, str] = {}
        self._places: list[Place] = []
        self._backdrop: str | None = None
        self._folder: Path | None = None
        self._composed: QPixmap | None = None
        self._all_shown = True

    def show_scene(self, scenario: Scenario, scene: Scene) -> None:
        """Show a scene of a scenario, in place of what was shown before."""
        self._members = people_of(scenario, scene)
        self._backdrop = scene.backdrop or scenario.backdrop
        known = drawings.names(drawings.PEOPLE)
        self._pictures = {
            key: posture(name, self._backdrop, known) for key, name in pictures_of(scenario).items()
        }
        self._letters = marks_of({key: one.name for key, one in scenario.cast.items()})
        pictures = [self._pictures[member.key] for member in self._members]
        self._places = arrange(self._members, pictures, self._backdrop)
        self._folder = scenario.folder
        self._all_shown = self._can_show_all()
        self._composed = None
        self._describe()
        self.update()

    def _can_show_all(self) -> bool:
        """Tell whether every picture that was named can be shown."""
        named = self._backdrop
        ours = not named or named in drawings.names(drawings.BACKDROPS)
        if not ours and drawings.backdrop(named or "", self._folder, QSize(8, 8), 1.0) is None:
            return False
        return all(
            drawings.own_person(name, self._folder, 0.05, 1.0) is not None
            for name in (self._pictures[member.key] for member in self._members)
            if own_picture.is_file_name(name)
        )

    def _describe(self) -> None:
        self.setAccessibleName(picture_words.title(self._members, self._backdrop))
        plain = [one.name for one in self._members if not self._pictures.get(one.key)]
        words = picture_words.description(self._members, shown=self._all_shown, plain=plain)
        self.setAccessibleDescription(words)

    def restyled(self) -> None:
        """Paint anew in another palette or text size, and say it in another language."""
        self._composed = None
        self._describe()

    def limit(self, high: int) -> None:
        """Be no higher than so many pixels, but for the least that people need."""
        wide = max(_NARROWEST, round(high * WIDTH / HEIGHT))
        if wide != self.maximumWidth():
            self.setMaximumWidth(wide)

    def minimumSizeHint(self) -> QSize:
        """Stay wide enough for the people to be told apart."""
        return QSize(_NARROWEST, self.heightForWidth(_NARROWEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Compose anew in the new size."""
        self._composed = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what was composed, and the sentence if a picture is missing."""
        ratio = self.devicePixelRatioF()
        if self._composed is None or self._composed.devicePixelRatio() != ratio:
            self._composed = self._compose(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._composed)
        self._frame(painter)
        if not self._all_shown:
            self._say(painter, picture_words.not_shown())
        painter.end()

    def _frame(self, painter: QPainter) -> None:
        """Outline the picture where the palette asks for more contrast."""
        colours = theme.colours()
        if not colours.contrast:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.outline), theme.RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = theme.px(theme.CARD_CORNER) - 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)

    def _say(self, painter: QPainter, sentence: str) -> None:
        """Write a sentence at the lower edge, on a strip of its own."""
        colours = theme.colours()
        painter.setFont(theme.font(theme.Role.SMALL, of=sentence))
        gap = theme.px(8)
        room = self.rect().adjusted(gap, gap, -gap, -gap)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        box = painter.boundingRect(room.adjusted(gap, 0, -gap, 0), flags, sentence)
        box.adjust(-gap, -gap // 2, gap, gap // 2)
        box.moveBottom(room.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(box, gap, gap)
        painter.setPen(QColor(colours.ink))
        painter.drawText(box, flags, sentence)

    def _compose(self, ratio: float) -> QPixmap:
        """Put backdrop and people together, the corners rounded."""
        scene = QPixmap(render_backdrop(self._backdrop, self._folder, self.size(), ratio))
        painter = QPainter(scene)
        behind = [place for place in self._places if place.behind]
        for place in behind:
            self._paint_person(painter, place, ratio)
        front = drawings.front(self._backdrop, self.size(), ratio) if behind else None
        if front is not None:
            painter.drawPixmap(0, 0, front)
        for place in self._places[len(behind) :]:
            self._paint_person(painter, place, ratio)
        painter.end()
        scene.setDevicePixelRatio(1.0)
        rounded = QPixmap(scene.size())
        rounded.fill(Qt.GlobalColor.transparent)
        painter = QPainter(rounded)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(scene))
        corner = theme.px(theme.CARD_CORNER) * ratio
        painter.drawRoundedRect(rounded.rect(), corner, corner)
        painter.end()
        rounded.setDevicePixelRatio(ratio)
        return rounded

    def _paint_person(self, painter: QPainter, place: Place, ratio: float) -> None:
        unit = self.width() / WIDTH
        scale = unit * place.scale
        name = self._pictures[place.key]
        shown: QPixmap | None = None
        if own_picture.is_file_name(name):
            shown = drawings.own_person(name, self._folder, scale, ratio)
        elif name:
            shown = drawings.person(name, scale, ratio, mirrored=place.mirrored)
        if shown is None:
            shown = drawings.plain_figure(self._letters[place.key], scale, ratio)
        size = drawings.person_size(scale)
        at = QPointF(place.x * unit - size.width() / 2, place.floor * unit - size.height())
        painter.drawPixmap(at, shown)
