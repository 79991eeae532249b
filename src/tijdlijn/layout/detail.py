"""How much of an entry is shown: the declared steps of the semantic zoom.

The scale sets the most that may be shown: whole lives have titles, years also dates, months and days whole cards. From
there a crowded neighbourhood steps down as one, to shorter titles, to marks, and at last to a number.
"""

from __future__ import annotations

from enum import IntEnum


class Detail(IntEnum):
    """The steps, from most to least. What comes after MARK is counted."""

    CARD = 0
    COMPACT = 1
    TITLE = 2
    SHORT = 3
    SHORTER = 4
    BRIEF = 5
    MARK = 6


ROWS = {Detail.CARD: 3, Detail.COMPACT: 2}
"""Rows of an entry at a step: a card has its date and kind below the title, and below these whom it concerns; a
compact entry has only its date. Others have one row."""

WIDEST: tuple[float, ...] = (float("inf"), float("inf"), float("inf"), 15.0, 9.0, 5.0, 0.0)
"""Greatest width of a title at each step, in ems of the label's size."""

CARD_FROM = 0.34
COMPACT_FROM = 0.085
"""Ems of a label that a day is wide, from which cards and compact entries may be shown."""


def most_detail(points_per_day: float, em: float, rows: int) -> Detail:
    """The most that entries may show at a scale, in a lane of `rows` rows."""
    day = points_per_day / em
    if day >= CARD_FROM and rows >= ROWS[Detail.CARD]:
        return Detail.CARD
    if day >= COMPACT_FROM and rows >= ROWS[Detail.COMPACT]:
        return Detail.COMPACT
    return Detail.TITLE
