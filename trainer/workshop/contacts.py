"""Whom a workshop names where there is help, as its journal holds them: plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.help.directory import Directory


@dataclass(frozen=True, slots=True)
class Way:
    """A way to reach somebody; ``about`` says more of it, such as its hours, or is empty."""

    channel: str
    value: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who helps. ``languages`` are BCP 47, and empty where nothing is known of them."""

    key: str
    name: str
    summary: str
    reach: tuple[Way, ...]
    languages: tuple[str, ...] = ()


def named(directory: Directory, keys: Iterable[str]) -> dict[str, Contact]:
    """Give those whom a directory has, by key and in the order in which they were chosen."""
    return {key: found for key in dict.fromkeys(keys) if (found := _named(directory, key))}


def _named(directory: Directory, key: str) -> Contact | None:
    listed = directory.entry(key)
    if listed is None:
        return None
    entry = listed.entry
    reach = tuple(
        Way(str(one.channel), one.value, plain(one.about or "").strip()) for one in entry.reach
    )
    return Contact(key, plain(entry.name), plain(entry.summary), reach, entry.languages)


def to_plain(contacts: Mapping[str, Contact]) -> list[Any]:
    """Give them as plain data."""
    return [
        [
            one.key, one.name, one.summary,
            [[way.channel, way.value, way.about] for way in one.reach],
            list(one.languages),
        ]
        for one in contacts.values()
    ]  # fmt: skip


def from_plain(given: Any) -> dict[str, Contact]:
    """Take them in again; in earlier journals nothing was said of hours and languages.

    Raises:
        TypeError: it is not what :func:`to_plain` gives.
        ValueError: likewise.

    """
    return {str(one[0]): _read(*one) for one in given}


def _read(key: Any, name: Any, summary: Any, reach: Any, languages: Any = ()) -> Contact:
    ways = tuple(_read_way(*way) for way in reach)
    return Contact(str(key), str(name), str(summary), ways, tuple(map(str, languages)))


def _read_way(channel: Any, value: Any, about: Any = "") -> Way:
    return Way(str(channel), str(value), str(about))
