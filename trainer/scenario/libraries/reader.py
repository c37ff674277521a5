"""The library's part that reads YAML: imported only when a file has to be read."""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING, Final

from trainer import language
from trainer.errors import ScenarioError
from trainer.language import _
from trainer.scenario import checking, problems, translation
from trainer.scenario.files.gathering import kinds_in
from trainer.scenario.libraries.index import Card, Entry, Kind, worded
from trainer.scenario.libraries.searching import LARGEST, looks_like_scenario
from trainer.scenario.reading import read_bytes, read_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from trainer.scenario.libraries.searching import Found
    from trainer.scenario.model import Scenario
    from trainer.scenario.problems import Problem


_OTHER_KINDS: Final = frozenset({"help", "drills", "page", "plan"})
"""Kinds of files that may lie beside scenarios and are none."""


def is_other_kind(written: str | None) -> bool:
    """Tell whether a file's format says that it is no scenario, but something beside them."""
    return written is not None and written.split("/")[0] in _OTHER_KINDS


def examine(found: Found) -> Entry:
    """Look at a file: is it a scenario, can it be played, what would its card say."""
    now = time.time_ns()
    try:
        if found.size > LARGEST:
            return _of_large(found, now)
        data = found.path.read_bytes()
    except OSError:
        # Looked at again next time: rights change without the file's time.
        return _broken(found, read_file(found.path).problems, seen=0, digest="")
    return _of(found, data, now)._replace(says=kinds_in(data))


def _of(found: Found, data: bytes, now: int) -> Entry:
    digest = hashlib.sha256(data).hexdigest()
    if not looks_like_scenario(data):
        return Entry(found.size, found.modified, now, digest, Kind.OTHER)
    reading = read_bytes(data, found.path)
    if is_other_kind(reading.format):
        return Entry(found.size, found.modified, now, digest, Kind.OTHER)
    errors = checking.errors(reading)
    if errors:
        return _broken(found, errors, seen=now, digest=digest)
    if reading.content is None:
        raise AssertionError("a scenario without errors was read")
    return Entry(
        found.size,
        found.modified,
        now,
        digest,
        Kind.SCENARIO,
        card=_card(reading.content, found.file),
        id_place=(reading.id_mark.line, reading.id_mark.column),
        there=tuple(sorted(_own_pictures(reading.content))),
    )


def _of_large(found: Found, now: int) -> Entry:
    """Report a file that is too large to be read, if it is a scenario at all."""
    with found.path.open("rb") as file:
        data = file.read(LARGEST)
    entry = Entry(found.size, found.modified, now, "", Kind.OTHER)
    if looks_like_scenario(data):
        entry = _broken(found, read_file(found.path).problems, seen=now, digest="")
    return entry._replace(says=kinds_in(data))


def _broken(found: Found, errors: Sequence[Problem], *, seen: int, digest: str) -> Entry:
    missing = [str(one.params["path"]) for one in errors if one.code == "missing-asset"]
    if any(one.code in ("unsafe-path", "unknown-resource") for one in errors):
        # A link, or a help file, may be put right without a change of this file.
        seen, digest = 0, ""
    return Entry(
        found.size,
        found.modified,
        seen,
        digest,
        Kind.BROKEN,
        problems=tuple(worded(one) for one in errors),
        language=language.code(),
        missing=tuple(missing),
    )


def _card(scenario: Scenario, file: str) -> Card:
    return Card(
        id=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        language=scenario.language,
        setting=scenario.setting,
        severity=scenario.severity,
        minutes=scenario.minutes,
        status=scenario.status,
        backdrop=scenario.backdrop,
        goals=scenario.goals,
        content_notes=scenario.content_notes,
        content_hash=scenario.content_hash,
        scenes=len(scenario.scenes),
        reviewed_until="" if scenario.reviewed is None else scenario.reviewed.until,
        file=file,
    )


def _own_pictures(scenario: Scenario) -> set[str]:
    """Files that the scenario names; a name without a dot is built in."""
    backdrops = [scenario.backdrop, *(scene.backdrop for scene in scenario.scenes.values())]
    pictures = [member.picture for member in scenario.cast.values()]
    return {name for name in (*backdrops, *pictures) if name and "." in name}


def playable(path: Path, scenario_id: str, title: str, content_hash: str) -> Scenario:
    """Read the scenario of a card.

    Args:
        path: where it is.
        scenario_id: as on the card.
        title: as on the card, to name it if it cannot be played.
        content_hash: as on the card; if it is still the same, it need not be checked.

    Raises:
        ScenarioError: it is gone, another one, or has errors now.

    """
    reading = read_file(path)
    scenario = reading.content
    same = scenario is not None and scenario.content_hash == content_hash
    errors = [] if same else checking.errors(reading)
    if scenario is None or errors or scenario.id != scenario_id:
        raise ScenarioError(
            _("“%(title)s” has changed and cannot be played any more.") % {"title": title},
            next_step=_("Look at the list of scenarios again."),
            details="\n".join(problems.person_line(str(path), one) for one in errors),
        )
    return scenario


def in_language(scenario: Scenario, path: Path, wanted: str) -> Scenario:
    """Translate a scenario into the nearest language that lies beside it, if one is near."""
    found = translation.catalogues(path, scenario.id) if wanted else {}
    nearest = translation.best([scenario.language, *found], wanted)
    if nearest is None or nearest == scenario.language:
        return scenario
    return translation.translate(scenario, translation.read(found[nearest], nearest))
