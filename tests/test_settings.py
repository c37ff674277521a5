"""Settings come back as they were set; a single value that makes no sense takes its default."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from trainer import settings
from trainer.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

CHANGED = Settings(
    welcome=True,
    keep=True,
    text_size=150,
    palette="contrast-dark",
    motion="reduced",
    soften=True,
    read_aloud=True,
    timed=True,
    show_d_names=True,
    language="ko",
    folders=("/a", "/b"),
    quick_page="shopping",
    last_page="settings",
    last_at=1,
    help_place="us-ca",
    window="AAAA",
    projector="HDMI-1|1920x1080|",
    projector_dark=True,
    author_view="text 380 142 45",
    author_name="Ana",
    author_at='{"a": "one"}',
)


def test_everything_comes_back(tmp_path: Path) -> None:
    place = tmp_path / "home" / "settings.json"
    defaults = Settings()
    assert [
        name for name in Settings.__slots__ if getattr(CHANGED, name) == getattr(defaults, name)
    ] == []
    settings.write(CHANGED, place)
    assert settings.read(place) == CHANGED
    assert [one.name for one in place.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("keep", "yes"),
        ("keep", 1),
        ("text_size", 33),
        ("text_size", 0),
        ("text_size", -100),
        ("text_size", 10**9),
        ("text_size", 125.0),
        ("text_size", True),
        ("palette", "pink"),
        ("motion", "wild"),
        ("soften", 1),
        ("timed", "on"),
        ("language", None),
        ("folders", "/a"),
        ("last_page", "\ud800"),
    ],
)
def test_one_value_that_makes_no_sense_costs_only_itself(
    tmp_path: Path, name: str, value: Any
) -> None:
    place = tmp_path / "settings.json"
    settings.write(CHANGED, place)
    place.write_text(json.dumps(json.loads(place.read_text("utf-8")) | {name: value}), "utf-8")
    assert settings.read(place) == CHANGED.but(**{name: getattr(Settings(), name)})


def test_what_a_newer_version_has_set_is_passed_over(tmp_path: Path) -> None:
    place = tmp_path / "settings.json"
    place.write_text('{"text_size": 125, "of_tomorrow": [1]}', "utf-8")
    assert settings.read(place) == Settings(text_size=125)


def test_a_write_that_was_cut_off_changes_nothing(tmp_path: Path) -> None:
    place = tmp_path / "settings.json"
    settings.write(CHANGED, place)
    place.with_name("settings.json.part").write_text('{"text_size": 2', "utf-8")
    assert settings.read(place) == CHANGED
