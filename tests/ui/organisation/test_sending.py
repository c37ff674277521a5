"""Switched on, shown, sent and stopped, in the real window, to a store on this computer."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.progress.organisation import lrs
from tests.scenes import Stage
from tests.scenes.practice_scenes import _session
from tests.ui.looking import sheet
from tests.until import until
from trainer import paths
from trainer.progress.organisation import organisation, outbox
from trainer.progress.organisation.outbox import State
from trainer.scenario import kind_words
from trainer.settings import Settings
from trainer.ui.organisation.card import OrganisationCard
from trainer.ui.organisation.choices import ChoicesCard
from trainer.ui.organisation.choices_sheet import ChoicesSheet
from trainer.ui.organisation.line import OrganisationLine
from trainer.ui.organisation.outbox_sheet import OutboxSheet
from trainer.ui.organisation.preview import Preview, set_out
from trainer.ui.organisation.switch_on import SwitchOnSheet
from trainer.ui.widgets.buttons import Button
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def server() -> Iterator[lrs.Store]:
    with lrs.running() as found:
        yield found


@pytest.fixture(autouse=True)
def leaves_no_thread(stage: Stage) -> Iterator[None]:
    yield
    busy = vars(stage.context).get("outgoing")
    if busy is not None:
        busy.stop()
    until(lambda: "sender" not in threads())


def threads() -> set[str]:
    import threading

    return {one.name for one in threading.enumerate()}


def press(root: QWidget, words: str) -> None:
    button = next(
        one for one in root.findChildren(Button) if one.words() == words and one.isVisibleTo(root)
    )
    button.click()


def said(root: QWidget) -> str:
    return "\n".join(one.text() for one in root.findChildren(Words) if one.isVisibleTo(root))


def settings(stage: Stage) -> OrganisationCard:
    stage.shell.open_page("settings", section="organisation")
    stage.settle(0.02)
    found = stage.shell.page().findChild(OrganisationCard)
    assert isinstance(found, OrganisationCard)
    return found


def switch_on(stage: Stage, server: lrs.Store, password: str = lrs.PASSWORD) -> SwitchOnSheet:
    press(settings(stage), "See what would go")
    found: SwitchOnSheet = sheet(SwitchOnSheet)
    found.address.setText(f"http://localhost:{server.server_address[1]}/xapi/")
    found.user.setText(lrs.USER)
    found.password.setText(password)
    press(found, "Switch on")
    stage.settle(0.02)
    return found


def counted(stage: Stage) -> tuple[int, ...]:
    return tuple(outbox.counts(stage.context.store).values())


def test_a_completion_goes_and_choices_only_when_asked(stage: Stage, server: lrs.Store) -> None:
    before = _session(stage, 99, 1)
    switch_on(stage, server)
    host = f"localhost:{server.server_address[1]}"
    assert f"Completions go to {host}." in said(settings(stage))
    session = _session(stage, 99, 3)
    until(lambda: counted(stage) == (0, 1, 0))
    assert len(server.kept) == 1
    stage.shell.open_page("debrief", session=session)
    card = stage.shell.page().findChild(ChoicesCard)
    assert isinstance(card, ChoicesCard)
    assert "What you chose stays here, unless you send it." in said(card)
    card.button.click()
    asked: ChoicesSheet = sheet(ChoicesSheet)
    shown = asked.preview.edit.toPlainText()
    assert "added to the harm goes as “harm”" in said(asked)
    assert counted(stage) == (0, 1, 0)
    press(asked, "Keep them here")
    assert counted(stage) == (0, 1, 0)
    card.button.click()
    press(sheet(ChoicesSheet), "Send these choices")
    until(lambda: counted(stage)[0] == 0)
    went = [json.dumps(json.loads(one), indent=2) for one in list(server.kept.values())[1:]]
    assert "\n\n".join(went) == shown
    assert "as you wanted" in said(card)
    assert not card.button.isVisibleTo(card)
    # Another run is asked about for itself; one from before has no completion there either.
    stage.shell.open_page("debrief", session=before)
    assert card.button.isVisibleTo(card)
    assert sum(b"completed" in one for one in server.kept.values()) == 1


def test_what_is_shown_before_is_what_goes(stage: Stage, server: lrs.Store) -> None:
    session = _session(stage, 99, 3)
    press(settings(stage), "See what would go")
    found: SwitchOnSheet = sheet(SwitchOnSheet)
    found.address.setText(f"http://localhost:{server.server_address[1]}/xapi/")
    assert not found.preview.isVisible()
    press(found, "Show it to the letter")
    assert found.preview.isVisible()
    assert session.scene.ending is not None
    assert kind_words.outcome(session.scene.ending.outcome) not in found.runs.itemText(0)
    shown = json.loads(found.preview.edit.toPlainText())
    assert shown["object"]["id"].endswith(session.scenario.id)
    assert found.password.echoMode() is QLineEdit.EchoMode.Password
    press(found, "Cancel")
    assert organisation.current(stage.context.store) is None
    with stage.context.store.reading() as connection:
        facts = connection.execute("SELECT count(*) FROM fact WHERE name LIKE 'actor%'")
        assert facts.fetchone()[0] == 0
    switch_on(stage, server)
    found_now = organisation.current(stage.context.store)
    assert found_now is not None
    run = stage.context.store.run(session.run_id)
    [made] = outbox.preview(run, found_now.actor, with_choices=False)
    # The very same, though the sheet was closed in between.
    assert json.loads(made) == shown
    organisation.switch_off(stage.context.store)
    stage.context.organisation_changed.emit()
    others = (found_now.actor, organisation.actor_for(stage.context.store, ""))
    press(settings(stage), "See what would go")
    shown_anew = sheet(SwitchOnSheet).preview.edit.toPlainText()
    assert [one for one in others if str(one) in shown_anew] == []


def test_a_wrong_address_switches_nothing_on(stage: Stage) -> None:
    press(settings(stage), "See what would go")
    found: SwitchOnSheet = sheet(SwitchOnSheet)
    for text in ("", "http://lrs.example.org/", "https://me:pw@lrs.example.org/"):
        found.address.setText(text)
        press(found, "Switch on")
        assert found.isVisible()
        assert organisation.current(stage.context.store) is None
    assert "has more in it than a place" in said(found)


def test_enter_switches_nothing_on(stage: Stage) -> None:
    """Not in a field, and not where the keyboard is at first."""
    press(settings(stage), "See what would go")
    found: SwitchOnSheet = sheet(SwitchOnSheet)
    found.address.setText("https://lrs.example.org/")
    QTest.keyClick(found.address, Qt.Key.Key_Return)
    first = found.focusWidget()
    assert isinstance(first, Button)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert not found.isVisible()
    assert organisation.current(stage.context.store) is None


def test_stopping_is_one_press_away_and_forgets(stage: Stage, server: lrs.Store) -> None:
    switch_on(stage, server, password="wrong")
    _session(stage, 99, 3)
    until(lambda: outbox.pace(stage.context.store).halt)
    card = settings(stage)
    assert "refused the name or the password" in said(card)
    assert lrs.PASSWORD not in said(stage.shell)
    asked = len(server.requests)
    press(card, "Try now")
    until(lambda: len(server.requests) > asked and outbox.pace(stage.context.store).halt)
    stage.shell.open_page("past-runs")
    stage.settle(0.02)
    line = stage.shell.page().findChild(OrganisationLine)
    assert isinstance(line, OrganisationLine)
    assert line.isVisible()
    press(line, "Stop")
    asking = QApplication.activeModalWidget()
    assert asking is not None
    assert "1 that waits is taken out" in said(asking)
    press(asking, "Stop sending")
    assert organisation.current(stage.context.store) is None
    assert counted(stage) == (0, 0, 0)
    assert not line.isVisible()
    stage.shell.open_page("settings")
    assert "Nothing is sent anywhere." in said(stage.shell.page())
    assert server.kept == {}


def test_the_list_says_what_waits_what_went_and_why_not(stage: Stage, server: lrs.Store) -> None:
    switch_on(stage, server)
    stage.context.outgoing.stop()
    for pick in (3, 1):
        _session(stage, 99, pick)
    bad = outbox.waiting(stage.context.store)[0].id
    server.refuses[bad] = 400
    stage.context.outgoing.wake()
    until(lambda: counted(stage) == (0, 1, 1))
    press(settings(stage), "What waits, and what has gone")
    found = sheet(OutboxSheet)
    assert "1 has gone. 1 was not taken." in said(found)
    assert "The store said: 400" in said(found)
    press(found, "Show it")
    stage.settle(0.02)
    assert f'"id": "{bad}"' not in found.findChildren(Preview)[0].edit.toPlainText()
    item = outbox.listed(stage.context.store)[0]
    assert item.state is State.SENT


def test_what_was_damaged_is_shown_as_it_is() -> None:
    assert (
        set_out([b'{"a": 1}', b"\xff{", b"[" * 100_000])[:24]
        == '{\n  "a": 1\n}\n\n\ufffd{\n\n[[[[[['
    )


def test_it_goes_on_with_the_next_window_and_not_at_its_start(
    stage: Stage, server: lrs.Store
) -> None:
    switch_on(stage, server)
    stage.context.outgoing.stop()
    stage.context.runs_changed.disconnect(stage.context.outgoing.wake)
    _session(stage, 99, 3)
    stage.shell.close()
    stage.context.store.close()
    with Stage(Settings(keep=True)) as later:
        later.program.show()
        assert "outgoing" not in vars(later.context)
        until(lambda: counted(later) == (0, 1, 0))
        later.context.outgoing.stop()
    assert len(server.kept) == 1


def test_it_goes_on_once_the_records_are_open(stage: Stage, server: lrs.Store) -> None:
    switch_on(stage, server)
    stage.context.outgoing.stop()
    stage.context.runs_changed.disconnect(stage.context.outgoing.wake)
    _session(stage, 99, 3)
    stage.shell.close()
    stage.context.store.close()
    with Stage(Settings(keep=False)) as later:
        later.program.show()
        later.settle(0.1)
        assert server.kept == {}
        later.context.keep(True)
        until(lambda: counted(later) == (0, 1, 0))
        later.context.outgoing.stop()


def test_closing_does_not_wait_for_an_answer(stage: Stage, server: lrs.Store) -> None:
    switch_on(stage, server)
    server.days.append(lrs.stores_then_waits)
    _session(stage, 99, 3)
    began = time.monotonic()
    until(lambda: server.requests)
    assert stage.context.outgoing.is_busy
    stage.shell.close()
    stage.context.outgoing.stop()
    assert time.monotonic() - began < 5
    assert counted(stage) == (1, 0, 0)


def test_a_change_of_store_drops_what_is_under_way(stage: Stage, server: lrs.Store) -> None:
    switch_on(stage, server)
    server.days.append(lrs.stores_then_waits)
    _session(stage, 99, 3)
    until(lambda: server.requests)
    stage.context.keep(False)
    assert not stage.context.outgoing.is_busy
    stage.settle(0.1)
    assert telling_lines(stage) == [False]
    stage.context.keep(True)
    until(lambda: counted(stage) == (0, 1, 0))
    assert len(server.kept) == 1


def telling_lines(stage: Stage) -> list[bool]:
    stage.shell.open_page("past-runs")
    return [one.isVisible() for one in stage.shell.page().findChildren(OrganisationLine)]


@pytest.mark.parametrize("name", ["settings.json", "environment"])
def test_no_file_and_no_variable_switches_it_on(
    stage: Stage, server: lrs.Store, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"http://localhost:{server.server_address[1]}/xapi/"
    if name == "settings.json":
        paths.settings().write_text(
            json.dumps({"keep": True, "organisation": {"url": url, "user": "a", "password": "b"}}),
            "utf-8",
        )
    for variable in ("LRS", "XAPI_ENDPOINT", "UPSTANDER_LRS", "UPSTANDER_ORGANISATION"):
        monkeypatch.setitem(os.environ, variable, url)
    stage.shell.close()
    stage.context.store.close()
    with Stage(Settings(keep=True)) as later:
        if name == "settings.json":
            later.context.save_settings()
        later.program.show()
        _session(later, 99, 3)
        later.settle(0.3)
        assert "outgoing" not in vars(later.context)
        assert organisation.current(later.context.store) is None
    assert server.said == []
