"""Everything in assets: where it comes from, and that our drawings are what they claim."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QRegion
from PySide6.QtSvg import QSvgRenderer

from trainer import paths

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ASSETS = paths.assets()
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {
    "backdrops": "0 0 720 272",
    "backdrops/front": "0 0 720 272",
    "people": "0 0 160 240",
}
SHAPES = {"svg", "g", "path", "rect", "circle", "ellipse"}
LUCIDE = SHAPES | {"line", "polyline", "polygon"}
ATTRIBUTES = {
    *("viewBox", "d", "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "transform"),
    *("fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-linecap"),
    *("stroke-linejoin", "stroke-dasharray", "stroke-opacity"),
}


def drawings() -> list[tuple[Path, str]]:
    """Give each drawing of our own with the view box it has to have."""
    found = [
        (place, box) for family, box in DRAWN.items() for place in (ASSETS / family).glob("*.svg")
    ]
    return sorted([*found, (ASSETS / "icons" / "upstander.svg", "0 0 256 256")])


def name(value: object) -> str:
    return value.stem if isinstance(value, Path) else ""


def patterns() -> list[str]:
    rows = (ASSETS / "SOURCES.md").read_text("utf-8").split("\n## ")[0]
    return re.findall(r"^\| `([^`]+)` \|.+\|.+\| [^|]+ \|$", rows, re.MULTILINE)


def matches(place: str, pattern: str) -> bool:
    return place.count("/") == pattern.count("/") and fnmatchcase(place, pattern)


def test_each_file_has_an_origin_and_a_licence() -> None:
    files = [place.relative_to(ASSETS).as_posix() for place in ASSETS.rglob("*") if place.is_file()]
    assert len(files) > 50
    without = [file for file in files if not any(matches(file, each) for each in patterns())]
    assert without == []


def test_each_line_of_the_sources_names_something() -> None:
    files = [place.relative_to(ASSETS).as_posix() for place in ASSETS.rglob("*")]
    assert [each for each in patterns() if not any(matches(file, each) for file in files)] == []


def test_each_person_is_described_in_the_sources() -> None:
    text = (ASSETS / "SOURCES.md").read_text("utf-8")
    people = [place.stem for place in (ASSETS / "people").glob("*.svg")]
    assert [person for person in people if f"`{person}`" not in text] == []


@pytest.mark.parametrize(("place", "box"), drawings(), ids=name)
def test_a_drawing_is_small_plain_and_has_its_view_box(place: Path, box: str) -> None:
    source = place.read_bytes()
    assert len(source) < 6000
    assert b"<!" not in source
    root = ElementTree.fromstring(source)
    assert root.get("viewBox") == box
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in SHAPES
        assert set(element.attrib) <= ATTRIBUTES
        assert not (element.text or "").strip()
        assert not any("url(" in value or ":" in value for value in element.attrib.values())


@pytest.mark.parametrize(
    "place", sorted(set((ASSETS / "icons").glob("*.svg")) - {ASSETS / "icons/upstander.svg"})
)
def test_an_icon_is_small_and_plain(place: Path) -> None:
    source = place.read_bytes()
    assert len(source) < 3000
    root = ElementTree.fromstring(source)
    assert root.get("viewBox") == "0 0 24 24"
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= LUCIDE


def rendered(place: Path) -> QPixmap:
    renderer = QSvgRenderer(str(place))
    assert renderer.isValid()
    pixmap = QPixmap(renderer.viewBox().size())
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    return pixmap


@pytest.mark.parametrize(("place", "box"), drawings(), ids=name)
def test_a_drawing_renders(place: Path, box: str, qtbot: QtBot) -> None:
    pixmap = rendered(place)
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = {
        image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)
    }
    assert len(colours) > 4
    if place.parent.name == "backdrops":
        assert not pixmap.hasAlphaChannel() or pixmap.mask().toImage().pixelIndex(0, 0) == 1


@pytest.mark.parametrize("place", sorted((ASSETS / "people").glob("*.svg")), ids=name)
def test_a_person_stands_on_the_floor_and_fits_the_box(place: Path, qtbot: QtBot) -> None:
    body = QRegion(rendered(place).mask()).boundingRect()
    assert body.bottom() >= 237
    assert body.top() >= 4
    assert body.left() >= 0
    assert body.right() <= 158
    assert 100 <= body.height() <= 236


def test_a_front_belongs_to_a_backdrop() -> None:
    backdrops = {place.name for place in (ASSETS / "backdrops").glob("*.svg")}
    assert {place.name for place in (ASSETS / "backdrops/front").glob("*.svg")} <= backdrops


def test_the_icon_of_the_program_is_there_as_pixels(qtbot: QtBot) -> None:
    icon = QImage(str(ASSETS / "icons" / "upstander.png"))
    assert (icon.width(), icon.height()) == (256, 256)
    assert icon.hasAlphaChannel()
