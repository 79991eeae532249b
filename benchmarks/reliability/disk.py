"""A disk of which the power goes: what was synced is there, and of all else any part may be.

The rule: it is stricter than real disks. Of what a file was asked since its last sync any sector of 512 bytes may be
written or not, in whatever order; of what a folder was asked, the first so many changes. A name is only certain after
the folder itself was synced.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_HEAD = struct.Struct("<IIQQ")
_CHANCES = (0.0, 0.2, 0.5, 0.8, 1.0)


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that was asked of the disk, or (`a`) told by the program itself."""

    op: str
    inode: int
    offset: int
    body: bytes

    @property
    def words(self) -> str:
        """The body of what is told in words."""
        return self.body.decode()


def recorded(log: Path) -> Iterator[Asked]:
    """What `recorder.c` wrote."""
    data, at = log.read_bytes(), 0
    while at < len(data):
        op, length, inode, offset = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        yield Asked(chr(op), inode, offset, data[at : at + length])
        at += length


@dataclass(slots=True)
class _File:
    durable: bytearray = field(default_factory=bytearray)
    pending: list[Asked] = field(default_factory=list)


class Disk:
    """A folder and those in it as they are on disk for certain, and what was asked of them since.

    A file is known by its path within the folder; a folder stands among them as well, without a file.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._folders = {folder.stat().st_ino: ""}
        self._now: dict[str, _File | None] = {}
        self._by_inode: dict[int, _File] = {}
        self._names: dict[str, _File | None] = {}
        self._pending: dict[str, list[_Change]] = {"": []}
        for path in sorted(folder.rglob("*")):
            name, inode = self._name(str(path)), path.stat().st_ino
            file = None if path.is_dir() else _File(bytearray(path.read_bytes()))
            self._now[name] = self._names[name] = file
            if file is None:
                self._folders[inode], self._pending[name] = name, []
            else:
                self._by_inode[inode] = file

    def take(self, asked: Asked) -> None:
        """Take in what was asked next."""
        match asked.op:
            case "o" if asked.inode not in self._folders:
                self._opened(asked)
            case "m":
                name = self._folders[asked.inode] = self._name(asked.words)
                self._pending[name] = []
                self._change("", name, None)
            case "w" | "t" if asked.inode in self._by_inode:
                self._by_inode[asked.inode].pending.append(asked)
            case "s" if asked.inode in self._folders:
                changes = self._pending[self._folders[asked.inode]]
                for change in changes:
                    _rename(self._names, *change)
                changes.clear()
            case "s" if asked.inode in self._by_inode:
                file = self._by_inode[asked.inode]
                for one in file.pending:
                    _write(file.durable, one)
                file.pending.clear()
            case "u":
                if (name := self._name(asked.words)) in self._now:
                    self._change(name, "", None)
            case "r":
                old, new = map(self._name, asked.words.split("\n"))
                if old in self._now:
                    self._change(old, new, self._now[old])

    def _opened(self, asked: Asked) -> None:
        name = self._name(asked.words)
        known = self._now.get(name)
        if known is None or self._by_inode.get(asked.inode) is not known:
            made = self._by_inode[asked.inode] = _File()
            self._change("", name, made)

    def _name(self, path: str) -> str:
        return path.removeprefix(f"{self._folder}/")

    def _change(self, old: str, new: str, file: _File | None) -> None:
        _rename(self._now, old, new, file)
        self._pending[_folder_of(new or old)].append((old, new, file))

    def after_a_cut(self, target: Path, chance: random.Random) -> None:
        """Write what may be there when the power goes now."""
        names = dict(self._names)
        for changes in self._pending.values():
            for change in changes[: chance.randint(0, len(changes))]:
                _rename(names, *change)
        likely = chance.choice((*_CHANCES, None))
        for name, file in names.items():
            if file is not None and not name.endswith(".lock") and (not _folder_of(name) or _folder_of(name) in names):
                (target / name).parent.mkdir(exist_ok=True)
                (target / name).write_bytes(_torn(file, likely, chance))


_Change = tuple[str, str, _File | None]
"""A name that goes, one that comes, and what it is of: a file, or none for a folder."""


def _folder_of(name: str) -> str:
    return name.rpartition("/")[0]


def _rename(names: dict[str, _File | None], old: str, new: str, file: _File | None) -> None:
    names.pop(old, None)
    if new:
        names[new] = file


def _write(data: bytearray, asked: Asked) -> None:
    if asked.op == "t":
        del data[asked.offset :]
        data.extend(bytes(asked.offset - len(data)))
        return
    data.extend(bytes(max(0, asked.offset - len(data))))
    data[asked.offset : asked.offset + len(asked.body)] = asked.body


def _torn(file: _File, likely: float | None, chance: random.Random) -> bytes:
    """A file of which each sector that was not synced is written with this chance; None: the first so many of them."""
    data = bytearray(file.durable)
    sectors = [part for asked in file.pending for part in _sectors(asked)]
    if likely is None:
        sectors = sectors[: chance.randint(0, len(sectors))]
    for part in sectors:
        if likely is None or chance.random() < likely:
            _write(data, part)
    return bytes(data)


def _sectors(asked: Asked) -> Iterator[Asked]:
    if asked.op == "t":
        yield asked
        return
    start, end = asked.offset, asked.offset + len(asked.body)
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        yield Asked("w", asked.inode, start, asked.body[start - asked.offset : stop - asked.offset])
        start = stop
