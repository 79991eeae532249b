"""Mails become text with everything that came with them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.dossier import posts, prints
from tijdlijn.dossier.formats import read_here
from tijdlijn.dossier.mails import dutch_time
from tijdlijn.model.documents import BlockKind, Document
from tijdlijn.model.problems import Problem

SHARED = Path(__file__).resolve().parents[3] / "shared/data/terpstra"
HEAD = (
    "Van: Sandra Bos <s.bos@waterrijk.invalid>\nAan: k.degraaf@waterrijk.invalid\nOnderwerp: Gesprek\n"
    "Datum: 05-10-2021 09:12\n\n"
)


def read(data: bytes) -> Document:
    return read_here(data, "mail.eml")


@pytest.mark.skipif(not SHARED.exists(), reason="the shared test material is not here")
def test_the_mail_of_the_shared_dossier_reads_as_its_text_says() -> None:
    name = "05_mail_leerplicht.eml"
    document = read_here((SHARED / "dossier" / name).read_bytes(), name)
    assert document.text == (SHARED / "text" / f"{name}.txt").read_text(encoding="utf-8")
    assert document.day == date(2021, 10, 5)


def test_the_header_lines_stand_above_the_text() -> None:
    document = read(bytes(posts.mail()))
    assert document.text == f"{HEAD}Dag,\n\nOp 3 maart 2020 belde moeder.\n"
    assert [block.kind for block in document.blocks[:4]] == [BlockKind.MAIL] * 4


@pytest.mark.parametrize(
    "charset", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "utf-7", "no-such-charset", "us-ascii"]
)
def test_letters_with_accents_come_through_in_every_encoding(charset: str) -> None:
    coded = "één officiële cliënt".encode(charset if charset not in ("no-such-charset", "us-ascii") else "utf-8")
    raw = (
        b"From: a@b.invalid\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset="
        + charset.encode()
        + b"\r\n\r\n"
        + coded
    )
    assert "één officiële cliënt" in read(raw).text


def test_encoded_and_raw_headers_are_read() -> None:
    headers = "From: =?iso-8859-1?Q?Ren=E9e?= <r@b.invalid>\nSubject: =?utf-8?b?Y2xpw6tudA==?=\n en méér\n"
    assert read(f"{headers}MIME-Version: 1.0\n\nTekst.".encode()).text.startswith(
        "Van: Renée <r@b.invalid>\nOnderwerp: cliënt en méér\n"
    )


def test_of_two_forms_the_plain_one_is_read_and_else_the_formatted_one() -> None:
    both = posts.mail()
    both.add_alternative("<p>Opgemaakt</p>", subtype="html")
    assert "Opgemaakt" not in read(bytes(both)).text
    formatted = posts.mail()
    formatted.set_content("<html><body><p>Op <b>3 maart 2020</b> belde moeder.</p></body></html>", subtype="html")
    assert read(bytes(formatted)).text == f"{HEAD}Op 3 maart 2020 belde moeder."


def test_lines_that_flow_are_one() -> None:
    head = b"From: a@b.invalid\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\n"
    text = read(head + b"Op 3 \nmaart 2020 belde \nmoeder.\nGroet\n-- \nS.\n").text
    assert "Op 3 maart 2020 belde moeder.\nGroet\n" in text


def test_attachments_are_read_under_their_name_and_what_cannot_be_is_said() -> None:
    files = [
        ("brief.pdf", prints.drawn(prints.lines("Brief van 4 mei 2019."))),
        ("foto.jpg", b"\xff\xd8\xff\xe0 plaatje"),
    ]
    document = read(bytes(posts.with_attachments(posts.mail(), *files, ("oud.pdf", b"%PDF-1.4 kapot"))))
    assert document.text.endswith("moeder.\n\n\nBijlage: brief.pdf\nBrief van 4 mei 2019.")
    assert [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.HEADING] == [
        "Bijlage: brief.pdf"
    ]
    assert [notice.split(" is ")[0] for notice in document.notices] == ["Bijlage foto.jpg", "Bijlage oud.pdf"]


def test_a_forwarded_mail_is_read_with_its_own_header_lines() -> None:
    outer = posts.mail("Zie hieronder.\n")
    outer.add_attachment(posts.mail("De melding was op 7 juni 2018.\n", Subject="Melding"))
    assert "Bijlage: Melding.eml\nVan: Sandra" in (text := read(bytes(outer)).text)
    assert "7 juni 2018" in text


def test_what_is_attached_too_deep_is_left_out_and_said() -> None:
    inner = posts.mail("Laag 0")
    for layer in range(1, 7):
        outer = posts.mail(f"Laag {layer}", Subject=f"laag {layer}")
        outer.add_attachment(inner)
        inner = outer
    document = read(bytes(inner))
    assert "Laag 3" in document.text
    assert "Laag 2" not in document.text
    assert any("te diep" in notice for notice in document.notices)


def test_what_was_answered_stays_in_the_text() -> None:
    quoted = "Op 3 maart 2020 schreef Karin:\n> Kom je op 9 maart?\n\n"
    answer = f"Prima.\n\n{quoted}Van: Karin\nVerzonden: maandag 2 maart 2020\n"
    assert read(bytes(posts.mail(answer))).text == HEAD + answer


def test_a_mail_that_is_locked_says_so() -> None:
    raw = b"From: a@b.invalid\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nAAAA"
    assert "versleuteld" in read(raw).notices[0]


def test_header_lines_do_not_make_a_mail_of_a_text() -> None:
    text = b"Van: Sandra\nDatum: 3 maart 2020\nSubject: iets\n\nGesprek."
    assert read_here(text, "notitie.txt").format == "txt"


@pytest.mark.parametrize(
    ("moment", "wanted"),
    [
        (datetime(2021, 7, 1, 22, 30, tzinfo=UTC), datetime(2021, 7, 2, 0, 30)),
        (datetime(2021, 12, 1, 23, 30, tzinfo=UTC), datetime(2021, 12, 2, 0, 30)),
        (datetime(2021, 3, 28, 0, 59, tzinfo=UTC), datetime(2021, 3, 28, 1, 59)),
        (datetime(2021, 3, 28, 1, 0, tzinfo=UTC), datetime(2021, 3, 28, 3, 0)),
        (datetime(2021, 10, 31, 1, 0, tzinfo=UTC), datetime(2021, 10, 31, 2, 0)),
        (datetime(2021, 7, 1, 9, 12, tzinfo=timezone(timedelta(hours=2))), datetime(2021, 7, 1, 9, 12)),
        (datetime(2021, 7, 1, 9, 12), datetime(2021, 7, 1, 9, 12)),
    ],
)
def test_a_moment_is_told_on_a_dutch_clock(moment: datetime, wanted: datetime) -> None:
    assert dutch_time(moment) == wanted


def test_a_file_that_only_its_name_calls_a_mail_is_text() -> None:
    with pytest.raises(Problem, match="leeg"):
        read(b"  \r\n")
    assert read(b"zomaar tekst van 3 maart 2020").text == "zomaar tekst van 3 maart 2020"
