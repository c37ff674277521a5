"""A real store, and a sender that is killed again and again: nothing lost, nothing twice."""

from __future__ import annotations

import json
import random
import subprocess
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.lrs import environment
from tests.lrs.ralph_server import PASSWORD, USER
from tests.progress import children
from tests.progress.examples import play
from trainer import paths
from trainer.progress.organisation import organisation, outbox
from trainer.progress.organisation.organisation import Organisation, read_address
from trainer.progress.organisation.outbox import State
from trainer.progress.organisation.xapi import exporting
from trainer.progress.store import Store

if TYPE_CHECKING:
    from pathlib import Path

SENDS = """
import sys, time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from trainer.progress.organisation import outbox, pacing
from trainer.progress.organisation.sending import Request
from trainer.progress.store import Store
pacing.BATCH = 2
ahead = timedelta()
store = Store.open(Path(sys.argv[1]), now=lambda: datetime.now(UTC) + ahead)
print("open", flush=True)
while True:
    plan = outbox.plan(store)
    if plan.batch:
        reply = Request(plan.to, [one.statement for one in plan.batch], 10.0).run()
        outbox.settle(store, plan.batch, reply)
    elif plan.wait is None:
        break
    else:
        # Patience costs nothing here.
        ahead += timedelta(seconds=plan.wait)
print(outbox.pace(store).halt or "done", flush=True)
"""


def fill(path: Path, port: int, runs: int) -> str:
    """Complete runs, the choices of some sent too; give the id of one that no store takes."""
    with Store.open(path) as store:
        address = read_address(f"http://127.0.0.1:{port}/xAPI/")
        actor = organisation.actor_for(store, address.url)
        organisation.switch_on(store, Organisation(address, USER, PASSWORD, actor))
        for number in range(runs):
            play(store, f"run-{number}", words="MARKER-words", ends=True)
        for number in range(0, runs, 50):
            outbox.add_choices(store, f"run-{number}")
        bad = outbox.waiting(store)[runs // 3 % 40]
        broken = json.loads(bad.statement)
        del broken["verb"]
        with store.writing() as connection:
            connection.execute(
                "UPDATE outbox SET statement = ? WHERE number = ?",
                (json.dumps(broken).encode(), bad.number),
            )
    return bad.id


def send_and_kill(path: Path, times: int, chance: random.Random) -> int:
    """Let it send, and kill it so many times; then let it come to its end."""
    killed = 0
    while killed < times:
        child = children.start(SENDS, path)
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n", child.communicate()[1]
        try:
            child.wait(chance.uniform(0.0, 0.12))
        except subprocess.TimeoutExpired:
            child.kill()
            killed += 1
        said = child.communicate(timeout=60)[0]
        if "done" in said:
            break
        assert not said.strip(), said
    assert children.said(SENDS, path).endswith("done")
    return killed


@pytest.mark.soak
def test_a_real_store_has_each_statement_once(short: bool, tmp_path: Path) -> None:
    runs, kills = (100, 5) if short else (1000, 75)
    path = paths.database()
    with environment.running(tmp_path) as port:
        bad = fill(path, port, runs)
        with Store.open(path) as store:
            wanted = {one.id: one.statement for one in outbox.listed(store, 10_000)}
        killed = send_and_kill(path, kills, random.Random(7))
        kept = (tmp_path / "data" / "kept.jsonl").read_text("utf-8").splitlines()
    assert killed == kills
    ids = Counter(json.loads(line)["id"] for line in kept)
    assert set(ids) == set(wanted) - {bad}, "nothing lost"
    assert max(ids.values()) == 1, "nothing twice"
    assert not any("MARKER" in line for line in kept)
    with Store.open(path) as store:
        found = outbox.counts(store)
        [rejected] = [one for one in outbox.listed(store, 10_000) if one.state is State.REJECTED]
        assert (rejected.id, rejected.said[:3]) == (bad, "422")
        assert (found[State.WAITING], found[State.SENT]) == (0, len(wanted) - 1)
        out = tmp_path / "all.jsonl"
        assert exporting.export(store, out, with_choices=True) == runs
    assert environment.checked(out) == runs * 4
