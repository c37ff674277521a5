"""A file to take along as its lines: one JSON object each, a first and a last one around them."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections import Counter
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple

from trainer.progress.carry import fields, refusals, sealing, tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_HEAD: Final = 1000
"""Bytes that the first line may have."""

_LONGEST: Final = 32 * 1024 * 1024
"""Bytes that any other line may have."""

_LARGEST: Final = 8 * 1024**3
"""Bytes of a whole file."""

_MOST: Final = {"event": 50_000_000, "run": 2_000_000, "place": 2_000_000, "answer": 2_000_000}
_MOST_OTHERS: Final = 200_000
"""Lines of one kind: more than any life has, fewer than the memory of a computer."""

_NEWER: Final = re.compile(r"upstander-(everything|sealed)/\d{1,9}")


class Line(NamedTuple):
    """One line: its kind, what it holds, and where the file stands behind it, in bytes."""

    kind: str
    data: dict[str, Any]
    place: int


class Writer:
    """Writes lines, counts them, and sums them up in the last one."""

    def __init__(self, write: Callable[[bytes], object], made: str) -> None:
        self._write = write
        self._sum = hashlib.sha256()
        self.rows: Counter[str] = Counter()
        self._put({"format": tables.FORMAT, "made": made})

    def _put(self, data: dict[str, Any]) -> None:
        line = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        self._sum.update(line)
        self._write(line)

    def row(self, kind: str, data: dict[str, Any]) -> None:
        """Write a line; what is None is left out, but for a place, which is as it is."""
        self.rows[kind] += 1
        if kind != "place":
            data = {name: value for name, value in data.items() if value is not None}
        self._put({kind: data})

    def end(self) -> None:
        """Write the last line."""
        self._put({"end": {"rows": dict(self.rows), "sha256": self._sum.hexdigest()}})


@contextmanager
def opened(path: Path, passphrase: str) -> Iterator[tuple[IO[bytes], bytes]]:
    """Open a file, unsealed if need be; give its first line, and what follows it.

    Raises:
        CarriedError: it cannot be read, is none of ours, or sealed with another passphrase.

    """
    try:
        if not path.is_file():  # a pipe or a device might never begin, or never end
            raise refusals.foreign(f"{path}: no file")
        with path.open("rb") as file:
            if path.stat().st_size > _LARGEST:
                raise refusals.foreign(f"{path}: too large")
            yield _unsealed(file, passphrase)
    except OSError as error:
        raise refusals.unreadable(path, error) from error


def is_sealed(path: Path) -> bool:
    """Tell whether a file needs a passphrase.

    Raises:
        CarriedError: it cannot be read.

    """
    try:
        with path.open("rb") as file:
            head = file.readline(_HEAD) if path.is_file() else b""
    except OSError as error:
        raise refusals.unreadable(path, error) from error
    return _format(head) == sealing.FORMAT


def _format(head: bytes) -> str:
    try:
        data = json.loads(head.decode())
    except (ValueError, RecursionError):
        return ""
    name = data.get("format") if isinstance(data, dict) else None
    return name if isinstance(name, str) else ""


def _unsealed(file: IO[bytes], passphrase: str) -> tuple[IO[bytes], bytes]:
    head = file.readline(_HEAD)
    if _format(head) == sealing.FORMAT:
        raw = sealing.Opening(file, head, passphrase)
        file = io.BufferedReader(raw, 1 << 16)
        head = file.readline(_HEAD)
    found = _format(head)
    if found != tables.FORMAT:
        if _NEWER.fullmatch(found):
            raise refusals.newer(found)
        raise refusals.foreign(f"format {found!r:.60}")
    data = json.loads(head.decode())
    if not head.endswith(b"\n") or data.keys() != {"format", "made"}:
        raise refusals.damaged("first line")
    if not fields.TIME.holds(data["made"]):
        raise refusals.damaged("time of the first line")
    return file, head


def read(file: IO[bytes], head: bytes) -> Iterator[Line]:
    """Give every line between the first and the last, checked by itself.

    Counts and sum are checked once the last line is reached: what was given before is not to
    be relied on until then.

    Raises:
        CarriedError: a line is not as it should be, or the whole is not.

    """
    summed = hashlib.sha256(head)
    rows: Counter[str] = Counter()
    place = len(head)
    while True:
        raw = file.readline(_LONGEST + 1)
        place += len(raw)
        kind, data = _parse(raw, sum(rows.values()) + 2)
        if kind == "end":
            _check_end(data, rows, summed.hexdigest())
            if file.read(1):
                raise refusals.damaged("something stands behind the last line")
            return
        summed.update(raw)
        rows[kind] += 1
        if rows[kind] > _MOST.get(kind, _MOST_OTHERS):
            raise refusals.damaged(f"more than {rows[kind] - 1} lines of {kind}")
        yield Line(kind, data, place)


def _parse(raw: bytes, number: int) -> tuple[str, dict[str, Any]]:
    if not raw.endswith(b"\n"):
        what = "too long" if len(raw) > _LONGEST else "cut off"
        raise refusals.damaged(f"line {number}: {what}")
    try:
        line = json.loads(raw.decode(), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise refusals.damaged(f"line {number}: {error}") from error
    if type(line) is not dict or len(line) != 1:
        raise refusals.damaged(f"line {number}: not one thing")
    ((kind, data),) = line.items()
    if kind != "end":
        said = f"kind {kind!r:.40}" if kind not in tables.KINDS else ""
        if not said and kind != "place":
            said = tables.wrong(kind, data)
        if said:
            raise refusals.damaged(f"line {number}: {said}")
    return kind, data


def _no_number(name: str) -> float:
    raise ValueError(name)


def _check_end(data: Any, rows: Counter[str], summed: str) -> None:
    if type(data) is not dict or data.keys() != {"rows", "sha256"}:
        raise refusals.damaged("last line")
    if data["rows"] != dict(rows):
        raise refusals.damaged("counts of the last line")
    if data["sha256"] != summed:
        raise refusals.damaged("sum of the last line")
