"""What words a session leaves on a computer: a computer of one's own, places to type, and a search in every writing."""

from __future__ import annotations

import json
import tempfile
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tests.marked import Markers, everything
from tests.ui.lock.test_drafts import new_person, part, put, type_new_phase
from tests.ui.windows import WORDS, application
from tijdlijn.language.folding import fold
from tijdlijn.model.retention import CountsFrom, Term
from tijdlijn.model.sessions import SessionKind
from tijdlijn.services import editing, retention, sessions
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.ui.inspector.entry_form import EntryForm
from tijdlijn.ui.workspace import Workspace

FIRST = "zoë"
"""How every word begins: with a letter that each writing of text writes in another way."""


@dataclass(frozen=True)
class Computer:
    """The folders of a computer. `chosen` is where its user keeps what is read in and saves what is taken along: what
    is there is no trace."""

    root: Path

    @property
    def chosen(self) -> Path:
        return self.root / "gekozen"

    @property
    def temporary(self) -> Path:
        return self.root / "tijdelijk"

    @property
    def profile(self) -> Path:
        return self.root / "profiel"

    @property
    def casebooks(self) -> Path:
        return self.root / "dossier"

    def begin(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let this process be on it."""
        for folder in (self.chosen, self.temporary, self.profile, self.casebooks):
            folder.mkdir(exist_ok=True)
        for name in ("TMPDIR", "TEMP", "TMP"):
            monkeypatch.setenv(name, str(self.temporary))
        monkeypatch.setattr(tempfile, "tempdir", None)
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            monkeypatch.setenv(name, str(self.profile))
        monkeypatch.chdir(self.profile)

    def written(self) -> Iterator[tuple[str, bytes]]:
        """Every file that nobody chose, by its name, with its name and what it holds; of a casebook its name alone."""
        for path in self.root.rglob("*"):
            if not path.is_relative_to(self.chosen):
                told = str(path.relative_to(self.root))
                is_open = path.is_file() and path.suffix != ".tijdlijn"
                yield told, told.encode() + (path.read_bytes() if is_open else b"")


def writings(word: str) -> tuple[bytes, ...]:
    """How a word may stand in a file: by encoding, packed in base64 at each of its three places, escaped, folded."""
    spelled = (word, word.upper())
    plain = [text.encode(code) for text in spelled for code in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")]
    escaped = (json.dumps(word)[1:-1], quote(word), word.encode("unicode_escape").decode(), fold(word))
    packed = [_packed(text, at) for text in plain for at in range(3)]
    return (*plain, *packed, *(text.encode() for text in escaped))


def _packed(text: bytes, before: int) -> bytes:
    """What is the same of it in base64 whatever stands around it, with so many bytes of its group of three before."""
    whole = b64encode(bytes(before) + text).rstrip(b"=")
    return whole[(0, 2, 3)[before] : -1]


def words_in(content: bytes, words: Iterable[str]) -> list[str]:
    """Which of the words stand in it, in whatever writing and in capitals or not."""
    lowered = content.lower()
    return [word for word in words if any(text in content or text.lower() in lowered for text in writings(word))]


def full_of(markers: Markers, folder: Path) -> Path:
    """A casebook with another word in every text of it, closed."""
    made = folder / "casus-7.tijdlijn"
    with OpenCasebook.create(made, WORDS, title=markers.word("title of a case")) as book:
        case_id, word = book.cases()[0].id, markers.word
        domains = (word("domain"), *book.case(case_id).domains)
        editing.change_case(book, case_id, notes=word("notes of a case"), domains=domains)
        editing.apply(book, case_id, everything(markers), "Lees in")
        retention.set_day(book, case_id, date(2031, 1, 1), word("why it is kept"))
        retention.keep_terms(book, [Term(word("name of a term"), 12, CountsFrom.CHANGE)])
        sessions.keep_questions(book, SessionKind.EFFECTENCALCULATOR, [word("question of a kind")])
    return made


def form_of(space: Workspace) -> EntryForm:
    """The form of the placement."""
    space.controller.select(["p"])
    return space.inspector.entry_form


def _of_case(space: Workspace, field: QLineEdit | QPlainTextEdit, word: str) -> None:
    space.controller.select(())
    put(field, word)
    space.flush()


def _consent(space: Workspace, word: str) -> None:
    part(space, 0)
    consents = space.meetings.preparing.consents
    consents.add.click()
    for line in (consents.cards[-1].who, consents.cards[-1].purpose, consents.cards[-1].how):
        put(line, word)


def _reflection(space: Workspace, word: str) -> None:
    part(space, 3)
    space.meetings.reflections.choose("b")
    put(space.meetings.reflections.form.texts["how"], word)


def _person(space: Workspace, word: str) -> None:
    new_person(space)
    form = space.people.form
    assert form is not None
    put(form.name, word)


def _phase(space: Workspace, word: str) -> None:
    type_new_phase(space)
    fresh = space.phasing.panel.fresh
    assert fresh is not None
    put(fresh.name, word)


def _quick(space: Workspace, word: str) -> None:
    put(space.quick.line, f"mrt 2019 contact {word}")
    space.quick._enter()


TYPED: dict[str, Callable[[Workspace, str], object]] = {
    "a line that was entered": _quick,
    "a line that was not": lambda s, word: put(s.quick.line, f"apr 2019 {word} @{word} #{word}"),
    "words searched for": lambda s, word: put(s.search.field, word),
    "words of the filter": lambda s, word: put(s.filter.text, word),
    "name of a view": lambda s, word: (s.save_view(), put(s.filter.naming.field, word)),
    "date": lambda s, word: put(form_of(s).date.begin, word),
    "cost": lambda s, word: put(form_of(s).cost.line, word),
    "new name": lambda s, word: put(form_of(s).persons.input, word),
    "new source": lambda s, word: put(form_of(s).citations.input, word),
    "title of an entry": lambda s, word: put(form_of(s).title.area, word),
    "details": lambda s, word: put(form_of(s).details.area, word),
    "title of the case": lambda s, word: _of_case(s, s.inspector.case_form.title, word),
    "notes of the case": lambda s, word: _of_case(s, s.inspector.case_form.notes, word),
    "why it is kept": lambda s, word: _of_case(s, s.inspector.case_form.retention.why, word),
    "attendee": lambda s, word: put(part(s, 0).meetings.preparing.attendees.add, word),
    "place of a meeting": lambda s, word: put(part(s, 0).meetings.preparing.place, word),
    "aim": lambda s, word: put(part(s, 0).meetings.preparing.aim, word),
    "consent": _consent,
    "question": lambda s, word: put(part(s, 1).meetings.questions.list.add, word),
    "answer": lambda s, word: put(part(s, 1).meetings.questions.list.cards[0].answer, word),
    "words of the family": lambda s, word: put(part(s, 1).meetings.questions.list.cards[0].family.text, word),
    "notes of a meeting": lambda s, word: put(part(s, 2).meetings.notes.text, word),
    "reflection": _reflection,
    "agreement": lambda s, word: put(part(s, 4).meetings.agreements.add, word),
    "phase": _phase,
    "person": _person,
}  # fmt: skip
"""Where somebody types, in an order in which one does not hold back the next."""


def on_clipboard() -> bytes:
    """Everything that is on it, of whatever kind."""
    data = application().clipboard().mimeData()
    return b"".join(bytes(data.data(kind).data()) for kind in data.formats()) if data else b""


def titles() -> list[str]:
    """Of all windows that can be seen."""
    return [one.windowTitle() for one in application().topLevelWidgets() if one.isVisible()]
