"""What is asked about the five steps, and how answers are told, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.language import N_, _
from trainer.progress.confidence.confidence import MOST, Step

if TYPE_CHECKING:
    from trainer.progress.confidence.confidence import Entry

_NAMES: Final = {
    Step.NOTICE: N_("Notice it"),
    Step.PROBLEM: N_("See it as a problem"),
    Step.RESPONSIBILITY: N_("Feel that it is up to me, too"),
    Step.KNOW_HOW: N_("Know what to do"),
    Step.ACT: N_("Do something"),
}

_STATEMENTS: Final = {
    Step.NOTICE: N_("I would notice it."),
    Step.PROBLEM: N_("I would see that it is not all right, even if nobody else seems to."),
    Step.RESPONSIBILITY: N_("I would feel that it is up to me, too."),
    Step.KNOW_HOW: N_("I would know something that I could do."),
    Step.ACT: N_("I would do something, large or small."),
}

_WORDS: Final = {
    1: N_("Not sure at all"),
    3: N_("Somewhat sure"),
    5: N_("Very sure"),
}


def name(step: Step) -> str:
    """Name a step in a few words, for a list or a chart."""
    return _(_NAMES[step])


def statement(step: Step) -> str:
    """Give what somebody is more or less sure of."""
    return _(_STATEMENTS[step])


def value_words(value: int) -> str:
    """Give the words of a place on the scale; empty between the middle and the ends."""
    return _(_WORDS[value]) if value in _WORDS else ""


def told(value: int) -> str:
    """Say a place on the scale, as in “3 of 5, somewhat sure”."""
    known = {"value": value, "most": MOST, "words": value_words(value)}
    if known["words"]:
        return _("%(value)d of %(most)d: %(words)s") % known
    return _("%(value)d of %(most)d") % known


def entry_words(entry: Entry) -> str:
    """Tell what was answered once, one step a line."""
    return "\n".join(
        _("%(step)s: %(answer)s")
        % {
            "step": name(step),
            "answer": told(entry.answers[step]) if step in entry.answers else _("left out"),
        }
        for step in Step
    )


def not_validated() -> str:
    """Say what these questions are, and are not."""
    return _(
        "These are our own questions, not a validated scale. They are for you alone, "
        "and feeling sure does not show what somebody does."
    )
