"""The bar above the editor: which file this is, whether it is saved, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt

from trainer.authoring.called import title_of
from trainer.language import _
from trainer.shortening import shortened
from trainer.ui.widgets.back_button import BackButton
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.top_bar import TopBar
from trainer.ui.widgets.two_columns import is_narrow
from trainer.ui.widgets.words import tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.desk import Step
    from trainer.ui.authoring.workbench import Workbench
    from trainer.ui.context import Context
    from trainer.ui.widgets.menu import Menu


_TIGHT = 64
"""Digits of our text that the bar is wide, below which it says no more than it must."""

_SHORT = 20
"""Signs of the title that are said there: a second line of it would take a row of the outline."""


class MoreButton(QuietButton):
    """Opens a menu of what else there is; each part of the editor adds its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("More"), parent, icon="ellipsis")
        self._tight = False
        self.setAccessibleName(_("More"))
        self.setAccessibleDescription(_("Opens a menu"))
        self.menu_acts: list[tuple[str, str, Callable[[], object], Callable[[], bool]]] = []
        self._why_not: dict[str, Callable[[], str]] = {}
        self.clicked.connect(self.open_menu)

    def offer(
        self,
        words: str,
        act: Callable[[], object],
        *,
        keys: str = "",
        possible: Callable[[], bool] = lambda: True,
        why_not: Callable[[], str] = str,
    ) -> None:
        """Add an act; ``keys`` are printed beside it, ``possible`` tells whether it can be done.

        If it can't, ``why_not`` is said in its row.
        """
        self._why_not[words] = why_not
        self.menu_acts.append((words, keys, act, possible))

    def set_tight(self, tight: bool) -> None:
        """Leave the word off, or say it again."""
        self._tight = tight
        self.fit_bar(False)

    def fit_bar(self, _roomy: bool) -> None:
        """Say the word unless there is very little room."""
        self.set_words("" if self._tight else _("More"))

    def open_menu(self) -> None:
        """Open the menu below the button."""
        self.made_menu().drop(self)

    def made_menu(self) -> Menu:
        """Make the menu as it is now; what can't be done is grey, and says why."""
        from trainer.ui.widgets.menu import Menu

        menu = Menu(self.accessibleName(), self)
        for words, keys, act, possible in self.menu_acts:
            can = possible()
            why = "" if can else self._why_not[words]()
            said = _("%(act)s  Not yet: %(why)s") % {"act": words, "why": why} if why else words
            menu.add(said, act, keys=keys, enabled=can)
        return menu


class _Back(BackButton):
    """Leads back; an arrow alone where there is very little room."""

    tight = False

    def set_tight(self, tight: bool) -> None:
        """Leave the words off, or say them again."""
        self.tight = tight
        self.fit_bar(False)

    def fit_bar(self, roomy: bool) -> None:
        """Say it in the words that there is room for."""
        super().fit_bar(roomy)
        if self.tight:
            self.set_words("")


class EditorBar(TopBar):
    """Names and acts of the file that is shown."""

    def __init__(
        self, context: Context, bench: Workbench, saved: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, show_keys=True)
        self._bench = bench
        self._called = ""
        self._tight = False
        self.back = _Back(context)
        self.saved = saved
        self.undo = QuietButton("", icon="undo-2")
        self.redo = QuietButton("", icon="redo-2")
        self.more = MoreButton()
        self.play = PrimaryButton(_("Play from here"), icon="play")
        self.add_left(self.back, before_title=True)
        self.add_left(self.saved)
        for button in (self.undo, self.redo):
            # A click leaves the focus where it is: else the next space that is typed undoes again.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.installEventFilter(self)
            self.add_right(button)
        self.add_right(self.more)
        self.add_right(self.play, short=_("Play"))
        self.more.offer(_("Undo"), bench.undo, keys=_("Ctrl Z"), possible=self._can_undo)
        self.more.offer(_("Do again"), bench.redo, keys=_("Ctrl Shift Z"), possible=self._can_redo)
        for told in (bench.opened, bench.changed, bench.steps_changed):
            told.connect(self.tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With very little room, undoing is in the menu, and icons stand without their words."""
        self._be_tight(is_narrow(self, _TIGHT))
        super().resizeEvent(event)

    def restyled(self) -> None:
        """Look whether there is room for everything."""
        self._be_tight(is_narrow(self, _TIGHT))
        super().restyled()

    def _be_tight(self, tight: bool) -> None:
        self._tight = tight
        self._say_title()
        self.undo.setVisible(not tight)
        self.redo.setVisible(not tight)
        self.more.set_tight(tight)
        self.back.set_tight(tight)
        self.set_close(tight)

    def tell(self) -> None:
        """Say how things stand now."""
        document = self._bench.document
        if document is None:
            return
        self._called = title_of(document)
        self._say_title()
        self.title.setToolTip(tip(f"{self._called}\n{document.path.name}"))
        desk = self._bench.desk
        self._offer(self.undo, desk.undoes, _("Undo"), _("Undo: %(what)s"))
        self._offer(self.redo, desk.redoes, _("Do again"), _("Do again: %(what)s"))

    def _say_title(self) -> None:
        """Say the title, or how it begins; a screen reader is told all of it."""
        said = shortened(self._called, _SHORT) if self._tight else self._called
        if said != self.title.text():
            self.set_title(said)
        self.title.setAccessibleName(self._called)

    def _can_undo(self) -> bool:
        return self._bench.desk.undoes is not None

    def _can_redo(self) -> bool:
        return self._bench.desk.redoes is not None

    @staticmethod
    def _offer(button: QuietButton, step: Step | None, none: str, some: str) -> None:
        said = none if step is None else some % {"what": step.words}
        button.setAccessibleName(said)
        button.setToolTip(tip(said))
        # One that is disabled gives the focus to the next, and Enter would do that.
        button.setEnabled(step is not None or button.hasFocus())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Disable a button that does nothing any more, once the focus has left it."""
        if event.type() == QEvent.Type.FocusOut:
            for button, can in ((self.undo, self._can_undo), (self.redo, self._can_redo)):
                if watched is button:
                    button.setEnabled(can())
        return super().eventFilter(watched, event)
