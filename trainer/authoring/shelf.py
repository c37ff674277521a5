"""One's own files: which there are, what is in them, and laying a new one there.

There may be thousands, on a disk that takes its time: so they are looked at one by one, only
those that are to show are read as a whole, and what has not changed since is not read again.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Final

from trainer import saving
from trainer.authoring import formats, own
from trainer.authoring.document import Document
from trainer.authoring.keeping import files
from trainer.authoring.plainly.told import Kind, kind_of
from trainer.authoring.prose import pieces
from trainer.authoring.reviews import reviewed_since, reviewing
from trainer.authoring.templates.making import id_of, text_of
from trainer.checking.files import check_text
from trainer.scenario.libraries.searching import LARGEST
from trainer.scenario.problems import Severity
from trainer.shortening import upright

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from trainer.authoring.templates.catalogue import Template
    from trainer.authoring.templates.making import Asked
    from trainer.scenario.libraries.searching import Found

_AT_ONCE: Final = 400_000
"""Bytes of a file that is read as a whole to tell what is in it; of a larger one, its lines."""

_HEAD: Final = 16_384
"""Bytes in which a file says what it is called; who only wants to know that reads no more."""

_LONGEST: Final = 200
"""Letters of a title that are enough to know a file by; to lay out millions takes minutes."""

_TITLE: Final = re.compile(r"^title: *([\"']?)(.{1,400})", re.MULTILINE)
_STATUS: Final = re.compile(r"^status: *(\w+)", re.MULTILINE)
_FORMAT: Final = re.compile(r"^format: *(\S+)", re.MULTILINE)
_ID: Final = re.compile(r"^id: *[\"']?([\w-]+)", re.MULTILINE)
_SCENE: Final = re.compile(r"^  [A-Za-z][\w-]*:", re.MULTILINE)
_OTHER_KEY: Final = re.compile(r"^\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mine:
    """A file of one's own. ``title`` is empty if none can be read, ``scenes`` None if it has none.

    ``changed`` is in nanoseconds since 1970. ``unwritten`` counts the texts that are empty, as far
    as the file was read as a whole. ``changed_since`` tells that its text is another than the one
    that was reviewed, None that this cannot be known here. ``review`` is what the file says of its
    review, as far as it was read as a whole. ``errors`` are counted of what is no scenario: those
    of scenarios the library knows.
    """

    path: Path
    changed: int
    format: str = formats.SCENARIO
    title: str = ""
    status: str = ""
    scenes: int | None = None
    readable: bool = True
    unwritten: int = 0
    errors: int = 0
    changed_since: bool | None = False
    review: reviewing.Told | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What was looked at: ``files`` are the first of those that fit, in order.

    ``fitting`` counts all that fit what is sought, ``every`` all that are there.
    """

    files: tuple[Mine, ...] = ()
    fitting: int = 0
    every: int = 0


_Key = tuple[str, int, int]


class Shelf:
    """Files of one's own, the one changed last first. What has not changed is not read again.

    Attributes:
        seen: what was looked at last, to its end.

    """

    def __init__(self) -> None:
        self.seen = Seen()
        self._known: dict[_Key, Mine] = {}
        self._titles: dict[_Key, str] = {}

    def look(
        self, sought: str = "", most: int | None = None, added: Sequence[Path] = ()
    ) -> Iterator[int]:
        """Look at them, one after another, for whoever has something else to do between.

        Gives after each how many were looked at. When it has come to its end, :attr:`seen` is
        what there is.

        Args:
            sought: what their titles or names have in them, all of its words; empty: all fit.
            most: how many of those that fit are read as a whole; None: all.
            added: folders that were added in the settings.

        """
        found: list[Found] = []
        for one in chain(own.files(), own.added_files(added)):
            found.append(one)
            yield len(found)
        found.sort(key=lambda one: (-one.modified, one.file))
        words = sought.casefold().split()
        fitting = []
        for number, one in enumerate(found, start=1):
            if not words or all(word in self._named(one) for word in words):
                fitting.append(one)
            if words:
                yield number
        shown = []
        for one in fitting[:most]:
            key = _key(one)
            if key not in self._known:
                self._known[key] = _looked_at(one)
                yield len(found)
            shown.append(self._known[key])
        self._forget_all_but(found)
        self.seen = Seen(tuple(shown), len(fitting), len(found))

    def files(self) -> list[Mine]:
        """Give all of them, read as a whole."""
        for _number in self.look():
            pass
        return list(self.seen.files)

    def _named(self, one: Found) -> str:
        """Give a file's title and name, in small letters."""
        key = _key(one)
        if key not in self._titles:
            known = self._known.get(key)
            title = known.title if known is not None else title_of(one)
            self._titles[key] = f"{title} {one.path.stem.replace('-', ' ')}".casefold()
        return self._titles[key]

    def _forget_all_but(self, found: list[Found]) -> None:
        there = {_key(one) for one in found}
        self._known = {key: one for key, one in self._known.items() if key in there}
        self._titles = {key: one for key, one in self._titles.items() if key in there}


