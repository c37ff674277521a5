"""A passphrase becomes the same key everywhere, and what has no room for it is told."""

from __future__ import annotations

import sys

import pytest

from tests.progress import children
from trainer.progress.stretching import key_of

SALT, WORK, MEMORY = b"s" * 16, 1, 8 * 2**20

NO_ROOM = """
import resource
from trainer.errors import KeepingError
from trainer.progress.carry import sealing
import nacl.pwhash
resource.setrlimit(resource.RLIMIT_AS, (300 * 2**20,) * 2)
try:
    sealing._key("a", b"s" * 16, 1, 512 * 2**20)
except KeepingError as error:
    print(error.what)
"""


def test_the_same_letters_put_together_otherwise_make_the_same_key() -> None:
    assert key_of("Nguy\u1ec5n", SALT, WORK, MEMORY) == key_of(
        "Nguye\u0302\u0303n", SALT, WORK, MEMORY
    )
    assert key_of("a", SALT, WORK, MEMORY) != key_of("b", SALT, WORK, MEMORY)


def test_half_a_letter_is_a_passphrase_like_any_other() -> None:
    assert len(key_of("\ud83d", SALT, WORK, MEMORY)) == 32


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited this way on Linux")
def test_a_file_that_asks_for_more_memory_than_there_is_is_told() -> None:
    assert "memory" in children.said(NO_ROOM)
