"""What stands under the title of each part of a report: in a line what it holds."""

from __future__ import annotations

from collections.abc import Mapping

from tijdlijn.report.options import (
    ACTIONS,
    AHEAD,
    CONTINUITY,
    CONTRADICTIONS,
    COSTS,
    MISSING,
    PLACEMENTS,
    REQUESTS,
    SCENARIOS,
    TURNS,
)

LEADS: Mapping[str, str] = {
    TURNS: "Wat de groep en het gezin over deze momenten hebben gezegd. Dat is hun oordeel, niet dat van het dossier.",
    PLACEMENTS: "Elke plaatsing met hoe ver zij van huis was, van netwerk (trede 1) tot kliniek (trede 7).",
    REQUESTS: "Elke hulpvraag met de eerste hulp die erop volgde.",
    CONTINUITY: "Wie er kwamen en gingen, wie bleef, en of de beschikkingen op elkaar aansloten.",
    MISSING: "Wat het dossier niet zegt en wie er iets aan wil hebben nog moet vragen.",
    CONTRADICTIONS: "Waar bronnen van elkaar verschillen, met waar elke lezing op rust.",
    COSTS: "Wat de hulp heeft gekost, voor zover er bedragen bij de regels staan.",
    SCENARIOS: "Wat er is gebeurd naast wat er had kunnen gebeuren: in beeld, in cijfers, in effecten en in geld.",
    AHEAD: "Wat er afloopt en wat er komt. Een dichte stip staat op de tijdlijn, een open stip is nog een voorstel.",
    ACTIONS: "Wat in alle bijeenkomsten is afgesproken; eerst wat nog moet.",
}
