"""What stands in the report of a session, in what order, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.meetings import EARLIER, met, session
from tijdlijn.analysis.findings import analyse
from tijdlijn.layout.document import Answer, Heading, Item, Picture, Point, Table, Title, Tone, Words
from tijdlijn.layout.picture_words import picture_words
from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import Session
from tijdlijn.report.session import NO_LONGER, session_items
from tijdlijn.services.since import Changed, Decided, Since, Told


def items(case: Case, since: Since | None = None) -> tuple[Item, ...]:
    return session_items(case, analyse(case), case.sessions_by_id["s2"], since)


def headings(found: Sequence[Item], level: int = 1) -> list[str]:
    return [item.text for item in found if isinstance(item, Heading) and item.level == level]


def under(found: Sequence[Item], heading: str) -> list[Item]:
    """What stands under a heading, up to the next one as high."""
    start = next(n for n, item in enumerate(found) if isinstance(item, Heading) and item.text == heading)
    level = found[start].level  # type: ignore[union-attr]
    told = []
    for item in found[start + 1 :]:
        if isinstance(item, Heading) and item.level <= level:
            break
        told.append(item)
    return told


def rows(found: Sequence[Item], heading: str) -> list[list[str]]:
    """The rows of the table under a heading; paragraphs of a cell with a stroke between them."""
    table = next(item for item in under(found, heading) if isinstance(item, Table))
    return [[" | ".join(words.text for words in cell) for cell in row] for row in table.rows]


def test_the_parts_stand_in_this_order() -> None:
    found = items(met(), Since(EARLIER, removed=(Told("x", "2019", "Weg"),)))
    assert isinstance(found[0], Title)
    assert headings(found) == [
        "Aanwezig",
        "Afspraken",
        "Meegenomen van eerder",
        "Besproken bevindingen",
        "Reflecties",
        "Vragen en antwoorden",
        "Toegevoegd in deze bijeenkomst",
        "Gewijzigd sinds 20 juni 2023",
    ]
    at = [type(item) for item in found].index(Picture)
    assert headings(found[:at])[-1] == "Meegenomen van eerder"


def test_the_title_says_what_when_where_why_and_who_consented() -> None:
    title = items(met())[0]
    assert title == Title(
        "Verslag van een bijeenkomst",
        "Actieleren",
        (
            ("Soort", ""),
            ("Dag", "14 november 2023"),
            ("Plaats", "Raadhuis van Assen"),
            ("Doel", "Weten wat er nu nodig is."),
            ("Casus", "2023-04"),
            ("Toestemming", "Sanne, 20 juni 2023, voor bespreken"),
        ),
    )


def test_a_session_with_a_title_of_its_own_says_what_kind_it_is() -> None:
    title = items(met(sessions=(replace(session(), title="Derde tafel"),), actions=(), reflections=()))[0]
    assert isinstance(title, Title)
    assert (title.text, title.facts[0]) == ("Derde tafel", ("Soort", "actieleren"))


def test_those_who_were_there_stand_with_their_part() -> None:
    assert rows(items(met()), "Aanwezig")[1:] == [
        ["Sanne", "", "moeder", "ouder"],
        ["Tineke Bos", "", "oma", "uit het netwerk"],
        ["Karim Haddad", "Bureau Samenspraak", "", "begeleider van de bijeenkomst"],
    ]


def test_an_action_says_what_who_when_about_what_and_how_it_stands() -> None:
    assert rows(items(met()), "Afspraken") == [
        ["Net gedaan", "", "14 nov 2023", "", "gedaan | op 14 nov 2023"],
        ["Sanne belt de school", "Karim Haddad", "1 dec 2023", "Noor | Verhuisd naar Assen", "open"],
        ["Uitzoeken, zonder dag", "", "geen dag", "Er was een jaar lang niemand.", "open"],
    ]


def test_of_earlier_actions_only_what_was_not_over_is_carried_over() -> None:
    assert rows(items(met()), "Meegenomen van eerder") == [
        ["Plan sturen | Half | afgesproken op 20 juni 2023", "Judith Laan", "1 sep 2023", "", "bezig"]
    ]


def test_an_action_about_a_finding_takes_its_present_words() -> None:
    case = met()
    finding = analyse(case).findings[0]
    action = replace(case.actions[1], finding_id=finding.id, finding_words="oude woorden")
    told = rows(items(replace(case, actions=(action,))), "Afspraken")
    assert told[0][3] == finding.sentence


def test_a_finding_that_was_discussed_takes_its_present_words_and_one_that_is_gone_keeps_its_own() -> None:
    case = met()
    finding = analyse(case).findings[0]
    talked = replace(session(), discussed=((finding.id, "oude woorden"), *session().discussed))
    points = under(items(replace(case, sessions=(case.sessions[0], talked))), "Besproken bevindingen")
    assert points == [
        Point(finding.status, finding.sentence, tuple(filter(None, (finding.detail,)))),
        Point(None, "Er was een jaar lang niemand.", (NO_LONGER,)),
    ]


def test_reflections_of_this_session_stand_in_time_order_with_only_what_was_answered() -> None:
    found = under(items(met()), "Reflecties")
    assert [(item.text, item.lead) for item in found if isinstance(item, Heading)] == [
        ("Verhuisd naar Assen", "augustus 2018 · gebeurtenis · schakelmoment: verhuizing"),
        ("Noor naar Kompas", "van 10 januari 2021 tot en met 30 juni 2021 · uithuisplaatsing · Kompas"),
    ]
    assert under(items(met()), "Noor naar Kompas") == [
        Answer("Hoe kwam dit zo?", "Onder grote druk."),
        Answer("Paste het?", "de groep is verdeeld"),
        Answer("Het gezin zegt", "Het was al besloten.", Tone.FAMILY),
    ]


def test_what_the_family_says_never_stands_in_the_tone_of_the_group() -> None:
    answers = [item for item in items(met()) if isinstance(item, Answer)]
    family = {item.text for item in answers if item.tone is Tone.FAMILY}
    assert family == {"Het was al besloten.", "Steeds een ander gezicht.", "Nee."}
    assert {item.text for item in answers if item.tone is not Tone.FAMILY} == {
        "Oma Tineke Bos",
        "Eerder vragen.",
        "Onder grote druk.",
        "de groep is verdeeld",
        "Niemand had het hele verhaal.",
    }


def test_a_question_that_nobody_answered_is_left_out() -> None:
    assert headings(under(items(met()), "Vragen en antwoorden"), 2) == ["Hoe is dit zo gekomen?", "Paste het?"]


def test_what_was_told_says_by_whom() -> None:
    assert rows(items(met()), "Toegevoegd in deze bijeenkomst") == [
        ["zomer 2015", "Zomer bij oma", "", "Tineke Bos (oma)"]
    ]


def test_what_changed_says_how_and_leaves_out_what_was_added_at_the_table() -> None:
    since = Since(
        EARLIER,
        added=(Told("o", "zomer 2015", "Zomer bij oma"), Told("n", "2019", "Nieuw")),
        changed=(Changed("v", "augustus 2018", "Verhuisd", ("titel", "datum"), "2018", "Verhuizing"),),
        removed=(Told("w", "2017", "Weg"),),
        decided=(Decided("mondeling", accepted=2, skipped=1),),
        followed=(("v", "b"),),
        apart=(("p", "b"),),
    )
    found = items(met(), since)
    assert rows(found, "Gewijzigd sinds 20 juni 2023") == [
        ["toegevoegd", "2019", "Nieuw", ""],
        ["gewijzigd", "augustus 2018", "Verhuisd", "titel, datum | was: Verhuizing | was: 2018"],
        ["weggehaald", "2017", "Weg", ""],
    ]
    assert [item.text for item in under(found, "Gewijzigd sinds 20 juni 2023") if isinstance(item, Words)] == [
        "Gelezen in ‘Mondeling, bijeenkomst 14 november 2023’: 2 overgenomen, 1 overgeslagen.",
        "Waar bronnen verschillen, wordt ‘Verhuisd naar Assen’ gevolgd boven ‘Raad adviseert plaatsing’.",
        "‘Noor naar Kompas’ en ‘Raad adviseert plaatsing’ zijn geen tegenspraak, maar twee gebeurtenissen.",
    ]


def test_very_many_changes_are_counted() -> None:
    since = Since(EARLIER, added=tuple(Told(str(n), "2019", f"Regel {n}") for n in range(45)))
    told = rows(items(met(), since), "Gewijzigd sinds 20 juni 2023")
    assert len(told) == 41
    assert told[-1][2] == "en nog 5 regels"


@pytest.mark.parametrize("since", [None, Since(EARLIER)])
def test_of_a_session_in_which_nothing_was_said_no_heading_is_left(since: Since | None) -> None:
    case = met(sessions=(Session("s2"),), reflections=(), actions=(), consents=())
    found = items(case, since)
    assert headings(found) == []
    assert [type(item) for item in found] == [Title, Picture]
    assert [text for _, text in found[0].facts if text] == ["2023-04"]  # type: ignore[union-attr]


def test_the_notes_of_who_presented_are_in_no_part() -> None:
    assert "alleen voor de begeleider" not in repr(items(met()))


def test_the_words_of_the_timeline_say_what_it_shows() -> None:
    assert picture_words(met()) == "Tijdlijn van Noor, van 2015 tot en met 2021: 4 regels, 1 schakelmoment."
    assert picture_words(replace(met(), entries=(), reflections=(), sessions=(), actions=())) == (
        "Tijdlijn van Noor, nog zonder regels."
    )
