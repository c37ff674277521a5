"""Debrief and transcript as one document: Markdown, and a web page or PDF made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer import saving
from trainer.language import _
from trainer.practice.debrief import debrief_markdown
from trainer.practice.transcript import transcript

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QTextDocument

    from trainer.practice.session import Session


def markdown(session: Session) -> str:
    """Give debrief and transcript as one Markdown document."""
    told = transcript(session).markdown()
    # The title stands above the debrief already.
    rest = told.split("\n\n", 1)[1] if told.startswith("# ") else told
    return f"{debrief_markdown(session)}\n# {_('What happened')}\n\n{rest}"


def suggested_name(session: Session, ending: str) -> str:
    """Give a name for the file."""
    return f"{session.scenario.id}.{ending}"


def save_markdown(session: Session, path: Path) -> None:
    """Write the Markdown document.

    Raises:
        UpstanderError: it could not be written; what stood there is as it was.

    """
    _save(path, markdown(session).encode())


def save_web_page(session: Session, path: Path) -> None:
    """Write one HTML file, for whoever reads with a browser's own settings.

    Raises:
        UpstanderError: it could not be written; what stood there is as it was.

    """
    _save(path, web_page(session).encode())


def web_page(session: Session) -> str:
    """Give the document as HTML. It loads nothing and runs nothing, and says so to the browser."""
    from html import escape

    import markdown as markdown_library

    scenario = session.scenario
    body = markdown_library.markdown(markdown(session), output_format="html")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(scenario.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        f"<title>{escape(scenario.title)}</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def save_pdf(session: Session, path: Path) -> None:
    """Write the PDF document.

    Raises:
        UpstanderError: it could not be written; what stood there is as it was.

    """
    from trainer.ui.paper import printing

    _save(path, printing.pdf(session.scenario.title, document(session).print_))


def document(session: Session) -> QTextDocument:
    """Give the document as it is printed."""
    from trainer.ui.paper import printed_text

    return printed_text.document(markdown(session))


def _save(path: Path, data: bytes) -> None:
    saving.save(path, data, _("What you did is still kept in Upstander."))
