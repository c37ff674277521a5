"""Where the panels stand: side by side where there is room, else one at a time.

Nothing is moved from one place to another: what has no room is out of view.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QSplitterHandle,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.language import _
from trainer.ui import theme
from trainer.ui.authoring.frame import places
from trainer.ui.authoring.frame.places import Places, View
from trainer.ui.authoring.frame.tabs import Tabs
from trainer.ui.authoring.frame.views import ViewsButton
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.fitting import Fits
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.two_columns import is_narrow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

VIEWS = tuple(View)
SCENES, WRITE, PROBLEMS, AS_TEXT = range(4)
_HANDLE = 7
_OUTLINE = 420
"""Width of the outline where there are no scenes, at 100 %."""


def _parts() -> tuple[str, ...]:
    return _("Scenes"), _("Write"), _("Problems"), _("Text")


class _Handle(QSplitterHandle):
    """A line to drag."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line in the middle of what can be taken hold of."""
        box = self.rect()
        line = QRect(box.center().x(), 0, 1, box.height())
        if self.orientation() == Qt.Orientation.Vertical:
            line = QRect(0, box.center().y(), box.width(), 1)
        palette = theme.colours()
        painter = QPainter(self)
        fill(painter, box, palette.well if self.underMouse() else palette.paper)
        fill(painter, line, palette.line)


class _Splitter(QSplitter):
    """Two panels and a line between them."""

    def __init__(self, way: Qt.Orientation, first: QWidget, second: QWidget) -> None:
        super().__init__(way)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(theme.px(_HANDLE))
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)

    def createHandle(self) -> QSplitterHandle:
        """Give a line of our own."""
        return _Handle(self.orientation(), self)

    def restyled(self) -> None:
        """Be as easy to take hold of as everything else."""
        self.setHandleWidth(theme.px(_HANDLE))

    def give(self, second: int) -> None:
        """Give the second so many pixels, and the rest to the first."""
        across = self.orientation() == Qt.Orientation.Horizontal
        room = (self.width() if across else self.height()) - self.handleWidth()
        self.setSizes([max(room - second, 1), min(second, room)])


