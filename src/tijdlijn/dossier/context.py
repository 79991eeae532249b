"""What stands around a passage and helps to understand it: the words of its date, the row, the heading, the document.

The rule: what the passage itself says goes before all of this.
"""

from __future__ import annotations

from dataclasses import dataclass

from tijdlijn.dossier.candidates import PartyFound, Profile
from tijdlijn.language.folding import fold

_UNKNOWN = Profile()


@dataclass(frozen=True, slots=True)
class PassageContext:
    """What is known around one passage; everything may be missing.

    `words` are those of the date, `at` the character of the passage at which they start (-1: look for them). `before`
    is the sentence before it, `heading` the heading it stands under, `subject` the relatives that the document is
    about, `cells` the row it stands in as (name of the column, text). `opening` is the first line of the document.
    `is_future`: the date lies after the day on which this was written. `named` are the parties that the document names
    before the passage, the last one first.
    """

    words: str = ""
    at: int = -1
    before: str = ""
    heading: str = ""
    subject: tuple[str, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    profile: Profile = _UNKNOWN
    opening: str = ""
    is_future: bool = False
    named: tuple[PartyFound, ...] = ()

    def cell(self, *columns: str) -> str:
        """The first cell with something in it under a column whose folded name starts with one of these."""
        return next((text for name, text in self.cells if text.strip() and fold(name).startswith(columns)), "")


NOTHING_AROUND = PassageContext()
"""Nothing is known around the passage."""
