"""The first page of writing: one's own files, what a new one can begin as, and how it goes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer import paths
from trainer.authoring import formats
from trainer.authoring.keeping import aside, own_copies
from trainer.authoring.templates.catalogue import EVERY, Template
from trainer.errors import UpstanderError
from trainer.language import _
from trainer.ui.authoring.frame.good_to_know import good_to_know
from trainer.ui.authoring.home.dropping import Dropping
from trainer.ui.authoring.home.file_card import FileCard, state
from trainer.ui.authoring.home.own_acts import OwnActs
from trainer.ui.authoring.home.own_files import Facts, OwnFiles
from trainer.ui.authoring.home.reading_in import read_in
from trainer.ui.authoring.home.taking import Taking
from trainer.ui.authoring.home.template_card import TemplateCard
from trainer.ui.library.home_top import Steps
from trainer.ui.page import Page
from trainer.ui.slices import Slices
from trainer.ui.widgets.buttons import QuietButton
from trainer.ui.widgets.card import Card
from trainer.ui.widgets.flow import FlowLayout
from trainer.ui.widgets.focus_order import chain, focusable
from trainer.ui.widgets.renewing import TileSection, renewed
from trainer.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trainer.authoring.shelf import Mine
    from trainer.scenario.libraries.library import Card as Known
    from trainer.ui.context import Context

_LEAST = 300

_STAYS = 500
"""Milliseconds after which somebody who is here still may soon write."""


def ask_file(parent: QWidget) -> str:
    """Ask which file to write on, in the system's own dialog; empty if none."""
    title, kinds = _("A file to write on"), _("Scenarios and the like (*.yaml);;All files (*)")
    return QFileDialog.getOpenFileName(parent, title, "", kinds)[0]


class _KindButton(QuietButton):
    """Begins a file that is no story."""

    def __init__(self, template: Template, begin: Callable[[Template], None]) -> None:
        super().__init__(_(template.words), icon="file-plus")
        self.setAccessibleDescription(_(template.meaning))
        self.template, self._begin = template, begin
        self.clicked.connect(self._go)

    def _go(self) -> None:
        self._begin(self.template)


