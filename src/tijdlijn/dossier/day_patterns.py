"""How Dutch documents write their own day: labels, titles, letterheads and signatures, as data.

The rule: a pattern names the document itself or the act of making it; a word of an event ("ontslag", "zitting",
"ingang") never stands in one. All patterns are for folded text, and their group `day` is the date.
"""

from __future__ import annotations

import re

from tijdlijn.language.calendar_nl import MONTH_NUMBERS

_MONTHS = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
DAY = (
    r"(?:(?:ma|di|wo|do|vr|za|zo)\w*\.?,? +)?"
    rf"(?P<day>\d{{1,2}}(?:[-/.]\d{{1,2}}[-/.]|(?:e|ste|de)? +(?:{_MONTHS})\.? +)(?:\d{{4}}|"
    rf"'?\d{{2}}(?!\d))|\d{{4}}-\d\d-\d\d)"
)
MONTH = rf"(?P<day>(?:{_MONTHS})\.? '?(?:\d{{4}}|\d{{2}}(?!\d)))"
_RULING = r"beschikking|uitspraak|vonnis"
_PAPER = (
    r"rapport|rapportage|verslag|brief|besluit|memo|notitie|document|uitdraai|overzicht|export|plan|advies|formulier|verklaring|"
    r"verslaglegging"
)
MADE = (
    r"opgemaakt|opgesteld|vastgesteld|uitgebracht|uitgedraaid|afgedrukt|(?:uit)?geprint|gegenereerd|aangemaakt|bijgewerkt|"
    r"laatst (?:gewijzigd|bijgewerkt)|afgerond|opgetekend|opgeschreven|ingevuld|gerapporteerd|ondertekend|getekend|"
    r"geaccordeerd|geautoriseerd|goedgekeurd|uitgeschreven|geschreven|uitgesproken|gewezen|ingeleverd|verzonden|gedaan|"
    r"verstuurd|gereed|uitgewerkt"
)
"""What is done with a document itself."""
_MEETING = (
    r"gesprek|overleg|intake|bijeenkomst|mdo|bespreking|huisbezoek|evaluatie|registratie|onderzoek|consult|contact|"
    r"zitting|bezoek|plan|rapportage|vergadering|beoordeling|tafel|afname|kennismaking|observatie|consultatie"
)
_BEGIN = r"aanmelding|melding|verwijzing"
_OF_PAPER = (
    rf"dagtekening|datum (?:van )?(?:dit |deze |het |de )?(?:[a-z-]*(?:{_PAPER})|dagtekening|schrijven)|"
    rf"(?:{_PAPER})s?datum|verzenddatum|datum (?:verzending|verzonden)"
)
_OF_RULING = rf"datum (?:van )?(?:dit |deze |het |de )?[a-z-]*(?:{_RULING})|(?:{_RULING})s?datum"
_MADE_OP = rf"(?:{MADE})(?:,? (?:op|d\.?d\.?))?"
_BY_MAKING = rf"{_MADE_OP}|versie|print|afdruk"
_OF_MADE_PAPER = rf"(?:dit )?[a-z-]*(?:{_PAPER}|onderzoek) (?:(?:is )?(?:{_MADE_OP})|afgesloten(?: op)?)"
_OF_MAKING = (
    r"datum (?:van )?(?:overdracht|opmaak|opgemaakt|opgesteld|opstell(?:en|ing)|afronding|ondertekening|afsluiting|"
    r"invull(?:en|ing)|opstellen plan|vaststelling|aanmaak|print|uitdraai|export|versie|uitgifte)|"
    r"(?:overdrachts|afsluit|print|afdruk|versie|vaststellings|onderteken(?:ings)?|opmaak|aanmaak)datum|"
    r"(?:laatste|datum laatste) (?:wijziging|mutatie|bewerking)|"
    rf"[a-z-]*(?:rapport|verslag|plan) d\.?d\.?|verslag van|rapport van|verslag|rapport|uitdraai|{_OF_MADE_PAPER}"
)
_MERE = r"datum(?:(?: en |/| ?& ?|, ?)(?:tijd(?:stip)?|plaats))?|plaats(?: en |/| ?& ?|, ?)datum|wanneer"
_OF_OCCASION = (
    rf"datum (?:van )?(?:het |de )?[a-z-]*(?:{_MEETING})|registratiedatum|"
    r"[a-z-]*(?:gesprek|overleg|mdo|bespreking) d\.?d\.?|adviesgesprek(?: \([^)]*\))?|"
    r"(?:gespreks|evaluatie|onderzoeks|intake|mutatie|bespreek|besprekings|test|peil)datum|"
    r"besproken(?: (?:op|d\.?d\.?|met [\w ]{3,30}|in [\w ]{3,30}))?"
)
_NOT_ITS_OWN = (
    r"geb|(?:her)?aanmeld|meld|verwij|ingang|start|begin|eind|geldig|volgend|opname|ontslag|plaatsing|verzoek|ontvang|"
    r"ingekomen|binnenkomst|aanvraag|overl|huw|scheid|vertrek|aankomst|inschrij|uitschrij|toewijz|indicatie|verhui|"
    r"eerste|laatste|uiterl|vanaf|in \w|tot|afloop|her|uithuis|crisis|incident"
)
_OF_OTHER = (
    r"(?:contact|consult|overleg|vergader|bijeenkomst|observatie)s?datum|"
    rf"datum(?:/tijd)? (?!(?:van |de |het |uit|over)*\w*(?:{_NOT_ITS_OWN}))(?:[a-z-]+ ){{0,2}}[a-z-]+"
)
"""The date of something that nobody foresaw, though of nothing that began, ended or is still to come."""
_OF_BEGIN = (
    rf"datum (?:van )?(?:het |de )?(?:{_BEGIN}|binnenkomst|ontvangst)|meldingsdatum|(?:verwijs|meld)datum|"
    r"ontvangen(?: op)?|melding ontvangen(?: op)?"
)
_APART = r"(?:^|[\t.;|,(–]\s*|\s-\s+)"
_VALUE = rf"\s*(?:[:\t]\s*|\s)(?:(?:op|van|d\.d\.) )?(?:(?!\d)[a-z' -]{{2,30}}, )?{DAY}"


