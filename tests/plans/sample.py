"""A plan that uses every key."""

GOOD = """\
format: plan/1
id: small-plan
title: A plan in small, 53 min
summary: What happens on Thursday.
language: en
languages: [zh-TW]
authors: [Upstander]
licence: CC-BY-4.0
status: reviewed
reviewed: {by: A body, on: 2026-01-31, until: 2027-01-31}
sources:
  - "A report, 2021"
agreements:
  - You may step out.
care: {name: Noor, where: in the foyer}
interpreted: true
keep_days: 0
segments:
  welcome:
    kind: slides
    title: Welcome
    minutes: 4
    notes: Breathe.
    slides:
      - page: five-ds
      - page: five-ds
        section: delay
        title: Afterwards
        text: Ask her.
        notes: Slowly.
      - title: Hello
        text: We are *here*.
  before:
    kind: survey
    title: Before
    minutes: 2
    least: 0
    when: before
    text: Nobody sees it.
  ladder:
    kind: ladder
    title: From slight to violence
    minutes: 8
    least: 5
    text: Where is it?
    rungs:
      - {id: joke, text: A joke., severity: microaggression}
      - {id: shove, text: A shove., severity: physical, why: It hurts.}
    slides: [{text: 30 % of it.}]
  story:
    kind: scenario
    title: The 8:10 to Harbor
    minutes: 10
    scenario: morning-train
  threes:
    kind: groups
    title: In twos
    minutes: 8
    size: 2
    turn: 2
    situation: Somebody laughs at her.
    ask: What did you see?
    cards:
      - {id: act, title: Act, text: Say one thing.}
      - {id: watch, title: Watch, text: Say what you saw.}
      - {id: her, title: Her, text: You are her., targeted: true}
  talk:
    kind: discussion
    title: Talk
    minutes: 5
    ask: What did you see?
    answers: [{id: help, text: Help.}, {id: none, text: Nothing.}]
  pause:
    kind: break
    title: Break
    minutes: 5
    text: Back at seven.
  will-do:
    kind: reflection
    title: What I will do
    minutes: 4
    ask: What will you do?
    answers: [{id: look, text: Look.}, {id: ask, text: Ask.}]
  after:
    kind: survey
    title: After
    minutes: 2
    when: after
  close:
    kind: close
    title: Goodbye
    minutes: 5
    text: Thank you.
    slides: [{text: Go well.}]
    contacts: [988-lifeline]
"""
