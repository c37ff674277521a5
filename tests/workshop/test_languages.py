"""A plan that has been translated: projector, phones and journal have it in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plans.test_translation import po
from tests.workshop.room import SMALL, Clock, begin, go_on, library, made_of, pages, walk_to
from trainer.help import directory
from trainer.plans.reading import PLANS
from trainer.scenario.files import reading as files
from trainer.workshop import asking, material
from trainer.workshop.refusals import Refused
from trainer.workshop.telling import phone_view
from trainer.workshop.telling.room_view import room_view
from trainer.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

INTERPRETED = "seventy-five-minutes-interpreted"
ENTRIES = (
    ("agreements", "Nobody has to say an insult aloud.", "욕설은 말하지 않습니다."),
    ("welcome/slides/title", "Welcome", "환영합니다"),
    ("threes/act/title", "You act", "행동하기"),
    ("will-do/ask", "What will you do the next time?", "다음에는 무엇을 할까요?"),
    ("will-do/look/text", "Look at the person, and let them see it.", "바라보기"),
)


def translated(folder: Path) -> Workshop:
    """A workshop whose plan has a translation beside it, as its journal gives it back."""
    (folder / "small-hour.ko.po").write_text(po(*ENTRIES), "utf-8")
    french = po(("welcome/slides/title", "Welcome", "Bienvenue"))
    (folder / "small-hour.fr.po").write_text(french, "utf-8")
    (folder / "small-hour.de.po").write_text("Kein Katalog", "utf-8")
    (folder / "small-hour.vi.po").write_bytes(b"\xff\xfe not a catalogue")
    source = SMALL.read_text("utf-8").replace("language: en\n", "language: en\nlanguages: [ko]\n")
    plan = files.read_bytes(source.encode(), SMALL, (PLANS,)).content
    assert plan is not None
    brought = directory.built_in()
    made = material.gather(plan, source, library(), pages(), brought, folder / "any.yaml")
    again = material.from_plain(material.to_plain(made))
    assert again.languages() == made.languages()
    return Workshop(again, None, Clock())


def test_the_room_sees_both_and_a_phone_its_own(tmp_path: Path) -> None:
    workshop = translated(tmp_path)
    making = workshop.making
    offered = set(making.material.languages())
    assert {"en", "fr", "ko"} <= offered
    assert not {"de", "vi"} & offered
    workshop.do("begin")
    assert room_view(making, workshop.state).title == "Welcome"
    assert room_view(making, workshop.state, "ko").title == "환영합니다"
    assert room_view(making, workshop.state, "fr").title == "Bienvenue"
    assert room_view(making, workshop.state, "de").title == "Welcome"
    workshop.do("next")
    assert "욕설은" in room_view(making, workshop.state, "ko").text
    walk_to(workshop, "threes")
    assert room_view(making, workshop.state, "ko").cards[0][0] == "행동하기"
    told = phone_view.for_all(making, workshop.state, "ko-KR")
    assert (told["cards"][0]["title"], told["language"]) == ("행동하기", "ko")
    assert phone_view.for_all(making, workshop.state, "en")["cards"][0]["title"] == "You act"


def test_an_answer_counts_in_whatever_language_it_was_read(tmp_path: Path) -> None:
    workshop = translated(tmp_path)
    workshop.do("begin")
    walk_to(workshop, "will-do")
    place = workshop.state.seen
    (korean,) = asking.belonging(workshop.making, place, "ko")
    (english,) = asking.belonging(workshop.making, place)
    assert (korean.id, korean.options[0].id) == (english.id, english.options[0].id)
    assert (korean.text, korean.options[0].text) == ("다음에는 무엇을 할까요?", "바라보기")
    assert korean.options[1].text == english.options[1].text


def test_a_second_language_and_its_strip_begin_as_planned_and_outlive_a_restart(
    tmp_path: Path,
) -> None:
    workshop = translated(tmp_path)
    assert (workshop.state.second, workshop.state.strip) == ("ko", None)
    assert Workshop(made_of(INTERPRETED)).state.strip == ""
    with pytest.raises(Refused):
        workshop.do("second", language="en")
    with pytest.raises(Refused):
        workshop.do("second", language="<b>")
    clock = Clock()
    kept = begin(tmp_path / "journal.jsonl", clock)
    kept.do("second", language="vi")
    kept.do("strip", text="")
    kept.close()
    again = go_on(tmp_path / "journal.jsonl", clock)
    again.close()
    assert (again.state.second, again.state.strip) == ("vi", "")
