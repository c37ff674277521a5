"""The menu of the map: everything that can be done there, with its keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint, QPointF

    from trainer.ui.authoring.map.acts import MapActs
    from trainer.ui.authoring.map.view import MapView

Entry = tuple[str, str, "Callable[[], object]"]


def entries(view: MapView, acts: MapActs, at: QPointF | None = None) -> list[Entry | None]:
    """Give what can be done now: words, keys and act; None is a line between."""
    model = acts.model
    note: Entry = (_("Write a note here"), _("M"), partial(acts.new_note, at))
    found: list[Entry | None] = []
    if model.note:
        found = [
            (_("Change the note"), _("Enter"), acts.edit_note),
            (_("Delete the note"), _("Delete"), acts.delete_note),
            None,
        ]
    elif acts.can_create:
        found = [(_("Make this scene"), _("Enter"), acts.create), None]
    elif model.current in model.graph.lines:
        found = [
            (_("Write in this scene"), _("Enter"), acts.write),
            (_("Make a way from here"), _("L"), acts.start_link),
            (_("New choice …"), _("Shift Ins"), acts.scenes.new_choice),
            (_("Rename the scene …"), _("F2"), acts.scenes.rename),
            (_("Duplicate the scene"), _("Ctrl D"), acts.scenes.duplicate),
            (_("Cut the scene in two …"), _("Ctrl B"), acts.scenes.split),
            (_("Join it with what follows"), _("Ctrl J"), acts.scenes.merge),
            (_("Delete"), _("Delete"), acts.scenes.delete),
            None,
            (_("Unpin") if acts.is_pinned else _("Pin where it stands"), _("P"), acts.pin),
            (_("Open the branch") if acts.is_folded else _("Fold the branch"), _("C"), acts.fold),
            (_("Let all ways show alike") if model.follows else _("Follow the ways through here"),
             _("F"), acts.follow),
            None,
        ]  # fmt: skip
    return [
        *found,
        (_("New scene …"), _("N"), acts.scenes.new_scene),
        note,
        None,
        (_("Find a scene"), _("Ctrl F"), acts.find_wanted.emit),
        (_("Larger"), _("+"), view.zoom_in),
        (_("Smaller"), _("−"), view.zoom_out),
        (_("Show all"), _("0"), view.show_all),
        (_("Tidy up"), _("T"), acts.tidy),
    ]


def open_menu(view: MapView, acts: MapActs, at: QPoint, unit: QPointF | None = None) -> QMenu:
    """Open the menu at a place of the screen."""
    menu = QMenu(view)
    for entry in entries(view, acts, unit):
        if entry is None:
            menu.addSeparator()
            continue
        words, keys, act = entry
        menu.addAction(f"{words}\t{keys}").triggered.connect(act)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    return menu
