"""Settings of how it looks and reads, of practising, and of leaving quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer import language
from trainer.language import N_, _
from trainer.settings import MOTIONS, PALETTES, TEXT_SIZES
from trainer.ui import scenario_words, theme
from trainer.ui.settings.row import SettingRow
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import CheckBox, Dropdown
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel
from trainer.ui.window import leave_quickly

if TYPE_CHECKING:
    from trainer.settings import Settings
    from trainer.ui.context import Context

_PALETTE_WORDS: Final = {
    "system": N_("Like the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast-light": N_("High contrast, light"),
    "contrast-dark": N_("High contrast, dark"),
}

_MOTION_WORDS: Final = {
    "system": N_("Like the system"),
    "full": N_("Full"),
    "reduced": N_("Reduced"),
}


class TextSize(QWidget):
    """Text size: a list, and a step to either side."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        row = FlowLayout(self, spacing=8)
        self._smaller = QuietButton(_("Smaller"), self, icon="minus")
        self._sizes = Dropdown(_("Text size"), self)
        for size in TEXT_SIZES:
            self._sizes.add(_("%(n)d %%") % {"n": size}, size)
        self._larger = QuietButton(_("Larger"), self, icon="plus")
        for widget in (self._smaller, self._sizes, self._larger):
            row.addWidget(widget)
        self._smaller.clicked.connect(context.smaller)
        self._larger.clicked.connect(context.larger)
        self._sizes.chosen.connect(self._choose)

    def show_settings(self, settings: Settings) -> None:
        """Show the size in use."""
        self._sizes.choose(settings.text_size)

    def _choose(self, size: object) -> None:
        self._context.change(text_size=size)


class LookCard(Card):
    """Text size, colours, motion, language, reading aloud."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.body.addWidget(Heading(_("How it looks and reads")))
        self._size = TextSize(context)
        note = _("Ctrl + and Ctrl - do the same on every page.")
        self.body.addWidget(SettingRow(_("Text size"), self._size, note))
        self._palette = Dropdown(_("Colours"))
        for name in PALETTES:
            self._palette.add(_(_PALETTE_WORDS[name]), name)
        self.body.addWidget(SettingRow(_("Colours"), self._palette))
        self._motion = Dropdown(_("Motion"))
        for name in MOTIONS:
            self._motion.add(_(_MOTION_WORDS[name]), name)
        self.body.addWidget(SettingRow(_("Motion"), self._motion))
        self._language = Dropdown(_("Language"))
        self._language.add(_("Like the system"), "")
        for code in language.available():
            self._language.add(scenario_words.language_name(code), code)
        self.body.addWidget(SettingRow(_("Language"), self._language))
        self._aloud = CheckBox(_("Read scenes aloud"))
        self.body.addWidget(self._aloud)
        self._aloud.setVisible(context.voice.available)
        self._palette.chosen.connect(self._choose_palette)
        self._motion.chosen.connect(self._choose_motion)
        self._language.chosen.connect(self._choose_language)
        self._aloud.toggled.connect(self._choose_aloud)

    def show_settings(self, settings: Settings) -> None:
        """Show what is in use."""
        self._size.show_settings(settings)
        self._palette.choose(settings.palette)
        self._motion.choose(settings.motion)
        self._language.choose(settings.language)
        self._aloud.setChecked(settings.read_aloud)

    def _choose_palette(self, name: object) -> None:
        self._context.change(palette=name)

    def _choose_motion(self, name: object) -> None:
        self._context.change(motion=name)

    def _choose_language(self, code: object) -> None:
        self._context.change(language=code)

    def _choose_aloud(self, on: bool) -> None:
        self._context.change(read_aloud=on)


class PracticeCard(Card):
    """Strong language, time, names of the D's."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.body.addWidget(Heading(_("While you practise")))
        self._soften = CheckBox(_("Soften strong language"))
        self._timed = CheckBox(_("Timed practice"))
        self._names = CheckBox(_("Show the names of the five D’s before a choice"))
        for box, note in (
            (self._soften, _("Holds for everything that is read, shown or spoken.")),
            (self._timed, _("Some scenes go on by themselves. The clock can be paused.")),
            (self._names, _("Otherwise they show once you have chosen.")),
        ):
            column = theme.lay(QVBoxLayout(), spacing=0)
            column.addWidget(box)
            # The note stands under the words, not under the box.
            under = theme.lay(QVBoxLayout(), margins=(34, 0, 0, 0))
            under.addWidget(SoftLabel(note))
            column.addLayout(under)
            self.body.addLayout(column)
            box.setAccessibleDescription(note)
        self._soften.toggled.connect(self._choose_soften)
        self._timed.toggled.connect(self._choose_timed)
        self._names.toggled.connect(self._choose_names)

    def show_settings(self, settings: Settings) -> None:
        """Show what is in use."""
        self._soften.setChecked(settings.soften)
        self._timed.setChecked(settings.timed)
        self._names.setChecked(settings.show_d_names)

    def _choose_soften(self, on: bool) -> None:
        self._context.change(soften=on)

    def _choose_timed(self, on: bool) -> None:
        self._context.change(timed=on)

    def _choose_names(self, on: bool) -> None:
        self._context.change(show_d_names=on)


class LeavingCard(Card):
    """The neutral page."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.body.addWidget(Heading(_("Leave quickly")))
        self._page = Dropdown(_("The window turns into"))
        for name, words in leave_quickly.CHOICES:
            self._page.add(_(words), name)
        self.body.addWidget(SettingRow(_("The window turns into"), self._page))
        self.body.addWidget(
            SoftLabel(
                _(
                    "Press Esc twice, or the button at the top right. Your run is kept. To come "
                    "back, press Ctrl + Shift + Space; the neutral page does not say so."
                )
            )
        )
        self._page.chosen.connect(self._choose)

    def show_settings(self, settings: Settings) -> None:
        """Show what is in use."""
        self._page.choose(settings.quick_page)

    def _choose(self, name: object) -> None:
        self._context.change(quick_page=name)
