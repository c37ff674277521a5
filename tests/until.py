"""Waiting until something is so: as long as a busy machine needs, and no longer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 20.0
"""Seconds: much more than it takes, for a machine that does much else meanwhile."""


def until(is_so: Callable[[], object], seconds: float = LONGEST) -> None:
    """Wait until something is so, while the window, if there is one, goes on with its work."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it never came"
        QCoreApplication.processEvents()
        time.sleep(0.002)
