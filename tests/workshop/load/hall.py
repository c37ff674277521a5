"""A window with a room open, and a crowd before it; what each notices of the other."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal

from tests.workshop.room import begin
from tests.workshop.test_room import ask
from trainer.ui.workshop import leading
from trainer.ui.workshop.projector.window import ProjectorWindow
from trainer.workshop.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO

    from tests.scenes import Stage
    from trainer.workshop.room.room import Room
    from trainer.workshop.workshop import Workshop

ROOT = Path(__file__).parents[3]
TICK = 5


class Ticks:
    """How long the window's loop was held up, at the longest; milliseconds."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)
        self._last = time.perf_counter()
        self.longest = 0.0
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - TICK)
        self._last = now

    def begin(self) -> None:
        """Measure anew."""
        self.longest, self._last = 0.0, time.perf_counter()

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()


class Crowd:
    """The other process."""

    def __init__(self, room: Room) -> None:
        self._process = subprocess.Popen(
            [
                sys.executable, "-m", "tests.workshop.load.crowd",
                room.host, str(room.port), room.door.code,
            ],
            cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def send(self, do: str, **what: Any) -> None:
        """Have it do something, and do not wait."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": do, **what}) + "\n")
        self._process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        """Give what it says, with the window's loop running meanwhile."""
        heard = _Heard(self._process.stdout)
        found: dict[str, Any] = json.loads(heard.line())
        return found

    def do(self, do: str, **what: Any) -> dict[str, Any]:
        """Have it do something, and give what comes of it."""
        self.send(do, **what)
        return self.receive()

    def end(self) -> None:
        """Let it go home."""
        self._process.communicate()


class _Heard(QObject):
    """Waits for a line of another process in a loop of the window's."""

    came = Signal()

    def __init__(self, source: IO[str] | None) -> None:
        super().__init__()
        assert source is not None
        self._source = source
        self._line = ""
        self._loop = QEventLoop()
        self.came.connect(self._loop.quit, Qt.ConnectionType.QueuedConnection)

    def line(self) -> str:
        thread = threading.Thread(target=self._read)
        thread.start()
        self._loop.exec()
        thread.join()
        return self._line

    def _read(self) -> None:
        self._line = self._source.readline()
        self.came.emit()


def pass_time(seconds: float) -> None:
    """Let the window's loop run."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


class Evening:
    """A workshop on disk, a room, and a crowd before it.

    Args:
        path: of the journal.
        stage: the real window, which then shows the console and the projector's window.

    """

    def __init__(self, path: Path, stage: Stage | None = None) -> None:
        self.workshop: Workshop = ask(begin(path, SystemClock()))
        if stage is not None:
            stage.shell.open_page("home")
            stage.shell.open_page("workshop", workshop=self.workshop)
            led = leading.now(stage.context)
            assert led is not None
            self.led = led
        else:
            self.led = leading.Leading(self.workshop)
        self._projector = ProjectorWindow(self.led.bridge) if stage is not None else None

    def __enter__(self) -> Self:
        if self._projector is not None:
            self._projector.resize(1280, 800)
            self._projector.show()
        self.led.open_room("127.0.0.1", 0)
        assert self.led.room is not None
        self.room = self.led.room
        self.crowd = Crowd(self.room)
        self.ticks = Ticks()
        return self

    def __exit__(self, *_error: object) -> None:
        self.ticks.stop()
        self.crowd.end()
        self.led.close()
        if self._projector is not None:
            self._projector.close()

    def votes(self) -> dict[str, tuple[str, ...]]:
        """What was answered in the latest pass, by voter."""
        return dict(next(iter(self.workshop.state.ballots.values()))[-1].votes)

    def again(self) -> None:
        """Close the vote, open it once more, and wait until every phone shows that."""
        self.led.bridge.do("close")
        self.led.bridge.do("open")
        self.crowd.do("asked", number=len(next(iter(self.workshop.state.ballots.values()))))

    def updates(self, count: int, every: float) -> list[float]:
        """Show the room something new so many times; give how long each phone waited for each."""
        self.crowd.do("heard")
        shown: list[float] = []
        for number in range(count):
            shown.append(time.perf_counter())
            self.led.bridge.do("blank", on=number % 2 == 0)
            pass_time(every)
        heard: list[list[float]] = self.crowd.do("heard")["heard"]
        waits: list[float] = []
        for times in heard:
            for at in shown:
                # The latest counts: one that was overtaken is seen when the next one is.
                first = next((one for one in times if at <= one), None)
                assert first is not None, "the latest was not seen"
                waits.append((first - at) * 1000)
        return waits


def part(times: Sequence[float], share: float) -> float:
    """Give the time below which that share of them lies."""
    every = sorted(times)
    return every[min(len(every) - 1, int(len(every) * share))]


def table(rows: Sequence[tuple[str, float, float | None]]) -> str:
    """Give figures as a table: what, milliseconds or a count, and what it may be at most."""
    width = max(len(what) for what, _value, _most in rows)
    return "\n".join(
        f"{what:{width}}  {value:9.1f}" + ("" if most is None else f"   ≤ {most:g}")
        for what, value, most in rows
    )
