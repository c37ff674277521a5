"""What of an old name may still stand in a story, after somebody got another one."""

from __future__ import annotations

import pytest

from tests.authoring.files import document
from trainer.authoring.finding.asking import Asked
from trainer.authoring.finding.renamed import left_behind, names_in


@pytest.mark.parametrize(
    ("old", "new", "asked"),
    [
        (
            "Mrs. Vo",
            "Mrs. Haddad",
            Asked("Vo", "Haddad", case=True, words=True, name="Vo", named="Haddad"),
        ),
        ("Will", "Ann", Asked("Will", "Ann", case=True, words=True, name="Will", named="Ann")),
        ("Mrs. Vo", "Mr. Vo", Asked("Mrs. Vo", "Mr. Vo", words=True)),
        ("Mrs. Vo", "Vo", Asked("Mrs. Vo", "Vo", words=True)),
        ("Man in grey", "Man in blue", Asked("Man in grey", "Man in blue", words=True)),
        ("王太太", "李太太", Asked("王太太", "李太太", name="王太太", named="李太太")),
        ("Mr. Phúc", "Bác Tư", Asked("Mr. Phúc", "Bác Tư", words=True, name="Phúc", named="Tư")),
        ("Vo", "Mrs. Vo", None),
        ("Vo", "", None),
        ("Vo", "Vo", None),
    ],
)
def test_only_what_is_a_name_by_itself_is_looked_for_alone(
    old: str, new: str, asked: Asked | None
) -> None:
    assert left_behind(old, new) == asked


def test_names_are_known_whole_and_by_their_last_word_also_of_who_is_gone() -> None:
    story = document(
        "format: scenario/1\ncast:\n  a: {name: Mrs. Vo, role: targeted}\n  b: {name: a man}\n"
        "  c: {name: ''}\n"
    )
    story.gone["cast", "d"] = "Ada"
    assert names_in(story) == {"mrs. vo", "vo", "ada"}
