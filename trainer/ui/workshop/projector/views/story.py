"""A scenario on the projector: a scene, what an answer did, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QRectF

from trainer.language import _
from trainer.practice.view import Voice
from trainer.scenario.model import Role
from trainer.scenario.texts.markup import Paragraph, blocks, plain
from trainer.ui.widgets.pictures.picture_layout import HEIGHT, WIDTH
from trainer.ui.workshop.projector.blocks import Beside, DMark, Stack, told
from trainer.ui.workshop.projector.sheet import Body, Placed, Try, flow, gap
from trainer.ui.workshop.projector.text import Run, Words, runs, words
from trainer.ui.workshop.projector.views.view import View
from trainer.workshop.telling.room_view import What

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from trainer.practice.view import Spoken
    from trainer.ui.workshop.projector.blocks import Block
    from trainer.ui.workshop.projector.paper import Ink


def _said(line: Spoken, *, second: bool = False) -> Block:
    """Give a line with its speaker's name, or as narration."""
    if line.voice is Voice.NARRATION:
        return Stack(tuple(told(line.text, second=second)), fill="")
    tone = "soft" if second else "ink"
    name = words(line.name, bold=True, tone="soft" if second else _TONES[line.role])
    return Beside(name, Words(tuple(_quoted(line)), tone=tone, second=second), part=0.17)


_TONES: Final = {
    Role.TARGETED: "document",
    Role.HARMING: "direct",
    Role.BYSTANDER: "delegate",
    Role.AUTHORITY: "distract",
    Role.ALLY: "delay",
    None: "teal",
}
"""Colour of a name by what the person is here; the name itself always stands there."""


def _quoted(line: Spoken) -> Iterator[Run]:
    """Give what is said, in quotation marks if it has none."""
    found = [Run(line.text)] if line.literal else list(_in_one(line.text))
    before, behind = line.marks()
    yield Run(before)
    yield from found
    yield Run(behind)


def _in_one(text: str) -> Iterator[Run]:
    """Give a text as one paragraph."""
    for number, block in enumerate(blocks(text)):
        if number:
            yield Run("\u2028")
        if isinstance(block, Paragraph):
            yield from runs(block.parts)
        else:
            yield Run(plain(text))
            return


def _passage(text: str, lines: Iterable[Spoken], *, second: bool = False) -> Iterator[Block]:
    yield from told(text, second=second, tone="soft" if second else "ink")
    for line in lines:
        yield _said(line, second=second)


