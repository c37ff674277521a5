"""Looking at the workshops that are kept: what is past its date goes, and that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.errors import UpstanderError
from trainer.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.ui.context import Context
    from trainer.workshop.keeping.deleting import Looked
    from trainer.workshop.keeping.going_on import GoneOn


def look(context: Context) -> Looked:
    """Give what is kept, after what is past its date was deleted. A guest changes nothing.

    A workshop that has ended and settled is let go of, with its room and its screen: whoever looks
    here has left it.
    """
    # Late: most windows never need it.
    import time

    from trainer.ui.workshop import leading, until_closed
    from trainer.workshop.keeping import deleting, listing

    led = leading.now(context)
    if led is not None and led.workshop.state.ended is not None and led.workshop.folder is None:
        leading.let_go(context)
    if context.guest:
        return deleting.Looked(listing.every(settles=False))
    looked = deleting.look(time.time(), until_closed.folders(context))
    said = _said(looked)
    if said:
        context.notice(said, stays=bool(looked.named))
    return looked


def go_on(context: Context, make: Callable[[], GoneOn]) -> bool:
    """Lead a workshop that stopped, where it stood; False, and told why, where it cannot go on."""
    from trainer.workshop.keeping.going_on import Left

    try:
        gone_on = make()
    except UpstanderError as error:
        context.tell(error)
        return False
    context.open_page("workshop", workshop=gone_on.workshop)
    if gone_on.left is not Left.NOTHING:
        said = _("The end of the journal could not be taken over; the workshop stands before it."
                 " All of the journal is kept beside it.")  # fmt: skip
        context.notice(said, stays=True)
    return True


def _said(looked: Looked) -> str:
    if looked.named:
        count = len(looked.named)
        return ngettext(
            "%(n)d workshop is past its date by this computer’s clock. It will be deleted when "
            "Upstander is opened tomorrow or later.",
            "%(n)d workshops are past their dates by this computer’s clock. They will be deleted "
            "when Upstander is opened tomorrow or later.",
            count,
        ) % {"n": count}
    count = len(looked.went)
    if not count:
        return ""
    return ngettext(
        "The date of %(n)d workshop had come: it was deleted from this computer.",
        "The dates of %(n)d workshops had come: they were deleted from this computer.",
        count,
    ) % {"n": count}
