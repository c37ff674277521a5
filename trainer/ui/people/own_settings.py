"""Settings that tell of one person: kept with them as soon as others practise here, too.

Text size, colours and the like are the computer's, whoever sits before it. Where somebody
looks for help, which page they were on, and whether they have seen the first pages is theirs;
with a passphrase on what they keep, that is behind it as well.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from trainer import paths
from trainer import settings as settings_file
from trainer.progress.profiles import DEFAULT
from trainer.settings import Settings

if TYPE_CHECKING:
    from trainer.progress.profiles import Profile
    from trainer.progress.store import Store
    from trainer.ui.context import Context

OWN: Final = ("help_place", "last_page", "last_at", "welcome", "author_name", "author_at")
_FACT: Final = "window"


def without(settings: Settings) -> Settings:
    """Give the settings that are the computer's."""
    usual = asdict(Settings())
    return settings.but(**{name: usual[name] for name in OWN})


def for_all(context: Context) -> Settings:
    """Give the settings for whoever comes next: those of the computer, as they are kept.

    What a guest has set is forgotten.
    """
    now = context.settings
    if not context.guest:
        return without(now)
    kept = settings_file.read(paths.settings())
    return without(kept.but(keep=True, window=now.window))


def set_apart(store: Store, settings: Settings) -> Settings:
    """Keep what tells of a person with them, and give the rest.

    Raises:
        KeepingError: it was not kept.

    """
    value = json.dumps({name: getattr(settings, name) for name in OWN})
    with store.reading() as connection:
        row = connection.execute("SELECT value FROM fact WHERE name = ?", (_FACT,)).fetchone()
    if row is None or row["value"] != value:
        with store.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (_FACT, value))
    return without(settings)


def of(store: Store, settings: Settings, person: Profile, *, apart: bool) -> Settings:
    """Give the settings of the computer with those of a person in them.

    Somebody new sees the first pages; who was alone here until now has theirs in the file.

    Raises:
        KeepingError: what they keep cannot be read.

    """
    kept = settings_file.read(paths.settings())
    if not apart:
        return settings.but(**{name: getattr(kept, name) for name in OWN})
    with store.reading() as connection:
        row = connection.execute("SELECT value FROM fact WHERE name = ?", (_FACT,)).fetchone()
    if row is None:
        if person.id == DEFAULT:
            return settings.but(**{name: getattr(kept, name) for name in OWN})
        return settings.but(welcome=True)
    return settings.but(**_read(row["value"]))


def _read(text: str) -> dict[str, Any]:
    """Read what was kept; a value of another kind takes its default."""
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    usual = asdict(Settings())
    if not isinstance(raw, dict):
        return {}
    return {name: raw[name] for name in OWN if type(raw.get(name)) is type(usual[name])}
