"""The certificate among what can be taken along: name, time, organisation and paper."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from trainer import paths, saving
from trainer.language import N_, _, ngettext
from trainer.ui.along.parts import Part, heading
from trainer.ui.paper import printing
from trainer.ui.paper.printing import Paper
from trainer.ui.settings.row import SettingRow
from trainer.ui.widgets.fields import Dropdown, TextField
from trainer.ui.widgets.words import SoftLabel

if TYPE_CHECKING:
    from collections.abc import Generator

    from trainer.checking.pack import Pack
    from trainer.progress.looking_back.completed import Completed
    from trainer.ui.context import Context

_SPANS: Final = (
    (N_("All of it"), 0),
    (N_("The last 30 days"), 30),
    (N_("The last 90 days"), 90),
    (N_("The last year"), 365),
)
"""Words, and how many days that is; 0 for all."""

_LONGEST_NAME: Final = 120


class CertificatePart(Part):
    """What stands on the certificate. The name is typed for this page only, and kept nowhere."""

    ending, name = "pdf", "certificate"

    def __init__(self, context: Context, parent: Any = None) -> None:
        super().__init__(context, parent)
        self.say(
            _(
                "One page (PDF) with the scenarios that you played to the end. No score, and"
                " nothing of what you chose or wrote."
            )
        )
        heading(self, _("Name, if you want it on the page"))
        self.person = TextField(_("Name, if you want it on the page"), self)
        self.person.setMaxLength(_LONGEST_NAME)
        self.column.addWidget(self.person)
        self.column.addWidget(SoftLabel(_("It is for this page only, and is not kept."), self))
        self.span = self._row(_("When"))
        for words, days in _SPANS:
            self.span.add(_(words), days)
        self.span.chosen.connect(self._tell)
        self._packs = self._found()
        self.organisation = self._row(_("Organisation"), shown=bool(self._packs))
        self.organisation.add(_("None"), -1)
        for number, pack in enumerate(self._packs):
            self.organisation.add(pack.organisation or pack.title, number)
        self.paper = self._row(_("Paper"))
        self.paper.add(_("A4"), Paper.A4)
        self.paper.add(_("Letter"), Paper.LETTER)
        self.paper.choose(printing.usual_paper())
        self._count = self.say("", soft=True)
        self._tell()

    def _row(self, words: str, *, shown: bool = True) -> Dropdown:
        control = Dropdown(words, self)
        row = SettingRow(words, control, parent=self)
        row.setVisible(shown)
        self.column.addWidget(row)
        return control

    def _found(self) -> tuple[Pack, ...]:
        """Packs that have a logo or name an organisation."""
        from trainer.checking import pack

        folders = (paths.own_scenarios(), *map(Path, self.context.settings.folders))
        return tuple(one for one in pack.found(folders) if one.logo or one.organisation)

    def done(self) -> Completed:
        """What is on it."""
        from trainer.progress.looking_back.completed import completed

        days = int(str(self.span.value()))
        now = self.context.store.now()
        return completed(self.context.store, now - timedelta(days=days) if days else None)

    def _tell(self, _days: object = None) -> None:
        count = len(self.done().titles)
        said = ngettext("%(n)d scenario stands on it.", "%(n)d scenarios stand on it.", count)
        self._count.setText(said % {"n": count} if count else self._none())

    def _none(self) -> str:
        return _("In this time no scenario was played to the end.")

    def wrong(self) -> str:
        """An empty page says nothing."""
        return "" if self.done().titles else self._none()

    def filters(self) -> str:
        """PDF files."""
        return _("PDF (*.pdf)")

    def steps(self, out: Path) -> Generator[float, None, Any]:
        """Draw and save it, at one go."""
        yield 0.0
        # Only whoever prints needs what draws it.
        from trainer.ui.along import certificate

        number = int(str(self.organisation.value()))
        pack = self._packs[number] if number >= 0 else None
        sheet = certificate.Certificate(
            done=self.done(),
            today=_today(self.context.store.now()).isoformat(),
            name=" ".join(self.person.text().split()),
            organisation=(pack.organisation or pack.title) if pack else "",
            logo=certificate.logo_of(pack) if pack else None,
        )
        put = partial(certificate.put, sheet)
        paper = Paper(str(self.paper.value()))
        title = _("Certificate of completion")
        saving.save(out, printing.pdf(title, put, paper=paper, margin=0))


def _today(now: datetime) -> date:
    return now.astimezone().date()
