"""Where one wrote last, of each of the latest files: the part of the editor, and the place.

It is kept among the settings of whoever writes, not beside the file: it tells of them, and goes
to nobody with a copy. Files are told apart by a digest of where they lie.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from trainer.authoring.source.parts import SPLIT

if TYPE_CHECKING:
    from pathlib import Path as File

    from trainer.authoring.source.lines import Path
    from trainer.ui.context import Context

MOST: Final = 20
"""Files of which it is kept."""

FORM, TEXT = "form", "text"
_LONGEST, _DEEPEST = 200, 12


class Stood(NamedTuple):
    """Where one was: in the form, in the text or at the scenes, and at which path."""

    part: str = ""
    path: Path = ()


def note(context: Context, file: File, stood: Stood) -> None:
    """Note where one is in a file; of whoever keeps nothing, nothing."""
    if not context.keeps:
        return
    known = _read(context.settings.author_at)
    known.pop(_key(file), None)
    if stood.path:
        known[_key(file)] = stood
    latest = {
        key: [one.part, *(_short(step) for step in one.path[:_DEEPEST])]
        for key, one in list(known.items())[-MOST:]
    }
    context.remember(author_at=json.dumps(latest, ensure_ascii=False) if latest else "")


def of(context: Context, file: File) -> Stood:
    """Give where one was in a file."""
    return _read(context.settings.author_at).get(_key(file), Stood())


def _short(step: str | int) -> str | int:
    return step[:_LONGEST] if isinstance(step, str) else step


def _key(path: File) -> str:
    return sha256(str(path).encode("utf-8", "replace")).hexdigest()[:16]


def _read(text: str) -> dict[str, Stood]:
    """Read what was kept; what cannot be understood is nothing."""
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    given = found.items() if isinstance(found, dict) else ()
    return {key: stood for key, one in given if (stood := _stood(one)).path}


def _stood(given: object) -> Stood:
    if isinstance(given, str):
        return Stood("", (SPLIT, given))  # As older versions kept it: the name of a scene.
    if not isinstance(given, list) or not all(type(one) in (str, int) for one in given):
        return Stood()
    part, *path = given or [""]
    if part not in (FORM, TEXT, "") or any(isinstance(one, int) and one < 0 for one in path):
        return Stood()
    return Stood(part, tuple(path))
