"""The panel of people: the family and the parties, each with what names them; adding and changing stand in the list.

A click on somebody lets his or her entries stand out; a second click, or Escape, lets go. Every change is a verb of
the services. When the case changes, only the rows that say something else change: the place, the focus and an open
form stay.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from tijdlijn.drawing.styles import PERSON_COLOURS
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.vocabulary import Sector
from tijdlijn.services import editing
from tijdlijn.services.casebook import Change
from tijdlijn.services.people import put_party_with_workers
from tijdlijn.ui.arranging import laid_out, widgets_in
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.list_row import ListRow, step_focus
from tijdlijn.ui.people_forms import Form, LooseWorkerForm, PartyForm, PersonForm, capital
from tijdlijn.ui.people_text import RowText, loose_workers_of, parties_of, persons_of, removal, told
from tijdlijn.ui.sources_list import SourcesList
from tijdlijn.ui.widgets import (
    PANEL_WIDTH,
    Section,
    column,
    plain_label,
    scrolled,
    set_tip,
    tool_button,
)

PERSON, PARTY, WORKER = "person", "party", "worker"


class Key(NamedTuple):
    """Who a row is about."""

    kind: str
    id: str


class PeoplePanel(QWidget):
    """The people of a case. The signals carry the id of who was clicked."""

    person_activated = Signal(str)
    party_activated = Signal(str)
    deactivated = Signal()

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._rows: dict[Key, ListRow] = {}
        self._texts: dict[Key, RowText] = {}
        self._heads: dict[str, QLabel] = {}
        self._active: Key | None = None
        self._untouched: object = None
        self._typed_first: dict[str, str] = {}
        self._form: Form | None = None
        self._form_key: Key | None = None
        self._form_box: QVBoxLayout | None = None
        self._box = column(8)
        self._family = column(1)
        self._parties = column(1)
        self.no_family = plain_label(
            self.tr("Nog niemand. Voeg eerst het kind toe waar de tijdlijn over gaat, met de geboortedatum."), "soft"
        )
        self.no_parties = plain_label(
            self.tr("Nog geen partijen. Een partij is een organisatie of helper die betrokken was."), "soft"
        )
        self.family = self._section(self.tr("Gezin"), self._family, self.no_family, "mensen/gezin")
        self.parties = self._section(self.tr("Partijen"), self._parties, self.no_parties, "mensen/partijen")
        self.sources_list = SourcesList(controller)
        self.sources = Section(self.tr("Bronnen"), self.sources_list, expanded=False, key="mensen/bronnen")
        self.add_person_button = tool_button("plus", "", self.tr("Persoon toevoegen"))
        self.add_party_button = tool_button("plus", "", self.tr("Partij toevoegen"))
        self._build()
        self.refresh()
        controller.case_changed.connect(self.refresh)
        controller.view_changed.connect(self.sources_list.refresh)
        self._bring_back(controller.drafts.watch("mensen", self, self._unfinished))

    def _unfinished(self) -> dict[str, str]:
        """The form that is open, when something in it was typed; its kind and whom it is about stand before it."""
        form = self._form
        if form is None or form.typed() == self._typed_first:
            return {}
        kind, id_ = self._form_key or (PERSON if self._form_box is self._family else PARTY, "")
        return {"form": json.dumps([kind, id_, form.typed()])}

    def _bring_back(self, kept: Mapping[str, str]) -> None:
        if "form" not in kept:
            return
        kind, id_, typed = json.loads(kept["form"])
        case = self._controller.case
        known = {PERSON: case.persons_by_id, PARTY: case.parties_by_id, WORKER: case.workers_by_id}[kind]
        if not id_:
            (self.add_person if kind == PERSON else self.add_party)(take_keys=False)
        elif id_ in known:
            self._edit(Key(kind, id_), take_keys=False)
        if self._form is not None:
            self._form.retype(typed)

    def _section(self, title: str, rows: QVBoxLayout, empty: QWidget, key: str) -> Section:
        content = QWidget()
        box = column(4)
        box.addWidget(empty)
        box.addLayout(rows)
        content.setLayout(box)
        return Section(title, content, expanded=True, key=key)

    def _build(self) -> None:
        self.setMinimumWidth(PANEL_WIDTH)
        self.family.add_action(self.add_person_button)
        self.parties.add_action(self.add_party_button)
        self.add_person_button.clicked.connect(lambda _=False: self.add_person())
        self.add_party_button.clicked.connect(lambda _=False: self.add_party())
        content = QWidget()
        box = self._box
        box.setContentsMargins(12, 12, 12, 12)
        box.addWidget(self.family)
        box.addWidget(self.parties)
        box.addWidget(self.sources)
        box.addStretch(1)
        content.setLayout(box)
        self.area: QScrollArea = scrolled(content)
        layout = column(0)
        layout.addWidget(self.area)
        self.setLayout(layout)

    @property
    def form(self) -> Form | None:
        """The form that is open."""
        return self._form

    def row_of(self, kind: str, id_: str) -> ListRow:
        """The row of somebody. Raises KeyError."""
        return self._rows[Key(kind, id_)]

    # What is shown

    def refresh(self) -> None:
        """Show the case as it is now; rows that stay the same stay."""
        case = self._controller.case
        persons, groups, loose = persons_of(case), parties_of(case), loose_workers_of(case)
        wanted = {Key(PERSON, text.id): text for text in persons}
        wanted |= {Key(PARTY, text.id): text for texts in groups.values() for text in texts}
        wanted |= {Key(WORKER, text.id): text for text in loose}
        for key in self._rows.keys() - wanted.keys():
            self._drop(key)
        for key, text in wanted.items():
            self._show(key, text)
        for at, child in enumerate(case.focus):
            self._rows[Key(PERSON, child.id)].tint = f"person{at % len(PERSON_COLOURS)}.text"
        self._texts = wanted
        self._arrange(self._family, [Key(PERSON, text.id) for text in persons])
        order: list[Key | str] = []
        for sector, texts in groups.items():
            order += [sector.label, *(Key(PARTY, text.id) for text in texts)]
        if loose:
            order += [self.tr("medewerkers zonder partij"), *(Key(WORKER, text.id) for text in loose)]
        self._arrange(self._parties, order)
        self.no_family.setVisible(not persons and self._form is None)
        self.no_parties.setVisible(not order and self._form is None)
        self.family.set_count(len(persons))
        self.parties.set_count(sum(map(len, groups.values())))
        self.sources.set_count(len(case.sources))
        self.sources_list.refresh()
        if self._active is not None and self._active not in self._rows:
            self.deactivate()

    def _show(self, key: Key, text: RowText) -> None:
        made = self._rows.get(key)
        if made is None:
            made = self._rows[key] = self._row(key)
        made.tint = ""
        if self._texts.get(key) == text:
            return
        made.show_words(text.title, text.detail, str(text.named) if text.named else "")
        made.setAccessibleDescription(", ".join(filter(None, (text.detail, told(text.named)))))
        trash = made.buttons[-1]
        trash.set_name(removal(text))
        set_tip(made, "\n".join(filter(None, (text.title, text.detail, told(text.named)))))

    def _row(self, key: Key) -> ListRow:
        made = ListRow(icon={PERSON: "person", PARTY: "party", WORKER: "person"}[key.kind])
        made.setCheckable(key.kind != WORKER)
        edit = partial(self._edit, key)
        delete = partial(self._delete, key)
        made.add_action("pencil", self.tr("Wijzigen"), edit)
        made.add_action("trash", "", delete)
        made.clicked.connect(lambda _=False: self._clicked(key))
        made.edited.connect(edit)
        made.deleted.connect(delete)
        made.moved.connect(lambda step: step_focus([*self._in_order()], step))
        return made

    def _drop(self, key: Key) -> None:
        made = self._rows.pop(key)
        made.hide()
        made.setParent(None)
        made.deleteLater()

    def _arrange(self, box: QVBoxLayout, order: Iterable[Key | str]) -> None:
        """Put rows and headings in this order, the open form in the place of its row; what is in order is left."""
        widgets = [self._standing(item) for item in order]
        if self._form is not None and self._form not in widgets and box is self._form_box:
            widgets.insert(0, self._form)
        old = widgets_in(box)
        if old == widgets:
            return
        while box.takeAt(0) is not None:
            pass
        for widget in widgets:
            box.addWidget(widget)
            widget.show()
        for left in old:
            if left not in widgets and left is not self._form:
                left.hide()
        laid_out(self.area, box)

    def _standing(self, item: Key | str) -> QWidget:
        """What stands for somebody or for a heading."""
        if isinstance(item, str):
            return self._head(item)
        return self._form if self._form is not None and item == self._form_key else self._rows[item]

    def _head(self, text: str) -> QLabel:
        if text not in self._heads:
            made = self._heads[text] = plain_label(capital(text), "small")
            made.setContentsMargins(10, 10, 0, 2)
        return self._heads[text]

    def _in_order(self) -> list[ListRow]:
        found = (*widgets_in(self._family), *widgets_in(self._parties))
        return [widget for widget in found if isinstance(widget, ListRow)]

    # Who stands out

    def deactivate(self) -> None:
        """Let nobody stand out any more."""
        if self._active is not None:
            self._check(self._active, False)
            self._active = None
            self.deactivated.emit()

    def _clicked(self, key: Key) -> None:
        if key.kind == WORKER:
            self._edit(key)
            return
        if key == self._active:
            self.deactivate()
            return
        if self._active is not None:
            self._check(self._active, False)
        self._active = key
        self._check(key, True)
        (self.person_activated if key.kind == PERSON else self.party_activated).emit(key.id)

    def _check(self, key: Key, is_on: bool) -> None:
        if key in self._rows:
            self._rows[key].setChecked(is_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._active is not None:
            self.deactivate()
        else:
            super().keyPressEvent(event)

    # Adding, changing, taking out

    def add_person(self, *, take_keys: bool = True) -> None:
        """Open an empty form for a person; the first one is taken to be the child it is about."""
        case = self._controller.case
        order = max((person.order for person in case.persons), default=-1) + 1
        person = Person(editing.new_id(), "", role="" if case.focus else "kind", is_focus=not case.focus, order=order)
        self._open(PersonForm(case, person), self._family, None, take_keys)

    def add_party(self, *, take_keys: bool = True) -> None:
        """Open an empty form for a party."""
        case = self._controller.case
        order = max((party.order for party in case.parties), default=-1) + 1
        form = PartyForm(case, Party(editing.new_id(), "", Sector.JEUGDHULP, order=order))
        self._open(form, self._parties, None, take_keys)

    def edit_person(self, id_: str) -> None:
        """Open the form of a person."""
        self._edit(Key(PERSON, id_))

    def edit_party(self, id_: str) -> None:
        """Open the form of a party."""
        self._edit(Key(PARTY, id_))

    def _edit(self, key: Key, take_keys: bool = True) -> None:
        case = self._controller.case
        if key == self._form_key and self._form is not None:
            self._form.setFocus()
        elif key.kind == PERSON:
            self._open(PersonForm(case, case.persons_by_id[key.id]), self._family, key, take_keys)
        elif key.kind == PARTY:
            self._open(PartyForm(case, case.parties_by_id[key.id]), self._parties, key, take_keys)
        else:
            self._open(LooseWorkerForm(case, case.workers_by_id[key.id]), self._parties, key, take_keys)

    def _open(self, form: Form, box: QVBoxLayout, key: Key | None, take_keys: bool) -> None:
        """Show a form, in the place of the row of `key` or at the top. What is typed in another is saved first."""
        if self._form is not None and not self._settle():
            form.deleteLater()
            return
        self._form, self._form_key, self._form_box = form, key, box
        self._untouched, self._typed_first = form.result(), form.typed()
        form.saved.connect(self._save)
        form.left.connect(self._close)
        (self.family if box is self._family else self.parties).set_open(True)
        self.refresh()
        if take_keys:
            form.setFocus()
        self.area.ensureWidgetVisible(form, 0, 12)

    def _settle(self) -> bool:
        """Save what the open form has that is new, and close it; False when it cannot be saved as it is."""
        form = self._form
        assert form is not None
        if form.result() == self._untouched:
            self._close()
        else:
            form.save()
        return self._form is None

    def _save(self, result: object) -> None:
        done = self._controller.do(*_verb(result))
        if done is not None:
            self._close()

    def _close(self) -> None:
        """Take the form away; the focus goes to the row it stood for."""
        form, key = self._form, self._form_key
        if form is None:
            return
        box = self._form_box
        self._form = self._form_key = self._form_box = None
        self.refresh()
        form.hide()
        form.setParent(None)
        form.deleteLater()
        if key in self._rows:
            self._rows[key].setFocus()
        else:
            (self.add_person_button if box is self._family else self.add_party_button).setFocus()

    def _delete(self, key: Key) -> None:
        verbs: dict[str, Callable[..., Change]] = {
            PERSON: editing.delete_person,
            PARTY: editing.delete_party,
            WORKER: editing.delete_worker,
        }
        rows = self._in_order()
        place = rows.index(self._rows[key])
        if self._controller.do(verbs[key.kind], key.id) is not None:
            left = self._in_order()
            if left:
                left[min(place, len(left) - 1)].setFocus()


def _verb(result: object) -> tuple[Any, ...]:
    """The verb that puts what a form handed over, and what it is called with."""
    match result:
        case Person():
            return editing.put_person, result
        case Worker():
            return editing.put_worker, result
        case (Party() as party, workers):
            return put_party_with_workers, party, workers
    raise TypeError(type(result).__name__)
