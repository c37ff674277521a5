"""The documents speak of what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

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


def test_the_files_that_the_architecture_names_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = re.findall(r"`([a-z_/]+\.py)`", text)
    assert len(named) > 10
    gone = [name for name in named if not any(ROOT.rglob(f"trainer/**/{name}"))
            and not (ROOT / name).exists() and not (ROOT / "trainer" / name).exists()]  # fmt: skip
    assert gone == []


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
