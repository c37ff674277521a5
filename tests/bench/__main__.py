"""``make bench``: every figure; ``make bench ARGS="reading start"`` some of them."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import platform

SUBJECTS = (
    "start",
    "reading",
    "engine",
    "feedback",
    "records",
    "due",
    "progress",
    "room",
    "authoring",
    "map",
    "editor",
)


def main() -> None:
    """Measure what was asked for, or everything."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("subjects", nargs="*", default=SUBJECTS, metavar="SUBJECT")
    parser.add_argument("--runs", type=int, default=7, help="runs of each, the median counts")
    args = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} processors, "
        f"garbage collector {'on' if gc.isenabled() else 'off'}, {args.runs} runs each\n"
    )
    for subject in args.subjects:
        if subject not in SUBJECTS:
            parser.error(f"there is no subject “{subject}”; there are: {', '.join(SUBJECTS)}")
        importlib.import_module(f"tests.bench.{subject}").measure(args.runs)


if __name__ == "__main__":
    main()
