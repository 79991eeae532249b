"""A registered name is found however it is written, and an ordinary word is left where it is one."""

from __future__ import annotations

import pytest

from tests.builders import case
from tests.language.wiel import person, wiel
from tijdlijn.language.pseudonyms import pseudonyms_for


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lotte van der Wiel en Sanne de Vries", "Kind A en Moeder"),
        ("lotte v.d. wiel, LOTTE VD WIEL en Lotte v/d Wiel", "Kind A, Kind A en Kind A"),
        ("L. van der Wiel, J. v.d. Wiel en P. van der Wiel", "Kind A, Vader 1 en X"),
        ("Van der Wiel, Lotte; Wiel, J. van der", "Kind A; Vader 1"),
        ("Mevrouw Van der Wiel belt; meneer van de Wiel niet", "Mevrouw X belt; meneer X niet"),
        ("mw. De Vries belt. Mevrouw de Vries is boos.", "Moeder belt. Moeder is boos."),
        ("Noors kamer, Noor’s kamer en Noortje", "Kind B's kamer, Kind B's kamer en Kind B"),
        ("Sannes zus, Roos' huis", "Moeders zus, Oma' huis"),
        ("Timmetje en Tims fiets. Timmerman komt.", "Kind C en Kind C's fiets. Timmerman komt."),
        ("Zoe, ZOË, Zoe\u0308 en Zoës moeder", "Kind D, Kind D, Kind D en Kind D's moeder"),
        ("Lot\u00adte, Lot-\nte, Van der\nWiel en van  der   Wiel", "Kind A, Kind A, X en X"),
        ("Oever\u00ad\nlicht en Oeverlicht-\nmedewerker", "Jeugd-ggz 1 en Jeugd-ggz 1-\nmedewerker"),
        ("de familie-Van der Wiel en het Lotte-dossier", "de familie-X en het Kind A-dossier"),
        ("de familie Van der Wiel, familie Jansen", "de familie X, familie van Vader 2"),
        ("lotte.vanderwiel@post.nl, zie www.oeverlicht.nl", "[e-mailadres], zie [webadres]"),
        ("info@debrug.nl en info@post.nl", "[e-mailadres] en info@post.nl"),
        ("VerslagLotteVanDerWiel2019.pdf, verslag_lotte_2019", "Verslag Kind A 2019.pdf, verslag_Kind A_2019"),
        ("lottevanderwiel en lottevdwiel op internet", "Kind A en Kind A op internet"),
        ("Veilig Thuis Noorderzand en Veilig Thuis", "Veilig Thuis en Veilig Thuis"),
        ("Jeugdhulp Zuiderzij (JHZ), later JHZ", "Jeugdhulp 2, later Jeugdhulp 2"),
        ("school De Regenboog en basisschool de Regenboog", "Basisschool en Basisschool"),
        ("William Schrikker; Schrikker belt", "Jeugdbescherming 1; Jeugdbescherming 1 belt"),
        ("gemeente Ravelmeer, wijkteam Ravelmeer, naar Ravelmeer", "Gemeente 1, Wijkteam, naar Plaats A"),
        ("Samen Veilig meldt; samen veilig thuis", "Jeugdbescherming 2 meldt; samen veilig thuis"),
        ("TIM SCHOLTE belt Tim", "Medewerker 3 belt Kind C"),
        ("mevrouw De Jong, Els de Jong, R. de Jong", "mevrouw N.N., Medewerker 5, Medewerker 6"),
        ("Esra Yildiz en mw. Yıldız", "Medewerker 4 en Medewerker 4"),
        ("L. gaat naar school. L.v.d.W. en L. v.d. W. ook.", "Kind A gaat naar school. Kind A en Kind A ook."),
        ("Groep L. daarna groep N. en P.K. belt", "Groep L. daarna groep N. en Medewerker 2 belt"),
        ("Lotte v.d. W. komt. Met Lotte W. Daarna", "Kind A komt. Met Kind A. Daarna"),
        ("Mark Jansen, M. Jansen-de Boer, meneer De Boer", "Vader 2, Vader 2, Vader 2"),
        ("Anne Marie, Annemarie en Anne", "Persoon 1, Persoon 1 en Persoon 1"),
        ("oma Roos, moeder Sanne, moeder (Sanne)", "Oma, Moeder, Moeder"),
        ("i.o.m. Bos en drs. Bakker", "i.o.m. Gezinsvoogd en Medewerker 1"),
        ("de ouders, het kind en Karel Pietersen", "de ouders, het kind en Karel Pietersen"),
    ],
)
def test_every_spelling_of_a_name_is_found(text: str, expected: str) -> None:
    assert wiel().text(text) == expected
    assert wiel().text(expected) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De brug over. De brug is open.", "De brug over. De brug is open."),
        ("Naar De Brug. Bij de Brug. De Brug belt.", "Naar Jeugdhulp 1. Bij Jeugdhulp 1. Jeugdhulp 1 belt."),
        ("Bos en hei. In het bos.", "Bos en hei. In het bos."),
        ("Bos belt. Bos en Sanne. Met Bos.", "Gezinsvoogd belt. Gezinsvoogd en Moeder. Met Gezinsvoogd."),
        ("mevrouw bos, linda bos, L. Bos", "Gezinsvoogd, Gezinsvoogd, Gezinsvoogd"),
        ("Kort overleg. Een kort gesprek.", "Kort overleg. Een kort gesprek."),
        ("Kort belt. Met Kort. juf kort", "Medewerker 2 belt. Met Medewerker 2. juf Medewerker 2"),
        ("Kort en moeder zijn er.", "Medewerker 2 en moeder zijn er."),
        ("Kort en Karel komen", "Medewerker 2 en Karel komen"),
        ("Kort op huisbezoek", "Medewerker 2 op huisbezoek"),
        ("Mei 2019, 12 Mei, in mei", "Mei 2019, 12 Mei, in mei"),
        ("Mei is boos. Mei Ling komt.", "Tante is boos. Tante komt."),
        ("Een roos voor Roos. Roosje, een roosje.", "Een roos voor Oma. Oma, een roosje."),
        ("Een regenboog getekend", "Een regenboog getekend"),
        ("de boer en de bakker", "de boer en de bakker"),
        ("Bakker geweest", "Medewerker 1 geweest"),
        ("Timon, Optimaal en Lottenberg", "Timon, Optimaal en Lottenberg"),
    ],
)
def test_an_ordinary_word_is_a_name_only_where_it_looks_like_one(text: str, expected: str) -> None:
    assert wiel().text(text) == expected


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("Marijke van Dijk", "Maryke, Van Dyk, MARĲKE en M. van Dĳk"),
        ("Jürgen Müller", "Juergen, Mueller, Jurgen en MULLER"),
        ("Sofie Strauß", "Soﬁe, Strauss en STRAUSS"),
        ("Saïd el Ŷsbrand", "Said, El Ysbrand en al-Ysbrand"),
        ("Anne d'Hondt", "D'Hondt, d’Hondt, Dhondt en D Hondt"),
        ("Mees McGregor", "McGregor, Mc Gregor en MCGREGOR"),
        ("Bo 't Hoen", "Bo, ’t Hoen, Hoen en BO"),
        ("Wiel, Lotte van der", "Lotte, van der Wiel, Wiel en v.d. Wiel"),
        ("Riet (Maria) Vos-de Haan", "Riet, Maria, De Haan en Vos"),
    ],
)
def test_letters_that_are_written_in_two_ways_are_one(name: str, spelled: str) -> None:
    text = pseudonyms_for(case(persons=(person("p", name),))).text(f"Besproken: {spelled}.")
    assert set(text.removeprefix("Besproken: ").removesuffix(".").replace(" en ", ", ").split(", ")) <= {"Kind A", "X"}
