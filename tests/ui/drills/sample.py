"""Files of drills for tests: as many lines as are asked for, each with words of its own."""

from __future__ import annotations

_HEAD = """\
format: drills/1
id: {id}
title: {title}
summary: What is said at lunch.
language: en
family: joke
content_notes: [racist language, mockery]
authors: [A body]
licence: CC-BY-4.0
status: draft
sources: ["A report, 2021"]
drills:
"""

_DRILL = """\
  line-{n}:
    setting: work
    who: Colleague {n}, to the table.
    line: Loud words {n}.
    soft: A joke number {n}.
    replies:
      - {{id: a, say: "Answer one to {n}.", d: direct, does: Does one for {n}.}}
      - {{id: b, act: "Deed two for {n}.", d: distract, does: Does two for {n}.}}
      - {{id: c, say: "Answer three to {n}.", d: delay, does: Does three for {n}.}}
    points: ["Point one of {n}.", "Point two of {n}."]
    repair:
      said: I said it {n}.
      did: It hurt {n}.
      now: From now {n}.
      avoid: ["Only a joke {n}."]
"""

_REFLECTIONS = """\
reflections:
  five-leaders:
    ask: Name five leaders.
    note: Here are two of many.
    sources: [A study]
  whose-lunch:
    ask: Whose lunch has nobody ever commented on?
"""


def lines(
    count: int, *, deck: str = "small", title: str = "Small talk", cards: bool = False
) -> str:
    """A file with so many lines, and with two cards to think about if they are wanted."""
    drills = "".join(_DRILL.format(n=n) for n in range(1, count + 1))
    return _HEAD.format(id=deck, title=title) + drills + (_REFLECTIONS if cards else "")


def without_repair(text: str) -> str:
    """The same file, where the first drill says nothing of how to make it right."""
    start = text.index("    repair:\n")
    end = text.index("\n", text.index("      avoid:", start)) + 1
    return text[:start] + text[end:]


def thoughts() -> str:
    """A file with cards to think about, and nothing else."""
    head = _HEAD.format(id="sit", title="To sit with")
    kept = [line for line in head.splitlines() if not line.startswith(("family", "content", "dri"))]
    return "\n".join(kept) + "\n" + _REFLECTIONS
