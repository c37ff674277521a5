"""The window's icon."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from trainer import paths


def app_icon() -> QIcon:
    """Give the icon; an empty one where its file is missing."""
    return QIcon(str(paths.assets() / "icons" / "upstander.png"))
