"""Addresses of this computer that no other test at the same time has: all of 127 is ours."""

from __future__ import annotations

import os

NET = f"127.{100 + os.getpid() % 100}.{os.getpid() // 100 % 250}"
CODE, OTHER, PHONE = f"{NET}.2", f"{NET}.3", f"{NET}.9"
