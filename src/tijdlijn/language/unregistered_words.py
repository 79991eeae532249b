"""Words with a capital that name nobody, and words that say what the name beside them is of, as data.

The rule: everything here is folded. `PROPER` may have a capital anywhere in a sentence, `ORDINARY_WORDS` begin a
sentence or a title. What is in neither, and has a capital, may be a name.
"""

from __future__ import annotations

import re

from tijdlijn.language.calendar_nl import MONTH_NUMBERS, WEEKDAYS
from tijdlijn.language.lexicon_words import KIND_WORDS
from tijdlijn.language.pseudonym_words import (
    BEING,
    CHILDREN,
    DETERMINERS,
    FUNCTIONS,
    HONORIFICS,
    INSTITUTIONS,
    KIN,
    OPENING,
    ORDINARY,
    SEASONS,
    WEAK,
    words_of,
)
from tijdlijn.language.unregistered_common import COMMON_WORDS, NOUNS

PHRASES = (
    "signs of safety",
    "signs of wellbeing",
    "signs of success",
    "triple p",
    "families first",
    "home-start",
    "home start",
    "kies voor het kind",
    "rots en water",
    "incredible years",
    "positive behavior support",
    "new fighters",
    "no blame",
    "stop 4-7",
    "words in action",
    "non violent resistance",
    "safe house",
    "first steps",
    "theory of mind",
    "foetaal alcohol syndroom",
    "gilles de la tourette",
    "syndroom van down",
    "syndroom van asperger",
    "syndroom van tourette",
    "down syndroom",
    "burgerlijk wetboek",
    "wetboek van strafrecht",
    "raad voor de kinderbescherming",
    "raad van state",
    "hoge raad",
    "tweede kamer",
    "openbaar ministerie",
    "officier van justitie",
    "huis van bewaring",
    "veilig thuis",
    "bureau jeugdzorg",
    "centrum voor jeugd en gezin",
    "centrum jeugd en gezin",
    "ouder- en kindteam",
    "ouder en kind team",
    "sociaal team",
    "sociaal wijkteam",
    "maatschappelijk werk",
    "slachtofferhulp nederland",
    "reclassering nederland",
    "verenigde staten",
    "google maps",
    "google meet",
    "microsoft teams",
    "zorg en welzijn",
    "passend onderwijs",
    "steunpunt huiselijk geweld",
    "advies- en meldpunt kindermishandeling",
    "jeugd en gezin",
    "centraal bureau",
    "inspectie gezondheidszorg en jeugd",
    "nederlandse zorgautoriteit",
    "collaborative problem solving",
    "stop denk doe",
    "alles kidzzz",
    "kom van dat dak af",
    "coole kikker",
    "piep zei de muis",
    "beschermde wieg",
    "kanjertraining",
    "plan van aanpak",
    "eerste hulp",
    "oud en nieuw",
    "dag van de",
)
"""Names of methods, laws and offices that are in everybody's file."""
_NATIONS = (
    "nederland nederlands nederlandse nederlander nederlanders belgie belgisch belgische vlaams vlaamse duitsland "
    "duits duitse frankrijk frans franse engeland engels engelse spanje spaans spaanse italie italiaans italiaanse "
    "portugal portugees portugese polen pools poolse roemenie roemeens roemeense bulgarije bulgaars bulgaarse turkije "
    "turks turkse turk marokko marokkaans marokkaanse algerije algerijns tunesie tunesisch tunesische egypte "
    "egyptisch egyptische syrie syrisch syrische irak iraaks iraakse irakees iran iraans iraanse afghanistan afghaans "
    "afghaanse somalie somalisch somalische eritrea eritrees eritreese ethiopie ethiopisch ethiopische soedan "
    "soedanees soedanese ghana ghanees ghanese nigeria nigeriaans nigeriaanse suriname surinaams surinaamse antillen "
    "antilliaans antilliaanse curacaos curacaose arubaans arubaanse indonesie indonesisch indonesische indisch "
    "indische molukken moluks molukse china chinees chinese vietnam vietnamees vietnamese india pakistan pakistaans "
    "pakistaanse rusland russisch russische oekraine oekraiens oekraiense hongarije hongaars hongaarse servie "
    "servisch servische bosnie bosnisch bosnische kroatie kroatisch kroatische albanie albanees albanese kosovo "
    "kosovaars griekenland grieks griekse amerika amerikaans amerikaanse brazilie braziliaans braziliaanse colombia "
    "colombiaans afrika afrikaans afrikaanse azie aziatisch europa europees europese oostenrijk zwitserland zweden "
    "zweeds noorwegen denemarken deens arabisch arabische berbers berber riffijns tarifit darija tigrinya dari pashtu "
    "farsi perzisch koerdisch koerdische koerden urdu hindi hindoestaans hindoestaanse papiaments papiamento "
    "papiamentu sranan sarnami hebreeuws latijn fries friese limburgs brabants gronings kaapverdie kaapverdiaans "
    "libanon libanees jordanie joegoslavie sovjet-unie armeens armenie roma sinti islam islamitisch islamitische "
    "moslim moslima moslims christen christelijk katholiek protestants gereformeerd hervormd joods joodse hindoe "
    "jehova jehova's jehovas getuige getuigen god allah koran bijbel"
)
_HOLIDAYS = (
    "kerst kerstmis kerstavond kerstvakantie sinterklaas sint pasen pinksteren hemelvaart ramadan suikerfeest "
    "offerfeest koningsdag koninginnedag bevrijdingsdag oudjaar oudejaarsdag nieuwjaar moederdag vaderdag carnaval "
    "halloween valentijnsdag divali holi-phagwa ketikoti mei-vakantie zwarte zomervakantie herfstvakantie meivakantie "
    "voorjaarsvakantie dierendag"
)
_METHODS = (
    "adhd add ass pdd pdd-nos ptss lvb odd cd asperger down tourette borderline autisme dcd tos fas fasd kopp koap "
    "emdr mdft mst fft ivb cgt pmt vht vib vib-g vibg iag iph iah ispt cbcl wisc wisc-v wppsi trf sdq aseba bitsk "
    "theraplay kies kanjer kanjertraining schip pcit nika fact iht mbt dgt act savry lirik aut hic groeiwijzer novo "
    "veiligheidsplan genogram zrm matrix eigen kracht jim ouderschap blijft opbouw zelfredzaamheidsmatrix ritalin "
    "ritaline concerta medikinet methylfenidaat dexamfetamine strattera sertraline fluoxetine melatonine risperdal "
    "risperidon abilify aripiprazol oxazepam diazepam temazepam prozac seroquel quetiapine lithium depakine "
    "paracetamol methadon speed xtc ghb cocaine"
)
_LAWS = (
    "jeugdwet wmo wlz zvw avg wgbo wvggz wzd ww wwb wajong wia participatiewet leerplichtwet bopz bw sr wsnp pgb zin "
    "ots vots muhp mup uhp gbm vt gi rvdk rvk ovj om amk bjz jgz ggd ggz jggz cjg okt svb uwv coa azc duo cak ciz ib "
    "sbo so vso mbo hbo roc havo vwo vmbo mavo wo bso kdv psz mkd isk zat opp mdo bsn anw-dienst ic seh ok poh "
    "poh-ggz jbra jbrr jb dji halt zsm jco veiligheidshuis tlv swv rmc lpa cito"
)
_THINGS = (
    "whatsapp snapchat instagram facebook tiktok youtube google teams zoom netflix playstation xbox nintendo fortnite "
    "minecraft roblox tinder marktplaats ikea lego barbie pokemon disney telegram signal skype outlook word excel "
    "internet covid covid-19 corona coronatijd belastingdienst kredietbank voedselbank kinderombudsman ombudsman "
    "zorgverzekeraar toeslagen toeslagenaffaire ns ov e-mail email mail app sms pdf tv dvd iq tiq viq piq pc ma di wo "
    "do vr za zo iphone ipad whatsappgroep kindertelefoon meldcode sociale kinderrechtenverdrag ivrk eu vn"
)
PROPER = (
    (frozenset(MONTH_NUMBERS) - {"jan"}) | frozenset(WEEKDAYS) | words_of(_NATIONS, _HOLIDAYS, _METHODS, _LAWS, _THINGS)
)
"""What has a capital anywhere and names nobody."""

