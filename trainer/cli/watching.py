"""``upstander check --watch``: what is wrong, said again each time a file is saved.

Files are looked at by size and time, twice a second, which needs nothing of the system and finds
what any editor writes. Only what has changed is said: what came, and what is mended.
"""

from __future__ import annotations

import contextlib
import glob
import os
import sys
import time
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final

from trainer.cli.opening import is_there
from trainer.errors import UsageError
from trainer.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from trainer.scenario.checking import Checked

EVERY: Final = 0.5
"""Seconds between two looks at the files."""

_QUIET: Final = 0.05
"""Seconds without a change after which a file counts as saved: some editors empty it first."""

_PATIENCE: Final = 10
"""Times that one waits for that; who saves without end is checked all the same."""

Seen = dict[str, tuple[int, int, int]]
"""Number, time in nanoseconds, and size in bytes, of each file that counts."""


def watch(paths: Sequence[Path], today: date | None) -> int:
    """Check, and go on checking what changes until Ctrl C; give the exit status, 0.

    Raises:
        UsageError: at the start, a path is not there.

    """
    try:
        watching = Watching(paths, today)
        _say(watching.begin())
        while True:
            time.sleep(EVERY)
            _say(watching.again())
    except KeyboardInterrupt:
        if sys.stdout.isatty():
            print()  # What comes next begins on a line of its own.
        return 0
    except BrokenPipeError:
        # So that Python does not complain once more when it closes the output at its end.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


class Watching:
    """What is known of some files, and what there is to say when they change."""

    def __init__(self, paths: Sequence[Path], today: date | None) -> None:
        self._paths = list(dict.fromkeys(paths))
        self._today = today
        self._seen: Seen = {}
        self._known: Counter[str] = Counter()
        self._gone: set[Path] = set()

    def begin(self) -> list[str]:
        """Check all of it, and say what is wrong.

        Raises:
            UsageError: a path is not there.

        """
        # Looked at before it is checked, so that what is saved in between is checked again.
        self._seen = look(self._paths)
        found = self._check(self._paths)
        self._known = lines_of(found)
        return [*self._known.elements(), total(found)]

    def again(self) -> list[str]:
        """Say what has changed since; nothing if no file has."""
        now = look(self._paths)
        if now == self._seen:
            return []
        before, self._seen = self._seen, _settled(self._paths, now)
        there = [path for path in self._paths if is_there(path)]
        gone = set(self._paths) - set(there)
        said = [_gone_words(path) for path in self._paths if path in gone - self._gone]
        self._gone = gone
        if not there:
            return said  # An editor may put it back in a moment.
        left = sorted(before.keys() - self._seen.keys())
        said += self._forget([file for file in left if file.endswith(".yaml")])
        try:
            found = self._check(there)
        except UsageError as error:
            self._seen = {}  # It went while it was checked: the next look is a new one.
            return [str(error)]
        lines = lines_of(found)
        said += [*changes(self._known, lines), total(found)]
        self._known = lines
        return said

    def _forget(self, files: Iterable[str]) -> list[str]:
        """Forget what was wrong with files that are gone: nobody has mended it; say so."""
        said = []
        for file in files:
            of_it = [line for line in self._known if line.startswith(f"{file}:")]
            for line in of_it:
                del self._known[line]
            if file not in map(str, self._paths):
                said.append(_("%(path)s is gone.") % {"path": file})
        return said

    def _check(self, paths: Sequence[Path]) -> list[Checked]:
        from trainer.checking.files import check_paths

        return check_paths(paths, self._today or date.today())


def _gone_words(path: Path) -> str:
    return _("There is no file or folder “%(path)s”.") % {"path": path}


def _settled(paths: Sequence[Path], now: Seen) -> Seen:
    """Wait until nothing changes for a moment, and give what is known then."""
    for _try in range(_PATIENCE):
        time.sleep(_QUIET)
        before, now = now, look(paths)
        if now == before:
            break
    return now


def look(paths: Iterable[Path]) -> Seen:
    """Give what is known of every file that may count: YAML, and translations beside it."""
    seen: Seen = {}
    for path in paths:
        try:
            alone = path.is_file()
            inside = [path] if alone else [*path.rglob("*.yaml"), *path.rglob("*.po")]
            beside = path.parent.glob(f"{glob.escape(path.stem)}.*.po") if alone else ()
            for file in (*inside, *beside):
                _note(seen, file)
        except (OSError, ValueError):
            continue  # It goes while it is looked at.
    return seen


def _note(seen: Seen, file: Path) -> None:
    with contextlib.suppress(OSError):
        stat = file.stat()
        seen[str(file)] = (stat.st_ino, stat.st_mtime_ns, stat.st_size)


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
