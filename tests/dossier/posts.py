"""Mails made for tests: `.eml` with the standard library, `.msg` by writing a compound file from the ground up."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from email.message import EmailMessage

_FREE, _END = 0xFFFFFFFF, 0xFFFFFFFE
_FAT = 0xFFFFFFFD
Tree = dict[str, "bytes | Tree"]


def mail(text: str = "Dag,\n\nOp 3 maart 2020 belde moeder.\n", **headers: str) -> EmailMessage:
    """A plain mail; a header's name has `_` for `-`."""
    message = EmailMessage()
    told = {"From": "Sandra Bos <s.bos@waterrijk.invalid>", "To": "k.degraaf@waterrijk.invalid", "Subject": "Gesprek"}
    told |= {"Date": "Tue, 05 Oct 2021 09:12:00 +0200"} | {
        key.replace("_", "-"): value for key, value in headers.items()
    }
    for name, value in told.items():
        message[name] = value
    message.set_content(text)
    return message


def with_attachments(message: EmailMessage, *files: tuple[str, bytes]) -> EmailMessage:
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def outlook(properties: dict[int, str | bytes], **more: object) -> bytes:
    """A `.msg` file with these properties; see `message` for what can be added."""
    return compound(message(properties, **more))  # type: ignore[arg-type]  # passed on


def message(
    properties: dict[int, str | bytes],
    sent: datetime | None = None,
    receivers: tuple[tuple[str, str, int], ...] = (),
    attachments: tuple[Tree, ...] = (),
    head: int = 32,
) -> Tree:
    """A message as the storages and streams of MS-OXMSG."""
    tree: Tree = {}
    for number, value in properties.items():
        kind = "001F" if isinstance(value, str) else "0102"
        tree[f"__substg1.0_{number:04X}{kind}"] = value.encode("utf-16-le") if isinstance(value, str) else value
    fixed = b""
    if sent:
        ticks = int((sent.astimezone(UTC) - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
        fixed = struct.pack("<HHIQ", 0x40, 0x0039, 6, ticks)
    tree["__properties_version1.0"] = bytes(head) + fixed
    for at, (name, address, kind) in enumerate(receivers):
        tree[f"__recip_version1.0_#{at:08X}"] = {
            "__substg1.0_3001001F": name.encode("utf-16-le"),
            "__substg1.0_39FE001F": address.encode("utf-16-le"),
            "__properties_version1.0": bytes(8) + struct.pack("<HHIQ", 3, 0x0C15, 6, kind),
        }
    for at, attachment in enumerate(attachments):
        tree[f"__attach_version1.0_#{at:08X}"] = attachment
    return tree


def attachment(name: str, data: bytes | Tree) -> Tree:
    kind = "0102" if isinstance(data, bytes) else "000D"
    return {
        "__substg1.0_3707001F": name.encode("utf-16-le"),
        f"__substg1.0_3701{kind}": data,
        "__properties_version1.0": bytes(8),
    }


def compound(tree: Tree) -> bytes:
    """A compound file (MS-CFB, version 3) with these storages and streams."""
    return _Compound(tree).data


class _Compound:
    def __init__(self, tree: Tree) -> None:
        self._entries: list[list[object]] = []
        self._mini = b""
        self._mini_fat: list[int] = []
        self._sectors: list[bytes] = []
        self._fat: list[int] = []
        root = self._entry("Root Entry", 5)
        self._add(root, tree)
        root[4], root[5] = self._chain(self._mini), len(self._mini)
        mini_fat = self._chain(b"".join(struct.pack("<I", at) for at in self._mini_fat))
        directory = self._chain(b"".join(map(_packed, self._entries)))
        self.data = self._file(directory, mini_fat)

    def _entry(self, name: str, kind: int) -> list[object]:
        entry: list[object] = [name, kind, _FREE, _FREE, _END, 0]  # name, kind, right, child, start, size
        self._entries.append(entry)
        return entry

    def _add(self, parent: list[object], tree: Tree) -> None:
        before: list[object] | None = None
        for name, content in tree.items():
            entry = self._entry(name, 2 if isinstance(content, bytes) else 1)
            number = len(self._entries) - 1
            if before is None:
                parent[3] = number
            else:
                before[2] = number
            before = entry
            if isinstance(content, bytes):
                entry[4], entry[5] = self._stream(content), len(content)
            else:
                self._add(entry, content)

    def _stream(self, data: bytes) -> int:
        if not data:
            return _END
        if len(data) >= 4096:
            return self._chain(data)
        start, count = len(self._mini_fat), -(-len(data) // 64)
        self._mini += data.ljust(count * 64, b"\x00")
        self._mini_fat += [*range(start + 1, start + count), _END]
        return start

    def _chain(self, data: bytes) -> int:
        if not data:
            return _END
        start, count = len(self._sectors), -(-len(data) // 512)
        self._sectors += [data[at * 512 : at * 512 + 512].ljust(512, b"\x00") for at in range(count)]
        self._fat += [*range(start + 1, start + count), _END]
        return start

    def _file(self, directory: int, mini_fat: int) -> bytes:
        count = 1
        while count * 128 < len(self._fat) + count:
            count += 1
        first = len(self._sectors)
        fat = [*self._fat, *([_FAT] * count)]
        fat += [_FREE] * (count * 128 - len(fat))
        header = (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
        )
        minis = -(-len(self._mini_fat) // 128)
        header += struct.pack("<IIIIIIIII", 0, count, directory, 0, 4096, mini_fat, minis, _END, 0)
        header += struct.pack("<109I", *[first + at for at in range(count)], *[_FREE] * (109 - count))
        return header + b"".join(self._sectors) + struct.pack(f"<{len(fat)}I", *fat)


def _packed(entry: list[object]) -> bytes:
    name, kind, right, child, start, size = entry
    written = f"{name}\x00".encode("utf-16-le")
    return (
        written.ljust(64, b"\x00")
        + struct.pack("<HBBIII", len(written), kind, 1, _FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
