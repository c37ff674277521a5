"""A report as plain data and back, so that it can be kept; what is read may be anybody's."""

from __future__ import annotations

import types
from dataclasses import asdict, fields, is_dataclass
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")

_LONGEST = 5_000
"""Characters, or things in a list, that a report may have in one place."""


def to_plain(thing: Any) -> dict[str, Any]:
    """Give a thing of the model as plain data."""
    plain: dict[str, Any] = asdict(thing)
    return plain


def from_plain(kind: type[T], plain: Any) -> T:
    """Give a thing of the model again.

    Raises:
        ValueError: it is not what :func:`to_plain` gives.

    """
    made: T = _read(kind, plain)
    return made


def _read(kind: Any, plain: Any) -> Any:
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        if not isinstance(plain, dict) or plain.keys() != {one.name for one in fields(kind)}:
            raise ValueError(getattr(kind, "__name__", ""))
        made: Any = kind
        return made(**{name: _read(hints[name], value) for name, value in plain.items()})
    if get_origin(kind) is tuple:
        return _several(get_args(kind)[0], plain)
    if isinstance(kind, types.UnionType):
        wanted = next(one for one in get_args(kind) if one is not type(None))
        return None if plain is None else _read(wanted, plain)
    return _single(kind, plain)


def _several(kind: Any, plain: Any) -> tuple[Any, ...]:
    if not isinstance(plain, list | tuple) or len(plain) > _LONGEST:
        raise ValueError("list")
    return tuple(_read(kind, one) for one in plain)


def _single(kind: Any, plain: Any) -> Any:
    if kind is float and type(plain) in (int, float) and abs(plain) < 1e12:
        return float(plain)
    if kind is int and type(plain) is int and 0 <= plain < 1e12:
        return plain
    if kind is str and isinstance(plain, str) and len(plain) <= _LONGEST:
        return plain
    raise ValueError(str(kind))
