"""What is read from the projector: welcome, slides, agreements, groups, close, the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QRectF

from trainer.language import _
from trainer.ui.workshop.projector.blocks import BigD, DMark, Stack, told
from trainer.ui.workshop.projector.foot import Code, address, clock
from trainer.ui.workshop.projector.sheet import SIZES, Body, Placed, Try, flow
from trainer.ui.workshop.projector.text import words
from trainer.ui.workshop.projector.views.view import LARGE, View
from trainer.workshop.telling.room_view import What

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trainer.ui.workshop.projector.blocks import Block
    from trainer.ui.workshop.projector.paper import Ink
    from trainer.workshop.contacts import Contact
    from trainer.workshop.telling.room_view import Join


class WelcomeView(View):
    """Before it begins: what this is, and large how to join."""

    what = What.WELCOME
    shortens = True
    columns = (1,)
    grow = 20

    @property
    def join(self) -> Join | None:
        """None at the foot: it stands in the middle, large."""
        return None

    def place(self, room: QRectF, one: Try, ink: Ink) -> Body:
        """Put the code beside the words."""
        join = self.seen.join
        if join is None:
            high = super().place(room, one, ink).bottom - room.top()
            drop = max(0.0, (room.height() - high) * 0.4)
            return super().place(room.adjusted(0, drop, 0, 0), one, ink)
        wide = room.width() * 0.36
        words_ = ink.flip(room.adjusted(0, 0, -wide - 48, 0), room)
        side = ink.flip(room.adjusted(room.width() - wide, 0, 0, 0), room)
        grown = Try(34 if one.size > 36 else 28)
        told_ = self._joining(join, min(wide, room.height() * (0.6 if one.size > 36 else 0.46)))
        drop = max(0.0, (room.bottom() - flow(told_, side, grown, ink, 8).bottom) / 2)
        code = flow(told_, side.translated(0, drop), grown, ink, 8)
        text = super().place(words_, one, ink)
        drop = max(0.0, (room.height() - (text.bottom - room.top())) * 0.4)
        text = super().place(words_.adjusted(0, drop, 0, 0), one, ink)
        return Body((*text.placed, *code.placed), max(text.bottom, code.bottom))

    def _joining(self, join: Join, wide: float) -> list[Block]:
        return [
            Code(join.url, wide),
            words(address(join.url), middle=True),
            words(join.code, bold=True, middle=True, grow=10),
            words(_("No phone? Hands count too."), tone="soft", middle=True, grow=-6),
        ]


class SlideView(View):
    """A slide; one about a D has its icon and its colour beside it."""

    what = What.SLIDE
    shortens = True

    def place(self, room: QRectF, one: Try, ink: Ink) -> Body:
        """Put the picture of the D at the far side."""
        d = self.seen.d
        if d is None:
            return super().place(room, one, ink)
        picture = BigD(d, 320 if one.size > 44 else 260 if one.size > 30 else 180)
        wide = picture.wide
        narrow = room.adjusted(0, 0, -wide - 40, 0)
        body = super().place(ink.flip(narrow, room), one, ink)
        box = QRectF(room.right() - wide, room.top() + 8, wide, wide)
        placed = Placed(picture, ink.flip(box, room), one.size)
        return Body((*body.placed, placed), max(body.bottom, box.bottom()))

    def body(self) -> list[Block]:
        """Give the text, below the D's name if the title is another."""
        d = self.seen.d
        marked = [DMark(d)] if d is not None and DMark(d).spoken != self.title() else []
        return [*marked, *self.markdown()]


class AgreementsView(View):
    """What the room agrees on."""

    what = What.AGREEMENTS
    columns = (1,)


class NoteView(View):
    """The content note, before anything of a scene is in sight."""

    what = What.NOTE

    def body(self) -> list[Block]:
        """Give what comes."""
        lead = words(_("This story has in it:"), tone="soft")
        return [lead, *self.markdown()]

    def last(self) -> list[Block]:
        """Give the way out, which is as large as all the rest."""
        return [Stack((words(self.seen.note, bold=True),), fill="wash", edge="")]


class QuestionView(View):
    """A question from the room, that the facilitator lets everybody see."""

    what = What.QUESTION
    columns = (1,)

    def body(self) -> list[Block]:
        """Give it word for word, as somebody typed it: never as Markdown."""
        return [Stack((words(self.seen.note),), pad=32)]


class GroupsView(View):
    """In pairs or threes: the situation, and who does what, for whoever has no phone."""

    what = What.GROUPS
    joins = False

    def tries(self) -> Iterator[Try]:
        """Side by side before it is small: whoever has no phone reads their part from here."""
        yield from (Try(size) for size in (*LARGE, *SIZES) if size >= 40)
        yield from (Try(size, 2) for size in (40, 36, 34, 32))
        yield from super().tries()

    def body(self) -> list[Block]:
        """Give the situation, and the cards."""
        return [*self.markdown(), *_cards(self)]


