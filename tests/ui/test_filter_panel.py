"""Filtering by hand: what is chosen is shown at once, said in words, and can be kept under a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import entry, party, person
from tests.ui.acting import click, show, type_in
from tests.ui.opened import opener
from tijdlijn.layout.filter_words import READY
from tijdlijn.layout.filtering import Facet
from tijdlijn.model.entries import Citation, Source
from tijdlijn.model.links import LinkKind
from tijdlijn.model.views import UNNAMED, Around, Filter, View
from tijdlijn.model.vocabulary import Kind, Voice
from tijdlijn.services import editing, links, views
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.filter_bar import FilterBar
from tijdlijn.ui.filter_choices import MOST, ChoiceList
from tijdlijn.ui.filter_panel import FilterPanel
from tijdlijn.ui.findings_panel import FindingsPanel

LINES = (
    entry("hulpvraag", "2018-03", "School vraagt hulp", persons="noor", parties="school", id="vraag"),
    entry("interventie", "2019-01-01/2019-04-01", "Gezinshulp", persons="noor", parties="kompas", id="hulp"),
    entry("uithuisplaatsing", "2019-05-01/2020-01-01", "Naar oma", persons="noor", parties="oma & opa", id="uit"),
    entry("contact", "2019-03-15", "Huisbezoek", parties="kompas", id="bezoek", voice=Voice.GEZIN),
    entry("gebeurtenis", "2021-02-01", "Verhuizing", persons="sem", id="huis", schakelmoment="verhuizing"),
    entry("signaal", None, "Zorg van oma", persons="noor", id="zorg", citations=(Citation("b"),)),
)


@pytest.fixture
def controller(tmp_path: Path, qtbot: QtBot) -> Iterator[CaseController]:
    lines = [replace(e, party_ids=("oma",)) if e.id == "uit" else e for e in LINES]
    with opener(tmp_path, qtbot) as opened:
        yield opened(
            *lines,
            persons=(person("Noor", "2010-06-24", focus=True), person("Sem")),
            parties=(party("School", "onderwijs"), party("Kompas"), replace(party("oma"), name="Oma & opa")),
            sources=(Source("b", "Raadsrapport"),),
        )


@pytest.fixture
def panel(qtbot: QtBot, controller: CaseController) -> FilterPanel:
    made = show(qtbot, FilterPanel(controller), 300, 900)
    for choices in (*made.lists.values(), made.around):
        choices.set_open(True)
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    return show(qtbot, QWidget(), 900, 90)


@pytest.fixture
def bar(window: QWidget, controller: CaseController) -> FilterBar:
    made = FilterBar(controller, window)
    QVBoxLayout(window).addWidget(made)
    return made


def counted(choices: ChoiceList) -> dict[str, int]:
    return {made.option.words: made.count for made in choices.rows}


def choose(qtbot: QtBot, choices: ChoiceList, words: str) -> None:
    (made,) = (made for made in choices.rows if made.option.words == words)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=made.rect().center())


def action(menu: QMenu, *path: str) -> None:
    """Choose from a menu as it is when it is opened."""
    menu.aboutToShow.emit()
    for name in path:
        (found,) = (each for each in menu.actions() if each.text().replace("&", "") == name)
        inner = found.menu()
        if isinstance(inner, QMenu):
            menu = inner
        else:
            assert found.isEnabled()
            found.trigger()


def test_every_choice_says_how_many_lines_it_has(panel: FilterPanel) -> None:
    assert counted(panel.lists[Facet.PERSONS]) == {"Noor": 4, "Sem": 1, "niemand genoemd": 1}
    assert counted(panel.lists[Facet.PARTIES]) == {"Kompas": 2, "School": 1, "Oma & opa": 1, "zonder partij": 2}
    assert counted(panel.lists[Facet.VOICES]) == {"het dossier": 5, "het gezin zelf": 1}
    assert counted(panel.lists[Facet.SOURCES]) == {"Raadsrapport": 1, "zonder bron": 5}
    assert panel.turns.count == 1
    assert panel.count.text() == "Alle 6 regels getoond"


def test_what_nothing_has_is_not_offered(panel: FilterPanel) -> None:
    assert panel.lists[Facet.KADERS].isHidden()
    assert "ultimatums" not in counted(panel.lists[Facet.KINDS])


def test_a_choice_shows_at_once_and_the_other_counts_follow(
    qtbot: QtBot, controller: CaseController, panel: FilterPanel
) -> None:
    choose(qtbot, panel.lists[Facet.PERSONS], "Noor")
    assert controller.shown == {"vraag", "hulp", "uit", "zorg"}
    assert counted(panel.lists[Facet.PARTIES])["Kompas"] == 1
    assert counted(panel.lists[Facet.PERSONS])["Sem"] == 1
    assert (panel.count.text(), panel.away.text()) == ("4 van 6 regels getoond", "2 weggefilterd")
    choose(qtbot, panel.lists[Facet.PERSONS], "Sem")
    assert controller.view.filter.person_ids == {"noor", "sem"}
    choose(qtbot, panel.lists[Facet.PERSONS], "Noor")
    choose(qtbot, panel.lists[Facet.PERSONS], "Sem")
    assert controller.shown is None


def test_words_filter_while_they_are_typed_and_escape_takes_them_off(
    qtbot: QtBot, controller: CaseController, panel: FilterPanel
) -> None:
    type_in(qtbot, panel.text, "oma")
    assert controller.shown == {"uit", "zorg"}
    qtbot.keyClick(panel.text, Qt.Key.Key_Escape)
    assert (controller.shown, panel.text.text()) == (None, "")


def test_only_schakelmomenten(qtbot: QtBot, controller: CaseController, panel: FilterPanel) -> None:
    panel.turns.click()
    assert controller.shown == {"huis"}
    assert panel.away.text() == "5 weggefilterd, waarvan 1 zonder datum"


def test_a_stretch_around_every_placement(qtbot: QtBot, controller: CaseController, panel: FilterPanel) -> None:
    place = panel.around.what.findText("elke uithuisplaatsing  ·  1")
    panel.around.what.setCurrentIndex(place)
    panel.around.what.activated.emit(place)
    assert controller.view.filter.around == Around(90, 0)
    assert controller.shown == {"hulp", "bezoek", "uit"}
    panel.around.before.setValue(40)
    assert controller.shown == {"hulp", "uit"}
    panel.around.before.setValue(0)
    panel.around.after.setValue(700)
    assert controller.shown == {"uit", "huis"}


def test_a_stretch_around_what_is_selected(qtbot: QtBot, controller: CaseController, panel: FilterPanel) -> None:
    assert panel.around.what.findText("“Huisbezoek”") < 0
    controller.select(["bezoek", "zorg"])
    place = panel.around.what.findText("“Huisbezoek”")
    panel.around.what.setCurrentIndex(place)
    panel.around.what.activated.emit(place)
    assert controller.view.filter.around == Around(90, 0, ("bezoek",))
    controller.select([])
    assert panel.around.what.currentText() == "“Huisbezoek”"
    controller.set_view(View(filter=Filter(around=Around(5, 5, ("hulp", "uit"), Kind.CONTACT, True))))
    assert panel.around.what.currentText() == "deze 2 regels"
    controller.set_view(View(filter=Filter(around=Around(5, 5, kind=Kind.WONEN))))
    assert panel.around.what.currentText() == "elke woonsituatie  ·  0"
    controller.do(editing.delete_entries, ["bezoek"])
    panel.show_all()
    assert panel.around.what.currentText() == "de hele tijd"


def test_one_button_shows_everything_again_and_the_lanes_stay(
    qtbot: QtBot, controller: CaseController, panel: FilterPanel
) -> None:
    lanes = replace(View().arrangement, folded=frozenset({"hulp"}))
    controller.set_view(View(arrangement=lanes, filter=Filter(turns=True)))
    click(qtbot, panel.clear)
    assert controller.view == View(arrangement=lanes)
    assert not panel.clear.isVisible()


def test_the_keys_walk_a_list_and_choose(qtbot: QtBot, controller: CaseController, panel: FilterPanel) -> None:
    rows = panel.lists[Facet.PERSONS].rows
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    assert [bool(made.focusPolicy() & Qt.FocusPolicy.TabFocus) for made in rows] == [False, True, False]
    qtbot.keyClick(rows[1], Qt.Key.Key_Space)
    assert controller.view.filter.person_ids == {"sem"}
    assert rows[1].hasFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Down)
    qtbot.keyClick(rows[2], Qt.Key.Key_Return)
    assert controller.view.filter.person_ids == {"sem", UNNAMED}
    qtbot.keyClick(rows[2], Qt.Key.Key_Down)
    assert rows[0].hasFocus()
    assert rows[0].accessibleName() == "Noor, 4 regels"


def test_a_long_list_shows_the_first_ones_and_what_is_chosen(qtbot: QtBot, controller: CaseController) -> None:
    many = [person(f"Persoon {number:02}") for number in range(20)]
    for each in many:
        controller.do(editing.put_person, each)
    controller.do(
        editing.add_entries, [entry("besluit", "2020", id=p.id, title=p.name, persons="noor") for p in many[:1]]
    )
    batch = [replace(entry("besluit", "2020", id=f"x{p.id}"), person_ids=(p.id,)) for p in many]
    controller.do(editing.add_entries, batch)
    panel = show(qtbot, FilterPanel(controller), 300, 900)
    choices = panel.lists[Facet.PERSONS]
    assert sum(made.isVisible() for made in choices.rows) == MOST
    controller.set_view(View(filter=Filter(person_ids=frozenset({many[-1].id}))))
    assert sum(made.isVisible() for made in choices.rows) == MOST + 1
    click(qtbot, choices.more)
    assert all(made.isVisible() for made in choices.rows)
    assert choices.more.text() == "Toon er minder"


def test_rows_keep_their_place_while_somebody_chooses(qtbot: QtBot, panel: FilterPanel) -> None:
    before = list(panel.lists[Facet.PARTIES].rows)
    choose(qtbot, panel.lists[Facet.PERSONS], "Noor")
    assert panel.lists[Facet.PARTIES].rows == before


def test_a_person_that_goes_leaves_the_list_and_the_filter(controller: CaseController, panel: FilterPanel) -> None:
    controller.set_view(View(filter=Filter(person_ids=frozenset({"noor"}))))
    controller.do(editing.delete_person, "noor")
    assert "Noor" not in counted(panel.lists[Facet.PERSONS])
    assert panel.count.text() == "Alle 6 regels getoond"
    controller.undo()
    assert panel.lists[Facet.PERSONS].rows[0].isChecked()


# Saved views


def test_a_view_is_saved_under_a_name_and_chosen_again(
    qtbot: QtBot, controller: CaseController, panel: FilterPanel
) -> None:
    controller.set_view(View(filter=Filter(person_ids=frozenset({"noor"}))))
    action(panel.menu, "Deze weergave bewaren…")
    assert panel.naming.field.hasFocus()
    assert panel.naming.field.text() == "Alleen regels over Noor"
    type_in(qtbot, panel.naming.field, "Over Noor")
    qtbot.keyClick(panel.naming.field, Qt.Key.Key_Return)
    assert panel.naming.isHidden()
    assert panel.view_button.text() == "Over Noor"
    assert controller.book.undo_name == "Bewaar weergave 'Over Noor'"
    choose(qtbot, panel.lists[Facet.PERSONS], "Sem")
    assert panel.view_button.text() == "Over Noor (gewijzigd)"
    action(panel.menu, "Alle regels")
    assert (controller.shown, panel.view_button.text()) == (None, "Alle regels")
    action(panel.menu, "Over Noor")
    assert controller.shown == {"vraag", "hulp", "uit", "zorg"}


def test_a_name_that_cannot_be_is_marked_and_the_line_stays(
    qtbot: QtBot, controller: CaseController, panel: FilterPanel
) -> None:
    panel.naming.ask()
    type_in(qtbot, panel.naming.field, "  ")
    with qtbot.waitSignal(controller.problem):
        click(qtbot, panel.naming.keep)
    assert panel.naming.isVisible()
    assert panel.naming.field.property("problem") is True
    qtbot.keyClick(panel.naming.field, Qt.Key.Key_Escape)
    assert panel.naming.isHidden()
    assert controller.saved_views == ()


def test_a_saved_view_is_renamed_deleted_and_brought_back(
    qtbot: QtBot, controller: CaseController, panel: FilterPanel
) -> None:
    panel.naming.ask()
    type_in(qtbot, panel.naming.field, "A & B")
    click(qtbot, panel.naming.keep)
    action(panel.menu, "Hernoemen", "A  B")
    assert panel.naming.field.text() == "A & B"
    type_in(qtbot, panel.naming.field, "Alles")
    click(qtbot, panel.naming.keep)
    assert [view.name for view in controller.saved_views] == ["Alles"]
    assert panel.view_button.text() == "Alles"
    action(panel.menu, "Verwijderen", "Alles")
    assert (controller.saved_views, panel.view_button.text()) == ((), "Alle regels")
    controller.undo()
    assert panel.view_button.text() == "Alles"


@pytest.mark.parametrize("ready", READY, ids=lambda ready: ready.name)
def test_a_ready_view_is_chosen_from_the_menu(controller: CaseController, panel: FilterPanel, ready: View) -> None:
    action(panel.menu, ready.name)
    assert (controller.view.filter, panel.view_button.text()) == (ready.filter, ready.name)
    assert controller.shown


def test_a_saved_view_of_somebody_who_is_gone_still_opens(controller: CaseController, panel: FilterPanel) -> None:
    kept = View(filter=Filter(person_ids=frozenset({"noor"}), turns=True))
    controller.do(lambda book, case_id: views.save_view(book, case_id, kept, "Noor")[1])
    controller.do(editing.delete_person, "noor")
    action(panel.menu, "Noor")
    assert controller.shown == {"huis"}
    assert panel.view_button.text() == "Noor"


# The bar and the findings


def test_the_bar_is_there_only_while_a_filter_is_in_force(
    qtbot: QtBot, controller: CaseController, bar: FilterBar
) -> None:
    assert bar.isHidden()
    controller.set_view(View(filter=Filter(person_ids=frozenset({"noor"}), kinds=frozenset({Kind.INTERVENTIE}))))
    assert bar.isVisible()
    assert bar.words.text() == "Alleen interventies over Noor"
    assert bar.count.text() == "1 van 6 regels getoond, 5 weggefilterd."
    assert bar.accessibleName().startswith("Filter: alleen interventies over Noor. 1 van 6")
    click(qtbot, bar.clear)
    assert bar.isHidden()
    assert controller.shown is None


def test_the_bar_and_the_panel_say_what_the_findings_are_about(
    qtbot: QtBot, controller: CaseController, bar: FilterBar
) -> None:
    findings = show(qtbot, FindingsPanel(controller), 300, 500)
    assert findings.over.isHidden()
    controller.set_view(View(filter=Filter(person_ids=frozenset({"noor"}))))
    assert bar.about.text() == "Golf en bevindingen gaan over alle 6."
    assert findings.over.text() == "Bevindingen over alle 6 regels, ook wat het filter weglaat."
    with qtbot.waitSignal(controller.analysis_changed):
        click(qtbot, bar.follow)
    assert bar.about.text() == "Golf en bevindingen gaan over deze 4."
    assert findings.over.text() == "Bevindingen over de 4 getoonde regels."
    with qtbot.waitSignal(controller.analysis_changed):
        click(qtbot, bar.follow)
    assert findings.over.text().startswith("Bevindingen over alle 6")


def test_a_line_that_is_added_outside_the_filter_is_told(controller: CaseController, bar: FilterBar) -> None:
    controller.set_view(View(filter=Filter(turns=True)))
    assert bar.outside.isHidden()
    controller.do(editing.add_entry, entry("besluit", "2022", id="nieuw"))
    assert bar.outside.isVisible()
    assert bar.outside.text().startswith("De gekozen regel valt buiten het filter")
    controller.select(["nieuw", "hulp"])
    assert bar.outside.text().startswith("2 gekozen regels vallen buiten")
    controller.show_all()
    assert bar.outside.isHidden()


def test_a_new_link_leaves_filter_and_panel_as_they_are(controller: CaseController, panel: FilterPanel) -> None:
    controller.set_view(View(filter=Filter(turns=True)))
    controller.do(links.add_link, "hulp", "uit", LinkKind.LEIDT_TOT)
    assert controller.shown == {"huis"}
    assert panel.count.text() == "1 van 6 regels getoond"
