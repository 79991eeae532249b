"""The finder of names that nobody registered: how many it finds, what it leaves, and that each is told once."""

from __future__ import annotations

import csv
import re
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.language.noted import OURS, Note, measured, notes, too_wide
from tijdlijn.assets import resource
from tijdlijn.language.folding import fold
from tijdlijn.language.unregistered import Suspect, suspects
from tijdlijn.language.unregistered_marks import name_words
from tijdlijn.language.unregistered_words import names_nobody
from tijdlijn.model.people import NameKind

PERSON, PARTY, PLACE = NameKind.PERSOON, NameKind.ORGANISATIE, NameKind.PLAATS


def told(*texts: str, ours: tuple[str, ...] = OURS) -> dict[str, NameKind]:
    return {one.name: one.what for one in suspects(texts, ours)}


# How well it does: what it was tuned on, and what it was not


@pytest.mark.parametrize(
    ("name", "persons", "others"),
    [("dev", 0.99, 0.95), ("dev_more", 0.99, 0.95), ("held_out", 0.95, 0.95), ("blind", 0.97, 0.85)],
)
def test_enough_of_the_names_are_found_and_hardly_anything_else(name: str, persons: float, others: float) -> None:
    found = measured(notes(name))

    assert found.persons + found.others >= 50
    assert found.recall_of_persons >= persons, found.missed_persons
    assert found.recall_of_others >= others, found.missed_others
    assert len(found.false) <= found.characters / 3000, found.false


@pytest.mark.parametrize("name", ["dev", "dev_more", "held_out", "blind"])
def test_a_suspect_holds_no_more_than_a_name(name: str) -> None:
    wide = [one for note in notes(name) for one in too_wide(note, suspects([note.text], OURS))]

    assert len(wide) <= 2, wide


def test_the_measure_sees_what_is_missed_and_what_is_false() -> None:
    found = measured([Note("Er kwam iemand langs, gestuurd door Wubbegien.", (("p", "Joke"), ("l", "Ommen")))])

    assert (found.recall_of_persons, found.recall_of_others, len(found.false)) == (0, 0, 1)


def test_of_the_example_with_nobody_registered_everybody_is_found() -> None:
    rows = list(csv.DictReader(resource("example", "entries.csv").read_text(encoding="utf-8-sig").splitlines()))
    persons = csv.DictReader(resource("example", "persons.csv").read_text(encoding="utf-8-sig").splitlines())
    names = {word for row in persons for word in name_words(row["name"])}
    names |= {word for row in rows for name in row["parties"].split(";") for word in name_words(name.split(" (")[0])}
    texts = [row[column] for row in rows for column in ("title", "details", "passage")]
    written = {word for text in texts for word in re.findall(r"\w+", fold(text))}
    meant = {word for word in names & written if not names_nobody(word)}

    assert len(meant) >= 15
    assert meant - {word for one in suspects(texts) for word in name_words(one.name)} == set()


# What is a name


