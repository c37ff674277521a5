"""What a person has set: plain data, one JSON file, read leniently, written whole.

A file that cannot be read is set aside as ``settings.json.unreadable`` and the
defaults hold; a single value that makes no sense falls back to its default.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
from dataclasses import asdict, dataclass, fields, replace
from threading import Lock
from typing import TYPE_CHECKING, Any

from trainer import saving

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Steps of the text size, in per cent."""

LARGEST = 1024 * 1024
"""Bytes of the largest settings that are read; no person has set that much."""

PALETTES = ("system", "light", "dark", "contrast-light", "contrast-dark")
MOTIONS = ("system", "full", "reduced")

_writing = Lock()
"""Two at once would write into the same file beside it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has set. ``keep`` is None until the first start has asked.

    ``welcome`` is True from then on, until the pages after that question were seen or skipped.
    ``last_at`` is when ``last_page`` was kept, in seconds since 1970; 0 where none is.
    ``projector`` is the screen that a room looked at last. ``author_view`` is how the editor was
    arranged, ``author_name`` who stands as author of what is written in it, ``author_at``
    where in which file one wrote last.
    """

    keep: bool | None = None
    welcome: bool = False
    text_size: int = 100
    palette: str = "system"
    motion: str = "system"
    soften: bool = False
    read_aloud: bool = False
    timed: bool = False
    show_d_names: bool = False
    language: str = ""
    folders: tuple[str, ...] = ()
    quick_page: str = "notes"
    last_page: str = ""
    last_at: int = 0
    help_place: str = ""
    window: str = ""
    projector: str = ""
    projector_dark: bool = False
    author_view: str = ""
    author_name: str = ""
    author_at: str = ""

    def but(self, **changes: Any) -> Settings:
        """Give the same settings with these changes."""
        return replace(self, **changes)


_ALLOWED: dict[str, tuple[Any, ...]] = {
    "text_size": TEXT_SIZES,
    "palette": PALETTES,
    "motion": MOTIONS,
}


def _value(name: str, default: Any, raw: Any) -> Any:
    if name == "keep":
        return raw if raw is None or isinstance(raw, bool) else default
    if name == "folders":
        listed = raw if isinstance(raw, list) else ()
        return tuple(item for item in listed if isinstance(item, str) and os.path.isabs(item))
    if type(raw) is not type(default) or not _is_unicode(raw):
        return default
    return raw if raw in _ALLOWED.get(name, (raw,)) else default


def _is_unicode(value: Any) -> bool:
    """Tell whether a value is no text, or whole: JSON can spell half a character."""
    return not isinstance(value, str) or not any("\ud800" <= sign <= "\udfff" for sign in value)


def set_aside(path: Path) -> Path:
    """Where settings that could not be read are kept."""
    return path.with_name(path.name + ".unreadable")


def read(path: Path) -> Settings:
    """Read the settings; whatever cannot be read takes its default. Raises nothing."""
    try:
        raw = _plain(path)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        with contextlib.suppress(OSError):
            path.replace(set_aside(path))
        return Settings()
    defaults = Settings()
    known = {field.name for field in fields(Settings)}
    return Settings(
        **{name: _value(name, getattr(defaults, name), raw[name]) for name in known & raw.keys()}
    )


def _plain(path: Path) -> dict[str, Any]:
    """Read the file as it stands.

    Raises:
        OSError: it is not there, or cannot be read.
        ValueError, RecursionError: it does not hold settings.

    """
    found = path.stat()
    # Reading a pipe or a device might never end.
    if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
        raise ValueError("no settings")
    raw = json.loads(path.read_bytes())
    if not isinstance(raw, dict):
        raise ValueError("no settings")
    return raw


def write(settings: Settings, path: Path) -> None:
    """Write the settings, so that a kill leaves a whole file.

    Raises:
        OSError: the place cannot be written; the old file stands.

    """
    write_latest(lambda: settings, path)


def write_latest(give: Callable[[], Settings | None], path: Path) -> None:
    """Write what ``give`` gives when its turn comes, one writing after another; or nothing.

    Raises:
        OSError: the place cannot be written; the old file stands.

    """
    with _writing:
        settings = give()
        if settings is None:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        # In ASCII, which also holds names of folders that are no Unicode.
        saving.put(path, json.dumps(asdict(settings), indent=1).encode("ascii"))
