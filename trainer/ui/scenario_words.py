"""What the window says of a scenario in one line, and how it names languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from trainer.language import _
from trainer.scenario import kind_words

if TYPE_CHECKING:
    from trainer.scenario.libraries.library import Card


def facts(card: Card) -> str:
    """One line about a scenario: setting, length, intensity."""
    return _("%(setting)s · %(minutes)s · %(severity)s") % {
        "setting": kind_words.setting(card.setting),
        "minutes": kind_words.minutes(card.minutes),
        "severity": kind_words.severity(card.severity),
    }


def language_name(code: str) -> str:
    """Name of a language in that language itself; the reader's word where Qt knows none."""
    locale = QLocale(code)
    if locale.language() in (QLocale.Language.C, QLocale.Language.AnyLanguage):
        from trainer.help import words  # Only where it is needed: the first page needs none.

        return words.language(code)
    name = locale.nativeLanguageName()
    if "-" in code and locale.script() == QLocale(code.split("-")[0]).script():
        territory = locale.nativeTerritoryName()
        return f"{name} ({territory})" if name and territory else name or code
    return name[:1].upper() + name[1:] if name else code
