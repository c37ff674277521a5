"""One browser for all tests that look at phones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workshop import browser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.workshop.browser import Browser


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if browser.found() is None:
        pytest.skip("no Chromium here")
    opened = browser.Browser(tmp_path_factory.mktemp("browser"))
    yield opened
    opened.close()
