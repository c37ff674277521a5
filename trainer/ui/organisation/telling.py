"""What is said about sending, in one place: what goes, what can be read from it, how it went."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from trainer.errors import KeepingError
from trainer.language import _, ngettext
from trainer.progress.organisation import organisation, outbox
from trainer.progress.organisation.outbox import State
from trainer.progress.organisation.pacing import Halt, Trouble
from trainer.progress.summaries import moment
from trainer.ui import dates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.progress.organisation.organisation import Organisation
    from trainer.progress.organisation.pacing import Pace
    from trainer.progress.store import Store


def current(store: Store) -> Organisation | None:
    """Give the organisation that completions go to; None while that is off or unreadable."""
    try:
        return organisation.current(store)
    except KeepingError:
        return None


def goes_to(found: Organisation) -> str:
    """Say where completions go, in one line."""
    return _("Completions go to %(host)s.") % {"host": found.address.named_host}


def can_be_read() -> tuple[str, ...]:
    """Say what whoever gets completions can read from them."""
    return (
        _(
            "That you practised, and when: the day and the time. Your name is not in it, but"
            " whoever gave you the name and the password can know that they are yours."
        ),
        _(
            "Which scenario. What it is about may tell something about you: about what you live"
            " through, or what you look out for."
        ),
        _("From where: like every page that you open, they see your connection’s address."),
        _(
            "What has gone is with your organisation. Upstander cannot take it back, and nobody"
            " but your organisation can delete it there."
        ),
    )


def never_goes() -> str:
    """Say what stays here."""
    return _(
        "What you chose, what you wrote, how long you took, runs that you did not finish, and"
        " everything else stays here. You can send the choices of a run yourself, when it has"
        " ended; you are asked each time."
    )


def choices_can_be_read() -> tuple[str, ...]:
    """Say what whoever gets choices can read from them."""
    return (
        _(
            "Each decision on the way that you took in the end, which of the five D’s it was, how"
            " it fitted, and how the run ended. Nothing that you wrote."
        ),
        _(
            "How it fitted goes as “strong”, “fair” or “poor”. A choice to wait goes as “wait”, and"
            " one that added to the harm goes as “harm”."
        ),
        _(
            "Choices tell more than a completion. Somebody may read them as what you would do, or"
            " what you think. They are neither: they are practice."
        ),
        _("What has gone is with your organisation. Upstander cannot take it back."),
    )


def counted(found: Mapping[State, int]) -> tuple[str, ...]:
    """Say what waits, has gone, and was not taken."""
    said = (
        (State.WAITING, ngettext("%(n)d waits to go.", "%(n)d wait to go.", found[State.WAITING])),
        (State.SENT, ngettext("%(n)d has gone.", "%(n)d have gone.", found[State.SENT])),
        (
            State.REJECTED,
            ngettext("%(n)d was not taken.", "%(n)d were not taken.", found[State.REJECTED]),
        ),
    )
    return tuple(words % {"n": found[state]} for state, words in said if found[state])


def state(which: State) -> str:
    """Say where a statement is."""
    return {
        State.WAITING: _("waits"),
        State.SENT: _("has gone"),
        State.REJECTED: _("was not taken"),
    }[which]


def trouble(pace: Pace) -> tuple[str, ...]:
    """Say why what waits does not go, and when it will; nothing if nothing is in its way."""
    if pace.halt:
        return (_halted(pace.halt),)
    if not pace.since:
        return ()
    when = dates.moment(moment(pace.since) + timedelta(seconds=pace.wait))
    return _failed(pace), _("The next try comes by itself: %(when)s.") % {"when": when}


def _halted(halt: str) -> str:
    return {
        Halt.REFUSED: _(
            "Your organisation’s store refused the name or the password. Nothing goes until you"
            " try again."
        ),
        Halt.MOVED: _(
            "The store says that it has moved. Upstander does not follow; your organisation can"
            " tell you the new address."
        ),
        Halt.ADDRESS: _("There is no learning record store at this address. Nothing goes there."),
    }.get(
        Halt(halt) if halt in set(Halt) else Halt.STRANGE,
        _(
            "What answered there does not speak as a learning record store does. Nothing goes"
            " until you try again."
        ),
    )


def _failed(pace: Pace) -> str:
    said = {
        Trouble.UNREACHABLE: _("The store could not be reached."),
        Trouble.TIMEOUT: _("The store did not answer in time."),
        Trouble.CERTIFICATE: _("The store could not prove that it is the right one."),
        Trouble.BROKEN: _("The connection to the store broke off."),
        Trouble.TOO_MUCH: _("The store answered with far too much."),
    }
    if pace.trouble in set(Trouble):
        return said[Trouble(pace.trouble)]
    if pace.status == 429:
        return _("The store asked to be left alone for a while.")
    return _("The store has trouble of its own.")


def waiting(store: Store) -> tuple[str, ...]:
    """Say how sending goes, in a few sentences.

    Raises:
        KeepingError: what was kept cannot be read.

    """
    said = (" ".join(counted(outbox.counts(store))), " ".join(trouble(outbox.pace(store))))
    return tuple(words for words in said if words)