class Frame(Fits, QWidget):
    """The panels of the editor.

    Signals:
        arranged(): something else is in view now.
    """

    arranged = Signal()

    def __init__(
        self,
        *,
        map_: QWidget,
        outline: QWidget,
        things: QWidget,
        text: QWidget,
        problems: QWidget,
        form: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.map, self.outline, self.things, self.text = map_, outline, things, text
        self.problems, self.form = problems, form
        self.narrow = False
        self._has_scenes = True
        self._places = places.USUAL
        self._upper = View.MAP
        words = (_("Map"), _("Outline"), _("Text"), _("Both"))
        self.tabs = Tabs(_("How the scenes show"), words)
        self.parts = Tabs(_("Part of the editor"), _parts())
        self._lay_out()
        self.tabs.currentChanged.connect(self._view_chosen)
        self.parts.currentChanged.connect(self._part_chosen)
        for line in (self._whole, self._left, self._both):
            line.splitterMoved.connect(self._note_sizes)
        self._arrange()

    def _lay_out(self) -> None:
        self._scenes = QStackedWidget()
        self._scenes.addWidget(self.map)
        self._scenes.addWidget(self.outline)
        self._scenes.addWidget(self.things)
        self._both = _Splitter(Qt.Orientation.Vertical, self._scenes, self.text)
        self._both.setStretchFactor(1, 1)
        self._views = QWidget()
        column = theme.lay(QVBoxLayout(self._views))
        self._row = theme.lay(QHBoxLayout(), margins=(16, 4, 16, 0))
        self._row.addWidget(self.tabs)
        self._row.addStretch(1)
        column.addLayout(self._row)
        column.addWidget(self._both, 1)
        self._left = _Splitter(Qt.Orientation.Vertical, self._views, self.problems)
        self._whole = _Splitter(Qt.Orientation.Horizontal, self._left, self.form)
        whole = theme.lay(QVBoxLayout(self))
        self._switch = QWidget(self)
        self._line = FlowLayout(self._switch, margins=(16, 0, 16, 0), spacing=12, line_spacing=0)
        self._line.addWidget(self.parts)
        self._line.add_stretch()
        self.chooser = ViewsButton(self.tabs)
        self._line.addWidget(self.chooser)
        whole.addWidget(self._switch)
        whole.addWidget(self._whole, 1)

    # What shows

    @property
    def view(self) -> View:
        """What shows at the left."""
        return VIEWS[self.tabs.currentIndex()]

    def show_view(self, view: View) -> None:
        """Show the scenes in another way; where there is no room for both, as text."""
        if view is View.BOTH and self.narrow:
            view = View.TEXT
        if not self._has_scenes and view is not View.TEXT:
            view = View.OUTLINE
        self.tabs.setCurrentIndex(VIEWS.index(view))
        self.parts.setCurrentIndex(self._part_of(view))

    def show_scenes(self, some: bool) -> None:
        """Offer map and outline of scenes; or where there are none, an outline of what there is.

        Then the form is what one writes in, and has most of the room.
        """
        self._has_scenes = some
        self.parts.setTabText(SCENES, _("Scenes") if some else _("Outline"))
        if not some:
            self.show_view(View.OUTLINE)
        elif self.parts.currentIndex() == AS_TEXT:
            self.parts.setCurrentIndex(SCENES)  # Before it goes: Qt would choose another one.
        self._arrange()
        self.tabs.restyled()  # Qt would keep the room of those that are hidden.
        self._give_sizes()

    @property
    def has_scenes(self) -> bool:
        """Whether it is arranged for a story."""
        return self._has_scenes

    @property
    def _above(self) -> QWidget:
        """What shows above the text, or in its place."""
        if not self._has_scenes:
            return self.things
        return self.map if self._upper is View.MAP else self.outline

    def bring(self, panel: QWidget) -> None:
        """Have a panel in view."""
        if panel is self.form:
            self.parts.setCurrentIndex(WRITE)
        elif panel is self.problems:
            self.parts.setCurrentIndex(PROBLEMS)
        else:
            outlines = {self.map: View.MAP, self.outline: View.OUTLINE, self.things: View.OUTLINE}
            view = outlines.get(panel, View.TEXT)
            shows = (view, View.BOTH) if view in (self._upper, View.TEXT) else (view,)
            self.show_view(self.view if self.view in shows else view)

    def in_reading_order(self) -> list[QWidget]:
        """Give what takes the focus and shows, part by part; a splitter would tell it otherwise.

        What does not show is asked for when it is ``arranged``.
        """
        tabs = [self._switch] if self.narrow else [self.tabs]
        return [*tabs, *self.panels()]

    def panels(self) -> list[QWidget]:
        """Give the panels that are in view, in reading order."""
        every = (self.map, self.outline, self.things, self.text, self.problems, self.form)
        return [panel for panel in every if panel.isVisibleTo(self)]

    def regions(self) -> list[QWidget]:
        """Give the panels that can be brought into view without changing the way of showing."""
        upper = self._above
        shown = {View.TEXT: [self.text], View.BOTH: [upper, self.text]}.get(self.view, [upper])
        return [*shown, *self._last()]

    def _last(self) -> list[QWidget]:
        return [self.problems, self.form]

    def _part_of(self, view: View) -> int:
        """Which of the parts a view is: what has no scenes has two views, each a part."""
        one_line = self.narrow and not self._has_scenes
        return AS_TEXT if one_line and view is View.TEXT else SCENES

    def _part_chosen(self) -> None:
        part = self.parts.currentIndex()
        if self.narrow and not self._has_scenes and part in (SCENES, AS_TEXT):
            view = View.TEXT if part == AS_TEXT else View.OUTLINE
            self.tabs.setCurrentIndex(VIEWS.index(view))
        self._arrange()

    def _view_chosen(self) -> None:
        if self._has_scenes and self.view in (View.MAP, View.OUTLINE):
            self._upper = self.view
        self._arrange()
        if not self._has_scenes:
            self._give_sizes()

    def _arrange(self) -> None:
        part, view = self.parts.currentIndex(), self.view
        part = SCENES if part == AS_TEXT else part
        self.parts.show_tab(AS_TEXT, not self._has_scenes)
        for one in (View.MAP, View.BOTH):
            possible = self._has_scenes and not (one is View.BOTH and self.narrow)
            self.tabs.show_tab(VIEWS.index(one), possible)
        self._show_tabs()
        self._switch.setVisible(self.narrow)
        # Qt says so only of tabs that show already: else they would have the room of one.
        self.parts.updateGeometry()
        # What comes into view first, so that the focus has somewhere to go.
        shows = {
            self._left: not self.narrow or part != WRITE,
            self._views: not self.narrow or part == SCENES,
            self.problems: not self.narrow or part == PROBLEMS,
            self.form: not self.narrow or part == WRITE,
            self._scenes: view is not View.TEXT,
            self.text: view in (View.TEXT, View.BOTH),
        }
        self._scenes.setCurrentWidget(self._above)
        for widget, visible in sorted(shows.items(), key=lambda one: not one[1]):
            widget.setVisible(visible)
        self.arranged.emit()

    def call_problems(self, words: str) -> None:
        """Say what is to be found in their part."""
        if self.parts.words(PROBLEMS) != words:
            self.parts.setTabText(PROBLEMS, words)

    def _show_tabs(self) -> None:
        """Show the views as tabs, or where these would take a line of their own, as a button."""
        wanted = not self.narrow or (self._has_scenes and self.parts.currentIndex() == SCENES)
        ends = self._line.contentsMargins()
        room = self.width() - ends.left() - ends.right() - self._line.spacing()
        wide = self.parts.sizeHint().width() + self.tabs.sizeHint().width()
        crowded = self.narrow and wide > room
        # What comes into view first, so that the focus has somewhere to go.
        shows = {self.tabs: wanted and not crowded, self.chooser: wanted and crowded}
        had = any(widget.hasFocus() for widget in shows)
        for widget, visible in sorted(shows.items(), key=lambda one: not one[1]):
            widget.setVisible(visible)
            if visible and had:
                widget.setFocus()

    # Sizes

    def least_height(self) -> int:
        """Give the height below which something is cut off, lines of the switch counted."""
        least = self.minimumSizeHint().height()
        if self.narrow:
            switch = self._switch
            least += switch.heightForWidth(self.width()) - switch.minimumSizeHint().height()
        return least

    def remembered(self) -> Places:
        """Give how it is arranged, to be so again."""
        old, view = self._places, self.view
        if self._has_scenes:  # Else that is another arrangement.
            forced = self.narrow and old.view is View.BOTH and view is View.TEXT
            self._places = replace(old, view=old.view if forced else view)
        return self._places

    def restore(self, wanted: Places) -> None:
        """Arrange it as it was."""
        self._places = wanted
        self._has_scenes = True
        if wanted.view is View.OUTLINE:
            self._upper = View.OUTLINE
        self.show_view(wanted.view)
        self._give_sizes()

    def _note_sizes(self) -> None:
        """Note what somebody has dragged: only that, so that no small window changes it."""
        old = self._places
        scale = theme.look().scale
        form, problems, text = old.form, old.problems, old.text
        if not self._has_scenes:
            return  # That is another arrangement.
        if not self.narrow:
            form = round(self.form.width() / scale)
            problems = round(self.problems.height() / scale)
        if self.view is View.BOTH and self._both.height() > 0:
            text = round(100 * self.text.height() / self._both.height())
        self._places = Places(old.view, form, problems, text)

    def _give_sizes(self) -> None:
        form = theme.px(self._places.form)
        if not self._has_scenes:
            wide = self._whole.width()
            form = wide // 2 if self.view is View.TEXT else wide - theme.px(_OUTLINE)
        self._whole.give(form)
        self._left.give(theme.px(self._places.problems))
        self._both.give(self._both.height() * self._places.text // 100)

    def _choose_columns(self) -> None:
        narrow = is_narrow(self)
        if narrow != self.narrow:
            self.narrow = narrow
            if narrow:
                self._line.addWidget(self.tabs)
            else:
                self._row.insertWidget(0, self.tabs)
            if narrow and self.view is View.BOTH:
                self.show_view(View.TEXT)
            if self.parts.currentIndex() in (SCENES, AS_TEXT):
                self.parts.setCurrentIndex(self._part_of(self.view))
            self._arrange()
        elif narrow:
            self._show_tabs()

    def fit(self) -> None:
        """Have one column where the window is too narrow for two."""
        self._choose_columns()
        self._give_sizes()
