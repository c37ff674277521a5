"""Codes that a phone's camera reads, as a matrix of dark and light. They open nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

QUIET: Final = 4
"""Light modules around a code, without which cameras do not find it."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code without its quiet edge: ``rows[y][x]`` is True where it is dark."""

    rows: tuple[tuple[bool, ...], ...]

    @property
    def side(self) -> int:
        """Modules along a side."""
        return len(self.rows)


def code(text: str) -> Code:
    """Make the code of a text; as much error correction as its size has room for.

    From the last row of a hall size counts more than repair: so it begins at level M.
    """
    import segno

    made = segno.make(text, error="m", micro=False, boost_error=True)
    return Code(tuple(tuple(bool(module) for module in row) for row in made.matrix))


def svg(text: str, scale: float = 4) -> str:
    """Give the code of a text as a whole SVG picture, its quiet edge included."""
    import io

    import segno

    out = io.BytesIO()
    made = segno.make(text, error="m", micro=False)
    made.save(out, kind="svg", scale=scale, border=QUIET, light="white", xmldecl=False)
    return out.getvalue().decode("utf-8")
