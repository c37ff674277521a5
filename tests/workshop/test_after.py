"""What stays of a workshop: a report that gives nobody away, until its date."""

from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.full_disk import full_at
from tests.workshop.evening import evening, told
from tests.workshop.room import Clock, made_of, vote_all, walk_to
from tests.workshop.small import small
from trainer import paths
from trainer.errors import DamagedData, HeldElsewhere, KeepingError, NewerData
from trainer.progress.deletion import erasing
from trainer.workshop import asking, holding
from trainer.workshop.after import files, settling, sure, telling
from trainer.workshop.keeping import deleting, folders
from trainer.workshop.keeping.dates import DAY
from trainer.workshop.keeping.going_on import go_on
from trainer.workshop.keeping.listing import Condition
from trainer.workshop.state import Voter
from trainer.workshop.votes.ballot import Asks, Ballot, Option, Question

if TYPE_CHECKING:
    from pathlib import Path


SCALE = Question("sure/act", "?", tuple(Option(str(n), str(n)) for n in range(6)), Asks.SCALE)


def test_the_report_tells_what_was_planned_and_held_and_how_the_room_voted() -> None:
    report = told(evening(Clock(), keeps=False))
    assert (report.people, report.phones, report.planned) == (40, 12, 38)
    assert report.spent == 600_000
    by_title = {one.title: one for one in report.stretches}
    assert by_title["Welcome"].spent == 240_000
    assert by_title["Goodbye"].spent == 300_000
    ladder = report.votes[0].passes[0]
    assert [(one.people, one.hands) for one in ladder.counts if one.people] == [(15, 9), (1, 0)]
    resolved = report.resolved[0].passes[0]
    assert {one.text: one.people for one in resolved.counts if one.people} == {
        "Look at the person.": 8
    }
    act = report.sure[-1]
    assert act.matched is not None
    assert (act.matched.surer, act.matched.same, act.matched.less) == (7, 5, 0)
    assert report.sure[0].before is not None
    assert report.sure[0].before.answered == 0
    assert [(one.text, one.owner) for one in report.parked] == [
        ("Ask the venue for a ramp", "Marisol")
    ]


def test_decisions_of_a_story_are_told_apart_in_the_order_they_came() -> None:
    workshop = holding.begin(made_of("sixty-minutes"), keeps=False, clock=Clock())
    workshop.do("begin")
    walk_to(workshop, "story")
    asked: list[Question] = []
    while len(asked) < 2:
        found = asking.questions(workshop.making, workshop.state.at)
        if found and found[0] not in asked:
            asked.append(found[0])
            vote_all(workshop, {found[0].options[0].id: 6}, f"d{len(asked)}-")
        workshop.do("next")
    workshop.do("end")
    votes = told(workshop).votes
    assert [one.part for one in votes][-2:] == [
        "Twenty to Nine, decision 1", "Twenty to Nine, decision 2",
    ]  # fmt: skip
    for one, question in zip(votes[-2:], asked, strict=True):
        answers = [count.text for count in one.passes[0].counts]
        # Two ways through the story offer one answer each that reads the same.
        assert len(set(answers)) == len(answers)
        assert set(answers) >= {option.text for option in question.options}


def test_when_it_settles_what_only_served_the_room_goes() -> None:
    workshop = evening(Clock())
    folder = workshop.folder
    assert folder is not None
    before = folders.journal(folder).read_text("utf-8")
    private = ("secret-code-1", "third row", "last row", '"v3"')
    assert all(one in before for one in private)
    settled = settling.settle(workshop)
    left = {one.name: one.read_text("utf-8") for one in folder.iterdir()}
    assert left.keys() == {"settled.json", "journal.jsonl.lock"}
    assert not any(one in text for one in private for text in left.values())
    assert (folder / "settled.json").stat().st_mode & 0o077 == 0
    assert settling.read(folder) == settled
    # The room can still be shown its end, and the report be read.
    workshop.do("blank", on=True)


