"""An export with pseudonyms holds no registered name in any layer: what is seen, what is said of it, what is hidden."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import replace
from datetime import date
from functools import cache
from zipfile import ZipFile

import pytest

from tests import builders
from tests.render_pdf.looking import bookmarks, pages_text, reader
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Citation, Source
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.sessions import Consent
from tijdlijn.model.vocabulary import Sector
from tijdlijn.report.options import PARTS, Poster
from tijdlijn.services import exporting
from tijdlijn.services.exporting import ExportOptions, exported
from tijdlijn.services.session_names import masked

NAMES = ("Quirine", "Xanderbos", "Wolfert", "Zwaluwnest", "Yperhoek", "Kwikstaart")
ENDINGS = (".pdf", ".svg", ".docx", ".xlsx", ".ods", ".csv", ".json", ".png")
OPTIONS = ExportOptions(pseudonyms=True, parts=PARTS, paper="A4")


@cache
def family() -> Case:
    """A case with its names wherever a name can stand."""
    said = "Quirine Xanderbos sprak met Wolfert Kwikstaart van Zwaluwnest; Yperhoek belde"
    child, said_of = {"persons": "p1"}, {"details": said, "notes": said, "goal": said, "outcome": said}
    cited = {"citations": (Citation("s", "3", said),), "worker_ids": ("k",)}
    made = builders.case(
        builders.entry("hulpvraag", "2018-02-01", said, id="e0", **child, parties="o1", **said_of, **cited),
        builders.entry("gebeurtenis", "2019-05-01", "Wolfert weg", id="e1", persons="p2", schakelmoment="verhuizing"),
        builders.entry("interventie", "2019-06-01/2020-02-01", "Hulp van Yperhoek", id="e2", **child, parties="o2"),
        builders.entry("uithuisplaatsing", "2020-03-01", "Quirine naar Zwaluwnest", id="e3", **child),
        persons=[
            Person("p1", "Quirine Xanderbos", "kind", UncertainDate.parse("2010-04-01"), True),
            Person("p2", "Wolfert Xanderbos", "vader", UncertainDate.parse("1980")),
        ],
        parties=[Party("o1", "Zwaluwnest", Sector.JEUGDHULP), Party("o2", "Yperhoek", Sector.JEUGDHULP)],
        workers=(Worker("k", "Kwikstaart", "o1"),),
        sources=(Source("s", "Brief van Kwikstaart over Quirine.pdf"),),
        notes=said,
        code="2019-03",
        today=date(2021, 1, 1),
    )
    return replace(made, title="Gezin Xanderbos")


def consented() -> Case:
    return replace(family(), consents=(Consent("1", "bespreken", "Moeder", date(2020, 1, 1)),))


def leaks(text: str) -> list[str]:
    return [name for name in NAMES if re.search(name, text, re.IGNORECASE)]


def layers(ending: str, data: bytes) -> dict[str, str]:
    """Everything that can be read in a file, by where it stands."""
    if ending == ".pdf":
        document = reader(data)
        objects = {
            f"object {number}": str(document.get_object(number)) for number in range(1, document.trailer["/Size"])
        }
        root = document.trailer["/Root"]
        return {
            "text": " ".join(pages_text(data)),
            "outline": " ".join(title for _, title, _ in bookmarks(data)),
            "properties": str(document.metadata),
            "XMP": root["/Metadata"].get_object().get_data().decode(),
            **objects,
        }
    if ending in (".docx", ".xlsx", ".ods"):
        with ZipFile(io.BytesIO(data)) as archive:
            return {name: f"{name} {archive.read(name).decode('utf-8')}" for name in archive.namelist()}
    if ending == ".png":
        return {name: body.decode("latin-1") for name, body in chunks(data) if name != "IDAT"}
    return {"whole": data.decode("utf-8")}


def chunks(png: bytes) -> list[tuple[str, bytes]]:
    found, at = [], 8
    while at < len(png):
        size = int.from_bytes(png[at : at + 4])
        name, body = png[at + 4 : at + 8].decode(), png[at + 8 : at + 8 + size]
        assert zlib.crc32(png[at + 4 : at + 8 + size]) == int.from_bytes(png[at + 8 + size : at + 12 + size])
        found.append((name, body))
        at += 12 + size
    return found


@pytest.mark.parametrize("ending", [ending for ending in ENDINGS if ending != ".png"])
def test_the_names_are_there_to_be_found(ending: str) -> None:
    told = layers(ending, exported(consented(), ending, replace(OPTIONS, pseudonyms=False)))
    assert set(leaks(" ".join(told.values()))) >= {"Quirine", "Wolfert", "Zwaluwnest"}


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_registered_name_stands_in_any_layer(ending: str) -> None:
    told = layers(ending, exported(family(), ending, OPTIONS))
    assert {where: leaks(text) for where, text in told.items() if leaks(text)} == {}


@pytest.mark.parametrize("ending", [".pdf", ".svg", ".docx"])
def test_what_people_read_says_what_its_names_are_and_promises_no_more(ending: str) -> None:
    told = " ".join(layers(ending, exported(family(), ending, OPTIONS)).values())
    assert "gepseudonimiseerd" in told
    assert "anoniem" not in told


def test_no_name_stands_on_or_behind_the_sheets_of_a_poster() -> None:
    told = layers(".pdf", exported(family(), ".pdf", replace(OPTIONS, poster=Poster(2, 2, "A4"))))
    assert {where: leaks(text) for where, text in told.items() if leaks(text)} == {}


def test_a_pdf_has_its_alternative_texts_and_its_links_looked_through() -> None:
    told = layers(".pdf", exported(family(), ".pdf", OPTIONS))
    joined = " ".join(told.values())
    for key in ("/Alt", "/Contents", "/Title", "/StructTreeRoot"):
        assert key in joined


def test_a_png_says_nothing_of_itself_and_shows_the_pseudonyms(monkeypatch: pytest.MonkeyPatch) -> None:
    data = exported(family(), ".png", OPTIONS)
    assert {name for name, _ in chunks(data)} <= {"IHDR", "IDAT", "IEND", "PLTE", "pHYs"}
    hidden = masked(family())[0]
    monkeypatch.setattr(exporting, "masked", lambda case: (case, None))
    assert data == exported(hidden, ".png", OPTIONS)
