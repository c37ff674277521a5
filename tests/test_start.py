"""What a start must not wait for: modules that the first page does without."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

NOT_NEEDED = frozenset(
    {
        # Reading, checking and translating scenarios: the index stands for all of it.
        *("yaml", "_yaml", "polib", "markdown", "hashlib", "difflib", "uuid"),
        *(f"trainer.scenario.{name}" for name in ("checking", "model", "problems", "reading")),
        *(f"trainer.scenario.{name}" for name in ("translation", "wording")),
        *("trainer.scenario.exploring", "trainer.scenario.texts", "trainer.scenario.rules"),
        *("trainer.scenario.files", "trainer.scenario.libraries.reader"),
        # Playing, and looking back.
        *(f"trainer.practice.{name}" for name in ("debrief", "session", "transcript", "way")),
        *(f"trainer.progress.{name}" for name in ("deletion", "export", "records", "sealed")),
        *(f"trainer.progress.{name}" for name in ("looking_back", "papers", "organisation")),
        *("trainer.ui.people.own_settings", "trainer.ui.people.who_page", "nacl"),
        *("fast_sugiyama", "csv"),
        *("trainer.help.directory", "trainer.help.looking", "trainer.ui.help.page"),
        # The command line's own.
        *("trainer.cli.main", "trainer.cli.parsing", "trainer.cli.check", "platformdirs"),
        # Printing, reading aloud, drawing by Qt.
        *(f"PySide6.Qt{name}" for name in ("PrintSupport", "Svg", "TextToSpeech", "Multimedia")),
        # The network: nothing here ever opens a connection.
        *("PySide6.QtNetwork", "PySide6.QtWebEngineCore"),
        *("socket", "ssl", "http", "email", "urllib.request", "asyncio"),
    }
)

CODE = """
import json, sys
from trainer.__main__ import main
status = main(["--smoke"])
print(json.dumps([status, sorted(sys.modules)]))
"""


def _start() -> tuple[int, set[str]]:
    """Show the first page in a process of its own; give its exit status and what it imported."""
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    status, modules = json.loads(done.stdout.splitlines()[-1])
    return status, set(modules)


def test_what_is_not_needed_is_called_by_its_name() -> None:
    ours = [name for name in NOT_NEEDED if name.startswith("trainer.")]
    assert [name for name in ours if find_spec(name) is None] == []


@pytest.mark.parametrize("settings", ["{}", '{"keep": true}', '{"keep": false}'])
def test_the_first_page_imports_what_it_shows_and_no_more(home: Path, settings: str) -> None:
    home.mkdir()
    (home / "settings.json").write_text(settings, "utf-8")
    assert _start()[0] == 0  # makes the index of the library
    status, modules = _start()
    assert status == 0
    assert "trainer.ui.window.shell" in modules
    assert not modules & NOT_NEEDED
