"""Type on paper can be read where it hangs: no text of any page is smaller than its sheet allows.

The rule: 6.5 pt in a picture on A4 and A3, and on a larger sheet as many times that as the sheet is larger than an A3;
7 pt on a page of text, and in the margin of a sheet of a poster 6.5 pt, as that is read in the hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from tests.analysis.terpstra import terpstra
from tests.builders import case, entry, party, person
from tests.meetings import met
from tests.report.test_session_pdf import pdf as session_report
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Text, flatten
from tijdlijn.layout.sheet import LEAST_TABLE_TYPE, PaperSize
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import Arrangement, LaneBy, View
from tijdlijn.report.build import drafts, poster_picture
from tijdlijn.report.options import OVERVIEW, PARTS, PageOptions, Poster
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.example import EXAMPLE_PASSPHRASE, make_example

KINDS = ("actie", "contact", "hulpvraag", "interventie", "besluit", "gebeurtenis", "signaal", "bemoeienis")


def crowded() -> Case:
    """Six hundred entries in a few years, of which one child and many parties are part."""
    parties = [party(f"Organisatie {n}") for n in range(20)]
    entries = [
        entry(
            KINDS[n % len(KINDS)],
            f"20{10 + n % 6}-{1 + n // 7 % 12:02d}-{1 + n % 28:02d}"
            + (f"/20{11 + n % 6}-06" if KINDS[n % len(KINDS)] in ("interventie", "bemoeienis") else ""),
            f"Gesprek over verzuim en begeleiding {n}",
            persons="noor",
            parties=parties[n % 20].id,
            schakelmoment="overig" if n % 80 == 5 else "",
        )
        for n in range(600)
    ]
    return case(*entries, persons=[person("Noor", "2006-04-01", True)], parties=parties, today=date(2018, 1, 1))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Case:
    path = tmp_path_factory.mktemp("example") / "voorbeeld.tijdlijn"
    make_example(path)
    with OpenCasebook.open(path, EXAMPLE_PASSPHRASE) as book:
        return book.case(book.cases()[0].id)


def too_small(of: Case, options: PageOptions) -> Iterator[str]:
    for number, draft in enumerate(drafts(of, analyse(of), options), 1):
        drawing = draft.drawing(number, 99)
        paper = PaperSize("", drawing.width, drawing.height)
        least = LEAST_TABLE_TYPE if draft.is_text else paper.least_type
        for item in flatten(drawing.items):
            if isinstance(item, Text) and item.text.strip() and item.size < least - 1e-6:
                yield f"{draft.name}: {item.size:.2f} < {least:.2f}: {item.text}"


@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("paper", ["A4", "A3", "A2", "A1", "A0"])
def test_no_type_of_a_dossier_is_too_small_on_any_sheet(paper: str, landscape: bool) -> None:
    parts = PARTS if paper in ("A4", "A3") else (OVERVIEW,)
    assert not [*too_small(terpstra(), PageOptions(paper=paper, landscape=landscape, parts=parts))]


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_no_type_of_the_example_is_too_small(example: Case, paper: str) -> None:
    assert not [*too_small(example, PageOptions(paper=paper, parts=PARTS))]


@pytest.mark.parametrize("paper", ["A4", "A3", "A0"])
def test_a_crowded_case_is_bundled_rather_than_printed_small(paper: str) -> None:
    assert not [*too_small(crowded(), PageOptions(paper=paper, parts=(OVERVIEW,)))]


@pytest.mark.parametrize("by", [LaneBy.PARTIJ, LaneBy.PERSOON])
def test_many_lanes_go_on_to_a_next_sheet_rather_than_be_printed_small(by: LaneBy) -> None:
    view = View(arrangement=Arrangement(by=(by,)))
    for of in (terpstra(), crowded()):
        assert not [*too_small(of, PageOptions(paper="A4", parts=(OVERVIEW, "loupes"), view=view))]


def test_ages_in_place_of_days_are_not_smaller_either() -> None:
    for paper in ("A4", "A0"):
        assert not [*too_small(terpstra(), PageOptions(paper=paper, parts=PARTS, ages=True))]


@pytest.mark.parametrize("poster", [Poster(2, 2, "A4"), Poster(3, 3, "A3")])
def test_a_poster_grows_with_what_its_sheets_make_together(poster: Poster) -> None:
    options = PageOptions(parts=(OVERVIEW,), poster=poster)
    picture = poster_picture(terpstra(), analyse(terpstra()), options)
    paper = PaperSize("", picture.width, picture.height)
    sizes = [item.size for item in flatten(picture.items) if isinstance(item, Text) and item.text.strip()]
    assert min(sizes) >= paper.least_type - 1e-6
    assert not [*too_small(terpstra(), options)]


@pytest.mark.parametrize("paper", ["A4", "A3", "A1"])
def test_the_report_of_a_session_has_no_smaller_type_either(paper: str) -> None:
    with pikepdf.open(BytesIO(session_report(met(), paper))) as document:
        for page in document.pages:
            _, _, width, height = map(float, page.MediaBox)
            sheet = PaperSize("", width, height)
            least = sheet.least_type if sheet.landscape else LEAST_TABLE_TYPE
            sizes = [float(size) for (_, size), _ in pikepdf.parse_content_stream(page, "Tf")]
            assert min(sizes) >= least - 1e-3
