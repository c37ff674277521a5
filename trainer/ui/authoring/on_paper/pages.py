"""The pages of a story on paper: what it is about, every scene with room to write, the review.

Behind each choice stands the number of the scene that it leads to, and its page. So it is found out
first on which page everything stands, and then the pages are painted, until no number changes any
more: that takes one round, seldom two.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final, TypeVar

from trainer.authoring.on_paper.story import telling
from trainer.checking.review_questions import QUESTIONS
from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui.paper import printing
from trainer.ui.paper.book import MARGIN, Book, Ruled
from trainer.ui.paper.printed_pieces import INK, SOFT, Beside, Gap, Piece, Text, Ticked

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from trainer.authoring.document import Document
    from trainer.authoring.on_paper.story import Choice, Scene, Story, Told, Way
    from trainer.ui.paper.printing import Paper

T = TypeVar("T")
_ROUNDS: Final = 4
_TELLING: Final = 0.02
"""Share of the time that it takes to tell the story, before any page is made."""

_USUAL, _LARGE = 1.0, 1.64
"""How much larger than meant: then running text has 11 points, or 18."""

_BODY, _SMALL = 11.0, 9.5
_IN: Final = 0.06
"""Share of the width by which stands farther in what belongs to a choice."""

_TOGETHER: Final = 4
"""Pieces, air included, that stand on one page with the heading above them."""

_LINE: Final = 26
"""Points between lines to write on."""


@dataclass(frozen=True, slots=True)
class How:
    """How it is printed.

    Attributes:
        paper: on which.
        large: whether in large print.
        review: whether the questions of a review come with it.
        state: how far it is, and who has reviewed it, in a sentence.
        day: the day on which it is printed, in words.
        mark: what tells which text it is; empty if that is not known.

    """

    paper: Paper
    large: bool = False
    review: bool = True
    state: str = ""
    day: str = ""
    mark: str = ""


def printed(document: Document, how: How) -> Generator[float, None, bytes]:
    """Tell a story, and make its pages; gives how far it is, and at the end the bytes."""
    story = yield from _as_part(telling(document), 0.0, _TELLING)
    return (yield from _as_part(made(story, how), _TELLING, 1.0))


def _as_part(
    steps: Generator[float, None, T], start: float, end: float
) -> Generator[float, None, T]:
    """Go steps that are only a part of all."""
    while True:
        try:
            at = next(steps)
        except StopIteration as ended:
            found: T = ended.value
            return found
        yield start + (end - start) * at


def made(story: Story, how: How) -> Generator[float, None, bytes]:
    """Make the PDF file; gives between how far it is, from 0 to 1, and at the end its bytes."""
    pages: dict[str, int] = {}
    title = plain(story.title)
    for turn in range(_ROUNDS):
        with printing.opened(title, paper=how.paper, margin=MARGIN) as (writer, data):
            scale, language = _LARGE if how.large else _USUAL, story.language or "en"
            with Book.written(writer, language, title, scale, paints=turn > 0) as book:
                pages_of = _Pages(book, story, how, pages)
                for part in pages_of.put():
                    yield min(1.0, (turn + part) / 2)
        if turn and pages_of.found == pages:
            break
        pages = pages_of.found
    return bytes(data.data())


class _Pages:
    def __init__(self, book: Book, story: Story, how: How, pages: dict[str, int]) -> None:
        self._book, self._story, self._how = book, story, how
        self._pages = pages
        self._numbers = {one.name: (one.number, one.title) for one in story.scenes}
        self.found: dict[str, int] = {}

    def put(self) -> Iterator[float]:
        """Put all of it; gives how far it is."""
        self._put_front()
        self._book.begin(_("The story, scene by scene"))
        count = len(self._story.scenes)
        for done, scene in enumerate(self._story.scenes):
            for _step in self._put_scene(scene):
                yield done / count
        yield 1.0
        self._put_missing()
        if self._how.review:
            self._put_review()

    # Pieces

    def _text(
        self, words: str, points: float = _BODY, *, bold: bool = False, soft: bool = False,
        lead: str = "", literal: bool = False,
    ) -> Text:  # fmt: skip
        tone = SOFT if soft else INK
        return Text(
            self._book.press, words, points, bold=bold, tone=tone, lead=lead, literal=literal
        )

    def _gap(self, points: float) -> Gap:
        return Gap(self._book.press, points)

    def _in(self, piece: Piece) -> Beside:
        return Beside(self._gap(0), piece, _IN)

    def _lines(self, count: int) -> list[Piece]:
        return [Ruled(self._book.press, _LINE) for _line in range(count)]

    def _told(self, told: Iterable[Told], points: float = _BODY) -> Iterator[Piece]:
        for one in told:
            lead = _("%(name)s: ") % {"name": plain(one.label)} if one.label else ""
            if one.missing:
                yield self._text(_("not written yet"), points, soft=True, lead=lead, literal=True)
            elif one.label and not one.is_said and "\n\n" in one.words:
                yield self._text(lead.rstrip(), points, bold=True, literal=True)
                yield self._text(one.words, points)
            else:
                yield self._text(one.words, points, lead=lead)
            yield self._gap(4)

    # Parts

    def _put_front(self) -> None:
        book, how, story = self._book, self._how, self._story
        book.begin(_("About it"), heading=False)
        book.put(self._text(plain(story.title), 22, bold=True, literal=True), self._gap(4))
        known = {"day": how.day, "mark": how.mark}
        printed = _("Printed on %(day)s. Mark of this text: %(mark)s") if how.mark else _(
            "Printed on %(day)s."
        )  # fmt: skip
        book.put(self._text(how.state, literal=True))
        book.put(self._text(printed % known, _SMALL, soft=True, literal=True), self._gap(10))
        said = _(
            "It is a story to practise with: somebody is harassed, and whoever plays it decides"
            " what to do. Each scene has a number. Behind each choice stands with which scene it"
            " goes on, and on which page. Write into it wherever you like. You may stop at any"
            " point: some scenes are hard to read."
        )
        book.put(self._text(said), self._gap(10))
        for piece in self._told(story.about):
            book.put(piece)
        book.put(self._gap(6), self._text(_("Who is in it"), 14, bold=True), self._gap(4))
        for name, about in story.people:
            lead = _("%(name)s: ") % {"name": name} if about else name
            book.put(self._text(about, lead=lead), self._gap(3))

    def _put_scene(self, scene: Scene) -> Iterator[None]:
        """Put it, a choice at each step: one scene may have pages of them."""
        book = self._book
        title = _("%(n)d. %(scene)s") % {"n": scene.number, "scene": plain(scene.title)}
        head: list[Piece] = [self._text(title, 14, bold=True, literal=True), self._gap(3)]
        if scene.stray:
            head.append(self._text(_("Nothing leads here yet."), _SMALL, soft=True))
        if scene.planned:
            head.append(self._text(_("This scene is planned, and not written yet."), soft=True))
        body = [*self._told(scene.told), *self._ways(scene.ways)]
        before = book.at
        book.put(*head, *body[:_TOGETHER])
        # A heading goes to the next page with what it is above, unless that is a page long.
        self.found[scene.name] = min(book.at, before + 1)
        for piece in body[_TOGETHER:]:
            book.put(piece)
        for letter, choice in zip(_letters(), scene.choices, strict=False):
            yield
            self._put_choice(letter, choice)
        yield
        for piece in self._told(scene.ending):
            book.put(piece)
        known = {"n": scene.number, "scene": plain(scene.title)}
        said = _("Your notes on %(n)d, %(scene)s:") % known
        notes = self._text(said, _SMALL, soft=True, literal=True)
        book.put(self._gap(6), notes, *self._lines(2), self._gap(20))

    def _put_choice(self, letter: str, choice: Choice) -> None:
        book = self._book
        made = choice.made
        words = _("not written yet") if made.missing else made.words
        around = ("“", "”") if made.is_said and not made.missing else ("", "")
        lead = _("%(name)s: ") % {"name": made.label}
        tone = SOFT if made.missing else INK
        said = Text(book.press, words, _BODY, lead=lead, around=around, tone=tone)
        head = Beside(self._text(letter, bold=True, literal=True), said, _IN)
        block: list[Piece] = [self._gap(6), head]
        if choice.offered:
            offered = _("Only if %(this)s.") % {"this": choice.offered}
            block.append(self._in(self._text(offered, _SMALL, soft=True, literal=True)))
        if choice.meant:
            block.append(self._in(self._text(choice.meant, _SMALL, soft=True, literal=True)))
        after = [*self._told(choice.told, 10.5), *self._ways(choice.ways or (None,))]
        book.put(*block, self._gap(2), *map(self._in, after[:1]))
        for piece in after[1:]:
            book.put(self._in(piece))

    def _ways(self, ways: Iterable[Way | None]) -> Iterator[Piece]:
        for way in ways:
            said = self._leads(way.to if way is not None else "")
            if way is not None and way.when:
                said = _("%(way)s, %(when)s") % {"way": said, "when": way.when}
            yield self._text(said, bold=True, literal=True)
            yield self._gap(2)

    def _leads(self, to: str) -> str:
        if not to:
            return _("Nothing says yet how it goes on")
        if to not in self._numbers:
            return _("Goes on with a scene that is not there")
        number, title = self._numbers[to]
        known = {"n": number, "scene": plain(title), "page": self._pages.get(to, 10)}
        return _("Goes on with %(n)d, %(scene)s (page %(page)d)") % known

    def _put_missing(self) -> None:
        book, missing = self._book, self._story.missing
        if not missing:
            return
        book.begin(_("What is still to be written"))
        for line in missing:
            book.put(Ticked(book.press, self._text(line, literal=True), _BODY), self._gap(5))

    def _put_review(self) -> None:
        book = self._book
        book.begin(_("What you think of it"))
        said = _("A no is as welcome as a yes: it tells what to change.")
        book.put(self._text(said), self._gap(6))
        answers = (_("yes"), _("partly"), _("no"))
        for heading, questions in QUESTIONS:
            head: list[Piece] = [self._gap(8), self._text(_(heading), 13, bold=True), self._gap(3)]
            for question in questions:
                boxes = self._row([self._box(one) for one in answers])
                book.put(*head, self._text(_(question)), boxes, *self._lines(1), self._gap(6))
                head = []
        self._put_who()

    def _box(self, words: str) -> Piece:
        return Ticked(self._book.press, self._text(words, literal=True), _BODY)

    def _row(self, pieces: list[Piece]) -> Piece:
        """Put three beside each other."""
        one, two, three = pieces
        return Beside(one, Beside(two, three, 0.5), 1 / 3)

    def _put_who(self) -> None:
        """Ask what is written down of a review, in the order in which the window asks it."""
        book = self._book
        book.begin(_("Who read it"))
        said = _(
            "Whoever plays the story can read who reviewed it, if you agree to that. Whoever wrote"
            " it writes your answers down in Upstander."
        )
        book.put(self._text(said), self._gap(6))
        for words in (
            _("Which organisation, or group?"),
            _("Who read it? Only if you want to be named."),
            _("What are you there? Such as: counsellor. May be empty."),
            _("Read on"),
            _("Good until"),
            _("What did you look at?"),
            _("What has to change first?"),
        ):
            book.put(self._text(words, bold=True), *self._lines(1), self._gap(8))
        book.put(self._box(_("I say yes to being named.")), self._gap(8))
        if self._how.mark:
            mark = _("Mark of this text: %(mark)s") % {"mark": self._how.mark}
            book.put(self._text(mark, bold=True, literal=True))


def _letters() -> Iterator[str]:
    """Give a, b, c …, and after z numbers."""
    yield from ascii_lowercase
    number = len(ascii_lowercase)
    while True:
        number += 1
        yield str(number)
