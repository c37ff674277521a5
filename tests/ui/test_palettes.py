"""Contrast, in every palette."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPalette

from trainer.ui import palettes, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from trainer.ui.palettes import Colours

TEXT, OUTLINE = 4.5, 3.0


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast as WCAG 2 defines it, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=palettes.ALL, ids=lambda palette: palette.name)
def palette(request: pytest.FixtureRequest) -> Colours:
    given: Colours = request.param
    return given


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_text_stands_out_from_every_surface(palette: Colours) -> None:
    low = {
        (text, surface): contrast(text, surface)
        for text in palette.texts()
        for surface in palette.surfaces()
        if contrast(text, surface) < TEXT
    }
    assert low == {}


def test_text_on_teal_stands_out(palette: Colours) -> None:
    assert contrast(palette.on_teal, palette.teal) >= TEXT
    assert contrast(palette.on_teal, palette.teal_pressed) >= TEXT


def test_controls_and_focus_stand_out_from_every_surface(palette: Colours) -> None:
    low = {
        (line, surface): contrast(line, surface)
        for line in (palette.outline, palette.focus, palette.teal)
        for surface in palette.surfaces()
        if contrast(line, surface) < OUTLINE
    }
    assert low == {}


def test_high_contrast_is_higher() -> None:
    for palette in (palettes.CONTRAST_LIGHT, palettes.CONTRAST_DARK):
        lowest = min(contrast(text, palette.paper) for text in palette.texts())
        assert lowest >= 7


def test_qt_s_own_widgets_have_the_same_contrast(qapp: QApplication, palette: Colours) -> None:
    made = theme.qt_palette(palette)
    pairs = (
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
        (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
    )
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
        for text, surface in pairs:
            names = made.color(group, text).name(), made.color(group, surface).name()
            assert contrast(*names) >= TEXT, (group, text)


def test_every_colour_is_written_in_full(palette: Colours) -> None:
    colours = [value for value in palette if isinstance(value, str) and value.startswith("#")]
    assert len(colours) == len(palette) - 3
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in colours)


@pytest.mark.parametrize(
    ("wanted", "dark", "more", "given"),
    [
        ("system", False, False, "light"),
        ("system", True, False, "dark"),
        ("system", False, True, "contrast-light"),
        ("system", True, True, "contrast-dark"),
        ("light", True, True, "light"),
        ("contrast-dark", False, False, "contrast-dark"),
    ],
)
def test_the_system_is_followed_where_nothing_was_chosen(
    wanted: str, dark: bool, more: bool, given: str
) -> None:
    assert palettes.choose(wanted, dark=dark, contrast=more).name == given
