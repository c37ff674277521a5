"""The process beside the window that answers questions about a text that is being written.

It is started by ``python -m`` and this module's name. Its parent alone writes to it and reads from
it, by pipes, one pickled thing after another. It ends with its input; to stop it in the middle of
an answer, it is ended.
"""

from __future__ import annotations

import pickle
import sys
from time import monotonic
from typing import TYPE_CHECKING, Final

from trainer.authoring import own_process
from trainer.authoring.trying.answering import Answerer
from trainer.authoring.trying.messages import Answered, Asked, Far

if TYPE_CHECKING:
    from typing import IO

_BETWEEN: Final = 0.1
"""Seconds between two times of telling how far it is."""


def serve(source: IO[bytes], target: IO[bytes]) -> None:
    """Answer questions until there are no more."""
    answerer, text = Answerer(), ""
    while True:
        try:
            asked: Asked = pickle.load(source)
        except (EOFError, OSError, pickle.UnpicklingError):
            return
        text = text if asked.text is None else asked.text
        _send(target, _answered(answerer, asked, text, target))


def _answered(answerer: Answerer, asked: Asked, text: str, target: IO[bytes]) -> Answered:
    told = monotonic()

    def tell(done: int, of: int) -> None:
        nonlocal told
        if monotonic() - told > _BETWEEN:
            told = monotonic()
            _send(target, Far(asked.number, done, of))

    try:
        found = answerer.answer(text, asked.path, asked.question, tell)
    except Exception as error:
        # Whatever it is, the window waits for an answer.
        return Answered(asked.number, None, f"{type(error).__name__}: {error}")
    return Answered(asked.number, found)


def _send(target: IO[bytes], what: Far | Answered) -> None:
    pickle.dump(what, target)
    target.flush()


def main() -> None:
    """Answer what comes in, with what is printed by accident kept out of the answers."""
    serve(sys.stdin.buffer, own_process.for_answers())


if __name__ == "__main__":
    main()