def _anchored(label: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\t|[.;|]\s+)(?:{label}){_VALUE}")


OF_PAPER = _anchored(_OF_PAPER)
OF_RULING = _anchored(_OF_RULING)
IS_RULING = re.compile(rf"^(?!.*datum).*(?:{_RULING})\b")
OF_MAKING = _anchored(f"{_BY_MAKING}|{_OF_MAKING}")
OF_OCCASION = _anchored(_OF_OCCASION)
OF_OTHER = re.compile(rf"(?:^|\t)(?:{_OF_OTHER})\s*[:\t]\s*(?:(?:op|van|d\.d\.) )?{DAY}")
OF_BEGIN = _anchored(_OF_BEGIN)
ANCHORED = (OF_PAPER, OF_MAKING, _anchored(_MERE))
"""A label at the start of a line, a cell or a sentence: of the paper, its making, the mere word."""
LABELLED = (
    re.compile(rf"(?:{_APART}|\s)(?:{_OF_PAPER}|{_OF_RULING}){_VALUE}"),
    re.compile(rf"(?:{_APART}(?:{_BY_MAKING})|(?:{_APART}|\s)(?:{_OF_MAKING})){_VALUE}"),
    re.compile(
        rf"(?:^|[\t|;(,]\s*|\s[–-]\s*|[.] |\b(?:{_PAPER}|{_RULING}|notulen|registraties?|mdo)\w*\b[^.:;,]{{0,40}}?\s)"
        rf"d\.?d\.?{_VALUE}"
    ),
    re.compile(rf"(?:{_APART}|\s)(?:{_MERE}){_VALUE}"),
)
"""A label anywhere in a line; "d.d." only behind what a document is called, not behind a fact."""
UP_TO = re.compile(
    rf"^(?:stand(?: van zaken)? per|(?:bijgewerkt|uitdraai|export|overzicht|journaal)\b.{{0,20}} (?:t/m|tot en met|per)"
    rf"|overdracht\b.{{0,60}} per) {DAY}"
)
"""Up to when what was printed or handed over goes."""
TITLE = re.compile(rf"^\W*(?:\d\w* )?[a-z-]*(?:{_PAPER}|{_RULING}|{_MEETING}|notulen|mdo|tafel)\b")
"""A line that says what the document is, also below a letterhead."""
IS_LABEL = re.compile(f"{_OF_PAPER}|{_OF_RULING}|{_BY_MAKING}|{_OF_MAKING}|{_MERE}")
LETTER = re.compile(rf"^[a-z' .-]{{2,40}}, (?:(?:de|den) )?{DAY}(?:\.|$|,?\s*\d{{1,2}}[:.]\d\d)?")
ALONE = re.compile(rf"^{DAY}(?:\W*$|, \D|\.\s)")
RULING = re.compile(rf"^\W*\w*(?:beschikking|vonnis|uitspraak|arrest)\b.{{0,60}}\b(?:van|d\.d\.) {DAY}")
MEETING = re.compile(
    rf"\b(?:verslag|overleg|mdo|tafel|bespreking|notulen|evaluatie|gesprek|rapport|plan|journaal)\w*\b[^.:]{{0,60}}?"
    rf"(?:\bd\.d\.|\bvan|\bop|,|\s)\s*{DAY}"
)
DISCUSSED = re.compile(
    rf"\b(?:besproken|nabesproken|opgeschreven|uitgewerkt|ondertekend|gemaakt|bijgewerkt|opgesteld|vastgesteld"
    rf"|genoteerd)"
    rf"\b(?: (?:op|met [\w ]{{2,30}}|door [\w .]{{2,40}}))?,? {DAY}"
)
MAIL_DAY = re.compile(rf"^(?:datum|verzonden|date|sent):\s*{DAY}")
CONCLUDED = re.compile(rf"\bonderzoek (?:liep|vond plaats|is uitgevoerd)\b[^.]{{0,60}}?\b(?:tot en met|t/m|tot) {DAY}")
"""Until when an inquiry ran of which this is the outcome."""
_OPENING = (
    r"(?:(?:aldus|dit|deze|het|de|[a-z-]*(?:plan|verslag|rapport|beslissing|beschikking|besluit|document|formulier)|is|"
    r"zijn|voor|en|naar waarheid|digitaal|concept|definitief|mondeling|w\.g\.?),? )"
)
_BEHIND = (
    r"(?:\W*$|,? (?:in tegenwoordigheid|door)\b|, [a-z][\w.' -]{2,40}(?:$|, | \()|(?:,? )?\(|\s+pag\w*\.? \d|"
    r",? \d\d[:.]\d\d)"
)
"""What may stand behind the day of a signature."""
_AGREED = (
    r"(?:(?:(?:voor )?(?:gezien|akkoord)(?: en (?:akkoord|gezien))?|handtekening|paraaf|fiat|autorisatie)[^.;:]{0,60}"
    r"|datum)"
)
SIGNED: tuple[re.Pattern[str], ...] = (
    re.compile(rf"^\W*aldus\b[^;]{{0,110}}?[ ,]{DAY}"),
    re.compile(rf"\baldus (?:is )?(?:{MADE})\b[^;:.]{{0,60}}?[ ,]{DAY}{_BEHIND}"),
    re.compile(rf"^\W*(?:{MADE})\b[^;:.]{{2,40}}: {DAY}{_BEHIND}"),
    re.compile(
        rf"^\W*(?:dit|deze) [a-z-]+ (?:is|wordt) op {DAY} (?:[a-z]+ ){{0,5}}(?:besproken|gedeeld|verstuurd|{MADE})\b"
    ),
    re.compile(rf"^\W*{_OPENING}{{0,5}}(?:{MADE})\b[^;:]{{0,110}}?[ ,]{DAY}{_BEHIND}"),
    re.compile(rf"\b(?:{MADE}),?:? (?:op |te [a-z][\w-]+,? (?:op )?)?{DAY}\W*$"),
    re.compile(rf"(?:^|[.\s]){_AGREED}:?\s+(?:d\.?d\.? |op )?{DAY}\W*$"),
    re.compile(rf"^\W*{_AGREED}: [^;:]{{2,60}}?[ ,]{DAY}\W*$"),
    re.compile(rf"^\W*(?:versie|v|concept|definitief)\W?\s?[\d.]*(?: ?\(\w+\))?\s?[,:–-]?\s*{DAY}\W*$"),
    re.compile(
        rf"^\W*[a-z][\w./'’ -]{{1,40}}(?:, (?:den? )?| den )"
        rf"(?:[a-z][\w'’ -]{{2,20}}, )?{DAY}(?:\W*$|, [a-z][\w.' -]{{2,40}}$)"
    ),
    re.compile(
        rf"^\W*{DAY},? (?:[a-z]\. ?){{1,3}}(?:van |de |der |den |el )*[a-z][\w'’-]{{1,24}}(?:, [\w. /-]{{2,30}})?\W*$"
    ),
    re.compile(
        rf"^\W*{DAY}(?:\W*$|,? (?:om )?\d\d?[:.]\d\d(?: uur| u)?\W*$|,? [a-z]{{1,4}}$|, [a-z][\w.' -]{{2,40}}$)"
    ),
)
"""The lines under a text that tell its day: made, agreed, a version, a name or place with a day, a day alone."""
NO_SIGNER = re.compile(
    r"^\W*(?:de|het|een|na|sinds|in|op|bij|toen)\b"
    r"|\b\w*(?:aanmelding|aanvraag|melding|intake|gesprek|overleg|huisbezoek|onderzoek|gepland|school|zitting)\b"
    r"|\b(?:naar|verhuizing|start|begin|einde?|ontslag|opname|geboren|overleden|nacontrole|controle|loopt|ging|kwam|was)\b"
)
"""What the words before a day cannot be when they are to be a place or the name of who signs."""
MONTHS_BELOW = re.compile(
    rf"\b(?:versie \d[\d.]*,?|{MADE}|datum:|^[a-z-]{{3,20}},) (?:in |op )?{MONTH}(?: \([^)]*\))?\W*$"
)
MONTHS_ABOVE = re.compile(rf"(?:^|[.,;(|\t–-]\s*)(?:{_MERE}|versie(?: \d[\d.]*,?)?):? {MONTH}(?=\W|$)")
"""A mere month, where a document tells no more."""

