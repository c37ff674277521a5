"""The small language of ``when``: names, whole numbers, comparisons, and, or, not, brackets.

::

    either     = both { "or" both }
    both       = negated { "and" negated }
    negated    = { "not" } comparison
    comparison = operand [ ( "==" | "!=" | "<" | "<=" | ">" | ">=" ) operand ]
    operand    = number | "true" | "false" | name | "(" either ")"

It is parsed once into nested closures; nothing of the host language is ever evaluated.
Python's stack grows with brackets only, and those end at :data:`MOST_BRACKETS`.
"""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from trainer.scenario.model import Value

    Test = Callable[[Mapping[str, Value]], Any]

MOST_BRACKETS: Final = 40
"""Brackets that may stand inside each other."""

WORDS: Final = frozenset({"and", "or", "not", "true", "false"})
"""Words of the language; no variable may be called so."""

_COMPARE: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}

_TOKEN = re.compile(
    r"[ \t\r\n]*(?:(?P<number>[0-9]+)(?![A-Za-z0-9_])|(?P<name>[A-Za-z][A-Za-z0-9_]*)"
    r"|(?P<compare>[=!<>]=|<(?!>)|>)|(?P<bracket>[()])|(?P<end>\Z))"
)
_OTHER = re.compile(r"&&|\|\||=>|=<|<>|[0-9A-Za-z_]+|\S", re.ASCII)
_BLANK = re.compile(r"[ \t\r\n]*")
_LARGE: Final = 10**6
"""Stands for every larger number: no value of state comes near it."""

