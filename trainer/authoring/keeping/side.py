"""The file beside a scenario that says how it lies on the map.

It comes from anywhere, like the scenario: one that cannot be understood is left where it is, and
the map is laid out by itself.
"""

from __future__ import annotations

import json
import math
import os
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

from trainer import saving
from trainer.authoring.arrangement import Arrangement, Note, ReviewOf
from trainer.authoring.keeping import files

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

T = TypeVar("T")
_REVIEW: Final = ("said", "text", "looked_at", "whole")

FORMAT: Final = "scenario-map/1"
LARGEST: Final = 1024 * 1024
_FARTHEST: Final = 10_000_000
_ASIDE: Final = ".before"
"""Ends the name of one that could not be understood, once another takes its place."""


def place(path: Path) -> Path:
    """Say where the file beside a scenario lies."""
    return path.with_name(f"{path.stem}.map.json")


def read(path: Path) -> tuple[Arrangement, bool]:
    """Read what lies beside a scenario; tell also whether it could be understood."""
    try:
        data, _found = files.raw(place(path), LARGEST + 1)
    except FileNotFoundError:
        return Arrangement(), True
    except (OSError, ValueError):
        return Arrangement(), False
    found = parsed(data)
    return (Arrangement(), False) if found is None else (found, True)


def parsed(data: bytes) -> Arrangement | None:
    """Read an arrangement; None if these bytes are none."""
    if len(data) > LARGEST:
        return None
    try:
        return of_plain(json.loads(data))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
        return None


def write(path: Path, arrangement: Arrangement, *, understood: bool = True) -> None:
    """Let the file beside a scenario hold an arrangement; an empty one has no file.

    Args:
        path: the scenario.
        arrangement: how it lies on the map.
        understood: whether what lies there was understood; else it is kept under another name.

    Raises:
        OSError: it cannot be written.

    """
    beside = place(path)
    if not understood and beside.exists():
        beside.rename(_free(beside.with_name(beside.name + _ASIDE)))
    if arrangement == Arrangement():
        beside.unlink(missing_ok=True)
    else:
        saving.put(beside, written(arrangement))


def _free(wanted: Path) -> Path:
    """Give a name that nothing has yet."""
    place, number = wanted, 1
    while os.path.lexists(place):
        number += 1
        place = wanted.with_name(f"{wanted.name}.{number}")
    return place


def written(arrangement: Arrangement) -> bytes:
    """Give an arrangement as bytes; the same one always gives the same."""
    given = json.dumps(plain(arrangement), ensure_ascii=False, indent=1, sort_keys=True)
    return f"{given}\n".encode("utf-8", "replace")


def only_of(arrangement: Arrangement, scenes: Collection[str]) -> Arrangement:
    """Give an arrangement without the places of scenes that are gone."""
    return Arrangement(
        MappingProxyType({name: at for name, at in arrangement.pins.items() if name in scenes}),
        frozenset(name for name in arrangement.folded if name in scenes),
        arrangement.notes,
        arrangement.review,
        arrangement.left,
    )


def together(base: Arrangement, ours: Arrangement, theirs: Arrangement) -> Arrangement:
    """Put two arrangements together; where both have moved the same thing, ours stays."""
    return Arrangement(
        MappingProxyType(_together(base.pins, ours.pins, theirs.pins)),
        (ours.folded | (theirs.folded - base.folded)) - (base.folded - theirs.folded),
        MappingProxyType(_together(base.notes, ours.notes, theirs.notes)),
        theirs.review if ours.review == base.review else ours.review,
        MappingProxyType(_together(base.left, ours.left, theirs.left)),
    )


def _together(
    base: Mapping[str, T], ours: Mapping[str, T], theirs: Mapping[str, T]
) -> dict[str, T]:
    found = {}
    for name in {**ours, **theirs}:
        here = ours.get(name)
        value = theirs.get(name) if here == base.get(name) else here
        if value is not None:
            found[name] = value
    return found


def plain(arrangement: Arrangement) -> dict[str, Any]:
    """Give an arrangement as what JSON can hold."""
    review = arrangement.review
    told = {} if review is None else {"review": {one: getattr(review, one) for one in _REVIEW}}
    if arrangement.left:
        told["left"] = dict(arrangement.left)
    return {
        **told,
        "format": FORMAT,
        "pins": {name: [_short(one) for one in at] for name, at in arrangement.pins.items()},
        "folded": sorted(arrangement.folded),
        "notes": {
            key: {"x": _short(one.x), "y": _short(one.y), "text": one.text}
            for key, one in arrangement.notes.items()
        },
    }


def of_plain(given: Any) -> Arrangement:
    """Read an arrangement from what stood in JSON.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: it is none.

    """
    if given["format"] != FORMAT:
        raise ValueError("another format")
    pins = {name: (_number(x), _number(y)) for name, (x, y) in given.get("pins", {}).items()}
    folded = given.get("folded", [])
    if not isinstance(folded, list) or not all(isinstance(one, str) for one in folded):
        raise TypeError("folded")
    notes = {
        key: Note(_number(one["x"]), _number(one["y"]), _text(one["text"]))
        for key, one in given.get("notes", {}).items()
    }
    left = {key: int(_number(one)) for key, one in given.get("left", {}).items()}
    return Arrangement(
        MappingProxyType(pins),
        frozenset(folded),
        MappingProxyType(notes),
        _review(given),
        MappingProxyType(left),
    )


def _review(given: Any) -> ReviewOf | None:
    told = given.get("review")
    if told is None:
        return None
    told = {"whole": "", **told}  # Older versions did not keep the digest of the whole file.
    return ReviewOf(*(_text(told[one]) for one in _REVIEW))


def _short(number: float) -> float:
    """Give a number in as few digits as the map needs."""
    rounded = round(number, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _number(given: Any) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise TypeError("no number")
    if not math.isfinite(given) or abs(given) > _FARTHEST:
        raise ValueError("too far")
    return float(given)


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise TypeError("no text")
    return given
