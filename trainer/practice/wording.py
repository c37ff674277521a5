"""Words for what a run may come to, in the reader's language."""

from __future__ import annotations

from trainer.language import N_, _
from trainer.scenario import resources
from trainer.scenario.model import Outcome

_OUTCOMES = {
    Outcome.SUPPORTED: N_("Supported"),
    Outcome.MIXED: N_("Mixed"),
    Outcome.UNRESOLVED: N_("Unresolved"),
    Outcome.HARMED: N_("Harmed"),
}


def outcome_name(outcome: Outcome) -> str:
    """Say in a word what an ending left the targeted person with."""
    return _(_OUTCOMES[outcome])


def scene_name(scene: str) -> str:
    """Make a readable name of a scene's id: ``her-stop`` becomes ``Her stop``."""
    words = scene.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def resource_name(key: str) -> str:
    """Give the name of an entry of the help directory, as its organisation writes it."""
    return resources.NAMES.get(key) or scene_name(key)
