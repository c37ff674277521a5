"""``upstander check --watch``: what is wrong, said again each time a file is saved.

Files are looked at by size and time, twice a second, which needs nothing of the system and finds
what any editor writes. Only what has changed is said: what came, and what is mended.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final

from trainer.errors import UsageError
from trainer.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from trainer.scenario.checking import Checked

EVERY: Final = 0.5
"""Seconds between two looks at the files."""

Seen = dict[str, tuple[int, int]]
"""Time in nanoseconds, and size in bytes, of each file that counts."""


def watch(paths: Sequence[Path], today: date | None) -> int:
    """Check, and go on checking what changes until Ctrl C; give the exit status, 0.

    Raises:
        UsageError: at the start, a path is not there.

    """
    from trainer.checking.files import check_paths

    # Looked at before it is checked, so that what is saved in between is checked again.
    seen = look(paths)
    found = check_paths(paths, today or date.today())
    known = lines_of(found)
    _say([*known.elements(), total(found)])
    try:
        while True:
            time.sleep(EVERY)
            now = look(paths)
            if now == seen:
                continue
            seen = now
            try:
                found = check_paths(paths, today or date.today())
            except UsageError as gone:
                # An editor may put the file back in a moment.
                _say([str(gone)])
                continue
            lines = lines_of(found)
            _say([*changes(known, lines), total(found)])
            known = lines
    except (KeyboardInterrupt, BrokenPipeError):
        return 0


def look(paths: Iterable[Path]) -> Seen:
    """Give what is known of every file that may count: YAML, and translations beside it."""
    seen: Seen = {}
    for path in paths:
        try:
            inside = [path] if path.is_file() else [*path.rglob("*.yaml"), *path.rglob("*.po")]
        except OSError:
            continue
        for file in inside:
            try:
                stat = file.stat()
            except OSError:
                continue
            seen[str(file)] = (stat.st_mtime_ns, stat.st_size)
        if path.is_file():
            seen.update(look_beside(path))
    return seen


def look_beside(path: Path) -> Seen:
    """Give what is known of the translations of one file."""
    found: Seen = {}
    for file in path.parent.glob(f"{path.stem}.*.po"):
        try:
            stat = file.stat()
        except OSError:
            continue
        found[str(file)] = (stat.st_mtime_ns, stat.st_size)
    return found


def lines_of(checked: Iterable[Checked]) -> Counter[str]:
    """Give the lines of all problems, as ``check`` prints them."""
    from trainer.scenario.problems import person_line

    return Counter(
        person_line(str(one.reading.path), found) for one in checked for found in one.problems
    )


def changes(before: Counter[str], after: Counter[str]) -> list[str]:
    """Say what is new and what is mended; where only the line has moved, nothing is said."""
    old, new = Counter(map(_without_place, before.elements())), Counter[str]()
    came = []
    for line in after.elements():
        said = _without_place(line)
        new[said] += 1
        if new[said] > old[said]:
            came.append(line)
    gone = (old - new).total()
    mended = ngettext("%(n)d problem is gone", "%(n)d problems are gone", gone) % {"n": gone}
    return [*came, mended] if gone else came


def _without_place(line: str) -> str:
    path, _line, _column, rest = line.split(":", 3) if line.count(":") > 2 else (line, "", "", "")
    return f"{path}:{rest}"


def total(checked: Sequence[Checked]) -> str:
    """Say what is wrong in all, in one line."""
    errors = sum(p.severity.value == "error" for one in checked for p in one.problems)
    others = sum(len(one.problems) for one in checked) - errors
    known = {
        "errors": ngettext("%(count)d error", "%(count)d errors", errors) % {"count": errors},
        "others": ngettext("%(n)d other finding", "%(n)d other findings", others) % {"n": others},
        "time": time.strftime("%H:%M:%S"),
    }
    return _("%(time)s  %(errors)s, %(others)s. Watching; Ctrl C ends it.") % known


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
    sys.stdout.flush()
