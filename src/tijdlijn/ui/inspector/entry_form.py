"""The form of one entry, or of what several have in common. What matters first stands first; the rest folds away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tijdlijn.analysis.contradictions import Contradiction
from tijdlijn.analysis.links import Tie
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import HELP_KINDS, AimedAt, Helped, Kader, Weight
from tijdlijn.ui.accounts_view import AccountsList
from tijdlijn.ui.inspector.citations_field import CitationsField
from tijdlijn.ui.inspector.code_fields import (
    CodesField,
    DomainsField,
    FormField,
    KindField,
    SchakelmomentField,
    VoiceField,
)
from tijdlijn.ui.inspector.date_field import DateField
from tijdlijn.ui.inspector.field import Field
from tijdlijn.ui.inspector.links_list import LinksList
from tijdlijn.ui.inspector.money_fields import CostField, ListedField, PayerField, RateField
from tijdlijn.ui.inspector.name_fields import PartiesField, PersonsField, WorkersField
from tijdlijn.ui.inspector.scenario_field import ScenarioField
from tijdlijn.ui.inspector.sources_field import SourcesField
from tijdlijn.ui.inspector.text_fields import AreaField
from tijdlijn.ui.widgets import IconButton, Section, button, column, plain_label, row, scrolled

Drafts = dict[tuple[str, str], str]
"""What was typed and could not be read, by entry id and field."""


class EntryForm(QWidget):
    """Shows entries. `edited` carries a field and its `Edited`; `delete_asked` and `closed` tell what was pressed."""

    edited = Signal(object, object)
    delete_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case: Case | None = None
        self.ids: tuple[str, ...] = ()
        self.drafts: Drafts = {}
        self._chosen: dict[Section, bool] = {}
        self._make_fields()
        self.sections = {
            "hulp": self._section(self.tr("Hulp en kader"), self._care),
            "bronnen": self._section(self.tr("Bronnen"), (self.citations, self.sources)),
            "betekenis": self._section(self.tr("Betekenis"), (self.voice, self.domains)),
            "kosten": self._section(self.tr("Kosten"), self._money),
            "meer": self._section(self.tr("Meer"), (self.scenario, self.notes)),
        }
        self.accounts = AccountsList()
        self.accounts_section = Section(self.tr("Bronnen verschillen"), self.accounts, expanded=True, parent=self)
        self.links = LinksList()
        self.links_section = Section(self.tr("Verbindingen"), self.links, expanded=True, parent=self)
        self._lay_out()
        self.fields = self.findChildren(Field)
        self._of_one = [field for field in self.fields if field is not self.sources]
        for field in self.fields:
            field.edited.connect(lambda edited, field=field: self.edited.emit(field, edited))

    def _make_fields(self) -> None:
        self.kind = KindField()
        self.title = AreaField("title", self.tr("titel"), "", self.tr("Wat was er?"), lines=1, one=True)
        self.title.area.setProperty("role", "title")
        self.date = DateField()
        self.persons = PersonsField()
        self.parties = PartiesField()
        self.workers = WorkersField()
        self.details = AreaField("details", self.tr("toelichting"), self.tr("Toelichting"), lines=3)
        self.schakelmoment = SchakelmomentField()
        self.voice = VoiceField()
        self.domains = DomainsField()
        self.cost, self.rate, self.listed, self.payer = CostField(), RateField(), ListedField(), PayerField()
        self.cost_source = AreaField(
            "cost_source",
            self.tr("bron van het bedrag"),
            self.tr("Waar het bedrag vandaan komt"),
            self.tr("bijv. beschikking, factuur"),
            lines=1,
            one=True,
        )
        self._money: tuple[Field, ...] = (self.cost, self.rate, self.listed, self.payer, self.cost_source)
        self.citations = CitationsField()
        self.sources = SourcesField()
        self.scenario = ScenarioField()
        self.notes = AreaField("notes", self.tr("aantekeningen"), self.tr("Aantekeningen"))
        self._care: tuple[Field, ...] = (
            CodesField("kader", self.tr("kader"), self.tr("Kader"), Kader),
            CodesField("weight", self.tr("zwaarte"), self.tr("Zwaarte"), Weight),
            FormField(),
            CodesField("aimed_at", self.tr("gericht op"), self.tr("Gericht op"), AimedAt),
            AreaField("goal", self.tr("doel"), self.tr("Doel"), lines=1),
            AreaField("outcome", self.tr("uitkomst"), self.tr("Uitkomst"), lines=1),
            CodesField("helped", self.tr("hielp"), self.tr("Hielp het, volgens het gezin?"), Helped),
        )
        goal, outcome = self._care[4], self._care[5]
        self._single = (self.title, self.date, self.details, self.cost, self.citations, goal, outcome, self.notes)

    def _section(self, title: str, fields: Iterable[Field]) -> Section:
        """It opens by itself when it holds something, until its user opens or closes it."""
        section = Section(title, parent=self)
        section.header.clicked.connect(lambda: self._chosen.update({section: section.is_open}))
        for field in fields:
            section.content.addWidget(field)
        return section

    def _lay_out(self) -> None:
        self.heading = plain_label("", "heading")
        self.delete = IconButton("trash", self.tr("Verwijderen"), self.delete_asked.emit)
        self.close_button = IconButton("close", self.tr("Niets selecteren"), self.closed.emit)
        top = self._top = row(4)
        top.addWidget(self.kind, 1)
        top.addWidget(self.heading, 1)
        top.addWidget(self.delete)
        top.addWidget(self.close_button)
        page = QWidget()
        body = self._body = column(14)
        body.setContentsMargins(16, 0, 16, 16)
        body.addWidget(self.title)
        body.addWidget(self.date)
        body.addWidget(self.accounts_section)
        first: tuple[Field, ...] = (self.persons, self.parties, self.workers)
        for field in (*first, self.schakelmoment, self.details):
            body.addWidget(field)
        folding = column(2)
        folding.addWidget(self.links_section)
        for section in self.sections.values():
            folding.addWidget(section)
        body.addLayout(folding)
        self.remove = button(self.tr("Regel verwijderen"), self.delete_asked.emit, "danger", "trash")
        self.undo_hint = plain_label(self.tr("Verwijderen kan altijd ongedaan worden gemaakt (Ctrl+Z)."), "small")
        body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.undo_hint)
        body.addStretch(1)
        page.setLayout(body)
        layout = column(12)
        top.setContentsMargins(16, 12, 12, 0)
        layout.addLayout(top)
        layout.addWidget(scrolled(page), 1)
        self.setLayout(layout)

    # Showing

    def show_entries(self, case: Case, entries: Sequence[Entry]) -> None:
        """Show these entries; what was typed for others must have been handed over (`flush`)."""
        ids = tuple(entry.id for entry in entries)
        renewed = ids != self.ids
        self.case, self.ids = case, ids
        many = len(entries) > 1
        for field in self.fields:
            field.show_entries(case, entries)
        for field in self._single:
            field.setVisible(not many)
        self.sources.setVisible(many)
        (self._body if many else self._top).insertWidget(0, self.kind, 0 if many else 1)
        self.heading.setVisible(many)
        self.heading.setText(self.tr("{0} regels").format(len(entries)))
        more = self.tr("{0} regels verwijderen").format(len(entries))
        self.remove.setText(more if many else self.tr("Regel verwijderen"))
        self.delete.set_name(self.remove.text())
        self._count(entries)
        if renewed:
            self._open_sections(entries)
            self._restore_drafts()

    def show_accounts(self, pairs: tuple[Contradiction, ...]) -> None:
        """Show what contradicts the one entry that is shown."""
        count = self.accounts.show_entry(self.case, self.ids[0], pairs) if self.case and len(self.ids) == 1 else 0
        self.accounts_section.setVisible(count > 0)
        self.accounts_section.set_count(count)

    def show_links(self, ties: Sequence[Tie]) -> None:
        """Show the links of the one entry that is shown."""
        self.links_section.setVisible(bool(ties))
        self.links_section.set_count(len(ties))
        if self.case:
            self.links.show_links(self.case, next(iter(self.ids), ""), ties)

    def show_nothing(self) -> None:
        """Show no entry; what was typed must have been handed over (`flush`)."""
        self.ids = ()
        for field in self.fields:
            field.show_nothing()

    def _count(self, entries: Sequence[Entry]) -> None:
        for key, section in self.sections.items():
            cited = sum(len(entry.citations) for entry in entries)
            section.set_count(cited if key == "bronnen" else self._filled(section))

    def _filled(self, section: Section) -> int:
        return sum(field.filled for field in self.fields if section.body.isAncestorOf(field))

    def _open_sections(self, entries: Sequence[Entry]) -> None:
        is_help = any(entry.kind in HELP_KINDS for entry in entries)
        for key, section in self.sections.items():
            by_itself = self._filled(section) > 0 or (key == "hulp" and is_help)
            section.set_open(self._chosen.get(section, by_itself))

    # Changing

    def flush(self) -> None:
        """Hand over everything that is typed; what cannot be read is kept in `drafts`."""
        for field in self.fields:
            field.flush()
        for field in self._of_one:
            self._keep_draft(field)

    def unfinished(self) -> Drafts:
        """What is typed and not committed: the drafts, and what stands in the fields that are shown now."""
        found = dict(self.drafts)
        for field in self._of_one if len(self.ids) == 1 else ():
            found[self.ids[0], field.what] = field.typed
        return {place: text for place, text in found.items() if text}

    def _keep_draft(self, field: Field) -> None:
        if len(self.ids) != 1:
            return
        key = (self.ids[0], field.what)
        if field.draft:
            self.drafts[key] = field.draft
        else:
            self.drafts.pop(key, None)

    def _restore_drafts(self) -> None:
        for field in self._of_one:
            draft = self.drafts.get((self.ids[0], field.what)) if len(self.ids) == 1 else None
            if draft:
                field.restore(draft)

    @property
    def targets(self) -> tuple[Entry, ...]:
        """The entries as they are in the latest snapshot; those that were removed are passed over."""
        known = self.case.entries_by_id if self.case else {}
        return tuple(known[id_] for id_ in self.ids if id_ in known)
