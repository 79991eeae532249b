"""The pictures of findings as blocks of a page, each with its title and in words what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Face, Text, moved
from tijdlijn.drawing.tags import FIGURE, P, tagged
from tijdlijn.layout.finding_pictures import Pictured
from tijdlijn.layout.flow import Block
from tijdlijn.layout.picture_frame import ON_PAPER
from tijdlijn.layout.sheet import Frame

WIDEST = 680.0
"""A picture wider than this says no more."""
TITLE, TITLE_ROOM = 8.6, 15.0


def picture_blocks(pictures: Iterable[Pictured], frame: Frame) -> Iterator[Block]:
    """Each picture whole, as wide as the page up to a limit; its title never stands alone at the foot."""
    for pictured in pictures:
        width = min(frame.width, WIDEST)
        drawing = pictured.draw(width, ON_PAPER)
        title = tagged(P, [Text(0.0, 10.0, plain(pictured.title), "page.strong", TITLE, Face.SEMIBOLD)])
        box = (0.0, TITLE_ROOM, width, drawing.height)
        figure = tagged(FIGURE, [moved(item, 0.0, TITLE_ROOM) for item in drawing.items], plain(pictured.about), box)
        yield Block(TITLE_ROOM + drawing.height + 8.0, (title, figure), before=6.0, role="", width=width)
