"""The words of the stories, for whoever leads alone: softened, and never for the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _
from trainer.method import ds
from trainer.plans.model import Kind
from trainer.scenario.texts.markup import plain
from trainer.ui.paper.printed_pieces import SOFT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.scenario.model import Line, Scenario, Scene
    from trainer.ui.paper.book import Book
    from trainer.ui.paper.printed_pieces import Piece
    from trainer.workshop.material import Material


def put_stories(book: Book, material: Material) -> None:
    """Put every scene of the plan's stories, strong language softened."""
    for segment in material.plan.segments.values():
        if segment.kind is Kind.SCENARIO:
            told = material.scenarios[segment.scenario or ""]
            _put_story(book, told.in_language(material.plan.language))


def _put_story(book: Book, story: Scenario) -> None:
    book.begin(_("For you alone"))
    book.put(book.text(plain(story.title), 14, bold=True, literal=True))
    said = _("Strong language is softened. Keep these pages with you: nobody in the room has to "
             "hold them.")  # fmt: skip
    book.put(book.text(said, 10, tone=SOFT), book.gap(8))
    for number, scene in enumerate(story.scenes.values(), start=1):
        head = book.text(_("Scene %(n)d") % {"n": number}, 11, bold=True)
        first, *others = [*_scene(book, story, scene), book.gap(8)]
        book.put(head, first)
        for piece in others:
            book.put(piece)


def _scene(book: Book, story: Scenario, scene: Scene) -> Iterator[Piece]:
    text = scene.soft or scene.text
    if text:
        yield book.text(text, 10.5)
    for line in scene.lines:
        yield book.text(_line(story, line), 10.5)
    if scene.choices:
        yield book.gap(3)
        every = (f"- {plain(one.words)} ({ds.name(one.d)})" for one in scene.choices)
        yield book.text("\n".join(every), 10)


def _line(story: Scenario, line: Line) -> str:
    said = line.soft or line.text
    person = story.cast.get(line.speaker or "")
    if person is None or line.soft:
        return said
    return _("%(name)s: %(words)s") % {"name": person.name, "words": said}
