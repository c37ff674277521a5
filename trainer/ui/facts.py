"""What Qt finds on this machine, for ``doctor``, which runs this in a process of its own.

``python -m trainer.ui.facts`` prints one JSON object a line, each as soon as it is known:
where Qt ends the process for want of a screen or a library, what came before still counts.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCRIPTS: Final = {
    "zh-Hans": "SimplifiedChinese",
    "zh-Hant": "TraditionalChinese",
    "ja": "Japanese",
    "ko": "Korean",
    "vi": "Vietnamese",
    "th": "Thai",
    "lo": "Lao",
    "km": "Khmer",
    "my": "Myanmar",
    "hi": "Devanagari",
    "bn": "Bengali",
    "ta": "Tamil",
    "pa": "Gurmukhi",
    "ar": "Arabic",
    "he": "Hebrew",
}
"""For each language with letters of its own, Qt's name of them."""


def versions() -> dict[str, Any]:
    """Versions of Qt, and files of fonts that should have come along and are not there."""
    import PySide6
    from PySide6.QtCore import qVersion

    from trainer.ui import fonts

    return {"pyside": PySide6.__version__, "qt": qVersion(), "fonts_missing": fonts.missing()}


def screens() -> dict[str, Any]:
    """Screens (size in pixels of the desktop) and languages that no font is there for.

    A ``QGuiApplication`` exists.
    """
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    from trainer.ui import fonts

    fonts.families("en")
    fonts.families("vi")
    found = [
        {
            "name": screen.name(),
            "width": screen.geometry().width(),
            "height": screen.geometry().height(),
            "scale": screen.devicePixelRatio(),
        }
        for screen in QGuiApplication.screens()
    ]
    systems = QFontDatabase.WritingSystem
    without = [
        language
        for language, script in _SCRIPTS.items()
        if not QFontDatabase.families(getattr(systems, script))
    ]
    return {
        "platform": QGuiApplication.platformName(),
        "screens": found,
        "languages_without_font": without,
    }


def voices() -> dict[str, Any]:
    """Whether something can be read aloud. A ``QGuiApplication`` exists."""
    from trainer.ui.speech import Voice

    return {"voice": Voice().available}


def gather() -> Iterator[dict[str, Any]]:
    """Give the facts, those first that need least."""
    yield versions()
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    yield screens()
    yield voices()
    del application


if __name__ == "__main__":
    for facts in gather():
        print(json.dumps(facts), flush=True)
