"""The rows of the audit log as a table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tijdlijn.services.logbook import Row
from tijdlijn.ui.plain_table import Column, PlainTable

WHAT = 3


def log_table() -> PlainTable[Row]:
    """A table for the log, without rows yet."""
    columns: tuple[Column[Row], ...] = (
        Column(_tr("Wanneer"), lambda row: row.when, 176),
        Column(_tr("Wie"), lambda row: row.who, 110),
        Column(_tr("Apparaat"), lambda row: row.device, 120),
        Column(_tr("Wat"), lambda row: row.what, None, tip=_tip),
        Column(_tr("Casus"), lambda row: row.case, 110),
        Column(_tr("Resultaat"), lambda row: row.result, 104),
    )
    return PlainTable(_tr("Regels van het logboek"), columns, row_height=30)


def _tip(row: Row) -> str:
    told = _tr("controlegetal (SHA-256) {0}").format(row.checksum) if row.checksum else ""
    return "\n".join(filter(None, (row.what, told)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("logbook", text)
