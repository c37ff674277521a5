"""The folder of workshops is not what it should be."""

from __future__ import annotations

import subprocess
import sys

from tests.bad_days import days
from tests.workshop.room import Clock
from tests.workshop.small import small
from trainer.workshop import holding

pytestmark = days.posix
LOOK = """
from tests.workshop.room import Clock
from trainer.workshop.keeping import deleting
for one in deleting.look(Clock().wall()).kept:
    print(one.condition, one.goes)
"""


def test_one_that_nobody_may_look_into_hides_no_other_and_is_never_deleted_by_itself() -> None:
    for _one in range(2):
        workshop = holding.begin(small(), clock=Clock())
        workshop.close()
    assert workshop.folder is not None
    workshop.folder.chmod(0)
    seen = subprocess.run(
        [*days.powerless(), sys.executable, "-c", LOOK],
        capture_output=True, text=True, cwd=days.ROOT, env=days.environment(), check=False,
    )  # fmt: skip
    workshop.folder.chmod(0o700)
    days.told(seen)
    assert sorted(line.split()[0] for line in seen.stdout.splitlines()) == [
        "damaged", "interrupted",
    ]  # fmt: skip
    assert "damaged None" in seen.stdout
