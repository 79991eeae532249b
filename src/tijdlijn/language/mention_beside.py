"""What only looks like a date, told by what stands beside it: numbers of other things, habits, and surnames.

The rule: one table. A place is no date when a row of it fits: its shape, its words, what stands before it and what
stands behind it. Only a day and month in figures ("12/3") is doubted from the start, and needs a sign that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from tijdlijn.language import calendar_nl as nl
from tijdlijn.language.mention_patterns import SHORT_MONTHS, Shape, spaced

REACH = 48
"""How many characters before a date are looked at for what it belongs to."""
AHEAD = 26
"""How many behind it."""


def _pattern(text: str | None) -> re.Pattern[str] | None:
    """A pattern in which a space stands for any white space within a line."""
    if text is None:
        return None
    return re.compile(spaced(text))


def _listed(words: str) -> str:
    """The words of a list that is parted by commas, as alternatives."""
    return "|".join(words.split(", "))


@dataclass(frozen=True, slots=True)
class Doubt:
    """When a place is no date. What is None fits always; `before` ends where the date begins, `after` starts where it
    ends, `words` is all of it. `capital` asks for a capital at its last word."""

    why: str
    shapes: Collection[Shape] | None = None
    words: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    capital: bool = False


def _doubt(
    why: str,
    *shapes: Shape,
    words: str | None = None,
    before: str | None = None,
    after: str | None = None,
    capital: bool = False,
) -> Doubt:
    ended = None if before is None else f"(?:{before})$"
    return Doubt(why, shapes or None, _pattern(words), _pattern(ended), _pattern(after), capital)


_NUMBERED = _listed(
    r"\bartt?(?:ikel(?:en)?)?\.?, \blid, \b\w*nummers?, \b\w*(?:nr|nrs"
    r"|no)\.?, \bkenmerk, \bzaak\w*, \b(?:je )?rk, €, \beuro?, \beur"
    r", \btel(?:efoon)?\.?, \bmobiel, \bkamer, \bpostbus, \bversie, \bdsm, \bicd, \biq, \bt-?score, \bscore"
    r", \bpagina, \bblz\.?, \bp\."
    r", \bparagraaf, \bpar\., \bhoofdstuk, \bbijlage, \bcode, \bproduct, \bbsn, \biban, \bklas, \bniveau, #"
    r", \btarief(?: van)?"
)
_LAWS = _listed(
    r"\bwet(?:boek|svoorstel)?, \w+wet(?: van)?, \bwmo, \bavg, \bwvggz, \bivrk, \bbw"
    r", \bverordening(?: \w+){0,3}, \b\w*regeling(?: \w+)?"
    r", \bbeleidsregels?, \brichtlijn, \b\w*protocol, \w*kader, \bstb\.?, \bstcrt\.?"
    r", \blpw, \bwi\b, \bbesluit (?:jeugdwet|wmo)"
)
_STREETS = r"(?:\b|\w)(?:straat|laan|weg|plein|kade|singel|gracht|boulevard|dijk|hof|pad|steeg|dreef|plantsoen)"
_UNITS = _listed(
    r"%, °, euro, eur\b, ,-, frank, gulden, uur, u\b, minuten, min\b, sec, meter, m\b, m2, km, cm, mm, kg"
    r", kilo, gram, mg, ml, liter, kcal"
    r", punten, keer, maal, x\b, jaar, jarige, jr\b, maanden, mnd, weken, wkn, dagen, kinderen, personen"
    r", mensen, leerlingen, gesprekken"
    r", sessies, stuks, procent, dagdelen, etmalen, nachten, woorden, broers, zussen, broertjes, zusjes"
    r", huizen, plaatsen"
)
_HABITS = _listed(
    r"elke, iedere, ieder, elk, alle, wekelijkse?, (?:twee|drie"
    r"|vier)wekelijkse?, dagelijks, jaarlijks, maandelijks, om de, steeds"
    r", altijd, meestal, vaste, (?<![a-z])'s"
)
_TIMES = _listed(r"per jaar, jaarlijks, elk jaar, ieder jaar, per week, wekelijks, elke week, iedere week, keer per")
_TITLES = _listed(
    r"mevrouw, mevr, mw, meneer, de heer, dhr, heer, juf, meester, dr, drs, mr, familie, fam, van, de, den"
    r", der, [a-z]"
)
_MONTHS = "|".join(nl.MONTHS)
_NAMED = (Shape.YEARLESS, Shape.WEEKDAY)
_SIGNS = r"(?:^|[\n.!?:;|\t(\"'•\-–*>]|\b[a-z]\)) ?"

DOUBTS: tuple[Doubt, ...] = (
    _doubt("part of an address of a mail or site", after=r"@|\.[a-z]{2}|_\w"),
    _doubt("part of an address of a mail or site", words=r"[a-z].*", before=r"[a-z0-9][.@_]|://\S*"),
    _doubt("the number of something", words=r"\d+", before=rf"(?:{_NUMBERED}) ?:? ?"),
    _doubt("the number of something", Shape.WHOLE, words=r"[\d\s/.-]+", before=rf"(?:{_NUMBERED}|{_STREETS}"
    rf"|\bperceel) ?:? ?"),
    _doubt("the end of a telephone number", Shape.WHOLE, words=r"\d{4}", before=r"\d{2,}-\d+ "),
    _doubt("a paragraph of a law", Shape.WHOLE, words=r"\d{4}", before=r"\bart(?:ikel)?\.? [^;\n]{0,30}\b[a-z]{2,} "),
    _doubt("the year of a law", Shape.WHOLE, words=r"(?:van )?\d{4}", before=rf"(?:{_LAWS}) (?:uit |van )?"),
    _doubt("a house number", Shape.WHOLE, words=r"\d{4}", before=rf"{_STREETS} "),
    _doubt("a quantity", Shape.WHOLE, words=r"\d{4}", after=rf" ?(?:{_UNITS})"),
    _doubt("a number with a comma", words=r"\d+", before=r"\d,"),
    _doubt("a habit", *_NAMED, Shape.NEAR, words=r"[^\d].*", before=rf"(?:^|\b)(?:{_HABITS}) (?:(?:week|weken"
    rf"|andere|de|twee|2) )*(?:op )?"),
    _doubt("a habit of two days", Shape.WEEKDAY, before=rf"\b(?:{_HABITS}) \w+dag(?:en)? (?:en|t/m|tot) "),
    _doubt("a habit", Shape.WEEKDAY, words=r"(?:op )?[a-z]+(?:dag|middag|avond|ochtend)(?:en)?", before=r"\b(?:past"
    r"|passen|werkt|werken|traint|trainen|sport|zwemt|voetbalt|danst|vrij) (?:altijd |dan |ook )?op "),
    _doubt("how often", *_NAMED, words=r"[^\d].*", before=rf"\b(?:{_TIMES})\b[^.;,\n]{{0,40}}"),
    _doubt("how often", Shape.WEEKDAY, after=r"[^.;\n]{0,24}\b(?:wekelijks|om de week|per week|elke week)"
    r"|(?:en|s)\b[ ,]"),
    _doubt("written out behind it", Shape.YEARLESS, after=rf" ?\((?:\d{{4}}|{_MONTHS})"),
    _doubt("what a season means", Shape.YEARLESS, before=rf"\b(?:{'|'.join(nl.SEASON_CODES)}) \(", after=r"\)"),
    _doubt("part of a longer word", *_NAMED, words=r".*[a-z]", after=rf"[a-z]|-(?!(?:{_MONTHS}"
    rf"|{SHORT_MONTHS})\b)[a-z]"),
    _doubt("part of a double name", *_NAMED, words=r"[^\d].*", before=r"\w-", capital=True),
    _doubt("a surname", *_NAMED, before=rf"\b(?:{_TITLES})\.? ?", capital=True),
    _doubt(
        "a short month that is a word",
        Shape.YEARLESS,
        words=rf"(?:{SHORT_MONTHS})\.?",
        after=rf"(?!-(?:{SHORT_MONTHS}|{_MONTHS})\b)",
        capital=True,
    ),
    _doubt("a week of pregnancy", Shape.YEARLESS, words=r"(?:week|wk).*", after=rf" ?(?:lang|zwanger|{_UNITS})"),
    _doubt("any such day", Shape.WEEKDAY, Shape.YEARLESS, words=r"[^\d].*", before=r"\been "),
    _doubt("the length of an order", Shape.AGE, words=r"met .*", before=r"\b(?:verleng|opschort|uitstel"
    r"|termijn|duur)\w*\b[^.;\n]{0,40}"),
    _doubt("later than planned", Shape.AFTER, after=r" dan\b"),
    _doubt("two groups", Shape.GROUP, after=r"[/-]\d"),
    _doubt("this morning and such", Shape.NEAR, words=r"morgen", before=r"\b(?:'s|goede|van|in de|de|elke|iedere) "),
    _doubt("until now", Shape.NEAR, words=r"heden", before=r"(?:\b(?:tot(?: op)?|t/m|het|in het)|-) "),
    _doubt("the first time in a while", Shape.NEAR, words=r"sinds .*", before=r"\beerste?(?: keer| maal)? "),
    _doubt("over a length of time", Shape.NEAR, words=r"over .*", before=r"\b(?:verdeeld|gemiddeld|gespreid"
    r"|periode|loopt) "),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Around:
    """A place with what stands around it: all folded but `own`, which is the text as it is written."""

    shape: Shape
    words: str
    before: str
    after: str
    own: str
    own_after: str

    @property
    def has_capital(self) -> bool:
        """Whether the name in it (its last word) begins with a capital."""
        return self.own.split()[-1][:1].isupper()


def is_date(around: Around) -> bool:
    """Whether what is written as a date can be one, as far as its neighbours tell."""
    if any(_fits(doubt, around) for doubt in DOUBTS) or _is_glued(around) or _is_postcode(around):
        return False
    if _IN_FIGURES.fullmatch(around.words):
        return _is_short_day(around)
    if around.shape in _NAMED and around.has_capital and around.words.split()[0].rstrip(".") not in _SHORT_WEEKDAYS:
        return _is_first(around)
    return around.shape is not Shape.YEARLESS or _is_led(around)


def _fits(doubt: Doubt, around: Around) -> bool:
    return (
        (doubt.shapes is None or around.shape in doubt.shapes)
        and (not doubt.capital or around.has_capital)
        and (doubt.words is None or doubt.words.fullmatch(around.words) is not None)
        and (doubt.before is None or doubt.before.search(around.before) is not None)
        and (doubt.after is None or doubt.after.match(around.after) is not None)
    )


_SHORT_WEEKDAYS = frozenset({"ma", "di", "wo", "do", "vr", "za", "zo"})
_FIRST = _pattern(_SIGNS + "$")
assert _FIRST is not None


def _is_first(around: Around) -> bool:
    """A capital is only that of a sentence, or of a feast."""
    is_feast = any(around.words.endswith(name) for name in nl.HOLIDAYS)
    has_number = around.words[0].isdigit()
    return is_feast or has_number or (_FIRST is not None and _FIRST.search(around.before) is not None)


_GLUE = re.compile(r"[\w@/.\-+#:]$")
_DATE_AND_DASH = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|'\d\d|[-/.]\d\d|[a-z]{3})[-/]$")
_AFTER_DASH = re.compile(r"(?:19|20)\d\d(?!\d)|\d{1,2}[-/ ][a-z\d]")
_NEXT_YEAR = re.compile(r"[-/](?:'?(?P<short>\d\d)|(?P<year>(?:19|20)\d\d))(?![\d/-])")


def _is_glued(around: Around) -> bool:
    """Whether it is part of a longer number: 06-2019-1, 2019/WR/004, 0800-2000; "2016-2018" is two years."""
    words, before = around.words, around.before
    if words[0].isdigit() and _GLUE.search(before) and not before.endswith("/m"):
        is_pair = (re.search(r"(?<![\d/.-])\d{1,2}/$", before) and re.match(r"\d{1,2} [a-z]", words)) or (
            re.search(r"(?<![\d/.-])\d{1,2}-$", before) and re.fullmatch(r"\d{1,2}/\d{1,2}", words)
        )
        if not is_pair and not (_DATE_AND_DASH.search(before) and _AFTER_DASH.match(words)):
            return True
    is_year = around.shape is Shape.WHOLE and re.fullmatch(r"(?:[^\d]* )?\d{4}", words)
    goes_on = is_year and re.match(rf"[/\w@]|[.,:\-](?!(?:{_MONTHS}|{SHORT_MONTHS})\b)\w", around.after)
    return bool(goes_on and not _has_next_year(around))


def _has_next_year(around: Around) -> bool:
    """Whether a year is followed by one that ends a period with it: "2016-'18", "2018/19"."""
    match = _NEXT_YEAR.match(around.after)
    if match is None:
        return False
    first = int(around.words[-4:])
    last = int(match["year"]) if match["year"] else first - first % 100 + int(match["short"])
    return 0 < last - first <= 12


_LETTERS = re.compile(r"[^\S\n]?[A-Z]{2}(?P<place>[^\S\n]+[A-Z])?(?![A-Za-z])")


def _is_postcode(around: Around) -> bool:
    if around.shape is not Shape.WHOLE or not re.fullmatch(r"\d{4}", around.words):
        return False
    match = _LETTERS.match(around.own_after)
    return bool(match and (match["place"] or re.search(r"(?:\d[a-z]?,?|,)[^\S\n]*$", around.before)))


# A day and a month in figures

_IN_FIGURES = re.compile(
    r"(?:[a-z]+\.?,? (?:op )?(?:de )?)?\d{1,2} ?[-/] ?\d{1,2}(?: (?:jl|a\.?s|jongstleden|aanstaande)\.?)?", re.ASCII
)
_TIME = _pattern(r",? ?\d{1,2}[.:]\d\d\b")
_NO_DAYS = frozenset({"24/7", "24-7", "1/2", "1/3", "1/4", "2/3", "3/4"})
_NO_DAY_BEFORE = _pattern(
    rf"(?:(?:{_NUMBERED})|\b(?:groep|groepen|klas|leeftijd|score|cijfer|circa|ongeveer|ca\.?|bloeddruk|de|{_LAWS})|:)"
    r" ?$"
)
_NO_DAY_AFTER = _pattern(rf" ?(?:{_UNITS})|[/\-%]|[.,]\d")
_SURE_BEFORE = _pattern(r"\b(?:op|d\.?d\.?|per|vanaf|sinds|t/m|uiterlijk|datum:?|dag|tot(?: en met)?|voor|na|v)\.? ?$")
_LIKELY_BEFORE = _pattern(
    r"(?:\b(?:en|van|in|bezoek|gesprek|overleg|afspraak|mdo|zitting|contact|mail|brief|intake|evaluatie"
    r"|verslag|melding)\.?"
    r"|[(,;|]|^) ?$"
)
_BRACKET = _pattern(r"\([^()\d]{0,30}$")
_CLOSED = _pattern(r" ?(?:$|[),.;:\n\t|]|t/m|tot|-|en\b)")
_TOLD = _pattern(r" (?!van\b|deel\b|voor\b|aan\b)[a-z]{3}")
_NOTED = _pattern(r" [a-z]")
_PADDED = re.compile(r"\d\d[-/]\d\d")
_LISTED_BEFORE = _pattern(r"\d{1,2}[-/]\d{1,2}(?:,| en) ?$")
_FIRST_DAY = _pattern(r"(?<![\d/.-])\d{1,2}-$")
_PERIOD = _pattern(r" ?(?:t/m|tot(?: en met)?|-) ?\d{1,2}[-/.]\d{1,2}[-/.]\d{2}")
_MEETING = _pattern(r"\b(?:gespr(?:ek)?|sessie|test|zitting|overleg|intake|huisbezoek|bezoek)\.? $")
_MORE = _pattern(r", \d{1,2}[-/]\d{1,2}\b")
_LINE = _pattern(r"^[ \-*•>]*$")


def _is_short_day(around: Around) -> bool:
    """Whether "12/3" is a day: a sign for it before, and no unit, noun or further number behind."""
    before, after = around.before, around.after
    in_brackets = after.startswith(")") and _has(_BRACKET, before)
    if in_brackets and len(set(around.words.split("/"))) == 1:
        return False
    in_list = before.rstrip().endswith(":") and _starts(_MORE, after)
    if in_list or _has(_FIRST_DAY, before) or _has(_LISTED_BEFORE, before) or _starts(_PERIOD, after):
        return True
    if around.words.replace(" ", "") in _NO_DAYS or _has(_NO_DAY_BEFORE, before) or _starts(_NO_DAY_AFTER, after):
        return False
    if around.words[0].isalpha() or _has(_SURE_BEFORE, before) or _has(_MEETING, before) or _starts(_TIME, after):
        return True
    if _has(_LINE, before):
        told = _NOTED if _PADDED.fullmatch(around.words) else _TOLD
        return _starts(told, after) or _starts(_CLOSED, after)
    return (in_brackets or _has(_LIKELY_BEFORE, before)) and _starts(_CLOSED, after)


def _has(pattern: re.Pattern[str] | None, text: str) -> bool:
    return pattern is not None and pattern.search(text) is not None


def _starts(pattern: re.Pattern[str] | None, text: str) -> bool:
    return pattern is not None and pattern.match(text) is not None


# A month or season alone

_SHORT_MONTH = re.compile(rf"(?:{SHORT_MONTHS})\.?")
_LED = _pattern(r"(?:\b(?:in|sinds|vanaf|tot|t/m|tot en met|eind|begin|medio|half|per|en|van|voor|na)|-|/) ?$")
_FOLLOWED = _pattern(rf" ?(?:[-/]|t/m|en) ?(?:{SHORT_MONTHS})\b")


def _is_led(around: Around) -> bool:
    """A short month needs a word that leads to it: "sep" in "in sep", not in "sep" alone."""
    if _SHORT_MONTH.fullmatch(around.words):
        return _has(_LED, around.before) or _starts(_FOLLOWED, around.after)
    return not (around.words == "mei" and not around.before.strip())
