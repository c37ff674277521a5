"""What a booster shows: another situation each time, of that family, and what fits in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scenario.good_file import changed, good, put
from tests.ui.drills.sample import lines
from trainer import paths
from trainer.drills.collection import Collection
from trainer.method.ds import FIVE_DS, Fit
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase
from trainer.practice.view import Voice
from trainer.progress.boosters import variants
from trainer.progress.boosters.due import DueCard
from trainer.scenario.libraries.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from trainer.drills.model import Deck
    from trainer.progress.boosters.variants import Variant

STRONG = ("d: delay\n        fit: fair", "d: delay\n        fit: strong")
WORK = DueCard("direct", "work")
TRANSIT = DueCard("delay", "transit")


def shelf(folder: Path) -> Library:
    library = Library([folder], None)
    library.refresh()
    return library


def decks(folder: Path) -> list[Deck]:
    return [placed.content for placed in Collection([folder]).decks()]


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, where nothing comes along."""
    monkeypatch.setattr(paths, "built_in_drills", lambda: tmp_path / "nothing")
    return tmp_path / "own"


def drawn(
    card: DueCard,
    library: Library,
    files: Iterable[Deck] = (),
    *,
    times: int,
    seen: Iterable[str] = (),
) -> list[str]:
    """Draw so often, each as if it had been answered."""
    before, found = list(seen), []
    for _time in range(times):
        one = variants.draw(card, before, library, files, soften=False)
        assert one is not None
        before = [*(key for key in before if key != one.key), one.key]
        found.append(one.key)
    return found


def drill(bare: Path, *, soften: bool) -> Variant:
    put(bare / "drills.yaml", lines(1))
    found = variants.draw(WORK, (), shelf(bare), decks(bare), soften=soften)
    assert found is not None
    return found


def test_each_time_another_until_all_were_seen_and_then_those_not_seen_for_longest(
    bare: Path,
) -> None:
    put(bare / "drills.yaml", lines(4))
    library, files = shelf(bare), decks(bare)
    keys = drawn(WORK, library, files, times=12)
    assert sorted(keys[:4]) == [f"drill:small/line-{n}" for n in range(1, 5)]
    assert keys[:4] == keys[4:8] == keys[8:]
    assert keys == drawn(WORK, library, files, times=12)
    # Seen out of turn, it waits the longest.
    again = drawn(WORK, library, files, times=4, seen=[*keys[1:4], keys[0]])
    assert again == [*keys[1:4], keys[0]]


def test_the_only_one_comes_again_and_where_there_is_none_nothing_does(bare: Path) -> None:
    put(bare / "drills.yaml", lines(1))
    library, files = shelf(bare), decks(bare)
    assert drawn(WORK, library, files, times=2) == ["drill:small/line-1"] * 2
    for card in (DueCard("delegate", "work"), DueCard("direct", "home"), DueCard("direct", "moon")):
        assert variants.draw(card, (), library, files, soften=False) is None


def test_a_drill_shows_its_line_and_only_replies_of_that_d(bare: Path) -> None:
    found = drill(bare, soften=False)
    assert found.passage.text == "Colleague 1, to the table."
    (line,) = found.passage.lines
    assert (line.voice, line.text) == (Voice.SAID, "Loud words 1.")
    assert [(way.words, way.is_said, way.why) for way in found.ways] == [
        ("Answer one to 1.", True, "Does one for 1.")
    ]
    # Its points are of any reply, not of the one D that is asked.
    assert found.points == ()
    assert found.content_notes == ("racist language", "mockery")


def test_a_drill_is_softened(bare: Path) -> None:
    (line,) = drill(bare, soften=True).passage.lines
    assert (line.voice, line.text) == (Voice.NARRATION, "A joke number 1.")


def test_a_scene_shows_what_fitted_well_and_for_whom(bare: Path) -> None:
    put(bare / "a.yaml", changed(STRONG))
    found = variants.draw(TRANSIT, (), shelf(bare), (), soften=False)
    assert found is not None
    assert (found.key, found.title) == ("scene:small/aboard", "Small")
    assert found.before[0] == "Someone stares."
    assert found.passage.text == "It rains."
    (way,) = found.ways
    assert (way.words, way.is_said, way.fit) == ("Sit beside her.", False, Fit.STRONG)
    assert [(one.name, one.text) for one in way.about] == [("Mrs. Lin", "She moved her bag.")]


def test_notes_are_those_of_the_scene_or_else_of_the_scenario(bare: Path) -> None:
    put(bare / "a.yaml", changed(STRONG))
    found = variants.draw(TRANSIT, (), shelf(bare), (), soften=False)
    assert found is not None
    assert found.content_notes == ("staring",)
    notes = ("text: It rains.", "text: It rains.\n    content_notes: [rain]")
    put(bare / "a.yaml", changed(STRONG, notes))
    found = variants.draw(TRANSIT, (), shelf(bare), (), soften=False)
    assert found is not None
    assert found.content_notes == ("rain",)


