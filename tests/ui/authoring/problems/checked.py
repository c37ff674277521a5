"""A file whose problems are looked for, until they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes.authoring_problems_scenes import settle
from trainer.authoring.source.splices import Splice
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.scenes import Stage


def opened(stage: Stage, path: Path, text: str) -> AuthorPage:
    path.write_text(text, "utf-8")
    stage.shell.open_page("author", path=path)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    settle(stage, page)
    return page


def write(page: AuthorPage, old: str, new: str) -> None:
    document = page.bench.document
    assert document is not None
    at = document.text.index(old)
    with page.bench.step("Change", ()) as step:
        step.splice(document, [Splice(at, at + len(old), new)])


def codes(page: AuthorPage) -> list[str]:
    return [one.code for one in page.bench.problems]
