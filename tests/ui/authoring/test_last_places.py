"""One goes on in the scene in which one wrote last, file by file; who keeps nothing leaves none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scenes import Stage
from tests.scenes.authoring_scenes import author, own_copy
from trainer import paths
from trainer import settings as settings_file
from trainer.settings import Settings
from trainer.ui.authoring.frame import last_places
from trainer.ui.authoring.page import AuthorPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def wrote_in(stage: Stage, name: str) -> str:
    """Open a story, stand in its third scene, and leave."""
    page = author(stage, name)
    scene = list(page.bench.outline().scenes)[2]
    page.bench.select(("scenes", scene))
    return scene


def test_the_next_start_goes_on_there_file_by_file(qapp: QApplication) -> None:
    with Stage(Settings(keep=True)) as stage:
        stage.shell.show()
        first = wrote_in(stage, "morning-train")
        other = wrote_in(stage, "refund-counter")
        stage.shell.close()
    with Stage(settings_file.read(paths.settings())) as stage:
        stage.shell.show()
        for name, scene in (("morning-train", first), ("refund-counter", other)):
            stage.shell.open_page("author", path=own_copy(name))
            page = stage.shell.page()
            assert isinstance(page, AuthorPage)
            assert page.bench.path == ("scenes", scene)
        stage.shell.close()
        kept = settings_file.read(paths.settings()).author_at
        assert str(paths.own_scenarios()) not in kept
    for words in ("", "[1]", "no", '{"a": 1}', "[" * 90_000):
        assert last_places._read(words) == {}
    for words in (kept, kept.replace(other, "gone")):
        with Stage(Settings(keep=True, author_at=words)) as stage:
            stage.shell.show()
            stage.shell.open_page("author", path=own_copy("refund-counter"))
            page = stage.shell.page()
            assert isinstance(page, AuthorPage)
            wanted = other if words == kept else page.bench.outline().start
            assert page.bench.path == ("scenes", wanted)


@pytest.mark.parametrize("files", [5, last_places.MOST + 5])
def test_of_many_files_the_latest_are_kept(qapp: QApplication, files: int) -> None:
    with Stage(Settings(keep=True)) as stage:
        page = author(stage)
        document = page.bench.document
        assert document is not None
        for number in range(files):
            document.path = document.path.with_name(f"{number}.yaml")
            page.bench.select_first()
            last_places.note(page.bench)
        assert stage.context.settings.author_at.count(":") == min(files, last_places.MOST)


def test_who_keeps_nothing_leaves_no_place(qapp: QApplication) -> None:
    with Stage(Settings(keep=False)) as stage:
        wrote_in(stage, "morning-train")
        stage.shell.open_page("author-home")
        assert stage.context.settings.author_at == ""
