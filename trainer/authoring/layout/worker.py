"""Lays out one map in a process of its own, from a line on standard input to some on output.

The native layout holds the interpreter's lock as long as it runs, and there is no bound to how
long that is: 2,000 scenes took 0.1 s in one story and more than a minute in another. A process
leaves the window free, and can be ended.
"""

from __future__ import annotations

import json
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from trainer.practice.map_layout import MapLayout, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trainer.authoring.layout.graph import Graph
    from trainer.practice.map_layout import Place

_SOME: Final = 200
"""Boxes, and ways, in a line of the answer."""

_END: Final = "end"


def question(graph: Graph) -> bytes:
    """Write down what is to be laid out."""
    asked = {"nodes": graph.names(), "edges": graph.edges(), "start": graph.start}
    return json.dumps(asked).encode() + b"\n"


class Answered:
    """Reads an answer, a line at each step: of a large map that takes as long as a few frames.

    Attributes:
        layout: what was answered; None before all of it is read, or if it is no answer.

    """

    def __init__(self, answer: bytes) -> None:
        self.layout: MapLayout | None = None
        self._lines = answer.splitlines()

    def steps(self) -> Iterator[None]:
        """Read it."""
        places: dict[str, Place] = {}
        routes: dict[tuple[str, str], tuple[Place, ...]] = {}
        try:
            size = json.loads(self._lines[0])
            for line in self._lines[1:-1]:
                found = json.loads(line)
                places.update((name, (x, y)) for name, (x, y) in found["places"])
                for a, b, route in found["routes"]:
                    routes[a, b] = tuple((x, y) for x, y in route)
                yield
            if self._lines[-1].decode() == _END:
                self.layout = MapLayout(
                    MappingProxyType(places), MappingProxyType(routes), size[0], size[1]
                )
        except (ValueError, KeyError, TypeError, IndexError):
            return


def _answer(line: str) -> Iterator[str]:
    asked = json.loads(line)
    made = lay_out(asked["nodes"], [(a, b) for a, b in asked["edges"]], asked["start"])
    places = list(made.places.items())
    routes = [(a, b, route) for (a, b), route in made.routes.items() if len(route) > 2]
    yield json.dumps((made.columns, made.rows))
    for at in range(0, max(len(places), len(routes)), _SOME):
        here = slice(at, at + _SOME)
        yield json.dumps({"places": places[here], "routes": routes[here]})
    yield _END


if __name__ == "__main__":
    sys.stdout.write("\n".join(_answer(sys.stdin.readline())))
