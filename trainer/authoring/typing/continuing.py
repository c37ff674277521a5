"""How a line goes on after Enter: as far in as it ought to be, and with a dash in a list."""

from __future__ import annotations

import re
from typing import Final

from trainer.authoring import formats
from trainer.authoring.typing import lexing
from trainer.authoring.typing.at_cursor import head_of, holder_of, is_inside
from trainer.scenario.files.tables import Dialogue, ListOf, Shaped, Ways

STEP: Final = "  "

_EMPTY_ITEM: Final = re.compile(r" *(?:- *)+$")
_BLOCK: Final = re.compile(r"[|>][0-9+-]*\s*(?:\s#.*)?$")
_OPENS: Final = re.compile(r":\s*(?:\s#.*)?$")


def lead_after(text: str, offset: int, format_name: str) -> str | None:
    """Give what the next line begins with; None: this line's dash goes, as nothing is behind it.

    Args:
        text: of the file.
        offset: where Enter is pressed.
        format_name: of the file.

    """
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start:offset]
    rest = text[offset : len(text) if end < 0 else end].strip()
    if is_inside(text, start, line):
        return " " * lexing.indent_of(line)
    if _EMPTY_ITEM.fullmatch(line) and not rest and line.strip():
        return None
    head = head_of(line)
    if not line[: head.column].strip() and not line.strip():
        return line
    holder = holder_of(text, start, head)
    last = head.dashes[-1] if head.dashes else None
    value = line[head.end :] if head.key is not None else line[head.column :]
    if _BLOCK.fullmatch(value.strip()):
        column = head.column if head.key is not None or last is None else last
        return " " * column + STEP
    if head.key is not None and _OPENS.search(line[head.end - 1 :]) and not value.strip():
        inside = formats.type_at(format_name, (*holder, head.key))
        return " " * head.column + STEP + ("- " if isinstance(inside, ListOf | Dialogue) else "")
    if last is not None and _is_words(format_name, holder):
        return " " * last + "- "
    return " " * head.column


def _is_words(format_name: str, holder: tuple[str | int, ...]) -> bool:
    """Whether the entry of a list at a path is one line as a rule: a sentence, or what one says."""
    above = formats.type_at(format_name, holder[:-1])
    if isinstance(above, Dialogue | Ways):
        return True
    return isinstance(above, ListOf) and not isinstance(above.item, Shaped)
