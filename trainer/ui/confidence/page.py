"""How sure one feels: the five questions, whether to be asked again, and earlier answers."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.errors import KeepingError
from trainer.language import _
from trainer.progress.confidence import confidence, confidence_words
from trainer.ui import dates, theme
from trainer.ui.confidence.earlier import EarlierCard
from trainer.ui.confidence.kept import KeptCard
from trainer.ui.confidence.questions import Questions, WishCard
from trainer.ui.dialogs import AskSheet
from trainer.ui.page import KeyHelp, Page
from trainer.ui.widgets.bars.back_button import BackButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.fields import CheckBox
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trainer.method.five_steps import Step
    from trainer.progress.confidence.confidence import Entry, Occasion
    from trainer.ui.context import Context

_WIDEST = 960


class ConfidencePage(Page):
    """Opened by hand, or with the ``occasion`` that it was offered for."""

    name: ClassVar[str] = "confidence"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._occasion: Occasion | None = None
        self._draft: dict[Step, int] | None = None
        self._deleting: Entry | None = None
        self._way = BackButton(context)
        self.questions, self.wish, self.earlier = Questions(), WishCard(), EarlierCard()
        self.kept = KeptCard()
        self.again = self._make_again()
        self._build()
        self.questions.changed.connect(self._changed)
        self.questions.kept.connect(self._keep)
        self.questions.skipped.connect(self._skip)
        self.wish.wished.connect(self._wish_said)
        self.earlier.delete_wanted.connect(self._ask_to_delete)
        self.kept.back_wanted.connect(context.go_back)
        self.kept.change_wanted.connect(self._ask_again)

    def _make_again(self) -> Card:
        card = Card(margins=(24, 16, 24, 16), spacing=0)
        self.box = CheckBox(_("Offer this again every four weeks"))
        note = _("Before a scenario, and it can be skipped each time.")
        self.box.setAccessibleDescription(note)
        self.box.toggled.connect(self._wish_changed)
        card.body.addWidget(self.box)
        # The note stands under the words, not under the box.
        under = theme.lay(QVBoxLayout(), margins=(34, 0, 0, 0))
        under.addWidget(SoftLabel(note))
        card.body.addLayout(under)
        return card

    def _build(self) -> None:
        outer = self.scrolled()
        line = QHBoxLayout()
        self._middle = QWidget(self)
        self._middle.setMaximumWidth(theme.px(_WIDEST))
        column = theme.lay(QVBoxLayout(self._middle), spacing=theme.GAP)
        for card in (self.questions, self.wish, self.kept, self.again, self.earlier):
            column.addWidget(card)
        line.addWidget(self._middle, 1000)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addStretch()

    # Page

    def title(self) -> str:
        """Title of the page."""
        return _("How sure you feel")

    def way_back(self) -> QWidget:
        """Back to where one came from."""
        return self._way

    def open(self, *, occasion: Occasion | None = None, **what: Any) -> None:
        """Ask; what was answered today, or is only half answered, stands there already."""
        self._occasion = occasion
        self._way.show_way()
        self._show()

    def shown(self) -> None:
        """Stand on the first question, after what it is about."""
        if not self.kept.isHidden():
            self.kept.begin()
            return
        self.context.announce(f"{self.questions.intro}\n{confidence_words.not_validated()}")
        self.questions.begin()
        if self.scroller is not None:
            self.scroller.bar.setValue(0)

    def restyled(self) -> None:
        """Keep the column as wide as is pleasant."""
        self._middle.setMaximumWidth(theme.px(_WIDEST))

    def order_tabs(self) -> None:
        """Card by card."""
        chain(self.questions, self.wish, self.kept, self.again, self.earlier)

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("1 to 5"), _("Answer, and go to the next question")),
            (_("Arrows"), _("Walk along the scale")),
            (_("Enter"), _("Go to the next question")),
            (_("0"), _("Leave the question out")),
            (_("Backspace"), _("Back to where you came from")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back, or scroll."""
        if event.key() == Qt.Key.Key_Backspace and not event.isAutoRepeat():
            self.context.go_back()
        else:
            super().keyPressEvent(event)

    # Showing

    def _show(self) -> None:
        by_hand = self._occasion is None
        answers = self._draft or {}
        known, wish = [], None
        try:
            store = self.context.store
            known, wish = confidence.entries(store), confidence.facts(store).wish
            today = confidence.todays(store)
            if self._draft is None and today is not None:
                answers = dict(today.answers)
        except KeepingError as error:
            self.context.tell(error)
        self._ask(answers, may_skip=not by_hand)
        self.questions.show()
        self.wish.hide()
        self.kept.hide()
        self.again.setVisible(by_hand and self.context.keeps)
        self.box.blockSignals(True)
        self.box.setChecked(bool(wish))
        self.box.blockSignals(False)
        self.earlier.tell(known if by_hand else [])
        if self.isVisible():
            self.order_tabs()

    def _ask(self, answers: dict[Step, int], *, may_skip: bool) -> None:
        draft = self._draft
        self.questions.ask(answers, may_skip=may_skip)
        self._draft = draft

    def _changed(self) -> None:
        self._draft = self.questions.answers()

    # Acting

    def _keep(self, answers: dict[Step, int]) -> None:
        try:
            confidence.put(self.context.store, answers)
            wish = confidence.facts(self.context.store).wish
        except KeepingError as error:
            self.context.tell(error)
            return
        self._draft = None
        self.context.runs_changed.emit()
        if self.context.keeps and wish is None and self._occasion is not confidence.Occasion.BEFORE:
            self._ask_for_wish()
        else:
            self._done()

    def _ask_for_wish(self) -> None:
        self.wish.show()
        self.order_tabs()
        self.wish.begin()
        for part in (self.questions, self.again, self.earlier):
            part.hide()
        self.context.announce(self.wish.words)

    def _wish_said(self, again: bool) -> None:
        try:
            confidence.set_wish(self.context.store, again=again)
        except KeepingError as error:
            self.context.tell(error)
        self._done()

    def _wish_changed(self, again: bool) -> None:
        try:
            confidence.set_wish(self.context.store, again=again)
        except KeepingError as error:
            self.context.tell(error)
            self._show()

    def _done(self) -> None:
        said = (
            _("Your answers are kept.")
            if self.context.keeps
            else _("Your answers stand until you close the window.")
        )
        if self._occasion is not None:
            self.context.go_back()
            self.context.notice(said)
        else:
            self._show_kept(said)

    def _show_kept(self, said: str) -> None:
        """Show what was kept instead of the questions, beside the time before."""
        self._show()
        try:
            known = confidence.entries(self.context.store)
        except KeepingError as error:
            self.context.tell(error)
            return
        self.kept.tell(said, known[-1], known[-2] if len(known) > 1 else None)
        self.kept.show()
        self.order_tabs()
        self.kept.begin()
        self.questions.hide()
        if self.scroller is not None:
            self.scroller.bar.setValue(0)
        self.context.announce(said)

    def _ask_again(self) -> None:
        self._show()
        self.questions.begin()

    def _skip(self) -> None:
        with suppress(KeepingError):
            confidence.skip(self.context.store)
        self._draft = None
        self.context.go_back()

    def _ask_to_delete(self, entry: Entry) -> None:
        self._deleting = entry
        sheet = AskSheet(
            self.context,
            _("Delete the answers of %(day)s?") % {"day": dates.full(entry.day)},
            (
                confidence_words.entry_words(entry),
                _("They go from the backups as well. This cannot be undone."),
            ),
            _("Delete"),
            self.window(),
        )
        sheet.agreed.connect(self._delete)
        sheet.open()

    def _delete(self) -> None:
        if self._deleting is None:
            return
        try:
            with suppress(LookupError):
                confidence.delete(self.context.store, self._deleting.id)
        except KeepingError as error:
            self.context.tell(error)
        self._deleting = self._draft = None
        self.context.runs_changed.emit()
        self._show()
        self.questions.begin()
