"""Excel's number formats: whether a number is shown as a date, and how much of the date is shown."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum

_BUILT_IN = {
    **dict.fromkeys((14, 15, 16, 22, *range(27, 32), *range(34, 37), *range(50, 59)), "yyyy-mm-dd"),
    17: "mmm-yy",
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 45, 46, 47), "h:mm"),
}
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*.', re.IGNORECASE)


class Shown(Enum):
    """What of a number a format shows."""

    NUMBER = "number"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    TIME = "time"


def shown_by(number: int, code: str | None) -> Shown:
    """What the format with this number shows; `code` is the workbook's own definition of it, if it has one."""
    text = _NOT_SHOWN.sub("", (code if code is not None else _BUILT_IN.get(number, "")).split(";")[0]).lower()
    if text == "general" or not re.search("[dmyhs]", text):
        return Shown.NUMBER
    if "d" in text or ("m" in text and "y" not in text and not re.search("[hs]", text)):
        return Shown.DAY
    if "y" in text:
        return Shown.MONTH if "m" in text else Shown.YEAR
    return Shown.NUMBER if "[" in text else Shown.TIME


def serial_text(serial: float, shown: Shown, from_1904: bool) -> str | None:
    """The number as its format shows it: `2019-03-12`, `2019-03`, `2019` or `14:30`; None when it is no such date."""
    if shown is Shown.TIME:
        minutes = round(serial % 1 * 1440) % 1440
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    try:
        day = _day(int(serial), from_1904)
    except OverflowError:
        return None
    length = {Shown.DAY: 10, Shown.MONTH: 7, Shown.YEAR: 4}.get(shown)
    return day.isoformat()[:length] if serial >= 1 and length else None


def _day(serial: int, from_1904: bool) -> date:
    """Excel counts from 1 January 1900 and believes that 29 February 1900 was a day."""
    if from_1904:
        return date(1904, 1, 1) + timedelta(serial)
    return date(1899, 12, 30 if serial > 60 else 31) + timedelta(serial)
