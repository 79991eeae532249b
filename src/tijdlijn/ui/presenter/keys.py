"""The keys of a presentation, as data: the same on the projector and in the presenter's view, and those of a remote.

The words are translated where they are shown, in the context `keys`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from tijdlijn.ui.presenter.show import Show, Turned

Act = Callable[[Show], object]


def _turns(turned: Turned) -> Act:
    return lambda show: show.turn(turned)


STEPS: tuple[tuple[str, tuple[str, ...], Act], ...] = (
    ("Vertel verder", ("PgDown", "Right", "Space"), lambda show: show.step(1)),
    ("Een stap terug", ("PgUp", "Left", "Backspace"), lambda show: show.step(-1)),
    ("Naar het volgende schakelmoment, besluit of ultimatum", ("Down", "Ctrl+Right"), lambda show: show.stop(1)),
    ("Naar het vorige", ("Up", "Ctrl+Left"), lambda show: show.stop(-1)),
    ("Volgend hoofdstuk", ("Ctrl+PgDown", "Shift+PgDown"), lambda show: show.chapter(1)),
    ("Vorig hoofdstuk", ("Ctrl+PgUp", "Shift+PgUp"), lambda show: show.chapter(-1)),
    ("Terug naar het begin", ("Home",), lambda show: show.go(-1)),
    ("Alles vertellen", ("End",), lambda show: show.go(len(show.story.steps) - 1)),
    ("Inzoomen", ("+", "="), lambda show: show.zoom_by(1)),
    ("Uitzoomen", ("-",), lambda show: show.zoom_by(-1)),
    ("Zoals het begon", ("0",), lambda show: show.zoom_by(0)),
    ("De vragen bij wat er verteld wordt, in het licht", ("S", "Return"), _turns(Turned.SPOTLIGHT)),
    ("De beamer zwart, of weer aan", ("B", "."), _turns(Turned.BLANK)),
    ("Andere namen op de beamer", ("P",), _turns(Turned.PSEUDONYMS)),
    ("Vaag tonen wat nog komt", ("V",), _turns(Turned.FAINT)),
    ("Bevindingen tonen", ("G",), _turns(Turned.FINDINGS)),
    ("Reflecties tonen", ("R",), _turns(Turned.REFLECTIONS)),
    ("Aanwijzen met de muis", ("A",), _turns(Turned.POINTER)),
)
"""What each key does. A remote sends Page Down, Page Up, a point or B, F5 and Escape."""
OTHER: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Iets toevoegen wat iemand vertelt", ("N", "Ins")),
    ("Reflectie invullen, met één scherm", ("E",)),
    ("Uit het licht of het zwart; daarna stoppen", ("Esc",)),
    ("Stoppen met presenteren", ("F5",)),
)
"""What the windows themselves do."""
TITLE = "Tijdens het presenteren"


_BY_KEY = {QKeySequence(keys).toString(): act for _, several, act in STEPS for keys in several}


def press(show: Show, event: QKeyEvent, add: Callable[[], object], end: Callable[[], object]) -> bool:
    """Do what a key says; whether it said anything. `add` opens the line to add something, `end` ends it all."""
    act = _act(event)
    if act is not None:
        act(show)
    elif event.key() in (Qt.Key.Key_N, Qt.Key.Key_Insert):
        add()
    elif event.key() == Qt.Key.Key_F5:
        end()
    elif event.matches(QKeySequence.StandardKey.Undo):
        show.controller.undo()
    elif event.matches(QKeySequence.StandardKey.Redo):
        show.controller.redo()
    else:
        return False
    return True


def _act(event: QKeyEvent) -> Act | None:
    key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key is Qt.Key.Key_Plus:
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier  # many keyboards have it above another sign
    key = Qt.Key.Key_Return if key is Qt.Key.Key_Enter else key
    return _BY_KEY.get(QKeySequence(QKeyCombination(modifiers, key)).toString())
