"""What somebody gets who asks what is kept about him or her: everything, and nobody else's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.books import book_of, logged
from tests.builders import case, entry, party, person
from tests.meetings import met
from tests.render_pdf.looking import pages_text
from tijdlijn.language.pseudonyms import texts_of
from tijdlijn.layout.sheet import MASKED
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Source
from tijdlijn.model.people import LooseName, NameKind, Worker
from tijdlijn.model.problems import Problem
from tijdlijn.model.scenarios import Effect, EffectSign, Scenario
from tijdlijn.model.sessions import Attendee, AttendsAs, Question, Reflection, Session
from tijdlijn.services.access import access_document, export_access, found_about, subjects
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.text_documents import document_bytes
from tijdlijn.storage.audit import Event


def family() -> Case:
    """Lotte and Daan van der Wiel, with their mother Sanne Bakker; Karim Haddad of Kompas; a neighbour, Wilma."""
    source = Source("s", "Verslag van Karim Haddad")
    lines = (
        entry("contact", "2018-01", "Gesprek met L. van der Wiel", id="initialen"),
        entry("contact", "2018-02", "Lotte's gesprek met Daan en mevrouw Bakker", id="tekst"),
        entry("actie", "2018-03", "Huisbezoek", persons="lotte", id="link",
              details="Karim Haddad belde Daan van der Wiel"),
        entry("contact", "2018-04", "Daan naar school", persons="daan", id="daan"),
        entry("contact", "2018-05", "Gezin Van der Wiel verhuist", id="achternaam"),
        entry(
            "signaal", "2018-06", "Zorgen", persons="lotte", id="bron",
            citations=(Citation("s", "3", "Sanne zegt dat LOTTE bij buurvrouw Wilma slaapt."),),
        ),
        entry("contact", "2018-07", "Overleg over het huis", id="niets"),
    )  # fmt: skip
    people = [
        replace(person("Lotte", "2010-04-01", True), name="Lotte van der Wiel"),
        replace(person("Daan", "2012-04-01", True), name="Daan van der Wiel"),
        replace(person("Sanne", role="moeder"), name="Sanne Bakker"),
    ]
    return case(
        *lines,
        persons=people,
        parties=[party("Kompas")],
        workers=(Worker("w", "Karim Haddad", "kompas", "gezinswerker"),),
        sources=(source,),
        code="2023-04",
        sessions=(
            Session(
                "b",
                attendees=(Attendee("Lotte van der Wiel", attends_as=AttendsAs.JEUGDIGE), Attendee("Sanne Bakker")),
                questions=(Question("Wat hielp?", "Lotte zegt: Karim hielp."), Question("Wie niet?", "Daan weet het.")),
                notes="Lotte kijkt naar Daan.",
            ),
        ),
        reflections=(Reflection("r", "link", "b", how="Niemand vroeg Lotte, Daan wel."),),
        loose_names=(LooseName("n", "Wilma", NameKind.PERSOON, is_hidden=True),),
    )


OTHERS = ("Daan", "Sanne", "Bakker", "Karim", "Haddad", "Kompas", "Wilma")
LOTTE_HAS = ("Lotte", "L. van der Wiel", "LOTTE")


def text_of(made: Case, who: str, ending: str) -> str:
    data = document_bytes(access_document(made, who), ending)
    if ending == ".pdf":
        return " ".join(" ".join(page.split()) for page in pages_text(data))
    document = docx.Document(BytesIO(data))
    parts = [one.text for one in document.paragraphs]
    parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for section in document.sections:
        parts += [one.text for one in (*section.header.paragraphs, *section.footer.paragraphs)]
    return " ".join(parts)


def test_what_is_about_a_person_is_found_by_link_and_by_every_spelling() -> None:
    found = found_about(family(), "lotte")
    assert found.entries == {"initialen", "tekst", "link", "bron"}
    assert (found.surname_only, found.others) == (1, 2)
    assert found.sessions == found.attended == {"b"}
    assert found.answers == {("b", 0)}
    assert found.reflections == {"r"}
    assert found.private_notes == 1


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_the_person_keeps_the_name_in_every_spelling_and_nobody_else_does(ending: str) -> None:
    told = text_of(family(), "lotte", ending)
    for name in LOTTE_HAS:
        assert name in told
    for name in OTHERS:
        assert not re.search(rf"\b{name}", told, re.IGNORECASE), name
    assert "Wat hielp?" in told
    assert "Wie niet?" not in told
    assert "kijkt naar" not in told
    assert "Overleg over het huis" not in told
    assert "verhuist" not in told


@pytest.mark.parametrize("who", ["daan", "sanne", "w"])
def test_for_each_of_the_others_lotte_is_hidden(who: str) -> None:
    told = text_of(family(), who, ".pdf")
    assert "Lotte" not in told
    assert "LOTTE" not in told
    assert {"daan": "Daan", "sanne": "Sanne", "w": "Karim Haddad"}[who] in told


def test_it_says_what_it_is_and_what_was_left_out() -> None:
    told = text_of(family(), "lotte", ".pdf")
    assert "niet wordt genoemd: 2." in told
    assert "alleen een achternaam staat die ook van anderen kan zijn: 1." in told
    assert "Eigen aantekeningen van de begeleider" in told
    assert MASKED in told


def test_everything_of_a_session_about_an_action_is_there() -> None:
    told = text_of(met(), "noor", ".pdf")
    assert "Afspraken" in told
    assert "Noor" in told
    assert "Sanne" not in told
    assert "Judith" not in told


def test_who_is_there_can_ask_the_family_first() -> None:
    assert [one.id for one in subjects(family())] == ["lotte", "daan", "sanne", "w"]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenCasebook]:
    with book_of(family(), tmp_path) as opened:
        yield opened


def test_it_is_in_the_log_and_a_pdf_can_have_a_password(book: OpenCasebook, tmp_path: Path) -> None:
    import pikepdf

    export_access(book, "c", "lotte", tmp_path / "uit.pdf", "geheim")
    (line,) = logged(book, Event.EXPORTED)
    assert {**line.detail, "sha256": "", "bytes": 0} == {
        "what": "inzage", "kind": "pdf", "pseudonyms": True, "password": True, "sha256": "", "bytes": 0,
    }  # fmt: skip
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "uit.pdf")
    assert "lotte" not in str(line.detail).casefold()


def test_somebody_who_is_gone_gets_nothing(book: OpenCasebook, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="niet \\(meer\\) in de casus"):
        export_access(book, "c", "weg", tmp_path / "uit.pdf")
    assert not (tmp_path / "uit.pdf").exists()
    assert [line.result for line in logged(book, Event.EXPORTED)] == ["mislukt"]


def test_what_a_scenario_would_have_meant_for_somebody_is_given_and_for_others_not() -> None:
    own = Effect(EffectSign.BETER, "lotte", "onderwijs", "Gaat weer naar school")
    other = Effect(EffectSign.SLECHTER, "daan", "wonen", "Mist zijn zus")
    thuis = Scenario("a", "Thuis met Karim Haddad", assumptions="Lotte wilde dit", effects=(own, other))
    made = replace(family(), scenarios=(thuis,))
    made = made.with_entries([entry("interventie", "2019", "Hulp", persons="lotte", id="zou", scenario=thuis.name)])
    assert found_about(made, "lotte").scenarios == {"a"}
    told = " ".join(texts_of(access_document(made, "lotte").items))
    assert "Gaat weer naar school" in told
    assert "Mist zijn zus" not in told
    assert "Niet gebeurd: hoort bij het scenario" in told
    assert "Haddad" not in told
    assert found_about(family(), "lotte").scenarios == frozenset()
