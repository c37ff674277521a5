"""What the search finds of the method: its pages, and each of their sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui.find import Found
from trainer.ui.learn.index_page import WELCOME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.pages.model import Page
    from trainer.ui.context import Context

_ICON = "book-open"


def method_pages(context: Context) -> list[Found]:
    """Give the pages, each followed by its sections."""
    pages = [placed.content for placed in context.method.pages()]
    return [found for page in pages if page.id != WELCOME for found in _of_page(page)]


def _of_page(page: Page) -> Iterator[Found]:
    title, summary = plain(page.title), plain(page.summary)
    known = page.id.replace("-", " ")
    haystack = " ".join((title, summary, known)).casefold()
    yield Found(title, _("The method"), _ICON, "method", (("page", page.id),), haystack)
    beside = _("The method · %(page)s") % {"page": title}
    for section in page.sections:
        heading = plain(section.heading)
        what = (("page", page.id), ("section", section.id))
        haystack = f"{heading} {title}".casefold()
        yield Found(heading, beside, _ICON, "method", what, haystack, part=True)
