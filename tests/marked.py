"""Unique words in every text that a casebook can hold, to be looked for afterwards."""

from __future__ import annotations

import secrets
from dataclasses import fields, replace
from datetime import date
from typing import TypeVar

from tests.builders import TODAY
from tests.meetings import met
from tijdlijn.model.documents import Block, BlockKind, Decision, Document, Verdict
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.people import LooseName, NameKind
from tijdlijn.model.scenarios import Effect, EffectSign, Scenario
from tijdlijn.model.sessions import Phase
from tijdlijn.model.understanding import FindingMark, Foreseen, Judgement, Uptake
from tijdlijn.model.views import Filter, View
from tijdlijn.services.changes import Batch
from tijdlijn.storage.documents import StoredDocument

R = TypeVar("R")
_CODES = {"id", "schakelmoment", "finding_id", "scenario", "kind"}
EFFECTS = Effect(EffectSign.BETER, "noor"), Effect(EffectSign.ONBEKEND)


class Markers:
    """Makes the words, each for a place that it tells of. All begin with `first`."""

    def __init__(self, first: str = "merk") -> None:
        self._first = first
        self.places: dict[str, str] = {}

    @property
    def all(self) -> list[str]:
        """The words that were given so far."""
        return list(self.places)

    def word(self, place: str = "") -> str:
        """A word that nothing else has."""
        made = self._first + secrets.token_hex(8)
        self.places[made] = place
        return made

    def marked(self, record: R) -> R:
        """The record with a word of its own in every text, also of what it is made of; ids and codes stay."""
        texts = {}
        for field in fields(record):  # type: ignore[arg-type]
            value, place = getattr(record, field.name), f"{type(record).__name__}.{field.name}"
            if field.type == "str" and field.name not in _CODES and not field.name.endswith("_id"):
                texts[field.name] = self.word(place)
            elif field.name in ("attendees", "questions", "citations", "effects"):
                texts[field.name] = tuple(self.marked(one) for one in value)
            elif field.name == "discussed":
                texts[field.name] = tuple((id_, self.word(place)) for id_, _ in value)
        return replace(record, **texts)  # type: ignore[type-var]


def everything(markers: Markers) -> Batch:
    """Every kind of record, with a word of its own in every field of text."""
    marked, word, told = markers.marked, markers.word, met()
    source = marked(told.sources[0])
    text = " ".join(word("text of a document") for _ in range(40))
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    document = Document(word("name of a document"), "docx", text, blocks, (), None, ())
    view = View("w", word("name of a view"), filter=Filter(text=word("words of a filter")))
    return Batch(
        persons=tuple(map(marked, told.persons)),
        parties=tuple(map(marked, told.parties)),
        workers=tuple(map(marked, told.workers)),
        sources=(source,),
        entries=tuple(map(marked, told.entries)),
        links=(Link("l", LinkKind.LEIDT_TOT, "v", "p"),),
        documents=(StoredDocument(source.id, "0" * 64, len(text), TODAY, True, document),),
        decisions=(Decision(source.id, "k", Verdict.ACCEPTED, "o"),),
        views=(view,),
        sessions=tuple(map(marked, told.sessions)),
        reflections=tuple(map(marked, told.reflections)),
        actions=tuple(map(marked, told.actions)),
        phases=(marked(Phase("f", "", date(2020, 1, 1))),),
        consents=tuple(map(marked, told.consents)),
        loose_names=(LooseName("n", word("a name nobody registered"), NameKind.PERSOON, True),),
        scenarios=(marked(Scenario("x", "", effects=EFFECTS)),),
        marks=(marked(FindingMark("m", "gat", Judgement.BESPROKEN)),),
        foreseen=(marked(Foreseen("z", "18:noor", Uptake.DISMISSED)),),
    )
