"""The rows of a table that cannot be taken, each with its column, what it says and what was expected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tijdlijn.exchange.refusals import Refusal
from tijdlijn.ui.plain_table import Column, PlainTable

_SHOWN = 120


def refused_table() -> PlainTable[Refusal]:
    """A table for refusals, without rows yet."""
    columns: tuple[Column[Refusal], ...] = (
        Column(_tr("Tabel"), lambda one: _short(one.table.name), 110, _tip),
        Column(_tr("Rij"), lambda one: str(one.row_number), 44, _tip, is_number=True),
        Column(_tr("Kolom"), lambda one: _short(one.column), 90, _tip),
        Column(_tr("Waarde"), lambda one: _short(one.value), 130, _tip),
        Column(_tr("Verwacht"), lambda one: _short(one.expected), None, _tip),
    )
    made = PlainTable(_tr("Geweigerde rijen"), columns, row_height=28)
    made.setMinimumHeight(150)
    return made


def _short(text: str) -> str:
    return " ".join(text[:_SHOWN].split())


def _tip(refusal: Refusal) -> str:
    return refusal.sentence


def _tr(text: str) -> str:
    return QCoreApplication.translate("refused", text)
