"""A real browser without a window, spoken to over the DevTools protocol; one for many tests."""

from __future__ import annotations

import asyncio
import base64
import json
import shutil
import subprocess
import time
from typing import TYPE_CHECKING, Any, Final

import aiohttp

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

LONG: Final = 20.0
"""Seconds after which something that was waited for is not coming."""

KEYS: Final = {"Tab": 9, "Enter": 13, " ": 32, "ArrowDown": 40, "ArrowUp": 38, "ArrowRight": 39}


def found() -> str | None:
    """Where the browser lies, if there is one."""
    return next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )


class Browser:
    """Chromium, in a folder of its own that is gone afterwards."""

    def __init__(self, folder: Path) -> None:
        self._loop = asyncio.new_event_loop()
        self._folder = folder
        program = found()
        assert program is not None
        self._process = subprocess.Popen(
            [
                program, "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={folder}",
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-extensions", "--disable-background-networking", "--mute-audio",
                "--disable-component-update", "--disable-sync", "--hide-scrollbars",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "about:blank",
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.session = self.run(self._session())
        self._socket = self.run(self._connect())
        self._number = 0
        self.events: list[dict[str, Any]] = []

    async def _session(self) -> aiohttp.ClientSession:
        return aiohttp.ClientSession()

    async def _connect(self) -> Any:
        place = self._folder / "DevToolsActivePort"
        end = time.monotonic() + LONG
        while not place.exists() or len(place.read_text().split()) < 2:
            assert time.monotonic() < end, "the browser does not start"
            await asyncio.sleep(0.02)
        port, path = place.read_text().split()
        return await self.session.ws_connect(f"ws://127.0.0.1:{port}{path}", max_msg_size=0)

    def run(self, what: Coroutine[Any, Any, Any]) -> Any:
        """Wait for something of the browser's."""
        return self._loop.run_until_complete(what)

    def call(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """Have the browser do something, and give what came of it."""
        self._number += 1
        said = {"id": self._number, "method": method, "params": params}
        if session:
            said["sessionId"] = session
        return self.run(self._call(said))  # type: ignore[no-any-return]

    async def _call(self, said: dict[str, Any]) -> dict[str, Any]:
        await self._socket.send_str(json.dumps(said))
        async with asyncio.timeout(LONG):
            while True:
                heard = await self._socket.receive_json()
                if heard.get("id") == said["id"]:
                    assert "error" not in heard, (said["method"], heard["error"])
                    return dict(heard["result"])
                self.events.append(heard)

    def tab(self, **how: Any) -> Tab:
        """Open a tab with a memory of its own."""
        context = self.call("Target.createBrowserContext")["browserContextId"]
        target = self.call("Target.createTarget", url="about:blank", browserContextId=context)
        attached = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        tab = Tab(self, attached["sessionId"], context)
        tab.looks(**how)
        return tab

    def close(self) -> None:
        self.run(self._socket.close())
        self.run(self.session.close())
        self._process.terminate()
        self._process.wait(LONG)
        self._loop.close()


class Tab:
    """One phone."""

    def __init__(self, browser: Browser, session: str, context: str) -> None:
        self.browser = browser
        self._session = session
        self._context = context
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        return self.browser.call(method, self._session, **params)

    def looks(
        self, width: int = 360, height: int = 740, zoom: float = 1.0, *, dark: bool = False,
        forced: bool = False, still: bool = True,
    ) -> None:  # fmt: skip
        """Make it a phone of that size; at a zoom of 2 there is half as much room."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=int(width / zoom),
            height=int(height / zoom), deviceScaleFactor=2 * zoom, mobile=True,
        )  # fmt: skip
        features = {
            "prefers-color-scheme": "dark" if dark else "light",
            "forced-colors": "active" if forced else "none",
            "prefers-reduced-motion": "reduce" if still else "no-preference",
        }
        self.call(
            "Emulation.setEmulatedMedia",
            features=[{"name": name, "value": value} for name, value in features.items()],
        )

    def go(self, url: str) -> None:
        self.call("Page.navigate", url=url)
        self.until("document.readyState === 'complete'")

    def reload(self) -> None:
        self.ask("window.old = true")
        self.call("Page.reload")
        self.until("!window.old && document.readyState === 'complete'")

    def ask(self, code: str, *, waits: bool = False) -> Any:
        """Give what JavaScript comes to."""
        got = self.call("Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=waits)
        assert "exceptionDetails" not in got, (code, got["exceptionDetails"])
        return got["result"].get("value")

    def until(self, code: str, long: float = LONG) -> Any:
        """Wait until JavaScript comes to something."""
        end = time.monotonic() + long
        while time.monotonic() < end:
            try:
                if found := self.ask(code):
                    return found
            except AssertionError as wrong:  # Between two pages.
                if "context" not in str(wrong) and "null" not in str(wrong):
                    raise
            time.sleep(0.01)
        raise AssertionError(f"it never came to this: {code}\n{self.text()}")

    def text(self) -> str:
        return str(self.ask("document.body.innerText"))

    def heading(self, told: str) -> None:
        """Wait for a screen by its heading."""
        self.until(f"(document.querySelector('h1') || {{}}).textContent === {json.dumps(told)}")

    def press(self, button: str) -> None:
        """Press what has an id, where it stands."""
        at = self.until(
            f"(() => {{ const one = document.getElementById({json.dumps(button)});"
            " if (!one) return null; one.scrollIntoView({block: 'center'});"
            " const r = one.getBoundingClientRect();"
            " return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call(
                "Input.dispatchMouseEvent", type=kind, x=at[0], y=at[1], button="left", clickCount=1
            )

    def type(self, text: str) -> None:
        self.call("Input.insertText", text=text)

    def key(self, key: str) -> None:
        """Press a key."""
        code = KEYS.get(key) or ord(key.upper())
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code,
                text=text if kind == "keyDown" else "",
            )  # fmt: skip

    def shot(self, path: Path) -> None:
        """Draw the whole page into a PNG."""
        drawn = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=False)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(drawn["data"]))

    def close(self) -> None:
        self.browser.call("Target.disposeBrowserContext", browserContextId=self._context)
