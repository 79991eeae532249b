"""What a group concludes about one entry: the facts above, to read only; the questions below, to fill in.

The rule: what is typed here becomes a reflection and never touches the entry. `ReflectionForm` stands on its own: the
presenter's view shows the same form.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tijdlijn.language.dates_nl import shown
from tijdlijn.layout.naming import label_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.sessions import Fitting, Reflection
from tijdlijn.services.sessions import keep_reflection, name_of, reflection_on
from tijdlijn.ui.bsn_note import BsnNote
from tijdlijn.ui.chips import ChipRow
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.meetings.fields import KeptText, flush_within
from tijdlijn.ui.meetings.questions import FamilyBox
from tijdlijn.ui.meetings.unfinished import Unfinished
from tijdlijn.ui.widgets import button, column, emptied, field_label, plain_label, row


class FactsCard(QFrame):
    """What the dossier says of an entry; `timeline_asked` wants to see it there."""

    timeline_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self.title = plain_label("", "heading")
        self.when = plain_label("", "soft")
        self.details = plain_label("")
        self.who = plain_label("", "small")
        self.sources = plain_label("", "small")
        self.go = button(self.tr("Toon op tijdlijn"), self.timeline_asked.emit, "quiet")
        foot = row(0)
        foot.addStretch(1)
        foot.addWidget(self.go)
        layout = column(4)
        layout.setContentsMargins(16, 12, 12, 6)
        for label in (self.title, self.when, self.details, self.who, self.sources):
            layout.addWidget(label)
        layout.addLayout(foot)
        self.setLayout(layout)

    def show_entry(self, case: Case, entry: Entry) -> None:
        """Show the facts."""
        who = [person.name for person in case.persons_of(entry)]
        who += [party.name for party in case.parties_of(entry)]
        who += [worker.name for worker in case.workers_named(entry)]
        turn = self.tr("schakelmoment: {0}").format(entry.schakelmoment) if entry.schakelmoment else ""
        for label, text in (
            (self.title, label_of(entry)),
            (self.when, " · ".join(filter(None, (shown(entry.date), entry.kind.label, turn)))),
            (self.details, entry.details),
            (self.who, self.tr("Wie: {0}").format(", ".join(who)) if who else ""),
            (self.sources, _sources(case, entry)),
        ):
            label.setText(text)
            label.setVisible(bool(text))


def _sources(case: Case, entry: Entry) -> str:
    """The sources of an entry, with what they say in their own words."""
    lines = []
    for citation in entry.citations:
        title = case.sources_by_id[citation.source_id].title
        page = f", p. {citation.page}" if citation.page else ""
        passage = f": ‘{' '.join(citation.passage.split())}’" if citation.passage else ""
        lines.append(f"{title}{page}{passage}")
    return "\n".join(lines)


class ReflectionForm(QWidget):
    """The reflection of one session on one entry. `timeline_asked` carries the entry that somebody wants to see."""

    timeline_asked = Signal(str)

    def __init__(
        self, controller: CaseController, parent: QWidget | None = None, place: str = "bijeenkomst.reflectie"
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self.entry_id = ""
        self.session_id = ""
        self.facts = FactsCard()
        self.fitting = ChipRow(self.tr("Paste het?"))
        self.fitting.set_options([(fit.value, fit.label) for fit in Fitting])
        self.family = FamilyBox()
        self.texts: dict[str, KeptText] = {"family": self.family.text}
        self.earlier = QWidget()
        self._earlier = column(14)
        self._build()
        self.facts.timeline_asked.connect(lambda: self.timeline_asked.emit(self.entry_id))
        self.fitting.toggled.connect(self._judge)
        controller.case_changed.connect(self._case_changed)
        self._unfinished = Unfinished(controller.drafts, place, self, lambda: f"{self.session_id}/{self.entry_id}")

    def _build(self) -> None:
        body = column(14)
        body.addWidget(self.facts)
        self._ask(body, "how", self.tr("Hoe kwam dit zo?"))
        self._ask(body, "decided_by", self.tr("Wie besloot?"), 1)
        self._ask(body, "involved", self.tr("Wie was betrokken?"), 1)
        self._ask(body, "missing", self.tr("Wie ontbrak?"), 1)
        self._ask(body, "known", self.tr("Wat wist wie toen?"))
        fit = column(4)
        fit.addWidget(field_label(self.tr("Paste het?")))
        fit.addWidget(self.fitting)
        body.addLayout(fit)
        self._ask(body, "better", self.tr("Wat was beter geweest?"))
        self._ask(body, "learned", self.tr("Wat is geleerd?"))
        body.addWidget(self.family)
        self.family.text.kept.connect(lambda text: self._keep("family", self.tr("het gezin zegt"), text))
        self.earlier.setLayout(self._earlier)
        body.addWidget(self.earlier)
        self.setLayout(body)

    def _ask(self, body: QVBoxLayout, name: str, question: str, lines: int = 2) -> None:
        field = KeptText(question, lines=lines)
        field.kept.connect(lambda text: self._keep(name, question.rstrip("?").lower(), text))
        self.texts[name] = field
        part = column(4)
        part.addWidget(field_label(question, field))
        part.addWidget(field)
        part.addWidget(BsnNote(field))
        body.addLayout(part)

    # Showing

    def show_entry(self, entry_id: str, session_id: str) -> bool:
        """Show what a session concludes about an entry, after what was typed about another is kept. Whether it could
        be; else the other stays."""
        if (entry_id, session_id) == (self.entry_id, self.session_id):
            return True
        if self.entry_id and not self.flush():
            return False
        self.entry_id, self.session_id = entry_id, session_id
        self._renew(anew=True)
        self._unfinished.bring_back()
        return True

    def start(self) -> None:
        """Put the cursor in the first question."""
        self.texts["how"].setFocus()

    def flush(self) -> bool:
        """Hand over what is typed; whether all of it was taken."""
        return self._entry is None or flush_within(self)

    @property
    def _entry(self) -> Entry | None:
        return self._controller.case.entries_by_id.get(self.entry_id)

    def _case_changed(self) -> None:
        self._renew(anew=False)

    def _renew(self, anew: bool) -> None:
        case, entry = self._controller.case, self._entry
        self.setEnabled(entry is not None)
        if entry is None:
            return
        self.facts.show_entry(case, entry)
        now = reflection_on(case, self.entry_id, self.session_id)
        for name, field in self.texts.items():
            field.show_value(getattr(now, name), anew)
        self.fitting.show_state({now.fitting.value} if now.fitting else ())
        self._show_earlier(case)

    def _show_earlier(self, case: Case) -> None:
        """What other sessions concluded about the same entry."""
        emptied(self._earlier)
        others = [r for r in case.reflections_by_entry.get(self.entry_id, ()) if r.session_id != self.session_id]
        self.earlier.setVisible(bool(others))
        for reflection in others:
            session = case.sessions_by_id.get(reflection.session_id)
            name = name_of(session) if session else self.tr("buiten een bijeenkomst")
            self._earlier.addWidget(EarlierCard(self.tr("Eerder gezegd: {0}").format(name), reflection))

    # Changing

    def _judge(self, value: str, on: bool) -> None:
        self._change("fitting", self.tr("paste het"), Fitting(value) if on else None)

    def _keep(self, name: str, about: str, text: str) -> None:
        self._change(name, about, text)

    def _change(self, name: str, about: str, value: object) -> None:
        now = reflection_on(self._controller.case, self.entry_id, self.session_id)
        changed: dict[str, object] = {name: value}
        self._controller.do(keep_reflection, replace(now, **changed), about)  # type: ignore[arg-type]


class EarlierCard(QFrame):
    """What another session concluded, to read."""

    def __init__(self, title: str, reflection: Reflection) -> None:
        super().__init__()
        self.setProperty("role", "card")
        layout = column(6)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.addWidget(plain_label(title, "strong"))
        fit = reflection.fitting.label if reflection.fitting else ""
        for words, text in (
            (self.tr("Hoe kwam dit zo?"), reflection.how),
            (self.tr("Wie besloot?"), reflection.decided_by),
            (self.tr("Wie was betrokken?"), reflection.involved),
            (self.tr("Wie ontbrak?"), reflection.missing),
            (self.tr("Wat wist wie toen?"), reflection.known),
            (self.tr("Paste het?"), fit),
            (self.tr("Wat was beter geweest?"), reflection.better),
            (self.tr("Wat is geleerd?"), reflection.learned),
            (self.tr("Het gezin zegt"), reflection.family),
        ):
            if text:
                part = column(0)
                part.addWidget(plain_label(words, "family_says" if text is reflection.family else "label"))
                part.addWidget(plain_label(text))
                layout.addLayout(part)
        self.setLayout(layout)
