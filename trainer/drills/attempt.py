"""What somebody answers to a drill, from the first letter until it is kept. Nothing is judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.drills.model import Drill, Reply
    from trainer.method.ds import D


class Side(StrEnum):
    """From where a line is met."""

    REPLY = "reply"
    """One hears it, said to oneself or to somebody else, and answers."""

    REPAIR = "repair"
    """One has said it oneself, and makes it right."""


@dataclass
class Attempt:
    """One answer. ``words`` are one's own; ``picked`` names a reply that was taken instead.

    ``ticked`` holds positions (from 0) of the points that it held, in one's own view;
    ``like`` is the D that one's own words were most like, also in one's own view.
    """

    words: str = ""
    picked: str = ""
    ticked: set[int] = field(default_factory=set)
    like: D | None = None

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer, beside one that was only thought."""
        return bool(self.words.strip() or self.picked)

    def write(self, words: str) -> None:
        """Answer in one's own words; a reply that was picked before no longer counts."""
        self.words = words
        if words.strip():
            self.picked = ""

    def pick(self, reply: str) -> None:
        """Answer with a reply that is there. Words that were begun stay, and do not count."""
        self.picked, self.like = reply, None

    def reply(self, drill: Drill) -> Reply | None:
        """Give the reply that was picked, if the drill still has it."""
        return next((one for one in drill.replies if one.id == self.picked), None)

    def skill(self, drill: Drill) -> D | None:
        """Give the D of this answer, as far as anybody has said which it is."""
        picked = self.reply(drill)
        return picked.d if picked is not None else self.like

    def said(self) -> str:
        """Give one's own words, where they are the answer."""
        return "" if self.picked else self.words.strip()
