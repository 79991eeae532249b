"""Names that nobody registered but a user wants hidden are found as those of a person, a party or a place would be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.builders import case as case_of
from tests.builders import entry
from tests.language.test_pseudonyms import (
    SENTENCES,
    SPELLED,
    STEMS,
    full_case,
    full_names,
    parts,
    skeleton,
    survivors,
    texts,
)
from tests.language.wiel import FAMILY, PARTIES, WIEL, WORKERS, person
from tijdlijn.language.pseudonyms import forget, pseudonymised, pseudonyms_for
from tijdlijn.model.casebook import Case
from tijdlijn.model.people import LooseName, NameKind, Party, Worker
from tijdlijn.model.sessions import Attendee, Session

PERSON, ORGANISATION, PLACE = NameKind.PERSOON, NameKind.ORGANISATIE, NameKind.PLAATS


def loose(*named: tuple[str, NameKind], hidden: bool = True) -> tuple[LooseName, ...]:
    return tuple(LooseName(f"{hidden}{at}", name, what, hidden) for at, (name, what) in enumerate(named))


HIDDEN = loose(
    ("Wilma", PERSON),
    ("Piet Oosterhof", PERSON),
    ("J. Hoekstra", PERSON),
    ("De Terp", ORGANISATION),
    ("Veilig Thuis", ORGANISATION),
    ("Zorg", ORGANISATION),
    ("Vlierhoven", PLACE),
    ("Oud Zevenhuizen", PLACE),
    ("Nieuw Zevenhuizen", PLACE),
    ("Kerkstraat 12", PLACE),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wilma, wilma, WILMA en Wilma's huis", "Persoon 1, Persoon 1, Persoon 1 en Persoon 1's huis"),
        ("Wil\u00adma en Wilmaatje", "Persoon 1 en Persoon 1"),
        ("mevrouw Wilma en K. Wilma", "Persoon 1 en Persoon 1"),
        ("Wilma, K. belt", "Persoon 1 belt"),
        ("Wilma, o.a. over Wilma", "Persoon 1, o.a. over Persoon 1"),
        ("Piet\nOosterhof, P. Oosterhof en dhr. Oosterhof", "Persoon 2, Persoon 2 en Persoon 2"),
        ("J. Hoekstra en mw. Hoekstra", "Persoon 3 en Persoon 3"),
        ("bij De Terp of de terp", "bij Organisatie 1 of Organisatie 1"),
        ("Veilig Thuis, veilig thuis", "Organisatie 2, Organisatie 2"),
        ("Met Zorg was er zorg", "Met Organisatie 3 was er zorg"),
        ("in Vlíerhoven, VLIERHOVEN", "in Plaats 1, Plaats 1"),
        ("Oud-Zevenhuizen, Nieuw Zevenhuizen en Zevenhuizen", "Plaats 2, Plaats 3 en Plaats A"),
        ("Kerkstraat 12, kerkstraat 12, op 12 mei", "Plaats 4, Plaats 4, op 12 mei"),
        ("wilma@vlierhoven.nl", "[e-mailadres]"),
    ],
)
def test_a_hidden_name_is_called_by_what_it_is_the_name_of_in_every_spelling(text: str, expected: str) -> None:
    assert pseudonyms_for(case_of(loose_names=HIDDEN)).text(text) == expected


def test_what_was_said_to_stay_stays() -> None:
    case = case_of(loose_names=(*loose(("Wilma", PERSON)), *loose(("Vrijdag", PERSON), hidden=False)))
    assert pseudonyms_for(case).text("Vrijdag komt Wilma") == "Vrijdag komt Persoon 1"


@pytest.mark.parametrize(
    ("registered", "expected"),
    [
        ({"persons": (person("p", "WILMA", "tante"),)}, "Tante belt Tante."),
        ({"persons": (person("p", "Wilma Jansma", "tante"),)}, "Tante belt Tante."),
        ({"workers": (Worker("w", "Wílma", function="mentor"),)}, "Mentor belt Mentor."),
        ({"parties": (Party("q", "Wilma"),)}, "Organisatie 1 belt Organisatie 1."),
        ({"sessions": (Session("s", attendees=(Attendee("Wilma"),)),)}, "Professional 1 belt Professional 1."),
    ],
)
def test_who_is_registered_meanwhile_is_called_as_that(registered: dict[str, object], expected: str) -> None:
    case = replace(case_of(loose_names=loose(("Wilma", PERSON))), **registered)
    assert pseudonyms_for(case).text("Wilma belt mevrouw Wilma.") == expected


def test_it_takes_nothing_from_who_is_registered() -> None:
    hidden = tuple(one for one in HIDDEN if one.name != "Veilig Thuis")
    plain, fuller = pseudonyms_for(WIEL), pseudonyms_for(replace(WIEL, loose_names=hidden))
    assert fuller.names == plain.names
    assert fuller.text("Anne-Marie en Wilma in Ravelmeer") == "Persoon 1 en Persoon 2 in Plaats A"


def test_a_pseudonym_of_one_s_own_does_not_tell_it() -> None:
    case = case_of(persons=(person("p", "Lotte", is_focus=True, pseudonym="Nichtje van Wilma"),), loose_names=HIDDEN)
    assert pseudonyms_for(case).names["p"] == "Kind A"


def test_the_case_without_names_does_not_tell_what_was_decided() -> None:
    stays = loose(("Vrijdag", PERSON), hidden=False)
    assert pseudonymised(case_of(loose_names=(*HIDDEN, *stays))).loose_names == ()


def test_a_decision_counts_at_once_and_is_forgotten_with_the_names() -> None:
    case = case_of(loose_names=HIDDEN[:1])
    first = pseudonyms_for(case)
    assert first.text("Wilma in Vlierhoven") == "Persoon 1 in Vlierhoven"
    assert pseudonyms_for(replace(case, loose_names=HIDDEN)).text("Wilma in Vlierhoven") == "Persoon 1 in Plaats 1"
    stays = loose(("Vrijdag", PERSON), hidden=False)
    assert pseudonyms_for(replace(case, loose_names=(*HIDDEN[:1], *stays))) is first
    forget()
    assert pseudonyms_for(case) is not first


def nobody_registered() -> Case:
    """A case with names in every text, of which each was only said to be hidden."""
    case = full_case()
    known = [(record.name, PERSON) for record in (*FAMILY, *WORKERS)]
    known += [(party.name, ORGANISATION) for party in PARTIES]
    entries = tuple(replace(one, person_ids=()) for one in case.entries)
    return replace(case, persons=(), parties=(), workers=(), entries=entries, loose_names=loose(*known))


def test_no_hidden_name_is_left_in_any_text_of_a_case() -> None:
    case = nobody_registered()
    wanted = parts(*(record.name for record in (*FAMILY, *PARTIES, *WORKERS)))
    assert {name for name, text in texts(case) if survivors(text, wanted)} >= {"Citation.passage", "Attendee.name"}
    made = pseudonymised(case)
    assert [(name, text) for name, text in texts(made) if survivors(text, wanted)] == []
    assert skeleton(made) == skeleton(replace(case, loose_names=()))


WRITTEN = (
    lambda n: n,
    lambda n: n.split()[-1],
    lambda n: f"mevrouw {n.split()[-1]}",
    lambda n: f"{n[0]}. {' '.join(n.split()[1:])}",
)
"""How a name that nobody registered is found in a text, and so decided about."""
NAMED = {ORGANISATION: ("Jeugdhulp De {}", "{}", "Stichting {}"), PLACE: ("{}", "Oud {}", "{}-Noord")}
ALSO = (*SPELLED, lambda n: f"J. {n.split()[-1]}", lambda n: f"{n.split()[-1]}, J.M.", lambda n: f"{n.split()[-1]}s")


@given(
    st.lists(full_names(), min_size=1, max_size=3, unique=True),
    st.lists(STEMS, min_size=2, max_size=4, unique=True),
    st.data(),
)
def test_no_spelling_of_a_hidden_name_survives(names: list[str], owns: list[str], data: st.DataObject) -> None:
    people = [data.draw(st.sampled_from(WRITTEN))(name) for name in names]
    kinds = [data.draw(st.sampled_from((ORGANISATION, PLACE))) for _ in owns]
    others = [data.draw(st.sampled_from(NAMED[what])).format(own) for what, own in zip(kinds, owns, strict=True)]
    wanted = parts(*people, *others) - {"mevrouw"}
    assume(not wanted & parts(*SENTENCES, "Casus Gezin Proef Persoon Organisatie Plaats verslag kamer dossier post"))
    spelled = st.builds(lambda how, name: how(name), st.sampled_from(ALSO), st.sampled_from((*people, *owns)))
    said = [data.draw(st.sampled_from(SENTENCES)).format(data.draw(spelled), data.draw(spelled)) for _ in range(6)]
    case = case_of(
        *(entry("actie", "2019", text, id=str(n), details=text) for n, text in enumerate(said)),
        loose_names=loose(*((one, PERSON) for one in people), *zip(others, kinds, strict=True)),
    )
    pseudonyms = pseudonyms_for(case)
    made = pseudonymised(case, pseudonyms)
    assert [text for _, text in texts(made) if survivors(text, wanted)] == []
    assert [text for _, text in texts(made) if pseudonyms.text(text) != text] == []
    assert skeleton(made) == skeleton(replace(case, loose_names=()))
