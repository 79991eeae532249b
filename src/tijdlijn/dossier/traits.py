"""What a clause says beside its kind: the frame, the form of a placement, the turning point, at whom help is aimed.

The rule: only what stands in the clause, and only where the kind can have it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from tijdlijn.language.lexicon import guess_schakelmoment
from tijdlijn.model.vocabulary import HELP_KINDS, AimedAt, Kader, Kind, PlacementForm

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Trait(Generic[Value]):
    """A value with the reason for it, in plain Dutch."""

    value: Value
    reason: str


_KADERS: tuple[tuple[Kader, str], ...] = (
    (
        Kader.GEDWONGEN,
        r"\bv?ots\b|\bondertoezichtstelling\w*|\bonder toezicht\b|\b(?:spoed)?machtiging\b|"
        r"\bs?muhp\b|\bgedwongen\b|\bvoogdij\b|"
        r"\bkinderrechter\b|\bgezagsbeeindig\w*|\bgezinsvoogd\b|\bjeugdreclassering\b|"
        r"\bgesloten\b.{0,20}\b(?:groep|jeugd)",
    ),
    (Kader.DRANG, r"\bdrang\w*|\bpreventieve jeugdbescherming|\bbeschermingstafel\b"),
    (Kader.VRIJWILLIG, r"\bvrijwillig(?:e|er)?\b"),
)
_WITH_KADER = HELP_KINDS | {Kind.MAATREGEL, Kind.BESLUIT, Kind.ULTIMATUM, Kind.ACTIE}
_FORMS: tuple[tuple[PlacementForm, str], ...] = (
    (
        PlacementForm.GESLOTEN,
        r"\bjeugdzorgplus\w*|\bgesloten (?:groep|jeugd\w*|instelling|plaatsing|accommodatie|afdeling)|\bjji\b",
    ),
    (
        PlacementForm.NETWERK,
        r"\bnetwerk\w*|\b(?:bij|naar) (?:zijn |haar |hun |de )?(?:opa|oma|tante|oom|grootouders|grootmoeder|"
        r"familie|vader|zus|buren|vriend)\w*",
    ),
    (PlacementForm.PLEEGZORG, r"\bpleeg\w+|\bcrisispleeg\w*"),
    (PlacementForm.GEZINSHUIS, r"\bgezinshuis\w*"),
    (PlacementForm.BEHANDELGROEP, r"\bbehandelgroep\w*|\bbehandelcentrum\b|\bbehandelsetting"),
    (PlacementForm.KLINIEK, r"\bkliniek\b|\bklinisch\w*|\bopname\b|\bpsychiatrische\b"),
    (
        PlacementForm.LEEFGROEP,
        r"\b(?:leef|crisis|woon|opvang|observatie)groep\w*|\bcrisisopvang\b|\bkamertraining\w*|\bresidentie\w*|"
        r"\bop de groep\b|\baccommodatie jeugdhulpaanbieder\b",
    ),
)
_AIMS: tuple[tuple[AimedAt, str], ...] = (
    (
        AimedAt.GEZIN,
        r"\bgezins\w+|\b(?:in|aan|voor|met) het (?:hele )?gezin\b|\bsysteemtherapie\b|\bmst\b|\bmdft\b|\biag\b|\biph\b|"
        r"\bfamilies first\b|\bouder-kind\w*|\bin het gezin\b",
    ),
    (
        AimedAt.OUDER,
        r"\bopvoed\w*|\bouder(?:begeleiding|training|cursus|s)\b|\btriple p\b|\b(?:behandeling|"
        r"begeleiding|hulp|therapie|opname)"
        r"\b.{0,12}\b(?:moeder|vader)\b|^\W*(?:moeder|vader)\b|\b(?:kreeg|krijgt|heeft|is|"
        r"was) (?:moeder|vader|zij hulp)\b|\bdetox\b|"
        r"\bverslaving\w*|\bschuldhulp\w*|\bvideo-?hometraining\b|\bpaaz\b",
    ),
    (
        AimedAt.KIND,
        r"\bspeltherapie\b|\bdagbehandeling\b|\bemdr\b|\bpmt\b|\blogopedie\b|\bfaalangst\w*|\bkies\b|\brots en water\b|"
        r"\bkinder\w*therapie|\bjeugd-?ggz\b|\bdaghulp\b|\bspeltherap\w*|\bweerbaarheid\w*",
    ),
)
_WITH_AIM = frozenset({Kind.INTERVENTIE, Kind.BESCHIKKING, Kind.BEMOEIENIS})
_TURNING = frozenset({Kind.GEBEURTENIS, Kind.BESLUIT, Kind.SCHOOL, Kind.WONEN})
_DIVORCE = re.compile(r"\bscheid\w*|\bechtscheid\w*|\bgescheiden\b")


def kader_in(folded: str, kind: Kind | None) -> Trait[Kader] | None:
    """The frame that a folded clause names."""
    return _first(folded, _KADERS, "kader") if kind in _WITH_KADER or kind is Kind.UITHUISPLAATSING else None


def form_in(folded: str, kind: Kind | None) -> Trait[PlacementForm] | None:
    """The form of a placement."""
    return _first(folded, _FORMS, "vorm") if kind is Kind.UITHUISPLAATSING else None


def aimed_at_in(folded: str, kind: Kind | None) -> Trait[AimedAt] | None:
    """At whom help is aimed."""
    return _first(folded, _AIMS, "gericht op") if kind in _WITH_AIM else None


def schakelmoment_in(folded: str, kind: Kind | None) -> Trait[str] | None:
    """The type of turning point; a decision is only one when it is a divorce."""
    if kind not in _TURNING or (kind is Kind.BESLUIT and not _DIVORCE.search(folded)):
        return None
    found = guess_schakelmoment(folded)
    if found == "overlijden" and "poging" in folded:
        return None
    return Trait(found, f"{found} is vaak een schakelmoment") if found else None


def _first(folded: str, rows: tuple[tuple[Value, str], ...], label: str) -> Trait[Value] | None:
    for value, pattern in rows:
        match = re.search(pattern, folded)
        if match:
            return Trait(value, f"{label}: ‘{match[0].strip()}’")
    return None
