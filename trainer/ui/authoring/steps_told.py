"""Where a step is shown that is taken back or done again; what is said of it, or why it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring import called
from trainer.authoring.desk import Place
from trainer.authoring.plain_file import PlainFile
from trainer.language import _

if TYPE_CHECKING:
    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document


def taken_back(step: Step) -> str:
    """Say what was taken back, and in which scene, if the step does not say so itself."""
    scene = _scene_of(step)
    if scene:
        return _("Taken back in “%(scene)s”: %(what)s") % {"scene": scene, "what": step.words}
    return _("Taken back: %(what)s") % {"what": step.words}


def done_again(step: Step) -> str:
    """Say what was done again, and in which scene, if the step does not say so itself."""
    scene = _scene_of(step)
    if scene:
        return _("Done again in “%(scene)s”: %(what)s") % {"scene": scene, "what": step.words}
    return _("Done again: %(what)s") % {"what": step.words}


def _scene_of(step: Step) -> str:
    document, path = step.at
    scene = called.scene(document, str(path[1])) if len(path) > 1 and path[0] == "scenes" else ""
    return "" if scene in step.words else scene


def place_of(step: Step, here: Document | None) -> Place:
    """Where a step is shown: in what is looked at, if that is one of what it changes."""
    if here is None or step.at.document is here:
        return step.at
    for change in step.changes:
        if change.document is here:
            return Place(here, here.path_at(change.splices[0].start) if change.splices else ())
    return Place(here, ()) if isinstance(step.at.document, PlainFile) else step.at


def why_not(document: Document | None) -> str:
    """Say why no step can be done."""
    if document is not None and document.fixed:
        return _("This file is only looked at here. Save a copy to change that one.")
    if document is not None and document.broken is not None:
        return _("The text cannot be read at the moment. Mend it in the text first.")
    return _("This cannot be changed here. It can be changed in the text.")
