"""Where the window stands: as it stood last, if that place is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

USUAL_WIDTH, USUAL_HEIGHT = 1280, 800


def restore(window: QWidget, kept: str) -> None:
    """Set a window where :func:`written` said that it stood; at its usual size otherwise."""
    window.resize(USUAL_WIDTH, USUAL_HEIGHT)
    place = kept.encode("ascii", "ignore")
    if place:
        # Imported late: the first start has no place to come back to.
        from PySide6.QtCore import QByteArray

        window.restoreGeometry(QByteArray.fromBase64(place))


def written(window: QWidget) -> str:
    """Write down where a window stands, for the settings."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")
