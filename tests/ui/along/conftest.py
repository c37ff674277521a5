from __future__ import annotations

from tests.ui.practice.conftest import hands, scenario_file

__all__ = ["hands", "scenario_file"]
