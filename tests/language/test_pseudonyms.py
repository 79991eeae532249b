"""Pseudonyms: no registered name survives in any text of a case, whatever its spelling, and nothing else changes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from itertools import count
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.builders import case as case_of
from tests.builders import entry, when
from tests.language.wiel import FAMILY, PARTIES, WIEL, WORKERS, person, wiel
from tijdlijn.assets import resource
from tijdlijn.exchange.columns import likeness, understood
from tijdlijn.exchange.plan import planned
from tijdlijn.exchange.tables_in import read_tables
from tijdlijn.language.pseudonym_words import KIN, ORDINARY, PARTICLES, WEAK
from tijdlijn.language.pseudonyms import forget, pseudonymised, pseudonyms_for
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Source
from tijdlijn.model.people import Party, Worker
from tijdlijn.model.sessions import AgreedAction, Attendee, AttendsAs, Consent, Phase, Question, Reflection, Session

DAY = date(2026, 1, 1)


def test_children_are_lettered_by_age_and_grown_ups_told_by_their_role() -> None:
    assert [wiel().names[one] for one in ("lotte", "noor", "tim", "zoe")] == ["Kind A", "Kind B", "Kind C", "Kind D"]
    assert [wiel().names[one] for one in ("sanne", "jeroen", "mark", "roos", "mei", "anne")] == [
        *("Moeder", "Vader 1", "Vader 2", "Oma", "Tante", "Persoon 1")
    ]


def test_a_party_loses_what_identifies_it_and_one_that_is_nobody_s_keeps_its_name() -> None:
    assert {party.name: wiel().names[party.id] for party in PARTIES} == {
        "Jeugdhulp De Brug": "Jeugdhulp 1",
        "Oeverlicht": "Jeugd-ggz 1",
        "Veilig Thuis Noorderzand": "Veilig Thuis",
        "Jeugdhulp Zuiderzij (JHZ)": "Jeugdhulp 2",
        "Raad voor de Kinderbescherming": "Raad voor de Kinderbescherming",
        "Basisschool De Regenboog": "Basisschool",
        "William Schrikker Stichting": "Jeugdbescherming 1",
        "Gemeente Ravelmeer": "Gemeente 1",
        "Wijkteam Ravelmeer": "Wijkteam",
        "Samen Veilig": "Jeugdbescherming 2",
        "Oma Roos": "Oma (netwerk)",
    }


def test_workers_are_told_by_a_function_or_a_number() -> None:
    assert [wiel().names[one] for one in ("bos", "bakker", "kort")] == ["Gezinsvoogd", "Medewerker 1", "Medewerker 2"]


def test_a_pseudonym_of_one_s_own_stands_unless_it_tells_or_is_taken() -> None:
    persons = (
        person("a", "Lotte", is_focus=True, pseudonym="Meisje"),
        person("b", "Tim", is_focus=True, pseudonym="Broer van LOTTE"),
        person("c", "Bo", is_focus=True, pseudonym="meisje"),
        person("d", "Roos", "oma", pseudonym="roos"),
    )
    names = pseudonyms_for(case_of(persons=persons)).names
    assert dict(names) == {"a": "Meisje", "b": "Kind A", "c": "Kind B", "d": "Oma"}


def test_two_kinds_that_would_be_called_the_same_are_numbered() -> None:
    parties = tuple(Party(str(n), f"Wijkteam {name}") for n, name in enumerate(("Noord", "Vlierhoven", "Ravelmeer")))
    names = pseudonyms_for(case_of(parties=(*parties, Party("w", "Wijkteam")))).names
    assert [names[str(n)] for n in range(3)] == ["Wijkteam 2", "Wijkteam 3", "Wijkteam 4"]
    assert names["w"] == "Wijkteam"


def test_a_name_that_is_only_a_role_or_a_function_stays_and_changes_nothing() -> None:
    workers = (Worker("a", "medewerker wijkteam"), Worker("b", "Onbekend"), Worker("c", "Mentor Karin, wijkteam"))
    case = case_of(persons=(person("p", "Vader", "vader"),), workers=workers, parties=(Party("q", "Onbekend"),))
    pseudonyms = pseudonyms_for(case)
    assert [pseudonyms.names[one] for one in "pqabc"] == [
        *("Vader", "Onbekend", "medewerker wijkteam", "Onbekend 2", "Medewerker 1")
    ]
    assert pseudonyms.text("Karin, het wijkteam, een mentor") == "Medewerker 1, het wijkteam, een mentor"


def test_a_role_that_names_somebody_is_told_without_that() -> None:
    persons = (person("a", "Lotte", is_focus=True), person("b", "Sanne", "moeder van Lotte"))
    assert pseudonyms_for(case_of(persons=persons)).names["b"] == "Moeder"


def test_a_role_or_kind_that_is_somebody_s_name_is_not_used() -> None:
    case = case_of(persons=(person("a", "Lotte", "tante"),), workers=(Worker("w", "Jan Tante"),))
    assert pseudonyms_for(case).names["a"] == "Persoon 1"


def test_who_attends_a_session_is_replaced_too() -> None:
    present = (Attendee("Karin Oosterhuis", "Vlinderhof", "orthopedagoog"), Attendee("moeder"), Attendee("Linda Bos"))
    made = pseudonymised(replace(WIEL, sessions=(Session("s", attendees=present, notes="Karin vraagt door."),)))
    (session,) = made.sessions
    assert [one.name for one in session.attendees] == ["Professional 1", "moeder", "Gezinsvoogd"]
    assert (session.attendees[0].organisation, session.notes) == ("Organisatie 1", "Professional 1 vraagt door.")


def test_those_at_a_table_are_called_by_their_part_there_and_each_once() -> None:
    present = (
        Attendee("Wim de Groot", "Vlinderhof"),
        Attendee("wim  de Groot", "VLINDERHOF"),
        Attendee("Sanne Jansma", "", "moeder van een vriendje", AttendsAs.NETWERK),
        Attendee("Fatma", "Kompas", "", AttendsAs.ERVARINGSDESKUNDIGE),
        Attendee("Karim", "", "", AttendsAs.OUDER),
    )
    case = replace(WIEL, sessions=(Session("s", attendees=present[:2]), Session("t", attendees=present[2:])))
    called = pseudonymised(case).sessions
    assert [(one.name, one.organisation) for session in called for one in session.attendees] == [
        ("Professional 1", "Organisatie 1"),
        ("Professional 1", "Organisatie 1"),
        ("Moeder van een vriendje 1", ""),
        ("Ervaringsdeskundige 1", "Organisatie 2"),
        ("Ouder 1", ""),
    ]
    pseudonyms = pseudonyms_for(case)
    assert (
        pseudonyms.text("Mw. Jansma, ook Sanne, W. de Groot") == "Moeder van een vriendje 1, ook Moeder, Professional 1"
    )
    assert pseudonyms.names.keys() == wiel().names.keys()


def test_the_title_becomes_the_code_or_says_nothing() -> None:
    assert pseudonymised(WIEL).title == "Casus"
    assert pseudonymised(replace(WIEL, code="2023-04")).title == "2023-04"
    assert pseudonymised(replace(WIEL, code="WIEL-04")).title == "X-04"


def values(of: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every value within a case that is no id, with the field it stands in."""
    if isinstance(of, tuple):
        for one in of if name != "Session.discussed" else [words for _, words in of]:
            yield from values(one, name)
    elif is_dataclass(of):
        for field in fields(of):
            if field.name != "id" and not field.name.endswith(("_id", "_ids")):
                yield from values(getattr(of, field.name), f"{type(of).__name__}.{field.name}")
    else:
        yield name, of


