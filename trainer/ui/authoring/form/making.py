"""Making the row of a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.forms.fields import Field, Is
from trainer.ui.authoring.form import picks, rows
from trainer.ui.authoring.form.day_row import DayRow, ReadDayRow
from trainer.ui.authoring.form.licence_row import LicenceRow
from trainer.ui.authoring.form.target import SceneRow
from trainer.ui.authoring.form.things import offered
from trainer.ui.authoring.form.things.confirmed_row import ConfirmedRow
from trainer.ui.authoring.form.things.help_rows import PlacesRow, SpokenRow, WithinRow
from trainer.ui.authoring.tables.pickers.row import PictureRow
from trainer.ui.authoring.tables.resources import ResourcesRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QBoxLayout, QWidget

    from trainer.ui.authoring.form.rows import Row
    from trainer.ui.authoring.form.writer import Writer

_ROWS: dict[Is, type[Row]] = {
    Is.LINE: rows.LineRow,
    Is.DAY: DayRow,
    Is.READ: ReadDayRow,
    Is.TEXT: rows.TextRow,
    Is.SENTENCES: rows.SentencesRow,
    Is.NAMES: rows.NamesRow,
    Is.TICK: rows.TickRow,
    Is.NUMBER: picks.NumberRow,
    Is.PICK: picks.PickRow,
    Is.PERSON: picks.PersonRow,
    Is.PEOPLE: picks.PeopleRow,
    Is.SEVERAL: picks.SeveralRow,
    Is.PICTURE: PictureRow,
    Is.SCENE: SceneRow,
    Is.STORY: offered.StoryRow,
    Is.PAGE: offered.PageRow,
    Is.SECTION: offered.SectionRow,
    Is.LICENCE: LicenceRow,
    Is.LANGUAGE: offered.LanguageRow,
    Is.TONGUE: offered.TongueRow,
    Is.SURVEY: offered.SurveyRow,
    Is.LENGTH: picks.LengthRow,
    Is.LEAST: picks.LeastRow,
    Is.HELP: ResourcesRow,
    Is.WHERE: PlacesRow,
    Is.WITHIN: WithinRow,
    Is.SPOKEN: SpokenRow,
    Is.CONFIRMED: ConfirmedRow,
}


def row_for(field: Field, writer: Writer, parent: QWidget) -> Row:
    """Make the row of a field."""
    return _ROWS[field.kind](field, writer, parent)


def add_rows(
    wanted: Iterable[Field], writer: Writer, parent: QWidget, column: QBoxLayout
) -> list[Row]:
    """Make the rows of fields, one below the other."""
    made = [row_for(field, writer, parent) for field in wanted]
    for row in made:
        column.addWidget(row)
    return made
