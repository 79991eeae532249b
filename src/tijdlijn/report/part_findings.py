"""The findings and pictures that stand in a part of a report of their own, and no longer among the other findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tijdlijn.analysis.findings import Analysis, FindingKind
from tijdlijn.layout.finding_pictures import pictures_of
from tijdlijn.layout.findings_pages import aside_blocks
from tijdlijn.layout.flow import Block
from tijdlijn.layout.picture_blocks import picture_blocks
from tijdlijn.layout.sheet import Frame
from tijdlijn.model.casebook import Case
from tijdlijn.report.options import CONTINUITY, CONTRADICTIONS, MISSING, PLACEMENTS, REQUESTS, TURNS

OWN_KINDS: Mapping[str, tuple[FindingKind, ...]] = {
    TURNS: (FindingKind.SCHAKELMOMENT,),
    PLACEMENTS: (FindingKind.UITHUISPLAATSING,),
    REQUESTS: (FindingKind.VROEGE_HULPVRAAG, FindingKind.HULPVRAAG, FindingKind.LAAT_IN_BEELD),
    CONTINUITY: (FindingKind.CONTINUITEIT, FindingKind.BESCHIKKING, FindingKind.BETROKKENHEID),
    MISSING: (FindingKind.ONBEKEND,),
    CONTRADICTIONS: (FindingKind.TEGENSPRAAK,),
}
"""The findings that stand in a part of their own when it is printed."""

OF_PART: Mapping[str, tuple[FindingKind, ...]] = {
    PLACEMENTS: (FindingKind.UITHUISPLAATSING,),
    REQUESTS: (FindingKind.HULPVRAAG,),
    CONTINUITY: (FindingKind.BETROKKENHEID, FindingKind.BESCHIKKING),
}


def part_pictures(part: str, case: Case, analysis: Analysis, frame: Frame) -> Iterator[Block]:
    """The pictures of a part, also when there is nothing to remark."""
    for kind in OF_PART.get(part, ()):
        yield from picture_blocks(pictures_of(case, analysis, kind), frame)


def part_aside(part: str, analysis: Analysis, width: float) -> Iterator[Block]:
    """What somebody called not relevant of the findings of a part, for a report without a list of findings."""
    own = OWN_KINDS.get(part, ())
    yield from aside_blocks(analysis, [one for one in analysis.set_aside if one.kind in own], width)
