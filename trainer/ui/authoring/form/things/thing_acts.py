"""What is done with a thing of a file as a whole, each one step, and said to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.authoring import formats
from trainer.authoring.forms import entries, things, writing
from trainer.authoring.scenes.naming import numbered
from trainer.language import _

if TYPE_CHECKING:
    from trainer.authoring.forms.things import Sort
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.ui.authoring.form.writer import Writer


def add(
    writer: Writer,
    sort: Sort,
    holder: Path,
    *,
    beginning: int = 0,
    fresh: Data = None,
    after: str | int | None = None,
) -> Path | None:
    """Add a thing; give where it is.

    Args:
        writer: what is written with.
        sort: what it is.
        holder: where its like stand.
        beginning: which of the things that it can begin with it does.
        fresh: what it begins with instead.
        after: key of the one behind which it stands; at the end, if None.

    """
    there = writer.data(holder)
    keys = things.keys_of(there)
    made = dict(fresh if fresh is not None else [sort.fresh, *_others(sort)][beginning])
    if fresh is None and made.get("unconfirmed"):
        made["unconfirmed"] = _(str(made["unconfirmed"]))
    if made.get("page") == "":
        made["page"] = _page(writer, there)
    if sort.named:
        taken = [one.get(sort.named) for one in there or () if isinstance(one, dict)]
        made[sort.named] = numbered(str(made[sort.named]), [str(one) for one in taken])
    path: Path = (*holder, len(keys))
    if _has_names(writer, holder):
        stem = str(made["kind"]) if "kind" in made else _stem(writer, sort)
        path = (*holder, numbered(stem, [str(one) for one in keys]))
    with writer.step(_("Add something"), path) as step:
        if keys and isinstance(path[-1], int):
            step.insert(writer.document, path, made)
        else:
            writing.write(step, writer.document, path, made)
        if after in keys:
            path = entries.move(step, writer.document, path, keys.index(after) + 1 - len(keys))
    return path if writer.data(path) is not None else None


def _page(writer: Writer, slides: Data) -> str:
    """Give the page that a new slide is of at first: as the last one, else the first there is."""
    used = [one["page"] for one in slides or () if isinstance(one, dict) and "page" in one]
    pages = writer.bench.context.method.pages()
    return str(used[-1]) if used else pages[0].content.id if pages else ""


def _others(sort: Sort) -> list[Any]:
    return [fresh for _words, fresh in sort.others]


_STEMS = {"drills": "drill", "reflections": "card", "entries": "entry", "places": "place",
          "segments": "part", "sources": "source"}  # fmt: skip
"""What the things are called in the file; nobody reads these names in a sentence."""


def _stem(writer: Writer, sort: Sort) -> str:
    """Give what a new thing is called in the file: in a list of help after the list.

    All lists share the names of their entries and places.
    """
    id_ = writer.data(("id",))
    shares = writer.document.format == formats.HELP
    return id_ if shares and isinstance(id_, str) and id_ else _STEMS.get(sort.key, "one")


def _has_names(writer: Writer, holder: Path) -> bool:
    there = writer.data(holder)
    return isinstance(there, dict) or (there is None and str(holder[-1]) in _STEMS)


def double(writer: Writer, path: Path) -> Path:
    """Put a thing there twice; give where the second one is."""
    made = path
    with writer.step(_("Duplicate something"), path) as step:
        made = entries.double(step, writer.document, path)
    return made


def move(writer: Writer, path: Path, by: int) -> int:
    """Move a thing by some places; give its place then."""
    to = path
    with writer.step(_("Move something"), path) as step:
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
    with writer.step(_("Take something out"), path) as step:
        writing.take(step, writer.document, path)
    gone = len(things.keys_of(writer.data(path[:-1]))) < before
    if gone:
        said = _("It is gone. Ctrl Z brings it back.")
        writer.bench.say(said, _("Undo"), writer.bench.undo)
    return gone
