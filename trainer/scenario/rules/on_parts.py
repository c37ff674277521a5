"""Rules about what a scenario has to bring along for the people it is about and those who play."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.scenario.model import NOWHERE, Severity
from trainer.scenario.problems import Hint, problem
from trainer.scenario.rules.met import targeted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.scenario.problems import Problem
    from trainer.scenario.rules.met import Met


def no_targeted_feedback(met: Met) -> Iterator[Problem]:
    """Feedback that tells of none of the targeted people.

    Their relief is the measure of every choice, so each one says what it did for them;
    beating or teaching whoever harms is not the aim (Emily May of Right To Be, cnbc.com).
    """
    people = targeted(met.scenario)
    hint = Hint("add-about", {"names": ", ".join(sorted(people))})
    for choice in met.choices:
        if people and choice.feedback and not people & choice.feedback.about.keys():
            yield problem("no-targeted-feedback", choice.mark, hint=hint, choice=choice.id)


def no_view(met: Met) -> Iterator[Problem]:
    """An ending without the targeted person's own view.

    The last word on how it went belongs to whoever it happened to (ours, from the same
    measure: the targeted person's relief).
    """
    for scene in met.endings:
        if scene.ending and not scene.ending.view:
            yield problem("no-view", scene.mark, hint=Hint("add-view"), scene=scene.id)


def no_content_notes(met: Met) -> Iterator[Problem]:
    """No content notes, from spoken abuse upwards.

    Notes do not lessen distress (Bridgland and others 2023); they are there so that
    somebody can choose another scenario, or skip what is hard.
    """
    told = met.scenario
    if told.severity is not Severity.MICROAGGRESSION and not told.content_notes:
        yield problem("no-content-notes", NOWHERE, severity_told=told.severity.value)


def no_debrief(met: Met) -> Iterator[Problem]:
    """No question for the time after.

    What was seen, what it changed for the targeted person, what one would do next time:
    the debrief is where practice turns into a plan (johs.org.uk).
    """
    if not met.scenario.questions:
        yield problem("no-debrief", NOWHERE)


def no_resources(met: Met) -> Iterator[Problem]:
    """No entry of the help directory.

    Closing with resources is part of every trauma-informed training
    (washingtonpeacecenter.org).
    """
    if not met.scenario.resources:
        yield problem("no-resources", NOWHERE)


RULES: Final = (no_targeted_feedback, no_view, no_content_notes, no_debrief, no_resources)