PERSONAL = r"\b(?:client|leerling|jeugdige|patient|kind|betrokkene|jongere|naam|verdachte)\w*\s?:"
BIRTH = re.compile(
    rf"geb(?:oren|\.|oorte)?\w*[^0-9]{{0,24}}$|\*\s*$|{PERSONAL}(?:(?!\bdatum\b)[^0-9|/]){{0,60}}$"
    r"|\b(?:betreft|betr|inzake)\b[.:]* (?:[\w.'-]+ ){0,3}[\w.'-]+, $"
)
ELSEWHEN = re.compile(
    r"\b(?:tot|t/m|tot en met|m\.?i\.?v\.?|per|vanaf|sinds|met ingang van|ingaande|uiterlijk|geldig|voor|na"
    r"|periode(?: van)?"
    r"|(?:reactie|bezwaar|verweer|toelichting|aanvulling|antwoord|evaluatie van (?:het|de)|\bvoor (?:het|de))"
    r"\b[^.;:,]{0,60}\b(?:van|d\.?d\.?|op)"
    r"|(?:n\.a\.v\.|naar aanleiding van|in vervolg op)[^,;]{0,50}"
    r"|(?:aanvraag|brief|mail|verzoek|bericht|aanmelding) (?:van|d\.?d\.?|op)(?: \w+dag)?"
    r"|(?<!\d)\d{4} ?[–-])\s*$"
)
"""What stands before the day of something else, or before an end or a begin."""
OF_MORE = re.compile(
    r"\s*(?:t/m|tot\b|[–-]\s*\d|en \d)"
    r"|,? (?:is|was|werd|zijn|waren|heeft|had|hebben|wordt|worden|bleek|ben|viel|vond)\b"
)
"""What follows the first day of more, or a day of which a sentence tells."""
ANY = re.compile(rf"(?<![\d/.-]){DAY}(?![\d/])")
PERIOD = re.compile(
    r"\bperiode\b|\blooptijd\b|\bt/m\b|\btot en met\b|\bgeldig\b|\b(?:van|vanaf|tussen)\b.*\d.*\b(?:tot|en)\b"
)
COMING = re.compile(
    r"\bvolgend|\bevaluatie|\buiterlijk|\bvoor \d|\btot\b|\bvanaf|\bper\b|\bmet ingang|\bafspraak|\bzitting|\bbezwaar"
    r"|\bbinnen\b|\bverlengd|\bloopt\b|\bnieuwe\b|\bop \d|\bsinds\b|\bher[a-z]*atie\b|\bgepland|\bcontrole\b"
)
"""What a sentence of something else than a signature tells of."""
AHEAD = re.compile(
    r"\b(?:volgend|uiterlijk|gepland|afspraak|zal|zullen|moet|komt|voor \d|tot \d|t/m|loopt|evaluatie|nieuwe)"
)
"""What a sentence tells of that still has to come."""
HAPPENED = re.compile(
    r"\b(?:uitgesproken|opgenomen|geplaatst|gestart|ingediend|ingangs|start|eind|zittings|toets|ontslag)(?:datum)?\b"
)
"""What a title tells of that is no paper: its only day is that of what happened."""
ENDED = re.compile(r"\bconclusie|\bonderzoek|\bveiligheidsplan|\bafsluit|\bbesluit")
"""What a title calls a document that was not written on the day on which its matter began."""
BEGUN = re.compile(r"\b(?:registratie|meld|aanmeld|verwijs)")
MIXED = re.compile(r"\d([-/.])\d{1,2}(?!\1)[-/.]")
"""A number of a version or a law, not a date ("2.1-2017")."""
IN_NAME = re.compile(
    r"(?<!\d)(?:(\d{4})[-_.](\d\d)[-_.](\d\d)|(\d{1,2})[-_.](\d{1,2})[-_.](\d{4})|(20\d\d)(\d\d)(\d\d))(?!\d)"
)
REGISTER = re.compile(r"\b(?:huisarts\w*|soep|pat|patienten\w*)\b")
"""The title of what a practice keeps of a patient for years, and goes on with after the last line that was printed."""
