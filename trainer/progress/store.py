"""What a person did, kept on this computer: the recorder that remembers.

A :class:`Store` is opened once for a profile and used from the thread that opened it.
Every method that changes something returns when the change is on disk, and raises a
:class:`~trainer.errors.KeepingError` when it is not; then nothing of it was kept.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.errors import KeepingError
from trainer.progress import bad_days, files, queries
from trainer.progress.database import Database

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType

    from trainer.practice.recorder import Event
    from trainer.practice.snapshot import Snapshot
    from trainer.progress.backups import Backup
    from trainer.progress.deletion.goes import Goes
    from trainer.progress.export.export import Form
    from trainer.progress.records import RunDetail
    from trainer.progress.sealed.vault import Key
    from trainer.progress.summaries import RunSummary


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """The history of one profile. Make it with :meth:`open` or :meth:`in_memory`."""

    def __init__(self, database: Database, now: Callable[[], datetime] = _utc_now) -> None:
        self._database = database
        self._now = now

    @classmethod
    def open(
        cls, path: Path, *, now: Callable[[], datetime] = _utc_now, key: Key | None = None
    ) -> Store:
        """Open the history of a profile; folder and file are made where there are none.

        Args:
            path: the database, as :func:`trainer.paths.database` gives it.
            now: the clock, timezone-aware.
            key: what opens a profile with a passphrase, see
                :func:`trainer.progress.sealed.vault.unlock`.

        Raises:
            NeedsPassphrase: the profile has one, and there is no key.
            HeldElsewhere: another running Upstander holds it.
            NewerData: it was written by a newer version; it is unchanged.
            DamagedData: it cannot be read; it is unchanged.
            ReadOnlyPlace: nothing can be written there.
            NoRoom: the disk is full.
            KeepingError: the disk failed otherwise.

        """

        def back_up(connection: sqlite3.Connection) -> None:
            from trainer.progress import backups

            backups.make(connection, files.of(path, key), now(), key)

        store = cls(Database(path, before_migrating=back_up, key=key), now)
        store._finish_deleting()
        return store

    @classmethod
    def in_memory(cls, *, now: Callable[[], datetime] = _utc_now) -> Store:
        """Give a history that is forgotten on closing, for those who keep nothing."""
        return cls(Database(None), now)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path | None:
        """The file, or None in memory."""
        return self._database.path

    @property
    def keeps(self) -> bool:
        """Tell whether anything outlives this program."""
        return self._database.path is not None

    # For the rooms of this package that keep something else than runs.

    @property
    def database(self) -> Database:
        """What it stands on."""
        return self._database

    def now(self) -> datetime:
        """Tell the time, timezone-aware."""
        return self._now()

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """Read from the database in a block.

        Raises:
            KeepingError: the disk failed, or the file is damaged.

        """
        return self._database.reading()

    def writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """Write to the database in a block: all of it is on disk afterwards, or nothing.

        Raises:
            KeepingError: nothing of it was kept; what was kept before is.

        """
        return self._database.writing()

    # Recording. What the first page does not need is imported where it is used.

    def record(self, event: Event, place: Snapshot) -> None:
        """Keep an event and the place reached; both are on disk afterwards.

        Raises:
            KeepingError: nothing of it was kept; what was kept before is.

        """
        from trainer.progress import recording

        with self._database.writing() as connection:
            recording.add(connection, event, place, self._now())

    def keep_place(self, place: Snapshot) -> None:
        """Keep the place reached, where nothing was decided.

        Raises:
            KeepingError: the place kept before still holds.

        """
        from trainer.progress import recording

        with self._database.writing() as connection:
            recording.move(connection, place, self._now())

    def name_scenario(self, scenario: str, title: str, setting: str = "") -> None:
        """Remember a scenario's title and setting, for lists after the scenario has gone.

        Raises:
            KeepingError: it was not kept.

        """
        from trainer.progress import recording

        with self._database.reading() as connection:
            known = queries.named(connection, scenario)
        if known != (title, setting):
            with self._database.writing() as connection:
                recording.name(connection, scenario, title, setting)

    # Looking back. Each raises KeepingError if the file cannot be read.

    def runs(
        self, *, limit: int = 50, offset: int = 0, scenario: str | None = None
    ) -> list[RunSummary]:
        """Give one page of runs, the latest begun first; of one scenario if it is named."""
        with self._database.reading() as connection:
            return queries.runs(connection, limit, offset, scenario)

    def unfinished(self, *, limit: int = 50, scenario: str | None = None) -> list[RunSummary]:
        """Give runs that have not ended, the latest touched first; of one scenario if named."""
        with self._database.reading() as connection:
            return queries.unfinished(connection, limit, scenario)

    def run_count(self, *, scenario: str | None = None) -> int:
        """Count the runs; of one scenario if it is named."""
        with self._database.reading() as connection:
            return queries.run_count(connection, scenario)

    def decision_count(self) -> int:
        """Count every decision that was made, those that were taken back included."""
        with self._database.reading() as connection:
            return queries.decision_count(connection)

    def run(self, run: str) -> RunDetail:
        """Give a run with everything that happened in it.

        Raises:
            LookupError: no such run is kept.

        """
        with self._database.reading() as connection:
            return queries.run(connection, run)

    def place(self, run: str) -> Snapshot:
        """Give the place reached in a run, to resume it.

        Raises:
            LookupError: no such run is kept.
            SnapshotError: the place cannot be read by this version.

        """
        from trainer.practice.snapshot import from_json

        with self._database.reading() as connection:
            return from_json(queries.place(connection, run))

    def last_played(self) -> Mapping[str, datetime]:
        """Give for each scenario that was played when it was last touched, in UTC."""
        with self._database.reading() as connection:
            return queries.last_played(connection)

    def export(self, out: Path, form: Form, *, papers: bool = False, force: bool = False) -> int:
        """Write everything for other programs; give how many runs that were.

        With ``papers``, safety plan and records go along, as far as they are not sealed.

        Raises:
            UsageError: the file exists, and ``force`` was not given.
            KeepingError: it could not be written; what was there is unchanged.

        """
        from trainer.progress.export import export

        with self._database.reading() as connection:
            export.write(connection, out, form, self._now(), papers=papers, force=force)
            return queries.run_count(connection, None)

    # Forgetting

    def what_goes(self, run: str | None = None) -> Goes:
        """Count what deleting a run takes; without a run, what deleting everything takes.

        :func:`trainer.progress.deletion.goes.in_words` says it.

        Raises:
            LookupError: no such run is kept.
            KeepingError: it cannot be read.

        """
        from trainer.progress.deletion import goes

        return goes.what_goes(self._database, run)

    def delete_run(self, run: str) -> None:
        """Delete a run, and every trace of it in the profile's folder.

        Backups that hold it are removed, and one without it is made.

        Raises:
            LookupError: no such run is kept.
            KeepingError: it is still there; or it is gone from the history, but not all
                traces are yet, and the error says so.

        """
        from trainer.progress.deletion import deletion

        deletion.erase_run(self._database, run)
        self._back_up_quietly(always=True)

    def delete_all(self) -> None:
        """Delete everything in the profile, its backups included; the store stays open.

        Raises:
            KeepingError: not all of it is gone; trying again goes on.

        """
        from trainer.progress.deletion import erasing

        erasing.erase_all(self._database)

    def clear_traces(self) -> None:
        """Clear the traces of what a room of this package has deleted; make a new backup.

        Raises:
            KeepingError: some are still there, and the error says so; they go when the
                store is next opened.

        """
        from trainer.progress.deletion import deletion

        deletion.finish_or_say(self._database)
        self._back_up_quietly(always=True)

    def _finish_deleting(self) -> None:
        """Clear traces of deleted runs that an interruption left."""
        with self._database.reading() as connection:
            if not queries.is_erasing(connection):
                return
        from trainer.progress.deletion import deletion

        try:
            deletion.finish(self._database)
        except KeepingError as error:
            bad_days.warn("traces of deleted runs remain", error)
        else:
            self._back_up_quietly(always=True)

    # Backups

    def backups(self) -> list[Backup]:
        """Give the backups, the latest first.

        Raises:
            KeepingError: their folder cannot be read.

        """
        if self.path is None:
            return []
        from trainer.progress import backups

        with bad_days.told(self.path):
            return backups.listed(self.path, self._database.key)

    def backup(self) -> Path | None:
        """Make a backup now, and thin the older ones; None if nothing is kept at all.

        Raises:
            KeepingError: none was made.

        """
        if self.path is None:
            return None
        from trainer.progress import backups

        with self._database.reading() as connection:
            made = backups.make(connection, self.path, self._now(), self._database.key)
            backups.thin(self.path)
        return made

    def backup_if_due(self) -> Path | None:
        """Make a backup if something changed and the latest is older than a day.

        The window calls this once it shows; :meth:`close` does so by itself.

        Raises:
            KeepingError: none was made.

        """
        if self.path is None:
            return None
        from trainer.progress import backups

        with self._database.reading() as connection:
            due = backups.is_due(connection, self.path, self._now(), self._database.key)
        return self.backup() if due else None

    def restore(self, backup: Path) -> None:
        """Let a backup take the place of what is kept now; the store stays open.

        What is kept now becomes a backup itself.

        Raises:
            DamagedData: the backup cannot be read; nothing was replaced.
            KeepingError: nothing was replaced.

        """
        if self.path is None:
            return
        from trainer.progress import backups

        with self._database.set_down(self.path):
            backups.put_back(self.path, backup, self._now(), self._database.key)

    def _back_up_quietly(self, *, always: bool = False) -> None:
        """Make a backup where a failing one must not stop what a person asked for."""
        from trainer.progress import backups

        try:
            if not always:
                self.backup_if_due()
            elif backups.holds_anything(self._database.connection):
                self.backup()
        except KeepingError as error:
            bad_days.warn("no backup was made", error)

    def close(self) -> None:
        """Make a backup if one is due, close, and let go of the profile.

        Closing twice is allowed. A backup that fails is logged, and stops nothing.
        """
        if self._database.is_open:
            self._back_up_quietly()
        self._database.close()
