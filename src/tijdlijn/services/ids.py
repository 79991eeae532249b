"""Ids of records: random, so that casebooks can be merged, and free of any meaning."""

from __future__ import annotations

import base64
import secrets

_BYTES = 8


def new_id() -> str:
    """Thirteen letters and digits, 64 random bits."""
    return base64.b32encode(secrets.token_bytes(_BYTES)).decode("ascii").rstrip("=").lower()
