"""Where the lines of scenes stand in a file, and moving lines as they are, comments included."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trainer.authoring.document import CannotChangeError
from trainer.authoring.source import writing
from trainer.authoring.source.around import dash, entry_span, line_end, line_start
from trainer.authoring.source.nodes import Mapping, Scalar, Sequence, is_same
from trainer.authoring.source.parts import SPLIT
from trainer.authoring.source.splices import Splice

if TYPE_CHECKING:
    from trainer.authoring.desk import Step
    from trainer.authoring.document import Document
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data, Node
    from trainer.authoring.source.parts import Part


class Lay(NamedTuple):
    """The lines of a scene, or of a key in it, without the last line end.

    ``start`` is where the comments right above begin, ``key`` the line of the key.
    """

    start: int
    key: int
    end: int


def has_lines(document: Document) -> bool:
    """Whether each scene stands in lines of its own."""
    return bool(document.scenes())


def scene_lay(document: Document, name: str) -> Lay:
    """Give the lines of a scene.

    Raises:
        CannotChangeError: it is not there, or not in lines of its own.

    """
    part = document.scenes().get(name)
    if part is None or not isinstance(part.root, Mapping):
        raise CannotChangeError((SPLIT, name))
    return _lay(document.text, part, part.root.keys[0], part.root.values[0])


def key_lays(document: Document, name: str) -> dict[str, Lay]:
    """Give the lines of each key of a scene; nothing if it stands in braces."""
    part = document.scenes().get(name)
    inside = part.root.values[0] if part is not None and isinstance(part.root, Mapping) else None
    if part is None or not isinstance(inside, Mapping) or inside.flow:
        return {}
    return {
        key.value: _lay(document.text, part, key, value)
        for key, value in inside.pairs()
        if isinstance(key, Scalar)
    }


def item_lays(document: Document, path: Path) -> list[Lay]:
    """Give the lines of each entry of a list in lines; nothing if it stands in brackets."""
    part, holder = document.find(path) or (None, None)
    if part is None or not isinstance(holder, Sequence) or holder.flow:
        return []
    text = document.text[part.start : part.end]
    lays = []
    for place, item in enumerate(holder.items):
        first = dash(text, holder, place)
        start, _end = entry_span(text, first, item.end)
        end = _line_end(text, item.end)
        lays.append(Lay(part.start + start, part.start + line_start(text, first), part.start + end))
    return lays


def _lay(text: str, part: Part, key: Node, value: Node) -> Lay:
    at, end = part.start + key.start, part.start + max(value.end, key.end)
    start, _end = entry_span(text, at, end)
    return Lay(start, line_start(text, at), _line_end(text, end))


def _line_end(text: str, end: int) -> int:
    """Give where the line of the last character before ``end`` ends."""
    return end - 1 if end and text[end - 1] == "\n" else line_end(text, end)


def swap(step: Step, document: Document, first: Lay, second: Lay) -> None:
    """Let lines change places with others below them, comments included."""
    text = document.text
    lines = [text[one.start : one.end] for one in (first, second)]
    step.splice(
        document,
        [
            Splice(first.start, first.end, lines[1]),
            Splice(second.start, second.end, lines[0]),
        ],
    )


def insert_scene(
    step: Step, document: Document, name: str, lines: list[str], after: str | None
) -> None:
    """Write a scene of some lines, without their indentation, behind another, or at the end."""
    scenes = document.scenes()
    behind = after if after in scenes else (list(scenes)[-1])
    part, lay = scenes[str(behind)], scene_lay(document, str(behind))
    indent = " " * part.column
    gap = "\n" if _has_gap(document, str(behind)) else ""
    written = "\n".join(f"{indent}{line}" if line else "" for line in lines)
    new = f"\n{gap}{written}"
    if "\r\n" in document.text[: document.text.find("\n") + 1]:
        new = new.replace("\r\n", "\n").replace("\n", "\r\n")
    step.splice(document, [Splice(lay.end, lay.end, new)])
    if name not in document.scenes():
        raise CannotChangeError((SPLIT, name))


def _has_gap(document: Document, name: str) -> bool:
    """Whether scenes are apart from each other by empty lines, judged beside this one."""
    names = list(document.scenes())
    at = names.index(name)
    first = at if at + 1 < len(names) else at - 1
    if first < 0 or first + 1 >= len(names):
        return False
    above, below = (scene_lay(document, one) for one in (names[first], names[first + 1]))
    return bool(document.text[above.end : below.start].strip(" \r") != "\n")


def put_scene(step: Step, document: Document, name: str, data: Data, after: str | None) -> None:
    """Write a scene behind another, or at the end; nothing of it stands in one line.

    Raises:
        CannotChangeError: it cannot be written there.

    """
    if not document.settle():
        raise CannotChangeError(())
    if not has_lines(document):
        step.put(document, (SPLIT, name), data)
        return
    lines = [f"{name}:", *writing.entries(data, _own_step(document))]
    insert_scene(step, document, name, lines, after)
    need(document, (SPLIT, name), data)


def _own_step(document: Document) -> str:
    """Give how far what is in a scene is indented in this file."""
    for name, part in document.scenes().items():
        for lay in key_lays(document, name).values():
            line = document.text[lay.key : lay.end]
            return " " * max(1, len(line) - len(line.lstrip(" ")) - part.column)
    return writing.STEP


def need(document: Document, path: Path, data: Data) -> None:
    """Make sure of what stands somewhere now.

    Raises:
        CannotChangeError: something else does.

    """
    if document.broken is not None or not is_same(document.data(path), data):
        raise CannotChangeError(path)
