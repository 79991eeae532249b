"""Ages in place of days: no day, month or year is left on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from pypdf.generic import DictionaryObject

from tests.builders import case, entry, person
from tests.render_pdf.looking import bookmarks, pages_text, reader
from tijdlijn.analysis.findings import analyse
from tijdlijn.report.ages import Ages
from tijdlijn.report.build import pdf_bytes
from tijdlijn.report.options import PARTS, PageOptions

NOOR = Ages(date(2010, 4, 1), True, "2019-03")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("12 maart 2019", "8 jr 11 mnd"),
        ("3 – 8 maart 2019", "8 jr 11 mnd"),
        ("van mrt 2018 tot 2019", "van 7 jr 11 mnd tot 9 jr"),
        ("2018-07 en 2018-07-03 en 3-7-2018", "8 jr 3 mnd en 8 jr 3 mnd en 8 jr 3 mnd"),
        ("in 2008", "in 2 jr ervoor"),
        ("op 3 maart belde", "op … belde"),
        ("casus 2019-03 in 2019", "casus 2019-03 in 9 jr"),
        ("blz. 12 van 20", "blz. 12 van 20"),
    ],
)
def test_a_date_becomes_an_age(written: str, told: str) -> None:
    assert NOOR.text(written) == told


def test_without_a_birth_the_months_of_the_dossier_are_counted() -> None:
    assert Ages.of(case(entry("actie", "2019-01-15", "Begin"))).text("maart 2020") == "maand 15"


def test_no_year_is_left_on_any_page_in_the_outline_or_for_who_listens() -> None:
    of = case(
        entry("hulpvraag", "2018-02", "Vraag in 2018", details="Belde op 3 maart 2018 en in zomer 2017."),
        entry("interventie", "2018-03-01/2018-06-30", "Begeleiding"),
        entry("gebeurtenis", "2019-05-01", "Verhuisd", schakelmoment="verhuizing"),
        persons=[person("Noor", "2010-04-01", True)],
        code="2019-03",
        today=date(2020, 1, 1),
    )
    data = pdf_bytes(of, analyse(of), PageOptions(parts=PARTS, ages=True))
    heard = [str(one[key]) for one in objects_of(data) for key in ("/Alt", "/ActualText", "/Contents") if key in one]
    assert heard
    texts = [*pages_text(data), *(title for _, title, _ in bookmarks(data)), *heard]
    assert not re.search(r"\b20[12]\d\b", " ".join(texts).replace("2019-03", ""))
    assert "8 jr" in " ".join(texts)


def objects_of(data: bytes) -> Iterator[DictionaryObject]:
    """Also what is only there for who listens."""
    document = reader(data)
    for number in range(1, int(document.trailer["/Size"])):
        found = document.get_object(number)
        if isinstance(found, DictionaryObject):
            yield found
