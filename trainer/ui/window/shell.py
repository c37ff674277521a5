"""The main window: it opens pages in their frame, and lays the neutral page over all of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from trainer.language import _
from trainer.ui import announcing, pages, theme
from trainer.ui.dress import dress
from trainer.ui.widgets.card import fill
from trainer.ui.widgets.focus_order import focusable
from trainer.ui.widgets.taking_out import take_out
from trainer.ui.window import window_place
from trainer.ui.window.frame import Frame
from trainer.ui.window.pages_ahead import PagesAhead
from trainer.ui.window.shell_keys import add_keys
from trainer.ui.window.trail import Trail

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from trainer.errors import UpstanderError
    from trainer.settings import Settings
    from trainer.ui.context import Context, Notice, Wanted
    from trainer.ui.page import Page
    from trainer.ui.window.leave_quickly import NeutralPage

LEAST_WIDTH, LEAST_HEIGHT = 480, 400


class Shell(QWidget):
    """The main window. It opens pages, and does what pages ask for through the context.

    Signals:
        first_painted(): the first page has been painted, once.
        page_left(): a page has gone out of view, another one comes.
    """

    first_painted = Signal()
    page_left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._pages: dict[str, Page] = {}
        self._ahead = PagesAhead(context, self)
        self._now = ""
        self._painted = False
        self._settled = False
        self._looks_aside = False
        self._neutral: NeutralPage | None = None
        self._told_later: list[UpstanderError] = []
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._layers = QStackedLayout(self)
        self._build()
        self._connect()
        window_place.restore(self, context.settings.window)

    def _build(self) -> None:
        self._frame = frame = Frame(self.context, self)
        self._layers.insertWidget(0, frame)
        self._layers.setCurrentIndex(0)
        self.rail, self.bar = frame.rail, frame.bar
        self.search, self.notices = frame.search, frame.notices
        self.rail.page_chosen.connect(self.open_page)
        self.search.clicked.connect(self.open_search)
        self._arrange()

    def _connect(self) -> None:
        self.context.page_wanted.connect(self._open_wanted)
        self.context.page_likely.connect(self.have_ready)
        self.context.back_wanted.connect(self.go_back)
        self.context.noticed.connect(self._show_notice)
        self.context.told.connect(self.tell)
        self.context.keys_wanted.connect(self.show_keys)
        self.context.announced.connect(self.announce)
        self.context.leave_wanted.connect(self.leave_quickly)
        self.context.settings_changed.connect(self._use_settings)
        self.context.store_changed.connect(self.forget_pages)

    # Pages

    def open_page(self, name: str, /, **what: object) -> None:
        """Open a page by its name; ``what`` is handed to it.

        Raises:
            KeyError: there is no page of that name.

        """
        page = self._page(name)
        if name != self._now and page.scroller is not None:
            # Opened anew from elsewhere, it begins where reading does.
            page.scroller.bar.setValue(0)
        self.context.trail.went(self._now, name, self.focusWidget())
        self._leave_for(page)
        page.open(**what)
        before = self.focusWidget()
        self._frame.bring_up(page)
        focused = self.focusWidget()
        if focused is not None and focused is not before and page.isAncestorOf(focused):
            # Nobody chose it: Qt handed it on from a control that went out of view.
            focused.clearFocus()
        self._show_page(page)

    def go_back(self) -> None:
        """Show the page again from which this one was opened, as it was left."""
        step = self.context.trail.back(self._pages)
        if step is None:
            self.open_page("home")
            return
        page = self._pages[step.page]
        self._leave_for(page)
        # Also before it shows: else the focus passes by the rail on its way.
        step.hand_back_focus(page)
        self._show_page(page)
        step.hand_back_focus(page)

    def _leave_for(self, page: Page) -> None:
        self.notices.clear()
        before = self._pages.get(self._now)
        if before is not None and before is not page:
            before.left()
            self.page_left.emit()

    def _show_page(self, page: Page) -> None:
        name = self._now = page.name
        self._looks_aside = False
        self.context.escape_leaves = page.escape_leaves
        self._frame.show_page(page)
        self._show_title()
        self._order()
        if self._settled:
            self.announce(page.title())
        page.shown()
        self._focus(page)
        if self.context.keeps and name in pages.REOPENED:
            self.context.remember(last_page=name)

    def page(self) -> Page:
        """Page that is in view, or would be without the neutral page over it."""
        return self._pages[self._now]

    def have_ready(self, name: str) -> None:
        """Make a page ready, out of view, that may be asked for soon."""
        if name not in self._pages:
            self._ahead.begin(name)

    def forget_pages(self) -> None:
        """Let go of all pages but the one in view: they stand on records that are gone."""
        self._ahead.drop()
        for name in [name for name in self._pages if name != self._now]:
            self._frame.let_go(self._pages.pop(name))

    def _open_wanted(self, wanted: Wanted) -> None:
        self.open_page(wanted.page, **wanted.what)

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            page = self._ahead.take(name) or pages.page_class(name)(self.context)
            page.title_changed.connect(self._show_title)
            self._pages[name] = page
            self._frame.add(page)
        return self._pages[name]

    def _show_title(self) -> None:
        title = self.page().title()
        self.bar.set_title(title)
        if not self.is_left():
            self.setWindowTitle(_("%(page)s – Upstander") % {"page": title})

    def settle(self) -> None:
        """Do what can wait until the first page shows: keys, icon, and the order of Tab."""
        if self._settled:
            return
        self._settled = True
        add_keys(self)
        self.show_icon()
        self._order()

    def _order(self) -> None:
        """Have Tab go as the eye does."""
        if self._settled and self._now:
            page = self.page()
            page.order_by(partial(self._frame.order, page))

    def _focus(self, page: Page) -> None:
        """Hand the focus to the page, unless it has taken it; then the first control in it."""
        # The window's own focus: it counts also while another window is in front.
        focused = self.focusWidget()
        if focused is not None and (focused is page or page.isAncestorOf(focused)):
            return
        for widget in focusable(page):
            if widget.isVisibleTo(page):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # Leaving quickly

    def is_left(self) -> bool:
        """Tell whether the neutral page shows."""
        return self._neutral is not None and self._layers.currentWidget() is self._neutral

    def leave_quickly(self) -> None:
        """Turn into the neutral page, at once; dialogs close, voices stop, runs are kept."""
        if self.is_left():
            return
        if self._neutral is None:
            from trainer.ui.window.leave_quickly import NeutralPage

            self._neutral = NeutralPage(self)
            self._layers.addWidget(self._neutral)
        from PySide6.QtGui import QIcon

        from trainer.ui.window import leave_quickly

        kind = self.context.settings.quick_page
        self._neutral.show_kind(kind)
        self._layers.setCurrentWidget(self._neutral)
        self.setWindowTitle(leave_quickly.title(kind))
        self.setWindowIcon(QIcon())
        self._neutral.setFocus(Qt.FocusReason.OtherFocusReason)
        self.repaint()
        leave_quickly.close_dialogs()
        self.notices.clear()
        if self._now:
            self.page().left()
        self.context.left_quickly.emit()

    def come_back(self) -> None:
        """Show the page again that was left."""
        if not self.is_left():
            return
        self._layers.setCurrentWidget(self._frame)
        self.show_icon()
        self._show_title()
        self.page().shown()
        self._focus(self.page())
        waiting, self._told_later = self._told_later, []
        for error in waiting:
            self.tell(error)

    # What pages and keys ask for

    def open_search(self) -> None:
        """Open the search over scenarios, help, pages and settings."""
        if self.is_left() or self._now == "who":
            return
        from trainer.ui.find import FindSheet

        self.context.escape_is_over()
        FindSheet(self.context, self).open()

    def open_help(self) -> None:
        """Open the page that says where to get help."""
        if not self.is_left() and self._now != "help":
            self.context.escape_is_over()
            self.open_page("help")
            self._looks_aside = True

    def escape(self) -> None:
        """Count an Esc; from Get help, opened by its key, one goes back where one was."""
        aside = self._looks_aside and self._now == "help" and not self.is_left()
        self.context.escape_pressed()
        if aside and not self.is_left():
            self.go_back()

    def show_keys(self) -> None:
        """Show the keys of this page."""
        if self.is_left():
            return
        from trainer.ui.keys_help import KeysSheet

        if not self.findChildren(KeysSheet):
            self.context.escape_is_over()
            KeysSheet(self.context, self.page(), self).open()

    def tell(self, error: UpstanderError) -> None:
        """Show an error: what happened, what is safe, what to do next.

        Nothing comes over the neutral page: there it waits until one is back.
        """
        if self.is_left():
            self._told_later.append(error)
            return
        from trainer.ui.dialogs import ErrorSheet

        sheet = ErrorSheet(self.context, error, self)
        sheet.finished.connect(self.context.told_closed)
        sheet.open()

    def announce(self, text: str) -> None:
        """Have a screen reader say what has appeared; never over the neutral page."""
        if not self.is_left():
            announcing.announce(self, text)

    def _show_notice(self, notice: Notice | None) -> None:
        if notice is None:
            self.notices.clear()
            return
        self.notices.show_notice(notice)
        self.announce(notice.text)

    def undo(self) -> None:
        """Undo what the line at the foot says."""
        self.notices.undo()

    # Look and place

    def _use_settings(self, settings: Settings) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and dress(app, settings):
            self._make_anew()
        self._arrange()

    def _make_anew(self) -> None:
        """Make rail, bar and pages again, in the language that is in use now."""
        name, old = self._now, self._frame
        page = self._pages[name]
        page.left()
        self._ahead.drop()
        self._pages, self._now = {}, ""
        self.context.trail = Trail()
        take_out(self._layers, old)
        self._build()
        self.open_page(name if name in pages.REOPENED else "home")

    def system_changed(self) -> None:
        """Follow the system when it turns dark, light, or to more contrast."""
        self._use_settings(self.context.settings)

    def _arrange(self) -> None:
        if self._frame.arrange(self.width()):
            self._order()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the rail to the foot where the window is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def show_icon(self) -> None:
        """Give the window its icon."""
        from trainer.ui.window.app_icon import app_icon

        self.setWindowIcon(app_icon())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember place and page, let the page end what it does, close the records."""
        if self._now:
            self.page().left()
        if self.context.waiting:
            from trainer.ui.window import closing

            if closing.hold(self, event):
                return
        if self.is_left() and self.context.keeps:
            # Whoever had to leave is not met at the next start by what was open.
            self.context.remember(last_page=pages.LEFT)
        self.context.remember(window=window_place.written(self))
        self.context.save_settings()
        super().closeEvent(event)

    def _tell_painted(self) -> None:
        self.first_painted.emit()
        QTimer.singleShot(0, self, self.settle)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper."""
        fill(QPainter(self), QRectF(self.rect()), theme.colours().paper)
        if not self._painted:
            self._painted = True
            # What lies on the paper is painted in the same turn of the loop.
            QTimer.singleShot(0, self, self._tell_painted)
