"""Runs in the store's own environment: ``ralph_server.py serve PORT FOLDER``, or ``check FILE``.

Serves statements from a folder; or checks each line of a file by the store's own models, and
prints how many there were.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

USER, PASSWORD = "soak", "soak"


def serve(port: int, folder: Path) -> None:
    import bcrypt

    kept = {
        "username": USER,
        "hash": bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode(),
        "scopes": ["all"],
        "agent": {"mbox": "mailto:soak@example.org"},
    }
    (folder / "auth.json").write_text(json.dumps([kept]), "utf-8")
    (folder / "data").mkdir(exist_ok=True)
    os.environ |= {
        "RALPH_APP_DIR": str(folder),
        "RALPH_AUTH_FILE": str(folder / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "data"),
        "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": "kept.jsonl",
    }
    import uvicorn
    from ralph.backends.data.base import BaseOperationType
    from ralph.backends.lrs.fs import FSLRSBackend

    # As it comes, it answers the second new request with 500.
    FSLRSBackend.default_operation_type = BaseOperationType.APPEND
    from ralph.api import app

    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")


def check(file: Path) -> None:
    from ralph.models.xapi.base.statements import BaseXapiStatement

    lines: list[Any] = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    for line in lines:
        BaseXapiStatement.model_validate(line)
    print(len(lines))


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        check(Path(sys.argv[2]))
