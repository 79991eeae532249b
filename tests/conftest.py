"""What every test gets: a cheap key derivation (64 KiB in place of 64 MiB), so that opening a casebook takes no time.

A test that is about the real costs asks for the fixture `real_key_cost`. A program that a test starts as a process of
its own has the real costs: it cannot open a casebook that the test itself made, unless that test asks for them too.
"""

from __future__ import annotations

import gc
import os

import pytest
from hypothesis import settings

from tijdlijn.storage import encryption

gc.set_threshold(50_000, 20, 20)  # much as the program has it
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is loaded: tests show nothing and need no screen

EXAMPLES = 60
"""Of each property: the suite has hundreds. `--hypothesis-profile=thorough` tries many more."""
settings.register_profile("here", deadline=None, max_examples=EXAMPLES)  # how long one takes says how busy it is here
settings.register_profile("ci", deadline=None, max_examples=EXAMPLES, derandomize=True)  # judged without chance
settings.register_profile("thorough", deadline=None, max_examples=1_000)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def _cheap_key(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "real_key_cost" not in request.fixturenames:
        monkeypatch.setattr(encryption, "MEMORY_KIB", 64)
        monkeypatch.setattr(encryption, "TIME_COST", 1)


@pytest.fixture
def real_key_cost() -> None:
    """The key derivation as users have it."""
