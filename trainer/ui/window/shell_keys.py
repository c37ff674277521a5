"""Keys that hold on every page of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.ui.window.shell import Shell

_REPEATED = ("Ctrl++", "Ctrl+=", "Ctrl+-")
"""Keys that go on working while they are held down."""


def add_keys(shell: Shell) -> None:
    """Give the window its keys; :mod:`trainer.ui.keys_help` lists them."""
    context = shell.context
    keys: tuple[tuple[str, Callable[[], object]], ...] = (
        ("Esc", shell.escape),
        ("Ctrl+K", shell.open_search),
        ("F1", shell.show_keys),
        ("F2", shell.open_help),
        ("Ctrl++", context.larger),
        ("Ctrl+=", context.larger),
        ("Ctrl+-", context.smaller),
        ("Ctrl+0", context.usual_size),
        ("Ctrl+Z", shell.undo),
        ("Ctrl+Shift+Space", shell.come_back),
    )
    for sequence, slot in keys:
        shortcut = QShortcut(sequence, shell)
        shortcut.setAutoRepeat(sequence in _REPEATED)
        shortcut.activated.connect(slot)
