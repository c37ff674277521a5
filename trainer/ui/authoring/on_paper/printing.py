"""Printing what is written as it stands in the editor: a story, drills, a plan that can be led."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from trainer.authoring import formats
from trainer.authoring.plainly.told import tell
from trainer.drills.reading import DRILLS
from trainer.language import _
from trainer.plans.reading import PLANS
from trainer.scenario.files import reading as files
from trainer.scenario.files.gathering import Placed
from trainer.scenario.problems import Severity

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.document import Document
    from trainer.scenario.files.shapes import Format
    from trainer.ui.authoring.workbench import Workbench


def print_it(bench: Workbench, parent: QWidget) -> None:
    """Ask how to print what is shown; what keeps it from being printed is said instead.

    A story is printed however unfinished it is: it is read on paper before it is shown.
    """
    document = bench.document
    if document is None:
        return
    if document.format == formats.SCENARIO:
        from trainer.ui.authoring.on_paper.sheet import StoryPrintSheet

        StoryPrintSheet(bench.context, document, parent.window()).open()
    elif document.format == formats.DRILLS:
        deck = _read(bench, document, DRILLS)
        if deck is not None:
            from trainer.drills.hand import Part, cards
            from trainer.ui.drills.print_sheet import PrintSheet

            every = {(deck.id, part, key) for part in Part for key in cards(deck, part)}
            PrintSheet(bench.context, [Placed(deck, document.path)], every, parent.window()).open()
    else:
        plan = _read(bench, document, PLANS)
        if plan is not None:
            from trainer.ui.workshop.printed.sheet import print_plan

            print_plan(bench.context, plan, parent)


def _read(bench: Workbench, document: Document, of: Format[Any]) -> Any:
    """Read what is shown; None after saying what is to be mended before it is printed."""
    reading = files.read_bytes(document.text.encode(), document.path, (of,))
    wrong = [one for one in reading.problems if one.severity is Severity.ERROR]
    if not wrong and reading.content is not None:
        return reading.content
    first = next(iter(tell(document, wrong)), None)
    reason = "" if first is None else first.words
    go = None if first is None else partial(bench.write_at, first.path)
    said = _("Not printed yet. %(reason)s") % {"reason": reason}
    bench.context.notice(said, _("Go there") if go else "", go)
    return None
