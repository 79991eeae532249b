"""What a date in a text may lean on, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from tijdlijn.language.mention_people import Whose
from tijdlijn.language.mention_years import Tense
from tijdlijn.language.mentions import Basis
from tijdlijn.language.readings import DateContext, Reading
from tijdlijn.model.dates import UncertainDate


@dataclass(frozen=True, slots=True)
class Leaning:
    """What one date may lean on. `note` is the day of the note or document, `before` the date before it in the text;
    `story` that the date before it stands close enough to go on from. `whose` finds the person of an age."""

    note: UncertainDate | None
    note_name: str
    before: UncertainDate | None
    before_words: str
    story: bool
    tense: Tense
    in_note: bool = False
    """Whether `note` is a note of its own, and not the whole document."""
    whose: Callable[[], Whose] = field(default=lambda: Whose())

    @property
    def day(self) -> date | None:
        """The day of the note, when that is one day."""
        return self.note.earliest if self.note is not None and self.note.is_day else None

    @property
    def context(self) -> DateContext:
        """The same for the readers of whole dates."""
        return DateContext(today=self.day or (self.note.earliest if self.note else None), previous=self.before)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date with what it leans on; without a reading it is open, and `question` asks."""

    reading: Reading | None
    basis: Basis
    how: str = ""
    question: str = ""


NO_NOTE = "Van welke dag is deze tekst? Dan is te zeggen wanneer '{words}' was."
"""What to ask of a date that leans on a day of writing that nobody knows."""
