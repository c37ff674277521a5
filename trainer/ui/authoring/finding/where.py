"""Where something is looked for."""

from __future__ import annotations

from typing import Final

HERE: Final = "here"
BESIDE: Final = "beside"
OWN: Final = "own"
