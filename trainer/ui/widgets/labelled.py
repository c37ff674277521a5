"""A field below the label that says what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from trainer.ui.theme import Role
from trainer.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout, QWidget

FieldT = TypeVar("FieldT", bound="QWidget")


def add_labelled(column: QBoxLayout, field: FieldT) -> FieldT:
    """Add a field to a column, below its accessible name as a label, and give the field."""
    label = Words(field.accessibleName(), field.parentWidget(), role=Role.NOTE_STRONG)
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    return field
