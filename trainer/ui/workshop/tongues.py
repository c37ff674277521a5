"""Languages that rooms speak, to pick a second one from."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from trainer.ui import scenario_words

_TONGUES = ("en", "es", "fr", "zh-Hans", "zh-Hant", "ko", "vi", "tl", "ja", "hi", "pa", "bn",
            "ur", "ne", "th", "lo", "km", "hmn", "my", "id", "ar", "fa", "so", "ht", "pt", "ru",
            "uk", "pl", "de", "tr")  # fmt: skip


def named(codes: tuple[str, ...] = _TONGUES, *, but: str) -> list[tuple[str, str]]:
    """Give names and codes by name, without those of the language of ``but``."""
    own = QLocale(but).language()
    others = [code for code in codes if QLocale(code).language() != own]
    every = [(scenario_words.language_name(code), code) for code in others]
    return sorted(every, key=lambda one: one[0].casefold())
