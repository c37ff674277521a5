"""What holds for every test: a home of its own, English, and nothing left behind."""

from __future__ import annotations

import gc
import itertools
import os
import threading
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from trainer import language, paths

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How quick a machine is says nothing about what holds.
hypothesis.settings.register_profile(
    "any-machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any-machine")

LONGEST = (
    "accessibility/test_screen_reader.py",
    "bad_days/test_data_folder.py",
    "bad_days/test_surroundings.py",
    "bad_days/test_scenario_folder.py",
    "test_wheel.py",
    "test_network.py",
    "test_words.py",
    "test_architecture.py",
    "ui/people/test_people.py",
    "ui/authoring/test_outline.py",
    "ui/authoring/problems/test_problems.py",
    "ui/authoring/test_tables.py",
    "ui/help/test_way_there_and_back.py",
    "ui/help/test_every_look.py",
    "ui/drills/test_every_page.py",
    "ui/plan/test_papers_on_screen.py",
    "ui/along/test_sheets.py",
    "workshop/test_phone_page.py",
    "bad_days/test_leaving.py",
    "bad_days/test_fast_hands.py",
    "bad_days/test_scenario_changes.py",
    "ui/organisation/test_sending.py",
    "ui/authoring/test_frame.py",
    "practice/test_walks.py",
    "stories/test_an_organisers_evening.py",
    "ui/progress/test_pages_fit.py",
    "ui/workshop/test_ready.py",
)
"""What takes longest, ten to thirty seconds each, some with a test or two. Begun last, each would
be waited for by all the other processors."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, then with what has most tests."""
    here = Path(__file__).parent
    first = {str(here / name): -at for at, name in enumerate(reversed(LONGEST), 1)}
    counts = Counter(str(item.path) for item in items)
    items.sort(key=lambda item: (first.get(str(item.path), 0), -counts[str(item.path)]))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--short", action="store_true", help="the short form of the long tests")


_tests_done = itertools.count(1)


@pytest.fixture(autouse=True)
def collected_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """With a window, garbage is collected in its thread only, as in the program: between tests."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect(1)
    if not next(_tests_done) % 50:
        gc.unfreeze()
        gc.collect()
    gc.enable()


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
    # Of Qt's own threads that ran a line of ours Python keeps a name, and hears of no end.
    ours = (one for one in threading.enumerate() if not isinstance(one, threading._DummyThread))
    others = [thread for thread in ours if thread not in threads]
    for thread in others:
        thread.join(5)  # What was being looked up is let finish; what goes on for ever is left.
    left = [thread.name for thread in others if thread.is_alive()]
    assert not left, f"threads left behind: {left}"
