"""What a screen reader would say while keys are pressed in the real window.

Run by the system's Python (it needs GObject introspection), in a session bus and a screen of its
own: ``xvfb-run -a dbus-run-session -- python3 screen_reader.py PYTHON MAIN KEY…``. Each key is one
that xdotool knows, ``type:words`` types words, ``wait:seconds`` waits. It prints a line for each
key, and below it what was said: what gained focus (name, role, description, state) and what was
announced.
"""
# ruff: noqa: ANN001, ANN002, ANN201, ANN204 - a program for an interpreter without our packages
# mypy: ignore-errors

import os
import subprocess
import sys
import threading
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

QUIET = 0.3
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
STATES = ("CHECKED", "PRESSED", "EXPANDED", "SELECTED")
EVENTS = (
    "object:state-changed:focused",
    "object:state-changed:checked",
    "object:announcement",
    "object:active-descendant-changed",
    "object:selection-changed",
    "window:activate",
)


class Reader:
    """Listens to the bus and notes what a reader would say."""

    def __init__(self):
        self.said = []
        self.window = 0
        self.latest = time.monotonic()
        self.listener = Atspi.EventListener.new(self.heard)
        for kind in EVENTS:
            self.listener.register(kind)

    def heard(self, event):
        """Note one event."""
        self.latest = time.monotonic()
        try:
            if event.type.startswith("object:announcement"):
                self.say(f"says: {event.any_data}")
            elif event.type.startswith("window:activate"):
                self.say(f"window: {event.source.get_name()}")
            elif event.type.startswith("object:active-descendant-changed"):
                self.say(describe(event.any_data))
            elif event.type.startswith("object:state-changed:focused") and event.detail1:
                self.say(describe(event.source))
            elif event.type.startswith("object:state-changed:checked"):
                word = "checked" if event.detail1 else "not checked"
                self.say(f"{event.source.get_name()}: {word}")
        except GLib.Error as error:
            self.say(f"(gone: {error.message})")

    def say(self, what):
        """Note what is said, once."""
        if not self.said or self.said[-1] != what:
            self.said.append(what)

    def settle(self):
        """Wait until nothing more is said, and the window has nothing left to do."""
        worked = -1
        while True:
            time.sleep(QUIET)
            before, worked = worked, self.worked()
            if worked == before and time.monotonic() - self.latest > QUIET:
                return

    def worked(self):
        """Processor time that the window has used, in the system's ticks."""
        with open(f"/proc/{self.window}/stat", encoding="utf-8") as file:
            return sum(int(ticks) for ticks in file.read().rpartition(")")[2].split()[11:13])


def describe(thing):
    """Name, role, description and state, as a reader puts them."""
    states = thing.get_state_set()
    words = [name.lower() for name in STATES if states.contains(getattr(Atspi.StateType, name))]
    parts = [thing.get_name() or "(no name)", thing.get_role_name(), thing.get_description()]
    return ", ".join(part for part in (*parts, *words) if part)


def press(keys, reader, loop, out):
    """Press the keys one after the other, and print what was said after each."""
    reader.settle()
    flush(out, "(start)", reader)
    for key in keys:
        kind, _colon, rest = key.partition(":")
        if kind == "wait":
            time.sleep(float(rest))
        elif kind == "type":
            subprocess.run(["xdotool", "type", "--delay", "15", rest], check=True)
        else:
            subprocess.run(["xdotool", "key", key], check=True)
        reader.settle()
        flush(out, key, reader)
    GLib.idle_add(loop.quit)


def flush(out, key, reader):
    """Print one key and what was said after it."""
    said, reader.said = reader.said, []
    print(f"[{key}]", *(f"    {line}" for line in said), sep="\n", file=out, flush=True)


def wait_for_window(seconds=30):
    """Wait until a window can be seen."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "Upstander"],
            capture_output=True,
            check=False,
        )
        if found.stdout.strip():
            subprocess.run(["xdotool", "mousemove", "1270", "790"], check=False)
            return
        time.sleep(0.1)
    sys.exit("no window came up")


def main(python, program, *keys):
    """Start the bus, the window and the reader, press the keys, end."""
    launcher = next(
        path
        for path in (
            "/usr/libexec/at-spi-bus-launcher",
            "/usr/lib/at-spi2-core/at-spi-bus-launcher",
        )
        if os.path.exists(path)
    )
    bus = subprocess.Popen([launcher, "--launch-immediately"], stderr=subprocess.DEVNULL)
    # Without a window manager no window would get the keyboard back when a dialog closes.
    manager = subprocess.Popen(["matchbox-window-manager"], stderr=subprocess.DEVNULL)
    time.sleep(0.7)
    reader = Reader()
    window = subprocess.Popen(
        [python, program],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"},
        stderr=subprocess.DEVNULL,
    )
    reader.window = window.pid
    loop = GLib.MainLoop()
    try:
        wait_for_window()
        presser = threading.Thread(target=press, args=(keys, reader, loop, sys.stdout))
        presser.start()
        loop.run()
        presser.join()
    finally:
        for process in (window, manager, bus):
            process.kill()
            process.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
