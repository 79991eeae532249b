"""Starts the window or a command."""

from __future__ import annotations

import sys

from tijdlijn.cli import main

if __name__ == "__main__":
    sys.exit(main())
