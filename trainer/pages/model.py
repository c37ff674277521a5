"""Pages about the method: sections with their sources, each short enough for a slide.

Names follow the format (``docs/pages.md``). Texts are Markdown as written. ``mark`` is where
a thing stands in its file, for messages; it takes no part in comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from trainer.scenario.model import NOWHERE, Mark

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from trainer.method.ds import D
    from trainer.scenario.model import Review, Status


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read: an address, if it has one, and the day (ISO 8601)."""

    key: str
    title: str
    url: str | None = None
    read: str | None = None
    mark: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Section:
    """One section. ``sources`` are keys of the page's; ``ours`` says that some of it is our own.

    ``disagreement`` tells that sources disagree here. ``picture`` is a built-in name, or a file
    (with a dot) beside the page.
    """

    id: str
    heading: str
    text: str
    d: D | None = None
    picture: str | None = None
    sources: tuple[str, ...] = ()
    ours: bool = False
    disagreement: bool = False
    mark: Mark = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Page:
    """One page; ``order`` is its place in the list, ``folder`` where its own pictures lie."""

    id: str
    title: str
    summary: str
    language: str
    order: int
    status: Status
    authors: tuple[str, ...]
    licence: str
    sections: tuple[Section, ...]
    folder: Path
    picture: str | None = None
    reviewed: Review | None = None
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
