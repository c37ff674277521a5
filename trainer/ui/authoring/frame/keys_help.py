"""Which keys there are in the editor: those that do something in the file that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from trainer.ui.page import KeyHelp


def keys_of(panels: Iterable[QWidget], *, of_story: bool) -> KeyHelp:
    """Give the keys of the page and of the panels in view; fewer, where no story is written."""
    helps: list[Any] = [getattr(one, "key_help", None) for one in panels]
    own = (key for told in helps if told is not None for key in told())
    return list(dict.fromkeys([*_everywhere(of_story), *own]))


def _everywhere(of_story: bool) -> KeyHelp:
    return [
        (_("F6"), _around(of_story)),
        (_("Shift F6"), _("The part before")),
        (_("Ctrl 1 to 4"), _("Map, outline, text, both"))
        if of_story
        else (_("Ctrl 2, Ctrl 3"), _("Outline, text")),
        (_("Ctrl Z"), _("Undo, whatever it was")),
        (_("Ctrl Shift Z"), _("Do it again")),
        (_("Ctrl S"), _("Save")),
        (_("Ctrl P"), _("Print: a story, drills, a workshop plan")),
        *_of_story(of_story),
        (_("Ctrl F"), _("Find a scene; in the text, words") if of_story else _("Find")),
        (_("Ctrl Shift F"), _("Find and replace, also in all your files")),
        (_("Enter"), _("Go to the problem, in the list")),
        (_("F"), _("Mend the problem, in the list")),
        (_("Alt Enter"), _("Mend what is wrong here, where that is certain")),
    ]


def _around(of_story: bool) -> str:
    if of_story:
        return _("Next part: scenes, problems, form, bar")
    return _("Next part: outline, problems, form, bar")


def _of_story(of_story: bool) -> KeyHelp:
    if not of_story:
        return []
    return [
        (_("Ctrl I"), _("About this scenario: its people, and what it remembers")),
        (_("Ctrl Enter"), _("Play from here")),
        (_("Ctrl T"), _("Try it all out")),
    ]
