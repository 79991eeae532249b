"""What a line of the audit log says in plain Dutch: what was done, whether that left the program, and how it ended.

The rule: every code that the program writes has words here (a test holds them together); one that it does not know, as
of a newer version, is shown as it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from tijdlijn.storage.audit import Event, Line


class Group(StrEnum):
    """What kind of thing happened, as a user filters it."""

    ALL = "alles"
    CHANGES = "wijzigingen"
    LEFT = "wat het programma verliet"
    OPENED = "openen en sluiten"
    KEEPING = "kopieën, wachtwoord en wissen"


GROUPS: Mapping[str, Group] = {
    Event.CHANGED: Group.CHANGES,
    Event.TAKEN_IN: Group.CHANGES,
    Event.EXPORTED: Group.LEFT,
    Event.PRINTED: Group.LEFT,
    Event.COPIED: Group.LEFT,
    Event.PRESENTED: Group.LEFT,
    Event.MADE: Group.OPENED,
    Event.OPENED: Group.OPENED,
    Event.REFUSED: Group.OPENED,
    Event.CLOSED: Group.OPENED,
    Event.LOCKED: Group.OPENED,
    Event.BACKED_UP: Group.KEEPING,
    Event.RESTORED: Group.KEEPING,
    Event.REKEYED: Group.KEEPING,
    Event.DRILLED: Group.KEEPING,
    Event.LOOKED: Group.KEEPING,
    Event.MIGRATED: Group.KEEPING,
    Event.ERASED: Group.KEEPING,
}
EVENTS: Mapping[str, str] = {
    Event.MADE: "Casusboek gemaakt",
    Event.OPENED: "Casusboek geopend",
    Event.REFUSED: "Openen geweigerd",
    Event.CLOSED: "Casusboek gesloten",
    Event.LOCKED: "Vergrendeld",
    Event.CHANGED: "Gewijzigd",
    Event.BACKED_UP: "Reservekopie gemaakt",
    Event.RESTORED: "Reservekopie teruggezet",
    Event.REKEYED: "Wachtwoord gewijzigd",
    Event.DRILLED: "Beproefd of een reservekopie kan worden teruggezet",
    Event.LOOKED: "Reservekopie geopend om te kijken",
    Event.MIGRATED: "Bestand omgezet naar een nieuwere versie",
    Event.ERASED: "Voorgoed gewist",
}
_KINDS: Mapping[str, str] = {
    "pdf": "PDF",
    "png": "PNG-plaatje",
    "svg": "SVG-tekening",
    "docx": "Word-document",
    "xlsx": "Excel-tabel",
    "ods": "OpenDocument-tabel",
    "csv": "CSV-tabel",
    "json": "JSON-gegevens",
    "ics": "agendabestand",
    "tekst": "tekst",
    "venster": "beeld in het venster van een ander casusboek",
}
EXPORTED: Mapping[str, str] = {
    "casus": "Bewaard als {kind}",
    "verslag": "Verslag van een bijeenkomst als {kind}",
    "afspraken": "Afspraken als {kind}",
    "pakket": "Casus als pakket",
    "geweigerd": "Geweigerde rijen van een tabel als {kind}",
    "herstelblad": "Herstelblad met het wachtwoord als {kind}",
    "bevindingen": "Bevindingen gegeven door een opdracht, als {kind}",
    "logboek": "Logboek als {kind}",
    "verwerking": "Verwerkingsoverzicht als {kind}",
    "inzage": "Inzage voor één persoon als {kind}",
    "reeks": "Cijfers over een reeks gezinnen als {kind}",
    "kosten": "Kosten als {kind}",
    "gezinnen": "Kosten van gezinnen voor en na als {kind}",
}
TAKEN_IN: Mapping[str, str] = {
    "tabellen": "Tabellen ingelezen",
    "documenten": "Documenten van een dossier toegevoegd",
    "pakket": "Pakket ingelezen",
}
COPIED: Mapping[str, str] = {
    "regels": "Gekopieerd naar het klembord",
    "plaatje": "Als plaatje gekopieerd naar het klembord",
}
CHANGED: Mapping[str, str] = {
    "bewaren": "Bewaartermijn gewijzigd",
    "termijnen": "Lijst van bewaartermijnen gewijzigd",
    "tarieven": "Tarieventabel gewijzigd",
}
_COUNTS = (
    ("pages", "bladzijde", "bladzijden"),
    ("tables", "tabel", "tabellen"),
    ("documents", "document", "documenten"),
    ("families", "gezin", "gezinnen"),
    ("entries", "regel", "regels"),
    ("rates", "tarief", "tarieven"),
    ("refused", "geweigerd", "geweigerd"),
)


def words_of(line: Line) -> str:
    """What was done: "Afgedrukt als PDF, met pseudoniemen, met wachtwoord"."""
    detail = line.detail
    source = "uit een reservekopie" if "copy" in detail and group_of(line) is Group.LEFT else ""
    return ", ".join(filter(None, (_deed(line), source, _names(detail), _secret(detail), *_counts(detail))))


def group_of(line: Line) -> Group:
    """Which kind of thing a line tells; changes when it is not known."""
    return GROUPS.get(line.event, Group.CHANGES)


def is_edit(line: Line) -> bool:
    """Whether it is one of many changes of records, which are told together."""
    return line.event == Event.CHANGED and "what" not in line.detail and line.result == "gelukt"


def _deed(line: Line) -> str:
    event, what = line.event, str(line.detail.get("what", ""))
    kind = str(line.detail.get("kind", ""))
    kind = _KINDS.get(kind, kind or "bestand")
    if event == Event.EXPORTED:
        return EXPORTED.get(what, f"Geëxporteerd: {what or kind}").format(kind=kind)
    if event == Event.PRINTED:
        return "Afgedrukt op een printer" if line.detail.get("kind") == "printer" else f"Afgedrukt als {kind}"
    if event == Event.PRESENTED:
        return "Presenteren begonnen of voortgezet" if line.result == "begonnen" else "Presenteren gestopt"
    if event == Event.TAKEN_IN:
        return TAKEN_IN.get(what, f"Ingelezen: {what}")
    if event == Event.COPIED:
        return COPIED.get(what, f"Gekopieerd: {what}")
    if event == Event.CHANGED and what:
        return CHANGED.get(what, f"Gewijzigd: {what}")
    return EVENTS.get(event, event)


def _names(detail: Mapping[str, Any]) -> str:
    if "pseudonyms" not in detail:
        return ""
    return "met pseudoniemen" if detail["pseudonyms"] else "met namen"


def _secret(detail: Mapping[str, Any]) -> str:
    return "met wachtwoord" if detail.get("password") else ""


def _counts(detail: Mapping[str, Any]) -> list[str]:
    told = []
    for name, one, more in _COUNTS:
        count = detail.get(name)
        if isinstance(count, int) and not isinstance(count, bool) and count:
            told.append(f"{count} {one if count == 1 else more}")
    return told
