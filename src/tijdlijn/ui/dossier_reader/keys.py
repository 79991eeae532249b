"""What single keys mean in the dossier reader. The table is all there is: the sheet with the keys is made of it.

The rule: a key counts where nothing is typed. What a field has used goes no further.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

Act = tuple[str, int]
"""The name of a method of `Acts` and the number it is given."""

READER_KEYS: tuple[tuple[str, Mapping[str, Act]], ...] = (
    ("Aannemen", {"Return": ("accept", 0), "A": ("accept", 0)}),
    ("Wijzigen", {"E": ("edit", 0)}),
    ("Overslaan", {"S": ("skip", 0)}),
    ("Samenvoegen met een regel", {"V": ("join", 0), "J": ("join", 0)}),
    ("Beslissing terugnemen", {"U": ("undo", 0)}),
    ("Volgende en vorige kandidaat", {"N": ("step", 1), "Down": ("step", 1), "P": ("step", -1), "Up": ("step", -1)}),
    ("Eerste en laatste kandidaat", {"Home": ("end", -1), "End": ("end", 1)}),
    ("Tekst een scherm terug of verder", {"PgUp": ("page", -1), "PgDown": ("page", 1)}),
    ("Volgend en vorig document", {"Ctrl+PgDown": ("document", 1), "Ctrl+PgUp": ("document", -1)}),
    ("Regel maken van de selectie in de tekst", {"M": ("make", 0)}),
    ("Naar deze regel op de tijdlijn", {"T": ("timeline", 0)}),
    ("Datums die geen feit zijn", {"F": ("no_facts", 0)}),
    ("Zoeken in het document", {"/": ("find", 0)}),
    ("Selectie loslaten, zoeken sluiten", {"Esc": ("leave", 0)}),
)

NUMBERS = (("1", "9"), "Antwoord op een vraag, of regel om mee samen te voegen")
"""The first and last of the keys that choose, and what they are for."""


def act_of(event: QKeyEvent) -> Act | None:
    """What a key does; a number answers."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if text in "123456789" and len(text) == 1 and not held & ~Qt.KeyboardModifier.ShiftModifier:
        return "number", int(text)
    if text == "/":
        held = Qt.KeyboardModifier.NoModifier
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else event.key()
    name = QKeySequence(int(held.value) | int(key)).toString(QKeySequence.SequenceFormat.PortableText)
    return _ACTS.get(name)


_ACTS = {
    QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText): act
    for _, group in READER_KEYS
    for keys, act in group.items()
}
