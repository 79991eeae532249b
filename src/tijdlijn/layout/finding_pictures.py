"""Which findings a picture says more of than a sentence, and that picture: small for one finding, whole for all.

Not every finding has one: a gap and a snelkookpan are drawn on the timeline itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tijdlijn.analysis.finding import Finding, FindingKind
from tijdlijn.analysis.findings import Analysis
from tijdlijn.analysis.placements import ChildPlacements
from tijdlijn.analysis.requests import Answer
from tijdlijn.analysis.wording import name_of
from tijdlijn.drawing.primitives import Drawing
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.beschikking_chain import beschikking_chain
from tijdlijn.layout.measure import Measure
from tijdlijn.layout.picture_frame import Room, year_ruler
from tijdlijn.layout.placement_ladder import placement_ladder
from tijdlijn.layout.request_bars import request_bars
from tijdlijn.layout.wave import draw_wave, draw_wave_scale
from tijdlijn.model.casebook import Case
from tijdlijn.model.vocabulary import Kind

WAVE_ROWS = 5
"""How high the wave is, in rows of text."""
ROWS_TOGETHER = 18
"""Requests in one picture on paper at most; more are divided over several."""

Draw = Callable[[float, Measure], Drawing]
"""Draws a picture as wide as it is told, in these sizes."""


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture with its title, and in words what it shows."""

    title: str
    about: str
    draw: Draw


def picture_of(case: Case, analysis: Analysis, finding: Finding) -> Pictured | None:
    """The picture of one finding; None when it has none."""
    if finding.kind is FindingKind.HULPVRAAG:
        own = [one for one in _answers(case, analysis) if one.request_id == finding.entry_ids[0]]
        return _requests(case, own) if own else None
    if finding.kind in (FindingKind.UITHUISPLAATSING, FindingKind.GEEN_HULP_THUIS):
        children = (child for child in analysis.placements if child.person_id == finding.person_id)
        child = next(children, None)
        return _ladder(case, child) if child else None
    return next(pictures_of(case, analysis, finding.kind), None)


def pictures_of(case: Case, analysis: Analysis, kind: FindingKind) -> Iterator[Pictured]:
    """The pictures of all findings of a kind together."""
    if kind in _MAKERS:
        yield from _MAKERS[kind](case, analysis)


def _answers(case: Case, analysis: Analysis) -> list[Answer]:
    """Those of which the case has both entries: a case of a period has fewer."""
    known = case.entries_by_id
    return [one for one in analysis.answers if one.request_id in known and (one.answer_id or one.request_id) in known]


def _all_requests(case: Case, analysis: Analysis) -> Iterator[Pictured]:
    answers = _answers(case, analysis)
    for start in range(0, len(answers), ROWS_TOGETHER):
        yield _requests(case, answers[start : start + ROWS_TOGETHER])


def _early_requests(case: Case, analysis: Analysis) -> Iterator[Pictured]:
    early = [one for one in _answers(case, analysis) if one.early]
    if early:
        yield _requests(case, early[:ROWS_TOGETHER])


def _requests(case: Case, answers: list[Answer]) -> Pictured:
    return Pictured(
        "Van vraag tot hulp",
        f"{len(answers)} hulpvragen onder elkaar, elk met de tijd tot er hulp kwam en hoe lang die hulp was",
        lambda width, measure: request_bars(case, answers, width, measure),
    )


def _chain(case: Case, analysis: Analysis) -> Iterator[Pictured]:
    if case.of_kind[Kind.BESCHIKKING]:
        lapses = analysis.continuity.beschikkingen.lapses
        yield Pictured(
            "De beschikkingen en de tijd ertussen",
            f"{len(case.of_kind[Kind.BESCHIKKING])} beschikkingen in de tijd, en {len(lapses)} keer een tijd zonder",
            lambda width, measure: beschikking_chain(case, lapses, width, measure),
        )


def _ladders(case: Case, analysis: Analysis) -> Iterator[Pictured]:
    yield from (_ladder(case, child) for child in analysis.placements if child.placements)


def _ladder(case: Case, child: ChildPlacements) -> Pictured:
    name = name_of(case, child.person_id) if child.person_id else "een kind"
    return Pictured(
        f"De plekken van {name}, en de hulp thuis",
        f"{len(child.placements)} uithuisplaatsingen van {name} als ladder van licht naar zwaar, eronder de hulp thuis",
        lambda width, measure: placement_ladder(case, child, width, measure),
    )


def _wave(_: Case, analysis: Analysis) -> Iterator[Pictured]:
    wave = analysis.involvement
    if wave.steps:
        yield Pictured(
            "Hoeveel partijen tegelijk hielpen",
            f"een golf van {wave.steps[0].day.year} tot {wave.steps[-1].day.year}, op het hoogst {wave.peak[1]}",
            lambda width, measure: _wave_drawing(analysis, width, measure),
        )


def _wave_drawing(analysis: Analysis, width: float, measure: Measure) -> Drawing:
    steps = analysis.involvement.steps
    room = Room(measure.small * 2, width, measure)
    days = steps[0].day.toordinal(), steps[-1].day.toordinal()
    axis: Axis = room.axis(*days)
    top, height = measure.tiny / 2, measure.row * WAVE_ROWS
    bottom = top + height
    items = (
        *year_ruler(axis, room, days, top, bottom),
        *draw_wave(steps, axis, (room.left, room.right), top, height),
        *draw_wave_scale(steps, measure, room.left, top, height),
    )
    return Drawing(width, bottom + measure.tiny * 1.5, items)


_MAKERS: Mapping[FindingKind, Callable[[Case, Analysis], Iterator[Pictured]]] = {
    FindingKind.VROEGE_HULPVRAAG: _early_requests,
    FindingKind.HULPVRAAG: _all_requests,
    FindingKind.BESCHIKKING: _chain,
    FindingKind.UITHUISPLAATSING: _ladders,
    FindingKind.GEEN_HULP_THUIS: _ladders,
    FindingKind.BETROKKENHEID: _wave,
}
PICTURED = frozenset(_MAKERS)
"""The kinds of findings that have a picture."""