def texts(case: Case) -> Iterator[tuple[str, str]]:
    for name, value in values(case):
        if isinstance(value, str) and not isinstance(value, Enum) and not name.endswith(".edtf"):
            yield name, value


def folded(text: str) -> str:
    """A text without what hides a name, by another way than that of the program."""
    joined = re.sub(r"[\u00ad\u200b]|-\s*\n\s*", "", text)
    bare = "".join(one for one in unicodedata.normalize("NFKD", joined) if not unicodedata.combining(one))
    return bare.lower().translate(str.maketrans("ıøł", "iol"))


def parts(*names: str) -> set[str]:
    """What of these names may be nowhere: their words of three letters or more that are no ordinary words."""
    words = {word for name in names for word in re.findall(r"[^\W\d_]{3,}", folded(name))}
    return words - ORDINARY - PARTICLES - WEAK - KIN


def survivors(text: str, wanted: set[str]) -> list[str]:
    words = re.findall(r"[^\W\d_]+", folded(text))
    return [word for word in words if {word, word.removesuffix("s"), word.removesuffix("tje")} & wanted]


SAID = "Gesprek met Lotte van der Wiel, Zoës oma en mw. Bos van Oeverlicht"


def filled(record: Any) -> Any:
    """The record with names in every field that is a text."""
    changed: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if type(value) is str and field.name not in ("id", "stopped_at") and not field.name.endswith("_id"):
            changed[field.name] = f"{value} {SAID}"
    return replace(record, **changed)


