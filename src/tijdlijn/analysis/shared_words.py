"""Which word two titles share that tells what they are about: 'MST', 'dagbehandeling', never 'zes maanden'."""

from __future__ import annotations

import re

from tijdlijn.language.calendar_nl import MONTHS
from tijdlijn.language.folding import fold
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONG, _SHORT = 6, 3
"""Letters from which a word tells something, and an abbreviation in capitals does."""
_COMMON_WORDS = (
    "aanmelding aanvraag afgebroken behandeling beschikking betrokken bepaling besluit eerste eindigt gemeente "
    "gesprek gesprekken gestart gezin gezins hulpverlening indicatie intake jeugdhulp jeugdzorg kinderen lange lopend "
    "maanden moeder nieuwe ondersteuning overbrugging overdracht periode school sessies tweede vader verblijf "
    "verlenging verlengd verwijzing vervolg voorlopig wachten wachtlijst wachttijd wijkteam zonder zomer"
)
_COMMON = frozenset(_COMMON_WORDS.split())


class SharedWords:
    """The telling words of the titles of a case; each title is looked at once."""

    def __init__(self, case: Case) -> None:
        names = (name for records in (case.persons, case.workers) for name in (r.name for r in records))
        said = {fold(word) for name in names for word in _WORD.findall(name)}
        self._empty = _COMMON | said | set(map(fold, MONTHS))
        self._of: dict[str, dict[str, str]] = {}

    def between(self, first: Entry, second: Entry) -> str:
        """The longest word that both titles have, as the first writes it; empty when there is none."""
        mine = self._told(first)
        its = self._told(second) if mine else {}
        if mine.keys().isdisjoint(its):
            return ""
        return max((mine[word] for word in mine.keys() & its.keys()), key=lambda word: (len(word), word))

    def _told(self, entry: Entry) -> dict[str, str]:
        """The telling words of a title, by how they are compared."""
        found = self._of.get(entry.id)
        if found is None:
            found = self._of[entry.id] = self.telling(entry.title)
        return found

    def telling(self, text: str) -> dict[str, str]:
        """The telling words of any text, by how they are compared."""
        words = {fold(word): word for word in _WORD.findall(text) if _tells(word)}
        return {key: word for key, word in words.items() if key not in self._empty}


def _tells(word: str) -> bool:
    return len(word) >= _LONG or (len(word) >= _SHORT and word.isupper())
