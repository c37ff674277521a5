"""The pictures in a grid: chosen with the arrows, found by typing, or brought from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from trainer.errors import UpstanderError
from trainer.language import _
from trainer.scenario.files import assets
from trainer.ui import theme
from trainer.ui.authoring.tables.pickers import own
from trainer.ui.authoring.tables.pickers.grid import HIGH, KEY, TALL, WIDE, Grid
from trainer.ui.authoring.tables.pickers.words import finds, words_for
from trainer.ui.dialogs import Sheet
from trainer.ui.widgets import enter
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.fields import TextField
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.pictures import drawings
from trainer.ui.widgets.pictures.picture_layout import BOX_HEIGHT
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from trainer.scenario.files.assets import PictureFolder
    from trainer.ui.context import Context

_AT_ONCE = 6
"""Pictures that are drawn before the window looks at its events again."""

_LEAST, _TIGHT = 120, 440
"""Height of the pictures at the least, and of a window with little room, at 100 %."""


def ask_for_file(parent: QWidget) -> str:
    """Ask for a picture in the system's own dialog; an empty path if nothing was chosen."""
    kinds = _("Pictures (%(endings)s)") % {"endings": "*.png *.jpg *.jpeg *.webp"}
    return QFileDialog.getOpenFileName(parent, _("Choose a picture"), "", kinds)[0]


