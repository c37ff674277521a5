"""What can be printed, and printing it: what draws it is read in only then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer.authoring import formats

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.authoring.workbench import Workbench

PRINTED: Final = frozenset({formats.SCENARIO, formats.DRILLS, formats.PLAN})
"""Formats that can be printed."""


def may_print(bench: Workbench) -> bool:
    """Whether what is shown can be printed."""
    document = bench.document
    return document is not None and document.format in PRINTED and not document.waits


def print_shown(bench: Workbench, parent: QWidget) -> None:
    """Ask how to print what is shown, if it can be."""
    if may_print(bench):
        from trainer.ui.authoring.on_paper.printing import print_it

        print_it(bench, parent)
