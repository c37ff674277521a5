"""Names that the file alone does not know, but the window does: from folders of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.scenario.problems import Problem
    from trainer.ui.context import Context


def knows(context: Context) -> Callable[[Problem], bool]:
    """Give what tells that a name which was not found is here all the same."""

    def known(found: Problem) -> bool:
        name = str(found.params.get("name", ""))
        if found.code == "unknown-scenario":
            return context.library.card(name) is not None
        if found.code == "unknown-page":
            return context.method.page(name) is not None
        if found.code == "unknown-section":
            placed = context.method.page(str(found.params.get("page", "")))
            return placed is not None and any(one.id == name for one in placed.content.sections)
        return found.code == "unknown-contact" and context.help.entry(name) is not None

    return known
