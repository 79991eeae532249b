"""What changed since the session before, in words and in a table: for the report of a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tijdlijn.language.dates_nl import write_day
from tijdlijn.layout.document import Heading, Item, Table, Tone, Words, cell
from tijdlijn.layout.naming import title_of
from tijdlijn.layout.tables import Column
from tijdlijn.model.casebook import Case
from tijdlijn.services.since import Changed, Decided, Since, Told

CHANGES = (
    Column("Regel", 66, 80),
    Column("Datum", 56, 96),
    Column("Wat", 120, 240, share=2),
    Column("Wat er anders is", 90, 170, share=1),
)
MOST = 40
"""Entries that are named of each sort of change; more are counted."""

_Row = tuple[tuple[Words, ...], ...]


def change_items(case: Case, since: Since) -> Iterator[Item]:
    """A heading, what was decided, and the entries; nothing when nothing changed."""
    if since.is_empty:
        return
    yield Heading(
        f"Gewijzigd sinds {write_day(since.day)}", "Wat er op de tijdlijn veranderde na de vorige bijeenkomst."
    )
    for decided in since.decided:
        yield Words(_decided(case, decided))
    titles = {entry.id: title_of(entry) for entry in case.entries}
    for one, other in since.followed:
        yield Words(f"Waar bronnen verschillen, wordt ‘{titles[one]}’ gevolgd boven ‘{titles[other]}’.")
    for one, other in since.apart:
        yield Words(f"‘{titles[one]}’ en ‘{titles[other]}’ zijn geen tegenspraak, maar twee gebeurtenissen.")
    rows = (
        *_rows("toegevoegd", since.added),
        *_capped("gewijzigd", since.changed, [_changed(one) for one in since.changed]),
        *_rows("weggehaald", since.removed),
    )
    if rows:
        columns = CHANGES if since.changed else CHANGES[:-1]
        yield Table(columns, tuple(row[: len(columns)] for row in rows), "Regels die veranderden")


def _decided(case: Case, decided: Decided) -> str:
    counts = (
        (decided.accepted, "overgenomen"),
        (decided.joined, "samengevoegd met wat er al stond"),
        (decided.skipped, "overgeslagen"),
    )
    told = ", ".join(f"{count} {words}" for count, words in counts if count)
    return f"Gelezen in ‘{case.sources_by_id[decided.source_id].title}’: {told}."


def _rows(what: str, told: Sequence[Told]) -> Iterator[_Row]:
    rows = [(cell(what), cell(one.when), cell(Words(one.title, Tone.STRONG)), ()) for one in told]
    return _capped(what, told, rows)


def _capped(what: str, told: Sequence[object], rows: Sequence[_Row]) -> Iterator[_Row]:
    yield from rows[:MOST]
    if len(told) > MOST:
        more = len(told) - MOST
        yield (cell(what), (), cell(Words(f"en nog {more} regel{'s' if more > 1 else ''}", Tone.QUIET)), ())


def _changed(one: Changed) -> _Row:
    was = [f"was: {text}" for text in (one.was_title, one.was_when) if text]
    return (
        cell("gewijzigd"),
        cell(one.when),
        cell(Words(one.title, Tone.STRONG)),
        cell(", ".join(one.fields), *(Words(text, Tone.QUIET) for text in was)),
    )
