"""Version, where the method comes from, and the licences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trainer import __version__, paths
from trainer.language import N_, _
from trainer.ui.dialogs import TextSheet
from trainer.ui.widgets.buttons import LinkButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.words import Heading, SoftLabel, Words

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from trainer.ui.context import Context

_LICENCES: Final = (
    (N_("Atkinson Hyperlegible Next (font)"), "fonts/LICENSE-AtkinsonHyperlegibleNext.txt"),
    (N_("Noto Sans (font)"), "fonts/LICENSE-NotoSans.txt"),
    (N_("Lucide (icons)"), "icons/LICENSE"),
)
"""Words, and the file below assets that holds the licence."""


class AboutCard(Card):
    """What this is, and whom it owes what."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.body.addWidget(Heading(_("About Upstander")))
        for sentence in (
            _("Version %(version)s. The program is under the Apache licence 2.0.")
            % {"version": __version__},
            _("Its scenarios and pictures were made for it and are under CC BY 4.0."),
            _(
                "The five D’s come from Right To Be, formerly Hollaback!: righttobe.org, guide to "
                "bystander intervention. Upstander is not made by them."
            ),
            _(
                "Nothing you do here leaves this computer, unless you switch on in the settings "
                "that completions go to your organisation. The network is used for nothing else."
            ),
        ):
            self.body.addWidget(Words(sentence, self))
        self.body.addWidget(SoftLabel(_("Fonts and icons, and their licences:"), self))
        links = FlowLayout(spacing=16)
        for words, place in _LICENCES:
            link = LinkButton(_(words), self)
            link.setProperty("upPlace", place)
            link.clicked.connect(self._show)
            links.addWidget(link)
        self.body.addLayout(links)

    def _show(self) -> None:
        sender = self.sender()
        if not isinstance(sender, LinkButton):
            return
        place: Path = paths.assets() / str(sender.property("upPlace"))
        try:
            text = place.read_text("utf-8")
        except OSError:
            text = _("The file %(file)s is missing.") % {"file": place.name}
        TextSheet(self._context, sender.words(), text, self.window()).open()
