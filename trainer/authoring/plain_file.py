"""A file on the desk that is no YAML: changed and undone like the others, and never read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.authoring.document import Document
from trainer.authoring.source.splices import Splice, all_spliced, all_undoing, in_turn

if TYPE_CHECKING:
    from collections.abc import Sequence


class PlainFile(Document):
    """A file of which only the text counts, such as a translation."""

    def settle(self) -> bool:
        """Nothing is to be read: what stands in it cannot be asked for."""
        return False

    def apply(self, splices: Sequence[Splice]) -> tuple[Splice, ...]:
        """Make splices, as in any document."""
        ordered = in_turn(splices)
        back = all_undoing(self.text, ordered)
        self.text = all_spliced(self.text, ordered)
        self.version += 1
        return back
