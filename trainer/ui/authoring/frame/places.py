"""What is remembered of how the editor was arranged, as text among the settings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LEAST, MOST = 40, 4000


class View(StrEnum):
    """What shows at the left."""

    MAP = "map"
    OUTLINE = "outline"
    TEXT = "text"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Places:
    """The view, and sizes in pixels at 100 %; ``text`` is its share when both show, in per cent."""

    view: View = View.MAP
    form: int = 380
    problems: int = 184
    text: int = 45

    def written(self) -> str:
        """Give it as one line."""
        return f"{self.view} {self.form} {self.problems} {self.text}"


USUAL: Final = Places()


def read(text: str) -> Places:
    """Read what was remembered; what cannot be read is as usual."""
    try:
        view, form, problems, share = text.split(" ")
        share_of_text = min(max(int(share), 10), 90)
        return Places(View(view), _size(form), _size(problems), share_of_text)
    except ValueError:
        return USUAL


def _size(text: str) -> int:
    return min(max(int(text), LEAST), MOST)
