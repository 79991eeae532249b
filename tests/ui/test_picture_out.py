"""What is in view as a picture for a slide: sharp, on white, with its case and without what only helps the hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.books import logged
from tests.builders import entry
from tests.ui.test_clipboard import made
from tests.ui.windows import application, opened, window_in
from tijdlijn.drawing.primitives import Text, flatten
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.measure import SCREEN
from tijdlijn.model.sessions import Consent
from tijdlijn.services import editing
from tijdlijn.services.sessions import keep_consent
from tijdlijn.storage.audit import Event
from tijdlijn.ui import clipboard, picture_out
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.picture_out import SHARPNESS, STRIP, picture_of, picture_of_some
from tijdlijn.ui.timeline_view.picture import View
from tijdlijn.ui.workspace import Workspace


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    clipboard.forget()
    with window_in(tmp_path, qtbot) as shown:
        yield shown


@pytest.fixture
def space(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Workspace:
    return opened(qtbot, window, made(tmp_path / "een.tijdlijn", "Gesprek met Noor", "Bezoek"))


def copied() -> QImage:
    data = application().clipboard().mimeData()
    assert data is not None
    assert data.hasImage()
    assert not data.hasText()
    return QImage(data.imageData())


def test_the_picture_is_what_is_in_view_twice_as_sharp_on_white(
    qtbot: QtBot, window: MainWindow, space: Workspace
) -> None:
    told(qtbot, window, space, "copy_picture")

    image, seen = copied(), space.canvas.viewport().size()
    assert (image.width(), image.height()) == (seen.width() * SHARPNESS, (seen.height() + STRIP) * SHARPNESS)
    assert image.pixelColor(1, 1).name() == "#ffffff"
    assert len({image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}) > 3


def test_it_goes_from_the_clipboard_with_the_casebook(qtbot: QtBot, window: MainWindow, space: Workspace) -> None:
    told(qtbot, window, space, "copy_picture")
    copied()

    window.close_book()

    data = application().clipboard().mimeData()
    assert data is None or not data.hasImage()


def test_what_is_chosen_makes_no_difference(space: Workspace) -> None:
    before = picture_of(*space.canvas.in_view())
    space.controller.select(["Bezoek"])

    assert picture_of(*space.canvas.in_view()) == before


# Consent and a selection


def consent(space: Workspace) -> None:
    given = Consent("c", purpose="bespreken", who="Moeder", given=date(2018, 1, 1))
    space.controller.do(keep_consent, given)


def told(qtbot: QtBot, window: MainWindow, space: Workspace, command: str) -> str:
    """What is said once a picture is on the clipboard."""
    with qtbot.waitSignal(space.leaving.told, check_params_cb=lambda said: said.startswith("Gekopieerd")) as heard:
        window.run(command)
    assert heard.args
    return str(heard.args[0])


def holds_picture() -> bool:
    data = application().clipboard().mimeData()
    return data is not None and data.hasImage()


def test_without_consent_a_picture_gets_pseudonyms_and_it_says_why(
    qtbot: QtBot, window: MainWindow, space: Workspace
) -> None:
    said = told(qtbot, window, space, "copy_picture")
    assert "met pseudoniemen" in said
    assert "Er is geen toestemming" in said
    assert copied() == picture_of(*space.canvas.in_view(), pseudonyms=True)
    (line,) = logged(space.controller.book, Event.COPIED)
    assert line.detail == {"what": "plaatje", "pseudonyms": True, "entries": len(space.controller.case.entries)}
    assert "toestemming" not in told(qtbot, window, space, "copy_picture_masked")
    consent(space)
    assert "De namen staan erop" in told(qtbot, window, space, "copy_picture")
    assert copied() == picture_of(*space.canvas.in_view())


LOOSE = "Gesprek met mevrouw Hogendoorn"


def test_a_picture_without_names_waits_for_the_names_that_nobody_registered(
    qtbot: QtBot, window: MainWindow, space: Workspace
) -> None:
    space.controller.do(editing.add_entry, entry("contact", "2019-05-04", LOOSE, id="los"))
    window.run("copy_picture_masked")
    qtbot.waitUntil(space.leaving.names.isVisible)
    names = space.leaving.names
    assert [row.name for row in names.page.rows.fresh] == ["Hogendoorn"]
    assert not holds_picture()
    qtbot.keyClick(names.page.ok, Qt.Key.Key_Escape)
    assert not names.isVisible()
    assert not holds_picture()

    window.run("copy_picture_masked")
    qtbot.waitUntil(names.isVisible)
    qtbot.keyClick(names.page.ok, Qt.Key.Key_Return)
    qtbot.waitUntil(holds_picture)
    assert not names.isVisible()
    assert [(one.name, one.is_hidden) for one in space.controller.case.loose_names] == [("Hogendoorn", True)]
    assert "Hogendoorn" not in words_of(picture_out._masked(*space.canvas.in_view(), follows=False))


def test_closing_the_list_of_names_copies_nothing(qtbot: QtBot, window: MainWindow, space: Workspace) -> None:
    space.controller.do(editing.add_entry, entry("contact", "2019-05-04", LOOSE, id="los"))
    window.run("copy_picture")
    qtbot.waitUntil(space.leaving.names.isVisible)
    space.leaving.names.close()
    assert space.controller.case.loose_names == ()
    assert not holds_picture()


def test_a_selection_of_two_can_be_copied_alone(qtbot: QtBot, window: MainWindow, space: Workspace) -> None:
    consent(space)
    action = window.actions_by_id["copy_picture_selection"]
    space.controller.select(["Bezoek"])
    assert not action.isEnabled()
    space.controller.select(["Bezoek", "Gesprek met Noor"])
    assert action.isEnabled()
    assert "De namen staan erop" in told(qtbot, window, space, "copy_picture_selection")
    image = copied()
    assert image.width() == space.canvas.viewport().width() * SHARPNESS
    assert image == picture_of_some(*space.canvas.in_view(), frozenset(space.controller.selection))
    assert image != picture_of(*space.canvas.in_view())


def test_a_picture_of_some_holds_only_these_in_their_lanes(space: Workspace) -> None:
    view, asked = space.canvas.in_view()
    alone = picture_out._view_of(asked, frozenset({"Bezoek"}), view.size)
    assert "Bezoek" in words_of(alone)
    assert "Gesprek" not in words_of(alone)
    assert len(alone.timeline.lanes) == 1 < len(view.timeline.lanes)
    day = asked.case.bounds["Bezoek"].start_min
    assert 0 < alone.timeline.axis.x(day) < view.size.width()


def test_labels_stay_within_a_picture_of_some(space: Workspace) -> None:
    view, asked = space.canvas.in_view()
    ids, width = frozenset({"Bezoek", "Gesprek met Noor"}), view.size.width() - SCREEN.names
    drawn = picture_out._view_of(asked, ids, view.size).timeline.draw_entries((0.0, width), 0.0)
    texts = [item for item in flatten(drawn) if isinstance(item, Text)]
    assert texts
    assert all(text.x + text_width(text.text, text.size, text.face) <= width + SCREEN.gap for text in texts)


def words_of(view: View) -> str:
    timeline, window = view.timeline, (view.left - 5_000.0, view.left + 5_000.0)
    drawn = [
        *timeline.draw_entries(window, 0.0),
        *timeline.draw_lane_names(0.0, 200.0, 0.0),
        *timeline.draw_header_names(0.0, 200.0, 0.0),
        *timeline.draw_told(window, 0.0),
    ]
    return " ".join(item.text for item in flatten(drawn) if isinstance(item, Text))


def test_without_names_it_is_laid_out_anew_with_pseudonyms(qtbot: QtBot, window: MainWindow, space: Workspace) -> None:
    view, asked = space.canvas.in_view()
    assert "Noor" in words_of(view)

    masked = picture_out._masked(view, asked, follows=False)

    assert "Gesprek" in words_of(masked)
    assert "Noor" not in words_of(masked)
    assert "Kompas" not in words_of(masked)
    assert masked.timeline.axis == view.timeline.axis
    told(qtbot, window, space, "copy_picture_masked")
    assert copied() != picture_of(view, asked)


def test_no_file_is_written_for_it(space: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a file was opened")

    view, asked = space.canvas.in_view()
    picture_of(view, asked, pseudonyms=True)
    with monkeypatch.context() as patched:
        for place in ("builtins.open", "io.open", "os.open"):
            patched.setattr(place, refused)
        image = picture_of(view, asked, pseudonyms=True)

    assert not image.isNull()


def test_a_picture_that_cannot_be_noted_is_not_copied(window: MainWindow, space: Workspace) -> None:
    consent(space)
    application().clipboard().setText("van een ander")
    book = space.controller.book
    away = book.path.with_name("weg")
    book.path.rename(away)
    window.run("copy_picture")
    assert application().clipboard().text() == "van een ander"
    assert "logboek" in space.trouble.text.text()
    away.rename(book.path)
