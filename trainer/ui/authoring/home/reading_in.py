"""The editor is read in while somebody looks at their files, so that it opens at once.

Nobody needs to: who opens it earlier, or from elsewhere, waits for what is not read in yet.
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULES: Final = (
    "authoring.checking.standing",
    "authoring.forms.things",
    "authoring.plainly.labels",
    "authoring.plainly.told",
    "practice.map_layout",
    "authoring.ahead",
    "ui.authoring.workbench",
    "authoring.layout.places",
    "ui.authoring.map.layouter",
    "ui.authoring.map.model",
    "ui.authoring.map.scenery",
    "ui.authoring.map.view",
    "ui.authoring.outline.sheets",
    "ui.authoring.map.acts",
    "ui.authoring.map.hand",
    "ui.authoring.map.panel",
    "ui.authoring.outline.rows",
    "ui.authoring.outline.tree",
    "ui.authoring.outline.panel",
    "authoring.typing.completing",
    "ui.authoring.things.rows",
    "ui.authoring.things.panel",
    "ui.authoring.text.editor",
    "ui.authoring.text.completion",
    "ui.authoring.text.panel",
    "ui.authoring.form.rows",
    "ui.authoring.form.picks",
    "ui.authoring.form.things.offered",
    "ui.authoring.tables.pickers.row",
    "ui.authoring.tables.resources",
    "ui.authoring.form.making",
    "ui.authoring.form.talk",
    "ui.authoring.form.choice_rows",
    "ui.authoring.form.choice_form",
    "ui.authoring.form.scene_form",
    "ui.authoring.form.things.thing_form",
    "ui.authoring.form.panel",
    "ui.authoring.tables.file_form",
    "ui.authoring.problems.rows",
    "ui.authoring.problems.listing",
    "ui.authoring.problems.watch",
    "ui.authoring.problems.panel",
    "ui.authoring.keeping.keeper",
    "ui.authoring.keeping.outside",
    "ui.authoring.keeping.panel",
    "ui.authoring.playing.asker",
    "ui.authoring.playing.beside",
    "ui.authoring.playing.playing",
    "ui.authoring.frame.frame",
    "ui.authoring.page",
)
"""What the editor is made of, in the order in which one needs the other: a few at a time."""


OF_OTHERS: Final = (
    "email.message",
    "importlib.resources",
    "importlib.metadata",
    "fast_sugiyama",
)
"""What lays out a map, where that is installed, with what it needs itself: long as one piece."""


def read_in() -> Iterator[None]:
    """Read the editor in, some of it at each step."""
    for name in MODULES:
        import_module(f"trainer.{name}")
        yield
    for name in OF_OTHERS:
        with suppress(ImportError):
            import_module(name)
        yield
    from trainer.authoring.templates import reasons

    reasons.is_of_template("-")  # The first time, it looks into every template.
