"""The findings in words, each with its rule and the entries behind it, and the account of what was left out.

Sure and possible are told apart by the shape of the pill and its word. Nothing is left out in silence: the account at
the end names what has no date, what was too vague to count, and what stands in no list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.findings import Analysis, Finding, FindingKind
from tijdlijn.analysis.marks import Marked, Marks
from tijdlijn.analysis.telling_marks import mark_then, mark_words
from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Box, Face, Group, Line, Primitive, Text, moved
from tijdlijn.drawing.tags import ITEM, MORE_OF_P, P, tagged, unended
from tijdlijn.drawing.text_metrics import shortened, text_width, wrapped
from tijdlijn.language.dates_nl import write_short
from tijdlijn.layout import domains
from tijdlijn.layout.account import account_of
from tijdlijn.layout.flow import Block, FlowPage, paginate
from tijdlijn.layout.naming import title_of
from tijdlijn.layout.parts import heading, part_title
from tijdlijn.layout.sheet import Frame
from tijdlijn.model.casebook import Case

PART = "Bevindingen"
HEADINGS: dict[FindingKind, str] = {
    FindingKind.GAT: "Geen hulp in beeld",
    FindingKind.GEEN_HULP_THUIS: "Uit huis, en geen hulp thuis",
    FindingKind.SNELKOOKPAN: "Snelkookpan",
    FindingKind.VROEGE_HULPVRAAG: "Vroeg gevraagd, licht beantwoord",
    FindingKind.HULPVRAAG: "Wat er op een hulpvraag volgde",
    FindingKind.LAAT_IN_BEELD: "Laat in beeld",
    FindingKind.SCHAKELMOMENT: "Na een schakelmoment",
    FindingKind.UITHUISPLAATSING: "Uithuisplaatsingen",
    FindingKind.STIL: "Stilte in het dossier",
    FindingKind.CONTINUITEIT: "Continuïteit",
    FindingKind.BESCHIKKING: "Beschikkingen",
    FindingKind.LEEFGEBIED: "Leefgebieden zonder hulp",
    FindingKind.BETROKKENHEID: "Betrokken partijen",
    FindingKind.KOSTEN: "Kosten",
    FindingKind.TEGENSPRAAK: "Bronnen die elkaar tegenspreken",
    FindingKind.ONBEKEND: "Wat nog niet bekend is",
}
LEAD = (
    "Deze bevindingen zijn berekend uit de regels op de tijdlijn. Zeker geldt hoe de onzekere datums ook vallen, "
    "mogelijk voor een deel van de manieren waarop zij kunnen vallen."
)
SENTENCE, STEP = 9.0, 12.2
SMALL, SMALL_STEP = 7.4, 10.0
ASIDE_SIZE = 7.8
ASIDE = "Niet relevant, want …"
ASIDE_LEAD = "Deze bevindingen volgen wel uit de regels, maar iemand heeft gezegd dat ze er niet toe doen."
PILL_ROOM = 62.0
MOST_ENTRIES = 24
"""Entries named with a finding; more are counted."""
DATES = 92.0
"""Room for the date of an entry behind a finding."""
TWO_COLUMNS = 560.0


def findings_pages(
    case: Case, analysis: Analysis, frame: Frame, account: bool = True, rules: bool = True
) -> tuple[FlowPage, ...]:
    """The findings, each with its `rules`, and the account. Entries behind a finding are groups named `see:` and
    their id."""
    return paginate(_blocks(case, analysis, frame, account, rules), frame)


def _blocks(case: Case, analysis: Analysis, frame: Frame, account: bool, rules: bool) -> Iterator[Block]:
    # the window has the headings of this module before its first picture, and needs nothing of these then
    from tijdlijn.layout.finding_pictures import pictures_of
    from tijdlijn.layout.picture_blocks import picture_blocks

    yield part_title(PART, LEAD, frame.width)
    if not analysis.findings:
        yield from paragraph("Er is niets gevonden dat opvalt, of er staat nog te weinig op de tijdlijn.", frame.width)
    for kind in FindingKind:
        found = [finding for finding in analysis.relevant if finding.kind is kind]
        if found:
            yield from kind_blocks(case, kind, found, frame, rules, marks=analysis.marks)
            yield from picture_blocks(pictures_of(case, analysis, kind), frame)
    if any(analysis.domains.touched):
        yield heading(domains.TITLE, domains.LEAD, frame.width)
        yield from domains.domain_blocks(case, analysis.domains, frame.width)
    yield from aside_blocks(analysis, analysis.set_aside, frame.width)
    if not account:
        return
    yield heading("Wat niet is meegeteld", "", frame.width)
    for words in account_of(case, analysis):
        yield from paragraph(words, frame.width)


def kind_blocks(
    case: Case,
    kind: FindingKind,
    found: Sequence[Finding],
    frame: Frame,
    rules: bool = True,
    titled: bool = True,
    marks: Marks | None = None,
) -> Iterator[Block]:
    """The findings of a kind. A rule that all of them share is said once, under their heading; without one when the
    part has it already. Of those with a mark it is said what that is."""
    said_of = marks.of if marks else {}
    shared = found[0].rule if rules and len(found) > 1 and len({finding.rule for finding in found}) == 1 else ""
    if titled:
        yield heading(HEADINGS[kind], plain(shared), frame.width)
    elif shared:
        yield from paragraph(shared, frame.width)
    for number, finding in enumerate(found):
        rule = finding.rule if rules and not shared else ""
        yield finding_block(case, finding, frame.width, rule, number > 0, said_of.get(finding.id))


def aside_blocks(analysis: Analysis, found: Sequence[Finding], width: float) -> Iterator[Block]:
    """The findings that somebody called not relevant, each with why: nothing is left out in silence."""
    if found:
        yield heading(ASIDE, ASIDE_LEAD, width)
    for number, finding in enumerate(found):
        yield _aside_block(finding, analysis.marks.of[finding.id], width, rule_above=number > 0)


def _aside_block(finding: Finding, marked: Marked, width: float, rule_above: bool) -> Block:
    measure = min(width - PILL_ROOM, 640.0)
    items: list[Primitive] = [Line(0.0, 0.0, width, 0.0, "page.hairline")] if rule_above else []
    y = 5.0
    for words, style, face in (
        (mark_words(marked), "page.text", Face.SEMIBOLD),
        (f"{finding.status.value}: {finding.sentence}", "page.muted", Face.REGULAR),
        (mark_then(marked), "page.muted", Face.ITALIC),
    ):
        lines = wrapped(plain(words), measure, ASIDE_SIZE, face) if words else []
        items += (
            [
                tagged(
                    P,
                    [
                        Text(0.0, y + 8.0 + i * SMALL_STEP, line, style, ASIDE_SIZE, face)
                        for i, line in enumerate(unended(lines))
                    ],
                )
            ]
            if lines
            else []
        )
        y += SMALL_STEP * len(lines)
    return Block(y + 6.0, tuple(items), id=f"finding:{finding.id}", label=finding.sentence, width=width, role="")


def paragraph(words: str, width: float) -> Iterator[Block]:
    """Plain text, in blocks of a line so that it may go on over a page."""
    for number, line in enumerate(unended(wrapped(plain(words), min(width, 520.0), 8.6))):
        role = MORE_OF_P if number else P
        yield Block(11.6, (Text(0.0, 9.0, line, "page.text", 8.6),), before=0.0 if number else 4.0, role=role)


def finding_block(
    case: Case, finding: Finding, width: float, rule: str, rule_above: bool, marked: Marked | None = None
) -> Block:
    """One finding, whole: its pill and sentence, what was said of it, what it adds, the rule, and the entries behind
    it."""
    measure = min(width - PILL_ROOM, 640.0)
    y = 7.0
    items: list[Primitive] = [Line(0.0, 0.0, width, 0.0, "page.hairline")] if rule_above else []
    said: list[Primitive] = [*pill(finding.status, 0.0, y)]
    for line in wrapped(plain(finding.sentence), measure, SENTENCE, Face.SEMIBOLD):
        said.append(Text(PILL_ROOM, y + 9.0, line, "page.strong", SENTENCE, Face.SEMIBOLD))
        y += STEP
    items.append(tagged(P, said))
    told = f"{mark_words(marked)} {mark_then(marked)}".strip() if marked else ""
    for words, face in ((told, Face.SEMIBOLD), (finding.detail, Face.REGULAR), (rule, Face.ITALIC)):
        lines = wrapped(plain(words), measure, SMALL, face) if words else []
        texts = [
            Text(PILL_ROOM, y + 8.0 + i * SMALL_STEP, line, "page.muted", SMALL, face) for i, line in enumerate(lines)
        ]
        items += [tagged(P, texts)] if texts else []
        y += SMALL_STEP * len(texts)
    named = list(_entry_lines(case, finding.entry_ids))
    if finding.kind is FindingKind.TEGENSPRAAK:
        named = [(id_, when, f"{title}{_rests_on(case, id_)}") for id_, when, title in named]
    listed, height = _listed(named, measure)
    items += [moved(item, PILL_ROOM, y + 2.0) for item in listed]
    y += height + 8.0
    return Block(y, tuple(items), id=f"finding:{finding.id}", label=finding.sentence, width=width, role="")


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
    """For each entry its id, its date and what it is; what is beyond the limit is counted."""
    known = [case.entries_by_id[id_] for id_ in ids if id_ in case.entries_by_id]
    for entry in known[:MOST_ENTRIES]:
        when = write_short(entry.date) if entry.date else "geen datum"
        yield entry.id, plain(when), f"{plain(title_of(entry))} ({entry.kind.label})"
    if len(known) > MOST_ENTRIES:
        yield "", "", f"en nog {len(known) - MOST_ENTRIES} regels; zie de chronologie"


def _rests_on(case: Case, id_: str) -> str:
    """What an account rests on: its sources with page and passage."""
    told = []
    for citation in case.entries_by_id[id_].citations:
        page = f", blz. {citation.page}" if citation.page else ""
        passage = f": ‘{citation.passage}’" if citation.passage else ""
        told.append(f"{case.sources_by_id[citation.source_id].title}{page}{passage}")
    return plain(" — " + "; ".join(told)) if told else ""


def _listed(entries: Sequence[tuple[str, str, str]], measure: float) -> tuple[list[Primitive], float]:
    """Date and title of each entry, down and then across where there is room for two columns, and their height."""
    across = 2 if measure >= TWO_COLUMNS and len(entries) > 3 else 1
    down = -(-len(entries) // across)
    wide = (measure - (across - 1) * 16.0) / across
    items: list[Primitive] = []
    heights = [0.0]
    for column in range(across):
        y = 0.0
        for id_, when, title in entries[column * down : (column + 1) * down]:
            group, height = _entry_line(id_, when, title, wide)
            items.append(tagged(ITEM, (moved(group, column * (wide + 16.0), y),)))
            y += height
        heights.append(y)
    return items, max(heights)


def _entry_line(id_: str, when: str, title: str, width: float) -> tuple[Group, float]:
    whens = _at_most(2, wrapped(when, DATES - 8.0, SMALL), DATES - 8.0) if when else []
    titles = _at_most(3, wrapped(title, width - DATES, SMALL), width - DATES)
    texts = [Text(0.0, 8.0 + i * SMALL_STEP, line, "page.muted", SMALL) for i, line in enumerate(whens)]
    texts += [Text(DATES, 8.0 + i * SMALL_STEP, line, "page.text", SMALL) for i, line in enumerate(titles)]
    height = SMALL_STEP * max(len(whens), len(titles))
    return Group(f"see:{id_}" if id_ else "", tuple(texts), title, (0.0, 0.0, width, height)), height


def _at_most(count: int, lines: list[str], width: float) -> list[str]:
    if len(lines) <= count:
        return lines
    return [*lines[: count - 1], shortened(f"{lines[count - 1]} {lines[count]}", width, SMALL)]
