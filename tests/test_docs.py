"""The documents speak of what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import LONGEST
from trainer import __version__

ROOT = Path(__file__).parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_link_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)\)", document.read_text("utf-8"))
    gone = [
        link
        for link in links
        if not link.startswith(("https://", "mailto:")) and not (document.parent / link).exists()
    ]
    assert gone == []


_NAMED: re.Pattern[str] = re.compile(r"`([a-z_./-]+(?:\.(?:py|js|md)|/)|[a-z_]+(?:/[a-z_]+)+)`")
"""What looks like a file or a folder."""


def _rows(text: str) -> list[str]:
    """Give the paragraphs of a document, and each row of its tables, without its drawings."""
    drawn = re.sub(r"(?s)```.*?```", "", text)
    return [
        row for one in drawn.split("\n\n") for row in (one.split("\n") if one[:1] == "|" else [one])
    ]


def _found(names: list[str], folders: list[Path]) -> dict[str, Path | None]:
    """Look for what is named, in the folders, and beside and above what was named before it."""
    found: dict[str, Path | None] = {}
    known = [*folders]
    for name in names:
        place = next((one / name for one in known if (one / name).exists()), None)
        found[name] = place
        if place is not None:
            known += [one for one in (place, *place.parents) if one.is_relative_to(ROOT)]
    return found


@pytest.mark.parametrize("document", ["architecture", "decisions"])
def test_what_the_documents_name_is_there(document: str) -> None:
    rows = _rows((ROOT / "docs" / f"{document}.md").read_text("utf-8"))
    found = [_found(_NAMED.findall(row), [ROOT, ROOT / "trainer"]) for row in rows]
    assert sum(map(len, found)) > 10
    assert [name for row in found for name, place in row.items() if place is None] == []


def _drawn() -> list[tuple[str, Path | None]]:
    """Give what the tree of the architecture shows, and where that is."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    tree = re.search(r"(?s)```\n(main\.py.*?)```", text)
    assert tree is not None
    shown: list[tuple[str, Path | None]] = []
    inside = [(-1, ROOT)]
    # A line that begins with a small word goes on with the one above.
    for line in re.sub(r"\n +(?=\S)(?![\w/]+(?:\.py|/))", " ", tree.group(1)).splitlines():
        bare = line.lstrip()
        names = re.findall(r"(?<![\w/])(?:[a-z_]+/)*[a-z_]+(?:\.py|/)(?![\w/])", line)
        if names and bare.startswith(names[0]):
            indent = len(line) - len(bare)
            inside = [one for one in inside if one[0] < indent]
            inside.append((indent, inside[-1][1] / names[0]))
        folders = [folder for _, folder in reversed(inside)]
        shown += _found(names, [one for one in folders if one.is_dir()]).items()
    return shown


def test_the_tree_shows_what_there_is() -> None:
    shown = _drawn()
    assert len(shown) > 100
    assert [name for name, place in shown if place is None] == []


@pytest.mark.parametrize(
    "room",
    [
        "",
        "ui",
        "ui/authoring",
        "ui/practice",
        "ui/widgets",
        "authoring",
        "workshop",
        "progress",
        "scenario",
    ],
)
def test_the_tree_leaves_no_room_out(room: str) -> None:
    inside = (ROOT / "trainer" / room).iterdir()
    rooms = {one for one in inside if (one / "__init__.py").exists()}
    assert rooms
    assert rooms - {place for _, place in _drawn()} == set()


def test_the_list_of_decisions_names_its_rooms() -> None:
    text = (ROOT / "docs" / "decisions.md").read_text("utf-8")
    listed = re.findall(r"(?m)^- \[(.+?)\]\(#(.+?)\)", text)
    rooms = re.findall(r"(?m)^## (.+)$", text)
    assert [name for name, _ in listed] == rooms
    assert [link for _, link in listed] == [
        re.sub(r"[^\w -]", "", name.lower()).replace(" ", "-") for name in rooms
    ]
    told = re.findall(r"(?m)^### (.+)$", text)
    assert len(told) == len(set(told))


def test_what_is_begun_first_is_there() -> None:
    assert [name for name in LONGEST if not (ROOT / "tests" / name).exists()] == []


def test_make_knows_what_the_documents_call() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    texts = [document.read_text("utf-8") for document in DOCUMENTS]
    called = {name for text in texts for name in re.findall(r"(?m)(?:^|`)make ([a-z-]+)", text)}
    assert {"run", "test"} <= called
    assert called <= targets


def test_the_changelog_begins_with_what_is_coming_or_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    first = re.search(r"^## (.+)$", text, re.MULTILINE)
    assert first is not None
    assert first.group(1).startswith(("Unreleased", __version__))
