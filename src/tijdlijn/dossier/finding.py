"""Everything a document may add to a timeline: dates with the sentence they stand in, and what a dated note tells.

The rule: every date that is mentioned comes out once or more, also one that is no event (`is_fact` is False then), so
that nothing is passed over in silence; a sentence without a date of its own, in a note that has one, comes out when it
tells of an event.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tijdlijn.dossier.candidates import Candidate, Family, Profile, Relative
from tijdlijn.dossier.context import PassageContext
from tijdlijn.dossier.joining import joined
from tijdlijn.dossier.kinds import kind_of_clause, what_is
from tijdlijn.dossier.naming import parties_in, people_in, subject_of, worker_in
from tijdlijn.dossier.notes import DAY_FIELD, DatedRow, dated_rows, notes_of
from tijdlijn.dossier.party_places import PartyPlaces
from tijdlijn.dossier.passages import Passage, Passages
from tijdlijn.dossier.sentences import pieces, sentences
from tijdlijn.dossier.titles import title_of
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.language.mention_finding import find_mentions
from tijdlijn.language.mentions import Basis, Born, Mention, Note, Role
from tijdlijn.model.dates import DateError, UncertainDate
from tijdlijn.model.documents import Block, BlockKind, Document
from tijdlijn.model.vocabulary import Kind, Shape

_BEGIN_COLUMN = re.compile(r"(?:ingangsdatum|ingang|begin|start|aanvang|van|vanaf|per)\b")
_END_COLUMN = re.compile(r"(?:einddatum|einde?|tot|t/m|tot en met|afgesloten|afsluiting)\b")
END_OF_ROW = "Is het einde van wat in deze rij begint."
DAY_OF_DOCUMENT = "De datum van het stuk."
_REPORTS = re.compile(r"\b(?:belt|meldt|mailt|appt|vraagt|schrijft|laat weten|geeft aan|tel\.)(?!\w)")
REPORTER = 40
"""In how many characters at its begin a sentence says that somebody reports."""
_CONCLUDES = re.compile(
    r"(?:\d+[.)]?\s*)?(?:conclusie|besluit|beslissing|diagnos|ultimatum|uitspraak|classificatie|advies|beoordeling)"
)
_CONCLUSIONS = (Kind.DIAGNOSE, Kind.BESLUIT, Kind.ULTIMATUM, Kind.OVERDRACHT, Kind.HULPVRAAG)
BRIEF = 12
"""A line of a diary begins with what it is about when its first sentence has this many letters."""
_MEETINGS = ("MDO-verslag",)
_BELOW = 8
"""How near below a year alone on its line the first day of that year begins: characters."""
LEAST = 4
"""A sentence of a note with fewer letters than this tells nothing."""
_BY_ROLE = ("moeder", "vader", "oma", "opa", "stiefvader", "stiefmoeder", "pleegmoeder", "pleegvader")
"""Who is called by their role, where only one has it."""
_MEN = ("zoon", "vader", "broer", "opa", "oom", "stiefvader", "pleegvader", "grootvader")
_WOMEN = ("dochter", "moeder", "zus", "oma", "tante", "stiefmoeder", "pleegmoeder", "grootmoeder")


def find_candidates(document: Document, profile: Profile, family: Family) -> tuple[Candidate, ...]:
    """All candidates of a document, in the order of its text. Raises nothing."""
    return _Finder(document, profile, family).candidates()


def candidate_at(document: Document, profile: Profile, family: Family, start: int, end: int) -> Candidate:
    """What somebody selected, as a candidate: with the date in it, else that of its sentence, note or document."""
    return _Finder(document, profile, family).selected(start, end)


def births_of(family: Family) -> tuple[Born, ...]:
    """From whose birth a text may count."""
    roles = [fold(relative.role) for relative in family.relatives]
    return tuple(
        Born(
            (relative.name, *relative.also, *([role] if role in _BY_ROLE and roles.count(role) == 1 else [])),
            relative.birth,
            relative.is_child,
            _gender(relative),
        )
        for relative, role in zip(family.relatives, roles, strict=True)
    )


def _gender(relative: Relative) -> str:
    role = fold(relative.role)
    if relative.gender:
        return relative.gender
    return "m" if role in _MEN else "v" if role in _WOMEN else ""


class _Finder:
    def __init__(self, document: Document, profile: Profile, family: Family) -> None:
        self._document = document
        self._text = document.text
        self._profile = profile
        self._family = family
        self._subject = subject_of(document, family)
        self._opening = self._text[: self._text.find("\n")] if "\n" in self._text else self._text
        self._rows = {row.block.start: row for row in dated_rows(document, profile.day)}
        self._places = Passages(document, self._rows)
        self._writers = PartyPlaces(document, family)
        self._notes = notes_of(document, profile.day)
        self._mentions = find_mentions(self._text, self._notes, births_of(family), profile.day, self._subject)
        self._seen: Counter[str] = Counter()
        self._told_births: set[str] = set()
        self._told_day = False

    def candidates(self) -> tuple[Candidate, ...]:
        """In the order of the text."""
        found: list[Candidate] = []
        for mention in self._mentions:
            found.extend(self._of_mention(mention))
        found.extend(self._concluded())
        found.sort(key=lambda candidate: (candidate.passage_start, candidate.start))
        return joined(found)

    def selected(self, start: int, end: int) -> Candidate:
        """The candidate of a selection."""
        inside = [mention for mention in self._mentions if mention.start < end and start < mention.end]
        passage = self._places.around(start, end)
        if not inside:
            inside = [m for m in self._mentions if passage.start <= m.start and m.end <= passage.end]
        mention = inside[0] if inside else self._of_note(start, end)
        return self._candidate(mention, replace(passage, start=min(passage.start, start), end=max(passage.end, end)))

    def _of_note(self, start: int, end: int) -> Mention:
        """A selection without a date, with the date of the note or document that it stands in."""
        note = next((note for note in reversed(self._notes) if note.start <= start < note.end), None)
        day, words = (note.day if note else self._profile.day), self._text[start:end]
        question = "" if day else "Wanneer was dit?"
        how = "De datum van de notitie." if note else DAY_OF_DOCUMENT
        return Mention(
            start, end, words, day, Basis.NOTE if day else Basis.OPEN, Role.FACT, how if day else "", question
        )

    # Dates

    def _of_mention(self, mention: Mention) -> Iterator[Candidate]:
        row = self._rows.get(self._places.block_at(mention.start).start)
        if row is not None and row.cell[0] <= mention.start < row.cell[1]:
            yield from self._of_row(mention, row)
            return
        note = self._headed_note(mention)
        if note is not None:
            yield from self._of_headed(mention, note)
            return
        passage = self._places.around(mention.start, mention.end)
        candidate = replace(self._candidate(mention, passage), is_fact=self._is_fact(mention, passage))
        candidate = self._as_birth(candidate, mention) if mention.role is Role.BIRTH else candidate
        yield self._as_period(mention, candidate)

    def _as_birth(self, candidate: Candidate, mention: Mention) -> Candidate:
        """A date of birth is of whoever has it, whatever else the sentence names."""
        born = [one.name for one in self._family.relatives if one.birth and one.birth == mention.date]
        return replace(candidate, persons=(born[0],)) if len(born) == 1 else candidate

    def _is_fact(self, mention: Mention, passage: Passage) -> bool:
        """Whether a date may be an event: a birth and the document's own day once, laws and mail heads never."""
        if mention.role is Role.REFERENCE or (passage.block.kind in (BlockKind.MARGIN, BlockKind.MAIL)):
            return False
        if self._heads_days(mention, passage.block):
            return False
        if mention.role is Role.BIRTH:
            key = mention.date.edtf if mention.date else mention.words
            new = key not in self._told_births
            self._told_births.add(key)
            return new
        if mention.role is Role.DOCUMENT:
            new = not self._told_day
            self._told_day = True
            return new
        return True

    def _heads_days(self, mention: Mention, block: Block) -> bool:
        """Whether it is a year or month alone on its line, above lines with days of their own."""
        if block.kind is BlockKind.ROW or mention.date is None or mention.date.is_day:
            return False
        if self._text[block.start : block.end].strip(" :-–.") != mention.words:
            return False
        return any(block.end < other.start < block.end + _BELOW for other in self._mentions)

    def _of_row(self, mention: Mention, row: DatedRow) -> Iterator[Candidate]:
        """What a row of a journal tells on its own day: each sentence with an event and no date of its own."""
        cells = [cell for cell in pieces(row.block) if cell != row.cell]
        telling = [cell for cell in cells if self._places.is_sentence(row.block, *cell)]
        yield from self._told(mention, telling or cells, "De datum van de rij.")

    def _headed_note(self, mention: Mention) -> Note | None:
        """The note at the head of which this date stands."""
        for note in self._notes:
            if not note.start <= mention.start < note.end or note.day != mention.date:
                continue
            if "\n" in self._text[note.start : mention.start]:
                line = self._text.rfind("\n", 0, mention.start) + 1
                if DAY_FIELD.fullmatch(self._text, line, mention.start):
                    return note
            else:
                block = self._places.block_at(note.start)
                if block.start not in self._rows and mention.start - note.start < 24:
                    return note
        return None

    def _of_headed(self, mention: Mention, note: Note) -> Iterator[Candidate]:
        blocks = [
            block
            for block in self._places.blocks
            if note.start <= block.start
            and block.end <= note.end
            and (block.kind is not BlockKind.HEADING or block.start == note.start)
        ]
        stretches = [piece for block in blocks for piece in pieces(block)]
        if stretches and stretches[0][0] <= mention.start:
            stretches[0] = (min(mention.end, stretches[0][1]), stretches[0][1])
        stretches = [s for s in stretches if s[1] > s[0]]
        first = next((self._text[low:high] for s in stretches[:1] for low, high in sentences(self._text, *s)), "")
        begins = stretches[0][0] if len(stretches) == 1 and sum(map(str.isalpha, first)) >= BRIEF else -1
        yield from self._told(mention, stretches, "De datum boven de notitie.", begins)

    def _told(
        self, mention: Mention, stretches: Sequence[tuple[int, int]], how: str, begins: int = -1
    ) -> Iterator[Candidate]:
        """The sentences of a note that tell of an event; when none does, all of the note as one contact.

        `begins` is where the first sentence of a note of one line stands: what such a line is about.
        """
        dated = replace(mention, how=how, basis=Basis.NOTE)
        found = 0
        for start, end in stretches:
            for low, high in sentences(self._text, start, end):
                leads = start == begins and not self._text[start:low].strip(" :-–\t") and not self._dates_in(low, high)
                if leads or self._tells(low, high, mention.date):
                    found += 1
                    yield self._candidate(dated, self._places.around(low, high))
        if not found:
            whole = self._whole(dated, stretches)
            yield replace(whole, is_fact=not self._is_told_by_date(mention, stretches))

    def _is_told_by_date(self, mention: Mention, stretches: Sequence[tuple[int, int]]) -> bool:
        """Whether a sentence of the note has the note's own day as its date ("sluit per vandaag af")."""
        return any(
            start <= other.start < end
            and other.date is not None
            and other.date.edtf == (mention.date and mention.date.edtf)
            for start, end in stretches
            for other in self._mentions
            if other is not mention
        )

    def _tells(self, start: int, end: int, day: UncertainDate | None) -> bool:
        """Whether a sentence of a note tells what happened on the day of the note: an event that has no other day.

        A day that still lies ahead ("anders stopt het per 1 mei") is no other day, and who reports does so on that day.
        """
        words = self._text[start:end]
        if sum(map(str.isalpha, words)) < LEAST or end - start < 9 or kind_of_clause(words) is None:
            return False
        own = self._dates_in(start, end)
        if not own or _REPORTS.search(fold(words[:REPORTER])):
            return True
        last = day.points[-1].latest if day else None
        return last is not None and all(m.date is not None and self._lies_ahead(m.date, last) for m in own)

    def _dates_in(self, start: int, end: int) -> list[Mention]:
        return [m for m in self._mentions if start <= m.start < end and m.role is Role.FACT]

    @staticmethod
    def _lies_ahead(when: UncertainDate, last: date) -> bool:
        return (when.earliest if when.start else when.points[-1].latest) > last

    def _concluded(self) -> Iterator[Candidate]:
        """What a report concludes or decides on its own day: under a heading that says so, of a meeting anywhere."""
        day = next((m for m in self._mentions if m.date is not None and m.date == self._profile.day), None)
        if day is None or day.date is None or not day.date.is_day:
            return
        dated = replace(day, how=DAY_OF_DOCUMENT, basis=Basis.NOTE)
        of_meeting = self._profile.genre in _MEETINGS
        for block in self._places.blocks:
            concludes = of_meeting or _CONCLUDES.match(fold(self._places.heading_at(block.start)))
            if block.kind is not BlockKind.PARAGRAPH or not concludes:
                continue
            if any(note.start <= block.start < note.end for note in self._notes):
                continue
            for low, high in sentences(self._text, block.start, block.end):
                if kind_of_clause(self._text[low:high]) in _CONCLUSIONS and self._tells(low, high, day.date):
                    yield self._candidate(dated, self._places.around(low, high))

    def _whole(self, mention: Mention, stretches: Sequence[tuple[int, int]]) -> Candidate:
        """The longest stretch of a note, as one passage."""
        if not stretches:
            return self._candidate(mention, self._places.around(mention.start, mention.end))
        start, end = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
        first = next(sentences(self._text, start, end), (start, end))
        own = any(first[0] <= m.start < first[1] and m.role is Role.FACT for m in self._mentions)
        passage = self._places.around(*first)
        return self._candidate(mention, replace(passage, end=end) if own and end - start < 300 else passage)

    def _as_period(self, mention: Mention, candidate: Candidate) -> Candidate:
        """In a row with a column for the begin and one for the end, the begin has both and the end is no fact."""
        row = self._places.block_at(mention.start)
        columns = self._places.columns(row)
        if row.kind is not BlockKind.ROW or len(columns) < len(row.cells):
            return candidate
        dated = {
            at: other
            for at, (start, end) in enumerate(row.cells)
            for other in self._mentions
            if start <= other.start < end and other.date is not None and other.date.start is not None
        }
        begins = [at for at in dated if _BEGIN_COLUMN.match(fold(columns[at]))]
        ends = [at for at in dated if _END_COLUMN.match(fold(columns[at]))]
        if len(begins) != 1 or len(ends) != 1:
            return candidate
        begin, end = dated[begins[0]].date, dated[ends[0]].date
        if mention is dated[ends[0]]:
            return replace(candidate, is_fact=False, reasons=(*candidate.reasons, END_OF_ROW))
        if mention is not dated[begins[0]] or begin is None or end is None or begin.start is None:
            return candidate
        try:
            whole = UncertainDate.period(begin.start, end.points[-1])
        except DateError:
            return candidate
        return replace(candidate, date=whole, said=begin)

    # Candidates

    def _candidate(self, mention: Mention, passage: Passage) -> Candidate:
        text = self._text[passage.start : passage.end]
        inside = passage.start <= mention.start and mention.end <= passage.end
        context = PassageContext(
            words=mention.words if inside else "",
            at=mention.start - passage.start if inside else -1,
            before=passage.before,
            heading=passage.heading,
            subject=self._subject,
            cells=passage.cells,
            profile=replace(self._profile, agency=self._writers.writer_at(passage.start, self._profile.agency)),
            opening=self._opening,
            is_future=self._is_future(mention),
            named=self._writers.before(passage.start),
        )
        parties = parties_in(text, self._family, context)
        what = what_is(text, context.words, parties, context)
        date = _for_kind(mention.date, what.kind)
        return Candidate(
            key=self._key(text, mention.words),
            start=mention.start,
            end=mention.end,
            words=mention.words,
            passage_start=passage.start,
            passage_end=passage.end,
            passage=text,
            date=date,
            basis=mention.basis,
            explained=mention.how,
            title=title_of(text, context.words, self._family, context),
            page=self._document.page_at(mention.start),
            question=mention.question,
            kind=what.kind,
            persons=people_in(text, self._family, context=context),
            parties=parties,
            worker=worker_in(text, self._family, context),
            kader=what.kader,
            form=what.form,
            schakelmoment=what.schakelmoment,
            aimed_at=what.aimed_at,
            reasons=what.reasons,
        )

    def _is_future(self, mention: Mention) -> bool:
        written = next((note.day for note in self._notes if note.start <= mention.start < note.end), self._profile.day)
        return written is not None and mention.date is not None and mention.date.earliest > written.points[-1].latest

    def _key(self, passage: str, words: str) -> str:
        said = f"{fold(squeezed(passage))}|{fold(squeezed(words))}"
        self._seen[said] += 1
        return hashlib.sha256(f"{said}|{self._seen[said]}".encode()).hexdigest()[:20]


def _for_kind(when: UncertainDate | None, kind: Kind | None) -> UncertainDate | None:
    """The date as this kind can have it: what is a moment, or may be one, only began on a day that "since" names."""
    if when is None or kind is None or when.start is None or when.end is None or kind is Kind.VERWACHT:
        return when
    if kind.shape is not Shape.SPAN and len(when.points) == 1:
        return UncertainDate.parse(when.start.edtf)
    return when
