"""``upstander play``: a scenario without a window, by given choices or in the terminal."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Any

from trainer.cli import check, keeping, opening, places
from trainer.errors import KeepingError, ScenarioError, UsageError
from trainer.language import _, ngettext
from trainer.practice.session import Options, Session
from trainer.practice.snapshot import Phase
from trainer.practice.transcript import transcript
from trainer.practice.way import path
from trainer.practice.wording import choice_words, who_you_are
from trainer.scenario.texts.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trainer.progress.store import Store
    from trainer.scenario.model import Choice, Scenario

_MOST_DIGITS = 6
"""No scene offers a million choices; longer numbers are not worth reading."""


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Add the command ``play``."""
    parser = subparsers.add_parser(
        "play",
        allow_abbrev=False,
        help=_("play a scenario in the terminal"),
        description=_(
            "Play a scenario in the terminal, or with --choose make the given choices and "
            "print what was lived through. Without FILE the scenarios of the library are listed."
        ),
    )
    parser.add_argument(
        "file",
        nargs="?",
        metavar=_("FILE"),
        help=_("a scenario's file, or the id of one in the library"),
    )
    parser.add_argument(
        "--choose",
        metavar="1,3,2",
        help=_("make these choices, numbered from 1 among those offered"),
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help=_("with --choose, --random or --everything: print one JSON object"),
    )
    parser.add_argument(
        "--random",
        type=int,
        metavar="N",
        help=_("play it so many times at random, and count what was met, and what never was"),
    )
    parser.add_argument(
        "--seed", type=int, metavar="S", help=_("with --random: draw by this number; usually 1")
    )
    parser.add_argument(
        "--everything", action="store_true", help=_("try every state of it once, and count")
    )
    parser.add_argument(
        "--record", action="store_true", help=_("keep the run in the history, as the window would")
    )
    keeping.add_option(parser)
    parser.add_argument(
        "--soften", action="store_true", help=_("show strong language in a softer form")
    )
    parser.add_argument(
        "--language", default="", metavar=_("CODE"), help=_("play it in this language, as in “ko”")
    )


def run(args: argparse.Namespace) -> int:
    """Play, or list what can be played, and give the exit status: 1 for a file with errors.

    Raises:
        UsageError: no such file or scenario, or a number that is not offered.
        KeepingError: the run could not be kept.

    """
    from trainer.cli import trying

    tries = trying.check_use(args)
    if args.json and args.choose is None and not tries:
        raise UsageError(_("--json goes with --choose."))
    if args.file is None:
        if args.choose is not None:
            raise UsageError(
                _("--choose goes with a scenario: its file, or its id."),
                next_step=_("“upstander play” lists the scenarios there are."),
            )
        return _list()
    file = opening.find(args.file)
    checked = opening.check(file)
    if opening.has_errors(checked):
        wanted = argparse.Namespace(
            paths=[file], today=None, json=args.json, strict=False, report=None
        )
        return check.run(wanted)
    scenario = opening.in_language(checked, args.language)
    if tries:
        print(trying.tried(scenario, args), end="")
    elif args.choose is None:
        _in_terminal(scenario, file, args)
    else:
        _by_numbers(scenario, file, args)
    return 0


def _in_terminal(scenario: Scenario, file: Path, args: argparse.Namespace) -> None:
    from trainer.cli.terminal import Terminal

    with _history(args, scenario, file) if args.record else nullcontext() as store:
        Terminal(scenario, store, Options(soften=args.soften), sys.stdin, sys.stdout).play()


def _by_numbers(scenario: Scenario, file: Path, args: argparse.Namespace) -> None:
    options, made = Options(soften=args.soften), numbers(args.choose)
    # Tried without keeping anything first: a wrong number leaves no half run behind.
    session, offered = walk(Session(scenario, options=options), made)
    if args.record:
        with _history(args, scenario, file) as store:
            store.name_scenario(scenario.id, scenario.title, scenario.setting)
            session, offered = walk(Session(scenario, recorder=store, options=options), made)
    print(_as_json(session, offered) if args.json else _as_text(session), end="")


