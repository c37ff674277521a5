"""Menus: round as the lists of fields, in our palette, with room for a finger.

``Menu(_("What can be done"), button)``, ``menu.add(words, act, keys=…)``, ``menu.drop(button)``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QMenu, QProxyStyle, QStyle, QWidget
from shiboken6 import isValid

from trainer.ui import icons, theme
from trainer.ui.theme import Role
from trainer.ui.widgets.card import fill, paint_surface

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent

_EDGE, _PAD, _AIR, _GAP, _TICK, _CORNER = 6, 10, 6, 28, 26, 6
_LINE: Final = 9
"""Height of a line between two groups, with its air."""
_WIDEST: Final = 520
"""Width beyond which long words go on in the next line."""
_OFF: Final = 8
"""Pixels that a menu stays off the edges of the screen."""
_BETWEEN: Final = QSize(2, 2)
"""What Qt asks for such a line."""


class _Measures(QProxyStyle):
    """How large Qt makes rows and edges; a menu that is too tall for the screen scrolls."""

    def sizeFromContents(self, kind: Any, option: Any, size: QSize, widget: Any = None) -> QSize:
        """Room for a row."""
        if kind != QStyle.ContentsType.CT_MenuItem or not isinstance(widget, Menu):
            return super().sizeFromContents(kind, option, size, widget)
        if size == _BETWEEN:
            return QSize(2, theme.px(_LINE))
        return _row_size(widget, size)

    def pixelMetric(self, metric: Any, option: Any = None, widget: Any = None) -> int:
        """Air at the edges."""
        metrics = QStyle.PixelMetric
        if metric in (metrics.PM_MenuHMargin, metrics.PM_MenuVMargin):
            return theme.px(_EDGE)
        if metric == metrics.PM_MenuPanelWidth:
            return 0
        return super().pixelMetric(metric, option, widget)

    def styleHint(self, hint: Any, option: Any = None, widget: Any = None, data: Any = None) -> int:
        """Scroll, and let the keyboard come to what says why it cannot be done."""
        hints = QStyle.StyleHint
        if hint in (hints.SH_Menu_Scrollable, hints.SH_Menu_AllowActiveAndDisabled):
            return 1
        return super().styleHint(hint, option, widget, data)


def _row_size(menu: Menu, words: QSize) -> QSize:
    """Size of a row whose words take so much on one line; Qt adds room for the keys."""
    metrics = QFontMetrics(menu.font())
    keys = [one.text().partition("\t")[2] for one in menu.actions()]
    behind = theme.px(_GAP) if any(keys) else 0
    around = _lead(menu) + theme.px(_PAD) + behind
    beside = around + 2 * theme.px(_EDGE) + max(map(metrics.horizontalAdvance, keys), default=0)
    most = min(theme.px(_WIDEST), menu.screen().availableSize().width() - 2 * _OFF) - beside
    tall = metrics.height()
    if words.width() > most:
        # Which row this is, Qt does not say: each that is too long is as tall as the tallest.
        room = QRect(0, 0, max(most, 1), 10_000)
        said = (_said(one) for one in menu.actions())
        flags = int(Qt.TextFlag.TextWordWrap)
        tall = max(_measure_of(menu, one).boundingRect(room, flags, one).height() for one in said)
    return QSize(min(words.width(), most) + around, tall + 2 * theme.px(_AIR))


_measures: list[_Measures] = []


def _measure() -> _Measures:
    if not _measures:
        _measures.append(_Measures())
    return _measures[0]


class Menu(QMenu):
    """A menu of what can be done; it is gone for good once it has closed."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        bare = Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        self.setWindowFlags(self.windowFlags() | bare)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setStyle(_measure())
        theme.set_role(self, Role.BODY)
        self.aboutToHide.connect(self.deleteLater)

    def add(
        self,
        words: str,
        act: Callable[..., object] | None = None,
        *,
        keys: str = "",
        enabled: bool = True,
        checked: bool | None = None,
    ) -> QAction:
        """Add a row; ``keys`` stand at its end, ``checked`` makes it one to tick."""
        said = words.replace("&", "&&")
        action = self.addAction(f"{said}\t{keys}" if keys else said)
        action.setFont(theme.suited(self.font(), words))
        action.setEnabled(enabled)
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        if act is not None:
            action.triggered.connect(act)
        return action

    def drop(self, button: QWidget) -> None:
        """Open it below a button, flush with the side where reading begins."""
        below = button.rect().bottomLeft() + QPoint(0, 3)
        if self.isRightToLeft():
            below.setX(button.width() - self.sizeHint().width())
        self.popup(button.mapToGlobal(below))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have what the keys come to in view; Qt leaves the last out of it, reached from above."""
        super().keyPressEvent(event)
        if isValid(self) and self.isVisible():
            active = self.activeAction()
            if active is not None and not self.rect().contains(self.actionGeometry(active)):
                self.setActiveAction(active)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surface and rows in our palette, not the system's."""
        _paint(self)


