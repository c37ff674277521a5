"""Plain text on its way into a Markdown document."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|&]")
_LOOKS_LIKE_ITEM = re.compile(r"^(\s*)([-+=~]|\d+(?=[.)]))", re.MULTILINE)


def escaped(text: str) -> str:
    """Write plain text so that Markdown shows it as it is, line breaks included."""
    safe = _SPECIAL.sub(r"\\\g<0>", text.strip())
    safe = _LOOKS_LIKE_ITEM.sub(_item, safe)
    return safe.replace("\n", "  \n")


def _item(found: re.Match[str]) -> str:
    space, sign = found.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"
