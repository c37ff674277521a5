"""Looks for a regular expression in a process of its own, which can be ended.

Some expressions never come to an end on some texts, and nothing stops them inside of a process:
``python -m trainer.authoring.finding.matching`` reads one question and writes one answer.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import trainer
from trainer.authoring.finding.asking import Asked, AskedWronglyError, Finder
from trainer.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

Matches = list[tuple[int, int, str]]

PATIENCE: Final = 5.0
"""Seconds that an expression gets for all texts of one file."""


def find(asked: Asked, texts: Sequence[str], patience: float = PATIENCE) -> list[Matches]:
    """Find what is asked for in each of some texts.

    Raises:
        AskedWronglyError: it cannot be looked for, or that takes too long.

    """
    finder = Finder(asked)
    if not asked.pattern:
        return [finder.find(text) for text in texts]
    question = json.dumps({"asked": asdict(asked), "texts": list(texts)})
    root = str(Path(trainer.__file__).parents[1])
    known = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "trainer.authoring.finding.matching"],
            input=question.encode(),
            capture_output=True,
            timeout=patience,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(known)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise AskedWronglyError(
            _("This regular expression takes too long."),
            next_step=_("Try a simpler one, or the words themselves."),
        ) from error
    except (OSError, ValueError) as error:
        raise AskedWronglyError(
            _("This regular expression cannot be looked for here."), details=str(error)
        ) from error
    return [[(start, end, new) for start, end, new in matches] for matches in answer]


def main() -> None:
    """Answer one question."""
    question = json.loads(sys.stdin.buffer.read())
    finder = Finder(Asked(**question["asked"]))
    sys.stdout.write(json.dumps([finder.find(text) for text in question["texts"]]))


if __name__ == "__main__":
    main()
