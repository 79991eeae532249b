"""Looking through documents in the background: what each of them may add, one document at a time.

The rule: the document that is read comes first, then those of which nobody knows what they tell. What was found in a
text is found once; only comparing it with the timeline is done again. A result that was overtaken is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from tijdlijn.dossier.candidates import Candidate, Family
from tijdlijn.model.documents import Document
from tijdlijn.services import reviewing
from tijdlijn.services.dossier import DocumentsRead, FiledDocument
from tijdlijn.services.reviewing import Review
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.tasks import run

NO_FAMILY = Family()


class Looking(QObject):
    """Reviews of the documents of a case. `looked` carries the id of the source of one that is known now.

    `texts` are of documents whose text the casebook does not keep. `cannot` are those that could not be looked through;
    `failed` says why.
    """

    looked = Signal(str)
    failed = Signal(str, str)

    def __init__(self, controller: CaseController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.family: Family | None = None
        self.reviews: dict[str, Review] = {}
        self.texts: dict[str, Document] = {}
        self.cannot: set[str] = set()
        self.is_busy = False
        self.is_left = False
        self._stale: set[str] = set()
        self._later: set[str] = set()
        self._wanted: Callable[[], tuple[str, Iterable[FiledDocument]]] = lambda: ("", ())

    def serve(self, wanted: Callable[[], tuple[str, Iterable[FiledDocument]]]) -> None:
        """From whom to hear which document is read and which there are; no documents stop the looking."""
        self._wanted = wanted

    def leave(self) -> None:
        """The case is closed: what comes in late is dropped."""
        self.is_left = True

    def look(self) -> None:
        """Look through the next document, unless one is being looked through."""
        source_id = "" if self.is_busy or self.is_left else self._next()
        if not source_id:
            return
        self.is_busy = True
        self._stale.discard(source_id)
        book, case_id = self._controller.book, self._controller.case.id
        family, text, before = self.family, self.texts.get(source_id), self.reviews.get(source_id)
        found = _found(before) if before is not None else None

        def work() -> tuple[Family, Review]:
            whom = reviewing.family_of(book, case_id) if family is None else family
            return whom, reviewing.review(book, case_id, source_id, document=text, family=whom, found=found)

        run(self, work, lambda result: self._take(source_id, family, *result), lambda said: self._fail(source_id, said))

    def _next(self) -> str:
        current, documents = self._wanted()
        waiting = [one.source_id for one in documents if self._must_look(one)]
        return current if current in waiting else next(iter(waiting), "")

    def _must_look(self, one: FiledDocument) -> bool:
        has_text = one.keeps_text or one.source_id in self.texts
        must = one.source_id in self._stale or one.source_id not in self.reviews
        return has_text and must and one.source_id not in self.cannot

    def _take(self, source_id: str, asked: Family | None, family: Family, review: Review) -> None:
        self.is_busy = False
        if self.is_left:
            return
        if asked is self.family:
            self.family = family
            if source_id not in self._stale:
                self.reviews[source_id] = review
                self.looked.emit(source_id)
        self.look()

    def _fail(self, source_id: str, sentence: str) -> None:
        self.is_busy = False
        if self.is_left:
            return
        self.cannot.add(source_id)
        self.failed.emit(source_id, sentence)
        self.look()

    # What no longer holds

    def renew(self, source_id: str) -> None:
        """Compare one document with the timeline anew, and any other when it is read."""
        self._later.update(self.reviews)
        self._later.discard(source_id)
        self._stale.add(source_id)

    def renew_all(self) -> None:
        """Compare every document anew."""
        self._stale.update(self.reviews)

    def opened(self, source_id: str) -> None:
        """A document is read: what was put off for it is done."""
        if source_id in self._later:
            self._later.discard(source_id)
            self._stale.add(source_id)

    def drop(self, source_id: str) -> None:
        """Find anew what one document tells."""
        self.reviews.pop(source_id, None)
        self.cannot.discard(source_id)

    def drop_all(self) -> None:
        """Find everything anew: other documents or persons may change what a text tells."""
        self.family = None
        self.reviews.clear()
        for known in (self._stale, self._later, self.cannot):
            known.clear()


def _found(review: Review) -> tuple[Candidate, ...]:
    return tuple(item.candidate for item in review.items)


def texts_not_kept(filed: Iterable[FiledDocument], read: DocumentsRead) -> dict[str, Document]:
    """The texts that were just read and that the casebook does not keep, by the id of their source."""
    texts = {(file.document.name, len(file.document.text)): file.document for file in read.documents}
    kept = ((one.source_id, texts.get((one.name, one.length))) for one in filed if not one.keeps_text)
    return {source_id: text for source_id, text in kept if text is not None}
