"""Building what has many parts: at once, or ahead, a few of them in each turn of the loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Building:
    """Goes through the steps that build something; all of them at once, unless ``ahead``.

    Attributes:
        steps: what is still to be done, for whoever builds it ahead.
        is_done: whether all of it is there.

    """

    def __init__(self, steps: Iterator[None], *, ahead: bool) -> None:
        self.is_done = False
        self.steps = self._all(steps)
        if not ahead:
            self.finish()

    def _all(self, steps: Iterator[None]) -> Iterator[None]:
        yield from steps
        self.is_done = True

    def finish(self) -> bool:
        """Build what is not there yet; tell whether all of it is there, and no step has failed."""
        for _step in self.steps:
            pass
        return self.is_done
