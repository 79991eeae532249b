"""Phases look the same by every painter: the page by Qt and in the PDF, and the window without them as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QApplication

from tests.agreement.test_pictures import by_pdf, by_qt, difference, told_family
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Drawing, flatten
from tijdlijn.layout.pages import overview_page
from tijdlijn.layout.sheet import PaperSize
from tijdlijn.model.casebook import Case
from tijdlijn.model.sessions import Phase


def divided() -> Case:
    phases = (Phase("a", "Samen", date(2010, 5, 14)), Phase("b", "Na de scheiding", date(2012, 6, 1), date(2016, 1, 1)))
    return replace(told_family(), phases=phases)


def page(family: Case) -> Drawing:
    paper = PaperSize.of("A4")
    return Drawing(paper.width, paper.height, overview_page(family, analyse(family), paper).items)


def test_a_page_with_phases_looks_the_same_on_screen_and_on_paper(qapp: QApplication) -> None:
    drawing = page(divided())
    assert "phase.line" in {item.style for item in flatten(drawing.items)}
    assert difference(by_qt(drawing), by_pdf(drawing)) < 0.6


def test_phases_are_seen_on_the_page(qapp: QApplication) -> None:
    assert difference(by_pdf(page(divided())), by_pdf(page(told_family()))) > 0.05


def test_a_page_without_phases_holds_nothing_of_them() -> None:
    assert not [item for item in flatten(page(told_family()).items) if item.style.startswith("phase.")]
