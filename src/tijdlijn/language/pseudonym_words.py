"""Words that stand in names without being one, and names that are ordinary words as well, as data.

Everything here is folded: small letters, no accents. A word that is in none of these rows is taken to be a name.
"""

from __future__ import annotations


def words_of(*rows: str) -> frozenset[str]:
    """The words of some rows, with spaces between them."""
    return frozenset(" ".join(rows).split())


PARTICLES = words_of(
    "van de der den ten ter te het t op in aan bij uit onder over la le les du des di da dos del della el al ben "
    "bin ibn von zu zur zum v d vd s y af"
)
"""Tussenvoegsels."""
PHRASE_PARTICLES = words_of("van de het t op in aan bij uit onder over te v d s af")
"""Particles that also stand before a noun in a sentence: "de brug" in small letters is a bridge."""
PARTICLE_FORMS = {
    "van": ("van", "v"),
    "der": ("der", "den", "de", "d", "dr"),
    "den": ("den", "der", "de", "d", "dn"),
    "het": ("het", "t"),
    "t": ("t", "het"),
    "el": ("el", "al"),
    "al": ("al", "el"),
}
"""How a particle is written besides. Only behind another particle is "de" written as "der" or "d."."""
AFTER_PARTICLE = {"de": ("de", "der", "den", "d")}

HONORIFICS = words_of(
    "mevrouw mevr mw mej mejuffrouw meneer menheer dhr heer hr mr mrs drs dr ir ing prof juf juffrouw meester "
    "dokter dominee pastoor zuster broeder agent rechter"
)
"""What a name is said with, and is no part of it."""
DROPPED_HONORIFIC = (
    r"(?:de )?(?:mevrouw|mevr\.?|mw\.?|mej\.?|mejuffrouw|meneer|dhr\.?|heer|hr\.)(?: (?:drs|dr|mr|ir|ing|prof)\.?)*"
    r"|(?:drs|dr|ir|ing|prof|mr)\."
)
"""What goes with a name that is replaced: "mw. Bos" becomes "Medewerker 1", not "mw. Medewerker 1"."""
FAMILY_WORDS = r"familie|fam\.?|gezin|echtpaar|ouders|kinderen|huize"

KIN = words_of(
    "moeder vader mama papa mem heit oma opa omaatje beppe pake grootmoeder grootvader tante oom neef nicht "
    "stiefmoeder stiefvader stiefma stiefpa pleegmoeder pleegvader pleegouders ouders ouder zus zusje zoon dochter "
    "broer broertje halfzus halfbroer halfzusje halfbroertje stiefzus stiefbroer kind kinderen baby jongen meisje "
    "tweeling partner vriend vriendin ex buurvrouw buurman buren buurmeisje buurjongen overbuurvrouw overbuurman "
    "peetoom peettante schoonmoeder schoonvader schoonzus schoonbroer familie fam gezin echtpaar oudste jongste "
    "middelste jeugdige minderjarige pupil client persoon collega vrijwilliger maatje huisvriend huisvriendin "
    "nieuwe ongeboren overleden biologische juridische andere eigen netwerk kennis kennissen vrienden"
)
"""Who somebody is to the family: such a word before a name is no part of it."""
FUNCTIONS = words_of(
    "medewerker medewerkster consulent jeugdconsulent gezinsvoogd jeugdbeschermer jeugdzorgwerker voogd gezinscoach "
    "casusregisseur regisseur procesregisseur casemanager coach begeleider begeleidster behandelaar therapeut "
    "psycholoog psychiater orthopedagoog gedragswetenschapper gedragsdeskundige mentor leerkracht docent leraar "
    "ib'er iber ib-er intern teamleider directeur directrice manager coordinator zorgcoordinator "
    "jeugdverpleegkundige verpleegkundige arts jeugdarts schoolarts praktijkondersteuner raadsonderzoeker "
    "onderzoeker hulpverlener maatschappelijk werker werkster pleegzorgbegeleider pleegzorgwerker wijkcoach "
    "wijkverpleegkundige stagiair stagiaire invaller waarnemer vervanger nieuwe vorige eerste tweede derde leidster "
    "groepsleiding groepsleider gezinshuisouder gezinshuisouders pleegouder secretaris voorzitter melder onbekend "
    "onbekende anoniem anonieme diverse wisselend wisselende nn nvt nog geen vacature vacant team dienst jeugd van "
    "bij de het een"
)
"""What somebody does: a name made of these alone is nobody's."""
CHILDREN = words_of(
    "kind zoon zoontje dochter dochtertje broer broertje zus zusje halfbroer halfbroertje halfzus halfzusje "
    "stiefbroer stiefzus pleegkind pleegzoon pleegdochter baby jeugdige minderjarige pupil jongere tweeling "
    "stiefkind stiefzoon stiefdochter"
)
"""Roles of children of the family."""

