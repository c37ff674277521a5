"""Translations: found by name, used where they fit, counted where they do not."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

import polib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.scenario.small import scenario
from trainer.method.ds import D
from trainer.scenario import translation
from trainer.scenario.model import (
    CastMember,
    Choice,
    Consequence,
    Ending,
    Feedback,
    Kind,
    Line,
    Outcome,
    Role,
    Scenario,
    Scene,
    You,
)
from trainer.scenario.translation import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

UNTRANSLATED = {
    "authors", "content_hash", "d", "fit", "id", "key", "kind", "language", "licence", "next",
    "outcome", "picture", "present", "resources", "role", "severity", "setting", "sources",
    "speaker", "start", "status", "backdrop", "to", "asks", "contacts", "shares",
}  # fmt: skip


def _full() -> Scenario:
    """A scenario with a text in every place that can hold one; each text is its own."""
    choice = Choice(
        "ask", Kind.SAY, "T-say", D.DISTRACT, (), points=("T-point",),
        feedback=Feedback("T-headline", "T-why", {"you": "T-you", "lin": "T-lin"}),
        consequence=Consequence("T-seen", (Line("lin", "T-answer", "T-answer-soft"),)),
    )  # fmt: skip
    scene = Scene(
        "aboard", text="T-text", soft="T-soft", check="T-check", facilitator="T-facilitator",
        lines=(Line("lin", "T-line", "T-line-soft"), Line(None, "T-narration")), skip="T-skip",
        choices=(choice, replace(choice, id="go", kind=Kind.ACT, words="T-act"),
                 replace(choice, id="own", kind=Kind.OWN_WORDS, words="T-own")),
        discuss=("T-discuss",), content_notes=("T-scene-note",),
        ending=Ending(Outcome.MIXED, "T-view"),
    )  # fmt: skip
    return replace(
        scenario({"a": {"ending": True}}),
        title="T-title", summary="T-summary", goals=("T-goal", "T-goal-2"),
        content_notes=("T-note",), you=You("T-role", "T-my-name", "T-my-note"),
        cast={"lin": CastMember("lin", "T-name", Role.TARGETED, "T-pronouns", note="T-about")},
        scenes={"aboard": scene}, questions=("T-question",), leaves_out={"document": "T-out"},
    )  # fmt: skip


def _strings(value: Any, name: str = "") -> Iterator[str]:
    """Every string that a learner may read, wherever it stands in the model."""
    if isinstance(value, str):
        if name not in UNTRANSLATED or value.startswith("T-"):
            yield value
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("mark", "start_mark", "state_marks", "folder"):
                yield from _strings(getattr(value, field.name), field.name)
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one, name)
    elif hasattr(value, "values"):
        for one in value.values():
            yield from _strings(one, name)


def test_every_text_of_the_model_can_be_translated() -> None:
    told = _full()
    found = {text for _context, text in translation.texts(told)}
    assert found == set(_strings(told))
    catalogue = Catalogue("ko", {key: f"ko {key[1]}" for key in translation.texts(told)})
    after = translation.translate(told, catalogue)
    assert all(text.startswith("ko T-") for text in _strings(after))
    assert (after.id, after.content_hash, after.language) == (told.id, told.content_hash, "ko")


def test_the_contexts_are_those_of_the_documentation() -> None:
    assert [context for context, _text in translation.texts(_full())] == [
        "title", "summary", "goals", "goals", "content_notes", "you/role", "you/name", "you/note",
        "cast/lin/name", "cast/lin/pronouns", "cast/lin/note", "aboard/text", "aboard/soft",
        "aboard/lines", "aboard/lines/soft", "aboard/lines", "aboard/check", "aboard/facilitator",
        "aboard/discuss", "aboard/content_notes", "aboard/skip",
        *(f"aboard/{choice}/{part}" for choice, kind in
          (("ask", "say"), ("go", "act"), ("own", "own_words")) for part in (
          kind, "points", "feedback/headline", "feedback/why", "feedback/you", "feedback/lin",
          "consequence/text", "consequence/lines", "consequence/lines/soft")),
        "aboard/ending/view", "debrief/questions", "leaves_out/document",
    ]  # fmt: skip


def _po(path: Path, *entries: tuple[str | None, str, str, str]) -> Path:
    po = polib.POFile()
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for context, source, said, flag in entries:
        entry = polib.POEntry(msgctxt=context, msgid=source, msgstr=said)
        entry.flags = [flag] if flag else []
        po.append(entry)
    po.save(str(path))
    return path


def test_what_fits_is_used_and_the_rest_falls_back(tmp_path: Path) -> None:
    path = _po(
        tmp_path / "small.ko.po",
        ("title", "Small", "작은", ""),
        ("a/text", "Rain.\n", "비.\n", ""),
        ("summary", "Small.", "", ""),
        ("a/ending/view", "Mine.", "내 것", "fuzzy"),
        ("a/text", "Sun.", "해.", ""),
        ("b/text", "Rain.", "비.", ""),
        (None, "Small", "작은", ""),
    )
    told = scenario({"a": {"ending": True}})
    catalogue = translation.read(path, "ko")
    after = translation.translate(told, catalogue)
    assert (after.title, after.scenes["a"].text, after.summary) == ("작은", "비.", "Small.")
    assert after.scenes["a"].ending == told.scenes["a"].ending
    covered = translation.coverage(told, catalogue)
    assert (covered.translated, covered.missing) == (2, 4)
    assert covered.stale == (
        ("a/text", True), ("b/text", False), ("", False), ("a/ending/view", True)
    )  # fmt: skip


def test_a_line_put_in_between_makes_nothing_stale() -> None:
    one: dict[str, Any] = {"lines": [(None, "One."), (None, "Two.")], "ending": True}
    before = scenario({"a": one})
    catalogue = Catalogue("ko", {key: "…" for key in translation.texts(before)})
    after = scenario({"a": {**one, "lines": [(None, "One."), (None, "New."), (None, "Two.")]}})
    covered = translation.coverage(after, catalogue)
    assert (covered.missing, covered.stale) == (1, ())


def test_files_are_found_by_name_and_by_id(tmp_path: Path) -> None:
    for name in ("bus.ko.po", "bus.vi.po", "bus-shouting.vi.po", "bus.zh_Hant.po", "bus.po",
                 "bus.x!.po", "tram.ko.po"):  # fmt: skip
        (tmp_path / name).touch()
    found = translation.catalogues(tmp_path / "bus.yaml", "bus-shouting")
    assert {language: path.name for language, path in found.items()} == {
        "ko": "bus.ko.po", "vi": "bus-shouting.vi.po", "zh-Hant": "bus.zh_Hant.po"
    }  # fmt: skip
    assert translation.catalogues(tmp_path / "nowhere" / "bus.yaml") == {}


@pytest.mark.parametrize(
    ("available", "wanted", "found"),
    [
        (["en", "ko"], "ko", "ko"),
        (["en", "ko"], "ko-KR", "ko"),
        (["zh-Hans", "zh-Hant"], "zh-Hant-TW", "zh-Hant"),
        (["en", "pt-BR"], "pt", "pt-BR"),
        (["en", "ko"], "KO_kr", "ko"),
        (["en", "ko"], "vi", None),
        (["en"], "", None),
    ],
)
def test_the_nearest_language(available: list[str], wanted: str, found: str | None) -> None:
    assert translation.best(available, wanted) == found


HEADER = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00",
        b"msgid",
        b"msgid \"a\nmsgstr 'b",
        b'msgstr "b"\nmsgstr[9] "c"',
        b"\x00" * 50,
        b"#, fuzzy\n" * 1000,
    ],
)
def test_a_broken_file_costs_only_its_translations(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "small.ko.po"
    path.write_bytes(data)
    told = scenario({"a": {"ending": True}})
    catalogue = translation.read(path, "ko")
    assert translation.translate(told, catalogue) == replace(told, language="ko")


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(
    ['msgid ""', 'msgid "a"', 'msgstr "b"', 'msgctxt "title"', 'msgid_plural "c"', '"d\\x"', "#~",
     'msgstr[0] "e"', "#, fuzzy", "#| msgid", "#~| ", "\\", '"', "msgid 5", "", "\x00", "#:"]
)))  # fmt: skip
def test_no_lines_of_a_file_do_harm(tmp_path: Path, lines: list[str]) -> None:
    path = tmp_path / "small.ko.po"
    path.write_text("\n".join(lines), "utf-8")
    translation.read(path, "ko")


def test_a_file_that_reads_like_a_path_opens_nothing(tmp_path: Path) -> None:
    secret = _po(tmp_path / "secret", ("title", "Small", "secret", ""))
    path = tmp_path / "small.ko.po"
    path.write_text(str(secret), "utf-8")
    assert translation.read(path, "ko").texts == {}


def test_links_out_of_the_folder_folders_and_giants_are_not_read(tmp_path: Path) -> None:
    outside = _po(tmp_path / "outside.po", ("title", "Small", "out", ""))
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "small.ko.po").symlink_to(outside)
    (folder / "small.vi.po").mkdir()
    (folder / "small.th.po").write_bytes(b"#" * (translation.LARGEST + 1))
    found = translation.catalogues(folder / "small.yaml")
    assert sorted(found) == ["ko", "th", "vi"]
    assert not any(translation.read(path, name).readable for name, path in found.items())


def test_a_translation_with_control_characters_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "small.ko.po"
    path.write_bytes(HEADER + b'msgctxt "title"\nmsgid "Small"\nmsgstr "\x1b[31mred"\n')
    assert translation.read(path, "ko").texts == {}
    _po(path, ("title", "Small", "a\u2028b", ""))
    assert translation.read(path, "ko").texts == {}


def test_comments_and_obsolete_entries_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "small.ko.po"
    path.write_bytes(
        HEADER
        + "# a note\n#: bus.yaml:3\n#| msgid \"Old\"\nmsgctxt \"title\"\nmsgid \"Small\"\n"
        'msgstr "작"\n"은"\n\n#~ msgctxt "gone"\n#~ msgid "Rain."\n#~ msgstr "비."\n'.encode()
    )  # fmt: skip
    catalogue = translation.read(path, "ko")
    assert dict(catalogue.texts) == {("title", "Small"): "작은"}


@pytest.mark.parametrize("line", ["# x\n", '"a"\n', "#~ x\n", "#| x\n"])
def test_a_million_lines_end(tmp_path: Path, line: str) -> None:
    path = tmp_path / "small.ko.po"
    path.write_bytes(HEADER + b'msgid ""\n' + line.encode() * 500_000 + b'msgstr "x"\n')
    assert translation.read(path, "ko").texts.keys() <= {("", "")}
