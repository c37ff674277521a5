"""What a file that is no scenario has, line by line: the file itself, then its things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from trainer.authoring.forms import fields, things
from trainer.authoring.forms.formats_fields import WHOLES
from trainer.authoring.forms.things import Sort, Thing
from trainer.authoring.plainly.told import tell
from trainer.language import _, ngettext
from trainer.scenario import kind_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.scenario.problems import Problem


class Line(NamedTuple):
    """A line: what it stands for, what it says, in smaller words below, and at its end.

    ``one`` is how a screen reader says what it is ("Drill 2"); empty for the file itself.
    ``marks`` is how much there is to look at.
    """

    thing: Thing
    title: str
    below: str = ""
    beside: str = ""
    one: str = ""
    marks: int = 0


class Group(NamedTuple):
    """Things of one sort, in order."""

    sort: Sort
    lines: tuple[Line, ...]


class Listing(NamedTuple):
    """All of a file."""

    whole: Line
    groups: tuple[Group, ...]

    def lines(self) -> Iterator[Line]:
        """Go through all lines, from the top."""
        yield self.whole
        for group in self.groups:
            yield from group.lines


def listing(document: Document, problems: Sequence[Problem] = ()) -> Listing:
    """Give what a file has, with how much there is to look at in each."""
    sort = WHOLES[document.format]
    counts: dict[Path, int] = {}
    for told in tell(document, problems):
        at = things.top(sort, document, told.path).path
        counts[at] = counts.get(at, 0) + 1
    groups = tuple(_group(document, inner, counts) for inner in sort.sorts)
    title = document.data(("title",))
    said = " ".join(title.split()) if isinstance(title, str) else ""
    whole = Line(Thing(sort, ()), _(sort.heading), said, _length(document), "", counts.get((), 0))
    return Listing(whole, groups)


def _group(document: Document, sort: Sort, counts: dict[Path, int]) -> Group:
    given = document.data((sort.key,))
    lines = []
    for at, key in enumerate(things.keys_of(given), start=1):
        path: Path = (sort.key, key)
        data = given[key]
        told = data if isinstance(data, dict) else {}
        below, beside = _BELOW.get(sort.key, _nothing)(told), _BESIDE.get(sort.key, _nothing)(told)
        one = _(sort.one) % {"n": at}
        title = things.called(sort, told)
        below = "" if below == title else below
        lines.append(Line(Thing(sort, path), title, below, beside, one, counts.get(path, 0)))
    return Group(sort, tuple(lines))


def _length(document: Document) -> str:
    """Say how long a plan is."""
    parts = document.data(("segments",))
    if not isinstance(parts, dict):
        return ""
    count = sum(_number(one.get("minutes")) for one in parts.values() if _is_told(one))
    return kind_words.minutes(count)


def _is_told(data: object) -> bool:
    return isinstance(data, dict)


def _number(written: object) -> int:
    return int(written) if isinstance(written, str) and written.isdecimal() else 0


def _nothing(_data: dict[str, Any]) -> str:
    return ""


def _of_drill(data: dict[str, Any]) -> str:
    replies = data.get("replies")
    count = len(replies) if isinstance(replies, list) else 0
    return ngettext("%(n)d reply", "%(n)d replies", count) % {"n": count}


def _of_part(data: dict[str, Any]) -> str:
    """Say what a part is, and what it can be cut to."""
    kind = fields.word_for("kind", str(data.get("kind", "")))
    least = data.get("least")
    if not isinstance(least, str) or _number(least) >= _number(data.get("minutes")):
        return kind
    known = {"kind": kind, "n": _number(least)}
    if not known["n"]:
        return _("%(kind)s · can be left out") % known
    return ngettext("%(kind)s · at least %(n)d min", "%(kind)s · at least %(n)d min",
                    _number(least)) % known  # fmt: skip


def _of_entry(data: dict[str, Any]) -> str:
    needs = data.get("needs")
    named = [fields.word_for("needs", one) for one in needs or () if isinstance(one, str) and one]
    return _(", ").join(named)


def _of_section(data: dict[str, Any]) -> str:
    text = data.get("text")
    words = len(text.split()) if isinstance(text, str) else 0
    return ngettext("%(n)d word", "%(n)d words", words) % {"n": words}


def _part_minutes(data: dict[str, Any]) -> str:
    return kind_words.minutes(_number(data.get("minutes")))


_BELOW: Final[dict[str, Callable[[dict[str, Any]], str]]] = {
    "drills": _of_drill, "segments": _of_part, "entries": _of_entry, "sections": _of_section,
}  # fmt: skip
_BESIDE: Final[dict[str, Callable[[dict[str, Any]], str]]] = {"segments": _part_minutes}
