"""Changes of where a long story leads: each made in its window, undone, and done again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.bench import figures, turns
from trainer.authoring.checking.state import State
from trainer.authoring.scenes import renaming

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bench.turns import Turns
    from trainer.ui.authoring.page import AuthorPage

FRAME = 16
REST = 0.6
"""Seconds in which all comes of a change but what is told of the whole story."""


def measure(page: AuthorPage, watch: Turns) -> None:
    """Print the longest turn of each change, of undoing it and of doing it again."""
    acts: tuple[tuple[str, Callable[[], object]], ...] = (
        ("a choice leads elsewhere", partial(_lead, page)),
        ("a scene made", partial(page.outline.acts.add_scene, "a-quiet-bus", "A quiet bus")),
        ("a scene that others lead to renamed",
         partial(page.outline.acts.rename_scene, "s700", "a-loud-bus")),
        ("a scene deleted", partial(page.outline.acts.delete_scene, "s700", "s702")),
        ("a person renamed in all scenes", partial(_rename_person, page)),
    )  # fmt: skip
    for what, act in acts:
        page.bench.select(("scenes", "s700"))
        _rest(page)
        done = turns.act(watch, act, rest=REST)
        _rest(page)
        undone = turns.act(watch, page.undo, rest=REST)
        _rest(page)
        again = turns.act(watch, page.redo, rest=REST)
        _rest(page)
        page.undo()
        raw = f"undone {undone:.1f}, done again {again:.1f} ms"
        figures.say(f"editor: {what}, longest stall", max(done, undone, again), "ms", FRAME, raw)
    _rest(page)


def _rest(page: AuthorPage) -> None:
    """Let all come of it, as for somebody who looks at what they have done."""

    def is_over() -> bool:
        document = page.bench.document
        told = page.bench.checking is not State.CHECKING
        return told and document is not None and not document.waits

    turns.run(0, is_over)
    turns.run(0.2)


def _lead(page: AuthorPage) -> None:
    document = page.bench.document
    assert document is not None
    path = ("scenes", "s700", "choices", 1, "next")
    with page.bench.step("where a choice leads", path) as step:
        step.put(document, path, "s900")


def _rename_person(page: AuthorPage) -> None:
    document = page.bench.document
    assert document is not None
    with page.bench.step("renaming a person", ("cast", "grey")) as step:
        renaming.rename_member(step, document, "grey", "coat")