class AuthorHomePage(Page):
    """What there is to write, and where what others wrote is taken in.

    ``ask`` chooses a file from elsewhere: (parent).
    """

    name: ClassVar[str] = "author-home"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._column = self.scrolled()
        self.own = OwnFiles(context, self._facts, self)
        self.own.made.connect(self._made_card)
        self.own.changed.connect(self._files_came)
        self._column.addWidget(self.own)
        self._ahead = Slices(self)
        self._likely = QTimer(self, singleShot=True, interval=_STAYS)
        self._likely.timeout.connect(self._have_editor_ready)
        self._inside: QWidget | None = None
        self._has_some: bool | None = None
        self._fresh = True
        self.ask: Callable[[QWidget], str] = ask_file
        self.taking = Taking(self, self._renew)
        self.acts = OwnActs(self, self._renew)
        Dropping(self)
        self.templates: list[TemplateCard] = []
        self._errors: dict[Path, int] = {}
        self._playable: dict[Path, str] = {}
        context.library_changed.connect(self._changed)

    def good_to_know(self) -> list[tuple[str, str]]:
        """Where one's files are, who can read them, how they come back."""
        keeps = self.context.keeps and not self.context.guest
        return good_to_know(paths.own_scenarios(), keeps=keeps)

    def title(self) -> str:
        """Title of the page."""
        return _("Author")

    @property
    def files(self) -> list[FileCard]:
        """The cards of one's own files that show."""
        return self.own.cards

    @property
    def is_drawing(self) -> bool:
        """Whether files are still being looked at."""
        return self.own.looking.is_looking

    def open(self, **what: Any) -> None:
        """Show what there is, as soon as it shows; ``take``: files that were dropped."""
        self._fresh = True
        if what.get("take"):
            QTimer.singleShot(0, self, partial(self.taking.take, what["take"]))

    def shown(self) -> None:
        """Stand on the file that was changed last, or on the first template."""
        self._look()
        self._ahead.begin(read_in())
        self._likely.start()
        self.order_tabs()
        if self._fresh:
            self._stand_first()
        # While files are being looked at, the first is not there yet.
        self._fresh = self.own.looking.is_looking

    def _have_editor_ready(self) -> None:
        """Have the editor built, too, where somebody stays to look at their files."""
        if self._ahead.is_busy:
            self._likely.start()
        elif self.isVisible():
            self.context.page_likely.emit("author")

    def _stand_first(self) -> None:
        there = (one for part in self._parts_in_order() for one in focusable(part))
        first = next((one for one in there if one.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def order_tabs(self) -> None:
        """Card by card."""
        chain(*self._parts_in_order())

    def _parts_in_order(self) -> list[QWidget]:
        return [part for part in (self.own, self._inside) if part is not None]

    def _renew(self) -> None:
        if self.isVisible():
            self._fresh = True
            self.shown()

    def _changed(self) -> None:
        if self.isVisible():
            self._look()
            self.order_tabs()

    def _look(self) -> None:
        """Show it anew if something is otherwise than before."""
        self._errors = self._errors_known()
        self._playable = self._playable_known()
        if self._inside is None:
            self._show_rest()
        self.own.look()

    def _is_reading(self) -> bool:
        """Whether the library is being read: nothing is known of it then, and nobody waits."""
        return self.context.reading is not None

    def _playable_known(self) -> dict[Path, str]:
        if self._is_reading():
            return {}
        return {card.path: card.id for card in self.context.library.cards()}

    def _errors_known(self) -> dict[Path, int]:
        """Count the errors of files that cannot be used."""
        if self._is_reading():
            return {}
        every = {one.path: one.problems for one in self.context.library.broken()}
        return {
            path: sum(severity == "error" for _line, _column, severity, _said in problems)
            for path, problems in every.items()
        }

    def _facts(self, mine: Mine) -> Facts:
        errors = mine.errors or self._errors.get(mine.path, 0)
        waits = self._is_reading() and mine.format == formats.SCENARIO
        unsaved = aside.is_there(mine.path)
        said = state(mine, errors=errors, unsaved=unsaved, waits=waits)
        kept = aside.kept_at(mine.path) if unsaved else 0
        return Facts(said, self._playable.get(mine.path, ""), kept)

    def story_of(self, mine: Mine) -> str:
        """Give the id by which a story of one's own can be played; empty if it cannot."""
        return self._playable.get(mine.path, "")

    def _made_card(self, card: FileCard) -> None:
        card.write_wanted.connect(self.write)
        card.practise_wanted.connect(self._practise)
        self.acts.serve(card)

    def _show_rest(self) -> None:
        """Show what is below one's own files; it is other words where there are none."""
        seen = self.own.seen
        has_some = seen is not None and seen.every > 0
        if has_some != self._has_some:
            self._has_some = has_some
            self._inside = renewed(self._column, self._inside, self._parts(has_some))

    def _files_came(self) -> None:
        """Show what there is now; who has just come stands on the first of it."""
        self._show_rest()
        if self.isVisible():
            self.order_tabs()
            if self._fresh:
                self._fresh = self.own.looking.is_looking
                self._stand_first()

    # What shows

    def _parts(self, has_some: bool) -> Iterator[QWidget]:
        if not has_some:
            yield _intro()
        self.templates = [TemplateCard(one) for one in EVERY if one.story]
        for template in self.templates:
            template.picked.connect(self.begin)
        yield TileSection(
            _("Begin something new") if has_some else _("Begin with"), self.templates, least=_LEAST
        )
        yield self._others()
        yield Steps(
            (
                ("feather", _("Write"), _("Scene by scene: what happens, and what can be done.")),
                (
                    "check",
                    _("Mend"),
                    _("What does not fit yet is listed as you write, often with a fix."),
                ),
                ("play", _("Play"), _("From any scene, alone or with your group.")),
            )
        )

    def _others(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, spacing=10)
        self.copy = QuietButton(_("Start from a ready-made story …"), icon="copy")
        self.copy.clicked.connect(self._ask_copy)
        self.given = QuietButton(_("Take in what somebody gave you …"), icon="download")
        self.given.setAccessibleDescription(
            _("A file that ends in .zip or .yaml. You can drop it on this page, too.")
        )
        self.given.clicked.connect(self.taking.ask_which)
        self.elsewhere = QuietButton(_("Open a file from elsewhere …"), icon="folder-open")
        self.elsewhere.clicked.connect(self._ask_file)
        flow.addWidget(self.copy)
        flow.addWidget(self.given)
        flow.addWidget(self.elsewhere)
        for one in EVERY:
            if not one.story:
                flow.addWidget(_KindButton(one, self.begin))
        self.deleted = QuietButton(_("Deleted files …"), icon="trash-2")
        self.deleted.clicked.connect(self.acts.show_deleted)
        flow.addWidget(self.deleted)
        return row

    # What can be done

    def write(self, path: Path) -> None:
        """Open the editor with a file."""
        self.context.open_page("author", path=path)

    def _practise(self, scenario: str) -> None:
        self.context.open_page("practice", scenario=scenario)

    def taken(self) -> set[str]:
        """Give the ids that a new file may not have."""
        context = self.context
        broken = {one.path.stem for one in context.library.broken()}
        others = {one.content.id for one in context.plans.plans()}
        others |= {one.content.id for one in context.drills.decks()}
        return broken | others | {card.id for card in context.library.cards()}

    def begin(self, template: Template) -> None:
        """Ask the few things that a new file needs, and open it."""
        from trainer.ui.authoring.home.new_sheet import NewSheet

        first = not any(one.mine.format == formats.SCENARIO for one in self.files)
        sheet = NewSheet(self.context, template, self.taken(), self.window(), is_first=first)
        sheet.made.connect(self._begun)
        sheet.open()

    def _begun(self, path: Path, template: Template) -> None:
        self._made(path, _(template.brings) if template.brings else "")

    def _made(self, path: Path, brings: str = "") -> None:
        self.context.read_library()
        self.context.open_page("author", path=path, begin=True, brings=brings)

    def _ask_copy(self) -> None:
        from trainer.ui.authoring.home.copy_sheet import CopySheet

        along = paths.built_in_scenarios()
        cards = [one for one in self.context.library.cards() if one.path.is_relative_to(along)]
        sheet = CopySheet(self.context, cards, self.window())
        sheet.picked.connect(self._copy)
        sheet.open()

    def _copy(self, card: Known) -> None:
        try:
            path = own_copies.copy(card.path, self.taken(), self.context.settings.author_name)
        except UpstanderError as error:
            self.context.tell(error)
            return
        self._made(path)

    def _ask_file(self) -> None:
        chosen = self.ask(self.window())
        if chosen and self.taking.is_packed(Path(chosen)):
            self.taking.take([Path(chosen)])
        elif chosen:
            self.write(Path(chosen))


def _intro() -> Card:
    card = Card(fill="wash", spacing=6)
    card.body.addWidget(Heading(_("Write what happened")))
    card.body.addWidget(
        Words(
            _(
                "Make a scenario of your own places, people and words. It stays on this computer"
                " until you give it to somebody."
            )
        )
    )
    return card
