"""Writes the block tree of a scenario's text into a Qt document, piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor

from trainer.scenario.texts.inline import Break, Emphasis, Link, Strong, Text
from trainer.scenario.texts.markup import Items, Paragraph
from trainer.ui import theme

if TYPE_CHECKING:
    from trainer.scenario.texts.inline import Part
    from trainer.scenario.texts.markup import Block

_PARAGRAPH_GAP = 8
_INDENT = 20


class StoryWriter:
    """Writes at a cursor. ``has_links`` tells whether a link was among it.

    ``base`` is the letters' format where nothing is emphasised; ``link_colour`` is empty on
    paper, where a link is only underlined.
    """

    def __init__(
        self,
        cursor: QTextCursor,
        base: QTextCharFormat | None = None,
        *,
        link_colour: str = "",
    ) -> None:
        self._cursor = cursor
        self._base = base or QTextCharFormat()
        self._link_colour = link_colour
        self._fresh = True
        self.has_links = False

    def plain(self, text: str) -> None:
        """Write text letter by letter, its line breaks kept."""
        if text:
            self._cursor.insertText(text.replace("\n", "\u2028"), self._base)

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        """Write paragraphs and lists."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self._start_block(0)
                self._parts(block.parts)
            elif isinstance(block, Items):
                for item in block.items:
                    self._start_block(item.level + 1)
                    sign = "•" if item.number is None else f"{item.number}."
                    self._cursor.insertText(f"{sign}\u00a0", self._base)
                    self._parts(item.parts)

    def _start_block(self, level: int) -> None:
        # The first block is there already, and may be set apart from what stands before it.
        form = self._cursor.blockFormat() if self._fresh else QTextBlockFormat()
        form.setLeftMargin(form.leftMargin() + max(0, level - 1) * theme.px(_INDENT))
        if self._fresh:
            self._cursor.setBlockFormat(form)
        else:
            form.setTopMargin(theme.px(_PARAGRAPH_GAP if level == 0 else _PARAGRAPH_GAP // 2))
            self._cursor.insertBlock(form)
        self._fresh = False

    def _parts(self, parts: tuple[Part, ...]) -> None:
        waiting: list[tuple[Part, QTextCharFormat]] = [(p, self._base) for p in reversed(parts)]
        while waiting:
            part, form = waiting.pop()
            if isinstance(part, Text):
                self._cursor.insertText(part.text, form)
            elif isinstance(part, Break):
                self._cursor.insertText("\u2028", form)
            else:
                inner = self._inner(part, form)
                waiting.extend((inside, inner) for inside in reversed(part.parts))

    def _inner(self, part: Emphasis | Strong | Link, outer: QTextCharFormat) -> QTextCharFormat:
        form = QTextCharFormat(outer)
        if isinstance(part, Emphasis):
            form.setFontItalic(not outer.fontItalic())
        elif isinstance(part, Strong):
            form.setFontWeight(QFont.Weight.Bold)
        else:
            self.has_links = True
            form.setAnchor(True)
            form.setAnchorHref(part.url)
            form.setFontUnderline(True)
            if self._link_colour:
                form.setForeground(QColor(self._link_colour))
        return form
