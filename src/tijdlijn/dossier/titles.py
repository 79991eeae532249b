"""A short title for a dated fact, in the document's own words.

The rule: the clause of the date without the date, shortened, never reworded. Words only leave it, or a verb changes
places with its subject because the date that stood before them is gone ("heeft moeder gebeld" → "Moeder heeft gebeld").
"""

from __future__ import annotations

import re

from tijdlijn.dossier.candidates import Family
from tijdlijn.dossier.clauses import clause_of
from tijdlijn.dossier.context import NOTHING_AROUND, PassageContext
from tijdlijn.dossier.kinds import is_birth
from tijdlijn.dossier.party_search import NOBODY
from tijdlijn.language.calendar_nl import MONTHS
from tijdlijn.language.folding import fold, squeezed

LONGEST = 70
"""Characters of a title, at most."""
_SHORTEST_CUT = 18
"""A title is not cut to less than this when there is more to say."""

_BEFORE_DATE = (
    r"(?:(?:\bin de )?\b(?:nacht|avond|ochtend|middag) van \d{1,2} op )?"
    r"(?:(?:\b(?:op|in|van|vanaf|per|sinds|rond|tot|tot en met|t/m|d\.?d\.?|dd|voor|vóór|na|"
    r"begin|eind|medio|halverwege|datum|uiterlijk|"
    r"met ingang van|m\.i\.v\.|ingaande|gedateerd|de|het|al|omstreeks|tijdens|over|om|pas|met)\s+)|,\s*)*"
)
_TIME = (
    r"(?:\s+\d{1,2}-\d{1,2}\s*u(?:ur)?\b\.?)?"
    r"(?:,?\s*(?:om\s+)?\d{1,2}[.:]\d\d(?:\s*(?:uur|u\b\.?))?)?(?:\s*\((?:\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?)\))?"
)
_AND_MONTH = rf"(?:\s+en\s+(?:(?:{'|'.join(MONTHS)})\b(?:\s+\d{{4}})?|\d{{4}}\b))?"
_LEADS_TO = re.compile(rf"(?:\(\s*)?{_BEFORE_DATE}$", re.I)
_BEHIND_DATE = re.compile(rf"{_AND_MONTH}{_TIME}(?:\s*\))?", re.I)
_MARKS = re.compile(
    r"^(?:[-–—•*>|▪]+\s*|[A-Z]\.\d+\s+|(?:(?:Onderwerp|Re|RE|FW|Fwd?)\s*:\s*)|"
    r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[A-Z])|\d{1,2}[.)]\s*)+"
)
_LABEL = re.compile(
    r"^(?:notitie|samenvatting|omschrijving|inhoud|betreft|onderwerp|tekst|"
    r"verslag|toelichting|bijzonderheden|opmerking(?:en)?|let op|afspra(?:ak|ken)|"
    r"advies|actie|vervolg|aanleiding|verloop|feiten|historie|situatie|stand van zaken)\s*:\s*(?=\S)",
    re.I,
)
_LEADING = re.compile(
    r"^(?:(?:en|maar|daarna|waarna|vervolgens|toen|nadat|dat|omdat|terwijl|die|ook|daarnaast|"
    r"hierna|inmiddels|verder|zodat|want|waarop|tevens|"
    r"totdat|als(?!.*, )|aangezien|doordat|hoewel|eerder|later|sindsdien|wel|nog|reeds|er|dan)\s+)+",
    re.I,
)
_TURNS = re.compile(
    r"\b(?:daarna|vervolgens|toen|er|inmiddels|verder|hierna|later|eerder|sindsdien|tevens|ook|dan|daarnaast|dat)\s+$",
    re.I,
)
"""Behind such a word the verb stands before its subject."""
_DANGLING = re.compile(
    r"(?:[\s,;:(–-]+(?:op|in|van|tot|vanaf|sinds|en|de|het|een|om|per|t/m|tot en met|bij|"
    r"met|door|voor|naar|aan|die|dat|waarna|omdat|"
    r"toen|haar|zijn|te|ook|of|over|als|is|was|heeft|rond|na|maar|pas|al|d\.d\.?|i\.v\.m\.?|"
    r"n\.a\.v\.?|dd|u|tijdens|waarbij|uiterlijk|vóór))+[\s,;:.(–-]*$",
    re.I,
)
_AUXILIARY = r"(?:heeft|hebben|had|hadden|is|zijn|was|waren|werd|werden|wordt|worden|heb|ben)"
_VERB = (
    r"(?:gaat|ging|gingen|kreeg|kregen|krijgt|begon|begonnen|begint|kwam|kwamen|komt|overleed|"
    r"verhuisde|verhuisden|verhuist|vertrok|start|"
    r"startte|startten|volgt|volgde|meldt|meldde|belt|belde|sluit|sloot|stopt|stopte|woont|"
    r"woonde|blijkt|bleek|zal|zullen|kan|kon|moet|moest|"
    r"besloot|besluit|neemt|nam|vraagt|vroeg|sprak|spreekt|stelt|stelde|verleent|verleende|"
    r"loopt|liep|viel|raakte|trok|wil|doet|deed|leert|"
    r"vertelt|vertelde|zei|zegt|stond|staat|at|sliep|slaapt|kende|brak|sloeg|stierf|verdween|bleef|blijft|groeide|"
    r"zit|zat|verblijft|verbleef|trof|vindt|vond|deed|gaf|geeft|heeft|"
    r"hebben|had|is|was|werd|zijn|waren|wordt)"
)
_PRONOUN_OR_NAME = re.compile(
    rf"^(?P<verb>{_VERB}|{_AUXILIARY}) (?P<subject>(?:zij|ze|hij|ik|wij|we|moeder|vader|"
    rf"ouders|mama|papa|oma|opa|school|politie|"
    r"(?!De |Het |Een )[A-Z][\w'’-]+(?: (?:[A-Z]\b|[A-Z][\w'’-]*[a-z][\w'’-]*))*(?: niveau "
    r"\d)?|[A-Z]\.(?! [A-Z])|het(?= (?:nog|al|weer|niet|zo|\d|heel|erg|goed|slecht|beter|mis|"
    rf"rustig)\b))(?: en (?!{_VERB} )(?:(?:haar|zijn|de) )?[\w'’-]+)?)(?=[ .:;,]|$)"
)
_NOUN = re.compile(
    rf"^(?P<verb>{_VERB}) (?P<often>(?:elke|iedere|om de) [a-z]+ )?"
    r"(?P<subject>(?:de|het|een|haar|zijn|hun|onze|mijn) "
    r"(?:(?!politie|gemeente|familie|organisatie)\w+e |intern |ambulant |maatschappelijk |persoonlijk )?"
    r"(?!(?:van|bij|in|op|met|en|voor|naar|uit) )[\w'’-]+"
    r"(?: van (?:(?:de|het|een) )?[\w'’-]+)?"
    r"(?:, (?:mevrouw|mevr\.|mw\.|meneer|dhr\.|juf|meester) [A-Z][\w'’-]+,)?)(?=[ .,:;]|$)"
)
_KIN = (
    r"oma|opa|dochter|zoon|zus|zusje|broer|broertje|tante|oom|nicht|neef|beide|alle|juf|meester|mentor|docent|agent|arts"
    r"|gedragswetenschapper|mevrouw|meneer|mevr|dhr|cliente?|buurvrouw|buurman|stiefvader|stiefmoeder|vriend|kleinkind"
    r"|grote|kleine|oude|over|samen met|gemeente|stichting|partner|collega|pleegmoeder|pleegvader|consulent|huisarts"
    r"|peuter|kleuter|baby|rechtbank|tolk|want|niet|met"
)
_STRONG = (
    r"[a-zëï]*(?:komen|gaan|doen|staan|zien|nemen|krijgen|kregen|gingen|kwamen|brengen|namen|zaten|lagen|liepen"
    r"|schreef|schrijf|vroeg|riep|gaf|zag|nam|las|sprak|brak|lag|zat|at|kocht|bracht|wil|mag|moet|kan|zal|heb|ben|ga|doe"
    r"|tekenen|spreken|bellen|vragen|melden|praten|geven|laten|wonen|willen|kunnen|mogen|moeten|zullen|bespreken|vertelden)"
)
_WHO = "(?:zij|ze|hij|ik|wij|we)"
_FINITE = re.compile(
    r"^(?!(?:de|het|een|door|bij|in|op|met|na|naar|van|voor|aan|geen|als|dat|die|uit|"
    r"vanuit|tijdens|en|ook|er|is|zijn|niet) )"
    rf"(?P<verb>[a-zëï]{{3,}}(?= {_WHO} )|(?!(?:{_KIN}) )(?:[a-zëï]+(?:t|de|te|den|ten)|{_STRONG})"
    r"(?= (?:moeder|vader|ouders|de|het|een|haar|zijn) | [A-Z][a-z]+ )) "
)
"""Behind a date in front the verb stands, and behind it who does it."""
_TAKES_PLACE = re.compile(r"^(?:vond|vonden|vindt|vinden) (?P<what>.+?)\s+plaats\b", re.I)
_THERE = re.compile(r"^(?P<verb>stond|stonden|kwam|kwamen|volgde|volgden|bleef|lag|liep|ging|gingen) er ")
_DROPPED = re.compile(rf"^(?:{_AUXILIARY}|ligt|liggen|lag|lagen) (?:er )?(?:toen |daarna |al |ook )?(?=\S)")
_ARTICLE = re.compile(rf"^(?:(?:[Dd]e|[Hh]et) (?=[a-z])(?!heer\b|{_VERB} )|[Ee]en )")
_BORN_ASIDE = re.compile(r",? ?\(?\b(?:geboren|geb\.) (?:op )?\d{1,2}[-/ ][\w]+[-/ ]\d{2,4}(?: te [A-Z]\w+)?\)?,?")
_CUTS = re.compile(
    r"\s*(?:[,;(]|\.\s|\b(?:i\.v\.m\.|n\.a\.v\.|m\.b\.t\.)|\b(?:omdat|waarbij|terwijl|zodat|"
    r"vanwege|wegens|aangezien|waardoor|nadat|met een)\b)"
)
_HALF_DATE = re.compile(r"\s+(?:op|tot|van|per|t/m|vanaf|sinds|in)\s+\d{1,2}$")
_CONDITION = re.compile(r"(?:als|indien|mits|tenzij)\b")
_LETTER_HEAD = re.compile(r"(?i)\bpostbus\b|\b\d{4} ?[A-Z]{2}\b|^(?:van|aan|datum|onderwerp)\s*:")
_KIND_OF_PAPER = re.compile(
    r"verslag|rapport|brief|beschikking|notitie|plan|mail|melding|advies|intake|overzicht|journaal|besluit|indicatie"
    r"|evaluatie|formulier|onderzoek|verklaring|aantekening|overdracht|gesprek|verhaal|dossier|proces|aanvraag|verwijz"
)
"""A first line that says what the document is."""
_DATED = re.compile(r"\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|,?\s*\d{1,2} [a-z]+ \d{4}")
_CODE = re.compile(r"^[0-9]+[A-Z]?\d*\s+(?=[A-Z])")
_LETTERS = re.compile(r"[a-z]{3}")
_TELLING = ("product", "voorziening", "wat", "actie", "omschrijving", "notitie", "verslag", "bevinding", "tekst")
"""Columns that say what happened."""
_WORDS = re.compile(r"[^\W\d_]{2,}")


