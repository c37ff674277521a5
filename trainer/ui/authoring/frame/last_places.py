"""The scene in which one wrote last, of each of the latest files: there one goes on.

It is kept among the settings of whoever writes, not beside the file: it tells of them, and goes
to nobody with a copy. Files are told apart by a digest of where they lie.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.ui.authoring.workbench import Workbench

MOST: Final = 20
"""Files of which it is kept."""

_LONGEST: Final = 200


def note(bench: Workbench) -> None:
    """Note where one is in the file that shows; of whoever keeps nothing, nothing."""
    document, context = bench.document, bench.context
    if document is None or not context.keeps or document.waits:
        return
    known = _read(context.settings.author_at)
    known.pop(_key(document.path), None)
    if bench.scene is not None:
        known[_key(document.path)] = bench.scene[:_LONGEST]
    latest = dict(list(known.items())[-MOST:])
    context.remember(author_at=json.dumps(latest, ensure_ascii=False) if latest else "")


def stand(bench: Workbench) -> None:
    """Select the scene in which one wrote last, if it is there still; else the first."""
    document = bench.document
    if document is not None:
        known = _read(bench.context.settings.author_at)
        bench.select_first(known.get(_key(document.path), ""))


def _key(path: Path) -> str:
    return sha256(str(path).encode("utf-8", "replace")).hexdigest()[:16]


def _read(text: str) -> dict[str, str]:
    """Read what was kept; what cannot be understood is nothing."""
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    given = found.items() if isinstance(found, dict) else ()
    return {key: one for key, one in given if isinstance(one, str)}
