"""Who has reviewed a file, as everybody is told: never of a text that nobody has read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.language import _
from trainer.scenario import kind_words
from trainer.scenario.kinds import Status

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.scenario.library_index import Card
    from trainer.scenario.model import Review


def changed(status: str, path: Path | None) -> bool | None:
    """Tell whether a reviewed file was changed since; None if that cannot be known here."""
    if path is None or status != Status.REVIEWED.value:
        return False
    # Read in only here: the first page shows hardly ever one that is reviewed.
    from trainer.authoring import reviewed_since

    return reviewed_since.changed(path)


def of_card(card: Card) -> str:
    """Say what is not to be taken for granted about a scenario; empty if it is reviewed."""
    if changed(card.status, card.path):
        return _("Changed since it was reviewed")
    return kind_words.review(card.status)


def told(status: str, review: Review | None, path: Path | None) -> str:
    """Say in a line who has reviewed a file, or what is not to be taken for granted.

    Args:
        status: how far it has come.
        review: who reviewed it, if somebody did.
        path: where it lies, if that is known.

    """
    from trainer.scenario import reviews

    if review is not None:
        name = {"name": reviews.name_of(review)}
        since = changed(status, path)
        if since:
            return _("Changed since %(name)s reviewed it") % name
        if since is None:
            return _("Said to be reviewed by %(name)s") % name
    return reviews.told(status, review)
