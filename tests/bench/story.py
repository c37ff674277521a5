"""A long scenario, made of plausible words: as many scenes as one wants, none stuck."""

from __future__ import annotations

import random

_PROSE = """
    the bus stops and nobody gets off a woman folds her umbrella slowly while rain runs down
    the window someone laughs at the back the driver looks into the mirror and away again you
    hold the pole with one hand your stop is three streets from here a child asks what is going
    on and is told to be quiet the man steps closer and says it again louder this time
"""
_WORDS = _PROSE.split()
_FIVE = ("distract", "delegate", "document", "delay", "direct")
_FITS = ("strong", "fair", "poor")


def long_story(scenes: int, *, choices: int = 2, seed: int = 7, stateful: bool = False) -> str:
    """YAML of a scenario of ``scenes`` scenes; 2,000 with two choices each are 2.2 MB.

    With ``stateful`` choices change a number and set a truth that others ask for, so that a
    scene is reached in up to 22 states.
    """
    dice = random.Random(seed)

    def words(count: int) -> str:
        return (" ".join(dice.choices(_WORDS, k=count)) + ".").capitalize()

    out = [
        "format: scenario/1",
        "id: long-story",
        "title: A long story",
        "summary: Made for measuring.",
        "language: en",
        "setting: transit",
        "severity: verbal",
        "minutes: 60",
        "content_notes: [shouting]",
        "authors: [Upstander]",
        "licence: CC-BY-4.0",
        "status: draft",
        "you: {role: rider}",
        "cast:",
        "  lin: {name: Mrs. Lin, role: targeted}",
        "  grey: {name: Man in grey, role: harming}",
        "  driver: {name: The driver, role: authority}",
        "state:",
        "  helped: false",
        *(["  calm: 5"] if stateful else []),
        "start: s0",
        "scenes:",
    ]
    for number in range(scenes - 1):
        out += [
            f"  s{number}:",
            "    text: |",
            f"      {words(22)}",
            "    lines:",
            f"      - grey: {words(8)}",
            f"      - lin: {words(6)}",
            f"      - {words(8)}",
            f"    check: {words(9)}",
            "    choices:",
        ]
        for choice in range(choices):
            ahead = min(number + 1 + dice.randrange(3) * choice, scenes - 1)
            delegate = ["        to: driver"] if (d := dice.choice(_FIVE)) == "delegate" else []
            out += [
                f"      - id: c{choice}",
                f"        say: {words(9)}",
                f"        d: {d}",
                *delegate,
                *(_effects(dice, choice) if stateful else ["        set: {helped: true}"]),
                f"        fit: {dice.choice(_FITS)}",
                "        feedback:",
                f"          headline: {words(6)}",
                f"          lin: {words(9)}",
                f"          why: {words(11)}",
                f"        next: s{ahead}",
            ]
    out += [
        f"  s{scenes - 1}:",
        f"    text: {words(12)}",
        "    over: true",
        "    ending: {outcome: mixed, view: " + words(5) + "}",
    ]
    return "\n".join(out) + "\n"


def _effects(dice: random.Random, choice: int) -> list[str]:
    """Condition and effects of a choice; the first is always offered, so nobody is stuck."""
    lines = []
    if choice and dice.random() < 0.3:
        lines.append(f"        when: {dice.choice(('helped', 'calm >= 3', 'not helped'))}")
    if dice.random() < 0.5:
        lines.append(f"        change: {{calm: {dice.choice((-1, 1))}}}")
    if dice.random() < 0.05:
        lines.append(f"        set: {{helped: {dice.choice(('true', 'false'))}}}")
    return lines
