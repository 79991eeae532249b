"""The recovery sheet: one A4 from which the passphrase of a casebook is typed back years later, by hand.

The rule: nothing on it can be read in two ways. A passphrase of plain words stands one numbered word a line; every
other stands one character a box, spelled out below. It names the file and no case and no person, and is made for one
page or not at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

from tijdlijn.drawing.plain import missing, plain
from tijdlijn.drawing.primitives import Box, Drawing, Face, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import ELLIPSIS, text_width, wrapped
from tijdlijn.language.dates_nl import write_day
from tijdlijn.language.spelling import spelled
from tijdlijn.layout.sheet import Frame, PaperSize, right_aligned
from tijdlijn.model.problems import Problem

TITLE = "Herstelblad"
SECRET = "GEHEIM"
MOST_WORDS, MOST_CHARACTERS = 16, 56

TOO_LONG = (
    f"Dit wachtwoord is te lang voor een herstelblad: er passen {MOST_CHARACTERS} tekens of {MOST_WORDS} losse "
    "woorden op. Er is niets gemaakt of gewijzigd; kies een korter wachtwoord, of schrijf dit zelf op."
)
NOT_PRINTABLE = (
    "In dit wachtwoord staat een teken dat niet ondubbelzinnig op een herstelblad kan staan. Er is niets gemaakt of "
    "gewijzigd; kies een ander wachtwoord, of schrijf dit zelf op."
)

_WORDS = re.compile(r"[a-z]+(?: [a-z]+)+")
_ONE_COLUMN = 6
_LARGE, _SMALL = (38.0, 26.0), (30.0, 21.0)
"""The room of a word and its size, in one column and in two."""

_ROW, _GROUP, _GROUP_GAP = 8, 4, 16.0
_CELL_STEP, _CELL_HEIGHT, _GLYPH, _SPELLED = 53.0, 50.0, 19.0, 7.0
_WIDEST_WORD = 190.0
"""Points of a word in the smaller size; a wider one does not fit its column."""
_BODY, _BODY_STEP = 10.5, 14.5

_KEEPING = (
    "Berg dit blad op in een kluis of een afgesloten kast, niet bij de computer waarop het casusboek staat.",
    "Zonder dit blad of het wachtwoord kan niemand het casusboek openen, ook de makers van tijdlijn niet.",
    "Wie dit blad en het bestand heeft, kan alles lezen. Maak geen foto of kopie en verstuur het niet.",
    "Verwijder het bestand waaruit dit blad is afgedrukt zodra u het blad in handen hebt.",
    "Is het wachtwoord gewijzigd? Maak een nieuw herstelblad. Met dit blad gaan dan alleen nog de kopieën open die "
    "van voor de wijziging zijn; vernietig het zodra die er niet meer zijn.",
)
_OPENING = (
    "Start tijdlijn en kies Bestand, Openen. Zoek het casusboek op.",
    "Typ het wachtwoord over zoals het hierboven staat. Met het oog naast het vak ziet u wat u typt.",
    "Opent het niet? Kijk of Caps Lock uit staat, en of dit blad bij dit casusboek hoort.",
)


def unfit(passphrase: str) -> str | None:
    """Why this passphrase cannot stand on a sheet, as a sentence for the user; None when it can."""
    text = unicodedata.normalize("NFC", passphrase)
    if _as_words(text):
        return None
    if any(spelled(char) is None for char in text) or missing(text):
        return NOT_PRINTABLE
    return TOO_LONG if len(text) > MOST_CHARACTERS else None


def recovery_sheet(file_name: str, passphrase: str, day: date) -> Drawing:
    """The sheet, in the styles `page.*`. `file_name` is a name without a folder.

    Raises Problem when the passphrase cannot stand on it without a doubt.
    """
    sentence = unfit(passphrase)
    if sentence:
        raise Problem(sentence)
    text = unicodedata.normalize("NFC", passphrase)
    paper = PaperSize.of("A4", landscape=False)
    page = _Page(Frame.of_text(paper))
    page.head(file_name, day)
    words = _as_words(text)
    if words:
        page.words(words)
    else:
        page.characters(text)
    page.paragraphs("Zo bewaart u dit blad", ("–",) * len(_KEEPING), _KEEPING)
    page.paragraphs("Zo opent u het casusboek", [f"{n}." for n in range(1, len(_OPENING) + 1)], _OPENING)
    page.signature()
    return Drawing(paper.width, paper.height, tuple(page.items))


def _as_words(text: str) -> list[str]:
    """The words of a passphrase of plain words with one space between them; empty for any other."""
    words = text.split(" ") if _WORDS.fullmatch(text) else []
    return words if len(words) <= MOST_WORDS and all(_fits(word) for word in words) else []


def _fits(word: str) -> bool:
    return text_width(word, _SMALL[1], Face.SEMIBOLD) <= _WIDEST_WORD


class _Page:
    """Fills the sheet from the top down; `y` is where the next part begins."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.y = frame.y
        self.items: list[Primitive] = []

    def head(self, file_name: str, day: date) -> None:
        """The title, GEHEIM, and to which file the sheet belongs."""
        frame = self.frame
        base = frame.y + 8
        self.items += [
            Text(frame.x, base, TITLE, "page.title", 26, Face.SEMIBOLD),
            right_aligned(frame.right, base, SECRET, "page.confidential", 26, Face.BOLD),
            Line(frame.x, base + 10, frame.right, base + 10, "page.rule"),
        ]
        self.y = base + 28
        self._fact("Casusboek", _of_three(wrapped(plain(file_name), frame.width - 80, 12, Face.SEMIBOLD)))
        self._fact("Gemaakt op", [write_day(day)])
        self.y += 10

    def words(self, words: Sequence[str]) -> None:
        """One numbered word a line, in one column or two."""
        self._secret_heading(
            f"{len(words)} woorden, in deze volgorde. Alleen kleine letters; één spatie tussen twee woorden, geen "
            "spatie ervoor of erna."
        )
        is_one = len(words) <= _ONE_COLUMN
        (step, size), rows = (_LARGE, len(words)) if is_one else (_SMALL, (len(words) + 1) // 2)
        width = self.frame.width if is_one else (self.frame.width - _GROUP_GAP) / 2
        for place, word in enumerate(words):
            x = self.frame.x + place // rows * (width + _GROUP_GAP)
            base = self.y + place % rows * step + step * 0.65
            self.items += [
                right_aligned(x + 18, base, f"{place + 1}", "page.muted", size / 2),
                Text(x + 32, base, word, "page.title", size, Face.SEMIBOLD),
                Line(x, base + step * 0.25, x + width, base + step * 0.25, "page.rule"),
            ]
        self.y += rows * step + 8

    def characters(self, text: str) -> None:
        """One character a box, in groups of four, with its number above and its spelling below."""
        self._secret_heading(
            f"{len(text)} tekens, van links naar rechts. Elk vak is één teken; wat het is staat eronder in woorden."
        )
        gaps = (_ROW // _GROUP - 1) * _GROUP_GAP
        width = (self.frame.width - gaps) / _ROW
        for place, char in enumerate(text):
            row, column = divmod(place, _ROW)
            x = self.frame.x + column * width + column // _GROUP * _GROUP_GAP
            self.items += _cell(x, self.y + row * _CELL_STEP, width, place + 1, char)
        self.y += -(-len(text) // _ROW) * _CELL_STEP + 8

    def paragraphs(self, heading: str, marks: Sequence[str], paragraphs: Sequence[str]) -> None:
        """A heading with its points below it."""
        self.y += 16
        self.items.append(Text(self.frame.x, self.y, heading, "page.strong", 11.5, Face.SEMIBOLD))
        self.y += 4
        for mark, paragraph in zip(marks, paragraphs, strict=True):
            self.items.append(Text(self.frame.x, self.y + _BODY_STEP - 2, mark, "page.muted", _BODY))
            for line in wrapped(paragraph, self.frame.width - 16, _BODY):
                self.items.append(Text(self.frame.x + 16, self.y + _BODY_STEP - 2, line, "page.text", _BODY))
                self.y += _BODY_STEP
        self.y += 4

    def signature(self) -> None:
        """Lines at the foot for who keeps the sheet."""
        frame = self.frame
        columns = (("Bewaard door", 0.40), ("Datum", 0.20), ("Handtekening", 0.40))
        x, base = frame.x, frame.bottom - 10
        for label, part in columns:
            width = frame.width * part
            self.items.append(Line(x, base, x + width - 14, base, "page.rule"))
            self.items.append(Text(x, base + 11, label, "page.muted", 8.5))
            x += width

    def _fact(self, label: str, lines: Sequence[str]) -> None:
        self.items.append(Text(self.frame.x, self.y, label, "page.muted", 10))
        for line in lines:
            self.items.append(Text(self.frame.x + 80, self.y, line, "page.title", 12, Face.SEMIBOLD))
            self.y += 16

    def _secret_heading(self, how: str) -> None:
        self.items.append(Text(self.frame.x, self.y, "Het wachtwoord", "page.strong", 11.5, Face.SEMIBOLD))
        self.y += 4
        for line in wrapped(how, self.frame.width, _BODY):
            self.items.append(Text(self.frame.x, self.y + _BODY_STEP - 2, line, "page.text", _BODY))
            self.y += _BODY_STEP
        self.y += 8


def _of_three(lines: list[str]) -> list[str]:
    """At most three lines; the last tells that there was more."""
    return lines if len(lines) <= 3 else [*lines[:2], lines[2][:-2] + ELLIPSIS]


def _cell(x: float, top: float, width: float, number: int, char: str) -> Iterator[Primitive]:
    middle = x + width / 2
    yield Box(x + 1, top, width - 2, _CELL_HEIGHT, "page.cell", 2.0)
    yield Text(x + 4, top + 8, f"{number}", "page.muted", 7.5)
    if char != " ":
        yield _centred(middle, top + 19, char, "page.title", _GLYPH, Face.SEMIBOLD)
    for place, line in enumerate(wrapped(spelled(char) or "", width - 4, _SPELLED)):
        yield _centred(middle, top + 32 + place * 7.4, line, "page.text", _SPELLED, Face.REGULAR)


def _centred(middle: float, y: float, text: str, style: str, size: float, face: Face) -> Text:
    return Text(middle - text_width(text, size, face) / 2, y, text, style, size, face)
