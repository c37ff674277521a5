"""The collector pauses while much is made, and begins in no thread beside the window."""

from __future__ import annotations

import gc
import json
import threading
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.authoring.checking.telling import Question, answer_of
from trainer.scenario.files.collector import collector_paused

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def begun() -> Iterator[list[str]]:
    """The threads in which a collection begins; each begins as early as can be."""
    seen: list[str] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            seen.append(threading.current_thread().name)

    before = gc.get_threshold()
    gc.callbacks.append(note)
    gc.set_threshold(20, 5, 5)
    try:
        yield seen
    finally:
        gc.set_threshold(*before)
        gc.callbacks.remove(note)


def made() -> list[dict[str, list[int]]]:
    return [{"a": [one]} for one in range(2000)]


def in_a_thread(act: object) -> list[str]:
    with begun() as seen:
        thread = threading.Thread(target=act, name="beside")  # type: ignore[arg-type]
        thread.start()
        thread.join()
    return seen


def test_pauses_that_overlap_end_with_the_last_of_them() -> None:
    first, second = collector_paused(), collector_paused()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0, "what was made is looked at again one day"


def test_no_collection_begins_in_a_thread_that_leaves_it_to_the_window() -> None:
    def left() -> None:
        with collector_paused():
            made()

    assert "beside" in in_a_thread(made), "or it is no test"
    assert "beside" not in in_a_thread(left)


def test_what_another_process_has_found_is_taken_in_without_a_collection() -> None:
    line = json.dumps(["unknown-key", "error", 1, 2, {"key": "a"}, None, None, 7])
    end = json.dumps({"analysis": None, "off": {}, "beside": [], "whole": True})
    asked = Question(Path("a.yaml"), "", 0, date(2026, 11, 30))
    got: list[object] = []

    def take() -> None:
        got.append(answer_of(asked, [line] * 2000 + [end], 0.0))

    assert "beside" not in in_a_thread(take)
    (answer,) = got
    assert len(answer.found) == 2000  # type: ignore[attr-defined]
    assert gc.isenabled()
