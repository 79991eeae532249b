"""The filter panel: which entries the timeline shows, and the views somebody saved.

The rule: it shows the controller's view and asks for another at every change, so that nothing has to be applied. It
fills itself while it is visible only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from tijdlijn.layout.filtering import Facet
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import EVERYTHING, UNNAMED, Filter
from tijdlijn.model.vocabulary import KINDS, Kader, Sector, Voice
from tijdlijn.ui import theme
from tijdlijn.ui.around_fields import AroundFields
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.filter_choices import ChoiceList, ChoiceRow, Option
from tijdlijn.ui.late_panel import LatePanel
from tijdlijn.ui.view_naming import ViewNaming
from tijdlijn.ui.views_menu import ViewsMenu, name_of_view
from tijdlijn.ui.widgets import PANEL_WIDTH, IconButton, button, column, plain_label, row, rule, scrolled


class FilterPanel(LatePanel):
    """All that can be asked of the entries, each choice with its count."""

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.menu = ViewsMenu("", self)
        self.view_button = button("", self._open_views, "menu", "chevron-down")
        self.naming = ViewNaming(controller)
        self.text = QLineEdit()
        self.count = plain_label("", "strong")
        self.away = plain_label("", "small")
        self.clear = button(self.tr("Alles tonen"), self.show_all, "link", "close")
        self.lists = {facet: ChoiceList(title, f"filter-{facet}", facet in _OPEN) for facet, title in self._titles()}
        self.turns = ChoiceRow(Option("turns", self.tr("Alleen schakelmomenten")))
        self.around = AroundFields(controller)
        self.follow = QCheckBox(self.tr("Golf en bevindingen volgen het filter"))
        self._build()
        self._connect()

    def _titles(self) -> Iterator[tuple[Facet, str]]:
        yield Facet.PERSONS, self.tr("Over wie")
        yield Facet.KINDS, self.tr("Soort")
        yield Facet.PARTIES, self.tr("Partij")
        yield Facet.SECTORS, self.tr("Sector")
        yield Facet.DOMAINS, self.tr("Leefgebied")
        yield Facet.KADERS, self.tr("Kader")
        yield Facet.VOICES, self.tr("Wie vertelt het")
        yield Facet.SOURCES, self.tr("Bron")

    def _build(self) -> None:
        self.setMinimumWidth(PANEL_WIDTH)
        self.view_button.setAccessibleDescription(self.tr("Opent de lijst van weergaven"))
        self.text.setPlaceholderText(self.tr("Alleen regels met deze woorden"))
        self.text.setAccessibleName(self.tr("Woorden in de regel"))
        self.text.addAction(theme.icon("filter", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        self.text.setClearButtonEnabled(True)
        self.text.installEventFilter(self)
        self.follow.setAccessibleDescription(
            self.tr("Uit: ze gaan over alle regels. Aan: ze gaan over de regels die getoond zijn.")
        )
        layout = column(0)
        layout.addLayout(self._head())
        layout.addWidget(rule())
        layout.addWidget(scrolled(self._choices()), 1)
        layout.addWidget(rule())
        foot = column(0)
        foot.setContentsMargins(14, 8, 12, 8)
        foot.addWidget(self.follow)
        layout.addLayout(foot)
        self.setLayout(layout)

    def _head(self) -> QVBoxLayout:
        views = row(4)
        views.addWidget(self.view_button, 1)
        views.addWidget(IconButton("star", self.tr("Deze weergave bewaren"), self.naming.ask))
        told = row(8)
        told.addWidget(self.count, 1)
        told.addWidget(self.clear)
        head = column(8)
        head.setContentsMargins(12, 12, 12, 10)
        head.addLayout(views)
        head.addWidget(self.naming)
        head.addWidget(self.text)
        head.addLayout(told)
        head.addWidget(self.away)
        return head

    def _choices(self) -> QWidget:
        content = QWidget()
        inner = column(0)
        inner.setContentsMargins(12, 6, 12, 12)
        inner.addWidget(self.turns)
        inner.addWidget(self.around)
        for choices in self.lists.values():
            inner.addWidget(choices)
        inner.addStretch(1)
        content.setLayout(inner)
        return content

    def _connect(self) -> None:
        controller = self._controller
        self.menu.look_at(controller, self.naming.ask)
        self.naming.left.connect(self.view_button.setFocus)
        self.text.textEdited.connect(lambda text: self._ask(replace(self._filter, text=text)))
        for facet, choices in self.lists.items():
            choices.chosen.connect(lambda on, facet=facet: self._ask(facet.put(self._filter, on)))
        self.turns.toggled.connect(lambda on: self._ask(replace(self._filter, turns=on)))
        self.around.chosen.connect(lambda around: self._ask(replace(self._filter, around=around)))
        self.follow.toggled.connect(lambda on: controller.set_view(replace(controller.view, findings_follow=on)))
        controller.case_changed.connect(self._changed)
        controller.view_changed.connect(self._changed)

    @property
    def _filter(self) -> Filter:
        return self._controller.view.filter

    def _ask(self, chosen: Filter) -> None:
        self._controller.set_view(replace(self._controller.view, filter=chosen))

    def _open_views(self) -> None:
        self.menu.popup(self.view_button.mapToGlobal(self.view_button.rect().bottomLeft()))

    def start(self) -> None:
        """Go to the field of words, with what stands in it selected."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def show_all(self) -> None:
        """Take the filter off; the lanes stay as they are."""
        had_focus = self.clear.hasFocus()
        self._controller.show_all()
        if had_focus:
            self.text.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape clears the field of words."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress else None
        if watched is self.text and pressed == Qt.Key.Key_Escape and self.text.text():
            self._ask(replace(self._filter, text=""))
            return True
        return super().eventFilter(watched, event)

    # What is shown

    def _fill(self) -> None:
        self._stale = False
        controller, chosen = self._controller, self._filter
        if self.text.text() != chosen.text:
            self.text.setText(chosen.text)
        name = name_of_view(controller)
        self.view_button.setText(name.replace("&", "&&"))
        self.view_button.setAccessibleName(self.tr("Weergave: {0}").format(name))
        self._tell()
        for facet, choices in self.lists.items():
            present = controller.index.counts(facet, EVERYTHING)
            choices.show_options(
                _options(controller.case, facet, present), controller.index.counts(facet, chosen), facet.asked(chosen)
            )
        self.turns.show_state(controller.index.turns(chosen), chosen.turns)
        self.around.show_around(chosen.around)
        self.follow.blockSignals(True)
        self.follow.setChecked(controller.view.findings_follow)
        self.follow.blockSignals(False)

    def _tell(self) -> None:
        case, shown = self._controller.case, self._controller.shown
        total = len(case.entries)
        self.clear.setVisible(shown is not None)
        self.away.setVisible(shown is not None)
        if shown is None:
            one = self.tr("1 regel, niets weggefilterd")
            self.count.setText(one if total == 1 else self.tr("Alle {0} regels getoond").format(total))
            return
        self.count.setText(self.tr("{0} van {1} regels getoond").format(len(shown), total))
        undated = sum(entry.date is None and entry.id not in shown for entry in case.entries)
        words = self.tr("{0} weggefilterd").format(total - len(shown))
        self.away.setText(self.tr("{0}, waarvan {1} zonder datum").format(words, undated) if undated else words)


