"""How the window looks: type, sizes, spacing, and the palette in use.

How to use it
-------------
*Sizes* are given as the design gives them, in pixels at 100 %, and pass through
:func:`px`, which scales them with the text size (80 to 200 %)::

    painter.drawRoundedRect(rect, theme.px(theme.CARD_CORNER), theme.px(theme.CARD_CORNER))

*Layouts* get margins and spacing through :func:`lay`, and fixed sizes of widgets through
:func:`fix`: both are remembered on the widget and follow when the text size changes::

    row = theme.lay(QHBoxLayout(), margins=(20, 16, 20, 16), spacing=12)
    theme.fix(picture, height=128)

*Type*: :func:`set_role` gives a standard widget the font of a :class:`Role`, and :func:`suit`
one that has all letters of its text; the widgets of :mod:`trainer.ui.widgets` do that by
themselves. Who paints words asks for ``theme.font(role, of=words)``. *Colours* are read when
painting, never kept: ``theme.colours().teal``.

When a setting changes, :func:`apply` walks once over all widgets: it renews what
:func:`lay`, :func:`fix` and :func:`set_role` remembered, then calls ``restyled()`` of each
widget that has such a method (renew kept pixmaps, paths and heights there).

No style sheets: they are slow at start, and they break the palette's inheritance.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QBoxLayout, QLayout, QWidget
from shiboken6 import isValid

from trainer.ui import fonts, palettes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.settings import Settings
    from trainer.ui.palettes import Colours

CARD_CORNER = 14
CONTROL_CORNER = 10
RING = 2
"""Width of the focus ring."""
BAR_HEIGHT = 60
"""Height of the bar at the top of each page."""
RAIL_WIDTH = 88
PAGE_MARGIN = 24
ANY_SIZE = 16_777_215
"""Takes the greatest width or height of a widget away again, as Qt counts it."""
GAP = 16
"""Usual gap between cards; smaller gaps are 4, 8 and 12."""
READING_WIDTH = 720
"""Widest column of text that is pleasant to read."""


class Role(Enum):
    """A size and a weight of type: (pixels at 100 %, weight)."""

    DISPLAY = (28, QFont.Weight.Bold)
    TITLE = (22, QFont.Weight.Bold)
    HEADING = (18, QFont.Weight.Bold)
    SUBHEADING = (16, QFont.Weight.Bold)
    SCENE = (17, QFont.Weight.Normal)
    SPEAKER = (17, QFont.Weight.DemiBold)
    BODY = (16, QFont.Weight.Normal)
    STRONG = (16, QFont.Weight.DemiBold)
    BUTTON = (15, QFont.Weight.DemiBold)
    NOTE = (14, QFont.Weight.Normal)
    NOTE_STRONG = (14, QFont.Weight.DemiBold)
    SMALL = (13, QFont.Weight.Normal)
    SMALL_STRONG = (13, QFont.Weight.DemiBold)

    @property
    def size(self) -> int:
        """Size in pixels at 100 %."""
        return self.value[0]

    @property
    def weight(self) -> QFont.Weight:
        """Weight of the type."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Look:
    """What is in use: the palette, the scale (1.0 at 100 %), motion, and font families."""

    colours: Colours = palettes.LIGHT
    scale: float = 1.0
    reduced_motion: bool = False
    families: tuple[str, ...] = ()


_look = Look()
_fonts: dict[tuple[Role, bool, bool], QFont] = {}

_ROLE, _MARGINS, _SPACING, _FIXED = "upRole", "upMargins", "upSpacing", "upFixed"
_BEYOND = "upBeyond"


def look() -> Look:
    """Everything in use."""
    return _look


@contextmanager
def within(wanted: Look) -> Iterator[None]:
    """Paint and measure in another look for a while: the projector's is not the window's."""
    global _look, _fonts
    before = _look, _fonts
    _look, _fonts = wanted, {}
    try:
        yield
    finally:
        _look, _fonts = before


