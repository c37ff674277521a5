"""``python3 main.py``: the same as the command ``upstander``."""

import sys
from importlib.util import find_spec

from trainer.__main__ import main

if __name__ == "__main__":
    try:
        sys.exit(main())
    except ModuleNotFoundError as error:
        # A fresh checkout under the system's Python: none of the packages is there yet.
        if find_spec("platformdirs") and find_spec("yaml"):
            raise
        sys.exit(
            f"Python has no “{error.name}”: what Upstander needs is not installed for it.\n"
            "In this folder, “make run” sets everything up and opens the window;\n"
            "or run it in the environment made by that: .venv/bin/python main.py"
        )