def _list() -> int:
    found = list(places.ways_to_play())
    print(_("Scenarios to play, and how to start each:") if found else _("The library is empty."))
    for line in found:
        print(line)
    return 0


def numbers(text: str) -> list[int]:
    """Read ``1,3,2``.

    Raises:
        UsageError: something in it is no number; the step is named.

    """
    found: list[int] = []
    for step, part in enumerate(text.split(",") if text.strip() else (), start=1):
        word = part.strip()
        if not (word.isascii() and word.isdecimal()):
            raise UsageError(
                _("Step %(step)s: “%(word)s” is not a number.") % {"step": step, "word": word}
            )
        found.append(int(word) if len(word.lstrip("0")) <= _MOST_DIGITS else 10**_MOST_DIGITS)
    return found


def walk(session: Session, made: list[int]) -> tuple[Session, list[tuple[Choice, ...]]]:
    """Make the choices, reading on to the next decision after each.

    Returns:
        The session, and what was offered at each decision, the open one included.

    Raises:
        UsageError: a number is not offered, or one too many; the step is named.
        ScenarioError: the scenes lead in a circle without a decision.

    """
    offered: list[tuple[Choice, ...]] = []
    read_on(session)
    for step, number in enumerate(made, start=1):
        if session.phase is Phase.ENDED:
            raise UsageError(
                _("Step %(step)s: nothing is left to choose, the scenario has ended already.")
                % {"step": step}
            )
        offered.append(session.offered)
        last = len(session.offered)
        if not 1 <= number <= last:
            told = ngettext(
                "Step %(step)s: %(number)s is not offered; there is only choice 1.",
                "Step %(step)s: %(number)s is not offered; there are %(last)s choices, "
                "1 to %(last)s.",
                last,
            )
            raise UsageError(told % {"step": step, "number": number, "last": last})
        session.choose(session.offered[number - 1].id)
        session.go_on()
        read_on(session)
    if session.phase is Phase.DECIDING:
        offered.append(session.offered)
    return session, offered


def read_on(session: Session) -> None:
    """Go on through scenes that only lead on, to a decision or the end.

    Raises:
        ScenarioError: they lead in a circle.

    """
    seen: set[str] = set()
    while session.phase is Phase.READING:
        if session.scene.id in seen:
            raise ScenarioError(
                _("The scenes of this scenario lead in a circle: “%(scene)s” comes again.")
                % {"scene": session.scene.id}
            )
        seen.add(session.scene.id)
        session.go_on()


@contextmanager
def _history(args: argparse.Namespace, scenario: Scenario, file: Path) -> Iterator[Store]:
    """Open the history; what was decided in it keeps the version that it was decided in."""
    from trainer.progress.looking_back import versions

    with keeping.Whose(args).store() as store:
        try:
            yield store
        finally:
            # The decisions are kept; without this they are looked at in today's version.
            with suppress(KeepingError):
                versions.keep(store, scenario, file)


def _as_json(session: Session, offered: list[tuple[Choice, ...]]) -> str:
    ending = session.scene.ending if session.phase is Phase.ENDED else None
    data = {
        "scenes": path(session),
        "offered": [[choice.id for choice in choices] for choices in offered],
        "choices": [
            {
                "scene": decision.scene.id,
                "id": decision.choice.id,
                "d": decision.choice.d,
                "fit": decision.choice.fit,
            }
            for decision in session.decisions
            if decision.choice is not None
        ],
        "state": dict(session.state),
        "ending": ending and {"scene": session.scene.id, "outcome": ending.outcome},
    }
    return json.dumps(data, ensure_ascii=False) + "\n"


def _as_text(session: Session) -> str:
    told = session.scenario
    card = [told.title, plain(told.summary), who_you_are(told.you) if told.you.role else ""]
    text = "\n\n".join([*(part for part in card if part), transcript(session).text()])
    if session.phase is not Phase.DECIDING:
        return text
    choices = (
        f"{number}. {choice_words(choice.kind, choice.words)}"
        for number, choice in enumerate(session.offered, start=1)
    )
    facts = plain(session.scene.check or "")
    check = [_("Check first: %(facts)s") % {"facts": facts}, ""] if facts else []
    return "\n".join([text, *check, _("What do you do?"), *choices, ""])