def title_of(passage: str, words: str = "", family: Family = NOBODY, context: PassageContext = NOTHING_AROUND) -> str:
    """What happened at this date, in at most `LONGEST` characters; empty only when the passage is.

    `words` are those of the date; the family and the context help where the passage is a date with no more than a
    label: then the title is that of the document.
    """
    words = words or context.words
    born = _birth(passage, words, context)
    if born:
        return born
    if "\t" in passage:
        return _of_row(passage, words, context) or shortened(_clean(passage.replace("\t", " "), words))
    clause = clause_of(passage, words, context.at)
    if not words and not context.words:
        clause = re.split(r"(?<=[a-z)])\. (?=[A-Z0-9])", clause)[0]
    if _CONDITION.match(fold(clause)):
        clause = passage
    title = _clean(clause, words)
    if _says_little(title, family, passage) and clause != passage.strip():
        title = _clean(passage, words)
    if _says_little(title, family, passage):
        title = _of_document(title, context)
    return shortened(title or _clean(passage, ""))


def _birth(passage: str, words: str, context: PassageContext) -> str:
    placed = context if context.words == words else PassageContext(words=words)
    if not words or not is_birth(passage, placed):
        return ""
    before = passage[: placed.at if placed.at >= 0 else passage.find(words)]
    names = re.findall(r"[A-Z][\w'’-]+(?: (?:(?:van|de|der|den|el) )*[A-Z][\w'’-]+)*", before.replace("\t", " . "))
    names = [
        name
        for name in names
        if fold(name) not in ("betreft", "kinderen", "geboren", "moeder is", "jeugdige", "gezin", "geb")
    ]
    return f"{names[-1]} geboren" if names else ""


