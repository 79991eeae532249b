"""What the window says of a casebook that cannot be written, that is old, or that stands where it is not safe."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tijdlijn.language.dates_nl import write_day
from tijdlijn.services.guarded import Hindrance, Why
from tijdlijn.services.places import Danger, Unsafe

if TYPE_CHECKING:
    from tijdlijn.services.conflicts import ConflictCopy

MOST_NAMED = 2


def read_only(hindrance: Hindrance, today: date) -> str:
    """Why a casebook is only read, and what can be done with it."""
    can = _tr(
        "U kunt kijken en zoeken. Wijzigen kan niet, en afdrukken of exporteren ook niet: dat hoort in het logboek."
    )
    if hindrance.why is Why.HELD:
        return f"{_tr('Alleen lezen: {0}.').format(_who(hindrance, today))} {can}"
    if hindrance.why is Why.NO_LOCKS:
        told = _tr("Alleen lezen: op deze plaats kan tijdlijn niet zien of een ander ook in dit casusboek werkt.")
        return f"{told} {can} {_tr('Met Opslaan als zet u het op uw eigen computer en werkt u daar verder.')}"
    told = _tr("Alleen lezen: dit bestand, of de map waarin het staat, mag niet worden beschreven.")
    return f"{told} {can} {_tr('Met Opslaan als werkt u verder in een eigen kopie.')}"


def _who(hindrance: Hindrance, today: date) -> str:
    holder = hindrance.holder
    if holder is None:
        return _tr("dit casusboek is ergens anders open")
    since = when(holder.since, today)
    if holder.is_this_computer:
        return _tr("u hebt dit casusboek al open in een ander venster op deze computer, sinds {0}").format(since)
    who = holder.account or _tr("iemand")
    if holder.computer:
        who = _tr("{0} (computer {1})").format(who, holder.computer)
    return _tr("{0} heeft dit casusboek open sinds {1}").format(who, since)


def when(moment: datetime, today: date) -> str:
    """A moment as people say it: today by its time alone."""
    here = moment.astimezone()
    time = f"{here.hour}.{here.minute:02}"
    return time if here.date() == today else f"{write_day(here.date())}, {time}"


def older(seen: datetime, today: date) -> str:
    """That a newer version was used here before."""
    return _tr(
        "Dit is een oudere versie van dit casusboek dan u hier het laatst gebruikte (van {0}). Wat daarna is bewaard, "
        "staat er niet in. Zoek het nieuwste bestand op, of een reservekopie, voordat u verder werkt."
    ).format(when(seen, today))


def unsafe(place: Unsafe) -> str:
    """What can go wrong in a place, and what to do."""
    if place.danger is Danger.NETWORK:
        return _tr(
            "Dit casusboek staat op een netwerkschijf. Valt de verbinding weg, dan kan de laatste wijziging niet "
            "worden bewaard; tijdlijn zegt dat dan. Werk er niet met twee tegelijk in, en bewaar geregeld een kopie "
            "op een andere plaats."
        )
    return _tr(
        "Dit casusboek staat in een map die {0} gelijk houdt met andere computers. Werken twee mensen erin, dan "
        "ontstaan kopieën naast elkaar. Wacht tot {0} klaar is voordat u het elders opent, of zet het in een gewone "
        "map."
    ).format(place.service)


def conflicts(copies: Sequence[ConflictCopy]) -> str:
    """That there are conflict copies."""
    if len(copies) == 1:
        return _tr(
            "Naast dit casusboek staat een kopie met andere wijzigingen: {0}. Wat daarin staat, staat hier misschien "
            "niet."
        ).format(copies[0].path.name)
    names = ", ".join(copy.path.name for copy in copies[:MOST_NAMED])
    more = _tr(" en nog {0}").format(len(copies) - MOST_NAMED) if len(copies) > MOST_NAMED else ""
    return _tr(
        "Naast dit casusboek staan {0} kopieën met andere wijzigingen: {1}. Wat daarin staat, staat hier misschien "
        "niet."
    ).format(len(copies), names + more)


def _tr(text: str) -> str:
    return QCoreApplication.translate("guarding", text)
