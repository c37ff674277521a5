"""What is said of a step that was taken back, or done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring import called
from trainer.language import _

if TYPE_CHECKING:
    from trainer.authoring.desk import Step


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
