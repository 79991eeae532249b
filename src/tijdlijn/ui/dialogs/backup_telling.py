"""Backups in words: as they stand in the list, and what a drill found."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tijdlijn.services.backups import Drill, Listed
from tijdlijn.ui.dialogs.difference_words import counted
from tijdlijn.ui.moments import day_and_time, size


def two_lines(listed: Listed) -> str:
    """A backup as it stands in the list: when and why, and how much is in it."""
    backup = listed.backup
    if listed.trouble:
        held = _tr("kan niet worden gelezen")
    elif not listed.same_passphrase:
        held = _tr("opent met een eerder wachtwoord")
    else:
        held = counted(listed.entries or 0)
    return f"{day_and_time(backup.at)} · {backup.reason.value}\n{held} · {size(backup.size)}"


def found_by(drill: Drill) -> str:
    """What a drill found, with its day."""
    cases = _tr("1 casus") if drill.cases == 1 else _tr("{0} casussen").format(drill.cases)
    documents = _tr("1 document") if drill.documents == 1 else _tr("{0} documenten").format(drill.documents)
    return _tr("Deze kopie kan worden teruggezet: {0}, {1} en {2}, alles gelezen en in orde ({3}).").format(
        cases, counted(drill.entries), documents, day_and_time(drill.at)
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("backups", text)
