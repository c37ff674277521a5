"""How far it is known what is wrong."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """How far it is known what is wrong."""

    CHECKING = "checking"
    CHECKED = "checked"
    FAILED = "failed"
