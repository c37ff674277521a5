"""Beginning a workshop from a plan: what it needs gathered, its folder and journal made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.errors import KeepingError
from trainer.language import _
from trainer.workshop import material
from trainer.workshop.clock import SystemClock
from trainer.workshop.journal.journal import Journal, cannot
from trainer.workshop.keeping import dates, deleting, folders
from trainer.workshop.workshop import Workshop

if TYPE_CHECKING:
    from trainer.help.directory import Directory
    from trainer.pages.collection import Collection as Pages
    from trainer.plans.model import Plan
    from trainer.scenario.files.gathering import Placed
    from trainer.scenario.libraries.library import Library
    from trainer.workshop.clock import Clock
    from trainer.workshop.material import Material


def from_plan(
    placed: Placed[Plan],
    library: Library,
    pages: Pages,
    directory: Directory,
    *,
    keeps: bool = True,
    keep_days: int | None = None,
) -> Workshop:
    """Make a workshop of a plan; it has not begun yet.

    Args:
        placed: the plan, with the file that it stands in.
        library: where its scenarios are.
        pages: pages about the method.
        directory: help entries.
        keeps: whether anything is kept; without, it cannot be gone on with after a crash.
        keep_days: days after it until it is deleted; as the plan says, if None.

    Raises:
        MaterialError: something that the plan needs is not there.
        ScenarioError: a scenario cannot be played.
        KeepingError: it cannot be kept; see :func:`begin`.

    """
    try:
        source = placed.path.read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        raise material.MaterialError(
            _("The plan “%(title)s” cannot be read.") % {"title": placed.content.title},
            next_step=_("Look whether its file is still there."),
            details=str(error),
        ) from error
    made = material.gather(placed.content, source, library, pages, directory, placed.path)
    return begin(made, keeps=keeps, keep_days=keep_days)


def begin(
    made: Material,
    *,
    keeps: bool = True,
    keep_days: int | None = None,
    clock: Clock | None = None,
) -> Workshop:
    """Make a workshop of what was gathered; it has not begun yet.

    Raises:
        KeepingError: it cannot be kept; nothing was made, and with ``keeps=False`` it can be
            held all the same.

    """
    if not keeps:
        return Workshop(made, None, clock, keep_days=keep_days)
    clock = clock or SystemClock()
    days = made.plan.keep_days if keep_days is None else keep_days
    wall = clock.wall()
    try:
        folder = folders.new(wall)
    except OSError as error:
        raise cannot(error) from error
    head = {
        "id": folder.name,
        "title": made.plan.title,
        "made_at": round(wall),
        "keep_days": days,
        "made": material.to_plain(made),
    }
    try:
        journal = Journal.begin(folders.journal(folder), head)
    except KeepingError:
        deleting.discard(folder)
        raise
    dates.note(wall)
    return Workshop(made, journal, clock, keep_days=days)


def drop(workshop: Workshop) -> None:
    """Let go of a workshop that did not begin, and of its folder; one that did is only closed."""
    folder = workshop.folder
    workshop.close()
    if folder is not None and workshop.state.began is None:
        deleting.discard(folder)