INSTITUTIONS = words_of(
    "veilig thuis amk meldpunt advies kindermishandeling raad kinderbescherming rvdk kinderrechter rechtbank "
    "rechter kantonrechter familierechter gerechtshof hof officier justitie openbaar ministerie om politie "
    "wijkagent jeugdagent recherche halt reclassering jeugdreclassering penitentiaire inrichting pi jji rjji "
    "jeugdinrichting gevangenis huisarts huisartsen huisartsenpraktijk huisartsenpost poh school basisschool "
    "peuterspeelzaal voorschool kinderopvang kinderdagverblijf kdv bso obs cbs rkbs kbs pcbs ikc kindcentrum sbo so "
    "vso mavo havo vwo vmbo mbo hbo roc aoc isk lyceum college gymnasium scholengemeenschap praktijkschool "
    "praktijkonderwijs middelbare speciaal speciale basisonderwijs onderwijs voortgezet openbare christelijke "
    "katholieke islamitische daltonschool montessorischool jenaplanschool mytylschool samenwerkingsverband swv "
    "leerplicht leerplichtambtenaar jeugdbescherming gi gecertificeerde instelling bureau jeugdzorg bjz voogdij "
    "jeugdbeschermer wijkteam wijkteams sociaal sociale team teams buurtteam gebiedsteam gezinsteam jeugdteam "
    "dorpsteam kernteam regieteam toegangsteam cjg centrum jeugd gezin ouder kindteam okt gemeente stadsdeel wmo "
    "dienst jgz ggd jeugdgezondheidszorg consultatiebureau jeugdarts kraamzorg verloskundigen verloskundige "
    "verloskundigenpraktijk ggz jggz jeugd-ggz volwassenen volwassenen-ggz jeugdpsychiatrie psychiatrie psycholoog "
    "psychologenpraktijk verslavingszorg crisisdienst paaz fact iht kliniek polikliniek poli ziekenhuis umc seh "
    "kinderarts jeugdhulp jeugdzorg pleegzorg gezinshuis leefgroep crisisgroep behandelgroep woongroep logeerhuis "
    "zorgboerderij crisisopvang jeugdzorgplus mkd dagbehandeling behandelcentrum stichting praktijk vereniging "
    "begeleiding thuisbegeleiding gezinsbegeleiding therapie speltherapie systeemtherapie gezinstherapie logopedie "
    "logopedist fysiotherapie schuldhulp schuldhulpverlening kredietbank bewindvoering bewindvoerder "
    "woningcorporatie woningstichting woningbouw woningbouwvereniging corporatie welzijn welzijnswerk "
    "maatschappelijk werk schoolmaatschappelijk jongerenwerk buurthuis vrouwenopvang maatschappelijke opvang "
    "voedselbank kerk moskee sportclub sportvereniging voetbalclub advocaat advocatenkantoor mediator uwv coa azc "
    "svb zorgkantoor apotheek tandarts taxi tolk vrijwilligers vrijwilligerswerk buurtgezin steungezin gastouder "
    "gastouderbureau expertisecentrum organisatie instantie aanbieder zorgaanbieder jeugdhulpaanbieder omgangshuis "
    "gezondheidscentrum wijkcentrum zorg ambulante hulp hulpverlening beschermingstafel veiligheidshuis werkgever "
    "ib zat groep afdeling locatie regio onbekend onbekende diverse overig overige nvt"
)
"""Kinds of organisations: a name made of these alone is nobody's, and beside a name they are no part of it."""
_WEAK = words_of(
    "en voor van de het den der in op bij aan met te ter ten een ons onze samen bescherming veiligheid veilig noord "
    "oost zuid west noordoost noordwest zuidoost zuidwest midden nederland nederlandse regionaal regionale "
    "landelijk landelijke stad stads dorp wijk buurt kind kinderen jongeren gezinnen ouders opvoeding opgroeien "
    "plus thuis groep basis trust partners partner nieuwe nieuw eerste tweede derde beste goed goede sterk leven "
    "wonen werken leren spelen groeien support coach coaching advies expertise specialistisch specialistische "
    "intensief intensieve ambulant ambulante huis care clinic clinics youth family home first hulp dicht nabij b v "
    "bv nv and the of for we yes can alle alles iedereen iedere school gebied bureau ggz provincie vof cooperatie "
    "maatschap professionals"
)
WEAK = _WEAK | INSTITUTIONS
"""Words that name nobody by themselves, but may together with others: "Samen Veilig"."""

