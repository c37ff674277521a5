"""How a scene is reached, in which states and by which way; when each of its choices is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trainer.authoring.trying import words
from trainer.authoring.trying.answering import HowReached
from trainer.authoring.trying.reaching import Arrival, Offer, Reached
from trainer.authoring.trying.starting import Start
from trainer.language import _, ngettext
from trainer.ui.authoring.playing.asker import Failure
from trainer.ui.authoring.playing.rows import Rows
from trainer.ui.authoring.playing.waiting import WaitingLine
from trainer.ui.dialogs import Sheet
from trainer.ui.theme import Role
from trainer.ui.widgets.focus_order import chain
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.called import Names
    from trainer.authoring.trying.answering import Answer
    from trainer.authoring.trying.starting import Values
    from trainer.ui.authoring.playing.playing import Playing

_KEY = "how-reached"
_TALL = 190
_MOST_TOLD = 3
"""Values in which a choice is not offered that are told."""


class ReachSheet(Sheet):
    """About one scene; ``choice`` is the id of one that is asked about first.

    Signals:
        begun(object): a :class:`Start` to play from.
        choice_wanted(str): the id of a choice to go to.
    """

    begun = Signal(object)
    choice_wanted = Signal(str)

    def __init__(
        self, playing: Playing, scene: str, choice: str = "", parent: QWidget | None = None
    ) -> None:
        told = _("How one comes to “%(scene)s”") % {"scene": playing.bench.names.scene(scene)}
        super().__init__(playing.bench.context, told, parent, width=720)
        self._playing, self._scene, self._choice = playing, scene, choice
        self._shown: Reached | None = None
        self.found = Words("", self)
        self.body.addWidget(self.found)
        self.waiting = WaitingLine(playing.asker, _KEY, self)
        self.waiting.stopped.connect(self.reject)
        self.body.addWidget(self.waiting)
        self.states = Rows(_("Ways to this scene"), self, least=40)
        self.states.picked.connect(self._play)
        self.body.addWidget(self.states)
        self.offers_heading = Heading(_("When each choice is offered"), self, role=Role.SUBHEADING)
        self.offers = Rows(_("When each choice is offered"), self, least=40)
        self.offers.picked.connect(self._go_to)
        self.hint = SoftLabel(
            _("Enter on a way plays from there; Enter on a choice goes to it."), self
        )
        for widget in (self.offers_heading, self.offers, self.hint):
            self.body.addWidget(widget)
        self.end_with(_("Play from there"), self._play_current, icon="play", stay=_("Close"))
        self._show(None)
        self.finished.connect(self._closed)
        chain(self)
        document = playing.bench.document
        if document is not None:
            self.found.setText(_("Looking for every way that leads here …"))
            self.waiting.begin()
            playing.asker.ask(_KEY, document, HowReached(scene), self._answered)

    def _answered(self, answer: Answer | Failure) -> None:
        self.waiting.end()
        if isinstance(answer, Reached):
            self._show(answer)
        elif isinstance(answer, Failure):
            self.found.setText(_("It stopped by itself. You can try once more."))
        else:
            self.found.setText(_("This cannot be played yet: the text cannot be understood."))
        self.states.hug(_TALL)
        self.offers.hug(_TALL)
        self.fit()

    def _show(self, reached: Reached | None) -> None:
        self._shown = reached
        some = reached is not None and reached.count > 0
        for widget in (self.states, self.go, self.hint):
            widget.setVisible(some)
        offers = some and reached is not None and bool(reached.offers)
        self.offers_heading.setVisible(offers)
        self.offers.setVisible(offers)
        if reached is None:
            return
        self.found.setText(_found(reached))
        names, count = self._playing.bench.names, reached.count
        self.states.show_rows((_state(one, reached.begins, names), one) for one in reached.arrivals)
        self.offers.show_rows((offered(one, count, names), one.id) for one in reached.offers)
        places = [place for place, one in enumerate(reached.offers) if one.id == self._choice]
        if places:
            self.offers.setCurrentRow(places[0])
        (self.offers if places else self.states).setFocus()
        said = self.offers.currentItem().text() if places else self.found.text()
        self._playing.bench.context.announce(said)

    def _play_current(self) -> None:
        if self._shown is not None and self._shown.arrivals:
            self._play(self._shown.arrivals[max(0, self.states.currentRow())])

    def _play(self, arrival: Arrival) -> None:
        self.accept()
        self.begun.emit(Start(self._scene, arrival.values))

    def _go_to(self, choice: str) -> None:
        self.accept()
        self.choice_wanted.emit(choice)

    def _closed(self) -> None:
        self._playing.asker.drop(_KEY)


def _found(reached: Reached) -> str:
    if not reached.count:
        return _("No way leads here, whatever anybody chooses.")
    every = ngettext(
        "What the story remembers is always the same here. This is a shortest way.",
        "What the story remembers can differ here in %(n)s ways, each with a shortest way to it.",
        reached.count,
    )
    told = [every % {"n": reached.count}]
    if reached.count > len(reached.arrivals):
        told.append(_("The first %(n)s are listed.") % {"n": len(reached.arrivals)})
    if not reached.complete:
        told.append(_("There may be more: the story has too many to look at."))
    return " ".join(told)


def _state(one: Arrival, begins: Values, names: Names) -> str:
    if not begins:
        return words.way(one.way, names)
    known = {"values": words.unlike(one.values, begins, names), "way": words.way(one.way, names)}
    return _("%(values)s. By way of: %(way)s") % known


def offered(offer: Offer, count: int, names: Names) -> str:
    """Say when a choice is offered, and if never, why."""
    known = {"words": words.short(offer.words), "n": offer.offered, "of": count}
    if offer.never is not None:
        return _("“%(words)s” is never offered. %(why)s") % {
            **known,
            "why": words.never(offer.never, names),
        }
    if offer.offered == count:
        return _("“%(words)s” is always offered.") % known
    told = [words.values(one, names) for one in offer.without[:_MOST_TOLD]]
    more = len(offer.without) > _MOST_TOLD
    known["values"] = _("; ").join([*told, "…"] if more else told)
    return _("“%(words)s” is offered in %(n)s of %(of)s cases; not with %(values)s.") % known