def colours() -> Colours:
    """Palette in use. Ask for it when painting; do not keep it."""
    return _look.colours


def reduced_motion() -> bool:
    """Tell whether nothing should move that need not."""
    return _look.reduced_motion


def px(size: float) -> int:
    """Scale a size given in pixels at 100 %; never smaller than 1."""
    return max(1, round(size * _look.scale))


def font(role: Role = Role.BODY, *, italic: bool = False, of: str = "") -> QFont:
    """Font of a role at the text size in use; ``of`` is what is set in it.

    A text with letters that the window's face lacks is set whole in one that has them all.
    """
    return _font(role, italic=italic, beyond=fonts.is_beyond(of))


def _font(role: Role, *, italic: bool = False, beyond: bool) -> QFont:
    kept = _fonts.get((role, italic, beyond))
    if kept is None:
        kept = QFont()
        families = fonts.beyond(_look.families) if beyond else _look.families
        if families:
            kept.setFamilies(list(families))
        kept.setPixelSize(px(role.size))
        kept.setWeight(role.weight)
        kept.setItalic(italic)
        _fonts[role, italic, beyond] = kept
    return kept


def suited(font: QFont, text: str) -> QFont:
    """Give a font, or the like of it in a face that has all letters of a text."""
    if not fonts.is_beyond(text):
        return font
    made = QFont(font)
    made.setFamilies(list(fonts.beyond(tuple(font.families()))))
    return made


WidgetT = TypeVar("WidgetT", bound=QWidget)
LayoutT = TypeVar("LayoutT", bound=QLayout)


def set_role(widget: WidgetT, role: Role) -> WidgetT:
    """Set a widget in the type of a role, now and after each change of text size."""
    widget.setProperty(_ROLE, role.name)
    widget.setFont(_font(role, beyond=bool(widget.property(_BEYOND))))
    return widget


def suit(widget: QWidget, text: str) -> None:
    """Set a widget in a face that has all letters of its text, now and after each change."""
    beyond = fonts.is_beyond(text)
    if beyond == bool(widget.property(_BEYOND)):
        return
    widget.setProperty(_BEYOND, beyond)
    role = widget.property(_ROLE)
    if role is not None:
        widget.setFont(_font(Role[role], beyond=beyond))


def lay(
    layout: LayoutT,
    *,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    spacing: int = 0,
) -> LayoutT:
    """Give a layout margins (left, top, right, bottom) and spacing that scale."""
    # As text: a list would have PySide set up byte arrays, for nothing.
    layout.setProperty(_MARGINS, " ".join(map(str, margins)))
    layout.setProperty(_SPACING, spacing)
    _renew_layout(layout)
    return layout


def turn(layout: QBoxLayout, *, beside: bool) -> None:
    """Have what is in a layout stand side by side, or else one below the other."""
    directions = QBoxLayout.Direction
    layout.setDirection(directions.LeftToRight if beside else directions.TopToBottom)


def fix(widget: WidgetT, *, width: int = 0, height: int = 0, at_least: bool = False) -> WidgetT:
    """Fix a widget's width or height (0: leave free), or set only its least; both scale."""
    widget.setProperty(_FIXED, f"{width} {height} {int(at_least)}")
    _renew_fixed(widget)
    return widget


def _renew_layout(layout: QLayout) -> None:
    margins = layout.property(_MARGINS)
    if margins is None:
        return
    layout.setContentsMargins(*(round(int(side) * _look.scale) for side in margins.split()))
    spacing = round(layout.property(_SPACING) * _look.scale)
    layout.setSpacing(spacing)


def _renew_fixed(widget: QWidget) -> None:
    fixed = widget.property(_FIXED)
    if fixed is None:
        return
    width, height, at_least = map(int, fixed.split())
    if width:
        (widget.setMinimumWidth if at_least else widget.setFixedWidth)(px(width))
    if height:
        (widget.setMinimumHeight if at_least else widget.setFixedHeight)(px(height))


