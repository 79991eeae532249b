"""Sheets of paper: sizes, margins, the scale of the type, and what stands on every page around its content.

One rule: type grows with the paper. An A3 and smaller is read in the hand, an A2, A1 or A0 hangs on a wall and is
read from further away, so everything on it is as many times larger as the sheet is. No type is smaller than 6.5 pt
times that in a picture, and than 7 pt on a page of text. Styles used here start with `page.`; a theme for paper has
them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Drawing, Face, Line, Primitive, Text
from tijdlijn.drawing.tags import FIGURE, P, tagged
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.model.problems import Problem

CONFIDENTIAL = "VERTROUWELIJK"
MASKED = "gepseudonimiseerd"
"""What is said of what leaves the program with other names than the real ones."""
POINTS_PER_MM = 72 / 25.4
_SHEETS_MM = {"A4": (210, 297), "A3": (297, 420), "A2": (420, 594), "A1": (594, 841), "A0": (841, 1189)}
LEAST_TYPE, LEAST_TABLE_TYPE = 6.5, 7.0
"""The smallest type in the hand: in a picture, and on a page of text."""
PAPERS: tuple[str, ...] = tuple(_SHEETS_MM)
SLIDE = "DIA"
"""The sheet of a presentation, 16:9."""
_SLIDE_INCHES = (7.5, 40 / 3)
_SLIDE_SCALE, _SLIDE_AROUND = 1.5, 1.2
"""A slide is read from across a room: its labels have 23 of 1080 pixels. What stands around it takes less, as a slide
is low."""


@dataclass(frozen=True, slots=True)
class PaperSize:
    """A sheet as it is held: width and height in points."""

    name: str
    width: float
    height: float

    @classmethod
    def of(cls, name: str, landscape: bool = True) -> PaperSize:
        """A4, A3, A2, A1, A0 or a slide, in any case. Raises Problem for another name."""
        key = name.strip().upper()
        if key == SLIDE:
            short, long = (side * 72 for side in _SLIDE_INCHES)
            return cls(key, long, short)
        if key not in _SHEETS_MM:
            raise Problem(f"Papierformaat ‘{plain(name)[:20]}’ is niet bekend; kies {', '.join(PAPERS[:-1])} of A0.")
        short, long = (side * POINTS_PER_MM for side in _SHEETS_MM[key])
        return cls(key, long, short) if landscape else cls(key, short, long)

    @property
    def is_slide(self) -> bool:
        """Whether it is shown and not printed."""
        return self.name == SLIDE

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def scale(self) -> float:
        """How many times the type of an A3: 1 up to A3, then with the sheet (A0: 2.83, so 6.5 pt becomes 18 pt)."""
        if self.is_slide:
            return _SLIDE_SCALE
        return max(1.0, max(self.width, self.height) / (_SHEETS_MM["A3"][1] * POINTS_PER_MM))

    @property
    def around(self) -> float:
        """How many times that of an A3 what stands around a picture is."""
        return _SLIDE_AROUND if self.is_slide else self.scale

    @property
    def least_type(self) -> float:
        """The smallest type of a picture on it: 6.5 pt at arm's length (70 cm), 18.4 pt for an A0 at two metres."""
        return LEAST_TYPE * self.scale


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the content of a page stands, in points from the top left of the sheet."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @classmethod
    def of_picture(cls, paper: PaperSize) -> Frame:
        """The content of a page that is one picture, below its masthead."""
        side, top, bottom = 30 * paper.around, 62 * paper.around, (12 if paper.is_slide else 30) * paper.around
        return cls(side, top, paper.width - 2 * side, paper.height - top - bottom)

    @classmethod
    def of_text(cls, paper: PaperSize) -> Frame:
        """The content of a page of text or tables; the left margin leaves room for the holes of a ring binder."""
        left, right = 20 * POINTS_PER_MM, 15 * POINTS_PER_MM
        top, bottom = 20 * POINTS_PER_MM, 17 * POINTS_PER_MM
        return cls(left, top, paper.width - left - right, paper.height - top - bottom)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What every page of a report says of itself: the case's title and code, and the day it was read on. `about` is
    what its timeline shows in words, for who cannot see it."""

    title: str
    day: str
    code: str = ""
    about: str = ""

    @property
    def code_words(self) -> str:
        return f"casus {plain(self.code)}" if self.code else ""


def furnish(
    items: Iterable[Primitive],
    paper: PaperSize,
    furniture: Furniture,
    *,
    page: int = 1,
    pages: int = 1,
    part: str = "",
    subtitle: str = "",
    place: str | None = None,
) -> Drawing:
    """The whole page: the items with the case's title, the day, "bladzijde x van y" and VERTROUWELIJK around them.

    A page with a `part` (chronology, findings) gets a small running head; one without is a picture with a masthead,
    in which `subtitle` says what is shown. To who cannot see the picture it is said in words. `place` stands where the
    number of the page would, for a picture that is no page.
    """
    if part:
        return Drawing(paper.width, paper.height, (*_running(paper, furniture, part, page, pages), *items))
    frame = Frame.of_picture(paper)
    words = " ".join(filter(None, (furniture.about or f"{furniture.title}.", subtitle and f"{subtitle}.")))
    said = page_words(page, pages) if place is None and not paper.is_slide else place or ""
    figure = tagged(FIGURE, items, words, (frame.x, frame.y, frame.width, frame.height))
    return Drawing(paper.width, paper.height, (*_masthead(paper, furniture, subtitle, page, said), figure))


def page_words(page: int, pages: int) -> str:
    return f"bladzijde {page} van {pages}"


def right_aligned(right: float, y: float, text: str, style: str, size: float, face: Face = Face.REGULAR) -> Text:
    """A text that ends at `right`."""
    return Text(right - text_width(text, size, face), y, text, style, size, face)


def _masthead(paper: PaperSize, furniture: Furniture, subtitle: str, page: int, place: str) -> list[Primitive]:
    scale, frame = paper.around, Frame.of_picture(paper)
    corner = " · ".join(filter(None, (furniture.code_words, place)))
    mark = right_aligned(frame.right, 31 * scale, CONFIDENTIAL, "page.confidential", 9.5 * scale, Face.BOLD)
    small = right_aligned(frame.right, 45 * scale, corner, "page.muted", 7.5 * scale)
    room = min(mark.x, small.x) - frame.x - 12 * scale
    below = " · ".join(filter(None, (plain(subtitle), furniture.day)))
    title = shortened(plain(furniture.title), room, 19 * scale, Face.SEMIBOLD)
    name = Text(frame.x, 31 * scale, title, "page.title", 19 * scale, Face.SEMIBOLD)
    shown = Text(frame.x, 45 * scale, shortened(below, room, 8 * scale), "page.muted", 8 * scale)
    return [
        *((tagged("H1", (name,)), tagged(P, (shown,))) if page == 1 else (name, tagged("H2", (shown,)))),
        mark,
        small,
    ]


def _running(paper: PaperSize, furniture: Furniture, part: str, page: int, pages: int) -> list[Primitive]:
    frame, size = Frame.of_text(paper), 7.5
    head, foot = 12 * POINTS_PER_MM, paper.height - 9 * POINTS_PER_MM
    mark = right_aligned(frame.right, head, CONFIDENTIAL, "page.confidential", 8, Face.BOLD)
    title = shortened(plain(furniture.title), mark.x - frame.x - 120, size, Face.SEMIBOLD)
    after = frame.x + text_width(title, size, Face.SEMIBOLD) + 8
    left = " · ".join(filter(None, (furniture.code_words, furniture.day)))
    number = right_aligned(frame.right, foot, page_words(page, pages), "page.muted", size)
    return [
        Text(frame.x, head, title, "page.strong", size, Face.SEMIBOLD),
        Text(after, head, shortened(part, mark.x - after - 12, size), "page.muted", size),
        mark,
        Line(frame.x, head + 5, frame.right, head + 5, "page.rule"),
        Text(frame.x, foot, shortened(left, number.x - frame.x - 12, size), "page.muted", size),
        number,
    ]
