"""What is written is kept, whatever happens: in the real window, on real files."""

from __future__ import annotations

import shutil

from PySide6.QtWidgets import QApplication, QLabel

from tests.scenes import Stage
from tests.scenes.authoring_scenes import own_copy
from tests.ui.authoring.keeping.opened import (
    PLAIN,
    answer,
    document,
    light,
    sheet,
    shown,
    state,
    write,
)
from trainer import paths
from trainer.authoring.called import title_of
from trainer.authoring.keeping import aside, holding, kept
from trainer.authoring.keeping.kept import State
from trainer.ui.authoring.frame.places import View
from trainer.ui.authoring.keeping.moving import save_as
from trainer.ui.authoring.keeping.rows import RowList
from trainer.ui.dialogs import Sheet


def test_what_is_written_is_kept_aside_then_saved(qapp: QApplication) -> None:
    with Stage(PLAIN) as stage:
        page = shown(stage)
        keeper, path = page.keeping.keeper, document(page).path
        before = path.read_text()
        assert state(page) is State.SAVED
        number = 0
        while not aside.is_there(path):
            # Whoever types without a pause is kept, too.
            number += 1
            text = write(page, f"One {number}")
            assert state(page) is State.UNSAVED
            stage.settle(0.02)
            assert number < 200
        assert path.read_text() == before
        heard: list[str] = []
        page.context.announced.connect(heard.append)
        page.save()
        assert heard == ["Saved."]
        assert path.read_text() == text
        assert state(page) is State.SAVED
        assert not aside.is_there(path)
        page.bench.undo()
        assert state(page) is State.UNSAVED
        assert document(page).text == before
        keeper.leave()
        assert aside.is_there(path)
        page.bench.redo()
        assert state(page) is State.SAVED
        keeper.leave()
        assert not aside.is_there(path)
    assert not holding.place(path).exists()


def test_closing_asks_nothing_and_it_is_here_again(qapp: QApplication) -> None:
    with Stage(PLAIN) as stage:
        page = shown(stage)
        path = document(page).path
        before, text = path.read_text(), write(page, "Two")
    assert path.read_text() == before
    with light(path) as again:
        assert document(again).text == text
        assert state(again) is State.UNSAVED
        again.bench.undo()
        assert document(again).text == before
        assert state(again) is State.SAVED


def test_after_a_kill_both_answers_lose_nothing(qapp: QApplication) -> None:
    path = own_copy()
    one = kept.opened(path)
    before = one.document.text
    changed = before.replace("\nseverity: threat\n", "\nseverity: verbal\n")
    assert changed != before
    for said, expected in (("Leave", before), ("Go on", changed)):
        one.document.text = changed
        aside.keep(path, one.unsaved(), home=False)
        with light(path) as page:
            told = "\n".join(label.text() for label in sheet().findChildren(QLabel))
            heard = sheet().findChildren(RowList)[0].item(0).text()
            assert heard.endswith("How far it goes\na threat said or shouted (verbal)")
            assert f"“{title_of(document(page))}” was not saved" in told
            answer(said)
            assert document(page).text == expected
            page.keeping.keeper.writer.flush()
            assert path.read_text() == before
            if said == "Leave":
                assert not aside.is_there(path)


def test_what_cannot_be_saved_stays_and_goes_elsewhere(qapp: QApplication) -> None:
    with light(own_copy()) as page:
        keeper, path = page.keeping.keeper, document(page).path
        text = write(page, "Three")
        gone = path.parent.rename(path.parent.with_name("gone"))
        page.save()
        assert state(page) is State.ASIDE
        sheet().reject()
        found = aside.find(path)
        assert found is not None
        assert found.text == text
        assert keeper.shown is not None
        assert save_as(keeper, keeper.shown, gone / "other.yaml")
        assert (gone / "other.yaml").read_text() == text
        assert state(page) is State.SAVED
        page.keeping.keeper.writer.flush()
        assert not aside.is_there(path)


def test_what_can_be_kept_nowhere_is_not_closed_in_silence(qapp: QApplication) -> None:
    with Stage(PLAIN) as stage:
        page = shown(stage)
        path = document(page).path
        text = write(page, "Four")
        gone = path.parent.rename(path.parent.with_name("gone"))
        paths.unsaved().write_text("not a folder")
        assert not stage.shell.close()
        for asked in [one for one in QApplication.topLevelWidgets() if isinstance(one, Sheet)]:
            asked.reject()
        paths.unsaved().unlink()
        assert stage.shell.close()
        shutil.rmtree(gone)
    with light(path) as again:
        answer("Go on")
        assert document(again).text == text
        again.save()
        sheet().reject()
        path.parent.mkdir()
        again.save()
        assert path.read_text() == text
        assert state(again) is State.SAVED


def test_a_second_window_only_looks(qapp: QApplication) -> None:
    path = own_copy()
    other = kept.opened(path)
    assert kept.take_hold(other)
    with Stage(PLAIN) as stage:
        page = shown(stage, path)
        before = write(page, "Four")
        assert state(page) is State.FIXED
        assert before == path.read_text()
        page.frame.show_view(View.TEXT)
        stage.settle(0.02)
        assert page.text.editor.isReadOnly()
        assert other.hold is not None
        other.hold.release()
        page.keeping.outside.look()
        assert state(page) is State.SAVED
        assert not page.text.editor.isReadOnly()
        assert write(page, "Four") != before
