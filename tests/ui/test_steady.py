from __future__ import annotations

import subprocess
import sys

MANY_CALLS = """
import trainer.ui
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
for _ in range(60_000):
    widget.update()
    widget.isVisible()
    widget.parentWidget()
print("alive")
"""


def test_many_calls_into_qt_do_not_use_up_none() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "alive\n", done.stderr
