"""What waits unfinished in a case, in words, for whoever opens it again."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from tijdlijn.language.dates_nl import write_day

_PLACES = {
    "invoerregel": "de invoerregel",
    "eigenschappen": "de eigenschappen",
    "mensen": "het paneel Mensen",
    "bronnen": "het paneel Mensen",
    "weergave": "het paneel Filter",
    "fasen": "het paneel Fasen",
    "scenario": "het paneel Scenario's",
    "vooruit": "het paneel Vooruit",
    "bijeenkomst": "de bijeenkomst",
    "presenteren": "het presenteren",
    "vertellen": "het presenteren",
    "dossier": "het dossier",
    "dossierhand": "het dossier",
    "dossierkaart": "het dossier",
    "dossierstuk": "het dossier",
    "grenzen": "de grenzen van de bevindingen",
}
"""Where each name of the keeper of drafts is, by the first part of the name."""
LINE = "invoerregel"


def waiting_words(names: tuple[str, ...], day: str, today: date) -> str:
    """A sentence that says what waits, and since when; empty when nothing does."""
    places = list(dict.fromkeys(_PLACES[first] for name in names if (first := name.partition(".")[0]) in _PLACES))
    if not places:
        return ""
    since = _since(day, today)
    if names == (LINE,):
        return _tr("Niet-afgemaakte regel van {0} staat klaar.").format(since)
    return _tr("Nog niet afgemaakt, van {0}: {1}.").format(since, ", ".join(places))


def _since(day: str, today: date) -> str:
    try:
        then = date.fromisoformat(day)
    except ValueError:
        return _tr("eerder")
    if then == today:
        return _tr("vandaag")
    return _tr("gisteren") if then == today - timedelta(days=1) else write_day(then)


def _tr(text: str) -> str:
    return QCoreApplication.translate("drafts", text)
