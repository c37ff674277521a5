"""Rows that others would take in: a file of one bad row would be refused with all that is in it.

Only a database that somebody has changed, or a disk, holds rows of another kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.progress.carry import tables, whole
from trainer.progress.carry.fields import DAY, TIME
from trainer.progress.summaries import EARLIEST, day, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trainer.progress.carry.fields import Field

_SOME = ((TIME, written(EARLIEST)), (DAY, day(EARLIEST)))
"""What stands for a time and a day that are none."""

_SHORT = 1000


class Sound:
    """Mends rows, one after the other as they are written.

    Attributes:
        left: how many could not be mended, with what hangs on them.

    """

    def __init__(self) -> None:
        self.left = 0
        self._seen = whole.Seen()
        self._without_run = False

    def holds(self, kind: str, data: dict[str, Any]) -> bool:
        """Mend a row in place; tell whether it can go along now."""
        known: Iterable[tuple[str, Field]]
        if kind == "event":
            known = ({"at": TIME} | dict(tables.EVENTS.get(data["kind"], {}))).items()
        else:
            known = tables.ROWS.get(kind, {}).items()
        for name, field in known:
            value = data.get(name)
            if value is not None and not field.holds(value):
                data[name] = _instead(field, value)
        found = self._is_wrong(kind, data)
        self.left += found
        return not found

    def _is_wrong(self, kind: str, data: dict[str, Any]) -> bool:
        hangs = kind in ("place", "event")
        if hangs and self._without_run:
            return True
        given = data if kind == "place" else {k: v for k, v in data.items() if v is not None}
        said = (kind != "place" and tables.wrong(kind, given)) or self._seen.wrong(kind, given)
        if not hangs:
            self._without_run = kind == "run" and bool(said)
        return bool(said)


def _instead(field: Field, value: Any) -> Any:
    """Give what stands for a value that is none of its kind; a required one stays wrong."""
    for one, some in _SOME:
        if field.holds is one.holds:
            return some
    # A long text is somebody's own words: better told as left than lost in silence.
    is_long = isinstance(value, str) and len(value) > _SHORT
    return None if field.optional and not is_long else value
