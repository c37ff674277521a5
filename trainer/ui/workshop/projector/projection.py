"""Where the room's view shows: on which screen, what happens when a cable is pulled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from trainer.language import _
from trainer.ui.workshop.keys import Pressed, Wish
from trainer.ui.workshop.projector import screens
from trainer.ui.workshop.projector.window import ProjectorWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context
    from trainer.ui.workshop.bridge import Bridge


class Projection(QObject):
    """The projector's window and its screen.

    Args:
        context: for what is remembered and said.
        bridge: the workshop.
        console: the window that the facilitator looks at; it is never covered, unless the
            room sees the only screen there is.

    Signals:
        pressed(object): a key on the projector's window; a ``Pressed``. Swapping, and going to
            the console and back, are done here already.
        changed(): ``where`` says something else, or what shows is another thing.

    """

    pressed = Signal(object)
    changed = Signal()

    def __init__(self, context: Context, bridge: Bridge, console: QWidget) -> None:
        super().__init__(console)
        self._context = context
        self._bridge = bridge
        self._console = console
        self.window: ProjectorWindow | None = None
        self._screen: QScreen | None = None
        self._offered: QScreen | None = None
        self._came: QScreen | None = None
        self._lost = ""
        self._is_only = False
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._screen_gone)
        app.screenAdded.connect(self._screen_came)
        console.installEventFilter(self)
        self.changed.connect(self._note_cover)

    @property
    def where(self) -> str:
        """Name and size of the screen that the room sees; empty where none shows anything."""
        if self.window is None or self.window.isHidden():
            return ""
        return screens.words(self.window.screen())

    @property
    def is_only(self) -> bool:
        """Whether the room sees the only screen, so that the console must stay covered."""
        return self._is_only

    @property
    def is_aside(self) -> bool:
        """Whether the room sees the console, because the facilitator came back to it."""
        return self._is_only and self.window is not None and self.window.isHidden()

    def start(self) -> None:
        """Show the room its view: on another screen than the console's, or ask."""
        others = screens.others(self._console)
        wanted = screens.best(others, self._context.settings.projector)
        if wanted is not None:
            self.show_on(wanted)
            return
        from trainer.ui.workshop.projector.sheets import OneScreenSheet

        workshop = self._bridge.workshop
        care = workshop.making.care(workshop.state)
        sheet = OneScreenSheet(self._context, self._console, care="" if care is None else care[0])
        sheet.answered.connect(self._answered)
        sheet.open()

    def choose(self) -> None:
        """Ask which screen the room shall see."""
        from trainer.ui.workshop.projector.sheets import ScreensSheet

        sheet = ScreensSheet(
            self._context,
            self._console.screen(),
            self._screen,
            self._console,
            dark=self._context.settings.projector_dark,
        )
        sheet.chosen.connect(self._chosen)
        sheet.darkened.connect(self.set_dark)
        sheet.open()

    def _chosen(self, screen: QScreen | None) -> None:
        if screen is None:
            self.show_as_window()
        elif screen is self._console.screen() and screens.is_one():
            self._answered(True)
        else:
            self.show_on(screen)

    def _answered(self, sees: object) -> None:
        if sees:
            self._is_only = True
            self._fill(self._console.screen())
        else:
            self.rehearse()

    # Where it shows

    def _made(self) -> ProjectorWindow:
        if self.window is None:
            self.window = ProjectorWindow(self._bridge, dark=self._context.settings.projector_dark)
            self.window.pressed.connect(self._pressed)
            self.window.closed.connect(self._closed)
        return self.window

    def show_on(self, screen: QScreen) -> None:
        """Fill a screen with the room's view; a console that is there goes to another one."""
        if screen is self._console.screen():
            others = [one for one in QGuiApplication.screens() if one is not screen]
            if not others:
                return
            _move(self._console, others[0])
        self._is_only = False
        self._lost = ""
        self._context.remember(projector=screens.key(screen))
        self._fill(screen)

    def _fill(self, screen: QScreen) -> None:
        window = self._made()
        window.takes_hands = self._is_only
        self._screen = screen
        if window.isVisible() and window.screen() is not screen:
            # A window that fills one screen does not go to another.
            window.showNormal()
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        window.showFullScreen()
        if self._is_only:
            window.raise_()
            window.activateWindow()
        else:
            self._console.activateWindow()
        self.changed.emit()

    def show_as_window(self) -> None:
        """Show it in a window of its own, which can be shared in a call."""
        window = self._made()
        self._is_only = False
        self._screen = None
        room = window.screen().availableGeometry()
        window.showNormal()
        size = window.sizeHint().boundedTo(room.size() * 0.9)
        window.resize(size)
        window.move(room.center() - window.rect().center())
        window.show()
        window.raise_()
        self.changed.emit()

    def rehearse(self) -> None:
        """Put console and projector side by side on the only screen."""
        window = self._made()
        self._is_only = False
        self._screen = None
        room = self._console.screen().availableGeometry()
        wide = room.width() * 3 // 8
        right = QRect(room.right() - wide + 1, room.top(), wide, wide * 10 // 16)
        self._console.showNormal()
        self._console.setGeometry(room.adjusted(0, 0, -wide, 0))
        window.showNormal()
        window.setGeometry(right)
        window.show()
        self._console.activateWindow()
        self.changed.emit()

    def swap(self) -> None:
        """Let console and projector change places."""
        screen = self._screen
        if screen is None or screens.is_one():
            self._context.notice(_("There is only one screen, so nothing can be swapped."))
            return
        here = self._console.screen()
        _move(self._console, screen)
        self.show_on(here)

    def set_dark(self, dark: object) -> None:
        """Set the room's view dark, or light."""
        self._context.remember(projector_dark=bool(dark))
        if self.window is not None:
            self.window.set_dark(bool(dark))

    def close(self) -> None:
        """Show the room nothing any more."""
        if self.window is not None:
            self.window.closed.disconnect(self._closed)
            self.window.close()
            self.window.deleteLater()
            self.window = None
        self._screen = None
        self._is_only = False
        self._lost = ""
        self.changed.emit()

    def _closed(self) -> None:
        """Take note that somebody closed the window by hand."""
        if self.window is not None:
            self.window.deleteLater()
        self.window = None
        self._screen = None
        self._is_only = False
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the console when that is closed, and not asked to stay."""
        if watched is self._console and event.type() is QEvent.Type.Close:
            QTimer.singleShot(0, self, self._console_closed)
        return super().eventFilter(watched, event)

    def _console_closed(self) -> None:
        if not self._console.isVisible():
            self.close()

    def _note_cover(self) -> None:
        """Have phones know whether the facilitator would see a pause."""
        covered = self._is_only and self.window is not None and self.window.isVisible()
        if self._bridge.state.covered != covered:
            self._bridge.do("covered", on=covered)

    # Keys

    def _pressed(self, asked: Pressed) -> None:
        if asked.wish is Wish.SWAP:
            self.swap()
        elif asked.wish is Wish.CONSOLE:
            self.to_console()
        else:
            self.pressed.emit(asked)

    def to_console(self) -> None:
        """Bring the console up; where the room sees the only screen, and then back again."""
        if self.window is None or not self._is_only:
            self._console.activateWindow()
            return
        if self.window.isVisible():
            self.window.hide()
            self._console.raise_()
            self._console.activateWindow()
            self.changed.emit()
        else:
            self._fill(self._console.screen())

    # Cables

    def _screen_gone(self, screen: QScreen) -> None:
        """Close the window of a screen that was pulled, before it lands on the console."""
        if screen is not self._screen or self.window is None:
            return
        self._lost = screens.key(screen)
        self._screen = None
        self.window.hide()
        known = {"screen": screens.words(screen)}
        self._context.notice(
            _("The room’s screen is gone: %(screen)s. The workshop goes on; plug it in again.")
            % known,
            stays=True,
        )
        self.changed.emit()

    def _screen_came(self, screen: QScreen) -> None:
        """Go back to the screen that was pulled; offer another one."""
        # In this moment the system is still finding out about it.
        self._came = screen
        QTimer.singleShot(0, self, self._take)

    def _take(self) -> None:
        screen = self._came
        if screen is None or screen not in QGuiApplication.screens():
            return
        if self._lost and screens.key(screen) == self._lost:
            self.show_on(screen)
            self._context.notice(_("The room’s screen is back."))
        elif self._lost or self._is_only:
            self._offered = screen
            known = {"screen": screens.words(screen)}
            self._context.notice(
                _("Another screen is there: %(screen)s.") % known,
                _("Show the room’s view there"),
                self._show_offered,
            )

    def _show_offered(self) -> None:
        if self._offered in QGuiApplication.screens():
            self.show_on(self._offered)


def _move(window: QWidget, screen: QScreen) -> None:
    """Move a window to another screen, as large as it was there or as the screen allows."""
    filled = window.windowState() & (
        Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
    )
    if filled:
        window.showNormal()
    room = screen.availableGeometry()
    window.setScreen(screen)
    size = window.size().boundedTo(room.size())
    window.resize(size)
    window.move(room.center() - QRect(0, 0, size.width(), size.height()).center())
    if filled:
        window.setWindowState(filled)
