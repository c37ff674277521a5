"""Sees every file of a folder that anybody opens, Qt included (Linux only)."""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_OPEN, _ACCESS = 0x20, 0x01
_HEAD = struct.Struct("iIII")


@contextmanager
def opened(folder: Path) -> Iterator[Callable[[], set[str]]]:
    """Gives what tells, so far, which files of ``folder`` were opened or read."""
    if sys.platform != "linux":
        pytest.skip("only Linux tells who opens a file")
    system = ctypes.CDLL(None, use_errno=True)
    handle = system.inotify_init1(os.O_NONBLOCK)
    if handle < 0 or system.inotify_add_watch(handle, os.fsencode(folder), _OPEN | _ACCESS) < 0:
        pytest.skip("the system watches no files here")
    found: set[str] = set()

    def so_far() -> set[str]:
        try:
            data = os.read(handle, 1 << 16)
        except BlockingIOError:
            return found
        while data:
            _watch, _mask, _cookie, length = _HEAD.unpack_from(data)
            found.add(os.fsdecode(data[_HEAD.size : _HEAD.size + length].rstrip(b"\0")))
            data = data[_HEAD.size + length :]
        return found

    try:
        yield so_far
    finally:
        os.close(handle)
