"""Names in words, and words that mean a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.files import document
from trainer.authoring import called
from trainer.authoring.outline import Kind, SceneLine
from trainer.authoring.scenes.naming import Sort, free_name, from_words, is_name
from trainer.scenario.model import Outcome
from trainer.ui.authoring.map import words
from trainer.ui.authoring.outline import rows


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("the-nurse-comes-back", "The nurse comes back"),
        ("the_nurse_knows", "The nurse knows"),
        ("a", "A"),
        ("MRI-room-2", "MRI room 2"),
        ("-", "-"),
        ("forty--one-at-night", "Forty-one at night"),
        ("so__and__so_said", "So-and-so said"),
        ("odd---one--", "Odd one"),
        ("", ""),
    ],
)
def test_a_name_reads_as_words(name: str, words: str) -> None:
    assert called.in_words(name) == words


@given(st.text(min_size=1, max_size=30))
def test_the_words_of_a_name_mean_it(typed: str) -> None:
    name = from_words(typed, ())
    assert is_name(name)
    assert called.meant(called.in_words(name), [name]) == name
    assert called.meant(name, [name]) == name


def test_capitals_stay_in_what_is_read_as_words() -> None:
    sorts: tuple[Sort, ...] = ("scene", "state")
    for sort in sorts:
        assert called.in_words(from_words("Ask Lena about it", (), sort)) == "Ask Lena about it"
    assert from_words("Ask Lena", (), "choice") == "ask-lena"
    assert from_words("Lena", (), "cast") == "lena"


def test_what_is_typed_means_what_is_there_or_what_can_be_made() -> None:
    names = ["the-nurse", "the_nurse", "B"]
    assert called.meant("the_nurse", names) == "the_nurse"
    assert called.meant("THE NURSE", names) == "the-nurse"
    assert called.meant("b", names) == "B"
    assert called.meant("The nurses", names) == "the-nurses"
    assert called.meant("Reception", names) == "Reception"
    assert called.meant("The nurses", [], "state") == "the_nurses"
    assert called.meant("  ", names) == ""


@pytest.mark.parametrize("words", ["Forty-one", "Forty-one at night", "A well-known face"])
def test_a_hyphen_that_somebody_has_written_is_read_again(words: str) -> None:
    sorts: tuple[Sort, ...] = ("scene", "state")
    for sort in sorts:
        assert called.in_words(from_words(words, (), sort)) == words
    assert called.in_words(called.meant(words, ["forty-two"])) == words
    assert called.in_words(free_name(words, ["forty-one"])) == words
    assert called.meant(words, [words]) == words
    assert called.meant("forty-one", ["forty-one"]) == "forty-one"


def test_a_file_is_called_by_its_title_or_else_by_its_name() -> None:
    made = document("title: In the\n  waiting room\n")
    assert called.title_of(made) == "In the waiting room"
    for text in ("id: x\n", "title: ''\n", "title: [a]\n"):
        made = document(text)
        made.path = Path("/somewhere/in-the-waiting-room.yaml")
        assert called.title_of(made) == "In the waiting room"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"name": " Mrs. Lin ", "role": "targeted"}, "Mrs. Lin"),
        ({"name": "", "role": "targeted"}, "Whoever is targeted"),
        ({"role": "harming"}, "Whoever harms"),
        ({"name": " ", "role": "authority"}, "Whoever is in charge"),
        ({"name": "", "role": "ally"}, "The driver"),
        ({"name": [], "role": []}, "The driver"),
        (None, "The driver"),
    ],
)
def test_who_has_no_name_yet_is_called_by_what_they_are(told: object, words: str) -> None:
    assert called.of_person(told, "the-driver") == words


def test_an_ending_is_called_the_same_on_the_map_and_in_the_outline() -> None:
    said = []
    for outcome in (*Outcome, ""):
        line = SceneLine("end", Kind.ENDING, outcome=str(outcome))
        said.append(words.detail(line))
        assert rows.kind_of(line) == said[-1]
    assert said == [
        "End: supported",
        "End: partly supported",
        "End: unresolved",
        "End: harmed",
        "End",
    ]
