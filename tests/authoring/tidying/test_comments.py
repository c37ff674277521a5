"""Whatever comments a file of any format has: each is there, beside what it was beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from trainer import paths
from trainer.authoring.source.nodes import Mapping, Scalar, Sequence, plain
from trainer.authoring.source.parts import read_whole
from trainer.authoring.tidying.tidying import tidied

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.authoring.source.lines import Path as Place
    from trainer.authoring.source.nodes import Node

TEMPLATES: Final = paths.assets() / "templates"
FILES: Final = [
    *sorted(TEMPLATES.glob("*.yaml")),
    min((paths.assets() / "pages").glob("*.yaml"), key=lambda one: one.stat().st_size),
]


def entries(node: Node, path: Place = ()) -> Iterator[tuple[Place, Scalar, Node]]:
    """Go through keys with what they hold, all but those inside of braces."""
    if isinstance(node, Mapping) and not node.flow:
        for key, value in node.pairs():
            assert isinstance(key, Scalar)
            yield (*path, key.value), key, value
            yield from entries(value, (*path, key.value))
    elif isinstance(node, Sequence) and not node.flow:
        for at, item in enumerate(node.items):
            yield from entries(item, (*path, at))


def commented(text: str, above: set[int], beside: set[int]) -> str:
    """Put comments above some keys that begin a line, and behind some values; each says where."""
    root = read_whole(text)
    assert root is not None
    put: list[tuple[int, str]] = []
    for number, (path, key, value) in enumerate(entries(root)):
        start = text.rfind("\n", 0, key.start) + 1
        name = "/".join(map(str, path))
        if number % 40 in above and not text[start : key.start].strip():
            put.append((start, f"{text[start : key.start]}# above {name}\n"))
        single = isinstance(value, Scalar) and value.style not in ("|", ">") and value.value
        if number % 40 in beside and single and "\n" not in text[key.start : value.end]:
            put.append((value.end, f"  # beside {name}"))
    for at, new in sorted(put, reverse=True):
        text = text[:at] + new + text[at:]
    return text


def places_of_comments(text: str) -> dict[str, str]:
    """Give the path of the key beside or below which each comment stands."""
    root = read_whole(text)
    assert root is not None
    keys = {key.start: "/".join(map(str, path)) for path, key, _value in entries(root)}
    found, at = {}, 0
    waiting: list[str] = []
    for line in text.split("\n"):
        begins = at + len(line) - len(line.lstrip(" -"))
        at += len(line) + 1
        if "# above " in line:
            waiting.append(line[line.index("# ") :])
        elif line.strip():
            if "# beside " in line:
                waiting.append(line[line.index("# beside ") :])
            found.update(dict.fromkeys(waiting, keys.get(begins, "")))
            waiting = []
    return found


@settings(max_examples=30)
@given(
    file=st.sampled_from(FILES),
    above=st.sets(st.integers(0, 39)),
    beside=st.sets(st.integers(0, 39)),
    windows=st.booleans(),
)
def test_each_comment_stays_with_what_it_is_about(
    file: Path, above: set[int], beside: set[int], windows: bool
) -> None:
    text = commented(file.read_text("utf-8"), above, beside)
    once = tidied(text.replace("\n", "\r\n") if windows else text)
    if windows:
        assert once.count("\n") == once.count("\r\n")
        once = once.replace("\r\n", "\n")
    assert tidied(once) == once
    before, after = read_whole(text), read_whole(once)
    assert before is not None
    assert after is not None
    assert plain(after) == plain(before)
    assert once.count("# above ") + once.count("# beside ") == (
        text.count("# above ") + text.count("# beside ")
    )
    for comment, place in places_of_comments(once).items():
        assert place == comment.split(" ", 2)[2]
