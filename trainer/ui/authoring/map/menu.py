"""The menu of the map: everything that can be done there, with its keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from trainer.language import _
from trainer.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint, QPointF

    from trainer.ui.authoring.map.acts import MapActs
    from trainer.ui.authoring.map.view import MapView


class Entry(NamedTuple):
    """What can be done: its words, its keys, the act, and whether that changes anything."""

    words: str
    keys: str
    act: Callable[[], object]
    changes: bool = True


def entries(view: MapView, acts: MapActs, at: QPointF | None = None) -> list[Entry | None]:
    """Give what can be done now; None is a line between."""
    note = Entry(_("Write a note here"), _("M"), partial(acts.new_note, at))
    return [
        *_of_current(acts),
        Entry(_("New scene …"), _("N"), acts.scenes.new_scene),
        note,
        None,
        Entry(
            _("About this scenario"), _("Ctrl I"), partial(acts.bench.write_at, ()), changes=False
        ),
        Entry(_("Find a scene"), _("Ctrl F"), acts.find_wanted.emit, changes=False),
        Entry(_("Larger"), _("+"), view.zoom_in, changes=False),
        Entry(_("Smaller"), _("−"), view.zoom_out, changes=False),
        Entry(_("Show all"), _("0"), view.show_all, changes=False),
        Entry(_("Tidy up"), _("T"), acts.tidy),
    ]


def _of_current(acts: MapActs) -> list[Entry | None]:
    """Give what can be done with the box, or the note, that is current."""
    model, scenes = acts.model, acts.scenes
    if model.note:
        return [
            Entry(_("Change the note"), _("Enter"), acts.edit_note),
            Entry(_("Delete the note"), _("Delete"), acts.delete_note),
            None,
        ]
    if acts.can_create:
        return [Entry(_("Create this scene"), _("Enter"), acts.create), None]
    if model.current not in model.graph.lines:
        return []
    pin = _("Unpin") if acts.is_pinned else _("Pin where it stands")
    fold = _("Open the branch") if acts.is_folded else _("Fold the branch")
    follow = _("Let all ways show alike") if model.follows else _("Follow the ways through here")
    return [
        Entry(_("Write in this scene"), _("Enter"), acts.write, changes=False),
        Entry(_("Make a way from here"), _("L"), acts.start_link),
        Entry(_("New choice …"), _("Shift Ins"), scenes.new_choice),
        Entry(_("Rename the scene …"), _("F2"), scenes.rename),
        Entry(_("Duplicate the scene"), _("Ctrl D"), scenes.duplicate),
        Entry(_("Cut the scene in two …"), _("Ctrl B"), scenes.split),
        Entry(_("Join it with what follows"), _("Ctrl J"), scenes.merge),
        Entry(_("Delete"), _("Delete"), scenes.delete),
        None,
        Entry(pin, _("P"), acts.pin),
        Entry(fold, _("C"), acts.fold),
        Entry(follow, _("F"), acts.follow, changes=False),
        None,
    ]


def open_menu(view: MapView, acts: MapActs, at: QPoint, unit: QPointF | None = None) -> None:
    """Open the menu at a place of the screen."""
    menu_for(view, acts, unit).popup(at)


def menu_for(view: MapView, acts: MapActs, unit: QPointF | None = None) -> Menu:
    """Make the menu; what cannot be done just now is grey, and why stands on top."""
    menu = Menu(_("What can be done on the map"), view)
    broken = acts.bench.is_broken
    if broken:
        menu.add(acts.why_not(), enabled=False)
        menu.addSeparator()
    for entry in entries(view, acts, unit):
        if entry is None:
            menu.addSeparator()
            continue
        can = not (broken and entry.changes)
        menu.add(entry.words, entry.act, keys=entry.keys, enabled=can)
    return menu
