"""The outline: every scene with its ways, its marks, and all that can be done to it by keyboard.

It says what the map shows, so that a story can be written without the map.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.language import _, ngettext
from trainer.letters import alike
from trainer.ui import theme
from trainer.ui.authoring.outline.acts import SceneActs
from trainer.ui.authoring.outline.in_order import OrderButton, order_of
from trainer.ui.authoring.outline.model import OutlineModel
from trainer.ui.authoring.outline.rows import Rows, SceneRow, WayRow, problems_by_scene
from trainer.ui.authoring.outline.tree import OutlineTree
from trainer.ui.slices import Slices
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, QuietButton
from trainer.ui.widgets.chips import FilterChip
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.two_columns import is_narrow
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from trainer.authoring.outline import Outline
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.outline.rows import Counted
    from trainer.ui.authoring.workbench import Workbench
    from trainer.ui.page import KeyHelp


_MANY = 300
"""Scenes of which the rows are made over several turns, when they first show."""

_LINES, _TIGHT = 11, 38
"""Lines of text and digits in a line that there must be for more than the scenes."""


class _Find(TextField):
    """Letters here leave only the scenes that have them; Down goes to the first."""

    def __init__(self, parent: OutlinePanel) -> None:
        super().__init__(_("Find a scene"), parent, hint=_("Name or words"))
        self._panel = parent

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the list with Down or Enter; Esc shows all again."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._panel.enter()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._panel.bench.context.escape_pressed()
        else:
            super().keyPressEvent(event)


class OutlinePanel(Fits, QWidget):
    """The scenes of what is shown."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.acts = SceneActs(bench, self)
        self.model = OutlineModel(self)
        self._problems: dict[str, tuple[Counted, ...]] = {}
        self._rows = Rows()
        self._trail: list[Path] = []
        self._renewing = self._hides = self._due = self._enters = False
        self._slices = Slices(self)
        self._offers = self._all_offers()
        by_key = {keys[0]: act for _words, keys, act in self._offers if keys[0]}
        self.tree = OutlineTree(self.model, {**by_key, "Ctrl+N": self.acts.new_scene}, self)
        self.search = _Find(self)
        self.only = FilterChip(_("Only what needs work"), self, icon="info")
        self.count = SoftLabel("", self, role=Role.SMALL)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        whole = theme.lay(QVBoxLayout(self), margins=(16, 8, 16, 8), spacing=6)
        top = FlowLayout(spacing=8, line_spacing=6)
        self.scene_button = QuietButton(_("Scene"), self, icon="plus")
        self.choice_button = QuietButton(_("Choice"), self, icon="plus")
        self.more_button = QuietButton(_("What else"), self, icon="ellipsis")
        self.more_button.setAccessibleDescription(_("Opens a menu"))
        for widget in (
            self.search,
            self.only,
            self.scene_button,
            self.choice_button,
            self.more_button,
        ):
            top.addWidget(widget)
        whole.addLayout(top)
        self.about_button = LinkButton(_("About this scenario"), self, icon="book-open")
        self.about_button.setToolTip(_("Ctrl I"))
        self.about_button.hide()  # Until there is room for it.
        first = theme.lay(QHBoxLayout(), spacing=16)
        first.addWidget(self.about_button)
        first.addWidget(self.count, 1)
        self.order_button = OrderButton(self.bench, self.tree, self)
        first.addWidget(self.order_button)
        whole.addLayout(first)
        whole.addWidget(self.tree, 1)

    def fit(self) -> None:
        """With very little room, what can be done is in the menu only."""
        line = QFontMetrics(theme.font()).height()
        tight = self.height() < _LINES * line or is_narrow(self, _TIGHT)
        others = (self.scene_button, self.choice_button, self.about_button)
        for widget in (self.only, self.count, *others):
            widget.setVisible(not tight)
        self.order_button.offer(room=not tight)

    def _connect(self) -> None:
        bench = self.bench
        bench.opened.connect(self._anew)
        bench.changed.connect(self.renew)
        bench.problems_changed.connect(self._problems_came)
        bench.selected.connect(self._selected)
        bench.ordered.connect(self.renew)
        self.tree.stood.connect(self._stood)
        self.tree.asked.connect(self._open_menu)
        self.tree.doubleClicked.connect(self.write)
        self.search.textChanged.connect(self._filter)
        self.only.toggled.connect(self._filter)
        self.scene_button.clicked.connect(self.acts.new_scene)
        self.choice_button.clicked.connect(self.acts.new_choice)
        self.more_button.clicked.connect(self._menu_below)
        self.about_button.clicked.connect(self.about)
        self.acts.did.connect(self._tell)

    def _all_offers(self) -> list[tuple[str, tuple[str, str], Callable[[], object]]]:
        """Give what can be done: words, the key (as Qt has it, and as it is shown), the act."""
        acts = self.acts
        return [
            (_("Write in it, or go where it leads"), ("Return", _("Enter")), self.write),
            (_("Back to where I came from"), ("Backspace", _("Backspace")), self.go_back),
            (_("About this scenario"), ("Ctrl+I", _("Ctrl I")), self.about),
            (_("New scene …"), ("Ins", _("Ins or Ctrl N")), acts.new_scene),
            (_("New choice …"), ("Shift+Ins", _("Shift Ins")), acts.new_choice),
            (_("Rename the scene …"), ("F2", _("F2")), acts.rename),
            (_("Duplicate the scene"), ("Ctrl+D", _("Ctrl D")), acts.duplicate),
            (_("Cut the scene in two …"), ("Ctrl+B", _("Ctrl B")), acts.split),
            (_("Join it with what follows"), ("Ctrl+J", _("Ctrl J")), acts.merge),
            (_("Move up"), ("Alt+Up", _("Alt Up")), acts.move_up),
            (_("Move down"), ("Alt+Down", _("Alt Down")), acts.move_down),
            (_("Delete"), ("Del", _("Delete")), acts.delete),
        ]

    def key_help(self) -> KeyHelp:
        """Keys of the outline."""
        keys = [(shown, words) for words, (_keys, shown), _act in self._offers]
        return [*keys, (_("Right and Left"), _("Open and close the ways out of a scene"))]

    # Showing

    def _anew(self) -> None:
        self._trail.clear()
        self._slices.stop()
        self._rows = Rows()
        self._problems, self._unsorted = {}, True
        self.search.clear()
        self.renew()

    def renew(self) -> None:
        """Show what has changed."""
        self._due = not self.isVisible()
        if self.bench.document is None or self._due:
            return
        for button in (self.scene_button, self.choice_button):
            button.setEnabled(not self.bench.is_broken)
        self._sort_problems()
        outline = self.bench.outline()
        if not self._rows.made and len(outline.scenes) > _MANY:
            self._slices.begin(self._making(outline))
        else:
            self._slices.stop()
            self._show(self._rows.rows(outline, self._problems))

    def _making(self, outline: Outline) -> Iterator[None]:
        """Make the rows of a long story, some in each turn; they show when all are there."""
        yield from self._rows.making(outline, self._problems)
        self._show(self._rows.made)
        if self._enters:
            self._enters = False
            self._stand_first()

    def _show(self, rows: list[SceneRow]) -> None:
        self._renewing = True
        self.model.show(rows)
        self._renewing = False
        self._filter()
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed since it was last in view."""
        super().showEvent(event)
        if self._due:
            self.renew()

    def _problems_came(self) -> None:
        self._unsorted = True
        self.renew()

    def _sort_problems(self) -> None:
        """Put what is wrong to its scenes; as long as nobody knows where those stand, it waits."""
        document = self.bench.document
        if self._unsorted and document and document.broken is None and not document.stale:
            self._problems, self._unsorted = problems_by_scene(self.bench.lines()), False

    def _tell(self, words: str) -> None:
        """Show what was done, until something else is."""
        self.count.setText(words)

    def _filter(self) -> None:
        """Hide what is not asked for, and say how many there are."""
        given = self.model.scene_rows()
        letters, only = alike(self.search.text().strip()), self.only.isChecked()
        root, shown = QModelIndex(), 0
        filtering = bool(letters) or only
        for place, row in enumerate(given if filtering or self._hides else ()):
            fits = (not only or bool(row.marks)) and letters in _letters(row)
            shown += fits
            if self.tree.isRowHidden(place, root) == fits:
                self.tree.setRowHidden(place, root, not fits)
        self._hides = filtering
        count = len(given)
        self.order_button.offer(room=not self.count.isHidden())
        said = order_of(self.bench.outline())
        if filtering:
            known = {"n": shown, "all": count}
            said = ngettext("%(n)d of %(all)d scene", "%(n)d of %(all)d scenes", count) % known
        if self.bench.is_broken:
            said = _(
                "The text cannot be read just now; until it is mended, nothing can be changed "
                "here. “Problems” says why, and what mends it."
            )
        if said != self.count.text():
            self.count.setText(said)

    # Where one stands

    def _path_at(self, index: QModelIndex) -> Path:
        scene, row = self.model.scene_at(index), self.model.row_at(index)
        if scene is None:
            return ()
        path: Path = ("scenes", scene.name)
        if isinstance(row, WayRow):
            if row.way.timer:
                return (*path, "timer", "then")
            return (*path, "next") if row.way.choice is None else (*path, "choices", row.way.choice)
        return path

    def _stood(self, index: QModelIndex) -> None:
        path = self._path_at(index)
        if not self._renewing and path and path != self.bench.path[: len(path)]:
            self.bench.select(path)

    def _selected(self) -> None:
        """Stand on what was selected; a new scene shows, whatever was looked for before."""
        scene = self.bench.scene
        if scene is not None and self._hides and not self._renewing:
            index = self.model.index_of(scene)
            if index.isValid() and self.tree.isRowHidden(index.row(), QModelIndex()):
                self.search.clear()
                self.only.setChecked(False)
        self._follow()

    def _follow(self) -> None:
        """Stand on what is selected, wherever that was done."""
        path, scene = self.bench.path, self.bench.scene
        if scene is None:
            # The story as a whole: no scene is marked, and the first to be stood on is selected.
            self.tree.setCurrentIndex(QModelIndex())
            return
        here = self._path_at(self.tree.currentIndex())
        if len(here) > 1 and here == path[: len(here)] and len(here) >= min(len(path), 3):
            return
        index = self.model.index_of(scene)
        if len(path) > 2 and self.tree.isExpanded(index):
            index = self._way_at(index, path) or index
        self.tree.stand_on(index)

    def _way_at(self, scene: QModelIndex, path: Path) -> QModelIndex | None:
        for row in range(self.model.rowCount(scene)):
            index = self.model.index(row, 0, scene)
            way = self._path_at(index)
            if way == path[: len(way)]:
                return index
        return None

    def enter(self) -> None:
        """Go into the list."""
        self.tree.setFocus()
        self._enters = self._slices.is_busy
        self._stand_first()

    def _stand_first(self) -> None:
        here, letters = self.tree.currentIndex(), alike(self.search.text().strip())
        if not here.isValid() or letters or self.tree.isRowHidden(here.row(), here.parent()):
            rows = self.model.scene_rows()
            shown = [at for at in range(len(rows)) if not self.tree.isRowHidden(at, QModelIndex())]
            if shown:
                # Who types a name means that scene, and not one in which it is talked of.
                place = min(shown, key=lambda at: distance(rows[at].name, rows[at].title, letters))
                self.tree.setCurrentIndex(self.model.index(place, 0))

    def find_words(self) -> None:
        """Look for a scene."""
        self.search.setFocus()
        self.search.selectAll()

    # Acts

    def write(self) -> None:
        """Write in a scene; from a way, go where it leads."""
        index = self.tree.currentIndex()
        row = self.model.row_at(index)
        if isinstance(row, SceneRow):
            self.bench.write_at(("scenes", row.name))
        elif isinstance(row, WayRow):
            self._go(row)

    def about(self) -> None:
        """Write about the scenario as a whole: its title, its people, what it remembers."""
        self.bench.write_at(())

    def _go(self, row: WayRow) -> None:
        if row.exists:
            self._trail.append(self.bench.path)
            self.bench.select(("scenes", row.way.to))
            self.bench.context.announce(
                _("%(scene)s. Backspace comes back.") % {"scene": row.called}
            )
        elif row.way.to:
            self.acts.add_scene(row.way.to)
        else:
            self.bench.write_at(self._path_at(self.tree.currentIndex()))

    def go_back(self) -> None:
        """Go back to the way on which one came."""
        if not self._trail:
            self.bench.context.announce(_("There is nowhere to go back to."))
            return
        path = self._trail.pop()
        if len(path) > 2:
            self.tree.expand(self.model.index_of(str(path[1])))
        self.bench.select(path)

    # The menu

    def _menu_below(self) -> None:
        self._open_menu(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _open_menu(self, place: QPoint) -> None:
        from trainer.ui.widgets.menu import Menu

        menu = Menu(_("What can be done"), self)
        stays = (self.write, self.go_back, self.about)
        for words, (_keys, shown), act in self._offers:
            menu.add(words, act, keys=shown, enabled=not self.bench.is_broken or act in stays)
        menu.addSeparator()
        if self.order_button.is_needed:
            menu.add(_("Put the scenes in order"), self.order_button.put_in_order)
        only = menu.add(_("Only what needs work"), checked=self.only.isChecked())
        only.toggled.connect(self.only.setChecked)
        menu.popup(place)


def distance(name: str, title: str, letters: str) -> int:
    """Say how far a scene is from what was typed, without marks: nothing if it is its name."""
    known = (name.casefold(), alike(title))
    if letters in known:
        return 0
    return 1 if any(one.startswith(letters) for one in known) else 2


def _letters(row: SceneRow) -> str:
    """Give all in which letters are looked for."""
    ways = " ".join(way.words for way in row.ways)
    return alike(f"{row.title} {row.name} {row.line.words} {ways}")
