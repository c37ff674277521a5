"""Pieces of the pages that checking writes: one file, which loads nothing and runs nothing.

Words are escaped here, but for cells of a table and what stands inside a section, which are
HTML already.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from trainer.checking import html_style
from trainer.language import code
from trainer.method import ds
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trainer.method.ds import D


def page(title: str, body: str, language: str | None = None) -> str:
    """Give a whole page; ``language`` is the reader's if None."""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language or code())}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>\n{html_style.CSS}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def paragraph(words: str, kind: str = "") -> str:
    """Give a paragraph, perhaps of a kind that the style knows."""
    return f'<p class="{kind}">{escape(words)}</p>' if kind else f"<p>{escape(words)}</p>"


def section(heading: str, inside: str, name: str = "") -> str:
    """Give a section; ``name`` is where a link inside the page leads."""
    at = f' id="{escape(name)}"' if name else ""
    return f"<section{at}>\n<h2>{escape(heading)}</h2>\n{inside}\n</section>"


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Give a list of what is what."""
    return "<dl>" + "".join(f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>" for a, b in pairs) + "</dl>"


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, wide: int = 1) -> str:
    """Give a table of cells that are HTML already; the first ``wide`` columns hold words."""
    top = "".join(f'<th scope="col">{escape(one)}</th>' for one in head)
    body = "".join(f"<tr>{_cells(row, wide)}</tr>\n" for row in rows)
    return (
        f'<div class="table"><table><thead><tr>{top}</tr></thead>\n'
        f"<tbody>{body}</tbody></table></div>"
    )


def _cells(row: Sequence[str], wide: int) -> str:
    first = f'<th scope="row">{row[0]}</th>'
    return first + "".join(
        f"<td>{cell}</td>" if number < wide else f'<td class="number">{cell}</td>'
        for number, cell in enumerate(row[1:], 1)
    )


def link(name: str, words: str) -> str:
    """Give a link to a section of the same page."""
    return f'<a href="#{escape(name)}">{escape(plain(words))}</a>'


def d_name(d: D) -> str:
    """Give the name of a D in its colour."""
    return f'<span class="d {d.value}">{escape(ds.name(d))}</span>'
