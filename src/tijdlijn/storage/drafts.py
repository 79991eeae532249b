"""What was typed in a case and is not entered yet, by the place where it was typed.

The rule: it is no record. It is in no journal, takes part in no undo, and goes when it is entered or emptied. By the
driver's connection, as it is written while somebody types.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_ALL = "SELECT place, content FROM drafts WHERE case_id = ? ORDER BY row"
_KEEP = """
INSERT INTO drafts (case_id, place, content) VALUES (?, ?, ?)
ON CONFLICT (case_id, place) DO UPDATE SET content = excluded.content
"""
_DROP = "DELETE FROM drafts WHERE case_id = ? AND place = ?"


def of_case(raw: Any, case_id: str) -> dict[str, str]:
    """What each place of a case holds."""
    return dict(raw.execute(_ALL, (case_id,)).fetchall())


def keep(raw: Any, case_id: str, changes: Mapping[str, str]) -> None:
    """Within the transaction of the caller: put a content in the place of what a place held; an empty one drops it."""
    for place, content in changes.items():
        if content:
            raw.execute(_KEEP, (case_id, place, content))
        else:
            raw.execute(_DROP, (case_id, place))
