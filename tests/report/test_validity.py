"""Every PDF that is written holds to the standard, as far as programs that are here can see.

The rule: qpdf finds nothing to say, pypdf reads it strictly, and what ISO 32000-1 (14.7, 14.8) and ISO 14289-1 (PDF/UA)
ask of a tagged document and can be seen without a person is looked at here. What a person must judge (whether an
alternative text is apt) and what only a validator made for it knows (veraPDF, PAC) is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdf
import pytest

from tests.analysis.terpstra import terpstra
from tests.builders import case, entry
from tests.meetings import met
from tests.render_pdf.tree import tree
from tests.report.test_build import pdf, small
from tests.report.test_session_pdf import pdf as session_report
from tijdlijn.report.options import PARTS, Poster

MADE: dict[str, Callable[[], bytes]] = {
    "the usual report": lambda: pdf(small()),
    "all parts of a dossier": lambda: pdf(terpstra(), parts=PARTS),
    "all parts, standing, in ages": lambda: pdf(terpstra(), parts=PARTS, landscape=False, ages=True),
    "a poster and a chronology": lambda: pdf(terpstra(), parts=("overview", "chronology"), poster=Poster(2, 2, "A4")),
    "a row over pages": lambda: pdf(case(entry("actie", "2019-01-01", "Lang", details="woord " * 4000))),
    "an empty case": lambda: pdf(case()),
    "the report of a session": lambda: session_report(met()),
}
PAINTING = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do"}
WITHIN = {
    "Document": {"H1", "H2", "H3", "P", "Figure", "L", "Table"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
    "TH": {"H2", "P"},
    "TD": {"P", "Link"},
    "L": {"LI"},
    "LI": {"LBody"},
    "LBody": {"P", "Link"},
    "P": {"Link"},
    "Figure": set(),
    "Link": set(),
}
"""What may stand right within what. A heading holds text, and links of it."""
KINDS = pytest.mark.parametrize("kind", MADE)


@cache
def made(kind: str) -> bytes:
    return MADE[kind]()


def opened(kind: str) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(made(kind)))


def elements(kind: str) -> Iterator[tuple[Any, Any]]:
    """Each element of the tree with the one above it."""
    with opened(kind) as document:
        waiting = [(kid, None) for kid in document.Root.StructTreeRoot.K]
        while waiting:
            element, above = waiting.pop()
            yield element, above
            kids = [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary)]
            waiting += [(kid, element) for kid in kids if kid.get("/Type") == "/StructElem"]


@KINDS
def test_qpdf_and_a_strict_reader_have_nothing_to_say(kind: str) -> None:
    with opened(kind) as document:
        assert document.check_pdf_syntax() == []
        assert document.get_warnings() == []
        assert document.pdf_version == "1.7"
    strict = pypdf.PdfReader(BytesIO(made(kind)), strict=True)
    assert all(page.extract_text() is not None for page in strict.pages)


@KINDS
def test_every_object_is_where_the_file_says_and_the_document_can_be_written_again(kind: str) -> None:
    buffer = BytesIO()
    with opened(kind) as document:
        assert len(document.objects) + 1 == document.trailer.Size
        document.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    again = BytesIO(buffer.getvalue())
    assert len(pypdf.PdfReader(again, strict=True).pages) == len(pypdf.PdfReader(BytesIO(made(kind))).pages)


@KINDS
def test_all_that_is_painted_is_marked_and_marks_are_opened_and_closed(kind: str) -> None:
    with opened(kind) as document:
        for page in document.pages:
            depth, numbers = 0, []
            for operands, operator in pikepdf.parse_content_stream(page):
                match str(operator):
                    case "BDC":
                        numbers.append(int(operands[1].MCID))
                        depth += 1
                    case "BMC":
                        assert operands[0] == "/Artifact"
                        depth += 1
                    case "EMC":
                        depth -= 1
                    case other:
                        assert depth or other not in PAINTING, other
                assert depth in (0, 1), "no mark within a mark"
            assert depth == 0
            assert numbers == list(range(len(numbers)))


@KINDS
def test_every_mark_and_every_link_is_in_the_tree_once(kind: str) -> None:
    assert tree(made(kind)).role == "Document"


@KINDS
def test_elements_stand_within_what_may_hold_them(kind: str) -> None:
    seen = set()
    for element, above in elements(kind):
        role = str(element.S)[1:]
        seen.add(role)
        if above is not None:
            holder = str(above.S)[1:]
            assert role in WITHIN.get(holder, {"Link"}), f"{role} in {holder}"
    assert seen >= {"Document", "H1", "P"}


@KINDS
def test_heads_have_a_scope_figures_an_alternative_and_a_place_and_links_words(kind: str) -> None:
    for element, _ in elements(kind):
        match str(element.S):
            case "/TH":
                assert element.A.Scope == "/Column"
            case "/Figure":
                assert str(element.Alt).strip()
                left, low, right, high = (float(side) for side in element.A.BBox)
                assert left < right
                assert low < high
    with opened(kind) as document:
        for page in document.pages:
            for link in page.get("/Annots", []):
                assert str(link.Contents).strip()
                assert "/StructParent" in link


@KINDS
def test_the_document_says_its_title_its_language_and_its_order(kind: str) -> None:
    with opened(kind) as document:
        root = document.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang) == "nl"
        assert root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo.Title).strip()
        assert str(document.docinfo.Title) in root.Metadata.read_bytes().decode()
        assert "/Outlines" in root
        assert [int(page.StructParents) for page in document.pages] == list(range(len(document.pages)))
        assert {str(page.Tabs) for page in document.pages} == {"/S"}


@KINDS
def test_every_font_is_embedded_and_says_which_characters_it_shows(kind: str) -> None:
    with opened(kind) as document:
        for page in document.pages:
            for font in page.Resources.get("/Font", {}).values():
                assert "/ToUnicode" in font
                assert "/FontFile2" in font.FontDescriptor