def full_case() -> Case:
    """A case of which every record has names in every text."""
    date_ = replace(UNCERTAIN, words="op Lottes zevende, bij De Brug")
    source = replace(filled(Source("s", "Verslag")), date=date_)
    one = filled(entry("actie", "2019", id="e", persons="lotte", citations=(filled(Citation("s")),)))
    session = replace(
        filled(Session("z", source_id="s", discussed=(("gat:lotte", SAID),))),
        attendees=(filled(Attendee("Lotte")),),
        questions=(filled(Question("Vraag")),),
    )
    return replace(
        WIEL,
        title=SAID,
        code="2023 Lotte",
        notes=SAID,
        domains=(SAID, "wonen"),
        persons=tuple(replace(p, role=f"{p.role} van Lotte", notes=SAID, birth=date_) for p in FAMILY),
        parties=tuple(replace(p, notes=SAID) for p in PARTIES),
        workers=tuple(replace(w, function=f"voogd van Lotte, {SAID}") for w in WORKERS),
        sources=(source,),
        entries=(replace(one, date=date_, domains=(SAID,)),),
        sessions=(session,),
        reflections=(filled(Reflection("r", "e", "z")),),
        actions=(filled(AgreedAction("a", "z", "bellen", entry_id="e", finding_id="vondst")),),
        phases=(filled(Phase("f", "jaren", DAY)),),
        consents=(filled(Consent("c", "leren", "Lotte", DAY)),),
    )


UNCERTAIN = when("2019") or pytest.fail("a date")


def test_no_name_is_left_in_any_text_of_a_case() -> None:
    case = full_case()
    wanted = parts(*(record.name for record in (*FAMILY, *PARTIES, *WORKERS)))
    assert {name for name, text in texts(case) if survivors(text, wanted)} >= {"Citation.passage", "Entry.unread_date"}
    assert [(name, text) for name, text in texts(pseudonymised(case)) if survivors(text, wanted)] == []


def skeleton(case: Case) -> list[Any]:
    """All of a case but its texts."""
    ids = [
        [(one.id, type(one)) for one in getattr(case, name)] for name in ("persons", "parties", "entries", "sources")
    ]
    codes = [(n, v) for n, v in values(case) if not isinstance(v, str) or isinstance(v, Enum) or n.endswith(".edtf")]
    return [case.id, ids, codes, [(e.person_ids, e.party_ids, e.order) for e in case.entries], case.links]


def test_ids_dates_codes_and_order_stay() -> None:
    case = full_case()
    assert skeleton(pseudonymised(case)) == skeleton(case)
    assert pseudonymised(case).sessions[0].discussed[0][0] == "gat:lotte"