def _key(one: Found) -> _Key:
    return one.file, one.size, one.modified


def title_of(one: Found) -> str:
    """Say what a file is called, without reading more of it than its beginning; empty if unknown.

    A title in several lines counts as none.
    """
    try:
        data, _stat = files.raw(one.path, _HEAD)
    except (OSError, ValueError):
        return ""
    return _title_in(data.decode("utf-8-sig", "replace"))


def head_of(one: Found) -> tuple[str, str] | None:
    """Give the format and the id that a file says at its beginning; None if it says no id."""
    try:
        data, _stat = files.raw(one.path, _HEAD)
    except (OSError, ValueError):
        return None
    text = data.decode("utf-8-sig", "replace")
    written, name = _found(_FORMAT, text), _found(_ID, text)
    return (written if written in formats.TABLES else formats.SCENARIO, name) if name else None


def titles() -> set[str]:
    """Give the titles that one's own files have, as far as a line of theirs tells."""
    return {title_of(found) for found in own.files()} - {""}


def _looked_at(found: Found) -> Mine:
    mine = Mine(found.path, found.modified, readable=False)
    if found.size > LARGEST:
        return mine
    try:
        text = files.raw(found.path, LARGEST)[0].decode("utf-8-sig")
    except (OSError, ValueError):
        return mine
    if len(text) <= _AT_ONCE:
        return _as_a_whole(mine, text)
    return replace(_by_lines(mine, text), changed_since=reviewed_since.changed(mine.path))


def _as_a_whole(mine: Mine, text: str) -> Mine:
    document = Document(mine.path, text)
    if not document.settle():
        return _by_lines(mine, text, readable=False)
    kind = document.format
    unwritten, errors = sum(not one.node.value.strip() for one in pieces(document)), 0
    if kind != formats.SCENARIO:
        unwritten, errors = _lacking(mine.path, text)
    return Mine(
        mine.path,
        mine.changed,
        kind,
        _short(_text(document.data(("title",)))),
        _text(document.data(("status",))),
        len(document.scenes()) if kind == formats.SCENARIO else None,
        unwritten=unwritten,
        errors=errors,
        changed_since=reviewed_since.of_document(document),
        review=reviewing.told(document, date.today()),
    )


def _lacking(path: Path, text: str) -> tuple[int, int]:
    """Count what is still to be written in a file that is no story, and what is to mend."""
    told = check_text(text.encode(), path, date.today())
    errors = [one for each in told for one in each.problems if one.severity is Severity.ERROR]
    unwritten = sum(kind_of(one) is Kind.UNWRITTEN for one in errors)
    return unwritten, len(errors) - unwritten


def _by_lines(mine: Mine, text: str, *, readable: bool = True) -> Mine:
    written = _found(_FORMAT, text)
    kind = written if written in formats.TABLES else formats.SCENARIO
    scenes = None
    if kind == formats.SCENARIO:
        start = text.find("\nscenes:\n")
        after = _OTHER_KEY.search(text, start + 9) if start >= 0 else None
        inside = text[start : after.start() if after else None] if start >= 0 else ""
        scenes = len(_SCENE.findall(inside))
    title, status = _title_in(text), _found(_STATUS, text)
    return Mine(mine.path, mine.changed, kind, title, status, scenes, readable=readable)


def _found(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[1] if match else ""


def _title_in(text: str) -> str:
    match = _TITLE.search(text)
    return _short(match[2].rstrip().removesuffix(match[1])) if match else ""


def _short(title: str) -> str:
    title = upright(title)
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"


def _text(data: object) -> str:
    return " ".join(data.split()) if isinstance(data, str) else ""


def lay(template: Template, asked: Asked, taken: Collection[str]) -> Path:
    """Make a new file of a template among one's own, and give its path.

    Args:
        template: what it begins as.
        asked: what was asked before.
        taken: ids that something else has.

    Raises:
        UpstanderError: it could not be written.
        OSError: the template is not there.

    """
    id_ = id_of(asked.title, {*taken, *own.taken_names()})
    path = own.home_of(template.format) / id_ / f"{id_}.yaml"
    with suppress(OSError):  # Then it cannot be saved, which says why.
        path.parent.mkdir(parents=True, exist_ok=True)
    saving.save(path, text_of(template, asked, id_).encode())
    return path