class SceneView(View):
    """A scene: its picture, and what happens."""

    what = What.SCENE
    sizes: ClassVar[Sequence[int]] = (40, 36, 34, 32, 30, 28)
    widths: ClassVar[Sequence[float]] = (1168, 1000, 880, 760, 660, 560, 460)
    """Widths of the picture that are tried."""

    def tries(self) -> Iterator[Try]:
        """Rather a smaller picture than small type, but a picture as long as there is room."""
        for foot in ("slim", "none") if self.join is not None else ("full",):
            if self.seen.picture is not None:
                for size in (40, 36, 34, 32):
                    for width in self.widths:
                        yield Try(size, 1, foot, width)
                yield Try(30, 1, foot, self.widths[-1])
                yield Try(28, 1, foot, self.widths[-1])
            yield from (Try(size, 1, foot, 0) for size in self.sizes)
        yield Try(28, 2, "none", 0)
        yield Try(28, 2, "none", 0, tight=True)

    def aside(self) -> str:
        """Say how much of it there is, where it goes on."""
        if self.seen.parts <= 1:
            return ""
        known = {"part": self.seen.part, "parts": self.seen.parts}
        return _("%(part)d of %(parts)d") % known

    def body(self) -> list[Block]:
        """Give what happens, and beneath it the same in the second language."""
        found = list(_passage(self.seen.text, self.seen.lines))
        second = self.telling.second
        if second is not None and (second.text, second.lines) != (self.seen.text, self.seen.lines):
            found += _passage(second.text, second.lines, second=True)
        return found

    def place(self, room: QRectF, one: Try, ink: Ink) -> Body:
        """Put the picture at the top, the title beside it, and beneath it what happens."""
        if not one.picture or self.seen.picture is None:
            return super().place(room, one, ink)
        wide, high = one.picture, one.picture * HEIGHT / WIDTH
        picture = ink.flip(QRectF(room.left(), room.top(), wide, high), room)
        beside = room.adjusted(wide + 32, 0, 0, 0)
        if wide > 800:
            head = self.head(room, Try(min(one.size, 36)), ink)
            picture.translate(0, head.bottom - room.top() + 12)
        else:
            head = self._beside(ink.flip(beside, room), high, one, ink)
        top = max(picture.bottom(), head.bottom) + gap(one.size, ink)
        rest = room.adjusted(0, top - room.top(), 0, 0)
        body = flow(self.body(), rest, one, ink, gap(one.size, ink) * 0.8)
        last = self._foot(self.last(), room, one, ink)
        shift = room.bottom() - last.bottom
        moved = [Placed(p.block, p.box.translated(0, shift), p.size) for p in last.placed]
        bottom = body.bottom + (gap(one.size, ink) + last.bottom if moved else 0)
        return Body((*head.placed, *body.placed, *moved), bottom, picture)

    def _beside(self, room: QRectF, high: float, one: Try, ink: Ink) -> Body:
        """Set what stands beside the picture, in the middle of its height."""
        found: list[Block] = [words(self.title(), bold=True, grow=4)]
        if self.second_title():
            found.append(words(self.second_title(), second=True, tone="soft"))
        if self.aside():
            found.append(words(self.aside(), tone="soft", grow=-8))
        body = flow(found, room, Try(min(one.size, 36)), ink, 6)
        drop = max(0.0, (high - (body.bottom - room.top())) / 2)
        moved = tuple(Placed(p.block, p.box.translated(0, drop), p.size) for p in body.placed)
        return Body(moved, body.bottom)


class FeedbackView(View):
    """What an answer did: first what followed, then for whom it did what."""

    what = What.FEEDBACK
    joins = False

    def title(self) -> str:
        """Give nothing: the headline stands on its card, below what was done."""
        return ""

    def body(self) -> list[Block]:
        """Give what was done, what followed, and what it did."""
        found = self._made(self.telling.seen)
        second = self.telling.second
        if second is not None and second.feedback != self.seen.feedback:
            found += self._made(second, second=True)
        return found

    def _made(self, seen: object, *, second: bool = False) -> list[Block]:
        from trainer.workshop.telling.room_view import RoomView

        assert isinstance(seen, RoomView)
        view = seen.feedback
        if view is None:
            return [words(seen.title, bold=True)]
        found: list[Block] = []
        if view.d is not None and not second:
            found.append(DMark(view.d))
        if view.made is not None:
            found.append(_said(view.made, second=second))
        found += _passage(view.consequence.text, view.consequence.lines, second=second)
        tone = "soft" if second else "ink"
        card: list[Block] = []
        if view.headline:
            card.append(words(plain(view.headline), bold=True, grow=4, tone=tone, second=second))
        for about in view.about:
            name = words(about.name, bold=True, tone=tone, second=second)
            card.append(Beside(name, Words(tuple(_in_one(about.text)), tone=tone, second=second)))
        if card:
            edge = view.d.value if view.d is not None and not second else "line"
            found.append(Stack(tuple(card), gap=10, pad=26, edge=edge))
        return found


class EndingView(SceneView):
    """How it ended: the targeted person's own view, and something to talk about."""

    what = What.ENDING
    joins = False

    def body(self) -> list[Block]:
        """Give the view."""
        return list(self.markdown())

    def last(self) -> list[Block]:
        """Give the question."""
        if not self.seen.note:
            return []
        return [Stack(tuple(told(self.seen.note)), fill="wash", edge="")]


VIEWS: Final[tuple[type[View], ...]] = (SceneView, FeedbackView, EndingView)