def test_what_holds_no_name_is_the_same_object() -> None:
    plain = entry("contact", "2019-03", "Huisbezoek door het wijkteam", details="Rustig gesprek.")
    text = "Moeder vraagt om hulp."
    assert wiel().text(text) is text
    assert pseudonymised(replace(WIEL, entries=(plain,))).entries[0] is plain


def test_the_same_people_have_the_same_pseudonyms_until_they_are_forgotten() -> None:
    first = pseudonyms_for(WIEL)
    assert pseudonyms_for(replace(WIEL, notes="Later")) is first
    forget()
    assert pseudonyms_for(WIEL) is not first


def test_a_case_without_anybody_is_left_alone() -> None:
    assert pseudonyms_for(case_of()).text("Lotte en L. Bos") == "Lotte en L. Bos"


@cache
def example() -> Case:
    numbers = count(1)
    paths = [resource("example", f"{name}.csv") for name in ("entries", "persons", "parties")]
    tables = [understood(grid) for path in paths for grid in read_tables(path, likeness)]
    plan = planned(Case("example", "Gezin Van der Wiel", DAY), tables, lambda: f"{next(numbers)}")
    people, parties, workers = plan.records.persons, plan.records.parties, plan.records.workers
    sources, entries = plan.records.sources, plan.entries
    return Case(
        "example",
        "Gezin Van der Wiel",
        DAY,
        persons=people,
        parties=parties,
        workers=workers,
        sources=sources,
        entries=entries,
    )


@pytest.mark.parametrize("own", [True, False])
def test_the_example_family_cannot_be_read_from_its_timeline(own: bool) -> None:
    case = example()
    if not own:
        case = replace(case, persons=tuple(replace(one, pseudonym="") for one in case.persons))
        case = replace(case, parties=tuple(replace(one, pseudonym="") for one in case.parties))
    wanted = parts(*(one.name for one in (*case.persons, *case.parties, *case.workers))) | {"riet"}
    assert len([text for _, text in texts(case) if survivors(text, wanted)]) > 150
    made = pseudonymised(case)
    assert [(name, text) for name, text in texts(made) if survivors(text, wanted)] == []
    assert len(set(pseudonyms_for(case).names.values())) == len(wanted_records(case))


def wanted_records(case: Case) -> tuple[Any, ...]:
    return (*case.persons, *case.parties, *case.workers)