_KINDS_OF_ENTRIES = " ".join(KIND_WORDS.values()).replace(",", " ").replace("-", " ")
ORDINARY_WORDS = (
    COMMON_WORDS
    | words_of(_KINDS_OF_ENTRIES)
    | INSTITUTIONS
    | WEAK
    | KIN
    | CHILDREN
    | FUNCTIONS
    | HONORIFICS
    | DETERMINERS
    | BEING
    | OPENING
    | SEASONS
)
"""Words with which a sentence or a title begins."""
NOUNS_AND_SURNAMES = ORDINARY - OPENING - SEASONS
"""Words that are surnames as often: "Visser", "Bos"."""
_TAILS = (
    "gesprek gesprekken overleg bezoek zorg hulp rapport verslag verslagen melding meldingen onderzoek ouders ouder "
    "kind kinderen moeder vader werk werker werkster ambtenaar begeleider begeleiding begeleidster behandeling "
    "behandelaar therapie therapeut plaatsing plan plannen aanpak regeling regie rechter rechtbank bank dienst team "
    "teams groep gezin gezinnen opvang advies adviseur coach consulent arts onderzoeker verlening verlener verleners "
    "vraag vragen lijst tijd tijden dag dagen week weken jaar maand periode moment problemen probleem problematiek "
    "klachten gedrag training trainer traject indicatie beslissing besluit maatregel machtiging aanvraag afspraak "
    "afspraken contact contacten plek woning situatie stoornis achterstand ontwikkeling geweld mishandeling misbruik "
    "verzuim plicht leerling agent politie bewind voerder voogd voogdij beschermer bescherming stelling evaluatie "
    "intake brief mail telefoon foon nummer adres bericht formulier doel doelen punt punten schuld schulden uitkering "
    "instelling kliniek ziekenhuis praktijk centrum bureau verzekeraar toeslag geld kosten spreekuur leider leiding "
    "medewerker manager directeur docent leerkracht leraar kundige verpleegkundige psycholoog psychiater pedagoog "
    "logopedist diagnostiek diagnose test toets examen advocaat vakantie weekend feest verjaardag middag ochtend "
    "avond nacht groepen taal wacht status zitting uitspraak beschikking proces procedure verklaring controle lozing "
    "verlof partner vriend vriendin broer broertje zus zusje zoon dochter relatie scheiding ruzie ruzies conflict "
    "conflicten strijd incident gevaar veiligheid toezicht kamer klas onderwijs opleiding stage baan"
)
_ENDINGS = (
    "datum heid heden atie aties isme ment menten tie ties logie matiek toriek teit schap schappen matig matige "
    "gericht gerichte elijk elijke baar bare"
)
_TAIL = re.compile(rf"\w{{2,}}(?:{'|'.join(words_of(_TAILS, _ENDINGS))})s?$")
_COMPOUND_ENDS = (NOUNS | INSTITUTIONS | FUNCTIONS) - {"straat"}
_LONG_ENOUGH = 6


