"""A meeting about a family (bijeenkomst) and what it leaves: reflections, agreed actions, answers; and the phases of a
life, and who consented to what.

The rule: what a group concludes stands beside the facts and never in them. A reflection is about an entry, the entry
knows nothing of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum

from tijdlijn.model.vocabulary import Voice


class SessionKind(StrEnum):
    """What sort of meeting it is (design 1, Why it exists)."""

    ACTIELEREN = "actieleren"
    LEERBIJEENKOMST = "leerbijeenkomst"
    EFFECTENCALCULATOR = "effectencalculator"

    @property
    def label(self) -> str:
        return "Effectencalculator" if self is SessionKind.EFFECTENCALCULATOR else self.value


class AttendsAs(StrEnum):
    """In what part somebody is there."""

    PROFESSIONAL = "professional"
    OUDER = "ouder"
    JEUGDIGE = "jeugdige"
    NETWERK = "netwerk"
    ERVARINGSDESKUNDIGE = "ervaringsdeskundige"
    BEGELEIDER = "begeleider"

    @property
    def label(self) -> str:
        return {"netwerk": "uit het netwerk", "begeleider": "begeleider van de bijeenkomst"}.get(self.value, self.value)

    @property
    def is_family(self) -> bool:
        """Whether what this person tells is the family's own account."""
        return self in (AttendsAs.OUDER, AttendsAs.JEUGDIGE, AttendsAs.NETWERK)


class Untold(StrEnum):
    """How what is not told yet is drawn while a story unfolds."""

    HIDDEN = "verborgen"
    FAINT = "vaag"


class ChaptersBy(StrEnum):
    """What begins a chapter of the story."""

    JAREN = "jaren"
    FASEN = "fasen"
    SCHAKELMOMENTEN = "schakelmomenten"


class Fitting(StrEnum):
    """Whether something fitted, as the group judged it."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"
    VERDEELD = "verdeeld"

    @property
    def label(self) -> str:
        return "de groep is verdeeld" if self is Fitting.VERDEELD else self.value


class ActionState(StrEnum):
    """How an agreed action stands."""

    OPEN = "open"
    BEZIG = "bezig"
    GEDAAN = "gedaan"
    VERVALLEN = "vervallen"

    @property
    def is_over(self) -> bool:
        """Whether it is no longer carried over to a next session."""
        return self in (ActionState.GEDAAN, ActionState.VERVALLEN)


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who is at a session: `role` is a function ("gezinsvoogd", "moeder")."""

    name: str
    organisation: str = ""
    role: str = ""
    attends_as: AttendsAs = AttendsAs.PROFESSIONAL

    @property
    def voice(self) -> Voice:
        """Whose account it is that this person gives."""
        return Voice.GEZIN if self.attends_as.is_family else Voice.DOSSIER


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a session, what the group answered, and what the family answered in the talk before it."""

    text: str
    answer: str = ""
    family: str = ""

    @property
    def is_answered(self) -> bool:
        """Whether anybody said something to it."""
        return bool(self.answer or self.family)


@dataclass(frozen=True, slots=True)
class Showing:
    """What is to be seen while a session is presented.

    `view_id` is a saved view, empty for the one in use. `glides` moves the picture instead of changing it at once.
    `always_pseudonyms` is a case that is discussed anonymously: nothing on the projector can take them off.
    """

    view_id: str = ""
    untold: Untold = Untold.HIDDEN
    chapters: ChaptersBy = ChaptersBy.SCHAKELMOMENTEN
    pseudonyms: bool = False
    always_pseudonyms: bool = False
    reflections: bool = False
    findings: bool = True
    glides: bool = True


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting. `date` is None while it is not planned.

    `source_id` is the oral source of what was told there, empty until something was. `discussed` holds the ids of the
    findings that were discussed, with the words they had then.
    """

    id: str
    kind: SessionKind = SessionKind.ACTIELEREN
    date: Day | None = None
    title: str = ""
    place: str = ""
    aim: str = ""
    attendees: tuple[Attendee, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: str = ""
    showing: Showing = Showing()
    source_id: str = ""
    discussed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reflection:
    """What a group concluded about an entry (design 1, Why it exists); every text may be empty.

    `how`: how it came about; `decided_by`: who took the decision; `involved` and `missing`: who was there and who was
    not; `known`: what did who know then; `better`: what would have been a better option; `learned`. `family` is what
    the family itself says of it.
    """

    id: str
    entry_id: str
    session_id: str = ""
    how: str = ""
    decided_by: str = ""
    involved: str = ""
    missing: str = ""
    known: str = ""
    fitting: Fitting | None = None
    better: str = ""
    learned: str = ""
    family: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written down."""
        return self == Reflection(self.id, self.entry_id, self.session_id)


@dataclass(frozen=True, slots=True)
class AgreedAction:
    """What will be done now, by whom, by when; `session_id` is where it was agreed.

    It is about persons, an entry or a finding (`finding_id`, with the words it had then), each of which may be empty.
    `remark` tells how it went, `settled` on which day it was done or dropped.
    """

    id: str
    session_id: str
    what: str
    owner: str = ""
    due: Day | None = None
    person_ids: tuple[str, ...] = ()
    entry_id: str = ""
    finding_id: str = ""
    finding_words: str = ""
    state: ActionState = ActionState.OPEN
    remark: str = ""
    settled: Day | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """A named stretch of a life. It runs from `start` to the day before the next phase, or to `end`, ends inclusive."""

    id: str
    name: str
    start: Day
    end: Day | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """Who consented to the use of the case for a purpose, when and how (design 7, 20)."""

    id: str
    purpose: str
    who: str
    given: Day
    how: str = ""
    withdrawn: Day | None = None

    def holds_on(self, day: Day) -> bool:
        """Whether it was given and not withdrawn on a day."""
        return self.given <= day and (self.withdrawn is None or self.withdrawn > day)
