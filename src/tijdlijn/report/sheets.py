"""The sheets of a report: each part in the order that was chosen, a part with nothing in it left out and named.

A loupe is the same timeline on a scale of days, for the weeks of a snelkookpan that the overview has to bundle; the
detail pages are the same again, a year or a phase each. What a part of its own has is no longer among the findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property, partial
from itertools import chain, groupby

from tijdlijn.analysis.ahead import Ahead, find_ahead
from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.findings import Analysis, FindingKind, highlighted
from tijdlijn.analysis.phases import stretches
from tijdlijn.drawing.primitives import Drawing, Primitive
from tijdlijn.language.dates_nl import write_period
from tijdlijn.layout import chronology, findings_pages, people_table
from tijdlijn.layout.account import account_of
from tijdlijn.layout.ahead_strip import strips
from tijdlijn.layout.document import Item
from tijdlijn.layout.document_pages import blocks_of, document_pages
from tijdlijn.layout.extents import life_extent
from tijdlijn.layout.filtering import shown
from tijdlijn.layout.flow import Block, Bookmark, FlowPage, flowing
from tijdlijn.layout.legend import legend_blocks, signs
from tijdlijn.layout.page_words import filter_sentence
from tijdlijn.layout.pages import OverviewPage, overview_pages
from tijdlijn.layout.parts import part_title
from tijdlijn.layout.sheet import Frame, PaperSize
from tijdlijn.model.casebook import Case
from tijdlijn.report import sections
from tijdlijn.report.ages import Ages
from tijdlijn.report.ahead import ahead_items
from tijdlijn.report.cost_sections import cost_blocks, has_costs
from tijdlijn.report.leads import LEADS
from tijdlijn.report.options import (
    ACCOUNT,
    ACTIONS,
    AHEAD,
    CHRONOLOGY,
    COSTS,
    COVER,
    DETAIL,
    FINDINGS,
    LEGEND,
    LOUPES,
    OVERVIEW,
    PART_NAMES,
    PEOPLE,
    PLACEMENTS,
    REQUESTS,
    SCENARIOS,
    TURNS,
    PageOptions,
)
from tijdlijn.report.part_findings import OWN_KINDS, part_aside, part_pictures
from tijdlijn.report.period import Kept, kept_words, within
from tijdlijn.report.poster import poster_sheets, poster_size
from tijdlijn.report.scenarios import scenario_items, scenario_pages

OVERVIEW_TITLE, LOUPE_TITLE = "Overzicht", "Snelkookpan onder de loep"
DAYS_BEFORE, DAYS_AFTER = 21, 28
"""Days that a loupe shows before and after its snelkookpan."""
FEW = 12
"""Entries in a stretch of years that still share one detail page."""
MOST_YEARS = 4


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page before it knows its number. `whole` is a page that is drawn already and gets nothing around it;
    `scale` is how many times its lines are as thick as on an A3, `tell` says its texts in other
    words."""

    paper: PaperSize
    items: tuple[Primitive, ...]
    part: str
    subtitle: str = ""
    bookmarks: tuple[Bookmark, ...] = ()
    places: tuple[tuple[str, float], ...] = field(default=())
    whole: bool = False
    scale: float = 1.0
    tell: Callable[[str], str] | None = None


Furnish = Callable[[Sheet], Drawing]


def sheets(case: Case, analysis: Analysis, options: PageOptions, furnish: Furnish) -> Iterator[Sheet]:
    """All sheets in order. `furnish` draws a picture with what stands around it, for a poster."""
    tell = teller(case, options)
    for sheet in _Making(case, analysis, options, furnish).sheets():
        if tell is None:
            yield sheet
        else:
            marks = tuple(replace(mark, title=tell(mark.title)) for mark in sheet.bookmarks)
            yield replace(sheet, tell=tell, bookmarks=marks)


def teller(case: Case, options: PageOptions) -> Callable[[str], str] | None:
    """What says a text of a page in other words, when the options ask for it."""
    return Ages.of(case).text if options.ages else None


def kept_for(case: Case, analysis: Analysis, options: PageOptions) -> Kept:
    """What the options leave of a case, for the pictures and the tables."""
    told = within(case, analysis, options.period, options.only)
    return replace(told, case=_unweighed(told.case)) if options.for_family else told


