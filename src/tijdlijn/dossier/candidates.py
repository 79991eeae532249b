"""What a document may add to the timeline: a dated fact, where it stands, and why it was read so.

The rule: a candidate is a proposal. It says nothing that its passage (or the note that the passage stands in) does not
say, and it keeps the exact places, so that a person can check it in one look.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tijdlijn.language.mentions import Basis
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.vocabulary import AimedAt, Kader, Kind, PlacementForm, Sector


@dataclass(frozen=True, slots=True)
class PartyFound:
    """An organisation or helper that a text names: its name as it would stand in the list of parties.

    `also` are the abbreviations by which the documents call it; they do not make it another party.
    `gives` are the kinds of help (folded) that stand beside its name somewhere in the dossier ("mst").
    """

    name: str
    sector: Sector | None = None
    also: tuple[str, ...] = field(default=(), compare=False)
    gives: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A dated fact of a document.

    `start`, `end` and `words` are those of the date; `passage` is the sentence, with its own stretch. `key` is the
    same for the same words in the same passage, also in a newer version of the document. `date` is None while nobody
    can know it; then `question` says what to answer. `explained` says how the date was found. `is_fact` is False for a
    date that is no event of this family (the day of the letter itself, a law, a date of birth in a heading).
    """

    key: str
    start: int
    end: int
    words: str
    passage_start: int
    passage_end: int
    passage: str
    date: UncertainDate | None
    basis: Basis
    explained: str
    title: str
    page: int | None = None
    question: str = ""
    is_fact: bool = True
    kind: Kind | None = None
    persons: tuple[str, ...] = ()
    parties: tuple[PartyFound, ...] = ()
    worker: str = ""
    kader: Kader | None = None
    form: PlacementForm | None = None
    schakelmoment: str = ""
    aimed_at: AimedAt | None = None
    reasons: tuple[str, ...] = ()
    said: UncertainDate | None = None
    """What the words themselves say, where `date` has an end that the document tells elsewhere."""


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody of the family as a text may name them: every name, the role, and a date of birth when it is known.

    `gender` is "m" or "v" where a word tells it ("zus", "mevrouw"), else empty.
    """

    name: str
    role: str = ""
    birth: UncertainDate | None = None
    is_child: bool = False
    also: tuple[str, ...] = ()
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """Whom a text may speak of: the family, the parties and the professionals that are known already.

    It is the key under which patterns of its names are kept, for every sentence of a dossier: its hash is made once.
    """

    relatives: tuple[Relative, ...] = ()
    parties: tuple[PartyFound, ...] = ()
    workers: tuple[str, ...] = ()
    focus: str = ""
    """The name of the child that most of the documents are about; empty when there is no such one."""
    _hash: int = field(default=0, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.relatives, self.parties, self.workers, self.focus)))

    def __hash__(self) -> int:
        return self._hash


@dataclass(frozen=True, slots=True)
class Profile:
    """What kind of document it is, from whom and of which day; empty or None where it does not say."""

    genre: str = ""
    agency: str = ""
    day: UncertainDate | None = None
