"""A booster: what was learned is asked again, in another situation. Nothing is judged."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer import language
from trainer.errors import KeepingError
from trainer.language import _, ngettext
from trainer.progress.boosters import boosters, variants
from trainer.progress.boosters.boosters import Rating
from trainer.progress.boosters.sitting import Phase, Sitting
from trainer.ui import theme
from trainer.ui.boosters.asking import Asking, Situation
from trainer.ui.boosters.comparing import Comparing
from trainer.ui.boosters.opening import Opening
from trainer.ui.page import KeyHelp, Page
from trainer.ui.widgets import enter
from trainer.ui.widgets.bars.back_button import BackButton
from trainer.ui.widgets.bars.text_menu import TextMenu
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.two_columns import EDGE, TwoColumns
from trainer.ui.window.page_stack import PageStack

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from trainer.progress.boosters.due import DueCard
    from trainer.progress.boosters.variants import Variant
    from trainer.settings import Settings
    from trainer.ui.context import Context

_DIGITS = {Qt.Key(Qt.Key.Key_0 + value.value): value for value in Rating}


class BoosterPage(Page):
    """One sitting with what is due. Whoever leaves in the middle finds it as it was."""

    name: ClassVar[str] = "booster"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._sitting: Sitting | None = None
        self._told, self._written = False, 0
        self._way = BackButton(context)
        self._text = TextMenu(context)
        self._build()
        context.settings_changed.connect(self._settings_changed)
        context.library_changed.connect(self._library_changed)

    def _build(self) -> None:
        self.opening = Opening()
        self.opening.begin.connect(self.go_on)
        self.opening.skip.connect(self.skip)
        self.opening.home.connect(self.go_on)
        self.opening.forget.connect(self._ask_to_forget)
        self.situation, self.asking, self.comparing = Situation(), Asking(), Comparing()
        self.asking.done.connect(self.go_on)
        self.comparing.rated.connect(self.rate)
        right = QWidget()
        column = theme.lay(QVBoxLayout(right))
        above = theme.lay(QVBoxLayout(), margins=(EDGE, 0, 0, 0))
        above.addWidget(self.asking)
        column.addLayout(above)
        column.addWidget(self.comparing)
        column.addStretch(1)
        self._columns = TwoColumns(self.situation, right, foot=self._make_foot())
        self._layers = PageStack()
        self._layers.addWidget(self.opening)
        self._layers.addWidget(self._columns)
        theme.lay(QVBoxLayout(self)).addLayout(self._layers)

    def _make_foot(self) -> QWidget:
        self._foot = QWidget()
        row = theme.lay(QHBoxLayout(self._foot), margins=(EDGE, 8, 0, 22), spacing=10)
        skip = QuietButton(_("Skip this one"), icon="skip-forward")
        skip.clicked.connect(self.skip)
        self._compare = PrimaryButton(_("Compare"), keys=_("Ctrl Enter"))
        self._compare.clicked.connect(self.go_on)
        row.addWidget(skip)
        row.addWidget(self._compare, 1)
        return self._foot

    # Page

    def title(self) -> str:
        """Name of the page."""
        return _("Booster")

    def way_back(self) -> QWidget:
        """Back to where one came from."""
        return self._way

    def bar_widgets(self) -> list[QWidget]:
        """How the text is shown stands in the bar."""
        return [self._text]

    def open(self, **what: Any) -> None:
        """Take up what is due, or go on in the middle of it."""
        self._way.show_way()
        sitting = self._sitting
        if sitting is None or sitting.phase in (Phase.BEFORE, Phase.OVER):
            self._sit_down()
        self._show()

    def shown(self) -> None:
        """Stand where reading begins."""
        self._focus()

    def left(self) -> None:
        """Hold on to what was written; the first page looks anew at what is due."""
        sitting = self._sitting
        if sitting is not None:
            if sitting.phase is Phase.ASKING:
                sitting.words = self.asking.box.text()
            if sitting.answered and not self._told:
                self._told = True
                self.context.runs_changed.emit()

    def order_tabs(self) -> None:
        """From the situation to the answer, to what fitted, to the foot."""
        chain(self)

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("Enter"), _("Begin; outside the field, compare")),
            (_("Ctrl Enter"), _("Done with your own words: compare")),
            (_("1 to 4"), _("After comparing: how it went")),
            (_("Backspace"), _("Back to where you came from")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, digits and Backspace."""
        key, phase = event.key(), self._phase()
        if enter.is_enter(event):
            if not event.isAutoRepeat():
                self.go_on()
        elif phase is Phase.COMPARING and Qt.Key(key) in _DIGITS:
            if not event.isAutoRepeat():
                self.rate(_DIGITS[Qt.Key(key)])
        elif key == Qt.Key.Key_Backspace:
            self.context.go_back()
        elif phase is Phase.ASKING and event.text() and event.text().isprintable():
            # Whoever simply begins to write, writes.
            self.asking.box.setFocus()
            self.asking.box.edit.insertPlainText(event.text())
        elif not self._scroll(event):
            super().keyPressEvent(event)

    def _scroll(self, event: QKeyEvent) -> bool:
        shows = self._layers.currentWidget()
        return (self.opening if shows is self.opening else self._columns).scroll_by_key(event)

    # Acting

    def go_on(self) -> None:
        """Begin, compare, or leave when it is over; after comparing it is for the person to say."""
        sitting = self._sitting
        if sitting is None:
            return
        if sitting.phase is Phase.OVER:
            self.context.open_page("home")
        elif sitting.phase is Phase.BEFORE:
            sitting.begin()
            self._show_and_focus()
        elif sitting.phase is Phase.ASKING:
            sitting.compare(self.asking.box.text().strip())
            self._show_and_focus()

    def rate(self, rating: Rating | None) -> None:
        """Keep how it went, and go on."""
        ticked = self.comparing.points.ticked()
        self._try(lambda sitting: sitting.rate(rating, ticked))

    def skip(self) -> None:
        """Let this one rest; nobody asks why."""
        self._try(lambda sitting: sitting.skip())

    def _try(self, act: Callable[[Sitting], None]) -> None:
        if self._sitting is None:
            return
        try:
            act(self._sitting)
        except KeepingError as error:
            self.context.tell(error)
        self._told = False
        self._show_and_focus()

    def _sit_down(self) -> None:
        """Look at what is due."""
        self._sitting, self._told = None, False
        if self.context.reading is not None:
            return
        try:
            self._sitting = Sitting(self.context.store, self._draw)
        except KeepingError as error:
            self.context.tell(error)

    def _draw(self, card: DueCard, seen: list[str]) -> Variant | None:
        decks = [placed.content for placed in self.context.drills.decks()]
        return variants.draw(
            card,
            seen,
            self.context.library,
            decks,
            soften=self.context.settings.soften,
            language=language.code(),
        )

    # Showing

    def _phase(self) -> Phase | None:
        return self._sitting.phase if self._sitting is not None else None

    def _show_and_focus(self) -> None:
        self._show()
        self._focus()

    def _show(self) -> None:
        sitting = self._sitting
        if sitting is None and self.context.reading is not None:
            self.opening.reading()
            self._layers.setCurrentWidget(self.opening)
        elif sitting is None or sitting.card is None or sitting.variant is None:
            self._show_over(answered=sitting is not None and sitting.answered)
        else:
            self._show_card(sitting, sitting.card, sitting.variant)
        if self.isVisible():
            self.order_tabs()

    def _show_over(self, *, answered: bool) -> None:
        self._written = 0
        # Where it cannot be read, that was told when the page was opened.
        with suppress(KeepingError), self.context.store.reading() as connection:
            self._written = boosters.counts(connection).words
        kept, written = self.context.keeps, self._written > 0
        self.opening.over(answered=answered, written=written, kept=kept)
        self._layers.setCurrentWidget(self.opening)

    def _show_card(self, sitting: Sitting, card: DueCard, variant: Variant) -> None:
        named = self.context.settings.show_d_names
        if sitting.phase is Phase.BEFORE:
            self.opening.before(card, variant, named=named)
            self._layers.setCurrentWidget(self.opening)
            return
        asking = sitting.phase is Phase.ASKING
        self.situation.tell(card, variant, named=named or not asking)
        self.asking.setVisible(asking)
        self._foot.setVisible(asking)
        self.comparing.setVisible(not asking)
        if asking:
            self.asking.tell(card, sitting.words, kept=self.context.keeps)
        else:
            self.comparing.tell(variant, card.skill, sitting.words)
        self._layers.setCurrentWidget(self._columns)
        self._columns.to_top()

    def _focus(self) -> None:
        phase = self._phase()
        if phase is Phase.ASKING:
            self.situation.reading.setFocus(Qt.FocusReason.OtherFocusReason)
        elif phase is Phase.COMPARING:
            self.comparing.ways.setFocus(Qt.FocusReason.OtherFocusReason)
            # Once what has appeared has its place: its height is known a turn after its width.
            QTimer.singleShot(0, self, self._soon_to_what_fitted)
        else:
            self.opening.told.setFocus(Qt.FocusReason.OtherFocusReason)

    def _soon_to_what_fitted(self) -> None:
        QTimer.singleShot(0, self, self._to_what_fitted)

    def _to_what_fitted(self) -> None:
        if self._columns.is_one and self._phase() is Phase.COMPARING:
            self._columns.show_widget(self.comparing.ways)

    def _settings_changed(self, settings: Settings) -> None:
        sitting = self._sitting
        if sitting is None:
            return
        if sitting.phase is Phase.ASKING:
            sitting.words = self.asking.box.text()
        try:
            sitting.tell_anew()
        except KeepingError as error:
            self.context.tell(error)
        self._show()

    def _library_changed(self) -> None:
        """Take up what waited until the scenarios were read."""
        if self._sitting is None and self.isVisible():
            self._sit_down()
            self._show_and_focus()

    # Forgetting

    def _ask_to_forget(self) -> None:
        from trainer.ui.dialogs import AskSheet

        goes = ngettext(
            "What you wrote in your own words in %(n)d booster or drill, and backups that hold it.",
            "What you wrote in your own words in %(n)d boosters and drills, and backups that "
            "hold it.",
            self._written,
        )
        sheet = AskSheet(
            self.context,
            _("Delete what you wrote?"),
            (
                goes % {"n": self._written},
                _("This cannot be undone. What you exported or saved elsewhere stays there."),
            ),
            _("Delete"),
            self.window(),
        )
        sheet.agreed.connect(self._forget)
        sheet.open()

    def _forget(self) -> None:
        try:
            boosters.forget_words(self.context.store)
        except KeepingError as error:
            self.context.tell(error)
        else:
            self.context.announce(_("What you wrote was deleted."))
        self._show_and_focus()