def _unweighed(case: Case) -> Case:
    """Without what somebody thought of the weight of a signal or of help."""
    return case.with_entries(replace(entry, weight=None) for entry in case.entries if entry.weight is not None)


@dataclass
class _Making:
    """What the sheets of one report share."""

    whole: Case
    analysis: Analysis
    options: PageOptions
    furnish: Furnish

    @cached_property
    def kept(self) -> Kept:
        return kept_for(self.whole, self.analysis, self.options)

    @cached_property
    def paper(self) -> PaperSize:
        """The paper of the pages of text."""
        return PaperSize.of(self.options.text_paper, self.options.landscape)

    @cached_property
    def frame(self) -> Frame:
        return Frame.of_text(self.paper)

    @cached_property
    def picture_paper(self) -> PaperSize:
        options = self.options
        return (
            poster_size(options.poster, options.landscape)
            if options.poster
            else PaperSize.of(options.paper, options.landscape)
        )

    @cached_property
    def overviews(self) -> tuple[OverviewPage, ...]:
        case, analysis = self.kept.case, self.kept.analysis
        return overview_pages(
            case,
            analysis,
            self.picture_paper,
            self.kept.days,
            view=self.options.view,
            words=kept_words(self.kept),
            only_filled=self.kept.is_chosen,
        )

    @cached_property
    def printed(self) -> tuple[str, ...]:
        """The parts that have anything in them."""
        return tuple(part for part in self.options.parts if part in (COVER, OVERVIEW, ACCOUNT) or self._has(part))

    def sheets(self) -> Iterator[Sheet]:
        for runs_on, parts in groupby(self.printed, lambda part: part not in self._apart):
            if runs_on:
                yield from self._running(tuple(parts))
            else:
                for part in parts:
                    yield from self._apart[part]()

    @cached_property
    def _apart(self) -> Mapping[str, Callable[[], Iterator[Sheet]]]:
        """The parts that have pages of their own; the others follow each other on a page."""
        pictures = {OVERVIEW: self._overview, DETAIL: self._detail, LOUPES: self._loupes, SCENARIOS: self._scenarios}
        return pictures | {part: partial(self._text, part) for part in (COVER, CHRONOLOGY, FINDINGS, PEOPLE)}

    def _has(self, part: str) -> bool:
        match part:
            case "loupes":
                return any(pan.status is Status.ZEKER for pan in highlighted(self.kept.analysis).pressure.clusters)
            case "detail":
                return bool(self.kept.case.bounds)
            case "people":
                return bool(self.whole.persons or self.whole.parties)
            case "costs":
                return has_costs(self.kept.analysis)
            case "chronology" | "findings" | "legend":
                return True
        return bool(self._items(part) or self._finding_kinds(part))

    # Pictures

    def _overview(self) -> Iterator[Sheet]:
        scale = self.picture_paper.scale
        for number, page in enumerate(self.overviews):
            bookmarks = () if number else (Bookmark(OVERVIEW_TITLE, 0, 0.0),)
            sheet = Sheet(self.picture_paper, page.items, "", page.subtitle, bookmarks, scale=scale)
            if self.options.poster:
                told = f"deel {number + 1} van {len(self.overviews)}" if len(self.overviews) > 1 else ""
                for tile in poster_sheets(self.furnish(sheet), self.options.poster, self.options.landscape, told):
                    yield Sheet(tile.paper, tile.items, "", tile.name, tile.first(bookmarks), whole=True, scale=scale)
            else:
                yield sheet

    def _loupes(self) -> Iterator[Sheet]:
        for pan in sorted(highlighted(self.kept.analysis).pressure.clusters, key=lambda found: found.start):
            if pan.status is Status.ZEKER:
                days = (pan.start - timedelta(DAYS_BEFORE), pan.end + timedelta(DAYS_AFTER))
                yield from self._closer(days, LOUPE_TITLE, f"{LOUPE_TITLE}: {write_period(pan.start, pan.end)}", 1)

    def _scenarios(self) -> Iterator[Sheet]:
        """Each scenario below what happened, and then all of them in words and figures."""
        paper = PaperSize.of(self.options.text_paper, True)
        for mark, page in scenario_pages(self.whole, self.analysis, paper, self.options.view):
            yield Sheet(paper, page.items, "", page.subtitle, (Bookmark(mark, 0, 0.0),))
        yield from self._running((SCENARIOS,))

    def _detail(self) -> Iterator[Sheet]:
        title = PART_NAMES[DETAIL]
        for number, (name, days) in enumerate(self._stretches()):
            if not number:
                yield from self._closer(days, name, title, 0, (Bookmark(name, 1, 0.0),))
            else:
                yield from self._closer(days, name, name, 1)

    def _closer(
        self, days: tuple[date, date], heading: str, mark: str, level: int, more: tuple[Bookmark, ...] = ()
    ) -> Iterator[Sheet]:
        case, analysis = self.kept.case, self.kept.analysis
        paper = PaperSize.of(self.options.text_paper, True)
        pages = overview_pages(case, analysis, paper, days, heading, self.options.view, only_filled=self.kept.is_chosen)
        for number, page in enumerate(pages):
            marks = () if number else (Bookmark(mark, level, 0.0), *more)
            yield Sheet(paper, page.items, "", page.subtitle, marks)

    def _stretches(self) -> Iterator[tuple[str, tuple[date, date]]]:
        """The phases when the life was divided into them, else the years; a few quiet years share a page. What was
        before the life of the children is told in words on the overview and not drawn here."""
        low, high = self.kept.days or (date.fromordinal(life_extent(self.kept.case)[0]), date.max)
        if phases := stretches(self.kept.case):
            for one in phases:
                first, last = date.fromordinal(one.first), date.fromordinal(one.last)
                if first <= high and last >= low:
                    yield one.phase.name, (max(first, low), min(last, high))
            return
        for first_year, last_year in _years(self.kept.case, low.year):
            name = str(first_year) if first_year == last_year else f"{first_year} – {last_year}"
            first, last = date(first_year, 1, 1), date(last_year, 12, 31)
            if first <= high and last >= low:
                yield name, (max(first, low), min(last, high))

    # Text

    def _text(self, part: str) -> Iterator[Sheet]:
        name, pages = self._pages(part)
        for page in pages:
            yield Sheet(self.paper, page.items, name, "", page.bookmarks, page.places)

    def _pages(self, part: str) -> tuple[str, Iterable[FlowPage]]:
        match part:
            case "cover":
                return "Voorblad", document_pages(
                    tuple(sections.cover_items(self.whole, self.options, self.printed)), self.frame
                )
            case "chronology":
                return chronology.PART, self._chronology()
            case "findings":
                return findings_pages.PART, self._findings()
            case "people":
                return people_table.PART, people_table.people_pages(self.whole, self.frame)
        raise AssertionError(f"{part} has no pages of its own")

    def _running(self, parts: tuple[str, ...]) -> Iterator[Sheet]:
        """Parts one after the other; the head of a page names those that stand on it."""
        blocks = chain.from_iterable(self._blocks(part) for part in parts)
        last = ""
        for page in flowing(blocks, self.frame):
            begun = [mark for mark in page.bookmarks if mark.level == 0]
            goes_on = last if not begun or begun[0].y > self.frame.y else ""
            names = [name for name in (goes_on, *(mark.title for mark in begun)) if name]
            last = names[-1]
            yield Sheet(self.paper, page.items, " · ".join(names), "", page.bookmarks, page.places)

    def _chronology(self) -> Iterator[FlowPage]:
        case, view = self.kept.case, self.options.view
        ids = shown(case, view.filter) if view else None
        note = filter_sentence(case, view, ids) if view and ids is not None else ""
        return chronology.chronology_pages(case, self.kept.analysis, self.frame, ids, note)

    def _findings(self) -> tuple[FlowPage, ...]:
        own = {kind for part in self.printed for kind in OWN_KINDS.get(part, ())}
        aside = {one.id for one in self.kept.analysis.set_aside}
        found = tuple(one for one in self.kept.analysis.findings if one.kind not in own or one.id in aside)
        analysis = replace(self.kept.analysis, findings=found)
        return findings_pages.findings_pages(
            self.whole, analysis, self.frame, account=False, rules=not self.options.for_family
        )

    def _blocks(self, part: str) -> Iterator[Block]:
        """A part of its own: its title, its tables, and what was found about it."""
        width, family = self.frame.width, self.options.for_family
        lead = "In de eigen woorden van het gezin." if part == TURNS and family else LEADS.get(part, "")
        yield part_title(sections.part_name(part, self.options), lead, width)
        if part == LEGEND:
            yield from legend_blocks([sign for page in self.overviews for sign in signs(page.timeline)], width)
        if part == COSTS:
            yield from cost_blocks(self.kept.case, self.kept.analysis, self.frame)
        if part == ACCOUNT:
            for words in self._account():
                yield from findings_pages.paragraph(words, width)
        if part == AHEAD:
            yield from strips(*self._ahead, width)
        yield from blocks_of(self._items(part), self.frame)
        yield from part_pictures(part, self.kept.case, self.kept.analysis, self.frame)
        for kind in self._finding_kinds(part):
            found = [one for one in self.kept.analysis.relevant if one.kind is kind]
            titled = findings_pages.HEADINGS[kind] != PART_NAMES[part]
            marks = self.kept.analysis.marks
            yield from findings_pages.kind_blocks(self.whole, kind, found, self.frame, not family, titled, marks)
        if FINDINGS not in self.options.parts and not family:
            yield from part_aside(part, self.kept.analysis, width)

    def _finding_kinds(self, part: str) -> tuple[FindingKind, ...]:
        if part == TURNS and self.options.for_family:
            return ()
        there = {one.kind for one in self.kept.analysis.relevant}
        return tuple(kind for kind in OWN_KINDS.get(part, ()) if kind in there)

    def _items(self, part: str) -> tuple[Item, ...]:
        case, analysis = self.kept.case, self.kept.analysis
        makers: Mapping[str, Callable[[], Iterable[Item]]] = {
            TURNS: lambda: sections.turn_items(case, self.options.for_family),
            PLACEMENTS: lambda: sections.placement_items(case, analysis),
            REQUESTS: lambda: sections.request_items(case, self.whole, analysis),
            SCENARIOS: lambda: scenario_items(self.whole, self.analysis),
            AHEAD: lambda: ahead_items(*self._ahead),
            ACTIONS: lambda: sections.action_items(self.whole),
        }
        return tuple(makers[part]()) if part in makers else ()

    @cached_property
    def _ahead(self) -> tuple[Case, Ahead]:
        """The life ahead of everything, whatever is looked at; of a choice of entries when only these are printed."""
        case = self.whole if self.options.only is None else self.kept.case
        return case, find_ahead(case)

    def _account(self) -> Iterator[str]:
        """What was left out of this report, and what took no part in the findings."""
        options, view = self.options, self.options.view
        yield from (words for _, words in kept_words(self.kept))
        if view and (ids := shown(self.kept.case, view.filter)) is not None:
            yield filter_sentence(self.kept.case, view, ids)
        if empty := [PART_NAMES[part] for part in options.parts if part not in self.printed]:
            yield f"Gevraagd, maar er is niets om af te drukken: {', '.join(empty)}."
        if options.pseudonyms:
            yield (
                "Dit stuk is gepseudonimiseerd: geregistreerde namen zijn vervangen. Wie het gezin kent, kan het nog "
                "herkennen; namen die nergens zijn geregistreerd, staan er nog."
            )
        if options.ages:
            yield (
                "In plaats van datums staat er hoe oud het oudste kind was waar het om gaat (jr: jaar, mnd: maanden), "
                "of de hoeveelste maand van het dossier het was. Dagen zijn weggelaten."
            )
        if options.for_family:
            yield "Gemaakt voor het gezin: zonder regels, zwaarte en reflecties van professionals."
        yield from account_of(self.whole, self.analysis)


def _years(case: Case, first: int) -> Iterator[tuple[int, int]]:
    """The years from this first one to the last with an entry; years with little share a page, none is passed over."""
    counts: dict[int, int] = {}
    for days in case.bounds.values():
        year = max(first, date.fromordinal(days.start_min).year)
        counts[year] = counts.get(year, 0) + 1
    if not counts:
        return
    start, total = min(counts), 0
    for year in sorted(counts):
        if total and (total + counts[year] > FEW or year - start >= MOST_YEARS):
            yield start, year - 1
            start, total = year, 0
        total += counts[year]
    yield start, max(counts)
