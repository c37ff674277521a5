"""A learning record store on this computer, as strict as the standard and as bad as the day.

It takes statements only as xAPI 1.0.3 has them, all of a request or none, and keeps them by
id. ``days`` are what the next requests meet, one after the other, before all is well again.
"""

from __future__ import annotations

import base64
import json
import re
import socket
import ssl
import threading
import time
from collections import deque
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from trainer.progress.organisation.organisation import Organisation, read_address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

USER, PASSWORD = "key-of-the-club", "MARKER-password-5d1"

_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
_ALLOWED = {"id", "actor", "verb", "object", "result", "context", "timestamp"}


class Invalid(Exception):  # noqa: N818
    """A statement that the standard does not have."""


def _need(holds: object, why: str) -> None:
    if not holds:
        raise Invalid(why)


def check(statement: Any) -> str:
    """Check a statement by what the standard says of the parts that we use; give its id."""
    _need(isinstance(statement, dict) and statement.keys() <= _ALLOWED, "keys")
    _need(UUID(statement["id"]).variant, "id")
    account = statement["actor"]["account"]
    _need(set(statement["actor"]) == {"objectType", "account"}, "actor")
    _need(set(account) == {"homePage", "name"}, "account")
    _need(_IRI.fullmatch(account["homePage"]) and account["name"], "account")
    _need(_IRI.fullmatch(statement["verb"]["id"]), "verb")
    _need(statement["object"]["objectType"] == "Activity", "object")
    _need(_IRI.fullmatch(statement["object"]["id"]), "object")
    result = statement.get("result", {})
    known = {"completion", "response", "extensions", "success", "duration", "score"}
    _need(result.keys() <= known, "result")
    _need(isinstance(result.get("completion", True), bool), "completion")
    _need(isinstance(result.get("response", ""), str), "response")
    _need(all(map(_IRI.fullmatch, result.get("extensions", {}))), "extensions")
    _need(UUID(statement["context"]["registration"]), "registration")
    _need(_TIME.fullmatch(statement["timestamp"]), "timestamp")
    return str(statement["id"])


class Store(ThreadingHTTPServer):
    """The store; ``refuses`` are ids that it never takes, with 400."""

    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.kept: dict[str, bytes] = {}
        self.twice: list[str] = []
        self.refuses: dict[str, int] = {}
        self.days: deque[Any] = deque()
        self.requests: list[int] = []
        self.said: list[str] = []
        self.gone = threading.Event()
        self.shouts = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of those who hang up."""


class _Handler(BaseHTTPRequestHandler):
    server: Store
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Experience-API-Version", "1.0.3")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def do_GET(self) -> None:
        self.server.said.append(f"GET {self.path}")
        self.answer(200, b"somewhere else")

    def do_POST(self) -> None:
        store = self.server
        body = self.rfile.read(int(self.headers["Content-Length"]))
        store.said.append(f"POST {self.path}")
        store.requests.append(body.count(b'"actor"'))
        day = store.days.popleft() if store.days else None
        if callable(day):
            day(self, body)
        elif isinstance(day, int):
            self.answer(day, b'{"message": "not today"}')
        else:
            self.take(body)

    def take(self, body: bytes) -> None:
        """Take a request as the standard has it."""
        status, answer = self.judge(body)
        self.answer(status, json.dumps(answer).encode())

    def judge(self, body: bytes) -> tuple[int, Any]:
        store = self.server
        right = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if self.headers["Authorization"] != f"Basic {right}":
            return 401, "who are you"
        if self.headers["X-Experience-API-Version"] != "1.0.3" or self.path != "/xapi/statements":
            return 400, "version or path"
        if self.headers["Content-Type"] != "application/json":
            return 400, "type"
        try:
            found = json.loads(body)
            ids = [check(one) for one in found]
        except (Invalid, ValueError, KeyError, TypeError) as error:
            return 400, f"invalid: {error}"
        if len(set(ids)) < len(ids):
            return 400, "the same id twice"
        refused = [store.refuses[one] for one in ids if one in store.refuses]
        if refused:
            return refused[0], "this one <b>never</b>\x1b[31m"
        as_sent = [json.dumps(one, separators=(",", ":")).encode() for one in found]
        for one, sent in zip(ids, as_sent, strict=True):
            if store.kept.get(one, sent) != sent:
                return 409, "another body"
        store.twice += [one for one in ids if one in store.kept]
        store.kept.update(zip(ids, as_sent, strict=True))
        return 200, [one.upper() if self.server.shouts else one for one in ids]


# Days


def stores_then_waits(handler: _Handler, body: bytes) -> None:
    """Take it, then say nothing until the sender has gone."""
    handler.judge(body)
    handler.server.gone.wait(10)
    handler.close_connection = True


def stores_then_hangs_up(handler: _Handler, body: bytes) -> None:
    handler.judge(body)
    handler.close_connection = True


def hangs_up(handler: _Handler, body: bytes) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


def promises_more(handler: _Handler, body: bytes) -> None:
    """Say that the answer is longer than it is."""
    handler.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n["')
    handler.close_connection = True


def never_ends(handler: _Handler, body: bytes) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    try:
        for _ in range(3000):
            handler.wfile.write(b"1000\r\n" + b"x" * 4096 + b"\r\n")
    except OSError:
        pass
    handler.close_connection = True


def drips(handler: _Handler, body: bytes) -> None:
    """Send a byte now and then, each before the sender would lose patience."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    try:
        while not handler.server.gone.is_set():
            handler.wfile.write(b"X-A: b\r\n"[:1])
            time.sleep(0.02)
    except OSError:
        pass
    handler.close_connection = True


def talks_nonsense(handler: _Handler, body: bytes) -> None:
    handler.wfile.write(b"220 smtp.example.org ready\r\n")
    handler.close_connection = True


def a_web_page(handler: _Handler, body: bytes) -> None:
    """Answer as a hotel's network does."""
    handler.answer(200, b"<html>Welcome! Please sign in.</html>", Content_Type="text/html")


def other_ids(handler: _Handler, body: bytes) -> None:
    handler.answer(200, json.dumps([str(uuid4())]).encode())


def elsewhere(handler: _Handler, body: bytes) -> None:
    port = handler.server.server_address[1]
    handler.answer(307, b"", Location=f"http://127.0.0.1:{port}/stolen")


def later(seconds: str) -> Any:
    return lambda handler, body: handler.answer(429, b"slow down", Retry_After=seconds)


@contextmanager
def running(certificate: Path | None = None) -> Iterator[Store]:
    """Have the store run in a block; with a certificate it speaks https."""
    store = Store()
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        store.socket = context.wrap_socket(store.socket, server_side=True)
    thread = threading.Thread(target=store.serve_forever, args=(0.02,), name="lrs")
    thread.start()
    try:
        yield store
    finally:
        store.gone.set()
        store.shutdown()
        thread.join()
        store.server_close()


def organisation(store: Store, scheme: str = "http", **changes: Any) -> Organisation:
    port = store.server_address[1]
    values: dict[str, Any] = {
        "address": read_address(f"{scheme}://localhost:{port}/xapi"),
        "user": USER,
        "password": PASSWORD,
        "actor": UUID(int=7, version=4),
    }
    return Organisation(**(values | changes))
