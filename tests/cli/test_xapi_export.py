"""``upstander progress export --format xapi``: completions; choices only if they are asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.progress.examples import play
from tests.progress.organisation import lrs
from trainer import paths
from trainer.__main__ import main
from trainer.progress.store import Store

if TYPE_CHECKING:
    from pathlib import Path

Said = pytest.CaptureFixture[str]


@pytest.fixture
def kept() -> None:
    with Store.open(paths.database()) as store:
        store.name_scenario("bus", "MARKER-title")
        play(store, "one", words="MARKER-words", note="MARKER-note", ends=True)
        play(store, "two", "shop", decisions=1)
        play(store, "three", ends=True, replay_of="one")
        play(store, "four", "café/../x", ends=True)


def exported(out: Path, *options: str) -> list[dict[str, Any]]:
    asked = ["progress", "export", "--format", "xapi", "--out", str(out), "--force", *options]
    assert main(asked) == 0
    text = out.read_text("ascii")
    assert "MARKER" not in text
    found = [json.loads(line) for line in text.splitlines()]
    assert len({lrs.check(one) for one in found}) == len(found)
    return found


def test_completions_and_nothing_else(kept: None, tmp_path: Path, capsys: Said) -> None:
    out = tmp_path / "done.jsonl"
    found = exported(out)
    assert [one["object"]["id"].partition("invalid")[2] for one in found] == [
        "/scenario/bus",
        "/scenario/caf%C3%A9%2F..%2Fx",
    ]
    assert {one["verb"]["id"].rpartition("/")[2] for one in found} == {"completed"}
    assert all(one["result"] == {"completion": True} for one in found)
    told = capsys.readouterr().out
    assert "2 completed runs written" in told
    assert "not what you chose or wrote" in told
    before = out.read_bytes()
    exported(out)
    assert out.read_bytes() == before, "with the same ids, read in twice it counts once"


def test_choices_if_asked_for(kept: None, tmp_path: Path, capsys: Said) -> None:
    found = exported(tmp_path / "all.jsonl", "--with-choices")
    verbs = [one["verb"]["display"]["en-US"] for one in found]
    assert verbs == ["completed", "answered", "answered", "experienced"] * 2
    assert len({one["context"]["registration"] for one in found}) == 2
    assert "It tells what you chose" in capsys.readouterr().out


def test_two_organisations_cannot_tell_that_it_is_the_same_person(
    kept: None, tmp_path: Path
) -> None:
    club, firm = (exported(tmp_path / one, "--for", one) for one in ("club", "firm"))

    def told(found: list[dict[str, Any]]) -> set[str]:
        return {one["id"] for one in found} | {
            text for one in found for text in (*one["actor"]["account"].values(),
            one["context"]["registration"]) if not text.startswith("https:")}  # fmt: skip

    assert not told(club) & told(firm)
    assert exported(tmp_path / "club", "--for", "club") == club


def test_a_file_that_exists_is_not_replaced(kept: None, tmp_path: Path, capsys: Said) -> None:
    out = tmp_path / "mine.jsonl"
    out.write_text("mine", "utf-8")
    assert main(["progress", "export", "--format", "xapi", "--out", str(out)]) == 2
    assert out.read_text("utf-8") == "mine"


def test_nothing_kept_writes_an_empty_file_and_keeps_nothing(home: Path, tmp_path: Path) -> None:
    assert exported(tmp_path / "empty.jsonl") == []
    assert not paths.database().exists()


def test_its_options_go_with_it_only(kept: None, tmp_path: Path, capsys: Said) -> None:
    for option in (["--with-choices"], ["--for", "us"]):
        out = str(tmp_path / "x")
        assert main(["progress", "export", "--format", "csv", "--out", out, *option]) == 2
        assert "go with --format xapi only" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()
