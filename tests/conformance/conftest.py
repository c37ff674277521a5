"""The command, in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conformance.story import Command

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def upstander(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    folder = tmp_path / "here"
    folder.mkdir()
    return Command(folder, capsys)
