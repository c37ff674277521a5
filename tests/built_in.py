"""The scenarios that come along, as far as tests count them."""

from __future__ import annotations

from typing import Final

from trainer import paths

BUILT_IN_IDS: Final = tuple(sorted(one.stem for one in paths.built_in_scenarios().glob("*/*.yaml")))
BUILT_IN: Final = len(BUILT_IN_IDS)
