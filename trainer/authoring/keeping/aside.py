"""What was not saved yet, kept beside the file: one line about it, then the text as it is.

Whoever finds it without this program can open it in any editor. Where nothing can be written
beside the file, it lies in the home. Nothing that cannot be understood is ever deleted.
"""

from __future__ import annotations

import contextlib
import datetime
import errno
import functools
import hashlib
import json
import os
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from trainer import paths, saving
from trainer.authoring.keeping import files, side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from trainer.authoring.arrangement import Arrangement

FORMAT: Final = "upstander-unsaved/1"
LARGEST: Final = 64 * 1024 * 1024
_ENDING: Final = ".autosave"
_numbers: dict[Path, int] = {}
"""What this program has given last, by file."""

_NO_FILE: Final = {errno.EISDIR, errno.ENXIO, errno.ELOOP}


class Unsaved(NamedTuple):
    """A file as it was written, but not saved.

    ``base`` is the digest of what stood in the file then, empty if it was not there. ``left``
    tells whether the window was closed with it, rather than ended by force. Of two, the one with
    the greater ``number`` is the later: clocks go backwards. ``ours`` tells whether it was kept
    from this home on this computer: a folder may be shared.
    """

    text: str
    arrangement: Arrangement
    base: str
    at: datetime.datetime
    left: bool = False
    number: int = 0
    ours: bool = True


def beside(path: Path) -> Path:
    """Say where it lies beside a file."""
    return path.with_name(f".{path.name}{_ENDING}")


def in_home(path: Path) -> Path:
    """Say where it lies in the home, if nothing can be written beside the file."""
    return paths.unsaved() / f"{key(path)}{_ENDING}"


def key(path: Path) -> str:
    """Give a name for what belongs to a file, of its whole path."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:32]


def _here() -> str:
    """Tell this home on this computer from any other, and nothing else of it.

    A computer may be called otherwise in each network, so its name is none of it. What was known
    once stays so: for a disk that fails for a moment one's own words are nobody else's.

    Raises:
        OSError: it cannot be told now.

    """
    return _of_home(paths.home())


@functools.cache
def _of_home(home: Path) -> str:
    number = 0
    with contextlib.suppress(FileNotFoundError):  # Nothing was kept in it yet.
        number = os.stat(home).st_ino
    return hashlib.sha256(os.fsencode(home) + f"\n{number}".encode()).hexdigest()


def keep(path: Path, unsaved: Unsaved, *, home: bool) -> None:
    """Keep what is not saved; ``home`` tells whether it may lie there.

    What somebody else has kept beside the file, in a folder that is shared, stays there.

    Raises:
        OSError: it can be kept nowhere.

    """
    try:
        _put(beside(path), _written(path, unsaved, _after(in_home(path), path)), asks=home)
    except OSError:
        if not home:
            raise
        paths.unsaved().mkdir(parents=True, exist_ok=True, mode=0o700)
        _put(in_home(path), _written(path, unsaved, _after(beside(path), path)), asks=False)
    else:
        in_home(path).unlink(missing_ok=True)


def forget(path: Path) -> None:
    """Let what was kept here go, now that it is saved; what somebody else has kept is theirs.

    Raises:
        OSError: it cannot be deleted.

    """
    for place in (beside(path), in_home(path)):
        found = _read(place)
        if found is not None and found.ours:
            place.unlink(missing_ok=True)


def put_by(path: Path) -> None:
    """Let what was kept stand under another name from now on: nobody wants it, nobody loses it.

    Raises:
        OSError: it cannot be renamed.

    """
    for place in (beside(path), in_home(path)):
        if os.path.exists(place):
            _put_by(place)


def find(path: Path) -> Unsaved | None:
    """Give what was kept of a file; None: nothing was.

    If it lies at both places, one's own comes first, and of two the later.
    """
    found = [one for one in (_read(beside(path)), _read(in_home(path))) if one is not None]
    return max(found, key=lambda one: (one.ours, one.number, one.at), default=None)


def is_there(path: Path) -> bool:
    """Tell whether something was kept of a file, without reading it."""
    # Of a name that is too long for any file, a path would raise instead of saying no.
    return any(os.path.isfile(place) for place in (beside(path), in_home(path)))


def kept_at(path: Path) -> int:
    """Give when something was kept of a file last, in nanoseconds; 0 if nothing was."""
    latest = 0
    for place in (beside(path), in_home(path)):
        with contextlib.suppress(OSError, ValueError):
            latest = max(latest, os.stat(place).st_mtime_ns)
    return latest


def every(folders: Iterable[Path]) -> Iterator[Path]:
    """Go through the files, in these folders and below, of which something is not saved."""
    for folder in folders:
        for found in sorted(folder.rglob(f".*{_ENDING}")):
            yield found.with_name(found.name.removeprefix(".").removesuffix(_ENDING))


def _put(place: Path, data: bytes, *, asks: bool = True) -> None:
    """Write; what lies there and is not ours gets another name.

    What cannot be read now may be ours, and later than anything else, or somebody else's who has
    the same folder, and may be writing still: nothing is written there then. With ``asks`` neither
    is it over what is surely somebody else's; without, there is no other place.
    """
    if not _is_ours_or_none(place):
        found = _read(place)
        if asks and found is not None and not found.ours:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place))
        _put_by(place)
    saving.put(place, data, mode=0o600)


def _is_ours_or_none(place: Path) -> bool:
    try:
        data, _found = files.raw(place, LARGEST)
    except FileNotFoundError:
        return True
    except OSError as error:
        if error.errno in _NO_FILE:
            return False
        raise
    found = _understood(data)
    return found is not None and found.ours


def _put_by(place: Path) -> None:
    number = 1
    while (other := place.with_name(f"{place.name}.{number}")).exists():
        number += 1
    place.rename(other)


def _after(other: Path, path: Path) -> int:
    """Give a number that tells that something is later than what lies at the other place.

    What cannot be read at the moment is no later than what was written here last.
    """
    there = _read(other)
    number = max(_numbers.get(path, 0), 0 if there is None else there.number + 1)
    _numbers[path] = number
    return number


def _written(path: Path, unsaved: Unsaved, number: int = 0) -> bytes:
    text = files.encoded(unsaved.text)
    head = {
        "format": FORMAT,
        "of": path.name,
        "at": unsaved.at.isoformat(),
        "base": unsaved.base,
        "left": unsaved.left,
        "from": _here(),
        "number": number,
        "map": side.plain(unsaved.arrangement),
        "text": files.digest(text),
    }
    return json.dumps(head).encode() + b"\n" + text


def _read(place: Path) -> Unsaved | None:
    try:
        data, _found = files.raw(place, LARGEST)
    except OSError:
        return None
    return _understood(data)


def _understood(data: bytes) -> Unsaved | None:
    line, _end, text = data.partition(b"\n")
    head = _head(line)
    if head is None or files.digest(text) != head["text"]:
        return None
    try:
        arrangement = side.of_plain(head["map"])
        at = datetime.datetime.fromisoformat(head["at"])
        if at.tzinfo is None:
            return None
        number = given if isinstance(given := head.get("number"), int) else 0
        left = head["left"] is True
        ours = _is_ours(head.get("from"))
        return Unsaved(text.decode(), arrangement, str(head["base"]), at, left, number, ours)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return None


def _is_ours(written: object) -> bool:
    """Whether what says where it was kept was kept here; what cannot be told is not."""
    try:
        return written in (None, _here())
    except OSError:
        return False


def _head(line: bytes) -> dict[str, Any] | None:
    try:
        head = json.loads(line)
        return head if head["format"] == FORMAT else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
