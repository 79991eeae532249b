"""What every test gets: a cheap key derivation (64 KiB in place of 64 MiB), so that opening a casebook takes no time.

A test that is about the real costs asks for the fixture `real_key_cost`. A program that a test starts as a process of
its own has the real costs: it cannot open a casebook that the test itself made, unless that test asks for them too.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from tijdlijn.storage import encryption

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is loaded: tests show nothing and need no screen

settings.register_profile("here", deadline=None)  # how long an example takes says how busy the machine is
settings.register_profile("ci", deadline=None, derandomize=True)  # a change is judged on its own, without chance
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def _cheap_key(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "real_key_cost" not in request.fixturenames:
        monkeypatch.setattr(encryption, "MEMORY_KIB", 64)
        monkeypatch.setattr(encryption, "TIME_COST", 1)


@pytest.fixture
def real_key_cost() -> None:
    """The key derivation as users have it."""
