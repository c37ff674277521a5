"""Languages in which somebody may write, each by its name in that language."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from trainer.letters import alike
from trainer.ui.scenario_words import language_name

if TYPE_CHECKING:
    from trainer.ui.authoring.form.picks import Offers

_CODES: Final = (
    "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en",
    "es", "et", "eu", "fa", "fi", "fil", "fr", "ga", "gl", "gu", "ha", "he", "hi", "hr", "ht",
    "hu", "hy", "id", "ig", "is", "it", "ja", "ka", "kk", "km", "kn", "ko", "ku", "lo", "lt",
    "lv", "mk", "ml", "mr", "ms", "mt", "my", "nb", "ne", "nl", "pa", "pl", "ps", "pt", "ro",
    "ru", "si", "sk", "sl", "so", "sq", "sr", "sv", "sw", "ta", "te", "th", "ti", "tr", "uk",
    "ur", "uz", "vi", "xh", "yo", "zh-Hans", "zh-Hant", "zu",
)  # fmt: skip


@lru_cache(8)
def named(own: str) -> Offers:
    """Give codes and names, by name; with one that is written already, whatever it is."""
    codes = (*_CODES, *([own] if own and own not in _CODES else []))
    return sorted(((code, _name(code)) for code in codes), key=lambda one: alike(one[1]))


def _name(code: str) -> str:
    name = language_name(code)
    return name[:1].upper() + name[1:]