@pytest.mark.parametrize(
    ("text", "name", "what"),
    [
        ("Gesprek met mw. de Vries.", "de Vries", PERSON),
        ("De heer Van der Meulen belt terug.", "Van der Meulen", PERSON),
        ("Brief van drs. P. van Ommeren.", "P. van Ommeren", PERSON),
        ("Besproken met A.B. Jansen-de Wit en ouders.", "A.B. Jansen-de Wit", PERSON),
        ("Overleg met juf Ilse.", "Ilse", PERSON),
        ("Kind A speelt met Jadranka.", "Jadranka", PERSON),
        ("Jadranka belt op.", "Jadranka", PERSON),
        ("Fatima is ziek.", "Fatima", PERSON),
        ("Mark komt niet opdagen.", "Mark", PERSON),
        ("Oma Riet vangt op.", "Riet", PERSON),
        ("Geboorte Lotte", "Lotte", PERSON),
        ("Contactpersoon: Wubbegien.", "Wubbegien", PERSON),
        ("mw. jansen belt terug", "jansen", PERSON),
        ("ik sprak fatima bij de deur", "fatima", PERSON),
        ("Advies van mw. Kort.", "Kort", PERSON),
        ("Hij woont bij Groot.", "Groot", PERSON),
        ("Mail naar s.bakker@hoeve.example.", "s.bakker@hoeve.example", PERSON),
        ("Bel 06-12 34 56 78 na vijven.", "06-12 34 56 78", PERSON),
        ("Verhuisd naar Dorpsstraat 12.", "Dorpsstraat 12", PLACE),
        ("Ze wonen op 7731AB.", "7731AB", PLACE),
        ("Hij woont in Lutterveld.", "Lutterveld", PLACE),
        ("Zitting in Den Bosch.", "Den Bosch", PLACE),
        ("Amersfoort wil niet betalen.", "Amersfoort", PLACE),
        ("HET GERECHTSHOF TE ARNHEM", "ARNHEM", PLACE),
        ("Begeleid door Stichting De Vonk.", "Stichting De Vonk", PARTY),
        ("Ze gaat naar OBS De Klimop.", "OBS De Klimop", PARTY),
        ("Hulp van Zorg & Co B.V. gestart.", "Zorg & Co B.V.", PARTY),
        ("Traject bij Kenter Jeugdhulp.", "Kenter Jeugdhulp", PARTY),
        ("Hij zit op gezinshuis De Notenboom.", "De Notenboom", PARTY),
        ("Intake Levvel gepland.", "Levvel", PARTY),
        ("Opgevangen bij Leger des Heils.", "Leger des Heils", PARTY),
    ],
)
def test_a_name_is_found_with_what_it_is_of(text: str, name: str, what: NameKind) -> None:
    assert told(text) == {name: what}


@pytest.mark.parametrize(
    "text",
    [
        "Melding bij Veilig Thuis en de Raad voor de Kinderbescherming.",
        "Start Signs of Safety, Triple P en Families First; daarna EMDR en MDFT.",
        "Gilles de la Tourette, Asperger, Down, ADHD en PTSS zijn uitgesloten.",
        "In December, met Kerst of op Maandag; de Ramadan begint in april.",
        "Zij spreekt Turks, Arabisch en wat Nederlands; vader is Marokkaans.",
        "Overleg met Moeder, Oma, de Gezinsvoogd en de Kinderrechter.",
        "Van VMBO-TL naar MBO niveau 4, via het ROC.",
        "Verwezen naar het CJG, de GGZ en Bureau Jeugdzorg volgens de Jeugdwet.",
        "Leerplichtambtenaar maakt proces-verbaal op. Crisisinterventie volgt. Onderzoek loopt.",
        "CONCLUSIE EN ADVIES VAN DE RAAD",
        "Kind A belt Gezinsvoogd 1; Kind A's kamer is leeg.",
        "In 2019 GI betrokken, 2020 VT.",
        "Op 05-10-2021 09.00 uur gesproken.",
        "hij koos voor het mes en sloeg een deur in",
    ],
)
def test_what_names_nobody_is_left(text: str) -> None:
    assert told(text) == {}


def test_a_strange_word_that_begins_a_sentence_is_a_name_when_it_is_one_elsewhere() -> None:
    assert told("Kowalczyk: akkoord.") == {}
    assert told("Kowalczyk: akkoord.", "Overleg met Kowalczyk.") == {"Kowalczyk": PERSON}


# One name, one suspect


def test_spellings_of_a_name_are_one_suspect_by_the_spelling_written_most() -> None:
    found = suspects(["Brief van mw. de Vries.", "Gebeld met mevrouw De Vries.", "Mw. De Vries belt.", "mw. de VRIES"])

    assert [(one.name, one.count) for one in found] == [("De Vries", 4)]


