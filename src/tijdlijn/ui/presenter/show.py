"""What is presented now: how far the story is told, and how it is looked at. The projector and the presenter show it.

The rule: the casebook is never changed by presenting, except for the place where it stopped. When the case changes, the
step stays at the same entry; a new entry is told at once, where somebody just added it.
"""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum

from PySide6.QtCore import QObject, QPointF, Signal

from tijdlijn.analysis.findings import Analysis, analyse
from tijdlijn.analysis.story import Story, story_of
from tijdlijn.layout.stage import zooms
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.problems import Problem
from tijdlijn.model.sessions import Session, Untold
from tijdlijn.model.views import View
from tijdlijn.services.outgoing import note_presenting
from tijdlijn.services.session_names import masked
from tijdlijn.services.sessions import added_in, has_consent, name_of, reflection_on
from tijdlijn.services.told import keep_told_up_to, told_up_to
from tijdlijn.ui.controller import CaseController


class Turned(StrEnum):
    """What can be switched while presenting."""

    BLANK = "blank"
    PSEUDONYMS = "pseudonyms"
    FAINT = "faint"
    FINDINGS = "findings"
    REFLECTIONS = "reflections"
    SPOTLIGHT = "spotlight"
    POINTER = "pointer"


class Show(QObject):
    """A presentation of a session. `stepped` comes when another step is told, `looked` when anything else is to be
    drawn anew, `told` carries a sentence for the presenter only."""

    stepped = Signal()
    looked = Signal()
    told = Signal(str)

    def __init__(self, controller: CaseController, session_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.session_id = session_id
        self.zoom = 1.0
        self.pointer: QPointF | None = None
        self.at = -1
        self._added_id = ""
        self._on: set[Turned] = set()
        self._chosen: View | None = None
        self._read()
        showing = self.session.showing
        wanted = {
            Turned.PSEUDONYMS: showing.pseudonyms or self.needs_pseudonyms,
            Turned.FAINT: showing.untold is Untold.FAINT,
            Turned.FINDINGS: showing.findings,
            Turned.REFLECTIONS: showing.reflections,
        }
        self._on = {turned for turned, on in wanted.items() if on}
        self._read()
        self.at = self.story.places.get(told_up_to(controller.book, controller.case.id, session_id), -1)
        controller.case_changed.connect(self._case_changed)
        controller.view_changed.connect(self._look_again)

    # What there is

    @property
    def session(self) -> Session:
        """The session as it is now; an empty one when it was taken out meanwhile."""
        return self.controller.case.sessions_by_id.get(self.session_id) or Session(self.session_id)

    @property
    def needs_pseudonyms(self) -> bool:
        """Whether names may not be projected: the case is discussed anonymously, or nobody consented (design 7, 20)."""
        session = self.session
        day = session.date or self.controller.case.today
        return session.showing.always_pseudonyms or not has_consent(self.controller.case, day)

    @property
    def view(self) -> View:
        """The lanes and the filter that are shown: what was chosen now, else those of the session or the window."""
        saved = {view.id: view for view in self.controller.saved_views}
        return self._chosen or saved.get(self.session.showing.view_id, self.controller.view)

    @property
    def focus(self) -> Entry | None:
        """The entry that is told now, with the names that are shown."""
        return self.case.entries_by_id.get(self.focus_id)

    @property
    def focus_id(self) -> str:
        """The id of the entry that is told now, or was just added; empty before the first."""
        return self._added_id or self._told_id

    @property
    def _told_id(self) -> str:
        return self.story.steps[self.at].entry_id if self.at >= 0 else ""

    @property
    def looking_at(self) -> int:
        """The step that the picture looks at: that of the entry in focus, which may be told long ago."""
        return self.story.places.get(self.focus_id, self.at)

    def is_on(self, turned: Turned) -> bool:
        """Whether something is switched on."""
        return turned in self._on

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is said below the entry in focus: who added it in this session, and what the group thinks of it."""
        return tuple(filter(None, (self._added, self._judged if self.is_on(Turned.REFLECTIONS) else "")))

    @property
    def _judged(self) -> str:
        reflection = reflection_on(self.case, self.focus_id, self.session_id)
        better = " ".join(reflection.better.split())
        said = [self.tr("De groep: paste dit? {0}").format(reflection.fitting.label) if reflection.fitting else ""]
        return " · ".join(filter(None, (*said, self.tr("beter was: {0}").format(better) if better else "")))

    @property
    def _added(self) -> str:
        entry = self.focus
        session = self.case.sessions_by_id.get(self.session_id)
        if entry is None or session is None or entry not in added_in(self.case, session):
            return ""
        said = next(c.passage for c in entry.citations if c.source_id == session.source_id)
        return self.tr("{0} in deze bijeenkomst").format(said) if said else self.tr("Ingebracht in deze bijeenkomst")

    @property
    def opening(self) -> tuple[str, ...]:
        """What is said before the story begins: which session it is, and what it is for."""
        session = self.case.sessions_by_id.get(self.session_id) or self.session
        name = name_of(session)
        return tuple(filter(None, (name[:1].upper() + name[1:], session.aim)))

    def _read(self) -> None:
        """The snapshot that is shown, its findings and its story."""
        case = self.controller.case
        self.case: Case = masked(case)[0] if Turned.PSEUDONYMS in self._on else case
        self.analysis: Analysis = analyse(self.case)
        self.shown = self.controller.index.shown(self.view.filter)
        self.story: Story = story_of(self.case, self.session.showing.chapters, self.shown)

    def _case_changed(self) -> None:
        told, before = self._told_id, set(self.story.places)
        if self.needs_pseudonyms:
            self._on.add(Turned.PSEUDONYMS)
        self._read()
        self.at = self.story.places.get(told, self.story.bounded(self.at))
        new = [id_ for id_ in self.story.places if id_ not in before]
        if len(new) == 1:
            self._added_id = new[0]
            self.at = max(self.at, self.story.places[new[0]])
        elif self._added_id not in self.story.places:
            self._added_id = ""
        self.stepped.emit()

    # Stepping

    def go(self, at: int) -> None:
        """Tell up to a step; -1 is before the first."""
        at = self.story.bounded(at)
        if at != self.at or self._added_id:
            self._on.discard(Turned.SPOTLIGHT)
            self.at, self._added_id = at, ""
            self.stepped.emit()

    def step(self, by: int) -> None:
        """Tell the next, or one less."""
        self.go(self.at + by)

    def stop(self, direction: int) -> None:
        """To the next place where a group stops, or the one before."""
        self.go(self.story.stop(self.at, direction))

    def chapter(self, direction: int) -> None:
        """To the begin of the next chapter, or of this one or the one before."""
        self.go(self.story.chapter_start(self.at, direction))

    def go_to(self, entry_id: str) -> None:
        """Tell up to an entry, when it is in the story."""
        self.go(self.story.places.get(entry_id, self.at))

    # Looking

    def look_with(self, view: View | None) -> None:
        """Show other lanes or a filter, in this presentation only; None for those of the session."""
        self._chosen = view
        self._look_again()

    def _look_again(self) -> None:
        """Another filter may hold other entries: the story stays at its day."""
        told, now = self._told_id, self.story.now(self.at) if self.at >= 0 else None
        self._read()
        until = [number for number, step in enumerate(self.story.steps) if now is not None and step.day <= now]
        self.at = self.story.places.get(told, until[-1] if until else -1)
        self._added_id = ""
        self.stepped.emit()

    def turn(self, turned: Turned, on: bool | None = None) -> None:
        """Switch something, or on or off."""
        on = turned not in self._on if on is None else on
        if turned is Turned.PSEUDONYMS and not on and self.needs_pseudonyms:
            self.told.emit(self._why_pseudonyms())
            return
        if turned is Turned.PSEUDONYMS and not on and not self._note_names():
            return
        (self._on.add if on else self._on.discard)(turned)
        if turned is Turned.PSEUDONYMS:
            self._read()
            self.stepped.emit()
        self.looked.emit()

    def _note_names(self) -> bool:
        """Note that names are to be seen from now on; whether that could be noted."""
        try:
            note_presenting(self.controller.book, self.controller.case.id, pseudonyms=False)
        except Problem as problem:
            self.told.emit(problem.sentence)
            return False
        return True

    def step_out(self) -> bool:
        """Leave the spotlight or else the dark; whether there was one to leave."""
        lit = next((turned for turned in (Turned.SPOTLIGHT, Turned.BLANK) if self.is_on(turned)), None)
        if lit is not None:
            self.turn(lit, False)
        return lit is not None

    def _why_pseudonyms(self) -> str:
        if self.session.showing.always_pseudonyms:
            return self.tr("Deze casus wordt anoniem besproken; op de beamer blijven de namen weg.")
        return self.tr("Er staat geen toestemming van het gezin; op de beamer blijven de namen weg.")

    def zoom_by(self, steps: int) -> None:
        """Show less time (positive) or more; 0 as at first."""
        low, high = zooms(self.case)
        self.zoom = 1.0 if steps == 0 else min(max(self.zoom * 2 ** (steps / 2), low), high)
        self.looked.emit()

    def point(self, place: QPointF | None) -> None:
        """Point at a place of the picture, as fractions of its width and height; None to stop pointing."""
        self.pointer = place
        self.looked.emit()

    # The end

    def keep_place(self) -> None:
        """Remember where it stopped, so that a presentation goes on from there."""
        with suppress(Problem):
            keep_told_up_to(self.controller.book, self.controller.case.id, self.session_id, self._told_id)
