"""The report: all its parts in one PDF that can be read, searched and printed, whatever was typed."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.analysis.terpstra import terpstra
from tests.builders import case, entry, party, person
from tests.render_pdf.looking import bookmarks, fonts, pages_text, picture, reader, text_starts
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.plain import plain
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.report import build
from tijdlijn.report.build import pdf_bytes, png_bytes, svg_text
from tijdlijn.report.options import PageOptions

HOSTILE = (
    "<jeugdige> weg", "een <b>onaf", "R&amp;D", "=SOM(A1)", "rechts\u202eom", "nul\u200bbreed", "blij 😀 kind", "中文",
    "w" * 200, "streep\\ (haak", "\x00\x07bel", "%PDF-1.4 endobj",
)  # fmt: skip


def small() -> Case:
    return case(
        entry("hulpvraag", "2018-02", "Vraag om hulp", persons="noor"),
        entry("interventie", "2018-03-01/2018-06-30", "Gezinsbegeleiding", parties="kompas"),
        entry("gebeurtenis", "2019-05-01", "Verhuisd", schakelmoment="verhuizing"),
        entry("actie", None, "Zonder dag"),
        persons=[person("Noor", "2010-04-01", True)],
        parties=[party("Kompas")],
        code="2019-03",
        today=date(2020, 1, 1),
    )


def pdf(of: Case, **options: Any) -> bytes:
    return pdf_bytes(of, analyse(of), PageOptions(**options))


def test_the_overview_comes_first_then_chronology_findings_and_people() -> None:
    pages = pages_text(pdf(small()))
    heads = ["Gezin Proef", "Chronologie", "Bevindingen", "Gezin en partijen"]
    first = [next(n for n, text in enumerate(pages) if head in text) for head in heads]
    assert first == sorted(first)
    assert first[1] == 1


def test_every_page_has_title_day_number_and_mark() -> None:
    pages = pages_text(pdf(small()))
    for number, text in enumerate(pages, 1):
        for words in ("Gezin Proef", "1 januari 2020", f"bladzijde {number} van {len(pages)}", "VERTROUWELIJK"):
            assert words in text


@pytest.mark.parametrize("paper", ["A4", "A3", "A2", "A1", "A0"])
def test_the_overview_has_the_chosen_size_and_the_tables_are_a4(paper: str) -> None:
    boxes = [page.mediabox for page in reader(pdf(small(), paper=paper)).pages]
    sizes = {"A4": (297, 210), "A3": (420, 297), "A2": (594, 420), "A1": (841, 594), "A0": (1189, 841)}
    in_mm = [(round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)) for box in boxes]
    assert in_mm[0] == sizes[paper]
    assert set(in_mm[1:]) == {(297, 210)}


def test_parts_can_be_chosen() -> None:
    assert "Chronologie" not in " ".join(pages_text(pdf(small(), parts=("findings",))))
    with pytest.raises(ValueError, match="parts"):
        PageOptions(parts=("alles",))


def test_an_unknown_paper_is_refused_in_dutch() -> None:
    with pytest.raises(Problem, match="Papierformaat"):
        pdf(small(), paper="A9")


def test_there_is_a_bookmark_for_each_part_and_year() -> None:
    marks = bookmarks(pdf(small()))
    assert marks[:4] == [(0, "Overzicht", 1), (0, "Chronologie", 2), (1, "2018", 2), (1, "2019", 2)]
    assert [title for level, title, _ in marks if not level][2:] == [
        "Bevindingen",
        "Gezin en partijen",
        "Verantwoording",
    ]


def test_fonts_are_embedded_and_cut_down() -> None:
    for name, descriptor in fonts(pdf(small())).items():
        assert re.fullmatch(r"/[A-Z]{6}\+SourceSansPro-\w+", name)
        assert "/FontFile2" in descriptor


def test_an_entry_on_the_overview_leads_to_its_row() -> None:
    pages = reader(pdf(small())).pages
    assert len(pages[0].get("/Annots", [])) >= 3
    assert all(link.get_object()["/Subtype"] == "/Link" for link in pages[0]["/Annots"])


def linked_pages(data: bytes, page: int) -> list[int]:
    """The numbers of the pages, from 0, to which the links of a page lead."""
    document = reader(data)
    pages = [sheet.indirect_reference for sheet in document.pages]
    return [pages.index(link.get_object()["/Dest"][0]) for link in document.pages[page].get("/Annots", [])]


def test_the_date_of_a_row_leads_back_to_the_overview() -> None:
    assert linked_pages(pdf(small()), 1) == [0] * len(small().entries)


def test_a_row_over_several_pages_is_found_at_its_beginning() -> None:
    of = case(entry("actie", "2019-01-01", "Lang", details="woord " * 4000))
    data = pdf(of, parts=("overview", "chronology"))
    assert len(pages_text(data)) > 4
    assert linked_pages(data, 0) == [1]


def test_links_are_not_made_to_a_part_that_is_not_printed() -> None:
    assert "/Annots" not in reader(pdf(small(), parts=("overview", "findings"))).pages[0]


def test_the_same_case_gives_the_same_bytes() -> None:
    assert pdf(small()) == pdf(small())
    assert svg_text(small(), analyse(small())) == svg_text(small(), analyse(small()))


def test_pages_that_were_folded_while_they_waited_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    of = terpstra()
    as_made = pdf(of)
    monkeypatch.setattr(build, "PAGES_AS_MADE", 0)
    assert pdf(of) == as_made


def test_black_and_white_has_no_colour() -> None:
    data = pdf(small(), black_and_white=True)
    for number in range(len(pages_text(data))):
        image = picture(data, number, 0.6)
        assert all(max(colour) - min(colour) <= 2 for _, colour in image.getcolors(1 << 24) or ())


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_was_typed_comes_out_and_never_breaks_the_page(typed: str) -> None:
    of = case(entry("actie", "2019-01-01", typed, details=typed), persons=[person(f"N {typed}", "2010", True)])
    told = "".join("".join(pages_text(pdf(of, parts=("chronology",)))).split())
    shown = "".join(char if ord(char) < 0x10000 else "\ufffd" for char in plain(typed))
    assert told.count("".join(shown.split())) >= 2
    pdf(of)
    ElementTree.fromstring(svg_text(of, analyse(of)))


@settings(max_examples=8, deadline=None)
@given(st.text(max_size=60), st.text(max_size=200))
def test_any_text_gives_a_report(title: str, details: str) -> None:
    of = case(entry("actie", "2019", title, details=details, schakelmoment="overig"))
    assert pages_text(pdf(of))
    ElementTree.fromstring(svg_text(of, analyse(of)))


def test_a_case_without_entries_gives_a_report() -> None:
    assert "Er staan nog geen regels" in " ".join(pages_text(pdf(case())))


def test_svg_and_pdf_of_the_overview_put_every_text_in_the_same_place() -> None:
    of = small()
    root = ElementTree.fromstring(svg_text(of, analyse(of)))
    in_svg: dict[str, set[tuple[float, float]]] = {}
    for item in root.iter("{http://www.w3.org/2000/svg}text"):
        in_svg.setdefault(str(item.text).strip(), set()).add((float(item.attrib["x"]), float(item.attrib["y"])))
    on_paper = text_starts(pdf(of, parts=("overview",)))
    assert len(on_paper) > 20
    number = next(words for words in on_paper if "bladzijde 1 van 1" in words)
    assert not any("bladzijde" in words for words in in_svg), "a picture alone is no page"
    del on_paper[number]
    for words, (x, y) in on_paper.items():
        assert any(abs(x - a) < 0.02 and abs(y - b) < 0.02 for a, b in in_svg[words]), words


def test_the_png_is_as_wide_as_asked_and_shows_something() -> None:
    image = Image.open(BytesIO(png_bytes(small(), analyse(small()), None, 900)))
    assert image.format == "PNG"
    assert abs(image.width - 900) <= 1
    assert image.width > image.height
    assert len(image.convert("RGB").getcolors(1 << 24) or ()) > 20


@pytest.mark.parametrize("width", [0, 50_000])
def test_a_picture_of_a_foolish_size_is_refused(width: int) -> None:
    with pytest.raises(Problem, match="beeldpunten"):
        png_bytes(small(), analyse(small()), None, width)


def test_every_entry_of_a_real_dossier_is_in_the_chronology() -> None:
    of = terpstra()
    told = "".join(" ".join(pages_text(pdf(of, parts=("chronology",)))).split())
    for item in of.entries:
        assert "".join(item.title.split()) in told
    assert "3jaargeenhulpinbeeld—zeker" in told
