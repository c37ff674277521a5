"""The one page that phones load, and the care person's."""

from __future__ import annotations


def phone() -> str:
    """Give the phones' page."""
    return "<!doctype html><meta charset=utf-8><title>Upstander</title>"


def care() -> str:
    """Give the care person's page."""
    return phone()
