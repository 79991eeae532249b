"""Outlook's own files read as the same mail would have read as it was sent."""

from __future__ import annotations

import struct
from datetime import UTC, date, datetime

import pytest

from tests.dossier import posts, prints
from tijdlijn.dossier.formats import read_here
from tijdlijn.dossier.packed_rtf import unpacked
from tijdlijn.model.documents import BlockKind, Document
from tijdlijn.model.problems import Problem

SENT = datetime(2021, 10, 5, 7, 12, tzinfo=UTC)
WHO = {0x0C1A: "Sandra Bos", 0x5D01: "s.bos@waterrijk.invalid", 0x0037: "Gesprek"}
RECEIVERS = (("Karin de Graaf", "k.degraaf@waterrijk.invalid", 1), ("Rob", "rob@waterrijk.invalid", 2))


def read(data: bytes) -> Document:
    return read_here(data, "mail.msg")


def test_it_reads_as_a_mail() -> None:
    document = read(
        posts.outlook({**WHO, 0x1000: "Dag,\r\n\r\nOp 3 maart 2020 belde moeder.\r\n"}, sent=SENT, receivers=RECEIVERS)
    )
    assert document.text == (
        "Van: Sandra Bos <s.bos@waterrijk.invalid>\nAan: Karin de Graaf <k.degraaf@waterrijk.invalid>\n"
        "CC: Rob <rob@waterrijk.invalid>\nOnderwerp: Gesprek\nDatum: 05-10-2021 09:12\n\nDag,\n\n"
        "Op 3 maart 2020 belde moeder.\n"
    )
    assert document.day == date(2021, 10, 5)
    assert document.blocks[0].kind is BlockKind.MAIL


def test_the_header_that_travelled_along_tells_the_day_best() -> None:
    headers = "Received: x\r\nDate: Wed, 06 Oct 2021 23:59:00 +0200\r\n"
    assert read(posts.outlook({**WHO, 0x1000: "Tekst.", 0x007D: headers}, sent=SENT)).day == date(2021, 10, 6)


def test_a_formatted_text_is_read_when_there_is_no_plain_one() -> None:
    html = b"<html><body><p>Op 3 maart 2020 belde <b>moeder</b>.</p></body></html>"
    assert read(posts.outlook({**WHO, 0x1013: html})).text.endswith("\n\nOp 3 maart 2020 belde moeder.")


def test_a_packed_text_is_read_when_there_is_nothing_else() -> None:
    rtf = rb"{\rtf1\ansi Op 3 maart 2020 belde moeder.\par}"
    packed = struct.pack("<IIII", len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf
    assert "Op 3 maart 2020 belde moeder." in read(posts.outlook({**WHO, 0x1009: packed})).text


def test_packed_text_unpacks_as_its_specification_shows() -> None:
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_attachments_and_forwarded_messages_are_read() -> None:
    inner = posts.message({**WHO, 0x0037: "Melding", 0x1000: "De melding was op 7 juni 2018."}, head=24, sent=SENT)
    brief = prints.drawn(prints.lines("Brief van 4 mei 2019."))
    files = (
        posts.attachment("brief.pdf", brief),
        posts.attachment("Melding", inner),
        posts.attachment("x.bin", b"\x00\x01" * 99),
    )
    document = read(posts.outlook({**WHO, 0x1000: "Zie bijlagen."}, attachments=files))
    assert "Bijlage: brief.pdf\nBrief van 4 mei 2019." in document.text
    assert "Bijlage: Melding.msg\nVan: Sandra Bos" in document.text
    assert "Datum: 05-10-2021 09:12\nDe melding was op 7 juni 2018." in document.text
    assert document.notices[0].startswith("Bijlage x.bin is niet gelezen.")


@pytest.mark.parametrize(
    ("stream", "said"),
    [
        ("WordDocument", "oud Word-bestand"),
        ("Workbook", "oud Excel-bestand"),
        ("EncryptedPackage", "wachtwoord"),
        ("Iets", "kan niet"),
    ],
)
def test_other_files_of_this_make_are_told_apart(stream: str, said: str) -> None:
    with pytest.raises(Problem, match=said):
        read(posts.compound({stream: b"x" * 5000}))


def test_a_broken_one_is_said_to_be_so() -> None:
    with pytest.raises(Problem, match="beschadigd"):
        read(posts.outlook({**WHO, 0x1000: "Tekst."})[:600])