_OPENING = (
    "blauw bont bruin groen rood wit witte zwart zwarte goed goede groot grote hoog jong jonge klein kleine kort "
    "korte krom lang lange lief lieve mooi oud oude nieuw nieuwe recht scherp snel sterk stil trouw vlug vroeg "
    "vroege wakker warm wild wijs zacht vroom vrome vrolijk blij dik dun eerlijk flink fris gauw vast los half veel "
    "meer weinig geen niemand die wel met uit over boven onder voor tegen door dan toen al nu wil kan ben is heb "
    "mag zal moet was werd hier daar noord oost zuid west rust hoop vrede vreugde liefde geluk moed zorg zorgen "
    "thuis groene gouden rode blauwe gele grijs grijze bang boos moe rein max start steun regie doel stap sprong "
    "balans groep hulp vertrouwen contact"
)
OPENING = words_of(_OPENING)
"""Ordinary words that often begin a sentence or a title."""
FUNCTION_WORDS = words_of("door dan wil ben kan met al an in op toen die voor over uit zal mag heb is was")
DETERMINERS = words_of(
    "de het een zijn haar hun dit dat deze die ik je jij we wij ze zij hij men niet geen er zo maar ook nog wel "
    "mijn ons onze jullie hem mij me u alle elke"
)
"""Words behind which an ordinary word that begins a sentence is surely no name: "Door de ruzie", "Wil niet mee"."""
SEASONS = words_of(
    "januari februari maart april mei juni juli augustus september oktober november december lente voorjaar zomer "
    "herfst najaar winter maandag dinsdag woensdag donderdag vrijdag zaterdag zondag kerst pasen"
)
"""Ordinary words that a number makes a date."""

