"""The pictures that stand in a part of a report beside its tables, also when there is nothing to remark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tijdlijn.analysis.findings import Analysis, FindingKind
from tijdlijn.layout.finding_pictures import pictures_of
from tijdlijn.layout.flow import Block
from tijdlijn.layout.picture_blocks import picture_blocks
from tijdlijn.layout.sheet import Frame
from tijdlijn.model.casebook import Case
from tijdlijn.report.options import CONTINUITY, PLACEMENTS, REQUESTS

OF_PART: Mapping[str, tuple[FindingKind, ...]] = {
    PLACEMENTS: (FindingKind.UITHUISPLAATSING,),
    REQUESTS: (FindingKind.HULPVRAAG,),
    CONTINUITY: (FindingKind.BETROKKENHEID, FindingKind.BESCHIKKING),
}


def part_pictures(part: str, case: Case, analysis: Analysis, frame: Frame) -> Iterator[Block]:
    """Those of a part."""
    for kind in OF_PART.get(part, ()):
        yield from picture_blocks(pictures_of(case, analysis, kind), frame)