def test_accents_and_genitives_are_no_other_name() -> None:
    found = suspects(["Gesprek met Chloë.", "Ruzie over Chloe's kamer.", "Met Karin gebeld.", "Kind ziet Karins auto."])

    assert [(one.name, one.count) for one in found] == [("Chloe", 2), ("Karin", 2)]


def test_a_first_name_belongs_to_the_only_full_name_with_it() -> None:
    one_karin = suspects(["Voogd Karin Smeets belt.", "Karin komt langs.", "Met Karin gesproken."])
    two = suspects(["Voogd Karin Smeets belt.", "Karin komt langs.", "Tante Karin Bol belt."])

    assert [(one.name, one.count) for one in one_karin] == [("Karin Smeets", 3)]
    assert {one.name for one in two} == {"Karin Smeets", "Karin Bol", "Karin"}


def test_the_most_written_comes_first_with_at_most_three_places() -> None:
    texts = [f"Op dag {number} kwam Dylan langs om geld te lenen." for number in range(9)]
    found = suspects(["Kamal is weg.", *texts])

    assert [(one.name, one.count) for one in found] == [("Dylan", 9), ("Kamal", 1)]
    assert found[0].places == tuple(f"Op dag {number} kwam Dylan langs om geld te lenen." for number in range(3))


def test_a_place_is_forty_characters_to_both_sides() -> None:
    text = "a" * 60 + " Dylan " + "b" * 60

    assert suspects([text])[0].places == (f"…{'a' * 39} Dylan {'b' * 39}…",)


# What is ours


def test_a_pseudonym_and_its_words_are_never_told() -> None:
    ours = ("Jongen A", "Professional 1", "X", "Organisatie 2", "Plaats A", "Zeester", "Oma Wolk")
    text = (
        "Jongen A en Zeester gaan met Professional 1 en mw. X naar Organisatie 2 in Plaats A. Wolk belt Zeesters zus."
    )

    assert told(text, ours=ours) == {}
    assert set(told(text, ours=())) >= {"Zeester"}


NAMES = st.sampled_from(
    ["Fatima", "Jadranka", "De Vries", "Karin Smeets", "Ommen", "Stichting De Vonk", "Zeester", "X"]
)
PIECES = st.one_of(
    NAMES, st.sampled_from(["Gesprek met", "belt.", "is in", "mw.", "en", ". Daarna", "'s moeder", "\n"])
)
TEXTS = st.lists(st.lists(PIECES, max_size=9).map(" ".join), max_size=5)


@settings(deadline=None, max_examples=60)
@given(texts=TEXTS, ours=st.lists(NAMES, max_size=3))
def test_what_is_told_is_in_the_text_and_none_of_ours(texts: list[str], ours: list[str]) -> None:
    words = {word for name in ours for word in name_words(name)}
    for one in suspects(texts, ours):
        assert one.count >= 1
        assert 1 <= len(one.places) <= 3
        assert all(any(word in fold(place) for word in name_words(one.name)) for place in one.places)
        assert not set(name_words(one.name)) <= words


@settings(deadline=None, max_examples=60)
@given(texts=TEXTS, seed=st.integers(0, 99))
def test_the_order_of_the_texts_makes_no_difference(texts: list[str], seed: int) -> None:
    shuffled = Random(seed).sample(texts, len(texts))

    assert suspects(shuffled) == suspects(texts)


@settings(deadline=None, max_examples=60)
@given(text=st.text(st.sampled_from("AÉ bcé.'’-&@:(1\n\"İß"), max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert all(isinstance(one, Suspect) and one.name.strip() for one in suspects([text], ["A"]))


@pytest.mark.slow
def test_ten_thousand_entries_take_two_seconds_at_most() -> None:
    pieces = [note.text for note in notes("dev")]
    random = Random(3)
    texts = [(random.choice(pieces) + " " + random.choice(pieces))[:60] for _ in range(10_000)]
    begun = process_time()

    assert suspects(texts, OURS)
    assert process_time() - begun < 2
