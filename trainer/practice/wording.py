"""Words for what is met in a run, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _
from trainer.scenario.model import Kind, You
from trainer.scenario.texts.markup import has_quotation_marks, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trainer.scenario.model import Scenario


def who_you_are(you: You) -> str:
    """Say in one line who the learner is here."""
    known = {"name": you.name or "", "role": plain(you.role), "note": plain(you.note or "")}
    if you.name and you.note:
        return _("You are %(name)s (%(role)s). %(note)s") % known
    if you.name:
        return _("You are %(name)s (%(role)s).") % known
    if you.note:
        return _("Your part: %(role)s. %(note)s") % known
    return _("Your part: %(role)s.") % known


def promise(*, keeps: bool) -> str:
    """Say beside a box for one's own words what becomes of them."""
    if keeps:
        return _("Nobody judges this. It stays on this computer.")
    return _("Nobody judges this. It is gone when the window closes.")


def scene_name(scene: str) -> str:
    """Make a readable name of a scene's id: ``her-stop`` becomes ``Her stop``."""
    words = scene.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def choice_words(kind: Kind, words: str) -> str:
    """Give a choice as it is offered, in plain text: what is said is marked as said."""
    if kind is Kind.SAY:
        said = _("Say: %(words)s") if has_quotation_marks(words) else _("Say: “%(words)s”")
        return said % {"words": plain(words)}
    return plain(words)


def notes_in_a_row(notes: Iterable[str]) -> str:
    """Give content notes as one, to stand before a full stop; they may hold commas themselves."""
    return _("; ").join(plain(note).rstrip(" .") for note in notes)


def resource_names(scenario: Scenario) -> Mapping[str, str]:
    """Give the entries of the help directory that a scenario names, by key, with names.

    A name is as the organisation writes it; of an entry that has gone the key must do.
    """
    if not scenario.resources:
        return {}
    # Imported late: only the end of a run needs it.
    from trainer.help import directory

    near = directory.near(scenario.folder)
    return {key: near.name(key) or scene_name(key) for key in scenario.resources}