def is_compound(word: str) -> bool:
    """Whether a word is made of others and names nobody: "Leerplichtambtenaar", "Crisisinterventie"."""
    if _TAIL.match(word):
        return True
    ends = (word[at:] for at in range(3, len(word) - _LONG_ENOUGH + 1))
    return any(end in _COMPOUND_ENDS for end in ends)


def names_nobody(word: str) -> bool:
    """Whether a folded word is known to name nobody."""
    return word in PROPER or word in ORDINARY_WORDS or is_compound(word)


ORGANISATION_HEADS = words_of(
    "stichting vereniging praktijk huisartsenpraktijk psychologenpraktijk gezondheidscentrum apotheek zorgboerderij "
    "zorghoeve gezinshuis logeerhuis leefgroep woongroep behandelgroep crisisgroep groep kliniek ggz ggd gemeente "
    "jeugdbescherming jeugdzorg jeugdhulp pleegzorg thuiszorg buurtzorg zorggroep obs cbs rkbs kbs pcbs bs sbo so vso "
    "ikc kindcentrum basisschool school college lyceum gymnasium scholengemeenschap kinderopvang kinderdagverblijf "
    "kdv peuterspeelzaal bso mkd roc mbo aoc isk vmbo mavo praktijkschool daltonschool montessorischool "
    "jenaplanschool woningcorporatie woonstichting bewindvoering bewindvoerderskantoor advocatenkantoor bureau "
    "instituut wijkteam buurtteam gebiedsteam jeugdteam gezinsteam cjg welzijn maatwerk logopedie schuldhulp "
    "voetbalclub sportclub vv moskee kerk instelling aanbieder zorgaanbieder jeugdhulpaanbieder organisatie firma "
    "ziekenhuis umc locatie behandelcentrum expertisecentrum centrum woonvorm zwembad manege restaurant bedrijf hotel "
    "supermarkt rechtbank gerechtshof politie jji rjji pi peuteropvang voorschool speelzaal internaat leger"
)
"""Words before the name of an organisation, of which they are a part."""
ORGANISATION_TAILS = words_of(
    "college lyceum gymnasium school jeugdhulp jeugdzorg zorg zorggroep care ggz jeugd-ggz begeleiding coaching "
    "therapie psychologie psychologen kinderopvang advies bv nv vof groep instituut kliniek kinderbureau stichting "
    "pleegzorg jeugdbescherming huisartsen ziekenhuis thuiszorg jeugd clinics opvang advocaten bewindvoering kids"
)
"""Words behind the name of one."""
ORGANISATION_ENDING = re.compile(r"\w{3,}(?:college|lyceum|school|zorg|groep|stichting|kliniek|huis|hoeve|hof)$")
PLACE_CUES = words_of(
    "in te naar uit nabij richting omgeving rond regio wijk dorp stad gemeente provincie plaats buurt stadsdeel vanuit"
)
"""Words before a place."""
NO_PERSON_CUES = words_of("klas groep niveau fase punt artikel cluster deel hoofdstuk bijlage versie tabel pagina")
"""Words before a capital that is a number or a letter of a list."""
CARE_CUES = words_of(
    "bij via intake aanmelding behandeling begeleiding plaatsing opname wachtlijst traject start emdr mdft "
    "crisisopname crisisinterventie dagbehandeling gezinsbehandeling gezinsbegeleiding diagnostiek therapie hulp "
    "vanuit"
)
"""Words before an organisation that gives help."""
