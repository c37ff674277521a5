"""The library: good ones play, broken ones are listed, the index only ever helps."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import polib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.scenario.good_file import GOOD, changed, good, put
from trainer import language, paths
from trainer.errors import ScenarioError
from trainer.scenario.libraries.library import Library
from trainer.scenario.model import Setting

ROOT = Path(__file__).parents[3]
LONG_AGO = 1_600_000_000


def _settle(folder: Path) -> None:
    """Make files look as if they had not been touched for long."""
    for path in folder.rglob("*.yaml"):
        os.utime(path, (LONG_AGO, LONG_AGO))


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    put(folder / "a" / "a.yaml", good(id="first", title="First"))
    put(folder / "b" / "b.yaml", good(id="second", title="Second"))
    put(folder / "c.yaml", changed(("next: off", "next: of")))
    put(folder / "notes.yaml", "milk: 2\n")
    _settle(folder)
    return folder


def _ids(library: Library) -> list[str]:
    return [card.id for card in library.cards()]


def test_cards_and_broken_files(shelf: Path, tmp_path: Path) -> None:
    library = Library([shelf, tmp_path / "nowhere"], tmp_path / "cache")
    assert _ids(library) == ["first", "second"]
    card = library.card("first")
    assert card
    assert (card.title, card.setting, card.scenes) == ("First", Setting.TRANSIT, 2)
    assert (card.path, card.built_in) == (shelf / "a" / "a.yaml", False)
    (broken,) = library.broken()
    assert broken.path == shelf / "c.yaml"
    ((line, column, severity, sentence),) = broken.problems
    assert (line, column, severity) == (24, 15, "error")
    assert '"of"' in sentence
    assert '"off"' in sentence
    assert library.load("first").title == "First"


def test_a_card_says_what_its_scenario_says_also_from_the_index(tmp_path: Path) -> None:
    text = changed(
        ("content_notes: [staring]", "content_notes: [shouting, a slur]\ngoals: [Notice early]"),
        ("status: draft", "status: reviewed\nbackdrop: bus\n"
         "reviewed: {by: Us, on: 2026-01-01, until: 2097-01-01}"),
    )  # fmt: skip
    put(tmp_path / "shelf" / "a.yaml", text)
    _settle(tmp_path)
    for _time in range(2):  # read, then from the index
        library = Library([tmp_path / "shelf"], tmp_path / "cache")
        (card,) = library.cards()
        scenario = library.load(card.id)
        for name in card._fields:
            if name == "scenes":
                assert card.scenes == len(scenario.scenes)
            elif name == "reviewed_until":
                assert card.reviewed_until == "2097-01-01"
            elif name != "file":
                assert getattr(card, name) == getattr(scenario, name)
        assert card.content_notes == ("shouting", "a slur")


def test_a_file_of_another_size_is_read_anew_whatever_its_time(tmp_path: Path) -> None:
    """As when another version is unpacked or restored with its old time."""
    place = put(tmp_path / "shelf" / "a.yaml", good(title="Old"))
    _settle(tmp_path)
    folders = [tmp_path / "shelf"]
    assert Library(folders, tmp_path / "cache").cards()[0].title == "Old"
    put(place, good(title="Rather new"))
    _settle(tmp_path)
    assert Library(folders, tmp_path / "cache").cards()[0].title == "Rather new"


def test_only_errors_keep_a_scenario_out(tmp_path: Path) -> None:
    put(tmp_path / "a.yaml", changed(("start: aboard", "state: {calm: 2}\nstart: aboard")))
    ring = ("next: off", "next: aboard")
    put(tmp_path / "b.yaml", changed(ring, ring, ("id: small", "id: endless")))
    library = Library([tmp_path], None)
    assert _ids(library) == ["small"]
    assert [broken.path.name for broken in library.broken()] == ["b.yaml"]


def test_a_fresh_index_needs_no_yaml(shelf: Path, tmp_path: Path) -> None:
    Library([shelf], tmp_path / "cache").cards()
    code = (
        "import sys; from pathlib import Path;"
        "from trainer.scenario.libraries.library import Library;"
        f"library = Library([Path({str(shelf)!r})], Path({str(tmp_path / 'cache')!r}));"
        "print(len(library.cards()), len(library.broken()), 'yaml' in sys.modules,"
        " 'polib' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == ["2", "1", "False", "False"]


def test_a_changed_file_is_read_again(shelf: Path, tmp_path: Path) -> None:
    library = Library([shelf], tmp_path / "cache")
    library.cards()
    # Same size, and a time that may not tell: the bytes do.
    put(shelf / "a" / "a.yaml", good(id="first", title="Fresh"))
    put(shelf / "c.yaml", good(id="third"))
    (shelf / "b" / "b.yaml").unlink()
    library.refresh()
    assert [(card.id, card.title) for card in library.cards()] == [
        ("first", "Fresh"),
        ("third", "Small"),
    ]
    assert library.broken() == ()
    assert [(card.id) for card in Library([shelf], tmp_path / "cache").cards()] == [
        "first",
        "third",
    ]


def test_a_change_within_the_same_moment_is_seen(tmp_path: Path) -> None:
    path = put(tmp_path / "shelf" / "a.yaml", good(title="Before"))
    library = Library([tmp_path / "shelf"], tmp_path / "cache")
    library.cards()
    times = path.stat()
    put(path, good(title="After_"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    library.refresh()
    assert [card.title for card in library.cards()] == ["After_"]


def _index(cache: Path) -> tuple[bytes, dict[str, list[Any]]]:
    """First line of the index, and its entries."""
    head, body = (cache / "library.json").read_bytes().split(b"\n")
    return head, json.loads(body)


def _write_index(cache: Path, head: bytes, body: bytes) -> None:
    """Write an index whose sum is right, whatever it holds."""
    version = json.loads(head)[:-1]
    whole = json.dumps([*version, zlib.crc32(body)]).encode() + b"\n" + body
    (cache / "library.json").write_bytes(whole)


def test_a_touched_file_keeps_its_card(shelf: Path, tmp_path: Path) -> None:
    Library([shelf], tmp_path / "cache").cards()
    key = str(shelf / "a" / "a.yaml")
    size, _modified, _seen, *found = _index(tmp_path / "cache")[1][key]
    os.utime(shelf / "a" / "a.yaml", (LONG_AGO + 9, LONG_AGO + 9))
    Library([shelf], tmp_path / "cache").cards()
    again, modified, _seen, *after = _index(tmp_path / "cache")[1][key]
    assert (again, modified, after) == (size, (LONG_AGO + 9) * 10**9, found)


PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d4944415478da63fccf50cf0000058301815a1e37ab0000000049454e44ae426082"
)


def test_a_picture_that_comes_or_goes_is_noticed(tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    put(shelf / "a.yaml", good() + "backdrop: bus.png\n")
    _settle(shelf)

    def look() -> tuple[int, int]:
        library = Library([shelf], tmp_path / "cache")
        return len(library.cards()), len(library.broken())

    assert look() == (0, 1)
    (shelf / "bus.png").write_bytes(PICTURE)
    assert look() == (1, 0)
    assert look() == (1, 0)
    (shelf / "bus.png").unlink()
    assert look() == (0, 1)


def test_problems_are_worded_in_the_language_in_use(shelf: Path, tmp_path: Path) -> None:
    Library([shelf], tmp_path / "cache").cards()
    language.use(language.PSEUDO)
    (broken,) = Library([shelf], tmp_path / "cache").broken()
    assert language.OPEN in broken.problems[0][3]


def test_of_two_with_one_id_the_earlier_folder_is_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built_in, own = tmp_path / "built-in", tmp_path / "own"
    put(built_in / "z.yaml", good(title="Built in"))
    put(own / "a.yaml", good(title="Own"))
    put(own / "b.yaml", good(title="Own too"))
    monkeypatch.setattr(paths, "built_in_scenarios", lambda: built_in)
    library = Library([built_in, own], tmp_path / "cache")
    assert [(card.title, card.built_in) for card in library.cards()] == [("Built in", True)]
    assert [(broken.path.name, broken.problems[0][:3]) for broken in library.broken()] == [
        ("a.yaml", (2, 5, "error")),
        ("b.yaml", (2, 5, "error")),
    ]


def test_one_folder_inside_another_lists_nothing_twice(shelf: Path) -> None:
    library = Library([shelf / "a", shelf, shelf], None)
    assert _ids(library) == ["first", "second"]
    assert len(library.broken()) == 1


@pytest.mark.parametrize(
    "text",
    [
        "", "null", "[]", "{", '{"version": 1}', "[" * 100_000, "[2]\n{}", '"\\ud800"', "\n\n\n",
    ],
)  # fmt: skip
def test_an_index_that_is_none_is_made_anew(shelf: Path, tmp_path: Path, text: str) -> None:
    put(tmp_path / "cache" / "library.json", text)
    assert _ids(Library([shelf], tmp_path / "cache")) == ["first", "second"]
    assert len(_index(tmp_path / "cache")[1]) == 4


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(start=st.floats(0, 1), length=st.integers(0, 80), instead=st.binary(max_size=80))
def test_an_index_that_was_damaged_does_no_harm(
    shelf: Path, tmp_path: Path, start: float, length: int, instead: bytes
) -> None:
    cache = tmp_path / "cache"
    good_ones = Library([shelf], cache).cards()
    whole = bytearray((cache / "library.json").read_bytes())
    at = int(start * len(whole))
    whole[at : at + length] = instead
    (cache / "library.json").write_bytes(whole)
    library = Library([shelf], cache)
    assert library.cards() == good_ones
    assert len(library.broken()) == 1


@pytest.mark.parametrize(
    "body", ["", "[]", "null", "5", '{"a": 1}', '{"a": [1, 2]}', '{"\\ud800": []}', "[" * 100_000]
)
def test_an_index_of_anything_else_is_made_anew(shelf: Path, tmp_path: Path, body: str) -> None:
    cache = tmp_path / "cache"
    Library([shelf], cache).cards()
    head, _entries = _index(cache)
    _write_index(cache, head, body.encode())
    assert _ids(Library([shelf], cache)) == ["first", "second"]


def test_a_cache_that_cannot_be_written_is_fine(shelf: Path, tmp_path: Path) -> None:
    put(tmp_path / "cache", "a file where the folder should be")
    assert _ids(Library([shelf], tmp_path / "cache")) == ["first", "second"]


def test_hostile_files_beside_good_ones(shelf: Path, tmp_path: Path) -> None:
    laughs = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20))
    put(shelf / "laughs.yaml", f"format: scenario/1\na0: &a0 [lol]\n{laughs}\n")
    put(shelf / "deep.yaml", "format: " + "[" * 100_000)
    put(shelf / "large.yaml", "format: scenario/1\n#" + "x" * (9 * 1024 * 1024))
    (shelf / "bytes.yaml").write_bytes(b"format: \xff\xfe\n")
    put(shelf / "control.yaml", "format: scenario/1\nid: \x1b[31m\n")
    put(shelf / "tag.yaml", "format: !!python/object/apply:os.system ['true']\n")
    os.mkfifo(shelf / "pipe.yaml")
    (shelf / "out.yaml").symlink_to("/etc/passwd")
    locked = put(shelf / "locked.yaml", GOOD)
    locked.chmod(0)
    library = Library([shelf], tmp_path / "cache")
    library.cards()
    names = {broken.path.name for broken in library.broken()}
    hostile = ("laughs", "deep", "large", "bytes", "control", "tag", "c")
    expected = {f"{name}.yaml" for name in hostile}
    if os.access(locked, os.R_OK):  # run by someone who may read anything
        assert _ids(library) == ["first", "second", "small"]
    else:
        assert _ids(library) == ["first", "second"]
        expected.add("locked.yaml")
    assert names == expected
    assert all(broken.problems for broken in library.broken())
    again = Library([shelf], tmp_path / "cache")
    assert again.broken() == library.broken()


def test_a_scenario_that_is_gone_or_broken_by_now_says_so(shelf: Path) -> None:
    library = Library([shelf], None)
    assert library.card("nobody") is None
    with pytest.raises(ScenarioError):
        library.load("nobody")
    put(shelf / "a" / "a.yaml", changed(("next: off", "next: of")))
    with pytest.raises(ScenarioError) as told:
        library.load("first")
    assert "First" in told.value.what
    assert "unknown-scene" in told.value.details
    put(shelf / "a" / "a.yaml", good(id="other"))
    with pytest.raises(ScenarioError):
        library.load("first")
    (shelf / "a" / "a.yaml").unlink()
    with pytest.raises(ScenarioError):
        library.load("first")
    put(shelf / "b" / "b.yaml", good(id="second", title="Changed, and fine"))
    assert library.load("second").title == "Changed, and fine"


def test_translations_are_offered_and_loaded(shelf: Path, tmp_path: Path) -> None:
    po = polib.POFile()
    po.append(polib.POEntry(msgctxt="title", msgid="First", msgstr="첫째"))
    po.save(str(shelf / "a" / "first.ko.po"))
    library = Library([shelf], tmp_path / "cache")
    card = library.card("first")
    assert card
    assert card.translations == ("ko",)
    loaded = library.load("first", "ko-KR")
    assert (loaded.title, loaded.language, loaded.content_hash) == ("첫째", "ko", card.content_hash)
    for wanted in ("", "en", "en-GB", "vi"):
        assert library.load("first", wanted).title == "First"


def test_files_of_other_kinds_are_no_broken_scenarios(tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    put(shelf / "a.yaml", GOOD)
    for kind in ("help/1", "help/7", "drills/1", "page/1", "plan/1"):
        put(shelf / "other" / f"{kind[:-2]}-{kind[-1]}.yaml", f"format: {kind}\nid: small\n")
    put(shelf / "typo.yaml", "format: scenari/1\n")
    library = Library([shelf], tmp_path / "cache")
    assert _ids(library) == ["small"]
    assert [one.path.name for one in library.broken()] == ["typo.yaml"]


def test_help_that_comes_later_is_noticed(tmp_path: Path) -> None:
    shelf, cache = tmp_path / "shelf", tmp_path / "cache"
    put(shelf / "a.yaml", changed(("stop-aapi-hate", "our-desk")))
    _settle(shelf)
    assert _ids(Library([shelf], cache)) == []
    put(shelf / "help" / "ours.yaml", "format: help/1\nentries:\n  our-desk:\n    name: Desk\n")
    assert _ids(Library([shelf], cache)) == ["small"]


def test_reading_that_is_stopped_forgets_nothing_that_was_known(
    shelf: Path, tmp_path: Path
) -> None:
    Library([shelf], tmp_path / "cache").refresh()
    first = put(tmp_path / "before" / "a.yaml", good(id="before", title="Before")).parent
    _settle(first)
    library = Library([first, shelf], tmp_path / "cache")
    steps = library.reading()
    assert [next(steps), next(steps)] == [(0, 1), (1, 1)]
    assert next(steps)[0] == 1  # Its folder is looked into when the one before is read.
    steps.close()
    assert _ids(library) == ["before"]
    for place in shelf.rglob("*.yaml"):
        text = place.read_bytes()
        place.write_bytes(b"\xff" * len(text))
        os.utime(place, (LONG_AGO, LONG_AGO))
    # Nothing of it is read again.
    assert _ids(Library([first, shelf], tmp_path / "cache")) == ["before", "first", "second"]
