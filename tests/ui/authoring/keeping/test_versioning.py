"""Versions to return to, and whose file is held to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes.authoring_scenes import own_copy
from tests.ui.authoring.keeping.opened import document, light, write
from trainer.authoring.keeping import holding, versions
from trainer.authoring.keeping.versions import Why
from trainer.ui.authoring.keeping import versioning
from trainer.ui.authoring.keeping.moving import save_as

if TYPE_CHECKING:
    import pytest
    from PySide6.QtWidgets import QApplication


def test_what_was_there_is_kept_first_and_then_how_far_it_is(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versioning, "EVERY", 0)
    with light(own_copy()) as page:
        path, before = document(page).path, document(page).text
        written = []
        for words in ("One", "Two"):
            written.append(write(page, words))
            page.keeping.keeper.leave()
        kept = {one.why: versions.read(one) for one in versions.every(path)}
        assert kept.keys() == {Why.OPENED, Why.WORK}
        assert [one.text for one in kept.values() if one] == [written[1], before]


def test_a_file_that_was_saved_elsewhere_is_anybodys_again(qapp: QApplication) -> None:
    with light(own_copy()) as page:
        path = document(page).path
        assert holding.is_held(path)
        kept = page.keeping.keeper.shown
        assert kept is not None
        other = path.with_name("elsewhere.yaml")
        assert save_as(page.keeping.keeper, kept, other)
        assert not holding.is_held(path)
        assert holding.is_held(other)
