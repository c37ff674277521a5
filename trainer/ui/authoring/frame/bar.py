"""The bar above the editor: which file this is, whether it is saved, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics

from trainer.authoring.called import title_of
from trainer.language import _
from trainer.ui import theme
from trainer.ui.widgets.bars.back_button import BackButton
from trainer.ui.widgets.bars.top_bar import CLOSEST, TopBar
from trainer.ui.widgets.buttons import PrimaryButton, QuietButton
from trainer.ui.widgets.words import tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from trainer.authoring.desk import Step
    from trainer.ui.authoring.workbench import Workbench
    from trainer.ui.context import Context
    from trainer.ui.widgets.menu import Menu


_SHORT = 20
"""Signs of the title that are said with little room."""
_LEAST = 9
"""Signs of it that are worth being said."""


class MoreButton(QuietButton):
    """Opens a menu of what else there is; each part of the editor adds its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("More"), parent, icon="ellipsis")
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

    def fit_bar(self, roomy: bool) -> None:
        """Say the word again where there is room."""
        if roomy:
            self.set_words(_("More"))

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


class EditorBar(TopBar):
    """Names and acts of the file that is shown."""

    def __init__(
        self, context: Context, bench: Workbench, saved: QWidget, parent: QWidget | None = None
    ) -> None:
        self._bench = bench
        self._called = ""
        self._away: tuple[QWidget, ...] = ()
        self.undo = QuietButton("", icon="undo-2")
        self.redo = QuietButton("", icon="redo-2")
        self.more = MoreButton()
        super().__init__(context, parent, show_keys=True)
        self.back = BackButton(context)
        self.saved = saved
        self.play = PrimaryButton(_("Play from here"), icon="play")
        self.play.setAccessibleName(_("Play from here"))
        self.play.set_tip(_("Play from here"))
        self.add_left(self.back, before_title=True)
        self.add_left(self.saved)
        self.undo.setAccessibleDescription(_("Ctrl Z"))
        self.redo.setAccessibleDescription(_("Ctrl Shift Z"))
        for button in (self.undo, self.redo):
            # A click leaves the focus where it is: else the next space that is typed undoes again.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.installEventFilter(self)
            self.add_right(button)
        self.add_right(self.more)
        self.add_right(self.play, short=_("Play"))
        self.more.offer(_("Undo"), bench.undo, keys=_("Ctrl Z"), possible=self._can_undo)
        self.more.offer(_("Do again"), bench.redo, keys=_("Ctrl Shift Z"), possible=self._can_redo)
        saved.installEventFilter(self)
        for told in (bench.opened, bench.changed, bench.steps_changed):
            told.connect(self.tell)

    # Room

    def fit(self) -> None:
        """Take less room, then leave out what has none; not on the way, or all is laid out anew."""
        super().fit()
        for widget in self._spared():
            if widget.isHidden() is not (widget in self._away):
                widget.setVisible(widget not in self._away)

    def _spared(self) -> tuple[QWidget, ...]:
        return self.undo, self.redo, self.title

    def spare(self) -> int:
        """Count what will be left out, or shown again."""
        spare = super().spare()
        for widget in self._spared():
            wide = widget.sizeHint().width() + theme.px(self.air.spacing)
            spare += wide * (widget in self._away) - wide * widget.isHidden()
        return spare

    def take_room(self) -> None:
        """Show everything in full."""
        super().take_room()
        self.leave.set_words(self.leave.words(), icon="log-out")
        self._away = ()
        self.title.setText(self._called)

    def steps(self) -> Sequence[Callable[[], None]]:
        """With ever less room, icons stand without words, and undoing is in the menu.

        The keys that leave quickly stay longer than words elsewhere: they are needed in a hurry.
        """
        early = self._say_shorter, self._stand_closer, self._icons_alone
        mine = self._shorten_title, self._leave_keys, self._stand_closest
        last = self._undo_in_menu, self._leave_title, self._play_alone, self._leave_alone
        return *early, *mine, *last

    def _icons_alone(self) -> None:
        self.more.set_words("")
        self.back.set_words("")

    def _shorten_title(self) -> None:
        self._begin_title(_SHORT)

    def _begin_title(self, least: int) -> bool:
        """Say how the title begins, so many signs at least; a screen reader is told all of it."""
        metrics = QFontMetrics(self.title.font())
        room = metrics.horizontalAdvance(self.title.text()) + self.spare()
        needed = metrics.horizontalAdvance(self._called[: least - 1] + "…")
        elide = Qt.TextElideMode.ElideRight
        self.title.setText(metrics.elidedText(self._called, elide, max(room, needed)))
        return room >= needed

    def _stand_closest(self) -> None:
        self.stand(CLOSEST)

    def _undo_in_menu(self) -> None:
        self._away = self.undo, self.redo

    def _leave_title(self) -> None:
        """Say a word or two of it, or leave it to the bar of the window."""
        if not self._begin_title(_LEAST):
            self._away = self._spared()

    def _play_alone(self) -> None:
        self.play.set_words("")

    def _leave_alone(self) -> None:
        """Say how to leave in words alone; these never go."""
        self.leave.set_words(self.leave.words(), icon="")

    def tell(self) -> None:
        """Say how things stand now."""
        document = self._bench.document
        if document is None:
            return
        called = title_of(document)
        if called != self._called:
            self._called = called
            self.title.setAccessibleName(called)
            self.fit()
        self.title.setToolTip(tip(f"{self._called}\n{document.path.name}"))
        self.title.setAccessibleDescription(document.path.name)
        desk = self._bench.desk
        self._offer(self.undo, desk.undoes, _("Undo"), _("Undo: %(what)s"))
        self._offer(self.redo, desk.redoes, _("Do again"), _("Do again: %(what)s"))

    def _can_undo(self) -> bool:
        return self._bench.desk.undoes is not None

    def _can_redo(self) -> bool:
        return self._bench.desk.redoes is not None

    @staticmethod
    def _offer(button: QuietButton, step: Step | None, none: str, some: str) -> None:
        said = none if step is None else some % {"what": step.words}
        button.setAccessibleName(said)
        button.set_tip(said)
        # One that is disabled gives the focus to the next, and Enter would do that.
        button.setEnabled(step is not None or button.hasFocus())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Disable a button that does nothing any more, once the focus has left it.

        And where it says more of how the file stands, look again whether there is room.
        """
        if event.type() == QEvent.Type.FocusOut:
            for button, can in ((self.undo, self._can_undo), (self.redo, self._can_redo)):
                if watched is button:
                    button.setEnabled(can())
        elif event.type() == QEvent.Type.Resize and watched is self.saved:
            self.fit()
        return super().eventFilter(watched, event)
