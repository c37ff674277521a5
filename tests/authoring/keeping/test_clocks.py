"""A computer's clock goes back a year, on ten, or stands at 1970: nothing of it loses words."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.authoring.arrangement import Arrangement
from trainer.authoring.keeping import aside
from trainer.authoring.keeping.aside import Unsaved

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

AHEAD = datetime(2036, 3, 20, 12, tzinfo=UTC)
NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def written(text: str, at: datetime) -> Unsaved:
    return Unsaved(text, Arrangement(), "", at)


def test_what_was_written_last_is_found_whatever_the_clock_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, system, locked = tmp_path / "a.yaml", os.open, [False]

    def as_told(name: str, flags: int, mode: int = 0o777) -> int:
        if locked[0] and flags & os.O_CREAT and os.path.dirname(name) == str(tmp_path):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), name)
        return system(name, flags, mode)

    monkeypatch.setattr(os, "open", as_told)
    for text, at, locked[0] in (
        ("beside", AHEAD, False),
        ("in the home, since nothing can be written beside", NOW, True),
        ("once more", NEVER, True),
        ("beside again", NEVER, False),
        ("and not", NOW, True),
    ):
        aside.keep(path, written(text, at), home=True)
        found = aside.find(path)
        assert found is not None
        assert (found.text, found.at) == (text, at)


def test_one_of_an_older_upstander_is_found_by_its_time(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    place, other = aside.beside(path), aside.in_home(path)
    older = []
    for at in (NOW, AHEAD):
        aside.keep(path, written(str(at), at), home=True)
        older.append(place.read_bytes().replace(b', "number": 0', b""))
    other.parent.mkdir(parents=True)
    place.write_bytes(older[0])
    other.write_bytes(older[1])
    assert b'"number"' not in b"".join(older)
    found = aside.find(path)
    assert found is not None
    assert found.at == AHEAD
