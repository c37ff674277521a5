"""A file of drills that uses every key."""

GOOD = """\
format: drills/1
id: small-drills
title: Drills in small
summary: What is said at lunch.
language: en
family: joke
content_notes: [racist language]
authors: [Upstander]
licence: CC-BY-4.0
status: reviewed
reviewed: {by: A body, on: 2026-01-31, until: 2027-01-31}
sources:
  - "A report, 2021"
drills:
  lunch-soup:
    setting: work
    who: A colleague, to the table; Wen sits beside you.
    line: "99 % of you eat *that*?"
    soft: A joke about food.
    replies:
      - id: name-it
        say: That is not funny.
        d: direct
        does: Wen hears that somebody minds.
      - id: turn
        act: Turn to Wen.
        d: distract
        does: Wen has company.
      - id: later
        say: Are you all right?
        d: delay
        does: 30 % of it is over.
    points:
      - Short
      - Turns to Wen
    repair:
      said: I made that joke.
      did: It made lunch a test.
      now: I ask about the food.
      avoid:
        - Sorry if you took it badly
    to_you: true
reflections:
  five-leaders:
    ask: Name five leaders.
    note: Half of all people can name none, 50 percent.
    sources: [A study]
"""
