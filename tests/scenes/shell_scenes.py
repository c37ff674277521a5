"""Scenes of the shell: first start, home, settings, search, keys, errors."""

from __future__ import annotations

from tests.scenes import Stage, scene
from trainer import paths
from trainer.errors import UpstanderError


def _first(stage: Stage) -> str:
    return stage.context.library.cards()[0].id


@scene("first-start")
def first_start(stage: Stage) -> None:
    stage.shell.open_page("first-start")


@scene("home")
def home(stage: Stage) -> None:
    cards = stage.context.library.cards()
    stage.play(cards[-1].id, 2)
    stage.play(cards[0].id, 3)
    stage.shell.open_page("home")


@scene("home-new")
def home_new(stage: Stage) -> None:
    stage.shell.open_page("home")


@scene("home-broken")
def home_broken(stage: Stage) -> None:
    folder = paths.own_scenarios()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "half.yaml").write_text("format: scenario/1\nid: half\ntitel: Half\n", "utf-8")
    stage.context.library.refresh()
    stage.shell.open_page("home")


@scene("settings")
def settings(stage: Stage) -> None:
    stage.shell.open_page("settings")


@scene("settings-keeping")
def settings_keeping(stage: Stage) -> None:
    stage.play(_first(stage), 2)
    stage.context.store.backup()
    stage.shell.open_page("settings", section="keeping")


@scene("find")
def find(stage: Stage) -> None:
    stage.shell.open_page("home")
    stage.shell.open_search()


@scene("keys")
def keys(stage: Stage) -> None:
    stage.shell.open_page("home")
    stage.shell.show_keys()


@scene("error")
def error(stage: Stage) -> None:
    stage.shell.open_page("home")
    stage.context.tell(
        UpstanderError(
            "The disk is full, so this could not be kept.",
            "Everything kept before is safe.",
            "Free some space and try again.",
            details="database or disk is full",
        )
    )


@scene("notice")
def notice(stage: Stage) -> None:
    stage.shell.open_page("home")
    stage.context.notice("The run was deleted.", "Undo", stage.shell.update)


@scene("left")
def left(stage: Stage) -> None:
    stage.shell.open_page("home")
    stage.context.leave_quickly()
