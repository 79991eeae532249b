"""Findings in words: complete Dutch sentences with the entries behind them, the same at every computation."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings

from tests.analysis.dossiers import dossiers
from tests.builders import case, entry, person, when
from tijdlijn.analysis.findings import Finding, FindingKind, Status, analyse
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.people import Worker
from tijdlijn.model.vocabulary import AimedAt, PlacementForm, Weight

NOOR = person("Noor", "2010-03-01", focus=True)
SIGNAL = entry("signaal", "2020-01-01", id="begin")


def told(kind: FindingKind, *entries: Entry, **more: object) -> list[Finding]:
    more = {"reference_day": date(2020, 12, 31)} | more
    return [finding for finding in analyse(case(*entries, **more)).findings if finding.kind is kind]  # type: ignore[arg-type]


def sentence(kind: FindingKind, *entries: Entry, **more: object) -> str:
    (found,) = told(kind, *entries, **more)
    return found.sentence


class TestGap:
    def test_it_says_how_long_and_what_fell_inside(self) -> None:
        help_ = entry("bemoeienis", "2019-01-01/2019-12-31")
        inside = [entry("signaal", "2020-03-01"), entry("signaal", "2020-04-01"), entry("gebeurtenis", "2020-05-01")]
        assert sentence(FindingKind.GAT, help_, *inside) == (
            "Van 1 januari 2020 tot en met 31 december 2020 (1 jaar) was er geen hulp in beeld voor het gezin; "
            "in die tijd waren er 2 signalen en 1 gebeurtenis."
        )

    def test_a_measure_without_help_is_said(self) -> None:
        text = sentence(FindingKind.GAT, SIGNAL, entry("maatregel", "2020-02-01/.."))
        assert "terwijl er een maatregel liep (335 dagen)" in text

    def test_a_possible_measure_is_said_to_be_possible(self) -> None:
        assert "terwijl er mogelijk een maatregel liep" in sentence(
            FindingKind.GAT, SIGNAL, entry("maatregel", "2020-02/2020-02")
        )

    def test_a_possible_gap_says_what_is_unsure(self) -> None:
        (found,) = told(FindingKind.GAT, SIGNAL, entry("contact", "2020"))
        assert found.status is Status.MOGELIJK
        assert "was er mogelijk geen hulp" in found.sentence
        assert "hulp met een onzekere datum" in found.rule
        assert found.detail == "Op geen van deze 366 dagen is het zeker dat er geen hulp in beeld was."

    def test_uncertain_signals_are_counted_at_least_and_at_most(self) -> None:
        help_ = entry("bemoeienis", "2019-01-01/2019-12-31")
        text = sentence(FindingKind.GAT, help_, entry("signaal", "2020-03"), entry("signaal", "2019-24"))
        assert text.endswith("in die tijd waren er 1 tot 2 signalen.")

    def test_the_rule_names_the_threshold(self) -> None:
        (found,) = told(FindingKind.GAT, SIGNAL)
        assert found.rule.startswith("Een gat is een periode van minstens 61 dagen zonder hulp die zeker is.")

    def test_a_childs_gap_that_is_the_familys_is_told_once(self) -> None:
        found = told(FindingKind.GAT, entry("bemoeienis", "2010-03-01/2019-12-31"), persons=[NOOR])
        assert [finding.person_id for finding in found] == [None]

    def test_a_childs_own_gap_names_the_child_and_its_birth(self) -> None:
        help_ = entry("bemoeienis", "2010-03-01/2020-12-31", persons="moeder")
        (found,) = told(FindingKind.GAT, help_, persons=[NOOR])
        assert found.sentence.startswith("Vanaf de geboorte (1 maart 2010) tot en met 31 december 2020")
        assert found.sentence.endswith("geen hulp in beeld voor Noor.")


def test_silence_says_that_it_cannot_know() -> None:
    assert sentence(FindingKind.STIL, entry("bemoeienis", "2020-01-01/..")) == (
        "Van 2 januari 2020 tot en met 31 december 2020 (1 jaar) liep er hulp, maar staat er niets op de tijdlijn; of "
        "er toen niets gebeurde of niets werd opgeschreven, is hieruit niet op te maken."
    )


def test_a_snelkookpan_says_what_it_led_to() -> None:
    acts = [entry("actie", f"2020-06-0{n}", parties=f"p{n % 4}") for n in range(1, 7)]
    placement = entry("uithuisplaatsing", "2020-06-20/..")
    text = sentence(FindingKind.SNELKOOKPAN, *acts, entry("ultimatum", "2020-06-09", parties="p1"), placement)
    assert text == (
        "Van 1 juni 2020 tot en met 9 juni 2020 deden 4 partijen samen 7 acties, waarvan 1 ultimatum; binnen 42 dagen "
        "daarna begon een uithuisplaatsing (20 juni 2020)."
    )


def test_the_wave_says_its_peak_and_how_often_it_fell_away() -> None:
    months = [entry("bemoeienis", f"2020-0{m}-01/2020-0{m}-10", parties="kompas") for m in (1, 3)]
    assert sentence(FindingKind.BETROKKENHEID, *months) == (
        "Op het hoogtepunt, vanaf 1 januari 2020, hielp er 1 partij tegelijk; de hulp viel 1 keer helemaal weg en kwam "
        "daarna terug."
    )


def test_an_unanswered_request() -> None:
    assert sentence(FindingKind.HULPVRAAG, entry("hulpvraag", "2020-03", "Noor slaapt niet")) == (
        "Op de hulpvraag “Noor slaapt niet” (ergens van 1 maart 2020 tot en met 31 maart 2020) volgde geen hulp."
    )


def test_a_light_and_short_answer() -> None:
    asked = entry("hulpvraag", "2020-03-01", "Noor slaapt niet")
    help_ = entry("interventie", "2020-03-29/2020-05-29", "Opvoedbureau", weight=Weight.LICHT)
    assert sentence(FindingKind.HULPVRAAG, asked, help_) == (
        "Op de hulpvraag “Noor slaapt niet” (1 maart 2020) volgde na 4 weken “Opvoedbureau”: licht, en 2 maanden lang."
    )


def test_an_answer_of_weight_is_no_finding() -> None:
    help_ = entry("interventie", "2020-03-29/2020-05-29", weight=Weight.ZWAAR)
    assert not told(FindingKind.HULPVRAAG, entry("hulpvraag", "2020-03-01"), help_)


def test_late_in_view() -> None:
    late = (entry("diagnose", "2012-01-01", "ADHD"), entry("bemoeienis", "2016-07-01/..", "Wijkteam"))
    assert sentence(FindingKind.LAAT_IN_BEELD, *late) == "Tussen “ADHD” en de eerste hulp, “Wijkteam”, zat 4,5 jaar."
    soon = (entry("diagnose", "2016-01-01"), entry("bemoeienis", "2016-07-01/.."))
    assert not told(FindingKind.LAAT_IN_BEELD, *soon)


def test_after_a_schakelmoment() -> None:
    move = entry("gebeurtenis", "2020-03-01", "Verhuizing", schakelmoment="verhuizing")
    text = sentence(FindingKind.SCHAKELMOMENT, move, entry("signaal", "2020-04-01"), entry("signaal", "2020-05-01"))
    assert text == (
        "In het half jaar na “Verhuizing” (1 maart 2020) waren er 2 zorgsignalen, in het half jaar ervoor geen "
        "zorgsignalen."
    )


class TestPlacements:
    AWAY = entry("uithuisplaatsing", "2020-01-01/2020-02-29", persons="noor", form=PlacementForm.PLEEGZORG)

    def test_nobody_helps_at_home(self) -> None:
        assert sentence(FindingKind.GEEN_HULP_THUIS, self.AWAY, persons=[NOOR]) == (
            "Tijdens de uithuisplaatsing van Noor (van 1 januari 2020 tot en met 29 februari 2020) liep er geen hulp "
            "voor de ouders of het gezin."
        )
        help_ = entry("interventie", "2020-01-01/..", aimed_at=AimedAt.OUDER)
        assert not told(FindingKind.GEEN_HULP_THUIS, self.AWAY, help_, persons=[NOOR])

    def test_how_often_how_long_and_up_the_ladder(self) -> None:
        again = entry("uithuisplaatsing", "2020-06-01/2020-07-31", persons="noor", form=PlacementForm.GESLOTEN)
        (found,) = told(FindingKind.UITHUISPLAATSING, self.AWAY, again, persons=[NOOR])
        assert found.sentence == (
            "Noor is 2 keer uit huis geplaatst, in totaal 4 maanden, en ging daarbij 1 keer naar een zwaardere plek."
        )
        assert found.detail.startswith("Na 29 februari 2020 was het kind weer thuis; na 3 maanden volgde “")


def test_continuity_and_the_steady_contact() -> None:
    help_ = entry("bemoeienis", "2020-01-01/..", parties="wijkteam", worker_ids=("an",))
    (found,) = told(
        FindingKind.CONTINUITEIT, help_, entry("overdracht", "2020-03-01"), workers=(Worker("an", "An de Wit"),)
    )
    assert found.sentence == (
        "Er is in totaal 1 partij betrokken geweest, en 1 professional is bij naam genoemd; het gezin is 1 keer "
        "overgedragen."
    )
    assert found.detail.startswith("Het langst achtereen betrokken was An de Wit: van 1 januari 2020")


def test_days_between_two_beschikkingen() -> None:
    granted = (entry("beschikking", "2020-01-01/2020-03-31"), entry("beschikking", "2020-05-01/2020-12-31"))
    together, lapse = told(FindingKind.BESCHIKKING, *granted)
    assert lapse.sentence.startswith("Van 1 april 2020 tot en met 30 april 2020 liep er geen beschikking")
    assert together.sentence == (
        "Er zijn 2 beschikkingen geweest; de middelste naar lengte duurde 6 maanden, en daartussen zat bij elkaar "
        "4 weken zonder."
    )
    assert together.entry_ids == tuple(one.id for one in granted)


def test_passers_by_are_counted_among_the_professionals() -> None:
    short = [entry("contact", f"2018-0{n}-01", worker_ids=(f"w{n}",)) for n in (1, 2)]
    long = entry("bemoeienis", "2018-01-01/2019-12-31", worker_ids=("an",))
    workers = tuple(Worker(id_, id_) for id_ in ("w1", "w2", "an"))
    text = sentence(FindingKind.CONTINUITEIT, *short, long, workers=workers)
    assert "3 professionals zijn bij naam genoemd, van wie 2 hoogstens een half jaar (passanten)" in text


class TestEarlyRequests:
    ASKED = entry("hulpvraag", "2016-03-01", "Noor slaapt niet", id="vraag")
    LIGHT = entry("interventie", "2016-04-01/2016-05-01", "Opvoedbureau", id="hulp", weight=Weight.LICHT)

    def test_an_early_request_that_got_a_light_and_short_answer(self) -> None:
        away = entry("uithuisplaatsing", "2018-03-01/2018-06-01")
        (found,) = told(FindingKind.VROEGE_HULPVRAAG, self.ASKED, self.LIGHT, away)
        assert found.status is Status.ZEKER
        assert found.sentence == (
            "Al in het eerste jaar in beeld was er 1 hulpvraag; daarop volgde lichte en korte hulp."
        )
        assert found.entry_ids == ("vraag", "hulp")
        assert found.detail == "De eerste uithuisplaatsing kwam 2 jaar na de eerste van deze vragen."

    def test_several_are_counted_apart(self) -> None:
        later = entry("hulpvraag", "2016-12-01", "Nog eens")
        (found,) = told(FindingKind.VROEGE_HULPVRAAG, self.ASKED, self.LIGHT, later)
        assert found.sentence == (
            "Al in het eerste jaar in beeld waren er 2 hulpvragen; op 1 volgde lichte en korte hulp en op 1 volgde "
            "geen hulp."
        )

    def test_an_answer_of_weight_is_no_finding(self) -> None:
        heavy = replace(self.LIGHT, weight=Weight.ZWAAR)
        assert not told(FindingKind.VROEGE_HULPVRAAG, self.ASKED, heavy)

    def test_a_request_of_after_the_first_year_is_not_early(self) -> None:
        before = entry("signaal", "2014-01-01")
        assert not told(FindingKind.VROEGE_HULPVRAAG, before, self.ASKED, self.LIGHT)

    def test_what_may_have_been_asked_later_is_possible(self) -> None:
        before = entry("signaal", "2015-06-01")
        vague = replace(self.ASKED, date=when("2016"))
        (found,) = told(FindingKind.VROEGE_HULPVRAAG, before, vague, self.LIGHT)
        assert found.status is Status.MOGELIJK
        assert "mogelijk 1 hulpvraag" in found.sentence


def test_what_is_missing_is_counted() -> None:
    found = told(FindingKind.ONBEKEND, entry("besluit", "2020-01-01", id="b"))
    assert {finding.sentence: finding.entry_ids for finding in found} == {
        "Bij 1 besluit is niet bekend wie het besluit nam.": ("b",),
        "Bij 1 regel is niet bekend uit welke bron dit komt.": ("b",),
    }


def test_an_empty_case_tells_nothing() -> None:
    analysis = analyse(case(persons=[NOOR]))
    assert (analysis.findings, analysis.gaps, analysis.entry_count) == ((), (), 0)


def test_entries_without_a_date_are_listed_as_left_out() -> None:
    analysis = analyse(case(SIGNAL, entry("actie", None, id="los"), entry("actie", None, scenario="anders")))
    assert (analysis.entry_count, analysis.undated) == (2, ("los",))


def test_what_is_sure_comes_before_what_is_possible() -> None:
    found = analyse(case(SIGNAL, entry("contact", "2020"), entry("uithuisplaatsing", "2021-01-01/2021-02-01"))).findings
    sure = [finding.status is Status.ZEKER for finding in found]
    assert sure == sorted(sure, reverse=True)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers(most=15))
def test_every_finding_is_a_whole_sentence_with_a_rule_an_own_id_and_known_entries(case_: Case) -> None:
    found = analyse(case_).findings
    assert len({finding.id for finding in found}) == len(found)
    for finding in found:
        assert re.fullmatch(r"[A-Z“].*[^ .;,]\.", finding.sentence), finding.sentence
        assert "  " not in finding.sentence
        assert finding.rule.endswith(".")
        assert set(finding.entry_ids) <= case_.entries_by_id.keys()
        assert finding.start is None or finding.end is None or finding.start <= finding.end


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers(most=10))
def test_the_order_of_the_entries_does_not_matter(case_: Case) -> None:
    shuffled = replace(case_, entries=tuple(reversed(case_.entries)))
    assert {f.id: f.sentence for f in analyse(case_).findings} == {f.id: f.sentence for f in analyse(shuffled).findings}
