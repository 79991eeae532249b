"""Whom a document is about: told at its head, by its title or its file, or by whom it names the most."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tijdlijn.dossier.candidates import Family, Relative
from tijdlijn.dossier.subjects import subject_of
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Document

MILAN = Relative("Milan", "kind", UncertainDate.parse("2012-03-09"), True, ("Milan Aydin", "M. Aydin"))
LISA = Relative("Lisa", "kind", UncertainDate.parse("2015-11-02"), True, ("Lisa Aydin",))
FAMILY = Family((MILAN, LISA, Relative("Karin", "moeder", None, False, ("Karin Smit",))))


def about(text: str, name: str = "stuk.docx", family: Family = FAMILY) -> tuple[str, ...]:
    return subject_of(Document(name, "docx", text), family)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Betreft: Milan Aydin", ("Milan",)),
        ("Verslag\nCliënt: M.A.", ("Milan",)),
        ("Verslag | jongere: Lisa A. | groep 4", ("Lisa",)),
        ("Jongere: Lisa\nMilan komt mee", ("Lisa",)),
        ("Naam: Lisa\nBroer: Milan", ("Lisa",)),
        ("Verslag leerling M. Aydin", ("Milan",)),
        ("Groepsplan leerling Lisa, groep 3", ("Lisa",)),
        ("Aan de ouders van Lisa", ("Lisa",)),
        ("Levensloop van Lisa Aydin", ("Lisa",)),
        ("Notities M.A. / niet delen", ("Milan",)),
        ("Kinderen: Milan en Lisa", ("Milan", "Lisa")),
        ("Verhaal van Karin Smit\nIk was twaalf.", ("Karin",)),
        ("Vonnis\n[verdachte], geboren op 9 maart 2012", ("Milan",)),
        ("Van: a@b\nAan: c@d\nOnderwerp: RE: Lisa A. verzuim\n\nMilan was er ook.", ("Lisa",)),
        ("Verslag\nM. is boos. M. slaat. M. huilt.", ("Milan",)),
        ("Verslag\nMilan is boos. Hij slaat. Milan huilt. Milan slaapt. Milan eet. Lisa zag het.", ("Milan",)),
        ("Verslag\nMilan was boos. Milan liep weg. Daarna kwam Milan terug. Lisa zag het.", ()),
        ("Gezin Aydin\nMilan. Milan. Milan.", ()),
        ("Notitie\nDhr. M. Bos belde. Jitske L. ook.", ()),
        ("Notitie\nRustig.", ()),
    ],
)
def test_whom_a_document_is_about(text: str, people: tuple[str, ...]) -> None:
    assert about(text) == people


def test_the_name_of_the_file_tells_it_too() -> None:
    assert about("Plan\nMilan en Lisa.", "03_onderzoek_Lisa.pdf") == ("Lisa",)


def test_twins_are_called_so() -> None:
    twin = replace(LISA, name="Noa", also=())
    assert about("Evaluatie van de tweeling", family=Family((MILAN, LISA, twin))) == ("Lisa", "Noa")


def test_a_document_that_names_no_child_is_about_the_one_of_the_dossier() -> None:
    family = replace(FAMILY, focus="Lisa")
    assert about("Wij zijn opa en oma.", family=family) == ("Lisa",)
    assert about("Milan en Karin waren er. Lisa niet.", family=family) == ()
