"""A crowd of phones in a process of its own, led by lines of JSON; see :class:`Crowd`.

``python -m tests.workshop.load.crowd HOST PORT CODE``
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import sys
import time
from typing import Any

from tests.workshop.load.lean import Lean, load_page

PATIENCE = 60.0


class Crowd:
    """Phones, and what they are told to do; each method is a line of the input."""

    def __init__(self, host: str, port: int, code: str) -> None:
        self._address = (host, port)
        self._host = f"{host}:{port}"
        self._code = code
        self._phones: list[Lean] = []
        self._said: dict[tuple[str, int], dict[str, Any]] = {}

    async def _come(self, hello: dict[str, Any], *, page: bool) -> Lean:
        if page:
            await load_page(self._address)
        loop = asyncio.get_running_loop()
        _transport, phone = await loop.create_connection(
            lambda: Lean(self._host, hello), *self._address
        )
        await phone.ready
        return phone

    async def join(self, count: int, page: bool = True) -> dict[str, Any]:
        """Join in one go, each with the page and a socket."""
        began = time.perf_counter()
        hello = {"code": self._code}
        self._phones += await asyncio.gather(
            *(self._come(hello, page=page) for _one in range(count))
        )
        return {"seconds": time.perf_counter() - began, "phones": len(self._phones)}

    async def again(self, count: int, code: str = "") -> dict[str, Any]:
        """Have the first phones dropped and join again; what was not acknowledged is sent again."""
        before = self._phones[:count]
        for phone in before:
            phone.drop()
        self._code = code or self._code
        waits = [random.uniform(0, 0.3) for _one in before]
        fresh = await asyncio.gather(
            *(self._back(one, wait) for one, wait in zip(before, waits, strict=True))
        )
        known = sum(one.token == two.token for one, two in zip(before, fresh, strict=True))
        self._phones[:count] = fresh
        return {"known": known}

    async def _back(self, before: Lean, wait: float) -> Lean:
        await asyncio.sleep(wait)
        phone = await self._come({"token": before.token}, page=False)
        unsaid = [n for n in before.sent if n not in before.acked]
        phone.acked.update(before.acked)
        phone.sent.update(before.sent)
        phone.n = max([phone.n, *before.sent])
        for n in sorted(unsaid):
            phone.write(json.dumps({**self._said[before.token, n], "n": n}))
        return phone

    async def vote(self, answers: list[str], spread: float = 0.0, drop: int = 0) -> dict[str, Any]:
        """Have every phone answer, in turns of the answers, within ``spread`` seconds.

        The first ``drop`` phones are gone right after they have sent theirs.
        """
        ask = self._phones[-1].state()["all"]["votes"][0]
        done = asyncio.Event()
        left = len(self._phones) - drop

        def one_less() -> None:
            nonlocal left
            left -= 1
            if left <= 0:
                done.set()

        pause = spread / len(self._phones)
        for number, phone in enumerate(self._phones):
            if number >= drop:
                phone.on_ack = one_less
            what = {
                "type": "vote", "question": ask["id"], "pass": ask["pass"],
                "answers": [answers[number % len(answers)]],
            }  # fmt: skip
            phone.say(**what)
            self._said[phone.token, phone.n] = what
            if number < drop:
                phone.drop()
            if pause:
                await asyncio.sleep(pause)
        async with asyncio.timeout(PATIENCE):
            await done.wait()
        times = [
            one.acked[one.n] - one.sent[one.n] for one in self._phones[drop:] if one.n in one.acked
        ]
        return {"acks": times, "refused": sum(len(one.refused) for one in self._phones)}

    async def settle(self) -> dict[str, Any]:
        """Wait until everything that was said is acknowledged."""
        async with asyncio.timeout(PATIENCE):
            while any(n not in one.acked for one in self._phones for n in one.sent):
                await asyncio.sleep(0.01)
        return {}

    async def heard(self) -> dict[str, Any]:
        """Give when states came, by phone, and forget it."""
        times = [one.heard_at for one in self._phones]
        for one in self._phones:
            one.heard_at = []
        return {"heard": times, "closed": sum(one.closed for one in self._phones)}

    async def deaf(self) -> dict[str, Any]:
        """Have one more phone that never reads what it is sent."""
        phone = await self._come({"code": self._code}, page=False)
        assert phone.transport is not None
        phone.transport.pause_reading()
        self._deaf = phone
        return {}

    async def asked(self, number: int) -> dict[str, Any]:
        """Wait until every phone shows a pass of the question."""
        wanted = f'"pass":{number},'.encode()
        async with asyncio.timeout(PATIENCE):
            while not all(wanted in one.last for one in self._phones):
                await asyncio.sleep(0.01)
        return {}


async def main(host: str, port: str, code: str) -> None:
    crowd = Crowd(host, int(port), code)
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        what = json.loads(line)
        print(json.dumps(await getattr(crowd, what.pop("do"))(**what)), flush=True)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main(*sys.argv[1:4]))
