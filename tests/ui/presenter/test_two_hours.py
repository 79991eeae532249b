"""Two hours of a session, in script: everything that a facilitator does, again and again, leaves no growth behind."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from pytestqt.qtbot import QtBot

from tests.ui.presenter.conftest import Starting
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.presenter.presenting import Presenting

K, M = Qt.Key, Qt.KeyboardModifier
WALK = [K.Key_PageDown] * 6 + [K.Key_S, K.Key_R, K.Key_V, K.Key_G, K.Key_P, K.Key_B, K.Key_B, K.Key_P, K.Key_G, K.Key_V]
WALK += [K.Key_R, K.Key_S, K.Key_Up, K.Key_Plus, K.Key_Plus, K.Key_Minus, K.Key_Minus, K.Key_Down, K.Key_Home]


def walk(qtbot: QtBot, presenting: Presenting) -> None:
    """Through the story once with every key, painting each picture."""
    for key in WALK:
        qtbot.keyClick(presenting.projector, key)
        presenting.projector.stage.grab()
        assert presenting.presenter is not None
        presenting.presenter.mirror.stage.grab()


def alive(presenting: Presenting) -> tuple[int, int]:
    """How many objects of Python there are, and of Qt below the windows."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert presenting.presenter is not None
    windows = presenting.projector, presenting.presenter
    below = [window.findChildren(QObject) for window in windows]  # makes a Python object of each, which then counts
    return len(gc.get_objects()), sum(map(len, below))


def test_walking_through_the_story_again_and_again_leaves_nothing_behind(qtbot: QtBot, presented: Starting) -> None:
    presenting = presented(screens=2)
    for _ in range(2):
        walk(qtbot, presenting)
    before = alive(presenting)
    for _ in range(6):
        walk(qtbot, presenting)
    after = alive(presenting)
    assert after[1] == before[1]
    assert after[0] - before[0] < 50


def test_adding_and_taking_back_leaves_nothing_behind(
    qtbot: QtBot, presented: Starting, family: CaseController
) -> None:
    presenting = presented(screens=2)
    window = presenting.presenter
    assert window is not None

    def add_and_undo() -> None:
        qtbot.keyClicks(window.line.line.line, "mei 2018 signaal buurvrouw belt")
        qtbot.keyClick(window.line.line.line, K.Key_Return)
        walk(qtbot, presenting)
        qtbot.keyClick(presenting.projector, K.Key_Z, M.ControlModifier)

    for _ in range(2):
        add_and_undo()
    entries, before = len(family.case.entries), alive(presenting)
    for _ in range(4):
        add_and_undo()
    after = alive(presenting)
    assert len(family.case.entries) == entries
    assert after[1] == before[1]
    assert after[0] - before[0] < 300
