"""Reading tables in, as a user does it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.acting import click, is_freed_on_close, show
from tijdlijn.exchange.tables_out import csv_bytes
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.import_dialog import ImportDialog
from tijdlijn.ui.dialogs.import_parts import PARTS_HEIGHT
from tijdlijn.ui.dialogs.sheet import TITLE_BAR

HEADER = "datum;soort;titel\n"
GOOD = "2019;interventie;Gezinshulp\n2020-05;contact;Gesprek\n"
UNREADABLE = "ooit eens;signaal;Zorgmelding\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "regels.csv"
    path.write_text(HEADER + GOOD + UNREADABLE, "utf-8")
    return path


def looked_at(qtbot: QtBot, controller: CaseController, *paths: Path) -> ImportDialog:
    dialog = show(qtbot, ImportDialog(controller, paths=paths))
    qtbot.waitUntil(lambda: not dialog.is_busy)
    return dialog


def words(dialog: ImportDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def titles(controller: CaseController) -> set[str]:
    return {entry.title for entry in controller.case.entries}


def test_it_begins_with_choosing_and_nothing_to_take(qtbot: QtBot, controller: CaseController) -> None:
    dialog = show(qtbot, ImportDialog(controller))
    assert dialog.choose.isVisible()
    assert not dialog.ok.isEnabled()
    assert is_freed_on_close(dialog)


def test_a_look_changes_nothing(qtbot: QtBot, controller: CaseController, table: Path) -> None:
    before, steps = controller.case, controller.book.history()
    dialog = looked_at(qtbot, controller, table)
    assert "regels.csv" in words(dialog)
    assert "2 rijen over te nemen · 1 geweigerd" in words(dialog)
    assert dialog.ok.text() == "2 rijen inlezen"
    assert (controller.book.case(before.id), controller.book.history()) == (before, steps)
    assert is_freed_on_close(dialog)


def test_what_is_refused_is_shown_with_its_reason(qtbot: QtBot, controller: CaseController, table: Path) -> None:
    dialog = looked_at(qtbot, controller, table)
    model = dialog.refused.model()
    assert model.rowCount() == 1
    cells = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert cells[:4] == ["regels.csv", "4", "datum", "ooit eens"]
    assert cells[4].startswith("een datum zoals")
    assert is_freed_on_close(dialog)


def test_taking_in_is_one_step_that_undo_takes_back(qtbot: QtBot, controller: CaseController, table: Path) -> None:
    before = titles(controller)
    dialog = looked_at(qtbot, controller, table)
    click(qtbot, dialog.ok)
    qtbot.waitUntil(lambda: bool(dialog.outcome.text()))
    assert dialog.outcome.text().startswith("2 rijen ingelezen")
    assert titles(controller) == before | {"Gezinshulp", "Gesprek"}
    controller.undo()
    assert titles(controller) == before
    assert is_freed_on_close(dialog)


def test_unreadable_dates_can_be_kept_without_a_date(qtbot: QtBot, controller: CaseController, table: Path) -> None:
    dialog = looked_at(qtbot, controller, table)
    dialog.parts.go_to(dialog.refused_page)
    dialog.keep_unread.setFocus()
    click(qtbot, dialog.keep_unread)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert dialog.ok.text() == "3 rijen inlezen"
    assert dialog.refused.model().rowCount() == 0
    click(qtbot, dialog.ok)
    qtbot.waitUntil(lambda: bool(dialog.outcome.text()))
    (undated,) = controller.case.undated
    assert undated.title == "Zorgmelding"
    assert is_freed_on_close(dialog)


def test_refused_rows_are_kept_beside_the_table_and_it_says_where(
    qtbot: QtBot, controller: CaseController, table: Path
) -> None:
    dialog = looked_at(qtbot, controller, table)
    click(qtbot, dialog.ok)
    qtbot.waitUntil(lambda: bool(dialog.outcome.text()))
    click(qtbot, dialog.keep_refused)
    qtbot.waitUntil(lambda: "geweigerd.csv" in dialog.state.text())
    written = table.with_name("regels-geweigerd.csv")
    assert str(written) in dialog.state.text()
    assert "ooit eens" in written.read_text("utf-8-sig")
    assert is_freed_on_close(dialog)


def test_a_picture_with_the_name_of_a_table_is_told_in_a_sentence(
    qtbot: QtBot, controller: CaseController, tmp_path: Path
) -> None:
    picture = tmp_path / "foto.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    dialog = looked_at(qtbot, controller, picture)
    assert "foto.csv" in dialog.problem.text()
    assert not dialog.ok.isEnabled()
    assert is_freed_on_close(dialog)


def test_reading_can_be_stopped_and_nothing_was_taken(qtbot: QtBot, controller: CaseController, table: Path) -> None:
    before = controller.case
    dialog = show(qtbot, ImportDialog(controller))
    dialog.read([table])
    click(qtbot, dialog.stop)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert "afgebroken" in dialog.problem.text()
    assert not dialog.ok.isEnabled()
    assert controller.book.case(before.id) is before
    assert is_freed_on_close(dialog)


def test_leaving_while_it_reads_stops_the_reading(qtbot: QtBot, controller: CaseController, table: Path) -> None:
    dialog = show(qtbot, ImportDialog(controller, paths=[table]))
    watch = dialog._watch
    assert is_freed_on_close(dialog)
    assert watch.is_stopped()


def test_many_tables_scroll_and_many_problems_are_summed_up(
    qtbot: QtBot, controller: CaseController, tmp_path: Path
) -> None:
    good, broken = [tmp_path / f"t{n}.csv" for n in range(12)], [tmp_path / f"leeg{n}.csv" for n in range(12)]
    for path in good:
        path.write_text(HEADER + GOOD, "utf-8")
    for path in broken:
        path.write_bytes(b"")
    dialog = looked_at(qtbot, controller, *good, *broken)
    assert "En nog 6 opmerkingen." in dialog.problem.text()
    room = dialog.screen().availableGeometry().height() - TITLE_BAR
    qtbot.waitUntil(lambda: dialog.height() == room)
    assert dialog.parts.verticalScrollBar().maximum() > 0
    assert dialog.problem.height() >= dialog.problem.heightForWidth(dialog.problem.width())
    assert dialog.found.height() < PARTS_HEIGHT
    assert is_freed_on_close(dialog)


# Several agencies

SCHOOL = "Datum;Leerling;Wat is er gebeurd\n10-02-2020;Noor;Melding bij Veilig Thuis gedaan\n11-02-2020;Noor;Rustig\n"
POLITIE = "datum incident;tijdstip;mutatietekst\n2020-02-10;15:05;Zorgmelding bij Veilig Thuis gedaan\n"


@pytest.fixture
def chronologies(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "basisschool De Wilg.csv", tmp_path / "chronologie politie.csv"]
    for path, text in zip(paths, (SCHOOL, POLITIE), strict=True):
        path.write_text(text, "utf-8")
    return paths


def settle(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.is_busy and not dialog._later.isActive())


def test_each_table_shows_whose_it_is_and_how_it_will_be_read(
    qtbot: QtBot, controller: CaseController, chronologies: list[Path]
) -> None:
    dialog = looked_at(qtbot, controller, *chronologies)
    school, police = dialog.pages
    assert (school.agency.currentText(), police.agency.currentText()) == ("Basisschool De Wilg", "Politie")
    assert school.sector.currentText() == "vanzelf: onderwijs"
    assert [choice.currentText() for choice in police.choices.values()] == ["datum", "tijd op de dag", "toelichting"]
    read = [school.preview.item(0, at).text() for at in range(4)]
    assert read == ["10 februari 2020", "signaal", "Melding bij Veilig Thuis gedaan", "Basisschool De Wilg"]
    assert dialog.width() <= 1366
    assert dialog.height() <= 740
    assert is_freed_on_close(dialog)


def test_another_choice_for_a_column_is_read_at_once(
    qtbot: QtBot, controller: CaseController, chronologies: list[Path]
) -> None:
    dialog = looked_at(qtbot, controller, chronologies[0])
    (page,) = dialog.pages
    choice = page.choices["Wat is er gebeurd"]
    choice.setCurrentIndex(choice.findData(""))
    settle(qtbot, dialog)
    assert "Kies welke kolom zegt wat er gebeurde" in words(dialog)
    assert not dialog.ok.isEnabled()
    choice.setCurrentIndex(choice.findData("details"))
    settle(qtbot, dialog)
    assert dialog.ok.text() == "2 rijen inlezen"
    assert is_freed_on_close(dialog)


def test_a_table_that_is_not_ticked_takes_no_part(
    qtbot: QtBot, controller: CaseController, chronologies: list[Path]
) -> None:
    dialog = looked_at(qtbot, controller, *chronologies)
    assert dialog.ok.text() == "3 rijen inlezen"
    dialog.parts.item(0).setCheckState(Qt.CheckState.Unchecked)
    settle(qtbot, dialog)
    assert dialog.ok.text() == "1 rij inlezen"
    assert is_freed_on_close(dialog)


def test_doubles_are_joined_only_when_somebody_says_so(
    qtbot: QtBot, controller: CaseController, chronologies: list[Path]
) -> None:
    dialog = looked_at(qtbot, controller, *chronologies)
    dialog.parts.go_to(dialog.doubles)
    (card,) = dialog.doubles.cards
    assert not card.is_joined
    assert dialog.ok.text() == "3 rijen inlezen"
    click(qtbot, dialog.doubles.take_all)
    assert card.is_joined
    dialog.pages[0].newest.setChecked(True)
    settle(qtbot, dialog)
    assert [again.is_joined for again in dialog.doubles.cards] == [True]
    assert dialog.ok.text() == "3 rijen inlezen, 1 samenvoegen"
    click(qtbot, dialog.ok)
    qtbot.waitUntil(lambda: bool(dialog.outcome.text()))
    (joined,) = [entry for entry in controller.case.entries if "Melding" in entry.title]
    assert [party.name for party in controller.case.parties_of(joined)] == ["Basisschool De Wilg", "Politie"]
    assert len(joined.citations) == 2
    assert is_freed_on_close(dialog)


def test_what_was_mended_outside_is_shown_and_what_is_lost_stays_unless_ticked(
    qtbot: QtBot, controller: CaseController, tmp_path: Path
) -> None:
    written = csv_bytes(controller.case).decode().splitlines(keepends=True)
    path = tmp_path / "export.csv"
    path.write_text(
        "".join(line for line in written if "Huisbezoek" not in line).replace(",School vraagt hulp,", ",Vraag om hulp,")
    )
    dialog = looked_at(qtbot, controller, path)
    dialog.parts.go_to(dialog.mended)
    assert "titel: School vraagt hulp  →  Vraag om hulp" in words(dialog)
    assert dialog.ok.text() == "1 regel bijwerken"
    (lost,) = dialog.mended.lost.values()
    assert not lost.isChecked()
    lost.setChecked(True)
    assert dialog.ok.text() == "1 regel bijwerken, 1 regel verwijderen"
    click(qtbot, dialog.ok)
    qtbot.waitUntil(lambda: bool(dialog.outcome.text()))
    assert titles(controller) == {"Vraag om hulp", "Gezinsbehandeling"}
    controller.undo()
    assert titles(controller) == {"School vraagt hulp", "Gezinsbehandeling", "Huisbezoek"}
    assert is_freed_on_close(dialog)
