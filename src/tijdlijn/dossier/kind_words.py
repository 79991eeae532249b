"""The words from which the rules of kinds are made: help, a begin, a place to live, a court, a measure, a report.

They are patterns for folded text.
"""

from __future__ import annotations

HELP = (
    r"\w*(?:behandel(?:ing(?!sduur)|d|en)\w*|begeleid\w*|therapie\w*|training\w*|"
    r"hulpverlening|gezinshulp|crisishulp|jeugdhulp|"
    r"opvoedhulp|(?<!om )\bhulp\b|interventie\w*|ondersteuning\b|coaching|coach\b|"
    r"cursus\w*|daghulp|dagbesteding|emdr\w*|"
    r"\biag\b|\biph\b|\bmst\b|\bmdft\b|\bpmt\b|\bcgt\b|triple p|families first|hometraining|logeeropvang|"
    r"weekendopvang|weekendpleegzorg|naschoolse opvang|opname\b|sessies|opvoedbureau|"
    r"traject\w*|medicatie|methylfenidaat|"
    r"vaktherapie|maatje\b|buurtgezin|steungezin|home-start|jeugdreclassering|"
    r"diagnostiek|gesprekken|module|stepping stones|"
    r"kopp-?groep|kies\b|kies-groep|detox\w*|logopedie|fysiotherapie|\blogeren\b|rots en water|"
    r"\bnazorg\w*|poliklinisch\w*|\biht\b|\bfbt\b|\bsova\w*|\b(?:halt|leer|werk)-?straf\w*|\bitb\b|psycho-educatie|"
    r"\w*zorgverlof|maatschappelijk werk|\bsmw\b|oudergroep|rouwgroep|bemiddeling|mediation|schuldhulp\w*|"
    r"omgangsbegeleiding|\bfact\b|\bequip\b|begeleide contacten|thuiszorg|zorg in natura|"
    r"stevig ouderschap|\bvipp\b|voorzorg\b)"
)
BEGIN = (
    r"(?:gestart|\bstart\w*|begonnen|\bbegint|\bbegon\b|ingezet|\binzet\b|\bingang\b|"
    r"ontvangt|ontving|kreeg|kregen|krijgt|"
    r"krijgen|gekregen|volgt\b|volgde|gevolgd|gegeven|geboden|biedt|bood|loopt|liep\b|"
    r"liepen|plaatsgevonden|\bvanaf\b|sinds|"
    r"\bvan\b.*\b(?:tot|t/m)\b|opgepakt|hervat|uitgevoerd|ontvangen|vindt plaats|vond\b.*\bplaats|in behandeling)"
)
PLACE = (
    r"(?:pleeggezin\w*|pleegouders|crisispleeg\w*|netwerkpleeg\w*|gezinshuis\w*|"
    r"leefgroep\w*|crisisgroep\w*|woongroep\w*|"
    r"behandelgroep\w*|groep\b(?! \d)|jeugdzorgplus\w*|gesloten\s\w+|crisisopvang|"
    r"opvanggroep|observatiegroep|kamertraining\w*|crisisplek|crisisplaats|"
    r"residentie\w*|instelling|verblijf\w*|opa en oma|oma|opa|grootouders|grootmoeder|tante|oom)"
)
COURT = r"(?:kinderrechter|rechtbank|rechter\b|gerechtshof|\bhof\b)"
MEASURE = (
    r"(?:\bv?ots\b|ondertoezichtstelling\w*|\bonder toezicht\b|\b(?:spoed)?machtiging\b|"
    r"\bs?muhp\b|\bmuhp\b|spoedmachtiging|\b(?:zorg|crisis)machtiging\b|"
    r"\btoezicht (?:door |van )?(?:de )?(?:jr|jeugdreclassering|reclassering)\b|"
    r"voogdij\b|gezagsbeeindig\w*|\bgezag\b)"
)
REPORT = (
    r"(?:\bzorgmelding\w*|\b(?:vt-|politie|zorg|verzuim|veilig thuis[- ]|anonieme |nieuwe "
    r"|tweede |derde |eerste )?melding(?:en)?\b"
    r"|\bmeldt\b|\bmeldde\b|\bmelden\b|\bmeldden\b|(?<!ziek )\bgemeld\b|\bsignalen\b|"
    r"\bsignaal\b|\bsignaleer\w*|\bgesignaleerd\b"
    r"|\bzorgen (?:over|om|geuit|gedeeld|gemeld|besproken)|\b(?:uit|uitte|uiten|deelt|deelde|"
    r"maakt|maakte|maken) (?:\w+ ){0,5}zorgen\b"
    r"|\bmaak\w* zich (?:\w+ ){0,3}zorgen|\btrekt aan de bel|aan de bel getrokken|"
    r"\bzorgsignaal|\bpolitiemutatie\b|\bbezorgd\b)"
)
FAMILY = r"(?:moeder|vader|ouders|moe|mo|va|mw|mevr\w*|oma|opa|mem|heit|mama|papa)"
"""Who of a family asks, as notes call them."""
HELPER = (
    r"(?:huisarts|dokter|wijkteam|buurtteam|gebiedsteam|jeugdteam|sociaal team|consultatiebureau|cjg|intern begeleider)"
)
"""To whom a family turns first."""
