"""Each page as PNG, into screenshots/: ``make screenshots``, or ``ARGS="home --look dark"``.

Every scene of :mod:`tests.scenes` is shown in the real window, in every look.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

OUT = Path(__file__).parent.parent / "screenshots"


@dataclass(frozen=True, slots=True)
class Look:
    """One way to see a page."""

    name: str
    settings: Settings = field(default_factory=lambda: Settings(keep=True, palette="light"))
    size: tuple[int, int] = (1280, 800)


_LIGHT = Settings(keep=True, palette="light", motion="reduced")

LOOKS = (
    Look("light", _LIGHT),
    Look("dark", _LIGHT.but(palette="dark")),
    Look("contrast-light", _LIGHT.but(palette="contrast-light")),
    Look("contrast-dark", _LIGHT.but(palette="contrast-dark")),
    Look("200", _LIGHT.but(text_size=200)),
    Look("small", _LIGHT, (800, 600)),
    Look("small-200", _LIGHT.but(text_size=200), (800, 600)),
)

LAYOUTS = tuple(look for look in LOOKS if look.settings.palette == "light")
"""Looks that differ in size: the other palettes have the same words in the same places."""


def shoot(names: Sequence[str], looks: Sequence[str]) -> int:
    """Write the pictures of these scenes in these looks; give how many were written."""
    from tests.scenes import Stage, all_scenes

    OUT.mkdir(exist_ok=True)
    written = 0
    for name, act in all_scenes().items():
        if names and name not in names:
            continue
        for look in LOOKS:
            if looks and look.name not in looks:
                continue
            with tempfile.TemporaryDirectory() as home:
                os.environ["UPSTANDER_HOME"] = home
                with Stage(look.settings, look.size) as stage:
                    stage.shell.show()
                    act(stage)
                    picture = stage.grab()
                if not picture.save(str(OUT / f"{name}-{look.name}.png")):
                    sys.exit(f"screenshots/{name}-{look.name}.png cannot be written")
                written += 1
    return written


def main() -> None:
    """Write the pictures that were asked for, or all."""
    parser = argparse.ArgumentParser(prog="make screenshots", description=__doc__)
    parser.add_argument("scenes", nargs="*", metavar="SCENE")
    parser.add_argument("--look", action="append", default=[], choices=[one.name for one in LOOKS])
    args = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{shoot(args.scenes, args.look)} pictures in {OUT.name}/")


if __name__ == "__main__":
    main()
