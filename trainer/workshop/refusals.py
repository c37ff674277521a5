"""Why something cannot be done in a workshop now."""

from __future__ import annotations

from trainer.errors import UpstanderError


class Refused(UpstanderError):  # noqa: N818 - what is said of an act
    """An act that cannot be done; nothing has changed. ``code`` names the reason for programs.

    Codes: ``unknown-act``, ``bad-field``, ``not-now``, ``closed``, ``unknown``, ``too-many``,
    ``frozen``, ``ended``, ``again``.
    """

    def __init__(self, code: str, what: str, next_step: str = "") -> None:
        super().__init__(what, next_step=next_step)
        self.code = code
