"""Is there a window to open? Found out before Qt does, which would abort without a word."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

from trainer.cli import places
from trainer.language import _, ngettext

_MOST = 12
"""Scenarios that are offered by name; with hundreds the reason would scroll away."""

_PLUGINS = {"xcb": "libqxcb.so", "wayland": "libqwayland.so"}


def missing() -> str | None:
    """Say why no window can open, one sentence, or give None if nothing speaks against it.

    On Linux the screen is asked for, and the libraries that Qt needs there are tried; Qt
    itself is not loaded.
    """
    if not sys.platform.startswith("linux"):
        return None
    if not _has_display():
        return _("There is no screen here, so the window cannot open.")
    return None if os.environ.get("QT_QPA_PLATFORM") else _platform_problem()


def unloadable(error: ImportError) -> str | None:
    """Say which library of the window is missing; None if it is a part of our own."""
    return None if (error.name or "").startswith("trainer") else _library(error)


def offer_terminal(reason: str) -> None:
    """Tell on the error stream why there is no window, and what works without one."""
    print(reason, file=sys.stderr)
    print(_("You can practise in this terminal instead:"), file=sys.stderr)
    found = list(places.ways_to_play())
    for line in found[:_MOST]:
        print(line, file=sys.stderr)
    more = len(found) - _MOST
    if more > 0:
        said = ngettext("and %(n)d more scenario", "and %(n)d more scenarios", more) % {"n": more}
        print(f"    {said}", file=sys.stderr)


def _has_display() -> bool:
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return any(os.environ.get(name) for name in names)


def _platform_problem() -> str | None:
    """Say what is wrong with every way to a screen, or give None if one will do."""
    problems: list[str] = []
    for platform, problem in (("wayland", _no_wayland()), ("xcb", _no_x11())):
        problem = problem or _broken_plugin(platform)
        if problem is None:
            return None
        problems.append(problem)
    return problems[0] if os.environ.get("WAYLAND_DISPLAY") else problems[-1]


def _no_wayland() -> str | None:
    name = os.environ.get("WAYLAND_DISPLAY")
    if name and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name).exists():
        return None
    return _no_answer(name or "")


def _no_x11() -> str | None:
    """Ask the X server for a connection, as Qt will; a stale DISPLAY is found here."""
    import ctypes
    import ctypes.util

    display = os.environ.get("DISPLAY", "")
    if not display:
        return _no_answer(display)
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return _library(error)
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return _no_answer(display) if failed else None


def _broken_plugin(platform: str) -> str | None:
    """Try to load Qt's part for a platform; Qt itself would end the process over it."""
    import ctypes

    found = importlib.util.find_spec("PySide6")
    places = (found and found.submodule_search_locations) or ()
    inside = Path("Qt", "plugins", "platforms", _PLUGINS[platform])
    plugin = next((Path(place) / inside for place in places), inside)
    if not plugin.exists():
        # Qt from elsewhere (a distribution's own) keeps it elsewhere, with its libraries.
        return None
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return _library(error)
    return None


def _no_answer(display: str) -> str:
    return _("The screen “%(display)s” does not answer, so the window cannot open.") % {
        "display": display
    }


def _library(error: OSError | ImportError) -> str:
    return _("The window cannot open, because a library it needs is missing: %(library)s") % {
        "library": str(error)
    }
