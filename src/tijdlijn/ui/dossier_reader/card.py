"""The card of the current candidate: what it would become, changed where it stands, and the keys that decide.

The rule: what is shown is what would be written. Fields are those of the inspector, on a draft instead of an entry;
what resembles or contradicts it on the timeline is shown before anybody decides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tijdlijn.language.dates_nl import shown, write
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import AimedAt, Kader
from tijdlijn.render_qt.painting import painting
from tijdlijn.services.reviewing import Reviewed
from tijdlijn.ui.chips import ChipRow
from tijdlijn.ui.dossier_reader.draft import Answer, Draft, answered, answers
from tijdlijn.ui.dossier_reader.items import look_of, when_of
from tijdlijn.ui.dossier_reader.join_panel import JoinPanel
from tijdlijn.ui.dossier_reader.marks import Look, paint_sign
from tijdlijn.ui.inspector.code_fields import CodesField, FormField, KindField, SchakelmomentField
from tijdlijn.ui.inspector.date_field import DateField
from tijdlijn.ui.inspector.field import Edited, Field
from tijdlijn.ui.inspector.name_fields import PartiesField, PersonsField, WorkersField
from tijdlijn.ui.inspector.text_fields import AreaField
from tijdlijn.ui.widgets import Section, button, column, emptied, plain_label, row

MOST_LIKELY = 3
"""Entries that are shown as resembling or contradicting, at most."""


class _BigDate(DateField):
    """The date as the heading of the card, which can be typed over."""

    def __init__(self) -> None:
        super().__init__()
        self.begin.setProperty("role", "date")
        self.end.setProperty("role", "date")

    def renew(self) -> None:
        super().renew()
        self._begin_label.setVisible(self._as_period)
        self._period.hide()  # a period can be typed in the same line: the entry is none that others see yet

    def _judge(self) -> UncertainDate | None:
        date = super()._judge()
        self.keep_words.hide()
        return date

    def _sentence(self) -> str:
        entry = self._entry
        if entry is not None and entry.date is None and entry.unread_date == self._words:
            return self.tr("Nog geen datum. Kies een antwoord of typ hier een datum.")
        return super()._sentence()


class Sign(QWidget):
    """The sign of a look beside words."""

    def __init__(self) -> None:
        super().__init__()
        self.look = Look.OPEN
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(16, 16)

    def show_look(self, look: Look) -> None:
        """Show another."""
        self.look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_sign(painter, self.rect().toRectF(), self.look, is_current=True)


class CandidateCard(QFrame):
    """One item, large. Signals say what was pressed; `leave_asked` comes when a key leaves the fields."""

    accept_asked = Signal()
    skip_asked = Signal()
    reopen_asked = Signal()
    join_asked = Signal(str)
    show_asked = Signal(str)
    leave_asked = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "current")
        self.setAccessibleName(self.tr("Kandidaat"))
        self.case: Case | None = None
        self.item: Reviewed | None = None
        self.draft: Draft | None = None
        self.answers: tuple[Answer, ...] = ()
        self._make_fields()
        self._lay_out()
        for field in self.fields:
            field.edited.connect(lambda made, field=field: self._edited(field, made))
        self.title.area.installEventFilter(self)
        for escaped in (self.title.area.escaped, self.date.begin.escaped, self.date.end.escaped):
            escaped.connect(self.leave_asked)

    def _make_fields(self) -> None:
        self.sign = Sign()
        self.state = plain_label("", "small", wrap=False)
        self.where = plain_label("", "small", wrap=False)
        self.how = plain_label("", "small")
        self.question = plain_label("", "asks")
        self.choices = ChipRow(self.tr("Antwoorden"))
        self.joining = JoinPanel()
        self.date = _BigDate()
        self.kind = KindField()
        self.title = AreaField("title", self.tr("titel"), "", self.tr("Wat was er?"), lines=1, one=True)
        self.persons = PersonsField()
        self.parties = PartiesField()
        self.workers = WorkersField()
        self.turn = SchakelmomentField()
        self.more = Section(self.tr("Meer"), key="kandidaat-meer")
        self._care = (
            self.workers,
            self.turn,
            CodesField("kader", self.tr("kader"), self.tr("Kader"), Kader),
            FormField(),
            CodesField("aimed_at", self.tr("gericht op"), self.tr("Gericht op"), AimedAt),
        )
        self.why = Section(self.tr("Waarom dit voorstel"), key="kandidaat-waarom")
        self.reasons = plain_label("", "small")
        self.fields: tuple[Field, ...] = (
            self.date, self.kind, self.title, self.persons, self.parties, *self._care
        )  # fmt: skip

    def _lay_out(self) -> None:
        head = row(6)
        head.addWidget(self.sign)
        head.addWidget(self.state, 1)
        head.addWidget(self.where)
        self.others = column(6)
        self.choices.toggled.connect(lambda key, _: self.answer(int(key)))
        for part in self._care:
            self.more.content.addWidget(part)
        self.why.content.addWidget(self.reasons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 8)
        layout.setSpacing(7)
        layout.addLayout(head)
        layout.addWidget(self.date)
        layout.addWidget(self.how)
        layout.addWidget(self.question)
        layout.addWidget(self.choices)
        layout.addLayout(self.others)
        layout.addWidget(self.joining)
        for field in (self.title, self.kind, self.persons, self.parties):
            layout.addWidget(field)
        folding = column(0)
        folding.addWidget(self.more)
        folding.addWidget(self.why)
        layout.addLayout(folding)
        self._make_buttons()

    def _make_buttons(self) -> None:
        """The buttons that decide stand below the list: in the same place for every candidate."""
        self.decisions = QFrame()
        self.decisions.setProperty("role", "decisions")
        self.accept = _decides(self.tr("Aannemen"), "Enter", self.accept_asked.emit, "primary")
        self.skip = _decides(self.tr("Overslaan"), "S", self.skip_asked.emit)
        self.join = _decides(self.tr("Samenvoegen"), "V", lambda: self.join_asked.emit(""))
        self.reopen = _decides(self.tr("Weer openen"), "U", self.reopen_asked.emit)
        self.go = _decides(self.tr("Op de tijdlijn"), "T", self._go)
        across = row(6)
        across.setContentsMargins(12, 8, 12, 8)
        for made in (self.accept, self.skip, self.join, self.reopen, self.go):
            across.addWidget(made)
        across.addStretch(1)
        self.decisions.setLayout(across)

    # Showing

    def show_item(self, case: Case, item: Reviewed, draft: Draft) -> None:
        """Show an item, with the draft of what it would become."""
        if self.item is None or self.item.candidate.key != item.candidate.key or item.verdict is not None:
            self.joining.hide()
        self.case, self.item = case, item
        said = item.candidate
        self.sign.show_look(look_of(item))
        self.state.setText(self._state_words(look_of(item)))
        self.where.setText(self.tr("pagina {0}").format(said.page) if said.page else "")
        self.how.setText(said.explained)
        self.how.setVisible(bool(said.explained))
        self.draft = draft
        self._ask(item)
        self._show_others(case, item)
        self.reasons.setText("\n".join(said.reasons))
        self.why.setVisible(bool(said.reasons))
        self.why.set_count(len(said.reasons))
        is_decided = item.verdict is not None
        for field in (self.date, self.kind, self.title, self.persons, self.parties):
            field.setVisible(not is_decided)
        self.more.setVisible(not is_decided)
        self._show_fields()
        for made in (self.accept, self.skip, self.join):
            made.setVisible(not is_decided)
        self.reopen.setVisible(is_decided)
        self.go.setVisible(is_decided and item.entry_id in case.entries_by_id)
        if is_decided:
            self._show_decided(case, item)
        self.setAccessibleDescription(f"{self.state.text()}: {when_of(item)}, {said.title}. {said.question}".strip())

    def _show_decided(self, case: Case, item: Reviewed) -> None:
        """What became of it: the entry as it stands on the timeline now."""
        entry = case.entries_by_id.get(item.entry_id)
        when, title = (when_of(item), item.candidate.title) if entry is None else (_date(entry), title_of(entry))
        self.others.addWidget(plain_label(when, "heading"))
        self.others.addWidget(plain_label(title))

    def _show_fields(self) -> None:
        if self.draft is None:
            return
        for field in self.fields:
            field.show_entries(self.draft.case, (self.draft.entry,))
        self.more.set_count(sum(field.filled for field in self._care))

    def _ask(self, item: Reviewed) -> None:
        said = item.candidate
        is_asked = item.verdict is None and bool(said.question) and said.date is None
        self.question.setText(said.question)
        self.question.setVisible(is_asked)
        self.answers = answers(self.draft, said.words) if is_asked and self.draft else ()
        self.choices.set_options(
            (str(at), f"{at + 1}  {answer.person.name}: {write(answer.date)}") for at, answer in enumerate(self.answers)
        )
        date = self.draft.entry.date if self.draft else None
        self.choices.show_state({str(at) for at, answer in enumerate(self.answers) if answer.date == date})
        self.choices.setVisible(bool(self.answers))

    def answer(self, at: int) -> bool:
        """Take one of the answers; whether there is such a one."""
        if self.draft is None or not 0 <= at < len(self.answers):
            return False
        self.draft = answered(self.draft, self.answers[at])
        self.choices.show_state({str(at)})
        self._show_fields()
        self.edited.emit()
        return True

    def _show_others(self, case: Case, item: Reviewed) -> None:
        emptied(self.others)
        if item.verdict is not None:
            return
        against = [id_ for id_ in item.conflicting if id_ in case.entries_by_id][:MOST_LIKELY]
        likely = [id_ for id_ in item.same if id_ in case.entries_by_id and id_ not in against][:MOST_LIKELY]
        for id_ in against:
            self.others.addWidget(_Other(case, case.entries_by_id[id_], self, is_against=True))
        for id_ in likely:
            self.others.addWidget(_Other(case, case.entries_by_id[id_], self, is_against=False))

    def _state_words(self, look: Look) -> str:
        return {
            Look.OPEN: self.tr("Nog te beslissen"),
            Look.ASKS: self.tr("Heeft een antwoord nodig"),
            Look.ACCEPTED: self.tr("Aangenomen"),
            Look.JOINED: self.tr("Samengevoegd"),
            Look.SKIPPED: self.tr("Overgeslagen"),
            Look.NO_FACT: self.tr("Geen feit"),
        }[look]

    # Changing

    def edit(self) -> None:
        """Put the cursor in the title; in the date when that is what is asked."""
        if self.item is None or self.item.verdict is not None:
            return
        if self.draft is not None and self.draft.entry.date is None:
            self.date.begin.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.date.begin.selectAll()
        else:
            self.title.area.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.title.area.selectAll()

    def ask_join(self) -> None:
        """Offer the entries that may tell the same."""
        if self.case is not None and self.item is not None:
            item = self.item
            self.joining.ask(self.case, (*item.conflicting, *item.same), self.draft.entry.date if self.draft else None)

    def flush(self) -> str:
        """Take over what is typed; a sentence when something cannot be read."""
        for field in self.fields:
            field.flush()
        left = next((field for field in self.fields if field.draft), None)
        return left.problem.text() or self.tr("Er staat nog iets in een veld wat niet is overgenomen.") if left else ""

    def _edited(self, field: Field, made: Edited) -> None:
        if self.draft is None:
            return
        self.draft = self.draft.edited(made)
        field.case, field.entries = self.draft.case, (self.draft.entry,)
        field.say_problem("")
        field.renew()
        for other in self.fields:
            if other is not field:
                other.show_entries(self.draft.case, (self.draft.entry,))
        self.edited.emit()

    def _go(self) -> None:
        if self.item is not None:
            self.show_asked.emit(self.item.entry_id)

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the title takes it over and leaves it; Ctrl+Enter accepts from there."""
        if watched is self.title.area and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_used = _is_enter(event)
            if is_used:
                self.title.flush()
                self._entered(event)
            return is_used or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the fields leave. An Enter that a field has used must not decide as well."""
        focus = QApplication.focusWidget()
        if _is_enter(event) and isinstance(focus, QAbstractButton) and not _is_with_control(event):
            focus.click()
        elif _is_enter(event) and focus is not self:
            self._entered(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_asked.emit()
        else:
            event.ignore()

    def _entered(self, event: QKeyEvent) -> None:
        if _is_with_control(event):
            self.accept_asked.emit()
        elif QApplication.focusWidget() in (self.title.area, self.date.begin, self.date.end) and not self.date.draft:
            self.leave_asked.emit()


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _is_with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class _Other(QFrame):
    """An entry of the timeline that resembles or contradicts the candidate, with the account that it gives."""

    def __init__(self, case: Case, entry: Entry, card: CandidateCard, *, is_against: bool) -> None:
        super().__init__()
        self.setProperty("role", "against" if is_against else "note")
        said = card.item
        assert said is not None
        heading = self.tr("Spreekt tegen") if is_against else self.tr("Lijkt op wat er al staat")
        layout = column(2)
        layout.setContentsMargins(10, 7, 10, 7)
        layout.addWidget(plain_label(heading, "strong"))
        layout.addWidget(plain_label(f"{_date(entry)}: {title_of(entry)}"))
        for words in _accounts(case, entry):
            layout.addWidget(plain_label(words, "small"))
        if is_against:
            here = self.tr("Hier staat: {0}. Beide blijven bewaard.").format(when_of(said))
            layout.addWidget(plain_label(here, "small"))
        buttons = row(2)
        buttons.addWidget(button(self.tr("Samenvoegen hiermee"), lambda: card.join_asked.emit(entry.id), "quiet"))
        buttons.addWidget(button(self.tr("Toon"), lambda: card.show_asked.emit(entry.id), "quiet"))
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self.setLayout(layout)


def _accounts(case: Case, entry: Entry) -> Sequence[str]:
    """The sources of an entry with their passages."""
    found = []
    for citation in entry.citations[:2]:
        title = case.sources_by_id[citation.source_id].title
        found.append(f"{title}: “{citation.passage}”" if citation.passage else title)
    return found


def _date(entry: Entry) -> str:
    return shown(entry.date) if entry.date else QApplication.translate("CandidateCard", "zonder datum")


def _decides(text: str, key: str, clicked: Callable[[], object], role: str = "") -> QPushButton:
    made = button(f"{text}  {key}", clicked, role)
    made.setAccessibleName(text)
    return made
