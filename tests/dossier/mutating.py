"""Documents spoilt as disks, mail gateways and attackers spoil them; the same seed spoils the same way."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable

from tests.dossier import office, posts, prints
from tests.dossier.test_sheets_in import journal

Mutation = Callable[[bytes, random.Random], bytes]


def samples() -> dict[str, bytes]:
    """One rich document of every format."""
    attached = (("brief.pdf", prints.report()), ("journaal.xlsx", journal()))
    inner = posts.message({0x0037: "Melding", 0x1000: "Op 7 juni 2018."}, head=24)
    files = (posts.attachment("brief.pdf", prints.report()), posts.attachment("Melding", inner))
    return {
        **office.samples(),
        "rapport.pdf": prints.report(),
        "journaal.xlsx": journal(sheets=2),
        "tabel.csv": 'datum;wat\n3 maart 2020;"een\ngesprek"\n4 mei 2021;één\n'.encode("cp1252") * 20,
        "mail.eml": bytes(posts.with_attachments(posts.mail(), *attached)),
        "mail.msg": posts.outlook({0x0037: "Gesprek", 0x1000: "Op 3 maart 2020."}, attachments=files),
    }


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Some bits turned."""
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def cut(data: bytes, chance: random.Random) -> bytes:
    """Broken off, or with a piece missing."""
    start = chance.randrange(len(data))
    return data[:start] + (data[chance.randrange(start, len(data)) :] if chance.random() < 0.5 else b"")


def spliced(data: bytes, chance: random.Random) -> bytes:
    """A piece of it repeated elsewhere, many times or once."""
    start = chance.randrange(len(data))
    piece = data[start : start + chance.choice((4, 40, 400, 4000))]
    at = chance.randrange(len(data))
    return data[:at] + piece * chance.choice((1, 2, 50)) + data[at:]


def lengthened(data: bytes, chance: random.Random) -> bytes:
    """A number that may be a length or an offset made huge, zero or negative."""
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 4, 16))):
        at = chance.randrange(max(len(spoilt) - 8, 1))
        number = chance.choice((0, 1, 0x7FFFFFFF, 0xFFFFFFFF, 0xFFFFFFFE, chance.randrange(1 << 32)))
        spoilt[at : at + 4] = struct.pack(chance.choice("<>") + "I", number)
    return bytes(spoilt)


def counted(data: bytes, chance: random.Random) -> bytes:
    """A figure within text or markup made another."""
    places = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if not places:
        return flipped(data, chance)
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 5, 50))):
        spoilt[chance.choice(places)] = chance.choice(b"0123456789-/<&")
    return bytes(spoilt)


def reworded(data: bytes, chance: random.Random) -> bytes:
    """Values of attributes made others, elements doubled or taken out: still what its makers would call well-formed."""
    spoilt = data
    for _ in range(chance.choice((1, 4, 12))):
        values = list(re.finditer(rb'="([^"<>]{0,60})"', spoilt)) if chance.random() < 0.7 else []
        if values:
            place = chance.choice(values)
            other = chance.choice((b"", b"-1", b"99999999999", b"0", b"x" * 50, b"1e309", chance.choice(values)[1]))
            spoilt = spoilt[: place.start(1)] + other + spoilt[place.end(1) :]
            continue
        elements = list(re.finditer(rb"<([\w:]+)(?: [^<>]*)?(?:/>|>[^<>]*</\1>)", spoilt))
        if elements:
            place = chance.choice(elements)
            spoilt = spoilt[: place.start()] + place[0] * chance.choice((0, 2, 300)) + spoilt[place.end() :]
    return spoilt


def repacked(data: bytes, chance: random.Random) -> bytes:
    """An archive whose parts are spoilt, left out, doubled or swapped, and packed again as if nothing happened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # no archive, or spoilt already
        return spliced(data, chance)
    names = list(parts)
    for name in chance.sample(names, min(2, len(names))):
        act = chance.randrange(4)
        if act == 0:
            del parts[name]
        elif act == 1:
            parts[name] = parts.get(chance.choice(names), b"")
        else:
            parts[name] = chance.choice((flipped, cut, spliced, counted, reworded, reworded, reworded, reworded))(
                parts[name] or b" ", chance
            )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


MUTATIONS: tuple[Mutation, ...] = (flipped, cut, spliced, lengthened, counted, reworded)
PACKED: tuple[Mutation, ...] = (*MUTATIONS, *[repacked] * 8)
"""For archives: most of what is done to their bytes ends at the checksum of a part."""


def spoilt(data: bytes, seed: int) -> bytes:
    """The document after one to three mutations."""
    chance = random.Random(seed)
    mutations = PACKED if data.startswith(b"PK") else MUTATIONS
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = chance.choice(mutations)(data or b" ", chance)
    return data
