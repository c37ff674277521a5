"""Who is seen in a scene: those who are ticked, or whoever speaks if nobody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.forms.switching import speaker
from trainer.authoring.outline import Kind
from trainer.authoring.source.parts import SPLIT
from trainer.scenario.model import YOU, YOU_THINK

if TYPE_CHECKING:
    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.forms.known import Known, Person
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data


def seen(scene: dict[str, Data]) -> list[str]:
    """Give the keys of those who are in the picture of a scene, in order."""
    ticked = scene.get("present")
    if ticked:
        return [str(one) for one in (ticked if isinstance(ticked, list) else [ticked])]
    lines = scene.get("lines")
    said = [speaker(one) for one in lines] if isinstance(lines, list) else []
    return list(dict.fromkeys(one for one in said if one not in ("", YOU, YOU_THINK)))


def missing(scene: dict[str, Data], known: Known) -> Person | None:
    """Give the first who is targeted and not in the picture; of a planned scene, nobody."""
    if Kind.STUB.value in scene:
        return None
    there = seen(scene)
    targeted = (one for one in known.cast if one.targeted)
    return next((one for one in targeted if one.key not in there), None)


def come_in(step: Step, document: Document, line: Path, who: str) -> None:
    """Let somebody who speaks now be in the picture, where those who are in it are ticked.

    Raises:
        CannotChangeError: the text is broken.

    """
    if len(line) != 4 or line[0] != SPLIT or line[2] != "lines":
        return
    path = (*line[:2], "present")
    ticked = document.data(path)
    cast = document.data(("cast",))
    somebody = isinstance(cast, dict) and who in cast
    if somebody and isinstance(ticked, list) and ticked and who not in ticked:
        step.insert(document, (*path, len(ticked)), who)
