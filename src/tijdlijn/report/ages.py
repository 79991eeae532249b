"""Pages that say how old a child was in place of days: everything that is written on them is read once more.

The rule: it is done when a page is finished, so that no text can be forgotten: axis, tables, findings, the words of a
dossier, the lines of the outline. Who has no birth date to count from counts from the first day of the dossier. A day
without its year says nothing any more and becomes "…".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tijdlijn.drawing.primitives import Drawing, Group, Primitive, Text
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.language.calendar_nl import MONTHS, SHORT_MONTHS
from tijdlijn.model.casebook import Case

_MONTHS = {name: at % 12 + 1 for at, name in enumerate((*MONTHS, *SHORT_MONTHS))}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_DATED = re.compile(
    rf"(?:\b\d{{1,2}}(?: (?:{_MONTH})\.?)? [–-] )?(?:\b(?P<day>\d{{1,2}}) )?(?:\b(?P<month>{_MONTH})\.? )?"
    r"\b(?P<year>(?:19|20)\d\d)(?:-(?P<m>\d\d)(?:-\d\d)?)?\b(?!-\d)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"\b(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>(?:19|20)\d\d)\b")
_DAY_ALONE = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
LEAST_SIZE = 0.72
"""How much smaller a text may become that is longer than the day it stands for."""


@dataclass(frozen=True, slots=True)
class Ages:
    """Counts from the birth of the eldest child that it is about, or from the first day of the dossier.

    The `code` of the case may look like a month and is none.
    """

    start: date
    from_birth: bool
    code: str = ""

    @classmethod
    def of(cls, case: Case) -> Ages:
        births = [person.birth.earliest for person in case.focus if person.birth]
        first = min((days.first_day for days in case.bounds.values()), default=case.reference)
        return cls(min(births), True, case.code) if births else cls(first, False, case.code)

    def text(self, text: str) -> str:
        """The text with every day, month and year in it counted."""
        if self.code and self.code in text:
            return self.code.join(replace(self, code="").text(piece) for piece in text.split(self.code))
        if not any(sign.isdigit() for sign in text):
            return text
        counted = _NUMERIC.sub(self._numeric, text)
        counted = _DATED.sub(self._dated, counted)
        return _DAY_ALONE.sub("…", counted)

    def _numeric(self, found: re.Match[str]) -> str:
        return self._said(int(found["year"]), int(found["month"]))

    def _dated(self, found: re.Match[str]) -> str:
        month = _MONTHS.get((found["month"] or "").lower(), 0) or int(found["m"] or 0)
        return self._said(int(found["year"]), month)

    def _said(self, year: int, month: int) -> str:
        """`8 jr 3 mnd`, `8 jr` for a year alone, `3 jr ervoor`; "maand 14" when there is no birth to count from."""
        months = (year - self.start.year) * 12 + ((month or self.start.month) - self.start.month)
        if not self.from_birth:
            return f"maand {months + 1}" if months >= 0 else f"{-months} mnd ervoor"
        years, rest = divmod(abs(months), 12)
        told = (
            f"{years} jr {rest} mnd"
            if month and years and rest
            else f"{years} jr"
            if years or not month
            else f"{rest} mnd"
        )
        return told if months >= 0 else f"{told} ervoor"


def counted(drawing: Drawing, tell: Callable[[str], str], least: float) -> Drawing:
    """The page with every text in it told anew, in type of this size at least; what a screen reader reads included."""
    return Drawing(drawing.width, drawing.height, tuple(_told(item, tell, least) for item in drawing.items))


def _told(item: Primitive, tell: Callable[[str], str], least: float) -> Primitive:
    match item:
        case Group():
            return replace(
                item, children=tuple(_told(child, tell, least) for child in item.children), label=tell(item.label)
            )
        case Text():
            return _fitted(item, tell(item.text), least)
        case _:
            return item


def _fitted(item: Text, words: str, least: float) -> Text:
    """In the width that the text had, when it is not much longer."""
    if words == item.text:
        return item
    had, has = text_width(item.text, item.size, item.face), text_width(words, item.size, item.face)
    size = item.size * max(LEAST_SIZE, min(1.0, had / has)) if has else item.size
    return replace(item, text=words, size=max(size, min(item.size, least)))
