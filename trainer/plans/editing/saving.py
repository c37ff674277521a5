"""A plan of one's own as a file: whole or as it was, and never over what somebody else wrote."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from trainer import paths, saving
from trainer.errors import NoRoom, ReadOnlyPlace, UpstanderError
from trainer.language import _
from trainer.plans.editing import fresh
from trainer.plans.writing import written
from trainer.scenario import translation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from trainer.plans.model import Plan
    from trainer.scenario.gathering import Placed

BEFORE = ".before"
"""Ends the name of what stood in a file that was written by hand, with comments perhaps."""


class Origin(NamedTuple):
    """Where a plan came from: its id, its file, and what stood in that."""

    id: str
    path: Path | None
    text: str


class Saved(NamedTuple):
    """A plan as it was saved, where, and whether what stood there is kept beside it."""

    plan: Plan
    origin: Origin
    kept: bool = False


def origin(placed: Placed[Plan]) -> Origin:
    """Say where a plan came from. What cannot be read any more is as good as somebody else's."""
    try:
        text = placed.path.read_text("utf-8-sig")
    except (OSError, ValueError):
        return Origin(placed.content.id, None, "")
    return Origin(placed.content.id, placed.path, text)


def is_own(of: Origin) -> bool:
    """Whether a plan is saved in its place: it lies in the person's own folder."""
    return of.path is not None and of.path.is_relative_to(paths.own_plans())


def save(plan: Plan, of: Origin, taken: Iterable[str]) -> Saved:
    """Save a plan: in its place if it is one's own, else as a new one.

    What another program has written into the file meanwhile is left, too: then it becomes a new
    one.

    Args:
        plan: what is saved.
        of: where it came from.
        taken: ids that plans have.

    Raises:
        UpstanderError: it could not be written; what stood there is as it was.

    """
    if of.path is not None and is_own(of) and _unchanged(of):
        return _put(plan, of.path, of.text)
    files = {one.stem for one in paths.own_plans().glob("*.yaml")}
    made = fresh.own(plan, files | set(taken))
    saved = _put(made, paths.own_plans() / f"{made.id}.yaml", "")
    _take_translations_along(of, made.id)
    return saved


def _take_translations_along(of: Origin, new_id: str) -> None:
    """Put beside a copy what was translated of the plan: it holds for all that stays the same.

    Without it the copy is in one language; that is no reason to lose what was just saved.
    """
    for language, place in translation.catalogues(of.path, of.id).items() if of.path else ():
        with suppress(OSError, ValueError):
            text = translation.text(place)
            saving.put(paths.own_plans() / f"{new_id}.{language}.po", text.encode())


def _unchanged(of: Origin) -> bool:
    try:
        return of.path is not None and of.path.read_text("utf-8-sig") == of.text
    except (OSError, ValueError):
        return False


def _put(plan: Plan, place: Path, before: str) -> Saved:
    text = written(plan)
    # Comments and an order of one's own would be gone.
    by_hand = "#" in before
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if by_hand:
            saving.put(place.with_name(place.name + BEFORE), before.encode())
        saving.put(place, text.encode())
    except OSError as error:
        raise _cannot(error) from error
    return Saved(plan, Origin(plan.id, place, text), by_hand)


def _cannot(error: OSError) -> UpstanderError:
    import errno

    kinds = {errno.ENOSPC: NoRoom, errno.EACCES: ReadOnlyPlace, errno.EROFS: ReadOnlyPlace}
    return kinds.get(error.errno or 0, UpstanderError)(
        _("The plan could not be saved."),
        _("What you changed still stands here, and the plan on the disk is as it was."),
        _("Make room on the disk, or print the plan, then try again."),
        str(error),
    )
