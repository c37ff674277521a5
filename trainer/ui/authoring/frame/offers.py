"""What the editor's own menu offers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trainer.authoring.called import title_of
from trainer.language import _
from trainer.scenario.problems import Severity
from trainer.ui.authoring import readying
from trainer.ui.authoring.on_paper import offered
from trainer.ui.authoring.tables import review

if TYPE_CHECKING:
    from trainer.ui.authoring.page import AuthorPage
    from trainer.ui.authoring.workbench import Workbench


def offer(page: AuthorPage) -> None:
    """Offer in the menu of a page what can be done there."""
    menu, bench = page.bar.more, page.bench
    menu.offer(_("Save"), page.save, keys=_("Ctrl S"))
    page.playing.offer(menu)
    about = _("About this scenario")
    menu.offer(about, page.write_about, keys=_("Ctrl I"), possible=bench.has_scenes)
    led = _("Lead a workshop with it …")
    lead, may_lead = partial(_lead, page), partial(_may_lead, bench)
    menu.offer(led, lead, possible=may_lead, why_not=partial(_why_not_led, bench))
    ready, may_ready = partial(readying.get_ready, page), partial(readying.may, bench)
    why = partial(readying.why_not, bench)
    menu.offer(_("Get ready …"), ready, possible=may_ready, why_not=why)
    page.things.ready_wanted.connect(ready)
    menu.offer(_("Find and replace"), page.find_everywhere, keys=_("Ctrl Shift F"))
    page.keeping.offer(menu)
    prints, may_print = partial(offered.print_shown, bench, page), partial(offered.may_print, bench)
    menu.offer(_("Print …"), prints, keys=_("Ctrl P"), possible=may_print)
    words = _("Say that it was reviewed …")
    may, why_not = partial(review.may_ask, bench), partial(_why_not_reviewed, bench)
    menu.offer(words, page.say_reviewed, possible=may, why_not=why_not)


def _may_lead(bench: Workbench) -> bool:
    return bench.has_scenes() and not _why_not_led(bench)


def _why_not_led(bench: Workbench) -> str:
    """Say what keeps a group from going through a story; nothing of what is none."""
    if not bench.has_scenes():
        return ""
    unready = any(one.severity is Severity.ERROR for one in bench.problems)
    return _("there is still something to mend") if bench.is_broken or unready else ""


def _lead(page: AuthorPage) -> None:
    """Save the story, for the group sees what is saved, and ask which plan."""
    from trainer.ui.authoring import leading

    document = page.bench.document
    page.save()
    if document is not None:
        story = str(document.data(("id",)) or "")
        leading.lead(page.context, story, title_of(document), page.window())


def _why_not_reviewed(bench: Workbench) -> str:
    return next(iter(review.why_not(bench)), "")