@pytest.mark.parametrize("step", ["write", "drop_journal"])
def test_a_kill_while_it_settles_leaves_one_of_the_two(
    step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    workshop = evening(clock)
    folder = workshop.folder
    assert folder is not None

    def killed(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as now:
        now.setattr(settling, step, killed)
        with pytest.raises(KeyboardInterrupt):
            settling.settle(workshop)
    workshop.close()
    found = deleting.look(clock.now).kept
    assert [(one.condition, one.title) for one in found] == [(Condition.ENDED, "A small evening")]
    assert not folders.journal(folder).exists()
    assert settling.read(folder).report.people == 40


def test_a_full_disk_keeps_the_journal_until_there_is_room() -> None:
    workshop = evening(Clock())
    folder = workshop.folder
    assert folder is not None
    with full_at(100):
        with pytest.raises(KeepingError):
            settling.settle(workshop)
        workshop.close()
        assert deleting.look(Clock().now).kept[0].condition is Condition.ENDED
    assert folders.journal(folder).exists()
    deleting.look(Clock().now)
    assert settling.read(folder).report.phones == 12
    assert not folders.journal(folder).exists()


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"format": "settled/2"}, NewerData),
        ({"format": "x"}, DamagedData),
        ({"keep_days": -1}, DamagedData),
        ({"keep_days": True}, DamagedData),
        ({"ended": "soon"}, DamagedData),
        ({"report": {}}, DamagedData),
    ],
)
def test_a_settled_file_that_somebody_wrote_is_refused(
    change: dict[str, object], error: type[Exception]
) -> None:
    workshop = evening(Clock())
    folder = workshop.folder
    assert folder is not None
    settling.settle(workshop)
    path = folders.settled(folder)
    path.write_text(json.dumps(json.loads(path.read_bytes()) | change))
    with pytest.raises(error):
        settling.read(folder)
    assert deleting.look(0).kept[0].condition in (Condition.DAMAGED, Condition.NEWER)


# Nobody is given away


@st.composite
def surveys(draw: st.DrawFn) -> tuple[Ballot, Ballot, dict[str, Voter]]:
    names = [f"v{number}" for number in range(draw(st.integers(0, 12)))]
    answers = st.one_of(st.none(), st.integers(0, 2))

    def ballot(number: int) -> Ballot:
        given = {one: draw(answers) for one in names}
        votes = {one: (str(value),) for one, value in given.items() if value is not None}
        made = Ballot("sure/act", number, f"s{number}", 0, closed=1)
        return replace(made, votes=votes)  # type: ignore[arg-type]

    codes = {one: draw(st.sampled_from(["", one, one, one, "same"])) for one in names}
    voters = {one: Voter(one, 0, code=codes[one]) for one in names}
    return ballot(1), ballot(2), voters


@settings(max_examples=40)
@given(surveys())
def test_what_is_said_of_before_and_after_gives_no_few_away(
    drawn: tuple[Ballot, Ballot, dict[str, Voter]],
) -> None:
    before, after, voters = drawn
    tallies = telling.tallies(SCALE, [before, after])
    matched = sure.match(before, after, tallies, voters)
    if matched is None:
        return
    assert matched.surer + matched.same + matched.less == matched.people >= 5
    assert matched.surer + matched.less == 0 or matched.surer + matched.less >= 5
    for ballot in (before, after):
        assert tallies[ballot.number].counts is not None
        # Whoever subtracts the matched from all is left with nobody, or with five.
        assert ballot.phones - matched.people == 0 or ballot.phones - matched.people >= 5


def test_a_code_that_two_people_made_matches_nobody() -> None:
    voters = {f"v{n}": Voter(f"v{n}", 0, code="same" if n < 2 else f"c{n}") for n in range(12)}
    votes = {one: ("1",) for one in voters}
    first = replace(Ballot("q", 1, "a", 0, closed=1), votes=votes)  # type: ignore[arg-type]
    then = replace(first, number=2, votes={one: ("2",) for one in voters})  # type: ignore[arg-type]
    tallies = telling.tallies(SCALE, [first, then])
    # Ten are matched; the two others could be told by subtracting, so nothing is.
    assert sure.match(first, then, tallies, voters) is None
    more = voters | {f"w{n}": Voter(f"w{n}", 0) for n in range(3)}
    first = replace(first, votes={one: ("1",) for one in more})  # type: ignore[arg-type]
    then = replace(then, votes={one: ("2",) for one in more})  # type: ignore[arg-type]
    found = sure.match(first, then, telling.tallies(SCALE, [first, then]), more)
    assert found is not None
    assert (found.people, found.surer) == (10, 10)


