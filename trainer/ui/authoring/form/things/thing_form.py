"""The form of a thing of a file, or of the file itself, made from its table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout

from trainer.authoring import formats
from trainer.authoring.checking.state import State
from trainer.authoring.forms import fields, things
from trainer.authoring.left_out import left_out
from trainer.authoring.reviews import reviewing
from trainer.language import N_, _, ngettext
from trainer.scenario.problems import Severity
from trainer.ui import theme
from trainer.ui.authoring.form.form import Form
from trainer.ui.authoring.form.making import add_rows
from trainer.ui.authoring.form.things.thing_blocks import ThingBlocks
from trainer.ui.authoring.tables.review import Review, is_of_review
from trainer.ui.widgets.words import Heading, SoftLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer.authoring.forms.known import Known
    from trainer.authoring.forms.things import Sort
    from trainer.authoring.plainly.told import Told
    from trainer.authoring.source.lines import Path
    from trainer.ui.authoring.form.rows import Row
    from trainer.ui.authoring.form.writer import Writer


_SEEN: Final = {
    formats.HELP: (
        N_("Get help shows nothing of this list yet: not before all of it is written."),
        N_("Get help shows it as soon as it is saved."),
    ),
    formats.DRILLS: (
        N_("Learn does not show these drills yet: not before all of them are written."),
        N_("Learn shows it as soon as it is saved."),
    ),
}
"""Whether others get to see it: while something is lacking, and when nothing is."""

_NOT_THIS: Final = N_("Get help does not show this place yet: not before all of it is written.")


class ThingForm(Form):
    """Fields of one thing, and all of what it has in turn; its like stand in the outline."""

    def __init__(self, sort: Sort, writer: Writer, parent: QWidget | None = None) -> None:
        super().__init__(writer, parent)
        writer = self.writer
        self.sort = sort
        head = theme.lay(QVBoxLayout(), spacing=2)
        self.heading = Heading(_(sort.heading), self)
        self.what = SoftLabel("", self)
        self.what.hide()
        self.seen = SoftLabel("", self)
        self.seen.hide()
        for label in (self.heading, self.what, self.seen):
            head.addWidget(label)
        self.column.addLayout(head)
        early, late = sort.fields[: sort.early], sort.fields[len(sort.fields[: sort.early]) :]
        self.plain: list[Row] = add_rows(early, writer, self, self.column)
        self.lists: list[ThingBlocks] = []
        for one in sort.sorts if sort.key else ():
            self.lists.append(ThingBlocks(one, writer, self))
            self.column.addWidget(self.lists[-1])
        self.plain += add_rows(late, writer, self, self.column)
        self.more = self.fold(_("More"))
        self.others = add_rows(sort.more, writer, self.more.body, self.more.column)
        self.more.setVisible(bool(sort.more))
        self.column.addWidget(self.more)
        self.review: Review | None = None
        if not sort.key and reviewing.knows_reviews(writer.document):
            self.review = Review(writer.bench, self)
            self.column.addWidget(self.review)
        self.column.addStretch(1)

    def rows(self) -> dict[Path, Row]:
        """Also of the file itself, whose place is empty."""
        blocks = [block for one in self.lists for block in one.pool.shown]
        inside = [row for block in blocks for row in block.rows()]
        return {row.path: row for row in (*self.plain, *self.others, *inside)}

    def bind(self, base: Path) -> None:
        """Be of another thing."""
        super().bind(base)
        for row in (*self.plain, *self.others):
            row.bind(base, self.whose)

    @property
    def place(self) -> int:
        """Its place among its like."""
        keys = things.keys_of(self.writer.data(self.base[:-1])) if self.base else []
        return keys.index(self.base[-1]) if self.base and self.base[-1] in keys else 0

    @property
    def whose(self) -> str:
        """How a screen reader says whose the fields are; nothing for the file itself."""
        return _(self.sort.one) % {"n": self.place + 1} if self.sort.key else ""

    def refresh(self, known: Known) -> None:
        """Show what stands there now."""
        del known
        data = self.writer.data(self.base)
        there = data if isinstance(data, dict) else {}
        for row in (*self.plain, *self.others):
            shows = self.sort.can_have(there, str(row.field.path[0]))
            if shows:
                row.show_in(there)
            row.setVisible(shows)
        for one in self.lists:
            one.setVisible(self.sort.can_have(there, one.sort.key))
            one.show_in(self.base, there)
        self.more.tell_filled(sum(row.is_filled(there) for row in self.others))
        if self.sort.key:
            self.heading.setText(self.whose)
        kind = there.get("kind") if self.sort.key == "segments" else None
        self.what.setText(fields.word_for("kind", kind) if isinstance(kind, str) else "")
        self.what.setVisible(bool(self.what.text()))
        self._tell_seen()

    def _tell_seen(self) -> None:
        bench = self.writer.bench
        words = _SEEN.get(bench.document.format) if bench.document is not None else None
        if words is None:
            return
        lacking = any(one.severity is Severity.ERROR for one in bench.problems)
        known = lacking or bench.checking is State.CHECKED
        said = [self._seen_words(words, lacking=lacking)] if known else []
        confirmed = self.writer.data((*self.base, "confirmed"))
        if self.sort.key == "entries" and confirmed != "true":
            said.append(_("It says there that nobody from this place has confirmed it."))
        self.seen.setText(" ".join(said))
        self.seen.setVisible(bool(said))

    def _seen_words(self, words: tuple[str, str], *, lacking: bool) -> str:
        bench = self.writer.bench
        document = bench.document
        out = None
        if lacking and document is not None and document.format == formats.HELP:
            out = left_out(document, bench.problems)
        if out is None or document is None:
            return _(words[0] if lacking else words[1])
        if self.sort.key:
            return _(_NOT_THIS) if self.base[-1] in out else _(words[1])
        entries = document.data(("entries",))
        count = len(entries) - len(out) if isinstance(entries, dict) else 0
        said = ngettext(
            "Get help shows %(n)d place of this list as soon as it is saved. Not yet: %(names)s.",
            "Get help shows %(n)d places of this list as soon as it is saved. Not yet: %(names)s.",
            count,
        )
        names = [self._called(document.data(("entries", name, "name"))) for name in sorted(out)]
        return said % {"n": count, "names": ", ".join(names)}

    @staticmethod
    def _called(name: object) -> str:
        return name if isinstance(name, str) and name.strip() else _("one without a name")

    def first(self) -> QWidget:
        """Writing begins with the first field."""
        return self.plain[0].stop()

    def reveal(self, widget: QWidget) -> None:
        """Open what a widget is folded away in."""
        super().reveal(widget)
        for one in self.lists:
            for block in one.pool.shown:
                if block.more.body.isAncestorOf(widget):
                    block.more.open()

    def show_problems(self, found: list[Told]) -> list[Told]:
        """Show what is wrong beside the fields; what is wrong with the review is told by it.

        Say, too, whether others get to see it as it is.
        """
        self._tell_seen()
        if self.review is not None:
            self.review.renew()
            found = [one for one in found if not is_of_review(one.path)]
        return super().show_problems(found)

    def write_in(self, path: Path) -> None:
        """Put the keyboard where something at a path is written, also in one that it has."""
        if self.review is not None and is_of_review(path):
            self.review.stand()
            return
        if len(path) == len(self.base) + 2:
            for one in self.lists:
                block = one.block_at(path)
                if block is not None:
                    block.first().setFocus()
                    return
        super().write_in(path)
