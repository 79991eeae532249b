"""Starts the window or a command, or the process that reads one document."""

from __future__ import annotations

import sys

from tijdlijn.dossier import CHILD_ARGUMENT


def main() -> int:
    """Run what was asked for; returns the exit code. What is not asked for is not imported."""
    if sys.argv[1:] == [CHILD_ARGUMENT]:
        from tijdlijn.dossier.child import serve

        return serve()
    from tijdlijn.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
