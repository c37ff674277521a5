"""Reply drills, and cards to think about: look, answer, compare, say how it went, print.

Nothing is judged. What was begun stays on the page until it is kept, or the window closes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.drills.hand import Hand, Part, cards
from trainer.language import _
from trainer.progress.boosters.boosters import Rating
from trainer.ui import theme
from trainer.ui.drills.file_list import FileList
from trainer.ui.drills.foot import Foot
from trainer.ui.drills.held_words import HeldWords
from trainer.ui.drills.keeping import Keeping
from trainer.ui.drills.list_and_one import ListAndOne
from trainer.ui.drills.pane import Pane
from trainer.ui.drills.to_print import ToPrint
from trainer.ui.page import KeyHelp, Page
from trainer.ui.widgets import enter
from trainer.ui.widgets.bars.back_button import BackButton
from trainer.ui.widgets.bars.text_menu import TextMenu
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.focus_order import chain

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from trainer.drills.attempt import Side
    from trainer.drills.model import Deck
    from trainer.progress.boosters.drilled import Earlier
    from trainer.settings import Settings
    from trainer.ui.context import Context


class DrillsPage(Page):
    """Opened with ``file``, perhaps with ``drill``, a card in it; or with ``reflections``."""

    name: ClassVar[str] = "drills"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._hand = Hand()
        self._keeping = Keeping(context, self)
        self._keeping.deleted.connect(self._show_and_focus)
        self._to_print = ToPrint(context, self)
        self._to_print.printed.connect(self._show)
        self._stale, self._outdated = True, False
        self._print = QuietButton(_("Print …"), icon="printer")
        self._print.clicked.connect(self.open_print)
        self.change = QuietButton(_("Change …"), icon="pencil")
        self.change.clicked.connect(self._change)
        self._text = TextMenu(context, d_names=False)
        self._way = BackButton(context)
        self._build()
        context.settings_changed.connect(self._settings_changed)
        context.library_changed.connect(self._library_changed)

    def _build(self) -> None:
        self.files = FileList()
        self.files.chosen.connect(self._take)
        self.foot = Foot()
        self.foot.on_wanted.connect(self.go_on)
        self.foot.previous_wanted.connect(self.previous)
        self.foot.next_wanted.connect(self.next)
        self.foot.another_wanted.connect(self.choose_another)
        self.pane = Pane()
        self.pane.another_wanted.connect(self.choose_another)
        self.pane.done.connect(self.go_on)
        self.pane.ticked.connect(self._tick)
        self.pane.picked.connect(self._pick)
        self.pane.side_wanted.connect(self.meet)
        self.pane.rated.connect(self.rate)
        self.pane.order_changed.connect(self._order_again)
        self.pane.answers.earlier.delete_wanted.connect(self._delete_wanted)
        self.held = HeldWords()
        self._columns = ListAndOne(self.files, self.pane, self.foot, above=self.held)
        self._columns.scrolled.connect(self._hold)
        theme.lay(QVBoxLayout(self)).addWidget(self._columns)

    # Page

    def title(self) -> str:
        """Name of the page."""
        return _("Reply drills")

    def way_back(self) -> QWidget:
        """Back to where one came from."""
        return self._way

    def bar_widgets(self) -> list[QWidget]:
        """Changing, printing, and how the text is shown, stand in the bar."""
        return [self.change, self._print, self._text]

    def _change(self) -> None:
        """Write on the file whose cards are in the hand, or on a copy of it."""
        from trainer.ui.authoring import changing  # Only whoever changes something needs it.

        deck, drills = self._hand.deck, self.context.drills
        placed = drills.deck(deck.id) if deck is not None else None
        if deck is not None and placed is not None:
            taken = [one.content.id for one in drills.decks()]
            changing.change(self.context, placed.path, deck.title, taken, self.window())

    def open(self, **what: Any) -> None:
        """Take the cards of a file, or lie the files out."""
        self._way.show_way()
        if self._stale:
            self._read()
        key = what.get("drill") or ""
        deck, part = self._asked_for(what.get("file"), key, bool(what.get("reflections")))
        if deck is None:
            self._put_down()
        else:
            self._hand.take(deck, part, key)
        self._show()

    def _asked_for(self, file: str | None, key: str, reflections: bool) -> tuple[Deck | None, Part]:
        part = Part.REFLECTIONS if reflections else Part.DRILLS
        if file is not None:
            placed = self.context.drills.deck(file)
            deck = placed.content if placed is not None else None
            if deck is not None and (key in deck.reflections or not cards(deck, part)):
                part = Part.REFLECTIONS if deck.reflections else Part.DRILLS
            return deck, part
        found = (one.content for one in self.context.drills.decks() if cards(one.content, part))
        return (next(found, None) if reflections else None), part

    def shown(self) -> None:
        """Stand where reading begins."""
        if self._stale:
            self._refresh()
            return
        if self._outdated:
            self._show()
        self._focus()

    def order_tabs(self) -> None:
        """From the files to the card, to what is behind it, to the foot."""
        chain(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the way back to the files where they do not show."""
        super().resizeEvent(event)
        self._offer_back()
        self._hold()

    def restyled(self) -> None:
        """Offer it at another text size, too."""
        self._offer_back()

    def key_help(self) -> KeyHelp:
        """Keys of this page."""
        return [
            (_("Enter"), _("Show the replies; then keep what you answered, and the next line")),
            (_("1, 2, 3 …"), _("Pick a reply, where they are offered")),
            (_("1 to 4"), _("Beside the replies: say how it went, and go on")),
            (_("Backspace"), _("Turn the card back, or go to the one before")),
            (_("Left, Right"), _("Another line of the same file")),
            (_("Up, Down"), _("In the list: another file")),
            (_("Ctrl Enter"), _("Done with your own words: show the replies")),
            (_("Ctrl P"), _("Choose what to print")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the cards."""
        key, mirrored = event.key(), self.isRightToLeft()
        forward = Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right
        backward = Qt.Key.Key_Right if mirrored else Qt.Key.Key_Left
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_P:
            self.open_print()
        elif enter.is_enter(event):
            if not event.isAutoRepeat():
                self.go_on()
        elif key == Qt.Key.Key_Backspace:
            self.step_back()
        elif event.text().isdecimal() and not event.isAutoRepeat():
            self._press(int(event.text()))
        elif key == forward:
            self.next()
        elif key == backward:
            self.previous()
        elif not self._columns.scroll_by_key(event):
            super().keyPressEvent(event)

    # Walking

    def go_on(self) -> None:
        """Show what is behind the card, or keep the answer and show the next one.

        After the last one come the files.
        """
        if self._hand.deck is None:
            return
        hand, keeping = self._hand, self._keeping
        answered = hand.is_turned and keeping.attempt(hand).is_answered
        if not answered or keeping.keep(hand, None):
            self._next_or_files()

    def rate(self, rating: Rating) -> None:
        """Keep the answer with how it went, and show the next card."""
        if self._hand.is_turned and self._keeping.keep(self._hand, rating):
            self._next_or_files()

    def _next_or_files(self) -> None:
        if self._hand.go_on():
            self._show_and_focus()
        else:
            self.choose_another()

    def meet(self, side: Side) -> None:
        """Meet the line in view from another side."""
        self._hand.take_side(side)
        self._show()
        # Once it is laid out, so that what scrolls can follow.
        answering = self.pane.drill.answering
        QTimer.singleShot(0, answering, answering.begin_writing)

    def _pick(self, reply: str) -> None:
        if self._hand.is_turned:
            return
        self._keeping.attempt(self._hand).pick(reply)
        self._next_or_files()

    def _press(self, number: int) -> None:
        """Do what a digit does here: take a reply, or say how it went."""
        if not self._hand.is_turned:
            self.pane.press(number)
        elif number in set(Rating):
            self.rate(Rating(number))

    def step_back(self) -> None:
        """Turn the card back, or go to the one before; from the first one to the files.

        From there it leads to where one came from.
        """
        if self._hand.deck is None:
            self.context.go_back()
            return
        if self._hand.step_back():
            self._show_and_focus()
        else:
            self.choose_another()

    def next(self) -> None:
        """Show the next card."""
        if self._hand.next():
            self._show_and_focus()

    def previous(self) -> None:
        """Show the card before this one."""
        if self._hand.previous():
            self._show_and_focus()

    def choose_another(self) -> None:
        """Put the cards down, and stand in the list of files."""
        self._put_down()
        self._show_and_focus()

    def _take(self, deck: Deck, part: Part) -> None:
        self._hand.take(deck, part)
        self._show_and_focus()

    def _put_down(self) -> None:
        self._hand.put_down()

    def _delete_wanted(self, earlier: Earlier) -> None:
        self._keeping.ask_to_delete(earlier, self.window())

    # Showing

    def _read(self) -> None:
        self._stale = False
        self.files.show_decks(self.context.drills.decks())

    def _show_and_focus(self) -> None:
        self._show()
        self._focus()

    def _show(self) -> None:
        hand, card, self._outdated = self._hand, self._hand.card, False
        self.files.mark(hand.deck, hand.part)
        self._columns.to_top()
        if hand.deck is None:
            self.pane.welcome(self.context.drills, keeps=self.context.keeps)
            self._columns.show_list()
        else:
            placed = self.context.drills.deck(hand.deck.id)
            self.pane.place = None if placed is None else placed.path
            if card is None and placed is not None:
                self.pane.introduce(placed, hand.part)
            elif card is not None:
                self._show_card()
            self._columns.show_one()
        self._hold()
        self.foot.tell(hand, answered=self._keeping.attempt(hand).is_answered)
        self._offer_back()
        self._print.setEnabled(bool(self.files.rows()))
        self.change.setVisible(hand.deck is not None)
        if self.isVisible():
            self.order_tabs()

    def _show_card(self) -> None:
        ticked = self._to_print.is_ticked(self._hand)
        soften, keeps = self.context.settings.soften, self.context.keeps
        attempt, earlier = self._keeping.attempt(self._hand), self._keeping.earlier(self._hand)
        self.pane.show_card(self._hand, attempt, earlier, soften=soften, ticked=ticked, keeps=keeps)

    def _order_again(self) -> None:
        if self.isVisible():
            self.order_tabs()

    def _offer_back(self) -> None:
        # Before the first card the foot offers it.
        self.pane.offer_back(self._columns.is_narrow and self._hand.card is not None)

    def _focus(self) -> None:
        if self._hand.deck is None:
            self.files.focus_row()
        else:
            self.pane.reading(self._hand).setFocus(Qt.FocusReason.OtherFocusReason)
            # Once what was turned up has its place.
            QTimer.singleShot(0, self, self._to_what_is_read)

    def _to_what_is_read(self) -> None:
        if not self._hand.is_turned:
            return
        if self._hand.part is Part.REFLECTIONS and not self._columns.is_narrow:
            # Above a thought there is room for its question.
            self._columns.show_top_of(self.pane.thought.question)
        else:
            self._columns.show_top_of(self.pane.reading(self._hand))

    def _hold(self) -> None:
        """Keep one's own answer in view beside the replies, where there is room for both."""
        compare = self.pane.answers.compare
        away = not self._columns.is_narrow and self._columns.is_above(compare.own())
        self.held.hold(compare, away=away, room=self._columns.room())

    def _settings_changed(self, settings: Settings) -> None:
        self._outdated = not self.isVisible()
        if self.isVisible():
            self._show()

    def _library_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Hold the same card of the files as they are now; the files if it is gone."""
        hand = self._hand
        deck, part, card = hand.deck, hand.part, hand.card
        side, was_turned = hand.side, hand.is_turned
        self._read()
        placed = self.context.drills.deck(deck.id) if deck is not None else None
        if placed is None or not cards(placed.content, part):
            hand.put_down()
        else:
            hand.take(placed.content, part, card.key if card is not None else "")
            hand.take_side(side)
            if was_turned and hand.has_more:
                hand.go_on()
        self._show_and_focus()

    # Printing

    def _tick(self, wanted: bool) -> None:
        self._to_print.tick(self._hand, wanted)

    def open_print(self) -> None:
        """Choose what to print, and how."""
        self._to_print.open(self._hand, self.window())
