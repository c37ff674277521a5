"""Papers: the safety plan, and records of what happened; locked, if somebody wants that.

:class:`Papers` stands on an open store. While a passphrase locks them, a paper's row tells
that there is one, and which kind, and nothing else: its dates are inside as well. What seals
them is in :mod:`trainer.progress.papers.sealing`. Its id and kind are sealed in with each paper, so
that none can be put in the place of another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import uuid4

from trainer.errors import DamagedData, KeepingError
from trainer.language import _
from trainer.progress.deletion import deletion, erasing
from trainer.progress.papers import paper_rows, sealing
from trainer.progress.papers.paper_content import MOST, Content, Kind, from_json, to_json
from trainer.progress.papers.paper_rows import Broken, Row, Values
from trainer.progress.papers.sealing import SealBroken
from trainer.progress.stretching import Stretching
from trainer.progress.summaries import moment, written

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime

    from trainer.progress.store import Store

_PROOF: Final = b"Upstander: papers"

_LOCK: Final = """
    INSERT OR REPLACE INTO paper_lock (one, salt, work, memory, proof) VALUES (1, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper. Times are in UTC; ``touched`` is when it was last kept."""

    id: str
    kind: Kind
    made: datetime
    touched: datetime
    content: Content


class Shelf(NamedTuple):
    """All papers, those that were touched last first."""

    papers: tuple[Paper, ...]
    broken: tuple[Broken, ...]

    def of(self, kind: Kind) -> list[Paper]:
        """Give the papers of a kind."""
        return [paper for paper in self.papers if paper.kind is kind]

    def paper(self, paper_id: str) -> Paper | None:
        """Give a paper by its id; None if it is not there, or cannot be read."""
        return next((paper for paper in self.papers if paper.id == paper_id), None)


class Counts(NamedTuple):
    """How many papers there are of each kind, locked or not."""

    plans: int
    incidents: int


def counts(connection: sqlite3.Connection) -> Counts:
    """Count the papers, for whoever says what a deletion takes."""
    query = "SELECT count(*) FROM paper WHERE kind = ?"
    return Counts(*(int(connection.execute(query, (kind,)).fetchone()[0]) for kind in Kind))


class Papers:
    """The papers of a store, and the key to them while they are open.

    Every method may raise a :class:`~trainer.errors.KeepingError`. While the papers are
    locked, only :meth:`unlock` and :meth:`delete_all` do anything.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._key: bytes | None = None
        self._waiting: dict[str, Values] = {}

    # The lock

    @property
    def has_lock(self) -> bool:
        """Whether a passphrase locks them."""
        with self._store.reading() as connection:
            return paper_rows.has_lock(connection)

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be read before the passphrase is given."""
        return self._key is None and self.has_lock

    @property
    def waiting(self) -> int:
        """How many papers could not be kept as they are now, and wait for the disk."""
        return len(self._waiting)

    def stretching(self) -> Stretching:
        """Tell how the passphrase becomes the key.

        Raises:
            DamagedData: the lock is not one of ours; what was sealed stays sealed.

        """
        with self._store.reading() as connection:
            row = connection.execute("SELECT * FROM paper_lock").fetchone()
        try:
            return Stretching(row["salt"], row["work"], row["memory"])
        except (TypeError, ValueError) as error:
            raise _bad_lock() from error

    def unlock(self, key: bytes) -> bool:
        """Open them for now; False if it is not the key.

        What waits for the disk, or came in unsealed, is kept sealed at once.
        """
        if not self.opens(key):
            return False
        self._key = key
        self._seal_rest()
        return True

    def opens(self, key: bytes) -> bool:
        """Tell whether a key is the one, without opening anything."""
        with self._store.reading() as connection:
            row = connection.execute("SELECT proof FROM paper_lock").fetchone()
        try:
            return row is not None and sealing.unseal(key, row["proof"]).rstrip() == _PROOF
        except SealBroken:
            return False

    def lock(self) -> None:
        """Forget the key. What waits for the disk waits sealed."""
        self._key = None

    def set_key(self, key: bytes, stretching: Stretching) -> None:
        """Seal every paper with a key, in place of the one before, if there was one.

        Backups that hold them as they were go, and a new one is made.

        Raises:
            KeepingError: nothing was sealed; or all are, but traces of them as they were
                are still on the disk, and the error says so.

        """
        self.try_again()
        with self._store.writing() as connection:
            self._check(connection)
            rows, _broken = paper_rows.opened(connection, self._key)
            proof = sealing.seal(key, _PROOF)
            values = (stretching.salt, stretching.work, stretching.memory, proof)
            connection.execute(_LOCK, values)
            paper_rows.put_again(connection, rows, key)
        self._key = key
        self._clear_unsealed()

    def remove_key(self) -> None:
        """Keep every paper unsealed from now on.

        Raises:
            DamagedData: one of them cannot be read, and so not unsealed; nothing was changed.
            KeepingError: nothing was changed.

        """
        self.try_again()
        with self._store.writing() as connection:
            self._check(connection)
            rows, broken = paper_rows.opened(connection, self._key)
            if broken:
                raise DamagedData(
                    _("One of the papers cannot be read, so the passphrase has to stay."),
                    _("Nothing was changed, and the others can be read as before."),
                    _("Delete the one that cannot be read, then try again."),
                )
            paper_rows.put_again(connection, rows, None)
            connection.execute("DELETE FROM paper_lock")
        self._key = None

    # Papers

    def new(self, kind: Kind) -> Paper:
        """Give an empty paper. Nothing of it is kept yet."""
        now = self._now()
        return Paper(uuid4().hex, kind, now, now, Content())

    def shelf(self) -> Shelf:
        """Give all papers, and those that cannot be read."""
        with self._store.reading() as connection:
            self._check(connection)
            rows, broken = paper_rows.opened(connection, self._key)
        papers: list[Paper] = []
        for row in rows:
            try:
                papers.append(_read(row))
            except ValueError:
                broken.append(Broken(row.id))
        return Shelf(tuple(papers), tuple(broken))

    def keep(self, paper: Paper) -> Paper:
        """Keep a paper as it is now; give it with its new time.

        Raises:
            KeepingError: it is not on the disk; it waits, and :meth:`try_again` keeps it.

        """
        kept = replace(paper, touched=self._now())
        content = to_json(kept.content)
        if len(content) > MOST:
            raise _too_long()
        with self._store.reading() as connection:
            # Before anything waits: what waits unsealed must never be written later.
            self._check(connection)
        row = Row(kept.id, kept.kind, written(kept.made), written(kept.touched), content)
        self._waiting[kept.id] = paper_rows.values(row, self._key)
        self.try_again()
        return kept

    def try_again(self) -> None:
        """Keep what waits for the disk.

        Raises:
            KeepingError: it still waits.

        """
        if self._waiting:
            with self._store.writing() as connection:
                self._check_waiting(connection)
                paper_rows.put(connection, self._waiting.values())
            self._waiting.clear()

    def delete(self, papers: Iterable[str]) -> str:
        """Delete papers, and every trace of them in the profile's folder.

        Backups that hold one of them go, and a new one is made. Gives the sentence that says
        that it was looked for again.

        Raises:
            KeepingError: they are still there; or they are deleted, but traces are left,
                and the error says so.

        """
        gone = list(papers)
        with self._store.writing() as connection:
            connection.executemany("DELETE FROM paper WHERE id = ?", ((one,) for one in gone))
            deletion.forget_papers(connection, gone)
        for one in gone:
            self._waiting.pop(one, None)
        self._store.clear_traces()
        return erasing.look_again(self._store.database, *gone)

    def delete_all(self) -> str:
        """Delete all papers and the passphrase with every trace, locked or not.

        Raises:
            KeepingError: as :meth:`delete`.

        """
        with self._store.writing() as connection:
            gone = [row["id"] for row in connection.execute("SELECT id FROM paper")]
            connection.execute("DELETE FROM paper")
            connection.execute("DELETE FROM paper_lock")
            deletion.forget_papers(connection, gone)
        self._key = None
        self._waiting.clear()
        self._store.clear_traces()
        return erasing.look_again(self._store.database, *gone) if gone else ""

    # Inside

    def _now(self) -> datetime:
        """Tell the time as it is kept, to the millisecond."""
        return moment(written(self._store.now()))

    def _check(self, connection: sqlite3.Connection) -> None:
        """See that nothing is written unsealed where there is a lock, nor sealed without one."""
        if (self._key is not None) != paper_rows.has_lock(connection):
            raise RuntimeError("the papers are locked, or the lock is not the one that was opened")

    def _check_waiting(self, connection: sqlite3.Connection) -> None:
        """See the same of what waits; what waits sealed is kept also while they are locked."""
        lock = paper_rows.has_lock(connection)
        if any(bool(values[4]) != lock for values in self._waiting.values()):
            raise RuntimeError("what waits is not sealed as the papers are")

    def _seal_rest(self) -> None:
        self.try_again()
        with self._store.reading() as connection:
            rows = paper_rows.unsealed(connection)
        if not rows:
            return
        with self._store.writing() as connection:
            paper_rows.put_again(connection, rows, self._key)
        self._clear_unsealed()

    def _clear_unsealed(self) -> None:
        """Clear the traces of papers as they were before they were sealed."""
        try:
            self._store.clear_traces()
        except KeepingError as error:
            raise type(error)(
                _("The papers are locked, but traces of them as they were are still on the disk."),
                error.safe,
                error.next_step,
                error.details,
            ) from error


def _read(row: Row) -> Paper:
    """Read a row that is open.

    Raises:
        ValueError: it is not a paper.

    """
    content = from_json(row.content)
    return Paper(row.id, Kind(row.kind), moment(row.made), moment(row.touched), content)


def _bad_lock() -> DamagedData:
    return DamagedData(
        _("The lock of these papers cannot be read, so no passphrase can open them."),
        _("They were left as they are, and everything else is safe."),
        _("Restore a backup from the settings, or delete these papers."),
    )


def _too_long() -> KeepingError:
    return KeepingError(
        _("This is too long to be kept on one paper."),
        _("What was kept before is safe, and what you wrote is still on the screen."),
        _("Make it shorter, or go on in another record."),
    )
