"""The pages that exist, by name. A page is read in when it is first opened.

The rail shows the first few; a page that is not here cannot be asked for, so that no
button leads nowhere.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from trainer.language import N_

if TYPE_CHECKING:
    from trainer.ui.page import Page

PLACES: Final = {
    "who": ("trainer.ui.people.who_page", "WhoPage"),
    "first-start": ("trainer.ui.first_start", "FirstStartPage"),
    "home": ("trainer.ui.library.home", "HomePage"),
    "practice": ("trainer.ui.practice.page", "PracticePage"),
    "debrief": ("trainer.ui.practice.debrief.page", "DebriefPage"),
    "compare": ("trainer.ui.practice.two_runs.page", "ComparePage"),
    "learn": ("trainer.ui.learn.index_page", "LearnPage"),
    "method": ("trainer.ui.learn.method_page", "MethodPage"),
    "drills": ("trainer.ui.drills.page", "DrillsPage"),
    "welcome": ("trainer.ui.learn.welcome_page", "WelcomePage"),
    "confidence": ("trainer.ui.confidence.page", "ConfidencePage"),
    "progress": ("trainer.ui.progress.progress_page", "ProgressPage"),
    "look-again": ("trainer.ui.progress.look_again_page", "LookAgainPage"),
    "booster": ("trainer.ui.boosters.page", "BoosterPage"),
    "past-runs": ("trainer.ui.progress.past_runs", "PastRunsPage"),
    "safety-plan": ("trainer.ui.plan.page", "SafetyPlanPage"),
    "what-happened": ("trainer.ui.plan.record_page", "RecordPage"),
    "help": ("trainer.ui.help.page", "HelpPage"),
    "workshop-home": ("trainer.ui.workshop.home.page", "WorkshopHomePage"),
    "workshop": ("trainer.ui.workshop.console.page", "ConsolePage"),
    "author-home": ("trainer.ui.authoring.home.page", "AuthorHomePage"),
    "author": ("trainer.ui.authoring.page", "AuthorPage"),
    "author-play": ("trainer.ui.authoring.playing.page", "PlayPage"),
    "author-try": ("trainer.ui.authoring.playing.try_page", "TryPage"),
    "settings": ("trainer.ui.settings.page", "SettingsPage"),
    "workshop-after": ("trainer.ui.workshop.after.page", "WorkshopAfterPage"),
    "workshop-ready": ("trainer.ui.workshop.ready.page", "ReadyPage"),
}
"""Name of a page: (module, class)."""

RAIL: Final = (
    ("home", N_("Practice"), "footprints"),
    ("learn", N_("Learn"), "book-open"),
    ("workshop-home", N_("Workshop"), "presentation"),
    ("author-home", N_("Author"), "feather"),
    ("progress", N_("Progress"), "chart-no-axes-column"),
    ("safety-plan", N_("Safety plan"), "shield-check"),
    ("help", N_("Get help"), "life-buoy"),
    ("settings", N_("Settings"), "settings"),
)
"""Pages of the rail, top to bottom: (name, words, icon)."""

BELONGS: Final = {
    "workshop-after": "workshop-home",
    "booster": "home",
    "method": "learn",
    "drills": "learn",
    "past-runs": "progress",
    "look-again": "progress",
    "confidence": "progress",
    "what-happened": "safety-plan",
    "workshop": "workshop-home",
    "author": "author-home",
    "author-play": "author-home",
    "author-try": "author-home",
}
"""Pages that are reached from one of the rail, which stays marked: name, and the other's."""

FOUND: Final = (
    ("past-runs", N_("Past runs"), "history"),
    ("what-happened", N_("What happened: write it down"), "shield-check"),
    ("confidence", N_("How sure you feel"), "list"),
    ("author-home", N_("Write a scenario"), "feather"),
)
"""Pages that Ctrl K finds, too, though the rail leads to them only by way of another."""

LEFT: Final = "left"
"""Stands in place of a page's name where the window was closed behind the neutral page."""

REOPENED: Final = frozenset(
    {"home", "learn", "workshop-home", "author-home", "progress", "past-runs", "settings"}
)
"""Pages that the next start may open again.

The others need to be told what to show; that somebody looked for help, or has a safety plan, is
nobody's business.
"""


def page_class(name: str) -> type[Page]:
    """Class of a page.

    Raises:
        KeyError: there is no page of that name.

    """
    module, kind = PLACES[name]
    found: type[Page] = getattr(import_module(module), kind)
    return found
