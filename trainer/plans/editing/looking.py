"""What is wrong with a plan that is being changed, part by part, as its file would be told."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from trainer.language import _
from trainer.plans import rules
from trainer.plans.editing import fields
from trainer.plans.editing.editing import WHOLE
from trainer.plans.reading import PLANS
from trainer.plans.writing import written
from trainer.scenario import files, problems
from trainer.scenario.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from trainer.plans.model import Plan

_PART: Final = re.compile(r"  ([a-z0-9-]+):$")


@dataclass(frozen=True, slots=True)
class Found:
    """Something to look at: in which part (:data:`WHOLE`: the plan itself), and in words.

    ``waits`` tells that it was seen before something kept it from being looked at again.
    """

    part: str
    severity: Severity
    sentence: str
    code: str = ""
    waits: bool = False


def look(
    plan: Plan, folder: Path, knows: Callable[[Problem], bool], before: Iterable[Found] = ()
) -> tuple[Found, ...]:
    """Give what is wrong, by place.

    Args:
        plan: as it is.
        folder: where its file lies or will lie.
        knows: tells that a name which ``check`` does not find is known here all the same.
        before: what was found the last time. What only a plan without errors is looked through
            for stays of it, while there are some: a mistake more mends nothing.

    """
    text = written(plan)
    reading = files.read_bytes(text.encode(), folder / f"{plan.id}.yaml", (PLANS,))
    parts = list(_parts(text))
    found = tuple(
        Found(_part(parts, one.mark.line), one.severity, _words(one), one.code)
        for one in reading.problems
        if not knows(one)
    )
    if reading.content is not None:
        return found
    there = {WHOLE, *plan.segments}
    waiting = (one for one in before if one.code in rules.CODES and one.part in there)
    return (*found, *(replace(one, waits=True) for one in waiting))


def is_usable(found: tuple[Found, ...]) -> bool:
    """Whether a plan can be led: nothing in it is an error."""
    return all(one.severity is not Severity.ERROR for one in found)


def _words(found: Problem) -> str:
    """Say it to somebody who sees fields, and not the file."""
    name = str(found.params.get("key", ""))
    if found.code == "missing-key" and name in fields.LABELS:
        return _("Still missing: %(what)s") % {"what": fields.label(name)}
    if found.code == "empty-text" and name in fields.LABELS:
        return _("Still empty: %(what)s") % {"what": fields.label(name)}
    if found.code == "no-care":
        return _("Nobody is named who is there for somebody who needs a pause. Phones then have "
                 "no button for it; they say to come to you.")  # fmt: skip
    both = (problems.sentence(found), problems.hint(found))
    said = " ".join(part for part in both if part)
    return said[:1].upper() + said[1:]


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Give the line on which each part begins, and its key."""
    inside = False
    for number, line in enumerate(text.split("\n"), start=1):
        if line and not line.startswith(" "):
            inside = line == "segments:"
            yield number, WHOLE
        elif inside and (begins := _PART.fullmatch(line)):
            yield number, begins.group(1)


def _part(parts: list[tuple[int, str]], line: int) -> str:
    return next((key for first, key in reversed(parts) if first <= line), WHOLE)
