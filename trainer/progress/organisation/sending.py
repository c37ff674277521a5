"""The one door to the network. What goes through it, and when, is decided elsewhere.

Only the window's sender imports this, and only while the learner has completions sent to an
organisation. https with the system's certificates, or this computer itself; no redirects are
followed, no proxy is asked, no cookie is kept; an answer may be late, long or a lie.
"""

from __future__ import annotations

import base64
import contextlib
import http.client
import ipaddress
import json
import socket
import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

from trainer.progress.organisation.pacing import Reply, Trouble
from trainer.progress.organisation.xapi.statements import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.progress.organisation.organisation import Address, Organisation

TIMEOUT: Final = 30.0
"""Seconds without a sign of life. Whoever calls stops a request that takes longer in all."""

MOST: Final = 65_536
"""Bytes of an answer that are read."""


class Request:
    """One request: :meth:`run` blocks, :meth:`stop` ends it from another thread."""

    def __init__(
        self, to: Organisation, statements: Sequence[bytes], timeout: float = TIMEOUT
    ) -> None:
        self._to = to
        self._body = b"[" + b",".join(statements) + b"]"
        self._stopped = False
        self._connection = _connection(to.address, timeout)

    def run(self) -> Reply:
        """Send the statements and give what came back. Raises nothing."""
        try:
            return self._run()
        except ssl.SSLCertVerificationError as error:
            return Reply(trouble=Trouble.CERTIFICATE, said=error.verify_message)
        except TimeoutError:
            return Reply(trouble=Trouble.TIMEOUT)
        except (http.client.HTTPException, ConnectionError, ssl.SSLError, ValueError) as error:
            return Reply(trouble=Trouble.BROKEN, said=type(error).__name__)
        except OSError as error:
            return Reply(trouble=Trouble.UNREACHABLE, said=error.strerror or "")
        finally:
            self._connection.close()

    def stop(self) -> None:
        """End it, wherever it is; it may or may not have arrived."""
        self._stopped = True
        found = self._connection.sock
        if found is not None:
            with contextlib.suppress(OSError):
                found.shutdown(socket.SHUT_RDWR)

    def _run(self) -> Reply:
        self._connection.connect()
        if self._stopped:
            return Reply(trouble=Trouble.TIMEOUT)
        if not self._to.address.is_secure:
            _check_loopback(self._connection.sock)
        self._connection.request("POST", self._to.address.statements, self._body, self._headers())
        answer = self._connection.getresponse()
        said = answer.read(MOST + 1)
        status = answer.status
        if len(said) > MOST:
            return Reply(trouble=Trouble.TOO_MUCH)
        if self._stopped:
            return Reply(trouble=Trouble.TIMEOUT)
        if status == 200 and answer.length:
            # It closed before it had sent what it promised.
            return Reply(trouble=Trouble.BROKEN)
        return Reply(
            status=status,
            ids=_ids(said),
            retry_after=_seconds(answer.getheader("Retry-After")),
            said=said[:1000].decode("utf-8", "replace"),
        )

    def _headers(self) -> dict[str, str]:
        credentials = f"{self._to.user}:{self._to.password}".encode()
        return {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "X-Experience-API-Version": VERSION,
            "Authorization": f"Basic {base64.b64encode(credentials).decode('ascii')}",
            "User-Agent": "upstander",
            "Connection": "close",
        }


def _connection(address: Address, timeout: float) -> http.client.HTTPConnection:
    if not address.is_secure:
        return http.client.HTTPConnection(address.host, address.port, timeout=timeout)
    # Not the default context: that one writes the keys into a file if the environment says so.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_default_certs()
    return http.client.HTTPSConnection(address.host, address.port, timeout=timeout, context=context)


def _check_loopback(found: socket.socket) -> None:
    """Let nothing unencrypted leave the computer, whatever a name was taken for.

    Raises:
        ConnectionError: the other end is not this computer.

    """
    if not ipaddress.ip_address(found.getpeername()[0]).is_loopback:
        raise ConnectionError


def _ids(body: bytes) -> frozenset[str] | None:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        return None
    return frozenset(one.lower() for one in found)


def _seconds(text: str | None) -> float | None:
    """Read a Retry-After: seconds, or a date."""
    if not text:
        return None
    if text.strip().isascii() and text.strip().isdigit():
        return float(text.strip()[:9])
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
