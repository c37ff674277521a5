"""The progress page over five years: 1,000,000 decisions, 10,000 cards, 18 scenarios or 1,000.

The history is written by SQL, with scenes and choices that the scenarios really have, so that
what the page looks up is there.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import figures, records
from tests.scenes import Stage
from trainer import paths
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.progress.looking_back.statistics import Span
from trainer.progress.store import Store
from trainer.progress.summaries import written
from trainer.scenario.libraries.library import Library
from trainer.settings import Settings
from trainer.ui.progress.progress_page import ProgressPage

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from trainer.scenario.model import Scenario

DECISIONS, A_RUN, CARDS = 1_000_000, 10, 10_000
YEARS = 5
LIMIT, MEMORY = 150, 150
SETTINGS = Settings(keep=True, motion="reduced", palette="light")

_NUMBERS = "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :most - 1)"

_RUNS = f"""{_NUMBERS}
    INSERT INTO run (number, id, scenario, content_hash, is_replay, began, touched, touch, ended,
                     outcome, decisions)
    SELECT i + 1, printf('run-%d', i), scenario, content_hash, i % 10 = 9, at, at, i,
        CASE WHEN i % 50 THEN at END, CASE WHEN i % 50 THEN 'mixed' END, {A_RUN}
    FROM n JOIN day ON day.number = i * (SELECT count(*) FROM day) / :most
    JOIN played ON played.number = (i * 7919) % (SELECT count(*) FROM played)
"""

_EVENTS = f"""{_NUMBERS}
    INSERT INTO event (run, at, day, version, kind, step, scene, choice, d, fit, is_first, in_time,
                       words, ticked)
    SELECT run.number, run.began, substr(run.began, 1, 10), version.number, 'decided', i % {A_RUN},
        stock.scene, stock.choice, stock.d, stock.fit, NOT run.is_replay, 1, '', ''
    FROM n JOIN run ON run.number = i / {A_RUN} + 1
    JOIN version ON version.content_hash = run.content_hash
    JOIN stock ON stock.scenario = run.scenario
        AND stock.number = (i * 104729) % stock.many
"""

_TALLY = """
    INSERT INTO tally
    SELECT event.day, run.scenario, d, fit, count(*) FROM event
    JOIN run ON run.number = event.run WHERE is_first = 1 GROUP BY 1, 2, 3, 4
"""

_CARDS = f"""{_NUMBERS}
    INSERT INTO card (skill, family, met, due) SELECT
        substr('distractdelegatedocumentdelay   direct  ', i % 5 * 8 + 1, 8), printf('f-%d', i / 5),
        :now, :now FROM n
"""

_ANSWERS = f"""{_NUMBERS}
    INSERT INTO answer (id, at, day, kind, skill, family, variant, rating)
    SELECT printf('a-%d', i), at, substr(at, 1, 10), 'booster', 'delay', 'street', 'x', i % 4 + 1
    FROM n JOIN day ON day.number = i * (SELECT count(*) FROM day) / :most
"""

_SURE = """
    INSERT INTO confidence (id, at, day, notice, problem, responsibility, know_how, act)
    SELECT printf('c-%d', number), at, substr(at, 1, 10), 1 + number % 5, 2, 3, 4, 5
    FROM day WHERE number % 28 = 0
