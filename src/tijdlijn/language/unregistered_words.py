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
    "duits "
    "duitse frankrijk frans franse engeland engels engelse spanje spaans spaanse italie italiaans italiaanse "
    "portugal "
    "portugees portugese polen pools poolse roemenie roemeens roemeense bulgarije bulgaars bulgaarse turkije turks "
    "turkse turk marokko marokkaans marokkaanse algerije algerijns tunesie tunesisch tunesische egypte egyptisch "
    "egyptische syrie syrisch syrische irak iraaks iraakse irakees iran iraans iraanse afghanistan afghaans "
    "afghaanse "
    "somalie somalisch somalische eritrea eritrees eritreese ethiopie ethiopisch ethiopische soedan soedanees "
    "soedanese ghana ghanees ghanese nigeria nigeriaans nigeriaanse suriname surinaams surinaamse antillen "
    "antilliaans "
    "antilliaanse curacaos curacaose arubaans arubaanse indonesie indonesisch indonesische indisch indische molukken "
    "moluks molukse china chinees chinese vietnam vietnamees vietnamese india pakistan pakistaans pakistaanse "
    "rusland russisch russische oekraine oekraiens oekraiense hongarije hongaars hongaarse servie servisch servische "
    "bosnie bosnisch bosnische kroatie kroatisch kroatische albanie albanees albanese kosovo kosovaars griekenland "
    "grieks griekse amerika amerikaans amerikaanse brazilie braziliaans braziliaanse colombia colombiaans afrika "
    "afrikaans afrikaanse azie aziatisch europa europees europese oostenrijk zwitserland zweden zweeds noorwegen "
    "denemarken deens arabisch arabische berbers berber riffijns tarifit darija tigrinya dari pashtu farsi perzisch "
    "koerdisch koerdische koerden urdu hindi hindoestaans hindoestaanse papiaments papiamento papiamentu sranan "
    "sarnami hebreeuws latijn fries friese limburgs brabants gronings kaapverdie kaapverdiaans libanon libanees "
    "jordanie "
    "joegoslavie sovjet-unie armeens armenie roma sinti islam islamitisch islamitische moslim moslima moslims "
    "christen "
    "christelijk katholiek protestants gereformeerd hervormd joods joodse hindoe jehova jehova's jehovas getuige "
    "getuigen god allah koran bijbel"
)
_HOLIDAYS = (
    "kerst kerstmis kerstavond kerstvakantie sinterklaas sint pasen pinksteren hemelvaart ramadan suikerfeest "
    "offerfeest koningsdag koninginnedag bevrijdingsdag oudjaar oudejaarsdag nieuwjaar moederdag vaderdag carnaval "
    "halloween valentijnsdag divali holi-phagwa ketikoti mei-vakantie zwarte zomervakantie herfstvakantie "
    "meivakantie voorjaarsvakantie dierendag"
)
_METHODS = (
    "adhd add ass pdd pdd-nos ptss lvb odd cd asperger down tourette borderline autisme dcd tos fas fasd kopp koap "
    "emdr mdft mst fft ivb cgt pmt vht vib vib-g vibg iag iph iah ispt cbcl wisc wisc-v wppsi trf sdq aseba bitsk "
    "theraplay kies kanjer kanjertraining schip pcit nika fact iht mbt dgt act savry lirik aut hic groeiwijzer "
    "novo veiligheidsplan genogram zrm matrix eigen kracht jim ouderschap blijft opbouw zelfredzaamheidsmatrix "
    "ritalin ritaline concerta medikinet methylfenidaat dexamfetamine strattera sertraline fluoxetine melatonine "
    "risperdal risperidon abilify aripiprazol oxazepam diazepam temazepam prozac seroquel quetiapine lithium "
    "depakine paracetamol methadon speed xtc ghb cocaine"
)
_LAWS = (
    "jeugdwet wmo wlz zvw avg wgbo wvggz wzd ww wwb wajong wia participatiewet leerplichtwet bopz bw sr wsnp pgb "
    "zin ots vots muhp mup uhp gbm vt gi rvdk rvk ovj om amk bjz jgz ggd ggz jggz cjg okt svb uwv coa azc duo cak "
    "ciz "
    "ib sbo so vso mbo hbo roc havo vwo vmbo mavo wo bso kdv psz mkd isk zat opp mdo bsn anw-dienst ic seh ok poh "
    "poh-ggz jbra jbrr jb dji halt zsm jco veiligheidshuis tlv swv rmc lpa cito"
)
_THINGS = (
    "whatsapp snapchat instagram facebook tiktok youtube google teams zoom netflix playstation xbox nintendo "
    "fortnite "
    "minecraft roblox tinder marktplaats ikea lego barbie pokemon disney telegram signal skype outlook word excel "
    "internet covid covid-19 corona coronatijd belastingdienst kredietbank voedselbank kinderombudsman ombudsman "
    "zorgverzekeraar toeslagen toeslagenaffaire ns ov e-mail email mail app sms pdf tv dvd iq tiq viq piq pc "
    "iphone ipad whatsappgroep kindertelefoon meldcode sociale kinderrechtenverdrag ivrk eu vn"
)
PROPER = (
    (frozenset(MONTH_NUMBERS) - {"jan"}) | frozenset(WEEKDAYS) | words_of(_NATIONS, _HOLIDAYS, _METHODS, _LAWS, _THINGS)
)
"""What has a capital anywhere and names nobody."""

