"""Finding, loading and resuming runs for the pages. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from trainer import language
from trainer.errors import ScenarioError
from trainer.language import _
from trainer.practice import resume as resuming
from trainer.practice.session import Session
from trainer.practice.snapshot import Phase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.practice.resume import Resumed
    from trainer.scenario.libraries.library import Library
    from trainer.scenario.model import Scenario
    from trainer.ui.context import Context


def load(library: Library, scenario: str) -> Scenario:
    """Load a scenario in the reader's language, where it has one.

    Raises:
        ScenarioError: there is none of that name, or it cannot be played.

    """
    return library.load(scenario, language.code())


def unfinished_of(context: Context, scenario: str) -> str | None:
    """Find the unfinished run of a scenario that was touched last, or None.

    Raises:
        KeepingError: it cannot be read.

    """
    waiting = context.recorder.places()
    for place in reversed(waiting.values()):
        if place.scenario == scenario and place.phase is not Phase.ENDED:
            return place.run
    found = context.store.unfinished(limit=1 + len(waiting), scenario=scenario)
    return next((one.run for one in found if one.run not in waiting), None)


@dataclass(frozen=True, slots=True)
class Opened:
    """What is played: without a session it has still to begin; ``said`` tells where one is."""

    scenario: Scenario
    session: Session | None = None
    said: str = ""


def opened(context: Context, what: Mapping[str, Any], played: Session | None) -> Opened:
    """Find what somebody wants to play.

    Args:
        context: what the pages share.
        what: as :class:`~trainer.ui.practice.page.PracticePage` is opened.
        played: what was played last; it goes on even if its file is gone or broken by now.

    Raises:
        UpstanderError: it cannot be played.

    """
    session: Session | None = what.get("session")
    if session is not None:
        again = session.replay_of is not None and session.phase is Phase.DECIDING
        said = _("You play on from here. Your earlier run stays as it is.") if again else ""
        return Opened(session.scenario, session, said)
    run: str | None = what.get("run")
    if run is None and not what.get("again"):
        run = unfinished_of(context, what["scenario"])
    if run is None:
        return Opened(load(context.library, what["scenario"]))
    try:
        resumed = resume(context, run)
    except ScenarioError:
        if played is None or played.run_id != run:
            raise
        said = _(
            "The file of this scenario is gone or broken. You can still play this run to its end."
        )
        return Opened(played.scenario, played, said)
    return Opened(resumed.session.scenario, resumed.session, welcome_back(context, resumed))


def resume(context: Context, run: str) -> Resumed:
    """Stand again where a run was left, also where that is not on disk yet.

    It is softened and timed as the settings say now, whatever they said then.

    Raises:
        ScenarioError: its scenario cannot be played any more, or the run is gone.
        SnapshotError: its place cannot be read.
        KeepingError: the history cannot be read.

    """
    try:
        place = context.recorder.places().get(run) or context.store.place(run)
    except LookupError as error:
        raise ScenarioError(
            _("This run is not kept any more."), next_step=_("You can start the scenario anew.")
        ) from error
    settings = context.settings
    place = replace(place, soften=settings.soften, timed=settings.timed)
    replays = place.replay_of is not None
    scenario = version_of(context, place.scenario, place.content_hash, replays=replays)
    return Session.resume(scenario, place, recorder=context.recorder)


def version_of(context: Context, scenario: str, content_hash: str, *, replays: bool) -> Scenario:
    """Load the scenario of a run in the version that the run goes on in.

    That is today's; but a run that plays an earlier decision again goes on in the version
    that it began in, if that was kept.

    Raises:
        ScenarioError: it cannot be played any more.
        KeepingError: the history cannot be read.

    """
    if not replays or is_todays(context, scenario, content_hash):
        return load(context.library, scenario)
    from trainer.progress.looking_back import versions

    look = (context.store, context.library, scenario, content_hash)
    return versions.find(*look, language.code()).scenario


def is_todays(context: Context, scenario: str, content_hash: str) -> bool:
    """Tell whether a version of a scenario is the one of the library."""
    card = context.library.card(scenario)
    return card is not None and card.content_hash == content_hash


def welcome_back(context: Context, resumed: Resumed) -> str:
    """Say that this is where the run was left, and what of it could not be kept."""
    said, scenario = resuming.sentence(resumed), resumed.session.scenario
    if not said and not is_todays(context, scenario.id, scenario.content_hash):
        return _("You are back where you stopped, in the scenario as it was then.")
    return said or _("You are back where you stopped.")
