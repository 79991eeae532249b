"""Moments and sizes in words, as lists of the window show them."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from tijdlijn.language.dates_nl import write_day


def day_and_time(at: datetime) -> str:
    """ "vandaag, 09:14", or the day in full; by the clock of this computer."""
    local = at.astimezone()
    days = (date.today() - local.date()).days
    day = {0: _tr("vandaag"), 1: _tr("gisteren")}.get(days) or write_day(local.date())
    return f"{day}, {local:%H:%M}"


def ago(at: datetime) -> str:
    """How long ago it was, in days, weeks or months."""
    days = (date.today() - at.astimezone().date()).days
    if days < 2:
        return _tr("vandaag") if days < 1 else _tr("gisteren")
    if days < 14:
        return _tr("{0} dagen geleden").format(days)
    if days < 61:
        return _tr("{0} weken geleden").format(days // 7)
    return _tr("{0} maanden geleden").format(days // 30)


def size(count: int) -> str:
    """A number of bytes as people say it."""
    kilobytes = max(1, round(count / 1000))
    return f"{kilobytes} kB" if kilobytes < 1000 else f"{kilobytes / 1000:.1f} MB".replace(".", ",")


def _tr(text: str) -> str:
    return QCoreApplication.translate("moments", text)
