"""Scenes of keeping what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scenes import Stage, scene
from tests.scenes.authoring_scenes import author, own_copy
from trainer import paths
from trainer.authoring.keeping import aside, kept
from trainer.ui.authoring.keeping.clash_sheet import ClashSheet
from trainer.ui.authoring.keeping.rows import RowList

if TYPE_CHECKING:
    from trainer.authoring.document import Document
    from trainer.ui.authoring.page import AuthorPage


def document_of(page: AuthorPage) -> Document:
    assert page.bench.document is not None
    return page.bench.document


def write(page: AuthorPage, title: str) -> None:
    with page.bench.step("writing", ("title",)) as step:
        step.put(document_of(page), ("title",), title)


@scene("author-found")
def author_found(stage: Stage) -> None:
    path = own_copy()
    one = kept.opened(path)
    one.document.text = one.document.text.replace("It is half full", "It is nearly full", 1)
    aside.keep(path, one.unsaved(), home=False)
    stage.shell.open_page("author", path=path)


@scene("author-clash")
def author_clash(stage: Stage) -> None:
    page = author(stage)
    document = document_of(page)
    write(page, "The morning train, as Ana saw it")
    with page.bench.step("writing") as step:
        step.put(document, ("scenes", "aboard", "text"), "The carriage is full.")
    theirs = kept.opened(document.path).document
    for path, said in ((("title",), "Early"), (("scenes", "aboard", "text"), "Nobody sits.")):
        theirs.apply(theirs.put(path, said))
    document.path.write_text(theirs.text, "utf-8")
    page.save()


@scene("author-differs")
def author_differs(stage: Stage) -> None:
    """Somebody has put off what both have changed."""
    author_clash(stage)
    sheet = stage.top()
    assert isinstance(sheet, ClashSheet)
    sheet.reject()


def rewritten(page: AuthorPage) -> None:
    """Change a story as somebody does in an evening."""
    document, aboard = document_of(page), ("scenes", "aboard")
    choices = (*aboard, "choices")
    text = document.data((*aboard, "text")).replace("half full", "nearly full")
    with page.bench.step("writing") as step:
        step.put(document, (*aboard, "text"), text)
        step.put(document, (*choices, 0, "next"), "at-you")
        step.put(document, (*choices, 2), None)
        step.put(document, ("scenes", "corridor"), {"text": "It is quiet.", "next": "aboard"})
        step.put(document, ("minutes",), "12")


@scene("author-versions")
def author_versions(stage: Stage) -> None:
    page = author(stage)
    write(page, "One")
    page.save()
    rewritten(page)
    page.save()
    write(page, "Three")
    page.save()
    page.keeping.show_versions()
    asked = stage.top()
    asked.findChildren(RowList)[0].setCurrentRow(2)
    page.keeping.looker.flush()


@scene("author-along")
def author_along(stage: Stage) -> None:
    path = paths.built_in_scenarios() / "morning-train" / "morning-train.yaml"
    stage.shell.open_page("author", path=path)


@scene("author-not-saved")
def author_not_saved(stage: Stage) -> None:
    page = author(stage)
    write(page, "Another")
    folder = document_of(page).path.parent
    folder.rename(folder.with_name("gone"))
    page.save()


@scene("author-notice")
def author_notice(stage: Stage) -> None:
    page = author(stage)
    document = document_of(page)
    write(page, "Another")
    text = document.path.read_text("utf-8")
    document.path.write_text(text.replace("  aboard:\n", "  aboard: # x\n", 1), "utf-8")
    page.keeping.outside.take(page.keeping.keeper.open_files[document])
