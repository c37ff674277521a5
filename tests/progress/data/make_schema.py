"""Writes the history that the latest schema keeps, as SQL: run it once, when a schema is done.

``python -m tests.progress.data.make_schema`` writes schema-N.sql for the latest N. A schema that
has been given out is never written anew: the file stands for every history that it has written.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.progress.examples import Clock, play
from trainer.method.ds import D
from trainer.method.five_steps import Step
from trainer.progress.boosters import boosters
from trainer.progress.boosters.boosters import Answer, Kind, Rating
from trainer.progress.confidence import confidence
from trainer.progress.migrations import APPLICATION_ID, LATEST
from trainer.progress.papers.paper_content import Content
from trainer.progress.papers.paper_content import Kind as PaperKind
from trainer.progress.papers.papers import Papers
from trainer.progress.store import Store
from trainer.progress.stretching import Stretching

FOLDER = Path(__file__).parent
KEY = b"k" * 32

_OUTBOX = """
    INSERT INTO outbox (id, run, made, state, statement, said)
    VALUES ('7af810b5-0000-4000-8000-000000000000', 'first', '2026-03-01T12:00:00.000Z',
        'sent', CAST('{}' AS BLOB), '')
"""


def fill(store: Store, clock: Clock) -> None:
    """Keep something in every table."""
    words, note = "“Are you all right?”", "Sit down beside her."
    play(store, "first", words=words, note=note, ends=True)
    store.name_scenario("bus", "Shouting on the 22 bus", "transit")
    variant = boosters.drill_variant("slurs", "bus-stop")
    answer = Answer(Kind.DRILL, D.DELAY, "transit", variant, Rating.YES, "Ask her.", (0, 2))
    boosters.answer(store, answer)
    confidence.put(store, {Step.NOTICE: 4, Step.ACT: 2})
    papers = Papers(store)
    paper = papers.new(PaperKind.PLAN)
    papers.keep(
        type(paper)(
            paper.id, paper.kind, paper.made, paper.touched, Content({"if_me": "To the shop."})
        )
    )
    papers.set_key(KEY, Stretching(b"s" * 16, 1, 8 * 2**20))
    with store.writing() as connection:
        connection.execute(_OUTBOX)
        connection.execute("INSERT INTO mark SELECT min(number), 1 FROM event")
        connection.execute("UPDATE version SET source = CAST('zlib' AS BLOB)")
    clock.go(days=1)
    play(store, "second", decisions=1, replay_of="first")


def main() -> None:
    """Write the file."""
    clock = Clock(datetime(2026, 3, 1, 12, tzinfo=UTC))
    with Store.in_memory(now=clock) as store:
        fill(store, clock)
        with store.reading() as connection:
            begin, *lines = connection.iterdump()
    head = (f"PRAGMA application_id = {APPLICATION_ID};", f"PRAGMA user_version = {LATEST};", begin)
    (FOLDER / f"schema-{LATEST}.sql").write_text("\n".join((*head, *lines)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