_OPEN = (Facet.PERSONS, Facet.KINDS)


def _options(case: Case, facet: Facet, present: Mapping[str, int]) -> Iterator[Option]:
    """What there is to choose in a case: every value that an entry has, those that name nothing last."""
    for option in _named(case, facet, present):
        if option.value in present:
            yield option
    if UNNAMED in present and len(present) > 1:
        yield Option(UNNAMED, _NONE[facet])


_NONE = {
    Facet.PERSONS: "niemand genoemd",
    Facet.PARTIES: "zonder partij",
    Facet.DOMAINS: "zonder leefgebied",
    Facet.SOURCES: "zonder bron",
}


def _named(case: Case, facet: Facet, present: Mapping[str, int]) -> Iterator[Option]:
    if facet is Facet.PERSONS:
        yield from (Option(person.id, person.name) for person in case.persons)
    elif facet is Facet.PARTIES:
        most_first = sorted(case.parties, key=lambda party: -present.get(party.id, 0))
        yield from (Option(party.id, party.name) for party in most_first)
    elif facet is Facet.SOURCES:
        yield from (Option(source.id, source.title) for source in case.sources)
    elif facet is Facet.KINDS:
        yield from (Option(kind, info.plural, kind) for kind, info in KINDS.items())
    elif facet is Facet.DOMAINS:
        domains = dict.fromkeys((*case.domains, *sorted(present)))
        yield from (Option(domain, domain) for domain in domains if domain)
    elif facet is Facet.SECTORS:
        yield from (Option(sector, sector.label) for sector in Sector)
    elif facet is Facet.KADERS:
        yield from (Option(kader, kader.value) for kader in Kader)
    else:
        yield from (Option(voice, _VOICES[voice]) for voice in Voice)


_VOICES = {Voice.DOSSIER: "het dossier", Voice.GEZIN: "het gezin zelf"}
