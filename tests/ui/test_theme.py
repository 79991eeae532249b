"""How the window looks: palettes, live switching, icons that follow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tijdlijn.drawing.styles import DARK, LIGHT, THEMES, contrast
from tijdlijn.ui import theme
from tijdlijn.ui.theme import DONKER, LICHT, PALETTES, SYSTEEM


@pytest.fixture(autouse=True)
def _put_back(qapp: QApplication) -> Iterator[None]:
    before = qapp.palette(), qapp.font(), qapp.styleSheet(), qapp.property("tijdlijn_colours")
    yield
    theme.set_own_colours(qapp, {})
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    qapp.setStyleSheet(before[2])
    qapp.setProperty("tijdlijn_colours", before[3] or SYSTEEM)


def inked(icon: QIcon) -> set[str]:
    """The colours in which an icon is drawn where it is not see-through."""
    image = icon.pixmap(48, 48).toImage()
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in colours if colour.alpha() == 255}


@pytest.mark.parametrize("choice", PALETTES)
def test_text_can_be_read_on_every_ground_it_stands_on(choice: str) -> None:
    colours = PALETTES[choice]
    grounds = (colours.ground, colours.band, colours.field, colours.hover, colours.accent_soft)
    texts = (colours.ink, colours.soft)
    assert [(t, g) for t in texts for g in grounds if contrast(t, g) < 4.5] == []
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.on_accent, colours.accent_hover) >= 4.5
    assert contrast(colours.danger, colours.danger_soft) >= 4.5
    assert contrast(colours.faint, colours.field) >= 4.5


def test_widgets_and_picture_share_their_colours(qapp: QApplication) -> None:
    theme.apply(qapp, LICHT)
    assert (theme.is_dark(qapp), theme.canvas_theme()) == (False, LIGHT)
    theme.apply(qapp, DONKER)
    assert (theme.is_dark(qapp), theme.canvas_theme()) == (True, DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK["paper"].fill or "")


def test_the_text_is_in_the_shipped_font(qapp: QApplication) -> None:
    theme.apply(qapp, LICHT)
    assert qapp.font().family().startswith("Source Sans")
    assert qapp.font().pixelSize() == theme.TEXT_PX


def test_an_icon_follows_the_colours_without_being_told(qapp: QApplication) -> None:
    theme.apply(qapp, LICHT)
    icon = theme.icon("plus")
    assert inked(icon) == {PALETTES[LICHT].soft}
    theme.apply(qapp, DONKER)
    assert inked(icon) == {PALETTES[DONKER].soft}


def test_an_icon_can_be_copied_and_outlives_its_maker(qapp: QApplication) -> None:
    theme.apply(qapp, LICHT)
    copy = QIcon(theme.icon("trash", "danger"))
    assert inked(copy) == {PALETTES[LICHT].danger}


def test_an_icon_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def test_a_choice_nobody_knows_follows_the_desktop(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "paars")
    assert qapp.property("tijdlijn_colours") == SYSTEEM


@pytest.mark.parametrize(("choice", "name"), [(theme.BEAMER, "projector"), (theme.PATROON, "pattern")])
def test_the_projector_and_patterns_can_be_chosen(qapp: QApplication, choice: str, name: str) -> None:
    theme.apply(qapp, choice)
    assert theme.canvas_theme() == THEMES[name]
    assert theme.palette() == PALETTES[choice]
    theme.apply(qapp, LICHT)
    assert theme.canvas_theme() == LIGHT


def test_colours_of_ones_own_are_in_the_picture_at_once(qapp: QApplication) -> None:
    theme.apply(qapp, LICHT)
    theme.set_own_colours(qapp, {"hulp": "#005f9e"})
    assert theme.canvas_colour("hulp.mark") == "#005f9e"
    theme.set_own_colours(qapp, {})
    assert theme.canvas_theme() == LIGHT


def test_a_switch_styles_a_widget_not_once_for_each_widget_around_it(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, LICHT)
    looks: list[QEvent.Type] = []

    class Watched(QLabel):
        def changeEvent(self, event: QEvent) -> None:
            looks.append(event.type())

    window = inner = QWidget()
    qtbot.addWidget(window)
    theme.dress(window)
    for _ in range(8):
        inner = QWidget(inner)
    Watched("tekst", inner)
    window.show()
    looks.clear()
    theme.apply(qapp, DONKER)
    assert 1 <= looks.count(QEvent.Type.StyleChange) <= 2
    looks.clear()
    theme.apply(qapp, DONKER)
    assert looks.count(QEvent.Type.StyleChange) == 0


def test_what_opens_in_a_dressed_window_has_its_look_and_follows(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, LICHT)
    window = QWidget()
    qtbot.addWidget(window)
    theme.dress(window)
    dialog = QDialog(window)
    button = QPushButton("Bewaar", dialog)
    button.setProperty("role", "primary")
    dialog.show()

    def ground() -> str:
        return button.grab().toImage().pixelColor(8, button.height() // 2).name()

    assert ground() == PALETTES[LICHT].accent
    theme.apply(qapp, DONKER)
    assert ground() == PALETTES[DONKER].accent
