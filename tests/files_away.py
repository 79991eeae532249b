"""A stick that is pulled out: what is open of a file can no longer be read, and its place is empty."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def pulled_out(path: Path) -> Iterator[None]:
    """Within it reading and writing by handles that are open give an input or output error, and the file is not in its
    place; afterwards it is back, as one that is plugged in again: the handles of before stay dead."""
    opened = Path("/proc/self/fd")
    if not opened.is_dir():
        pytest.skip("handles are only known on Linux")
    away, ends = path.with_name(path.name + ".weg"), os.pipe()
    for handle in opened.iterdir():
        if _leads_to(handle, path):
            os.dup2(ends[0], int(handle.name))
    path.rename(away)
    try:
        yield
    finally:
        away.rename(path)
        for end in ends:
            os.close(end)


def _leads_to(handle: Path, path: Path) -> bool:
    try:
        return handle.readlink() == path
    except OSError:
        return False