def test_two_of_those_who_are_matched_are_not_told_apart_by_what_changed() -> None:
    """Five who made no code changed as well: so both distributions are told."""
    voters = {f"v{n}": Voter(f"v{n}", 0, code=f"c{n}" if n < 10 else "") for n in range(15)}
    votes = {one: ("1",) for one in voters}
    first = replace(Ballot("q", 1, "a", 0, closed=1), votes=votes)  # type: ignore[arg-type]
    for changed, is_told in ((2, False), (5, True)):
        now = {one: ("2",) for n, one in enumerate(voters) if n < changed or n >= 10}
        then = replace(first, number=2, votes=votes | now)  # type: ignore[arg-type]
        found = sure.match(first, then, telling.tallies(SCALE, [first, then]), voters)
        assert (found is not None) is is_told


def test_a_pass_that_the_room_did_not_see_yields_to_those_it_saw() -> None:
    votes = {f"v{n}": ("1",) for n in range(8)}
    first = replace(Ballot("q", 1, "a", 0, closed=1), votes=votes)  # type: ignore[arg-type]
    shown = replace(first, number=2, shown=True, votes=votes | {"v0": ("2",)})  # type: ignore[arg-type]
    found = telling.tallies(SCALE, [first, shown])
    assert found[2].is_told
    assert not found[1].is_told


# Dates


def kept(clock: Clock, days: int) -> Path:
    workshop = holding.begin(small(), clock=clock, keep_days=days)
    folder = workshop.folder
    assert folder is not None
    workshop.do("begin")
    workshop.do("end")
    settling.settle(workshop)
    return folder


def look_daily(clock: Clock, days: int) -> list[tuple[int, int]]:
    """Look every day; give on which days how many workshops went."""
    went = []
    for day in range(1, days + 1):
        clock.go(DAY)
        if gone := deleting.look(clock.now).went:
            went.append((day, len(gone)))
    return went


def test_what_is_past_its_date_goes_with_all_that_lies_beside_it() -> None:
    clock = Clock()
    folder = kept(clock, 3)
    for name in ("journal.jsonl.damaged", "settled.json.part"):
        (folder / name).write_text("x")
    assert look_daily(clock, 4) == [(3, 1)]
    assert not folder.exists()
    assert list(folders.every()) == []


def test_zero_days_keep_nothing_once_it_has_ended_but_a_crash_is_made_up_for() -> None:
    clock = Clock()
    kept(clock, 0)
    assert len(deleting.look(clock.now).went) == 1
    workshop = holding.begin(small(), clock=clock, keep_days=0)
    workshop.do("begin")
    workshop.close()
    found = deleting.look(clock.now)
    assert [one.condition for one in found.kept] == [Condition.INTERRUPTED]
    assert found.kept[0].stood == "Welcome"
    assert look_daily(clock, 3) == [(2, 1)]


def test_the_date_can_be_changed_and_deleting_be_done_at_once() -> None:
    clock = Clock()
    folder = kept(clock, 3)
    settling.change(settling.read(folder), keep_days=5)
    assert look_daily(clock, 4) == []
    deleting.delete(folder)
    assert deleting.look(clock.now).kept == ()
    assert not folder.exists()


def test_what_is_open_is_never_deleted() -> None:
    clock = Clock()
    workshop = holding.begin(small(), clock=clock, keep_days=1)
    workshop.do("begin")
    assert look_daily(clock, 3) == []
    assert workshop.folder is not None
    with pytest.raises(KeepingError):
        deleting.delete(workshop.folder)
    workshop.do("next")
    workshop.close()
    assert go_on(workshop.folder, clock).workshop.close() is None  # type: ignore[func-returns-value]


def test_a_clock_that_jumps_ahead_deletes_nothing_before_it_was_said() -> None:
    clock = Clock()
    kept(clock, 30)
    clock.go(400 * DAY)
    looked = deleting.look(clock.now)
    assert looked.went == ()
    assert len(looked.named) == len(looked.kept) == 1
    clock.go(-400 * DAY)  # It was put right.
    assert look_daily(clock, 31) == [(30, 1)]


@pytest.mark.parametrize("days_later", [3, 20, 400])
def test_an_evening_under_a_clock_that_was_behind_outlives_its_putting_right(
    days_later: int,
) -> None:
    clock = Clock()
    deleting.look(clock.now)
    workshop = holding.begin(small(), clock=clock, keep_days=0)
    workshop.do("begin")
    workshop.close()
    assert workshop.folder is not None
    os.utime(folders.journal(workshop.folder), (clock.now, clock.now))
    deleting.look(clock.now)
    clock.go(days_later * DAY)
    looked = deleting.look(clock.now)
    assert looked.named == looked.kept
    assert looked.kept[0].goes == clock.now + DAY
    assert look_daily(clock, 2) == [(1, 1)]


