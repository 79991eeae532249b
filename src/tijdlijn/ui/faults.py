"""The log of errors nobody foresaw: when, of what type, on which lines of the program; no value of a dossier."""

from __future__ import annotations

import contextlib
import traceback
from datetime import datetime
from pathlib import Path

from platformdirs import user_log_path

LIMIT = 100_000
"""Size in bytes from which the log begins anew."""


def place() -> Path:
    """Where the log is."""
    return user_log_path("tijdlijn") / "fouten.txt"


def note(error: BaseException) -> None:
    """Write an error down; what cannot be written is left."""
    lines = [f"{datetime.now():%Y-%m-%d %H:%M} {type(error).__name__}"]
    frames = traceback.extract_tb(error.__traceback__)
    lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    log = place()
    with contextlib.suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > LIMIT:
            log.unlink()
        with log.open("a", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
