"""``upstander new`` and ``upstander fmt``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

CROOKED = "id: 'a'\r\nformat: scenario/1 # one\r\n"
STRAIGHT = "format: scenario/1  # one\r\nid: a\r\n"


def test_new_asks_for_what_is_to_be_written_and_replaces_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "the-bus.yaml"
    assert main(["new", str(path), "--template", "two-step", "--author", "Ana"]) == 0
    told = capsys.readouterr().out
    said = f"{path} is there now.\n40 texts in it are for you to write.\n"
    assert told.startswith(said)
    assert "came along as examples" in told.removeprefix(said)
    text = path.read_text()
    assert "title: The bus\n" in text
    assert "authors: [Ana]\n" in text
    assert "    text:  # Where are you? What do you see and hear?\n" in text
    assert "      - harming:  # What do they say, in their own words?\n" in text
    assert main(["check", str(path)]) == 1
    found = capsys.readouterr().out.splitlines()
    assert found[-1] == "1 file, 40 errors, 0 warnings"
    assert all(line.endswith("is empty. [empty-text]") for line in found[:-1])
    assert main(["new", str(path)]) == 1
    assert "there already" in capsys.readouterr().err
    assert main(["new", str(tmp_path), "--title", "The bus, again"]) == 0
    assert (tmp_path / "the-bus-again.yaml").is_file()
    assert main(["new", str(tmp_path / "x.txt")]) == 2
    capsys.readouterr()
    assert main(["new", str(tmp_path / "none" / "x.yaml")]) == 1
    assert f"There is no folder “{tmp_path / 'none'}”." in capsys.readouterr().err
    assert main(["new", f"{tmp_path / 'none'}/"]) == 2
    assert f"There is no folder “{tmp_path / 'none'}”, and" in capsys.readouterr().err
    helps = tmp_path / "help.yaml"
    assert main(["new", str(helps), "--template", "help"]) == 0
    count = capsys.readouterr().out.splitlines()[1].split()[0]
    main(["check", str(helps)])
    assert f"1 file, {count} errors" in capsys.readouterr().out


def test_fmt_looks_then_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + CROOKED.encode())
    (tmp_path / "other.yaml").write_text("b: 'x'\n")
    assert main(["fmt", "--check", str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 file, 1 would change"
    assert main(["fmt", "--diff", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "-id: 'a'\n" in out
    name = path.as_posix().lstrip("/")
    assert out.startswith(f"--- a/{name}\n+++ b/{name}\n")
    assert path.read_bytes().endswith(CROOKED.encode())
    assert main(["fmt", str(tmp_path)]) == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + STRAIGHT.encode()
    assert main(["fmt", "--check", str(tmp_path)]) == 0
    assert (tmp_path / "other.yaml").read_text() == "b: 'x'\n"


def test_fmt_leaves_what_it_cannot_write_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text("format: &x scenario/1\nid: *x\n")
    (tmp_path / "b.yaml").write_bytes(CROOKED.encode())
    assert main(["fmt", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[-1] == "2 files, 1 changed, 1 left as it was"
    assert err.startswith(str(tmp_path / "a.yaml"))
    assert (tmp_path / "a.yaml").read_text() == "format: &x scenario/1\nid: *x\n"
    assert main(["fmt", str(tmp_path / "none")]) == 2
