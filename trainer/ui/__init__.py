"""The window: Qt, and only here."""

from trainer.ui import steady

steady.hold()
