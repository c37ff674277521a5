"""An entry in words: for a screen reader, for the clipboard, for paper."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.checking.marking import read
from tests.help.sample import GOOD
from tests.help.test_directory import entry, made
from trainer import paths
from trainer.help import directory, looking, telling, words
from trainer.help.looking import Wish
from trainer.help.model import Channel, Need, Police, Reach
from trainer.help.reading import HELP

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.help.directory import Listed

SMALL = GOOD.replace("until: 2027-01-31", "until: 2999-01-31")
SMALL = SMALL.replace("until: 2026-06-01", "until: 2020-06-01")
"""One entry that is never late, and one that always is."""

TODAY = datetime.date(2026, 6, 1)


@pytest.fixture
def sample(home: Path) -> directory.Directory:
    """The sample file in the person's own folder, with the directory that ships."""
    folder = paths.own_scenarios() / "help"
    folder.mkdir(parents=True)
    (folder / "small.yaml").write_text(SMALL, "utf-8")
    return directory.read((paths.own_scenarios(),))


def listed(found: directory.Directory, key: str) -> Listed:
    one = found.entry(key)
    assert one is not None
    return one


def test_an_entry_as_text_says_everything(sample: directory.Directory) -> None:
    text = telling.as_text(sample, listed(sample, "first-line"), lambda day: f"<{day}>")
    for said in (
        "First Line\nPeople who listen.",
        "Call 1-800-555-LINE (Day and night.)\nText 988\nhttps://example.org/first\n",
        "help@example.org\n1 Main Street, Port\nOr come by.",
        "Kind of help: In a crisis, Someone to talk to",
        "Where: Exland",
        "Languages: English, Chinese",
        "What it takes: Calls at any hour.",
        "What it does not take: Nothing is known about it.",
        "Police: Only if you want. Only if you want it.",
        "What follows: Somebody calls back.",
        "Not confirmed: The hours.",
        "Read on <2026-01-31> in: https://example.org/about",
        "From your own folder",
    ):
        assert said in text
    assert "looked at again" not in text


def test_on_paper_stands_what_was_found_with_dates_and_what_is_not_confirmed(
    sample: directory.Directory,
) -> None:
    found = looking.look(sample, Wish("xx-n-port"))
    text = telling.as_markdown(sample, found, "Get help: Port", ["For *you*"], str)
    assert text.startswith("# Get help: Port\n\nFor \\*you\\*\n\n2 services\n\n# Port\n\n")
    assert text.index("## Lawyers") < text.index("# Exland") < text.index("## First Line")
    assert "- Not confirmed: The hours." in text
    assert "\n\nNorth, Port · Legal help · Languages not known\n\n" in text
    assert text.count("- Read on 2026-01-31") == 2
    assert "- This entry should have been looked at again by 2020-06-01." in text
    assert "- **What follows:** Somebody calls *back*." in text


def test_notes_say_what_is_late_what_is_open_and_whose_it_is(sample: directory.Directory) -> None:
    one = listed(sample, "first-line")
    before = telling.notes(one, str, datetime.date(2999, 1, 31))
    after = telling.notes(one, str, datetime.date(2999, 2, 1))
    assert before.late == ""
    assert after.late == "This entry should have been looked at again by 2999-01-31."
    assert after.all() == [after.late, "Not confirmed: The hours.", "From your own folder"]
    assert telling.notes(listed(sample, "988-lifeline"), str, TODAY).origin == ""
    assert telling.notes(listed(sample, "988"), str, TODAY).unconfirmed == ""


def test_an_entry_of_a_folder_says_of_which_and_what_it_stands_in_for(tmp_path: Path) -> None:
    text = GOOD.replace("first-line:", "stop-aapi-hate:")
    folder = tmp_path / "Our block"
    folder.mkdir()
    (folder / "ours.yaml").write_text(text, "utf-8")
    found = directory.read((folder,))
    origin = telling.notes(listed(found, "stop-aapi-hate"), str, TODAY).origin
    assert origin == "From the folder “Our block”; it stands in for the built-in entry"
    assert telling.notes(listed(found, "988"), str, TODAY).origin == "From the folder “Our block”"


def test_every_need_language_and_way_has_words() -> None:
    assert all(words.need(one) for one in Need)
    assert len({words.need(one) for one in Need}) == len(Need)
    assert len({words.police(one) for one in Police}) == len(Police)
    shipped = looking.languages(directory.built_in().entries())
    assert [code for code in shipped if words.language(code) == code] == []
    assert words.language("tlh") == "tlh"
    for channel in Channel:
        assert "12" in words.way(Reach(channel, "12"))


def test_a_few_languages_the_one_that_is_looked_for_first() -> None:
    codes = ("en", "am", "zh", "zh-Hant", "ko", "fil")
    assert words.few_languages(codes) == "English, Amharic, Chinese and 2 more"
    assert words.few_languages(codes, "ko") == "Korean, English, Amharic and 2 more"
    assert words.few_languages(codes[:3], "vi") == "English, Amharic, Chinese"
    assert words.few_languages(()) == "Languages not known"


def test_markdown_in_a_note_is_not_read_aloud_as_signs() -> None:
    found = made(replace(entry("one", "us"), unconfirmed="The *hours*.", confirmed=False))
    said = telling.notes(listed(found, "one"), str, TODAY).unconfirmed
    assert said == "Not confirmed: The hours."


def test_what_they_said_themselves_needs_no_page_of_the_web() -> None:
    text = SMALL.replace("    source: [https://example.org/1, http://example.org/2]\n", "")
    content = read(text, HELP).content
    assert content is not None
    found = made(content.entries["988"])
    assert telling.read_on(listed(found, "988"), str) == (
        "Said by themselves; looked at on 2026-01-31"
    )
