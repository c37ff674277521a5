"""A good file, one change of it, and what is found at which place."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.scenario.sample import HERE
from trainer.scenario.files import reading as files

if TYPE_CHECKING:
    from trainer.scenario.files.reading import Reading
    from trainer.scenario.files.shapes import Format

TODAY = datetime.date(2026, 6, 1)


@dataclass(frozen=True)
class Case:
    """``old`` becomes ``new``, in which ``‸`` marks the place where the problem is expected.

    Without a mark, ``at`` is the line and column.
    """

    code: str
    old: str
    new: str
    severity: str = "error"
    at: tuple[int, int] | None = None

    def __str__(self) -> str:
        return f"{self.code}: {self.new.strip()[:40]!r}"

    def applied(self, good: str) -> tuple[str, tuple[int, int]]:
        """The changed text, and where the problem is."""
        assert good.count(self.old) == 1, f"{self.old!r} must be there once"
        text = good.replace(self.old, self.new)
        if self.at is not None:
            return text, self.at
        before, mark, after = text.partition(HERE)
        assert mark
        return before + after, (before.count("\n") + 1, len(before) - before.rfind("\n"))


def read(text: str, form: Format[Any], folder: Path = Path("nowhere")) -> Reading[Any]:
    """Read a text as a file of this folder, on a day of 2026."""
    data = text.encode("utf-8", "surrogatepass")
    return files.read_bytes(data, folder / "a.yaml", (form,), today=TODAY)


def seen(reading: Reading[Any]) -> list[tuple[str, str, tuple[int, int]]]:
    """Code, severity and place of what was found."""
    return [
        (one.code, one.severity.value, (one.mark.line, one.mark.column)) for one in reading.problems
    ]
