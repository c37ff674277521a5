"""To which organisation completions go, if the learner has switched that on in the window.

It is off until :func:`switch_on` is called, and only the window calls that. What is switched
on holds for the very folder that it was switched on in: a copy lies in another one, and is
off. No backup holds the address or the password, and what is restored or brought in is off.
"""

from __future__ import annotations

import ipaddress
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from trainer.errors import UpstanderError
from trainer.language import _

if TYPE_CHECKING:
    import sqlite3

    from trainer.progress.store import Store

_ON: Final = "organisation"
_ACTOR: Final = "actor "
_LONGEST: Final = 2000
_HOST: Final = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?", re.ASCII)
_PATH: Final = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@%/-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a learning record store is. ``path`` begins and ends with a slash.

    ``host`` is in ASCII letters, so that no letter of another script passes for one of them.
    """

    is_secure: bool
    host: str
    port: int
    path: str

    @property
    def named_host(self) -> str:
        """The host as a person reads it, with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.is_secure else 80) else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address in full."""
        return f"{'https' if self.is_secure else 'http'}://{self.named_host}{self.path}"

    @property
    def statements(self) -> str:
        """The path that statements are sent to."""
        return f"{self.path}statements"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A learning record store, and what it knows the sender by."""

    address: Address
    user: str
    password: str
    actor: UUID


def read_address(text: str) -> Address:
    """Read an address as a person typed or pasted it.

    Raises:
        UpstanderError: it is none that anything could be sent to safely.

    """
    text = text.strip()
    try:
        if len(text) > _LONGEST or not text.isprintable():
            raise ValueError("no address")
        found = urlsplit(text)
        host = (found.hostname or "").encode("idna").decode("ascii").lower()
        port = found.port
    except ValueError as error:
        raise _no_address() from error
    if not _is_host(host) or port == 0 or not _PATH.fullmatch(found.path):
        raise _no_address()
    if found.username is not None or found.query or found.fragment or "?" in text or "#" in text:
        raise UpstanderError(
            _("This address has more in it than a place."),
            next_step=_("Leave out names, passwords and what follows “?” or “#”."),
        )
    is_secure = found.scheme == "https"
    if not is_secure and not (found.scheme == "http" and is_loopback(host)):
        raise UpstanderError(
            _("This address does not begin with “https://”."),
            _("Without it, anybody on the way could read what is sent."),
            _("Ask your organisation for one that does."),
        )
    path = found.path if found.path.endswith("/") else f"{found.path}/"
    path = path.removesuffix("statements/") if path.endswith("/statements/") else path
    return Address(is_secure, host, port or (443 if is_secure else 80), path)


def _is_host(host: str) -> bool:
    if ":" in host:
        if "%" in host:
            return False
        try:
            ipaddress.IPv6Address(host)
        except ValueError:
            return False
        return True
    return len(host) <= 253 and _HOST.fullmatch(host) is not None


