"""The JSON Schemas of all formats: ``python -m trainer.checking.schemas`` writes them anew."""

from __future__ import annotations

from typing import Final

from trainer.drills import keys as drills
from trainer.help import keys as help_
from trainer.pages import keys as pages
from trainer.plans import keys as plans
from trainer.scenario import keys as scenario
from trainer.scenario.files import json_schema

TABLES: Final = (scenario.TABLE, help_.TABLE, drills.TABLE, pages.TABLE, plans.TABLE)

if __name__ == "__main__":
    for table in TABLES:
        json_schema.place(table).write_text(json_schema.written(table), "utf-8")
