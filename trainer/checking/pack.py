"""What a pack says of itself in ``pack.yaml``: whose it is, and which method rules it leaves out.

An organisation may switch a method rule off, with a reason. Nothing is hidden by that: the
report and the command line say which rule is off, by whose word and why.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from trainer.scenario.files import assets
from trainer.scenario.files import reading as files
from trainer.scenario.files.nodes import pairs
from trainer.scenario.files.shapes import Format, value_of
from trainer.scenario.files.tables import ID, LANGUAGE, ListOf, Named, Shape, Table, Text, Word
from trainer.scenario.files.tables import Key as Entry
from trainer.scenario.keys import as_in_scenarios
from trainer.scenario.problems import METHOD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from trainer.scenario.files.context import Context
    from trainer.scenario.files.nodes import Mapping as MappingNode
    from trainer.scenario.files.reading import Reading

NAME: Final = "pack.yaml"

_MOST: Final = 200
"""Folders below one that are looked into."""

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
                    "organisation": Entry(
                        Text(prose=False), "Whose pack it is, as it stands on certificates."
                    ),
                    "logo": Entry(
                        Text(prose=False), "Its logo for certificates, a PNG file in this folder."
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
    """A pack: where it is, its title, and by code the reasons for rules that are off.

    ``organisation`` is whose it is, or empty. ``logo`` is the name of a PNG file in the folder,
    or empty; anybody may have made that file, so it is opened with care.
    """

    folder: Path
    title: str
    rules_off: Mapping[str, str]
    organisation: str = ""
    logo: str = ""


def folder_of(file: Path) -> Path | None:
    """Give the nearest folder above a file that is a pack, or None."""
    folder = file.resolve().parent
    return next((one for one in (folder, *folder.parents) if (one / NAME).is_file()), None)


def read(folder: Path) -> Reading[Pack]:
    """Read what a pack's folder says of itself. Raises nothing."""
    return files.read_file(folder / NAME, (PACK,))


def found(folders: Iterable[Path]) -> tuple[Pack, ...]:
    """Give the packs in folders and in those directly below, as they are met. Raises nothing."""
    packs: dict[Path, Pack] = {}
    for folder in folders:
        for place in (folder, *_below(folder)):
            if place.resolve() not in packs and (place / NAME).is_file():
                content = read(place).content
                if content is not None:
                    packs[place.resolve()] = content
    return tuple(packs.values())


def _below(folder: Path) -> list[Path]:
    try:
        return sorted(islice((one for one in folder.iterdir() if one.is_dir()), _MOST))
    except OSError:
        return []


def _build_file(ctx: Context, root: MappingNode, key: str) -> Pack | None:
    got: dict[str, Any] | None = PACK.file.read(ctx, root, key)
    if got is None:
        return None
    if got.get("rules_off"):
        for name, _reason in pairs(value_of(root, "rules_off")):
            if name.value not in METHOD:
                hint = ctx.near(name.value, METHOD)
                ctx.report("unknown-rule", name, hint=hint, name=name.value)
    logo = _logo(ctx, root) if got.get("logo") else ""
    if ctx.broken:
        return None
    rules_off = got.get("rules_off") or MappingProxyType({})
    return Pack(ctx.path.parent, got["title"], rules_off, got.get("organisation") or "", logo)


def _logo(ctx: Context, root: MappingNode) -> str:
    """Give the logo's file; empty, and reported, if it is none that would be opened."""
    node = value_of(root, "logo")
    path = str(node.value)
    wrong = assets.wrong_with(path, ctx.path.parent)
    if wrong == "missing":
        ctx.report("missing-asset", node, path=path)
    elif wrong == "kind" or (wrong is None and not path.lower().endswith(".png")):
        ctx.report("bad-value", node, "logo-kind", value=path)
    elif wrong is not None:
        ctx.report("unsafe-path", node, wrong, path=path)
    else:
        return path
    return ""


PACK: Format[Pack] = Format(TABLE)
PACK.builders["file"] = _build_file
