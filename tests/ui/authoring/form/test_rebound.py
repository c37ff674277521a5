"""A form that was of many things before shows the next one as a form that is made for it does."""

from __future__ import annotations

import random
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from trainer import paths
from trainer.authoring.document import Document
from trainer.checking.files import check_text
from trainer.ui.authoring.form.panel import FormPanel
from trainer.ui.widgets.focus_order import focusable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.ui.authoring.form.conftest import Writing
    from trainer.authoring.source.lines import Path

ODD = """\
format: scenario/1
id: odd
scenes:
  bare: {}
  planned: {stub: true}
  said: {stub: true, text: It is said already}
  ways: {text: T, next: [{when: calm > 1, to: bare}, {when: odd odd, to: gone}, {to: ways}]}
  alone: {lines: [{grey: Who is that}, plain, {you_think: Hm, soft: H}], next: nowhere}
  timed:
    text: |
      A long text. It goes on and on, and needs more lines than one, wherever it is shown.

      And a second one.
    present: [grey, nobody]
    backdrop: bus
    timer: {seconds: 30, then: bare}
    choices:
      - {id: choice, say: "", d: distrakt, fit: so-so}
      - {id: b, own_words: What, points: [a, b], d: delegate, to: grey, next: gone}
      - {id: c, act: Go, when: not helped, set: {helped: true}, change: {calm: -1}, next: bare}
  chosen:
    text: T
    choices:
      - id: long
        say: You ask whether she would like to sit further away from him, by the window.
        next: bare
      - id: two
        act: Go
        when: calm > 1
        next: [{when: helped, to: timed}, {when: calm < 2, to: bare}, {to: a-scene-of-a-long-name}]
  end: {text: Over, ending: {outcome: odd}}
state: {helped: false, calm: 2}
cast: {grey: {name: Man in grey, role: harming}, lin: {role: targeted}}
"""


def value(widget: QWidget) -> object:
    """Give what a control says, whoever made it."""
    if isinstance(widget, QLineEdit):
        return widget.text(), widget.placeholderText(), widget.isReadOnly()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText(), widget.placeholderText()
    if isinstance(widget, QComboBox):
        items = [(widget.itemText(at), widget.itemData(at)) for at in range(widget.count())]
        return widget.currentIndex(), items
    if isinstance(widget, QAbstractButton):
        return widget.text(), widget.isChecked()
    return widget.text() if isinstance(widget, QLabel) else None


class Looks(NamedTuple):
    """What Tab stops at in its order, then words: what each is, and where it lies."""

    wide: int
    said: Sequence[tuple[object, ...]]
    lies: Sequence[object]


def looks(panel: FormPanel) -> Looks:
    """Give all that shows."""
    # Where one thing lies within another, it takes a turn for each until all lie where they lie.
    for _turn in range(9):
        QApplication.processEvents()
    content = panel.content
    every = [*focusable(content), *content.findChildren(QLabel)]
    shown = [one for one in every if one.isVisible()]
    said = [
        (
            type(one).__name__,
            one.accessibleName(),
            one.accessibleDescription(),
            one.isEnabled(),
            value(one),
        )
        for one in shown
    ]
    lies = [QRect(one.mapTo(content, QPoint()), one.size()).getRect() for one in shown]
    return Looks(panel.viewport().width(), said, lies)


def shown_anew(writing: Writing, path: Path) -> Looks:
    """Give what a form shows that is made for one thing."""
    panel = FormPanel(writing.bench, writing.window)
    panel.resize(writing.panel.size())
    writing.panel.hide()
    panel.show()
    writing.bench.select(path)
    found = looks(panel)
    shiboken6.delete(panel)
    writing.panel.show()
    return found


def places(document: Document) -> Iterator[Path]:
    """Go through all scenes and their choices."""
    for name in document.scenes():
        yield ("scenes", name)
        choices = document.data(("scenes", name, "choices"))
        for at in range(len(choices) if isinstance(choices, list) else 0):
            yield ("scenes", name, "choices", at)


def documents() -> Iterator[Document]:
    """Go through the stories that come along."""
    for name in sorted(one.name for one in paths.built_in_scenarios().iterdir() if one.is_dir()):
        file = paths.built_in_scenarios() / name / f"{name}.yaml"
        yield Document(file, file.read_text("utf-8"))


def compare(writing: Writing, document: Document, most: int, dice: random.Random) -> int:
    """Go to some places of a file in any order, and compare each."""
    writing.bench.show(document)
    (checked,) = check_text(document.text.encode(), document.path, date(2026, 1, 1))
    writing.bench.show_problems(checked.problems)
    wanted = list(places(document))
    dice.shuffle(wanted)
    for path in wanted[:most]:
        writing.bench.select(path)
        rebound, anew = looks(writing.panel), shown_anew(writing, path)
        pairs = [*zip_longest(rebound.said, anew.said)]
        if rebound.wide == anew.wide:  # A bar that is just needed stays, and a new one is not.
            pairs += zip_longest(rebound.lies, anew.lies)
        differing = [pair for pair in pairs if pair[0] != pair[1]]
        assert not differing, "\n".join(map(str, (path, *differing[:4])))
        assert len(rebound.said) > 8
    return len(wanted[:most])


def test_a_form_that_was_of_others_shows_all_that_a_new_one_does(writing: Writing) -> None:
    odd = Document(writing.document.path.with_name("odd.yaml"), ODD)
    assert compare(writing, odd, 99, random.Random(3)) == 13


@pytest.mark.soak
def test_every_scene_and_choice_that_comes_along_shows_as_in_a_new_form(writing: Writing) -> None:
    dice = random.Random(7)
    assert sum(compare(writing, one, 15, dice) for one in documents()) > 200