def test_a_hard_part_is_told_softened(bare: Path) -> None:
    skip = ("text: It rains.", "text: He shouts.\n    skip: Something is said.")
    put(bare / "a.yaml", changed(STRONG, skip))
    library = shelf(bare)
    for soften, text in ((True, "Something is said."), (False, "He shouts.")):
        found = variants.draw(TRANSIT, (), library, (), soften=soften)
        assert found is not None
        assert found.passage.text == text


def test_what_fits_fairly_is_drawn_only_where_little_fits_well(bare: Path) -> None:
    for name in ("a", "b"):
        put(bare / f"{name}.yaml", changed(STRONG, ("id: small", f"id: {name}")))
    put(bare / "c.yaml", good(id="c"))
    assert sorted(set(drawn(TRANSIT, shelf(bare), times=4))) == ["scene:a/aboard", "scene:b/aboard"]
    (bare / "b.yaml").unlink()
    assert sorted(set(drawn(TRANSIT, shelf(bare), times=4))) == ["scene:a/aboard", "scene:c/aboard"]


def test_what_depends_on_what_happened_before_is_not_drawn(bare: Path) -> None:
    state = ("start: aboard", "state: {calm: true}\nstart: aboard")
    when = ("        act: Sit", "        when: calm\n        act: Sit")
    put(bare / "a.yaml", changed(STRONG, state, when))
    assert variants.draw(TRANSIT, (), shelf(bare), (), soften=False) is None


def test_what_is_no_longer_in_use_is_not_drawn(bare: Path) -> None:
    put(bare / "a.yaml", changed(STRONG, ("status: draft", "status: retired")))
    put(bare / "drills.yaml", lines(1).replace("status: draft", "status: retired"))
    library = shelf(bare)
    assert library.card("small") is not None
    assert variants.draw(TRANSIT, (), library, decks(bare), soften=False) is None
    assert variants.draw(WORK, (), library, decks(bare), soften=False) is None


def test_only_scenarios_of_the_family_are_read_and_a_broken_one_stops_nothing(bare: Path) -> None:
    put(bare / "a.yaml", changed(STRONG, ("id: small", "id: a")))
    put(bare / "b.yaml", changed(STRONG, ("id: small", "id: b")))
    put(bare / "c.yaml", changed(("setting: transit", "setting: home"), ("id: small", "id: c")))
    library = shelf(bare)
    (bare / "a.yaml").write_text("format: scenario/1\n", "utf-8")
    (bare / "c.yaml").unlink()
    assert drawn(TRANSIT, library, times=2) == ["scene:b/aboard"] * 2


def test_however_many_there_are_few_are_read_and_all_come_in_the_end(bare: Path) -> None:
    count = variants.MOST_READ + 4
    for n in range(count):
        put(bare / f"{n:02}.yaml", changed(STRONG, ("id: small", f"id: s-{n:02}")))
    library = shelf(bare)
    keys = drawn(TRANSIT, library, times=count)
    assert sorted(keys) == [f"scene:s-{n:02}/aboard" for n in range(count)]
    for already, key in enumerate(keys):
        # Only so many of those that were not seen are looked at, in the order of their names.
        assert key <= f"scene:s-{already + variants.MOST_READ - 1:02}/aboard"


@pytest.mark.soak
def test_every_card_that_the_built_in_library_can_make_can_be_asked() -> None:
    library = shelf(paths.built_in_scenarios())
    files = [placed.content for placed in Collection().decks()]
    met = {
        DueCard(choice.d.value, card.setting.value)
        for card in library.cards()
        for scene in library.load(card.id).scenes.values()
        for choice in scene.choices
        if choice.d in FIVE_DS and choice.fit is not Fit.POOR
    }
    assert len(met) > 45
    for one in sorted(met):
        found = variants.draw(one, (), library, files, soften=False)
        assert found is not None, one
        assert found.ways


def in_the_middle(keys: Iterable[str], library: Library) -> list[str]:
    """Those that are scenes after which something was decided already."""
    found = []
    for key in keys:
        kind, _, rest = key.partition(":")
        scenario_id, _, scene = rest.partition("/")
        if kind == "scene":
            session = Session(library.load(scenario_id))
            while session.phase is not Phase.DECIDING:
                session.go_on()
            if session.scene.id != scene:
                found.append(key)
    return found


@pytest.mark.soak
def test_the_middle_of_a_story_is_asked_about_only_where_little_stands_for_itself() -> None:
    library = shelf(paths.built_in_scenarios())
    files = [placed.content for placed in Collection().decks()]
    school = drawn(DueCard("delay", "school"), library, files, times=20)
    assert len(set(school)) >= 9
    assert in_the_middle(school, library) == []
    street = drawn(DueCard("delay", "street"), library, files, times=20)
    first = next(place for place, key in enumerate(street) if in_the_middle([key], library))
    assert first == 2, "after both drills"
