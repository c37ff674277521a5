"""The templates that there are. Each is a whole file of its format, below ``assets/templates``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from trainer import paths
from trainer.language import N_

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Template:
    """One of them; ``words`` and ``meaning`` go through gettext where they are shown."""

    name: str
    words: str
    meaning: str
    story: bool = False
    """Whether it is a scenario."""

    brings: str = ""
    """What is written in it already, in general words, and told once to whoever begins with it;
    through gettext. What is about one story or one place is empty in every template."""

    @property
    def format(self) -> str:
        """Format of its file."""
        return "scenario/1" if self.story else f"{self.name}/1"

    @property
    def path(self) -> Path:
        """Its file."""
        return paths.assets() / "templates" / f"{self.name}.yaml"


EVERY: Final = (
    Template(
        "empty",
        N_("Empty"),
        N_("One scene and one ending. You add the rest."),
        story=True,
        brings=N_(
            "A reason under “Why” and a question for the end came along as examples. The "
            "question is yours if you leave it; the reason waits for your own words."
        ),
    ),
    Template(
        "two-step",
        N_("Two steps"),
        N_("Noticing, then a first step, then what follows from it: one decision, and one more."),
        story=True,
        brings=N_(
            "Reasons under “Why” and questions for the end came along as examples. The "
            "questions are yours if you leave them; the reasons wait for your own words."
        ),
    ),
    Template(
        "workshop",
        N_("For a workshop"),
        N_("One decision for a whole room to vote on, with notes for whoever leads."),
        story=True,
        brings=N_(
            "Questions came along as examples: they are yours if you leave them. So did notes "
            "for whoever leads and reasons under “Why”, which wait for your own words."
        ),
    ),
    Template(
        "drills",
        N_("Reply drills"),
        N_("A line that somebody says, replies to it, and how to mend it if it was you."),
    ),
    Template("help", N_("Where to find help"), N_("Places near you that people can turn to.")),
    Template(
        "plan",
        N_("A workshop plan"),
        N_("What a workshop goes through, and for how long."),
        brings=N_(
            "What the group agrees on, and the last words, came along as examples. They are "
            "yours if you leave them."
        ),
    ),
)

BY_NAME: Final = {one.name: one for one in EVERY}
