"""A page in words: what stands under its sections, and all of it as one Markdown document.

Titles, headings and names are Markdown as the file has them; :func:`plain` is for the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _
from trainer.scenario.files.gathering import origin_words
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.pages.model import Page, Section, Source
    from trainer.scenario.files.gathering import Placed


def sources_of(page: Page, section: Section) -> tuple[Source, ...]:
    """Give the sources of a section, in its order."""
    return tuple(page.sources[key] for key in section.sources)


def ours_words(section: Section) -> str:
    """Say that a section is in our own words, or partly; empty if it rests on its sources."""
    if not section.ours:
        return ""
    return _("Partly in our own words") if section.sources else _("In our own words")


def disagreement_words(section: Section) -> str:
    """Say that sources disagree; empty if they do not."""
    return _("Sources disagree here") if section.disagreement else ""


def source_words(source: Source) -> str:
    """Name a source with all that is known of it, in Markdown."""
    known = {"title": source.title, "url": _address(source), "day": source.read}
    if source.url and source.read:
        return _("Source: %(title)s, %(url)s, read on %(day)s") % known
    if source.url:
        return _("Source: %(title)s, %(url)s") % known
    return _("Source: %(title)s") % known


def _address(source: Source) -> str:
    url = source.url or ""
    # What is no link here stays the letters that it is.
    return f"<{url}>" if url.startswith("https://") else url


def colophon(page: Page) -> str:
    """Say who wrote a page, and under which licence."""
    known = {"authors": _(", ").join(page.authors), "licence": page.licence}
    return _("Written by %(authors)s. Licence: %(licence)s") % known


def below(page: Page, section: Section) -> tuple[str, ...]:
    """Give what stands under a section, line by line: where it comes from."""
    lines = [source_words(source) for source in sources_of(page, section)]
    return tuple(line for line in (*lines, ours_words(section)) if line)


def spoken(page: Page, section: Section) -> str:
    """Give a section as a screen reader says it, without its heading and its sources."""
    told = (disagreement_words(section), plain(section.text), ours_words(section))
    return "\n".join(part for part in told if part)


def markdown(placed: Placed[Page], reviewed: str) -> str:
    """Give a page as one document, to be copied or printed.

    Args:
        placed: the page.
        reviewed: what can be said of its review.

    """
    return "\n\n".join(_parts(placed, reviewed)) + "\n"


def _parts(placed: Placed[Page], reviewed: str) -> Iterator[str]:
    page = placed.content
    yield f"# {page.title}"
    yield page.summary
    for words in (reviewed, origin_words(placed)):
        if words:
            yield words
    for section in page.sections:
        yield f"## {section.heading}"
        if section.disagreement:
            yield f"*{disagreement_words(section)}*"
        yield section.text.strip()
        yield from below(page, section)
    yield colophon(page)