class TurnView(GroupsView):
    """A turn of pairs or threes, with its time in sight."""

    what = What.TURN

    def timer(self) -> int | None:
        """None at the foot: it is large here."""
        return None

    def body(self) -> list[Block]:
        """Give the time that is left, the situation, and the cards."""
        return [*time_left(self), *self.markdown(), *_cards(self)]


def _cards(view: View) -> Iterator[Block]:
    """Give the parts in a group, each as a card; below it in the second language."""
    second = view.telling.second
    others = second.cards if second else view.seen.cards
    for (title, text), (other_title, other_text) in zip(view.seen.cards, others, strict=True):
        inside: list[Block] = [words(title, bold=True), *told(text)]
        if other := view.other(title, other_title):
            inside.append(words(other, tone="soft", second=True))
        if other := view.other(text, other_text):
            inside += told(other, second=True, tone="soft")
        yield Stack(tuple(inside), gap=2)


def time_left(view: View) -> Iterator[Block]:
    """Give the time that is left, large; when it is over, that the bell has rung."""
    left = view.telling.left
    if view.telling.rings or left == 0:
        yield words(_("The bell: change now, please."), bold=True, tone="teal", scale=1.5)
    elif left is not None:
        yield words(clock(left), bold=True, tone="teal", scale=2.4)


class BreakView(View):
    """A break, and when it goes on."""

    what = What.BREAK
    columns = (1,)

    def timer(self) -> int | None:
        """None at the foot: it is large here."""
        return None

    def body(self) -> list[Block]:
        """Give the time that is left, and what was written."""
        left = self.telling.left
        time = []
        if left == 0:
            time.append(words(_("We go on now."), bold=True, tone="teal", scale=1.5))
        elif left is not None:
            time.append(words(clock(left), bold=True, tone="teal", scale=3.2))
            if self.telling.back:
                said = _("Back at %(time)s") % {"time": self.telling.back}
                time.append(words(said, bold=True, grow=8))
        return [*time, *self.markdown()]


class _Contacts(View):
    """A text, and where there is help."""

    sizes: ClassVar[Sequence[int]] = (40, 36, 34, 32, 30, 28)
    columns = (1, 2, 3)
    joins = False

    def tries(self) -> Iterator[Try]:
        """Rather say less of each than say it small."""
        for columns, least in ((1, 40), (2, 34)):
            yield from (Try(size, columns) for size in (*LARGE, *SIZES) if size >= least)
        yield from super().tries()

    def place(self, room: QRectF, one: Try, ink: Ink) -> Body:
        """Put the text above, and the contacts in two columns if there are several."""
        head = self.head(room, one, ink)
        under = room.adjusted(0, head.bottom - room.top() + 12, 0, 0)
        text = flow([*self.markdown(), *self._there()], under, replace(one, columns=1), ink)
        top = (text.bottom if text.placed else head.bottom) + 22
        # Side by side if there are several; without a summary where there is no room for one.
        columns = 1 if len(self.seen.contacts) <= 2 else 2
        columns = max(columns, one.columns) if len(self.seen.contacts) > 1 else 1
        rest = room.adjusted(0, top - room.top(), 0, 0)
        small = max(28, one.size - (6 if one.size <= 44 else 10))
        cards = [_contact(each, brief=one.columns > 1) for each in self.seen.contacts]
        body = flow(cards, rest, replace(one, size=small, columns=columns), ink, 14)
        return Body((*head.placed, *text.placed, *body.placed), max(body.bottom, text.bottom))

    def _there(self) -> Iterator[Block]:
        """Give who is there for somebody; as somebody typed it, never as Markdown."""
        if self.seen.note:
            yield words(self.seen.note, bold=True)
        second = self.telling.second
        if second is not None and (other := self.other(self.seen.note, second.note)):
            yield words(other, tone="soft", second=True)


def _contact(contact: Contact, *, brief: bool) -> Block:
    ways = [_way(way.channel, way.value) for way in contact.reach if way.channel != "note"][:2]
    inside: list[Block] = [words(contact.name, bold=True)]
    inside += [words(one, tone="teal", bold=True) for one in ways]
    if contact.summary and not brief:
        inside.append(words(contact.summary, tone="soft"))
    return Stack(tuple(inside), gap=2)


def _way(channel: str, value: str) -> str:
    """Say how to get in touch; a web address as somebody types it."""
    if channel == "phone":
        return _("Call %(number)s") % {"number": value}
    if channel == "text":
        return _("Text %(number)s") % {"number": value}
    return address(value) if channel == "web" else value


class CloseView(_Contacts):
    """The close: where there is help."""

    what = What.CLOSE


class EndedView(_Contacts):
    """It has ended."""

    what = What.ENDED

    def markdown(self) -> Iterator[Block]:
        """Give the plan's name."""
        yield from told(self.seen.text, tone="soft")


VIEWS: Final[tuple[type[View], ...]] = (
    WelcomeView, SlideView, AgreementsView, NoteView, QuestionView, GroupsView, TurnView,
    BreakView, CloseView, EndedView,
)  # fmt: skip
