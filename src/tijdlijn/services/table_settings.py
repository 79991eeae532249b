"""How a table will be read: what was used before for this header, else what its names and cells propose.

The rule: only a proposal, that a user sees before anything is taken; what was used is remembered in the casebook.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from tijdlijn.exchange.columns import ID_COLUMN, Table, TableKind
from tijdlijn.exchange.guessing import agency_of, is_month_first, is_newest_first, kind_unsaid, proposed
from tijdlijn.exchange.settings import FIELDS, Remembered, TableSettings, labels_of, signature
from tijdlijn.language.folding import name_key
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.vocabulary import Kind, Sector, Voice
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.importing import TablesRead
from tijdlijn.storage import mappings


def remembered(book: OpenCasebook) -> tuple[Remembered, ...]:
    """How tables were read before in this casebook; the last used comes last."""
    kept = book.read(mappings.known)
    return tuple(Remembered(header, replace(_settings(text), agency=agency)) for header, agency, text in kept)


def remember(book: OpenCasebook, table: Table, settings: TableSettings) -> None:
    """Remember how this table was read, for the next with the same header. The source is each file's own."""
    values = asdict(replace(settings, source="", mapping={}))
    values["mapping"] = {label: settings.mapping.get(label, "") for label in labels_of(table.header)}
    values.pop("agency")
    known = Remembered(signature(table.header), replace(_settings(json.dumps(values)), agency=settings.agency))
    if known not in remembered(book):
        kept = known.signature, settings.agency, json.dumps(values, ensure_ascii=False)
        book.keep(lambda connection: mappings.keep(connection, *kept))


def proposal(case: Case, before: Sequence[Remembered], table: Table, agency: str = "") -> TableSettings | None:
    """The settings to propose for a table; None when it is one of our own, which says everything itself.

    `agency` is given when the user named it already.
    """
    if table.kind is not TableKind.ENTRIES or ID_COLUMN in table.fields:
        return None
    guessed = agency or agency_of(table, case)
    known = _last(before, table, guessed)
    source = f"{table.file}, {table.sheet}" if table.sheet else table.file
    if known is not None:
        return replace(known, agency=guessed or known.agency, source=source)
    if not guessed and {"date", "kind", "title"} <= table.fields.keys():
        return None
    mapping = proposed(table, case)
    return TableSettings(
        agency=guessed,
        mapping=mapping,
        kind=kind_unsaid(mapping),
        source=source,
        is_month_first=is_month_first(table, mapping),
        is_newest_first=is_newest_first(table, mapping),
    )


def settings_by_party(
    book: OpenCasebook, case_id: str, read: TablesRead, parties: Sequence[str]
) -> list[TableSettings | None]:
    """The settings of each table when these agencies are named: one for all, or `tabel.csv=Naam` for one table.

    A table for which no agency is named is read as without any. Raises Problem when a named table is not there.
    """
    case, before = book.case(case_id), remembered(book)
    names = {file.path.name for file in read.tables} | {str(file.path) for file in read.tables}
    named = [text.rpartition("=") for text in parties]
    for table, _, _ in named:
        if table and table not in names:
            raise Problem(f"{table} uit --party is geen van de tabellen; er is niets overgenomen. Controleer de naam.")
    chosen: list[TableSettings | None] = []
    for file in read.tables:
        own = [name for table, _, name in named if table in ("", file.path.name, str(file.path))]
        of_one = [name for table, _, name in named if table in (file.path.name, str(file.path))]
        agency = (of_one or own or [""])[-1].strip()
        chosen.append(proposal(case, before, file.table, agency) if agency or file.is_draft else None)
    return chosen


def _last(before: Sequence[Remembered], table: Table, agency: str) -> TableSettings | None:
    """What was used last for this header: by this agency, else by the only one that has such tables."""
    header = signature(table.header)
    alike = [known.settings for known in before if known.signature == header]
    own = [settings for settings in alike if name_key(settings.agency) == name_key(agency)]
    if own:
        return own[-1]
    agencies = {settings.agency for settings in alike}
    last = alike[-1] if alike else None
    return last if last is None or len(agencies) == 1 else replace(last, agency="")


def _settings(text: str) -> TableSettings:
    """The settings that a JSON text says, as far as they can be understood."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = {}
    values: Mapping[str, Any] = found if isinstance(found, dict) else {}
    mapping = values.get("mapping")
    return TableSettings(
        sector=next((sector for sector in Sector if sector.value == values.get("sector")), None),
        mapping={str(k): v for k, v in mapping.items() if v in ("", *FIELDS)} if isinstance(mapping, dict) else {},
        voice=next((voice for voice in Voice if voice.value == values.get("voice")), Voice.DOSSIER),
        kind=next((kind for kind in Kind if kind.value == values.get("kind")), Kind.GEBEURTENIS),
        is_month_first=values.get("is_month_first") is True,
        is_newest_first=values.get("is_newest_first") is True,
    )
