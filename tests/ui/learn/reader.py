"""Hands on the keyboard of a real window, and eyes on the pages to learn from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.practice.hands import Hands
from trainer.ui.learn.index_page import LearnPage
from trainer.ui.learn.method_page import MethodPage
from trainer.ui.learn.welcome_page import WelcomePage

if TYPE_CHECKING:
    from trainer.ui.learn.article import Article
    from trainer.ui.learn.section_view import SectionView


class Reader(Hands):
    """Reads what shows."""

    @property
    def index(self) -> LearnPage:
        page = self.shell.page()
        assert isinstance(page, LearnPage)
        return page

    @property
    def method(self) -> MethodPage:
        page = self.shell.page()
        assert isinstance(page, MethodPage)
        return page

    @property
    def article(self) -> Article:
        article = self.method._article
        assert article is not None
        return article

    @property
    def welcome(self) -> WelcomePage:
        page = self.shell.page()
        assert isinstance(page, WelcomePage)
        return page

    def read(self, page: str, section: str | None = None) -> None:
        """Open a page about the method, and wait until it stands at the section."""
        self.open("method", page=page, section=section)
        self.stage.settle(0.05)

    def at(self) -> str:
        """Name of what has the focus."""
        return self.focus().accessibleName()

    def top_section(self) -> SectionView:
        """The section that stands at the top of the view."""
        value = self.method._reader.bar.value()
        views = self.article.sections
        return min(views, key=lambda view: abs(view.y() + self.article.y() - value))
