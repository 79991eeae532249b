"""What kind of document it is, from whom and of which day.

The rule: the head of the document says so, then the name of its file. A day is only taken when it is labelled, stands
alone under a letter head, or is the file's own; a date of birth never is. No answer goes before a doubtful one,
because every "vorige week" hangs on it.
"""

from __future__ import annotations

import re

from tijdlijn.dossier.candidates import Family, Profile
from tijdlijn.dossier.document_days import day_of
from tijdlijn.dossier.genres import GENRES
from tijdlijn.dossier.notes import notes_of
from tijdlijn.dossier.party_search import NOBODY
from tijdlijn.dossier.writers import writer_of
from tijdlijn.language.folding import fold, squeezed
from tijdlijn.model.documents import Document

_HEAD = 14
"""Lines at the start of a document in which it says what it is."""
_TITLE_LINES = 3
_FAMILY = (
    "moeder|vader|ouders?|mama|papa|oma|opa|grootouders|beppe|pake|pleegmoeder|pleegvader|pleegouders|familie|tante"
)
_LETTER = re.compile(rf"^(?:brief|verhaal|briefje|relaas|levensverhaal)(?: van)? (?:{_FAMILY})\b")
"""The name of a file with what somebody of the family wrote."""
_ADDRESSED = re.compile(r"aan (?:de |het |mevrouw |meneer |dhr|mw|wie |allen\b|mijn |jeugd|edelachtbare)(?!ouders)")
_LETTERS = ("verwijsbrief", "afsluitbrief", "beschikking")
_JOURNAL_HEADS = (
    *("contact", "notitie", "medewerker", "onderwerp", "verslag", "omschrijving", "actie", "aantekening", "soort"),
    *("bijzonderheden", "wie", "toelichting", "samenvatting", "betreft", "tekst", "auteur", "type", "door", "inhoud"),
)
_SALUTATIONS = ("geachte", "beste", "hoi", "lieve", "edelachtbare")


def profile_of(document: Document, known: Family = NOBODY) -> Profile:
    """Genre, agency and day of the document; empty or None where it does not say."""
    lines = [line for line in (squeezed_tabs(line) for line in document.text.split("\n")) if line][:_HEAD]
    genre = _genre(document, lines)
    return Profile(genre, writer_of(document, lines, genre, known), day_of(document, lines, genre, known))


def squeezed_tabs(line: str) -> str:
    """A line with single spaces; tabs stay."""
    return "\t".join(squeezed(cell) for cell in line.split("\t")).strip(" ")


def _genre(document: Document, lines: list[str]) -> str:
    if document.format in ("eml", "msg") or _is_mail(lines):
        return "mail"
    if _is_journal(lines):
        return "contactjournaal"
    stem = fold(re.sub(r"[_\W\d]+", " ", document.name.rpartition(".")[0] or document.name)).strip()
    head = [fold(line) for line in lines[:8]]
    if _LETTER.search(stem) or any(_ADDRESSED.match(line) for line in head[:2]):
        return next((genre for genre, pattern in GENRES if genre in _LETTERS and pattern.search(stem)), "brief")
    found = _titled(head, stem)
    if found in ("", "notitie") and len(notes_of(document, None)) > 2:
        return "contactjournaal"
    return found or ("brief" if any(line.startswith(_SALUTATIONS) for line in head) else "")


def _titled(head: list[str], stem: str) -> str:
    """What a title calls it: its first line anywhere, further lines only where they begin with it."""
    court = any(re.match(r"(?:in naam des konings|rechtbank|gerechtshof)\b", line) for line in head[:_TITLE_LINES])
    texts = [(head[0] if head else "", 400), (stem, 400)]
    texts += [(line, 12) for line in head[1:_TITLE_LINES]] + [(line, 1) for line in head[_TITLE_LINES:]]
    for text, reach in texts:
        for genre, pattern in GENRES:
            match = pattern.search(text)
            if match and match.start() < reach:
                return "beschikking rechter" if court and genre == "beschikking" else genre
    return ""


def _is_mail(lines: list[str]) -> bool:
    labels = {fold(line).partition(":")[0] for line in lines[:6]}
    return {"van", "aan"} <= labels and bool(labels & {"onderwerp", "datum", "verzonden"})


def _is_journal(lines: list[str]) -> bool:
    cells = [fold(cell) for cell in (lines[0].split("\t") if lines else [])]
    about = sum(cell.startswith(_JOURNAL_HEADS) for cell in cells)
    return any("datum" in cell or cell in ("dag", "wanneer", "gemaakt op") for cell in cells) and about >= 2