_TRADES = (
    "bakker boer boeren brouwer dekker jager kapper kok koning koster kuiper kuipers kramer maaier meester "
    "metselaar molenaar prins prinsen ridder ruiter schipper schilder slager smid snijder timmerman tuinman visser "
    "voerman wachter wever keizer graaf hertog bisschop monnik pastoor paus page knecht burger vriend man heer "
    "vrouw broer broeder broeders neef oom kind herder leider wijzer spreker drager speler zanger bode baas gast "
    "vreemd huisman werkman zeeman koopman landman veldman bosman schakelaar"
)
_NATURE = (
    "bos berg bergen beek dam dijk duin duinen eiland heide heuvel hoek hof kade kamp kust laan land meren moeras "
    "oever plas poel polder poort rivier sloot sluis stad steen stenen stroom tuin vaart veen veld velden ven "
    "vijver wal water weg weide weiden werf wiel zand zee brink brug bruggen bron bronnen boom bomen braam doorn "
    "den eik eiken els es esdoorn haag heg olm populier riet roos rozen spar struik tak wilg kastanje mos klaver "
    "hulst bloem bloemen akker akkers rots grot dal bosje gras blad wortel zaad kei grond klei storm regen sneeuw "
    "hagel wind vorst mist dauw donder bliksem wolk wolken zon maan ster sterren dag nacht morgen avond ochtend "
    "week jaar vuur vlam vonk licht golf branding getij bui berk bessen viool tulp zonnebloem korenbloem klaproos "
    "margriet sleutelbloem wingerd klimop bongerd boomgaard regenboog plein straat steeg pad singel gracht"
)
_ANIMALS = (
    "adelaar arend beer bever bij bok das duif eekhoorn egel ekster gans geit haan haas haring hert hond kat kater "
    "kikker kip kraai lam leeuw lijster mees mol mus muis nachtegaal os otter paard pauw raaf ram reiger rob schaap "
    "snoek specht spin spreeuw sperwer tijger uil valk vink vis vlinder vogel vos wolf zwaan zwaluw aal ooievaar "
    "dolfijn walvis zeester schelp octopus koe big veulen hengst mug vlieg wesp mier kievit gier buizerd fazant "
    "patrijs"
)
_THINGS = (
    "appel bal band bel blok bot boot brand buis bus deur doos draad fiets fluit glas goud hak ham hamer helm hoed "
    "honing hout huis ijzer kaars kaas kast kerk kern ketel ketting kist klok klomp knoop koek kolen koper kraan "
    "krans kroon kruis kuil lamp lak lepel lijn loep mand mantel mast meel mes molen muur nagel naald net noot oven "
    "paal pan peer peper pijl pijp plank pond pont post pot punt rad rek riem ring roer rok rol sabel schild schoen "
    "schotel schrik sleutel spiegel spies spijker sprong staal staf stam stap stoel stok stoep strik tafel tas teen "
    "toren touw trap trom trommel vaan vaandel vat veer vlag waag wagen wens werk zaal zaag zadel zak zegel zeil "
    "zilver zout zuil kost kosten schakel wegwijzer kompas horizon wissel haven anker boei vuurtoren baken "
    "springplank opstap kring cirkel boog ark vlieger mozaiek bolder kajuit schatkist parel kristal diamant robijn "
    "saffier windroos windvaan wereld opmaat loopplank aanloop puzzel nest thuishaven burcht hoeksteen fundament "
    "bouwsteen spil spectrum context karakter start venster balans doel doorbraak perspectief vizier wending "
    "keerpunt ladder trede schaduw toekomst kans keus raad geest kracht eer deugd regie steun spoor schip vlot "
    "zeilboot kers pruim citroen olijf banaan kok wand dak kelder zolder schuur stal kamer keuken hut tent kasteel "
    "bank winkel markt maat rit reis ontmoeting vertrouwen samenspel speelwerk dans spel feest lied klank toon stem "
    "verhaal blik oog hand hart hoofd voet arm been"
)
_FIRST_NAMES = (
    "door lot pet puk star job ton kas dan ad as storm long wang kan bui mars tas belletje lotje roosje bootje "
    "meisje maatje kaartje huisje boompje beertje visje kopje toetje wolkje sterretje bloempje boekje"
)
ORDINARY = words_of(_TRADES, _NATURE, _ANIMALS, _THINGS, _FIRST_NAMES) | OPENING | SEASONS
"""Names that are ordinary words as well: in small letters they are taken for the word."""

SAYING = words_of(
    "belt belde zegt zei meldt meldde mailt mailde vraagt vroeg vertelt vertelde noteert noteerde adviseert "
    "adviseerde schrijft schreef bezoekt bezocht spreekt sprak stelt stuurt stuurde geeft verwijst bespreekt komt "
    "ziet vindt wil gaat doet deed neemt"
)
"""What a person does: the capital before it is a name, however ordinary the word."""
BEING = SAYING | words_of(
    "is was heeft had wordt werd kwam ging kan kon moet moest mag mocht zal zou blijft bleef gaf nam zag vond ziek "
    "afwezig aanwezig gebeld gesproken gemaild belt"
)
"""The same, behind a word that is no adverb ("Nu is", "Toen was")."""
ADVERBS = words_of("dan toen nu hier daar al veel weinig meer geen niemand met uit over boven onder voor tegen door")
NO_INITIALS = words_of("nb ps nv bv iq om gi vt ha tv jb cb dd nn vo bo so hv sv cv ad am pm eu vs")
"""Abbreviations with dots that are nobody's initials."""
LISTED = (
    r"(?:groep|klas|vitamine|hepatitis|team|type|plan|optie|cluster|blok|fase|bijlage|kind|persoon|gezin|school|"
    r"partij|variant|scenario|punt|lid|artikel|onderdeel|stap|paragraaf|plaats|organisatie|afdeling|unit) $"
)
"""What a lone letter behind it belongs to."""
