"""What is done with a thing of a file as a whole, each one step, and said to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.forms import entries, things, writing
from trainer.authoring.scenes.naming import numbered
from trainer.language import _

if TYPE_CHECKING:
    from trainer.authoring.forms.things import Sort
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.form.writer import Writer


def add(writer: Writer, sort: Sort, holder: Path) -> Path | None:
    """Add a thing at the end; give where it is."""
    there = writer.data(holder)
    keys = things.keys_of(there)
    fresh = dict(sort.fresh)
    if sort.named:
        taken = [one.get(sort.named) for one in there or () if isinstance(one, dict)]
        fresh[sort.named] = numbered(str(fresh[sort.named]), [str(one) for one in taken])
    path: Path = (*holder, len(keys))
    if _has_names(writer, holder):
        taken_keys = [str(one) for one in keys]
        path = (*holder, numbered(_STEMS.get(sort.key, "one"), taken_keys))
    with writer.step(_("add something"), path) as step:
        if keys and isinstance(path[-1], int):
            step.insert(writer.document, path, fresh)
        else:
            writing.write(step, writer.document, path, fresh)
    return path if writer.data(path) is not None else None


_STEMS = {"drills": "drill", "reflections": "card", "entries": "entry", "places": "place",
          "segments": "part", "sources": "source"}  # fmt: skip
"""What the things are called in the file; nobody reads these names in a sentence."""


def _has_names(writer: Writer, holder: Path) -> bool:
    there = writer.data(holder)
    return isinstance(there, dict) or (there is None and str(holder[-1]) in _STEMS)


def move(writer: Writer, path: Path, by: int) -> int:
    """Move a thing by some places; give its place then."""
    to = path
    with writer.step(_("move something"), path) as step:
        to = entries.move(step, writer.document, path, by)
    keys = things.keys_of(writer.data(path[:-1]))
    at = keys.index(to[-1]) if to[-1] in keys else 0
    writer.bench.context.announce(
        _("Now number %(n)d of %(count)d.") % {"n": at + 1, "count": len(keys)}
    )
    return at


def remove(writer: Writer, path: Path) -> bool:
    """Take a thing out; tell whether that was done."""
    before = len(things.keys_of(writer.data(path[:-1])))
    with writer.step(_("remove something"), path[:-2]) as step:
        writing.take(step, writer.document, path)
    gone = len(things.keys_of(writer.data(path[:-1]))) < before
    if gone:
        said = _("It is gone. Ctrl Z brings it back.")
        writer.bench.context.notice(said, _("Undo"), writer.bench.undo)
    return gone
