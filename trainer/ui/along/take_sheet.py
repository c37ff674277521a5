"""The sheet that asks what to take along, says what is in it, and writes it where one says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout

from trainer.errors import KeepingError, UpstanderError
from trainer.language import N_, _
from trainer.ui import theme
from trainer.ui.along.certificate_part import CertificatePart
from trainer.ui.along.going import Going
from trainer.ui.along.option import OptionTile
from trainer.ui.along.parts import DataPart, EverythingPart, Part, TablePart
from trainer.ui.along.waiting import Waiting
from trainer.ui.dialogs import Sheet
from trainer.ui.paper import saving_as
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.tiles import Tiles
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context

_OPTIONS: Final[tuple[tuple[type[Part], str, str, str], ...]] = (
    (
        EverythingPart,
        "hard-drive",
        N_("To another computer"),
        N_("Everything, for Upstander there"),
    ),
    (TablePart, "table-2", N_("For a spreadsheet"), N_("Tables of what you did")),
    (DataPart, "download", N_("For other programs"), N_("The same as data, in one file")),
    (CertificatePart, "printer", N_("A certificate"), N_("What you practised, on one page")),
)
"""What there is to choose from: its part, icon, words, and what it is."""


class TakeSheet(Sheet):
    """Choose, then save. ``ask`` chooses the file: (parent, title, name, filter)."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Take it along"), parent, width=700)
        self._context = context
        self.ask: saving_as.Ask = saving_as.ask_where
        self._going: Going | None = None
        self.body.addWidget(
            Words(_("A file is written where you say. Nothing leaves this computer by itself."))
        )
        self._group = QButtonGroup(self)
        self._parts: dict[int, Part] = {}
        tiles = Tiles(least=290, spacing=12)
        for number, (_kind, icon, title, about) in enumerate(_OPTIONS):
            tile = OptionTile(_(title), _(about), icon, self)
            self._group.addButton(tile, number)
            tiles.addWidget(tile)
        self.body.addLayout(tiles)
        self._place = theme.lay(QVBoxLayout())
        self.body.addLayout(self._place)
        self._said = Words("", self)
        self._said.hide()
        self.body.addWidget(self._said)
        self.waiting = Waiting(_("Writing the file"), self)
        self.body.addWidget(self.waiting)
        self.end_with(_("Save as …"), self.save, icon="download")
        self._group.idToggled.connect(self._turned)
        self.choose(0)

    def choose(self, number: int) -> None:
        """Choose what to take along."""
        self._group.button(number).setChecked(True)

    def part(self) -> Part:
        """What is chosen; made when it is first chosen."""
        number = self._group.checkedId()
        if number not in self._parts:
            part = self._parts[number] = _OPTIONS[number][0](self._context, self)
            part.changed.connect(self._changed)
            self._place.addWidget(part)
        return self._parts[number]

    def _turned(self, number: int, on: bool) -> None:
        if number in self._parts:
            self._parts[number].setVisible(on)
        if on:
            try:
                self.part().show()
            except KeepingError as error:
                self._context.tell(error)
                return
            self._say("")
            self._changed()

    def _changed(self) -> None:
        chain(self)
        if self.isVisible():
            self.fit()

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))
        if text:
            self._context.announce(text)
            self.fit()
            QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        self.scroller.ensureWidgetVisible(self._said)

    def save(self) -> None:
        """Ask where, then write the file."""
        part = self.part()
        wrong = part.wrong()
        self._say(wrong)
        if wrong:
            return
        name = f"{part.name}.{part.ending}"
        chosen = self.ask(self, _("Save as"), name, part.filters())
        if not chosen:
            return
        out = Path(chosen)
        if not out.suffix:
            out = out.with_suffix(f".{part.ending}")
        self._write(part, out)

    def _write(self, part: Part, out: Path) -> None:
        self._out = out
        self._going = going = Going(part.steps(out), self)
        going.moved.connect(self.waiting.move_to)
        going.ended.connect(self._written)
        going.failed.connect(self._failed)
        self._wait(True)
        going.start()

    def _wait(self, on: bool) -> None:
        self.go.setEnabled(not on)
        for button in self._group.buttons():
            button.setEnabled(not on)
        self.part().setEnabled(not on)
        self.cancel.set_words(_("Stop") if on else _("Cancel"))
        self.waiting.wait(on)

    def _written(self, result: object) -> None:
        from trainer.progress.carry import telling

        self._going = None
        saved = _("Saved as %(path)s.") % {"path": str(self._out)}
        left = telling.stayed(result["left"]) if isinstance(result, Counter) else ()
        self._context.notice("\n".join((saved, *left)))
        self.accept()

    def _failed(self, error: UpstanderError) -> None:
        self._going = None
        self._wait(False)
        self._context.tell(error)

    def done(self, result: int) -> None:
        """Stop what is being written: no half of a file is left."""
        if self._going is not None:
            self._going.stop()
            self._going = None
        super().done(result)


def open_sheet(context: Context, window: QWidget) -> TakeSheet:
    """Ask what goes along, over the window."""
    sheet = TakeSheet(context, window)
    sheet.open()
    return sheet
