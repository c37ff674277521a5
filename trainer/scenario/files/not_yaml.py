"""What an author most likely did where YAML gives up, and what to do about it.

YAML's own messages speak of tokens. Nearly every file that is not YAML fails for one of
a handful of reasons, and dialogue has most of them: a colon, a quotation mark, a star.
"""

from __future__ import annotations

import re
from typing import Any, Final

from trainer.scenario.files.source import mark_at
from trainer.scenario.model import Mark
from trainer.scenario.problems import Hint, Problem, problem

_BARE_KEY: Final = re.compile(r"\s*(?:- +)*[\w-]+\s*")
_ODD_SPACE: Final = re.compile(
    r"\s*(?:- +)*[\w-]+:(?P<sign>[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000])"
)
_NEGATED: Final = re.compile(r"\bwhen: *!(?=\s*(\w*))")
_EXPECTED: Final = ("did not find expected", "but found", "but got")
MERGED: Final = re.compile(
    r"^<{7}(?: .*)?$\n?(?P<one>(?:^.*\n)*?)(?:^\|{7}.*\n(?:^.*\n)*?)?^={7}\r?\n"
    r"(?P<other>(?:^.*\n)*?)^>{7}(?: .*)?(?:\n|\Z)",
    re.M,
)
"""Two versions of some lines, between the marks that git leaves where it cannot choose."""

_SIGNS: Final = "*&!%@`|>?"


def merged_in(text: str) -> Problem | None:
    """Say where a merge has left two versions of some lines; None if nowhere.

    Most often YAML stumbles over the marks. In a text in quotation marks they would be words of
    the story. Until one of the two is chosen, nothing else helps.
    """
    merged = MERGED.search(text) if "<<<<<<<" in text else None
    if merged is None:
        return None
    first = mark_at(text, merged.start())
    last = first.line + merged[0].rstrip("\r\n").count("\n")
    hint = Hint("choose-side")
    return problem("not-yaml", first, "merge", hint=hint, first=first.line, last=last)


def explain(text: str, wrong: Any) -> Problem:
    """Turn an error of PyYAML into a problem at the place that has to be changed.

    Args:
        text: the whole file.
        wrong: a ``yaml.YAMLError``; most know their place.

    """
    place = getattr(wrong, "problem_mark", None)
    if place is None:
        reason = str(getattr(wrong, "reason", "") or wrong).splitlines()[0]
        return problem("not-yaml", Mark(), reason=reason)
    lines = re.split("\r\n|\r|\n", text)
    line = lines[place.line] if place.line < len(lines) else ""
    return (
        _odd_space(wrong, lines)
        or _scanning(wrong, line)
        or _unclosed(wrong, text, line)
        or _quoted(wrong, line)
        or _colon(wrong, line, place)
        or _structure(wrong, line)
        or problem("not-yaml", _mark(place), reason=str(wrong.problem))
    )


def _mark(place: Any) -> Mark:
    return Mark(place.line + 1, place.column + 1)


def _said(wrong: Any, *parts: str) -> bool:
    words = f"{wrong.context or ''} / {wrong.problem or ''}"
    return any(part in words for part in parts)


def _odd_space(wrong: Any, lines: list[str]) -> Problem | None:
    """A sign behind a key's colon that looks like a space, as phones and web pages have them."""
    start = wrong.context_mark or wrong.problem_mark
    if not _said(wrong, "could not find expected ':'") or start.line >= len(lines):
        return None
    found = _ODD_SPACE.match(lines[start.line])
    if found is None:
        return None
    sign = f"U+{ord(found['sign']):04X}"
    mark = Mark(start.line + 1, found.start("sign") + 1)
    return problem("not-yaml", mark, "odd-space", hint=Hint("common-space"), sign=sign)