def _all_layouts(layout: QLayout | None) -> list[QLayout]:
    if layout is None:
        return []
    found = [layout]
    # Not by ``itemAt``: see :mod:`trainer.ui.widgets.focus_order`.
    for inner in layout.children():
        if isinstance(inner, QLayout):
            found += _all_layouts(inner)
    return found


def _renew(widget: QWidget) -> None:
    role = widget.property(_ROLE)
    if role is not None:
        widget.setFont(_font(Role[role], beyond=bool(widget.property(_BEYOND))))
    for layout in _all_layouts(widget.layout()):
        _renew_layout(layout)
    _renew_fixed(widget)


def _restyle(widget: QWidget) -> None:
    restyled: Any = getattr(widget, "restyled", None)
    if restyled is not None:
        restyled()
    widget.updateGeometry()
    widget.update()


def qt_palette(palette: Colours) -> QPalette:
    """Give Qt's own widgets the same colours, its highlight included."""
    roles = {
        QPalette.ColorRole.Window: palette.paper,
        QPalette.ColorRole.WindowText: palette.ink,
        QPalette.ColorRole.Base: palette.card,
        QPalette.ColorRole.AlternateBase: palette.well,
        QPalette.ColorRole.Text: palette.ink,
        QPalette.ColorRole.Button: palette.card,
        QPalette.ColorRole.ButtonText: palette.ink,
        QPalette.ColorRole.BrightText: palette.on_teal,
        QPalette.ColorRole.PlaceholderText: palette.soft,
        QPalette.ColorRole.Highlight: palette.teal,
        QPalette.ColorRole.HighlightedText: palette.on_teal,
        QPalette.ColorRole.Accent: palette.teal,
        QPalette.ColorRole.Link: palette.teal,
        QPalette.ColorRole.LinkVisited: palette.document,
        QPalette.ColorRole.ToolTipBase: palette.card,
        QPalette.ColorRole.ToolTipText: palette.ink,
        QPalette.ColorRole.Light: palette.card,
        QPalette.ColorRole.Midlight: palette.well,
        QPalette.ColorRole.Mid: palette.line,
        QPalette.ColorRole.Dark: palette.outline,
        QPalette.ColorRole.Shadow: palette.outline,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.soft))
    return made


def _hints(app: QApplication) -> tuple[bool, bool, bool]:
    """Say whether the system asks for dark, for more contrast, for less motion."""
    hints = app.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    wishes: Any = getattr(hints, "accessibility", lambda: None)()
    contrast = getattr(wishes, "contrastPreference", lambda: None)()
    motion = getattr(wishes, "motionPreference", lambda: None)()
    return (
        dark,
        getattr(contrast, "name", "") == "HighContrast",
        getattr(motion, "name", "") == "ReducedMotion",
    )


def look_for(app: QApplication, settings: Settings, language: str) -> Look:
    """Work out the look that the settings, and where they leave it the system, ask for."""
    dark, contrast, less_motion = _hints(app)
    return Look(
        colours=palettes.choose(settings.palette, dark=dark, contrast=contrast),
        scale=settings.text_size / 100,
        reduced_motion=settings.motion == "reduced"
        or (settings.motion == "system" and less_motion),
        families=fonts.families(language),
    )


def apply(app: QApplication, wanted: Look) -> None:
    """Use a look from now on, in every widget there is and in those to come."""
    global _look
    if wanted == _look and app.property("upDressed"):
        return
    _look = wanted
    _fonts.clear()
    app.setPalette(qt_palette(wanted.colours))
    app.setFont(font(Role.BODY))
    if app.property("upDressed"):
        widgets = app.allWidgets()
        for widget in widgets:
            _renew(widget)
        # All of them first: who asks how much room its parts need asks parts in their new type.
        for widget in widgets:
            if isValid(widget):
                _restyle(widget)
    app.setProperty("upDressed", True)
