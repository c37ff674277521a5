"""Fields in which something is picked that the window knows of: stories, pages, languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer import paths
from trainer.authoring.forms import another_story, writing
from trainer.authoring.forms.another_story import Followed
from trainer.authoring.forms.fields import value_in
from trainer.language import _
from trainer.method import five_steps
from trainer.plans.model import Slide
from trainer.scenario.texts.markup import plain
from trainer.ui.authoring.form.picks import PickRow
from trainer.ui.authoring.form.rows import Row, texts
from trainer.ui.authoring.form.things.previews import SlidePreview, StoryPreview
from trainer.ui.widgets.card import Card as Surface
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from trainer.authoring.source.lines import Path
    from trainer.authoring.source.nodes import Data
    from trainer.scenario.libraries.library import Card
    from trainer.ui.authoring.form.picks import Offers


def is_another(card: Card) -> bool:
    """Tell whether a story is none of one's own."""
    return not card.path.is_relative_to(paths.own_scenarios())


class OfferedRow(PickRow):
    """Something that is looked up when it shows: the library may not have been read before."""

    def bind(self, base: Path, whose: str = "") -> None:
        """Stand at another place; what is offered is looked up when it shows."""
        Row.bind(self, base, whose)

    def show_in(self, holder: Data) -> None:
        """Offer what there is now, and show what is picked."""
        self.offer(self.offers())
        super().show_in(holder)


class StoryRow(OfferedRow):
    """A story of the library, and what it is like."""

    def lay_out(self) -> None:
        """Say below what the story is like."""
        self.preview = StoryPreview(self.writer.bench.context, self)
        self.column.addWidget(self.preview)

    def offers(self) -> Offers:
        """Every story there is, one's own first."""
        cards = sorted(self.writer.bench.context.library.cards(), key=is_another)
        return [(card.id, plain(card.title)) for card in cards]

    def show_value(self, value: Data) -> None:
        """Show which one it is."""
        super().show_value(value)
        self.preview.show_story(self.value())

    def _chosen(self, value: object) -> None:
        """With another story goes what was said of the one before, if it came along with it."""
        document, context = self.writer.document, self.writer.bench.context
        followed = Followed()
        with self.writer.step(self.act(), self.path) as step:
            followed = another_story.choose(
                step, document, self.base, str(value or ""), dict(self.offers())
            )
        said = _what_followed(followed)
        if said:
            context.notice(said)


def _what_followed(followed: Followed) -> str:
    """Say what went with the old story, or may be of it still; empty if nothing did."""
    if followed.left:
        return _("The notes may speak of the story that was here before. Read them again.")
    if followed.emptied and followed.title:
        return _("Title and notes were of the story before: the title is new, the notes are empty.")
    if followed.emptied:
        return _("The notes were of the story before, and are empty now.")
    return ""


class PageRow(OfferedRow):
    """A page about the method."""

    def offers(self) -> Offers:
        """Every page there is."""
        pages = self.writer.bench.context.method.pages()
        return [(one.content.id, plain(one.content.title)) for one in pages]

    def _chosen(self, value: object) -> None:
        """Another page has other sections, and other words."""
        document = self.writer.document
        with self.writer.step(self.act(), self.path) as step:
            writing.write(step, document, self.path, str(value or ""))
            for key in ("section", "title", "text"):
                writing.take(step, document, (*self.base, key))


class SectionRow(OfferedRow):
    """A section of the page beside it, and what the room will see of it."""

    page = ""

    def lay_out(self) -> None:
        """Show below what the room sees."""
        self.preview = SlidePreview(self.writer.bench.context, self)
        self.column.addWidget(self.preview)

    def offers(self) -> Offers:
        """Every section of the page."""
        placed = self.writer.bench.context.method.page(self.page)
        sections = placed.content.sections if placed is not None else ()
        return [(one.id, plain(one.heading)) for one in sections]

    def show_in(self, holder: Data) -> None:
        """Show which one it is, and what it says."""
        said = {key: _text(holder, key) for key in ("page", "section", "title", "text")}
        self.page = said["page"] or ""
        super().show_in(holder)
        page, section, title, text = said.values()
        self.preview.show_slide(Slide(page=page, section=section, title=title, text=text))

    def _chosen(self, value: object) -> None:
        """What the slide said in other words, it said of another section."""
        document = self.writer.document
        with self.writer.step(self.act(), self.path) as step:
            writing.write(step, document, self.path, str(value) if value else None)
            for key in ("title", "text"):
                writing.take(step, document, (*self.base, key))


class SurveyRow(PickRow):
    """Which of the two surveys it is, and what both ask."""

    def lay_out(self) -> None:
        """Say below what the room is asked."""
        card = Surface(self, fill="well", margins=(14, 10, 14, 12), spacing=4)
        card.body.addWidget(SoftLabel(_("The room is asked, from a fist to five fingers:"), card))
        for step in five_steps.Step:
            card.body.addWidget(SoftLabel(five_steps.statement(step), card))
        self.column.addWidget(card)


class LanguageRow(OfferedRow):
    """The language of the texts, by its name in that language."""

    def offers(self) -> Offers:
        """Many languages, and the one that is written there."""
        from trainer.ui.authoring.form import languages

        own = self.writer.data(self.path)
        return languages.named(own if isinstance(own, str) else "")


class TongueRow(OfferedRow):
    """One language, in a list of one."""

    def offers(self) -> Offers:
        """Languages that rooms speak, but the file's own."""
        from trainer.ui.workshop import tongues

        own = self.writer.data(("language",))
        named = tongues.named(but=own if isinstance(own, str) else "en")
        return [(code, words) for words, code in named]

    def show_value(self, value: Data) -> None:
        """Show which one it is."""
        super().show_value(next(iter(texts(value)), ""))

    def _chosen(self, value: object) -> None:
        self.write([str(value)] if value else None)


def _text(holder: Data, key: str) -> str | None:
    said = value_in(holder, (key,))
    return said if isinstance(said, str) and said.strip() else None
