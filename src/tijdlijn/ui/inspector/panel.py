"""The inspector: shows what is selected and commits each change as one step.

The rule: nothing typed is lost. Before another selection is shown, what is typed is committed; what cannot be read
stays with its entry, and a note says where.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from tijdlijn.analysis.accounts import by_entry
from tijdlijn.analysis.contradictions import Contradiction, find_contradictions
from tijdlijn.analysis.links import DIFFERS
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.services import editing
from tijdlijn.services.links import delete_links
from tijdlijn.services.rates import rates
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.inspector.case_form import CaseForm
from tijdlijn.ui.inspector.date_field import words_of
from tijdlijn.ui.inspector.entry_form import EntryForm
from tijdlijn.ui.inspector.field import Edited, Field
from tijdlijn.ui.widgets import button, column, plain_label, row


class Inspector(QWidget):
    """Shows the case, one entry, or what several entries have in common. `source_asked` carries the id of a source and
    the citation at which its document is to be opened."""

    source_asked = Signal(str, object)

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._flushing = False
        self._differing: tuple[Case | None, Mapping[str, tuple[Contradiction, ...]]] = (None, {})
        self.case_form = CaseForm(controller)
        self.entry_form = EntryForm()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.case_form)
        self.pages.addWidget(self.entry_form)
        self.unsaved = QFrame()
        self._build_note()
        layout = column(0)
        above = column(0)
        above.setContentsMargins(12, 0, 12, 0)
        above.addWidget(self.unsaved)
        layout.addLayout(above)
        layout.addWidget(self.pages, 1)
        self.setLayout(layout)
        self.setMinimumWidth(300)
        self.setAccessibleName(self.tr("Eigenschappen"))
        controller.selection_changed.connect(self._selected)
        controller.case_changed.connect(self._renew)
        controller.ties.ready.connect(self._show_links)
        self.entry_form.links.go_asked.connect(lambda id_: controller.select([id_], reveal=True))
        self.entry_form.links.remove_asked.connect(lambda id_: controller.do(delete_links, [id_]))
        self.entry_form.accounts.go_asked.connect(lambda id_: controller.select([id_], reveal=True))
        self.entry_form.accounts.decided.connect(controller.do)
        self.entry_form.citations.open_asked.connect(self.source_asked)
        controller.saved.connect(lambda _: self._tell_readable())
        self.entry_form.edited.connect(self._edited)
        self.entry_form.listed.listed = lambda: rates(controller.book)
        self.entry_form.listed.table_asked.connect(self._change_rates)
        self.entry_form.delete_asked.connect(self._delete)
        self.entry_form.closed.connect(lambda: controller.select(()))
        self._bring_back(controller.drafts.watch("eigenschappen", self, self._unfinished))
        self._renew()

    def _unfinished(self) -> dict[str, str]:
        entries = {f"{id_}/{field}": text for (id_, field), text in self.entry_form.unfinished().items()}
        return entries | {f"/{field}": text for field, text in self.case_form.unfinished().items()}

    def _bring_back(self, kept: Mapping[str, str]) -> None:
        told = {tuple(key.split("/", 1)): text for key, text in kept.items()}
        self.case_form.restore({field: text for (id_, field), text in told.items() if not id_})
        self.entry_form.drafts |= {(id_, field): text for (id_, field), text in told.items() if id_}

    def _build_note(self) -> None:
        self.unsaved.setProperty("role", "alarm")
        self.unsaved_text = plain_label("")
        buttons = row(4)
        self.unsaved_go = button(self.tr("Ga erheen"), self._go_to_draft, "quiet")
        self.unsaved_drop = button(self.tr("Laat vervallen"), self._drop_draft, "quiet")
        buttons.addWidget(self.unsaved_go)
        buttons.addWidget(self.unsaved_drop)
        buttons.addStretch(1)
        layout = column(4)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.unsaved_text)
        layout.addLayout(buttons)
        self.unsaved.setLayout(layout)
        self.unsaved.hide()

    def edit_title(self) -> None:
        """Put the cursor in the title of the selected entry."""
        if self.entry_form.ids:
            self.entry_form.title.area.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.entry_form.title.area.selectAll()

    def edit_date(self) -> None:
        """Put the cursor in the date of the selected entry."""
        if len(self.entry_form.ids) == 1:
            self.entry_form.date.begin.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.entry_form.date.begin.selectAll()

    def flush(self) -> bool:
        """Commit what is typed, as before the window closes; whether all of it could be committed."""
        self.case_form.flush()
        self.entry_form.flush()
        known = self._controller.case.entries_by_id
        return not any(id_ in known for id_, _ in self.entry_form.drafts)

    # Showing

    def _selected(self) -> None:
        wanted = self._controller.selection
        if self._flushing or wanted == self.entry_form.ids:
            return
        self._flushing = True
        self.entry_form.flush()
        self._flushing = False
        self._controller.select([id_ for id_ in wanted if id_ in self._controller.case.entries_by_id])
        self._renew()

    def _renew(self) -> None:
        if self._flushing:
            return
        entries = self._controller.selected_entries
        if entries:
            self.entry_form.show_entries(self._controller.case, entries)
            self._show_links()
            self._show_accounts()
            self._tell_readable()
        else:
            self.entry_form.show_nothing()
        self.pages.setCurrentWidget(self.entry_form if entries else self.case_form)
        self._note()

    def _show_links(self) -> None:
        """The links of the one entry that is shown; of several none."""
        ids = self.entry_form.ids
        ties = self._controller.ties.ties.of(ids) if len(ids) == 1 else ()
        self.entry_form.show_links([tie for tie in ties if tie.words != DIFFERS])

    def _tell_readable(self) -> None:
        """Say which of the cited documents can be opened."""
        form = self.entry_form
        if len(form.ids) == 1 and form.citations.cards:
            from tijdlijn.services.dossier import filed  # read with the first citation that is shown

            documents = filed(self._controller.book, self._controller.case.id)
            form.citations.set_readable(frozenset(found.source_id for found in documents if found.keeps_text))

    def _show_accounts(self) -> None:
        """What contradicts the one entry that is shown."""
        case, ids = self._controller.case, self.entry_form.ids
        if self._differing[0] is not case:
            self._differing = case, by_entry(find_contradictions(case))
        self.entry_form.show_accounts(self._differing[1].get(ids[0], ()) if len(ids) == 1 else ())

    def _note(self) -> None:
        draft = self._draft
        self.unsaved.setVisible(draft is not None)
        if draft is not None:
            entry, field = draft
            words = editing.quoted(words_of(self.entry_form.drafts[entry.id, field]))
            text = self.tr("Bij {0} is {1} nog niet bewaard ({2}).")
            self.unsaved_text.setText(text.format(editing.quoted(title_of(entry)), words, field))

    @property
    def _draft(self) -> tuple[Entry, str] | None:
        """The first draft of an entry that is not shown now."""
        known = self._controller.case.entries_by_id
        for id_, field in self.entry_form.drafts:
            if id_ in known and (id_,) != self.entry_form.ids:
                return known[id_], field
        return None

    # Changing

    def _edited(self, field: Field, edited: Edited) -> None:
        form = self.entry_form
        case = self._controller.case
        entries = [edited.change(case.entries_by_id[id_]) for id_ in form.ids if id_ in case.entries_by_id]
        batch = editing.Batch(
            persons=edited.persons,
            parties=edited.parties,
            workers=edited.workers,
            sources=edited.sources,
            entries=tuple(entries),
        )
        wanted = self._controller.selection
        change = self._controller.do(editing.apply, batch, self._step(field.what, entries))
        if change is None:
            return
        self._controller.select(wanted)
        field.case = change.case
        field.entries = tuple(change.case.entries_by_id[entry.id] for entry in entries)
        field.say_problem("")
        field.renew()

    def _step(self, what: str, entries: list[Entry]) -> str:
        if len(entries) == 1:
            return self.tr("Wijzig {0} van {1}").format(what, editing.quoted(title_of(entries[0])))
        return self.tr("Wijzig {0} van {1} regels").format(what, len(entries))

    def _change_rates(self) -> None:
        from tijdlijn.ui.dialogs.rates_dialog import RatesDialog

        RatesDialog(self._controller, self.window()).open()

    def _delete(self) -> None:
        self._controller.do(editing.delete_entries, self.entry_form.ids)

    def _go_to_draft(self) -> None:
        draft = self._draft
        if draft is not None:
            self._controller.select([draft[0].id], reveal=True)

    def _drop_draft(self) -> None:
        draft = self._draft
        if draft is not None:
            self.entry_form.drafts.pop((draft[0].id, draft[1]))
            self._note()
