"""The commands that arrange entries: copy, cut, paste, duplicate, split, join, end, delete; and the menu of a place.

The rule: every command is one step, works on what is selected, and leaves selected what it brought or what comes next.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QPointF, QRectF

from tijdlijn.language.dates_nl import read, write_day
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import Ending
from tijdlijn.model.entries import Entry
from tijdlijn.model.problems import Problem
from tijdlijn.model.vocabulary import Kind
from tijdlijn.services import arranging
from tijdlijn.services.casebook import Change, OpenCasebook
from tijdlijn.services.clipboard import copied
from tijdlijn.services.editing import delete_entries, quoted
from tijdlijn.services.joining import join_entries, split_days, split_entry
from tijdlijn.ui import clipboard
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.inline_prompt import InlinePrompt
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas


class Arranger(QObject):
    """Carries out the commands on one canvas; shows nothing but the prompt for a day."""

    def __init__(self, controller: CaseController, canvas: TimelineCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self.controller, self.canvas = controller, canvas
        self.prompt = InlinePrompt(canvas.viewport())

    @property
    def commands(self) -> dict[str, Callable[[], object]]:
        """What each command of the menus does, by its id."""
        return {
            "cut": self.cut,
            "copy": self.copy,
            "paste": self.paste,
            "duplicate": self.duplicate,
            "move_earlier": lambda: self.move(-1),
            "move_later": lambda: self.move(1),
            "split": self.ask_split,
            "join": self.join,
            "end_open": lambda: self.set_ending(Ending.OPEN),
            "end_unknown": lambda: self.set_ending(Ending.UNKNOWN),
        }

    def can(self, id_: str) -> bool:
        """Whether a command of `commands` makes sense now."""
        chosen = self.controller.selected_entries
        if id_ == "paste":
            return clipboard.holds_anything()
        if id_ == "join":
            return len(chosen) > 1
        if id_ == "split":
            return len(chosen) == 1 and self._split_days(chosen[0]) is not None
        if id_ in ("move_earlier", "move_later"):
            return any(entry.date is not None for entry in chosen)
        if id_ in ("end_open", "end_unknown"):
            return bool(chosen) and len(self._with_begin) == len(chosen)
        return bool(chosen)

    # Commands

    def copy(self) -> bool:
        """Put what is selected on the clipboard; whether it is there."""
        case, chosen = self.controller.case, self.controller.selection
        if not chosen:
            return False
        try:
            clipboard.put(self.controller.book, case.id, copied(case, chosen))
        except Problem as problem:
            self.controller.problem.emit(problem.sentence)
            return False
        return True

    def cut(self) -> None:
        """Put what is selected on the clipboard and take it off the timeline."""
        if self.copy():
            self.delete()

    def paste(self, at: date | None = None) -> None:
        """Put what is on the clipboard on the timeline; with a day from there on."""
        told: list[str] = []

        def verb(book: OpenCasebook, case_id: str) -> Change:
            pasted = clipboard.paste_into(book, case_id, at)
            told.append(pasted.told)
            return pasted.change

        change = self.controller.do(verb)
        if change is None:
            return
        if change.entry_ids:
            first = min(change.entry_ids, key=lambda id_: self._order(change.case, id_))
            self.controller.reveal_entry.emit(first)
        for sentence in filter(None, told):
            self.controller.problem.emit(sentence)

    def duplicate(self) -> None:
        """Put a copy of what is selected beside it."""
        if self.controller.selection:
            self.controller.do(arranging.copy_entries, self.controller.selection)

    def move(self, by: int) -> None:
        """Move what is selected by steps of its own precision, and keep it in view."""
        change = self.controller.do(arranging.step_entries, self.controller.selection, by)
        if change is not None and change.entry_ids:
            self.controller.reveal_entry.emit(self.controller.selection[0])

    def join(self) -> None:
        """Make one of what is selected."""
        chosen = self.controller.selection
        change = self.controller.do(join_entries, chosen)
        if change is not None:
            self.controller.select([id_ for id_ in chosen if id_ in change.case.entries_by_id])

    def set_ending(self, ending: Ending) -> None:
        """Make the end of what is selected open or unknown."""
        self.controller.do(arranging.set_ending, self.controller.selection, ending)

    def change_kind(self, kind: Kind) -> None:
        """Give what is selected another kind."""
        self.controller.do(arranging.change_kind, self.controller.selection, kind)

    def delete(self) -> None:
        """Take what is selected off the timeline; what comes next in time is selected."""
        gone = frozenset(self.controller.selection)
        if not gone:
            return
        order = [entry.id for entry in self.controller.case.timeline]
        last = max((place for place, id_ in enumerate(order) if id_ in gone), default=-1)
        after = [id_ for id_ in order[last + 1 :] if id_ not in gone]
        before = [id_ for id_ in order[:last] if id_ not in gone]
        if self.controller.do(delete_entries, tuple(gone)) is not None:
            self.controller.select(after[:1] or before[-1:])

    def split(self, id_: str, day: date) -> None:
        """Split an entry at a day; its second part is selected."""
        self.controller.do(split_entry, id_, day)

    def ask_split(self) -> None:
        """Ask at which day the selected entry is to be split, with the middle of what is in view as a proposal."""
        entry = next(iter(self.controller.selected_entries), None)
        days = self._split_days(entry) if entry else None
        if entry is None or days is None:
            return
        middle = sum(self.canvas.days_in_view) / 2
        proposed = date.fromordinal(min(max(round(middle), days[0].toordinal()), days[1].toordinal()))
        if proposed in days:
            proposed = date.fromordinal((days[0].toordinal() + days[1].toordinal()) // 2)
        self.prompt.ask(
            self._place(entry.id),
            self.tr("Splits {0} op").format(quoted(title_of(entry))),
            write_day(proposed),
            lambda text: self._split_as_typed(entry.id, text),
        )

    def _split_as_typed(self, id_: str, text: str) -> str:
        """Split at what was typed; a sentence when that is no day in it."""
        when = read(text)
        if when is None or not when.is_day:
            return self.tr("Typ één dag, bijvoorbeeld 12 maart 2019.")
        entry = self.controller.case.entries_by_id.get(id_)
        days = self._split_days(entry) if entry else None
        if days and not days[0] <= when.earliest <= days[1]:
            return self.tr("Kies een dag van {0} tot en met {1}.").format(write_day(days[0]), write_day(days[1]))
        self.split(id_, when.earliest)
        return ""

    # What is known of the selection

    def can_split_at(self, id_: str, day: date) -> bool:
        """Whether a day surely lies within an entry, so that it can be split there."""
        entry = self.controller.case.entries_by_id.get(id_)
        days = self._split_days(entry) if entry else None
        return days is not None and days[0] <= day <= days[1]

    @property
    def _with_begin(self) -> tuple[Entry, ...]:
        spans = arranging.spans(self.controller.selected_entries)
        return tuple(entry for entry in spans if entry.date is not None and entry.date.start is not None)

    def _split_days(self, entry: Entry) -> tuple[date, date] | None:
        return split_days(entry, self.controller.case.reference)

    @staticmethod
    def _order(case: Case, id_: str) -> int:
        bounds = case.bounds.get(id_)
        return bounds.start_min if bounds else date.max.toordinal()

    def _place(self, id_: str) -> QPointF:
        place = self.canvas.place_in_view(id_) or QRectF()
        port = self.canvas.viewport()
        left = min(max(place.left(), SCREEN.names + 8), port.width() - 260.0)
        return QPointF(left, min(max(place.bottom() + 2, 8.0), port.height() - 90.0))
