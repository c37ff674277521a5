"""Finding scenario files in folders, without reading them as YAML."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST: Final = 8 * 1024 * 1024
"""Bytes of the largest scenario file; a larger one is not searched to its end."""


_ENDINGS: Final = (".yaml", ".yml")


class Found(NamedTuple):
    """A YAML file: where it is, its size in bytes, when it changed (nanoseconds since 1970)."""

    file: str
    size: int
    modified: int

    @property
    def path(self) -> Path:
        """Where it is. A thousand paths take longer than finding their files."""
        return Path(self.file)


class FolderList(NamedTuple):
    """A folder that was looked into already, by path: its files, and which formats each says."""

    folder: Path
    files: tuple[tuple[Found, tuple[str, ...]], ...]


def yaml_files(folder: Path) -> Iterator[Found]:
    """Find every ``*.yaml`` file from ``folder`` downwards, in no particular order.

    Links to folders are not followed, nor links to files outside ``folder``; what is no
    plain file, and what may not be looked into, is passed over.
    """
    return (found for found in files_like_yaml(folder) if found.file.endswith(".yaml"))


def files_like_yaml(folder: Path) -> Iterator[Found]:
    """Find every file whose name ends as YAML's may: also in ``.yml``, or in capitals."""
    try:
        root = os.path.realpath(folder)
    except ValueError:
        return  # no system has a folder of such a name
    waiting = [str(folder)]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                inside = list(entries)
        except OSError:
            continue
        for entry in inside:
            try:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.name.lower().endswith(_ENDINGS) and _is_within(entry, root):
                    facts = entry.stat()
                    yield Found(entry.path, facts.st_size, facts.st_mtime_ns)
            except OSError:
                continue


def _is_within(entry: os.DirEntry[str], root: str) -> bool:
    """Tell whether an entry is a plain file, and no link out of the folder."""
    if not entry.is_file():
        return False
    if not entry.is_symlink():
        return True
    return os.path.realpath(entry.path).startswith(root + os.sep)


def has_scenario(path: Path) -> bool:
    """Tell whether a file has ``format:`` or ``scenes:`` on top.

    Raises:
        OSError: the file cannot be read.

    """
    with path.open("rb") as file:
        return looks_like_scenario(file.read(LARGEST))


def looks_like_scenario(data: bytes) -> bool:
    """Tell whether the bytes of a file have ``format:`` or ``scenes:`` on top."""
    # Compiled by the first file that is read; a start with a fresh index reads none.
    import re

    on_top = rb"""(?:^|\A\xef\xbb\xbf|\A(?:\xef\xbb\xbf)?\s*\{\s*)(["']?)(?:format|scenes)\1\s*:"""
    return re.search(on_top, data, re.MULTILINE) is not None
