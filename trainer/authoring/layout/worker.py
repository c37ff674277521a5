"""Lays out one map in a process of its own, from a line on standard input to one on output.

The native layout holds the interpreter's lock as long as it runs, and there is no bound to how
long that is: 2,000 scenes took 0.1 s in one story and more than a minute in another. A process
leaves the window free, and can be ended.
"""

from __future__ import annotations

import json
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING

from trainer.practice.map_layout import MapLayout, lay_out

if TYPE_CHECKING:
    from trainer.authoring.layout.graph import Graph


def question(graph: Graph) -> bytes:
    """Write down what is to be laid out."""
    asked = {"nodes": graph.names(), "edges": graph.edges(), "start": graph.start}
    return json.dumps(asked).encode() + b"\n"


def answered(line: bytes) -> MapLayout | None:
    """Read an answer; None if that is none."""
    try:
        found = json.loads(line)
        return MapLayout(
            MappingProxyType({name: (place[0], place[1]) for name, place in found["places"]}),
            MappingProxyType(
                {(a, b): tuple((x, y) for x, y in route) for a, b, route in found["routes"]}
            ),
            found["columns"],
            found["rows"],
        )
    except (ValueError, KeyError, TypeError, IndexError):
        return None


def _answer(line: str) -> str:
    asked = json.loads(line)
    made = lay_out(asked["nodes"], [(a, b) for a, b in asked["edges"]], asked["start"])
    return json.dumps(
        {
            "places": list(made.places.items()),
            "routes": [(a, b, route) for (a, b), route in made.routes.items() if len(route) > 2],
            "columns": made.columns,
            "rows": made.rows,
        }
    )


if __name__ == "__main__":
    sys.stdout.write(_answer(sys.stdin.readline()))
