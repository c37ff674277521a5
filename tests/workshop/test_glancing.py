"""What a card tells of a workshop is what doing its journal again comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workshop.room import Clock, vote_all, walk_to
from tests.workshop.small import small
from trainer.scenario.texts.markup import plain
from trainer.workshop import holding
from trainer.workshop.journal import glancing, reopening
from trainer.workshop.keeping import folders, listing
from trainer.workshop.retelling import retell

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder() -> Path:
    """A workshop with somebody's own words in it, stopped in its third part."""
    clock = Clock()
    made = holding.begin(small(), clock=clock)
    made.do("join", voter="early")
    clock.go(600)
    made.do("begin")
    clock.go(60)
    walk_to(made, "ladder")
    vote_all(made, {"verbal": 6})
    made.do("park", text='They wrote: ,"act":"end", and left.')
    made.close()
    assert made.folder is not None
    return made.folder


def agrees(folder: Path) -> None:
    opened = reopening.read(folders.journal(folder))
    retold = retell(small(), opened.entries)
    kept = listing.one(folder, settles=False)
    title = "" if retold.began_at is None else retold.making.segment(retold.state.at).title
    assert kept.stood == plain(title)
    assert kept.title == "A small evening"
    assert kept.last == (retold.wall or opened.head["made_at"])
    assert kept.held == (retold.began_at or opened.head["made_at"])


def test_wherever_it_stopped_a_glance_says_the_same(folder: Path) -> None:
    path = folders.journal(folder)
    lines = path.read_bytes().splitlines(keepends=True)
    for count in (len(lines), len(lines) - 7, 4, 3, 2, 1):
        path.write_bytes(b"".join(lines[:count]))
        assert glancing.glance(path) is not None
        agrees(folder)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b',"at":2', b""),
        (b',"at":2', b',"at":"2"'),
        (b',"act":"park"', b',"act":"mark"'),
        (b"They wrote", b"They write"),
    ],
)
def test_what_a_glance_cannot_trust_is_read_whole(folder: Path, old: bytes, new: bytes) -> None:
    path = folders.journal(folder)
    before, last = path.read_bytes()[:-1].rsplit(b"\n", 1)
    assert old in last
    path.write_bytes(before + b"\n" + last.replace(old, new) + b"\n")
    assert glancing.glance(path) is None
    agrees(folder)


def test_half_a_line_at_the_end_counts_for_nothing(folder: Path) -> None:
    path = folders.journal(folder)
    path.write_bytes(path.read_bytes()[:-5])
    assert glancing.glance(path) is not None
    agrees(folder)
