"""Another story in a part of a plan: what was said of the story before does not stay with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer import paths
from trainer.authoring.forms import writing
from trainer.plans.reading import PLANS
from trainer.scenario.files.gathering import gather

if TYPE_CHECKING:
    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.plans.model import Segment


@dataclass(frozen=True, slots=True)
class Followed:
    """What went with the old story: whether the title followed, and what became of the notes.

    ``left`` tells that there are notes that somebody wrote: they stay, and may be of another story.
    """

    title: bool = False
    emptied: bool = False
    left: bool = False


def choose(
    step: Step,
    document: Document,
    part: Path,
    story: str,
    titles: dict[str, str],
) -> Followed:
    """Let a part tell another story.

    The title follows if it is still the old story's, or that of a part that came along with it;
    notes that came along with it go. What somebody wrote stays.

    Args:
        step: what it is part of.
        document: the plan.
        part: where the part stands.
        story: the id of the new story.
        titles: titles of the stories there are, by id.

    Raises:
        CannotChangeError: the text is broken.

    """
    old, title, notes = (_said(document, (*part, key)) for key in ("scenario", "title", "notes"))
    writing.write(step, document, (*part, "scenario"), story)
    if old == story:
        return Followed()
    its = [one for one in _shipped() if one.scenario == old] if old else []
    known = {_spaced(titles.get(old, "")), *(_spaced(one.title) for one in its)}
    follows = story in titles and (not title or title in known)
    if follows:
        writing.write(step, document, (*part, "title"), titles[story])
    emptied = bool(notes) and notes in {_spaced(one.notes or "") for one in its}
    if emptied:
        writing.take(step, document, (*part, "notes"))
    return Followed(follows and bool(title), emptied, bool(notes and old and not emptied))


def _shipped() -> list[Segment]:
    """Give the parts of the plans that come along, also where one's own stands in their place."""
    plans = gather(PLANS, paths.built_in_plans(), ())
    return [part for placed in plans.placed for part in placed.content.segments.values()]


def _said(document: Document, path: Path) -> str:
    said = document.data(path)
    return _spaced(said) if isinstance(said, str) else ""


def _spaced(text: str) -> str:
    return " ".join(text.split())
