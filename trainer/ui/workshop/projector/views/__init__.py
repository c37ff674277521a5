"""One view for each sort of thing that the room sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.ui.workshop.projector.views.view import Telling, View
    from trainer.workshop.telling.room_view import What


def of(told: Telling) -> View:
    """Give the view of what the room sees."""
    from trainer.ui.workshop.projector.views import calm, reading, story, voting

    kinds: dict[What, type[View]] = {
        kind.what: kind for kind in (*reading.VIEWS, *voting.VIEWS, *story.VIEWS, *calm.VIEWS)
    }
    return kinds[told.seen.what](told)
