"""Who works here: the account and the name of the computer.

The rule: an account or computer without a name has none, and nothing fails by that.
"""

from __future__ import annotations

import getpass
import platform
from contextlib import suppress


def account() -> str:
    """The account that the program runs under."""
    with suppress(Exception):
        return getpass.getuser()
    return ""


def computer() -> str:
    """The name of this computer."""
    return platform.node()
