"""Printing a plan as it stands in the editor, once it can be led."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trainer.authoring.plainly.told import tell
from trainer.language import _
from trainer.plans.reading import PLANS
from trainer.scenario.files import reading as files
from trainer.scenario.problems import Severity

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.authoring.workbench import Workbench


def print_shown(bench: Workbench, parent: QWidget) -> None:
    """Print the plan that is shown; what keeps it from being led is said instead."""
    from trainer.ui.workshop.printed.sheet import print_plan

    document = bench.document
    if document is None:
        return
    reading = files.read_bytes(document.text.encode(), document.path, (PLANS,))
    wrong = [one for one in reading.problems if one.severity is Severity.ERROR]
    if wrong or reading.content is None:
        first = next(iter(tell(document, wrong)), None)
        reason = "" if first is None else first.words
        go = None if first is None else partial(bench.write_at, first.path)
        said = _("Not printed yet. %(reason)s") % {"reason": reason}
        bench.context.notice(said, _("Go there") if go else "", go)
        return
    print_plan(bench.context, reading.content, parent)
