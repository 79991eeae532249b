"""The sources of a case: what they are, how many entries rest on each, and a click that shows those entries only.

It stands in the panel of people. Title, genre, agency and date are changed in a form in the list itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from tijdlijn.language.dates_nl import DateContext, is_unknown, read, shown, write
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.entries import Source, SourceKind
from tijdlijn.model.views import Filter
from tijdlijn.services import editing
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.list_row import ListRow, step_focus
from tijdlijn.ui.people_forms import Form
from tijdlijn.ui.widgets import column, emptied, plain_label, set_tip


class SourceForm(Form):
    """What is known of a source."""

    def __init__(self, source: Source, context: DateContext) -> None:
        super().__init__(source.title, self.tr("bijv. Raadsrapport december 2021"))
        self._source, self._context = source, context
        self.genre, self.agency = QLineEdit(source.genre), QLineEdit(source.agency)
        self.genre.setPlaceholderText(self.tr("bijv. intakeverslag"))
        self.agency.setPlaceholderText(self.tr("bijv. Veilig Thuis"))
        self.date = QLineEdit(write(source.date) if source.date else "")
        self.date.setPlaceholderText(self.tr("bijv. 17 december 2021"))
        self.add_field(self.tr("Soort stuk"), self.genre)
        self.add_field(self.tr("Van wie"), self.agency)
        self.add_field(self.tr("Datum van het stuk"), self.date)

    @property
    def id(self) -> str:
        """The source it is about."""
        return self._source.id

    def wanting(self) -> QLineEdit | None:
        text = self.date.text().strip()
        is_readable = not text or is_unknown(text) or self._read(text) is not None
        return super().wanting() or (None if is_readable else self.date)

    def result(self) -> Source:
        return replace(
            self._source,
            title=" ".join(self.name.text().split()),
            genre=self.genre.text().strip(),
            agency=self.agency.text().strip(),
            date=self._read(self.date.text().strip()),
        )

    def _read(self, text: str) -> UncertainDate | None:
        if not text or is_unknown(text):
            return None
        if self._source.date is not None and text == write(self._source.date):
            return self._source.date
        return read(text, self._context)


class SourcesList(QWidget):
    """The sources in their order, each with the number of entries that rest on it."""

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._sources: tuple[Source, ...] | None = None
        self.rows: dict[str, ListRow] = {}
        self.form: SourceForm | None = None
        self._typed_first = ""
        self._box = column(1)
        self.setLayout(self._box)
        self.refresh()
        self._bring_back(controller.drafts.watch("bronnen", self, self._unfinished))

    def _unfinished(self) -> dict[str, str]:
        form = self.form
        typed = form.typed()[""] if form is not None else ""
        return {form.id: typed} if form is not None and typed != self._typed_first else {}

    def _bring_back(self, kept: Mapping[str, str]) -> None:
        for id_, typed in kept.items():
            if id_ in self._controller.case.sources_by_id:
                self.edit(id_, take_keys=False).retype({"": typed})

    def refresh(self) -> None:
        """Show the case as it is now; an open form stays as long as the sources are the same."""
        case = self._controller.case
        if case.sources != self._sources:
            self._sources = case.sources
            self._fill()
        counts = Counter(id_ for entry in case.entries for id_ in {c.source_id for c in entry.citations})
        chosen = self._controller.view.filter.source_ids
        for source in case.sources:
            if source.id in self.rows:
                self._say(self.rows[source.id], source, counts[source.id], source.id in chosen)

    def _fill(self) -> None:
        emptied(self._box)
        self.form = None
        ordered = sorted(self._sources or (), key=lambda source: (source.order, source.title))
        self.rows = {source.id: self._row(source) for source in ordered}
        for made in self.rows.values():
            self._box.addWidget(made)
        if not ordered:
            self._box.addWidget(plain_label(self.tr("Nog geen bronnen."), "soft"))

    def _row(self, source: Source) -> ListRow:
        made = ListRow(icon="document" if source.kind is SourceKind.DOCUMENT else "person")
        made.setCheckable(True)
        edit = partial(self.edit, source.id)
        made.add_action("pencil", self.tr("Bron wijzigen"), edit)
        made.edited.connect(edit)
        made.clicked.connect(lambda _=False: self._filter(source.id))
        made.moved.connect(lambda step: step_focus([*self.rows.values()], step))
        return made

    def _say(self, made: ListRow, source: Source, count: int, is_chosen: bool) -> None:
        about = (source.genre, source.agency, shown(source.date) if source.date else "")
        detail = " · ".join(filter(None, about)) or str(source.kind)
        made.show_words(source.title, detail, str(count) if count else "", faint=not count)
        made.setChecked(is_chosen)
        rests = self.tr("1 regel rust hierop") if count == 1 else self.tr("{0} regels rusten hierop").format(count)
        hint = self.tr("Klik: alleen deze regels tonen")
        made.setAccessibleDescription(f"{detail}, {rests}")
        set_tip(made, "\n".join((source.title, detail, rests, hint)))

    def _filter(self, id_: str) -> None:
        """Show only what rests on a source; a second click shows everything again."""
        controller = self._controller
        asked = Filter(source_ids=frozenset({id_}))
        if controller.view.filter == asked:
            controller.show_all()
        else:
            controller.set_view(replace(controller.view, filter=asked))
        self.refresh()

    def edit(self, id_: str, *, take_keys: bool = True) -> SourceForm:
        """Open the form of a source in the place of its row."""
        self.close_form()
        context = DateContext(today=self._controller.case.reference)
        form = self.form = SourceForm(self._controller.case.sources_by_id[id_], context)
        self._box.insertWidget(self._box.indexOf(self.rows[id_]), form)
        self.rows[id_].hide()
        form.saved.connect(self._save)
        form.left.connect(self.close_form)
        self._typed_first = form.typed()[""]
        if take_keys:
            form.setFocus()
        return form

    def close_form(self) -> None:
        """Leave the open form."""
        if self.form is not None:
            self.form.hide()
            self._box.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None
        for made in self.rows.values():
            made.show()

    def _save(self, source: Source) -> None:
        self.close_form()
        self._controller.do(editing.put_source, source)
