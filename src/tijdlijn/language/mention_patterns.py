"""What a date looks like in running text: a table of shapes, each a pattern on folded text.

The rule: a pattern says where a date may stand, never what it means; `mention_reading` asks the readers of whole dates
for that. Shapes go from long to short, as the longest at a place is taken. A space stands for any white space within
a line and `<name>` for one of `_PARTS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from tijdlijn.language import calendar_nl as nl


class Shape(Enum):
    """What a date still needs before it is a date."""

    WHOLE = auto()
    """Nothing: its year is written."""
    YEARLESS = auto()
    """A year: "28 maart", "medio februari", "de zomervakantie"."""
    WEEKDAY = auto()
    """The day on which it was written: "vrijdag", "vorige week donderdag"."""
    NEAR = auto()
    """The day on which it was written: "gisteren", "eind vorig jaar", "twee weken geleden"."""
    AFTER = auto()
    """The date before it in the text: "twee weken later", "juli van dat jaar"."""
    AGE = auto()
    """A birth: "op zijn zevende", "toen Sem 4 was"."""
    GROUP = auto()
    """A birth, by way of the school year: "in groep 4"."""
    DAY = auto()
    """The month of the date that follows it: "14" in "van 14 tot 16 maart"."""


@dataclass(frozen=True, slots=True)
class ShapeRule:
    """One way in which a date is written."""

    shape: Shape
    pattern: re.Pattern[str]


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(name).replace("\\ ", " ") for name in names), key=len, reverse=True))


_ORDINALS = _any(word for word in nl.ORDINALS)
_CARDINALS = _any(nl.CARDINALS)
SHORT_MONTHS = "jan|febr|feb|mrt|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec"
_PARTS: dict[str, str] = {
    "wd": f"(?:{'|'.join(nl.WEEKDAYS)})",
    "part": "(?:ochtend|morgen|middag|avond|nacht)",
    "onday": rf"(?:(?:{'|'.join(nl.WEEKDAYS)})(?:ochtend|middag|avond|nacht)?,? (?:op )?(?:de )?|(?:ma|di|wo"
    rf"|do|vr|za|zo)\.?,? )?",
    "d": r"(?:0?[1-9]|[12]\d|3[01])",
    "dd": rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:ste|de|e)?|{_ORDINALS})",
    "m": r"(?:0?[1-9]|1[0-2])",
    "full": "(?:" + "|".join(nl.MONTHS) + ")",
    "month": rf"(?:{'|'.join(nl.MONTHS)}|(?:{SHORT_MONTHS})\b\.?)",
    "y": r"(?:1[5-9]|20)\d\d",
    "yy": r"(?:(?:1[5-9]|20)\d\d|'\d\d)",
    "y2": r"(?:(?:1[5-9]|20)\d\d|'\d\d|[0-3]\d(?! ?(?:uur|u\b|[:.]\d|keer|maal|jaar|weken|dagen|maanden"
    r"|kinderen|%|x\b|-\d|" + f"{'|'.join(nl.MONTHS)}|{SHORT_MONTHS})))",
    "next": r"(?: ?[/-] ?(?:20\d\d|'?\d\d)\b)?",
    "of": r"(?:(?:van|in|uit) )?(?:het (?:school)?jaar )?",
    "soon": r"(?: (?:jl|jongstleden|a\.?s|aanstaande)\b\.?)?",
    "season": f"(?:{_any(nl.SEASON_CODES)})",
    "holiday": f"(?:{_any([*nl.HOLIDAYS, *nl.VACATIONS])})",
    "n": rf"(?:\d{{1,3}}|anderhalf|half|{_CARDINALS})",
    "few": rf"(?:\d{{1,3}}|anderhalf|half|paar|enkele|aantal|{_CARDINALS})",
    "unit": "(?:dagen|dag|dgn|wkn|mnd|weken|week|maanden|maand|kwartaal|jaren|jaar)",
    "nth": rf"(?:\d{{1,2}}(?:ste|de|e)|{_ORDINALS})",
    "half": "(?:anderhalf|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)enhalf)",
    "age": rf"(?:\d{{1,2}}|{_CARDINALS})",
    "who": r"(?:zijn|haar|hun|diens|z'n|d'r|m'n|mijn)",
    "goes": r"(?:ging|gaat|werd|was|is|kreeg|krijgt|kwam|heeft|had|begon|overleed|uit|in|naar|bij|met|en"
    r"|woonde|moest|al|al\b|voor|weer|te|"
    r"\w{3,}(?:te|de|ten|den|dde|tte)\b|tot|of|door|van school|zag|zat|liep|sprak|at|las|schreef|vroeg|nam"
    r"|gaf|brak|viel|hield|sloeg|zwom|verloor|verliet|vertrok|ontstond|bleek|deed|stond|sliep|niet)\b",
    "other": "keer|maal|kind|kinderen|school|klas|groep|poging|plaats|plek|verdieping|gesprek|dag|week|maand"
    "|stage|werkgever|baan"
    "|pleeggezin|huwelijk|zitting|sessie|afspraak|hulpverlener|therapeut|voogd|begeleider|huis|adres|opname"
    "|plaatsing|broer|zus",
    "group": rf"(?:[1-8]|{_any(list(nl.CARDINALS)[:8])})",
    "named": "(?:<month>|<season>|<holiday>)",
    "partly": "(?:<part_of>(?: van)? )?",
    "near_it": "(?:vorig|dit|afgelopen|volgend|komend)",
    "near": "(?:vorige|afgelopen|deze|volgende|komende)",
    "later": r"(?:later|erna|daarna|nadien|daarop|erop)",
    "earlier": r"(?:eerder|ervoor|daarvoor|tevoren|voordien)",
    "part_of": r"(?:begin|start van|medio|midden|mid|halverwege|half|hartje|eind|einde|vroege|late)",
}


def spaced(template: str) -> str:
    """A pattern in which a space stands for white space within a line, and a space with `?` for perhaps some."""
    return _SPACES.sub(_space, template)


_SPACES = re.compile(r"\[[^\]]*\]| \?| ")


def _space(part: re.Match[str]) -> str:
    if part[0].startswith("["):
        return part[0].replace(" ", r"\t\x20")
    return r"[^\S\n]?" if part[0] == " ?" else r"[^\S\n]+"


def compiled(template: str) -> re.Pattern[str]:
    """A pattern on folded text that stands on its own, not within a word or number."""
    filled = template
    for _ in range(2):
        filled = re.sub(r"(?<!\(\?P)<([\w]+)>", lambda part: _PARTS[part[1]], filled)
    return re.compile(rf"(?<![\w]){spaced(filled)}(?![\w])", re.ASCII)


_MODIFIED = (
    r"(?:(?:vermoedelijk|waarschijnlijk|mogelijk|ongeveer) )?"
    r"(?:(?:rond(?:om)?|omstreeks|circa|ca\.?|ongeveer|plm\.?) )?"
    r"(?:(?:aan |in )?(?:het |de )?<part_of>(?: (?:van|in|deel van))?[ -]|(?:eerste|tweede|1e|2e"
    r"|laatste) helft(?: van)? "
    r"|(?:kort|vlak|net) (?:na|voor) |in de loop van |ergens in |tijdens |gedurende )?"
    r"(?:de |het |'t )?(?:maand )?"
)
"""What may stand before a date and belongs to it: "begin", "rond", "kort na de"."""

_TABLE: tuple[tuple[Shape, str], ...] = (
    # With a year
    (Shape.WHOLE, r"<onday><d> ?[-/] ?<m>(?:(?: ?[-/] ?|, ?)<y>|[-/](?:'\d\d|\d\d))(?![-/]\d)"),
    (Shape.WHOLE, r"<onday><d>\.<m>\.<y>"),
    (Shape.WHOLE, r"<onday>\d\d\.\d\d\.\d\d(?!\.?\d)"),
    (Shape.WHOLE, r"<y>-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[t ]\d\d:\d\d(?::\d\d)?)?"),
    (Shape.WHOLE, r"<y>[/.]<m>[/.]<d>(?![/.]\d)"),
    (Shape.WHOLE, r"<onday><dd>[-/. ]?(?:van )?<month>[-/., ]{0,2}(?:van )?<y2>"),
    (Shape.WHOLE, r"<month> <d>,? <y>"),
    (Shape.WHOLE, _MODIFIED + r"<month>(?:[-/.,]? ?)(?:<of>)<yy>"),
    (Shape.WHOLE, _MODIFIED + r"<y>,? <month>"),
    (Shape.WHOLE, _MODIFIED + r"(?:<season>|<holiday>)[ -]<of><yy><next>"),
    (Shape.WHOLE, _MODIFIED + r"(?:<nth>|laatste) (?:kwartaal|week|<wd>)(?: van)? (?:<month> )?<of><yy>"),
    (Shape.WHOLE, _MODIFIED + r"(?:q|kw|k)[1-4][ -]<yy>"),
    (Shape.WHOLE, r"<y>[-/]<m>(?![\d/.-])"),
    (Shape.WHOLE, r"<m>-'\d\d"),
    (Shape.WHOLE, r"<y>(?:/'?|-')\d\d(?![\d/-])"),
    (Shape.WHOLE, r"<y>-(?:1[3-9]|[2-9]\d)(?![\d/-])"),
    (Shape.WHOLE, r"<y>[ -](?:q|kw|k)[1-4]"),
    (Shape.WHOLE, r"h[12][ -]<yy>"),
    (Shape.WHOLE, r"(?:een |<n> )<unit> (?:na|voor) (?:<dd>[-/. ]?<month> <y>|<d>[-/]<m>[-/]<y>|<month> <y>)"),
    (Shape.WHOLE, r"(?:de |het )?(?:week|weekend) van (?:<wd> )?<d> <month> <y>"),
    (Shape.WHOLE, r"(?:week|wk)\.? ?\d{1,2}(?: van| in|,|/|-)? ?[(]?<yy>"),
    (Shape.WHOLE, _MODIFIED + r"(?:school|cursus)(?:jaar|jr\.?) ?(?:<yy>|\d\d) ?[-/] ?(?:\d{4}|'?\d\d)"),
    (Shape.WHOLE, r"(?:de |begin |eind )?jaren (?:<y>|'?[0-9]0|nul|tien|twintig|dertig|veertig|vijftig|zestig"
     r"|zeventig|tachtig|negentig)"),
    (Shape.WHOLE, _MODIFIED + r"(?:0?[1-9]|1[0-2]) ?[-/] ?(?:19|20)\d\d(?![-/]\d)"),
    (Shape.WHOLE, r"(?:(?:begin|medio|eind(?:e)?(?: van)?|halverwege|half|midden|mid|rond|omstreeks|circa"
     r"|ca\.?|ongeveer|vermoedelijk"
     r"|de (?:eerste|tweede) helft van|(?:eerste|tweede|1e|2e) helft(?: van)?|(?:in de )?loop van|ergens in"
     r"|het (?:begin|einde?) van"
     r"|(?:kort|vlak) (?:na|voor)|anno) )*(?:het )?(?:jaar )?<y>"),
    (Shape.WHOLE, r"(?:(?:begin|medio|eind|rond|in|sinds|vanaf|tot|na|voor|zomer|winter|anno) )'\d\d"),
    (Shape.WHOLE, r"(?<=[(])'\d\d(?=[)])"),
    # Against the day of writing
    (Shape.NEAR, r"<partly>(?:vorige?|dit|deze|afgelopen|volgende?|komende?|aanstaande|laatste) "
     r"(?:(?:school)?jaar|maand|kwartaal)(?:(?: in)? (?:<part_of> )?<named>)?"),
    (Shape.NEAR, r"<partly><named> (?:van )?<near_it> jaar"),
    (Shape.NEAR, r"(?:<d> )(?:<month>) (?:van )?<near_it> jaar"),
    (Shape.NEAR, r"<partly>(?:de )?(?:vorige?|deze|dit|afgelopen|volgende?|komende?|aanstaande|aankomende|laatste) "
     r"<named>"),
    (Shape.NEAR, r"(?:een |ongeveer |ruim |zo'n |bijna )*(?:<few> )(?:<unit>) (?:geleden|terug)"),
    (Shape.NEAR, r"over (?:een |ongeveer |circa |zo'n )*(?:<few> )<unit>"),
    (Shape.NEAR, r"over (?:een|1) (?:dag|week|maand|jaar)"),
    (Shape.NEAR, r"sinds (?:een |ongeveer |ruim |bijna )*(?:<few> )?(?:<unit>)(?: of (?:twee|drie|vier|vijf"
     r"|zes|acht|tien))?(?! (?:of|lang))"),
    (Shape.NEAR, r"(?:eergisteren|gister(?:en)?|vandaag|vannacht|vanochtend|vanmorgen|vanmiddag|vanavond"
     r"|overmorgen)<part>?"),
    (Shape.NEAR, r"morgen(?:ochtend|middag|avond)?"),
    (Shape.NEAR, r"heden"),
    (Shape.WEEKDAY, r"<near> week(?: op)? <wd><part>?"),
    (Shape.WEEKDAY, r"(?:ma|di|wo|do|vr|za|zo)(?=:)"),
    (Shape.WEEKDAY, r"<wd> over (?:een|twee|drie) (?:week|weken)"),
    (Shape.WEEKDAY, r"<wd><part>?(?: van)? <near> week"),
    (Shape.WEEKDAY, r"<partly>(?:vorige?|dit|deze|afgelopen|volgende?|komende?) (?:week|weekend|weekeinde)"),
    (Shape.WEEKDAY, r"(?:(?:a\.?s\.?|afgelopen|vorige|aanstaande|komende|volgende|jongstleden|laatste"
     r"|deze) )?<wd><part>?(?:(?: jl\.?| jongstleden| a\.?s\.?| aanstaande)(?![\w]))?"),
    # Against the date before
    (Shape.AFTER, r"(?:ongeveer |ruim |bijna |nog geen |precies )?(?:een |na )?<n> <unit> (?:<later>|<earlier>)"),
    (Shape.AFTER, r"(?:de|het) (?:dag|week|maand|jaar|ochtend|middag|avond|nacht) (?:<later>|<earlier>)"),
    (Shape.AFTER, r"(?:de|het) daaropvolgende? (?:dag|week|maand|jaar|ochtend|middag|avond|nacht|<wd>|<named>)"),
    (Shape.AFTER, r"(?:de )?volgende (?:dag|ochtend|middag|avond|nacht)|(?:die|diezelfde|dezelfde) week"),
    (Shape.AFTER, r"(?:de|het) <named> die (?:daarop )?volgde"),
    (Shape.AFTER, r"(?:diezelfde|dezelfde|die) (?:dag|datum|avond|nacht|middag|ochtend)"),
    (Shape.AFTER, r"(?:een |<n> )<unit> na (?:dat|dit|die|deze) [a-z]{4,}"),
    (Shape.AFTER, r"(?:die|diezelfde|dezelfde) <wd><part>?"),
    (Shape.AFTER, r"de <wd> (?:<later>|<earlier>)"),
    (Shape.AFTER, r"na (?:ongeveer |ruim |bijna )?<n> <unit>"),
    (Shape.AFTER, r"<partly>(?:later )?(?:in )?(?:dat|datzelfde|hetzelfde|diezelfde) (?:school)?jaar(?: <y>)?"),
    (Shape.AFTER, r"<partly>(?:de |het )?(?:<d> )?<named> (?:van )?(?:dat|datzelfde|hetzelfde) jaar(?: daarop)?"),
    (Shape.AFTER, r"<partly>(?:<d> )?<named> (?:van )?het jaar (?:<later>|<earlier>)"),
    (Shape.AFTER, r"<partly>(?:die|diezelfde|dezelfde|dat|datzelfde) (?:maand|<season>|<holiday>)"),
    (Shape.AFTER, r"(?:de|het) <named> (?:<later>|<earlier>)"),
    (Shape.AFTER, r"(?:<d> )?<month> (?:daarop|daarna|erop)"),
    # Against a birth
    (Shape.AGE, r"(?:op|rond|sinds|voor|na) <who> (?:eerste|tweede|derde|[1-3]e)(?= ?(?:$|[.,;:()\n]|<goes>))"),
    (Shape.AGE, r"(?:op|rond|sinds|voor|na) <who> (?!(?:eerste|tweede|derde|[1-3]e)\b)<nth>(?! (?:<other>)\b)"),
    (Shape.AGE, r"(?:kort |vlak |net )?(?:voor|na|op|rond|sinds|vanaf|tot) (?:<who>|de) <nth> verjaardag"),
    (Shape.AGE, r"<who> <nth> verjaardag"),
    (Shape.AGE, r"(?:op )?(?:<who> |de |een )?<age>[- ]?jarige leeftijd"),
    (Shape.AGE, r"op (?:de |een |<who> )?leeftijd van <age>(?: jaar)?"),
    (Shape.AGE, r"(?:in )<who> <nth> (?:levensjaar|jaar)"),
    (Shape.AGE, r"(?:toen|als|nadat|sinds|vanaf dat) (?:ik |[\w'.]+ ){1,3}(?:amper |nog maar |net |bijna "
     r"|ongeveer |een jaar of )?(?:<half>|<age>(?: jaar)?(?: en <age> maanden)?)(?: jaar)?(?: oud)? (?:was"
     r"|werd|waren|is geworden)"),
    (Shape.AGE, r"(?:toen|als) (?:[\w']+ ){1,3}(?:<age> )(?:maanden|weken)(?: oud)? (?:was|werd)"),
    (Shape.AGE, r"(?:was|werd) (?:(?:toen|inmiddels|net|pas|nog maar|al|bijna|ongeveer|amper"
     r"|toen net) )*<age> jaar(?: oud)?(?= toen| op dat moment| ten tijde)"),
    (Shape.AGE, r"was <age>(?= ten tijde| bij (?:de |haar |zijn )?(?:geboorte|eerste|scheiding|overlijden))"),
    (Shape.AGE, r"(?:ik|hij|zij|ze|was) (?:nog maar|pas|amper) <age>(?: was)?(?=[.,;)]|$)"),
    (Shape.AGE, r"ik was <age>(?= en |[,.])"),
    (Shape.AGE, r"was (?:pas |net |nog maar )?<age>(?: jaar)?(?: oud)?(?= toen)"),
    (Shape.AGE, r"(?:(?<=en\x20)|(?<=,\x20))<age> toen (?:ik|hij|zij|ze)\b"),
    (Shape.AGE, r"(?:was|werd) (?:hij|zij|ze|[a-z]+) (?:net |pas |nog maar )?<age>(?: jaar)?(?: oud)? toen"),
    (Shape.AGE, r"was (?:toen|inmiddels|toen net|toen pas) <age>(?: jaar)?(?: oud)?(?=[.,;) ])"),
    (Shape.AGE, r"(?:met|op) <age> (?:jaar|maanden)(?: oud)?(?! (?:geleden|later|terug|lang|eerder|ervaring))"),
    (Shape.AGE, r"(?:(?<=van\x20)|(?<=tot\x20)|(?<=tot\x20en\x20met\x20)|(?<=t/m\x20)"
     r"|(?<=vanaf\x20))<who> <nth>(?: (?:verjaardag|levensjaar|jaar))?"),
    (Shape.AGE, r"(?:tussen )<who> <nth> en (?:<who> )?<nth>(?: (?:levensjaar|jaar|verjaardag))?"),
    (Shape.AGE, r"(?:bij|sinds|vanaf|rond) (?:de |<who> )?geboorte(?! van)"),
    (Shape.GROUP, r"(?:(?:begin|medio|eind|halverwege|sinds|vanaf|tot|in|na) )(?:de )?kleuterklas"),
    (Shape.GROUP, r"(?:in|sinds|vanaf|eind|begin) (?:de )?(?:eerste|tweede|derde|vierde|vijfde"
     r"|zesde) van (?:het |de )?(?:vmbo|mavo|havo|vwo)"),
    (Shape.GROUP, r"(?:(?:begin|eind|sinds|vanaf|in|na) )(?:de )?(?:vmbo|mavo|havo|vwo)(?:-[a-z]+)? ?[1-6]"),
    (Shape.GROUP, r"(?:(?:begin|medio|eind|halverwege|sinds|vanaf|tot|in|van|eind van|begin van|start van"
     r"|na) )(?:de )?groep <group>"),
    (Shape.GROUP, r"(?:(?:begin|medio|eind|halverwege|sinds|vanaf|tot|in|na|van|start in"
     r"|begonnen in) )(?:de )?(?:brugklas|(?:[1-6]e|eerste|tweede|derde|vierde|vijfde) klas|klas [1-6])"),
    # Without a year
    (Shape.YEARLESS, r"(?:de |het )?(?:week|weekend) van (?:<wd> )?<d> <month>"),
    (Shape.YEARLESS, r"<onday><dd>[-/. ]?(?:van )?<month><soon>"),
    (Shape.YEARLESS, r"<onday><d> ?[-/] ?<m>(?![-/.,]?\d)<soon>"),
    (Shape.YEARLESS, _MODIFIED + r"<full>"),
    (Shape.YEARLESS, _MODIFIED + rf"(?:{SHORT_MONTHS})\b\.?"),
    (Shape.YEARLESS, _MODIFIED + r"(?:<holiday>)"),
    (Shape.YEARLESS, _MODIFIED + r"(?:<season>)"),
    (Shape.YEARLESS, r"(?:week|wk)\.? ?(?:[1-9]|[1-4]\d|5[0-3])"),
    (Shape.YEARLESS, r"(?:het )?(?:eerste|tweede|derde|vierde|1e|2e|3e|4e|laatste) kwartaal"),
)  # fmt: skip
SHAPE_RULES: tuple[ShapeRule, ...] = tuple(ShapeRule(shape, compiled(text)) for shape, text in _TABLE)

DAY_BEFORE = re.compile(
    rf"(?<![\w./-])(?<!week )(?<!wk )(?P<day>(?:0?[1-9]|[12]\d|3[01])(?:e|ste|de)?"
    rf"|{_ORDINALS})(?:, (?:[12]?\d|3[01]))*"
    r"(?P<link>[^\S\n]*(?:t/m|t\.?e\.?m\.?|tot en met|tot|-|/|en)[^\S\n]*)$",
    re.ASCII,
)
"""A day that borrows its month and year from the date right after it."""
LINK = re.compile(
    r"[^\S\n]*(?:(?P<until>tot en met|tot aan|tot|t/m|t\.e\.m\.|tem)|(?P<dash>-|~)|(?P<slash>/)|(?P<night>op)"
    r"|(?P<and>en))[^\S\n]*(?:uiterlijk[^\S\n]+|aan[^\S\n]+|op[^\S\n]+)?"
)
"""What stands between the two ends of a period."""
OPENING = re.compile(r"(?:^|(?<=\W))(?P<word>tussen|van|vanaf|sinds|periode|in)[^\S\n]+(?:de[^\S\n]+|het[^\S\n]+)?$")
BOUND = re.compile(
    r"(?:^|(?<=[\W]))(?:(?P<since>sinds|sedert|al sinds)|(?P<from>vanaf|met ingang van|m\.?i\.?v\.?|ingaande"
    r"|start per)"
    r"|(?P<until>tot en met|t/m|tot uiterlijk|tot aan|tot|uiterlijk(?: op)?))[^\S\n]+(?:de[^\S\n]+|het[^\S\n]+)?$"
)
"""A word before a date that makes it the begin or the end of something."""
