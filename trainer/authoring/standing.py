"""Where scenes stand in the list while somebody writes: they stay, whatever way changes.

In the order of the story, a way that is made or taken away moves scenes to which nobody has done
anything; whoever goes on from one to the next then comes to another one than a minute ago.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from trainer.authoring.outline import Outline

_SPARE: Final = 100
"""Scenes that have gone, and of which is remembered where they stood, beside those that are."""


class Standing:
    """Remembers the order that showed last, also of scenes that have gone: they may come back."""

    def __init__(self) -> None:
        self._order: list[str] = []
        self._there: frozenset[str] = frozenset()
        self._start: str | None = None

    def kept(self, fresh: Outline) -> Outline:
        """Give an outline in the order that showed; what is new comes in where the story has it.

        Scenes to which nothing leads come last until something does. With another beginning it is
        another story, and all of it is put in order.
        """
        there = frozenset(fresh.scenes)
        if self._start != fresh.start or not self._order:
            self._order, self._start = [*_led_to(fresh)], fresh.start
        else:
            self._rename(there)
            self._take_in(_led_to(fresh))
        self._there = there
        if len(self._order) > 2 * len(there) + _SPARE:
            self._order = [name for name in self._order if name in there]
        order = [name for name in self._order if name in there]
        known = frozenset(order)
        order += [name for name in fresh.strays if name not in known]
        return fresh if fresh.order == (*order,) else replace(fresh, order=(*order,), kept=True)

    def _rename(self, there: frozenset[str]) -> None:
        """Let a scene that is called something else stand where it stood."""
        gone, come = self._there - there, there - self._there
        if len(gone) == len(come) == 1:
            (old,), (new,) = gone, come
            if old in self._order and new not in self._order:
                self._order[self._order.index(old)] = new

    def _take_in(self, names: tuple[str, ...]) -> None:
        """Put what is new behind what comes before it in the story."""
        known = frozenset(self._order)
        if known.issuperset(names):
            return
        behind: dict[str, list[str]] = {}
        before = ""
        for name in names:
            if name in known:
                before = name
            else:
                behind.setdefault(before, []).append(name)
        order = behind.get("", [])
        for name in self._order:
            order += [name, *behind.get(name, ())]
        self._order = order


def _led_to(outline: Outline) -> tuple[str, ...]:
    return outline.order[: len(outline.order) - len(outline.strays)]
