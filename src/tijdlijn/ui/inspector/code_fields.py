"""Fields with a fixed set of values: the kind, codes as chips, life domains, and the schakelmoment."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox

from tijdlijn.language.lexicon import guess_schakelmoment
from tijdlijn.language.quick_line import KnownNames
from tijdlijn.layout.lanes import LANES
from tijdlijn.model.entries import Entry
from tijdlijn.model.vocabulary import Kind, PlacementForm, Voice
from tijdlijn.ui.chips import ChipRow, shared
from tijdlijn.ui.inspector.field import Edited, Field, with_value
from tijdlijn.ui.kind_marks import kind_icon
from tijdlijn.ui.widgets import Choice, row

OTHER_TYPE = "overig"


class KindField(Field):
    """The kind, from a list grouped by lane."""

    def __init__(self) -> None:
        super().__init__(self.tr("soort"))
        self.choice = Choice(self.tr("Soort"))
        self.choice.activated.connect(self._chosen)
        self.content.addWidget(self.choice)
        self._fill()

    def value(self, entry: Entry) -> Hashable:
        return entry.kind

    def renew(self) -> None:
        values = self.values
        index = self.choice.findData(str(values[0])) if len(values) == 1 else -1
        self.choice.setPlaceholderText(self.tr("verschillend"))
        self.choice.setCurrentIndex(index)

    def _fill(self) -> None:
        model = QStandardItemModel(self.choice)
        for lane in LANES:
            heading = QStandardItem(lane.name)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            model.appendRow(heading)
            for kind in (kind for kind in Kind if kind in lane.kinds):
                item = QStandardItem(kind_icon(kind), kind.label)
                item.setData(str(kind), Qt.ItemDataRole.UserRole)
                model.appendRow(item)
        self.choice.setModel(model)
        self.choice.setCurrentIndex(-1)

    def _chosen(self, index: int) -> None:
        kind = Kind(self.choice.itemData(index))
        self.hand_over(Edited(lambda entry: replace(entry, kind=kind)))


class CodesField(Field):
    """A code as a row of chips; pressing the one that is on takes it off, unless there is a value it falls back to."""

    def __init__(
        self, attribute: str, what: str, label: str, codes: type[StrEnum], falls_back: StrEnum | None = None
    ) -> None:
        super().__init__(what, label)
        self._attribute = attribute
        self._codes = codes
        self._falls_back = falls_back
        self.chips = ChipRow(label)
        self.chips.set_options((str(code), str(code)) for code in codes)
        self.chips.toggled.connect(self._toggled)
        self.content.addWidget(self.chips)

    def value(self, entry: Entry) -> Hashable:
        value = getattr(entry, self._attribute)
        return None if value is self._falls_back else value

    def renew(self) -> None:
        groups = [{str(code)} if (code := getattr(entry, self._attribute)) else set() for entry in self.entries]
        self.chips.show_state(*shared(groups))

    def _toggled(self, key: str, on: bool) -> None:
        attribute, code = self._attribute, self._codes(key) if on else self._falls_back
        if not on and str(code) == key:
            self.renew()
            return
        self.hand_over(Edited(lambda entry: with_value(entry, attribute, code)))


class FormField(CodesField):
    """The form of a placement: there for placements, and wherever it is filled in."""

    def __init__(self) -> None:
        super().__init__("form", "vorm", self.tr("Vorm van de plaatsing, van licht naar zwaar"), PlacementForm)

    def renew(self) -> None:
        super().renew()
        self.setVisible(any(entry.kind is Kind.UITHUISPLAATSING or entry.form for entry in self.entries))


class VoiceField(CodesField):
    """Whose account it is; there is always one."""

    def __init__(self) -> None:
        super().__init__("voice", self.tr("stem"), self.tr("Volgens wie"), Voice, Voice.DOSSIER)


class DomainsField(Field):
    """The life domains that an entry is about."""

    def __init__(self) -> None:
        super().__init__(self.tr("leefgebieden"), self.tr("Leefgebieden"))
        self.chips = ChipRow(self.tr("Leefgebieden"))
        self.chips.toggled.connect(self._toggled)
        self.content.addWidget(self.chips)

    def value(self, entry: Entry) -> Hashable:
        return entry.domains

    def renew(self) -> None:
        known = self.case.domains if self.case else ()
        named = (name for entry in self.entries for name in entry.domains)
        self.chips.set_options((name, name) for name in dict.fromkeys((*known, *named)))
        self.chips.show_state(*shared([entry.domains for entry in self.entries]))

    def _toggled(self, name: str, on: bool) -> None:
        self.hand_over(Edited(lambda entry: replace(entry, domains=toggled(entry.domains, name, on))))


class SchakelmomentField(Field):
    """Whether it is a turning point, and of which type; a type of one's own may be typed."""

    def __init__(self) -> None:
        super().__init__(self.tr("schakelmoment"))
        self.check = QCheckBox(self.tr("Schakelmoment"))
        self.type = Choice(self.tr("Soort schakelmoment"))
        self.type.setEditable(True)
        self.type.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.check.clicked.connect(self._checked)
        self.type.activated.connect(lambda _: self.flush())
        line = self.type.lineEdit()
        assert line is not None
        line.editingFinished.connect(self.flush)
        line.setPlaceholderText(self.tr("verschillend"))
        line.setAccessibleName(self.tr("Soort schakelmoment"))
        both = row(8)
        both.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        both.addWidget(self.type, 1)
        self.content.addLayout(both)
        self._shown = ""

    def value(self, entry: Entry) -> Hashable:
        return entry.schakelmoment

    def renew(self) -> None:
        types = {entry.schakelmoment for entry in self.entries}
        self._shown = next(iter(types)) if len(types) == 1 else ""
        self._fill()
        self.type.setEditText(self._shown)
        self.type.setVisible(any(types))
        if len(types) > 1 and "" in types:
            self.check.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.check.setChecked(any(types))

    @property
    def pending(self) -> bool:
        text = self.type.currentText().strip()
        return bool(self.entries) and not self.type.isHidden() and bool(text) and text != self._shown

    def flush(self) -> None:
        if self.pending:
            self._commit(self.type.currentText().strip())
        elif not self.type.currentText().strip():
            self.type.setEditText(self._shown)

    def _fill(self) -> None:
        types = list(KnownNames.of_case(self.case).types) if self.case else []
        if types != [self.type.itemText(index) for index in range(self.type.count())]:
            self.type.clear()
            self.type.addItems(types)

    def _checked(self, on: bool) -> None:
        self.check.setTristate(False)
        titles = {entry.title for entry in self.entries}
        guessed = guess_schakelmoment(titles.pop()) if len(titles) == 1 else ""
        self._commit((guessed or OTHER_TYPE) if on else "")
        if on and not self.type.isHidden():
            self.type.setFocus()

    def _commit(self, type_: str) -> None:
        self.hand_over(Edited(lambda entry: replace(entry, schakelmoment=type_)))


def toggled(names: Iterable[str], name: str, on: bool) -> tuple[str, ...]:
    """The names with this one put at the end or taken out."""
    others = tuple(other for other in names if other != name)
    return (*others, name) if on else others
