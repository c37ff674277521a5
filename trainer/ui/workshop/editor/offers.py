"""What there is to pick from in a form: pages, stories, help, languages, and few fixed things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.language import _
from trainer.plans.model import When
from trainer.scenario.markup import plain
from trainer.scenario.model import Severity
from trainer.ui.workshop import tongues
from trainer.workshop import beats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trainer.plans.model import Plan
    from trainer.ui.context import Context

Offer = tuple[str, Any]
"""Words, and the value that they stand for."""


def offers(context: Context, name: str, thing: Any) -> list[Offer]:
    """Give what a field offers; ``thing`` is what the field belongs to.

    A value that is not among them, such as a page that is not here, stays and is shown as it is.
    """
    found = list(_OFFERS[name](context, thing))
    now = _now(name, thing)
    if now and all(value != now for _words, value in found):
        found.append((str(now[0] if isinstance(now, tuple) else now), now))
    return found


def _now(name: str, thing: Any) -> Any:
    if name == "contact":
        return thing
    return getattr(thing, {"language": "languages"}.get(name, name), None)


def _when(context: Context, thing: Any) -> Iterator[Offer]:
    yield _("Before: at the beginning"), When.BEFORE
    yield _("After: towards the end"), When.AFTER


def _severity(context: Context, thing: Any) -> Iterator[Offer]:
    for one in Severity:
        yield beats.rung(one), one


def _scenario(context: Context, thing: Any) -> Iterator[Offer]:
    if thing.scenario is None:
        yield _("Choose a story"), None
    for card in context.library.cards():
        yield plain(card.title), card.id


def _page(context: Context, thing: Any) -> Iterator[Offer]:
    for placed in context.method.pages():
        yield plain(placed.content.title), placed.content.id


def _section(context: Context, thing: Any) -> Iterator[Offer]:
    yield _("All of it, a slide each"), None
    placed = context.method.page(thing.page or "")
    for one in placed.content.sections if placed is not None else ():
        yield plain(one.heading), one.id


def _contact(context: Context, thing: Any) -> Iterator[Offer]:
    for listed in context.help.entries():
        yield plain(listed.entry.name), listed.entry.key


def _language(context: Context, plan: Plan) -> Iterator[Offer]:
    yield _("None"), ()
    for words, code in tongues.named(but=plan.language):
        yield words, (code,)


_OFFERS: dict[str, Callable[[Any, Any], Iterator[Offer]]] = {
    "when": _when,
    "severity": _severity,
    "scenario": _scenario,
    "page": _page,
    "section": _section,
    "contact": _contact,
    "language": _language,
}