def one_of(words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(words.split(" "))


ONSETS = one_of("b br d dr f fr g gr h j k kl kr l m n p pr r s st t v w z sj ch")
VOWELS = one_of("a aa e ee i ie o oo oe u ij ë é ï ö ü ç ı")
CODAS = one_of("m n r s t k l ns rt nk ld f st ng")
STEMS = st.builds(lambda *letters: "".join(letters).capitalize(), ONSETS, VOWELS, CODAS, VOWELS, CODAS)
FIRST = one_of("Lotte Zoë Ayşe Łukasz José Søren Evi Romy Willem Loïs Fenna Daan Anne-Fleur Chloé")
SURNAMES = one_of("Yıldız Öztürk Müller Dijkstra Hoogeveen García Jansen-Bakker d'Hondt O'Brien")
TUSSEN = st.sampled_from(("", "", "van", "de", "van der", "van den", "ter", "el", "van 't", "in het"))


@st.composite
def full_names(draw: st.DrawFn) -> str:
    """A name as it is registered: "Bra de Kler", "Zoë van der Öztürk"."""
    first, particles, last = draw(FIRST | STEMS), draw(TUSSEN), draw(SURNAMES | STEMS)
    return " ".join(filter(None, (first, particles, last)))


SPELLED = (
    lambda n: n,
    lambda n: n.upper(),
    lambda n: n.lower(),
    lambda n: n.split()[0],
    lambda n: f"{n.split()[0]}s kamer",
    lambda n: f"{n.split()[0]}’s kamer",
    lambda n: f"{n.split()[0]}-dossier",
    lambda n: n.split()[-1],
    lambda n: " ".join(n.split()[1:]).capitalize(),
    lambda n: f"mevrouw {' '.join(n.split()[1:])}",
    lambda n: f"{n[0]}. {' '.join(n.split()[1:])}",
    lambda n: f"{' '.join(n.split()[1:])}, {n.split()[0]}",
    lambda n: f"de familie-{n.split()[-1]}",
    lambda n: n.replace("van der ", "v.d. ").replace("van ", "v. "),
    lambda n: n.replace(" ", "\n"),
    lambda n: n.replace(" ", "   "),
    lambda n: f"{n[:2]}\u00ad{n[2:]}",
    lambda n: unicodedata.normalize("NFD", n),
    lambda n: "".join(one for one in unicodedata.normalize("NFD", n) if not unicodedata.combining(one)),
    lambda n: f"{folded(n).replace(' ', '.')}@post.nl",
    lambda n: f"verslag_{n.replace(' ', '_')}_2019.pdf",
    lambda n: f"Verslag{''.join(w.capitalize() for w in n.split())}",
)
SMALL = (lambda n: f"{n.split()[0]}tje", lambda n: f"{n.split()[0]}tjes")
SENTENCES = (
    "{} komt te laat op school.",
    "Gesprek met {} en de leerkracht",
    "Huisbezoek: {}",
    "Moeder zegt dat {} niet wil eten.\nDat is al weken zo.",
    "“{}”, zegt vader (o.a. {})",
)


@given(st.lists(full_names(), min_size=3, max_size=6, unique=True), st.lists(STEMS, min_size=3, max_size=3), st.data())
def test_no_spelling_of_any_name_survives(names: list[str], owns: list[str], data: st.DataObject) -> None:
    parties = tuple(
        Party(f"q{n}", form.format(own))
        for n, (form, own) in enumerate(zip(("Jeugdhulp De {}", "{}", "Wijkteam {}"), owns, strict=True))
    )
    wanted = parts(*names, *(own for own in owns))
    vocabulary = parts(*SENTENCES, "Casus Kind Medewerker Persoon Organisatie Wijkteam verslag kamer dossier vondst")
    assume(not wanted & vocabulary)
    anybody = st.builds(lambda how, name: how(name), st.sampled_from(SPELLED), st.sampled_from((*names, *owns)))
    spelled = anybody | st.builds(lambda how, name: how(name), st.sampled_from(SMALL), st.sampled_from(names))
    said = [data.draw(st.sampled_from(SENTENCES)).format(data.draw(spelled), data.draw(spelled)) for _ in range(6)]
    case = case_of(
        *(entry("actie", "2019", text, id=str(n), details=text) for n, text in enumerate(said)),
        persons=tuple(person(f"p{n}", name, is_focus=n == 0) for n, name in enumerate(names[:2])),
        workers=tuple(Worker(f"w{n}", name) for n, name in enumerate(names[2:])),
        parties=parties,
    )
    pseudonyms = pseudonyms_for(case)
    made = pseudonymised(case, pseudonyms)
    assert [text for _, text in texts(made) if survivors(text, wanted)] == []
    assert [text for _, text in texts(made) if pseudonyms.text(text) != text] == []
    assert len({folded(name) for name in pseudonyms.names.values()}) == len(wanted_records(case))
    assert skeleton(made) == skeleton(case)


PLAIN = "het gezin woont in een klein huis bij de zee en kind gaat naar school moeder belt huisarts maar niemand komt"


@given(st.lists(st.sampled_from(PLAIN.split()), min_size=1, max_size=12), st.sampled_from(("{}", "{}.", "“{}”")))
def test_texts_without_a_name_come_back_as_they_are(words: list[str], form: str) -> None:
    text = form.format(" ".join(words).capitalize())
    assert wiel().text(text) is text
