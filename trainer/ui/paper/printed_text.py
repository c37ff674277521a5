"""Markdown of ours as it is printed: black on white.

It is written piece by piece from the same blocks that the window shows; Qt's own Markdown
reader, which would load pictures from the disk, takes no part.
"""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from trainer.scenario.texts import markup
from trainer.ui.paper import printing
from trainer.ui.widgets.story_writer import StoryWriter

_BODY: Final = 11
_HEADINGS: Final = {1: 20, 2: 14}
"""Sizes in points."""

_HEADING = re.compile(r"(#{1,2}) (.+)", re.DOTALL)
_QUOTE = re.compile(r"^> ?", re.MULTILINE)


def document(markdown: str) -> QTextDocument:
    """Give a text with headings ("# ", "## ") and quotations as a document to print."""
    made = QTextDocument()
    made.setDefaultFont(printing.body_font(_BODY))
    cursor = QTextCursor(made)
    for number, part in enumerate(re.split(r"\n{2,}", markdown.strip())):
        text, form, letters = _formatted(part)
        if number:
            cursor.insertBlock(form)
        StoryWriter(cursor, letters).blocks(markup.blocks(text))
    return made


def _formatted(part: str) -> tuple[str, QTextBlockFormat, QTextCharFormat]:
    """Tell a heading and a quotation from a paragraph: its words, and how they are set."""
    form, letters = QTextBlockFormat(), QTextCharFormat()
    form.setTopMargin(8)
    heading = _HEADING.fullmatch(part)
    if heading:
        level = len(heading.group(1))
        letters.setFontPointSize(_HEADINGS[level])
        letters.setFontWeight(QFont.Weight.Bold)
        form.setTopMargin(20)
        form.setHeadingLevel(level)
        return heading.group(2), form, letters
    if part.startswith(">"):
        form.setLeftMargin(20)
    return _QUOTE.sub("", part), form, letters
