"""The page of the dossier: documents left, the text in the middle, candidates at the right, and the keys that decide.

The rule: one key, one decision, and the next open candidate is there. What is typed in a field is taken over before
anything is decided, and a decision that cannot be made says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from tijdlijn.dossier.candidates import Profile
from tijdlijn.language.dates_nl import DateContext
from tijdlijn.model.entries import Citation
from tijdlijn.services.passages import passage_place
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dossier_reader import items as order
from tijdlijn.ui.dossier_reader.acts import Acts
from tijdlijn.ui.dossier_reader.adding import Adding
from tijdlijn.ui.dossier_reader.candidate_list import CandidateList
from tijdlijn.ui.dossier_reader.desk import Desk
from tijdlijn.ui.dossier_reader.document_list import DocumentList
from tijdlijn.ui.dossier_reader.drafts import TypedOnCard, TypedOnProfile
from tijdlijn.ui.dossier_reader.find_bar import FindBar
from tijdlijn.ui.dossier_reader.keys import act_of
from tijdlijn.ui.dossier_reader.page_text import PageText
from tijdlijn.ui.dossier_reader.profile_bar import ProfileBar
from tijdlijn.ui.empty_state import EmptyState, empty_page
from tijdlijn.ui.widgets import ElidedLabel, button, column, plain_label, row, set_tip

GENRES = (
    "beschikking", "besluit", "brief", "contactjournaal", "evaluatie", "gezinsplan", "indicatie", "intakeverslag",
    "mail", "MDO-verslag", "melding", "onderzoek", "overdracht", "plan van aanpak", "raadsrapport", "verslag",
)  # fmt: skip
"""Genres to complete with, beside those that the dossier has."""
WIDTHS = (256, 700, 410)


class DossierReader(QWidget):
    """Reads the dossier of the controller's case. `timeline_asked` wants an entry shown; `told` says what was done."""

    timeline_asked = Signal(str)
    told = Signal(str)

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.desk = Desk(controller, self)
        self.documents = DocumentList()
        self.adding = Adding()
        self.page = PageText()
        self.profile = ProfileBar()
        self.finder = FindBar(self.page)
        self.candidates = CandidateList()
        self.card = self.candidates.card
        self.header = self._build_header()
        self._build()
        self.acts = Acts(self)
        self._typed = TypedOnCard(controller, self.card)
        self._typed_profile = TypedOnProfile(controller, self.profile)
        self._connect()

    # Building

    def _build(self) -> None:
        self.splitter = QSplitter()
        for place, part in enumerate((self._build_left(), self._build_middle(), self._build_right())):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(place, 1 if place == 1 else 0)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes(list(WIDTHS))
        self.pages = QStackedWidget()
        self.pages.addWidget(self._build_empty())
        self.pages.addWidget(self.splitter)
        layout = column(0)
        layout.addWidget(self.pages)
        self.setLayout(layout)
        self.setAccessibleName(self.tr("Dossier"))

    def _build_empty(self) -> QWidget:
        self.empty = EmptyState(
            "document",
            self.tr("Nog geen documenten in dit dossier"),
            self.tr(
                "Sleep verslagen, brieven, mails en beschikkingen hierheen, of een hele map. tijdlijn leest ze op deze "
                "computer, zoekt de datums en stelt regels voor. U beslist over elke regel; niets komt vanzelf op de "
                "tijdlijn."
            ),
        )
        files = button(self.tr("Bestanden kiezen…"), self.adding.choose_files, "primary", "document")
        folder = button(self.tr("Map kiezen…"), self.adding.choose_folder, icon="folder")
        self._empty_state = column(0)
        self._empty_state.setContentsMargins(0, 8, 0, 0)
        return empty_page(self.empty, (files, folder), self._empty_state)

    def _build_header(self) -> QWidget:
        """What the window puts beside the switch: how far the dossier is, and adding to it."""
        part, across = QWidget(), row(12)
        across.setContentsMargins(20, 8, 16, 6)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(180)
        self.progress = plain_label("", "soft", wrap=False)
        self.keep_texts = QCheckBox(self.tr("Tekst bewaren"))
        set_tip(
            self.keep_texts,
            self.tr(
                "Aan: de tekst van nieuwe documenten komt versleuteld in het casusboek. Uit: alleen de passages bij de "
                "regels blijven bewaard."
            ),
        )
        across.addWidget(self.bar)
        across.addWidget(self.progress)
        across.addStretch(1)
        across.addWidget(self.keep_texts)
        across.addWidget(button(self.tr("Map toevoegen…"), self.adding.choose_folder, "quiet", "folder"))
        across.addWidget(button(self.tr("Documenten toevoegen…"), self.adding.choose_files, "quiet", "plus"))
        part.setLayout(across)
        return part

    def _build_left(self) -> QWidget:
        part, box = QWidget(), column(10)
        box.setContentsMargins(0, 10, 0, 0)
        self._adding_place = column(0)
        self._adding_place.setContentsMargins(12, 0, 12, 0)
        self._adding_place.addWidget(self.adding)
        box.addLayout(self._adding_place)
        box.addWidget(self.documents, 1)
        part.setLayout(box)
        part.setMinimumWidth(210)
        return part

    def _build_middle(self) -> QWidget:
        part, box = QWidget(), column(0)
        self.no_text = EmptyState("document", "", "")
        self.texts = QStackedWidget()
        self.texts.addWidget(self.page)
        self.texts.addWidget(self.no_text)
        box.addWidget(self.profile)
        box.addWidget(self.finder)
        box.addWidget(self.texts, 1)
        part.setLayout(box)
        part.setMinimumWidth(360)
        return part

    def _build_right(self) -> QWidget:
        part, box = QFrame(), column(0)
        part.setProperty("role", "side")
        self.count = ElidedLabel("", "strong")
        head = row(8)
        head.setContentsMargins(14, 8, 8, 4)
        head.addWidget(self.count, 1)
        head.addWidget(self.candidates.no_facts)
        box.addLayout(head)
        box.addWidget(self.candidates, 1)
        words = self.tr("E wijzigen · N P volgende, vorige · U terug · T tijdlijn · F1 alle toetsen")
        keys = ElidedLabel(words, "small")
        foot = row(0)
        foot.setContentsMargins(14, 0, 14, 8)
        foot.addWidget(keys)
        box.addLayout(foot)
        part.setLayout(box)
        part.setMinimumWidth(340)
        return part

    def _connect(self) -> None:
        desk, card = self.desk, self.card
        desk.documents_changed.connect(self._show_documents)
        desk.document_changed.connect(self._show_document)
        desk.items_changed.connect(lambda: self._show_items(bring_text=True))
        desk.current_changed.connect(lambda: self._show_items(bring_text=True))
        desk.told.connect(self.told)
        desk.noted.connect(self.adding.tell)
        self.adding.read.connect(desk.file)
        self.documents.chosen.connect(self.open)
        self.keep_texts.clicked.connect(desk.keep_texts)
        self.profile.changed.connect(desk.set_profile)
        self.profile.left.connect(self.take_keys)
        self.finder.closed.connect(self.take_keys)
        self.page.chosen.connect(self.choose)
        self.page.made.connect(desk.make)
        self.candidates.chosen.connect(self.choose)
        self.candidates.turned.connect(desk.turn_no_facts)
        card.accept_asked.connect(self.acts.accept)
        card.skip_asked.connect(self.acts.skip)
        card.join_asked.connect(self.acts.join_with)
        card.reopen_asked.connect(self.acts.undo)
        card.show_asked.connect(self._go_to)
        card.leave_asked.connect(self.take_keys)
        card.edited.connect(lambda: desk.keep(card.draft))

    # What the window asks

    def wake(self) -> None:
        """The page is shown: list what there is, and take the keys."""
        self.desk.wake()
        self.take_keys()

    def sleep(self) -> None:
        """The page is left; what is typed is kept with its candidate."""
        self.flush()
        self.desk.sleep()

    def flush(self) -> None:
        """Hand over what is typed of the document and of the candidate."""
        self.profile.flush()
        self.card.flush()

    def add(self, paths: Sequence[Path]) -> None:
        """Read files and folders, and put them in the dossier."""
        self.adding.add(paths)

    def start_search(self) -> None:
        """Search in the document that is read."""
        if self.desk.document is not None:
            self.finder.start()

    def open_at(self, source_id: str, citation: Citation | None) -> bool:
        """Open the document of a source, at the passage of a citation; whether there is such a document."""
        if source_id not in {one.source_id for one in self.desk.filed}:
            return False
        self.open(source_id)
        document = self.desk.document
        place = passage_place(document, citation) if document is not None and citation is not None else None
        if place is not None:
            self.page.show_passage(place)
        elif citation is not None and citation.passage:
            self.adding.tell(self.tr("De passage staat niet (meer) zo in dit document."))
        return True

    def leave(self) -> None:
        """The case is closed: what is being read stops."""
        self.adding.leave()
        self.desk.looking.leave()

    def take_keys(self) -> None:
        """Give the keys to the text, from where single keys decide."""
        if self.pages.currentWidget() is self.splitter:
            target: QWidget = self.page if self.texts.currentWidget() is self.page else self.candidates.area
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """The parts of the page that F6 and Tab go through."""
        return self.header, self.documents, self.profile, self.finder, self.page, self.candidates

    # Showing

    def open(self, source_id: str) -> None:
        """Read a document."""
        self.flush()
        self.desk.open(source_id)
        self.take_keys()

    def choose(self, key: str) -> None:
        """Make a candidate the current one."""
        self.card.flush()
        self.desk.choose(key)
        self.take_keys()

    def _show_documents(self) -> None:
        desk = self.desk
        has_any = bool(desk.filed)
        if has_any == (self.pages.currentWidget() is not self.splitter):
            self.pages.setCurrentIndex(1 if has_any else 0)
            (self._adding_place if has_any else self._empty_state).addWidget(self.adding)
        self.documents.show_documents(desk.shelved, desk.source_id)
        done, of = desk.progress
        self.bar.setVisible(bool(of))
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
        self.progress.setText(self.tr("{0} van {1} beslist in het hele dossier").format(done, of) if of else "")
        self.bar.setAccessibleName(self.progress.text())
        self.keep_texts.setChecked(desk.keeps_texts)
        self._show_profile()

    def _show_profile(self) -> None:
        desk, case = self.desk, self._controller.case
        one = next((one for one in desk.filed if one.source_id == desk.source_id), None)
        self.profile.setVisible(one is not None)
        if one is None:
            return
        genres = {*GENRES, *(known.genre for known in desk.filed if known.genre)}
        agencies = {*(party.name for party in case.parties), *(known.agency for known in desk.filed if known.agency)}
        self.profile.show_names(genres, agencies, DateContext(today=case.today))
        told = " ".join(desk.document.notices) if desk.document else ""
        self._typed_profile.show(one.source_id, one.name, Profile(one.genre, one.agency, one.date), told)

    def _show_document(self) -> None:
        document = self.desk.document
        self.page.show_document(document)
        self.texts.setCurrentWidget(self.page if document is not None else self.no_text)
        self.no_text.say(
            self.tr("Alleen de passages zijn bewaard"),
            self.tr(
                "De tekst van dit document staat niet in het casusboek. Voeg het bestand opnieuw toe om het te lezen."
            ),
        )
        self._show_profile()
        self.finder.renew()
        if self.isVisible() and not isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit)):
            self.take_keys()

    def _show_items(self, *, bring_text: bool) -> None:
        desk = self.desk
        listed, current, draft = desk.listed, desk.current, desk.draft
        if current is not None and draft is not None:
            self.card.show_item(self._controller.case, current, draft)
            self._typed.bring_back((desk.source_id, desk.key))
        self.candidates.show_items(listed, desk.key, order.no_facts(desk.items), desk.with_no_facts)
        self._say_empty(bool(listed))
        self._show_count()
        said = current.candidate if current is not None else None
        passage = (said.passage_start, said.passage_end) if said is not None else (0, 0)
        self.page.show_marks(order.marks_of(listed), desk.key, passage)
        if said is not None and bring_text:
            self.page.bring(said.start, said.end)

    def _show_count(self) -> None:
        done, of = order.progress_of(self.desk.items)
        if not of:
            self.count.setText(self.tr("Wordt doorgenomen…") if self.desk.looking.is_busy else "")
        elif done == of:
            self.count.setText(self.tr("Klaar: alle {0} beslist").format(of) if of > 1 else self.tr("Klaar"))
        else:
            self.count.setText(self.tr("{0} van {1} beslist").format(done, of))

    def _say_empty(self, has_any: bool) -> None:
        if has_any:
            return
        if self.desk.looking.is_busy and not self.desk.items:
            heading, text = self.tr("Dit document wordt doorgenomen"), self.tr("De datums verschijnen hier vanzelf.")
        else:
            heading = self.tr("Geen datums gevonden")
            text = self.tr("Selecteer woorden in de tekst en druk op Enter om er zelf een regel van te maken.")
        self.candidates.empty.say(heading, text)

    def _go_to(self, entry_id: str) -> None:
        if entry_id:
            self.timeline_asked.emit(entry_id)

    # Keys

    def event(self, event: QEvent) -> bool:
        """A key of the reader is no shortcut of the menus while the page has the keys."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the parts leave. Enter on a button presses it and decides nothing."""
        focus = QApplication.focusWidget()
        act = act_of(event)
        if act is None or self.pages.currentWidget() is not self.splitter:
            super().keyPressEvent(event)
        elif act == ("accept", 0) and isinstance(focus, QAbstractButton) and event.key() != Qt.Key.Key_A:
            focus.click()
        else:
            getattr(self.acts, act[0])(act[1]) if _counts(act[0]) else getattr(self.acts, act[0])()


def _is_ours(event: QKeyEvent) -> bool:
    return act_of(event) is not None or event.key() == Qt.Key.Key_Delete


def _counts(name: str) -> bool:
    return name in ("step", "end", "page", "document", "number")
