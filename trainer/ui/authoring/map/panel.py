"""The map with what stands around it: finding, what is current in words, and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.authoring.source.parts import SPLIT
from trainer.language import _, ngettext
from trainer.ui import theme
from trainer.ui.authoring.map import words
from trainer.ui.authoring.map.acts import MapActs
from trainer.ui.authoring.map.find_bar import FindBar
from trainer.ui.authoring.map.hand import MapHand
from trainer.ui.authoring.map.menu import open_menu
from trainer.ui.authoring.map.model import FEW, MapModel
from trainer.ui.authoring.map.overview import Overview
from trainer.ui.authoring.map.view import MapView
from trainer.ui.slices import Soon
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.ui.authoring.workbench import Workbench
    from trainer.ui.page import KeyHelp

_ROOMY: Final = 300
"""Height in pixels at 100 % from which there is room for words and buttons below the map."""

_CRAMPED: Final = 150
"""Height below which all of it is the map's."""


class MapPanel(Fits, QWidget):
    """The scenes of what is shown."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.model = MapModel(bench, self)
        self.view = MapView(self.model, self)
        self.acts = MapActs(self.model, self.view)
        self.acts.find_wanted.connect(self.find_words)
        self.hand = MapHand(self.view, self.acts)
        self.find_bar = FindBar(self.model, self)
        self.find_bar.closed.connect(self._stand)
        self.banner = Words("", self, role=Role.NOTE)
        self.banner.setContentsMargins(16, 6, 16, 6)
        self.says = SoftLabel("", self, role=Role.NOTE)
        self._announced = ""
        whole = theme.lay(QVBoxLayout(self))
        whole.addWidget(self.find_bar)
        whole.addWidget(self.banner)
        whole.addWidget(self.view, 1)
        whole.addWidget(self._make_foot())
        for told in (self.view.pictured, self.model.renewed, self.model.marked):
            told.connect(self._tell)
        self.model.current_changed.connect(self._tell)
        self.acts.link_changed.connect(self._link_changed)
        self._telling = Soon(self)
        self._telling.due.connect(self._tell)
        bench.steps_changed.connect(self._tell_soon)
        bench.selected.connect(self._tell_soon)
        self._tell()
        chain(self.find_bar, self.view, self.foot)

    def _make_foot(self) -> QWidget:
        self.foot = QWidget(self)
        beside = theme.lay(QHBoxLayout(self.foot), margins=(16, 6, 16, 8), spacing=12)
        column = theme.lay(QVBoxLayout(), spacing=6)
        column.addWidget(self.says)
        beside.addLayout(column, 1)
        self.overview = Overview(self.view, self.foot)
        beside.addWidget(self.overview, 0, Qt.AlignmentFlag.AlignVCenter)
        row = FlowLayout(spacing=6, line_spacing=6)
        self._spare: list[QWidget] = []
        self.make = PrimaryButton("", self.foot)
        self.make.clicked.connect(self._make)
        row.addWidget(self.make)
        for words_, icon, name, act in (
            ("", "minus", _("Smaller"), self.view.zoom_out),
            ("", "plus", _("Larger"), self.view.zoom_in),
            (_("Show all"), "", "", self.view.show_all),
            (_("Tidy up"), "", "", self.acts.tidy),
            (_("Find"), "search", "", self.find_words),
            (_("About this scenario"), "", "", self._about),
        ):
            button = QuietButton(words_, self.foot, icon=icon)
            if name:
                button.setAccessibleName(name)
                button.set_tip(name)
            button.clicked.connect(act)
            row.addWidget(button)
            if act == self.acts.tidy:
                self.tidy = button
            elif act == self._about:
                self.about = button
            if words_:
                self._spare.append(button)
        self.more = QuietButton(_("Map"), self.foot, icon="ellipsis")
        self.more.setAccessibleName(_("What can be done on the map"))
        self.more.setAccessibleDescription(_("Opens a menu"))
        self.more.clicked.connect(self._open_menu)
        row.addWidget(self.more)
        column.addLayout(row)
        return self.foot

    def fit(self) -> None:
        """Leave the room to the map where there is little; everything is in its menu, too."""
        roomy = self.height() >= theme.px(_ROOMY)
        # With hardly room for a box, the keys and the menu do what the buttons do.
        self.foot.setVisible(self.height() >= theme.px(_CRAMPED) or not self.model.graph.lines)
        for widget in self._spare:
            widget.setVisible(roomy)
        self.says.setVisible(roomy or bool(self.view.linking))

    # What others ask for

    def find_words(self) -> None:
        """Find a scene."""
        self.find_bar.begin()

    def key_help(self) -> KeyHelp:
        """Keys of the map."""
        return [
            (_("Arrow keys"), _("Along the ways of the map, and to its neighbours")),
            (_("Ctrl and an arrow key"), _("Move the scene on the map")),
            (_("Enter"), _("Write in the scene, or create one that does not exist yet")),
            (_("+ − 0"), _("Larger, smaller, show all of the map")),
            (_("P, C, F"), _("Pin the scene, fold its branch, follow its ways")),
            (_("L"), _("Make a way: go to where it leads, then Enter")),
            (_("N, M, T"), _("New scene, note on the map, tidy up")),
            (_("Menu key"), _("Everything else that can be done on the map")),
        ]

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Stand on the map."""
        self.view.setFocus(reason)

    def enter(self) -> None:
        """Stand on the map, on a box of it."""
        model = self.model
        if not model.current and not model.note and model.graph.start in model.graph.lines:
            model.stand_on(model.graph.start)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stand(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _about(self) -> None:
        self.bench.write_at(())

    def _open_menu(self) -> None:
        open_menu(self.view, self.acts, self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _make(self) -> None:
        if self.acts.can_create:
            self.acts.create()
        else:
            self.acts.scenes.new_scene()

    def _link_changed(self) -> None:
        self.fit()
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from what stands beside the map back to it with Esc, which counts all the same."""
        if event.key() == Qt.Key.Key_Escape and not self.view.hasFocus():
            self.enter()
        super().keyPressEvent(event)

    # What it says

    def _tell_soon(self) -> None:
        """Say it now; of a long story, where each scene leads is found out in another turn."""
        if len(self.model.graph.lines) > FEW:
            self._telling.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._telling.stop()
        model = self.model
        empty = self.bench.has_scenes() and not model.graph.lines
        said = self._said()
        self.says.setText(said)
        self.banner.setText(self._banner())
        self.banner.setVisible(bool(self.banner.text()))
        self.make.setVisible(self.acts.can_create or empty)
        self.make.setEnabled(not self.bench.is_broken)
        self.tidy.setEnabled(not self.bench.is_broken)
        self.tidy.setAccessibleDescription(self.acts.why_not() if self.bench.is_broken else "")
        if empty:
            self.make.set_words(_("Write the first scene"), icon="plus")
        else:
            self.make.set_words(
                _("Create “%(scene)s”") % {"scene": self.bench.names.scene(model.current)},
                icon="plus",
            )
        self.view.setAccessibleDescription(f"{self._described()} {said}".strip())
        if said != self._announced:
            self._announced = said
            if self.view.hasFocus():
                self.bench.context.announce(said)

    def _banner(self) -> str:
        document = self.bench.document
        if document is not None and self.bench.is_broken:
            return _(
                "The text cannot be read at the moment. The map shows how it was before, and "
                "cannot change it. “Problems” says why, and what mends it."
            )
        if document is not None and not self.bench.has_scenes():
            return _("A map shows the scenes of a scenario. This file has none.")
        if document is not None and not self.model.graph.lines:
            return _("Your scenes will stand here, with lines that show where each one leads.")
        return ""

    def _said(self) -> str:
        """Say what is current, with all that its box shows and where it leads."""
        model, document = self.model, self.bench.document
        if model.note and document is not None and model.note in document.arrangement.notes:
            note = document.arrangement.notes[model.note].text
            return _("Note: %(words)s") % {"words": note}
        box = self.view.picture.boxes.get(model.current)
        if box is None:
            return ""
        chosen = self.bench.path[1] if len(self.bench.path) > 1 else ""
        if model.hides(str(chosen)) == box.name and self.bench.path[:1] == (SPLIT,):
            return _("“%(scene)s” is folded away behind “%(box)s”. C opens the branch.") % {
                "scene": self.bench.names.scene(str(chosen)),
                "box": box.called,
            }
        out = model.shown.out.get(box.name, {})
        leads = words.leads(
            ((to, way) for to, ways in out.items() for way in ways), self.bench.outline().title
        )
        told = words.told(box)
        if self.view.linking:
            known = {"scene": told, "what": self.acts.said_of_link()}
            here = model.current == self.view.linking
            return self.acts.said_of_link() if here else _("%(scene)s. %(what)s") % known
        return _("%(scene)s. %(leads)s") % {"scene": told, "leads": leads} if leads else told

    def _described(self) -> str:
        count = len(self.model.graph.lines)
        if not count:
            return ""
        return ngettext(
            "A drawing of %(count)s scene. The outline beside it holds the same.",
            "A drawing of %(count)s scenes. The outline beside it holds the same.",
            count,
        ) % {"count": count}
