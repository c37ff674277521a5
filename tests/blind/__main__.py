"""The blind test: can somebody who sees only the choices tell which one fits best?

``python -m tests.blind sheet > sheet.txt`` prints the choices of every decision of the
built-in scenarios, without scene and feedback. A reader writes one line a decision,
``<number> <letter>``, and ``python -m tests.blind score answers.txt`` compares that with
chance. ``python -m tests.blind cues`` does the same with readers who follow one simple cue
each. Which scenario a decision belongs to is not told, and decisions come shuffled.
"""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.blind.cues import CUES, hits
from tests.blind.decisions import decisions
from trainer.practice.wording import choice_words

if TYPE_CHECKING:
    from tests.blind.decisions import Decision

LETTERS = "abcdefgh"


def sheet(asked: list[Decision]) -> str:
    """What a reader sees."""
    parts = []
    for number, decision in enumerate(asked, 1):
        lines = [
            f"  {letter}  {choice_words(one.kind, one.words)}"
            for letter, one in zip(LETTERS, decision.choices, strict=False)
        ]
        parts.append("\n".join([f"{number}", *lines]))
    return "\n\n".join(parts) + "\n"


def score(asked: list[Decision], answers: dict[int, str]) -> str:
    """How often the guess was right, beside what chance gives, by scenario and in all."""
    rows: dict[str, list[tuple[bool, float]]] = {}
    guessed_right = []
    for number, decision in enumerate(asked, 1):
        if number not in answers:
            continue
        right = LETTERS.index(answers[number]) in decision.best()
        chance = len(decision.best()) / len(decision.choices)
        rows.setdefault(decision.scenario, []).append((right, chance))
        if right:
            guessed_right.append(f"{decision.scenario}/{decision.scene}")
    lines = [_row(name, told) for name, told in sorted(rows.items())]
    lines.append(_row("all", [one for told in rows.values() for one in told]))
    return "\n".join([*lines, "", "guessed right:", *sorted(guessed_right)])


def _row(name: str, told: list[tuple[bool, float]]) -> str:
    right, expected = sum(one for one, _chance in told), sum(chance for _one, chance in told)
    spread = math.sqrt(sum(chance * (1 - chance) for _one, chance in told))
    return (
        f"{name:28} {right:4} of {len(told):3} right, by chance {expected:5.1f}"
        f" ± {spread:4.1f}  ({right / len(told):.0%} / {expected / len(told):.0%})"
    )


def main() -> None:
    """Print the sheet, or the score of the answers in a file."""
    parser = argparse.ArgumentParser(prog="python -m tests.blind", description=__doc__)
    parser.add_argument("what", choices=("sheet", "score", "cues"))
    parser.add_argument("answers", nargs="?", type=Path)
    parser.add_argument("--only", nargs="*", default=[], metavar="ID", help="these scenarios")
    args = parser.parse_args()
    asked = decisions(args.only)
    if args.what == "sheet":
        sys.stdout.write(sheet(asked))
        return
    if args.what == "cues":
        for cue in CUES:
            found = hits(asked, cue)
            print(
                f"{cue:28} {found.right:6.1f} of {found.places:4} right, by chance"
                f" {found.chance:5.1f} ± {found.spread:4.1f}  ({found.deviations:+.1f})"
            )
        return
    given = dict(line.split()[:2] for line in args.answers.read_text("utf-8").splitlines() if line)
    print(score(asked, {int(number): letter.lower() for number, letter in given.items()}))


if __name__ == "__main__":
    main()
