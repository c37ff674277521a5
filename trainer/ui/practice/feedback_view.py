"""What a choice did, for whom, why, and what else would have fitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.language import _
from trainer.method.ds import Fit, fit_name, name
from trainer.practice.transcript import feedback_text, point_words
from trainer.practice.wording import choice_words
from trainer.scenario.texts.markup import plain
from trainer.ui import theme
from trainer.ui.practice.fit_words import FitLabel
from trainer.ui.practice.looking_up import more_words
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.chips import DChip
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.person_row import PersonRow
from trainer.ui.widgets.region import Region
from trainer.ui.widgets.story import StoryText
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.widgets.two_columns import EDGE
from trainer.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from trainer.method.ds import D
    from trainer.practice.view import Alternative, FeedbackView


def why_heading(fit: Fit | None) -> str:
    """Heading above the reason, by fit."""
    if fit is Fit.POOR:
        return _("Why it backfires here")
    return _("Why it works") if fit is Fit.STRONG else _("What to know about it")


class _Told(Card):
    """D, fit, headline, then for whom it did what; own words with their points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, accent="teal", margins=(20, 20, 20, 18), spacing=10)
        row = QWidget(self)
        self._flow = FlowLayout(row, spacing=12)
        self._chips: dict[D, DChip] = {}
        self._fit = FitLabel()
        self._flow.addWidget(self._fit)
        self._row = row
        self.body.addWidget(row)
        self._headline = Heading(role=Role.SUBHEADING)
        self.body.addWidget(self._headline)
        self._rows = theme.lay(QVBoxLayout(), spacing=8)
        self.body.addLayout(self._rows)
        self._people: list[PersonRow] = []
        self._points = Words(role=Role.BODY)
        self.body.addWidget(self._points)

    def tell(self, view: FeedbackView) -> None:
        self.set_accent(view.d.value if view.d is not None else "teal")
        self._show_chip(view.d)
        self._fit.say(view.fit)
        self._row.setVisible(view.d is not None)
        headline = plain(view.headline)
        if view.points and not headline:
            headline = _("You said it in your own words.")
        self._headline.setText(headline)
        self._headline.setVisible(bool(headline))
        while len(self._people) < len(view.about):
            row = PersonRow(self)
            self._people.append(row)
            self._rows.addWidget(row)
        for index, row in enumerate(self._people):
            if index < len(view.about):
                row.tell(view.about[index].name, view.about[index].text)
            row.setVisible(index < len(view.about))
        self._points.setText("\n".join(point_words(one.text, one.held) for one in view.points))
        self._points.setVisible(bool(view.points))

    def _show_chip(self, d: D | None) -> None:
        for known in self._chips.values():
            known.hide()
        if d is None:
            return
        if d not in self._chips:
            self._chips[d] = DChip(d, self._row)
            self._flow.insert_widget(0, self._chips[d])
        self._chips[d].show()


class _Other(QWidget):
    """One choice that would have fitted, with its reason."""

    def __init__(self, other: Alternative, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = theme.lay(QVBoxLayout(self), margins=(0, 6, 0, 0), spacing=4)
        row = QWidget(self)
        flow = FlowLayout(row, spacing=10)
        flow.addWidget(DChip(other.d, row))
        fit = FitLabel(row)
        fit.say(other.fit)
        flow.addWidget(fit)
        column.addWidget(row)
        said = choice_words(other.kind, other.words)
        column.addWidget(Words(said, role=Role.NOTE_STRONG))
        if other.why:
            why = StoryText(role=Role.NOTE)
            why.set_markdown(other.why)
            why.setAccessibleName(_("Why it would have fitted"))
            column.addWidget(why)


def _heard(other: Alternative) -> str:
    """Give a choice that would have fitted as lines to be spoken."""
    lines = (name(other.d), fit_name(other.fit), choice_words(other.kind, other.words))
    return "\n".join(line for line in (*lines, plain(other.why)) if line)


class _Others(Card):
    """What else would have fitted: the D's at once, words and reasons on demand.

    Signals:
        opened(str): the reasons came in view; their plain text.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8, margins=(20, 16, 20, 16))
        self._others: tuple[Alternative, ...] = ()
        self.body.addWidget(Heading(_("What else would have fitted?"), role=Role.SUBHEADING))
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row, spacing=8)
        self._more = LinkButton(_("See why"))
        self._more.clicked.connect(self.toggle)
        self._flow.add_stretch()
        self._flow.addWidget(self._more)
        self.body.addWidget(self._row)
        self._chips: list[DChip] = []
        self._details: QWidget | None = None

    def tell(self, others: tuple[Alternative, ...]) -> None:
        self._others = others
        self.setVisible(bool(others))
        self._close()
        wanted = list(dict.fromkeys(other.d for other in others))
        if [chip.d for chip in self._chips] == wanted:
            return
        take_out(self._flow, *self._chips)
        self._chips = [DChip(d, self._row) for d in wanted]
        for index, chip in enumerate(self._chips):
            self._flow.insert_widget(index, chip)
            chip.show()

    def toggle(self) -> None:
        """Open or close the reasons."""
        if self._details is not None:
            self._close()
            return
        self._details = QWidget(self)
        column = theme.lay(QVBoxLayout(self._details), spacing=8)
        for other in self._others:
            column.addWidget(_Other(other, self._details))
        self.body.addWidget(self._details)
        self._more.set_words(_("Hide"))
        self.opened.emit("\n\n".join(_heard(other) for other in self._others))

    def _close(self) -> None:
        take_out(self.body, self._details)
        self._details = None
        self._more.set_words(_("See why"))


class FeedbackPanel(Region):
    """The right column after a choice; its widgets are filled anew each time.

    It takes the focus, so that it can be read before going on.

    Signals:
        opened(str): what else would have fitted came in view; its plain text.
        more_wanted(object): the method's page about the chosen D, or about waiting.
    """

    opened = Signal(str)
    more_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._d: D | None = None
        self.setAccessibleName(_("What it did"))
        column = theme.lay(QVBoxLayout(self), margins=(EDGE, 0, 0, 0), spacing=14)
        self._told = _Told(self)
        self._why = Card(self, spacing=6, margins=(20, 16, 20, 16))
        self._why_heading = Heading(role=Role.SUBHEADING)
        self._why_text = StoryText(role=Role.NOTE)
        self._why_text.setAccessibleName(_("The reason"))
        self._why.body.addWidget(self._why_heading)
        self._why.body.addWidget(self._why_text)
        self._more = LinkButton("", self._why)
        self._more.clicked.connect(self.look_up)
        self._why.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._others = _Others(self)
        self._others.opened.connect(self.opened)
        for card in (self._told, self._why, self._others):
            column.addWidget(card)

    def tell(self, view: FeedbackView) -> None:
        """Show the feedback of a decision."""
        self._told.tell(view)
        self._why.setVisible(bool(view.why))
        self._why_heading.setText(why_heading(view.fit))
        self._why_text.set_markdown(view.why)
        self._d = view.d
        self._more.set_words(more_words(view.d))
        self._more.setVisible(bool(self._more.words()))
        self._others.tell(view.alternatives)
        self.setAccessibleDescription(feedback_text(view))

    def look_up(self) -> None:
        """Ask for what the method says about what was chosen, if there is anything."""
        if more_words(self._d):
            self.more_wanted.emit(self._d)

    def toggle_others(self) -> None:
        """Open or close the reasons for what else would have fitted."""
        if not self._others.isHidden():
            self._others.toggle()
