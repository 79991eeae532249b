"""The report of a session as PDF: read back by another program, and looked at as a picture."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from tests.meetings import met, session
from tests.render_pdf.looking import bookmarks, fonts, pages_text, picture, reader
from tests.report.test_build import HOSTILE
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.plain import plain
from tijdlijn.model.casebook import Case
from tijdlijn.report.session import session_items
from tijdlijn.report.session_pdf import session_pdf, timeline_picture

LILAC = (245, 242, 250)


def pdf(case: Case, paper: str = "A3", masked: bool = False) -> bytes:
    analysis = analyse(case)
    items = session_items(case, analysis, case.sessions_by_id["s2"])
    return session_pdf(case, analysis, items, paper, masked)


def test_text_stands_on_standing_a4_and_the_timeline_on_the_chosen_sheet_after_what_was_agreed() -> None:
    data = pdf(met(), "A2")
    sizes = [(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in reader(data).pages]
    at = sizes.index((1684, 1191))
    assert set(sizes[:at] + sizes[at + 1 :]) == {(595, 842)}
    pages = pages_text(data)
    assert "Afspraken" in pages[at - 1]
    assert "Besproken bevindingen" in pages[at + 1]
    assert "Noor naar Kompas" in pages[at]


def test_every_page_has_title_day_number_and_mark() -> None:
    pages = pages_text(pdf(met()))
    assert len(pages) >= 3
    for number, text in enumerate(pages, 1):
        for words in ("Gezin Proef", "14 november 2023", f"bladzijde {number} van {len(pages)}", "VERTROUWELIJK"):
            assert words in text
        assert "gepseudonimiseerd" not in text


def test_with_pseudonyms_every_page_says_so_and_never_calls_it_anonymous() -> None:
    for text in pages_text(pdf(met(), masked=True)):
        assert "gepseudonimiseerd" in text
        assert "anoniem" not in text.lower()


def test_the_outline_leads_to_each_part() -> None:
    marks = bookmarks(pdf(met()))
    assert marks[:3] == [(0, "Actieleren", 1), (1, "Aanwezig", 1), (1, "Afspraken", 1)]
    assert (1, "De tijdlijn", 2) in marks
    assert (2, "Verhuisd naar Assen", 3) in marks


def test_the_properties_are_a_fixed_list() -> None:
    data = reader(pdf(met()))
    told = {str(value) for name, value in data.metadata.items() if not name.endswith("Date")}
    assert told == {"tijdlijn", "Verslag Actieleren, 14 november 2023", "", "/False"}
    assert {str(value)[:6] for name, value in data.metadata.items() if name.endswith("Date")} == {"D:2000"}
    assert data.trailer["/Root"]["/Lang"] == "nl"


def test_fonts_are_embedded() -> None:
    found = fonts(pdf(met()))
    assert found
    assert all("/FontFile2" in descriptor for descriptor in found.values())


def test_the_same_session_gives_the_same_bytes() -> None:
    assert pdf(met()) == pdf(met())
    assert timeline_picture(met(), analyse(met())) == timeline_picture(met(), analyse(met()))


def test_what_the_family_says_has_a_ground_of_its_own_and_nothing_else_has() -> None:
    silent = met(
        reflections=tuple(replace(one, family="") for one in met().reflections),
        sessions=(met().sessions[0], session(questions=session().questions[:1])),
    )
    without = replace(silent, sessions=(silent.sessions[0], session(questions=())))
    assert _lilac(pdf(met())) > 3_000
    assert _lilac(pdf(without)) == 0


def _lilac(data: bytes) -> int:
    """How many points of the text pages have the ground of the family's words."""
    colours = (picture(data, page).getcolors(1 << 24) or [] for page in range(2, len(pages_text(data))))
    return sum(count for page in colours for count, colour in page if colour == LILAC)


@pytest.mark.parametrize("typed", [*HOSTILE, "=cmd|' /C calc'!A0", "שלום עולם", "eindeloos " * 450])
def test_what_was_typed_comes_out_and_never_breaks_the_page(typed: str) -> None:
    case = met()
    case = replace(
        case,
        reflections=(replace(case.reflections[0], how=typed, family=typed),),
        actions=(replace(case.actions[0], what=typed),),
    )
    told = "".join("".join(pages_text(pdf(case, "A4"))).split())
    shown = "".join("".join(char if ord(char) < 0x10000 else "\ufffd" for char in plain(typed)).split())
    if len(typed) > 1_000:
        assert told.count("eindeloos") == 3 * 450
    elif shown.isascii():
        assert told.count(shown) >= 3
    else:
        assert all(told.count(sign) >= 3 for sign in shown)


def test_the_picture_for_an_office_suite_shows_the_timeline_without_the_head_of_a_page() -> None:
    image = Image.open(BytesIO(timeline_picture(met(), analyse(met()))))
    assert image.format == "PNG"
    assert image.width > 2_400
    assert image.width / image.height > 1.4
    assert len(image.convert("RGB").getcolors(1 << 24) or ()) > 20
    assert image.getpixel((0, 0))[:3] == (255, 255, 255)  # type: ignore[index]
