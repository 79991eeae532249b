"""Which year a date without one means: near the day of the note, or on from the date before it in the text.

The rule: a date written without its year lies near what it leans on. Past tense keeps it from the future, "tot" and
"zal" from the past. Where two years are about as likely, the date is marked as uncertain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from tijdlijn.language import calendar_nl as nl
from tijdlijn.language.date_phrases import in_year
from tijdlijn.language.readings import DateContext, Reading, marked
from tijdlijn.model.dates import DateError

DAYS_OF_DOUBT = 40
"""When the next best year is not further away than this more, the date is uncertain: days."""


class Tense(Enum):
    """Of what time a sentence tells."""

    PAST = auto()
    PERHAPS_PAST = auto()
    """The sentence tells of the past, the part of it with the date does not say."""
    FUTURE = auto()
    UNSAID = auto()


_FUTURE_WORDS = (
    "zal zullen gaat gaan wordt worden komende aanstaande volgende binnenkort gepland verwacht voornemen moet"
    " moeten plannen afspraak "
    "uiterlijk loopt duurt pas uitnodigen inplannen wil willen kan hoopt uitgerekend zwanger evaluatie"
    " vervolg stopt rijdt belt bel hoor spreek bezoekt vertrekt begint komt opent verhuist afspr begrafenis uitvaart"
)
_PAST_WORDS = (
    "werd werden was waren had hadden kreeg kregen ging gingen kwam kwamen zou zouden jl jongstleden"
    " afgelopen destijds"
    " toen sindsdien begon "
    "begonnen bleek bleken overleed vond vonden liep liepen deed deden zag zagen zat zaten moest moesten"
    " wilde kon konden viel vielen sprak "
    "spraken sloeg nam namen gaf gaven vroeg vroegen schreef riep verliet verliep vertrok bleef bleven dronk"
    " sliep zei zeiden stond stonden "
    "hield lag lagen bracht dacht kocht verloor ontstond gestart gestopt gebeld gesproken gemeld gehad"
    " geweest afgesloten weggelopen gegaan "
    "startte startten stopte stopten woonde woonden meldde meldden belde belden vertelde vertelden "
    "werkte verhuisde verhuisden maakte maakten speelde leerde hoorde volgde volgden haalde voelde huilde"
    " plaste reageerde leefde zorgde "
    "duurde stuurde plaatste bezocht gebruikte scheidde trouwde hertrouwde besprak weigerde dreigde"
    " escaleerde mislukte lukte sloot "
    "verbleef overlegde ontwikkelde verslechterde vluchtte "
    "geplaatst verhuisd opgenomen ontslagen bevallen getekend afgerond afgemeld beeindigd verlengd overleden"
    " vertrokken besproken bevestigd behandeld bezocht overgeplaatst "
    "verstuurd verzonden ondertekend opgestart ingezet uitgevoerd overgedragen doorverwezen teruggeplaatst"
    " aangehouden veroordeeld "
    "verbroken hervat herstart onderzocht afgegeven aangemeld verwezen"
)
_PARTICIPLE = r"\b(?:ge\w{2,}(?:d|t|en)|(?:ver|be|ont|her|af|aan|op|uit|door|over)\w*(?:d|t|en)|\w+eerd)\b"
_FUTURE = re.compile(rf"\b(?:{'|'.join(_FUTURE_WORDS.split())})\b")
_PAST = re.compile(
    rf"\b(?:{'|'.join(_PAST_WORDS.split())})\b"
    r"|\b(?!(?:geweld|gebied|gezond|gezinnen|gesprekken|gemeenten|gevoelens|gegevens"
    r"|gebieden)\b)ge[a-z]{3,}(?:d|t|en)\b"
    rf"|\b(?:is|zijn|heeft|hebben|ben|heb)\b(?=[^.;\n]*{_PARTICIPLE})"
)
_STARTS = re.compile(rf"\bstart (?:(?:a\.?s\.?|op|aanstaande|komende) )*(?:{'|'.join(nl.WEEKDAYS)})\b")
"""In the telegram style of notes "start donderdag" is still to come; "gestart donderdag" is not."""
_SINCE = re.compile(r"\b(?:sinds|sedert)[^\S\n]+(?:de[^\S\n]+|het[^\S\n]+)?$")
_LEADS_ON = re.compile(r"\b(?:voor|tot|tot en met|t/m|uiterlijk|per|over|vanaf)[^\S\n]+$")


def tense_of(clause: str, sentence: str, lead: str) -> Tense:
    """Of what time a date is told: by its clause, else its sentence, else the word right before it; all folded."""
    if _SINCE.search(lead):
        return Tense.PAST
    for stretch, told in ((clause, Tense.PAST), (sentence, Tense.PERHAPS_PAST)):
        past, future = bool(_PAST.search(stretch)), bool(_FUTURE.search(stretch))
        if past != future:
            perhaps = Tense.PERHAPS_PAST if _LEADS_ON.search(lead) else told
            return perhaps if past else Tense.FUTURE
    if _STARTS.search(clause):
        return Tense.FUTURE
    return Tense.FUTURE if _LEADS_ON.search(lead) and not _PAST.search(sentence) else Tense.UNSAID


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date without a year leans on. `forward`: it is a story, which goes on in time."""

    first: date
    last: date
    forward: bool = False
    tense: Tense = Tense.UNSAID


def with_year(words: str, anchor: Anchor, context: DateContext) -> Reading | None:
    """The date that these folded words mean near the anchor; None when they mean none in any year."""
    plain, weekday = _without_weekday(words)
    costs: list[tuple[int, int, Reading]] = []
    for year in range(anchor.first.year - 1, anchor.last.year + 2):
        reading = in_year(plain, year, context)
        if reading is not None:
            costs.append((_cost(reading, anchor, weekday), year, reading))
    if not costs:
        return None
    costs.sort(key=lambda entry: entry[:2])
    best = costs[0][2]
    if len(costs) > 1 and costs[1][0] - costs[0][0] < DAYS_OF_DOUBT:
        try:
            return marked(best, "?")
        except DateError:
            return best
    return best


_WEEKDAY = re.compile(
    rf"(?P<day>{'|'.join(nl.WEEKDAYS)}|ma|di|wo|do|vr|za|zo)(?:ochtend|middag|avond|nacht)?\.?,? (?:op )?(?:de )?"
)


def _without_weekday(words: str) -> tuple[str, int | None]:
    match = _WEEKDAY.match(words)
    if match is None:
        return words, None
    return words[match.end() :], next(at for at, name in enumerate(nl.WEEKDAYS) if name.startswith(match["day"]))


_AHEAD = {Tense.PAST: 400, Tense.PERHAPS_PAST: 260, Tense.UNSAID: 50, Tense.FUTURE: 0}
"""How much further away a date that lies ahead counts: days."""


def _cost(reading: Reading, anchor: Anchor, weekday: int | None) -> int:
    """How unlikely a year is, in days from the anchor; a weekday that does not fit weighs more than any distance."""
    first, last = reading.days
    wrong_day = 2_000 if weekday is not None and first == last and first.weekday() != weekday else 0
    if first <= anchor.last and last >= anchor.first:
        return wrong_day
    ahead = (first - anchor.last).days
    behind = (anchor.first - last).days
    if anchor.forward:
        return wrong_day + (ahead if ahead > 0 else behind + 200)
    if ahead > 0:
        return wrong_day + ahead + _AHEAD[anchor.tense]
    return wrong_day + behind + (120 if anchor.tense is Tense.FUTURE else 0)
