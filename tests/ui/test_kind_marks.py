"""Marks of kinds: in the colours of the moment, in their own shape, at every size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tijdlijn.drawing.styles import THEMES
from tijdlijn.model.vocabulary import Kind
from tijdlijn.ui import theme
from tijdlijn.ui.kind_marks import SIZE, kind_icon


@pytest.fixture(autouse=True)
def _put_back(qapp: QApplication) -> Iterator[None]:
    yield
    theme.set_own_colours(qapp, {})
    theme.apply(qapp, theme.LICHT)


def shown(icon: QIcon, size: int = SIZE) -> QImage:
    return icon.pixmap(size, size).toImage()


def middle(icon: QIcon) -> str:
    image = shown(icon)
    return image.pixelColor(image.width() // 2, image.height() // 2).name()


@pytest.mark.parametrize("choice", theme.PALETTES)
def test_a_mark_that_was_made_before_has_the_colours_of_now(qapp: QApplication, choice: str) -> None:
    icon = kind_icon(Kind.CONTACT)
    theme.apply(qapp, choice)
    name = {"licht": "light", "donker": "dark", "beamer": "projector", "patroon": "pattern"}[choice]
    assert middle(icon) == THEMES[name]["betrokken.mark"].fill


def test_a_mark_has_the_colour_that_was_chosen(qapp: QApplication) -> None:
    theme.apply(qapp, theme.LICHT)
    icon = kind_icon(Kind.INTERVENTIE)
    theme.set_own_colours(qapp, {"hulp": "#005f9e"})
    assert middle(icon) == "#005f9e"


def test_moments_periods_decisions_and_ultimatums_differ_without_colour(qapp: QApplication, qtbot: QtBot) -> None:
    def covered(kind: Kind) -> tuple[bool, ...]:
        image = shown(kind_icon(kind), 4 * SIZE)
        return tuple(image.pixelColor(x, y).alpha() > 128 for x in range(0, 64, 4) for y in range(0, 64, 4))

    kinds = (Kind.CONTACT, Kind.INTERVENTIE, Kind.BESLUIT, Kind.ULTIMATUM)
    assert len({covered(kind) for kind in kinds}) == len(kinds)