def _lead(menu: Menu) -> int:
    """Room in front of the words: for the tick, where there is one to set."""
    ticks = any(one.isCheckable() for one in menu.actions())
    return theme.px(_PAD) + (theme.px(_TICK) if ticks else 0)


def _paint(menu: Menu) -> None:
    """Paint the surface of a menu, its rows, and that it goes on beyond what shows."""
    palette = theme.colours()
    painter = QPainter(menu)
    paint_surface(
        painter,
        QRectF(menu.rect()),
        fill=palette.card,
        border=palette.outline,
        corner=theme.CONTROL_CORNER,
    )
    edge = theme.px(_EDGE)
    painter.save()
    painter.setClipRect(menu.rect().adjusted(1, edge, -1, -edge))
    for action in menu.actions():
        if action.isVisible():
            _row(painter, menu, action)
    painter.restore()
    _more(painter, menu)
    painter.end()


def _row(painter: QPainter, menu: Menu, action: QAction) -> None:
    palette, box = theme.colours(), menu.actionGeometry(action)
    if action.isSeparator():
        middle = QRect(box.left() + theme.px(4), box.center().y(), box.width() - theme.px(8), 1)
        fill(painter, middle, palette.line)
        return
    active = action is menu.activeAction()
    on = active and action.isEnabled()
    if active:
        # What cannot be done is ringed, not filled: Enter does nothing there.
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(QColor(palette.focus), theme.RING))
        painter.setBrush(QColor(palette.teal) if on else Qt.BrushStyle.NoBrush)
        shape = QRectF(box) if on else QRectF(box).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(shape, theme.px(_CORNER), theme.px(_CORNER))
    ink = palette.on_teal if on else palette.ink if action.isEnabled() else palette.soft
    keys = action.text().partition("\t")[2]
    mirrored, pad, lead = menu.isRightToLeft(), theme.px(_PAD), _lead(menu)
    if action.isChecked():
        side = theme.px(18)
        left = box.right() - pad - side if mirrored else box.left() + pad
        spot = QRectF(left, box.top() + (box.height() - side) / 2, side, side)
        icons.paint(painter, "check", spot, ink)
    room = box.adjusted(pad if mirrored else lead, 0, -(lead if mirrored else pad), 0)
    painter.setFont(menu.font())
    painter.setPen(QColor(ink if on or not keys else palette.soft))
    if keys:
        painter.drawText(room, _flags(end=True, mirrored=mirrored), keys)
        taken = QFontMetrics(menu.font()).horizontalAdvance(keys)
        room = room.adjusted(taken if mirrored else 0, 0, 0 if mirrored else -taken, 0)
    painter.setPen(QColor(ink))
    painter.setFont(theme.suited(menu.font(), _said(action)))
    painter.drawText(room, _flags(end=False, mirrored=mirrored), _said(action))


def _measure_of(menu: Menu, words: str) -> QFontMetrics:
    return QFontMetrics(theme.suited(menu.font(), words))


def _said(action: QAction) -> str:
    """Words of a row as they are read."""
    words = action.text().partition("\t")[0]
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _flags(*, end: bool, mirrored: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if end != mirrored else Qt.AlignmentFlag.AlignLeft
    across = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    return int(side | across | Qt.TextFlag.TextWordWrap)


def _more(painter: QPainter, menu: Menu) -> None:
    """Show an arrow where rows lie out of view."""
    rows = [one for one in menu.actions() if one.isVisible()]
    if not rows:
        return
    tall, palette = theme.px(_EDGE) + theme.px(12), theme.colours()
    above = menu.actionGeometry(rows[0]).top() < 0
    below = menu.actionGeometry(rows[-1]).bottom() > menu.height()
    for shows, top, turned in ((above, 1, 180), (below, menu.height() - 1 - tall, 0)):
        if not shows:
            continue
        strip = QRect(theme.px(8), top, menu.width() - 2 * theme.px(8), tall)
        fill(painter, strip, palette.card)
        painter.save()
        painter.translate(QRectF(strip).center())
        painter.rotate(turned)
        spot = QRectF(-tall / 2, -tall / 2, tall, tall)
        icons.paint(painter, "chevron-down", spot, palette.ink)
        painter.restore()
