"""Who has read and approved of a file, and until when: for every format that has a status."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from trainer.language import _
from trainer.scenario import kind_words
from trainer.scenario.files.shapes import value_of
from trainer.scenario.model import Review, Status
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from datetime import date

    from trainer.scenario.files.context import Context
    from trainer.scenario.files.nodes import Mapping, Node
    from trainer.scenario.files.scalars import Reader
    from trainer.scenario.files.shapes import Plan


def review_builder(plan: Plan) -> Reader:
    """Make a reader of who reviewed a file and how long that holds."""

    def read(ctx: Context, node: Node, key: str) -> Review | None:
        got = plan.read(ctx, node, key)
        if got is None:
            return None
        until = got.get("until")
        if until is not None and until < ctx.today.isoformat():
            ctx.report("review-expired", value_of(node, "until"), until=until)
        return None if ctx.broken else Review(**got)

    return read


def check_review(ctx: Context, root: Mapping, got: dict[str, Any]) -> None:
    """Report a file that is reviewed and does not say by whom."""
    if got.get("status") is Status.REVIEWED and "reviewed" not in got:
        ctx.report("review-missing", value_of(root, "status"))


def name_of(review: Review) -> str:
    """Give who reviewed it, in letters alone."""
    return plain(review.by)


def told(status: str, review: Review | None, today: date | None = None) -> str:
    """Say in a line who has reviewed a text, or what is not to be taken for granted.

    Args:
        status: how far the text has come.
        review: who reviewed it, if somebody did.
        today: the day on which the review is still good, or not; the computer's, if None.

    """
    if review is None:
        said = kind_words.review(status)
        return said or _("Marked as reviewed; nothing says by whom")
    known = {"name": name_of(review), "until": review.until}
    if review.until < (today or datetime.date.today()).isoformat():
        return _("Reviewed by %(name)s; that was good until %(until)s") % known
    return _("Reviewed by %(name)s") % known
