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


def hold() -> None:
    """Give the three so many references that they cannot run out. Harmless where not needed."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    import ctypes

    for thing in (None, True, False):
        if sys.getrefcount(thing) < _ENOUGH:
            # The count is the first field of every object.
            ctypes.c_ssize_t.from_address(id(thing)).value += _ENOUGH
