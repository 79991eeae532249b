"""Where the backups of a casebook lie, what they are called and which are kept.

The rule: they lie in a folder beside the casebook and say in their name when and why they were made. Only files of that
name are ever listed or removed: what somebody else put in the folder is left alone.
"""

from __future__ import annotations

import hashlib
import json
import re
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Any

from tijdlijn.storage import backup

LAST = 10
DAYS = 7


class Reason(StrEnum):
    """Why a backup was made, as its name says it."""

    OPENING = "bij openen"
    HOURLY = "na een uur werk"
    ASKED = "op verzoek"
    IMPORT = "voor inlezen"
    REKEY = "voor nieuw wachtwoord"
    REKEYED = "na nieuw wachtwoord"
    RESTORE = "voor terugzetten"
    ERASED = "na wissen"
    MIGRATION = "voor omzetting"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy on disk: the minute it was made, by the clock of the computer, and why."""

    path: Path
    at: datetime
    reason: Reason
    size: int
    written: int

    @property
    def code(self) -> str:
        """What the log calls it: the minute it was made."""
        return self.at.isoformat(timespec="minutes")


_MIGRATION = "-voor-omzetting-van-versie-"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d) (.+?)(?: \((\d+)\))?")
_MOMENT = "%Y-%m-%d %H.%M"
_REMEMBERED = ("column_mappings", "question_templates", "retention_terms", "listed_rates", "drafts")


def folder_of(casebook: Path) -> Path:
    """The folder of the backups of a casebook, which need not be there yet."""
    return casebook.with_name(f"{casebook.stem} reservekopieën")


def make_folder(casebook: Path) -> Path:
    """The folder, made when it is not there: only its owner may look into it."""
    folder = folder_of(casebook)
    folder.mkdir(exist_ok=True)
    folder.chmod(stat.S_IRWXU)
    return folder


def free_name(casebook: Path, at: datetime, reason: Reason) -> Path:
    """What the next backup is called; a second one in the same minute gets a number."""
    stem = f"{at.strftime(_MOMENT)} {reason.value}"
    numbered = (f" ({number})" if number > 1 else "" for number in count(1))
    paths = (folder_of(casebook) / f"{stem}{number}{casebook.suffix}" for number in numbered)
    return next(path for path in paths if not path.exists())


def before_migration(casebook: Path, version: int) -> Path:
    """What the copy is called that is made beside a casebook before it is brought up to date."""
    return casebook.with_name(f"{casebook.stem}{_MIGRATION}{version}{casebook.suffix}")


def found(casebook: Path) -> tuple[Backup, ...]:
    """The backups of a casebook, newest first."""
    there = sorted(_found(casebook), key=lambda one: (one.at, one.written), reverse=True)
    return tuple(there)


def _found(casebook: Path) -> Iterator[Backup]:
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        for path in folder_of(casebook).iterdir():
            named = _NAME.fullmatch(path.stem) if path.suffix == casebook.suffix else None
            if named and named[2] in tuple(Reason):
                with suppress(OSError, ValueError):
                    told = path.stat()
                    at = datetime.strptime(named[1], _MOMENT)
                    yield Backup(path, at, Reason(named[2]), told.st_size, told.st_mtime_ns)
    for path in casebook.parent.iterdir():
        version = path.stem.removeprefix(casebook.stem + _MIGRATION)
        if version.isdecimal() and path == before_migration(casebook, int(version)):
            with suppress(OSError):
                told = path.stat()
                at = datetime.fromtimestamp(told.st_mtime)
                yield Backup(path, at, Reason.MIGRATION, told.st_size, told.st_mtime_ns)


def superfluous(backups: Sequence[Backup]) -> tuple[Backup, ...]:
    """Of backups, newest first, those that need not be kept: not among the last ten, and not the newest of one of the
    last seven days on which there is any. A copy from before a migration is always kept."""
    regular = [one for one in backups if one.reason is not Reason.MIGRATION]
    newest_of_day = {one.at.date(): one for one in reversed(regular)}
    days = sorted(newest_of_day, reverse=True)[:DAYS]
    kept = {one.path for one in (*regular[:LAST], *(newest_of_day[day] for day in days))}
    return tuple(one for one in regular if one.path not in kept)


def before(backups: Sequence[Backup], moment: datetime) -> tuple[tuple[Backup, ...], tuple[Backup, ...]]:
    """Of backups those of before a moment (by the clock of the computer), and those of the same minute."""
    minute = moment.replace(second=0, microsecond=0, tzinfo=None)
    return tuple(one for one in backups if one.at < minute), tuple(one for one in backups if one.at == minute)


def remove(backups: Sequence[Backup]) -> None:
    """Take these away, with what may lie beside them. Raises OSError; one that is gone already is well."""
    for one in backups:
        backup.discard(one.path)


def remove_unfinished(casebook: Path) -> None:
    """Take away what a kill left in the folder: copies that never got their name."""
    for path in folder_of(casebook).glob(f"*{casebook.suffix}{backup.UNFINISHED}*"):
        path.unlink(missing_ok=True)


def remove_folder(casebook: Path) -> None:
    """Take the folder away when nothing else is in it."""
    with suppress(OSError):
        folder_of(casebook).rmdir()


def state(raw: Any) -> str:
    """What tells whether anything changed that a backup would hold: a checksum of the last step and of what is
    remembered beside the steps."""
    rows = [raw.execute("SELECT id, at, name FROM steps ORDER BY id DESC LIMIT 1").fetchall()]
    rows += [raw.execute(f"SELECT * FROM {table}").fetchall() for table in _REMEMBERED]  # noqa: S608  # constants
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()


def is_new(raw: Any) -> bool:
    """Whether nothing was done in a casebook since it was made, and nothing is in it."""
    done = raw.execute("SELECT count(*) FROM steps WHERE kind != 'start'").fetchone()[0]
    return not done and not entries(raw)


def entries(raw: Any) -> int:
    """How many entries a file holds, in all its cases together."""
    return int(raw.execute("SELECT count(*) FROM entries").fetchone()[0])
