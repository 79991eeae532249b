"""Words of the field and the codes they stand for."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijdlijn.language import lexicon, lexicon_words
from tijdlijn.language.folding import fold
from tijdlijn.model.vocabulary import LIFE_DOMAINS, SCHAKELMOMENT_TYPES, Kind, Sector

TERPSTRA = Path(__file__).parents[3] / "shared" / "data" / "terpstra" / "entries.csv"


@given(st.text())
def test_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_accents_and_kinds_of_dash_do_not_matter() -> None:
    assert fold("Financiën – Éénoudergezin’s") == "financien - eenoudergezin's"


class TestTableCells:
    @pytest.mark.parametrize("kind", Kind)
    def test_a_kind_is_known_by_code_label_and_plural(self, kind: Kind) -> None:
        for name in (kind.value, kind.label.capitalize(), kind.plural, f"{kind.value}."):
            assert lexicon.kind_of(name) is kind
            assert lexicon.is_kind_code(name)

    @pytest.mark.parametrize(
        ("word", "code"),
        [
            ("melding", "signaal"),
            ("Zorgmelding", "signaal"),
            ("OTS", "maatregel"),
            ("VOTS", "maatregel"),
            ("MUHP", "maatregel"),
            ("ondertoezichtstelling", "maatregel"),
            ("hulp", "interventie"),
            ("therapie", "interventie"),
            ("uhp", "uithuisplaatsing"),
            ("plaatsing", "uithuisplaatsing"),
            ("huisbezoek", "contact"),
            ("telefoon", "contact"),
            ("indicatie", "beschikking"),
            ("wachtlijst", "wachttijd"),
            ("beslissing", "besluit"),
            ("betrokkenheid", "bemoeienis"),
            ("verhuizing", "gebeurtenis"),
            ("echtscheiding", "gebeurtenis"),
        ],
    )
    def test_a_kind_is_known_by_its_synonyms(self, word: str, code: str) -> None:
        assert lexicon.kind_of(word) is Kind(code)
        assert not lexicon.is_kind_code(word)

    @pytest.mark.parametrize("sector", Sector)
    def test_a_sector_is_known_by_code_and_label(self, sector: Sector) -> None:
        assert lexicon.sector_of(sector.value) is sector
        assert lexicon.sector_of(sector.value.replace("_", " ").title()) is sector
        assert lexicon.sector_of(sector.label) is sector

    def test_the_other_vocabularies_know_codes_and_synonyms(self) -> None:
        assert lexicon.kader_of("Dwang") == "gedwongen"
        assert lexicon.weight_of("intensief") == "zwaar"
        assert lexicon.form_of("JeugdzorgPlus") == "gesloten"
        assert lexicon.form_of("leefgroep") == "leefgroep"
        assert lexicon.aimed_at_of("ouders") == "ouder"
        assert lexicon.helped_of("een beetje") == "deels"
        assert lexicon.voice_of("moeder") == "gezin"
        assert [lexicon.payer_of(text) for text in ("Jeugdwet", "WMO 2015", "Wet langdurige zorg", "zvw", "PW")] == [
            "jeugdwet",
            "wmo",
            "wlz",
            "zvw",
            "participatiewet",
        ]
        assert (lexicon.yes_or_no("JA"), lexicon.yes_or_no("nee"), lexicon.yes_or_no("misschien")) == (
            True,
            False,
            None,
        )

    def test_what_is_not_understood_is_no_code(self) -> None:
        readers = (
            lexicon.kind_of,
            lexicon.sector_of,
            lexicon.kader_of,
            lexicon.weight_of,
            lexicon.form_of,
            lexicon.aimed_at_of,
            lexicon.helped_of,
            lexicon.voice_of,
            lexicon.payer_of,
            lexicon.domain_of,
        )
        assert [reader(text) for reader in readers for text in ("", "  ", "fiets", "?")] == [None] * (4 * len(readers))

    @pytest.mark.parametrize(
        ("cell", "type_"),
        [
            ("", ""),
            ("nee", ""),
            ("ja", "overig"),
            ("X", "overig"),
            ("Scheiding", "echtscheiding"),
            ("nieuwe  partner", "nieuwe partner"),
            ("Komst van pleegkind", "Komst van pleegkind"),
            *((name, name) for name in SCHAKELMOMENT_TYPES),
        ],
    )
    def test_a_schakelmoment_keeps_a_type_of_its_own(self, cell: str, type_: str) -> None:
        assert lexicon.schakelmoment_of(cell) == type_

    def test_a_domain_is_one_of_the_casebooks_own_list(self) -> None:
        assert lexicon.domain_of("Financien") == "financiën"
        assert lexicon.domain_of("schulden") == "financiën"
        assert lexicon.domain_of("schulden", ("Wonen", "Schulden")) == "Schulden"
        assert lexicon.domain_of("armoede", ("wonen",)) is None

    def test_the_data_names_no_word_twice_for_two_codes(self) -> None:
        tables = (lexicon_words.KIND_WORDS, lexicon_words.SECTOR_WORDS, lexicon_words.FORM_WORDS)
        for table in tables:
            words = [word.strip() for synonyms in table.values() for word in synonyms.split(",")]
            assert sorted(words) == sorted(set(words))
            assert all(word == fold(word) for word in words)

    def test_the_domains_of_the_data_are_the_default_ones(self) -> None:
        assert tuple(lexicon_words.DOMAIN_WORDS) == LIFE_DOMAINS


class TestGuesses:
    @pytest.mark.parametrize(
        ("title", "code"),
        [
            ("Wachttijd GGZ: verwijzing tot intake", "wachttijd"),
            ("Zorgmelding politie bij Veilig Thuis", "signaal"),
            ("School vraagt hulp: woede-uitbarstingen", "hulpvraag"),
            ("Verlenging OTS met een jaar", "maatregel"),
            ("MDO met ultimatum: binnen twee weken meewerken", "ultimatum"),
            ("Intake wijkteam", "actie"),
            ("Gezinsbehandeling Kompas", "interventie"),
            ("Afsluiting gezinsbehandeling", "besluit"),
            ("Beschikking dagbehandeling", "beschikking"),
            ("Overdracht CJG naar wijkteam", "overdracht"),
            ("Noor naar crisisgroep", "uithuisplaatsing"),
            ("Ouders uit elkaar", "gebeurtenis"),
            ("Huisbezoek", "contact"),
            ("Woont bij oma", "wonen"),
        ],
    )
    def test_a_title_tells_its_kind(self, title: str, code: str) -> None:
        assert lexicon.guess_kind(title) is Kind(code)

    def test_a_title_without_a_sign_tells_none(self) -> None:
        assert lexicon.guess_kind("Buikpijn en angst") is None

    @pytest.mark.parametrize(
        ("name", "sector"),
        [
            ("Wijkteam Zuid", "gemeente"),
            ("CJG", "gemeente"),
            ("Leerplicht", "gemeente"),
            ("Veilig Thuis Noord", "veilig_thuis"),
            ("RvdK", "raad"),
            ("Raad voor de Kinderbescherming", "raad"),
            ("Jeugdbescherming Brabant", "gi"),
            ("William Schrikker Stichting", "gi"),
            ("Leger des Heils Jeugdbescherming", "gi"),
            ("Leger des Heils", "sociale_basis"),
            ("Jeugd-GGZ De Linde", "jeugd_ggz"),
            ("PAAZ", "volwassenen_ggz"),
            ("Consultatiebureau", "jgz"),
            ("Huisartsenpraktijk De Brink", "huisarts"),
            ("IB'er basisschool De Wissel", "onderwijs"),
            ("Kinderrechter", "politie_justitie"),
            ("Halt", "politie_justitie"),
            ("Home-Start", "sociale_basis"),
            ("MEE", "sociale_basis"),
            ("oma Truus", "netwerk"),
            ("buurvrouw", "netwerk"),
            ("Pleegzorg", "jeugdhulp"),
        ],
    )
    def test_a_name_gives_its_sector_away(self, name: str, sector: str) -> None:
        assert lexicon.guess_sector(name) is Sector(sector)

    @pytest.mark.parametrize("name", ["De Ponton", "Omar", "Hans Vaartman", "Meander", "Halte 12", ""])
    def test_a_name_that_says_nothing_gives_none(self, name: str) -> None:
        assert lexicon.guess_sector(name) is None

    def test_a_title_tells_the_type_of_turning_point(self) -> None:
        assert lexicon.guess_schakelmoment("Overlijden van oma") == "overlijden"
        assert lexicon.guess_schakelmoment("Voortgangsgesprek") == ""

    @pytest.mark.skipif(not TERPSTRA.exists(), reason="the shared test material is not here")
    def test_seven_in_ten_of_a_careful_readers_kinds_are_guessed_from_the_title(self) -> None:
        with TERPSTRA.open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        right = [(lexicon.guess_kind(row["title"]) or Kind.GEBEURTENIS) == row["kind"] for row in rows]
        assert sum(right) / len(right) > 0.7

    @pytest.mark.skipif(not TERPSTRA.exists(), reason="the shared test material is not here")
    def test_a_guessed_sector_is_never_wrong_in_that_dossier(self) -> None:
        named = re.findall(r"([^;,\"\n]+) \((\w+)\)", TERPSTRA.read_text(encoding="utf-8"))
        known = [(name, sector) for name, sector in named if sector in set(Sector)]
        assert len(known) > 30
        assert [name for name, sector in known if lexicon.guess_sector(name) not in (None, Sector(sector))] == []
