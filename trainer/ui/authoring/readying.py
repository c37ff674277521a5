"""From a plan of one's own to the page where its workshop is got ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring import formats
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.scenario.problems import Severity
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.ui.authoring.page import AuthorPage
    from trainer.ui.authoring.workbench import Workbench
    from trainer.ui.context import Context


def is_plan(bench: Workbench) -> bool:
    """Whether what is shown is a plan."""
    return bench.document is not None and bench.document.format == formats.PLAN


def may(bench: Workbench) -> bool:
    """Whether a workshop can be got ready with what is shown."""
    return is_plan(bench) and not why_not(bench)


def why_not(bench: Workbench) -> str:
    """Say what keeps a plan from being led; nothing of what is none."""
    if not is_plan(bench):
        return ""
    unready = any(one.severity is Severity.ERROR for one in bench.problems)
    return _("there is still something to mend") if bench.is_broken or unready else ""


def get_ready(page: AuthorPage) -> None:
    """Save the plan, for the group goes through what is saved, and get it ready."""
    document = page.bench.document
    if document is None:
        return
    if not may(page.bench):
        page.bench.say(
            _("Not yet: what is still to mend is listed under “Problems”."), passing=True
        )
        return
    keeper = page.keeping.keeper
    page.save()
    keeper.writer.flush()
    if not document.is_changed or document.fixed:  # Else why it is not saved was told.
        show(page.context, document.path, page.title())


def show(context: Context, path: Path, title: str) -> None:
    """Open the page where a plan is got ready; if it is not among the plans, say why."""
    context.forget_plans()
    plans = context.plans
    placed = next((one for one in plans.plans() if one.path == path), None)
    if placed is not None:
        context.open_page("workshop-ready", plan=placed.content.id)
        return
    known = {"title": plain(title)}
    what = _("“%(title)s” cannot be got ready yet.") % known
    safe = _("The plan is as you wrote it.")
    if any(one.path == path for one in plans.broken):
        how = _("Open it in Author: what is still to mend is listed there.")
    else:
        how = _("Save it among your own files, and under a short name that no other plan has.")
    context.tell(UpstanderError(what, safe, how))
