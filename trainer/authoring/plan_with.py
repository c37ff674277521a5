"""A plan of one's own in which the group goes through a story of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring import own
from trainer.authoring.desk import Desk, Place
from trainer.authoring.document import CannotChangeError, Document
from trainer.authoring.forms import another_story
from trainer.authoring.keeping import files, own_copies
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.plans.model import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path as File

    from trainer.authoring.source.lines import Path
    from trainer.plans.model import Plan
    from trainer.scenario.files.gathering import Placed


def fitting(plans: Iterable[Placed[Plan]], story: str) -> list[Placed[Plan]]:
    """Give the plans in which a story is told, those of one's own that tell this one first."""
    found = [one for one in plans if place_in(one.content) is not None]
    return sorted(found, key=lambda one: not has(one, story))


def has(plan: Placed[Plan], story: str) -> bool:
    """Whether a plan is one's own and tells a story already."""
    return own.is_own(plan.path) and place_in(plan.content, story) is not None


def place_in(plan: Plan, story: str = "") -> Path | None:
    """Give where a plan tells a story: this one, or any."""
    for key, part in plan.segments.items():
        if part.kind is Kind.SCENARIO and (not story or part.scenario == story):
            return ("segments", key)
    return None


def make(
    plan: Placed[Plan], story: str, titles: Mapping[str, str], taken: Collection[str], author: str
) -> File:
    """Lay a copy of a plan among one's own in which its first story is this one.

    Args:
        plan: the plan to begin with.
        story: id of the story.
        titles: titles of the stories there are, by id.
        taken: ids that the copy may not have.
        author: who writes it.

    Raises:
        UpstanderError: it could not be written; the plan is as it was.

    """
    path = own_copies.copy(plan.path, taken, author)
    document = Document(path, files.read(path).text)
    part = place_in(plan.content)
    try:
        if part is None or not document.settle():
            raise CannotChangeError(())
        with Desk().step(story, Place(document, part)) as step:
            another_story.choose(step, document, part, story, dict(titles))
        files.write(path, document.text)
    except (OSError, CannotChangeError) as error:
        raise UpstanderError(
            _("The story could not be put into the plan."),
            _("Your story is as it was. The plan is there, with the story that it had before."),
            _("Open the plan in Author, and choose your story there."),
            details=str(error),
        ) from error
    return path
