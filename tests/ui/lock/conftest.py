"""What the tests of locking share."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture
def little_memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Locking looks through all there is in memory, of which the tests before this one left a lot: for a test that is
    not about what locking drops, only what it makes itself is there."""
    look_again = gc.unfreeze
    monkeypatch.setattr(gc, "unfreeze", lambda: None)
    gc.freeze()
    yield
    look_again()