def test_an_evening_is_as_late_as_its_file_says() -> None:
    clock = Clock()
    workshop = holding.begin(small(), clock=clock, keep_days=1)
    workshop.do("begin")
    workshop.close()
    assert workshop.folder is not None
    clock.go(9 * DAY)
    os.utime(folders.journal(workshop.folder), (clock.now, clock.now))
    assert deleting.look(clock.now).named == ()


def test_who_looks_once_in_two_months_still_sees_it_go() -> None:
    clock = Clock()
    kept(clock, 10)
    clock.go(60 * DAY)
    assert len(deleting.look(clock.now).named) == 1
    clock.go(60 * DAY)
    assert len(deleting.look(clock.now).went) == 1


def test_a_clock_that_was_ahead_on_the_evening_keeps_nothing_for_years() -> None:
    clock = Clock()
    clock.go(3650 * DAY)
    kept(clock, 10)
    clock.go(-3650 * DAY)
    went = look_daily(clock, 20)
    assert went in ([(11, 1)], [(12, 1)])


def test_deleting_that_was_interrupted_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    folder = kept(clock, 30)

    def killed(_folder: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as now:
        now.setattr(deleting, "_remove", killed)
        with pytest.raises(KeyboardInterrupt):
            deleting.delete(folder)
    assert list(folders.every()) == []
    deleting.look(clock.now)
    assert [one.name for one in paths.workshops().iterdir()] == ["dates.json"]


# As files


def test_a_report_becomes_markdown_and_csv_that_hold_what_they_hold() -> None:
    workshop = evening(Clock(), keeps=False)
    workshop.do("park", text="# *All* | of =it", owner="<b>1. a</b>")
    report = told(workshop)
    text = files.markdown(report)
    assert "| Words that attack | 15 (9 hands) |" in text
    assert "\\# \\*All\\* \\| of =it" in text
    assert "Of 12 people whose own codes match: 7 surer than before" in text
    rows = list(csv.DictReader(io.StringIO(files.as_csv(report))))
    shouted = [one for one in rows if one["answer"] == "Words that attack"]
    assert [(one["people"], one["hands"]) for one in shouted] == [("15", "9")]
    assert "'=Ask how they are" in {one["answer"] for one in rows}
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_what_may_not_be_told_is_said_not_to_be() -> None:
    workshop = holding.begin(small(), keeps=False, clock=Clock())
    workshop.do("begin")
    walk_to(workshop, "ladder")
    vote_all(workshop, {"verbal": 3, "threat": 1})
    workshop.do("end")
    report = told(workshop)
    assert report.votes[0].passes[0].counts == ()
    text = files.markdown(report)
    assert "4 people answered: too few to tell how." in text
    assert "A threat" not in text + files.as_csv(report)


def test_a_list_of_names_holds_names_and_nothing_of_their_order() -> None:
    listed = files.names("  Zoe \nana  lee\n\nBo\nZoe")
    assert listed == ("ana lee", "Bo", "Zoe")
    assert files.attendance("=evil", "2026-11-30", (*listed, "@x")).splitlines() == [
        "Name,'=evil,2026-11-30", "ana lee", "Bo", "Zoe", "'@x",
    ]  # fmt: skip


def test_the_hand_out_says_the_ways_what_to_resolve_and_where_to_turn() -> None:
    out = settling.settle(evening(Clock(), keeps=False)).hand_out
    assert [one.name for one in out.ways] == [
        "Distract", "Delegate", "Document", "Delay", "Direct",
    ]  # fmt: skip
    assert out.resolves == ("Look at the person.", "=Ask how they are")
    assert [(one.name, one.reach) for one in out.turn] == [("Someone", ("Call 123",))]


def test_everything_takes_workshops_along_but_not_one_that_is_open() -> None:
    kept(Clock(), 30)
    workshop = holding.begin(small(), clock=Clock())
    with pytest.raises(HeldElsewhere):
        erasing.erase_everything()
    assert len(list(folders.every())) == 2
    workshop.close()
    assert erasing.left_of_everything() != []
    erasing.erase_everything()
    assert erasing.left_of_everything() == []
    assert not paths.workshops().exists()
