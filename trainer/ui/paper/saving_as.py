"""Asking where a file goes, and writing it there: as every page does that saves something."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.errors import UpstanderError
from trainer.language import _

if TYPE_CHECKING:
    from trainer.ui.context import Context

Ask = Callable[[QWidget, str, str, str], str]
"""Chooses a file: (parent, title, suggested name, filters); empty if none is chosen."""


def ask_where(parent: QWidget, title: str, suggested: str, filters: str) -> str:
    """Ask where a file goes, in the system's own dialog; empty if nowhere."""
    return QFileDialog.getSaveFileName(parent, title, suggested, filters)[0]


def write(context: Context, chosen: str, ending: str, act: Callable[[Path], object]) -> bool:
    """Write a file where a person has said, and say that it is there, or why it is not.

    Args:
        context: what the pages share.
        chosen: the file as the person named it; without an ending, it gets ``ending``.
        ending: such as ``pdf``.
        act: writes it, or raises an ``UpstanderError``.

    Returns:
        Whether it was written.

    """
    path = Path(chosen)
    path = path if path.suffix else path.with_suffix(f".{ending}")
    try:
        act(path)
    except UpstanderError as error:
        context.tell(error)
        return False
    context.notice(_("Saved as %(path)s.") % {"path": str(path)})
    return True
