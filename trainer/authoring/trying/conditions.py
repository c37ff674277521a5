"""A ``when`` taken apart, so that one can say which part of it does not hold.

Only of conditions that were read without a fault. ``not`` is carried inwards, so that what is left
are comparisons, joined by "all of" and "one of".
"""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from trainer.scenario.model import Condition, Value

_SIGNS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_AGAINST: Final = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_TURNED: Final = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
_TOKEN: Final = re.compile(r"[0-9]+|[A-Za-z][A-Za-z0-9_]*|[=!<>]=|[<>()]")
_LARGEST: Final = 10**6


@dataclass(frozen=True, slots=True)
class Compared:
    """``name`` beside a value, or beside what ``other`` names."""

    name: str
    sign: str
    wanted: Value = 0
    other: str = ""

    def against(self, state: Mapping[str, Value]) -> Value:
        """Give what it is compared with."""
        return state[self.other] if self.other else self.wanted

    def holds(self, state: Mapping[str, Value]) -> bool:
        """Tell whether it is true of what the story remembers then."""
        return _SIGNS[self.sign](state[self.name], self.against(state))

    def negated(self) -> Compared:
        """Give the opposite."""
        return Compared(self.name, _AGAINST[self.sign], self.wanted, self.other)

    def distance(self, state: Mapping[str, Value]) -> int:
        """Give how far it is from holding; 0 if it does."""
        if self.holds(state):
            return 0
        return max(1, abs(int(state[self.name]) - int(self.against(state))))


@dataclass(frozen=True, slots=True)
class AllOf:
    """All parts have to hold; without any it always holds."""

    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class OneOf:
    """One part has to hold; without any it never holds."""

    parts: tuple[Part, ...] = ()


Part = Compared | AllOf | OneOf


def parts(condition: Condition | None) -> Part:
    """Take a condition apart; what has none always holds."""
    if condition is None:
        return AllOf()
    return _as_part(_Reader(condition.source).either(), wanted=True)


def names(part: Part) -> set[str]:
    """Give the names of what is compared."""
    if isinstance(part, Compared):
        return {part.name} | ({part.other} if part.other else set())
    return {name for one in part.parts for name in names(one)}


_Term = Any
"""A name, a value, or a tuple: ("and" | "or", terms), ("not", term), (sign, left, right)."""


class _Reader:
    """Reads what :mod:`trainer.scenario.conditions` has read without a fault."""

    def __init__(self, source: str) -> None:
        self._tokens: list[str] = [*_TOKEN.findall(source), ""]
        self._at = 0

    def _take(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1]

    @property
    def _next(self) -> str:
        return self._tokens[self._at]

    def either(self) -> _Term:
        return self._joined("or", lambda: self._joined("and", self._negated))

    def _joined(self, word: str, read: Callable[[], _Term]) -> _Term:
        found = [read()]
        while self._next == word:
            self._take()
            found.append(read())
        return found[0] if len(found) == 1 else (word, found)

    def _negated(self) -> _Term:
        count = 0
        while self._next == "not":
            self._take()
            count += 1
        term = self._comparison()
        return ("not", term) if count % 2 else term

    def _comparison(self) -> _Term:
        left = self._operand()
        if self._next not in _SIGNS:
            return left
        sign = self._take()
        return (sign, left, self._operand())

    def _operand(self) -> _Term:
        token = self._take()
        if token == "(":
            inside = self.either()
            self._take()
            return inside
        if token in ("true", "false"):
            return token == "true"
        if token.isdigit():
            digits = token.lstrip("0")
            return int(digits or "0") if len(digits) < 7 else _LARGEST
        return token


def _as_part(term: _Term, *, wanted: bool) -> Part:
    if isinstance(term, bool):
        return AllOf() if term is wanted else OneOf()
    if isinstance(term, str):
        return Compared(term, "==", wanted)
    sign, *rest = term
    if sign == "not":
        return _as_part(rest[0], wanted=not wanted)
    if sign in ("and", "or"):
        inside = tuple(_as_part(one, wanted=wanted) for one in rest[0])
        return AllOf(inside) if (sign == "and") is wanted else OneOf(inside)
    return _comparison(sign, rest[0], rest[1], wanted=wanted)


def _comparison(sign: str, left: _Term, right: _Term, *, wanted: bool) -> Part:
    if isinstance(left, tuple) or isinstance(right, tuple) or isinstance(left, bool):
        return _both_or_neither(left, right, wanted=(sign == "==") is wanted)
    if not isinstance(left, str) and isinstance(right, str):
        sign, left, right = _TURNED[sign], right, left
    if not isinstance(left, str):
        holds = _SIGNS[sign](left, right)
        return AllOf() if holds is wanted else OneOf()
    made = Compared(left, sign, other=right) if isinstance(right, str) else Compared(
        left, sign, right
    )  # fmt: skip
    return made if wanted else made.negated()


def _both_or_neither(left: _Term, right: _Term, *, wanted: bool) -> Part:
    """Take apart what compares two things that are so or not, and not only by their names."""

    def so(one: _Term, other: _Term) -> Part:
        return AllOf((_as_part(left, wanted=one), _as_part(right, wanted=other)))

    return OneOf((so(True, wanted), so(False, not wanted)))
