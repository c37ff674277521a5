"""What holds for every test: a home of its own, English, and nothing left behind."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import hypothesis
import pytest

from trainer import language, paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How quick a machine is says nothing about what holds.
hypothesis.settings.register_profile(
    "any-machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any-machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--short", action="store_true", help="the short form of the long tests")


@pytest.fixture(scope="session")
def short(request: pytest.FixtureRequest) -> bool:
    """Whether the long tests run in their short form."""
    return bool(request.config.getoption("--short"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own: no test reads or writes what a person keeps."""
    folder = tmp_path / "home"
    monkeypatch.setenv("UPSTANDER_HOME", str(folder))
    monkeypatch.delenv("UPSTANDER_LANGUAGE", raising=False)
    paths.move_home(None)
    language.use(language.SOURCE)
    threads = set(threading.enumerate())
    yield folder
    paths.move_home(None)
    language.use(language.SOURCE)
    others = [thread for thread in threading.enumerate() if thread not in threads]
    for thread in others:
        thread.join(5)  # What was being looked up is let finish; what goes on for ever is left.
    left = [thread.name for thread in others if thread.is_alive()]
    assert not left, f"threads left behind: {left}"
