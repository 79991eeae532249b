"""Pages that a power cut left half written although they hold nothing.

The rule: such a page is no damage. When SQLite takes a page into use that was free, it does not keep in its journal
what stood there; so after a power cut and the rollback that follows, the page is free again and its seal is broken. All
that was saved is there. But whatever copies every page would stumble over it, so it is written anew at opening.
"""

from __future__ import annotations

from typing import Any

from sqlcipher3 import dbapi2

PAGE_HOLDS = 4012
"""Bytes of a page that a long value takes: its size, without the seal and the number of the page that follows."""
_BROKEN = "HMAC verification failed for page "


def empty_pages(raw: Any) -> list[int]:
    """The broken pages of a file in which nothing else is wrong: none of them holds anything. Else none.

    `raw` must have read nothing yet: SQLite's own check reads every page that holds something, and only those.
    """
    told = [line for (line,) in raw.execute("PRAGMA cipher_integrity_check").fetchall()]
    if not told or not all(line.startswith(_BROKEN) for line in told):
        return []
    try:
        is_whole = raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except dbapi2.DatabaseError:
        return []
    return [int(line.removeprefix(_BROKEN)) for line in told] if is_whole else []


def write_anew(raw: Any) -> None:
    """Write every free page again, in one transaction that changes nothing else: they are used once and let go."""
    free = raw.execute("PRAGMA freelist_count").fetchone()[0]
    raw.execute("BEGIN IMMEDIATE")
    try:
        raw.execute("CREATE TABLE torn (filling BLOB)")
        raw.execute("INSERT INTO torn VALUES (zeroblob(?))", ((free + 1) * PAGE_HOLDS,))
        raw.execute("DROP TABLE torn")
        raw.execute("COMMIT")
    finally:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
