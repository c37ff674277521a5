"""What is done with a choice as a whole, each one step, and said to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.forms import entries, switching, writing
from trainer.authoring.outline import Kind
from trainer.authoring.scenes.naming import choice_names, from_words
from trainer.language import _

if TYPE_CHECKING:
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.form.writer import Writer


def add(writer: Writer, scene: Path) -> Path | None:
    """Add a choice at the end of a scene's; give where it is."""
    there = writer.data((*scene, "choices"))
    at = len(there) if isinstance(there, list) else 0
    path = (*scene, "choices", at)
    taken = choice_names(writer.document, str(scene[1]))
    with writer.step(_("Add a choice"), path) as step:
        fresh = switching.fresh_choice(taken)
        if at:
            step.insert(writer.document, path, fresh)
        else:
            switching.way_on(step, writer.document, scene, Kind.CHOICES)
    return path if writer.data(path) is not None else None


def move(writer: Writer, path: Path, by: int) -> int:
    """Move a choice by some places; give its place then."""
    to = path
    with writer.step(_("Move a choice"), path) as step:
        to = entries.move(step, writer.document, path, by)
    count = len(writer.data(path[:-1]) or ())
    at = int(to[-1])
    said = _("Now choice %(n)d of %(count)d.") % {"n": at + 1, "count": count}
    writer.bench.context.announce(said)
    return at


def remove(writer: Writer, path: Path, *, shown: Path | None = None) -> bool:
    """Take a choice out; tell whether that was done. ``shown`` is what shows when it is back."""
    before = len(writer.data(path[:-1]) or ())
    with writer.step(_("Delete a choice"), path if shown is None else shown) as step:
        step.took = path
        writing.take(step, writer.document, path)
    gone = len(writer.data(path[:-1]) or ()) < before
    if gone:
        said = _("The choice is gone. Ctrl Z brings it back.")
        writer.bench.say(said, _("Undo"), writer.bench.undo)
    return gone


def double(writer: Writer, path: Path) -> bool:
    """Put a choice there twice, the second with a name of its own; tell whether that was done."""
    made = None
    taken = choice_names(writer.document, str(path[1]))
    named = writer.data((*path, "id"))
    with writer.step(_("Duplicate a choice"), path) as step:
        made = entries.double(step, writer.document, path)
        if isinstance(named, str):
            name = from_words(named, taken, "choice")
            step.put(writer.document, (*made, "id"), name)
    if made is not None:
        writer.bench.context.announce(_("The choice is there twice now."))
    return made is not None
