"""Conditions as a few tests that all hold, or of which one does; and the language they stand in.

What cannot be said so (brackets, "and" beside "or") is left to a line of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from trainer.authoring.called import PLAIN, Names
from trainer.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.authoring.source.nodes import Data

_JOINTS: Final = re.compile(r"\s+(and|or)\s+")
_PART: Final = re.compile(
    r"(?P<no>not\s+)?(?P<name>[A-Za-z][A-Za-z0-9_]*)"
    r"(?:\s*(?P<sign>==|!=|<=|>=|<|>)\s*(?P<value>[0-9]+|true|false))?"
)
_KEPT: Final = frozenset({"and", "or", "not", "true", "false"})

SIGNS: Final[Mapping[str, str]] = {
    ">=": N_("is at least"),
    "<=": N_("is at most"),
    "==": N_("is exactly"),
    "!=": N_("is not"),
    ">": N_("is more than"),
    "<": N_("is less than"),
}
"""How numbers are compared, in words."""

_NUMBER_WORDS: Final[Mapping[str, str]] = {
    ">=": N_("“%(name)s” is at least %(value)s"),
    "<=": N_("“%(name)s” is at most %(value)s"),
    "==": N_("“%(name)s” is exactly %(value)s"),
    "!=": N_("“%(name)s” is not %(value)s"),
    ">": N_("“%(name)s” is more than %(value)s"),
    "<": N_("“%(name)s” is less than %(value)s"),
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison; of what is only so or not so, ``sign`` is ``==`` and the value a boolean."""

    name: str
    sign: str
    value: str

    @property
    def is_boolean(self) -> bool:
        """Whether it asks if something is so."""
        return self.value in ("true", "false")


@dataclass(frozen=True, slots=True)
class Comparisons:
    """Comparisons that all have to hold, or, if ``any_of``, one of them."""

    tests: tuple[Comparison, ...]
    any_of: bool = False


def read(source: str) -> Comparisons | None:
    """Read a condition; None if it is more than a few tests."""
    pieces = _JOINTS.split(source.strip())
    words = set(pieces[1::2])
    if len(words) > 1:
        return None
    tests = [_test(piece) for piece in pieces[::2]]
    if any(one is None for one in tests):
        return None
    return Comparisons(tuple(one for one in tests if one is not None), words == {"or"})


def _test(piece: str) -> Comparison | None:
    found = _PART.fullmatch(piece)
    if found is None or found["name"] in _KEPT:
        return None
    sign, value = found["sign"], found["value"]
    if sign is None:
        return Comparison(found["name"], "==", "false" if found["no"] else "true")
    if found["no"]:
        return None
    if value in ("true", "false"):
        if sign not in ("==", "!="):
            return None
        return Comparison(found["name"], "==", str((value == "true") == (sign == "==")).lower())
    return Comparison(found["name"], sign, value)


def written(tests: Comparisons) -> str:
    """Write tests in the language of conditions."""
    return (" or " if tests.any_of else " and ").join(map(_written, tests.tests))


def _written(test: Comparison) -> str:
    if test.is_boolean:
        return test.name if test.value == "true" else f"not {test.name}"
    return f"{test.name} {test.sign} {test.value}"


def in_words(source: str, names: Names = PLAIN) -> str:
    """Say a condition in the reader's language; as it is written if it is more than a few tests."""
    tests = read(source)
    if tests is None:
        return source.strip()
    whole, *others = [_in_words(one, names) for one in tests.tests]
    for other in others:
        joined = _("%(one)s or %(other)s") if tests.any_of else _("%(one)s and %(other)s")
        whole = joined % {"one": whole, "other": other}
    return whole


def _in_words(test: Comparison, names: Names) -> str:
    if test.is_boolean:
        said = _("“%(name)s” is so") if test.value == "true" else _("“%(name)s” is not so")
    else:
        said = _(_NUMBER_WORDS[test.sign])
    return said % {"name": names.memory(test.name), "value": test.value}


def fresh(state: Data) -> Comparison | None:
    """Give a test to begin with, of the first thing that the story remembers."""
    name = next(iter(state), None) if isinstance(state, dict) else None
    return None if name is None else usual(name, state)


def usual(name: str, state: Mapping[str, Data]) -> Comparison:
    """Give the test that is asked most of something that the story remembers."""
    return (
        Comparison(name, "==", "true") if is_boolean(state, name) else Comparison(name, ">=", "1")
    )


def is_boolean(state: Data, name: str) -> bool:
    """Whether something that the story remembers is only so or not so."""
    return isinstance(state, dict) and state.get(name) in ("true", "false")
