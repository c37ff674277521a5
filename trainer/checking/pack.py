"""What a pack says of itself in ``pack.yaml``: above all, which method rules it does without.

An organisation may switch a method rule off, with a reason. Nothing is hidden by that: the
report and the command line say which rule is off, by whose word and why.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from trainer.scenario import files
from trainer.scenario.keys import as_in_scenarios
from trainer.scenario.nodes import pairs
from trainer.scenario.problems import METHOD
from trainer.scenario.shapes import Format, value_of
from trainer.scenario.tables import ID, LANGUAGE, ListOf, Named, Shape, Table, Text, Word
from trainer.scenario.tables import Key as Entry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from trainer.scenario.context import Context
    from trainer.scenario.files import Reading
    from trainer.scenario.nodes import Mapping as MappingNode

NAME: Final = "pack.yaml"

TABLE: Final = Table(
    "pack",
    "Upstander pack",
    MappingProxyType(
        {
            "file": Shape(
                "file",
                {
                    **as_in_scenarios("id", "title", "authors", "licence"),
                    "version": Entry(Text(prose=False), "Version of the pack.", True),
                    "languages": Entry(
                        ListOf(Word(LANGUAGE, "language")), "Languages of its texts, BCP 47."
                    ),
                    "rules_off": Entry(
                        Named(Text(), ID), "Method rules that do not hold here, with reasons."
                    ),
                },
            )
        }
    ),
)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack: where it is, its title, and by code the reasons for rules that are off."""

    folder: Path
    title: str
    rules_off: Mapping[str, str]


def folder_of(file: Path) -> Path | None:
    """Give the nearest folder above a file that is a pack, or None."""
    folder = file.resolve().parent
    return next((one for one in (folder, *folder.parents) if (one / NAME).is_file()), None)


def read(folder: Path) -> Reading[Pack]:
    """Read what a pack's folder says of itself. Raises nothing."""
    return files.read_file(folder / NAME, (PACK,))


def _build_file(ctx: Context, root: MappingNode, key: str) -> Pack | None:
    got: dict[str, Any] | None = PACK.file.read(ctx, root, key)
    if got is None:
        return None
    if got.get("rules_off"):
        for name, _reason in pairs(value_of(root, "rules_off")):
            if name.value not in METHOD:
                hint = ctx.near(name.value, METHOD)
                ctx.report("unknown-rule", name, hint=hint, name=name.value)
    if ctx.broken:
        return None
    return Pack(ctx.path.parent, got["title"], got.get("rules_off") or MappingProxyType({}))


PACK: Format[Pack] = Format(TABLE)
PACK.builders["file"] = _build_file
