"""Every field of an entry, as its user changes it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.inspector.acting import chips_on, choose, press, press_chip, saved, steps, write
from tijdlijn.model.entries import Citation, Rate, SourceKind
from tijdlijn.model.scenarios import Scenario
from tijdlijn.model.understanding import ListedRate
from tijdlijn.model.vocabulary import Helped, Kader, Kind, Payer, PlacementForm, RateUnit, Sector, Voice, Weight
from tijdlijn.services import editing
from tijdlijn.services.changes import Batch
from tijdlijn.services.rates import keep_rates
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.inspector import Inspector
from tijdlijn.ui.inspector.code_fields import CodesField
from tijdlijn.ui.inspector.field import LineField
from tijdlijn.ui.inspector.text_fields import AreaField

ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


@pytest.fixture(autouse=True)
def _all_open(inspector: Inspector) -> None:
    for section in inspector.entry_form.sections.values():
        section.set_open(True)


def area(inspector: Inspector, attribute: str) -> AreaField:
    return next(field for field in inspector.findChildren(AreaField) if field._attribute == attribute)


def codes(inspector: Inspector, attribute: str) -> CodesField:
    return next(field for field in inspector.findChildren(CodesField) if field._attribute == attribute)


def test_a_title_is_saved_on_enter_as_one_named_step(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["contact"])
    write(qtbot, inspector.entry_form.title.area, "Huisbezoek met tolk", ENTER)
    assert saved(controller, "contact").title == "Huisbezoek met tolk"
    assert steps(controller) == ["Wijzig titel van 'Huisbezoek met tolk'"]
    controller.undo()
    assert inspector.entry_form.title.area.toPlainText() == "Huisbezoek"


@pytest.mark.parametrize("attribute", ["details", "goal", "outcome", "notes"])
def test_a_long_text_is_saved_when_its_box_is_left(
    qtbot: QtBot, controller: CaseController, inspector: Inspector, attribute: str
) -> None:
    controller.select(["hulp"])
    box = area(inspector, attribute).area
    write(qtbot, box, "Eerste")
    qtbot.keyClick(box, ENTER)
    qtbot.keyClicks(box, "<b>tweede</b>")
    assert getattr(saved(controller, "hulp"), attribute) == ""
    qtbot.keyClick(box, TAB)
    assert getattr(saved(controller, "hulp"), attribute) == "Eerste\n<b>tweede</b>"
    assert len(steps(controller)) == 1


def test_escape_takes_back_a_text(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["hulp"])
    box = area(inspector, "details").area
    write(qtbot, box, "weg hiermee", ESCAPE)
    assert box.toPlainText() == ""
    qtbot.keyClick(box, TAB)
    assert steps(controller) == []


def test_a_box_grows_with_its_text(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["hulp"])
    box = area(inspector, "goal").area
    before = box.height()
    write(qtbot, box, "een doel dat in geen geval op een enkele regel van deze smalle kolom past, wat men ook doet")
    assert box.height() > before


def test_the_kind_is_chosen_from_lanes_that_cannot_be_chosen(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["contact"])
    choice = inspector.entry_form.kind.choice
    assert choice.currentText() == "contact"
    assert sum(1 for index in range(choice.count()) if choice.itemData(index)) == len(Kind)
    choice.setFocus()
    qtbot.keyClicks(choice, "overd")
    assert saved(controller, "contact").kind is Kind.OVERDRACHT
    assert steps(controller) == ["Wijzig soort van 'Huisbezoek'"]


@pytest.mark.parametrize(
    ("attribute", "name", "value"),
    [("kader", "drang", Kader.DRANG), ("weight", "zwaar", Weight.ZWAAR), ("helped", "deels", Helped.DEELS)],
)
def test_a_code_is_a_chip_that_can_be_taken_off_again(
    qtbot: QtBot, controller: CaseController, inspector: Inspector, attribute: str, name: str, value: object
) -> None:
    controller.select(["hulp"])
    chips = codes(inspector, attribute).chips
    press_chip(qtbot, chips, name)
    assert getattr(saved(controller, "hulp"), attribute) is value
    assert chips_on(chips) == [name]
    press_chip(qtbot, chips, name)
    assert getattr(saved(controller, "hulp"), attribute) is None


def test_chips_are_walked_with_arrows_and_pressed_with_space(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["hulp"])
    chips = codes(inspector, "kader").chips.chips
    chips[0].setFocus()
    qtbot.keyClick(chips[0], Qt.Key.Key_Right)
    assert chips[1].hasFocus()
    qtbot.keyClick(chips[1], Qt.Key.Key_Space)
    assert saved(controller, "hulp").kader is Kader.DRANG


def test_there_is_always_one_voice(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["hulp"])
    chips = inspector.entry_form.voice.chips
    assert chips_on(chips) == ["dossier"]
    press_chip(qtbot, chips, "gezin")
    assert saved(controller, "hulp").voice is Voice.GEZIN
    press_chip(qtbot, chips, "gezin")
    assert saved(controller, "hulp").voice is Voice.DOSSIER
    press_chip(qtbot, chips, "dossier")
    assert chips_on(chips) == ["dossier"]


def test_the_form_of_a_placement_shows_for_placements_and_where_it_is_filled_in(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["hulp"])
    form = codes(inspector, "form")
    assert not form.isVisible()
    choose(qtbot, inspector.entry_form.kind.choice, "uithuisplaatsing")
    assert form.isVisible()
    press_chip(qtbot, form.chips, "pleegzorg")
    choose(qtbot, inspector.entry_form.kind.choice, "interventie")
    assert saved(controller, "hulp").kind is Kind.INTERVENTIE
    assert saved(controller, "hulp").form is PlacementForm.PLEEGZORG
    assert form.isVisible()


def test_persons_of_the_family_are_switched_on_and_off(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["contact"])
    chips = inspector.entry_form.persons.chips
    assert [chip.accessibleName() for chip in chips.chips] == ["Noor", "Sem", "Marieke"]
    press_chip(qtbot, chips, "Sem")
    press_chip(qtbot, chips, "Noor")
    assert saved(controller, "contact").person_ids == ("sem",)


def test_a_new_person_is_made_and_named_in_one_step(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["contact"])
    write(qtbot, inspector.entry_form.persons.input, "Oma Riet", ENTER)
    entry = saved(controller, "contact")
    assert [person.name for person in controller.case.persons_of(entry)] == ["Noor", "Oma Riet"]
    assert len(steps(controller)) == 1


def test_a_known_name_is_not_made_twice(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["hulp"])
    write(qtbot, inspector.entry_form.parties.input, "KOMPAS", ENTER)
    assert saved(controller, "hulp").party_ids == ("kompas",)
    assert len(controller.case.parties) == 2


def test_a_new_party_asks_for_its_sector_and_proposes_one(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["hulp"])
    field = inspector.entry_form.parties
    write(qtbot, field.input, "Basisschool De Beuk", ENTER)
    assert field.asked.isVisible()
    assert field.sector.currentData() == Sector.ONDERWIJS
    qtbot.keyClick(field.sector, ENTER)
    made = controller.case.parties_of(saved(controller, "hulp"))
    assert [(party.name, party.sector) for party in made] == [("Basisschool De Beuk", Sector.ONDERWIJS)]
    assert not field.asked.isVisible()


def test_a_new_party_can_still_be_left_out(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["hulp"])
    field = inspector.entry_form.parties
    write(qtbot, field.input, "Basischool De Buek", ENTER)
    qtbot.keyClick(field.sector, ESCAPE)
    assert not field.asked.isVisible()
    assert steps(controller) == []


def test_a_chip_of_a_party_is_taken_out_with_delete(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["contact"])
    (chip,) = inspector.entry_form.parties.chips.chips
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert saved(controller, "contact").party_ids == ()


def test_a_new_professional_works_for_the_party_of_the_entry(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["contact"])
    write(qtbot, inspector.entry_form.workers.input, "Linda Bos", ENTER)
    (worker,) = controller.case.workers_named(saved(controller, "contact"))
    assert (worker.name, worker.party_id) == ("Linda Bos", "wijkteam")


def test_a_turning_point_gets_a_type_of_the_list_or_of_ones_own(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["contact"])
    field = inspector.entry_form.schakelmoment
    press(qtbot, field.check)
    assert saved(controller, "contact").schakelmoment == "overig"
    line = field.type.lineEdit()
    assert line is not None
    write(qtbot, line, "komst van de hond", ENTER)
    assert saved(controller, "contact").schakelmoment == "komst van de hond"
    press(qtbot, field.check)
    assert saved(controller, "contact").schakelmoment == ""


def test_domains_are_switched_on_and_off(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["contact"])
    chips = inspector.entry_form.domains.chips
    press_chip(qtbot, chips, "veiligheid")
    press_chip(qtbot, chips, "wonen")
    press_chip(qtbot, chips, "veiligheid")
    assert saved(controller, "contact").domains == ("wonen",)


def test_money_is_written_as_dutch_people_do(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["hulp"])
    form = inspector.entry_form
    write(qtbot, form.cost.line, "1.250,5", ENTER)
    write(qtbot, form.rate.line, "450 / week", ENTER)
    entry = saved(controller, "hulp")
    assert (entry.cost_cents, entry.rate) == (125_050, Rate(45_000, RateUnit.WEEK))
    assert (form.cost.line.text(), form.rate.line.text()) == ("1.250,50", "450 per week")
    write(qtbot, form.cost.line, "", ENTER)
    assert saved(controller, "hulp").cost_cents is None


@pytest.mark.parametrize(("name", "text"), [("cost", "veel"), ("rate", "450")])
def test_money_that_cannot_be_read_stays_and_says_so(
    qtbot: QtBot, controller: CaseController, inspector: Inspector, name: str, text: str
) -> None:
    controller.select(["hulp"])
    field: LineField = getattr(inspector.entry_form, name)
    write(qtbot, field.line, text, TAB)
    assert text in field.problem.text()
    assert field.line.text() == text
    assert steps(controller) == []


def test_a_citation_has_a_page_and_a_passage(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["hulp"])
    (card,) = inspector.entry_form.citations.cards
    write(qtbot, card.page, "4", TAB)
    assert inspector.entry_form.citations.cards == [card]
    write(qtbot, card.passage, "Moeder vraagt om hulp.", TAB)
    assert saved(controller, "hulp").citations == (Citation("b", "4", "Moeder vraagt om hulp."),)
    assert len(steps(controller)) == 2


def test_sources_are_added_and_taken_away(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["contact"])
    field = inspector.entry_form.citations
    write(qtbot, field.input, "intakeverslag.DOCX", ENTER)
    write(qtbot, field.input, "Gesprek met oma", ENTER)
    titles = [controller.case.sources_by_id[c.source_id].title for c in saved(controller, "contact").citations]
    assert titles == ["Intakeverslag.docx", "Gesprek met oma"]
    field.cards[0].removed.emit()
    assert len(saved(controller, "contact").citations) == 1
    assert len(controller.case.sources) == 2


def test_a_scenario_takes_the_entry_out_of_what_happened(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["hulp"])
    write(qtbot, inspector.entry_form.scenario.line, "eerder zwaarder", ENTER)
    assert saved(controller, "hulp").scenario == "eerder zwaarder"


def test_the_scenarios_that_there_are_are_offered(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.do(editing.apply, Batch(scenarios=(Scenario("s", "Meteen hulp na de scheiding"),)), "Scenario")
    controller.select(["hulp"])
    line = inspector.entry_form.scenario.line
    offered = line.completer()
    assert offered is not None
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "scheiding")
    qtbot.waitUntil(offered.popup().isVisible)
    assert offered.completionCount() == 1
    qtbot.keyClick(offered.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(offered.popup(), Qt.Key.Key_Return)
    assert saved(controller, "hulp").scenario == "Meteen hulp na de scheiding"


def test_an_entry_is_deleted_without_a_question_and_comes_back_with_undo(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["hulp"])
    press(qtbot, inspector.entry_form.delete)
    assert "hulp" not in controller.case.entries_by_id
    assert inspector.pages.currentWidget() is inspector.case_form
    controller.undo()
    assert "hulp" in controller.case.entries_by_id


def test_title_and_kind_of_a_source_change_wherever_it_is_cited(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["contact"])
    write(qtbot, inspector.entry_form.citations.input, "intakeverslag.docx", ENTER)
    (card,) = inspector.entry_form.citations.cards
    choose(qtbot, card.kind, "mondeling")
    card._rename()
    write(qtbot, card.renaming, "Gesprek met oma", ENTER)
    controller.select(["hulp"])
    (other,) = inspector.entry_form.citations.cards
    assert other.title.text() == "Gesprek met oma"
    assert controller.case.sources_by_id["b"].kind is SourceKind.MONDELING
    controller.undo()
    assert other.title.text() == "Intakeverslag.docx"


def test_a_source_whose_text_is_not_kept_says_why_it_cannot_be_opened(
    controller: CaseController, inspector: Inspector
) -> None:
    controller.select(["hulp"])
    (card,) = inspector.entry_form.citations.cards
    assert not card.open.isEnabled()
    assert "staat niet in het casusboek" in card.open.toolTip()


def test_a_source_is_opened_at_its_passage(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    asked: list[tuple[str, Citation]] = []
    inspector.source_asked.connect(lambda *source: asked.append(source))
    controller.select(["hulp"])
    (card,) = inspector.entry_form.citations.cards
    inspector.entry_form.citations.set_readable(frozenset("b"))
    write(qtbot, card.passage, "Moeder vraagt om hulp.", TAB)
    inspector.entry_form.citations.set_readable(frozenset("b"))
    press(qtbot, card.open)
    assert asked == [("b", Citation("b", "", "Moeder vraagt om hulp."))]


def test_what_somebody_said_cannot_be_opened(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["hulp"])
    (card,) = inspector.entry_form.citations.cards
    assert not card.open.isHidden()
    choose(qtbot, card.kind, "mondeling")
    assert inspector.entry_form.citations.cards[0].open.isHidden()


def test_who_pays_and_where_an_amount_was_found(qtbot: QtBot, controller: CaseController, inspector: Inspector) -> None:
    controller.select(["hulp"])
    form = inspector.entry_form
    press_chip(qtbot, form.payer.chips, "Jeugdwet")
    write(qtbot, form.cost_source.area, "beschikking van 3 mei", ENTER)
    entry = saved(controller, "hulp")
    assert (entry.payer, entry.cost_source) == (Payer.JEUGDWET, "beschikking van 3 mei")
    press_chip(qtbot, form.payer.chips, "Zvw")
    assert saved(controller, "hulp").payer is Payer.ZVW
    assert steps(controller)[0].startswith("Wijzig betaler van")


def offered(inspector: Inspector) -> list[str]:
    """What the menu of the table of rates holds, as its user sees it."""
    menu = inspector.entry_form.listed.menu
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_a_rate_is_taken_from_the_table_in_one_step(
    qtbot: QtBot, controller: CaseController, inspector: Inspector
) -> None:
    foster = ListedRate("pleegzorg & meer", Rate(4_750, RateUnit.DAG), Payer.JEUGDWET, 2021, "raadsbesluit")
    keep_rates(controller.book, [foster, ListedRate("hulp thuis", Rate(45_000, RateUnit.WEEK))])
    controller.select(["hulp"])
    assert offered(inspector) == [
        "pleegzorg && meer 2021: € 47,50 per dag, Jeugdwet",
        "hulp thuis: € 450 per week",
        "Tarieventabel wijzigen…",
    ]
    inspector.entry_form.listed.menu.actions()[0].trigger()
    entry = saved(controller, "hulp")
    assert (entry.rate, entry.payer) == (Rate(4_750, RateUnit.DAG), Payer.JEUGDWET)
    assert entry.cost_source == "Tarieventabel: pleegzorg & meer, 2021, raadsbesluit"
    assert inspector.entry_form.rate.line.text() == "47,50 per dag"
    assert len(steps(controller)) == 1
    controller.undo()
    assert saved(controller, "hulp").rate is None
    assert inspector.entry_form.cost_source.area.toPlainText() == ""


def test_an_empty_table_says_so(controller: CaseController, inspector: Inspector) -> None:
    controller.select(["hulp"])
    assert offered(inspector) == ["De tabel is nog leeg", "Tarieventabel wijzigen…"]


def test_a_long_table_is_offered_by_name(controller: CaseController, inspector: Inspector) -> None:
    lines = [ListedRate("pleegzorg", Rate(4_750 + year, RateUnit.DAG), year=2010 + year) for year in range(13)]
    keep_rates(controller.book, [*lines, ListedRate("hulp thuis", Rate(45_000, RateUnit.WEEK))])
    controller.select(["hulp"])
    assert offered(inspector) == ["pleegzorg", "hulp thuis: € 450 per week", "Tarieventabel wijzigen…"]


def test_several_entries_take_one_rate_and_keep_their_own_amounts(
    controller: CaseController, inspector: Inspector
) -> None:
    keep_rates(controller.book, [ListedRate("hulp thuis", Rate(45_000, RateUnit.WEEK), Payer.WMO)])
    controller.select(["hulp", "contact"])
    assert inspector.entry_form.cost.isHidden()
    offered(inspector)
    inspector.entry_form.listed.menu.actions()[0].trigger()
    assert {saved(controller, id_).payer for id_ in ("hulp", "contact")} == {Payer.WMO}
    assert len(steps(controller)) == 1