def _scanning(wrong: Any, line: str) -> Problem | None:
    """Tabs, and texts that start with a sign that means something to YAML."""
    place = wrong.problem_mark
    char = line[place.column : place.column + 1]
    if char == "\t" and _said(wrong, "cannot start any token", "tab character"):
        return problem("not-yaml", _mark(place), "tab", hint=Hint("spaces"))
    negated = _NEGATED.search(line)
    if negated and _said(wrong, "tag"):
        hint = Hint("write-not", {"name": negated.group(1)})
        return problem("not-yaml", Mark(place.line + 1, negated.end()), "sign", hint=hint, sign="!")
    start = wrong.context_mark or place
    if _said(wrong, "cannot start any token"):
        sign, start = char, place
    elif _said(wrong, "scanning an alias"):
        sign = "*"
    elif _said(wrong, "scanning an anchor"):
        sign = "&"
    elif _said(wrong, "scanning a tag", "parsing a tag", "tag handle"):
        sign = "!"
    elif _said(wrong, "scanning a block scalar"):
        sign = line[start.column : start.column + 1]
    else:
        return None
    return problem("not-yaml", _mark(start), "sign", hint=Hint("quote-sign"), sign=sign)


def _unclosed(wrong: Any, text: str, line: str) -> Problem | None:
    """A quotation mark that opens a text and never closes, or closes where the next one opens."""
    if _said(wrong, "scanning a quoted scalar") and _said(wrong, "end of stream", "document ind"):
        start = _mark(wrong.context_mark)
        return problem("not-yaml", start, "unclosed-quotes", hint=Hint("quote-quotes"))
    place = wrong.problem_mark
    before = line[: place.column].rstrip()
    if not _said(wrong, *_EXPECTED) or not before.endswith(('"', "'")):
        return None
    closes = place.index - (place.column - len(before)) - 1
    opens = text.rfind(before[-1], 0, closes)
    if opens < 1 or text[opens - 1] not in " [{," or "\n" not in text[opens:closes]:
        return None
    return problem("not-yaml", mark_at(text, opens), "unclosed-quotes", hint=Hint("quote-quotes"))


def _quoted(wrong: Any, line: str) -> Problem | None:
    """Quotation marks that close too early, and brackets that start a text."""
    place = wrong.problem_mark
    if not _said(wrong, *_EXPECTED):
        return None
    before = line[: place.column].rstrip()
    if before.endswith(('"', "'")):
        return problem("not-yaml", _mark(place), "quotes", hint=Hint("quote-quotes"))
    if before.endswith(("]", "}")):
        sign = "[" if before.endswith("]") else "{"
        return problem("not-yaml", _mark(place), "sign", hint=Hint("quote-sign"), sign=sign)
    if before.lstrip("- ").startswith("*") or re.search(r": +\*\w+$", before):
        return problem("not-yaml", _mark(place), "sign", hint=Hint("quote-sign"), sign="*")
    return None


def _colon(wrong: Any, line: str, place: Any) -> Problem | None:
    """A colon in a text; where it follows a bare key, the line is indented wrongly."""
    if not _said(wrong, "mapping values are not allowed", "unexpected ':'"):
        return None
    if _BARE_KEY.fullmatch(line[: place.column]):
        return problem("not-yaml", _mark(place), "indent", hint=Hint("align"))
    return problem("not-yaml", _mark(place), "colon", hint=Hint("quote-colon"))


def _structure(wrong: Any, line: str) -> Problem | None:
    """Lines that do not stand where they belong, and brackets that stay open."""
    place = wrong.problem_mark
    if _said(wrong, "could not find expected ':'"):
        return problem("not-yaml", _mark(wrong.context_mark or place), "no-colon")
    if _said(wrong, "parsing a flow"):
        start = _mark(wrong.context_mark or place)
        return problem("not-yaml", start, "unclosed-bracket", hint=Hint("quote-sign-open"))
    if _said(wrong, "parsing a block"):
        return problem("not-yaml", _mark(place), "indent", hint=Hint("align"))
    if line[place.column : place.column + 1] in tuple(_SIGNS):
        sign = line[place.column]
        return problem("not-yaml", _mark(place), "sign", hint=Hint("quote-sign"), sign=sign)
    return None
