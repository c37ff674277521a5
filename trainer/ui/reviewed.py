"""Who has reviewed a file, as everybody is told: never of a text that nobody has read.

Whatever names a reviewer, on a page, on paper or in a copy, asks here.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from trainer.language import _
from trainer.scenario import kind_words
from trainer.scenario.kinds import Status

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.scenario.libraries.index import Card
    from trainer.scenario.model import Review


class Reviewable(Protocol):
    """What is in a file that can be reviewed: a scenario, a plan, drills or a page."""

    @property
    def status(self) -> Status:
        """How far it has come."""

    @property
    def reviewed(self) -> Review | None:
        """Who reviewed it, if somebody did."""


def changed(status: str, path: Path | None) -> bool | None:
    """Tell whether a reviewed file was changed since; None if that cannot be known here."""
    if path is None or status != Status.REVIEWED.value:
        return False
    # Read in only here: the first page shows hardly ever one that is reviewed.
    from trainer.authoring.reviews import reviewed_since

    return reviewed_since.changed(path)


def of_card(card: Card) -> str:
    """Say what is not to be taken for granted about a scenario; empty if it is reviewed."""
    since = changed(card.status, card.path)
    if since:
        return _("Changed since it was reviewed")
    if since is None:
        return _("Said to be reviewed")
    if card.status != Status.REVIEWED.value:
        return kind_words.review(card.status)
    if not card.reviewed_until:
        return _("Marked as reviewed; nothing says by whom")
    if card.reviewed_until < date.today().isoformat():
        return _("Its review has ended")
    return ""


def told(content: Reviewable, path: Path | None) -> str:
    """Say in a line who has reviewed a file, or what is not to be taken for granted.

    Args:
        content: what was read of it.
        path: where it lies, if that is known.

    """
    from trainer.scenario import reviews

    review = content.reviewed
    if review is not None:
        name = {"name": reviews.name_of(review)}
        since = changed(content.status, path)
        if since:
            return _("Changed since %(name)s reviewed it") % name
        if since is None:
            return _("Said to be reviewed by %(name)s") % name
    return reviews.told(content.status, review)
