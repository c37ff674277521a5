"""A second language on the projector, written or only spoken, and a strip for who speaks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.language import _
from trainer.scenario.translation import best
from trainer.ui.scenario_words import language_name
from trainer.ui.widgets.fields import CheckBox, Dropdown
from trainer.ui.workshop import tongues
from trainer.ui.workshop.ready.row import ReadyRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from trainer.ui.workshop.ready.preparing import Preparation


class TongueRow(ReadyRow):
    """Whoever runs the workshop chooses it, whatever the plan says; phones choose their own.

    Signals:
        chosen(str): another second language, empty for none.
        strip_wanted(bool): the strip shall be kept free, or not.
    """

    chosen = Signal(str)
    strip_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("globe", _("A second language on the projector"), parent)
        self.list = Dropdown(_("Second language on the projector"), self)
        self.list.chosen.connect(self._picked)
        self.add_control(self.list)
        self.strip = CheckBox(_("Keep a strip free for captions or the interpreter"), self)
        self.strip.clicked.connect(self.strip_wanted)
        self.column.addWidget(self.strip)

    def show_state(self, preparation: Preparation) -> None:
        """Say what the room reads, and what only an interpreter says."""
        self.list.clear()
        for words, code in _offers(preparation):
            self.list.add(words, code)
        self.list.choose(preparation.second)
        self.strip.setChecked(preparation.strip)
        known = {
            "first": language_name(preparation.plan.language),
            "second": language_name(preparation.second),
        }
        if not preparation.second:
            said = _("The projector shows %(first)s alone. On phones each person chooses from the"
                     " languages that there are.")  # fmt: skip
        elif is_written(preparation, preparation.second):
            said = _("The projector shows %(first)s, with %(second)s beneath it wherever there is"
                     " a translation.")  # fmt: skip
        else:
            said = _("Nothing of this plan is written in %(second)s yet: somebody says it. The"
                     " projector shows %(first)s, and can keep a strip free for their line."
                     )  # fmt: skip
        self.say(said % known, settled=True)

    def _picked(self, code: object) -> None:
        self.chosen.emit(str(code))


def is_written(preparation: Preparation, code: str) -> bool:
    """Tell whether anything of the workshop can be read in a language besides the plan's own."""
    return best(preparation.written, code) not in (None, preparation.plan.language)


def _offers(preparation: Preparation) -> Iterator[tuple[str, str]]:
    """Give none, what is written, and what can only be spoken."""
    yield _("None"), ""
    own = preparation.plan.language
    there = tuple(one for one in preparation.written if one != own)
    yield from ((language_name(one), one) for one in there)
    spoken = [(words, code) for words, code in tongues.named(but=own)
              if not is_written(preparation, code)]  # fmt: skip
    now = preparation.second
    if now and now not in there and all(code != now for _words, code in spoken):
        spoken.insert(0, (language_name(now), now))
    for words, code in spoken:
        yield _("%(language)s, spoken by an interpreter") % {"language": words}, code
