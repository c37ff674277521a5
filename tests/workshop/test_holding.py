"""Beginning a workshop, and going on with it here or on another laptop."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.workshop.room import Clock, made_of, vote_all, walk_to
from tests.workshop.small import small
from trainer import paths
from trainer.errors import DamagedData, HeldElsewhere
from trainer.help import directory
from trainer.pages.collection import Collection as Pages
from trainer.plans.collection import Collection as Plans
from trainer.scenario.libraries.library import Library
from trainer.workshop import holding, material
from trainer.workshop.journal.journal import checksum
from trainer.workshop.keeping import folders
from trainer.workshop.keeping.going_on import Left, go_on, take_up

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.workshop.workshop import Workshop


@pytest.fixture
def workshop() -> Workshop:
    """A workshop that is kept, in which people have voted."""
    made = holding.begin(small(), clock=Clock())
    made.do("begin")
    walk_to(made, "ladder")
    vote_all(made, {"verbal": 6})
    return made


def test_a_plan_becomes_a_workshop_that_only_its_owner_reads() -> None:
    placed = Plans().plan("sixty-minutes")
    assert placed is not None
    library = Library([paths.built_in_scenarios()], None)
    made = holding.from_plan(placed, library, Pages(), directory.built_in(), keep_days=3)
    made.do("begin")
    made.close()
    assert made.folder is not None
    assert list(folders.every()) == [made.folder]
    assert made.folder.stat().st_mode & 0o077 == 0
    assert all(one.stat().st_mode & 0o077 == 0 for one in made.folder.iterdir())


def test_who_keeps_nothing_holds_it_all_the_same() -> None:
    made = holding.begin(small(), keeps=False)
    made.do("begin")
    assert made.folder is None
    assert not paths.workshops().exists()


def test_only_one_window_goes_on_with_it(workshop: Workshop) -> None:
    assert workshop.folder is not None
    with pytest.raises(HeldElsewhere):
        go_on(workshop.folder)
    workshop.do("next")
    workshop.close()
    again = go_on(workshop.folder, Clock())
    assert again.left is Left.NOTHING
    assert again.workshop.state.ballots == workshop.state.ballots
    again.workshop.close()


def test_a_second_laptop_takes_up_a_copy(workshop: Workshop, tmp_path: Path) -> None:
    assert workshop.folder is not None
    carried = tmp_path / "stick.jsonl"
    # From a stick, while the first laptop has not even let go.
    carried.write_bytes(folders.journal(workshop.folder).read_bytes()[:-3])
    before = carried.read_bytes()
    taken = take_up(carried, Clock())
    assert taken.workshop.state.voters == workshop.state.voters
    taken.workshop.do("next")
    taken.workshop.close()
    workshop.close()
    assert carried.read_bytes() == before
    assert len(list(folders.every())) == 2


def signed(path: Path, act: str, what: object, t: object = 0, w: object = 1_790_000_001) -> None:
    """Add an act to a journal with the right number and sum, as anybody could."""
    lines = path.read_text("utf-8").splitlines()
    last = json.loads(lines[-1])["sum"]
    plain = {"n": len(lines), "t": t, "w": w, "act": act, "what": what}
    text = json.dumps(plain, separators=(",", ":"))
    with path.open("a", encoding="utf-8") as file:
        file.write(f'{text[:-1]},"sum":"{checksum(last, text)}"}}\n')


@pytest.mark.parametrize(
    ("act", "what", "t", "left"),
    [
        ("rm", {}, 0, Left.REFUSED),
        ("vote", {"voter": "nobody", "question": "ladder/spit", "answers": []}, 0, Left.REFUSED),
        ("jump", {"segment": 9999}, 0, Left.REFUSED),
        ("people", {"count": "many"}, 0, Left.REFUSED),
        ("people", {"count": -1}, 0, Left.REFUSED),
        ("park", {"text": "a" * 501}, 0, Left.REFUSED),
        ("people", [], 0, Left.UNREADABLE),
        (7, {}, 0, Left.UNREADABLE),
        ("next", {}, "soon", Left.UNREADABLE),
        ("next", {}, 10**15, Left.UNREADABLE),
        ("next", {}, -1, Left.UNREADABLE),
    ],
)
def test_what_no_program_of_ours_wrote_ends_what_is_taken_over(
    workshop: Workshop, act: str, what: object, t: object, left: Left
) -> None:
    assert workshop.folder is not None
    workshop.close()
    path = folders.journal(workshop.folder)
    signed(path, act, what, t)
    signed(path, "blank", {"on": True})
    found = path.read_bytes()
    again = go_on(workshop.folder, Clock())
    assert again.left is left
    assert not again.workshop.state.blank
    assert again.workshop.state.ballots == workshop.state.ballots
    again.workshop.do("next")
    again.workshop.close()
    assert path.with_name("journal.jsonl.damaged").read_bytes() == found
    # What stands in the journal now is whole.
    once_more = go_on(workshop.folder, Clock())
    once_more.workshop.close()
    assert once_more.left is Left.NOTHING


@pytest.mark.parametrize("wall", [10**400, 1e300, float("nan")])
def test_a_time_that_no_clock_shows_ends_what_is_taken_over(
    workshop: Workshop, wall: object
) -> None:
    assert workshop.folder is not None
    workshop.close()
    signed(folders.journal(workshop.folder), "end", {}, w=wall)
    again = go_on(workshop.folder, Clock())
    again.workshop.close()
    assert again.left is Left.UNREADABLE
    assert again.workshop.state.ended is None


@pytest.mark.parametrize(
    "made", [None, {}, {"plan": "no"}, {"plan": 3}, [], "x", "scenarios", "pages"]
)
def test_a_journal_made_of_nothing_is_refused_and_leaves_nothing(
    tmp_path: Path, made: object
) -> None:
    if made in ("scenarios", "pages"):
        # A plan that names what the journal does not hold.
        made = {**material.to_plain(made_of()), str(made): {}}
    text = json.dumps({"format": "journal/1", "made": made}, separators=(",", ":"))
    path = tmp_path / "a.jsonl"
    path.write_text(f'{text[:-1]},"sum":"{checksum("", text)}"}}\n')
    with pytest.raises(Exception, match="journal") as wrong:
        take_up(path)
    assert wrong.type.__name__ in ("MaterialError", "DamagedData")
    assert not paths.workshops().exists()


def test_a_folder_is_no_journal(tmp_path: Path) -> None:
    with pytest.raises(DamagedData):
        take_up(tmp_path)
