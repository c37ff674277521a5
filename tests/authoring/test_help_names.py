"""No list of help of one's own takes the place of what another one says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer import paths
from trainer.authoring import own, shelf
from trainer.authoring.document import Document
from trainer.authoring.giving import belonging, packing, taking
from trainer.authoring.giving.belonging import defined_in, titles_naming
from trainer.authoring.giving.taking import Stands
from trainer.authoring.keeping import own_copies
from trainer.authoring.templates.catalogue import BY_NAME
from trainer.authoring.templates.making import Asked
from trainer.help import directory

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = {
    "summary": "Somebody answers.", "needs": ["counselling"], "takes": "Calls.",
    "takes_not": "Nothing is known.", "police": "none", "confirmed": "true",
    "confirmed_by": "Ana, at the desk", "reviewed": "2026-11-30", "until": "2027-11-30",
}  # fmt: skip


def a_list(title: str, line: str, place: str) -> Path:
    """A list as the editor begins it, with one line written in it."""
    path = shelf.lay(BY_NAME["help"], Asked(title), own.taken_names())
    made = changed(path)
    (entry,), (town,) = (made.data((top,)) for top in ("entries", "places"))
    made.apply(made.put(("places", town), {"name": place, "within": "us-ny-nyc"}))
    written: Any = {"name": line, "where": [town], "reach": [{"phone": "212 555 0143"}], **ENTRY}
    made.apply(made.put(("entries", entry), written))
    path.write_text(made.text, "utf-8")
    return path


def changed(path: Path) -> Document:
    document = Document(path, path.read_text("utf-8"))
    assert document.settle()
    return document


def shown() -> set[str]:
    """What Get help shows of one's own, with the place of each."""
    found = directory.read([paths.own_scenarios()])
    ours = [one.entry for one in found.entries() if one.folder is not None]
    places = [found.place(one.where[0]) for one in ours]
    return {f"{one.name}, {place.name}" for one, place in zip(ours, places, strict=True) if place}


def test_a_second_list_leaves_the_first_one_where_it_is() -> None:
    a_list("Help on Pearl Street", "Pearl Street line", "Pearl Street")
    a_list("A night list", "Night walkers", "The harbor")
    assert shown() == {"Pearl Street line, Pearl Street", "Night walkers, The harbor"}


def test_a_copy_of_a_list_takes_nothing_away() -> None:
    path = a_list("Help on Pearl Street", "Pearl Street line", "Pearl Street")
    copy = changed(own_copies.copy(path, ()))
    (entry,), (town,) = (copy.data((top,)) for top in ("entries", "places"))
    copy.apply(copy.put(("entries", entry, "name"), "Another line"))
    copy.path.write_text(copy.text, "utf-8")
    assert shown() == {"Pearl Street line, Pearl Street", "Another line, Pearl Street"}
    # Of a place of which both say the same there is one.
    assert town in changed(path).data(("places",))


def test_a_list_that_is_taken_in_stands_beside_ones_own(tmp_path: Path) -> None:
    hers = a_list("Help near us", "Riverside line", "Riverside")
    (entry,) = changed(hers).data(("entries",))
    plan = own_copies.copy(min((paths.assets() / "plans").glob("*.yaml")), ())
    told = changed(plan)
    for name, part in told.data(("segments",)).items():
        if "contacts" in part:
            told.apply(told.put(("segments", name, "contacts"), [entry]))
    plan.write_text(told.text, "utf-8")
    given = tmp_path / "given.zip"
    given.write_bytes(packing.packed(belonging.with_named(plan)))
    assert entry in told.text
    (its_name,) = defined_in(changed(hers))
    assert its_name == ("help", entry)
    assert titles_naming(hers, {its_name}, {}) == [told.data(("title",))]
    paths.move_home(tmp_path / "mine")
    a_list("Help near us", "Our line", "Our street")
    laid = taking.lay(taking.look(given, own.taken_names()))
    assert shown() == {"Our line, Our street", "Riverside line, Riverside"}
    # The plan that came along names what the list is called by here.
    (theirs,) = [changed(one) for one in laid if changed(one).format == "help/1"]
    (renamed,) = theirs.data(("entries",))
    (came,) = [changed(one) for one in laid if changed(one).format == "plan/1"]
    assert renamed != entry
    assert f"[{renamed}]" in came.text or f"- {renamed}" in came.text
    assert {one.stands for one in taking.look(given, own.taken_names())} == {Stands.SAME}
    assert taking.lay(taking.look(given, own.taken_names())) == []
