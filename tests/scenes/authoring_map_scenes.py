"""Scenes of the map on which a scenario is written."""

from __future__ import annotations

from tests.scenes import Stage, scene
from tests.scenes.authoring_scenes import author, own_copy

CLINIC = """\
format: scenario/1
id: clinic
title: At the clinic
summary: A man at the desk speaks over a patient.
language: en
setting: health-care
severity: verbal
minutes: 5
cast:
  amina: {name: Amina, role: targeted}
  man: {name: The man, role: harming}
start: desk
scenes:
  desk:
    text: The waiting room is full.
    choices:
      - id: sit
        act: Sit down beside Amina.
        d: distract
        next: beside
      - id: tell
        act: Tell the nurse.
        d: delegate
        next: nurse
      - id: film
        act: Start filming.
        d: document
        next: film-him
  beside:
    text: Amina moves her bag.
    choices:
      - id: talk
        say: Have you waited long?
        d: delay
        next: better
  nurse: {stub: true}
  better:
    text: The man looks away.
    ending: {outcome: supported}
  forgotten:
    text: Nobody comes here.
    next: better
authors: [A volunteer]
licence: CC-BY-4.0
status: draft
"""
"""A story that is being written: something is planned, lost, and not there yet."""


@scene("author-map")
def author_map(stage: Stage) -> None:
    page = author(stage)
    page.bench.select(("scenes", "aboard"))


@scene("author-map-writing")
def author_map_writing(stage: Stage) -> None:
    """Planned, lost and missing scenes, a note, a pin; the focus is on the map."""
    from trainer.ui.authoring.page import AuthorPage

    file = own_copy().with_name("clinic.yaml")
    file.write_text(CLINIC, "utf-8")
    stage.shell.open_page("author", path=file)
    page = stage.shell.page()
    assert isinstance(page, AuthorPage)
    page.bench.select(("scenes", "desk"))
    page.map.view.setFocus()
