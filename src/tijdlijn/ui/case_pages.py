"""The pages of a case: the timeline, the dossier and the meetings; which one is in view, and what leads from one to
another.

The rule: a page is made when it is first asked for and stays as it was left. What stands beside the switch belongs to
the page in view.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tijdlijn.model.entries import Citation
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.page_switch import DOSSIER, MEETINGS, TIMELINE, PageSwitch
from tijdlijn.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from tijdlijn.ui.dossier_reader.reader import DossierReader
    from tijdlijn.ui.meetings.page import MeetingsPage


class CasePages(Surroundings):
    """Holds the pages. `told` says what was done on one of them, `asked` carries a command of the window."""

    told = Signal(str)
    asked = Signal(str)
    page_changed = Signal()

    def __init__(self, controller: CaseController, parent: QWidget | None = None) -> None:
        super().__init__(controller, parent)
        self.switch = PageSwitch(self)
        self.pages = QStackedWidget(self)
        self.quick_box = QWidget(self)
        self.page = self._page_before = TIMELINE
        self.switch.chosen.connect(self.show_page)
        self.source_asked.connect(self.open_source)

    def _build_top(self) -> QHBoxLayout:
        """The switch, and beside it what belongs to the page in view: on the timeline the line for a new entry."""
        quick = QVBoxLayout(self.quick_box)
        quick.setContentsMargins(0, 0, 0, 0)
        quick.addWidget(self.places["quick"])
        top = self.top = QHBoxLayout()
        top.setContentsMargins(12, 0, 0, 0)
        top.setSpacing(0)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 8, 0, 6)
        beside.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(beside)
        top.addWidget(self.quick_box, 1)
        return top

    @cached_property
    def reader(self) -> DossierReader:
        """The page on which the dossier is read."""
        from tijdlijn.ui.dossier_reader.reader import DossierReader

        made = DossierReader(self.controller, self)
        made.timeline_asked.connect(self._show_on_timeline)
        made.told.connect(self.told)
        self._add_page(made, made.header)
        return made

    @cached_property
    def meetings(self) -> MeetingsPage:
        """The page of the meetings about the family."""
        from tijdlijn.ui.meetings.page import MeetingsPage

        made = MeetingsPage(self.controller, self)
        made.timeline_asked.connect(self._show_on_timeline)
        made.told.connect(self.told)
        made.asked.connect(self.asked)
        self._add_page(made, made.header)
        return made

    def _add_page(self, made: QWidget, header: QWidget) -> None:
        self.pages.addWidget(made)
        self.top.addWidget(header, 1)
        header.hide()

    @property
    def shows_timeline(self) -> bool:
        """Whether the timeline is in view."""
        return self.page == TIMELINE

    @property
    def shows_dossier(self) -> bool:
        """Whether the dossier is in view."""
        return self.page == DOSSIER

    @property
    def shows_meetings(self) -> bool:
        """Whether the meetings are in view."""
        return self.page == MEETINGS

    def show_page(self, number: int) -> None:
        """Show a page; each stays as it was left."""
        shown = self._widget_of(number)
        if number != self.page:
            if self.shows_meetings:
                self.meetings.flush()
            self.page, self._page_before = number, self.page
            self.quick_box.setVisible(number == TIMELINE)
            if self.has_made("reader"):
                self.reader.header.setVisible(number == DOSSIER)
            if self.has_made("meetings"):
                self.meetings.header.setVisible(number == MEETINGS)
            self.pages.setCurrentWidget(shown)
            self.page_changed.emit()
        self.switch.show_page(number)
        if number != DOSSIER and self.has_made("reader"):
            self.reader.sleep()
        if number == DOSSIER:
            self.reader.wake()
        elif number == MEETINGS:
            self.meetings.wake()
        else:
            self.canvas.setFocus()

    def _widget_of(self, number: int) -> QWidget:
        """A page, made when it is not there yet."""
        if number == TIMELINE:
            return self.splitter
        return self.reader if number == DOSSIER else self.meetings

    def turn_page(self) -> None:
        """Show the dossier, or the timeline where the dossier is in view."""
        self.show_page(TIMELINE if self.shows_dossier else DOSSIER)

    def turn_to_meetings(self) -> None:
        """Show the meetings, or the page that was in view before them."""
        self.show_page(self._page_before if self.shows_meetings else MEETINGS)

    def add_meeting(self) -> None:
        """Make a session and begin to prepare it."""
        self.show_page(MEETINGS)
        self.meetings.add()

    def add_documents(self, paths: Sequence[Path] = ()) -> None:
        """Read documents into the dossier; ask which when none are named."""
        self.show_page(DOSSIER)
        if paths:
            self.reader.add(paths)
        else:
            self.reader.adding.choose_files()

    def add_folder(self) -> None:
        """Read all documents of a folder into the dossier."""
        self.show_page(DOSSIER)
        self.reader.adding.choose_folder()

    def open_source(self, source_id: str, citation: Citation | None = None) -> bool:
        """Open the document of a source at the passage of a citation; whether there is a document of it."""
        self.show_page(DOSSIER)
        opened = self.reader.open_at(source_id, citation)
        if not opened:
            self.show_page(TIMELINE)
        return opened

    def leave(self) -> None:
        """The case is closed: what its dossier is still doing stops."""
        if self.has_made("reader"):
            self.reader.leave()

    def go_to_entry(self, id_: str) -> None:
        """Select an entry and bring it into view."""
        self.controller.select([id_], reveal=True)
        self.canvas.setFocus()

    def _show_on_timeline(self, id_: str) -> None:
        self.show_page(TIMELINE)
        if id_ in self.controller.case.entries_by_id:
            self.go_to_entry(id_)
