"""What is printed is letters: it can be searched, copied, and heard."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.scenes import Stage
from trainer.settings import Settings
from trainer.ui.paper import printed_text, printing

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

EVERY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 fi fl ffi Ää Üü éñ ’“”…–"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="this machine lacks pdftotext")
@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_letter_of_a_pdf_is_the_letter_that_it_shows(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    with Stage(Settings(keep=True, language=language)):
        document = printed_text.document(f"# {EVERY}\n\n{EVERY}\n\n*{EVERY}*")
        data = printing.pdf("Letters", document.print_)
    (tmp_path / "letters.pdf").write_bytes(data)
    done = subprocess.run(
        ["pdftotext", str(tmp_path / "letters.pdf"), "-"], capture_output=True, check=True
    )
    told = "".join(done.stdout.decode().split())
    assert told.count("".join(EVERY.split())) == 3
