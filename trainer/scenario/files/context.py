"""What is known while one file is read: its names, its problems, how to report one."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from trainer.scenario.conditions import Condition, ConditionError, parse
from trainer.scenario.files import assets
from trainer.scenario.files.near import Finder
from trainer.scenario.files.nodes import Mapping, Opaque, Sequence, id_of, place_of
from trainer.scenario.files.positions import all_inside
from trainer.scenario.files.source import BAD, REPLACED
from trainer.scenario.problems import HARMLESS, Hint, Problem, did_you_mean, usual
from trainer.scenario.texts.markup import unsafe

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from trainer.scenario.files.assets import PictureFolder
    from trainer.scenario.files.nodes import Node
    from trainer.scenario.model import Mark

MOST_PROBLEMS: Final = 5000
"""Problems that are kept of one file; nobody reads more, and memory has an end."""

NULLS: Final = frozenset({"~", "null", "Null", "NULL"})


class Context:
    """One file while it is read.

    ``names`` are what may be referred to, by sort: the scenes, the cast, places, sources …
    They and ``types`` (of the variables) are None where their definition is missing or no
    mapping: then no name is unknown, because that was said already. ``top`` are the values
    of the file's keys before they are read; misspelt keys count.
    ``apart`` counts the errors of parts that can be left out by themselves, by name, and
    ``partly`` is the content without them.
    ``damaged`` tells that bad characters were reported, each replaced by U+FFFD: a word
    that has one is wrong because of it, and nothing more is said about the word.
    """

    def __init__(self, text: str, path: Path, data: bytes, today: datetime.date) -> None:
        self.text = text
        self.path = path
        self.data = data
        self.today = today
        self.problems: list[Problem] = []
        self.broken = False
        self.damaged = False
        self.apart: dict[str, int] = {}
        self.partly: Any = None
        self.top: dict[str, Node] = {}
        self.names: dict[str, Collection[str] | None] = {}
        self.types: dict[str, type | None] | None = {}
        self.finder = Finder()
        self.cuts = cut_ends(text)
        self.name_node: Node = None
        self.scene = ""
        self.choice: Mapping | None = None
        self._pictures: dict[str, frozenset[str]] = {}
        self._conditions: dict[str, Condition | tuple[ConditionError, ...]] = {}

    def report(
        self,
        code: str,
        place: Node | Mark,
        case: str = "",
        *,
        hint: Hint | None = None,
        **params: str | int,
    ) -> None:
        """Keep a problem at a node or a mark."""
        if self.damaged and REPLACED in (getattr(place, "value", None) or ""):
            return
        mark = place_of(place) if hasattr(place, "start_mark") else place
        self.keep([Problem(code, usual(code), mark, MappingProxyType(params), case, hint)])

    def keep(self, found: Iterable[Problem]) -> None:
        """Keep problems, as many as anybody reads."""
        for one in found:
            if one.code not in HARMLESS:
                self.broken = True
            if len(self.problems) < MOST_PROBLEMS:
                self.problems.append(one)

    def wrong_type(self, node: Node, key: str, case: str) -> None:
        """Report a value of the wrong kind, unless something was said about it already."""
        if isinstance(node, Opaque):
            self.broken = True
            return
        value = node.value if node.value is not None else _kind(node)
        self.report("wrong-type", node, case, hint=_type_hint(node, case), key=key, value=value)

    def near(self, word: str, known: Iterable[str]) -> Hint | None:
        """Give the hint with the nearest known word, or None."""
        return did_you_mean(self.finder.near(word, known))

    def condition(self, node: Node) -> Condition | None:
        """Read a condition; its problems are reported where they stand inside it."""
        source = node.value
        if self.damaged and REPLACED in source:
            return None
        if source not in self._conditions:
            types = self.types if self.types is not None else _Anything()
            self._conditions[source] = parse(source, types)
        found = self._conditions[source]
        if isinstance(found, Condition):
            return found
        errors = found[:MOST_PROBLEMS]
        places = all_inside(self.text, node, [error.offset for error in errors])
        for error, place in zip(errors, places, strict=True):
            self._report_condition(place, error)
        return None

    def _report_condition(self, place: Mark, error: ConditionError) -> None:
        hint = did_you_mean(error.meant)
        if error.code == "unknown-variable":
            hint = self.near(str(error.params["name"]), self.variables)
        elif error.case == "chained":
            hint = Hint("join-and")
        wrong = Problem(error.code, usual(error.code), place, error.params, error.case, hint)
        self.keep([wrong])

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """Names that a condition may hold."""
        return (*(self.types or ()), "true", "false")

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Names that may stand before a line."""
        return (*(self.names["cast"] or ()), "you", "you_think", "soft")

    @cached_property
    def about(self) -> tuple[str, ...]:
        """Names that may stand in feedback."""
        return (*(self.names["cast"] or ()), "headline", "why", "you")

    def pictures(self, folder: PictureFolder) -> frozenset[str]:
        """Built-in pictures of one folder."""
        if folder not in self._pictures:
            self._pictures[folder] = assets.built_in(folder)
        return self._pictures[folder]

    def check_markup(self, node: Node, text: str) -> None:
        """Report HTML, pictures and other links inside a text."""
        found_here = unsafe(text)[:MOST_PROBLEMS]
        places = all_inside(self.text, node, [found.at for found in found_here])
        for found, place in zip(found_here, places, strict=True):
            self.report("unsafe-markup", place, found.kind, text=found.text)

    def check_escapes(self, node: Node, text: str) -> bool:
        """Report characters that an escape smuggled in; tell whether there are any."""
        found = list(islice(BAD.finditer(text), MOST_PROBLEMS))
        places = all_inside(self.text, node, [bad.start() for bad in found])
        for bad, place in zip(found, places, strict=True):
            self.report("bad-character", place, character=f"U+{ord(bad.group()):04X}")
        return bool(found)

    def choice_name(self) -> str:
        """Give the id of the choice that is being read, or an empty text."""
        return id_of(self.choice) if self.choice is not None else ""


class _Anything(dict[str, Any]):
    """Types of variables that are not known: each goes with everything."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> None:
        return None


def _kind(node: Node) -> str:
    return "[…]" if isinstance(node, Sequence) else "{…}"


def _type_hint(node: Node, case: str) -> Hint | None:
    """What to do about a value of the wrong kind."""
    if case == "text" and isinstance(node, Mapping):
        return Hint("quote-colon")
    if case == "scene":
        return Hint("stub")
    if isinstance(node, (Mapping, Sequence)) or not node.value:
        return None
    if case == "list":
        return Hint("list-entry")
    word = node.value.lower()
    if node.style and case in ("number", "boolean", "value"):
        return Hint("no-quotes")
    if case in ("boolean", "value", "set-boolean") and word in _MEANT:
        return Hint("write-value", {"value": _MEANT[word]})
    return None


_MEANT: Final = {
    "yes": "true", "on": "true", "y": "true", "true": "true",
    "no": "false", "off": "false", "n": "false", "false": "false",
}  # fmt: skip


def cut_ends(text: str) -> frozenset[int]:
    """Give the places at which a plain text ends because `` #`` follows.

    A comment that keeps two spaces away, and has one after its sign, was meant as one.
    """
    found = set()
    at = text.find(" #")
    while at >= 0:
        start = at
        while start and text[start - 1] == " ":
            start -= 1
        after = text[at + 2 : at + 3]
        if start == at or (after and after not in " #\t\r\n"):
            found.add(start)
        at = text.find(" #", at + 1)
    return frozenset(found)