"""


def _stock(scenario: Scenario) -> Iterator[tuple[str, int, str, str, str, str]]:
    """Decisions that can be met in a scenario, from its start by the first choice each time."""
    session, number = Session(scenario), 0
    while session.phase is not Phase.ENDED and number < 40:
        if session.phase is not Phase.DECIDING:
            session.go_on()
            continue
        for choice in session.offered:
            fit = choice.fit.value if choice.fit else ""
            yield scenario.id, number, session.scene.id, choice.id, choice.d.value, fit
            number += 1
        session.choose(session.offered[0].id)


def fill(store: Store, library: Library) -> None:
    """Write a history of five years that ends today."""
    connection: sqlite3.Connection = store._database.connection
    connection.execute("PRAGMA synchronous=OFF")
    now = datetime.now(UTC)
    with store.writing():
        for table in (
            "day (number INTEGER PRIMARY KEY, at TEXT)",
            "played (number INTEGER PRIMARY KEY, scenario TEXT, content_hash TEXT)",
            "stock (scenario TEXT, number INTEGER, scene TEXT, choice TEXT, d TEXT, fit TEXT,"
            " many INTEGER, PRIMARY KEY (scenario, number))",
        ):
            connection.execute(f"CREATE TEMP TABLE {table}")
        # Four days in five something is done.
        every = [now - timedelta(days=back) for back in range(YEARS * 365, -1, -1) if back % 5 != 1]
        connection.executemany(
            "INSERT INTO day VALUES (?, ?)", ((i, written(at)) for i, at in enumerate(every))
        )
        for number, card in enumerate(library.cards()):
            met = list(_stock(library.load(card.id)))
            connection.execute(
                "INSERT INTO played VALUES (?, ?, ?)", (number, card.id, card.content_hash)
            )
            connection.executemany(f"INSERT INTO stock VALUES (?, ?, ?, ?, ?, ?, {len(met)})", met)
            connection.execute(
                "INSERT INTO scenario VALUES (?, ?, ?)", (card.id, card.title, card.setting)
            )
            connection.execute(
                "INSERT INTO version (content_hash) VALUES (?)", (card.content_hash,)
            )
        connection.execute(_RUNS, {"most": DECISIONS // A_RUN})
        connection.execute(_EVENTS, {"most": DECISIONS})
        connection.execute(_TALLY)
        connection.execute(_CARDS, {"most": CARDS, "now": written(now)})
        connection.execute(_ANSWERS, {"most": CARDS})
        connection.execute(_SURE)
        for table in ("day", "played", "stock"):
            connection.execute(f"DROP TABLE temp.{table}")


def _copies(count: int) -> None:
    """Put so many scenarios into the person's own folder."""
    folder, text = paths.own_scenarios(), records.SMALL.read_text("utf-8")
    folder.mkdir(parents=True)
    for number in range(count):
        name = f"bus-{number}"
        (folder / f"{name}.yaml").write_text(text.replace("id: small-bus", f"id: {name}", 1))


def _memory() -> float:
    """MiB that this process holds now, as the system counts them; 0 where it does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except (OSError, ValueError):
        return 0.0
    return pages * resource.getpagesize() / 2**20


def _open(stage: Stage) -> float:
    """Milliseconds, of the processor, from asking for the page until it is painted."""
    before = time.process_time()
    stage.shell.open_page("progress")
    stage.app.processEvents()
    return (time.process_time() - before) * 1000


def _window(runs: int) -> None:
    """Open the page of the filled history again and again, in a process of its own."""
    with Stage(SETTINGS) as stage:
        stage.shell.show()
        stage.shell.open_page("home")
        stage.settle(0.5)
        before, took = _memory(), []
        for _run in range(runs + 1):
            took.append(_open(stage))
            stage.settle(0.3)
            stage.shell.open_page("home")
            stage.settle(0.05)
        page = stage.shell._pages["progress"]
        assert isinstance(page, ProgressPage)
        spans = []
        for span in Span:
            at = time.process_time()
            page.show_span(span)
            stage.app.processEvents()
            spans.append((time.process_time() - at) * 1000)
        print(json.dumps({"took": took, "spans": spans, "home": before, "after": _memory()}))


def _measured(runs: int, copies: int) -> None:
    """Fill a history and say how long its page takes."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"UPSTANDER_HOME": home}
        command = [sys.executable, "-m", "tests.bench.progress"]
        figures.process([*command, "fill", str(copies)], environment)
        cost = figures.process([*command, "window", str(runs)], environment)
    found = json.loads(cost.said.splitlines()[-1])
    took, spans = found["took"], found["spans"]
    scenarios = copies or 18
    raw = (
        f"median of {runs}; the first, the code read in, {took[0]:.0f} ms; "
        f"{min(took[1:]):.0f} to {max(took[1:]):.0f} ms; "
        f"30 days, 90 days, a year, all: {', '.join(f'{one:.0f}' for one in spans)} ms"
    )
    what = f"progress of {DECISIONS:,} decisions in {scenarios:,} scenarios, painted"
    figures.say(what, figures.median(took[1:]), "ms", LIMIT, raw)
    raw = f"{found['home']:.0f} MiB on the home page before; at most {cost.memory:.0f} MiB"
    figures.say("memory of the whole window after that", found["after"], "MiB", MEMORY, raw)


def measure(runs: int) -> None:
    """Print how long the page takes over five years, and what the window holds then."""
    for copies in (0, 1000):
        _measured(runs, copies)


def main() -> None:
    """Fill the history of the home in use, or open it: one step in a process of its own."""
    what, number = sys.argv[1], int(sys.argv[2])
    if what == "window":
        _window(number)
        return
    if number:
        _copies(number)
    folders = (paths.built_in_scenarios(), paths.own_scenarios())
    paths.database().parent.mkdir(parents=True, exist_ok=True)
    with Store.open(paths.database()) as store:
        fill(store, Library(folders, paths.cache()))


if __name__ == "__main__":
    main()
