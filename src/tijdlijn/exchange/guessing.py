"""What the columns of somebody else's table most likely are: by what they are called, then by what stands in them.

The rule: only a proposal. What design 3 names goes first, then what agencies call it, then what the cells look like;
a column of which nothing is sure is left in the notes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from tijdlijn.exchange.cells import names_in
from tijdlijn.exchange.columns import HEADER_WITHIN, REASON, Table, TableKind, caption_of, column_key, column_of
from tijdlijn.exchange.grids import Grid, Row
from tijdlijn.exchange.settings import ONCE, TIME, labels_of
from tijdlijn.language import lexicon
from tijdlijn.language.dates_nl import read
from tijdlijn.language.folding import fold, name_key
from tijdlijn.model.casebook import Case
from tijdlijn.model.vocabulary import PERSON_ROLES, Kind

CALLED: Mapping[str, str] = {
    "date": (
        "datum contact, contactdatum, datum gebeurtenis, datum melding, datum van, datum vanaf, vanaf, wanneer, dag, "
        "datum/periode, periode, moment, datum incident, datum (van), datum en tijd, datum/tijd, datum tijd"
    ),
    "end": "datum tot, tot, datum t/m, datum einde, datum tot en met, afgesloten, datum afsluiting",
    "time": "tijd, tijdstip, uur, begintijd, starttijd, aanvang, tijd van",
    "kind": (
        "contactvorm, vorm van contact, soort contact, contactsoort, wijze van contact, aard, aard contact, type, "
        "type contact, categorie, soort gebeurtenis, soort registratie, incidentcode, maatschappelijke klasse, rubriek"
    ),
    "title": (
        "onderwerp, gebeurtenis, gebeurtenissen, wat, wat is er gebeurd, feit, feiten, kern, incident, activiteit, "
        "voorval, betreft onderwerp, korte omschrijving, kop, hoofdlijn, samenvatting"
    ),
    "details": (
        "notitie, notitie contact, verslag, inhoud, inhoud contact, beschrijving, opmerking, opmerkingen, "
        "bijzonderheden, registratie, aantekening, aantekeningen, mutatietekst, gespreksverslag, details"
    ),
    "persons": (
        "kind, jeugdige, jeugdigen, clienten, client, gezinslid, gezinsleden, naam kind, naam client, leerling, "
        "betrokken gezinslid, over wie, naam jeugdige, betrokkene, betrokkenen, patient"
    ),
    "parties": (
        "instantie, instanties, instelling, betrokken instantie, betrokken instanties, betrokken organisatie, "
        "betrokken organisaties, betrokken partijen, ketenpartner, ketenpartners, hulpverlenende instantie"
    ),
    "worker": (
        "hulpverlener, behandelaar, professional, auteur, verslaglegger, uitgevoerd door, naam medewerker, door, "
        "geregistreerd door, verbalisant, begeleider, gezinsvoogd, jeugdbeschermer, mentor, arts, contactpersoon, "
        "ingevuld door, regisseur, jeugdconsulent, consulent, gedragswetenschapper"
    ),
    "met": "contact met, met wie, met, gesprekspartner, gesprekspartners, gesproken met, aanwezig, aanwezigen",
    "source": "document, vindplaats, dossierstuk, uit welk document, bronvermelding, kenmerk",
    "page": "blz, bladzijde, p, paginanummer",
    "outcome": "resultaat, gevolg, vervolg, afloop, conclusie, resultaat/vervolg",
    "goal": "aanleiding en doel, beoogd doel",
    "domains": "domein, thema, leefdomein",
    "form": "plaatsingsvorm, vorm van plaatsing, soort plaatsing",
}
"""What agencies call the fields, beside the names of design 3."""

_CALLED = {column_key(name): field for field, names in CALLED.items() for name in names.split(",")}
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(:\d{2})?(\s*(u|uur))?(\s*[-–]\s*\d{1,2}[:.]\d{2}(\s*(u|uur))?)?")
_MONTH_FIRST = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b")
_ROLES = frozenset(PERSON_ROLES) | {"ouders", "gezin", "kinderen"}
SAMPLE = 60
"""How many rows are looked at."""
SURE, SOME = 0.7, 0.3
"""The share of the cells of a column from which it is taken for something, and from which a user may say so."""
_LONG_TEXT = 60


def proposed(table: Table, case: Case) -> dict[str, str]:
    """A field, or nothing, for every column of a table."""
    labels = labels_of(table.header)
    columns = [_sample(table.rows, at) for at in range(len(labels))]
    found = _by_name(labels)
    _a_child(labels, columns, found)
    _by_content(labels, columns, found, case)
    _one_title(labels, columns, found)
    return {label: found.get(label, "") for label in labels}


def drafted(grid: Grid) -> Table | None:
    """A grid that says not itself what it is, as a table of entries when it has a column of dates; else None.

    Its header is the row that names most of what agencies call things; without one, columns are called by number.
    """
    width = max((len(row.cells) for row in grid.rows), default=0)
    above = _header_at(grid.rows)
    if above is None:
        header, rows, above = tuple(f"kolom {at + 1}" for at in range(width)), grid.rows, 0
    else:
        header, rows = grid.rows[above].cells, grid.rows[above + 1 :]
    blank = Table(
        grid.name,
        grid.file,
        grid.sheet,
        TableKind.ENTRIES,
        header,
        {},
        (),
        rows,
        grid.separator,
        above,
        caption=caption_of(grid, above),
    )
    shares = (_share(_sample(rows, at), _is_date) for at in range(len(header)))
    return blank if "date" in _by_name(labels_of(header)).values() or any(share >= SOME for share in shares) else None


def names_enough(header: Sequence[str]) -> bool:
    """Whether the names of the columns alone say which is the date and which says what happened."""
    named = set(_by_name(labels_of(header)).values())
    return "date" in named and bool(named & {"title", "details", "kind"})


def kind_unsaid(mapping: Mapping[str, str]) -> Kind:
    """The kind of rows that do not say it: a contact in a journal of contacts, else an event."""
    journal = any(column_key(label).startswith("contact") for label in mapping) or "met" in mapping.values()
    return Kind.CONTACT if journal else Kind.GEBEURTENIS


def is_month_first(table: Table, mapping: Mapping[str, str]) -> bool:
    """Whether its days can only be read with the month first, as an English Excel writes them."""
    pairs = [match for cell in _dates(table, mapping) if (match := _MONTH_FIRST.fullmatch(cell))]
    return any(int(match[2]) > 12 for match in pairs) and all(int(match[1]) <= 12 for match in pairs)


def is_newest_first(table: Table, mapping: Mapping[str, str]) -> bool:
    """Whether its rows run back in time."""
    days = [when.earliest for cell in _dates(table, mapping) if (when := read(cell))]
    steps = [(after > before) - (after < before) for before, after in pairwise(days)]
    return steps.count(-1) > 2 * steps.count(1)


def _dates(table: Table, mapping: Mapping[str, str]) -> list[str]:
    at = next((at for at, label in enumerate(labels_of(table.header)) if mapping.get(label) == "date"), None)
    return [] if at is None else _sample(table.rows, at)


def _sample(rows: Sequence[Row], at: int) -> list[str]:
    return [row.cells[at] for row in rows[:SAMPLE] if at < len(row.cells) and row.cells[at]]


def _header_at(rows: Sequence[Row]) -> int | None:
    """The row that names most; a row with a date in it is no header."""
    best, most = None, 1
    for at, row in enumerate(rows[:HEADER_WITHIN]):
        named = len(set(_by_name(labels_of(row.cells)).values()))
        if named > most and not any(_is_date(cell) for cell in row.cells if cell):
            best, most = at, named
    if best is None and len(rows) > 1 and not any(_is_date(cell) for cell in rows[0].cells if cell):
        dated = any(_is_date(cell) for row in rows[1:4] for cell in row.cells if cell)
        filled = sum(map(bool, rows[0].cells))
        best = 0 if dated and filled > 1 and max(map(len, rows[0].cells)) <= 40 else None
    return best


def _by_name(labels: Sequence[str]) -> dict[str, str]:
    """Fields by what a column is called: as design 3 does, then as agencies do."""
    found: dict[str, str] = {}
    for look in (_by_contract, _by_custom):
        for label in labels:
            field = look(column_key(label)) if label not in found else ""
            if field and column_key(label) != column_key(REASON) and not (field in ONCE and field in found.values()):
                found[label] = field
    return found


def _by_contract(key: str) -> str:
    return column_of(TableKind.ENTRIES, key)


def _by_custom(key: str) -> str:
    return _CALLED.get(key, "")


def _by_content(labels: Sequence[str], columns: Sequence[list[str]], found: dict[str, str], case: Case) -> None:
    workers = {name_key(worker.name) for worker in case.workers}
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("date", _is_date),
        (TIME, lambda cell: _TIME.fullmatch(fold(cell)) is not None),
        ("kind", _is_kind),
        ("worker", lambda cell: _all(cell, lambda name: name in workers)),
        ("persons", _persons_test(case)),
        ("parties", _parties_test(case)),
    )
    for field, says in tests:
        if field == "parties":
            _who(labels, found)
        if field in found.values():
            continue
        shares = {
            label: _share(cells, says) for label, cells in zip(labels, columns, strict=True) if label not in found
        }
        best = max(shares, key=lambda label: shares[label], default="")
        if best and shares[best] >= SURE:
            found[best] = field


def _a_child(labels: Sequence[str], columns: Sequence[list[str]], found: dict[str, str]) -> None:
    """`Kind` is in Dutch a child: a column of that name in which hardly any kinds stand is of whom it is about."""
    for label, cells in zip(labels, columns, strict=True):
        if column_key(label) == "kind" and cells and _share(cells, _is_kind) < SOME:
            found[label] = "persons"


def _who(labels: Sequence[str], found: dict[str, str]) -> None:
    """A column that is called `wie` is of whom it is about, or beside such a column of who wrote it."""
    for label in labels:
        if label not in found and column_key(label) in ("wie", "naam", "doorwie"):
            about = "persons" not in found.values() and column_key(label) != "doorwie"
            found[label] = "persons" if about else "worker"


def _persons_test(case: Case) -> Callable[[str], bool]:
    known = {name_key(person.name) for person in case.persons} | _ROLES
    known |= {name_key(person.name).split(" ")[0] for person in case.persons}
    return lambda cell: _all(cell, lambda name: name in known)


def _parties_test(case: Case) -> Callable[[str], bool]:
    known = {name_key(party.name) for party in case.parties}
    return lambda cell: len(cell) < 50 and _all(cell, lambda n: n in known or lexicon.guess_sector(n) is not None)


def _one_title(labels: Sequence[str], columns: Sequence[list[str]], found: dict[str, str]) -> None:
    """Where a column of short texts and one of long ones both could be the title, the short one is; where none is
    named, the column that says most is what happened."""
    lengths = {label: _mean(cells) for label, cells in zip(labels, columns, strict=True)}
    told = set(found.values())
    if "title" in told and "details" not in told:
        title = next(label for label in labels if found.get(label) == "title")
        rival = next(
            (label for label in labels if _CALLED.get(column_key(label)) == "title" and label not in found), ""
        )
        if rival and lengths[rival] < lengths[title]:
            found[rival], found[title] = "title", "details"
        elif rival:
            found[rival] = "details"
    elif not told & {"title", "details"}:
        free = [label for label in labels if label not in found and lengths[label] >= 8]
        if free:
            best = max(free, key=lambda label: lengths[label])
            found[best] = "details" if lengths[best] > _LONG_TEXT else "title"


def _is_kind(cell: str) -> bool:
    return lexicon.kind_of(cell) is not None


def _is_date(cell: str) -> bool:
    return len(cell) <= 40 and any(map(str.isdigit, cell)) and (read(cell) is not None or _is_american(cell))


def _is_american(cell: str) -> bool:
    match = _MONTH_FIRST.fullmatch(cell)
    return match is not None and int(match[1]) <= 12 and int(match[2]) <= 31


def _all(cell: str, known: Callable[[str], bool]) -> bool:
    names = names_in(cell)
    return bool(names) and all(known(name_key(name)) for name in names)


def _share(cells: Sequence[str], says: Callable[[str], bool]) -> float:
    return sum(map(says, cells)) / len(cells) if cells else 0.0


def _mean(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / len(cells) if cells else 0.0


# Whose table it is

_NO_NAME = re.compile(
    r"chronologie\w*|tijdlijn\w*|overzicht\w*|contactjournaal|journaal|rapportage|definitief|concept|versie|kopie|van|"
    r"voor|de|het|en|v?\d+|blad\d*|sheet\d*|tabel|gezin|casus|casusboek|export|regels|entries|blad",
    re.IGNORECASE,
)
"""Words at the ends of the name of a file that are no part of an agency's name."""


def _bare(name: str) -> str:
    words = re.sub(r"[_\-.,()]+", " ", name).split()
    while words and _NO_NAME.fullmatch(words[0]):
        del words[0]
    while words and _NO_NAME.fullmatch(words[-1]):
        del words[-1]
    return " ".join(words)


def agency_of(table: Table, case: Case) -> str:
    """The agency whose table it is, by the name of its file or sheet: a party of the case, or what sounds like one."""
    told = [table.sheet, re.sub(r"\.\w{1,5}$", "", table.file)]
    for text in (*told, table.caption):
        key = f" {re.sub(r'[^a-z0-9]+', ' ', fold(text))} "
        known = [party for party in case.parties if f" {re.sub(r'[^a-z0-9]+', ' ', fold(party.name))} " in key]
        if known:
            return max(known, key=lambda party: len(party.name)).name
    for text in told:
        bare = _bare(text)
        if bare and lexicon.guess_sector(bare) is not None:
            return bare[0].upper() + bare[1:]
    return ""
