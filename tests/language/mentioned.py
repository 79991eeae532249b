"""Dates in running text, a table for each phenomenon: the text, the words that are the date, and what they mean.

A text is taken to be written on `WRITTEN`, about Tim (17 June 2011, he) and Lotte (30 January 2014, she); moeder was
born in 1986. `None` for a meaning: it stays open and asks.
"""

from __future__ import annotations

WRITTEN = "2019-10-16"
"""A Wednesday."""

Row = tuple[str, str, "str | None"]

TABLES: dict[str, tuple[Row, ...]] = {
    "days": (
        ("Op 12-03-2018 belde moeder.", "12-03-2018", "2018-03-12"),
        ("Op 12/3/2018 belde moeder.", "12/3/2018", "2018-03-12"),
        ("Op 12.03.2018 belde moeder.", "12.03.2018", "2018-03-12"),
        ("Gesprek 3-4-'18 op school.", "3-4-'18", "2018-04-03"),
        ("De brief is van 2018-04-03.", "2018-04-03", "2018-04-03"),
        ("Op maandag 12 maart 2018 was er een gesprek.", "maandag 12 maart 2018", "2018-03-12"),
        ("Op ma. 12 mrt. 2018 was er een gesprek.", "ma. 12 mrt. 2018", "2018-03-12"),
        ("Op 1 sept '17 ging hij naar school.", "1 sept '17", "2017-09-01"),
        ("Een brief d.d. 4e mei 2017 lag klaar.", "4e mei 2017", "2017-05-04"),
        ("De eerste dag was 4-mei-2017.", "4-mei-2017", "2017-05-04"),
    ),
    "months and years": (
        ("In maart 2018 begon het.", "maart 2018", "2018-03"),
        ("Sinds sept. 2017 is er rust.", "Sinds sept. 2017", "2017-09/.."),
        ("Zie ook mrt '18.", "mrt '18", "2018-03"),
        ("Aangemeld in 03-2018.", "03-2018", "2018-03"),
        ("In 2016 zijn zij verhuisd.", "2016", "2016"),
        ("2015: scheiding.", "2015", "2015"),
        ("In de jaren negentig woonde moeder in Assen.", "de jaren negentig", "199X"),
        ("Dat was ergens in 2014.", "ergens in 2014", "2014-XX"),
    ),
    "periods": (
        ("Van mei t/m juli 2018 was er hulp.", "Van mei t/m juli 2018", "2018-05/2018-07"),
        ("Van 14 tot 16 maart 2018 logeerde hij.", "Van 14 tot 16 maart 2018", "2018-03-14/2018-03-16"),
        ("Onderzoek: 21 jan - 28 mrt 2018.", "21 jan - 28 mrt 2018", "2018-01-21/2018-03-28"),
        ("2016-2018: wijkteam.", "2016-2018", "2016/2018"),
        ("In 2016/'17 was er niets.", "2016/'17", "2016/2017"),
        ("Tussen maart 2017 en januari 2018 was er niets.", "Tussen maart 2017 en januari 2018", "2017-03/2018-01"),
        ("Sept-nov 2018 liep de training.", "Sept-nov 2018", "2018-09/2018-11"),
        (
            "Eind 2017 tot medio 2018 was het stil.",
            "Eind 2017 tot medio 2018",
            "[2017-09-01..2017-12-31]/[2018-05-01..2018-08-31]",
        ),
        (
            "Van 1-5-2018 tot en met 31-8-2018 was er zorg.",
            "Van 1-5-2018 tot en met 31-8-2018",
            "2018-05-01/2018-08-31",
        ),
        ("Onder toezicht van 3 mei 2018 tot 3 mei 2019.", "van 3 mei 2018 tot 3 mei 2019", "2018-05-03/2019-05-03"),
        ("De testdagen waren 10 en 12 maart 2018.", "10 en 12 maart 2018", "2018-03-10/2018-03-12"),
        ("Uit elkaar gegaan in dec '17/jan '18.", "dec '17/jan '18", "2017-12/2018-01"),
    ),
    "since and until": (
        ("Sinds 3 mei 2018 woont hij bij oma.", "Sinds 3 mei 2018", "2018-05-03/.."),
        ("Vanaf 2 mei 2018 komt De Brug.", "Vanaf 2 mei 2018", "2018-05-02/"),
        ("Hij bleef er tot april 2018.", "tot april 2018", "/2018-04"),
        ("Met ingang van 1 juli 2018 is er hulp.", "Met ingang van 1 juli 2018", "2018-07-01/"),
    ),
    "seasons and parts": (
        ("In de zomer van 2018 was er rust.", "de zomer van 2018", "2018-22"),
        ("In het najaar 2017 begon het.", "het najaar 2017", "2017-23"),
        ("Begin 2017 verhuisden zij.", "Begin 2017", "[2017-01-01..2017-04-30]"),
        ("Eind maart 2018 was er een melding.", "Eind maart 2018", "[2018-03-21..2018-03-31]"),
        ("Medio februari 2018 was dat.", "Medio februari 2018", "[2018-02-11..2018-02-20]"),
        ("De eerste helft van 2018 ging goed.", "De eerste helft van 2018", "[2018-01-01..2018-06-30]"),
        ("In de loop van 2017 verslechterde het.", "In de loop van 2017", "2017-XX"),
        ("Rond maart 2018 stopte het.", "Rond maart 2018", "2018-03~"),
        ("Aan het begin van 2016 kwam Rob.", "het begin van 2016", "[2016-01-01..2016-04-30]"),
    ),
    "feasts, quarters, weeks and school years": (
        ("Met kerst 2017 was hij thuis.", "kerst 2017", "[2017-12-25..2017-12-26]"),
        ("In de meivakantie van 2018 liep hij weg.", "de meivakantie van 2018", "[2018-04-20..2018-05-12]"),
        ("In het tweede kwartaal van 2018 stopte het.", "het tweede kwartaal van 2018", "[2018-04-01..2018-06-30]"),
        ("Q3 2018 is afgerekend.", "Q3 2018", "[2018-07-01..2018-09-30]"),
        ("In week 12 van 2018 belde zij.", "week 12 van 2018", "[2018-03-19..2018-03-25]"),
        ("In schooljaar 2017-2018 zat hij thuis.", "schooljaar 2017-2018", "2017-08-01/2018-07-31"),
        ("In de week van 5 maart 2018 was zij ziek.", "de week van 5 maart 2018", "[2018-03-05..2018-03-11]"),
    ),
    "against the note": (
        ("Gisteren belde school.", "Gisteren", "2019-10-15"),
        ("Vannacht is hij weggelopen.", "Vannacht", "2019-10-16"),
        ("Afgelopen vrijdag was er ruzie.", "Afgelopen vrijdag", "2019-10-11"),
        ("Hij is maandag begonnen.", "maandag", "2019-10-14"),
        ("Zondagavond was er een escalatie.", "Zondagavond", "2019-10-13"),
        ("Komende maandag is het gesprek.", "Komende maandag", "2019-10-21"),
        ("De intake was vorige week donderdag.", "vorige week donderdag", "2019-10-10"),
        ("Wij zien elkaar volgende week dinsdag.", "volgende week dinsdag", "2019-10-22"),
        ("De intake was op 28 maart.", "28 maart", "2019-03-28"),
        ("Op 3 november is de zitting.", "3 november", "2019-11-03"),
        ("In november is zij gestopt met werken.", "november", "2018-11"),
        ("De hulp loopt tot eind december.", "tot eind december", "/[2019-12-21..2019-12-31]"),
        ("Zij belde (9/10).", "9/10", "2019-10-09"),
        ("Vorig jaar maart was er ook iets.", "Vorig jaar maart", "2018-03"),
        ("Eind vorig jaar stopte de hulp.", "Eind vorig jaar", "[2018-09-01..2018-12-31]"),
        ("Twee weken geleden was het raak.", "Twee weken geleden", "2019-10-02"),
        ("Drie maanden geleden was het raak.", "Drie maanden geleden", "2019-07"),
        ("Evaluatie over een half jaar.", "over een half jaar", "2020-04"),
        ("Over twee weken bel ik weer.", "Over twee weken", "2019-10-30"),
        ("Na de zomervakantie ging hij naar de brugklas.", "de zomervakantie", "[2019-07-06..2019-09-01]"),
        ("Dat gebeurde afgelopen zomer.", "afgelopen zomer", "2019-22"),
        ("Vorig schooljaar ging het mis.", "Vorig schooljaar", "2018-08-01/2019-07-31"),
        ("Eind vorige week belde zij.", "Eind vorige week", "[2019-10-10..2019-10-13]"),
    ),
    "against the date before": (
        ("In mei 2016 ging het mis. In juli van dat jaar verhuisden zij.", "juli van dat jaar", "2016-07"),
        ("Op 3 mei 2016 kwam de melding. Twee weken later belde school.", "Twee weken later", "2016-05-17"),
        ("Op 3 mei 2016 was de zitting. De dag erna ging hij weg.", "De dag erna", "2016-05-04"),
        ("In oktober 2016 vroeg zij hulp. Zij kreeg in november een gesprek.", "november", "2016-11"),
        ("In 2014 overleed opa. Een jaar daarna scheidden zij.", "Een jaar daarna", "2015"),
        ("Op 12 september 2016 scheidden zij. In datzelfde najaar vertrok vader.", "datzelfde najaar", "2016-23"),
        ("In mei 2016 ging het mis. De zomer daarna ook.", "De zomer daarna", "2016-22"),
    ),
    "against a birth": (
        ("Op zijn zevende kreeg Tim een fiets.", "Op zijn zevende", "[2018-06-17..2019-06-16]"),
        ("Op 4-jarige leeftijd ging Lotte naar school.", "Op 4-jarige leeftijd", "[2018-01-30..2019-01-29]"),
        ("Toen Tim 5 was, ging het mis.", "Toen Tim 5 was", "[2016-06-17..2017-06-16]"),
        ("Tim zat in groep 4 toen het begon.", "in groep 4", "[2018-08-01..2019-07-31]"),
        (
            "Kort voor zijn zevende verjaardag viel Tim.",
            "Kort voor zijn zevende verjaardag",
            "[2018-04-18..2018-06-16]",
        ),
        ("Moeder woonde van haar 9e tot haar 16e in een pleeggezin.", "van haar 9e tot haar 16e", "1995/2002"),
        ("Tim vertelde op zijn zesde al veel.", "op zijn zesde", "[2017-06-17..2018-06-16]"),
        ("Vader kwam op 17-jarige leeftijd naar Nederland.", "op 17-jarige leeftijd", None),
        ("Op 3-jarige leeftijd was er een opname.", "Op 3-jarige leeftijd", None),
    ),
}  # fmt: skip
"""Everything that must be found and read."""

