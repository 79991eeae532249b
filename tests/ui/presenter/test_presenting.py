"""Presenting as a facilitator does: with keys or a remote, on one screen and on two, whatever happens to a screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.books import logged
from tests.ui.presenter.conftest import Plugged, Starting
from tijdlijn.drawing.primitives import Group, Text, flatten
from tijdlijn.model.problems import Problem
from tijdlijn.model.vocabulary import Voice
from tijdlijn.services.told import told_up_to
from tijdlijn.storage.audit import Event
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.presenter.presenter_window import PresenterWindow
from tijdlijn.ui.presenter.presenting import Presenting
from tijdlijn.ui.presenter.show import Turned
from tijdlijn.ui.presenter.stage_view import StageView
from tijdlijn.ui.presenter.telling_line import TellingLine

K, M = Qt.Key, Qt.KeyboardModifier
ORDER = ["geboorte", "vraag", "hulp", "scheiding", "uhp", "bezoek"]
NAMES = ("Noor", "Petra", "Terpstra", "Kompas")


def projected(presenting: Presenting) -> list[str]:
    """Every word that the projector shows: of its picture, and of the widgets on it that can be seen."""
    return list(_texts(presenting.projector.stage)) + list(_words(presenting.projector))


def _texts(stage: StageView) -> Iterator[str]:
    for layer in stage.stage.layers(stage.showing()):
        yield from (item.text for item in flatten(layer.items) if isinstance(item, Text))
    yield from (item.text for item in flatten(stage.spotlight()) if isinstance(item, Text))


def _words(window: QWidget) -> Iterator[str]:
    yield window.windowTitle()
    for label in window.findChildren(QLabel):
        if label.isVisible():
            yield label.text()
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            yield widget.toolTip()


def press(qtbot: QtBot, presenting: Presenting, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(presenting.projector, key)


def on_two_screens(presented: Starting) -> tuple[Presenting, PresenterWindow]:
    presenting = presented(screens=2)
    assert presenting.presenter is not None
    return presenting, presenting.presenter


def say(qtbot: QtBot, line: TellingLine, told: str) -> None:
    qtbot.keyClicks(line.line.line, told)
    qtbot.keyClick(line.line.line, K.Key_Return)


def test_a_remote_steps_through_the_story_and_back(qtbot: QtBot, presented: Starting) -> None:
    presenting = presented()
    seen = []
    for _ in ORDER:
        press(qtbot, presenting, K.Key_PageDown)
        seen.append(presenting.show.focus_id)
    assert seen == ORDER
    press(qtbot, presenting, K.Key_PageDown)
    assert presenting.show.focus_id == ORDER[-1]
    press(qtbot, presenting, K.Key_PageUp, K.Key_PageUp)
    assert presenting.show.focus_id == ORDER[-3]


def test_keys_go_to_stops_chapters_and_both_ends(qtbot: QtBot, presented: Starting) -> None:
    presenting = presented()
    press(qtbot, presenting, K.Key_Down)
    assert presenting.show.focus_id == "scheiding"
    press(qtbot, presenting, K.Key_Down)
    assert presenting.show.focus_id == "uhp"
    press(qtbot, presenting, K.Key_Up)
    assert presenting.show.focus_id == "scheiding"
    qtbot.keyClick(presenting.projector, K.Key_PageUp, M.ControlModifier)
    assert presenting.show.focus_id == "geboorte"
    qtbot.keyClick(presenting.projector, K.Key_PageDown, M.ControlModifier)
    assert presenting.show.focus_id == "scheiding"
    press(qtbot, presenting, K.Key_End)
    assert presenting.show.focus_id == "bezoek"
    press(qtbot, presenting, K.Key_Home)
    assert presenting.show.focus is None


def test_what_is_not_told_cannot_be_read(qtbot: QtBot, presented: Starting) -> None:
    presenting = presented()
    press(qtbot, presenting, K.Key_PageDown, K.Key_PageDown)
    said = " ".join(projected(presenting))
    assert "Moeder vraagt hulp voor Noor" in said
    assert "pleeggezin" not in said
    press(qtbot, presenting, K.Key_V)
    press(qtbot, presenting, K.Key_Minus, K.Key_Minus, K.Key_Minus, K.Key_Minus)
    assert "Noor naar pleeggezin" in " ".join(projected(presenting))


def test_b_makes_the_projector_black_and_back(qtbot: QtBot, presented: Starting) -> None:
    presenting = presented()
    press(qtbot, presenting, K.Key_End)
    lit = presenting.projector.stage.grab().toImage()
    press(qtbot, presenting, K.Key_B)
    dark = presenting.projector.stage.grab().toImage()
    points = [(x, y) for x in range(5, 950, 60) for y in range(5, 530, 40)]
    assert all(dark.pixelColor(x, y).lightness() == 0 for x, y in points)
    assert any(lit.pixelColor(x, y).lightness() > 200 for x, y in points)
    press(qtbot, presenting, K.Key_Period)
    assert presenting.projector.stage.grab().toImage() == lit


@pytest.mark.parametrize("key", [None, K.Key_P])
def test_no_name_can_be_read_with_pseudonyms(qtbot: QtBot, presented: Starting, key: Qt.Key | None) -> None:
    presenting = presented(consent=key is not None)
    if key is not None:
        press(qtbot, presenting, key)
    press(qtbot, presenting, K.Key_0, K.Key_S, K.Key_R)
    for _ in ORDER:
        press(qtbot, presenting, K.Key_PageDown)
        press(qtbot, presenting, K.Key_S)
        said = projected(presenting)
        assert any("andere namen" in text for text in said)
        assert [text for text in said if any(name in text for name in NAMES)] == []


def test_without_consent_names_stay_hidden_and_the_presenter_is_told(qtbot: QtBot, presented: Starting) -> None:
    presenting = presented(screens=2, consent=False)
    press(qtbot, presenting, K.Key_P)
    assert presenting.show.is_on(Turned.PSEUDONYMS)
    assert presenting.presenter is not None
    assert "toestemming" in presenting.presenter.said.text()


def test_with_consent_p_takes_the_names_off_and_puts_them_back(qtbot: QtBot, presented: Starting) -> None:
    presenting = presented()
    press(qtbot, presenting, K.Key_PageDown, K.Key_P, K.Key_P)
    assert "Geboorte van Noor" in " ".join(projected(presenting))


def test_the_projector_never_shows_notes_path_or_title(
    qtbot: QtBot, presented: Starting, family: CaseController
) -> None:
    presenting = presented(screens=2)
    press(qtbot, presenting, K.Key_End, K.Key_S)
    said = " ".join(projected(presenting))
    assert "Alleen voor mij" not in said
    assert str(family.book.path) not in said
    assert family.book.path.name not in said
    assert presenting.projector.windowTitle() == "tijdlijn"


def test_on_one_screen_a_line_becomes_an_entry_told_in_the_session(
    qtbot: QtBot, presented: Starting, family: CaseController
) -> None:
    presenting = presented()
    press(qtbot, presenting, K.Key_N)
    line = presenting.projector.line
    assert line is not None
    assert line.isVisible()
    line.who.setCurrentIndex(1)
    say(qtbot, line, "mei 2018 signaal buurvrouw belt")
    entry = next(entry for entry in family.case.entries if entry.title == "buurvrouw belt")
    assert entry.voice is Voice.GEZIN
    assert presenting.show.focus_id == entry.id
    assert not line.isVisible()
    said = " ".join(projected(presenting))
    assert "buurvrouw belt" in said
    assert "Ingebracht door Petra Terpstra (moeder) in deze bijeenkomst" in said


def test_who_only_attends_is_called_on_the_projector_as_on_paper(
    qtbot: QtBot, presented: Starting, family: CaseController
) -> None:
    presenting = presented(consent=False)
    press(qtbot, presenting, K.Key_N)
    line = presenting.projector.line
    assert line is not None
    line.who.setCurrentIndex(2)
    say(qtbot, line, "mei 2018 signaal buurvrouw belt mevrouw Bos")
    said = " ".join(projected(presenting))
    assert "Ingebracht door Professional 1 (Organisatie 1) in deze bijeenkomst" in said
    assert "buurvrouw belt" in said
    assert "Bos" not in said
    assert "Vlinderboom" not in said


def test_what_is_added_to_the_past_takes_nothing_back_that_was_told(
    qtbot: QtBot, presented: Starting, family: CaseController
) -> None:
    presenting = presented()
    press(qtbot, presenting, K.Key_End, K.Key_N)
    line = presenting.projector.line
    assert line is not None
    say(qtbot, line, "mei 2016 signaal buurvrouw belt")
    assert presenting.show.focus is not None
    assert presenting.show.focus.title == "buurvrouw belt"
    stage = presenting.projector.stage
    shown = {
        item.id for layer in stage.stage.layers(stage.showing()) for item in layer.items if isinstance(item, Group)
    }
    assert presenting.show.at == len(presenting.show.story.steps) - 1
    assert {"entry:vraag", f"entry:{presenting.show.focus_id}"} <= shown
    press(qtbot, presenting, K.Key_PageUp)
    assert presenting.show.focus_id == "uhp"
    press(qtbot, presenting, K.Key_PageDown)
    assert presenting.show.focus_id == "bezoek"


def test_on_two_screens_the_line_is_with_the_presenter_and_both_show_the_entry(
    qtbot: QtBot, presented: Starting, family: CaseController
) -> None:
    presenting, window = on_two_screens(presented)
    press(qtbot, presenting, K.Key_N)
    say(qtbot, window.line, "juni 2018 contact wijkteam komt langs")
    for stage in (presenting.projector.stage, window.mirror.stage):
        assert "wijkteam komt langs" in " ".join(_texts(stage))


def test_the_presenter_reads_what_comes_and_a_click_goes_there(qtbot: QtBot, presented: Starting) -> None:
    presenting, window = on_two_screens(presented)
    coming = window.coming
    assert "Geboorte van Noor" in coming.rows[0].text
    assert coming.rows[4].text.endswith("Noor naar pleeggezin")
    qtbot.mouseClick(coming.viewport(), Qt.MouseButton.LeftButton, pos=coming.box_of(3).center())
    assert presenting.show.focus_id == "scheiding"


def test_the_groups_answers_stand_in_the_spotlight_as_they_are_typed(
    qtbot: QtBot, presented: Starting, family: CaseController
) -> None:
    presenting, window = on_two_screens(presented)
    press(qtbot, presenting, K.Key_Down, K.Key_S, K.Key_R)
    assert "Hoe kwam dit zo?" in projected(presenting)
    window.tabs.setCurrentIndex(1)
    window.form.texts["how"].setFocus()
    qtbot.keyClicks(window.form.texts["how"], "Niemand vroeg het de kinderen")
    window.form.texts["better"].setFocus()
    assert window.flush()
    assert "Niemand vroeg het de kinderen" in " ".join(projected(presenting))
    press(qtbot, presenting, K.Key_R)
    assert "Niemand vroeg het de kinderen" not in " ".join(projected(presenting))
    reflection = family.case.reflections_by_entry["scheiding"][0]
    assert (reflection.how, reflection.session_id) == ("Niemand vroeg het de kinderen", presenting.show.session_id)
    assert family.case.entries_by_id["scheiding"].details == ""


def test_on_one_screen_the_form_lies_beside_the_questions(
    qtbot: QtBot, presented: Starting, family: CaseController
) -> None:
    presenting = presented(consent=False)
    press(qtbot, presenting, K.Key_Down, K.Key_E)
    form = presenting.projector.form
    assert form is not None
    assert form.isVisible()
    assert not any(name in text for text in projected(presenting) for name in NAMES)
    form.texts["learned"].setFocus()
    qtbot.keyClicks(form.texts["learned"], "Eerder samen aan tafel")
    press(qtbot, presenting, K.Key_Escape)
    assert not form.isVisible()
    assert family.case.reflections_by_entry["scheiding"][0].learned == "Eerder samen aan tafel"


def test_a_finding_that_was_discussed_is_kept_with_its_words(
    qtbot: QtBot, presented: Starting, family: CaseController
) -> None:
    presenting, window = on_two_screens(presented)
    press(qtbot, presenting, K.Key_End)
    window.tabs.setCurrentIndex(2)
    words = window.discussed.rows[0].text
    window.discussed.setFocus()
    window.discussed.setCurrentRow(0)
    qtbot.keyClick(window.discussed, K.Key_Space)
    assert [said for _, said in presenting.show.session.discussed] == [words]
    qtbot.keyClick(window.discussed, K.Key_Space)
    assert presenting.show.session.discussed == ()


def test_a_filter_is_chosen_while_presenting_and_the_story_stays_at_its_day(
    qtbot: QtBot, presented: Starting, family: CaseController
) -> None:
    presenting, window = on_two_screens(presented)
    for _ in range(3):
        press(qtbot, presenting, K.Key_PageDown)
    menu = window.view_button.menu()
    menu.aboutToShow.emit()
    turns = next(action for action in menu.actions() if action.text() == "Alleen schakelmomenten")
    turns.trigger()
    assert [step.entry_id for step in presenting.show.story.steps] == ["scheiding"]
    assert presenting.show.at == -1
    assert "weggefilterd" in window.hidden.text()
    press(qtbot, presenting, K.Key_PageDown)
    assert presenting.show.focus_id == "scheiding"
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert presenting.show.focus_id == "scheiding"
    assert len(presenting.show.story.steps) == len(ORDER)


def test_the_mouse_points_on_the_projector_only_when_asked(qtbot: QtBot, presented: Starting) -> None:
    presenting, window = on_two_screens(presented)
    window.mirror.stage.pointed.emit(QPointF(0.5, 0.5))
    assert presenting.show.pointer is None
    press(qtbot, presenting, K.Key_A)
    before = presenting.projector.stage.grab().toImage()
    window.mirror.stage.pointed.emit(QPointF(0.5, 0.5))
    after = presenting.projector.stage.grab().toImage()
    middle = presenting.projector.stage.rect().center()
    assert after.pixelColor(middle).name() == "#d92d20"
    assert before.pixelColor(middle) != after.pixelColor(middle)


def test_it_goes_on_where_it_stopped(qtbot: QtBot, presented: Starting, family: CaseController) -> None:
    presenting = presented()
    press(qtbot, presenting, K.Key_PageDown, K.Key_PageDown, K.Key_PageDown)
    session_id = presenting.show.session_id
    with qtbot.waitSignal(presenting.ended):
        press(qtbot, presenting, K.Key_F5)
    assert told_up_to(family.book, family.case.id, session_id) == "hulp"
    assert family.book.undo_name is not None
    assert "hulp" not in family.book.undo_name


def test_the_place_is_kept_while_presenting(qtbot: QtBot, presented: Starting, family: CaseController) -> None:
    presenting = presented()
    press(qtbot, presenting, K.Key_PageDown, K.Key_PageDown)
    qtbot.waitUntil(lambda: told_up_to(family.book, family.case.id, presenting.show.session_id) == "vraag")


def test_escape_leaves_the_spotlight_before_the_presentation(qtbot: QtBot, presented: Starting) -> None:
    presenting = presented()
    press(qtbot, presenting, K.Key_PageDown, K.Key_S, K.Key_B, K.Key_Escape)
    assert not presenting.show.is_on(Turned.SPOTLIGHT)
    press(qtbot, presenting, K.Key_Escape)
    assert not presenting.show.is_on(Turned.BLANK)
    with qtbot.waitSignal(presenting.ended):
        press(qtbot, presenting, K.Key_Escape)


def test_a_projector_that_is_unplugged_comes_back_where_it_was(qtbot: QtBot, presented: Starting) -> None:
    presenting = presented(screens=2)
    screens = presenting.screens
    assert isinstance(screens, Plugged)
    window = presenting.presenter
    assert window is not None
    press(qtbot, presenting, K.Key_PageDown, K.Key_PageDown)
    qtbot.keyClicks(window.line.line.line, "mei 2018 signaal half getypt")
    screens.plug(1)
    assert not presenting.projector.isVisible()
    assert "losgekoppeld" in window.said.text()
    assert window.line.line.text == "mei 2018 signaal half getypt"
    screens.plug(2)
    assert presenting.projector.isVisible()
    assert presenting.show.focus_id == "vraag"


def test_a_second_screen_that_is_plugged_in_brings_the_presenters_view(qtbot: QtBot, presented: Starting) -> None:
    presenting = presented(screens=1)
    assert presenting.presenter is None
    press(qtbot, presenting, K.Key_PageDown)
    screens = presenting.screens
    assert isinstance(screens, Plugged)
    screens.plug(2)
    assert presenting.presenter is not None
    assert presenting.presenter.isVisible()
    assert presenting.show.focus_id == "geboorte"


def test_a_file_that_cannot_be_written_loses_nothing_typed_and_tells_no_path(
    qtbot: QtBot, presented: Starting, family: CaseController, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenting = presented()
    press(qtbot, presenting, K.Key_N)
    line = presenting.projector.line
    assert line is not None

    def fails(*_: object) -> None:
        raise Problem(f"Het casusboek {family.book.path} kan niet worden beschreven.")

    monkeypatch.setattr(family.book, "commit", fails)
    say(qtbot, line, "mei 2018 signaal buurvrouw belt")
    assert line.line.text == "mei 2018 signaal buurvrouw belt"
    assert line.isVisible()
    qtbot.waitUntil(lambda: "Nog niet bewaard" in line.line.told.text())
    said = " ".join(projected(presenting))
    assert str(family.book.path) not in said
    monkeypatch.undo()
    qtbot.keyClick(line.line.line, K.Key_Return)
    assert any(entry.title == "buurvrouw belt" for entry in family.case.entries)


def test_a_placement_added_elsewhere_keeps_the_story_where_it_is(
    qtbot: QtBot, presented: Starting, family: CaseController
) -> None:
    presenting = presented()
    press(qtbot, presenting, K.Key_End)
    family.undo()
    assert presenting.show.focus_id == "bezoek"


def test_undo_while_presenting_takes_back_what_was_added(
    qtbot: QtBot, presented: Starting, family: CaseController
) -> None:
    presenting = presented()
    press(qtbot, presenting, K.Key_N)
    line = presenting.projector.line
    assert line is not None
    say(qtbot, line, "mei 2018 signaal per ongeluk")
    count = len(family.case.entries)
    qtbot.keyClick(presenting.projector, K.Key_Z, M.ControlModifier)
    assert len(family.case.entries) == count - 1
    assert "per ongeluk" not in " ".join(projected(presenting))


def test_keys_that_mean_nothing_do_nothing(qtbot: QtBot, presented: Starting) -> None:
    presenting = presented()
    before = presenting.show.at, presenting.show.zoom
    for key in (K.Key_Q, K.Key_F2, K.Key_Tab):
        QApplication.sendEvent(presenting.projector, QKeyEvent(QEvent.Type.KeyPress, key, M.NoModifier))
    assert (presenting.show.at, presenting.show.zoom) == before


# In the log


def test_what_is_presented_is_in_the_log_from_begin_to_end(
    qtbot: QtBot, presented: Starting, family: CaseController
) -> None:
    presenting = presented(pseudonyms=True)
    presenting.show.turn(Turned.PSEUDONYMS, False)
    presenting.end()
    told = [(line.result, line.detail["pseudonyms"]) for line in logged(family.book, Event.PRESENTED)]
    assert told == [("begonnen", True), ("begonnen", False), ("gelukt", False)]


def test_what_cannot_be_noted_is_not_presented(
    presented: Starting, family: CaseController, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    family.problem.connect(said.append)

    def fails(*_: object, **__: object) -> None:
        raise Problem("Weg.")

    monkeypatch.setattr(family.book, "note", fails)
    presenting = presented()
    assert not presenting.projector.isVisible()
    assert "logboek" in said[-1]
