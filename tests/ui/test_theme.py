"""Sizes, type and fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tests.scenes import Stage
from trainer import paths
from trainer.settings import TEXT_SIZES, Settings
from trainer.ui import fonts, theme
from trainer.ui.dress import dress
from trainer.ui.settings.row import SettingRow
from trainer.ui.theme import Role

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def app(home: Path) -> QApplication:
    with Stage(Settings(keep=None, palette="light")) as stage:
        return stage.app


def test_everything_grows_and_shrinks_at_once(app: QApplication) -> None:
    widget = QWidget()
    column = theme.lay(QVBoxLayout(widget), margins=(24, 20, 16, 12), spacing=8)
    inner = theme.lay(QHBoxLayout(), margins=(4, 4, 4, 4), spacing=12)
    column.addLayout(inner)
    label = theme.set_role(QLabel("Practise"), Role.BODY)
    inner.addWidget(theme.fix(label, width=100, height=40))
    for size in (*TEXT_SIZES, 100):
        dress(app, Settings(text_size=size, palette="light"))
        scale = size / 100
        margins = column.contentsMargins()
        assert (margins.left(), margins.bottom()) == (round(24 * scale), round(12 * scale))
        assert inner.spacing() == round(12 * scale)
        assert label.font().pixelSize() == round(16 * scale)
        assert (label.width(), label.height()) == (round(100 * scale), round(40 * scale))


def test_a_row_looks_for_room_at_another_text_size_too(app: QApplication) -> None:
    row = SettingRow("Text size", QPushButton("Larger"), "In the whole window.")
    row.resize(800, 200)
    row.show()
    line = row.layout()
    assert isinstance(line, QBoxLayout)
    for size, beside in ((100, True), (200, False), (100, True)):
        dress(app, Settings(text_size=size, palette="light"))
        assert (line.direction() == QBoxLayout.Direction.LeftToRight) is beside
    row.resize(400, 200)
    assert line.direction() == QBoxLayout.Direction.TopToBottom
    row.close()


def test_roles_are_set_in_the_bundled_font(app: QApplication) -> None:
    dress(app, Settings(palette="light"))
    for role in Role:
        found = QFontInfo(theme.font(role))
        assert found.family() == fonts.HYPERLEGIBLE
        assert found.weight() == role.weight
    assert QFontInfo(theme.font(Role.BODY, italic=True)).italic()


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("en", fonts.HYPERLEGIBLE),
        ("de-CH", fonts.HYPERLEGIBLE),
        ("pl", fonts.HYPERLEGIBLE),
        ("vi", fonts.NOTO),
        ("zh-Hant-TW", "Noto Sans CJK TC"),
        ("zh", "Noto Sans CJK SC"),
        ("ko", "Noto Sans CJK KR"),
        ("ar", "Noto Sans Arabic"),
    ],
)
def test_a_language_is_set_whole_in_one_family(
    app: QApplication, language: str, family: str
) -> None:
    assert fonts.families(language)[0] == family


def test_without_fonts_the_system_s_own_is_used(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "assets", lambda: tmp_path)
    fonts.forget_loaded()
    assert fonts.families("en") == ()
    assert "NotoSans-Regular.ttf" in fonts.missing()
    monkeypatch.undo()
    fonts.forget_loaded()
    assert fonts.families("en") == (fonts.HYPERLEGIBLE,)
    assert fonts.missing() == ()


def test_motion_follows_our_setting(app: QApplication) -> None:
    dress(app, Settings(motion="reduced"))
    assert theme.reduced_motion()
    dress(app, Settings(motion="full"))
    assert not theme.reduced_motion()