OPEN: tuple[tuple[str, str], ...] = (
    ("In maart ging het mis.", "maart"),
    ("Gisteren belde school.", "Gisteren"),
    ("Op 28 maart was er een gesprek.", "28 maart"),
    ("Hij is maandag begonnen.", "maandag"),
    ("Twee weken later was het weer zover.", "Twee weken later"),
    ("Vorig jaar was het beter.", "Vorig jaar"),
    ("Na de zomervakantie ging het mis.", "de zomervakantie"),
    ("Eind 12 maart.", "12 maart"),
)
"""Found in a text of which nobody knows the day, and therefore open."""

NO_DATES: tuple[str, ...] = (
    "Oma past op woensdag op en vader werkt op zaterdag.",
    "Zij kreeg drie gesprekken.",
    "Dat duurde zes weken lang.",
    "Wekelijks op maandag komt de begeleider.",
    "Elke vrijdag gaat hij naar oma.",
    "Twee keer per week is er training.",
    "Hij slaapt 's zomers slecht.",
    "Hulp is er 24/7, ook 24-7.",
    "Ongeveer 1/3 van de kinderen.",
    "Score 6/10 op de lijst.",
    "Artikel 2.3 van de Jeugdwet 2015.",
    "Op grond van artikel 1:255 BW.",
    "Zaaknummer C/16/123456 / JE RK 19-1234.",
    "ECLI:NL:GHARN:2008:BG4803",
    "Kenmerk: 2021/WR/00417",
    "Bel 06-12345678 of 0800-2000.",
    "Dorpsstraat 2013, 2019 AB Haarlem.",
    "Mevrouw Winter en juf Mei waren er.",
    "Groep 1/2 is druk.",
    "De eerste keer was moeilijk.",
    "1. Aanleiding",
    "Kosten: € 2019,- per maand.",
    "Hij was zo druk, nu zat hij stil, vrij rustig.",
    "Het gesprek was om 12.30 uur.",
    "'s Morgens is hij moe.",
    "IQ 85-92, T-score 65.",
    "Vader was er voor het eerst sinds twee jaar.",
    "Mail naar marjan.zomer@pleeg.invalid.",
    "Leeftijd 0-4 jaar, 2-3 kinderen.",
)
"""Nothing here is a date."""
