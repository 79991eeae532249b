"""One rule for whatever leaves the program: without consent what people read has no names, whatever was asked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from tests.builders import case, entry, person
from tests.meetings import met, session
from tijdlijn.layout.sheet import MASKED
from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import Consent, Showing
from tijdlijn.services.consent import ANONYMOUS, NO_CONSENT, gets_pseudonyms, reason_to_mask, told
from tijdlijn.services.exporting import FOR_READERS, exported
from tijdlijn.services.exporting import reason_to_mask as reason_for
from tijdlijn.services.printing import pdf

TODAY = date(2020, 1, 1)


def family(consents: bool) -> Case:
    made = case(
        entry("hulpvraag", "2018-03", "School vraagt hulp voor Noor", persons="noor"),
        persons=[person("Noor", "2010-06-24", focus=True)],
    )
    return replace(made, consents=(Consent("1", "bespreken", "Moeder", TODAY),)) if consents else made


def names(made: Case, ending: str) -> list[str]:
    """Where the name stands as a word; the fonts within a drawing hold any letters."""
    return re.findall(r"\bNoor\b(?=[^<>]*(?:</text>|,|\"))", exported(made, ending).decode())


def test_names_may_be_read_when_somebody_consented_and_a_session_is_not_anonymous() -> None:
    anonymous = session(showing=Showing(always_pseudonyms=True))
    assert reason_to_mask(family(True)) == ""
    assert reason_to_mask(family(False)) == NO_CONSENT
    assert reason_to_mask(met(), session()) == ""
    assert reason_to_mask(met(), anonymous) == ANONYMOUS
    assert [gets_pseudonyms(family(True), asked) for asked in (False, True)] == [False, True]
    assert gets_pseudonyms(family(False), False)


@pytest.mark.parametrize("ending", [".svg", ".csv", ".json"])
def test_what_people_read_has_no_names_and_what_comes_back_has(ending: str) -> None:
    for_readers = ending in FOR_READERS
    assert names(family(True), ending)
    assert bool(names(family(False), ending)) is not for_readers
    assert (reason_for(family(False), ending) == NO_CONSENT) is for_readers


def test_a_picture_says_that_its_names_are_not_the_real_ones() -> None:
    assert MASKED in exported(family(False), ".svg").decode()
    assert MASKED not in exported(family(True), ".svg").decode()


def test_printing_and_exporting_give_the_same_pdf_without_consent() -> None:
    from tijdlijn.report.options import PageOptions

    assert exported(family(False), ".pdf") == pdf(family(False), PageOptions())


def test_every_consent_is_told_with_when_it_was_withdrawn() -> None:
    gone = Consent("2", "bespreken", "Vader", date(2024, 1, 2), "per mail", date(2025, 3, 4))
    open_ = Consent("3", "", "", date(2024, 1, 2))
    assert told(family(False)) == ("Er is geen toestemming vastgelegd.",)
    assert told(replace(family(False), consents=(gone, open_))) == (
        "Vader, voor bespreken, sinds 2 januari 2024, per mail; ingetrokken op 4 maart 2025.",
        "Nog niet ingevuld wie, sinds 2 januari 2024.",
    )
