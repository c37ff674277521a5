"""Keeps the computer and its screens awake while a workshop is held."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from trainer.language import _

if TYPE_CHECKING:
    from wakepy import Mode


class Awake:
    """Holds the screens on, from :meth:`hold` until :meth:`release`; either may come twice."""

    def __init__(self) -> None:
        self._held = ExitStack()
        self._mode: Mode | None = None

    @property
    def is_held(self) -> bool:
        """Whether the system has promised to stay awake."""
        return self._mode is not None and bool(self._mode.active)

    def hold(self) -> bool:
        """Ask the system to stay awake, and tell whether it will."""
        if self._mode is None:
            try:
                # Read in here: it is needed in a workshop only.
                from wakepy import keep

                mode = keep.presenting(on_fail="pass")
                self._held.enter_context(mode)
            except Exception:
                # Whatever a system answers, a workshop is not stopped by it.
                self.release()
                return False
            self._mode = mode
        return self.is_held

    def release(self) -> None:
        """Let the system sleep as it likes again."""
        held, self._held, self._mode = self._held, ExitStack(), None
        try:
            held.close()
        except Exception:
            # The system has let go already.
            return


def not_held() -> str:
    """Say on the console that the screen may go dark, and what helps."""
    return _(
        "This computer may go to sleep while you talk. Plug it in, and set its screen to stay on."
    )
