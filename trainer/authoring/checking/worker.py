"""Checks texts in a process of its own: ``python -m trainer.authoring.checking.worker``.

It reads questions from its standard input, a line of JSON and then the text, and writes what it
finds to its standard output (see :mod:`telling`), one answer after the other. It ends when its
input does, so it never outlives whoever started it.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import IO

from trainer.authoring import own_process
from trainer.authoring.checking.telling import lines_of
from trainer.checking.files import check_text


def serve(asked: IO[bytes], told: IO[bytes]) -> None:
    """Answer until nobody asks any more."""
    for line in asked:
        question = json.loads(line)
        data = asked.read(question["size"])
        path = Path(question["path"])
        checked = check_text(data, path, date.fromisoformat(question["today"]))
        for answer in lines_of(checked, path, _text(data)):
            told.write(answer.encode() + b"\n")
        told.flush()


def _text(data: bytes) -> str:
    """Give the text in which places are counted."""
    return data.decode("utf-8", "surrogatepass")


def main() -> None:
    """Answer on standard output, which nothing else may be printed to."""
    serve(sys.stdin.buffer, own_process.for_answers())


if __name__ == "__main__":
    main()
