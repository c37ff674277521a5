"""Files that are not YAML, not text, or no files: one message that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.scenario.sample import GOOD, TODAY, changed, only, read, seen
from trainer.scenario.files import source
from trainer.scenario.model import Mark
from trainer.scenario.problems import hint, sentence
from trainer.scenario.reading import read_bytes, read_file

YOU = "you: {role: rider, name: Sam, note: You are on your way., targeted: false}"
LINE = "      - lin: Please leave me alone."

CASES = [
    ("colon", LINE, "      - lin: Please‸: leave me alone."),
    ("colon", "        say: Excuse me", "        say: Excuse me‸: you"),
    ("colon", "      - Two riders look up", "      - lin: He says‸: go. Two riders look up"),
    ("quotes", LINE, '      - lin: "Please," ‸she says.'),
    ("quotes", LINE, "      - lin: 'Don'‸t you dare.'"),
    ("quotes", LINE, '      - "Please," ‸she says.'),
    ("unclosed-quotes", LINE, '      - lin: ‸"Please'),
    ("sign", LINE, "      - lin: ‸*Slowly* she turns."),
    ("sign", LINE, "      - lin: ‸@home she is louder."),
    ("sign", LINE, "      - lin: ‸`Please`"),
    ("sign", LINE, "      - lin: ‸%Please"),
    ("sign", LINE, "      - lin: [sighs] ‸I am tired."),
    ("sign", LINE, "      - lin: {sighs} ‸I am tired."),
    ("sign", LINE, "      - lin: ‸&, so be it"),
    ("sign", LINE, "      - lin: *slowly ‸she turns."),
    ("sign", LINE, "      - lin: ‸!a!b she says"),
    ("sign", LINE, "      - lin: ‸| Please leave."),
    ("tab", LINE, "‸\t- lin: Please leave me alone."),
    ("tab", "minutes: 8\n", "‸\tminutes: 8\n"),
    ("indent", "minutes: 8", "  minutes‸: 8"),
    ("indent", "    check: The", "   ‸check: The"),
    ("no-colon", "minutes: 8", "‸minutes 8"),
    ("odd-space", "minutes: 8", "minutes:‸\u00a08"),
    ("odd-space", "    check: The", "    check:‸\u200bThe"),
    ("unclosed-bracket", "authors: [Upstander]", "authors: ‸[Upstander"),
    ("unclosed-bracket", YOU, "you: ‸{role: rider"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "old", "new"), CASES)
def test_what_authors_do_is_told_with_a_way_out(case: str, old: str, new: str) -> None:
    text, mark = changed(old, new)
    reading = read(text)
    assert seen(reading) == [("not-yaml", mark)]
    assert reading.problems[0].case == case
    assert sentence(reading.problems[0])
    if case != "no-colon":
        assert hint(reading.problems[0])


@pytest.mark.parametrize(("case", "old", "new"), CASES)
def test_the_parser_in_python_says_it_on_the_same_line(
    case: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, _mark = changed(old, new)
    in_c = only(read(text))
    monkeypatch.setattr(source, "events", source.python_events)
    monkeypatch.setattr("trainer.scenario.files.reading.events", source.python_events)
    in_python = only(read(text))
    assert in_python.code == "not-yaml"
    assert in_python.mark.line == in_c.mark.line


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_a_merge_has_left_is_told_with_its_lines(end: str) -> None:
    both = "<<<<<<< HEAD\nminutes: 8\n=======\nminutes: 9\n>>>>>>> theirs\n"
    text = GOOD.replace("minutes: 8\n", both).replace("\n", end)
    problem = only(read(text))
    line = GOOD[: GOOD.index("minutes: 8")].count("\n") + 1
    assert (problem.case, problem.mark) == ("merge", Mark(line, 1))
    assert f"from line {line} to line {line + 4}" in sentence(problem)
    assert hint(problem)


def test_what_a_merge_has_left_in_a_text_is_no_text() -> None:
    quoted = 'title: "One\n<<<<<<< a\n  and\n=======\n  or\n>>>>>>> b\n  two"\n'
    problem = only(read(GOOD.replace("title: Shouting on the 22 bus\n", quoted)))
    assert (problem.case, problem.mark) == ("merge", Mark(4, 1))
    set_in = quoted.replace("\n<", "\n  <").replace("\n=", "\n  =").replace("\n>", "\n  >")
    # Git writes them at the beginning of a line only: these are somebody's own words.
    assert seen(read(GOOD.replace("title: Shouting on the 22 bus\n", set_in))) == seen(read(GOOD))


def test_a_tag_in_a_condition_is_told_as_not() -> None:
    problem = only(read(GOOD.replace("when: calm >= 1 and not helped", "when: !helped")))
    assert hint(problem) == 'Write "not helped".'
    problem = only(read(GOOD.replace("when: calm >= 1 and not helped", "when: !helped!x a")))
    assert hint(problem) == 'Write "not helped".'


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n"])
def test_an_empty_file_is_not_yaml(text: str) -> None:
    problem = only(read(text))
    assert (problem.code, problem.case, problem.mark) == ("not-yaml", "empty", Mark(1, 1))


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words", '""', "[a, b]", "~"])
def test_a_list_or_a_word_on_top_is_the_wrong_type(text: str) -> None:
    assert seen(read(text)) == [("wrong-type", Mark(1, 1))]


def test_an_empty_mapping_on_top_lacks_entries() -> None:
    assert seen(read("{}")) == [("bad-value", Mark(1, 1))]


def test_bytes_that_are_not_utf8_are_named_by_place(tmp_path: Path) -> None:
    data = GOOD.encode().replace(b"Shouting on", "Shöuting on".encode("latin-1"))
    problem = only(read_bytes(data, tmp_path / "x.yaml", today=TODAY))
    assert (problem.code, problem.mark) == ("not-utf8", Mark(3, 10))
    problem = only(read_bytes(GOOD.encode("utf-16"), tmp_path / "x.yaml", today=TODAY))
    assert (problem.code, problem.mark) == ("not-utf8", Mark(1, 1))


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    windows = GOOD.replace("\n", "\r\n").encode("utf-8-sig")
    reading = read_bytes(windows, tmp_path / "x.yaml", today=TODAY)
    assert reading.problems == ()
    wrong = windows.replace(b"start: aboard", b"start: nowhere")
    problem = only(read_bytes(wrong, tmp_path / "x.yaml", today=TODAY))
    assert problem.mark == Mark(GOOD[: GOOD.index("start: ")].count("\n") + 1, 8)


def test_the_hash_does_not_know_line_ends(tmp_path: Path) -> None:
    unix, windows, old_mac = (
        read_bytes(GOOD.replace("\n", end).encode(), tmp_path / "x.yaml", today=TODAY).content
        for end in ("\n", "\r\n", "\r")
    )
    assert unix is not None
    assert windows is not None
    assert old_mac is not None
    assert unix.content_hash == windows.content_hash == old_mac.content_hash


def test_every_bad_character_is_named_and_the_rest_still_read() -> None:
    text = GOOD.replace("title: Sh", "title: \x07\x08 S\x0bh").replace("minutes: 8", "minutes: 99")
    found = read(text).problems
    assert [one.code for one in found] == ["bad-character", "bad-character", "bad-value"]
    assert [one.mark.column for one in found] == [8, 12, 10]


def test_bad_characters_that_break_the_yaml_are_the_only_problem() -> None:
    found = read("\x00f\x00o\x00r\x00: [\x00").problems
    assert {one.code for one in found} == {"bad-character"}


def test_a_binary_file_does_not_fill_the_report() -> None:
    assert len(read("\x00a\n" * 50_000).problems) == source.MOST_NAMED


def test_more_than_the_largest_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(GOOD.encode() + b"# " + b"x" * source.LARGEST)
    problem = only(read_file(path, today=TODAY))
    assert (problem.code, problem.mark) == ("too-large", Mark(1, 1))
    fits = GOOD.encode() + b"# "
    path.write_bytes(fits + b"x" * (source.LARGEST - len(fits)))
    assert read_file(path, today=TODAY).problems == ()


def test_more_entries_than_any_scenario_has_are_too_large() -> None:
    problem = only(read("goals: [" + "a," * 1_000_001 + "]"))
    assert (problem.code, problem.case) == ("too-large", "parts")


def test_thirty_inside_each_other_are_not_too_deep() -> None:
    assert "too-deep" not in {one.code for one in read("a: " + "[" * 29 + "]" * 29).problems}
    assert seen(read("a: " + "[" * 30 + "]" * 30)) == [("too-deep", Mark(1, 33))]
    assert seen(read("- " * 100_000)) == [("too-deep", Mark(1, 61))]


def test_of_an_unsupported_format_nothing_else_is_told() -> None:
    reading = read("format: drills/1\nid: some\nwhatever: &a b\n")
    assert seen(reading) == [("unsupported-format", Mark(1, 9))]
    assert reading.id == "some"


def test_without_a_format_the_rest_is_told_as_well() -> None:
    codes = [one.code for one in read("scenes: {a: {stub: true}}\nminutes: x\n").problems]
    assert codes.count("missing-key") == 12
    assert "wrong-type" in codes


@pytest.mark.parametrize(("make", "case"), [("nothing", "missing"), ("folder", "folder")])
def test_what_is_no_file_is_told(tmp_path: Path, make: str, case: str) -> None:
    path = tmp_path / "x.yaml"
    if make == "folder":
        path.mkdir()
    reading = read_file(path)
    assert (only(reading).code, only(reading).case) == ("unreadable", case)
    assert sentence(only(reading))


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(GOOD, "utf-8")
    path.chmod(0)
    try:
        path.open("rb").close()
        pytest.skip("whoever runs this may read everything")
    except PermissionError:
        assert only(read_file(path)).case == "permission"


def test_a_name_that_no_file_can_have_is_told() -> None:
    assert only(read_file(Path("a\0b"))).code == "unreadable"
    assert only(read_file(Path("a" * 5000))).code == "unreadable"


def test_an_error_without_a_place_stands_on_the_first_line() -> None:
    from trainer.scenario.files.not_yaml import explain

    problem = explain("", yaml.YAMLError("some reason"))
    assert (problem.mark, problem.params["reason"]) == (Mark(1, 1), "some reason")


def test_whatever_else_yaml_says_is_passed_on() -> None:
    problem = only(read('format: "\\q"\n'))
    assert problem.code == "not-yaml"
    assert "unknown escape" in sentence(problem)


def test_what_nobody_sees_in_a_name_is_named() -> None:
    text = GOOD.replace("\n  home:", "\n  \u200bhome:")
    assert text != GOOD
    told = [f"{sentence(one)} {hint(one)}" for one in read(text).problems]
    assert any('"<U+200B>home" cannot be a name' in one for one in told)
    assert any('Did you mean "<U+200B>home"' in one for one in told)


def test_a_tag_is_told_as_it_was_written() -> None:
    told = only(read(GOOD.replace("minutes: 8", "minutes: !!int 8")))
    assert "“!!int”" in sentence(told)
