"""Who has reviewed a scenario, or that nobody has; and a way for those who could."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from trainer import saving
from trainer.language import _
from trainer.scenario.texts.markup import plain
from trainer.ui import reviewed
from trainer.ui.dialogs import Sheet
from trainer.ui.paper import saving_as
from trainer.ui.theme import Role
from trainer.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from trainer.scenario.model import Scenario
    from trainer.ui.context import Context


def review_words(scenario: Scenario, path: Path | None = None) -> str:
    """Say in a line who has reviewed it, or what is not to be taken for granted."""
    return reviewed.told(scenario, path)


def what_that_means(scenario: Scenario, today: date, path: Path | None = None) -> str:
    """Say what a reader can go by."""
    review = scenario.reviewed
    if review is None:
        return _(
            "It was written with care and from the sources below. But nobody of the communities "
            "it is about has read it yet, and they may see what is wrong in it."
        )
    days = {"name": plain(review.by), "on": review.on, "until": review.until}
    since = reviewed.changed(scenario.status, path)
    if since:
        return (
            _(
                "%(name)s read it on %(on)s. Some of its text was changed after that day, and they "
                "have not read what stands there now."
            )
            % days
        )
    if since is None:
        return (
            _(
                "The file says that %(name)s read it on %(on)s. Whether it was changed since can't "
                "be told here."
            )
            % days
        )
    if review.until < today.isoformat():
        return (
            _(
                "%(name)s read it on %(on)s. That was good until %(until)s, so it should be read "
                "again."
            )
            % days
        )
    return _("%(name)s read it on %(on)s. That is good until %(until)s.") % days


def place_of(context: Context, scenario: Scenario) -> Path | None:
    """Give where the file of a scenario lies, if it is in the library."""
    card = context.library.card(scenario.id)
    return None if card is None else card.path


class ReviewSheet(Sheet):
    """What the review means, where the scenario comes from, and a sheet to review it by.

    ``ask`` chooses the file: (parent, title, name, filter).
    """

    def __init__(self, context: Context, scenario: Scenario, parent: QWidget | None = None) -> None:
        path = place_of(context, scenario)
        super().__init__(context, review_words(scenario, path), parent, width=600)
        self.ask: saving_as.Ask = saving_as.ask_where
        self._told = scenario
        self._context = context
        self.body.addWidget(Words(what_that_means(scenario, date.today(), path), self))
        if scenario.sources:
            self.body.addWidget(Heading(_("Sources"), self, role=Role.SUBHEADING))
            for source in scenario.sources:
                self.body.addWidget(SoftLabel(plain(source), self))
        self.body.addWidget(Heading(_("If you could review it"), self, role=Role.SUBHEADING))
        self.body.addWidget(
            Words(
                _(
                    "The review sheet holds every sentence of it and the questions to answer. Open "
                    "it in a browser, print it, read it with others."
                ),
                self,
            )
        )
        save = QuietButton(_("Save the review sheet …"), self, icon="printer")
        save.clicked.connect(self.save)
        close = PrimaryButton(_("Close"), self)
        close.clicked.connect(self.reject)
        self.buttons.addWidget(save)
        self.buttons.addWidget(close)
        close.setFocus()

    def save(self) -> None:
        """Ask where, then write the sheet."""
        # Read in only here: hardly anybody ever saves one.
        from trainer.checking import review_sheet

        name = f"{self._told.id}-review.html"
        chosen = self.ask(self, _("Save the review sheet"), name, _("Web page (*.html)"))
        if not chosen:
            return
        self.accept()
        page = review_sheet.page(self._told, date.today()).encode()
        saving_as.write(self._context, chosen, "html", partial(saving.save, data=page))


class ReviewNote(LinkButton):
    """The line itself; pressed, it says more."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._context = context
        self._told: Scenario | None = None
        self.clicked.connect(self.open_sheet)

    def show_scenario(self, scenario: Scenario) -> None:
        """Tell of this scenario from now on."""
        self._told = scenario
        self.set_words(review_words(scenario, place_of(self._context, scenario)))
        self.setAccessibleDescription(_("Opens what that means"))

    def open_sheet(self) -> None:
        """Say what that means, and offer the review sheet."""
        if self._told is not None:
            ReviewSheet(self._context, self._told, self.window()).open()
