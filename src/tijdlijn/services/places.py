"""Places where a casebook is not safe: on another computer, and in a folder that is kept equal with other computers.

The rule: a place is known by what it is called or by what stands in it; nothing is asked of a network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tijdlijn.storage import volumes


class Danger(StrEnum):
    """What can go wrong with a casebook in a place."""

    NETWORK = "netwerk"
    SYNC = "synchronisatie"


@dataclass(frozen=True, slots=True)
class Unsafe:
    """A danger, and the service by its name when it is one that is kept equal."""

    danger: Danger
    service: str = ""


_NAMES: tuple[tuple[str, str], ...] = (
    (r"onedrive( - .+|-.+)?|sharepoint", "OneDrive"),
    (r"dropbox( \(.+\))?|dropbox-.+", "Dropbox"),
    (r"google ?drive( .+)?|googledrive-.+|my drive|mijn drive|drivefs", "Google Drive"),
    (r"icloud ?drive|mobile documents|com~apple~clouddocs", "iCloud Drive"),
    (r"nextcloud\d*|owncloud", "Nextcloud"),
    (r"stack", "STACK"),
    (r"syncthing", "Syncthing"),
    (r"resilio sync|resilio", "Resilio Sync"),
    (r"box sync|pcloud ?drive|proton ?drive|koofr|mega ?sync", "een wolkdienst"),
)
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".sync": "Resilio Sync",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
}


def unsafe(path: Path) -> Unsafe | None:
    """What is unsafe about the place of a file; None when nothing is known of it."""
    service = next(_services(path), "")
    if service:
        return Unsafe(Danger.SYNC, service)
    return Unsafe(Danger.NETWORK) if volumes.is_remote(path) else None


def _services(path: Path) -> Iterator[str]:
    for folder in path.parents:
        name = folder.name.casefold()
        yield from (service for pattern, service in _NAMES if re.fullmatch(pattern, name))
        yield from (service for mark, service in _MARKS.items() if _is_there(folder / mark))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
