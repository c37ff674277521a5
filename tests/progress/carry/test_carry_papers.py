"""Safety plan and records go along as safe as they were, and never over a newer one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.progress.carry.carried import brought, looked, taken
from trainer.progress import stretching
from trainer.progress.carry.bringing import HowPapers, Plan
from trainer.progress.deletion import deletion
from trainer.progress.papers.paper_content import Content, Kind
from trainer.progress.papers.papers import Paper, Papers
from trainer.progress.store import Store
from trainer.progress.stretching import Stretching

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.progress.examples import Clock

NAME = "mine.upstander"
KEYS = {"one": b"1" * 32, "two": b"2" * 32}


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """The new computer."""
    with Store.open(tmp_path / "new" / "progress.db", now=clock) as opened:
        yield opened


def write(store: Store, text: str, paper: Paper | None = None, kind: Kind = Kind.INCIDENT) -> Paper:
    """Keep a new paper, or one as it is now; open ones only."""
    papers = Papers(store)
    made = paper or papers.new(kind)
    return papers.keep(Paper(made.id, made.kind, made.made, made.touched, Content({"said": text})))


def lock(store: Store, name: str) -> None:
    Papers(store).set_key(KEYS[name], Stretching(name[0].encode() * 16, 1, 2**23))


def said(store: Store, name: str = "") -> list[str]:
    """What stands on the papers here, opened with a key if they are locked."""
    papers = Papers(store)
    if name:
        assert papers.unlock(KEYS[name])
    shelf = papers.shelf()
    assert not shelf.broken
    return sorted(paper.content.text("said") for paper in shelf.papers)


def test_both_records_stay_and_the_later_state_of_one(
    store: Store, other: Store, clock: Clock, tmp_path: Path
) -> None:
    write(store, "there")
    write(other, "here")
    grown, fresh = write(store, "b old"), write(store, "c old")
    taken(store, tmp_path / NAME)
    brought(other, tmp_path / NAME)
    clock.go(days=1)
    write(store, "b new", grown)
    write(other, "c new", fresh)
    taken(store, tmp_path / NAME, force=True)
    for new, here in ((1, 2), (0, 3)):
        found = brought(other, tmp_path / NAME)
        assert said(other) == ["b new", "c new", "here", "there"]
        assert (found.new["incident"], found.here["incident"]) == (new, here)


@pytest.mark.parametrize(("plan", "stays"), [(Plan.HERE, "mine"), (Plan.FILE, "theirs")])
def test_of_two_plans_one_is_chosen(
    store: Store, other: Store, tmp_path: Path, plan: Plan, stays: str
) -> None:
    write(store, "theirs", kind=Kind.PLAN)
    write(other, "mine", kind=Kind.PLAN)
    taken(store, tmp_path / NAME)
    assert looked(other, tmp_path / NAME).two_plans
    for _again in range(2):
        brought(other, tmp_path / NAME, papers=HowPapers(plan))
        assert said(other) == [stays]


@pytest.mark.parametrize("here", ["nothing", "same lock"])
def test_sealed_papers_come_as_they_are_where_their_lock_is(
    store: Store, other: Store, tmp_path: Path, here: str
) -> None:
    write(store, "SEALED")
    lock(store, "one")
    if here == "same lock":
        lock(other, "one")
        with store.reading() as there, other.writing() as connection:
            proof = there.execute("SELECT proof FROM paper_lock").fetchone()[0]
            connection.execute("UPDATE paper_lock SET proof = ?", (proof,))
    taken(store, tmp_path / NAME)
    assert b"SEALED" not in (tmp_path / NAME).read_bytes()
    assert looked(other, tmp_path / NAME).left == 0
    for _again in range(2):
        brought(other, tmp_path / NAME)
        assert said(other, "one") == ["SEALED"]


@pytest.mark.parametrize("here", ["other lock", "open paper", "a lock and no paper"])
def test_sealed_papers_stay_in_the_file_where_they_would_not_open(
    store: Store, other: Store, tmp_path: Path, here: str
) -> None:
    write(store, "SEALED")
    lock(store, "one")
    if here != "a lock and no paper":
        write(other, "here")
    if here != "open paper":
        lock(other, "two")
    taken(store, tmp_path / NAME)
    found = brought(other, tmp_path / NAME)
    assert (found.left, found.new["incident"]) == (1, 0)
    assert "SEALED" not in said(other, "" if here == "open paper" else "two")


def test_an_open_paper_never_lies_beside_locked_ones(
    store: Store, other: Store, tmp_path: Path
) -> None:
    write(store, "OPEN-MARKER")
    write(other, "here")
    lock(other, "two")
    taken(store, tmp_path / NAME)
    assert brought(other, tmp_path / NAME).left == 1
    assert said(other, "two") == ["here"]
    brought(other, tmp_path / NAME, papers=HowPapers(here=KEYS["two"]))
    assert said(other, "two") == ["OPEN-MARKER", "here"]
    other.close()
    assert deletion.traces(tmp_path / "new", "OPEN-MARKER") == []


def test_with_both_passphrases_sealed_papers_are_sealed_anew(
    store: Store, other: Store, clock: Clock, tmp_path: Path
) -> None:
    first = write(store, "old MARKER")
    write(store, "more")
    taken(store, tmp_path / "open")
    brought(other, tmp_path / "open")
    clock.go(days=1)
    write(store, "new MARKER", first)
    lock(store, "one")
    lock(other, "two")
    taken(store, tmp_path / NAME)
    both = HowPapers(here=KEYS["two"], file=KEYS["one"])
    assert looked(other, tmp_path / NAME).left == 2
    for half in (HowPapers(here=KEYS["two"]), HowPapers(file=KEYS["one"])):
        assert looked(other, tmp_path / NAME, papers=half).left == 2
    found = brought(other, tmp_path / NAME, papers=both)
    assert (found.new["incident"], found.here["incident"], found.left) == (1, 1, 0)
    assert said(other, "two") == ["more", "new MARKER"]
    assert not looked(other, tmp_path / NAME, papers=both).changes()
    other.close()
    assert deletion.traces(tmp_path / "new", "MARKER") == []


def test_the_wrong_key_opens_nothing_and_breaks_nothing(
    store: Store, other: Store, tmp_path: Path
) -> None:
    write(store, "SEALED")
    lock(store, "one")
    write(other, "here")
    lock(other, "two")
    taken(store, tmp_path / NAME)
    wrong = HowPapers(here=KEYS["two"], file=b"x" * 32)
    assert brought(other, tmp_path / NAME, papers=wrong).left == 1
    assert said(other, "two") == ["here"]


def test_a_lock_comes_along_before_there_is_a_paper(
    store: Store, other: Store, tmp_path: Path
) -> None:
    lock(store, "one")
    taken(store, tmp_path / NAME)
    brought(other, tmp_path / NAME)
    assert Papers(other).unlock(KEYS["one"])
    assert Papers(other).stretching() == Papers(store).stretching()
    assert Papers(other).stretching().memory < stretching.MEMORY
