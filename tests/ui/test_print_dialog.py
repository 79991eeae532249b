"""Printing a case: every setting is seen in the pages and found in the file; what is stopped leaves nothing behind."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import QPoint, QPointF, Qt, QThreadPool
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.books import logged
from tests.ui.acting import click, is_freed, is_freed_on_close, show, type_in
from tijdlijn.drawing.primitives import Text, flatten
from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import Consent
from tijdlijn.model.views import Arrangement, LaneBy, View
from tijdlijn.report.options import CHRONOLOGY, FINDINGS, OVERVIEW, PEOPLE, PRESETS, PageOptions, Poster
from tijdlijn.services import printing
from tijdlijn.services.sessions import keep_consent
from tijdlijn.storage.audit import Event
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.print_dialog import PrintDialog
from tijdlijn.ui.dialogs.print_pages import Fit
from tijdlijn.ui.widgets import settings

STRONG = "vijf losse woorden samen genomen"


@pytest.fixture
def consented(controller: CaseController) -> CaseController:
    """The small case, of which the family consented."""
    controller.do(keep_consent, Consent("toestemming", purpose="casusbespreking", who="Moeder", given=date(2020, 1, 1)))
    return controller


@pytest.fixture
def dialog(qtbot: QtBot, consented: CaseController, tmp_path: Path) -> PrintDialog:
    return opened(qtbot, consented, tmp_path)


def opened(qtbot: QtBot, controller: CaseController, folder: Path) -> PrintDialog:
    made = show(qtbot, PrintDialog(controller, folder=folder), 1200, 720)
    ready(qtbot, made)
    return made


def ready(qtbot: QtBot, dialog: PrintDialog) -> None:
    """Wait until all pages are there."""
    qtbot.waitUntil(lambda: not dialog.maker.is_busy, timeout=6_000)


def change(qtbot: QtBot, dialog: PrintDialog, act: Callable[[], object]) -> None:
    with qtbot.waitSignal(dialog.maker.finished, timeout=6_000):
        act()


def save(qtbot: QtBot, dialog: PrintDialog) -> Path:
    click(qtbot, dialog.to_file)
    qtbot.waitUntil(lambda: dialog.sending is None, timeout=6_000)
    assert dialog.done_text.isVisible(), dialog.problem.text()
    return dialog.place.path


def said(dialog: PrintDialog) -> str:
    """All that stands on the pages of the preview."""
    items = (item for page in dialog.preview.view.pages for item in flatten(page.drawing.items))
    return "\n".join(item.text for item in items if isinstance(item, Text))


def names(dialog: PrintDialog) -> list[str]:
    return list(dict.fromkeys(page.name for page in dialog.preview.view.pages))


def printed(path: Path, password: str | None = None) -> tuple[list[tuple[int, int]], str]:
    """The sizes of the pages of a PDF in points, and their text."""
    document = pdfium.PdfDocument(path.read_bytes(), password=password)
    try:
        sizes = [(round(page.get_width()), round(page.get_height())) for page in document]
        return sizes, "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def tick(dialog: PrintDialog, part: str) -> None:
    parts = dialog.settings.parts.list
    found = (parts.item(at) for at in range(parts.count()))
    next(item for item in found if item.data(Qt.ItemDataRole.UserRole) == part).setCheckState(Qt.CheckState.Checked)


def choose_preset(dialog: PrintDialog, at: int) -> None:
    """What a click on a line of the list does."""
    dialog.settings.preset.setCurrentIndex(at)
    dialog.settings.preset.activated.emit(at)


def sizes(dialog: PrintDialog) -> list[tuple[int, int]]:
    return [(round(page.drawing.width), round(page.drawing.height)) for page in dialog.preview.view.pages]


# The settings


def test_it_opens_with_a_preset_and_its_pages(qtbot: QtBot, dialog: PrintDialog) -> None:
    assert dialog.settings.preset.currentText() == PRESETS[1].name
    assert dialog.preview.view.pages
    assert dialog.to_file.isEnabled()
    assert dialog.place.path.name == "tijdlijn.pdf"
    assert is_freed_on_close(dialog)


def test_paper_and_how_it_lies_change_the_pages_and_the_file(qtbot: QtBot, dialog: PrintDialog) -> None:
    assert sizes(dialog)[0] == (1191, 842)
    change(qtbot, dialog, lambda: qtbot.keyClick(dialog.settings.paper, Qt.Key.Key_Down))
    assert sizes(dialog)[0] == (1684, 1191)
    assert dialog.settings.preset.currentText() == "Eigen keuze"
    change(qtbot, dialog, lambda: qtbot.keyClick(dialog.settings.lying, Qt.Key.Key_Down))
    assert sizes(dialog)[0] == (1191, 1684)
    assert printed(save(qtbot, dialog))[0] == sizes(dialog)
    assert is_freed_on_close(dialog)


def test_a_preset_is_a_choice_of_all(qtbot: QtBot, dialog: PrintDialog) -> None:
    dialog.settings.preset.setFocus()
    change(qtbot, dialog, lambda: qtbot.keyClick(dialog.settings.preset, Qt.Key.Key_Up))
    assert sizes(dialog) == [(3370, 2384)]
    assert dialog.settings.preset_text.text() == PRESETS[0].about
    assert is_freed_on_close(dialog)


def test_parts_are_ticked_and_moved_with_keys(qtbot: QtBot, dialog: PrintDialog) -> None:
    parts = dialog.settings.parts.list
    parts.set_parts(dialog.settings._names, (OVERVIEW,))
    parts.setFocus()
    parts.setCurrentRow([parts.item(at).data(Qt.ItemDataRole.UserRole) for at in range(parts.count())].index(PEOPLE))
    change(qtbot, dialog, lambda: qtbot.keyClick(parts, Qt.Key.Key_Space))
    assert dialog.options.parts == (OVERVIEW, PEOPLE)
    while parts.currentRow():
        qtbot.keyClick(parts, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    ready(qtbot, dialog)
    assert dialog.options.parts == (PEOPLE, OVERVIEW)
    assert sizes(dialog)[0] == (842, 595)
    text = printed(save(qtbot, dialog))[1]
    assert text.index("Kompas") < text.index("Hulp")
    assert is_freed_on_close(dialog)


def test_without_parts_there_is_nothing_to_print(qtbot: QtBot, dialog: PrintDialog) -> None:
    parts = dialog.settings.parts.list
    for at in range(parts.count()):
        parts.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.to_file.isEnabled()
    assert "onderdeel" in dialog.remark.text()
    assert is_freed_on_close(dialog)


def test_black_and_white_has_no_colour(qtbot: QtBot, dialog: PrintDialog) -> None:
    assert has_colour(picture_of(dialog))
    change(qtbot, dialog, dialog.settings.black_and_white.click)
    assert not has_colour(picture_of(dialog))
    document = pdfium.PdfDocument(save(qtbot, dialog).read_bytes())
    assert not has_colour(document[0].render(scale=1).to_pil())
    document.close()
    assert is_freed_on_close(dialog)


def test_pseudonyms_are_in_the_pages_and_in_the_file(qtbot: QtBot, dialog: PrintDialog) -> None:
    change(qtbot, dialog, lambda: tick(dialog, PEOPLE))
    assert "Noor" in said(dialog)
    change(qtbot, dialog, dialog.names.switch.click)
    assert "Noor" not in said(dialog)
    assert "Noor" not in printed(save(qtbot, dialog))[1]
    assert is_freed_on_close(dialog)


def test_without_consent_names_stay_here(qtbot: QtBot, controller: CaseController, tmp_path: Path) -> None:
    dialog = opened(qtbot, controller, tmp_path)
    assert dialog.names.switch.isChecked()
    assert not dialog.names.switch.isEnabled()
    assert "toestemming" in dialog.names.text.text()
    assert "Noor" not in said(dialog)
    assert "Noor" not in printed(save(qtbot, dialog))[1]
    assert is_freed_on_close(dialog)


def test_a_poster_is_sheets_of_an_ordinary_printer(qtbot: QtBot, dialog: PrintDialog) -> None:
    poster = dialog.settings.poster
    dialog.settings.parts.list.set_parts(dialog.settings._names, (OVERVIEW,))
    change(qtbot, dialog, lambda: click(qtbot, poster.on))
    assert not dialog.settings.paper.isEnabled()
    assert sizes(dialog)[:4] == [(1191, 842)] * 4
    change(qtbot, dialog, lambda: qtbot.keyClick(poster.columns, Qt.Key.Key_Up))
    assert dialog.options.poster == Poster(3, 2)
    change(qtbot, dialog, lambda: qtbot.keyClick(poster.sheet, Qt.Key.Key_Up))
    assert sizes(dialog)[:6] == [(842, 595)] * 6
    assert printed(save(qtbot, dialog))[0] == sizes(dialog)
    assert is_freed_on_close(dialog)


def test_a_period_keeps_what_lies_in_it(qtbot: QtBot, dialog: PrintDialog) -> None:
    dialog.settings.parts.list.set_parts(dialog.settings._names, (CHRONOLOGY,))
    change(qtbot, dialog, dialog.settings.changed.emit)
    assert "School vraagt hulp" in said(dialog)
    change(qtbot, dialog, lambda: type_in(qtbot, dialog.settings.period.first, "2019"))
    ready(qtbot, dialog)
    assert dialog.options.period == (date(2019, 1, 1), None)
    assert "School vraagt hulp" not in said(dialog)
    assert "School vraagt hulp" not in printed(save(qtbot, dialog))[1]
    assert is_freed_on_close(dialog)


def test_a_period_that_cannot_be_is_told(qtbot: QtBot, dialog: PrintDialog) -> None:
    period = dialog.settings.period
    change(qtbot, dialog, lambda: type_in(qtbot, period.first, "ooit"))
    assert "geen datum: ooit" in dialog.remark.text()
    assert not dialog.to_file.isEnabled()
    assert not dialog.to_printer.isEnabled()
    type_in(qtbot, period.first, "2020")
    change(qtbot, dialog, lambda: type_in(qtbot, period.last, "2019"))
    qtbot.waitUntil(lambda: "eindigt voor zij begint" in dialog.remark.text())
    change(qtbot, dialog, lambda: type_in(qtbot, period.last, "mrt 2020"))
    qtbot.waitUntil(dialog.to_file.isEnabled)
    assert dialog.options.period == (date(2020, 1, 1), date(2020, 3, 31))
    assert is_freed_on_close(dialog)


def test_ages_stand_in_the_place_of_days(qtbot: QtBot, dialog: PrintDialog) -> None:
    dialog.settings.parts.list.set_parts(dialog.settings._names, (CHRONOLOGY,))
    change(qtbot, dialog, dialog.settings.changed.emit)
    assert "2018" in said(dialog)
    change(qtbot, dialog, dialog.settings.ages.click)
    assert "2018" not in said(dialog)
    assert "2018" not in printed(save(qtbot, dialog))[1]
    assert is_freed_on_close(dialog)


def test_for_the_family_is_a_preset_and_a_switch(qtbot: QtBot, dialog: PrintDialog) -> None:
    change(qtbot, dialog, lambda: choose_preset(dialog, 3))
    assert dialog.settings.for_family.isChecked()
    assert dialog.settings.preset.currentText() == "Voor het gezin"
    change(qtbot, dialog, dialog.settings.for_family.click)
    assert dialog.settings.preset.currentText() == "Eigen keuze"
    assert is_freed_on_close(dialog)


@pytest.mark.parametrize("at", range(len(PRESETS)))
def test_every_preset_says_what_it_is_and_can_be_printed(qtbot: QtBot, dialog: PrintDialog, at: int) -> None:
    change(qtbot, dialog, lambda: choose_preset(dialog, at))
    assert dialog.settings.preset.currentText() == PRESETS[at].name
    assert dialog.settings.preset_text.text() == PRESETS[at].about
    assert set(dialog.options.parts) == set(PRESETS[at].options.parts) & set(dialog.settings._names)
    assert printed(save(qtbot, dialog))[0] == sizes(dialog)
    assert is_freed_on_close(dialog)


def test_the_view_on_the_screen_is_offered_and_can_be_left(
    qtbot: QtBot, consented: CaseController, tmp_path: Path
) -> None:
    view = View(arrangement=Arrangement((LaneBy.PARTIJ,)))
    consented.set_view(view)
    dialog = opened(qtbot, consented, tmp_path)
    assert dialog.options.view == view
    before = said(dialog)
    change(qtbot, dialog, lambda: qtbot.keyClick(dialog.settings.shown_as, Qt.Key.Key_Down))
    assert dialog.options.view is None
    assert said(dialog) != before
    assert is_freed_on_close(dialog)


def test_only_the_selection_is_printed_and_the_page_says_so(
    qtbot: QtBot, consented: CaseController, tmp_path: Path
) -> None:
    first, second, *rest = consented.case.timeline
    consented.select([first.id, second.id])
    dialog = opened(qtbot, consented, tmp_path)
    assert dialog.options.only is None
    assert rest[0].title in said(dialog)
    dialog.settings.lines.setFocus()
    change(qtbot, dialog, lambda: qtbot.keyClick(dialog.settings.lines, Qt.Key.Key_Down))
    assert dialog.settings.lines.currentText() == "alleen de selectie (2)"
    assert dialog.settings.preset.currentText() == PRESETS[1].name
    assert "Alleen 2 regels die zijn gekozen" in said(dialog)
    assert "Alleen 2 regels die zijn gekozen" in " ".join(printed(save(qtbot, dialog))[1].split())
    assert is_freed_on_close(dialog)


def test_without_a_selection_no_lines_are_asked_for(qtbot: QtBot, dialog: PrintDialog) -> None:
    assert not dialog.settings.lines.isVisible()
    assert is_freed_on_close(dialog)


def test_a_password_closes_the_file(qtbot: QtBot, dialog: PrintDialog) -> None:
    secret = dialog.settings.password
    secret.on.click()
    assert not dialog.to_file.isEnabled()
    type_in(qtbot, secret.secret.line, "kort")
    assert "te kort" in secret.strength.text()
    type_in(qtbot, secret.secret.line, STRONG)
    assert not dialog.to_file.isEnabled()
    type_in(qtbot, secret.again.line, STRONG)
    path = save(qtbot, dialog)
    with pytest.raises(pdfium.PdfiumError):
        pdfium.PdfDocument(path.read_bytes())
    assert printed(path, STRONG)[0] == sizes(dialog)
    assert is_freed_on_close(dialog)


def test_what_is_chosen_is_remembered_without_what_is_of_a_family(
    qtbot: QtBot, consented: CaseController, dialog: PrintDialog, tmp_path: Path
) -> None:
    change(qtbot, dialog, dialog.settings.black_and_white.click)
    change(qtbot, dialog, lambda: qtbot.keyClick(dialog.settings.paper, Qt.Key.Key_Up))
    dialog.settings.password.on.click()
    type_in(qtbot, dialog.settings.password.secret.line, STRONG)
    assert is_freed_on_close(dialog)
    kept = Path(settings().fileName()).read_text()
    assert not any(word in kept for word in (STRONG, "Noor", "Moeder", str(tmp_path / "tijdlijn")))
    again = opened(qtbot, consented, tmp_path)
    assert (again.options.paper, again.options.black_and_white, again.options.password) == ("A4", True, "")
    assert is_freed_on_close(again)


# The preview


def picture_of(dialog: PrintDialog) -> Image.Image:
    """The first page as the preview shows it."""
    view = dialog.preview.view
    place = view.page_rect(0).toRect()
    shot = view.viewport().grab(place).toImage().convertToFormat(view.viewport().grab().toImage().Format.Format_RGB888)
    lines = [bytes(shot.constScanLine(y))[: shot.width() * 3] for y in range(shot.height())]
    return Image.frombytes("RGB", (shot.width(), shot.height()), b"".join(lines))


def has_colour(picture: Image.Image) -> bool:
    red, green, blue = picture.convert("RGB").split()
    far = max(ImageChops.difference(red, green).getextrema()[1], ImageChops.difference(green, blue).getextrema()[1])
    return int(far) > 24


@pytest.mark.parametrize("paper", ["A4", "A3", "A0"])
def test_the_page_that_is_seen_is_the_page_of_the_file(qtbot: QtBot, dialog: PrintDialog, paper: str) -> None:
    dialog.settings.paper.setCurrentText(paper)
    ready(qtbot, dialog)
    dialog.preview.view.clearFocus()
    seen = picture_of(dialog)
    document = pdfium.PdfDocument(save(qtbot, dialog).read_bytes())
    page = document[0]
    made = page.render(scale=seen.width / page.get_width()).to_pil().convert("RGB").resize(seen.size)
    document.close()
    blurred = [one.filter(ImageFilter.GaussianBlur(2)) for one in (seen, made)]
    gap = ImageChops.difference(*blurred)
    assert max(ImageStat.Stat(gap).mean) < 3.0
    assert max(high for _, high in gap.getextrema()) < 96
    assert is_freed_on_close(dialog)


def test_keys_turn_and_zoom(qtbot: QtBot, dialog: PrintDialog) -> None:
    view = dialog.preview.view
    dialog.settings.parts.list.set_parts(dialog.settings._names, (OVERVIEW, CHRONOLOGY, FINDINGS, PEOPLE))
    change(qtbot, dialog, dialog.settings.changed.emit)
    view.setFocus()
    last = len(view.pages) - 1
    assert last >= 3
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current == 1
    assert dialog.preview.number.value() == 2
    assert "Bladzijde 2 van" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current == last
    assert not dialog.preview.next.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.current == last - 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current == 0
    before = view.percent
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.percent > before
    assert not dialog.preview.whole.isChecked()
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.percent == before
    qtbot.keyClick(view, Qt.Key.Key_W)
    assert view.fit is Fit.WIDTH
    assert dialog.preview.wide.isChecked()
    click(qtbot, dialog.preview.next)
    assert view.current == 1
    dialog.preview.number.setValue(3)
    assert view.current == 2
    assert is_freed_on_close(dialog)


def test_the_wheel_zooms_with_ctrl(qtbot: QtBot, dialog: PrintDialog) -> None:
    view = dialog.preview.view
    before = view.percent
    middle = QPointF(view.viewport().rect().center())
    turn = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turn)
    assert view.percent > before
    assert is_freed_on_close(dialog)


def test_a_page_far_enlarged_is_still_painted(qtbot: QtBot, dialog: PrintDialog) -> None:
    view = dialog.preview.view
    for _ in range(9):
        view.zoom(1)
    bar = view.horizontalScrollBar()
    bar.setValue(bar.maximum() // 2)
    shot = view.viewport().grab().toImage()
    colours = {shot.pixel(x, y) for x in range(0, shot.width(), 7) for y in range(0, shot.height(), 7)}
    assert len(colours) > 2
    assert is_freed_on_close(dialog)


def test_the_view_stays_where_it_was_when_a_setting_changes(qtbot: QtBot, dialog: PrintDialog) -> None:
    dialog.settings.parts.list.set_parts(dialog.settings._names, (OVERVIEW, CHRONOLOGY, FINDINGS, PEOPLE))
    change(qtbot, dialog, dialog.settings.changed.emit)
    dialog.preview.view.go(2)
    change(qtbot, dialog, dialog.settings.black_and_white.click)
    assert dialog.preview.view.current == 2
    assert is_freed_on_close(dialog)


def test_only_the_last_of_many_changes_is_made(
    qtbot: QtBot, dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    pages = printing.pages

    def noted(case: Case, options: PageOptions) -> Iterator[printing.Draft]:
        asked.append(options)
        return pages(case, options)

    monkeypatch.setattr(printing, "pages", noted)
    with qtbot.waitSignal(dialog.maker.finished, timeout=6_000):
        for paper in ("A4", "A2", "A1", "A0"):
            dialog.settings.paper.setCurrentText(paper)
    assert [options.paper for options in asked] == ["A0"]
    assert sizes(dialog)[0] == (3370, 2384)
    assert is_freed_on_close(dialog)


def test_every_field_has_a_name_and_can_be_reached_by_tab(qtbot: QtBot, dialog: PrintDialog) -> None:
    reached: set[QWidget] = set()
    dialog.settings.preset.setFocus()
    for _ in range(60):
        now = QApplication.focusWidget()
        assert now is not None
        assert now.accessibleName() or getattr(now, "text", str)(), now
        reached.add(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    parts = dialog.settings
    assert {parts.paper, parts.lying, parts.parts.list, dialog.names.switch, dialog.place.line} <= reached
    assert {dialog.preview.view, dialog.to_printer, dialog.to_file, dialog.close_button} <= reached
    assert is_freed_on_close(dialog)


# To a file


def test_a_file_that_is_there_is_told_and_replaced(qtbot: QtBot, dialog: PrintDialog, tmp_path: Path) -> None:
    (tmp_path / "oud.pdf").write_text("oud")
    type_in(qtbot, dialog.place.line, str(tmp_path / "oud"))
    assert "vervangen" in dialog.remark.text()
    assert printed(save(qtbot, dialog))[0]
    assert "oud.pdf" in dialog.done_text.text()
    assert is_freed_on_close(dialog)


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, dialog: PrintDialog, tmp_path: Path) -> None:
    type_in(qtbot, dialog.place.line, str(tmp_path / "geen" / "x.pdf"))
    click(qtbot, dialog.to_file)
    qtbot.waitUntil(lambda: dialog.sending is None, timeout=6_000)
    assert "de map bestaat niet" in dialog.problem.text()
    assert dialog.to_file.isEnabled()
    dialog.place.line.clear()
    assert not dialog.to_file.isEnabled()
    assert is_freed_on_close(dialog)


def test_browsing_gives_a_place(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "anders.pdf"), ""))
    click(qtbot, dialog.place.browse)
    assert dialog.place.path == tmp_path / "anders.pdf"
    assert is_freed_on_close(dialog)


@pytest.mark.parametrize("leave", ["key", "close"])
def test_what_is_stopped_leaves_no_file_and_the_old_one(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, leave: str
) -> None:
    dialog.place.path.write_text("oud")
    type_in(qtbot, dialog.place.line, str(tmp_path / "tijdlijn.pdf"))
    click(qtbot, dialog.to_file)
    assert dialog.close_button.text() == "Afbreken"
    assert dialog.progress.isVisible()
    if leave == "key":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert "Afgebroken" in dialog.problem.text()
        assert is_freed_on_close(dialog)
    else:
        assert is_freed_on_close(dialog)
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(20)
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["tijdlijn.pdf"]
    assert (tmp_path / "tijdlijn.pdf").read_text() == "oud"
    gc.collect()


def test_escape_closes_when_nothing_is_being_sent(qtbot: QtBot, dialog: PrintDialog) -> None:
    assert is_freed(dialog, lambda: qtbot.keyClick(dialog, Qt.Key.Key_Escape))


# To a printer


def test_a_printer_gets_the_same_pages(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def chosen(asked: QPrintDialog) -> QDialog.DialogCode:
        asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        asked.printer().setOutputFileName(str(tmp_path / "printer.pdf"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", chosen)
    click(qtbot, dialog.to_printer)
    qtbot.waitUntil(lambda: dialog.sending is None, timeout=10_000)
    assert "printer" in dialog.done_text.text()
    for made, meant in zip(printed(tmp_path / "printer.pdf")[0], sizes(dialog), strict=True):
        assert made == pytest.approx(meant, abs=2)
    begun, done = logged(dialog._controller.book, Event.PRINTED)
    assert (begun.result, done.result) == ("begonnen", "gelukt")
    assert begun.detail["pages"] == len(sizes(dialog))
    assert is_freed_on_close(dialog)


def test_a_printout_that_cannot_be_noted_does_not_start(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def chosen(asked: QPrintDialog) -> QDialog.DialogCode:
        asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        asked.printer().setOutputFileName(str(tmp_path / "printer.pdf"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", chosen)
    book = dialog._controller.book
    book.path.rename(book.path.with_name("weg"))
    click(qtbot, dialog.to_printer)
    qtbot.waitUntil(lambda: dialog.sending is None, timeout=10_000)
    assert "niets naar buiten" in dialog.problem.text()
    assert not (tmp_path / "printer.pdf").exists()
    assert is_freed_on_close(dialog)


def test_an_error_nobody_foresaw_ends_the_job_once(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def chosen(asked: QPrintDialog) -> QDialog.DialogCode:
        asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        asked.printer().setOutputFileName(str(tmp_path / "printer.pdf"))
        return QDialog.DialogCode.Accepted

    tries = []

    def fails(*_: object) -> None:
        tries.append(1)
        raise RuntimeError("Noor")

    monkeypatch.setattr(QPrintDialog, "exec", chosen)
    monkeypatch.setattr("tijdlijn.ui.dialogs.print_sending.PrinterSending._paint", fails)
    click(qtbot, dialog.to_printer)
    qtbot.waitUntil(lambda: dialog.sending is None, timeout=10_000)
    qtbot.wait(20)
    assert tries == [1]
    assert "RuntimeError" in dialog.problem.text()
    assert "Noor" not in dialog.problem.text()
    assert is_freed_on_close(dialog)


def test_no_printer_chosen_is_nothing_printed(
    qtbot: QtBot, dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    click(qtbot, dialog.to_printer)
    assert dialog.sending is None
    assert dialog.done_text.isHidden()
    assert is_freed_on_close(dialog)