def _of_row(row: str, words: str, context: PassageContext) -> str:
    """Of a table row the cell that says what; of a label with its value the title of the document."""
    cells = [squeezed(cell) for cell in row.split("\t")]
    named = next(
        (text for name, text in context.cells if fold(name).startswith(_TELLING) and _LETTERS.search(text)), ""
    )
    if named and squeezed(named) in cells:
        return shortened(_clean(_CODE.sub("", squeezed(named)), words))
    own = next((cell for cell in cells if words and words in cell), "")
    rest = _clean(own, words)
    if len(_WORDS.findall(rest)) > 2:
        return shortened(_clean(clause_of(own, words), words))
    if len(cells) == 2:
        return shortened(_of_document(_clean(cells[0], words), context))
    telling = [cell for cell in cells if _WORDS.search(cell) and cell != own]
    return shortened(_CODE.sub("", max(telling, key=lambda cell: len(_WORDS.findall(cell))))) if telling else ""


def _of_document(title: str, context: PassageContext) -> str:
    """What the row or the document is called; the label itself when neither says."""
    subject = context.cell("onderwerp", "betreft") or context.cell("contactvorm", "soort")
    if subject:
        return _clean(subject, "")
    opening = _DATED.sub("", context.opening)
    profile = context.profile
    called = f"{profile.genre} {profile.agency}".strip() if profile.genre else ""
    is_name = not _LETTER_HEAD.search(opening) and not opening.isupper() and "\t" not in opening
    if not is_name or not _WORDS.search(opening) or (called and not _KIND_OF_PAPER.search(fold(opening))):
        opening = called
    opening = " ".join(word.capitalize() if word.isupper() and len(word) > 4 else word for word in opening.split())
    while len(opening) > LONGEST and " – " in opening:
        opening = opening.rpartition(" – ")[0]
    return _clean(opening, "") if opening else title