_FUNCTIONAL = (
    "aan ach acht achter af afgelopen al aldus alle alleen alles als alsnog alvast andere anders begin behalve beide "
    "beiden bij binnen blijkbaar boven bovendien buiten circa conform daar daarbij daardoor daarna daarnaast daarom "
    "daarop daartoe daarvan daarvoor dagelijks dan dankzij dat de derde deze dezelfde die dit doch doordat dus "
    "echter "
    "een eenmaal eens eerder eerst eerste eigenlijk eind eindelijk elk elke en enige enkele er ergens ermee erna "
    "ernstig ernstige ervan ervoor even eventueel evenals gedurende geen gelukkig geregeld gewoon graag haar hard "
    "helaas hele helemaal hem hen herhaald herhaaldelijk het hetzelfde hiaat hier hierbij hierdoor hierna hiernaast "
    "hierom hierop hiervan hiervoor hij hoe hoelang hoeveel hoewel hun ieder iedere iedereen iemand iets ik in "
    "indien "
    "ineens inmiddels intussen ja je jij jou jouw jullie juist kennelijk later liever maandelijks maar mede medio "
    "meer meerdere meestal men mijn mijns misschien mits moeilijk mogelijk momenteel morgen na naar naast nadat "
    "namelijk namens nauwelijks nee negen net niemand niet niets nog nogmaals nooit nu of ofschoon om omdat "
    "omstreeks "
    "onder ondanks ondertussen ongeveer ons onlangs onvoldoende ook oorspronkelijk op opeens opnieuw opvallend over "
    "overal overdag overigens pas per perse plotseling precies rond rondom samen sedert sinds slechts snel soms "
    "spoedig steeds straks te tegelijk tegen telefonisch telkens ten tenminste tenzij ter terug terwijl tevens tien "
    "tijdelijk tijdens toch toen tot totdat tussen tussendoor tussentijds twee tweede uit uiteindelijk uiterlijk van "
    "vanaf vanavond vandaag vandaar vanmiddag vanmorgen vannacht vanochtend vanuit vanwege veel vele verder verschil "
    "via vier vijf vlak voldoende volgend volgende volgens voor vooraf vooral voorafgaand voordat voorheen voorlopig "
    "voorts vorig vorige vroeger waar waarbij waardoor waarin waarna waarom waarop waarschijnlijk waarvan waarvoor "
    "want wanneer wat we weer wegens wekelijks wel welk welke wellicht wie wij wil zelf zelfs zes zeven zich zij ze "
    "zo zoals zodat zodra zolang zonder zou zowel jaarlijks halverwege bijna allebei beetje binnenkort buitenshuis "
    "derhalve desgevraagd desondanks destijds dikwijls doorgaans drie elf geleden gelet gezien gisteren gisteravond "
    "eergisteren half ingaande jegens nabij omwille ongewenst onverwacht overmorgen sowieso sommige tegenover "
    "tenslotte thans toentertijd trouwens vaak vermoedelijk vervolgens voortaan waarmee waarover waartoe zeker zeer "
    "zodoende zogenaamd zojuist sindsdien daarmee hiermee links rechts verdachte patiente stb stcrt museum winter"
    "jaartal kwartaal strafrecht jeugdrecht familierecht basisschool kleuterschool hogeschool zwemschool rijschool "
    "sportschool zondagschool koranschool taalschool brugklas muziekschool dansschool tehuis buurthuis wijkhuis "
    "verpleeghuis werkloos dakloos sprakeloos gehuwd"
)
_VERBS = (
    "aangemeld aangevraagd aanwezig accepteert adviseert afgemeld afgerond afgesloten afgesproken afgewezen afwezig "
    "antwoordt appt bedreigt bedreigd begint begon behaald bekijkt beklaagt bel bellen belt benoemt beschrijft "
    "besloten besluit besproken betreft betrokken bevallen bevestigd bezoekt bezocht bezorgd biedt blijft blijkt "
    "brengt denkt dient doet draagt dreigt drinkt durft eet ervaart gaat gaan geboren gebeld gebeurt gedraagt "
    "geeft geholpen gekregen gemaakt gemeld gemaild gescheiden gesproken gestart gestopt getrouwd gevraagd geweest "
    "geweigerd gezegd gezien haalt heeft heb hebben helpt hoopt hoort houdt huilt is kan kijkt klaagt komt komen "
    "kreeg krijgt krijgen kunnen laat laten leeft leert leest legt leren ligt lijkt loopt luistert maakt mag meldt "
    "mist moet moeten neemt noemt nodig ontkent ontvangen ontvangt opent overlegt overleden past plaatst plast praat "
    "probeert reageert regelt rijdt roept ruimt schaamt scheldt schrijft schreeuwt schrikt slaapt slaat slikt sliep "
    "snapt speelt spijbelt spreekt sprak staat stelt stemt steunt stopt stuurt terugkomt toont trekt twijfelt uit "
    "valt verblijft verdwijnt verhuist verhuisd verklaart verlaat verlengd verliest vermoedt vernielt verteld "
    "vertelt "
    "vertrekt vertrouwt vermijdt verwacht verwezen verwijst verzoekt vindt vloekt voelt volgt vond vraagt vreest "
    "wacht was waren weet weigert werd werken werkt wijst wil wilt willen woont wordt worden zal zegt zei ziet zijn "
    "zit zitten zoekt zorgt zou zwijgt gekomen gegaan gepland gesteld gevonden gewerkt gewoond gehad gehoord meldde "
    "zag ging kwam nam gaf liep had kon moest wilde bleef hield liet stond zat bracht dacht deed sloeg schreef sloot "
    "leerde woonde werkte speelde vertelde vroeg belde maakte stopte startte kreeg raakte wist scheidt trouwt "
    "overlijdt bevalt ontstaat groeit heet verdient vertoont functioneert scoort presteert reist gebruikt blowt "
    "rookt "
    "steelt verkoopt vecht pest gepest botst mailt appte mailde verbleef gebracht vast gepleegd past betrapt uitlegt "
    "meegaat wenst eist dwingt bespreekt onderzoekt tekent ondertekent lacht danst zingt zwemt fietst voetbalt "
    "ligt wisselt ondersteunt begeleidt behandelt bereikt ontmoet behoort beschikt bepaalt vervalt duurt zakt slaagt"
)
FINITE = frozenset(word for word in words_of(_VERBS) if not word.startswith("ge")) | BEING
"""What a person does or is: behind a strange word with which a sentence begins, it makes that a name."""
_NOUNS = (
    "aanbod aangifte aanhouding aanleiding aanmelding aanpak aantal aanvang aanvraag aanvraagformulier aandacht "
    "aanbevelingen aandachtspunten aanvulling achtergrond achterstand actie acties adres advies adviezen afdeling "
    "afhankelijk afkomst aflossing afronding afscheid afsluiting afspraak afspraken agressie akkoord alcohol "
    "alleenstaand "
    "ambtenaar ambulant ambulante analyse angst angsten antwoord antwoorden apathisch arbeid armoede arrestatie "
    "arts avond baan baby balie band bedreiging bedrijf beeld begeleiding begrip behandeling behandelplan behoefte "
    "bekend bekende belangrijk belangrijke belang belasting beleid beloning bemiddeling benadering beoordeling "
    "bericht beroep beschermende beschikking beschrijving beschuldiging beslissing bestand bestuur betaling beter "
    "betere beveiliging bevalling bevindingen bewaring bewind bewoner bezoek bezoekregeling bezwaar bijeenkomst "
    "bijlage bijzonderheden blauwe bloed boete boos bovenstaande brand brief brieven bron broer brussen buik "
    "buikpijn "
    "buren burgemeester buurt bureau casus conclusie conclusies conflict conflicten consult contact contactpersoon "
    "contacten controle corona crisis cursus dader dag dagen dagbesteding dagboek dagverslag dakloos datum deel "
    "deelname deelnemers delict depressie detentie deurwaarder diagnose diagnostiek dienst diploma directeur "
    "discussie documenten doel doelen doelstelling domein dossier drank draagkracht draaglast drugs druk duidelijk "
    "duur echtscheiding eigen einde eindgesprek eindverslag eis emotioneel emoties energie ernst ervaring ervaringen "
    "evaluatie ex examen extra facturen familie fase feest feit feiten fiets film financieel financien financiele "
    "formulier foto fysiek fysieke gast gebeurtenis gebit gebrek gebruik geboorte gedrag gedragsproblemen geheim "
    "geld "
    "geluid gemeente gering gesloten gesprek gesprekken getuige gevaar gevangenis gevoel gevoelens gevolg geweld "
    "gezag "
    "gezin gezinnen gezinsplan gezinsvorm gezond gezondheid goed goede grens grenzen groep grond grote groot gym "
    "handel "
    "handelen hechting herstel herinnering hiaten hobby hond hoofd hoofdpijn hoog hoge huilt huis huisarts "
    "huisbezoek "
    "huisdieren huishouden huisregels huisverbod huisvesting huiswerk hulp hulpvraag hulpverlening huur huurschuld "
    "huwelijk hygiene idee impact incident incidenten indicatie indruk informatie inhoud initiatief inkomen "
    "inschatting "
    "inschrijving instemming intake interventie inval inzage inzet inzicht jaar jeugd jeugdige jeugdhulp jongen "
    "jongere "
    "jongeren kamer kans kansen kapot kat kenmerken kern kind kinderen klacht klachten klas kleding klein kleine "
    "komst "
    "koffie kosten kort kracht krachten kwaliteit last leeftijd leerling leerlingen leerjaar leerplicht leerplichtig "
    "leerproblemen leven levensloop lichamelijk lichamelijke liefde licht lichte lijst logeren loonbeslag lunch "
    "maaltijd "
    "maand maanden maatregel maatregelen machtiging mama map medicatie medisch medische medewerking mediation meisje "
    "melder melding meldingen mening mens mensen middag middelen middelengebruik minder mishandeling moeder moeders "
    "moeheid moeite moment momenten motivatie naam nacht naam nachtmerries nazorg netwerk nieuw nieuwe nieuws "
    "notitie "
    "nummer observatie ochtend omgang omgangsregeling omgeving omstandigheden omvang onderdeel onderwerp onderwijs "
    "onderzoek ongeluk ongeval onrust onrustig ontheffing ontslag ontruiming ontwikkeling onveilig onveilige "
    "onveiligheid "
    "onvrede oorlog oorzaak oordeel opdracht open openbare opgave opleiding opmerking opmerkingen opname opnames "
    "oppas oproep oproepen opsomming opstelling opties opvang opvoeding opvoeder opvoeders organisatie oud oude "
    "ouder "
    "ouders ouderavond overdracht overeenkomst overgang overige overlast overleg overlijden overplaatsing "
    "overtreding "
    "overzicht paniek paniekaanval papa papieren partij partijen partner patroon patronen pauze periode pijn plaats "
    "plaatsing plan plannen plek pleging poging politie positief positieve post praktijk probleem problemen "
    "procedure "
    "proces profiel programma proef project psychisch psychische puber puberteit punten puzzel raad rapport "
    "rapportage "
    "recht rechten rechter reden reactie reacties regels regeling regie reis relatie relatieproblemen resultaat "
    "resultaten rest risico risicos risico's rol rolverdeling ronde rouw ruimte rust ruzie ruzies samenleving "
    "samenvatting samenwerking schade scheiding schip schoen school scholen schorsing schuld schulden secretaris "
    "seksueel "
    "seksuele signaal signalen situatie situaties slaap slachtoffer slapen slecht sociaal sociale somber spanning "
    "spanningen speciaal speelgoed spel spoed spoedzitting sport spraak stabiel stage stagnatie stand standpunt stap "
    "stappen start status stilstand stoornis straf straat stress structuur stuk stukken suicide suicidaal taak taal "
    "taken "
    "tafel tas team tegenwoordig tekort telefoon telefoontje termijn terugblik terugkeer terugkoppeling terugval "
    "terugplaatsing test tevreden therapie thema thuis tijd tijdlijn tijdpad titel toegang toekenning toekomst "
    "toelichting "
    "toename toestand toestemming toets toezicht traject trauma traumatisch tolk training tussenevaluatie tweeling "
    "type "
    "uitkering uitkomst uitleg uitnodiging uitslag uitspraak uitstel uitvoering uitval uren uur vader vaders "
    "vakantie "
    "vast vaste veilig veilige veiligheid veiligheidsafspraken verandering veranderingen verblijf verbod verdriet "
    "verdenking vergadering vergoeding verhaal verhalen verhoor verhuizing verklaring verlenging verlies verlof "
    "vermissing "
    "vermoeden vermoedens verplaatsing verplicht verschillende verslag verslagen verslaafd verslaving verstandelijk "
    "verstandelijke vertraging vertrek vertrouwen vervolg vervolgafspraak vervolging verwaarlozing verwachting "
    "verwachtingen verwijzing verzoek verzoeken verzuim video vlucht voeding volwassen vonnis voogdij voorbeeld "
    "voorbereiding voordeel voorgeschiedenis voorstel voortgang voorval voorwaarde voorwaarden voorziening vorm "
    "vraag vragen vrijdag vrije vrijspraak vrijwillig vrijwillige vriend vrienden vriendin vriendje vriendinnetje "
    "vrouw "
    "vrouwen vuur waarschuwing wachten wachtlijst wachttijd wachtwoord wapen water week weekend weigering welkom "
    "welzijn "
    "wens wensen werk werkwijze wet winkeldiefstal winst wisseling wisselend wisselende woede wonen woning woonplek "
    "woonsituatie woord woorden wraak zaak zaken zicht ziek ziekte ziekenhuis ziekmelding zitting zoon zorg zorgen "
    "zorgmelding zorgelijk zorgelijke zwanger zwangerschap zwaar zware zwemles zwemmen keizersnede moord aanslag "
    "uithuisplaatsing ondertoezichtstelling logopedie fysiotherapie ergotherapie dagopvang kinderopvang bemoeizorg "
    "casemanagement reorganisatie kraamzorg ontslagbrief betrokkenheid hechtingsproblemen leefsituatie loverboy "
    "gezamenlijk gezamenlijke emotionele vrijwilliger oudste jongste middelste halfjaarlijks consultatiebureau "
    "stiefgezin samengesteld opgroeien opvoedend kennismaking vervoer taxi bus trein auto scooter tante oom neef "
    "nicht "
    "cliente client patient jeugdigen pleegouder pleegouders gezinshuisouders stiefouder biologisch biologische "
    "bijstand "
    "bijstandsuitkering heden verleden toetsing schriftelijk schriftelijke mondeling voicemail kopie bijvoorbeeld "
    "let ps nb cc onderwerp re fw fwd aan van groet groeten beste geachte hoogachtend dag bedankt dank sorry hoi "
    "hallo "
    "terug tevens besluiten akkoordverklaring omgangshuis knuffel lezen rekenen schrijven gedachten herbelevingen "
    "gezinssituatie persoonlijk persoonlijke onbekend onbekende divers diverse enkel geweldsincident wapenbezit "
    "hypotheek huurwoning koopwoning kamernood wijk dorp stad land leefgroep ouderlijk ouderlijke jeugdzorg "
    "zelfstandig "
    "zelfstandige zelfbeeld zelfvertrouwen weinig geldzorgen schuldsanering beschermde beschermd verdeling bestaande "
    "actueel actuele huidig huidige nader nadere eventuele verhoogd verlaagd lopende regulier reguliere intensief "
    "intensieve kortdurend langdurig langdurige structureel structurele multidisciplinair breed integraal integrale "
    "onduidelijk zichtbaar merkbaar blijvend blijvende klaar bang blij verdrietig gespannen agressief rustig stil "
    "druk "
    "zindelijk lief vrolijk alert teruggetrokken overstuur eenzaam moe hongerig vies vuil schoon stagiair "
    "handtekening "
    "gevolgd gehoorzaam vergeten opgelucht rapporten bespreekpunten actiepunten besluitenlijst agenda notulen "
    "verslaglegging "
    "bellen mailen vragen wachten zoeken starten stoppen helpen plannen regelen bespreken afstemmen overleggen "
    "navragen "
    "uitzoeken opstarten afsluiten informeren uitnodigen bezoeken opvragen terugbellen indienen afronden monitoren "
    "volgen "
    "bolletje melk eten drinken kleren schoenen brood ontbijt avondeten verjaardag feestje cadeau huisje slaapkamer "
    "keuken "
    "poli spreekuur folder inbakeren flesje luier oefenen klasgenoot klasgenoten vriendjes pesten gepest spijbelen "
    "vechten "
    "stelen liegen blowen roken gokken gamen schermtijd telefoongebruik sociale onderbroek kater dieren paard "
    "paarden "
    "aanbieder jeugdhulpaanbieder inspectie toeleiding triage screening risicotaxatie veiligheidstaxatie woonvorm "
    "begeleid trainingshuis kamertraining doorstroom uitstroom instroom opschaling afschaling perspectief "
    "perspectiefbesluit perspectiefonderzoek gezagsonderzoek raadsrapport raadsonderzoek beschermingstafel "
    "jeugdbeschermingstafel "
    "kindgesprek kindplan kinderdagcentrum peuter peuters kleuter kleuters puberen adolescent tiener tieners "
    "kleinkind "
    "kleinkinderen stiefkinderen pleegkinderen mishandeld geslagen misbruik misbruikt verkracht aangerand bedreigd "
    "verwaarloosd gevlucht statushouder vluchteling vluchtelingen asiel asielzoeker verblijfsvergunning inburgering "
    "nationaliteit geloof religie cultuur eer eergerelateerd uitgehuwelijkt besnijdenis"
)
_KINDS_OF_ENTRIES = " ".join(KIND_WORDS.values()).replace(",", " ").replace("-", " ")
ORDINARY_WORDS = (
    words_of(_FUNCTIONAL, _VERBS, _NOUNS, _KINDS_OF_ENTRIES)
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
ANY_NOUN = ORDINARY - OPENING - SEASONS
"""Words that are surnames as often: "Visser", "Bos"."""
_TAILS = (
    "gesprek gesprekken overleg bezoek zorg hulp rapport verslag verslagen melding meldingen onderzoek "
    "ouders ouder kind kinderen moeder vader werk werker werkster ambtenaar begeleider begeleiding begeleidster "
    "behandeling behandelaar "
    "therapie therapeut plaatsing plan plannen aanpak regeling regie rechter rechtbank bank dienst team teams "
    "groep gezin gezinnen opvang advies adviseur coach consulent arts onderzoeker verlening verlener verleners "
    "vraag vragen lijst tijd tijden dag dagen week weken jaar maand periode moment problemen probleem problematiek "
    "klachten gedrag training trainer traject indicatie beslissing besluit maatregel machtiging aanvraag afspraak "
    "afspraken contact contacten plek woning situatie stoornis achterstand ontwikkeling geweld mishandeling misbruik "
    "verzuim plicht leerling agent politie bewind voerder voogd voogdij beschermer bescherming stelling evaluatie "
    "intake brief mail telefoon foon nummer adres bericht formulier doel doelen punt punten schuld schulden "
    "uitkering "
    "instelling kliniek ziekenhuis praktijk centrum bureau raad wet verzekeraar toeslag geld kosten spreekuur leider "
    "leiding medewerker manager directeur docent leerkracht leraar kundige verpleegkundige psycholoog psychiater "
    "pedagoog logopedist diagnostiek diagnose test toets examen advocaat vakantie weekend feest verjaardag middag "
    "ochtend avond nacht groepen taal wacht status zitting uitspraak beschikking proces procedure verklaring "
    "controle "
    "lozing verlof partner vriend vriendin broer broertje zus zusje zoon dochter relatie scheiding ruzie ruzies "
    "conflict conflicten strijd incident gevaar veiligheid toezicht lijn kamer klas onderwijs opleiding stage "
    "baan"
)
_ENDINGS = (
    "datum heid heden atie aties isme ment menten teit schap schappen matig matige gericht gerichte elijk elijke baar "
    "bare"
)
_TAIL = re.compile(rf"\w{{2,}}(?:{'|'.join(words_of(_TAILS, _ENDINGS))})s?$")
_LONG_ENOUGH = 6


def is_compound(word: str) -> bool:
    """Whether a word is made of others and names nobody: "Leerplichtambtenaar", "Crisisinterventie"."""
    if _TAIL.match(word):
        return True
    ends = (word[at:] for at in range(3, len(word) - _LONG_ENOUGH + 1))
    return any(end in ORDINARY_WORDS and end != "straat" for end in ends)


ORGANISATION_HEADS = words_of(
    "stichting vereniging praktijk huisartsenpraktijk psychologenpraktijk gezondheidscentrum apotheek zorgboerderij "
    "zorghoeve gezinshuis logeerhuis leefgroep woongroep behandelgroep crisisgroep groep kliniek ggz ggd gemeente "
    "jeugdbescherming jeugdzorg jeugdhulp pleegzorg thuiszorg buurtzorg zorggroep obs cbs rkbs kbs pcbs bs sbo so "
    "vso "
    "ikc kindcentrum basisschool school college lyceum gymnasium scholengemeenschap kinderopvang kinderdagverblijf "
    "kdv peuterspeelzaal bso mkd roc mbo aoc isk vmbo mavo praktijkschool daltonschool montessorischool "
    "jenaplanschool woningcorporatie woonstichting bewindvoering bewindvoerderskantoor advocatenkantoor "
    "bureau instituut wijkteam buurtteam gebiedsteam jeugdteam gezinsteam cjg welzijn maatwerk logopedie schuldhulp "
    "voetbalclub sportclub vv moskee kerk instelling aanbieder zorgaanbieder jeugdhulpaanbieder organisatie firma "
    "ziekenhuis umc locatie behandelcentrum expertisecentrum centrum woonvorm zwembad manege restaurant bedrijf "
    "hotel "
    "supermarkt rechtbank gerechtshof politie jji rjji pi peuteropvang voorschool speelzaal internaat veilig thuis"
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
    "crisisopname "
    "crisisinterventie dagbehandeling gezinsbehandeling gezinsbegeleiding diagnostiek therapie hulp vanuit"
)
"""Words before an organisation that gives help."""
