"""``upstander room``: a workshop's room for phones without a window, led by lines of JSON."""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from trainer.cli import opening, places
from trainer.errors import UpstanderError, UsageError
from trainer.language import _

if TYPE_CHECKING:
    import argparse

    from trainer.plans.model import Plan
    from trainer.scenario.files.gathering import Placed
    from trainer.workshop.material import Material
    from trainer.workshop.room.room import Room
    from trainer.workshop.workshop import Workshop

PROTOCOL: Final = 1
_LONGEST: Final = 65_536
_EVERY: Final = 0.05


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Add the command ``room``."""
    parser = subparsers.add_parser(
        "room",
        allow_abbrev=False,
        help=_("open a room for phones, without a window"),
        description=_(
            "Open a room that phones join, and lead it by acts of the facilitator, one JSON "
            'object a line, as in {"act": "next"}. It ends when its input ends.'
        ),
    )
    parser.add_argument(
        "file",
        nargs="?",
        metavar=_("FILE"),
        help=_("a scenario's file, or the id of one in the library"),
    )
    parser.add_argument("--plan", metavar=_("PLAN"), help=_("a plan's file, or its id, instead"))
    parser.add_argument(
        "--host", default="127.0.0.1", metavar=_("ADDRESS"), help=_("address of this computer")
    )
    parser.add_argument(
        "--port", default=0, type=int, metavar=_("NUMBER"), help=_("0: any that is free")
    )
    parser.add_argument("--json", action="store_true", help=_("answer each line with a line"))
    parser.add_argument(
        "--events", action="store_true", help=_("with --json: also say what phones change")
    )
    parser.add_argument(
        "--keep", action="store_true", help=_("keep the workshop, as the window would")
    )
    parser.add_argument(
        "--go-on", metavar=_("FOLDER"), help=_("go on with a workshop that was kept, instead")
    )


def run(args: argparse.Namespace) -> int:
    """Open the room, do what is said, and give the exit status.

    Raises:
        UsageError: not one thing to open was named, or it is not there.
        UpstanderError: it cannot be opened or kept.

    """
    if sum(one is not None for one in (args.file, args.plan, args.go_on)) != 1:
        raise UsageError(_("Name a scenario, or --plan, or --go-on."))
    if args.events and not args.json:
        raise UsageError(_("--events goes with --json."))
    if not 0 <= args.port <= 65_535:
        raise UsageError(_("A port is a number from 0 to 65535."))
    from trainer.workshop.room.room import Room

    workshop = _workshop(args)
    try:
        host = "127.0.0.1" if args.host == "localhost" else args.host
        with Room(workshop, host, args.port, _tell) as room:
            if workshop.state.began is None:
                workshop.do("begin")
            Leading(room, as_json=args.json, events=args.events).lead()
    finally:
        workshop.close()
    return 0


def _tell(error: UpstanderError | None) -> None:
    if error is not None:
        print(error, file=sys.stderr, flush=True)


def _workshop(args: argparse.Namespace) -> Workshop:
    from trainer.workshop import holding
    from trainer.workshop.keeping import going_on

    if args.go_on is not None:
        return going_on.go_on(Path(args.go_on)).workshop
    return holding.begin(_material(args), keeps=args.keep)


def _material(args: argparse.Namespace) -> Material:
    from trainer.help import directory
    from trainer.workshop import material

    if args.plan is None:
        path = opening.find(args.file)
        checked = opening.check(path)
        if opening.has_errors(checked) or checked.reading.content is None:
            raise UsageError(
                _("“%(path)s” has errors.") % {"path": path},
                next_step=_("“upstander check” says which."),
            )
        return material.of_scenario(checked.reading.content, path, directory.built_in())
    from trainer.pages.collection import Collection as Pages

    placed = _plan(args.plan)
    source = placed.path.read_text("utf-8-sig")
    library = places.library(keeps_index=False)
    brought = directory.built_in()
    return material.gather(placed.content, source, library, Pages(), brought, placed.path)


def _plan(named: str) -> Placed[Plan]:
    from trainer.plans.collection import Collection
    from trainer.plans.reading import PLANS
    from trainer.scenario.files import reading as files
    from trainer.scenario.files.gathering import Placed

    path = Path(named)
    if path.is_file():
        found = files.read_file(path, (PLANS,)).content
        if found is None:
            raise UsageError(
                _("“%(path)s” has errors.") % {"path": path},
                next_step=_("“upstander check” says which."),
            )
        return Placed(found, path, path.parent)
    placed = Collection().plan(named)
    if placed is None:
        raise UsageError(_("There is no plan “%(name)s”.") % {"name": named})
    return placed


class Leading:
    """Leads a workshop by the lines of its input.

    Args:
        room: where phones are.
        as_json: each line is answered by one; else only what went wrong is told.
        events: what phones change is said, too.

    """

    def __init__(self, room: Room, *, as_json: bool, events: bool) -> None:
        self._room = room
        self._workshop = room.workshop
        self._as_json = as_json
        self._events = events
        self._writing = threading.Lock()
        self._news = threading.Event()
        self._ended = threading.Event()

    def lead(self) -> None:
        """Do what is said until nothing more comes."""
        door = self._room.door
        known = {
            "url": self._room.url, "code": door.code, "host": self._room.host,
            "port": self._room.port, "care_url": self._room.care_url, "protocol": PROTOCOL,
            "folder": self._workshop.folder and str(self._workshop.folder),
        }  # fmt: skip
        if self._as_json:
            self._say({**known, "state": self._state()})
        else:
            with self._writing:
                print(_("Phones join at %(url)s with the code %(code)s.") % known, flush=True)
        teller = threading.Thread(target=self._tell_events, name="events", daemon=True)
        stop = self._workshop.watch(self._news.set)
        if self._events:
            teller.start()
        try:
            while line := sys.stdin.readline(_LONGEST):
                if line.strip():
                    self._answer(line)
        finally:
            stop()
            self._ended.set()
            self._news.set()
            if self._events:
                teller.join()

    def _answer(self, line: str) -> None:
        from trainer.workshop.refusals import Refused

        try:
            self._do(line)
        except UpstanderError as error:
            code = error.code if isinstance(error, Refused) else "not-kept"
            if self._as_json:
                self._say({"ok": False, "error": {"code": code, "message": str(error)}})
            else:
                print(error, file=sys.stderr, flush=True)
            return
        if self._as_json:
            self._say({"ok": True, "state": self._state()})

    def _do(self, line: str) -> None:
        from trainer.workshop import acts
        from trainer.workshop.act import Who
        from trainer.workshop.refusals import Refused

        try:
            given = json.loads(line)
            line.encode()
            what = dict(given)
            act = what.pop("act")
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise Refused("bad-line", _("A line is a JSON object with an act.")) from error
        if act == "state" and not what:
            return
        known = acts.ACTS.get(act) if isinstance(act, str) else None
        if known is None or known.who is not Who.FACILITATOR:
            raise Refused("unknown-act", _("There is no act “%(name)s”.") % {"name": act})
        if act == "begin" and self._workshop.state.began is not None:
            return  # It has begun by itself; whoever says so all the same is right.
        self._workshop.do(act, **{str(key): value for key, value in what.items()})

    def _state(self) -> dict[str, Any]:
        from trainer.workshop.telling.program_view import program_view

        view = program_view(self._workshop.making, self._workshop.state)
        return {**view, "t": self._workshop.t(), "reached": self._room.reached()}

    def _tell_events(self) -> None:
        told: object = None
        while True:
            self._news.wait()
            self._news.clear()
            if self._ended.is_set():
                return
            if told is not self._workshop.state:
                told = self._workshop.state
                self._say({"event": "state", "state": self._state()})
            self._ended.wait(_EVERY)

    def _say(self, what: dict[str, Any]) -> None:
        text = json.dumps(what, ensure_ascii=False)
        with self._writing:
            print(text, flush=True)
