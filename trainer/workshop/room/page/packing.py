"""Makes scripts and styles shorter, so that a page stays small on a slow network.

It knows just the JavaScript that is written here: every statement ends with a semicolon or a
brace, there are no template literals, no shorthand in objects (``{a}``, ``{a() {}}``), and no
name is both declared and somebody else's.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKENS: Final = re.compile(
    r"""(?P<gap>\s+|//[^\n]*)
    |(?P<text>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")
    |(?P<name>[A-Za-z_$][\w$]*)
    |(?P<number>\d[\w.]*)
    |(?P<sign>=>|\.\.\.|[^\w\s])""",
    re.VERBOSE,
)
_PATTERN: Final = re.compile(r"/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_BEFORE_PATTERN: Final = frozenset([*"(=:,!&|?[", "return"])
_KEPT: Final = frozenset(
    re.findall(
        r"\w+",
        "async await break case catch const continue default delete do else false finally for "
        "function if in instanceof let new null of return switch this throw true try typeof "
        "undefined var void while yield",
    )
)

Token = tuple[str, str]


def script(text: str) -> str:
    """Give a script without blanks and comments, and with short names for what it declares."""
    tokens = list(_tokens(text))
    short = _short(tokens)
    out = ""
    for at, (kind, token) in enumerate(tokens):
        told = short.get(token, token) if kind == "name" and not _is_key(tokens, at) else token
        if out and _joins(out[-1]) and _joins(told[0]):
            out += " "
        out += told
    return out


def _tokens(text: str) -> Iterator[Token]:
    at, before = 0, ""
    while at < len(text):
        is_pattern = text[at] == "/" and text[at + 1] != "/" and before in _BEFORE_PATTERN
        found = _PATTERN.match(text, at) if is_pattern else _TOKENS.match(text, at)
        if found is None:
            raise ValueError(text[at : at + 40])
        at = found.end()
        if found.lastgroup != "gap":
            before = found[0]
            yield found.lastgroup or "", before


def _joins(sign: str) -> bool:
    return sign.isalnum() or sign in "_$"


def _is_key(tokens: list[Token], at: int) -> bool:
    """Tell whether a name is a property's: after a dot, or before the colon of an object."""
    before = tokens[at - 1][1] if at else ""
    after = tokens[at + 1][1] if at + 1 < len(tokens) else ""
    return before == "." or (after == ":" and before in ("{", ","))


def _short(tokens: list[Token]) -> dict[str, str]:
    """Give short names: to what occurs most often the shortest."""
    declared = {
        token
        for at, (kind, token) in enumerate(tokens)
        if kind == "name" and token not in _KEPT and _is_declared(tokens, at)
    }
    uses: dict[str, int] = dict.fromkeys(sorted(declared), 0)
    others: set[str] = set()
    for at, (kind, token) in enumerate(tokens):
        if kind != "name" or _is_key(tokens, at):
            continue
        if token in uses:
            uses[token] += 1
        else:
            others.add(token)
    free = (name for name in _names() if name not in others and name not in _KEPT)
    return dict(zip(sorted(uses, key=lambda one: (-uses[one], one)), free, strict=False))


def _is_declared(tokens: list[Token], at: int) -> bool:
    """Tell whether a name is declared there: a function, a constant, or what a function takes."""
    before = tokens[at - 1][1] if at else ""
    after = tokens[at + 1][1] if at + 1 < len(tokens) else ""
    if before in ("function", "const", "let") or after == "=>":
        return True
    return before in ("(", ",", "...") and after in (")", ",") and _is_taken(tokens, at)


def _is_taken(tokens: list[Token], at: int) -> bool:
    """Tell whether a name stands between the brackets of what a function takes."""
    left = right = at
    while tokens[left][1] != "(":
        left -= 1
        if left < 0 or not (tokens[left][0] == "name" or tokens[left][1] in "(,..."):
            return False
    while tokens[right][1] != ")":
        right += 1
        if not (tokens[right][0] == "name" or tokens[right][1] in "),..."):
            return False
    follows = tokens[right + 1][1]
    leads = [token for _kind, token in tokens[max(0, left - 2) : left]]
    return follows == "=>" or (follows == "{" and ("function" in leads or leads[-1:] == ["catch"]))


def _names() -> Iterator[str]:
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    yield from letters
    for number in count():
        for letter in letters:
            yield f"{letter}{number}"


def style(text: str) -> str:
    """Give a style without blanks that mean nothing."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,]) ?", r"\1", text)
    text = re.sub(r"([\w)]): ", r"\1:", text)
    return text.replace(";}", "}").strip()