def _says_little(title: str, family: Family, passage: str) -> bool:
    """Whether nothing is left but a label: "Datum gesprek", a place before a date."""
    found = _WORDS.findall(title)
    known = {fold(part) for relative in family.relatives for part in relative.name.split()}
    if _ONLY_LABEL.fullmatch(title) or not found:
        return True
    if len(found) > 1 or fold(found[0]) in known or _IS_WHAT.search(fold(title)):
        return False
    return passage.lstrip().startswith(f"{found[0]},") or len(found[0]) < 4 or fold(found[0]) in _LABELS


_LABELS = frozenset(
    (
        *(
            "versie",
            "vastgesteld",
            "vervolg",
            "status",
            "looptijd",
            "periode",
            "geldig",
            "zaaknr",
            "rapport",
            "verslag",
        ),
        *("plaats", "verder", "later", "daarna", "niet", "gisteren", "vandaag", "morgen", "beste", "hallo", "groetjes"),
        *("wordt", "werd", "zijn", "sinds", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"),
        *("zondag", "liep"),
    )
)
"""A single word that tells no event."""
_ONLY_LABEL = re.compile(
    r"(?i)\W*(?:datum|dagtekening|registratiedatum|verzonden|d\.?d|opgemaakt|opgesteld|"
    r"verslagdatum|rapportdatum|uitgedraaid)"
    r"[\w ]{0,24}\W*"
)
_IS_WHAT = re.compile(
    r"intake|start|melding|gesprek|bezoek|mdo|overleg|behandel|hulp|begeleid|therap|verhui|"
    r"geboren|overl|afsluit|geslo|aangemeld|plaats|onderzoek|"
    r"gestart|gestopt|zitting|uitspraak|verwezen|verwijzing|evaluatie|scheid|opname|school|"
    r"aanvraag|diagn|logop|emdr|triple|overdracht|ots|politie"
)


def _clean(text: str, words: str) -> str:
    """The text without its date, in the order of a statement, with a capital and without loose ends."""
    at_end = not words or not _WORDS.search(text.rpartition(words)[2])
    text, was_first = _without_date(_BORN_ASIDE.sub("", text) if "geboren" not in words else text, words)
    text = _LABEL.sub("", _MARKS.sub("", squeezed(text)))
    text = text.lstrip(" ,;:.–-)\"'").strip()
    led = _LEADING.sub("", text)
    led = led if _WORDS.search(led) else text
    turned, text = bool(_TURNS.search(text[: len(text) - len(led)])), led
    if was_first or turned or re.match(rf"(?:{_AUXILIARY}) ", text):
        text = _as_statement(text)
    text = _tidy(text) if at_end else _light(text)
    text = _ARTICLE.sub("", text) if len(_WORDS.findall(text)) > 2 else text
    return text[:1].upper() + text[1:]


def _without_date(text: str, words: str) -> tuple[str, bool]:
    """The text without the words of the date and what leads to them, and whether it began with them."""
    if not words or words not in text:
        return text, False
    place = text.find(words)
    before, behind = _LEADS_TO.search(text, 0, place), _BEHIND_DATE.match(text, place + len(words))
    start = before.start() if before else place
    end = behind.end() if behind else place + len(words)
    if text[start] == "(" and text[end - 1] != ")":
        start, end = place, place + len(words)
    first = not _WORDS.search(_LEADING.sub("", f"{_MARKS.sub('', text[:start]).strip()} "))
    aside = not first and text[start] == "," and text[end:].lstrip()[:1].isalpha()
    return f"{text[:start].rstrip()}{',' if aside else ''} {text[end:].lstrip()}", first


def _as_statement(text: str) -> str:
    """Subject first: the verb that stood behind the date goes behind its subject, or leaves when it only helps."""
    known = re.match(rf"(?:{_VERB}|{_AUXILIARY}|vond|vonden|vindt|vinden)\b", fold(text))
    finite = None if known else _FINITE.match(text)
    if finite:
        stated = _as_statement("gaat" + text[finite.end("verb") :])
        return re.sub(r"\bgaat\b", finite["verb"], stated, count=1)
    text = text[:1].lower() + text[1:] if re.match(rf"{_VERB}\b", fold(text)) else text
    text = _THERE.sub(r"er \g<verb> ", text)
    place = _TAKES_PLACE.match(text)
    if place:
        return place["what"] + re.sub(r" en (?:is|zijn|werd|werden) ", " en ", text[place.end() :])
    match = _PRONOUN_OR_NAME.match(text)
    if match is None and not re.match(_AUXILIARY + r"\b", text):
        match = _NOUN.match(text)
    if match:
        often = f" {said.rstrip()}" if (said := match.groupdict().get("often")) else ""
        return f"{match['subject']} {match['verb']}{often}{text[match.end() :]}"
    return _DROPPED.sub("", text)


def _light(text: str) -> str:
    """Marks in order, every word kept."""
    text = re.sub(r"\s+([,.;:)])", r"\1", squeezed(text))
    text = _balanced(re.sub(r"\(\s*en [^)]*\)", "", text))
    text = re.sub(r"\(\s*\)|,(?=,)|(?<=\()[,;]\s*", "", text)
    text = re.sub(r"([–/|])(?:\s*\1)+", r"\1", text)
    text = re.sub(r"[;,]?\s*:\s*[,.;]?", ": ", text) if re.search(r"[;,]\s*:|:\s*[,.;]", text) else text
    text = re.sub(r":\s*[,.;]", ":", text).strip(" ,;:–-")
    return text.rstrip(". ") if not re.search(r"\b(?:[A-Za-z]\.)+$", text) else text


def _balanced(text: str) -> str:
    """Without a bracket that the date or a cut left alone; a short aside is closed."""
    if text.count('"') == 1 and text.endswith(('"', '."')):
        text = text.replace('"', "")
    if text.count(")") > text.count("("):
        text = text[::-1].replace(")", "", 1)[::-1]
    if text.count("(") <= text.count(")"):
        return text
    before, _, aside = text.rpartition("(")
    return f"{text.rstrip(' ,;.')})" if 1 < len(aside.strip(" ,;")) < 13 else before.rstrip()


def _tidy(text: str) -> str:
    """Marks in order, and no word at the end that leads to what is gone."""
    text = _light(text)
    for _ in range(3):
        text = _DANGLING.sub("", text).strip(" ,;:–-")
    if text.endswith("(") or (text.count("(") > text.count(")") and text.rstrip().endswith("(")):
        text = text[:-1]
    return _light(text)


def shortened(title: str) -> str:
    """At most `LONGEST` characters: cut where a part ends, else between words with an ellipsis."""
    if len(title) <= LONGEST:
        return _light(title) or title
    cuts = [cut.start() for cut in _CUTS.finditer(title) if _SHORTEST_CUT <= cut.start() <= LONGEST]
    if _CONDITION.match(fold(title)):
        cuts = []
    if cuts:
        return _tidy(title[: cuts[-1]])
    return _tidy(_HALF_DATE.sub("", title[: LONGEST - 1].rpartition(" ")[0])) + "…"
