"""A session with everything in it, for tests of its report."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.builders import case, entry, party, person
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Source, SourceKind
from tijdlijn.model.people import Worker
from tijdlijn.model.sessions import (
    ActionState,
    AgreedAction,
    Attendee,
    AttendsAs,
    Consent,
    Fitting,
    Question,
    Reflection,
    Session,
    SessionKind,
)
from tijdlijn.model.vocabulary import Voice

EARLIER, DAY = date(2023, 6, 20), date(2023, 11, 14)


def met(**more: Any) -> Case:
    """Noor (2010) and her mother Sanne; placed in 2021, decided by the Raad; talked about in June and on 14 November
    2023, when oma Tineke told of 2015.

    2015 gebeurtenis (told) | 2018 schakelmoment verhuizing | 2020-11 besluit @Raad | 2021 uithuisplaatsing @Kompas
    """
    told = Citation("mondeling", passage="Ingebracht door Tineke Bos (oma)")
    return case(
        entry("uithuisplaatsing", "2021-01-10/2021-06-30", "Noor naar Kompas", parties="kompas", id="p"),
        entry("besluit", "2020-11-03", "Raad adviseert plaatsing", parties="raad", id="b"),
        entry("gebeurtenis", "2018-08", "Verhuisd naar Assen", schakelmoment="verhuizing", id="v"),
        entry("gebeurtenis", "2015-22", "Zomer bij oma", id="o", voice=Voice.GEZIN, citations=(told,)),
        persons=[person("Noor", "2010-04-01", True), person("Sanne", role="moeder")],
        parties=[party("Kompas"), party("Raad", "raad")],
        workers=(Worker("w", "Judith Laan", "kompas", "psycholoog"),),
        sources=(Source("mondeling", "Mondeling, bijeenkomst 14 november 2023", SourceKind.MONDELING),),
        code="2023-04",
        today=date(2023, 11, 15),
        **{"sessions": (_first(), session()), "reflections": _reflections(), "actions": _actions(),
           "consents": (Consent("c", "bespreken", "Sanne", EARLIER),), **more},
    )  # fmt: skip


def _first() -> Session:
    return Session("s1", date=EARLIER, attendees=(Attendee("Judith Laan", "Kompas", "psycholoog"),))


def session(**more: Any) -> Session:
    """The session of 14 November, with fields of it replaced."""
    fields = {
        "place": "Raadhuis van Assen",
        "aim": "Weten wat er nu nodig is.",
        "attendees": (
            Attendee("Judith Laan", "Kompas", "psycholoog"),
            Attendee("Sanne", "", "moeder", AttendsAs.OUDER),
            Attendee("Tineke Bos", "", "oma", AttendsAs.NETWERK),
            Attendee("Karim Haddad", "Bureau Samenspraak", "", AttendsAs.BEGELEIDER),
        ),
        "questions": (
            Question("Hoe is dit zo gekomen?", "Niemand had het hele verhaal.", "Steeds een ander gezicht."),
            Question("Wat wist wie?"),
            Question("Paste het?", "", "Nee."),
        ),
        "notes": "alleen voor de begeleider",
        "source_id": "mondeling",
        "discussed": (("weg:1", "Er was een jaar lang niemand."),),
    }
    return Session("s2", SessionKind.ACTIELEREN, DAY, **{**fields, **more})


def _reflections() -> tuple[Reflection, ...]:
    return (
        Reflection("r1", "p", "s2", how="Onder grote druk.", fitting=Fitting.VERDEELD, family="Het was al besloten."),
        Reflection("r2", "v", "s2", missing="Oma Tineke Bos", learned="Eerder vragen."),
        Reflection("r3", "b", "s1", how="Besproken in juni."),
    )


def _actions() -> tuple[AgreedAction, ...]:
    return (
        AgreedAction("a1", "s2", "Sanne belt de school", "Karim Haddad", date(2023, 12, 1), ("noor",), "v"),
        AgreedAction("a2", "s2", "Uitzoeken, zonder dag", "", None, (), "", "weg:1", "Er was een jaar lang niemand."),
        AgreedAction(
            "a3", "s1", "Plan sturen", "Judith Laan", date(2023, 9, 1), state=ActionState.BEZIG, remark="Half"
        ),
        AgreedAction(
            "a4", "s1", "Was al klaar", "", date(2023, 7, 1), state=ActionState.GEDAAN, settled=date(2023, 8, 1)
        ),
        AgreedAction("a5", "s2", "Net gedaan", "", DAY, state=ActionState.GEDAAN, settled=DAY),
    )
