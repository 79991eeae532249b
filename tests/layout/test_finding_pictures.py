"""The pictures of findings: every entry stands where its days are, what is not sure fades, nothing falls outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from tests.analysis.dossiers import dossiers
from tests.builders import case, entry, person
from tijdlijn.analysis.finding import FindingKind
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Box, Drawing, Group, Line, Polygon, Primitive, Text, flatten
from tijdlijn.drawing.styles import THEMES
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.beschikking_chain import MOST_ROWS, beschikking_chain
from tijdlijn.layout.finding_pictures import PICTURED, ROWS_TOGETHER, picture_of, pictures_of
from tijdlijn.layout.picture_blocks import picture_blocks
from tijdlijn.layout.picture_frame import ON_PAPER, ON_SCREEN, in_rows
from tijdlijn.layout.placement_ladder import placement_ladder
from tijdlijn.layout.request_bars import request_bars
from tijdlijn.layout.sheet import Frame, PaperSize
from tijdlijn.model.casebook import Case
from tijdlijn.model.vocabulary import AimedAt, PlacementForm, Weight

NOOR = person("Noor", "2010-01-01", focus=True)
WIDTH = 600.0


def groups(items: Sequence[Primitive]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from groups(item.children)


def of(drawing: Drawing, id_: str) -> Group:
    return next(group for group in groups(drawing.items) if group.id == f"entry:{id_}")


def boxes(group: Group, ending: str) -> list[Box]:
    return [item for item in flatten(group.children) if isinstance(item, Box) and item.style.endswith(ending)]


def words(drawing: Drawing) -> list[str]:
    return [item.text for item in flatten(drawing.items) if isinstance(item, Text)]


def extent(drawing: Drawing) -> tuple[float, float, float, float]:
    """The outermost x and y of all that is drawn, texts with the width they have."""
    xs, ys = [0.0], [0.0]
    for item in flatten(drawing.items):
        match item:
            case Box(x, y, width, height):
                xs += [x, x + width]
                ys += [y, y + height]
            case Line(x1, y1, x2, y2):
                xs += [x1, x2]
                ys += [y1, y2]
            case Polygon(points):
                xs += [x for x, _ in points]
                ys += [y for _, y in points]
            case Text(x, y, text, _, size, face):
                xs += [x, x + text_width(text, size, face)]
                ys.append(y)
    return min(xs), min(ys), max(xs), max(ys)


class TestRequests:
    def drawn(self, *entries: object) -> tuple[Case, Drawing]:
        made = case(*entries, persons=[NOOR], today=date(2020, 1, 1))  # type: ignore[arg-type]
        return made, request_bars(made, analyse(made).answers, WIDTH, ON_SCREEN)

    def test_waiting_and_help_are_to_scale_from_the_request_on(self) -> None:
        _, drawing = self.drawn(
            entry("hulpvraag", "2016-01-01", "Vraag", id="v"),
            entry("interventie", "2016-04-10/2016-07-18", "Hulp", id="h"),
            entry("hulpvraag", "2017-01-01", "Later", id="w"),
            entry("interventie", "2017-02-20/2017-05-30", "Meer hulp", id="i"),
        )
        (first,), (second,) = boxes(of(drawing, "h"), ".sure"), boxes(of(drawing, "i"), ".sure")
        start = ON_SCREEN.mark
        assert (first.x - start) / (second.x - start) == pytest.approx(100 / 50)
        assert first.width == pytest.approx(second.width)
        assert first.width / (first.x - start) == pytest.approx(100 / 100)

    def test_what_is_not_sure_fades(self) -> None:
        _, drawing = self.drawn(
            entry("hulpvraag", "2016-01-01", "Vraag", id="v"),
            entry("interventie", "2016-04/2016-12-31", "Hulp", id="h"),
        )
        (sure,), (possible,) = boxes(of(drawing, "h"), ".sure"), boxes(of(drawing, "h"), ".possible")
        assert possible.x < sure.x

    def test_a_request_without_help_says_so_and_its_line_runs_on(self) -> None:
        _, drawing = self.drawn(entry("hulpvraag", "2016-01-01", "Vraag", id="v"))
        assert "geen hulp" in words(drawing)
        assert any(isinstance(item, Line) and item.style == "gap.edge" for item in drawing.items)

    def test_light_and_short_is_said(self) -> None:
        _, drawing = self.drawn(
            entry("hulpvraag", "2016-01-01", "Vraag", id="v"),
            entry("interventie", "2016-01-03/2016-02-01", "Hulp", weight=Weight.LICHT),
        )
        assert "na 2 dagen, licht en kort" in words(drawing)

    def test_help_beyond_the_scale_ends_in_an_arrow(self) -> None:
        _, drawing = self.drawn(
            entry("hulpvraag", "2010-01-01", "Vraag", id="v"), entry("interventie", "2010-02-01/2019-12-31", id="h")
        )
        assert any(isinstance(item, Polygon) for item in flatten(of(drawing, "h").children))

    def test_many_are_divided_over_pictures(self) -> None:
        made = case(*(entry("hulpvraag", f"{2000 + n}-01-01") for n in range(ROWS_TOGETHER + 1)))
        assert len(list(pictures_of(made, analyse(made), FindingKind.HULPVRAAG))) == 2

    def test_one_finding_has_its_own_row_only(self) -> None:
        made = case(entry("hulpvraag", "2016-01-01", "Een", id="a"), entry("hulpvraag", "2017-01-01", "Twee", id="b"))
        analysis = analyse(made)
        found = next(one for one in analysis.findings if one.id == "hulpvraag:b")
        pictured = picture_of(made, analysis, found)
        assert pictured
        ids = {group.id for group in groups(pictured.draw(WIDTH, ON_SCREEN).items)}
        assert ids == {"entry:b"}


class TestChain:
    GRANTED = (
        entry("beschikking", "2016-01-01/2016-12-31", "Eerste", id="a"),
        entry("beschikking", "2017-07-01/2018", "Tweede", id="b"),
    )

    def drawn(self, *entries: object) -> Drawing:
        made = case(*entries, today=date(2020, 1, 1))  # type: ignore[arg-type]
        return beschikking_chain(made, analyse(made).continuity.beschikkingen.lapses, WIDTH, ON_SCREEN)

    def test_the_days_between_lie_between_the_bars_and_say_how_long(self) -> None:
        drawing = self.drawn(*self.GRANTED)
        (lapse,) = [item for item in flatten(drawing.items) if isinstance(item, Box) and item.style == "gap.zeker"]
        (first,), (second,) = boxes(of(drawing, "a"), ".sure"), boxes(of(drawing, "b"), ".sure")
        assert lapse.x == pytest.approx(first.x + first.width)
        assert lapse.x + lapse.width == pytest.approx(second.x)
        assert "6 maanden" in words(drawing)
        assert boxes(of(drawing, "b"), ".possible")

    def test_a_lapse_that_may_not_be_there_looks_so(self) -> None:
        drawing = self.drawn(
            entry("beschikking", "2016-01-01/2016-12", id="a"), entry("beschikking", "2017-01-01/2018-01-01")
        )
        styles = {item.style for item in flatten(drawing.items)}
        assert "gap.mogelijk" in styles
        assert "gap.zeker" not in styles

    def test_what_finds_no_row_is_counted(self) -> None:
        drawing = self.drawn(*(entry("beschikking", "2016-01-01/2018-01-01", f"B{n}") for n in range(MOST_ROWS + 3)))
        assert "en nog 3" in words(drawing)


class TestLadder:
    def drawn(self, *entries: object) -> tuple[Case, Drawing]:
        made = case(*entries, persons=[NOOR], today=date(2020, 1, 1))  # type: ignore[arg-type]
        return made, placement_ladder(made, analyse(made).placements[0], WIDTH, ON_SCREEN)

    def placed(self, when: str, form: PlacementForm | None, id_: str) -> object:
        return entry("uithuisplaatsing", when, f"Plek {id_}", persons="noor", form=form, id=id_)

    def test_a_heavier_place_stands_higher(self) -> None:
        _, drawing = self.drawn(
            self.placed("2017-01-01/2017-06-30", PlacementForm.NETWERK, "a"),
            self.placed("2017-07-01/2018-06-30", PlacementForm.LEEFGROEP, "b"),
        )
        (low,), (high,) = boxes(of(drawing, "a"), ".sure"), boxes(of(drawing, "b"), ".sure")
        assert high.y < low.y
        rungs = ["leefgroep", "gezinshuis", "pleegzorg", "netwerk", "thuis"]
        assert [one for one in words(drawing) if one in rungs] == rungs
        assert "gesloten" not in words(drawing)

    def test_an_unknown_form_has_a_rung_of_its_own(self) -> None:
        _, drawing = self.drawn(self.placed("2017-01-01/2017-06-30", None, "a"))
        assert "niet bekend" in words(drawing)
        assert boxes(of(drawing, "a"), ".sure")

    def test_help_at_home_stands_beneath_and_a_stretch_without_is_a_band(self) -> None:
        help_ = entry("interventie", "2016-12-01/2017-02-01", "Oudergesprekken", aimed_at=AimedAt.OUDER, id="h")
        unsaid = entry("interventie", "2016-12-01/2017-02-01", "Iets", id="u")
        _, drawing = self.drawn(
            self.placed("2017-01-01/2017-06-30", PlacementForm.NETWERK, "a"),
            self.placed("2018-01-01/2018-06-30", PlacementForm.NETWERK, "b"),
            help_,
            unsaid,
        )
        (bar,), (band,) = (
            boxes(of(drawing, "h"), ".sure"),
            [item for item in flatten(drawing.items) if isinstance(item, Box) and item.style.startswith("gap.")],
        )
        (away,) = boxes(of(drawing, "b"), ".sure")
        assert bar.y > away.y
        assert (band.x, band.width) == (pytest.approx(away.x), pytest.approx(away.width))
        assert not boxes(of(drawing, "u"), ".sure")
        assert boxes(of(drawing, "u"), ".possible")

    def test_each_child_has_a_ladder_of_its_own(self) -> None:
        sem = person("Sem", "2012-01-01", focus=True)
        made = case(
            entry("uithuisplaatsing", "2017-01-01/2017-02-01", persons="noor"),
            entry("uithuisplaatsing", "2018-01-01/2018-02-01", persons="sem"),
            persons=[NOOR, sem],
        )
        found = list(pictures_of(made, analyse(made), FindingKind.UITHUISPLAATSING))
        assert [one.title for one in found] == [
            "De plekken van Noor, en de hulp thuis",
            "De plekken van Sem, en de hulp thuis",
        ]


def test_rows_are_filled_from_the_top() -> None:
    assert in_rows([(0, 10), (5, 8), (12, 20), (9, 30)], 1.0) == [0, 1, 0, 1]


def test_on_paper_a_picture_is_a_figure_with_words_for_who_cannot_see_it() -> None:
    made = case(*TestChain.GRANTED)
    frame = Frame.of_text(PaperSize.of("A4", landscape=False))
    (block,) = picture_blocks(pictures_of(made, analyse(made), FindingKind.BESCHIKKING), frame)
    (figure,) = [group for group in groups(block.items) if group.id == "tag:Figure"]
    assert figure.label.startswith("2 beschikkingen in de tijd")
    assert block.height <= frame.height


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers(("hulpvraag", "interventie", "beschikking", "uithuisplaatsing", "contact", "bemoeienis"), most=14))
def test_whatever_the_dates_every_picture_stays_within_its_size(made: Case) -> None:
    analysis = analyse(made)
    for kind in PICTURED:
        for pictured in pictures_of(made, analysis, kind):
            for width, measure in ((180.0, ON_SCREEN), (620.0, ON_PAPER)):
                drawing = pictured.draw(width, measure)
                left, top, right, bottom = extent(drawing)
                assert drawing.width == width
                assert left >= -measure.mark, (kind, left)
                assert top >= -1
                assert right <= width + 1
                assert bottom <= drawing.height + 1
                assert {item.style for item in flatten(drawing.items)} <= THEMES["light"].keys()
