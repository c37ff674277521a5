"""Scenes of Get help: at first, a neighbourhood, a service, nothing found, on the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from tests.scenes.practice_scenes import TRAIN
from trainer import paths
from trainer.help.looking import Wish
from trainer.help.model import Need
from trainer.ui.help.page import HelpPage

if TYPE_CHECKING:
    from trainer.ui.help.entry_card import EntryCard

OURS = """\
format: help/1
id: our-block
title: Our block
language: en
entries:
  our-walkers:
    name: Neighbors who walk along
    summary: Six of us who walk with anyone to the bus and back.
    where: [us-ca-sf]
    needs: [company]
    takes: A walk of up to half an hour.
    takes_not: Late nights.
    police: none
    languages: [en, yue]
    reach:
      - note: Ask at the bakery on the corner.
    source: https://example.org/our-block
    confirmed: true
    reviewed: 2026-11-01
    until: 2027-11-01
  sf-community-ambassadors:
    name: San Francisco Community Ambassadors Program
    summary: City workers in yellow and black. Ask for Mei.
    where: [us-ca-sf]
    needs: [company]
    takes: A walk through Chinatown.
    takes_not: Other neighborhoods.
    police: none
    languages: [en, yue]
    reach:
      - phone: "415-531-7201"
    source: https://sf.gov/information/community-ambassadors-program
    confirmed: false
    unconfirmed: Whether Mei is there on Mondays.
    reviewed: 2025-01-01
    until: 2026-01-01
"""


def page(stage: Stage, wish: Wish | None = None, **what: str) -> HelpPage:
    stage.context.wish = wish
    stage.shell.open_page("help", **what)
    found = stage.shell.page()
    assert isinstance(found, HelpPage)
    # Those below come while one looks at the first.
    found.results.cards()
    stage.settle()
    return found


def card(found: HelpPage, key: str) -> EntryCard:
    one = found.results.card(key)
    assert one is not None
    return one


@scene("help")
def help_at_first(stage: Stage) -> None:
    page(stage)


@scene("help-place")
def help_place(stage: Stage) -> None:
    page(stage, Wish("us-ca-sf", "zh", frozenset({Need.COMPANY, Need.LEGAL}), True))


@scene("help-open")
def help_open(stage: Stage) -> None:
    page(stage, Wish("us-ca-sf"), entry="sf-community-ambassadors")


@scene("help-nothing")
def help_nothing(stage: Stage) -> None:
    page(stage, Wish("us-wi-la-crosse", "vi", frozenset({Need.COMPANY}), True))


@scene("help-ours")
def help_ours(stage: Stage) -> None:
    folder = paths.own_scenarios() / "help"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "our-block.yaml").write_text(OURS, "utf-8")
    (folder / "half.yaml").write_text("format: help/1\nid: half\ntitel: Half\n", "utf-8")
    page(stage, Wish("us-ca-sf", "", frozenset({Need.COMPANY})))


@scene("help-way-back")
def help_way_back(stage: Stage) -> None:
    stage.shell.open_page("practice", scenario=TRAIN)
    page(stage, Wish("us-ny-nyc", "", frozenset({Need.CRISIS, Need.COUNSELLING})))
