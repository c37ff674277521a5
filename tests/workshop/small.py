"""A small plan of the tests' own, with one of each kind of segment that a report tells of."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from trainer.plans.reading import PLANS
from trainer.scenario.files import reading as files
from trainer.workshop.contacts import Contact, Way
from trainer.workshop.material import Material

TEXT = """\
format: plan/1
id: small
title: A *small* evening
summary: Something of each kind.
language: en
authors: [Test]
licence: CC-BY-4.0
status: draft
agreements: [You may step out at any time.]
care: {name: Ana, where: by the door}
segments:
  welcome: {kind: slides, title: Welcome, minutes: 5, slides: [{title: Hello, text: Hello.}]}
  before: {kind: survey, title: How sure are you?, minutes: 2, when: before}
  ladder:
    kind: ladder
    title: From slight to violence
    minutes: 8
    least: 5
    rungs:
      - {id: shout, text: Somebody shouts., severity: verbal}
      - {id: spit, text: Somebody is spat on., severity: physical}
  threes:
    kind: groups
    title: In threes
    minutes: 8
    size: 3
    situation: At a bus stop somebody laughs at an older woman.
    turn: 2
    cards:
      - {id: act, title: You act, text: Do one thing for her.}
      - {id: act-with, title: You are with them, text: Help if you are asked.}
      - {id: observe, title: You watch, text: Say what you saw.}
  pairs:
    kind: groups
    title: In pairs
    minutes: 6
    size: 2
    situation: In a shop somebody does not serve a man.
    turn: 2
    cards:
      - {id: act, title: You act, text: Do one thing for him.}
      - {id: observe, title: You watch, text: Say what you saw.}
      - {id: him, title: The man, text: Say what would help you., targeted: true}
  will-do:
    kind: reflection
    title: What I will do
    minutes: 2
    ask: What will you do?
    answers:
      - {id: look, text: Look at the person.}
      - {id: ask, text: "=Ask how they are"}
  after: {kind: survey, title: How sure are you now?, minutes: 2, when: after}
  close:
    kind: close
    title: Goodbye
    minutes: 5
    text: Thank you.
    contacts: [someone]
"""


@cache
def small() -> Material:
    """Give the small plan, ready to be held."""
    plan = files.read_bytes(TEXT.encode(), Path("small.yaml"), (PLANS,)).content
    assert plan is not None
    helps = Contact("someone", "Someone", "Listens at any hour.", (Way("phone", "123"),))
    return Material(plan, TEXT, {}, {}, {"someone": helps})
