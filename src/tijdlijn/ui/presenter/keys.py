"""The keys of a presentation, as data: the same on the projector and in the presenter's view, and those of a remote."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

from tijdlijn.ui.presenter.show import Show, Turned

_K, _M = Qt.Key, Qt.KeyboardModifier
_CTRL, _SHIFT, _NONE = _M.ControlModifier, _M.ShiftModifier, _M.NoModifier

STEPS: tuple[tuple[tuple[QKeyCombination, ...], Callable[[Show], object]], ...] = tuple(
    (tuple(QKeyCombination(modifier, key) for modifier, key in keys), act)
    for keys, act in (
        (((_NONE, _K.Key_PageDown), (_NONE, _K.Key_Right), (_NONE, _K.Key_Space)), lambda show: show.step(1)),
        (((_NONE, _K.Key_PageUp), (_NONE, _K.Key_Left), (_NONE, _K.Key_Backspace)), lambda show: show.step(-1)),
        (((_NONE, _K.Key_Down), (_CTRL, _K.Key_Right)), lambda show: show.stop(1)),
        (((_NONE, _K.Key_Up), (_CTRL, _K.Key_Left)), lambda show: show.stop(-1)),
        (((_CTRL, _K.Key_PageDown), (_SHIFT, _K.Key_PageDown)), lambda show: show.chapter(1)),
        (((_CTRL, _K.Key_PageUp), (_SHIFT, _K.Key_PageUp)), lambda show: show.chapter(-1)),
        (((_NONE, _K.Key_Home),), lambda show: show.go(-1)),
        (((_NONE, _K.Key_End),), lambda show: show.go(len(show.story.steps) - 1)),
        (((_NONE, _K.Key_Plus), (_SHIFT, _K.Key_Plus), (_NONE, _K.Key_Equal)), lambda show: show.zoom_by(1)),
        (((_NONE, _K.Key_Minus),), lambda show: show.zoom_by(-1)),
        (((_NONE, _K.Key_0),), lambda show: show.zoom_by(0)),
        (((_NONE, _K.Key_B), (_NONE, _K.Key_Period)), lambda show: show.turn(Turned.BLANK)),
        (((_NONE, _K.Key_P),), lambda show: show.turn(Turned.PSEUDONYMS)),
        (((_NONE, _K.Key_V),), lambda show: show.turn(Turned.FAINT)),
        (((_NONE, _K.Key_G),), lambda show: show.turn(Turned.FINDINGS)),
        (((_NONE, _K.Key_R),), lambda show: show.turn(Turned.REFLECTIONS)),
        (((_NONE, _K.Key_Return), (_NONE, _K.Key_Enter), (_NONE, _K.Key_S)), lambda show: show.turn(Turned.SPOTLIGHT)),
        (((_NONE, _K.Key_A),), lambda show: show.turn(Turned.POINTER)),
    )
)
"""What each key does. A remote sends Page Down, Page Up, a point or B, F5 and Escape."""

_BY_KEY = {keys: act for several, act in STEPS for keys in several}


def press(show: Show, event: QKeyEvent) -> bool:
    """Do what a key says; whether it said anything."""
    modifiers = event.modifiers() & ~_M.KeypadModifier
    act = _BY_KEY.get(QKeyCombination(modifiers, Qt.Key(event.key())))
    if act is not None:
        act(show)
    return act is not None
