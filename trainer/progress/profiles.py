"""The people who practise on this computer: a folder for each, with a name in it.

Whoever is alone here needs no name: their folder is "default". A guest has no folder at all.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer import paths
from trainer.progress import bad_days, files

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT: Final = "default"
LONGEST: Final = 60
"""Characters of a name."""

_ID = re.compile(r"[0-9a-f]{12}")
_NAME: Final = "about.json"
_LARGEST: Final = 4096
_JOINERS: Final = "\u200c\u200d"
"""Unseen, but parts of words in some scripts; what turns a line around is not among them."""


class Profile(NamedTuple):
    """One person: the id of their folder, what they are called, whether a passphrase is on it.

    ``name`` is empty where nobody gave one, or where it cannot be read. A named tuple, because
    making its class takes a tenth of making a dataclass, and every start makes it.
    """

    id: str
    name: str
    is_sealed: bool

    @property
    def folder(self) -> Path:
        """Where everything of theirs lies."""
        return paths.profile(self.id)

    @property
    def database(self) -> Path:
        """Their database, as :meth:`trainer.progress.store.Store.open` takes it."""
        return paths.database(self.id)


def listed() -> list[Profile]:
    """Give everybody: whoever was here first, then the others by name. Raises nothing."""
    found = [profile(one) for one in _ids()]
    return sorted(found, key=lambda one: (one.id != DEFAULT, one.name.casefold(), one.id))


def profile(profile_id: str) -> Profile:
    """Give one person by the id of their folder, which need not exist. Raises nothing."""
    is_sealed = files.is_sealed(paths.database(profile_id))
    return Profile(profile_id, _name(paths.profile(profile_id)), is_sealed)


def must_ask() -> bool:
    """Tell whether to ask who is practising: there are several, or one with a passphrase."""
    ids = _ids()
    return len(ids) > 1 or any(files.is_sealed(paths.database(one)) for one in ids)


def only() -> Profile:
    """Give whoever is alone here; on a new computer that is somebody without a name."""
    ids = _ids()
    return profile(ids[0] if len(ids) == 1 else DEFAULT)


def named(name: str) -> list[Profile]:
    """Give those who are called so, or whose folder is."""
    wanted = clean(name).casefold()
    return [one for one in listed() if wanted in (one.name.casefold(), one.id)]


def clean(name: str) -> str:
    """Give a name as it can be kept and shown: one line of signs that are seen."""
    seen = "".join(sign if sign.isprintable() or sign in _JOINERS else " " for sign in name)
    return " ".join(seen.split())[:LONGEST].strip()


def add(name: str) -> Profile:
    """Make a folder for somebody new.

    Raises:
        ValueError: the name has nothing in it.
        KeepingError: it could not be made.

    """
    if not clean(name):
        raise ValueError("a name of nothing")
    new = Profile(os.urandom(6).hex(), clean(name), is_sealed=False)
    with bad_days.told(new.folder):
        files.private_folder(new.folder)
        _write(new.folder, new.name)
    return new


def rename(one: Profile, name: str) -> Profile:
    """Call somebody otherwise.

    Raises:
        ValueError: the name has nothing in it.
        KeepingError: the old name stands.

    """
    if not clean(name):
        raise ValueError("a name of nothing")
    with bad_days.told(one.folder):
        files.private_folder(one.folder)
        _write(one.folder, clean(name))
    return profile(one.id)


def remove(one: Profile) -> list[Path]:
    """Delete somebody's folder with everything in it; give what is left of it: nothing.

    Raises:
        HeldElsewhere: a running Upstander has it open; nothing was deleted.
        KeepingError: not all of it is gone; calling it again goes on.

    """
    import shutil

    from trainer.progress.deletion import erasing

    erasing.erase_profile(one.database)
    with bad_days.told(one.folder):
        if one.folder.is_dir():
            shutil.rmtree(one.folder)
            files.sync(paths.profiles())
    return erasing.left_of_profile(one.folder)


def _ids() -> list[str]:
    """Ids of the folders that are somebody's, sorted."""
    try:
        found = [entry.name for entry in os.scandir(paths.profiles()) if _is_folder(entry)]
    except OSError:
        return []
    return sorted(one for one in found if one == DEFAULT or _is_used(one))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    is_id = entry.name == DEFAULT or _ID.fullmatch(entry.name) is not None
    return is_id and entry.is_dir(follow_symlinks=False)


def _is_used(profile_id: str) -> bool:
    database = paths.database(profile_id)
    kept = (database, files.sealed(database), paths.profile(profile_id) / _NAME)
    return any(one.exists() for one in kept)


def _name(folder: Path) -> str:
    """Read a name; what cannot be read is none."""
    import json

    try:
        if not (folder / _NAME).is_file():  # opening a pipe might never end
            return ""
        with (folder / _NAME).open("rb") as file:
            raw = json.loads(file.read(_LARGEST))
        return clean(raw["name"]) if isinstance(raw["name"], str) else ""
    except (OSError, ValueError, RecursionError, KeyError, TypeError):
        return ""


def _write(folder: Path, name: str) -> None:
    import json

    from trainer import saving

    saving.put(folder / _NAME, json.dumps({"name": name}).encode("ascii"))