class _Search(TextField):
    """Letters here leave the pictures that they find; Down goes among those."""

    def __init__(self, parent: PictureSheet) -> None:
        super().__init__(_("Find a picture"), parent, hint=_("What is to be seen"))
        self._sheet = parent

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the marked one with Enter, go into the pictures with Down."""
        if enter.is_enter(event):
            self._sheet.take()
        elif event.key() == Qt.Key.Key_Down and self._sheet.chosen() is not None:
            self._sheet.grid.setFocus()
        else:
            super().keyPressEvent(event)


class PictureSheet(Sheet):
    """Every picture of a folder that comes along; none; or one of one's own.

    Signals:
        picked(str): its name as it stands in the file, or an empty text for none.
    """

    picked = Signal(str)

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        folder: PictureFolder,
        beside: Path,
        value: str = "",
    ) -> None:
        heading = _("A picture of a place") if folder == "backdrops" else _("A picture of a person")
        super().__init__(context, heading, parent, width=780)
        self._folder, self._beside = folder, beside
        self.search = _Search(self)
        self.search.textChanged.connect(self._filter)
        self.body.addWidget(self.search)
        found = QWidget(self)
        column = theme.lay(QVBoxLayout(found))
        self.grid = Grid(found)
        self.grid.taken.connect(self.take)
        self._none = SoftLabel("", found)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._none.hide()
        column.addWidget(self.grid, 1)
        column.addWidget(self._none, 1)
        self.body.addWidget(found)
        self._pictures = found
        self._fill(value)
        self._add_buttons()
        self._own = SoftLabel(_of_ones_own(), self)
        self.body.addWidget(self._own)
        self.grid.itemActivated.connect(self.take)
        # What is in view first.
        at = self.grid.currentRow()
        self._waiting = sorted(range(self.grid.count()), key=lambda row: abs(row - at))
        self._draw_some()
        self.grid.setFocus()

    def _add_buttons(self) -> None:
        for words, icon, act in (
            (_("One of my own …"), "folder-open", self.bring),
            (_("No picture"), "x", self._take_none),
            (_("Cancel"), "", self.reject),
        ):
            button = QuietButton(words, self, icon=icon)
            button.clicked.connect(act)
            if act == self.bring:
                button.setAccessibleDescription(_of_ones_own())
            self.buttons.addWidget(button)
        self.go = PrimaryButton(_("Take it"), self, icon="check")
        self.go.clicked.connect(self.take)
        self.buttons.addWidget(self.go)
        chain(self)

    def _fill(self, value: str) -> None:
        names = sorted(assets.built_in(self._folder), key=lambda one: words_for(self._folder, one))
        if value and value not in names:
            names.insert(0, value)
        for name in names:
            item = QListWidgetItem(words_for(self._folder, name), self.grid)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text())
            item.setData(KEY, name)
            if name == value:
                self.grid.setCurrentItem(item)
        self.grid.size_new_ones()
        if self.grid.currentRow() < 0 and names:
            self.grid.setCurrentRow(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Have the picture in view that is chosen."""
        super().showEvent(event)
        centre = QListWidget.ScrollHint.PositionAtCenter
        self.grid.doItemsLayout()
        self.grid.scrollToItem(self.grid.currentItem(), centre)

    def fit(self) -> None:
        """Give the pictures the room there is: one bar scrolls them, and none the sheet."""
        parent = self.parentWidget()
        room = parent.height() if parent is not None else self.screen().availableSize().height()
        self.heading.setVisible(room >= theme.px(_TIGHT))  # The window is called so.
        self._pictures.setFixedHeight(1)
        self._own.show()
        super().fit()
        if room - self.height() - 4 < theme.px(_LEAST):
            self._own.hide()  # It is told once one was chosen.
            super().fit()
        free = room - self.height() - 4
        self._pictures.setFixedHeight(min(theme.px(HIGH), max(free, theme.px(_LEAST))))
        super().fit()

    @property
    def is_drawing(self) -> bool:
        """Whether there are pictures that do not show yet."""
        return bool(self._waiting)

    def _draw_some(self) -> None:
        """Draw a few pictures, and the others when the window has nothing else to do."""
        for _each in range(min(_AT_ONCE, len(self._waiting))):
            item = self.grid.item(self._waiting.pop(0))
            drawn = self._drawn(str(item.data(KEY)))
            if drawn is not None:
                item.setIcon(_untinted(drawn))
        if self._waiting:
            QTimer.singleShot(0, self, self._draw_some)

    def _drawn(self, name: str) -> QPixmap | None:
        size, ratio = QSize(theme.px(WIDE), theme.px(TALL)), self.devicePixelRatioF()
        if self._folder == "backdrops":
            return drawings.backdrop(name, self._beside, size, ratio)
        scale = size.height() / BOX_HEIGHT
        if "." in name:
            return drawings.own_person(name, self._beside, scale, ratio)
        return drawings.person(name, scale, ratio, mirrored=False)

    def _filter(self, letters: str) -> None:
        first = None
        for row in range(self.grid.count()):
            item = self.grid.item(row)
            fits = finds(self._folder, str(item.data(KEY)), letters)
            item.setHidden(not fits)
            first = item if fits and first is None else first
        self.grid.setVisible(first is not None)
        self._none.setVisible(first is None)
        self.go.setEnabled(first is not None)
        if first is not None:
            self.grid.setCurrentItem(first)
            self.grid.scrollToItem(first)
            return
        self._none.setText(
            _("No picture is found by “%(words)s”. Another word may find one, or bring your own.")
            % {"words": letters.strip()}
        )
        if self.context is not None:
            self.context.announce(self._none.text())

    def chosen(self) -> QListWidgetItem | None:
        """Give the picture that is marked, if one shows."""
        item = self.grid.currentItem()
        return item if item is not None and not item.isHidden() else None

    def take(self) -> None:
        """Take the picture that is marked."""
        item = self.chosen()
        if item is not None:
            self._answer(str(item.data(KEY)))

    def _take_none(self) -> None:
        self._answer("")

    def bring(self) -> None:
        """Copy a picture from elsewhere beside the file, and take it."""
        chosen = ask_for_file(self)
        if not chosen:
            return
        try:
            name = own.brought(Path(chosen), self._beside)
        except UpstanderError as error:
            if self.context is not None:
                self.context.tell(error)
            return
        if self._own.isHidden() and self.context is not None:
            self.context.notice(_of_ones_own())
        self._answer(name)

    def _answer(self, name: str) -> None:
        self.accept()
        self.picked.emit(name)


def _of_ones_own() -> str:
    return _(
        "What a camera noted in a picture of your own, such as place and time, is left out."
        " Faces, house numbers and the name of the file stay."
    )


def _untinted(drawn: QPixmap) -> QIcon:
    """Give a picture that looks the same while it is marked."""
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(drawn, mode)
    return icon
