"""What ``doctor`` looks at, one function a section. None of it writes a byte.

Each gives its facts as plain data, lines that tell them, and what needs attention.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from trainer import paths
from trainer.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE: Final = 60
"""Seconds that Qt gets to answer."""

_LITTLE_ROOM: Final = 50_000_000
"""Bytes of free disk under which somebody should know."""

_QT_LIBRARIES: Final = (
    "sudo apt-get install libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 "
    "libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
)
_FONTS: Final = "sudo apt-get install fonts-noto-cjk fonts-noto-core"


@dataclass
class Section:
    """What one look found. ``problems`` need attention; ``lines`` merely tell."""

    name: str
    title: str
    facts: dict[str, Any] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def everything() -> Iterator[Section]:
    """Look at everything, section by section."""
    qt = ask_qt()
    yield versions(qt)
    yield places()
    yield database()
    yield library()
    yield fonts(qt)
    yield screens(qt)
    yield voices(qt)
    yield spelling()


def ask_qt() -> dict[str, Any]:
    """Ask Qt in a process of its own what it finds; ``error`` says what kept it from it."""
    found: dict[str, Any] = {}
    package = str(Path(__file__).parent.parent.parent)
    inherited = os.environ.get("PYTHONPATH")
    search = os.pathsep.join((package, inherited)) if inherited else package
    try:
        done = subprocess.run(
            [sys.executable, "-m", "trainer.ui.facts"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            stdin=subprocess.DEVNULL,
            timeout=_PATIENCE,
            env=os.environ | {"PYTHONPATH": search, "UPSTANDER_HOME": str(paths.home())},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return {"error": str(error)}
    for line in done.stdout.splitlines():
        found |= json.loads(line)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        found["error"] = " ".join(said[-4:]) or f"exit {done.returncode}"
    return found


def versions(qt: dict[str, Any]) -> Section:
    """Versions of the program and of what it stands on."""
    import platform
    import sqlite3

    from trainer import __version__

    section = Section("versions", _("Versions"))
    section.facts = {
        "upstander": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "pyside": qt.get("pyside"),
        "qt": qt.get("qt"),
        "system": platform.platform(),
    }
    section.lines = [f"{name}: {value or '-'}" for name, value in section.facts.items()]
    if sqlite3.sqlite_version_info < (3, 37):
        section.problems.append(
            _("SQLite %(version)s is too old to keep anything; 3.37 is needed.")
            % {"version": sqlite3.sqlite_version}
        )
    if not qt.get("qt"):
        section.problems.append(
            _("Qt cannot be loaded, so no window opens: %(reason)s On Debian and Ubuntu: %(line)s")
            % {"reason": qt.get("error", ""), "line": _QT_LIBRARIES}
        )
    return section


def places() -> Section:
    """Where everything lies, and whether there is room and a right to write."""
    section = Section("places", _("Places"))
    found = {
        "home": paths.home(),
        "database": paths.database(),
        "backups": paths.backups(),
        "settings": paths.settings(),
        "own_scenarios": paths.own_scenarios(),
        "cache": paths.cache(),
        "logs": paths.logs(),
        "built_in_scenarios": paths.built_in_scenarios(),
        "assets": paths.assets(),
    }
    section.facts = {
        name: {"path": str(path), "exists": path.exists()} for name, path in found.items()
    }
    section.lines = [f"{name}: {path}" for name, path in found.items()]
    ground = next(one for one in (paths.home(), *paths.home().parents) if one.exists())
    if not (ground.is_dir() and os.access(ground, os.W_OK | os.X_OK)):
        section.problems.append(_("Nothing can be written in %(folder)s.") % {"folder": ground})
    free = shutil.disk_usage(ground).free
    section.facts["free_bytes"] = free
    if free < _LITTLE_ROOM:
        section.problems.append(
            _("The disk is nearly full: %(size)s are free.") % {"size": size(free)}
        )
    for name in ("built_in_scenarios", "assets"):
        if not found[name].is_dir():
            section.problems.append(_("%(folder)s is missing.") % {"folder": found[name]})
    return section


def size(count: int) -> str:
    """Say a number of bytes."""
    if count < 1_000_000:
        return _("%(n)d kB") % {"n": -(-count // 1000)}
    return _("%(n)d MB") % {"n": round(count / 1_000_000)}


def database() -> Section:
    """Whether what was kept is whole, and which backups there are; of everybody, by their ids."""
    from trainer.progress import profiles

    section = Section("database", _("What was kept"))
    people = profiles.listed() or [profiles.only()]
    for one in people:
        if len(people) > 1:
            section.lines.append(f"{one.id}:")
        facts = _look_at(one.database, section)
        if not section.facts:
            section.facts = facts
            section.facts["people"] = []
        if len(people) > 1:
            kept = {name: facts[name] for name in ("condition", "details", "size", "runs")}
            section.facts["people"].append({"id": one.id} | kept)
    return section


def _look_at(path: Path, section: Section) -> dict[str, Any]:
    """Look at what is kept of one, tell it in a section, and give the facts."""
    from trainer.progress import backups, files, inspection

    found = inspection.examine(path)
    is_sealed = files.is_sealed(path)
    path = files.sealed(path) if is_sealed else path
    listed = backups.listed(path)
    aside = files.kept_aside(path)
    facts: dict[str, Any] = {
        "condition": str(found.condition),
        "details": found.details,
        "size": found.size,
        "schema": found.schema,
        "runs": found.runs,
        "decisions": found.decisions,
        "backups": [
            {"path": str(one.path), "made": one.made.isoformat(), "size": one.size,
             "runs": one.runs}
            for one in listed
        ],
        "kept_aside": [str(one) for one in aside],
    }  # fmt: skip
    told = _condition(found)
    (section.lines if found.condition in inspection.FINE else section.problems).append(told)
    section.lines.append(
        ngettext("%(n)d backup.", "%(n)d backups.", len(listed)) % {"n": len(listed)}
    )
    section.lines += [
        _("Kept aside, because it could not be read: %(file)s") % {"file": one} for one in aside
    ]
    section.problems += [
        _("This backup cannot be read: %(file)s") % {"file": one.path}
        for one in listed
        if one.runs is None and not (is_sealed and inspection.is_sealed_file(one.path))
    ]
    return facts


def _condition(found: Any) -> str:
    """Say what is so with a database."""
    from trainer.progress.inspection import Condition

    match found.condition:
        case Condition.ABSENT:
            return _("Nothing is kept yet.")
        case Condition.HELD:
            return _("Upstander is open and holds it, so it was not looked into.")
        case Condition.SEALED:
            return _("It is locked with a passphrase, so it was not looked into.")
        case Condition.WHOLE:
            runs = ngettext("All is well: %(n)d run.", "All is well: %(n)d runs.", found.runs)
            return runs % {"n": found.runs}
        case Condition.NEWER:
            return _("It was written by a newer version of Upstander, which can open it.")
        case Condition.MISSING:
            return _("It is gone, but there are backups: open Upstander to restore one.")
        case Condition.CLOSED:
            return _("It may not be read: %(reason)s") % {"reason": found.details}
        case _:
            return _("It is damaged: %(reason)s Open Upstander to restore a backup.") % {
                "reason": found.details
            }


def library() -> Section:
    """How many scenarios there are, and which files cannot be played."""
    from trainer.cli.places import library as scenario_library
    from trainer.scenario.problems import shown_path

    section = Section("library", _("Scenarios"))
    built_in = paths.built_in_scenarios()
    scenarios = scenario_library(keeps_index=False)
    cards, broken = scenarios.cards(), scenarios.broken()
    section.facts = {
        "playable": len(cards),
        "built_in": sum(card.built_in for card in cards),
        "broken": [str(one.path) for one in broken],
    }
    section.lines.append(
        ngettext("%(n)d scenario can be played.", "%(n)d scenarios can be played.", len(cards))
        % {"n": len(cards)}
    )
    for one in broken:
        told = _("This file cannot be played; “upstander check” says why: %(file)s")
        ours = one.path.is_relative_to(built_in)
        (section.problems if ours else section.lines).append(told % {"file": shown_path(one.path)})
    if not cards:
        section.problems.append(_("There is no scenario that can be played."))
    return section


def fonts(qt: dict[str, Any]) -> Section:
    """Fonts that come along, and languages that the system has no font for."""
    from trainer import language

    section = Section("fonts", _("Fonts"))
    missing, without = qt.get("fonts_missing"), qt.get("languages_without_font")
    section.facts = {"missing": missing, "languages_without_font": without}
    section.problems += [
        _("A font that belongs to Upstander is missing: %(file)s") % {"file": file}
        for file in missing or ()
    ]
    if missing == []:
        section.lines.append(_("The fonts that come along are there."))
    if without:
        told = _("No font for %(languages)s. On Debian and Ubuntu: %(line)s") % {
            "languages": ", ".join(without),
            "line": _FONTS,
        }
        ours = language.code().split("-")[0]
        needed = any(code.split("-")[0] == ours for code in without)
        (section.problems if needed else section.lines).append(told)
    return section


def screens(qt: dict[str, Any]) -> Section:
    """Screens that a window could open on."""
    section = Section("screens", _("Screens"))
    found = qt.get("screens")
    section.facts = {"platform": qt.get("platform"), "screens": found or []}
    for one in found or ():
        section.lines.append(
            _("%(name)s: %(width)d × %(height)d at %(scale)d %%")
            % {**one, "name": one["name"] or qt["platform"], "scale": round(one["scale"] * 100)}
        )
    if not found and qt.get("qt"):
        section.problems.append(
            _("No window can open here: %(reason)s “upstander play” works without one.")
            % {"reason": qt.get("error", "")}
        )
        section.problems.append(
            _("On Debian and Ubuntu, if libraries are missing: %(line)s") % {"line": _QT_LIBRARIES}
        )
    return section


def voices(qt: dict[str, Any]) -> Section:
    """Whether something can be read aloud; that is an extra, so nothing is wrong without."""
    section = Section("voices", _("Voices"), {"available": qt.get("voice", False)})
    section.lines.append(
        _("A voice is installed: scenes can be read aloud.")
        if qt.get("voice")
        else _("No voice is installed, so nothing can be read aloud.")
    )
    return section


def spelling() -> Section:
    """In which languages spelling can be looked at; where it cannot, nothing is wrong."""
    from trainer.authoring.spelling.dictionaries import all_found

    found = all_found()
    section = Section("spelling", _("Spelling"))
    section.facts = {"dictionaries": {name: str(stem) for name, stem in found.items()}}
    if found:
        known = {"names": ", ".join(found)}
        section.lines.append(_("Dictionaries found: %(names)s") % known)
    else:
        section.lines.append(_("No dictionary is found, so no word is marked."))
    section.lines.append(
        _("Others are found once they are installed: those of Hunspell, or of LibreOffice.")
    )
    return section