_MEANT: Final[dict[str, str]] = {
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
    "!": "not",
    "=": "==",
    "=>": ">=",
    "=<": "<=",
    "<>": "!=",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """A ``when`` that parses and mixes no types. Equal if written equally."""

    source: str
    names: frozenset[str] = field(compare=False)
    test: Test = field(compare=False, repr=False)

    def holds(self, state: Mapping[str, Value]) -> bool:
        """Tell whether it holds for these values; ``state`` has all of :attr:`names`."""
        return bool(self.test(state))

    def __reduce__(self) -> tuple[object, ...]:
        """Be sent to another process as what was written, which is read again there."""
        return parse, (self.source, dict.fromkeys(self.names))


@dataclass(frozen=True, slots=True)
class ConditionError:
    """What is wrong with a ``when``, ``offset`` characters into it.

    ``code`` is bad-condition, unknown-variable or too-deep; ``case`` and ``params`` are
    those of :mod:`trainer.scenario.problems`. ``meant`` is what the author probably
    meant, if that is clear.
    """

    offset: int
    code: str
    case: str = ""
    params: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
    meant: str | None = None


class _SyntaxError(Exception):
    def __init__(self, error: ConditionError) -> None:
        super().__init__(error.case)
        self.error = error


@dataclass(frozen=True, slots=True)
class _Term:
    """A part of an expression. ``kind`` is bool, int, or None where a name is unknown."""

    at: int
    kind: type | None
    test: Test
    text: str


def parse(source: str, types: Mapping[str, type | None]) -> Condition | tuple[ConditionError, ...]:
    """Read a condition.

    Args:
        source: the expression as written.
        types: for each variable of state ``bool`` or ``int``, or None if its definition
            is wrong, in which case it goes with everything.

    Returns:
        The condition; or what is wrong with it, in order: the first error of syntax, or
        else every unknown name and mixed type.

    """
    try:
        parser = _Parser(source, types)
        term = parser.whole()
    except _SyntaxError as wrong:
        return (wrong.error,)
    if parser.errors:
        return tuple(sorted(parser.errors, key=lambda error: error.offset))
    return Condition(source, frozenset(parser.names), term.test)


def names_in(source: str) -> list[tuple[int, str]]:
    """Give the names in an expression, and where each begins, whether or not it parses."""
    found: list[tuple[int, str]] = []
    at = 0
    while at < len(source):
        token = _TOKEN.match(source, at) or _OTHER.search(source, at)
        if token is None:
            break
        name = token.groupdict().get("name")
        if name and name not in WORDS:
            found.append((token.start("name"), name))
        at = max(token.end(), at + 1)
    return found


def _constant(value: Value, state: Mapping[str, Value]) -> Value:
    return value


class _Parser:
    def __init__(self, source: str, types: Mapping[str, type | None]) -> None:
        self.source = source
        self.types = types
        self.errors: list[ConditionError] = []
        self.names: set[str] = set()
        self.depth = 0
        self.next_at = 0
        self.advance()

    def advance(self) -> None:
        """Step to the next token: ``kind``, ``text`` and ``at`` describe it."""
        found = _TOKEN.match(self.source, self.next_at)
        if found is None:
            self.stop_at_stranger()
        else:
            self.kind = found.lastgroup or "end"
            self.text = found.group(self.kind)
            self.at = found.start(self.kind)
            self.next_at = found.end()

    def stop_at_stranger(self) -> None:
        """Report what no token starts with."""
        blank = _BLANK.match(self.source, self.next_at)
        start = blank.end() if blank else self.next_at
        found = _OTHER.match(self.source, start)
        text = found.group() if found else self.source[start]
        case = "arithmetic" if text in "+-*/%" else "stranger"
        self.fail(start, case, meant=_MEANT.get(text), text=text)

    def fail(self, at: int, case: str, meant: str | None = None, **params: str | int) -> None:
        raise _SyntaxError(
            ConditionError(at, "bad-condition", case, MappingProxyType(params), meant)
        )

    def whole(self) -> _Term:
        term = self.either()
        if self.kind != "end":
            self.fail_unexpected()
        self.want_boolean(term)
        return term

    def fail_unexpected(self) -> None:
        """Report a token that cannot stand here."""
        if self.kind == "end":
            self.fail(self.at, "unfinished")
        if self.kind == "compare":
            self.fail(self.at, "chained", text=self.text)
        word = self.text.lower()
        meant = word if self.kind == "name" and word in WORDS and word != self.text else None
        meant = "==" if self.text == "is" else meant
        self.fail(self.at, "stranger", meant=meant, text=self.text)

    def want_boolean(self, term: _Term) -> None:
        if term.kind is int:
            self.complain(term.at, "not-boolean", text=term.text)

    def complain(self, at: int, case: str, **params: str | int) -> None:
        self.errors.append(ConditionError(at, "bad-condition", case, MappingProxyType(params)))

    def either(self) -> _Term:
        return self.joined("or", self.both, _any)

    def both(self) -> _Term:
        return self.joined("and", self.negated, _all)

    def joined(self, word: str, part: Callable[[], _Term], join: Callable[..., Any]) -> _Term:
        first = part()
        if self.text != word:
            return first
        terms = [first]
        while self.text == word:
            self.advance()
            terms.append(part())
        for term in terms:
            self.want_boolean(term)
        tests = tuple(term.test for term in terms)
        return _Term(first.at, bool, partial(join, tests), first.text)

    def negated(self) -> _Term:
        start, count = self.at, 0
        while self.text == "not":
            self.advance()
            count += 1
        term = self.comparison()
        if not count:
            return term
        self.want_boolean(term)
        test = partial(_not, term.test) if count % 2 else term.test
        return _Term(start, bool, test, term.text)

    def comparison(self) -> _Term:
        left = self.operand()
        if self.kind != "compare":
            return left
        sign = self.text
        self.advance()
        right = self.operand()
        if self.kind == "compare":
            self.fail_unexpected()
        self.check_kinds(left, sign, right)
        return _Term(left.at, bool, _comparing(left, _COMPARE[sign], right), left.text)

    def check_kinds(self, left: _Term, sign: str, right: _Term) -> None:
        kinds = {left.kind, right.kind}
        if kinds == {bool, int}:
            self.complain(left.at, "mixed", left=left.text, right=right.text)
        elif bool in kinds and sign not in ("==", "!="):
            self.complain(left.at, "ordered", text=left.text, sign=sign)

    def operand(self) -> _Term:
        at, text = self.at, self.text
        if self.kind == "number":
            self.advance()
            digits = text.lstrip("0")
            value = int(digits or "0") if len(digits) < 7 else _LARGE
            return _Term(at, int, partial(_constant, value), text)
        if self.kind == "bracket" and text == "(":
            return self.bracketed()
        if text in ("true", "false"):
            self.advance()
            return _Term(at, bool, partial(_constant, text == "true"), text)
        if self.kind != "name" or text in WORDS:
            self.fail_unexpected()
        return self.variable()

    def bracketed(self) -> _Term:
        start = self.at
        self.depth += 1
        if self.depth > MOST_BRACKETS:
            limit = MappingProxyType({"limit": MOST_BRACKETS})
            raise _SyntaxError(ConditionError(start, "too-deep", "condition", limit))
        self.advance()
        inside = self.either()
        if self.text != ")":
            if self.kind == "end":
                self.fail(start, "unclosed")
            self.fail_unexpected()
        self.depth -= 1
        self.advance()
        return _Term(start, inside.kind, inside.test, inside.text)

    def variable(self) -> _Term:
        at, name = self.at, self.text
        self.advance()
        if self.text == "(":
            self.fail(self.at, "call", text=name)
        kind = None
        if name in self.types:
            kind = self.types[name]
            self.names.add(name)
        else:
            params = MappingProxyType({"name": name})
            self.errors.append(ConditionError(at, "unknown-variable", "condition", params))
        return _Term(at, kind, operator.itemgetter(name), name)


def _any(tests: tuple[Test, ...], state: Mapping[str, Value]) -> bool:
    return any(test(state) for test in tests)


def _all(tests: tuple[Test, ...], state: Mapping[str, Value]) -> bool:
    return all(test(state) for test in tests)


def _not(test: Test, state: Mapping[str, Value]) -> bool:
    return not test(state)


def _comparing(left: _Term, compare: Callable[[Any, Any], Any], right: _Term) -> Test:
    one, other = left.test, right.test

    def test(state: Mapping[str, Value]) -> Any:
        return compare(one(state), other(state))

    return test
