"""Scenes of taking along: what to take, a file that is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.progress.carry.carried import done
from tests.scenes import Stage, scene
from trainer import paths
from trainer.progress.carry import taking
from trainer.progress.store import Store
from trainer.ui.along import take_sheet
from trainer.ui.along.bring_sheet import BringSheet

if TYPE_CHECKING:
    from pathlib import Path


@scene("settings-along")
def settings_along(stage: Stage) -> None:
    stage.shell.open_page("settings", section="along")


@scene("take-along")
def take_along(stage: Stage) -> None:
    stage.play(stage.context.library.cards()[0].id, 2)
    stage.shell.open_page("settings", section="along")
    take_sheet.open_sheet(stage.context, stage.shell)


@scene("take-along-sealed")
def take_along_sealed(stage: Stage) -> None:
    take_along(stage)
    sheet = stage.top()
    assert isinstance(sheet, take_sheet.TakeSheet)
    part = sheet.part()
    part.seal.setChecked(True)  # type: ignore[attr-defined]
    sheet.save()


@scene("take-along-certificate")
def take_along_certificate(stage: Stage) -> None:
    take_along(stage)
    stage.play(stage.context.library.cards()[1].id, 99)
    sheet = stage.top()
    assert isinstance(sheet, take_sheet.TakeSheet)
    sheet.choose(3)
    stage.settle(0.3)


def another(stage: Stage) -> Path:
    """A file from another computer."""
    out = paths.home().parent / f"{paths.home().name}.upstander"
    stage.play(stage.context.library.cards()[1].id, 2)
    with Store.in_memory() as store:
        done(taking.write(store, out, force=True))
    done(taking.write(stage.context.store, out, force=True))
    stage.context.store.delete_all()
    return out


@scene("take-in")
def take_in(stage: Stage) -> None:
    path = another(stage)
    stage.play(stage.context.library.cards()[0].id, 2)
    stage.shell.open_page("settings", section="along")
    sheet = BringSheet(stage.context, path, stage.shell)
    sheet.open()
    sheet.begin()
    stage.settle(0.3)
    path.unlink()
