"""The findings in words, each with its rule and the entries behind it, and the account of what was left out.

Sure and possible are told apart by the shape of the pill and its word. Nothing is left out in silence: the account at
the end names what has no date, what was too vague to count, and what stands in no list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.findings import Analysis, Finding, FindingKind
from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Box, Face, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import text_width, wrapped
from tijdlijn.language.dates_nl import shown
from tijdlijn.layout.account import account_of
from tijdlijn.layout.flow import Block, FlowPage, paginate
from tijdlijn.layout.naming import title_of
from tijdlijn.layout.parts import heading, part_title
from tijdlijn.layout.sheet import Frame
from tijdlijn.model.casebook import Case

PART = "Bevindingen"
HEADINGS: dict[FindingKind, str] = {
    FindingKind.GAT: "Geen hulp in beeld",
    FindingKind.STIL: "Stilte in het dossier",
    FindingKind.SNELKOOKPAN: "Snelkookpan",
    FindingKind.BETROKKENHEID: "Betrokken partijen",
}
LEAD = (
    "Deze bevindingen zijn berekend uit de regels op de tijdlijn. Zeker geldt hoe de onzekere datums ook vallen, "
    "mogelijk voor een deel van de manieren waarop zij kunnen vallen."
)
SENTENCE, STEP = 9.0, 12.2
SMALL, SMALL_STEP = 7.4, 10.0
PILL_ROOM = 62.0
MOST_ENTRIES = 12
"""Entries named with a finding; more are counted."""
MOST_DATE = 170.0


def findings_pages(case: Case, analysis: Analysis, frame: Frame) -> tuple[FlowPage, ...]:
    """The findings and the account. Entries behind a finding are groups named `see:` and their id."""
    return paginate(_blocks(case, analysis, frame), frame)


def _blocks(case: Case, analysis: Analysis, frame: Frame) -> Iterator[Block]:
    yield part_title(PART, LEAD, frame.width)
    if not analysis.findings:
        yield from paragraph("Er is niets gevonden dat opvalt, of er staat nog te weinig op de tijdlijn.", frame.width)
    dates = _date_width(case, analysis)
    for kind in FindingKind:
        found = [finding for finding in analysis.findings if finding.kind is kind]
        if found:
            yield heading(HEADINGS.get(kind, kind.value.capitalize()), "", frame.width)
            for number, finding in enumerate(found):
                yield from finding_blocks(case, finding, frame.width, dates, rule=number > 0)
    yield heading("Wat niet is meegeteld", "", frame.width)
    for words in account_of(case, analysis):
        yield from paragraph(words, frame.width)


def paragraph(words: str, width: float) -> Iterator[Block]:
    """Plain text, in blocks of a line so that it may go on over a page."""
    for number, line in enumerate(wrapped(plain(words), min(width, 520.0), 8.6)):
        yield Block(11.6, (Text(0.0, 9.0, line, "page.text", 8.6),), before=0.0 if number else 4.0)


def finding_blocks(case: Case, finding: Finding, width: float, dates: float, rule: bool) -> Iterator[Block]:
    """One finding: its pill and sentence stay together with its rule; the entries behind it follow."""
    measure = min(width - PILL_ROOM, 600.0)
    y = 7.0
    items: list[Primitive] = [Line(0.0, 0.0, width, 0.0, "page.hairline")] if rule else []
    items += pill(finding.status, 0.0, y)
    for line in wrapped(plain(finding.sentence), measure, SENTENCE, Face.SEMIBOLD):
        items.append(Text(PILL_ROOM, y + 9.0, line, "page.strong", SENTENCE, Face.SEMIBOLD))
        y += STEP
    for words, face in ((finding.detail, Face.REGULAR), (finding.rule, Face.ITALIC)):
        for line in wrapped(plain(words), measure, SMALL, face) if words else ():
            items.append(Text(PILL_ROOM, y + 8.0, line, "page.muted", SMALL, face))
            y += SMALL_STEP
    entries = list(_entry_lines(case, finding.entry_ids))
    yield Block(y + 3.0, tuple(items), keep=bool(entries), id=f"finding:{finding.id}", label=finding.sentence)
    yield from _listed(entries, measure, dates)
    yield Block(5.0, ())


def pill(status: Status, x: float, y: float) -> tuple[Primitive, ...]:
    """The word in a filled pill (zeker) or one with a broken edge (mogelijk), its top at `y`."""
    size, height = 7.2, 11.6
    width = text_width(status.value, size, Face.SEMIBOLD) + 12
    style = f"page.pill.{status.value}"
    return (
        Box(x, y, width, height, style, height / 2),
        Text(x + 6, y + height / 2 + size * 0.32, status.value, f"{style}.text", size, Face.SEMIBOLD),
    )


def _entry_lines(case: Case, ids: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    known = [case.entries_by_id[id_] for id_ in ids if id_ in case.entries_by_id]
    for entry in known[:MOST_ENTRIES]:
        when = shown(entry.date) if entry.date else "datum onbekend"
        yield entry.id, plain(when), f"{plain(title_of(entry))} ({entry.kind.label})"
    if len(known) > MOST_ENTRIES:
        yield "", "", f"en nog {len(known) - MOST_ENTRIES} regels; zie de chronologie"


def _at_most(count: int, lines: list[str]) -> list[str]:
    return lines if len(lines) <= count else [*lines[: count - 1], f"{lines[count - 1]} …"]


def _date_width(case: Case, analysis: Analysis) -> float:
    """Room for the longest date behind any finding, so that all lists share one edge."""
    named = (_entry_lines(case, finding.entry_ids) for finding in analysis.findings)
    widths = (text_width(when, SMALL) for lines in named for _, when, _ in lines)
    return min(max(widths, default=0.0), MOST_DATE)


def _listed(entries: Sequence[tuple[str, str, str]], measure: float, dates: float) -> Iterator[Block]:
    indent = PILL_ROOM + dates + 12
    for number, (id_, when, title) in enumerate(entries):
        items: list[Primitive] = []
        whens = wrapped(when, dates, SMALL) if when else []
        titles = _at_most(3, wrapped(title, PILL_ROOM + measure - indent, SMALL))
        items += [Text(PILL_ROOM, 8.0 + i * SMALL_STEP, line, "page.muted", SMALL) for i, line in enumerate(whens)]
        items += [Text(indent, 8.0 + i * SMALL_STEP, line, "page.text", SMALL) for i, line in enumerate(titles)]
        height = SMALL_STEP * max(len(whens), len(titles))
        keep = number == 0 and len(entries) > 1
        name = f"see:{id_}" if id_ else ""
        yield Block(height, tuple(items), keep=keep, id=name, label=title, width=PILL_ROOM + measure)
