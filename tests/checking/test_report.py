"""``check --report``: what a person who answers for a library reads in it."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from tests.scenario.good_file import changed, put
from tests.scenario.rules.story import choice, good, written
from trainer.__main__ import main
from trainer.checking import html_style, report
from trainer.checking.files import check_paths
from trainer.checking.portrait import portrait
from trainer.method.ds import D, Fit
from trainer.scenario.model import Outcome, Scenario
from trainer.scenario.reading import read_bytes
from trainer.scenario.texts.ease import lix
from trainer.ui import palettes

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 29)
VOID = {"meta", "br"}


class Outline(HTMLParser):
    """Words of a page by the tags around them, and whatever it would load."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.rows: list[list[str]] = []
        self.words: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        told = dict(attrs)
        self.loads += [str(value) for name, value in attrs if name in ("src", "data", "action")]
        self.loads += [tag] if tag in ("script", "link", "img", "iframe", "object") else []
        if told.get("id"):
            self.ids.append(str(told["id"]))
        if told.get("href"):
            self.links.append(str(told["href"]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"{tag} closes what is not open"

    def handle_data(self, data: str) -> None:
        if "style" in self.open or "title" in self.open:
            return
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data
        if data.strip():
            self.words.append(data.strip())


def _page(*files: Path) -> Outline:
    outline = Outline(report.page(check_paths(files, TODAY), TODAY))
    assert outline.open == []
    return outline


def _scenario(text: str) -> Scenario:
    from pathlib import Path

    found = read_bytes(text.encode(), Path("story.yaml")).content
    assert found is not None
    return found


@pytest.fixture
def story(tmp_path: Path) -> Path:
    scenes = good()
    scenes["beside"]["choices"].append(choice("film", "document", fit="poor"))
    scenes["beside"]["choices"].append(choice("own", "direct", own_words="Say it"))
    people = {
        "lin": {"name": "Mrs. Lin", "role": "targeted", "note": "Eighty. Speaks Hakka."},
        "grey": {"name": "Man in grey & black", "role": "harming"},
        "driver": {"name": "The driver", "role": "authority"},
    }
    scenes["aboard"]["present"] = ["grey"]
    text = written(scenes, cast=people, resources=None, state=None)
    return put(tmp_path / "story.yaml", text)


def test_it_tells_of_each_scenario(story: Path) -> None:
    page = _page(story)
    (overview,) = [row for row in page.rows if row[:2] == ["Story", "Transit"]]
    scenes, decisions, endings, ways = overview[4:8]
    assert (scenes, decisions, endings, ways) == ("3", "2", "1", "10")
    assert overview[3] == "5"
    assert overview[10] == "1"


def test_it_tells_of_ds_and_fits(story: Path) -> None:
    page = _page(story)
    assert ["Document", "0", "1", "1", "0"] in page.rows
    assert ["Direct", "0", "1", "0", "1"] in page.rows
    assert ["Distract", "1", "0", "0", "0"] in page.rows
    assert ["Distract", "1", "0"] in page.rows
    assert ["Document", "0", "1"] in page.rows


def test_it_tells_of_people_only_what_the_file_tells(story: Path) -> None:
    page = _page(story)
    assert ["Mrs. Lin", "targeted", "Eighty. Speaks Hakka."] in page.rows
    assert ["Man in grey & black", "harming", "–"] in page.rows
    assert ["Story", "Mrs. Lin", "Eighty. Speaks Hakka."] in page.rows


def test_every_finding_stands_there_with_its_reason(story: Path) -> None:
    page = _page(story)
    (finding,) = [row for row in page.rows if row[-1] == "no-resources"]
    assert finding[1] == "method"
    assert any("washingtonpeacecenter.org" in word for word in page.words)


def test_a_file_that_cannot_be_played_is_told_as_well(tmp_path: Path, story: Path) -> None:
    broken = put(tmp_path / "broken.yaml", changed(("next: off", "next: of")))
    page = _page(broken, story)
    (finding,) = [row for row in page.rows if row[-1] == "unknown-scene"]
    assert finding[1] == "error"
    assert "2 findings." in " ".join(page.words)


def test_a_good_file_says_so_and_gives_no_reasons(tmp_path: Path) -> None:
    page = _page(put(tmp_path / "good.yaml", changed()))
    assert "No finding." in page.words
    assert not any("Why these rules" in word for word in page.words)


def test_it_loads_nothing_and_its_links_lead_somewhere(story: Path) -> None:
    page = _page(story)
    assert page.loads == []
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_the_command_writes_it_and_says_where_it_cannot(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "report.html"
    assert main(["check", str(story), "--report", str(out)]) == 0
    assert "Story" in out.read_text("utf-8")
    assert main(["check", str(story), "--report", str(tmp_path / "no" / "report.html")]) == 1
    said = capsys.readouterr()
    assert "could not be saved" in said.err
    assert {one.name for one in tmp_path.iterdir()} == {"story.yaml", "report.html"}


def test_a_portrait_counts_what_is_there(story: Path) -> None:
    seen = portrait(_scenario(story.read_text("utf-8")))
    assert seen.fits[D.DOCUMENT, Fit.POOR] == 1
    assert seen.has(D.DISTRACT, Fit.STRONG)
    assert not seen.has(D.DISTRACT, Fit.POOR)
    assert dict(seen.outcomes) == {Outcome.SUPPORTED: 1}


def test_reading_ease_is_words_in_a_sentence_and_the_share_of_long_ones() -> None:
    """Four sentences, 16 words, two of them of more than six letters: 4 + 12.5."""
    scenes = {"only": {
        "text": "It rains on us. She waits for nobody.",
        "check": "The umbrella is broken",
        "ending": {"outcome": "mixed", "view": "Someone talked to me."},
    }}  # fmt: skip
    found = lix(_scenario(written(scenes, cast={"lin": {"name": "Lin", "role": "targeted"}})))
    assert found == pytest.approx(16 / 4 + 100 * 2 / 16)


def test_reading_ease_says_nothing_where_words_have_no_spaces() -> None:
    scenes = {"only": {"text": "雨。", "ending": {"outcome": "mixed", "view": "有人。"}}}
    assert lix(_scenario(written(scenes, language="zh-TW"))) is None


def test_the_colours_are_those_of_the_window() -> None:
    for palette in (palettes.LIGHT, palettes.DARK):
        for name in ("paper", "card", "line", "ink", "soft", "teal"):
            assert f"--{name}: {_short(getattr(palette, name))}" in html_style.CSS, name


def _short(colour: str) -> str:
    value = colour.lower()
    return "#fff" if value == "#ffffff" else value
