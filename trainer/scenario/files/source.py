"""Bytes to events: what is not UTF-8, not printable, too large or not YAML ends here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from trainer.scenario.model import Mark
from trainer.scenario.problems import Hint, Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST: Final = 8 * 1024 * 1024
"""Bytes that a file may have."""

BAD: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Characters that no text may hold: controls, odd line ends, and what YAML forbids."""

REPLACED: Final = "\ufffd"
"""Stands for a bad character while reading goes on."""

MOST_NAMED: Final = 1000
"""Places of bad characters that are named one by one; a binary file has millions."""

_FINE_BYTES: Final = bytes({9, 10, 13, *range(32, 127), *range(128, 256)})
_BAD_BYTES: Final = re.compile(
    b"\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]|\xef(?:\xbb\xbf|\xbf[\xbe\xbf])"
)
_BOM: Final = b"\xef\xbb\xbf"
_BREAK: Final = re.compile("\r\n|\r|\n")


def text_of(data: bytes) -> tuple[str, list[Problem]]:
    """Decode a file.

    Returns:
        The text, with each bad character replaced by one that YAML takes, so that
        reading can go on; and the problems. The text is empty if the bytes are no text.

    """
    if len(data) > LARGEST:
        return "", [problem("too-large", Mark(), limit=LARGEST // 2**20)]
    data = data.removeprefix(_BOM)
    try:
        text = data.decode()
    except UnicodeDecodeError as wrong:
        before = data[: wrong.start].decode()
        place = mark_at(before, len(before))
        return "", [problem("not-utf8", place, hint=Hint("save-utf8"))]
    if not data.translate(None, _FINE_BYTES) and not _BAD_BYTES.search(data):
        return text, []
    return BAD.sub(REPLACED, text), bad_characters(text)


def mark_at(text: str, index: int) -> Mark:
    """Give line and column of the character at ``index``."""
    line, start = 1, 0
    for found in _BREAK.finditer(text, 0, index):
        line += 1
        start = found.end()
    return Mark(line, index - start + 1)


def bad_characters(text: str) -> list[Problem]:
    """Name every bad character of a text; a run of them counts once."""
    found = []
    line, start, behind = 1, 0, -1
    for match in re.finditer(f"{_BREAK.pattern}|{BAD.pattern}", text):
        if match.group()[0] in "\r\n":
            line += 1
            start = match.end()
            continue
        if match.start() != behind:
            name = f"U+{ord(match.group()):04X}"
            found.append(
                problem("bad-character", Mark(line, match.start() - start + 1), character=name)
            )
        behind = match.end()
        if len(found) == MOST_NAMED:
            break
    return found


def events(text: str) -> Iterator[Any]:
    """Parse into PyYAML's events, in C, or in Python where PyYAML was built without C.

    Returns:
        The events; ``start_mark`` and ``end_mark`` count lines, columns and characters
        from 0. The iterator raises ``yaml.YAMLError`` where the text is not YAML.

    """
    try:
        from yaml import cyaml
    except ImportError:
        return python_events(text)
    parser = cyaml.CParser(text)  # type: ignore[attr-defined]  # the stubs do not know it
    return iter(parser.get_event, None)


def python_events(text: str) -> Iterator[Any]:
    """Parse into PyYAML's events in Python, some fifteen times as slow."""
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class PythonParser(Reader, Scanner, Parser):
        def __init__(self, text: str) -> None:
            Reader.__init__(self, text)
            Scanner.__init__(self)
            Parser.__init__(self)

    return iter(PythonParser(text).get_event, None)
