"""The menu of a place on the timeline: the commands that make sense there, each with its key.

The rule: a menu holds no commands of its own. What it offers is in the menu bar or is a gesture, so that nothing can
be done with the right button only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from tijdlijn.language.dates_nl import write_day
from tijdlijn.layout.lanes import LANES
from tijdlijn.model.vocabulary import Kind
from tijdlijn.ui.commands import MENUS
from tijdlijn.ui.kind_marks import kind_icon
from tijdlijn.ui.lanes_menu import fill_choice, fill_hidden, fill_lane
from tijdlijn.ui.timeline_view.spot import Spot

if TYPE_CHECKING:
    from tijdlijn.ui.workspace import Workspace

Act = Callable[[], object]


class PlaceMenu(QMenu):
    """The menu of one spot of a workspace."""

    def __init__(self, space: Workspace, spot: Spot) -> None:
        super().__init__(space)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._space, self._arranger, self._spot = space, space.arranger, spot
        fills: dict[str, Act] = {
            "entry": self._of_entries,
            "bundle": self._of_bundle,
            "finding": self._of_finding,
            "phase": self._of_phase,
            "proposal": self._of_proposal,
            "lane": lambda: fill_lane(self, space.canvas.lanes, spot.id),
            "lanes": lambda: fill_choice(self, space.canvas.lanes),
            "hidden": lambda: fill_hidden(self, space.canvas.lanes),
        }
        fills.get(spot.kind, self._of_ground)()

    def _of_entries(self) -> None:
        chosen = self._space.controller.selected_entries
        if len(chosen) == 1:
            self._command("edit", self.tr("Titel wijzigen"), self._space.edit)
            self.addSeparator()
        self._clipboard()
        self._command("duplicate", self.tr("Dupliceren"), self._arranger.duplicate)
        leaving, picture = self._space.leaving, "copy_picture_selection"
        if leaving.can(picture):
            self._command(picture, self.tr("Selectie kopiëren als plaatje"), leaving.commands[picture])
        self.addSeparator()
        self._arrangements()
        self._kinds()
        self._alignments()
        self._scenarios()
        self.addSeparator()
        text = self.tr("Verwijderen") if len(chosen) == 1 else self.tr("{0} regels verwijderen").format(len(chosen))
        self._command("delete", text, self._space.delete)

    def _clipboard(self) -> None:
        for id_, text in (("cut", self.tr("Knippen")), ("copy", self.tr("Kopiëren")), ("paste", self.tr("Plakken"))):
            self._command(id_, text, self._arranger.commands[id_], self._arranger.can(id_))

    def _arrangements(self) -> None:
        chosen, spot, arranger = self._space.controller.selected_entries, self._spot, self._arranger
        if self._space.linker.can("link"):
            self._command("link", self.tr("Verbinden met…"), self._space.linker.link)
        for id_, text in (
            ("follow_account", self.tr("Deze regel volgen")),
            ("keep_apart", self.tr("Geen tegenspraak: twee gebeurtenissen")),
            ("forget_account", self.tr("Keuze tussen bronnen terugnemen")),
        ):
            if self._space.deciding.can(id_):
                self._command(id_, text, self._space.deciding.commands[id_])
        if len(chosen) > 1:
            self._command("join", self.tr("Samenvoegen"), arranger.join)
        elif chosen and arranger.can_split_at(chosen[0].id, spot.day):
            text = self.tr("Splitsen op {0}").format(write_day(spot.day))
            self._add(text, lambda: arranger.split(chosen[0].id, spot.day))
        if arranger.can("split"):
            self._command("split", self.tr("Splitsen op een andere dag…"), arranger.ask_split)
        if arranger.can("end_open"):
            self._command("end_open", self.tr("Loopt nog"), arranger.commands["end_open"])
            self._command("end_unknown", self.tr("Einde onbekend"), arranger.commands["end_unknown"])

    def _alignments(self) -> None:
        aligning = self._space.aligning
        for id_, text in (
            ("align_here", self.tr("Uitlijnen op deze regel")),
            ("align_together", self.tr("Onder elkaar zetten")),
            ("align_off", self.tr("Uitlijnen opheffen")),
        ):
            if aligning.can(id_):
                self._command(id_, text, aligning.commands[id_])

    def _scenarios(self) -> None:
        branching = self._space.branching
        self._command("scenario_here", self.tr("Scenario vanaf hier…"), branching.branch_here)
        for id_, text in (
            ("scenario_copy", self.tr("Overnemen in scenario ‘{0}’").format(self._space.controller.writing_name)),
            ("scenario_pair", self.tr("Tegenhanger maken, of niet meer")),
        ):
            if branching.can(id_):
                self._command(id_, text.replace("&", "&&"), branching.commands[id_])

    def _kinds(self) -> None:
        """A menu of all kinds by lane, the present one ticked."""
        menu = QMenu(self.tr("Soort"), self)
        present = {entry.kind for entry in self._space.controller.selected_entries}
        for lane in LANES:
            for kind in (kind for kind in Kind if kind in lane.kinds):
                action = menu.addAction(kind_icon(kind), kind.label)
                action.setCheckable(kind in present)
                action.setChecked(kind in present)
                action.triggered.connect(lambda _=False, chosen=kind: self._arranger.change_kind(chosen))
            menu.addSeparator()
        self.addMenu(menu)

    def _of_bundle(self) -> None:
        bundle = self._space.canvas.timeline.bundle_at(self._spot.id)
        if bundle is None:
            return
        ids = bundle.ids
        controller, canvas = self._space.controller, self._space.canvas
        self._add(self.tr("Lijst openen"), lambda: canvas.bundle_asked.emit(ids, self._spot.on_screen))
        own = [id_ for id_ in ids if id_ in controller.case.entries_by_id]
        self._add(self.tr("Alle {0} selecteren").format(len(own)), lambda: controller.select(own), bool(own))
        self._add(self.tr("Inzoomen tot ze los staan"), lambda: self._space.zoom_to(ids))

    def _of_finding(self) -> None:
        finding = self._spot.id
        self._add(self.tr("Uitleg van deze bevinding"), lambda: self._space.canvas.finding_asked.emit(finding))
        self.addSeparator()
        self._of_ground()

    def _of_phase(self) -> None:
        phasing, id_ = self._space.phasing, self._spot.id
        self._add(self.tr("Naam van de fase wijzigen"), lambda: phasing.ask_name(id_))
        self._add(self.tr("Fase in beeld"), lambda: self._space.canvas.phases.reveal(id_))
        self._add(self.tr("Fase verwijderen"), lambda: phasing.delete(id_))
        self._command("phases", self.tr("Alle fasen…"), lambda: phasing.open(id_))
        self.addSeparator()
        self._of_ground()

    def _of_proposal(self) -> None:
        foreseeing, id_ = self._space.foreseeing, self._spot.id
        self._add(self.tr("Voorstel overnemen"), lambda: foreseeing.accept(id_))
        self._add(self.tr("Overnemen op een andere dag…"), lambda: foreseeing.open(id_, "dag"))
        self._add(self.tr("Niet nodig…"), lambda: foreseeing.open(id_, "reden"))
        self._add(self.tr("Waarom dit voorstel?"), lambda: foreseeing.open(id_))
        self.addSeparator()
        self._command("ahead", self.tr("Alles wat komt en afloopt"), foreseeing.open)

    def _of_ground(self) -> None:
        spot, day = self._spot, write_day(self._spot.day)
        self._add(self.tr("Regel toevoegen op {0}").format(day), lambda: self._space.quick.start(spot.day, spot.start))
        can = self._arranger.can("paste")
        self._command("paste", self.tr("Plakken"), self._arranger.paste, can)
        self._add(self.tr("Plakken vanaf {0}").format(day), lambda: self._arranger.paste(spot.day), can)
        begins = self._space.phasing.snapped(spot.day)
        text = self.tr("Hier begint een nieuwe fase, op {0}…").format(write_day(begins))
        self._add(text, lambda: self._space.phasing.begin_here(begins, spot.on_screen))
        self._add(self.tr("Scenario vanaf {0}…").format(day), lambda: self._space.branching.branch(spot.day))
        self.addSeparator()
        self._command("select_all", self.tr("Alles selecteren"), self._space.select_all)
        self._command("fit", self.tr("Hele leven passend"), self._space.canvas.fit)
        self._command("copy_picture", self.tr("Kopieer als plaatje"), self._space.leaving.copy_picture)

    def _command(self, id_: str, text: str, act: Act, can: bool = True) -> None:
        keys = next((c.keys for _, commands in MENUS for c in commands if c.id == id_ and c.keys), ())
        self._add(f"{text}\t{keys[0]}" if keys else text, act, can)

    def _add(self, text: str, act: Act, can: bool = True) -> None:
        action = self.addAction(text)
        action.setEnabled(can)
        action.triggered.connect(lambda _=False: act())
