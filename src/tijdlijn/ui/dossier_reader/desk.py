"""What lies on the reader's desk: the documents of the dossier, the one that is read, and what it may add.

The rule: looking through documents is work for the background, the one that is read first; a decision is committed at
once and shown at once, and what follows from it for the rest comes when it is known. Nothing is kept here but drafts:
what was decided is in the casebook.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from tijdlijn.dossier.candidates import Profile
from tijdlijn.model.documents import Document, Verdict
from tijdlijn.services import deciding, dossier, reviewing
from tijdlijn.services.changes import Change
from tijdlijn.services.dossier import DocumentsRead, FiledDocument
from tijdlijn.services.reviewing import Review, Reviewed
from tijdlijn.services.taking_back import take_back
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dossier_reader import items as order
from tijdlijn.ui.dossier_reader.document_list import Shelved
from tijdlijn.ui.dossier_reader.draft import Draft
from tijdlijn.ui.dossier_reader.drafts import ByHand, Drafts
from tijdlijn.ui.dossier_reader.looking import NO_FAMILY, Looking, texts_not_kept
from tijdlijn.ui.tasks import run


class Desk(QObject):
    """The state of the reader. Signals carry no data, but for `told`, what was done, and `noted`, what must be read."""

    documents_changed = Signal()
    document_changed = Signal()
    items_changed = Signal()
    current_changed = Signal()
    told = Signal(str)
    noted = Signal(str)

    def __init__(self, controller: CaseController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.filed: tuple[FiledDocument, ...] = ()
        self.source_id = ""
        self.document: Document | None = None
        self.items: tuple[Reviewed, ...] = ()
        self.key = ""
        self.with_no_facts = False
        self.looking = Looking(controller, self)
        self._progress: dict[str, tuple[int, int]] = {}
        self._by_hand = ByHand(controller, self)
        self._drafts = Drafts(controller, self)
        self._keys: dict[str, str] = {}
        self._seen: dict[str, Verdict | None] = {}
        self._persons = controller.case.persons
        self._is_awake = False
        self._acts = False
        self.looking.serve(lambda: (self.source_id, self.filed if self._is_awake else ()))
        self.looking.looked.connect(self._looked)
        self.looking.failed.connect(self._failed)
        controller.case_changed.connect(self._case_changed)
        controller.dossier_changed.connect(self._dossier_changed)

    # The documents

    @property
    def shelved(self) -> tuple[Shelved, ...]:
        """The documents as they stand in the list."""
        return tuple(self._shelved(one) for one in self.filed)

    def _shelved(self, one: FiledDocument) -> Shelved:
        review = self.looking.reviews.get(one.source_id)
        done, total = self._progress.get(one.source_id, (one.decided, None))
        notices = review.document.notices if review is not None else ()
        if not one.keeps_text and one.source_id not in self.looking.texts:
            total, notices = done, (self.tr("alleen de passages zijn bewaard"),)
        return Shelved(one.source_id, one.name, one.genre, one.agency, one.date, done, total, notices, one.keeps_text)

    @property
    def progress(self) -> tuple[int, int]:
        """How many candidates of how many are decided, of the documents that were looked through."""
        known = [one for one in self.shelved if one.total is not None]
        return sum(one.done for one in known), sum(one.total or 0 for one in known)

    @property
    def profile(self) -> Profile:
        """What is known of the document that is read."""
        one = next((one for one in self.filed if one.source_id == self.source_id), None)
        return Profile(one.genre, one.agency, one.date) if one else Profile()

    @property
    def name(self) -> str:
        """The name of the document that is read."""
        return next((one.name for one in self.filed if one.source_id == self.source_id), "")

    def wake(self) -> None:
        """The reader is shown: list the documents, and begin where one was."""
        self._is_awake = True
        self.refresh()

    def sleep(self) -> None:
        """The reader is not shown: what is being looked through is finished, and nothing else is begun."""
        self._is_awake = False

    def refresh(self) -> None:
        """List the documents as they are in the casebook now; another is opened when the one that was read is gone."""
        self.filed = dossier.filed(self.controller.book, self.controller.case.id)
        ids = [one.source_id for one in self.filed]
        if self.source_id not in ids:
            self._leave_document()
            self.source_id = ""
        self.documents_changed.emit()
        if not self.source_id and ids:
            self.open(ids[0])
        elif not ids:
            self.document_changed.emit()
        else:
            self._reload()
        self.looking.look()

    def open(self, source_id: str, key: str = "") -> None:
        """Read another document, from the candidate with this key, or where one was in it."""
        self._leave_document()
        self.source_id = source_id
        self.key = key or self._keys.get(source_id, "")
        book, case_id = self.controller.book, self.controller.case.id
        self.document = self.looking.texts.get(source_id) or dossier.document(book, case_id, source_id)
        self._show_review(self.looking.reviews.get(source_id))
        self.looking.opened(source_id)
        self.document_changed.emit()
        self.items_changed.emit()
        self.documents_changed.emit()
        self.looking.look()

    def _leave_document(self) -> None:
        if self.source_id:
            self._keys[self.source_id] = self.key
        self.document, self.items, self.key = None, (), ""
        self._seen = {}

    def file(self, read: DocumentsRead) -> None:
        """Put documents that were read in the casebook, as one step; the first that is new is opened."""
        book, case_id, before = self.controller.book, self.controller.case.id, {one.source_id for one in self.filed}

        def filed(change: Change | None) -> None:
            if self.looking.is_left:
                return
            if change is None:
                self.noted.emit(self.tr("Deze documenten zaten al in het dossier; er is niets veranderd."))
                return
            self.controller.refresh()
            self.controller.saved.emit(change.step)
            there = dossier.filed(book, case_id)
            self.looking.texts.update(texts_not_kept(there, read))
            self.looking.drop_all()
            self.refresh()
            fresh = next((one.source_id for one in self.filed if one.source_id not in before), "")
            self.open(fresh or self.source_id)
            one, many = self.tr("1 document gelezen."), self.tr("{0} documenten gelezen.")
            self.told.emit(one if len(read.documents) == 1 else many.format(len(read.documents)))

        if read.documents:
            run(self, lambda: dossier.file_documents(book, case_id, read), filed, self.noted.emit)

    def _reload(self) -> None:
        """Show the text anew when there is another version of it."""
        book, case_id = self.controller.book, self.controller.case.id
        there = self.looking.texts.get(self.source_id) or dossier.document(book, case_id, self.source_id)
        if there != self.document:
            self.looking.drop(self.source_id)
            self.open(self.source_id)

    # What was found

    def _looked(self, source_id: str) -> None:
        review = self.looking.reviews[source_id]
        self._progress[source_id] = order.progress_of(self._items(review))
        if source_id == self.source_id:
            self._show_review(review)
            self.items_changed.emit()
        self.documents_changed.emit()

    def _failed(self, source_id: str, sentence: str) -> None:
        self.noted.emit(sentence)
        self.items_changed.emit()

    def _show_review(self, review: Review | None) -> None:
        """Take over what is known of the document that is read; what came back by undo becomes the current one."""
        self.items = self._items(review) if review is not None else ()
        now = {item.candidate.key: item.verdict for item in self.items}
        back = [key for key, verdict in now.items() if key in self._seen and self._seen[key] != verdict]
        self._seen = now
        listed = [item.candidate.key for item in self.listed]
        if len(back) == 1 and back[0] in listed:
            self.key = back[0]
        elif self.key not in listed and self.items:
            self.key = order.next_open(self.listed, "") or next(iter(listed), "")

    def _items(self, review: Review) -> tuple[Reviewed, ...]:
        return order.items_of(review, self.controller.case, self._by_hand.of(review.source_id))

    # What is listed and current

    @property
    def listed(self) -> list[Reviewed]:
        """The items in the list, in the order of the text."""
        return order.in_list(self.items, self.with_no_facts)

    @property
    def current(self) -> Reviewed | None:
        """The item that keys decide about."""
        return next((item for item in self.items if item.candidate.key == self.key), None)

    def choose(self, key: str) -> None:
        """Make an item the current one; one that is no fact is listed from now on."""
        item = next((item for item in self.items if item.candidate.key == key), None)
        if item is not None and key != self.key:
            self.with_no_facts = self.with_no_facts or item not in self.listed
            self.key = key
            self.current_changed.emit()

    def step(self, by: int) -> None:
        """Go to the next or previous item."""
        self.choose(order.beside(self.listed, self.key, by))

    def go_to_end(self, by: int) -> None:
        """Go to the first or last item."""
        for item in self.listed[-1:] if by > 0 else self.listed[:1]:
            self.choose(item.candidate.key)

    def turn_no_facts(self) -> None:
        """Show what is no fact among the rest, or no longer."""
        self.with_no_facts = not self.with_no_facts
        if self.current not in self.listed:
            self.key = order.next_open(self.listed, "") or (self.listed[0].candidate.key if self.listed else "")
        self.items_changed.emit()

    def step_document(self, by: int, in_list: list[str]) -> None:
        """Read the next or previous document of the list as it is ordered now."""
        at = in_list.index(self.source_id) + by if self.source_id in in_list else -1
        if 0 <= at < len(in_list):
            self.open(in_list[at])

    @property
    def next_open_key(self) -> str:
        """The key of the next item of this document that is open; empty when there is none."""
        return order.next_open(self.listed, self.key)

    def open_next(self, in_list: list[str]) -> bool:
        """Read the next document of the list in which something is open, round to the beginning; whether there is."""
        is_open = {one.source_id for one in self.shelved if one.is_open and one.source_id not in self.looking.cannot}
        at = in_list.index(self.source_id) + 1 if self.source_id in in_list else 0
        following = next((id_ for id_ in (*in_list[at:], *in_list[:at]) if id_ in is_open), "")
        if following:
            self.open(following)
        return bool(following)

    # Drafts

    @property
    def draft(self) -> Draft | None:
        """What the current item would become, as it was changed."""
        item = self.current
        if item is None:
            return None
        return self._drafts.of((self.source_id, self.key), item.candidate, self.looking.family or NO_FAMILY)

    def keep(self, draft: Draft | None) -> None:
        """Keep the draft of the current item as it was changed."""
        if draft is not None and self.key:
            self._drafts.keep((self.source_id, self.key), draft)

    # Deciding

    def accept(self, draft: Draft) -> bool:
        """Put the current item on the timeline as its draft says it; whether that was done."""
        item = self.current
        if item is None or item.verdict is not None:
            return False
        return self._decide(Verdict.ACCEPTED, deciding.accept, item.candidate, draft)

    def skip(self) -> bool:
        """Say that the current item adds nothing."""
        item = self.current
        return item is not None and self._decide(Verdict.SKIPPED, deciding.skip, item.candidate)

    def join(self, entry_id: str) -> bool:
        """Let an entry rest on the passage of the current item too."""
        item = self.current
        if item is None or item.verdict is not None:
            return False
        family = self.looking.family or NO_FAMILY
        return self._decide(Verdict.JOINED, deciding.join, item.candidate, entry_id, family=family)

    def _decide(self, verdict: Verdict, verb: Callable[..., Change], *given: Any, **named: Any) -> bool:
        key = self.key
        change = self._do(verb, self.source_id, *given, **named)
        if change is None:
            return False
        entry_id = given[1] if verdict is Verdict.JOINED else next(iter(change.entry_ids), "")
        self._drafts.drop((self.source_id, key))
        self._by_hand.drop((self.source_id, key))
        self._settle(key, verdict, entry_id)
        self.key = order.next_open(self.listed, key) or key
        self._look_again()
        return True

    def _settle(self, key: str, verdict: Verdict | None, entry_id: str) -> None:
        """Show at once what was decided about an item."""
        self.items = tuple(
            Reviewed(item.candidate, verdict, entry_id) if item.candidate.key == key else item for item in self.items
        )
        self._seen[key] = verdict
        self._progress[self.source_id] = order.progress_of(self.items)

    def take_back(self) -> None:
        """Open the current item again when it was decided; else take the last step back, whatever it was."""
        item = self.current
        if item is None or item.verdict is None:
            self.controller.undo()
        elif item.candidate.key.startswith("regel:"):
            self.told.emit(self.tr("Deze regel is elders gemaakt. Wijzig of verwijder hem op de tijdlijn."))
        elif self._do(take_back, self.source_id, item) is not None:
            self._settle(self.key, None, "")
            self._look_again()

    def make(self, start: int, end: int) -> None:
        """Make an item by hand of the words from `start` to `end`; it becomes the current one."""
        document, family = self.document, self.looking.family
        if document is None or family is None:
            self.told.emit(self.tr("Dit document wordt nog doorgenomen. Probeer het zo nog een keer."))
            return
        candidate = reviewing.by_hand(document, start, end, self.profile, family)
        if any(item.candidate.key == candidate.key for item in self.items):
            candidate = replace(candidate, key=f"{candidate.key}+{start}")  # a sentence can tell two things of one day
        review = self.looking.reviews.get(self.source_id)
        if review is not None:
            self._by_hand.add(self.source_id, candidate)
            self.items = self._items(review)
            self.key = candidate.key
            self.items_changed.emit()

    def set_profile(self, profile: Profile) -> None:
        """Say what kind of document it is; its candidates are found anew."""
        given = {"genre": profile.genre, "agency": profile.agency, "day": profile.day}
        if self._do(dossier.set_profile, self.source_id, **given) is not None:
            self.looking.drop(self.source_id)
            self.refresh()

    @property
    def keeps_texts(self) -> bool:
        """Whether texts of documents that come are kept."""
        return dossier.keeps_texts(self.controller.book, self.controller.case.id)

    def keep_texts(self, keep: bool) -> None:
        """Keep the texts of documents that come, or the passages only."""
        self._do(dossier.set_keeps_texts, keep)

    def _do(self, verb: Callable[..., Change], *given: Any, **named: Any) -> Change | None:
        """Carry out a verb; what is selected on the timeline stays selected."""
        selected = self.controller.selection
        self._acts = True
        try:
            change = self.controller.do(verb, *given, **named)
        finally:
            self._acts = False
        if change is not None:
            self.controller.select([id_ for id_ in selected if id_ in self.controller.case.entries_by_id])
        return change

    # What changes elsewhere

    def _look_again(self) -> None:
        """Compare with the timeline anew: the document that is read at once, any other when it is read."""
        self.looking.renew(self.source_id)
        self.items_changed.emit()
        self.documents_changed.emit()
        self.looking.look()

    def _case_changed(self) -> None:
        if self._acts:
            return
        persons = self.controller.case.persons
        if persons != self._persons:
            self._persons = persons
            self.looking.drop_all()
        self._look_again()

    def _dossier_changed(self) -> None:
        if self._acts:
            return
        self.looking.renew_all()
        if self._is_awake:
            self.refresh()
