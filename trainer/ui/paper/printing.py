"""What can be printed, as a PDF: one writer for every page."""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter

from trainer import saving
from trainer.ui import fonts, theme
from trainer.ui.paper import saving_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trainer.ui.context import Context

MARGIN = 20
"""Millimetres that a page of running text leaves free at each side."""


class Paper(StrEnum):
    """A size of paper."""

    A4 = "a4"
    LETTER = "letter"


_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def usual_paper() -> Paper:
    """Give the paper that lies in the printers where the person is."""
    metric = QLocale.MeasurementSystem.MetricSystem
    return Paper.A4 if QLocale.system().measurementSystem() == metric else Paper.LETTER


def body_font(points: float) -> QFont:
    """Give the type of running text on paper, in the families that the window is set in."""
    font = QFont(theme.font())
    font.setFamilies(list(fonts.on_paper(theme.look().families)) or font.families())
    font.setPointSizeF(points)
    return fonts.searchable(font)


@contextmanager
def opened(
    title: str, *, paper: Paper | None = None, margin: int = MARGIN
) -> Iterator[tuple[QPdfWriter, QByteArray]]:
    """Begin a PDF file: give what writes it, and what holds its bytes once it is ended.

    Args:
        title: what a reader of PDF files shows as its title.
        paper: size of its pages; the usual one, if None.
        margin: millimetres left free at each side.

    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Upstander")
    writer.setPageLayout(
        QPageLayout(
            QPageSize(_SIZES[paper or usual_paper()]),
            QPageLayout.Orientation.Portrait,
            QMarginsF(margin, margin, margin, margin),
            QPageLayout.Unit.Millimeter,
        )
    )
    try:
        yield writer, data
    finally:
        buffer.close()


def pdf(
    title: str,
    put: Callable[[QPdfWriter], object],
    *,
    paper: Paper | None = None,
    margin: int = MARGIN,
) -> bytes:
    """Make a PDF file.

    Args:
        title: what a reader of PDF files shows as its title.
        put: draws all of it; ``QTextDocument.print_`` is such a function.
        paper: size of its pages; the usual one, if None.
        margin: millimetres left free at each side.

    """
    with opened(title, paper=paper, margin=margin) as (writer, data):
        put(writer)
    return bytes(data.data())


def save_pdf(context: Context, chosen: str, make: Callable[[], bytes], safe: str = "") -> bool:
    """Save a PDF where a person has said, and say that it is there, or why it is not.

    Args:
        context: what the pages share.
        chosen: the file as the person named it; the ending may be missing.
        make: makes what it holds.
        safe: what is safe all the same if it cannot be written, one sentence.

    Returns:
        Whether it was saved.

    """
    return saving_as.write(context, chosen, "pdf", lambda path: saving.save(path, make(), safe))
