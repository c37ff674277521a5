"""What was found out about each file of the library, so that a start need not read them.

The index is one JSON file in the cache folder. It may be deleted at any time, and nothing
in it is believed without a look: whatever does not have the right shape, is of another
version, or belongs to a file that has changed, is made anew.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from trainer import __version__
from trainer.scenario.kinds import Setting, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from trainer.scenario.problems import Problem

NAME: Final = "library.json"
LARGEST: Final = 64 * 1024 * 1024
"""Bytes of the largest index that is read."""

_FORMAT: Final = 1

Worded = tuple[int, int, str, str]
"""A problem in words: line, column, severity, sentence."""


class Kind(StrEnum):
    """What a YAML file turned out to be."""

    SCENARIO = "scenario"
    BROKEN = "broken"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the home page tells of a scenario, read from its file alone."""

    id: str
    title: str
    summary: str
    language: str
    setting: Setting
    severity: Severity
    minutes: int
    status: Status
    backdrop: str | None
    goals: tuple[str, ...]
    content_notes: tuple[str, ...]
    content_hash: str
    scenes: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: what it was when it was looked at, and what was found.

    ``modified`` and ``seen`` are in nanoseconds since 1970, ``digest`` the SHA-256 of its
    bytes. ``there`` and ``missing`` are files beside it on which the finding rests.
    ``language`` is the one its problems are worded in; ``id_place`` the line and column of
    its id.
    """

    size: int
    modified: int
    seen: int
    digest: str
    kind: Kind
    facts: Facts | None = None
    id_place: tuple[int, int] = (1, 1)
    problems: tuple[Worded, ...] = ()
    language: str = ""
    there: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def read(folder: Path, stamp: str) -> dict[str, Entry]:
    """Read the index, by path of the file. What is not as expected is left out.

    Args:
        folder: the cache folder.
        stamp: stands for what the findings rest on besides the files; see :func:`write`.

    """
    try:
        place = folder / NAME
        if place.stat().st_size > LARGEST:
            return {}
        raw = json.loads(place.read_bytes())
        if raw["version"] != _version(stamp):
            return {}
        listed = raw["files"].items()
    except (OSError, ValueError, RecursionError, TypeError, KeyError, AttributeError):
        return {}
    found = {}
    for path, entry in listed:
        with contextlib.suppress(ValueError, TypeError, KeyError):
            found[path] = _entry(entry)
    return found


def write(folder: Path, stamp: str, entries: Mapping[str, Entry]) -> None:
    """Write the index beside, then replace it. That it cannot be written does no harm."""
    raw = {
        "version": _version(stamp),
        "files": {path: _plain(entry) for path, entry in entries.items()},
    }
    beside = folder / f"{NAME}.{os.getpid()}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(raw, separators=(",", ":")), "utf-8")
        beside.replace(folder / NAME)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()


def worded(found: Problem) -> Worded:
    """Put a problem into the words of the language in use."""
    from trainer.scenario import problems

    words = " ".join(part for part in (problems.sentence(found), problems.hint(found)) if part)
    return found.mark.line, found.mark.column, found.severity.value, words


def _version(stamp: str) -> str:
    return f"{_FORMAT} {__version__} {stamp}"


FACTS: Final = {field.name: field.type for field in fields(Facts)}
"""Names of the facts, with their types as written."""

_ENTRY: Final = tuple(field.name for field in fields(Entry) if field.name != "facts")


def _plain(entry: Entry) -> dict[str, Any]:
    plain: dict[str, Any] = {name: getattr(entry, name) for name in _ENTRY}
    if entry.facts:
        plain["facts"] = {name: getattr(entry.facts, name) for name in FACTS}
    return plain


def _entry(raw: Any) -> Entry:
    """Make an entry of plain data.

    Raises:
        ValueError, TypeError, KeyError: the data is not what :func:`write` wrote.

    """
    kind = Kind(raw["kind"])
    return Entry(
        size=_of(int, raw["size"]),
        modified=_of(int, raw["modified"]),
        seen=_of(int, raw["seen"]),
        digest=_of(str, raw["digest"]),
        kind=kind,
        facts=_facts(raw["facts"]) if kind is Kind.SCENARIO else None,
        id_place=_place(*raw["id_place"]),
        problems=tuple(_worded(*problem) for problem in raw["problems"]),
        language=_of(str, raw["language"]),
        there=_texts(raw["there"]),
        missing=_texts(raw["missing"]),
    )


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(value)
    return value


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(_of(str, value) for value in _of(list, values))


def _place(line: Any, column: Any) -> tuple[int, int]:
    return _of(int, line), _of(int, column)


def _worded(line: Any, column: Any, severity: Any, sentence: Any) -> Worded:
    return *_place(line, column), _of(str, severity), _of(str, sentence)


_READ: Final = {
    "int": lambda value: _of(int, value),
    "str": lambda value: _of(str, value),
    "str | None": lambda value: None if value is None else _of(str, value),
    "tuple[str, ...]": _texts,
    "Setting": Setting,
    "Severity": Severity,
    "Status": Status,
}


def _facts(raw: Any) -> Facts:
    return Facts(**{name: _READ[str(kind)](raw[name]) for name, kind in FACTS.items()})
