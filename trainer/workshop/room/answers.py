"""What is answered over HTTP, each with the headers that keep it to itself."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from dataclasses import dataclass
from typing import Final

from aiohttp import web

ALWAYS: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "Server": "Upstander",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_NOTHING: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_INLINE: Final = re.compile(r"<(script|style)\b[^>]*>(.*?)</\1>", re.DOTALL)


def plain(text: str = "", status: int = 200) -> web.Response:
    """Answer with a few words, or none; the connection ends."""
    return _closing(web.Response(text=text, status=status, headers=_headers(_NOTHING)))


def data(text: str, status: int = 200) -> web.Response:
    """Answer with JSON; the connection may stay."""
    return web.Response(
        text=text, status=status, content_type="application/json", headers=_headers(_NOTHING)
    )


def _headers(policy: str) -> dict[str, str]:
    return {**ALWAYS, "Content-Security-Policy": policy}


def _closing(response: web.Response) -> web.Response:
    response.force_close()
    return response


@dataclass(frozen=True, slots=True)
class Page:
    """A page that holds all that it needs: its bytes, as they are and packed, and its policy."""

    whole: bytes
    packed: bytes
    policy: str

    @classmethod
    def of(cls, text: str, host: str) -> Page:
        """Make one of its text, for the ``host`` (with its port) that it is opened on."""
        hashes: dict[str, list[str]] = {"script": [], "style": []}
        for tag, inside in _INLINE.findall(text):
            digest = hashlib.sha256(inside.encode()).digest()
            hashes[tag].append(f"'sha256-{base64.b64encode(digest).decode()}'")
        parts = [
            _NOTHING,
            # Older Safari does not take a WebSocket for 'self'.
            f"connect-src 'self' ws://{host}",
            *(f"{tag}-src {' '.join(found)}" for tag, found in hashes.items() if found),
        ]
        whole = text.encode()
        return cls(whole, gzip.compress(whole, 9, mtime=0), "; ".join(parts))

    def answer(self, accepts: str) -> web.Response:
        """Answer with it; the connection ends, so that 500 phones do not hold two each."""
        headers = {**_headers(self.policy), "Vary": "Accept-Encoding"}
        packs = "gzip" in accepts
        if packs:
            headers["Content-Encoding"] = "gzip"
        body = self.packed if packs else self.whole
        return _closing(
            web.Response(body=body, content_type="text/html", charset="utf-8", headers=headers)
        )
