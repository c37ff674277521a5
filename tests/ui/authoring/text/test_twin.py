"""The text that shows and the document are the same, whichever of them changes."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextCursor

from trainer.authoring.document import Document
from trainer.authoring.source.splices import Splice
from trainer.ui.authoring.text import twin
from trainer.ui.authoring.text.offsets import Offsets
from trainer.ui.authoring.text.panel import TextPanel
from trainer.ui.authoring.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.scenes import Stage

PIECES = ("a", "é", "😀", " ", "\n", "\r\n", "\u00a0", "b: c")


def some(chance: random.Random, pieces: tuple[str, ...], most: int) -> str:
    return "".join(chance.choice(pieces) for _ in range(chance.randint(0, most)))


def qt_places(text: str) -> list[int]:
    """Qt's place of each character, counted one by one."""
    found, at = [], 0
    for place, letter in enumerate(text):
        found.append(at)
        if not (letter == "\r" and text.startswith("\r\n", place)):
            at += 2 if letter > "\uffff" else 1
    return [*found, at]


@pytest.mark.parametrize("seed", range(30))
def test_places_are_counted_as_qt_does_and_back(seed: int) -> None:
    chance = random.Random(seed)
    text = some(chance, PIECES, 30)
    offsets = Offsets(text)
    for _turn in range(12):
        truth = qt_places(text)
        at = chance.randint(0, len(text))
        if not text.startswith("\r\n", at - 1) or not at:
            assert offsets.to_qt(at) == truth[at]
            assert offsets.to_text(truth[at]) == at
        inside = chance.randint(0, truth[-1])
        found = offsets.to_text(inside)
        assert truth[found] in (inside, inside - 1)
        start, end = sorted(chance.choices(range(len(text) + 1), k=2))
        new = some(chance, PIECES, 3)
        text = text[:start] + new + text[end:]
        offsets.renew(text, start, new)


class Shown:
    """A text that shows, with a window of its own around it."""

    def __init__(self, stage: Stage, text: str) -> None:
        self.bench = Workbench(stage.context)
        self.panel = TextPanel(self.bench)
        self.bench.show(Document(Path("a.yaml"), text))
        self.panel.show()
        self.editor = self.panel.editor

    @property
    def text(self) -> str:
        assert self.bench.document is not None
        return self.bench.document.text

    def seen(self) -> str:
        document = self.editor.document()
        lines = (document.findBlockByNumber(at).text() for at in range(document.blockCount()))
        return "\n".join(lines)

    def write(self, start: int, end: int, new: str) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new)


@pytest.fixture
def shown(stage: Stage) -> Iterator[Shown]:
    made = Shown(stage, "")
    yield made
    made.panel.deleteLater()


def as_seen(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_typing_and_changes_from_elsewhere_leave_both_the_same(shown: Shown, breaks: str) -> None:
    for seed in range(6):
        chance = random.Random(seed)
        first = breaks.join(some(chance, ("a", "😀", " x"), 6) for _ in range(6)) + breaks
        shown.bench.show(Document(Path(f"{seed}{len(breaks)}.yaml"), first))
        for _turn in range(25):
            last = shown.editor.document().characterCount() - 1
            before = shown.text
            match chance.randint(0, 4):
                case 0 | 1:
                    start, end = sorted(chance.choices(range(last + 1), k=2))
                    end = min(end, start + 4)
                    seen = shown.seen()
                    # Nobody's cursor stands inside of an emoji.
                    places = set(qt_places(seen))
                    start = start if start in places else start - 1
                    end = end if end in places else end + 1
                    new = some(chance, ("a", "😀", "\n", "\u00a0"), 3)
                    shown.write(start, end, new)
                    units = seen.encode("utf-16-le")
                    typed = units[: 2 * start] + new.encode("utf-16-le") + units[2 * end :]
                    assert as_seen(shown.text) == typed.decode("utf-16-le")
                case 2:
                    start, end = sorted(chance.choices(range(len(before) + 1), k=2))
                    splices = [
                        Splice(start, min(end, start + 5), some(chance, ("b", "🙂", breaks), 3))
                    ]
                    if start > 2:
                        splices.append(Splice(0, 1, "cc"))
                    with shown.bench.step("x", ()) as step:
                        assert shown.bench.document is not None
                        step.splice(shown.bench.document, splices)
                case 3:
                    shown.bench.undo()
                case _:
                    shown.bench.redo()
            assert shown.seen() == as_seen(shown.text)
            if breaks == "\n":
                assert "\r" not in shown.text
        while shown.bench.desk.undoes is not None:
            shown.bench.undo()
            if shown.bench.document is not None and shown.bench.document.path.name[0] != str(seed):
                break
    assert shown.seen() == as_seen(shown.text)


@pytest.mark.parametrize(
    ("text", "splice"),
    [
        ("a\rb\n", Splice(2, 2, "\n")),
        ("a\nb\n", Splice(1, 1, "\r")),
        ("a\rx\nb\n", Splice(2, 3, "")),
        ("a\r\nb\n", Splice(2, 3, "")),
        ("a\r\nb\n", Splice(1, 2, "")),
        ("a\r\nb\n", Splice(2, 2, "x")),
        ("a\r\nb\n", Splice(0, 2, "x\r")),
    ],
)
def test_a_line_break_that_is_made_or_cut_in_two_shows_as_it_is(
    shown: Shown, text: str, splice: Splice, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A long text is not looked through after each change.
    monkeypatch.setattr(twin, "_QUICK", 0)
    text += "z\r\n"
    shown.bench.show(Document(Path("b.yaml"), text))
    with shown.bench.step("x", ()) as step:
        assert shown.bench.document is not None
        step.splice(shown.bench.document, [splice])
    assert shown.seen() == as_seen(shown.text)
    shown.bench.undo()
    assert (shown.text, shown.seen()) == (text, as_seen(text))
    shown.bench.redo()
    assert shown.seen() == as_seen(shown.text)
