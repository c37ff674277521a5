"""Pictures that lie beside a scenario: anybody may have made them, so nothing is trusted.

Read are only PNG, JPEG and WebP, by the format that the ending names: left to itself, Qt
decodes an SVG that calls itself ``.png``, and SVG can name other files or never end.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from trainer.scenario.files.pictures import FORMS, MOST_BYTES, MOST_PIXELS, wrong_inside

if TYPE_CHECKING:
    from os import stat_result

_MOST_MEGABYTES: Final = 64
"""What Qt may claim for one picture: a bit more than the pixels need."""


def is_file_name(name: str) -> bool:
    """Tell a file beside the scenario from the name of a built-in picture."""
    return "." in name


def find(folder: Path | None, name: str) -> Path | None:
    """Find a picture's file; None if it is missing, no picture, or outside the folder.

    A link inside the folder counts as what it leads to.
    """
    if folder is None or Path(name).suffix.lower() not in FORMS:
        return None
    try:
        root = folder.resolve(strict=True)
        place = (root / name).resolve(strict=True)
        inside = place.is_relative_to(root) and place.is_file()
    except (OSError, ValueError, RuntimeError):  # gone, a name no system takes, a ring of links
        return None
    # A link may lead to a file of another kind: what it leads to has to be a picture, too.
    return place if inside and place.suffix.lower() in FORMS else None


def stamp(place: Path) -> str:
    """Give a text that changes when the file does, for keeping what was made of it."""
    try:
        found: stat_result = place.stat()
    except OSError:
        return ""
    return f"{place}|{found.st_mtime_ns}|{found.st_size}"


def _data(place: Path) -> bytes:
    """Read a file whole; nothing if it cannot be read or is too large."""
    try:
        with place.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        return b""
    return data if len(data) <= MOST_BYTES else b""


def _read(place: Path) -> QImage | None:
    """Read a picture that :func:`find` found.

    None if it is damaged, too large, or not what its ending says: of most of these Qt is not
    even asked, and no more of them is read than the first bytes.
    """
    if wrong_inside(place) is not None:
        return None
    held = QByteArray(_data(place))
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    reader = QImageReader(buffer, QByteArray(FORMS[place.suffix.lower()].encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        return None
    image = reader.read()
    return None if image.isNull() else image


def covering(place: Path, size: QSize) -> QImage | None:
    """Read a picture and give the middle of it, of exactly ``size`` pixels."""
    image = _read(place)
    if image is None:
        return None
    # Cut before scaling: a picture 1 pixel high would grow without limit the other way round.
    part = size.scaled(image.size(), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    cut = QRect(QPoint(), part)
    cut.moveCenter(image.rect().center())
    return image.copy(cut).scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def fitting(place: Path, size: QSize) -> QImage | None:
    """Read a picture and scale the whole of it to fit into ``size`` pixels."""
    image = _read(place)
    if image is None:
        return None
    return image.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
