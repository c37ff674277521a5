"""Between Markdown as scenarios have it and plain text: both ways, nothing rendered.

Scenario texts know paragraphs, emphasis, lists and links. Plain text keeps a link's
address, for it may be what somebody needs.
"""

from __future__ import annotations

import re

_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_LINK = re.compile(r"\[([^\[\]]*)\]\(\s*<?([^\s()<>]+)>?[^()]*\)")
_AUTOLINK = re.compile(r"<((?:https|mailto|tel):[^\s<>]+)>")
_STRONG = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=[^\s\\])\1")
_STAR = re.compile(r"(?<!\\)\*(?=\S)(.+?)(?<=[^\s\\])\*")
# Inside a word an underscore is part of it, as in snake_case.
_UNDERSCORE = re.compile(r"(?<![\\\w])_(?=\S)(.+?)(?<=[^\s\\])_(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+")
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|]")
_LOOKS_LIKE_ITEM = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))", re.MULTILINE)


def paragraphs(markdown: str) -> tuple[str, ...]:
    """Give the paragraphs as plain text; an entry of a list stays on a line of its own."""
    found = (_block(block) for block in _PARAGRAPHS.split(markdown.strip()))
    return tuple(block for block in found if block)


def plain(markdown: str) -> str:
    """Give the whole as plain text, paragraphs one after another on lines of their own."""
    return "\n".join(paragraphs(markdown))


def escaped(text: str) -> str:
    """Write plain text so that Markdown shows it as it is, line breaks included."""
    safe = _SPECIAL.sub(r"\\\g<0>", text.strip())
    safe = _LOOKS_LIKE_ITEM.sub(_escaped_item, safe)
    return safe.replace("\n", "  \n")


def _escaped_item(found: re.Match[str]) -> str:
    space, sign = found.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"


def _block(block: str) -> str:
    lines: list[str] = []
    for line in block.splitlines():
        item = _ITEM.match(line)
        if item or not lines:
            lines.append(line.strip())
        else:
            lines[-1] += " " + line.strip()
    return "\n".join(_inline(line) for line in lines if line)


def _inline(text: str) -> str:
    mark = _ITEM.match(text)
    start = text[: mark.end()] if mark else ""
    text = text[len(start) :]
    text = _LINK.sub(_link, text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _STRONG.sub(r"\2", text)
    text = _STAR.sub(r"\1", text)
    text = _UNDERSCORE.sub(r"\1", text)
    return ("- " if start.strip() in ("*", "+") else start) + _ESCAPED.sub(r"\1", text)


def _link(found: re.Match[str]) -> str:
    label, address = found.groups()
    bare = address.removeprefix("mailto:").removeprefix("tel:")
    return label if label in (address, bare) else f"{label} ({bare})"
