"""Words for what is met in a run, in the reader's language."""

from __future__ import annotations

from trainer.language import _
from trainer.scenario import resources
from trainer.scenario.markup import plain
from trainer.scenario.model import Kind


def scene_name(scene: str) -> str:
    """Make a readable name of a scene's id: ``her-stop`` becomes ``Her stop``."""
    words = scene.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def choice_words(kind: Kind, words: str) -> str:
    """Give a choice as it is offered, in plain text: what is said is marked as said."""
    if kind is Kind.SAY:
        return _("Say: “%(words)s”") % {"words": plain(words)}
    return plain(words)


def resource_name(key: str) -> str:
    """Give the name of an entry of the help directory, as its organisation writes it."""
    return resources.NAMES.get(key) or scene_name(key)
