"""Keeps None, True and False alive under a PySide6 that forgets to count them.

PySide6 6.12.0 (wheel ``cp310-abi3``) was built as if these three could never go away, which
holds from Python 3.12 on. Under 3.10 and 3.11 nearly each call that returns one of them
takes a reference too many, and after some ten thousand calls the process ends with
"deallocating None". 6.11.3 and older count rightly (measured with ``sys.getrefcount``).
"""

from __future__ import annotations

import sys

_ENOUGH = 1 << 40
"""References that no session uses up."""


def _forgets() -> bool:
    """Tell whether this PySide6 takes references too many; a few calls show it."""
    from PySide6.QtCore import QObject

    thing, calls = QObject(), 8
    before = sys.getrefcount(None)
    for _call in range(calls):
        thing.parent()
    return sys.getrefcount(None) <= before - calls // 2


def hold() -> None:
    """Give the three so many references that they cannot run out, where that is needed.

    ``pyproject.toml`` excludes 6.12.0, so this stands for whoever has it all the same, and for
    the next version that is built like it.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython" or not _forgets():
        return
    import ctypes

    for thing in (None, True, False):
        if sys.getrefcount(thing) < _ENOUGH:
            # The count is the first field of every object.
            ctypes.c_ssize_t.from_address(id(thing)).value += _ENOUGH
