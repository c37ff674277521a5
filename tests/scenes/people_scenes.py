"""Scenes of several people on one computer: who it is, names, passphrases, a guest."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from tests.progress.examples import quick_key
from tests.scenes import Stage, scene
from trainer.language import _
from trainer.progress import profiles
from trainer.progress.sealed import locking
from trainer.progress.store import Store


def press(stage: Stage, name: str) -> None:
    """Press a button of the page by what it is called."""
    stage.settle(0.05)
    buttons = stage.top().findChildren(QAbstractButton)
    next(one for one in buttons if {name, _(name)} & {one.accessibleName(), one.text()}).click()


def _people(stage: Stage) -> None:
    profiles.rename(profiles.only(), "Amina")
    profiles.add("Jonas")
    locked = profiles.add("Lê Thị Hồng Nhung")
    with Store.open(locked.database) as store:
        locking.lock(store.database, quick_key())
    stage.context.people_changed.emit()


@scene("who")
def who(stage: Stage) -> None:
    _people(stage)
    stage.context.let_go()


@scene("who-locked")
def who_locked(stage: Stage) -> None:
    who(stage)
    press(stage, "Lê Thị Hồng Nhung")


@scene("who-new")
def who_new(stage: Stage) -> None:
    who(stage)
    press(stage, "Add a person")


@scene("guest")
def guest(stage: Stage) -> None:
    stage.context.practise_as(None)


@scene("settings-people")
def settings_people(stage: Stage) -> None:
    _people(stage)
    stage.shell.open_page("settings", section="people")


@scene("settings-alone")
def settings_alone(stage: Stage) -> None:
    stage.shell.open_page("settings", section="people")


@scene("people-lock")
def people_lock(stage: Stage) -> None:
    settings_alone(stage)
    press(stage, "Lock it with a passphrase")


@scene("people-remove")
def people_remove(stage: Stage) -> None:
    stage.play(stage.context.library.cards()[0].id, 3)
    settings_people(stage)
    press(stage, "Remove myself")


@scene("people-everything")
def people_everything(stage: Stage) -> None:
    settings_people(stage)
    press(stage, "Delete everything")


@scene("who-forgotten")
def who_forgotten(stage: Stage) -> None:
    who_locked(stage)
    press(stage, "I have forgotten the passphrase")


@scene("people-new")
def people_new(stage: Stage) -> None:
    settings_alone(stage)
    press(stage, "Add a person")
