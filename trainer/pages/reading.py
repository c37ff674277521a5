"""Builds a page from what stands in a file, and looks whether it says where that comes from."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from trainer.pages.keys import TABLE
from trainer.pages.model import Page, Section, Source
from trainer.scenario.files import figures
from trainer.scenario.files.nodes import Mapping, Node, place_of
from trainer.scenario.files.reading import names_in
from trainer.scenario.files.shapes import Format, missing_one_of, twice, value_of
from trainer.scenario.problems import Hint
from trainer.scenario.reviews import check_review, review_builder
from trainer.scenario.texts import words

if TYPE_CHECKING:
    from trainer.scenario.files.context import Context

PAGES: Format[Page] = Format(TABLE)

LONGEST_SECTION: Final = 120
"""Words that a section has, or fewer, so that it fits on a slide."""

_SECTION = PAGES.plans["section"]


def _build_file(ctx: Context, root: Mapping, key: str) -> Page | None:
    sources = ctx.top.get("sources")
    ctx.names["source"] = {} if sources is None else names_in(sources)
    got = PAGES.file.read(ctx, root, key)
    if got is None:
        return None
    check_review(ctx, root, got)
    if "sections" in got:
        for again in twice(value_of(root, "sections")):
            ctx.report("duplicate-id", again, "section", id=again.value)
    if ctx.broken:
        return None
    _report_unused(ctx, got)
    got.pop("format")
    return Page(folder=ctx.path.parent, **got)


def _report_unused(ctx: Context, got: dict[str, Any]) -> None:
    """Report sources that no section names."""
    named = {name for section in got["sections"] for name in section.sources}
    for source in got.get("sources", {}).values():
        if source.key not in named:
            ctx.report("unused-source", source.mark, name=source.key)


def _build_section(ctx: Context, node: Node, key: str) -> Section | None:
    got = _SECTION.read(ctx, node, key)
    if got is None:
        return None
    if "sources" not in got:
        if "ours" not in got:
            missing_one_of(ctx, _SECTION, node, ("sources", "ours"), key)
        figures.report_unsourced(ctx, figures.all_below(node), figures.FIGURE, "section")
    mark = place_of(node.items[0])
    count = words.count([got.get("text") or ""])
    if count > LONGEST_SECTION:
        hint = Hint("slide", MappingProxyType({"limit": LONGEST_SECTION}))
        ctx.report("long-section", mark, hint=hint, section=got.get("id") or key, words=count)
    return None if ctx.broken else Section(mark=mark, **got)


PAGES.builders.update(
    {
        "file": _build_file,
        "reviewed": review_builder(PAGES.plans["reviewed"]),
        "section": _build_section,
    }
)
PAGES.made_by_name("source", Source)
