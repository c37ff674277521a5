"""Which keys of the help directory a file may name, without reading YAML."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.help.sample import GOOD
from tests.scenario.good_file import put
from trainer import paths
from trainer.help.reading import HELP
from trainer.scenario.files import resources
from trainer.scenario.files.gathering import gather

if TYPE_CHECKING:
    from pathlib import Path


def test_the_quick_look_finds_what_reading_finds() -> None:
    files = gather(HELP, paths.built_in_help()).placed
    assert resources.built_in().entries == {key for one in files for key in one.content.entries}
    assert resources.built_in().places == {key for one in files for key in one.content.places}
    assert "stop-aapi-hate" in resources.built_in().entries


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (GOOD, {"first-line", "988"}),
        (GOOD.replace("\nentries:\n", "\nentries:   # all of them\n\n  # a comment\n"),
         {"first-line", "988"}),
        ("entries:\n    a:\n      name: x\n    b: {x: y}\n  # c:\n    'd' : {}\nplaces:\n    e:\n",
         {"a", "b", "d"}),
        ("entries:\n  a:\n    takes: |\n      b: no key\n      c:\n    d: 1\n", {"a"}),
        ("entries:\n  a:\n    name: x\n...\n  z:\n", {"a"}),
        ("places:\n  p:\nmore:\n  entries:\n    q:\n", set()),
        ("entries:\n", set()),
        ("entries: {}\n", set()),
        ("", set()),
    ],
)  # fmt: skip
def test_keys_of_a_block(text: str, found: set[str]) -> None:
    assert resources.keys_below(text, "entries") == found


def test_a_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    help_file = put(tmp_path / "help" / "a.yaml", "entries:\n  one:\nplaces:\n  here:\n")
    known = resources.known(tmp_path)
    assert "one" in known.entries
    assert "here" in known.places
    put(help_file, "entries:\n  other-one:\n")
    assert "one" not in resources.known(tmp_path).entries
    assert "other-one" in resources.known(tmp_path).entries


def test_what_cannot_be_read_names_nothing(tmp_path: Path) -> None:
    (tmp_path / "help").mkdir()
    (tmp_path / "help" / "folder.yaml").mkdir()
    (tmp_path / "help" / "latin.yaml").write_bytes(b"entries:\n  \xe9t\xe9:\n")
    put(tmp_path / "outside.yaml", "entries:\n  outside:\n")
    (tmp_path / "help" / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    assert resources.known(tmp_path) == resources.built_in()
    assert resources.known(tmp_path / "gone") == resources.built_in()


def test_a_story_of_ones_own_knows_ones_own_lists() -> None:
    own = paths.own_scenarios()
    put(own / "ours/ours.yaml", "format: help/1\nentries:\n  our-circle:\nplaces:\n  here:\n")
    put(own / "story/story.yaml", "format: scenario/1\nentries:\n  none:\n")
    known = resources.known(own / "story")
    assert "our-circle" in known.entries
    assert "none" not in known.entries
    assert "our-circle" not in resources.known(own.parent).entries
    os.utime(own, (1, 1))
    assert "our-circle" in resources.known(own / "story").entries
    put(own / "theirs/theirs.yaml", "format: help/1\nentries:\n  their-circle:\n")
    assert "their-circle" in resources.known(own / "story").entries
