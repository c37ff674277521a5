"""Ways to break a scenario that a person would: by the code that it gives, where that is one."""

from __future__ import annotations

from typing import Final

from tests.scenario.good_file import GOOD

_CHANGES: Final = (
    ("cast:\n", "state:\n  calm: 2\n  told: false\ncast:\n"),
    ("role: targeted}\n", "role: targeted}\n  grey: {name: Man in grey, role: harming}\n"),
    ("text: It rains.\n", "text: |\n      It rains.\n    lines:\n      - grey: Go back.\n"),
    ("      - grey: Go back.\n", "      - grey: Go back.\n      - lin: No.\n"),
    ("fit: fair\n        feedback: {headline: You asked.", "WHEN{headline: You asked."),
    ("WHEN", "when: calm >= 2 and not told\n        set: {told: true}\n        FIT"),
    ("FIT", "fit: fair\n        feedback: "),
)


def _full() -> str:
    text = GOOD
    for old, new in _CHANGES:
        assert old in text, old
        text = text.replace(old, new)
    return text


FULL: Final = _full()
"""A small scenario with a little of everything."""

BROKEN: Final = {
    "leads nowhere": ("        next: off\n", "        next: of\n"),
    "timer leads nowhere": (
        "    choices:\n",
        "    timer: {seconds: 20, then: nope}\n    choices:\n",
    ),
    "starts nowhere": ("start: aboard", "start: abord"),
    "nobody": ("      - grey: Go back.", "      - gray: Go back."),
    "feedback for nobody": ("lin: She knew.", "lyn: She knew."),
    "key misspelt": ("    choices:\n", "    choises:\n"),
    "key unknown": ("        d: delay\n", "        d: delay\n        colour: blue\n"),
    "key twice": ("        d: delay\n", "        d: delay\n        d: direct\n"),
    "word misspelt": ("d: distract", "d: distrakt"),
    "key missing": ("        fit: fair\n", ""),
    "empty text": ("text: She gets off.", "text:"),
    "condition": ("calm >= 2 and", "calm => 2 and"),
    "condition of nothing": ("not told", "not tolt"),
    "condition mixes": ("calm >= 2", "told >= 2"),
    "variable": ("set: {told: true}", "set: {tolled: true}"),
    "yes": ("set: {told: true}", "set: {told: yes}"),
    "state": ("  told: false", "  told: no"),
    "markup": ("It rains.", "It <b>rains</b>."),
    "cut": ("text: She gets off.", "text: She gets off #2."),
    "cut by a comma": ("{headline: You asked., ", "{headline: You asked, softly, "),
    "figure": ("It rains.", "It rains on 80 % of days."),
    "picture": ("    text: She gets off.", "    backdrop: buss\n    text: She gets off."),
    "two ends": ("    ending: {", "    next: aboard\n    ending: {"),
    "last way": ("        next: off\n", "        next: [{when: calm > 1, to: off}]\n"),
    "scene twice": ("  off:\n", "  aboard:\n    text: Again.\n    next: off\n  off:\n"),
    "empty scene": ("  off:\n", "  nothing:\n  off:\n"),
    "name of a scene": ("  off:\n", "  no, not: {stub: true}\n  off:\n"),
    "cast without a role": (", role: harming", ""),
    "tag": ("not told", "!told"),
    "help": ("[stop-aapi-hate]", "[stop-api-hate]"),
    "misspelt head": ("state:\n", "stat:\n"),
}
"""What is there, and what somebody wrote instead."""


def broken(name: str) -> str:
    """Give the scenario with one of these mistakes."""
    old, new = BROKEN[name]
    assert old in FULL, name
    return FULL.replace(old, new, 1)
