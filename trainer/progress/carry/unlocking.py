"""The keys to papers, from the passphrases that a person gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.progress.papers import sealing
from trainer.progress.papers.papers import Papers
from trainer.progress.papers.sealing import SealBroken
from trainer.progress.stretching import Stretching

if TYPE_CHECKING:
    from trainer.progress.carry.found import Lock
    from trainer.progress.store import Store


def of_file(lock: Lock, passphrase: str) -> bytes | None:
    """Give the key to the papers in a file; None if the passphrase is another.

    Raises:
        MemoryError: there is not enough memory for it.

    """
    key = Stretching(lock.salt, lock.work, lock.memory).key(passphrase)
    try:
        sealing.unseal(key, lock.proof)
    except SealBroken:
        return None
    return key


def of_here(store: Store, passphrase: str) -> bytes | None:
    """Give the key to the papers here; None if the passphrase is another.

    Raises:
        MemoryError: there is not enough memory for it.
        KeepingError: the lock cannot be read.

    """
    papers = Papers(store)
    key = papers.stretching().key(passphrase)
    return key if papers.opens(key) else None
