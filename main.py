"""``python3 main.py``: the same as the command ``upstander``."""

import sys

from trainer.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