def is_loopback(host: str) -> bool:
    """Tell whether a host is this computer itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _no_address() -> UpstanderError:
    return UpstanderError(
        _("This is no address of a learning record store."),
        next_step=_("It looks like https://lrs.example.org/xapi/; your organisation has it."),
    )


def current(store: Store) -> Organisation | None:
    """Give the organisation that completions go to; None while that is off.

    Raises:
        KeepingError: what was kept cannot be read.

    """
    with store.reading() as connection:
        return kept_in(connection, store.path)


def kept_in(connection: sqlite3.Connection, path: Path | None = None) -> Organisation | None:
    """Give the organisation that is switched on in an open database; None while that is off.

    ``path`` is the file of the profile where the database itself does not tell: a sealed one.
    """
    row = connection.execute("SELECT value FROM fact WHERE name = ?", (_ON,)).fetchone()
    if row is None:
        return None
    try:
        kept = json.loads(row[0])
        here = _folder(connection, path)
        if here is not None and kept["folder"] != here:
            return None
        address = read_address(kept["url"])
        return Organisation(address, str(kept["user"]), str(kept["password"]), UUID(kept["actor"]))
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError, UpstanderError):
        # Whatever cannot be read is not switched on.
        return None


def actor_for(store: Store, organisation: str) -> UUID:
    """Give the random id that an organisation knows this profile by; make it if there is none.

    Args:
        store: the profile.
        organisation: address of its learning record store, or a name it goes by; empty for
            files that are for nobody in particular.

    Raises:
        KeepingError: it could not be kept.

    """
    found = known_actor(store, organisation)
    if found is None:
        found = uuid4()
        with store.writing() as connection:
            _keep(connection, _ACTOR + organisation, str(found))
    return found


def known_actor(store: Store, organisation: str) -> UUID | None:
    """Give the random id that an organisation knows this profile by; None if there is none."""
    query = "SELECT value FROM fact WHERE name = ?"
    with store.reading() as connection:
        row = connection.execute(query, (_ACTOR + organisation,)).fetchone()
    try:
        return UUID(row[0]) if row else None
    except ValueError:
        return None


def switch_on(store: Store, organisation: Organisation) -> None:
    """Let completions go to an organisation from now on. Only the window calls this.

    Raises:
        KeepingError: it was not kept, and stays as it was.

    """
    kept = {
        "url": organisation.address.url,
        "user": organisation.user,
        "password": organisation.password,
        "actor": str(organisation.actor),
    }
    with store.writing() as connection:
        forget(connection)
        folder = _folder(connection, store.path)
        _keep(connection, _ON, json.dumps(kept | {"folder": folder}))
        _keep(connection, _ACTOR + organisation.address.url, kept["actor"])


def switch_off(store: Store) -> None:
    """Send nothing any more: forget address, name and password, and empty the outbox.

    Raises:
        KeepingError: it stays as it was.

    """
    with store.writing() as connection:
        forget(connection)
    with store.reading() as connection:
        # What is overwritten must not live on in the log.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def begin(store: Store) -> Organisation | None:
    """Give the organisation that completions go to; a copy forgets the one of its original.

    Raises:
        KeepingError: what was kept cannot be read or changed.

    """
    found = current(store)
    if found is None:
        with store.reading() as connection:
            query = "SELECT 1 FROM fact WHERE name = ?"
            is_left = connection.execute(query, (_ON,)).fetchone() is not None
        if is_left:
            switch_off(store)
    return found


def forget(connection: sqlite3.Connection) -> None:
    """Switch off in an open database, inside the transaction of the caller.

    Whatever brings in data from elsewhere (an import, a backup) calls this.
    """
    connection.execute("DELETE FROM fact WHERE name = ? OR name LIKE ?", (_ON, f"{_ON} %"))
    connection.execute("DELETE FROM outbox")


def forget_in(connection: sqlite3.Connection) -> None:
    """Switch off in a database that may be older than all of this."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    if {"fact", "outbox"} <= there:
        forget(connection)


def pace(connection: sqlite3.Connection) -> str:
    """Give what is kept about the pace of sending; empty if there is nothing."""
    query = "SELECT value FROM fact WHERE name = ?"
    row = connection.execute(query, (f"{_ON} pace",)).fetchone()
    return str(row[0]) if row else ""


def keep_pace(connection: sqlite3.Connection, text: str) -> None:
    """Keep the pace of sending, inside the transaction of the caller."""
    _keep(connection, f"{_ON} pace", text)


def _keep(connection: sqlite3.Connection, name: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", (name, value))


def _folder(connection: sqlite3.Connection, path: Path | None) -> int | None:
    """Tell the folder of a profile from its copies; None in memory, or where it is not known."""
    if path is None:
        # Of a database in memory, a sealed one too, this is no path.
        name = connection.execute("PRAGMA database_list").fetchone()["file"]
        path = Path(name) if Path(name).is_absolute() else None
    return path.parent.stat().st_ino if path is not None else None
