"""Words of the map: what stands in a box, and one sentence that says all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.authoring import called
from trainer.authoring.outline import Kind
from trainer.language import N_, _, ngettext
from trainer.method import ds
from trainer.method.ds import D

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from trainer.authoring.layout.marks import Marks
    from trainer.authoring.outline import SceneLine, Way
    from trainer.ui.authoring.map.picture import Box

_KINDS: Final = {
    Kind.NEXT: N_("goes on"),
    Kind.STUB: N_("planned"),
    Kind.OPEN: N_("not finished"),
}


def d_of(way: Way) -> D | None:
    """Give what a way is; None if nothing known is written there."""
    return D(way.d) if way.d in tuple(D) else None


def detail(line: SceneLine | None) -> str:
    """Say how a scene goes on; None is one that is not there."""
    if line is None:
        return _("does not exist yet")
    if line.kind is Kind.CHOICES:
        return ngettext("%(count)s choice", "%(count)s choices", line.choices) % {
            "count": line.choices
        }
    if line.kind is Kind.ENDING:
        return called.ending(line.outcome)
    return _(_KINDS[line.kind])


def counted(marks: Marks) -> list[tuple[str, int, str]]:
    """Give what is to mend: sort, how many, and that in words."""
    sorts = (
        ("error", marks.errors, ngettext("%(n)s error", "%(n)s errors", marks.errors)),
        (
            "unwritten",
            marks.unwritten,
            ngettext("%(n)s to write", "%(n)s to write", marks.unwritten),
        ),
        ("warning", marks.warnings, ngettext("%(n)s warning", "%(n)s warnings", marks.warnings)),
        (
            "method",
            marks.findings,
            ngettext("%(n)s note on the method", "%(n)s notes on the method", marks.findings),
        ),
    )
    return [(sort, count, words % {"n": count}) for sort, count, words in sorts if count]


def state(marks: Marks) -> str:
    """Say whether a scene is reached and left; empty if it is."""
    if marks.stuck:
        return _("stuck")
    if marks.endless:
        return _("no way to an end")
    return _("cannot be reached") if marks.lost else ""


def hidden(count: int) -> str:
    """Say how many scenes hide behind a box."""
    return ngettext("+%(count)s scene", "+%(count)s scenes", count) % {"count": count}


def sentences(box: Box) -> list[str]:
    """Say all that a box shows, part by part."""
    said = [box.called, box.detail]
    if box.starts:
        said.append(_("the story starts here"))
    if state(box.marks):
        said.append(state(box.marks))
    said += [words for _sort, _count, words in counted(box.marks)]
    if box.pinned:
        said.append(_("pinned"))
    if box.behind:
        said.append(hidden(box.behind))
    return said


def told(box: Box) -> str:
    """Say all that a box shows as one line, for a tooltip or a screen reader."""
    return _comma(sentences(box))


def leads(ways: Iterable[tuple[str, Way]], title: Callable[[str], str]) -> str:
    """Say where the ways of a scene lead: each by its D, if it has one.

    ``title`` gives how a scene is called.
    """
    said = []
    for to, way in ways:
        d = d_of(way)
        if way.timer:
            said.append(_("when time is up, to %(scene)s") % {"scene": title(to)})
        elif d is None:
            said.append(_("leads to %(scene)s") % {"scene": title(to)})
        else:
            said.append(_("%(d)s leads to %(scene)s") % {"d": ds.name(d), "scene": title(to)})
    return _comma(dict.fromkeys(said))


def _comma(parts: Iterable[str]) -> str:
    return _(", ").join(parts)
